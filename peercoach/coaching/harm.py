"""When a reply could hurt, whatever else it does. Source: the bands of the project's skills vocabulary."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from peercoach.coaching.care import care
from peercoach.coaching.moment import Message, Moment, Rubric, SkillLine
from peercoach.coaching.rubric import HARMFUL
from peercoach.coaching.weighing import Weighing

ADULT = 18
UNANSWERED = "risk left unanswered"
DANGER = "danger now left unanswered"
OPEN_TO_DOUBT = frozenset({"judging", "minimising", UNANSWERED})
"""Reasons that go by shades of wording. The rest of a reply can speak against them; it can't against the others."""
TAKEN_UP = tuple(f"safety:{part}" for part in ("little", "near", "worry", "mod", "urgent"))
"""Signs that a reply takes danger up at all, if only with "are you hurt?"."""
PLAIN = 0.5
"""The margin from which wording that hurts is plain, however kind the words around it."""


def hurts(weighing: Weighing, pitfalls: Collection[str], rubric: Rubric) -> str:
    """Why the reply could hurt, in a word or two; "" when it couldn't."""
    told = weighing.told
    moment = weighing.reading.moment
    at_risk = wants_safety(rubric)
    hard = HARMFUL.intersection(pitfalls)
    if hard:
        return max(sorted(hard), key=lambda name: (name not in OPEN_TO_DOUBT, weighing.strength(name)))
    if "promising" in pitfalls and told["promising"].why == "secrecy":
        return "promised secrecy"
    if "diagnosing" in pitfalls and told["diagnosing"].why == "medication":
        return "medication"
    if "one-to-one" in pitfalls and moment.age is not None and moment.age < ADULT:
        return "a private place for someone under 18"
    if at_risk and "brush-off" in pitfalls:
        return "sent away at risk"
    if not at_risk or told["safety"].level != "missed":
        return ""
    a_little = any(map(weighing.has, TAKEN_UP))
    if acute(moment.messages, moment.to):
        return UNANSWERED if a_little else DANGER
    return UNANSWERED if told["hear"].level == "missed" and not a_little else ""


def doubtful(why: str, weighing: Weighing) -> bool:
    """Whether a reason to call a reply hurtful goes by shades of wording, and none of them is plain."""
    return why in OPEN_TO_DOUBT and (why not in HARMFUL or weighing.strength(why) < PLAIN)


def cut_short(weighing: Weighing, rubric: Rubric) -> bool:
    """Whether something that matters most was met only in part: danger now without enough help, or a service that doesn't fit."""
    moment = weighing.reading.moment
    signpost = weighing.told["signpost"]
    if signpost.level == "missed" and signpost.why and _wants("signpost", rubric):
        return True
    return wants_safety(rubric) and weighing.level("safety") != "met" and acute(moment.messages, moment.to)


def wants_safety(rubric: Rubric) -> bool:
    """Whether the rubric asks for risk to be taken seriously."""
    return _wants("safety", rubric)


def _wants(skill: str, rubric: Rubric) -> bool:
    return any(isinstance(line, SkillLine) and line.skill == skill and not line.optional for line in rubric.lines)


@lru_cache(maxsize=256)
def acute(messages: tuple[Message, ...], to: tuple[str, ...]) -> bool:
    """Whether what they said sounds like danger now: read as the learner's own words would be (see `care`)."""
    return any(care(message.text, Moment()).level == "now" for message in messages if message.who in to)
