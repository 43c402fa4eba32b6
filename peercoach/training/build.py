"""From the corpus to the texts of `weights.txt` and `whole.txt`: weights, biases and cross-validated thresholds."""

from __future__ import annotations

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np  # noqa: TID251  # the training floor is the one place for numpy

from peercoach.coaching.folding import plain
from peercoach.coaching.model import FINE, LABELS, UNIT, Model
from peercoach.coaching.rubric import HARMFUL
from peercoach.coaching.score import looked_for, weigh
from peercoach.coaching.vocabulary import PITFALLS, SKILLS
from peercoach.coaching.weighing import Weighing
from peercoach.coaching.whole import written
from peercoach.training.corpus import Reply
from peercoach.training.learn import Settings, features, fit, vocabulary
from peercoach.training.units import OPEN, SHOWN, Example, clauses, examples, moment_of, replies, rubric_of
from peercoach.training.whole import learn, row_of, steadiest

FOLDS = 4
Fitted = tuple[dict[str, int], np.ndarray, np.ndarray]
"""The features by place, their weights, and the biases."""
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
OFTEN = 3
"""How often a word has to stand in the corpus before a slip can be put right to it."""
DOUBTFUL = -0.3
CAREFUL = 0.85
"""The beta of a pitfall's threshold: a false alarm on a kind reply costs more than a miss."""
HURTFUL = 1.3
"""That of a pitfall that hurts: to miss it costs more, and the rest of a reply still has a say (`coaching/whole.py`)."""

EQUAL = 0.005
"""F1 within which two thresholds of a skill are as good: the higher one is taken, so that what is told was earned."""
ENOUGH = 40
"""Times a skill has to be shown, and not shown, where nobody looked for it before that decides what counts there."""
GRID = tuple(n / 50 for n in range(-60, 31))


@dataclass(frozen=True, slots=True)
class Built:
    """The texts of the weights file and of the second layer, and a summary for the person who built them."""

    text: str
    whole: str
    summary: str


def build(settings: Settings | None = None) -> Built:
    """Learn everything. Takes about a minute and a half."""
    settings = settings or Settings()
    learnt = halfway(settings)
    known = vocabulary(learnt.rows, settings.least)
    fitted = fit(learnt.found, learnt.rows, known, settings)
    weights, bias = averaged(known, [(known, *fitted), *learnt.folds])
    text = weights_text(known, weights, bias, learnt.cuts, settings)
    size = f"{len(learnt.found)} units, {text.count(chr(10)) - 6} features, {len(text.encode()) // 1024} KiB"
    whole = learn([row_of(reply, weighing) for reply, weighing, _ in unseen(learnt, settings)])
    return Built(text, written(whole), "\n".join((size, *learnt.figures)))


@dataclass(frozen=True, slots=True)
class Halfway:
    """What cross-validation gave: the examples and their features, weights that leave out a fold each, thresholds, figures."""

    found: Sequence[Example]
    rows: Sequence[list[str]]
    folds: Sequence[Fitted]
    cuts: Thresholds
    figures: Sequence[str]


def halfway(settings: Settings) -> Halfway:
    """Learn from all folds but one, for each of them."""
    found = examples()
    rows = [features(example) for example in found]
    found = sure(found, cross_validated(found, rows, settings))
    folds: list[Fitted] = []
    cuts, figures = thresholds(found, cross_validated(found, rows, settings, folds))
    return Halfway(found, rows, folds, cuts, figures)


def unseen(learnt: Halfway, settings: Settings) -> Iterator[tuple[Reply, Weighing, int]]:
    """Every reply of the corpus, weighed by weights that never saw its moment, and the fold it is in."""
    models = [Model(weights_text(*fitted, learnt.cuts, settings)) for fitted in learnt.folds]
    for reply in replies():
        fold = fold_of(reply.moment)
        yield reply, weigh(reply.text, moment_of(reply), rubric_of(reply), models[fold]), fold


def fold_of(group: str) -> int:
    """The fold of a moment or a clause file: all of a moment is in one."""
    return zlib.crc32(group.encode()) % FOLDS


def spelling_text() -> str:
    """The words of the corpus as they are folded, those that stand in it at least three times, commonest first."""
    counts: Counter[str] = Counter()
    lines = [clause.text for clause in clauses()]
    for reply in replies():
        lines += [reply.text, *(text for _, text in reply.messages)]
    for line in dict.fromkeys(lines):
        counts.update(word for typed in WORD.findall(line.lower()) for word in plain(typed))
    words = [word for word, count in counts.items() if count >= OFTEN and word.isalpha() and word.isascii()]
    return " ".join(sorted(words, key=lambda word: (-counts[word], word))) + "\n"


def weights_text(known: dict[str, int], weights: np.ndarray, bias: np.ndarray, cuts: Thresholds, settings: Settings) -> str:
    """The text of a weights file."""
    lines = [
        "peercoach weights 2: feature, then label and weight in 64ths; written by python -m peercoach.training",
        " ".join(str(round(b * UNIT)) for b in bias),
        *cuts.lines(),
    ]
    for name, row in zip(known, weights, strict=True):
        cells = [f"{chr(65 + lane)}{w}" for lane, weight in enumerate(row) if abs(w := round(weight * UNIT)) >= settings.drop]
        if cells:
            lines.append(f"{name}\t{''.join(cells)}")
    return "\n".join(lines) + "\n"


def averaged(known: dict[str, int], fitted: Sequence[Fitted]) -> tuple[np.ndarray, np.ndarray]:
    """The mean of several fits, in the order of `known`: steadier than any one, so that a wording more or less moves less."""
    weights = np.zeros((len(known), len(LABELS)))
    bias = np.zeros(len(LABELS))
    for names, each, offset in fitted:
        rows = np.array([known[name] for name in names], dtype=np.int64)
        weights[rows] += each
        bias += offset
    return weights / len(fitted), bias / len(fitted)


def cross_validated(
    found: Sequence[Example], rows: Sequence[list[str]], settings: Settings, folds: list[Fitted] | None = None
) -> np.ndarray:
    """The margin of each example for each label, from weights that never saw its moment. `folds` takes the fits."""
    margins = np.zeros((len(found), len(LABELS)))
    part = [fold_of(example.group) for example in found]
    for fold in range(FOLDS):
        train = [i for i in range(len(found)) if part[i] != fold]
        mine = [rows[i] for i in train]
        known = vocabulary(mine, settings.least)
        weights, bias = fit([found[i] for i in train], mine, known, settings)
        if folds is not None:
            folds.append((known, weights, bias))
        for i in range(len(found)):
            if part[i] == fold:
                idx = [known[f] for f in rows[i] if f in known]
                margins[i] = (weights[idx].sum(axis=0) + bias) / np.sqrt(len(idx) + 1.0)
    return margins


def sure(found: Sequence[Example], margins: np.ndarray) -> list[Example]:
    """Parts of a marked stretch that say nothing on their own are no longer held to show it (as in multiple-instance SVMs)."""
    out = []
    for example, row in zip(found, margins, strict=True):
        part = example.unit not in example.reading.text.sentences and not example.group.startswith("clause")
        truth = tuple(
            OPEN if part and t == SHOWN and margin < DOUBTFUL else t for t, margin in zip(example.truth, row, strict=True)
        )
        out.append(replace(example, truth=truth))
    return out


@dataclass(frozen=True, slots=True)
class Thresholds:
    """For each label the margins where `met` and `partly` begin: in any reply, and where the moment looks for the skill."""

    met: tuple[float, ...]
    partly: tuple[float, ...]
    met_wanted: tuple[float, ...]
    partly_wanted: tuple[float, ...]

    def lines(self) -> list[str]:
        """As the weights file has them."""
        every = (self.met, self.partly, self.met_wanted, self.partly_wanted)
        return [" ".join(str(round(t * FINE)) for t in each) for each in every]


def thresholds(found: Sequence[Example], margins: np.ndarray) -> tuple[Thresholds, list[str]]:
    """The thresholds that tell most whole replies rightly, and a line of figures for each label."""
    every = {(reply.moment, reply.text): reply for reply in replies()}
    wanted = {key: looked_for(rubric_of(reply), moment_of(reply)) for key, reply in every.items()}
    best: dict[tuple[str, str], np.ndarray] = defaultdict(lambda: np.full(len(LABELS), -9.0))
    for example, row in zip(found, margins, strict=True):
        key = (example.group, example.reading.text.raw)
        if key in every:
            best[key] = np.maximum(best[key], row)
    rows, figures = [], []
    for lane, label in enumerate(LABELS):
        judged = [(key, truth) for key, reply in every.items() if key in best and (truth := _of(reply, label)) is not None]
        wanting = [(best[key][lane], truth) for key, truth in judged if label in wanted[key]]
        rest = [(best[key][lane], truth) for key, truth in judged if label not in wanted[key]]
        every_way = [*wanting, *rest]
        low_wanted, high_wanted, f1_wanted = _cuts(label, wanting or every_way)
        shown = sum(truth > 0 for _, truth in rest)
        low, high, f1 = _cuts(label, rest if min(shown, len(rest) - shown) >= ENOUGH else every_way)
        rows.append((high, low, high_wanted, low_wanted))
        figures.append(
            f"{label:16} n {sum(t > 0 for _, t in judged):4}  F1 {f1:.3f}  partly from {low:+.2f}  met from {high:+.2f}"
            f"  looked for: F1 {f1_wanted:.3f}  {low_wanted:+.2f}  {high_wanted:+.2f}"
        )
    return Thresholds(*map(tuple, zip(*rows, strict=True))), figures


def _cuts(label: str, pairs: Sequence[tuple[float, int]]) -> tuple[float, float, float]:
    """Where partly and met begin, and the F-beta of what is shown at all."""
    beta = HURTFUL if label in HARMFUL else CAREFUL if label in PITFALLS else 1.0
    low, f1 = _best([(margin, truth > 0) for margin, truth in pairs], beta, EQUAL if label in SKILLS else 0.0)
    return low, low if label in PITFALLS else max(low, _split(pairs, low)), f1


def _of(reply: Reply, label: str) -> int | None:
    """2 met, 1 partly, 0 not shown, None not judged."""
    shown = [1 if mark.partly else 2 for mark in reply.labels if mark.id == label]
    if not shown and label == "own-words" and label not in reply.expects:
        return None
    return max(shown, default=0)


def _best(pairs: Sequence[tuple[float, bool]], beta: float, equal: float) -> tuple[float, float]:
    """The threshold with the steadiest best F-beta, the highest of those that are as good within `equal`, and that figure."""
    true = sum(t for _, t in pairs)
    scored = []
    for cut in GRID:
        told = sum(m >= cut for m, _ in pairs)
        hit = sum(m >= cut and t for m, t in pairs)
        scored.append((1 + beta * beta) * hit / (told + beta * beta * true) if told + true else 0.0)
    place = steadiest(scored, equal)
    return GRID[place], scored[place]


def _split(pairs: Sequence[tuple[float, int]], low: float) -> float:
    """The margin where met begins among what is shown: the one that keeps most of both apart, met counting twice as much.

    Shares, not numbers: most of what is shown is met, and where it is shown by half still has to be seen.
    """
    met = [m for m, t in pairs if t == 2 and m >= low]
    partly = [m for m, t in pairs if t == 1 and m >= low]

    def apart(cut: float) -> float:
        return 2 * sum(m >= cut for m in met) / max(len(met), 1) + sum(m < cut for m in partly) / max(len(partly), 1)

    cuts = [cut for cut in GRID if low <= cut <= low + 0.6]
    return cuts[steadiest([apart(cut) for cut in cuts])] if cuts else low
