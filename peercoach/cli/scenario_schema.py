"""`scenario schema`: the format as a JSON Schema, printed, or placed where an editor finds it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer


def schema_command(
    which: Annotated[
        list[Path] | None, typer.Argument(metavar="[FILE|FOLDER]...", help="With --write: where; else this folder.")
    ] = None,
    *,
    write: Annotated[bool, typer.Option("--write", help="Write it beside scenarios, and lead editors to it.")] = False,
) -> None:
    """The format as a JSON Schema, for editors and programs.

    It is printed as JSON Schema 2020-12. What --write places beside scenarios is draft 7, the one that editors read.
    """
    from peercoach.cli.printing import print_json, print_lines
    from peercoach.errors import PeercoachError
    from peercoach.scenario.schema import schema

    if which and not write:
        raise PeercoachError("A file or a folder goes with --write.", "Try: peercoach scenario schema --help", status=2)
    if write:
        print_lines(_written(which or [Path()]))
    else:
        print_json(schema())


def _written(which: list[Path]) -> Iterator[str]:
    """Place the schema and lead editors to it; say what was done."""
    from peercoach.cli.scenario_writing import ENDINGS, lead_editor, place_schema
    from peercoach.errors import PeercoachError
    from peercoach.scenario.schema import MODELINE

    for path in which:
        if not path.is_dir() and not (path.is_file() and path.suffix in ENDINGS):
            raise PeercoachError(f"{path} is no folder and no scenario file.", "Name a .yaml file, or a folder.", status=2)
    for folder in dict.fromkeys(path if path.is_dir() else path.parent for path in which):
        yield f"{place_schema(folder)} is written. It needs no internet."
    files = [path for path in which if not path.is_dir()]
    for path in files:
        yield f"{path} {'now leads editors to it' if lead_editor(path) else 'has a line for editors already'}."
    if not files:
        yield "Put this line on top of a scenario in that folder, and VS Code and others complete keys and explain them:"
        yield MODELINE
