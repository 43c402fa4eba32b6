"""Where a character of a text stands in the file it was read from: YAML's quotes, escapes and folded lines undone."""

from __future__ import annotations

from collections.abc import Sequence

from peercoach.scenario.nodes import Node

_LONG = {"x": 4, "u": 6, "U": 10}
"""How many characters an escape in double quotes takes, where it isn't two."""


def place_inside(lines: Sequence[str], node: Node, position: int) -> tuple[int, int]:
    """Line and column (from 1) of the character at `position` (from 0) of a scalar's text; its end for one beyond.

    Exact for plain and quoted text and under `|`; under `>` the lines are taken as they were folded, one blank a line end.
    """
    if node.style in {"|", ">"}:
        return _in_block(lines, node, position)
    line, col = node.start_mark.line, node.start_mark.column + bool(node.style)
    for _ in range(position):
        if _ends(lines, line, col):
            line, col = _next_line(lines, line)
        else:
            col += _length(lines[line], col, node.style)
    return line + 1, col + 1


def _ends(lines: Sequence[str], line: int, col: int) -> bool:
    """Whether nothing of the text is left on a line, and it goes on below."""
    return line + 1 < len(lines) and not lines[line][col:].strip()


def _next_line(lines: Sequence[str], line: int) -> tuple[int, int]:
    """The first character of the line where the text goes on: its line end was one blank, or the first of some empty lines."""
    below = line + 1
    if lines[line].strip() and not lines[below].strip() and below + 1 < len(lines):
        below += 1
    return below, len(lines[below]) - len(lines[below].lstrip())


def _length(row: str, col: int, style: str | None) -> int:
    """How many characters of a line make the one character of the text that is there."""
    if style == "'" and row[col : col + 2] == "''":
        return 2
    if style == '"' and row[col : col + 1] == "\\":
        return _LONG.get(row[col + 1 : col + 2], 2)
    return 1


def _in_block(lines: Sequence[str], node: Node, position: int) -> tuple[int, int]:
    """In a block every line of the text is a line of the file, set in as far as the first that isn't blank."""
    first = node.start_mark.line + 1
    below = (row for row in lines[first:] if row.strip())
    row = next(below, "")
    inset = len(row) - len(row.lstrip(" "))
    line, col = first, position
    while line + 1 < len(lines) and col > max(len(lines[line]) - inset, 0):
        col -= max(len(lines[line]) - inset, 0) + 1
        line += 1
    return line + 1, inset + col + 1
