"""What the `scenario` commands found, as frozen results, each as lines or as JSON. Pure: `width` is the columns to fill."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from peercoach.scenario.faults import Fault

if TYPE_CHECKING:
    from peercoach.scenario.examples import Outcome

_TABLE = 76
"""Columns from which on outcomes are a table; below, each has lines of its own."""


@dataclass(frozen=True, slots=True)
class Checked:
    """One file, and what there is to mend in it."""

    path: Path
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Checks:
    """Files that were checked; `mended` were rewritten first."""

    files: tuple[Checked, ...]
    mended: tuple[Path, ...] = ()

    @property
    def errors(self) -> int:
        """How many faults can't be played with, or could hurt."""
        return sum(fault.severity == "error" for file in self.files for fault in file.faults)

    @property
    def advice(self) -> int:
        """How many faults only teach less."""
        return sum(len(file.faults) for file in self.files) - self.errors

    def lines(self, width: int) -> Iterator[str]:
        """A line a fault, as `path:line:col  error  message  [rule]`, with the hint below; then the sum."""
        for path in self.mended:
            yield from wrapped(f"mended {path}", width)
        for file in self.files:
            for fault in file.faults:
                yield from _fault_lines(file.path, fault, width)
        found = f"{_count(self.errors, 'error')}, {_count(self.advice, 'piece')} of advice"
        told = found if self.errors or self.advice else "all fine"
        yield from wrapped(f"{_count(len(self.files), 'scenario')} checked: {told}.", width)

    def as_json(self) -> dict[str, Any]:
        """The same for another program."""
        faults = [{"path": str(file.path), **asdict(fault)} for file in self.files for fault in file.faults]
        counts = {"checked": len(self.files), "errors": self.errors, "advice": self.advice}
        return {**counts, "mended": [str(path) for path in self.mended], "faults": faults}


@dataclass(frozen=True, slots=True)
class Tested:
    """One file's examples as the scorer told them; or the errors because of which it can't be played."""

    path: Path
    outcomes: tuple[Outcome, ...]
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Tests:
    """Files whose examples were scored."""

    files: tuple[Tested, ...]

    @property
    def agrees(self) -> bool:
        """Whether every file could be read and the scorer agrees with every author."""
        return all(not file.faults and all(outcome.agrees for outcome in file.outcomes) for file in self.files)

    def lines(self, width: int) -> Iterator[str]:
        """A table a file: what was expected, what was told, and where they differ; then the agreement."""
        for file in self.files:
            yield from wrapped(file.path.stem, width)
            for fault in file.faults:
                yield from _fault_lines(file.path, fault, width)
            for outcome in file.outcomes:
                yield from _outcome_lines(outcome, width)
        outcomes = [outcome for file in self.files for outcome in file.outcomes]
        same = sum(outcome.agrees for outcome in outcomes)
        per_cent = f" ({100 * same // len(outcomes)}%)" if outcomes else ""
        yield from wrapped(f"{same} of {_count(len(outcomes), 'example')} agree{per_cent}.", width)

    def as_json(self) -> dict[str, Any]:
        """The same for another program."""
        return {
            "agrees": self.agrees,
            "outcomes": [
                {"scenario": file.path.stem, "example": outcome.name, "agrees": outcome.agrees, **asdict(outcome)}
                for file in self.files
                for outcome in file.outcomes
            ],
            "faults": [{"path": str(file.path), **asdict(fault)} for file in self.files for fault in file.faults],
        }


@dataclass(frozen=True, slots=True)
class Listed:
    """One scenario in the list; without a title it can't be played."""

    id: str
    path: Path
    title: str = ""
    audience: str = ""
    level: int = 0
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class Listing:
    """The scenarios there are."""

    scenarios: tuple[Listed, ...]

    def lines(self, width: int) -> Iterator[str]:
        """Two lines a scenario: its id, then what there is to say of it."""
        for one in self.scenarios:
            yield one.id
            about = f"{one.title} · {one.audience} · level {one.level} · {one.minutes} min"
            yield from wrapped(about if one.title else f"can't be played: peercoach scenario check {one.id}", width, 4)
        if not self.scenarios:
            yield "There are no scenarios here yet."

    def as_json(self) -> list[dict[str, Any]]:
        """The same for another program."""
        return [{**asdict(one), "path": str(one.path)} for one in self.scenarios]


def _fault_lines(path: Path, fault: Fault, width: int) -> Iterator[str]:
    place = f"{path}:{fault.line}:{fault.col}"
    yield from wrapped(f"{place}  {fault.severity}  {fault.message}  [{fault.rule}]", width, hang=4)
    if fault.hint:
        yield from wrapped(fault.hint, width, 4)


def _outcome_lines(outcome: Outcome, width: int) -> Iterator[str]:
    mark = "ok" if outcome.agrees else "no"
    expected, told = " or ".join(outcome.expected), f"{outcome.band} {outcome.score}"
    if width >= _TABLE:
        yield f"  {mark}  {outcome.name:<32}  {expected:<22}  {told}"
    else:
        yield from wrapped(f"{mark}  {outcome.name}", width, 2)
        yield from wrapped(f"expected {expected}, told {told}", width, 6)
    for words in outcome.differed:
        yield from wrapped(words, width, 6)


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


def wrapped(text: str, width: int, indent: int = 0, *, hang: int = 0) -> list[str]:
    """The text in lines of `width` columns at most, words whole; `hang` sets the later lines in further."""
    lead = " " * indent
    wide = max(width, indent + hang + 10)
    later = lead + " " * hang
    if len(text) + indent <= wide and "\n" not in text:
        return [lead + text]
    fill = textwrap.TextWrapper(wide, lead, later, break_long_words=False, break_on_hyphens=False)
    return fill.wrap(text) or [""]
