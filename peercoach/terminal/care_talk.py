"""The talk when a reply may be about the learner: ask, show help, offer a break first. Nothing here sees what was typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from peercoach.terminal import care_view
from peercoach.terminal.ask import Asker, Choice
from peercoach.terminal.screen import Screen
from peercoach.terminal.words import BLANK, Block, quiet

How = Literal["finished", "stopped", "lighter", "break"]
_HELP = quiet("A number from 1 to 3, whichever is nearest. Nothing you pick is kept or passed on. `stop` ends here.")


class Leave(Exception):  # noqa: N818  not an error: the learner is done for now
    """Leaves a practice from inside a prompt. `resume`: whether it may be offered again where it stopped."""

    def __init__(self, how: How, *, resume: bool = True) -> None:
        super().__init__(how)
        self.how: How = how
        self.resume = resume


def talk(screen: Screen, ask: Asker, routes: Callable[[], tuple[Block, ...]], *, heavy: bool) -> bool:
    """Whether it was the learner's practice reply. Else help is shown; raises Leave when they take a break.

    `heavy`: the scenario itself is about something hard, so going on with it is not offered.
    """
    screen.show(*care_view.asking())
    try:
        said = _answer(screen, ask)
    except KeyboardInterrupt:
        said = ""
    if said == care_view.PRACTICE:
        screen.show(*care_view.thanks())
        return True
    screen.show(*care_view.help_shown(said, routes()))
    if not said:
        raise Leave("break", resume=not heavy)
    _offer_break(screen, ask, routes, heavy=heavy)
    return False


def _answer(screen: Screen, ask: Asker) -> str:
    """What it was about; "" when they stop here. Passing over the question is a way of not saying."""
    choices = tuple(Choice(key, label) for key, label in care_view.CHOICES)
    while True:
        given = ask.pick("Which is it?", choices)
        if given.word == "?":
            screen.show(_HELP)
        elif given.word == "stop":
            return ""
        elif given.word:
            return care_view.NOT_SAY
        else:
            return given.text


def _offer_break(screen: Screen, ask: Asker, routes: Callable[[], tuple[Block, ...]], *, heavy: bool) -> None:
    """A break first; then something lighter, or the same practice if it is a light one."""
    other = Choice("lighter", "something lighter") if heavy else Choice("on", "go on with this practice")
    while True:
        given = ask.pick("What would be good now?", (Choice("break", "a break, or stop for today"), other))
        if given.word == "help-now":
            screen.show(BLANK, *routes())
        elif given.word in ("?", "hint"):
            screen.show(quiet("Take all the time you need. Stopping loses nothing."))
        elif given.text == "on" or (given.word == "skip" and not heavy):
            return
        else:
            raise Leave("lighter" if given.text == "lighter" else "break", resume=not heavy)
