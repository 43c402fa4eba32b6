"""`data`: where it is, what is settled about it, taking it away, and forgetting it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from peercoach.errors import PeercoachError

if TYPE_CHECKING:
    from peercoach.keep.progress import Store

app = typer.Typer(
    add_completion=False, no_args_is_help=True, rich_markup_mode=None, help="Your data: all of it is on this computer."
)


@app.command()
def where() -> None:
    """Say where your data is, and what is there."""
    from peercoach.keep.places import everything_kept

    folder = _home()
    print(f"Your data is in {folder}")
    files = tuple(everything_kept(folder))
    for path in files:
        print(f"  {path.relative_to(folder)}  {_size(path.stat().st_size)}")
    print("Nobody else can see it, and it never leaves this computer." if files else "There is nothing there yet.")


@app.command()
def settings(
    keep_texts: Annotated[
        Literal["yes", "no"] | None, typer.Option(help="Keep what you write after a practice is over, or drop it.")
    ] = None,
) -> None:
    """Show what is settled, or settle it."""
    with _store() as store:
        if keep_texts:
            store.keep_words(keep=keep_texts == "yes")
        kept = store.keeps_words
        _tell(store)
    print(f"keep-texts: {'yes' if kept else 'no'}")
    if kept:
        print("  What you write is kept on this computer when a practice is over.")
    else:
        print("  What you write is dropped when a practice is over; only how it went is kept.")


@app.command()
def export(
    to: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="A new file; without it, the screen.", show_default=False)
    ] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = True,
) -> None:
    """Take your data away: everything that is kept, as JSON."""
    del as_json  # the one shape there is
    from peercoach.keep.records import export_json

    with _store() as store:
        _tell(store)
        if to is None:
            for part in export_json(store):
                print(part, end="")
            return
        _write_new(to, export_json(store))
    print(f"Written to {to}. Only you can read it.")


@app.command()
def forget(*, yes: Annotated[bool, typer.Option("--yes", help="Don't ask first.")] = False) -> None:
    """Delete everything kept about you: progress, what you wrote, settings, backups, logs."""
    from peercoach.keep.forget import forget as forget_all
    from peercoach.keep.places import everything_kept

    folder = _home()
    if not any(everything_kept(folder)):
        print("There is nothing to forget.")
        return
    if not yes and not _sure(folder):
        print("Nothing was deleted.")
        return
    left = forget_all(folder)
    if left:
        raise PeercoachError(f"This couldn't be deleted: {', '.join(map(str, left))}", "Delete it by hand, or try again.")
    print("Gone. Nothing about you is kept here now.")


def _sure(folder: Path) -> bool:
    import sys

    if not sys.stdin.isatty():
        raise PeercoachError("Nobody is here to ask.", "Add --yes to delete without being asked.", status=2)
    print(f"This deletes all your progress in {folder}. It can't be brought back.")
    return input("Type forget to go on, anything else to keep it: ").strip().casefold() == "forget"


def _home() -> Path:
    import os

    from peercoach.keep.places import home

    return home(os.environ)


def _store() -> Store:
    from datetime import UTC, datetime

    from peercoach.keep.progress import Store

    return Store.open(_home(), lambda: datetime.now(UTC))


def _tell(store: Store) -> None:
    import sys

    for notice in store.notices:
        print(notice, file=sys.stderr)


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


def _size(size: int) -> str:
    return f"{size} bytes" if size < 1024 else f"{-(-size // 1024)} KB"
