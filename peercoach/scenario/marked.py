"""Replies that somebody marked elsewhere, read against the scenario they answer. The texts stay in memory and go nowhere.

No fault repeats what a cell holds, only what it may hold: where columns are mixed up, any cell may be a reply.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, cast

from peercoach.coaching.moment import BANDS, Band, PointLine
from peercoach.coaching.vocabulary import PITFALLS, SKILLS
from peercoach.errors import PeercoachError
from peercoach.scenario.examples import Sample, can_be_written
from peercoach.scenario.faults import listed, nearest
from peercoach.scenario.format import Example, Scenario
from peercoach.scenario.marked_rows import Row

LONGEST_REPLY = 10_000
"""Characters of a reply; nobody types that much into a chat."""
_LONGEST_ID = 40
_OR = re.compile(r"\s+or\s+|[/,;|]")
_BETWEEN = re.compile(r"[\s,;]+")
_NOTHING = frozenset({"-", "none"})


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that can't be used: its line in the file (from 1), and what to mend."""

    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Marked:
    """The replies of a file, in order, and the rows that can't be used."""

    replies: tuple[Sample, ...]
    bad: tuple[BadRow, ...] = ()


def read_marked(found: Iterable[Row], scenario: Scenario, usual: int | None) -> Marked:
    """Read marked replies from rows. `usual` is the place of the step that is meant where a row names none (see `step_place`)."""
    replies, bad = [], []
    for row in found:
        try:
            replies.append(_sample(row, scenario, usual))
        except _Unusable as trouble:
            bad.append(BadRow(row.line, str(trouble)))
    return Marked(tuple(replies), tuple(bad))


def step_place(scenario: Scenario, step: str | None) -> int | None:
    """Where the step called `step` stands, or the only one with a reply; None when there are several and none is named.

    Raises PeercoachError when there is none.
    """
    places = {each.id: place for place, each in enumerate(scenario.steps) if can_be_written(each)}
    if not places:
        raise PeercoachError(f"{scenario.id} has no step that is answered in words.", "Replies can't be held against it.")
    if step is None:
        return next(iter(places.values())) if len(places) == 1 else None
    if step in places:
        return places[step]
    near = nearest(step, places)
    hint = f"Did you mean {near}?" if near else f"There is {listed(places, 'and')}."
    raise PeercoachError(f"{scenario.id} has no step with a reply called “{step[:40]}”.", hint, status=2)


class _Unusable(Exception):  # noqa: N818  # it never leaves this module
    """Why a row can't be used, in words that repeat nothing of it."""


def _sample(row: Row, scenario: Scenario, usual: int | None) -> Sample:
    if row.fault:
        raise _Unusable(row.fault)
    cells = row.cells
    place = _place(cells.get("step"), scenario, usual)
    points = [line.point for line in scenario.steps[place].rubric.lines if isinstance(line, PointLine)]  # type: ignore[union-attr]  # only reply steps are marked
    shown = (*SKILLS, *points)
    example = Example(
        bands=_bands(cells.get("band")),
        text=_reply(cells.get("reply")),
        shows=_names(cells.get("shows"), "shows", shown, "a skill, or a point of the step"),
        misses=_names(cells.get("misses"), "misses", shown, "a skill, or a point of the step"),
        falls_into=_names(cells.get("falls-into"), "falls-into", PITFALLS, "a pitfall"),
        line=row.line,
    )
    both = [name for name in example.shows if name in example.misses]
    if both:
        raise _Unusable(f"both shows and misses {listed(both, 'and')}; keep one")
    return Sample(place, row.line, example, _label(cells.get("id"), row.line))


def _place(cell: Any, scenario: Scenario, usual: int | None) -> int:
    names = [step.id for step in scenario.steps if can_be_written(step)]
    name = cell.strip() if isinstance(cell, str) else cell
    if name in (None, ""):
        if usual is None:
            raise _Unusable(f"doesn't say which step it answers: {listed(names)}; add a column called step, or use --step")
        return usual
    if name not in names:
        raise _Unusable(f"names a step that isn't there{_meant(name, names)}; there is {listed(names, 'and')}")
    return cast("int", scenario.position(name))


def _bands(cell: Any) -> tuple[Band, ...]:
    words = cell if isinstance(cell, list) else _OR.split(cell) if isinstance(cell, str) else []
    names = [_band(word) if isinstance(word, str) else "" for word in words]
    if not any(names):
        raise _Unusable(f"has no band; it is {listed(BANDS)}")
    for name in names:
        if name not in BANDS:
            raise _Unusable(f"has a band that isn't one{_meant(name, BANDS)}; it is {listed(BANDS)}, or two with “or” between")
    return cast("tuple[Band, ...]", tuple(dict.fromkeys(names)))


def _band(word: str) -> str:
    """A band as we write it; learners know harmful as "could hurt"."""
    name = "-".join(word.casefold().replace("_", " ").split())
    return "harmful" if name == "could-hurt" else name


def _reply(cell: Any) -> str:
    if not isinstance(cell, str) or not cell.strip():
        raise _Unusable("has no reply")
    if len(cell) > LONGEST_REPLY:
        raise _Unusable(f"has a reply of more than {LONGEST_REPLY} characters")
    return cell


def _names(cell: Any, column: str, known: Collection[str], what: str) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(_words(cell)))
    for name in names:
        if name not in known:
            raise _Unusable(f"{column} names something that isn't {what}{_meant(name, known)}")
    return names


def _words(cell: Any) -> Iterator[str]:
    for text in cell if isinstance(cell, list) else [cell]:
        if isinstance(text, str):
            yield from (word for word in _BETWEEN.split(text.casefold()) if word and word not in _NOTHING)
        elif text is not None:
            yield ""


def _meant(word: Any, known: Collection[str]) -> str:
    near = nearest(word, known) if isinstance(word, str) else ""
    return f" (did you mean {near}?)" if near else ""


def _label(cell: Any, line: int) -> str:
    """What the file calls the reply, short and on one line; else its line."""
    text = " ".join(str(cell).split()) if isinstance(cell, str | int) else ""
    return text[:_LONGEST_ID] or f"line {line}"
