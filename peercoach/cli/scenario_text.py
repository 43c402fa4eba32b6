"""What the `scenario` commands found, as frozen results, each as lines or as JSON. Pure: `width` is the columns to fill."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from peercoach.scenario.faults import Fault


@dataclass(frozen=True, slots=True)
class Checked:
    """One file, and what there is to mend in it. `rows` are the file's lines the faults are on, one a fault."""

    path: Path
    faults: tuple[Fault, ...]
    rows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Checks:
    """Files that were checked; `mended` were rewritten first. `strict`: advice counts as well."""

    files: tuple[Checked, ...]
    mended: tuple[Path, ...] = ()
    strict: bool = False

    @property
    def errors(self) -> int:
        """How many faults can't be played with, or could hurt."""
        return sum(fault.severity == "error" for file in self.files for fault in file.faults)

    @property
    def advice(self) -> int:
        """How many faults only teach less."""
        return sum(len(file.faults) for file in self.files) - self.errors

    @property
    def fails(self) -> bool:
        """Whether there is something that counts."""
        return bool(self.errors or (self.strict and self.advice))

    def faults(self) -> Iterator[tuple[Path, Fault]]:
        """Every fault with its file."""
        return ((file.path, fault) for file in self.files for fault in file.faults)

    def lines(self, width: int) -> Iterator[str]:
        """A line a fault, as `path:line:col  error  message  [rule]`, with its place and the hint below; then the sum."""
        for path in self.mended:
            yield from wrapped(f"mended {path}", width)
        for file in self.files:
            for fault, row in zip(file.faults, file.rows or [""] * len(file.faults), strict=True):
                yield from fault_lines(file.path, fault, width, row)
        yield from wrapped(self.sum(), width)

    def sum(self) -> str:
        """How many files, errors and pieces of advice, in a sentence."""
        found = f"{count(self.errors, 'error')}, {count(self.advice, 'piece')} of advice"
        told = found if self.errors or self.advice else "all fine"
        counts = ", and with --strict advice counts" if self.fails and not self.errors else ""
        return f"{count(len(self.files), 'scenario')} checked: {told}{counts}."

    def as_json(self) -> dict[str, Any]:
        """The same for another program."""
        faults = [{"path": str(path), **asdict(fault)} for path, fault in self.faults()]
        counts = {"checked": len(self.files), "errors": self.errors, "advice": self.advice}
        return {**counts, "mended": [str(path) for path in self.mended], "faults": faults}


@dataclass(frozen=True, slots=True)
class Listed:
    """One scenario in the list; without a title it can't be played."""

    id: str
    path: Path
    title: str = ""
    audience: str = ""
    level: int = 0
    minutes: int = 0
    pack: str = ""
    """The title of the pack it is in, if it is in one."""


@dataclass(frozen=True, slots=True)
class Listing:
    """The scenarios there are; `troubles` are sentences about packs that are left out."""

    scenarios: tuple[Listed, ...]
    troubles: tuple[str, ...] = ()

    def lines(self, width: int) -> Iterator[str]:
        """Two lines a scenario: its id, then what there is to say of it."""
        for one in self.scenarios:
            yield one.id
            about = f"{one.title} · {one.audience} · level {one.level} · {one.minutes} min"
            about += f" · from {one.pack}" if one.pack else ""
            yield from wrapped(about if one.title else f"can't be played: peercoach scenario check {one.id}", width, 4)
        if not self.scenarios:
            yield "There are no scenarios here yet."
        for trouble in self.troubles:
            yield from wrapped(trouble, width)

    def as_json(self) -> list[dict[str, Any]]:
        """The same for another program."""
        return [{**asdict(one), "path": str(one.path)} for one in self.scenarios]


def fault_lines(path: Path, fault: Fault, width: int, row: str = "") -> Iterator[str]:
    """One fault with its place, its line in the file (`row`) with a caret under the place, and the hint below."""
    place = f"{path}:{fault.line}:{fault.col}"
    yield from wrapped(f"{place}  {fault.severity}  {fault.message}  [{fault.rule}]", width, hang=4)
    if row:
        from peercoach.cli.scenario_source import pointed_at

        yield from pointed_at(row, fault.col, width)
    if fault.hint:
        yield from wrapped(fault.hint, width, 4)


def count(number: int, word: str, many: str = "") -> str:
    """A number of things; `many` is their name where it isn't the one with an s."""
    return f"{number} {word if number == 1 else many or word + 's'}"


def wrapped(text: str, width: int, indent: int = 0, *, hang: int = 0) -> list[str]:
    """The text in lines of `width` columns at most, words whole; `hang` sets the later lines in further."""
    lead = " " * indent
    wide = max(width, indent + hang + 10)
    later = lead + " " * hang
    if len(text) + indent <= wide and "\n" not in text:
        return [lead + text]
    import textwrap

    fill = textwrap.TextWrapper(wide, lead, later, break_long_words=False, break_on_hyphens=False)
    return fill.wrap(text) or [""]
