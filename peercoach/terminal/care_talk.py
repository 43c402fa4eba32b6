"""The talk when a reply may be about the learner: ask, show help, offer a break first. Nothing here sees what was typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from peercoach.terminal import care_view
from peercoach.terminal.ask import Asker, Choice
from peercoach.terminal.screen import Screen
from peercoach.terminal.words import BLANK, Block, para, quiet

How = Literal["finished", "stopped", "lighter", "break"]
_EASE = Choice("ease-off", "leave hard subjects out in future")
_HELP = quiet("A number from 1 to 3, whichever is nearest. Nothing you pick is kept or passed on. `stop` ends here.")


class Leave(Exception):  # noqa: N818  # not an error: the learner is done for now
    """Leaves a practice from inside a prompt. `resume`: whether it may be offered again where it stopped."""

    def __init__(self, how: How, *, resume: bool = True) -> None:
        super().__init__(how)
        self.how: How = how
        self.resume = resume


def talk(
    screen: Screen, ask: Asker, routes: Callable[[], tuple[Block, ...]], *, heavy: bool, ease: Callable[[], None] | None = None
) -> bool:
    """Whether it was the learner's practice reply. Else help is shown; raises Leave when they take a break.

    `heavy`: the scenario itself is about something hard, so going on with it is not offered. `ease` settles that hard subjects
    are left out from now on; None where they are already, or where nothing can be settled.
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
    try:
        _offer_break(screen, ask, routes, heavy=heavy, ease=ease)
    except KeyboardInterrupt:
        raise Leave("break", resume=not heavy) from None
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


def _offer_break(
    screen: Screen, ask: Asker, routes: Callable[[], tuple[Block, ...]], *, heavy: bool, ease: Callable[[], None] | None
) -> None:
    """A break first; then something lighter, or the same practice if it is a light one; and leaving hard subjects out."""
    other = Choice("lighter", "something lighter") if heavy else Choice("on", "go on with this practice")
    choices = (Choice("break", "a break, or stop for today"), other)
    while True:
        given = ask.pick("What would be good now?", (*choices, *((_EASE,) if ease else ())))
        if given.text == _EASE.key and ease:
            from peercoach.terminal.settings_view import EASED  # noqa: PLC0415  # only now are the words needed

            ease()
            screen.show(BLANK, para(EASED), BLANK)
            ease = None
        elif given.word == "help-now":
            screen.show(BLANK, *routes())
        elif given.word in ("?", "hint"):
            screen.show(quiet("Take all the time you need. Stopping loses nothing."))
        elif given.text == "on" or (given.word == "skip" and not heavy):
            return
        else:
            raise Leave("lighter" if given.text == "lighter" else "break", resume=not heavy)
