"""From levels to a score and a band. Source of the bands: the project's skills vocabulary."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from peercoach.coaching.moment import Band, Mark, Rubric, SkillLine

DEFAULT = Rubric((SkillLine("hear"), SkillLine("reflect"), SkillLine("ask")))
"""What is looked for when a moment says nothing of what it expects."""

WORTH = {"met": 1.0, "partly": 0.5, "missed": 0.0}
HARMFUL = frozenset({"minimising", "judging", "unsafe-detail"})
"""Pitfalls that make a reply harmful wherever they count."""

COSTS = {
    "fixing": 0.06, "diagnosing": 0.35, "template": 0.45, "interrogating": 0.4, "taking-over": 0.08, "one-to-one": 0.45,
    "promising": 0.06, "pressuring": 0.3, "brush-off": 0.5, "calling-out": 0.45,
}  # fmt: skip
"""What a pitfall that is not harmful in itself takes from the share of the rubric that was met."""

WATCHED = 2.0
"""How much more a pitfall takes at a step that watches for it."""

STRONG, DEVELOPING = 0.62, 0.25
FLOOR = {"strong": 70, "developing": 45, "needs-work": 20, "harmful": 0}
WIDTH = {"strong": 30, "developing": 24, "needs-work": 24, "harmful": 19}


def share(rubric: Rubric, worth: Mapping[str, float]) -> float:
    """How much of the rubric is met, 0 to 1, by what each line is `worth`. An optional line counts only where it helps."""
    got = total = 0.0
    extras = []
    for line in rubric.lines:
        here = worth.get(line.skill if isinstance(line, SkillLine) else line.point, 0.0)
        if line.optional:
            extras.append((here, line.weight))
        else:
            got += here * line.weight
            total += line.weight
    for here, weight in sorted(extras, reverse=True):
        if not total or here * total > got:
            got += here * weight
            total += weight
    return got / total if total else 0.0


def band(met: float, pitfalls: Sequence[str], *, hurts: bool, watch: Collection[str] = ()) -> Band:
    """The band for a share `met` of the rubric. `hurts`: this could hurt, whatever was met."""
    cost = sum(COSTS.get(name, 0.3) * (WATCHED if name in watch else 1.0) for name in pitfalls)
    if hurts:
        return "harmful"
    if met >= STRONG and not pitfalls:
        return "strong"
    return "developing" if max(met - cost, 0.0) >= DEVELOPING else "needs-work"


def scored(told: Band, height: float) -> int:
    """The score of a reply `height`, 0 to 1, up its band. Bands never overlap: 0-19 harmful, 20-44, 45-69, 70-100 strong."""
    return FLOOR[told] + int(WIDTH[told] * height)


def worth_of(marks: Sequence[Mark]) -> dict[str, float]:
    """What the levels of skills and points are worth, by their ids."""
    return {mark.id: WORTH[mark.level] for mark in marks}
