"""Score a reply: a pure function from (reply, moment, rubric) to a Result."""

from __future__ import annotations

from peercoach.coaching.moment import Mark, Moment, Result, Rubric, SkillLine


def score(reply: str, moment: Moment, rubric: Rubric) -> Result:
    """Score a reply against a rubric."""
    del reply, moment
    marks = tuple(Mark(line.skill, "missed") for line in rubric.lines if isinstance(line, SkillLine))
    return Result(0, "needs-work", marks)
