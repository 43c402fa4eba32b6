"""The learnt layer: margins of clauses, from weights that `python -m peercoach.training` wrote.

The weights are whole numbers (a 1024th each). Those of one feature are packed into one Python integer, 32 bits a label, so
that a clause is weighed by one addition a feature; the top lane counts the features. Sums are exact, so the same reply
gives the same margins on every machine.
"""

from __future__ import annotations

import math
import struct
from functools import cache
from pathlib import Path

from peercoach.coaching.vocabulary import PITFALLS, SKILLS

LABELS: tuple[str, ...] = (*SKILLS, *PITFALLS)
LANES = len(LABELS) + 1
UNIT = 1024
_WIDTH = 32
_LIFT = sum(1 << (_WIDTH * lane + _WIDTH - 1) for lane in range(LANES))
_UNPACK = struct.Struct(f"<{LANES}I").unpack
_HALF = 1 << (_WIDTH - 1)
_COUNT = 1 << (_WIDTH * (LANES - 1))


class Model:
    """Weights by feature, biases and thresholds by label."""

    def __init__(self, text: str) -> None:
        lines = text.split("\n")
        self.bias = tuple(int(cell) for cell in lines[1].split())
        self.met = tuple(int(cell) / UNIT for cell in lines[2].split())
        self.partly = tuple(int(cell) / UNIT for cell in lines[3].split())
        self._raw = dict(line.split("\t", 1) for line in lines[4:] if line)
        self._packed: dict[str, int] = {}

    def known(self, feature: str) -> bool:
        """Whether a feature has a weight."""
        return feature in self._raw

    def weights(self, feature: str) -> dict[str, float]:
        """What a feature weighs, by label, in the scale of margins before they are scaled for length."""
        cells = self._raw.get(feature, "").split()
        return {LABELS[ord(cell[0]) - 65]: int(cell[1:]) / UNIT for cell in cells}

    def _pack(self, feature: str) -> int:
        raw = self._raw.get(feature)
        packed = 0
        if raw is not None:
            packed = _COUNT
            for cell in raw.split():
                packed += int(cell[1:]) << (_WIDTH * (ord(cell[0]) - 65))
        if len(self._packed) > 200_000:
            self._packed.clear()
        self._packed[feature] = packed
        return packed

    def margins(self, features: list[str]) -> tuple[float, ...]:
        """The margin of each label for a unit with these features. 0 is where met begins."""
        packed = self._packed
        total = _LIFT
        for feature in features:
            total += packed[feature] if feature in packed else self._pack(feature)
        lanes = _UNPACK(total.to_bytes(LANES * _WIDTH // 8, "little"))
        scale = 1.0 / (math.sqrt(lanes[-1] - _HALF + 1.0) * UNIT)
        return tuple([(lane - _HALF + b) * scale - m for lane, b, m in zip(lanes, self.bias, self.met, strict=False)])


@cache
def model() -> Model:
    """The packaged model, read once."""
    return Model(Path(__file__).with_name("weights.txt").read_text(encoding="utf-8"))
