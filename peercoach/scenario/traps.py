"""What YAML would misread, cut or refuse where a trainer simply typed text.

Only a file that does not parse, that looks as if a text were cut, or that has a fault anyway is looked at like this. What is
found is mended in memory (quotes put round the text: no other line moves), so that reading goes on and every fault comes out at
once.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from peercoach.scenario import trap_words as words
from peercoach.scenario.faults import Fault, by_place
from peercoach.scenario.layout import Layout, Span

_CUT_OR_SPLIT = re.compile(r":(?= |$)| #")
_DOUBLE = re.compile(r'"(?:[^"\\]|\\(?:[0abtnvfre "/\\N_LP\n]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}))*"')
_SINGLE = re.compile(r"'(?:[^']|'')*'")
_AFTER = re.compile(r"[ ]*(?: #.*)?$")
_REFERENCE = re.compile(r"\*[\w-]+$")


@dataclass(frozen=True, slots=True)
class Scan:
    """What was found. `lines` are the file's with everything mended in memory, `straight` with columns and spaces only."""

    lines: tuple[str, ...]
    straight: tuple[str, ...]
    faults: tuple[Fault, ...]
    spans: tuple[Span, ...]
    shifts: Mapping[int, tuple[int, int]]

    @property
    def mended(self) -> bool:
        """Whether the lines differ from the file's."""
        return bool(self.spans or self.shifts)

    def knows(self, line: int, col: int) -> bool:
        """Whether a place (from 1) is in a text that was told and mended already."""
        number = bisect_right(self.spans, line - 1, key=lambda span: span.first) - 1
        while number >= 0 and self.spans[number].last + 1 >= line:
            span = self.spans[number]
            if line > span.first + 1 or col > span.col:
                return True
            number -= 1
        return False

    def place(self, line: int, col: int) -> tuple[int, int]:
        """Where a place in the mended lines is in the file (both from 1)."""
        start, by = self.shifts.get(line - 1, (0, 0))
        return (line, max(col - by, 1)) if col > start else (line, col)


def scan(text: str) -> Scan:
    """Every text YAML would misread, cut or refuse, and the lines with those put right. `text` has plain line ends."""
    layout = Layout(text.split("\n"))
    layout.walk()
    faults, spans = list(layout.faults), []
    for span in layout.values:
        fault = _trap(layout.rows, span)
        if fault is not None:
            faults.append(fault)
            spans += [span] if fault.severity == "error" else []
    lines = list(layout.rows)
    for span in spans:
        _quote(lines, span)
    return Scan(tuple(lines), tuple(layout.rows), by_place(faults), tuple(spans), layout.shifts)


def fixed(text: str) -> str:
    """The file with every such text under `|`, and lines, tabs and spaces put right; the rest is left as it is."""
    found = scan(text.replace("\r\n", "\n"))
    lines = list(found.straight)
    for span in reversed(found.spans):
        said = " ".join(row for row in (part.strip() for part in _rows(lines, span)) if row)
        head = lines[span.first][: span.col].rstrip()
        lines[span.first : span.last + 1] = [f"{head} |", f"{' ' * (span.parent + 2)}{said}"]
    whole = "\n".join(lines)
    return whole.replace("\n", "\r\n") if "\r\n" in text else whole


def _rows(lines: Sequence[str], span: Span) -> list[str]:
    """The lines of a value, the first one from where the value starts."""
    return [lines[span.first][span.col :], *lines[span.first + 1 : span.last + 1]]


def _quote(lines: list[str], span: Span) -> None:
    head = lines[span.first][: span.col]
    rows = [row.replace("'", "''") for row in _rows(lines, span)]
    rows[0] = f"{head}'{rows[0]}"
    rows[-1] = f"{rows[-1].rstrip()}'"
    lines[span.first : span.last + 1] = rows


def _trap(lines: Sequence[str], span: Span) -> Fault | None:
    """What YAML would stumble over in a value, if anything; the first thing only."""
    value = lines[span.first][span.col :].rstrip()
    line, col, first = span.first + 1, span.col + 1, value[0]
    if first == "#":
        return words.cut(line, col, sure=True)
    if first in "\"'":
        odd = not _closes(_rows(lines, span))
    elif first in "[{":
        odd = span.is_text or _text_after_bracket(value)
    elif first == "*":
        odd = span.is_text or _REFERENCE.match(value) is None
    else:
        odd = first in "@`%|>" or value[:2] in {"? ", "- "} or value in {"?", "-"} or (first in "&!" and span.is_text)
    if odd:
        return words.start(line, col, first, item=span.item)
    return None if first in "\"'[{" else _cut_or_split(lines, span)


def _closes(rows: Sequence[str]) -> bool:
    """Whether a quoted text ends where its value does."""
    whole = "\n".join(rows)
    found = (_DOUBLE if whole[0] == '"' else _SINGLE).match(whole)
    return found is not None and _AFTER.match(whole, found.end()) is not None


def _text_after_bracket(value: str) -> bool:
    """Whether text goes on after a closing bracket, as in `[hug] you ok`."""
    end = value.find({"[": "]", "{": "}"}[value[0]])
    rest = value[end + 1 :].strip() if end >= 0 else ""
    return bool(rest) and rest[0] not in "#,]}" and value.count(value[0], 1) == 0


def _cut_or_split(lines: Sequence[str], span: Span) -> Fault | None:
    """A colon or a ` #` in text without quotes, whichever comes first."""
    for number in range(span.first, span.last + 1):
        row = lines[number]
        found = _CUT_OR_SPLIT.search(row, span.col if number == span.first else 0)
        if found is not None and found.group() == ":":
            return words.colon(number + 1, found.start() + 1, item=span.item)
        if found is not None:
            return _cut(row, number, found.start() + 1) if span.is_text else None
    return None


def _cut(row: str, number: int, at: int) -> Fault | None:
    """A `#mood` is text; a `# note` after two spaces is one to authors; after one space it may be either."""
    sure = row[at + 1 : at + 2] not in {"", " "}
    return words.cut(number + 1, at + 1, sure=sure) if sure or row[at - 2] != " " else None
