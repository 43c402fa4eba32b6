"""How a reply comes across as a whole: what was told of it, and how surely, weighed into two figures.

Levels and pitfalls decide the band. Within a band `value` puts replies in order, and `fine` takes back "could hurt" where
all the rest of a reply speaks against it. Both are sums of parts whose weights have one sign each (a skill never takes
away, a pitfall never adds), learnt from whole replies by `peercoach.training.whole`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from typing import NamedTuple

from peercoach.coaching.data import packaged
from peercoach.coaching.model import squashed
from peercoach.coaching.moment import BANDS, Band, Rubric, SkillLine
from peercoach.coaching.rubric import WATCHED, share
from peercoach.coaching.vocabulary import PITFALLS, SKILLS
from peercoach.coaching.weighing import Weighing

GOOD = ("share", "sureness", "least", "most", "theirs")
"""Of the rubric: how much is met, how surely, how surely its weakest and its strongest line; `theirs`, what is taken up."""
PARTS = (*GOOD, *PITFALLS, *(f"{name}?" for name in PITFALLS), "hurts")
"""Every part. A pitfall's id stands for its being told, with `?` for how near it comes, told or not."""
UNIT = 64
"""Weights are in 64ths, the ends of a band's range in 1024ths."""
FINE = 1024
SHOWING = frozenset(SKILLS) - {"own-words"}
THINGS = 2
"""More things taken up than these add nothing."""
MOST = 0.45
"""How far from the middle of a band a reply stands at the end of its band's range. Beyond, it nears the very end."""


class Whole(NamedTuple):
    """The weights of the parts, and for each band the values between which nearly all its replies lie."""

    value: tuple[int, ...]
    fine: tuple[int, ...]
    bias: int
    ranges: tuple[tuple[int, int], ...]

    def height(self, parts: tuple[float, ...], band: Band) -> float:
        """How high in its band a reply stands, between 0 and 1: most of the way up at `high`, and never quite at the top."""
        low, high = self.ranges[BANDS.index(band)]
        value = sum(part * weight for part, weight in zip(parts, self.value, strict=True)) / UNIT
        off = (value * FINE * 2 - low - high) / max(high - low, 1)
        return 0.5 + MOST * max(min(off, 1.0), -1.0) + (0.5 - MOST) * (off / abs(off) - 1 / off if abs(off) > 1 else 0.0)

    def is_fine(self, parts: tuple[float, ...]) -> bool:
        """Whether all that a reply does speaks against its hurting anybody."""
        return sum(part * weight for part, weight in zip(parts, self.fine, strict=True)) >= self.bias


def read_whole(text: str) -> Whole:
    """Read what `written` wrote."""
    rows = [line.split() for line in text.split("\n")[1:] if line]
    weights = {row[0]: (int(row[1]), int(row[2])) for row in rows}
    value, fine = zip(*(weights[part] for part in PARTS), strict=True)
    return Whole(value, fine, weights["fine-from"][1], tuple(weights[f"band:{band}"] for band in BANDS))


def written(whole: Whole) -> str:
    """The text of `whole.txt`."""
    rows = ["peercoach whole 1: part, what it adds to value and to fine, in 64ths; written by python -m peercoach.training"]
    rows += [f"{part} {v} {f}" for part, v, f in zip(PARTS, whole.value, whole.fine, strict=True)]
    rows += [f"fine-from 0 {whole.bias}", *(f"band:{band} {a} {b}" for band, (a, b) in zip(BANDS, whole.ranges, strict=True))]
    return "\n".join(rows) + "\n"


@cache
def whole() -> Whole:
    """The packaged weights, read once."""
    return read_whole(packaged("whole.txt"))


def parts_of(weighing: Weighing, rubric: Rubric, worth: Mapping[str, float], *, hurts: bool) -> tuple[float, ...]:
    """The parts of a weighed reply in the order of `PARTS`, each between -1 and 1. `worth` is that of skills and points."""
    sure = dict(worth)
    for line in rubric.lines:
        if isinstance(line, SkillLine):
            sure[line.skill] = squashed(weighing.strength(line.skill)) / (1 if worth.get(line.skill) else 2)
    need = [
        sure.get(line.skill if isinstance(line, SkillLine) else line.point, 0.0) for line in rubric.lines if not line.optional
    ]
    told = [0.0 if name in rubric.allow or weighing.level(name) == "missed" else -_weight(name, rubric) for name in PITFALLS]
    near = [0.0 if name in rubric.allow else -_near(weighing, name) for name in PITFALLS]
    theirs = min(_taken_up(weighing), THINGS) / THINGS
    good = (share(rubric, worth), share(rubric, sure), min(need, default=0.0), max(need, default=0.0), theirs)
    return (*good, *told, *near, -1.0 if hurts else 0.0)


def forgiven(parts: tuple[float, ...], pitfalls: Collection[str]) -> tuple[float, ...]:
    """The parts of a reply once these pitfalls are not told after all, and nothing hurts."""
    return tuple(0.0 if name in pitfalls or name == "hurts" else part for name, part in zip(PARTS, parts, strict=True))


def _taken_up(weighing: Weighing) -> int:
    """How many things they said are taken up where something is shown."""
    reading = weighing.reading
    shown = [told for name, told in weighing.told.items() if name in SHOWING and told.level != "missed"]
    taken = reading.echo()[0]
    return len({reading.text.words[i] for told in shown for i in reading.text.under(told.evidence) if i in taken})


def _near(weighing: Weighing, pitfall: str) -> float:
    near = squashed(weighing.strength(pitfall))
    return near if weighing.level(pitfall) == "missed" else max(near, 0.5)


def _weight(pitfall: str, rubric: Rubric) -> float:
    return WATCHED if pitfall in rubric.watch else 1.0
