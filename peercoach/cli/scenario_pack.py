"""`scenario pack`: packs of scenarios, to hand on and to add. Small files: what is in them is checked, and never run."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from peercoach.cli.printing import print_lines, print_report, width
from peercoach.errors import PeercoachError

if TYPE_CHECKING:
    from peercoach.cli.pack_work import Source
    from peercoach.keep.packs import Installed

app = typer.Typer(
    no_args_is_help=True, add_completion=False, rich_markup_mode=None, help="Packs of scenarios: build, add, list, remove."
)

Yes = Annotated[bool, typer.Option("--yes", help="Don't ask first.")]


@app.command("build")
def build_command(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="A folder with scenarios and a pack.yaml.")],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Where to; else NAME-VERSION.peercoach.zip here.")
    ] = None,
    *,
    yes: Yes = False,
) -> None:
    """Check a folder of scenarios and make one file of it, to hand on. Exit status 1 when something is an error."""
    from peercoach.cli import pack_work

    if not folder.is_dir():
        raise PeercoachError(f"{folder} is not a folder.", "Name the folder that the scenarios and pack.yaml are in.", status=2)
    made = pack_work.source(folder)
    if made.found.errors:
        print_lines(made.faulty("Nothing was built. Mend the errors first.").lines(width()))
        raise typer.Exit(1)
    data, path = pack_work.packed(made), pack_work.target(made.pack, output)
    replaces = path.exists() and not pack_work.holds(path, data)
    if replaces and not yes and not _sure(f"{path} is there already, and something in it is different."):
        print("It was left as it is. A new version in pack.yaml gives it a new name.")
        return
    if made.found.faults:
        print_lines(made.faulty("").lines(width()))
    print_lines(pack_work.write(path, data, made).lines(width()))


@app.command("add")
def add_command(
    path: Annotated[Path, typer.Argument(metavar="FILE|FOLDER", help="A pack: one file, or a folder with a pack.yaml.")],
    *,
    yes: Yes = False,
) -> None:
    """Add a pack to what there is to practise. It is checked first, and nothing in it is ever run."""
    from peercoach.cli import pack_work

    made = pack_work.source(path)
    if made.found.errors:
        done = "The pack was not added. Its author can mend this: peercoach scenario pack build"
        print_lines(made.faulty(done, errors_only=True).lines(width()))
        raise typer.Exit(1)
    if pack_work.is_there(made):
        print_lines([f"{made.pack.title} {made.pack.version} is here already, just like this."])
        return
    here = pack_work.present(made.pack.name)
    if here and not yes and not _sure(_instead(here, made)):
        print("Everything was left as it is.")
        return
    print_lines(pack_work.add(made).lines(width()))


@app.command("list")
def list_command(
    form: Annotated[Literal["text", "json"], typer.Option("--format", help="Lines to read, or JSON.")] = "text",
) -> None:
    """List the packs there are. Each with its name, version, scenarios, licence, and where it is."""
    from peercoach.cli.pack_work import shown

    print_report(shown(), form)


@app.command("remove")
def remove_command(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The pack's name, as `list` shows it.")], *, yes: Yes = False
) -> None:
    """Take a pack away. How its practices went stays in your progress."""
    from peercoach.cli import pack_work

    pack = pack_work.named(name)
    if not yes and not _sure(f"This takes away {pack.title}. How its practices went stays in your progress."):
        print("It was left where it is.")
        return
    pack_work.take_away(pack)
    print_lines([f"{pack.title} is gone from here. How its practices went stays in your progress."])


def _instead(here: Installed, made: Source) -> str:
    """What there is, and what would take its place."""
    new = made.pack
    if here.pack is None:
        return f"{new.name} is here already, but something in it is broken. This one would take its place."
    if here.pack.version == new.version:
        return f"{here.title} {here.pack.version} is here already, and this one is different. It would take its place."
    older = " (that is older)" if new.number < here.pack.number else ""
    return f"{here.title} {here.pack.version} is here already. {new.version} would take its place{older}."


def _sure(what: str) -> bool:
    """Say what is about to happen and ask; whether they want it. Raises PeercoachError when nobody is there to ask."""
    import sys

    if not sys.stdin.isatty():
        raise PeercoachError(what, "Nobody is here to ask: add --yes to go on.", status=2)
    print_lines([what])
    try:
        return input("Type yes to go on, anything else to leave it: ").strip().casefold() in ("yes", "y")
    except EOFError:
        print()
        return False
    except KeyboardInterrupt:
        raise KeyboardInterrupt("Stopped. Nothing has been changed.") from None
