"""A walk down a file's lines: which keys and items there are, where each value stands, and lines in the wrong column put right.

A line that is put right is told once, at its start; what follows is read as it was meant.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from peercoach.coaching.moment import BANDS
from peercoach.scenario import trap_words as words
from peercoach.scenario.columns import Columns
from peercoach.scenario.faults import Fault
from peercoach.scenario.keys import BAND_PAIRS, all_keys

_KEY = re.compile(r"([^\s:#'\"\[\]{},&*!|>@`%-][^:#]*?):(?: +|$)")
_TIGHT_KEY = re.compile(r"([a-z-]+):(?=\S)")
_BARE_KEY = re.compile(r"([a-z-]+) ")
_BLOCK = re.compile(r"[|>][+\-1-9]{0,2}[ ]*(?:#.*)?$")
_DASHES = re.compile(r"(?:-(?: +|$))*")


@dataclass(frozen=True, slots=True)
class Span:
    """Where one value stands: first and last line and first column, from 0; `parent` is the column of its key or dash.

    `is_text`: it is for people to read, so a list or a reference there is a misreading. `item`: it is an item of a list.
    """

    first: int
    last: int
    col: int
    parent: int
    is_text: bool
    item: bool


@cache
def text_keys() -> frozenset[str]:
    """The keys whose value is what somebody reads."""
    return frozenset({name for name, kinds in all_keys().items() if kinds & {"text", "chat"}} | {*BANDS, *BAND_PAIRS})


@cache
def list_keys() -> frozenset[str]:
    """The keys that take a list of texts."""
    return frozenset(name for name, kinds in all_keys().items() if kinds & {"texts", "patterns"})


@cache
def known_keys() -> frozenset[str]:
    """Every key of the format."""
    return frozenset({*all_keys(), *BANDS, *BAND_PAIRS, "if", "else"})


@dataclass(slots=True)
class Layout:
    """One walk. `rows` are put right on the way; `shifts` says from which column on a row moved, and by how much."""

    rows: list[str]
    values: list[Span] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    shifts: dict[int, tuple[int, int]] = field(default_factory=dict)
    columns: Columns = field(default_factory=Columns)
    owners: list[tuple[int, str]] = field(default_factory=list)
    tabbed: dict[int, int] = field(default_factory=dict)
    """The column each number of tabs stood for, and under -1 the last line that had one."""

    def walk(self) -> None:
        """Go down all the lines."""
        number = 0
        while number < len(self.rows):
            number = self._line(number)

    def _line(self, number: int) -> int:
        """Look at one line; say which one to look at next."""
        row = self.rows[number]
        bare = row.lstrip(" \t")
        if not bare or bare[0] == "#":
            return number + 1
        if "\t" in row[: len(row) - len(bare)]:
            self._tab(number, self._tab_column(row))
        dash = bare.startswith(("- ", "-\t")) or bare == "-"
        if not dash and not self._is_key(number):
            return number + 1
        col = self._straighten(number, dash=dash)
        while self.owners and self.owners[-1][0] > col:
            self.owners.pop()
        return self._item(number, col) if dash else self._keyed(number, col, col)

    def _is_key(self, number: int) -> bool:
        """Whether a line starts with a key; a known key whose colon or space is missing is put right."""
        row = self.rows[number]
        at = _indent(row)
        return _KEY.match(row, at) is not None or self._spaced(number, at)

    def _straighten(self, number: int, *, dash: bool) -> int:
        """Put a line into the column it was meant for, and say which one that is."""
        col = _indent(self.rows[number])
        meant = self.columns.meant(col, "dash" if dash else "key")
        if meant != col:
            what = "this dash doesn't line up with its list" if dash else "this key doesn't line up with the ones it belongs to"
            self.faults.append(words.indent(number + 1, col + 1, what))
            self._move(number, meant)
        self.columns.enter(meant, "dash" if dash else "key")
        return meant

    def _item(self, number: int, col: int) -> int:
        row = self.rows[number]
        dashes = _DASHES.match(row, col)
        at = dashes.end() if dashes else col
        owner = self.owners[-1][1] if self.owners else ""
        if owner in list_keys():
            return self._value(number, at, col, key=owner, item=True)
        if _KEY.match(row, at) is None and not self._spaced(number, at):
            return self._value(number, at, col, key="", item=True)
        self.columns.enter(col, "dash", at)
        return self._keyed(number, at, at)

    def _keyed(self, number: int, at: int, parent: int) -> int:
        found = _KEY.match(self.rows[number], at)
        return number + 1 if found is None else self._value(number, found.end(), parent, key=found.group(1))

    def _spaced(self, number: int, at: int) -> bool:
        row = self.rows[number]
        tight, bare = _TIGHT_KEY.match(row, at), _BARE_KEY.match(row, at)
        if tight and tight.group(1) in known_keys():
            self._insert(number, tight.end(), " ")
            self.faults.append(words.space(number + 1, tight.end() + 1, tight.group(1)))
            return True
        if bare and bare.group(1) in known_keys() and ":" not in row:
            self._insert(number, bare.end() - 1, ":")
            self.faults.append(words.no_colon(number + 1, bare.end(), bare.group(1)))
            return True
        return self._alone(number, at)

    def _alone(self, number: int, at: int) -> bool:
        """Whether a line is a known key and nothing else, with keys of its own below; its colon is put in."""
        row = self.rows[number].rstrip()
        below = next((row for row in self.rows[number + 1 :] if row.strip()), "")
        dashes = _DASHES.match(below, _indent(below))
        found = _KEY.match(below, dashes.end() if dashes else 0)
        if row[at:] not in known_keys() or found is None or found.group(1) not in known_keys() or _indent(below) < at:
            return False
        self._insert(number, len(row), ":")
        self.faults.append(words.no_colon(number + 1, len(row) + 1, row[at:]))
        return True

    def _value(self, number: int, col: int, parent: int, *, key: str, item: bool = False) -> int:
        value = self.rows[number][col:].rstrip()
        is_text = key in text_keys() or (key in list_keys() and (item or value[:1] != "["))
        if not value or (value[0] == "#" and (value[1:2] in {"", " "} or not is_text)):
            return self._below(number, parent, key)
        if _BLOCK.match(value):
            return self._block(number + 1, parent)
        last = self._last_row(number, parent, item=item)
        self.values.append(Span(number, last, col, parent, is_text, item))
        return last + 1

    def _below(self, number: int, parent: int, key: str) -> int:
        """A key whose value is on the lines below; chat that forgot its `|` is given one."""
        below = next((row for row in self.rows[number + 1 :] if row.strip()), "")
        if key == "chat" and _indent(below) > parent and _KEY.match(below, _indent(below)):
            self.faults.append(words.no_bar(number + 1, parent + 1))
            self.rows[number] = f"{self.rows[number][: parent + len(key) + 1]} |"
            self.shifts[number] = (len(self.rows[number]), 0)
            return self._block(number + 1, parent)
        self.owners.append((parent, key))
        self.columns.waiting = parent
        return number + 1

    def _last_row(self, number: int, parent: int, *, item: bool) -> int:
        """The last line of a value that may go on below. A known key in the way starts too far in, and ends the value."""
        last = number
        for below in range(number + 1, len(self.rows)):
            row = self.rows[below]
            far = _indent(row)
            if not row.strip():
                continue
            found = _KEY.match(row, far)
            stray = not item and found is not None and found.group(1) in known_keys()
            if far <= parent or row[far] == "#" or stray or "\t" in row[: far + 1]:
                break
            last = below
        return last

    def _block(self, number: int, parent: int) -> int:
        """Pass over the lines under `|`, putting those too far left where they belong; say where it ends."""
        inside = 0
        while number < len(self.rows):
            row = self.rows[number]
            far = _indent(row)
            if row.strip():
                if row[far] == "\t" and far < max(inside, parent + 1):
                    self._tab(number, inside or parent + 2)
                elif far <= parent and not (inside == 0 and self._outdented(number, parent)):
                    return number
                elif inside and far < inside:
                    if far > parent:
                        message = "this line starts further left than the text above it"
                        self.faults.append(words.indent(number + 1, far + 1, message))
                    self._move(number, inside)
                inside = inside or _indent(self.rows[number])
            number += 1
        return number

    def _outdented(self, number: int, parent: int) -> bool:
        """Whether the lines under `|` stand in their key's own column; if so they are moved in, and told once."""
        row = self.rows[number]
        if _indent(row) != parent or row[parent] == "#" or not _is_loose(row, parent):
            return False
        self.faults.append(words.indent(number + 1, parent + 1, "text under | starts further in than its key"))
        while number < len(self.rows) and _is_loose(self.rows[number], parent):
            self._insert(number, 0, "  ")
            number += 1
        return True

    def _tab_column(self, row: str) -> int:
        """The column that a line which starts with tabs was meant for, going by the lines above it."""
        tabs = row[: len(row) - len(row.lstrip(" \t"))].count("\t")
        if tabs not in self.tabbed:
            self.tabbed[tabs] = self.columns.last_key() + (2 if self.columns.waiting is not None else 0)
        return self.tabbed[tabs]

    def _tab(self, number: int, col: int) -> None:
        """Put spaces for tabs; a run of such lines is told at its first."""
        row = self.rows[number]
        if self.tabbed.get(-1, -2) != number - 1:
            self.faults.append(words.tab(number + 1, row.index("\t") + 1))
        self.tabbed[-1] = number
        bare = row.lstrip(" \t")
        self.rows[number] = " " * col + bare
        self.shifts[number] = (0, col - (len(row) - len(bare)))

    def _move(self, number: int, col: int) -> None:
        row = self.rows[number]
        far = _indent(row)
        self.rows[number] = " " * col + row[far:]
        self.shifts[number] = (0, col - far)

    def _insert(self, number: int, at: int, text: str) -> None:
        row = self.rows[number]
        self.rows[number] = row[:at] + text + row[at:]
        self.shifts[number] = (at, len(text))


def _indent(row: str) -> int:
    return len(row) - len(row.lstrip(" "))


def _is_loose(row: str, parent: int) -> bool:
    """Whether a line can only be text that belongs under a key in column `parent`."""
    far = _indent(row)
    if not row.strip() or far > parent:
        return True
    found = _KEY.match(row, far)
    return far == parent and row[far] != "-" and (found is None or found.group(1) not in known_keys())
