"""A long table kept small and read no further than it is asked: cells by name, in plain text.

Rows stand in the order of their names. A row says how much of the name before it begins with (one character), then the rest of
its name, then its cells, which open with a capital letter, as no name holds one. Every so often a name is written out whole,
and a leaf begins there: a name is looked for in the one leaf that could hold it, and no other is read.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator

LEAF = 32
"""Rows of a leaf."""
MOST_KEPT, ZEROTH = 90, 33
"""How many characters of the name before may be kept, and the character that says none."""
_CELLS = re.compile("[A-Z]")
_OPENS = f"\n{chr(ZEROTH)}".encode()
_NAME = re.compile(rb"[^A-Z\n]*")
_ROW = re.compile(r"^(.)([^A-Z\n]*)(.+)$", re.MULTILINE)


def rows_of(named: Iterable[tuple[str, str]]) -> Iterator[str]:
    """The rows of names and their cells, which stand in the order of their names.

    Raises ValueError for a name with a capital letter in it.
    """
    before = ""
    for number, (name, cells) in enumerate(named):
        if _CELLS.search(name):
            raise ValueError(f"no name may have capital letters: {name!r}")
        shared = next((i for i, (a, b) in enumerate(zip(before, name, strict=False)) if a != b), min(len(before), len(name)))
        kept = min(shared, MOST_KEPT) if number % LEAF else 0
        yield f"{chr(ZEROTH + kept)}{name[kept:]}{cells}"
        before = name


class Sheet:
    """The cells of each name, from the rows that `rows_of` wrote, in UTF-8."""

    __slots__ = ("_firsts", "_leaves", "_open")

    def __init__(self, rows: bytes) -> None:
        self._leaves = rows.removeprefix(_OPENS[1:]).split(_OPENS)
        self._firsts = [name[0].decode() for leaf in self._leaves if (name := _NAME.match(leaf))]
        self._open: list[str] = [""] * len(self._leaves)

    def cells(self, name: str) -> str:
        """The cells of a name; "" where it has none. In steps as the number of leaves has digits."""
        number = bisect_right(self._firsts, name) - 1
        leaf = self._open[number] or self._opened(number)
        start = leaf.find(f"\n{name}\t")
        if start < 0:
            return ""
        start += len(name) + 2
        return leaf[start : leaf.index("\n", start)]

    def _opened(self, number: int) -> str:
        """A leaf with its names spelt out, each between a line's end and a tab: a text takes a tenth of what a table would."""
        spelt, name = [""], ""
        for kept, rest, cells in _ROW.findall(chr(ZEROTH) + self._leaves[number].decode()):
            name = name[: ord(kept) - ZEROTH] + rest
            spelt.append(f"{name}\t{cells}")
        self._open[number], self._leaves[number] = "\n".join([*spelt, ""]), b""
        return self._open[number]


class Weights(dict[str, int]):
    """What each name weighs: its cells as `told` puts them in a number, 0 for a name that has none.

    Filled as names are asked for, and emptied when there are more than `most`.
    """

    __slots__ = ("_most", "_sheet", "_told")

    def __init__(self, sheet: Sheet, told: Callable[[str], int], most: int) -> None:
        super().__init__()
        self._sheet, self._told, self._most = sheet, told, most

    def __missing__(self, name: str) -> int:
        if len(self) >= self._most:
            self.clear()
        cells = self._sheet.cells(name)
        found = self[name] = self._told(cells) if cells else 0
        return found
