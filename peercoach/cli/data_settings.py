"""`data settings`: what is settled, what it means, and settling it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from peercoach.cli.options import Plain
from peercoach.cli.printing import say
from peercoach.errors import PeercoachError

if TYPE_CHECKING:
    from peercoach.keep.progress import Store

YesNo = Literal["yes", "no"]
NONE = "none"


def settings(
    *,
    keep_texts: Annotated[
        YesNo | None, typer.Option(help="Keep what you write after a practice is over, or drop it.", show_default=False)
    ] = None,
    ease_off: Annotated[
        YesNo | None, typer.Option(help="Leave out practices about suicide, self-harm, eating and abuse.", show_default=False)
    ] = None,
    services: Annotated[
        str, typer.Option(metavar="FILE", help="Your group's own services, on top of ours; none takes them away.")
    ] = "",
    plain: Plain = False,
) -> None:
    """Show what is settled and what that means, or settle it. The one thing that needs an answer is asked once."""
    from peercoach.cli.data_common import folder, opened
    from peercoach.keep.places import everything_kept, progress_file

    if services:
        _settle_services(services)
    asking = not (keep_texts or ease_off or services) and sys.stdin.isatty()
    if not (keep_texts or ease_off or asking or progress_file(folder()) in everything_kept(folder())):
        _show(keeps_words=False, eases_off=False)  # a look makes nothing
        return
    with opened() as store:
        if (keep_texts or ease_off) and not store.keeping:
            raise PeercoachError("That can't be settled here.", "`peercoach doctor` says what is in the way.")
        if keep_texts:
            store.keep_words(keep=keep_texts == "yes")
        if ease_off:
            store.ease_off(on=ease_off == "yes")
        if asking:
            _ask(store, plain=plain)
        _show(keeps_words=store.keeps_words, eases_off=store.eases_off)


def _ask(store: Store, *, plain: bool) -> None:
    from peercoach.cli.room import help_routes
    from peercoach.terminal.ask import asker_for
    from peercoach.terminal.screen import screen_for
    from peercoach.terminal.settling import ask_about_words

    screen = screen_for(sys.stdout, plain=plain, env=os.environ)
    ask = asker_for(screen, (sys.stdin, sys.stdout), plain=plain, env=os.environ)
    ask_about_words(screen, ask, store, help_routes)


def _show(*, keeps_words: bool, eases_off: bool) -> None:
    """Every setting, and below it what it means."""
    from peercoach.keep.profiles import DEFAULT, group_file, profile_in
    from peercoach.terminal.settings_view import SETTLED

    profile = profile_in(os.environ)
    if profile != DEFAULT:
        say(f"profile: {profile}")
    for (name, meaning), on in zip(SETTLED.items(), (keeps_words, eases_off), strict=True):
        say(f"{name}: {'yes' if on else 'no'}")
        say(meaning[on], indent=2)
    file = group_file(os.environ)
    say(f"services: {file or NONE}")
    say(_WITH if file else _WITHOUT, indent=2)


_WITH = "Your group's own services stand on top of those that come with peercoach. help-now never uses them."
_WITHOUT = "Only the services that come with peercoach are shown. A group can add its own: --services FILE"


def _settle_services(wanted: str) -> None:
    """Check a file and keep a copy of it, or take the copy away."""
    from peercoach.cli.data_common import folder
    from peercoach.keep.group_services import checked, drop_services, keep_services

    try:
        if wanted == NONE:
            say("Taken away." if drop_services(folder()) else "There were none.")
            return
        text = checked(Path(wanted))
        keep_services(folder(), text)
    except OSError as trouble:
        reason = (trouble.strerror or "no reason given").lower()
        raise PeercoachError(f"The services can't be kept in {folder()}: {reason}.", "Nothing was changed.") from None
    say(_in_use(text))


def _in_use(text: str) -> str:
    from peercoach.coaching.services import directory, load

    own, base = load(text), directory()
    new = sum(base.get(service.id) is None for service in own.services)
    changed = len(own.services) - new
    return f"Checked and copied: {new} new, {changed} in place of one that comes with peercoach."
