"""From levels to a score and a band. Source of the bands: the project's skills vocabulary."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Graded:
    """A score and its band. The bands never overlap: 0-19 harmful, 20-44 needs-work, 45-69 developing, 70-100 strong."""

    score: int
    band: Band


def share(rubric: Rubric, levels: Mapping[str, str]) -> float:
    """How much of the rubric is met, 0 to 1; partly counts half. An optional line counts only where it helps."""
    got = total = 0.0
    extras = []
    for line in rubric.lines:
        worth = WORTH[levels.get(line.skill if isinstance(line, SkillLine) else line.point, "missed")]
        if line.optional:
            extras.append((worth, line.weight))
        else:
            got += worth * line.weight
            total += line.weight
    for worth, weight in sorted(extras, reverse=True):
        if not total or worth * total > got:
            got += worth * weight
            total += weight
    return got / total if total else 0.0


def grade(met: float, pitfalls: Sequence[str], *, hurts: bool, fine: float = 0.0, watch: Collection[str] = ()) -> Graded:
    """The score and band for a share `met` of the rubric. `hurts`: this could hurt, whatever was met.

    `fine`, -1 to 1, orders replies of one band by how clearly they did what they did.
    """
    cost = sum(COSTS.get(name, 0.3) * (WATCHED if name in watch else 1.0) for name in pitfalls)
    value = max(met - cost, 0.0)
    if hurts:
        return _graded("harmful", value, fine)
    if met >= STRONG and not pitfalls:
        return _graded("strong", (met - STRONG) / (1 - STRONG), fine)
    if value >= DEVELOPING:
        return _graded("developing", (value - DEVELOPING) / (1 - DEVELOPING), fine)
    return _graded("needs-work", value / DEVELOPING, fine if met else min(fine, 0.0))


def _graded(band: Band, part: float, fine: float) -> Graded:
    spread = min(max(0.1 + 0.8 * min(part, 1.0) + 0.04 * fine, 0.0), 1.0)
    return Graded(FLOOR[band] + int(WIDTH[band] * spread), band)


def levels_of(marks: Sequence[Mark]) -> dict[str, str]:
    """Levels by skill or point."""
    return {mark.id: mark.level for mark in marks}
