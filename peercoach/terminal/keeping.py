"""From what happened to what is kept of it. What may be about the learner never gets here."""

from __future__ import annotations

from peercoach.coaching.moment import Level, Mark, Result
from peercoach.keep.values import Kept
from peercoach.practice.values import Answer, Chosen, Outcome, Scored, Spotted, State


def kept_of(before: State, answer: Answer, outcome: Outcome) -> Kept:
    """One answer as it is kept: to which step, the `attempt`th try there, and how it came out."""
    kept = Kept(before.step.id if before.step else "", answer.kind, answer.value)
    match outcome:
        case Scored(result=result, attempt=attempt):
            pitfalls = tuple(pitfall.id for pitfall in result.pitfalls)
            return _tried(kept, attempt, result, pitfalls)
        case Chosen(band=band, attempt=attempt, result=None):
            return Kept(kept.step_id, kept.kind, kept.value, attempt, None, band)
        case Chosen(attempt=attempt, result=result) if result:
            return _tried(kept, attempt, result, ())
        case Spotted(right=right):
            return Kept(kept.step_id, kept.kind, kept.value, before.attempt() + 1, None, "strong" if right else "needs-work")
    return kept


def _tried(kept: Kept, attempt: int, result: Result, pitfalls: tuple[str, ...]) -> Kept:
    marks = tuple(map(_pair, filter(_can_be_kept, (*result.skills, *result.points))))
    return Kept(kept.step_id, kept.kind, kept.value, attempt, result.score, result.band, marks, pitfalls)


def _pair(mark: Mark) -> tuple[str, Level]:
    return mark.id, mark.level


def _can_be_kept(mark: Mark) -> bool:
    """A point may be called anything; a name with blanks in it isn't kept."""
    return not any(sign.isspace() or sign == "=" for sign in mark.id)
