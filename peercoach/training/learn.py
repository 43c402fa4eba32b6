"""Learns the weights: one linear support vector machine a label, squared hinge loss, by dual coordinate descent.

Only additions, multiplications, divisions, square roots and comparisons of doubles, each in a fixed order: the same
weights on every machine. Sources of the method: Hsieh et al., "A dual coordinate descent method for large-scale linear
SVM", ICML 2008; features scaled by what each says alone: Wang and Manning, "Baselines and bigrams", ACL 2012.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np  # noqa: TID251  # the training floor is the one place for numpy

from peercoach.coaching.features import SHAPE
from peercoach.coaching.model import LABELS
from peercoach.coaching.vocabulary import PITFALLS
from peercoach.training.units import HALF, OPEN, Example

ALONE = 0.35
"""How much of a feature's scale goes by what it says of a label by itself."""
DOUBT = 2.0
"""Examples that every feature is taken to have stood in as often with a label as any: a rare one says less by itself."""
LOUDEST = 3.0
"""The most that a feature may say by itself, where 1 is the usual."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How to learn.

    `cost` of a miss; `lift` more for a rare positive; `least` examples a feature must stand in. A weight is left out of the
    file where its 64ths times the root of the examples that its feature stands in are under `drop`: at the same size, that
    leaves out more which seldom matters than a limit for the weight alone.
    """

    cost: float = 0.5
    lift: float = 2.0
    least: int = 3
    rounds: int = 12
    drop: int = 54


def features(example: Example) -> list[str]:
    """The features of one example, a feature as often as it stands."""
    return example.reading.features(example.unit)


def vocabulary(often: Mapping[str, int], least: int) -> dict[str, int]:
    """The features that stand in at least `least` examples, in the order of their spelling. `often`: in how many each does."""
    return {name: i for i, name in enumerate(sorted(n for n, c in often.items() if c >= least))}


def counted(rows: Sequence[list[str]]) -> Counter[str]:
    """In how many examples each feature stands."""
    counts: Counter[str] = Counter()
    for row in rows:
        counts.update(set(row))
    return counts


def fit(
    examples: Sequence[Example], rows: Sequence[list[str]], known: dict[str, int], settings: Settings
) -> tuple[np.ndarray, np.ndarray]:
    """Weights of shape (features, labels) and biases of shape (labels,). What `SHAPE` holds weighs 0 for pitfalls."""
    indices, counts = _sparse(rows, known)
    truth = np.array([e.truth for e in examples], dtype=np.float64)
    goes_by = 1.0 - ALONE + ALONE * _says_alone(indices, len(known), examples, truth)
    goes_by[np.ix_([known[name] for name in sorted(SHAPE & known.keys())], [LABELS.index(name) for name in PITFALLS])] = 0.0
    sign = np.where(truth > 0, 1.0, -1.0)
    upper = _costs(examples, truth, settings)
    skip = upper == 0
    diagonal = np.where(skip, 0.0, 0.5 / np.where(skip, 1.0, upper))
    weights = np.zeros((len(known), len(LABELS)))
    bias = np.zeros(len(LABELS))
    alpha = np.zeros_like(truth)
    order = _shuffled(len(examples))
    for _ in range(settings.rounds):
        for i in order:
            idx, count = indices[i], counts[i]
            scale = 1.0 / math.sqrt(float(count.sum()) + 1.0)
            value = (count * scale)[:, None] * goes_by[idx]
            margin = (weights[idx] * value).sum(axis=0) + bias * scale
            curve = (value * value).sum(axis=0) + scale * scale + diagonal[i]
            new = np.maximum(alpha[i] - (sign[i] * margin - 1.0 + diagonal[i] * alpha[i]) / curve, 0.0)
            new[skip[i]] = 0.0
            step = (new - alpha[i]) * sign[i]
            if step.any():
                weights[idx] += value * step
                bias += step * scale
                alpha[i] = new
    return weights * goes_by, bias


def _says_alone(indices: Sequence[np.ndarray], known: int, examples: Sequence[Example], truth: np.ndarray) -> np.ndarray:
    """How loudly each feature alone speaks for or against each label, of shape (features, labels): about 1, at most `LOUDEST`.

    By the odds of the label where it stands against those anywhere. For their logarithm, which differs between machines in
    its last digit, there is a quotient of roots that is nearly in proportion to it.
    """
    shown, judged = np.zeros((known, len(LABELS))), np.zeros((known, len(LABELS)))
    for idx, example, row in zip(indices, examples, truth, strict=True):
        shown[idx] += np.where(row > 0, example.weight, 0.0)
        judged[idx] += np.where(row == OPEN, 0.0, example.weight)
    usual = ((truth > 0).sum(axis=0) + 1.0) / ((truth != OPEN).sum(axis=0) + 2.0)
    rate = (shown + DOUBT * usual) / (judged + DOUBT)
    root = np.sqrt(np.sqrt(rate * (1.0 - usual) / ((1.0 - rate) * usual)))
    says = np.abs((root - 1.0) / (root + 1.0))
    spoken: np.ndarray = np.minimum(says / np.sqrt((says * says).sum(axis=0) / known), LOUDEST)
    return spoken


def _sparse(rows: Sequence[list[str]], known: dict[str, int]) -> tuple[list[np.ndarray], list[np.ndarray]]:
    indices, counts = [], []
    for row in rows:
        tally = Counter(known[f] for f in row if f in known)
        indices.append(np.array(list(tally), dtype=np.int64))
        counts.append(np.array(list(tally.values()), dtype=np.float64))
    return indices, counts


def _costs(examples: Sequence[Example], truth: np.ndarray, settings: Settings) -> np.ndarray:
    weight = np.array([e.weight for e in examples])[:, None]
    cost = np.where(truth == OPEN, 0.0, settings.cost) * weight
    cost = np.where(truth == HALF, cost * 0.5, cost)
    lifted: np.ndarray = np.where(truth > 0, cost * settings.lift, cost)
    return lifted


def _shuffled(size: int) -> list[int]:
    """A fixed order that mixes the files: a walk by a step that shares no factor with the size."""
    step = next(n for n in range(int(size * 0.618) or 1, 2 * size + 2) if math.gcd(n, size) == 1)
    return [(i * step) % size for i in range(size)]
