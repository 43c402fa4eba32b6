"""The questions of `scenario new` on a terminal: plain words, each with a way to pass it over, and a way out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from peercoach.cli.scenario_new import Wish, check_name, template_text
from peercoach.errors import PeercoachError
from peercoach.scenario.format import CONTENT
from peercoach.scenario.template import STAND_IN, TEMPLATES, renamed, slug, title_of
from peercoach.terminal.ask import Asker, Choice, Given
from peercoach.terminal.screen import Screen
from peercoach.terminal.words import BLANK, heading, para, quiet

_NONE = "none of these"
_WORDS = "skip passes a question over, stop leaves and writes nothing, help-now shows who is there for you."


class _Stopped(Exception):  # noqa: N818  # nothing went wrong
    """They want to leave."""


def asked(wish: Wish, *, plain: bool) -> Wish | None:
    """What they want, asked at the terminal; None when they left."""
    import os
    import sys

    from peercoach.terminal.ask import asker_for
    from peercoach.terminal.screen import screen_for

    screen = screen_for(sys.stdout, plain=plain, env=os.environ)
    asker = asker_for(screen, (sys.stdin, sys.stdout), plain=plain, env=os.environ)
    try:
        return Questions(screen, asker).wish(wish)
    except KeyboardInterrupt:
        raise KeyboardInterrupt("Stopped. Nothing was written.") from None


class Questions:
    """Asks one thing after the other. Everything has an answer of its own when it is passed over."""

    def __init__(self, screen: Screen, asker: Asker) -> None:
        self._screen = screen
        self._ask = asker

    def wish(self, wish: Wish) -> Wish | None:
        """What they want; None when they stop on the way."""
        self._screen.show(BLANK, heading("A new scenario"), para("A few questions, and you have a file that works to write in."))
        self._screen.show(quiet(_WORDS), BLANK)
        try:
            wish = replace(wish, template=self._template())
            wish = replace(wish, name=self._name(template_text(wish.template)))
            suggestion = title_of(renamed(template_text(wish.template), wish.name or STAND_IN))
            wish = replace(wish, title=self._write("What is it called?", "A few words that say what happens.", suggestion))
            wish = replace(wish, content=self._content(), editor=self._editor())
            return wish if wish.file else replace(wish, file=self._file(wish.title or suggestion))
        except _Stopped:
            return None

    def _template(self) -> str:
        choices = tuple(Choice(each.id, each.who) for each in TEMPLATES)
        more = "Each is a small scenario that works. Pick the one that is nearest; you change everything in it later."
        return self._until(lambda: self._ask.pick("What is it about?", choices), more).text or "missed"

    def _name(self, text: str) -> str:
        """A name that can stand in the chat; "" for the template's own."""
        while True:
            name = self._write("Who is it about? Their name in chat.", "One word. Never a real person's.", STAND_IN)
            try:
                if name:
                    check_name(name, text)
            except PeercoachError as trouble:
                self._screen.show(quiet(f"{trouble.message} Another one?"))
            else:
                return name

    def _content(self) -> tuple[str, ...] | None:
        """What may be hard to read; None for what the template says."""
        choices = (*(Choice(each, each) for each in CONTENT), Choice(_NONE, _NONE))
        question = "What in it may be hard for somebody to read? Several are fine."
        more = "It is shown before the scenario starts, so that nobody walks into it. skip leaves what the template has."
        given = self._until(lambda: self._ask.pick(question, choices, several=True), more).text
        return tuple(each for each in given.split(",") if each != _NONE) if given else None

    def _editor(self) -> bool:
        choices = (Choice("no", "no, a plain text editor is fine"), Choice("yes", "yes, put help for it beside the file"))
        more = "It is one more file beside yours, with which such editors complete keys and explain them. It works offline."
        return self._until(lambda: self._ask.pick("Do you write in an editor such as VS Code?", choices), more).text == "yes"

    def _file(self, title: str) -> Path:
        default = f"{slug(title)}.yaml"
        return Path(self._write("What is the file called?", "It is written into this folder.", default) or default)

    def _write(self, question: str, more: str, default: str) -> str:
        """A text, or "" for the one there is."""
        self._screen.show(quiet(f"{more} Enter alone takes: {default}"))
        return self._until(lambda: self._ask.write(question), more).text.strip()

    def _until(self, ask: Callable[[], Given], more: str) -> Given:
        """Ask until there is an answer, or the question is passed over."""
        while True:
            given = ask()
            if given.word == "stop":
                raise _Stopped
            if given.word == "help-now":
                self._help_now()
            elif given.word in {"?", "hint"}:
                self._screen.show(quiet(more), quiet(_WORDS))
            else:
                return given

    def _help_now(self) -> None:
        from peercoach.cli.help_routes import ROUTES

        self._screen.show(BLANK, *(para((f"{when}: ", "help"), do, hang=2) for when, do in ROUTES), BLANK)
