"""Learns `coaching/company.py`: what the rest of a reply says for or against each label, and where met and partly begin.

From whole replies weighed by weights that never saw their writer. Squared hinge loss by coordinate descent, as in `whole.py`;
a label's own words keep a weight above 0, and everything else is counted in their measure. Thresholds come from replies whose
fold was left out of the company as well.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np  # noqa: TID251  # the training floor is the one place for numpy

from peercoach.coaching.company import FINE, INPUTS, UNIT, Company
from peercoach.coaching.model import LABELS
from peercoach.coaching.vocabulary import SKILLS
from peercoach.coaching.weighing import Weighing
from peercoach.training.corpus import Reply
from peercoach.training.whole import fit

HOLD = 6.0
"""How firmly weights are held to 0."""
OWN = 0.5
"""The least weight of a label's own words."""
HARDLY = -0.2
"""How much a pitfall may speak against another pitfall at most."""
FAR = 1.5
"""Margins further off than this say no more."""
FAINT = 2
"""Weights of fewer 64ths are left out."""
ENOUGH = 40
"""Times a skill has to be shown, and not shown, where nobody looked for it before that decides what counts there."""
LOOKED_FOR = INPUTS.index(f"looks for {SKILLS[0]}")

Cut = tuple[int, int, int, int]
Cutter = Callable[[str, Sequence[tuple[float, int]]], tuple[float, float, float]]


@dataclass(frozen=True, slots=True)
class View:
    """A whole reply as company sees it: its inputs, its best margins by words alone, and what it was labelled.

    `truth` is 2 met, 1 partly, 0 not shown, or None where that was not judged.
    """

    inputs: tuple[int, ...]
    alone: tuple[float, ...]
    wanted: frozenset[str]
    truth: tuple[int | None, ...]
    fold: int


def view_of(reply: Reply, weighing: Weighing, fold: int) -> View:
    """What company learns from a reply that was weighed without any."""
    truth = tuple(truth_of(reply, label) for label in LABELS)
    return View(weighing.inputs, weighing.alone, weighing.wanted, truth, fold)


def truth_of(reply: Reply, label: str) -> int | None:
    """2 met, 1 partly, 0 not shown, None not judged."""
    shown = [1 if mark.partly else 2 for mark in reply.labels if mark.id == label]
    if not shown and label == "own-words" and label not in reply.expects:
        return None
    return max(shown, default=0)


def learn(views: Sequence[View]) -> list[tuple[int, ...]]:
    """A row of weights in 64ths for each label: what each input adds to its margin.

    That a skill is looked for itself is weighed with the rest, so that nothing else stands in for it, and is then left to the
    thresholds.
    """
    inputs = np.array([view.inputs for view in views]) / UNIT
    return [_row(views, inputs, lane) for lane in range(len(LABELS))]


def _row(views: Sequence[View], inputs: np.ndarray, lane: int) -> tuple[int, ...]:
    judged = [place for place, view in enumerate(views) if view.truth[lane] is not None]
    own = np.array([[max(min(views[place].alone[lane], FAR), -FAR)] for place in judged])
    used = [place for place in range(len(INPUTS)) if _counts(place, lane)]
    shown = np.array([[bool(views[place].truth[lane]) for place in judged]])
    floors = [OWN, *(_floor(place, lane) for place in used)]
    weights = fit(np.hstack([own, inputs[judged][:, used]]), shown, floors, HOLD)
    row = np.zeros(len(INPUTS), dtype=np.int64)
    for place, weight in zip(used, weights[1:], strict=False):
        in_64ths = round(weight / weights[0] * UNIT)
        row[place] = in_64ths if abs(in_64ths) >= FAINT and place - LOOKED_FOR != lane else 0
    row[-1] = -round(float((inputs[judged] @ row).mean()))
    return tuple(map(int, row))


def _floor(place: int, lane: int) -> float:
    """The least weight of an input: one pitfall hardly speaks against another."""
    return HARDLY if len(SKILLS) <= place < len(LABELS) and lane >= len(SKILLS) else -np.inf


def _counts(place: int, lane: int) -> bool:
    """What a label goes by: never itself twice, and a pitfall never by what a moment looks for."""
    if place == len(INPUTS) - 1:
        return False
    return lane < len(SKILLS) if place >= LOOKED_FOR else place != lane


def crossed(views: Sequence[View], folds: int, cut: Cutter) -> tuple[list[Company], Company, list[str]]:
    """A company for each fold that never saw it, one learnt from all, and a line of figures for each label."""
    parts = [learn([view for view in views if view.fold != fold]) for fold in range(folds)]
    none: list[Cut] = [(0, 0, 0, 0)] * len(LABELS)
    unseen = [Company(rows, none) for rows in parts]
    margins = [tuple(map(sum, zip(view.alone, unseen[view.fold].moves(view.inputs, view.wanted), strict=True))) for view in views]
    cuts, figures = [], []
    for lane, label in enumerate(LABELS):
        each, figure = _cuts(label, lane, views, margins, cut)
        cuts.append(each)
        figures.append(figure)
    return [Company(rows, cuts) for rows in parts], Company(learn(views), cuts), figures


def _cuts(label: str, lane: int, views: Sequence[View], margins: Sequence[tuple[float, ...]], cut: Cutter) -> tuple[Cut, str]:
    judged = [
        (view, margin[lane], truth)
        for view, margin in zip(views, margins, strict=True)
        if (truth := view.truth[lane]) is not None
    ]
    wanting = [(margin, truth) for view, margin, truth in judged if label in view.wanted]
    rest = [(margin, truth) for view, margin, truth in judged if label not in view.wanted]
    every = [*wanting, *rest]
    low_wanted, high_wanted, f1_wanted = cut(label, wanting or every)
    shown = sum(truth > 0 for _, truth in rest)
    low, high, f1 = cut(label, rest if min(shown, len(rest) - shown) >= ENOUGH else every)
    figure = (
        f"{label:16} n {sum(truth > 0 for _, truth in every):4}  F1 {f1:.3f}  partly from {low:+.2f}  met from {high:+.2f}"
        f"  looked for: F1 {f1_wanted:.3f}  {low_wanted:+.2f}  {high_wanted:+.2f}"
    )
    in_fine = [round(each * FINE) for each in (high, low, min(high, high_wanted), min(low, low_wanted))]
    return (in_fine[0], in_fine[1], in_fine[2], in_fine[3]), figure
