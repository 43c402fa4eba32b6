"""A line of a file with a caret under one of its characters, cut to fit. Pure."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from peercoach.terminal.words import harmless

_WIDEST = 100
"""Columns beyond which a line is cut even where there is more room: the eye has to find the caret."""


def pointed_at(row: str, col: int, width: int, indent: int = 4) -> Iterator[str]:
    """The line, and a caret under its column `col` (from 1, in code points), `width` at most; nothing for a blank line.

    What the line is set in by is left out, and what doesn't fit is cut away round the caret.
    """
    if not row.strip():
        return
    room = max(min(width, _WIDEST) - indent, 12)
    at = min(max(col - 1, 0), len(row))
    before, after = harmless(row[:at].lstrip(" ")[-room:]), harmless(row[at : at + room])
    if cells(before) > room * 2 // 3:
        before = f"…{_last(before, room * 2 // 3 - 1)}"
    if len(row) - at > room or cells(before) + cells(after) > room:
        after = f"{_first(after, room - cells(before) - 1)}…"
    yield f"{' ' * indent}{before}{after}".rstrip()
    yield f"{' ' * (indent + cells(before))}^"


def cells(text: str) -> int:
    """The columns a text takes on a terminal, near enough: an emoji or a wide letter two, a mark on another letter none."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def _cells(sign: str) -> int:
    if unicodedata.category(sign) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(sign) in {"W", "F"} else 1


def _first(text: str, most: int) -> str:
    """As much of a text's start as fits."""
    while cells(text) > most:
        text = text[:-1]
    return text


def _last(text: str, most: int) -> str:
    """As much of a text's end as fits."""
    while cells(text) > most:
        text = text[1:]
    return text
