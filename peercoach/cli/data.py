"""`data`: where it is, what is settled about it, taking it away, and forgetting it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from peercoach.cli.data_files import export, import_
from peercoach.cli.data_settings import settings
from peercoach.cli.printing import say
from peercoach.errors import PeercoachError

app = typer.Typer(
    add_completion=False, no_args_is_help=True, rich_markup_mode=None, help="Your data: all of it is on this computer."
)


@app.command()
def where() -> None:
    """Say where your data is, and what is there."""
    import os

    from peercoach.cli.data_common import can_be_opened
    from peercoach.keep.places import everything_kept
    from peercoach.keep.profiles import DEFAULT, profile_in

    folder, profile = _home(), profile_in(os.environ)
    if profile != DEFAULT:
        say(f"Profile: {profile}")
    say(f"Your data is in {folder}")
    can_be_opened(folder)
    files = tuple(everything_kept(folder))
    for path in files:
        print(f"  {path.relative_to(folder)}  {_size(path.stat().st_size)}")
    safe = "Only this account on the computer can open it, and it never leaves this computer."
    say(safe if files else "There is nothing there yet.")
    _say_packs("Packs of scenarios, for everybody on this account, are in {}: {}.")


app.command("settings")(settings)
app.command("export")(export)
app.command("import")(import_)


@app.command()
def forget(*, yes: Annotated[bool, typer.Option("--yes", help="Don't ask first.")] = False) -> None:
    """Delete everything kept about you. Progress, what you wrote, settings, your group's services, backups, logs."""
    _forget(_home(), "you", yes=yes)


@app.command()
def profiles(
    *,
    remove: Annotated[str, typer.Option("--remove", metavar="NAME", help="Delete a profile and everything in it.")] = "",
    yes: Annotated[bool, typer.Option("--yes", help="Don't ask first.")] = False,
) -> None:
    """Show the profiles on this computer, or delete one. Each person who shares it can have their own."""
    import os

    from peercoach.keep.places import home
    from peercoach.keep.profiles import DEFAULT, SEEN, folder_of, plain_name, profile_in
    from peercoach.keep.profiles import profiles as there_are

    shared, names = home(os.environ), (DEFAULT, *there_are(home(os.environ)))
    if remove:
        name = plain_name(remove)
        if name not in names:
            raise PeercoachError(f"There is no profile called “{name}”.", f"Those there are: {', '.join(names)}", status=2)
        _forget(folder_of(shared, name), name, yes=yes)
        return
    for name in names:
        say(f"{name} (in use)" if name == profile_in(os.environ) else name)
    print()
    say(SEEN)
    say("To use one, or begin one: peercoach --profile NAME")


def _forget(folder: Path, whose: str, *, yes: bool) -> None:
    import os

    from peercoach.cli.data_common import can_be_opened
    from peercoach.keep.forget import forget as forget_all
    from peercoach.keep.places import everything_kept, home
    from peercoach.keep.profiles import profiles as there_are
    from peercoach.keep.profiles import tidy

    can_be_opened(folder)
    if not any(everything_kept(folder)):
        print("There is nothing to forget.")
    elif yes or _sure(folder):
        left = forget_all(folder)
        if left:
            raise PeercoachError(f"This couldn't be deleted: {', '.join(map(str, left))}", "Delete it by hand, or try again.")
        tidy(home(os.environ))
        say(f"Gone. Nothing about {whose} is kept here now.")
        if others := there_are(home(os.environ)):
            say(f"Other profiles are left as they are: {', '.join(others)}.")
        _say_packs("The packs of scenarios in {} stay, because nothing in them is yours: {}. {}")
    else:
        print("Nothing was deleted.")


def _say_packs(words: str) -> None:
    """Say which packs have been added, if any; `words` take where, which, and how to take one away."""
    import os

    from peercoach.keep.packs import pack_folders
    from peercoach.keep.places import home, packs_folder

    shared = home(os.environ)
    if names := pack_folders(shared):
        remove = "To take one away: peercoach scenario pack remove NAME"
        say(words.format(packs_folder(shared), ", ".join(names), remove))


def _sure(folder: Path) -> bool:
    import sys

    if not sys.stdin.isatty():
        raise PeercoachError("Nobody is here to ask.", "Add --yes to delete without being asked.", status=2)
    say(f"This deletes all the progress in {folder}. It can't be brought back.")
    return input("Type forget to go on, anything else to keep it: ").strip().casefold() == "forget"


def _home() -> Path:
    import os

    from peercoach.keep.profiles import learner_folder

    return learner_folder(os.environ)


def _size(size: int) -> str:
    return f"{size} bytes" if size < 1024 else f"{-(-size // 1024)} KB"
