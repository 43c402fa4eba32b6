"""A scenario's map as a tree of lines, with box characters or with plain ones. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from peercoach.scenario.map import Map
from peercoach.scenario.outline import Arm, Leg, Line, outline
from peercoach.terminal.words import cells, cut, one_line

_SAYING = 60
"""Columns of what an option says, where an option is a way of its own."""
_LEAST = 16
"""Columns a line has however far it is set in."""


@dataclass(frozen=True, slots=True)
class Glyphs:
    """What the tree is drawn with: a way that others follow, the last one, and what stands before the lines below them."""

    tee: str
    corner: str
    bar: str
    blank: str


BOX = Glyphs("├─ ", "└─ ", "│  ", "   ")
PLAIN = Glyphs("|- ", "`- ", "|  ", "   ")


def tree(whole: Map, width: int, glyphs: Glyphs = BOX) -> Iterator[str]:
    """The map in lines of `width` columns at most (unless it is set in too far for any text)."""
    told = outline(whole)
    pen = _Pen(width, glyphs)
    parting = [stop.id for stop in whole.stops if stop.parts and stop.reached]
    yield from pen.wrapped(one_line(whole.title), "")
    yield from pen.wrapped(f"{_steps(len(whole.stops))}; " + (f"parts at {', '.join(parting)}" if parting else "one way"), "")
    yield ""
    yield from pen.line(told.main, "")
    for title, lines in (("Further in:", told.deeper), ("Nothing leads here:", told.unreached)):
        for line in lines:
            yield ""
            yield from pen.wrapped(title, "")
            yield from pen.line(line, "")


def _steps(count: int) -> str:
    return f"{count} step{'' if count == 1 else 's'}"


class _Pen:
    """Draws lines of one width with one set of glyphs. `lead` is what stands before a line."""

    def __init__(self, width: int, glyphs: Glyphs) -> None:
        self.width = width
        self.glyphs = glyphs

    def wrapped(self, text: str, lead: str, later: str | None = None) -> Iterator[str]:
        """The text over as many lines as it takes; `later` stands before all but the first."""
        below = lead if later is None else later
        row = ""
        for word in text.split():
            room = max(_LEAST, self.width - cells(lead))
            if row and cells(row) + 1 + cells(word) > room:
                yield f"{lead}{row}"
                lead, row = below, word
            else:
                row = f"{row} {word}" if row else word
        yield f"{lead}{row}"

    def line(self, line: Line, lead: str) -> Iterator[str]:
        """Steps below each other, then where the last one leads."""
        for leg in line.legs:
            yield from self.leg(leg, lead)
        last = line.legs[-1]
        if line.to and not last.arms:  # where the talk parts, each way has said where it leads
            yield from self.wrapped(_leads(line.to, back=line.back, stuck=last.stop.stuck), lead)

    def leg(self, leg: Leg, lead: str) -> Iterator[str]:
        """One step on one line; below it the ways on."""
        stop = leg.stop
        kind = "" if stop.id.startswith(f"{stop.kind}-") else f"{stop.kind}: "
        yield lead + cut(one_line(f"[{stop.id}] {kind}{stop.about}"), max(_LEAST, self.width - cells(lead)))
        for number, arm in enumerate(leg.arms, 1):
            last = number == len(leg.arms)
            first = self.glyphs.corner if last else self.glyphs.tee
            yield from self.arm(leg, arm, lead + first, lead + (self.glyphs.blank if last else self.glyphs.bar))
        if leg.answers:
            yield from self.wrapped(_answers(leg), f"{lead}{self.glyphs.blank}")

    def arm(self, leg: Leg, arm: Arm, lead: str, below: str) -> Iterator[str]:
        """One way on: when, what comes on it, and where it leads."""
        conditions = "; ".join(_short(condition) for condition in arm.when)
        if not arm.legs:
            leads = _leads(arm.to, back=arm.back, stuck=leg.stop.stuck)
            yield from self.wrapped(f"{conditions} {leads}", lead, f"{below}  ")
            return
        yield from self.wrapped(conditions, lead, f"{below}  ")
        yield from self.line(Line(arm.legs, arm.to, arm.back), below)


def _leads(to: str, *, back: bool, stuck: bool) -> str:
    where = f"-> {'back to ' if back else ''}{to}"
    return f"{where} (no way to the end)" if back and stuck else where


def _short(condition: str) -> str:
    return cut(one_line(condition), _SAYING)


def _answers(leg: Leg) -> str:
    """That a step is answered in several ways and goes on all the same."""
    if leg.stop.kind == "choose":
        return f"{len(leg.answers)} options, one way on"
    return f"{len(leg.answers)} answers, one way on: {'; '.join(map(_short, leg.answers))}"
