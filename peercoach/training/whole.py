"""Learns the second layer, `coaching/whole.py`: how much each part of a reply adds to how it comes across.

From whole replies weighed by weights that never saw their writer. Squared hinge loss by coordinate descent with a floor at
0 (Chang, Hsieh and Lin, "Coordinate descent method for large-scale L2-loss linear support vector machines", JMLR 2008);
`value` is ordinal, one weight vector and a threshold for each step from band to band.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np  # noqa: TID251  # the training floor is the one place for numpy

from peercoach.coaching.harm import doubtful
from peercoach.coaching.moment import BANDS, Band
from peercoach.coaching.rubric import band, share
from peercoach.coaching.score import mark
from peercoach.coaching.vocabulary import PITFALLS
from peercoach.coaching.weighing import Weighing
from peercoach.coaching.whole import FINE, PARTS, UNIT, Whole
from peercoach.training.corpus import Reply
from peercoach.training.units import rubric_of

RANK: dict[str, int] = {name: rank for rank, name in enumerate(reversed(BANDS))}
"""0 harmful to 3 strong."""
TOLL = 0.1
"""What every pitfall that is told takes from `value` at least."""
OWED = 0.3
"""What taking up what they said adds to it at least: a good reply is a better one where it was written for somebody."""
HOLD = 60.0
"""How firmly the weights are held to 0."""
SWEEPS = 40
EDGE = 0.03
"""The share of a band's replies left beyond each end of its range."""

CUTS = 40
"""Places tried for where `fine` begins."""
NEAR = 4
"""Neighbours on each side that a threshold is judged with."""
MISS = 1.5
"""The beta of what hurts: to miss it is worse than to doubt a reply that is fine."""


@dataclass(frozen=True, slots=True)
class Row:
    """One reply: its parts, its labelled rank, the band told without regard to whether it hurts, and why it could, with doubt."""

    parts: tuple[float, ...]
    rank: int
    told: Band
    hurt: str
    doubtful: bool


def row_of(reply: Reply, weighing: Weighing) -> Row:
    """What the second layer learns from a weighed reply."""
    rubric = rubric_of(reply)
    marked = mark(weighing, rubric)
    told = band(share(rubric, marked.worth), [pitfall.id for pitfall in marked.pitfalls], hurts=False)
    return Row(marked.parts, RANK[reply.band], told, marked.hurt, doubtful(marked.hurt, weighing))


def learn(rows: Sequence[Row]) -> Whole:
    """Both weight vectors, in 64ths, from the rows in their order."""
    parts = np.array([each.parts for each in rows])
    rank = np.array([each.rank for each in rows])
    least = [TOLL if part in PITFALLS else OWED if part == "theirs" else 0.0 for part in PARTS]
    value = fit(parts, np.array([rank > step for step in range(3)]), least, HOLD)
    fine = fit(parts, (rank > 0)[None], [0.0] * len(PARTS), HOLD)
    rounded = tuple(round(w * UNIT) for w in value[: len(PARTS)])
    fine_rounded = tuple(round(w * UNIT) for w in fine[: len(PARTS)])
    heights = [sum(p * w for p, w in zip(each.parts, rounded, strict=True)) / UNIT for each in rows]
    fines = [sum(p * w for p, w in zip(each.parts, fine_rounded, strict=True)) for each in rows]
    bias = _bias(rows, fines)
    bands = ["harmful" if _hurts(each, f, bias) else each.told for each, f in zip(rows, fines, strict=True)]
    ranges = tuple(_range([h for h, b in zip(heights, bands, strict=True) if b == name]) for name in BANDS)
    return Whole(rounded, fine_rounded, bias, ranges)


def _hurts(each: Row, fine: float, bias: int) -> bool:
    return bool(each.hurt) and not (each.doubtful and fine >= bias)


def _bias(rows: Sequence[Row], fines: Sequence[float]) -> int:
    """Where `fine` begins among those open to doubt: the place with the best F-beta of telling what hurts."""
    open_ = sorted(f for f, each in zip(fines, rows, strict=True) if each.doubtful)
    cuts = [round(open_[place * (len(open_) - 1) // CUTS]) for place in range(CUTS + 1)] if open_ else [FINE]
    true = sum(not each.rank for each in rows)

    def f_beta(cut: int) -> float:
        told = [not each.rank for f, each in zip(fines, rows, strict=True) if _hurts(each, f, cut)]
        return (1 + MISS * MISS) * sum(told) / (len(told) + MISS * MISS * true)

    return cuts[steadiest([f_beta(cut) for cut in cuts])]


def steadiest(figures: Sequence[float], equal: float = 0.0) -> int:
    """The place of the best figure with its neighbours: a peak that a few replies made is passed over for a broad one.

    Of places as good within `equal`, the last.
    """
    around = [figures[max(place - NEAR, 0) : place + NEAR + 1] for place in range(len(figures))]
    means = [sum(each) / len(each) for each in around]
    return max(place for place, mean in enumerate(means) if mean >= max(means) - equal)


def _range(heights: Sequence[float]) -> tuple[int, int]:
    """The values, in 1024ths, that nearly all of these lie between."""
    if not heights:
        return 0, FINE
    ordered = sorted(heights)
    edge = int(len(ordered) * EDGE)
    return round(ordered[edge] * FINE), round(ordered[-1 - edge] * FINE)


def fit(parts: np.ndarray, above: np.ndarray, floors: Sequence[float], hold: float) -> np.ndarray:
    """One weight a part, none below its floor, and a bias for each row of `above` (steps, replies), as one vector.

    `hold`: how firmly the weights are held to 0.
    """
    size, steps = parts.shape[1], above.shape[0]
    biases = np.repeat(np.eye(steps), len(parts), axis=0)
    signs = np.where(above.reshape(-1), 1.0, -1.0)[:, None]
    columns = (np.hstack([np.tile(parts, (steps, 1)), biases]) * signs).T.copy()
    weights = np.array([*(max(floor, 0.0) for floor in floors), *([0.0] * steps)])
    margins = weights @ columns
    for _ in range(SWEEPS):
        for place, column in enumerate(columns):
            short = np.maximum(1.0 - margins, 0.0)
            slope = hold * weights[place] - 2.0 * (short * column).sum()
            curve = hold + 2.0 * (column * column)[short > 0].sum()
            step = -slope / curve
            if place < size:
                step = max(step, floors[place] - weights[place])
            weights[place] += step
            margins += step * column
    return weights
