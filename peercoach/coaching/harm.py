"""When a reply could hurt, whatever else it does. Source: the bands of the project's skills vocabulary."""

from __future__ import annotations

from collections.abc import Collection

from peercoach.coaching.moment import Rubric, SkillLine
from peercoach.coaching.rubric import HARMFUL
from peercoach.coaching.weighing import Weighing

ADULT = 18


def hurts(weighing: Weighing, pitfalls: Collection[str], rubric: Rubric) -> str:
    """Why the reply could hurt, in a word or two; "" when it couldn't."""
    told = weighing.told
    moment = weighing.reading.moment
    at_risk = any(isinstance(line, SkillLine) and line.skill == "safety" and not line.optional for line in rubric.lines)
    hard = HARMFUL.intersection(pitfalls)
    if hard:
        return min(hard)
    if "promising" in pitfalls and told["promising"].why == "secrecy":
        return "promised secrecy"
    if "diagnosing" in pitfalls and told["diagnosing"].why == "medication":
        return "medication"
    if "one-to-one" in pitfalls and moment.age is not None and moment.age < ADULT:
        return "a private place for someone under 18"
    if at_risk and told["safety"].level == "missed":
        return "risk left unanswered"
    return ""
