"""Learns the tone layer of `care` from invented lines: `python -m peercoach.training.care` writes `coaching/care_weights.txt`.

Lines stand in `corpus/care.lines.txt`: `care | ...` (at risk: the person typing, now) or `fine | ...`. The replies in
`corpus/care.ordinary.txt` are `fine` too. One linear layer, squared hinge loss, only sums, products and square roots in a
fixed order: the same weights on every machine. `--check` leaves out a fifth of the lines at a time and
prints how those come out.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np  # noqa: TID251  # the training floor is the one place for numpy

from peercoach.coaching.care import Heard, listen, unquoted
from peercoach.coaching.care_context import Around
from peercoach.coaching.care_fold import fold
from peercoach.coaching.care_tone import chunks, features
from peercoach.coaching.moment import Moment

CORPUS = Path(__file__).with_name("corpus")
WEIGHTS = Path(__file__).parents[1] / "coaching" / "care_weights.txt"
_NUMBER = re.compile(r"(?!999)\d{3}")
UNIT = 64
FAINT = 6
"""Weights this near to nothing are left out: they are half of all, and change no figure."""
LIFT = 1.5
"""How much more a line at risk counts."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line, whether it is at risk, and what the layer sees of it."""

    text: str
    care: bool
    features: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Layer:
    """Learnt weights and bias."""

    weights: dict[str, float]
    bias: float

    def margin(self, row: Row) -> float:
        """How far a row is on the side of care."""
        known = [self.weights[name] for name in row.features if name in self.weights]
        return float(self.bias + sum(known) / max(len(known), 1) ** 0.5)


def rows() -> tuple[list[Row], list[Row]]:
    """The labelled lines, and the ordinary replies."""
    lines = (CORPUS / "care.lines.txt").read_text(encoding="utf-8").splitlines()
    labelled = [line.split(" | ", 1) for line in lines if line and not line.startswith("#")]
    return [row for label, text in labelled for row in seen(text, care=label == "care")], [
        row for text in ordinary() for row in seen(text, care=False)
    ]


@cache
def ordinary() -> tuple[str, ...]:
    """Ordinary replies, none of them at risk: a file of their own, so that the rest of the corpus may change without this."""
    lines = (CORPUS / "care.ordinary.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if not line.startswith("#"))


def seen(text: str, *, care: bool) -> list[Row]:
    """What the layer sees of a text, a row for each part that is weighed."""
    folded = fold(text)
    whole = Around(folded)
    heard = Heard()
    listen(heard, folded, whole, text, Moment())
    told = heard.weights()
    folded = fold(unquoted(text))
    return [
        Row(text, care, tuple(features(words, folded, whole, told, let_off=heard.let_off)))
        for words in chunks(folded.text, own=whole.to_other)
    ]


def _is_learnt(name: str) -> bool:
    """Nothing is learnt of numbers, which only the directory holds, nor of commas, which say more about who wrote the lines."""
    return "," not in name and not _NUMBER.search(name)


def learn(data: Sequence[Row], *, least: int = 2, decay: float = 1.0, rounds: int = 300) -> Layer:
    """Fit the layer by gradient steps, each scaled by what its weight has moved so far."""
    counts = Counter(name for row in data for name in row.features if _is_learnt(name))
    known = {name: number for number, name in enumerate(sorted(name for name, count in counts.items() if count >= least))}
    columns = [np.array([known[name] for name in row.features if name in known], dtype=np.int64) for row in data]
    lengths = np.array([max(len(each), 1) for each in columns])
    line = np.repeat(np.arange(len(data)), [len(each) for each in columns])
    column = np.concatenate(columns)
    value = (1.0 / np.sqrt(lengths))[line]
    sign = np.array([1.0 if row.care else -1.0 for row in data])
    cost = np.where(sign > 0, LIFT, 1.0) / len(data)
    weights, bias = np.zeros(len(known)), 0.0
    moved, moved_bias = np.full(len(known), 1e-6), 1e-6
    for _ in range(rounds):
        margin = np.bincount(line, weights[column] * value, len(data)) + bias
        pull = -2.0 * sign * cost * np.maximum(0.0, 1.0 - sign * margin)
        step = np.bincount(column, pull[line] * value, len(known)) + decay * weights / len(data)
        moved, moved_bias = moved + step * step, moved_bias + pull.sum() ** 2
        weights, bias = weights - 0.3 * step / np.sqrt(moved), bias - 0.3 * pull.sum() / moved_bias**0.5
    return Layer({name: float(weights[number]) for name, number in known.items()}, float(bias))


def written(layer: Layer, bar: float) -> str:
    """The weights as `care_tone` reads them; faint ones are left out."""
    whole = {name: round(weight * UNIT) for name, weight in layer.weights.items()}
    lines = [f"{name}\t{weight}" for name, weight in sorted(whole.items()) if abs(weight) > FAINT]
    return "\n".join([f"{round(layer.bias * UNIT)} {round(bar * UNIT)}", *lines]) + "\n"


def left_out(parts: int = 5) -> list[tuple[Row, float]]:
    """Each labelled line with its margin when a fifth of the lines, itself among them, was left out."""
    labelled, replied = rows()
    told = []
    for part in range(parts):
        layer = learn([row for number, row in enumerate(labelled) if number % parts != part] + replied)
        told += [(row, layer.margin(row)) for number, row in enumerate(labelled) if number % parts == part]
    return told


BAR = 0.03
"""Over this, a reply is heavy. Chosen on left-out lines."""


def main() -> int:
    """Write the weights, or with `--check` print how left-out lines come out at several bars."""
    if "--check" in sys.argv:
        told = left_out()
        for bar in (-0.4, -0.2, -0.1, 0.0, 0.1, 0.2, 0.4):
            for care in (True, False):
                some = [margin > bar for row, margin in told if row.care == care]
                print(f"bar {bar:+.1f}  {'care' if care else 'fine'} {sum(some) / len(some):.3f} of {len(some)} heavy")
        return 0
    labelled, replied = rows()
    layer = learn([*labelled, *replied])
    WEIGHTS.write_text(written(layer, BAR), encoding="utf-8")
    print(f"{len(labelled)} lines, {len(replied)} replies, {len(layer.weights)} features")
    return 0


if __name__ == "__main__":
    sys.exit(main())
