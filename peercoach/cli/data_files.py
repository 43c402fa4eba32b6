"""`data export` and `data import`: taking everything away as a file, and bringing it back."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from peercoach.cli.printing import say
from peercoach.errors import PeercoachError
from peercoach.terminal.words import harmless

if TYPE_CHECKING:
    from peercoach.keep.intake import Taken
    from peercoach.keep.progress import Store


def export(
    to: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="A new file; without it, the screen.", show_default=False)
    ] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON: everything, and it can be brought back in.")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="As a table for a spreadsheet: one row an answer.")] = False,
    columns: Annotated[bool, typer.Option("--columns", help="Say what stands in each column of the table.")] = False,
    as_xapi: Annotated[bool, typer.Option("--xapi", help="As xAPI statements: no names, nothing you wrote.")] = False,
) -> None:
    """Get a copy of your data, as JSON, a table or xAPI statements. JSON is all that is kept, and can be brought back in."""
    from peercoach.cli.data_common import opened

    if as_json + as_csv + as_xapi > 1:
        raise PeercoachError("One way at a time.", "Choose one of --json, --csv and --xapi.", status=2)
    if columns:
        _show_columns()
        return
    with opened() as store:
        parts = _parts(store, "csv" if as_csv else "xapi" if as_xapi else "json")
        if to is None:
            _print(parts)
            return
        _write_new(to, parts)
    say(f"Written to {to}. Only you can read it.")


def import_(file: Annotated[Path, typer.Argument(metavar="FILE", help="What `data export` wrote as JSON.")]) -> None:
    """Bring an export back in. What is here already stays as it is; bringing it in twice changes nothing more."""
    from peercoach.cli.data_common import opened
    from peercoach.keep.records_read import MOST_BYTES, read_export

    try:
        with file.open("rb") as source:
            data = source.read(MOST_BYTES + 1)
    except OSError as trouble:
        raise PeercoachError(f"{file} can't be read: {(trouble.strerror or 'no reason given').lower()}.") from None
    export = read_export(data)
    with opened() as store:
        taken = store.take_in(export.records, export.settled)
    for line in _told(taken):
        say(line)


def _print(parts: Iterator[str]) -> None:
    """Print an export as it is, or, on a terminal, with what could drive that made visible."""
    seen = harmless if sys.stdout.isatty() else str
    for part in parts:
        print(seen(part), end="")


def _show_columns() -> None:
    from peercoach.keep.records_csv import COLUMNS

    for name, what in COLUMNS:
        say(f"{name}: {what}")


def _parts(store: Store, form: str) -> Iterator[str]:
    """The export, a piece at a time. Each form is loaded when it is wanted."""
    if form == "csv":
        from peercoach.keep.records_csv import export_csv

        return export_csv(store)
    if form == "xapi":
        from peercoach.keep.records_xapi import export_xapi

        return export_xapi(store)
    from peercoach.keep.records import export_json

    return export_json(store)


def _told(taken: Taken) -> Iterator[str]:
    new = taken.added + taken.longer
    yield f"Brought in: {new} {'practice' if new == 1 else 'practices'}." if new else "There was nothing new in it."
    if taken.same:
        yield f"Here already, and left as they are: {taken.same}."
    if taken.dropped:
        yield "What you wrote in them is left out, because keep-texts is no."


def _write_new(path: Path, parts: Iterator[str]) -> None:
    """Write a file that was not there before, private from its first byte."""
    import os

    from peercoach.keep.places import PRIVATE_FILE

    try:
        number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE)
    except FileExistsError:
        raise PeercoachError(f"{path} is there already.", "Choose another name, or move it away first.") from None
    except OSError as trouble:
        raise PeercoachError(f"{path} can't be written: {(trouble.strerror or 'no reason given').lower()}.") from None
    with os.fdopen(number, "w", encoding="utf-8") as file:
        file.writelines(parts)
