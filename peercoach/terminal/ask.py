"""Prompts: questionary on a terminal, or plain numbered lines that a screen reader, a pipe or a test can answer.

Six words work at every prompt: `?`, `hint`, `skip`, `stop`, `help-now` and, in a list, the name of what is listed. The end of the
input is a stop, so nothing is lost. Ctrl-C is never swallowed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol, TextIO

from peercoach.terminal.screen import Screen
from peercoach.terminal.words import BLANK, one_line, para, quiet

if TYPE_CHECKING:
    from prompt_toolkit.key_binding import KeyPressEvent
    from prompt_toolkit.styles import Style
    from questionary import Question

Word = Literal["", "?", "hint", "skip", "stop", "help-now"]
WORDS: tuple[tuple[Word, str], ...] = (
    ("hint", "a hint"),
    ("skip", "skip this, it costs nothing"),
    ("stop", "stop here, nothing is lost"),
    ("help-now", "help for me, now"),
    ("?", "what can I do here"),
)
"""The words that work everywhere, and what they say in a list."""

_SPOKEN: dict[str, Word] = {word: word for word, _ in WORDS}
_SPOKEN |= {"help": "?", "help now": "help-now", "helpnow": "help-now", "quit": "stop", "exit": "stop"}
_MORE = "more…"


class Choice(NamedTuple):
    """Something to pick: its key, and how it reads."""

    key: str
    label: str


class Given(NamedTuple):
    """What came back: one of the words that work everywhere, or else text (a key, keys set apart by commas, a reply)."""

    text: str = ""
    word: Word = ""


STOP = Given(word="stop")


class Asker(Protocol):
    """Somebody who can be asked."""

    def pick(self, question: str, choices: tuple[Choice, ...], *, several: bool = False) -> Given:
        """One of the choices by its key; with `several`, one or more keys set apart by commas."""

    def write(self, question: str) -> Given:
        """Some text in the learner's own words."""

    def pause(self) -> Given:
        """Wait until they want to read on; text is always empty."""


def asker_for(screen: Screen, streams: tuple[TextIO, TextIO], *, plain: bool, env: Mapping[str, str]) -> Asker:
    """Prompts that suit the streams (input, output): plain lines unless both are a terminal that can draw."""
    source, out = streams
    if plain or not source.isatty() or not out.isatty() or env.get("TERM", "") in ("", "dumb"):
        return PlainAsker(screen, source, out)
    return RichAsker(screen)


def word_in(text: str) -> Word:
    """The word that works everywhere, if that is all the text says."""
    return _SPOKEN.get(text.strip().casefold(), "")


def clean(text: str) -> str:
    """Typed text with what can't be written to a file replaced."""
    return text.encode("utf-8", "replace").decode("utf-8")


class PlainAsker:
    """Numbered lines. A list is answered with a number or the word, a reply with one line (a backslash at its end goes on)."""

    def __init__(self, screen: Screen, source: TextIO, out: TextIO) -> None:
        self._screen = screen
        self._source = source
        self._out = out

    def pick(self, question: str, choices: tuple[Choice, ...], *, several: bool = False) -> Given:
        """Ask until a line names a choice or a word; the end of the input is a stop."""
        self._screen.show(para((question, "heading")))
        self._screen.show(*(para(f"{number}. {choice.label}", indent=2, hang=3) for number, choice in enumerate(choices, 1)))
        while (line := self._line("> ")) is not None:
            if word := word_in(line):
                return Given(word=word)
            if keys := _keys(line, choices, several=several):
                return Given(",".join(keys))
            self._screen.show(quiet(_not_there(line, len(choices), several=several)))
        return STOP

    def write(self, question: str) -> Given:
        """One line, or more while each ends in a backslash."""
        self._screen.show(para((question, "heading")))
        line = self._line("> ")
        if line is None:
            return STOP
        lines = [line]
        while lines[-1].endswith("\\"):
            lines[-1] = lines[-1][:-1]
            more = self._line("| ")
            if more is None:
                return STOP
            lines.append(more)
        text = "\n".join(lines).strip()
        return Given(word=word) if (word := word_in(text)) else Given(text)

    def pause(self) -> Given:
        """Plain lines never wait: what comes next is simply written below."""
        return Given()

    def _line(self, lead: str) -> str | None:
        self._out.write(lead)
        self._out.flush()
        line = self._source.readline()
        if not line or not self._source.isatty():
            self._out.write("\n")  # nobody pressed Enter, so the line is still open
            self._out.flush()
        return clean(line.rstrip("\r\n")) if line else None


def _not_there(line: str, most: int, *, several: bool) -> str:
    """What to say to a line that names nothing. Somebody who writes a sentence to a list may have something to say."""
    if _is_plain_about_them(line):
        return "If that's about you, it matters more than this. Type help-now to see who can listen. Nothing of it is kept."
    several_too = " (several: with commas)" if several else ""
    more = " For you yourself, there is help-now." if len(line.split()) > 3 else ""
    return f"A number from 1 to {most}{several_too}, or ? for what you can do.{more}"


def _is_plain_about_them(line: str) -> bool:
    """Whether a line that was meant for a list says plainly that the one typing is at risk."""
    if len(line.split()) < 2:
        return False
    from peercoach.coaching.care import care
    from peercoach.coaching.moment import Moment

    return care(line, Moment()).level == "now"


def _keys(line: str, choices: tuple[Choice, ...], *, several: bool) -> tuple[str, ...]:
    """The keys that a line names by number, key or label; none if any part of it names nothing."""
    parts = [part for part in line.replace(",", " ").split() if part not in ("and", "&")] if several else [line]
    found = tuple(_key(part, choices) for part in parts)
    return tuple(dict.fromkeys(found)) if found and all(found) else ()


def _key(said: str, choices: tuple[Choice, ...]) -> str:
    wanted = said.strip().rstrip(".").removeprefix("@").casefold()
    if wanted.isascii() and wanted.isdigit() and len(wanted) < 4:
        return choices[int(wanted) - 1].key if 1 <= int(wanted) <= len(choices) else ""
    return next((each.key for each in choices if wanted and wanted in (each.key.casefold(), each.label.casefold())), "")


class RichAsker:
    """Questionary's prompts. A list ends in `more…`, which holds the words that work everywhere; `?` is a key as well."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen

    def pick(self, question: str, choices: tuple[Choice, ...], *, several: bool = False) -> Given:
        """Arrow keys and Enter; with `several`, the space bar marks them."""
        given = self._list(question, choices, several=several)
        if given.text != _MORE:
            return given
        chosen = self._list("More", (*(Choice(word, label) for word, label in WORDS), Choice(_MORE, "back")), several=False)
        if chosen.text == _MORE:
            return self.pick(question, choices, several=several)
        return chosen if chosen.word else Given(word=word_in(chosen.text))

    def write(self, question: str) -> Given:
        """A line that wraps as it grows; a backslash at the end goes on to another."""
        import questionary

        self._screen.show(para((question, "heading")))
        lines: list[str] = []
        while not lines or lines[-1].endswith("\\"):
            lines = [*lines[:-1], lines[-1][:-1]] if lines else []
            given = _answered(questionary.text("", qmark=">", style=_style()))
            if given.word:
                return given
            lines.append(given.text)
        text = "\n".join(lines).strip()
        return Given(word=word) if (word := word_in(text)) else Given(text)

    def pause(self) -> Given:
        """Enter, or any of the words."""
        import questionary

        given = _answered(questionary.text("", qmark="·", instruction="(Enter to read on) ", style=_style()))
        return given if given.word else Given(word=word_in(given.text))

    def _list(self, question: str, choices: tuple[Choice, ...], *, several: bool) -> Given:
        import questionary

        self._screen.show(para((question, "heading")))
        more = () if any(choice.key == _MORE for choice in choices) else (Choice(_MORE, _MORE),)
        shown = [questionary.Choice(each.label, each.key) for each in (*self._fitted(choices), *more)]
        if several:
            return _answered(_with_keys(questionary.checkbox("", shown, qmark=">", instruction=_SEVERAL, style=_style())))
        return _answered(_with_keys(questionary.select("", shown, qmark=">", instruction=_ONE, style=_style())))

    def _fitted(self, choices: tuple[Choice, ...]) -> tuple[Choice, ...]:
        """The choices in one row each, because a list can't wrap; those that don't fit are shown whole above it."""
        from prompt_toolkit.utils import get_cwidth

        room = max(12, self._screen.width() - 6)
        labels = [one_line(choice.label) for choice in choices]
        if all(get_cwidth(label) <= room for label in labels):
            return tuple(map(Choice, (choice.key for choice in choices), labels))
        numbered = [f"{number}. {label}" for number, label in enumerate(labels, 1)]
        self._screen.show(*(para(label, indent=2, hang=3) for label in numbered), BLANK)
        short = [label if get_cwidth(label) <= room else f"{label[: room // 2]}…" for label in numbered]
        return tuple(map(Choice, (choice.key for choice in choices), short))


_ONE = "(arrows, then Enter; ? for help)"
_SEVERAL = "(space bar marks, Enter when done)"


def _style() -> Style:
    from prompt_toolkit.styles import Style

    return Style(
        [("qmark", "bold"), ("question", ""), ("answer", "nobold noreverse"), ("pointer", "bold"), ("highlighted", "bold")]
    )


def _with_keys(question: Question) -> Question:
    """Let `?` answer a list."""
    from prompt_toolkit.key_binding import KeyBindings, merge_key_bindings

    bindings = KeyBindings()

    def say_help(event: KeyPressEvent) -> None:
        event.app.exit(result="?")

    bindings.add("?")(say_help)
    existing = question.application.key_bindings
    question.application.key_bindings = merge_key_bindings([existing, bindings] if existing else [bindings])
    return question


def _answered(question: Question) -> Given:
    """What the prompt gave. Ctrl-C goes on up; Ctrl-D is a stop."""
    try:
        got = question.unsafe_ask()
    except EOFError:
        return STOP
    if isinstance(got, list):
        return Given(_MORE if _MORE in got else ",".join(got))
    return Given(word="?") if got == "?" else Given(clean(str(got)))
