"""A map told from top to bottom: what everybody comes through on the main line, what only some do set in below it. Pure.

Where the talk parts, each way is followed up to the place where all of them meet again; there the main line goes on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from peercoach.scenario.format import END
from peercoach.scenario.map import Map, Stop, Way

DEEPEST = 5
"""How far ways are set in; what parts again below that is told on a line of its own, further down."""


@dataclass(frozen=True, slots=True)
class Arm:
    """One way on, or several in a row to the same place: when they are taken, what comes on the way, and where it leads.

    `back`: it leads to a step that one has come through already.
    """

    when: tuple[str, ...]
    legs: tuple[Leg, ...]
    to: str
    back: bool = False


@dataclass(frozen=True, slots=True)
class Leg:
    """One step; with `arms` where the talk parts, or with `answers` where several answers all lead one way."""

    stop: Stop
    arms: tuple[Arm, ...] = ()
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """Steps one after another, and where the last one leads."""

    legs: tuple[Leg, ...]
    to: str
    back: bool = False


@dataclass(frozen=True, slots=True)
class Outline:
    """The main line, what is told apart because it lies too deep, and the steps that nothing leads to."""

    main: Line
    deeper: tuple[Line, ...] = ()
    unreached: tuple[Line, ...] = ()


def outline(whole: Map) -> Outline:
    """Tell a map from top to bottom; each step comes once."""
    teller = _Teller(whole)
    main = teller.line(whole.stops[0].id)
    deeper = tuple(teller.line(stop.id) for stop in whole.stops if stop.reached and stop.id not in teller.told)
    unreached = tuple(teller.line(stop.id) for stop in whole.stops if stop.id not in teller.told)
    return Outline(main, deeper, unreached)


class _Teller:
    """The telling: which steps were told already."""

    def __init__(self, whole: Map) -> None:
        self.stops = {stop.id: stop for stop in whole.stops}
        self.meets = meeting_places(whole)
        self.told: set[str] = set()
        self.path: list[str] = []
        """The steps that lead to where the telling is."""

    def line(self, here: str, until: str = "", depth: int = 0) -> Line:
        """The steps from `here` on, up to `until`, the end, or a step that was told already."""
        legs: list[Leg] = []
        before = len(self.path)
        while here not in (until, END) and here not in self.told:
            self.told.add(here)
            self.path.append(here)
            stop = self.stops[here]
            if stop.parts:
                legs.append(Leg(stop, self._arms(stop, depth)))
                here = self.meets.get(here, "")
            else:
                legs.append(Leg(stop, answers=tuple(way.when for way in stop.ways if way.when)))
                here = stop.next[0]
            if not here:
                break
        back = here in self.path
        del self.path[before:]
        return Line(tuple(legs), here, back)

    def _arms(self, stop: Stop, depth: int) -> tuple[Arm, ...]:
        return tuple(self._arm(stop, ways, depth) for ways in _in_rows(stop.ways))

    def _arm(self, stop: Stop, ways: tuple[Way, ...], depth: int) -> Arm:
        to, conditions = ways[0].to, tuple(way.when for way in ways)
        meet = self.meets.get(stop.id, "")
        if depth >= DEEPEST or to in (meet, END) or to in self.told:
            return Arm(conditions, (), to, to in self.path)
        line = self.line(to, meet, depth + 1)
        return Arm(conditions, line.legs, line.to, line.back)


def _in_rows(ways: tuple[Way, ...]) -> list[tuple[Way, ...]]:
    """Ways that follow each other and lead to the same place, together."""
    rows: list[tuple[Way, ...]] = []
    for way in ways:
        if rows and rows[-1][0].to == way.to:
            rows[-1] = (*rows[-1], way)
        else:
            rows.append((way,))
    return rows


def meeting_places(whole: Map) -> Mapping[str, str]:
    """For each step from which there is a way to the end: the first place, or the end, that all such ways come through."""
    after = _always_after(whole)
    return {name: max(after[name] - {name}, key=lambda place: len(after[place])) for name in after if name != END}


def _always_after(whole: Map) -> dict[str, set[str]]:
    """For each step, itself and every place that all its ways to the end come through."""
    live = {stop.id: stop for stop in whole.stops if not stop.stuck}
    after = {END: {END}, **{name: {*live, END} for name in live}}
    changed = True
    while changed:
        changed = False
        for name in reversed(live):
            ways = [after[to] for to in live[name].next if to in after]
            new = {name}.union(set.intersection(*ways)) if ways else {name}
            if new != after[name]:
                after[name], changed = new, True
    return after
