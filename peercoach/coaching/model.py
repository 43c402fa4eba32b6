"""The learnt layer: margins of clauses, from weights that `python -m peercoach.training` wrote.

Weights are whole 16ths. Those of one feature are packed into one Python integer, 32 bits a label, so that a clause is weighed
by one addition a feature; the top lane counts the features. Sums are exact, so the same reply gives the same margins on
every machine.

The file is plain text, a `sheet` by feature. A cell is two characters for each weight: the label, a capital letter from A on,
and how much.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import cache
from itertools import accumulate, pairwise

from peercoach.coaching.data import packaged_bytes
from peercoach.coaching.features import kinds_of
from peercoach.coaching.lanes import HALF, packed, splitter
from peercoach.coaching.sheet import Sheet, Weights
from peercoach.coaching.vocabulary import PITFALLS, SKILLS

LABELS: tuple[str, ...] = (*SKILLS, *PITFALLS)
LANES = len(LABELS) + 1
UNIT = 64
"""Biases and sums are in 64ths."""
STEP = 4
"""64ths in the least weight that the file can say."""
EVEN, FURTHEST = 79, 44
"""The character of a weight of 0, and the largest weight of one cell; a larger one takes several, which add up."""
FINE = 1024
"""Thresholds are in 1024ths."""
FAR = 2.0
"""Margins further off than this say no more once they are squashed."""
_SPLIT = splitter(LANES)
MOST = 200_000
"""Features kept at hand."""
_COUNT = packed([(LANES - 1, 1)])
"""One feature, in the top lane."""


def cells(weights: Iterable[float]) -> str:
    """The cells of one feature from its weights by label, those that come to 0 left out."""
    out = []
    for lane, weight in enumerate(weights):
        left = round(weight * UNIT / STEP)
        while left:
            part = max(min(left, FURTHEST), -FURTHEST)
            out.append(chr(65 + lane) + chr(EVEN + part))
            left -= part
    return "".join(out)


def _told(row: str) -> list[tuple[int, int]]:
    """The label's place and the weight, in 64ths, of each cell."""
    return [(ord(row[i]) - 65, (ord(row[i + 1]) - EVEN) * STEP) for i in range(0, len(row), 2)]


def _all(row: str) -> int:
    """The weights of one feature, packed, and one for it in the top lane."""
    return sum([_cell(row[i : i + 2]) for i in range(0, len(row), 2)], _COUNT)


@cache
def _cell(cell: str) -> int:
    """One weight, packed."""
    return packed(_told(cell))


class Model:
    """Weights by feature, and by label a bias and the threshold from which words alone show it."""

    def __init__(self, file: bytes) -> None:
        _, bias, shown, rows = file.split(b"\n", 3)
        self.bias = tuple(int(cell) for cell in bias.split())
        self._from = tuple(bias - HALF for bias in self.bias)
        self.shown = tuple(int(cell) / FINE for cell in shown.split())
        self._sheet = Sheet(rows)
        self.packed = Weights(self._sheet, _all, MOST).__getitem__
        self.grams = Grams(self, self._sheet).__getitem__

    def weights(self, feature: str) -> dict[str, float]:
        """What a feature weighs, by label, in the scale of margins before they are scaled for length."""
        found: dict[str, float] = {}
        for lane, weight in _told(self._sheet.cells(feature)):
            found[LABELS[lane]] = found.get(LABELS[lane], 0.0) + weight / UNIT
        return found

    def margins(self, features: Iterable[str]) -> tuple[float, ...]:
        """The margin of each label for a unit with these features. 0 is where its words alone would show it."""
        return self.unpack(sum(map(self.packed, features)))

    def unpack(self, total: int) -> tuple[float, ...]:
        """The margins behind a sum of packed features, counted from where words alone show a label."""
        lanes = _SPLIT(total)
        scale = 1.0 / (math.sqrt(lanes[-1] - HALF + 1.0) * UNIT)
        return tuple([(lane + b) * scale - m for lane, b, m in zip(lanes, self._from, self.shown, strict=False)])


class Grams(dict[str, int]):
    """What an n-gram of words weighs, with what the same weighs in word classes where it holds a word that has one."""

    __slots__ = ("_model", "_sheet")

    def __init__(self, model: Model, sheet: Sheet) -> None:
        super().__init__()
        self._model, self._sheet = model, sheet

    def __missing__(self, gram: str) -> int:
        if len(self) >= MOST:
            self.clear()
        words = gram.split(" ")
        kinds, cells = kinds_of(words), self._sheet.cells(gram)
        found = (_all(cells) if cells else 0) + (self._model.packed(" ".join(kinds)) if kinds != words else 0)
        self[gram] = found
        return found


class Sums:
    """Running sums over a reply's n-grams, so that any stretch of it is weighed without adding its n-grams up again.

    `between(a, b)` equals the sum of `grams(words[a:b])`; a test holds it to that.
    """

    def __init__(self, model: Model, words: list[str]) -> None:
        self._weigh, self._words = model.grams, words
        weigh = model.grams
        self._ones = [0, *accumulate(map(weigh, words))]
        self._twos = [0, *accumulate([weigh(f"{a} {b}") for a, b in pairwise(words)])]
        threes = zip(words, words[1:], words[2:], strict=False)
        self._threes = [0, *accumulate([weigh(f"{a} {b} {c}") for a, b, c in threes])]

    def between(self, a: int, b: int) -> int:
        """The packed sum of the n-grams of words `a` to `b`, half-open, with their edges."""
        weigh, words = self._weigh, self._words
        if a == b:
            return weigh("^ $")
        first, last = words[a], words[b - 1]
        total = self._ones[b] - self._ones[a] + weigh(f"^ {first}") + weigh(f"{last} $")
        if b - a == 1:
            return total + weigh(f"^ {first} $")
        total += self._twos[b - 1] - self._twos[a] + weigh(f"^ {first} {words[a + 1]}") + weigh(f"{words[b - 2]} {last} $")
        return total + (self._threes[b - 2] - self._threes[a] if b - a > 2 else 0)


def squashed(margin: float) -> float:
    """A margin between 0 and 1: a half at 0, and flatter the further off. Only sums and quotients: the same everywhere."""
    steep = 3 * (-FAR if margin < -FAR else min(margin, FAR))
    return 0.5 + 0.5 * steep / (1 + abs(steep))


@cache
def model() -> Model:
    """The packaged model, read once."""
    return Model(packaged_bytes("weights.txt"))
