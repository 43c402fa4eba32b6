"""Words for a result: what landed, one next thing, careful."""

from __future__ import annotations

from dataclasses import dataclass

from peercoach.coaching.moment import Moment, Next, Result, Rubric


@dataclass(frozen=True, slots=True)
class Landed:
    """Something the reply did: the skill or point, the learner's own words, and a sentence about it."""

    about: str
    quote: str
    say: str


@dataclass(frozen=True, slots=True)
class Careful:
    """A pitfall that showed: its id, the learner's own words, and a sentence about it."""

    about: str
    quote: str
    say: str


@dataclass(frozen=True, slots=True)
class Feedback:
    """What the learner is told after a reply. `changed` is empty on a first try."""

    landed: tuple[Landed, ...] = ()
    next: Next = Next("", "")
    careful: tuple[Careful, ...] = ()
    changed: tuple[str, ...] = ()


def feedback(
    reply: str, result: Result, moment: Moment, rubric: Rubric, *, before: Result | None = None, hints_seen: int = 0
) -> Feedback:
    """Put a result into words."""
    del reply, moment, rubric, before, hints_seen
    return Feedback(next=result.next)
