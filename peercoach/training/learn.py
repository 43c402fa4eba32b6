"""Learns the weights: one linear support vector machine a label, squared hinge loss, by dual coordinate descent.

Only additions, multiplications, divisions, square roots and comparisons of doubles, each in a fixed order: the same
weights on every machine. Source of the method: Hsieh et al., "A dual coordinate descent method for large-scale linear
SVM", ICML 2008.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np  # noqa: TID251  # the training floor is the one place for numpy

from peercoach.coaching.features import SHAPE
from peercoach.coaching.model import LABELS
from peercoach.coaching.vocabulary import PITFALLS
from peercoach.training.units import HALF, OPEN, Example


@dataclass(frozen=True, slots=True)
class Settings:
    """How to learn.

    `cost` of a miss; `lift` more for a rare positive; `least` examples a feature must stand in; weights under `drop` 64ths
    are left out of the file.
    """

    cost: float = 0.5
    lift: float = 2.0
    least: int = 3
    rounds: int = 12
    drop: int = 13


def features(example: Example) -> list[str]:
    """The features of one example, a feature as often as it stands."""
    return example.reading.features(example.unit)


def vocabulary(rows: Sequence[list[str]], least: int) -> dict[str, int]:
    """The features that stand in at least `least` examples, in the order of their spelling."""
    counts: Counter[str] = Counter()
    for row in rows:
        counts.update(set(row))
    return {name: i for i, name in enumerate(sorted(n for n, c in counts.items() if c >= least))}


def fit(
    examples: Sequence[Example], rows: Sequence[list[str]], known: dict[str, int], settings: Settings
) -> tuple[np.ndarray, np.ndarray]:
    """Weights of shape (features, labels) and biases of shape (labels,). What `SHAPE` holds weighs 0 for pitfalls."""
    indices, counts = _sparse(rows, known)
    goes_by = np.ones((len(known), len(LABELS)))
    goes_by[np.ix_([known[name] for name in sorted(SHAPE & known.keys())], [LABELS.index(name) for name in PITFALLS])] = 0.0
    truth = np.array([e.truth for e in examples], dtype=np.float64)
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
    return weights, bias


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
