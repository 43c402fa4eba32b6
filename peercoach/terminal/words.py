"""Text as the screen wants it: paragraphs of plain spans with a style's name beside each. Knows no terminal.

Learners' and trainers' text only ever becomes a span, never markup, and what could drive a terminal is made visible first.
"""

from __future__ import annotations

from typing import NamedTuple
from unicodedata import category, combining, east_asian_width

_BIDI = (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C)
_SHOWN = {code: chr(0x2400 + code) for code in range(0x20)}
_SHOWN |= {0x7F: "␡", 0x09: "    ", 0x2028: " ", 0x2029: " "}
_SHOWN |= dict.fromkeys((*range(0x80, 0xA0), *_BIDI, *range(0xD800, 0xE000)), "\ufffd")
_LINE = {key: value for key, value in _SHOWN.items() if key != 0x0A}


def harmless(text: str) -> str:
    """The text with control, direction-changing and broken characters shown as signs; line breaks stay."""
    return text.translate(_LINE)


def one_line(text: str) -> str:
    """The same on one line: breaks and runs of blanks become one blank."""
    return harmless(" ".join(text.split()))


def cells(text: str) -> int:
    """How many columns a text takes on a terminal: most emoji take two, what only changes the sign before it takes none."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def _cells(sign: str) -> int:
    if combining(sign) or category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(sign) in "WF" else 1


def cut(text: str, columns: int) -> str:
    """The text in so many columns, with a sign at its end where something is left out."""
    if cells(text) <= columns:
        return text
    kept, room = "", columns - 1
    for sign in text:
        room -= _cells(sign)
        if room < 0:
            break
        kept += sign
    return f"{kept.rstrip()}…"


class Span(NamedTuple):
    """A run of text in one style; "" is the ordinary one."""

    text: str
    style: str = ""


class Para(NamedTuple):
    """One paragraph. `indent` blanks stand before every line, `hang` more before all but the first. Empty: a blank line."""

    spans: tuple[Span, ...] = ()
    indent: int = 0
    hang: int = 0

    def text(self) -> str:
        """Its words, styles left out."""
        return "".join(span.text for span in self.spans)


class Pair(NamedTuple):
    """Two columns where there is room, else one after the other."""

    left: tuple[Para, ...]
    right: tuple[Para, ...]


Block = Para | Pair
BLANK = Para()


def para(*parts: str | tuple[str, str], indent: int = 0, hang: int = 0) -> Para:
    """A paragraph from parts, each a text or a (text, style). This is where text is made harmless."""
    pairs = ((part, "") if isinstance(part, str) else part for part in parts)
    return Para(tuple(Span(harmless(text), style) for text, style in pairs if text), indent, hang)


def heading(text: str) -> Para:
    """A short line that says what comes."""
    return para((text, "heading"))


def quiet(text: str, *, indent: int = 0) -> Para:
    """An aside."""
    return para((text, "quiet"), indent=indent)
