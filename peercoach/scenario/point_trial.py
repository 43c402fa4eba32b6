"""A point pattern tried on marked replies before it goes into the file: which come right by it, which wrong, which are left.

The model is the Open University's pattern-match question type, where a rule is tried on responses that people have marked.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from peercoach.coaching.moment import PointLine, Span
from peercoach.coaching.patterns import PatternError, compile_pattern, point
from peercoach.errors import PeercoachError
from peercoach.scenario.examples import Sample

_LANGUAGE = "a|b is either, a* any ending; a space is next to each other, _ a few words between; not(a) is without."
_AROUND = 16
"""Characters of a pattern shown to either side of a fault, so that it fits in 40 columns."""


@dataclass(frozen=True, slots=True)
class Tried:
    """One marked reply: whether it should show the point, whether it does without the pattern, and with it."""

    name: str
    line: int
    wanted: bool | None
    """None where the person says nothing that settles it."""
    by_band: bool
    """The point itself wasn't marked: its band stands in for it."""
    before: bool
    after: bool
    found: tuple[Span, ...] = ()
    """What the pattern itself finds in the reply, in code points, half-open."""
    words: tuple[str, ...] = ()
    """The same as the reply's words."""


@dataclass(frozen=True, slots=True)
class PointTrial:
    """What a pattern would do if it were added to a point's `any`."""

    point: str
    """"" when the step has no point yet."""
    pattern: str
    narrows: bool
    """The point has no `any` yet, only `all` or `none`: a reply would have to match the pattern as well."""
    tried: tuple[Tried, ...]

    @property
    def newly_right(self) -> tuple[Tried, ...]:
        """Replies that come out as marked only with the pattern."""
        return tuple(one for one in self.tried if one.wanted is not None and one.before != one.wanted == one.after)

    @property
    def newly_wrong(self) -> tuple[Tried, ...]:
        """Replies that come out as marked only without it."""
        return tuple(one for one in self.tried if one.wanted is not None and one.before == one.wanted != one.after)

    @property
    def left_over(self) -> tuple[Tried, ...]:
        """Replies that should show the point and don't, with the pattern or without: work for the next one."""
        return tuple(one for one in self.tried if one.wanted and not one.before and not one.after)

    @property
    def still_caught(self) -> tuple[Tried, ...]:
        """Replies that shouldn't show the point and do all the same, with the pattern or without."""
        return tuple(one for one in self.tried if one.wanted is False and one.before and one.after)

    @property
    def unsettled(self) -> tuple[Tried, ...]:
        """Replies that the pattern finds something in, and of which the person says nothing that settles it."""
        return tuple(one for one in self.tried if one.wanted is None and one.before != one.after)

    def right(self, *, after: bool) -> int:
        """How many of the settled replies come out as marked, with the pattern (`after`) or without."""
        return sum(one.wanted == (one.after if after else one.before) for one in self.tried if one.wanted is not None)

    @property
    def settled(self) -> int:
        """How many replies are marked in a way that says whether they should show the point."""
        return sum(one.wanted is not None for one in self.tried)


def try_pattern(replies: Iterable[Sample], pattern: str, line: PointLine | None, points: Collection[str] = ()) -> PointTrial:
    """Try a pattern on marked replies as one more of `line`'s `any`; without a line, as a new point of its own.

    `points` are all the points of the step. Raises PeercoachError, with a caret under the place, where the pattern can't be read.
    """
    readable(pattern)
    new = line._replace(any=(*line.any, pattern)) if line else PointLine("", any=(pattern,))
    narrows = line is not None and not line.any
    return PointTrial(new.point, pattern, narrows, tuple(_tried(reply, line, new, points) for reply in replies))


def _tried(reply: Sample, old: PointLine | None, new: PointLine, points: Collection[str]) -> Tried:
    text = reply.example.text
    found = point(PointLine("", any=new.any[-1:]), text).evidence
    return Tried(
        name=reply.label or f"example-{reply.number}",
        line=reply.example.line,
        wanted=wanted(reply, new.point, points),
        by_band=new.point not in (*reply.example.shows, *reply.example.misses),
        before=old is not None and point(old, text).level == "met",
        after=point(new, text).level == "met",
        found=found,
        words=tuple(text[start:end] for start, end in found),
    )


def wanted(reply: Sample, name: str, points: Collection[str]) -> bool | None:
    """Whether a marked reply should show the point called `name`.

    What was marked of the point itself counts. Where no point of the step was marked at all, the band stands in for it: a
    strong reply should show it, a needs-work one shouldn't. Of the rest nothing is known: one that could hurt may well have
    picked it up first.
    """
    said = reply.example
    if name in (*said.shows, *said.misses):
        return name in said.shows
    if not set(points).isdisjoint((*said.shows, *said.misses)):
        return None
    if said.bands == ("strong",):
        return True
    return False if said.bands == ("needs-work",) else None


def readable(pattern: str) -> None:
    """Raise PeercoachError when a pattern can't be read: what is the matter, and the pattern with a caret under the place."""
    try:
        compile_pattern(pattern)
    except PatternError as fault:
        message = f"The pattern can't be read: {fault.message}.\n{with_caret(pattern, fault.position)}"
        raise PeercoachError(message, _LANGUAGE) from None


def with_caret(pattern: str, position: int) -> str:
    """Two lines: the pattern near `position` (in code points, from 0), and a caret under that character."""
    flat = "".join(char if char.isprintable() else " " for char in pattern)
    start, end = max(0, position - _AROUND), min(len(flat), position + _AROUND)
    before = ("…" if start else "") + flat[start:position]
    after = flat[position:end] + ("…" if end < len(flat) else "")
    return f"  {before}{after}\n  {' ' * sum(map(_columns, before))}^"


def _columns(char: str) -> int:
    """How many columns of a terminal a character takes."""
    if unicodedata.category(char) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1
