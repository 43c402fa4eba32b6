"""From the corpus to the text of `weights.txt`: weights, biases, and the thresholds that cross-validation chose."""

from __future__ import annotations

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np  # noqa: TID251  # the training floor is the one place for numpy

from peercoach.coaching.model import FINE, LABELS, UNIT
from peercoach.coaching.rubric import HARMFUL
from peercoach.coaching.text import plain
from peercoach.coaching.vocabulary import PITFALLS
from peercoach.training.corpus import Reply
from peercoach.training.learn import Settings, features, fit, vocabulary
from peercoach.training.units import OPEN, SHOWN, Example, clauses, examples, replies

FOLDS = 4
Fitted = tuple[dict[str, int], np.ndarray, np.ndarray]
"""The features by place, their weights, and the biases."""
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
OFTEN = 3
"""How often a word has to stand in the corpus before a slip can be put right to it."""
DOUBTFUL = -0.3
CAREFUL = 0.85
"""The beta of a pitfall's threshold: a false alarm on a kind reply costs more than a miss."""

GRID = tuple(n / 50 for n in range(-60, 31))


@dataclass(frozen=True, slots=True)
class Built:
    """The text of the weights file, and a summary for the person who built it."""

    text: str
    summary: str


def build(settings: Settings | None = None) -> Built:
    """Learn everything. Takes about a minute."""
    settings = settings or Settings()
    found = examples()
    rows = [features(example) for example in found]
    found = sure(found, cross_validated(found, rows, settings))
    folds: list[Fitted] = []
    margins = cross_validated(found, rows, settings, folds)
    met, partly, figures = thresholds(found, margins)
    known = vocabulary(rows, settings.least)
    weights, bias = averaged(known, [(known, *fit(found, rows, known, settings)), *folds])
    text = weights_text(known, weights, bias, met, partly, settings)
    summary = "\n".join((f"{len(found)} units, {text.count(chr(10)) - 4} features, {len(text.encode()) // 1024} KiB", *figures))
    return Built(text, summary)


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


def weights_text(  # noqa: PLR0913  one argument a part of the file
    known: dict[str, int],
    weights: np.ndarray,
    bias: np.ndarray,
    met: Sequence[float],
    partly: Sequence[float],
    settings: Settings,
) -> str:
    """The text of a weights file."""
    lines = [
        "peercoach weights 1: feature, then label and weight in 64ths; written by python -m peercoach.training",
        " ".join(str(round(b * UNIT)) for b in bias),
        " ".join(str(round(t * FINE)) for t in met),
        " ".join(str(round(t * FINE)) for t in partly),
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
    part = [zlib.crc32(example.group.encode()) % FOLDS for example in found]
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


def thresholds(found: Sequence[Example], margins: np.ndarray) -> tuple[list[float], list[float], list[str]]:
    """For each label the margins where `met` and `partly` begin, chosen on whole replies, and a line of figures."""
    every = {(reply.moment, reply.text): reply for reply in replies()}
    best: dict[tuple[str, str], np.ndarray] = defaultdict(lambda: np.full(len(LABELS), -9.0))
    for example, row in zip(found, margins, strict=True):
        key = (example.group, example.reading.text.raw)
        if key in every:
            best[key] = np.maximum(best[key], row)
    met, partly, figures = [], [], []
    for lane, label in enumerate(LABELS):
        pairs = [
            (best[key][lane], truth) for key, reply in every.items() if key in best and (truth := _of(reply, label)) is not None
        ]
        low, f1 = _best(
            [(margin, truth > 0) for margin, truth in pairs], CAREFUL if label in PITFALLS and label not in HARMFUL else 1.0
        )
        high = low if label in PITFALLS else max(low, _split(pairs, low))
        met.append(high)
        partly.append(low)
        figures.append(
            f"{label:16} n {sum(t > 0 for _, t in pairs):4}  F1 {f1:.3f}  partly from {low:+.2f}  met from {high:+.2f}"
        )
    return met, partly, figures


def _of(reply: Reply, label: str) -> int | None:
    """2 met, 1 partly, 0 not shown, None not judged."""
    shown = [1 if mark.partly else 2 for mark in reply.labels if mark.id == label]
    if not shown and label == "own-words" and label not in reply.expects:
        return None
    return max(shown, default=0)


def _best(pairs: Sequence[tuple[float, bool]], beta: float) -> tuple[float, float]:
    """The threshold with the best F-beta, and that figure. The middle of equals."""
    true = sum(t for _, t in pairs)
    scored = []
    for cut in GRID:
        told = sum(m >= cut for m, _ in pairs)
        hit = sum(m >= cut and t for m, t in pairs)
        scored.append(((1 + beta * beta) * hit / (told + beta * beta * true) if told + true else 0.0, cut))
    top = max(f for f, _ in scored)
    equals = [cut for f, cut in scored if f >= top - 1e-9]
    return equals[len(equals) // 2], top


def _split(pairs: Sequence[tuple[float, int]], low: float) -> float:
    """The margin from which met is likelier than partly, among what is shown at all."""
    shown = [(m, t) for m, t in pairs if t > 0 and m >= low]
    cuts = [cut for cut in GRID if low <= cut <= low + 0.6]
    return max(cuts, key=lambda cut: (sum((m >= cut) == (t == 2) for m, t in shown), -cut)) if cuts else low
