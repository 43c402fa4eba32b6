"""What the rest of a reply says for or against a label: the company that its words keep.

A clause is weighed by its own words (`model.py`), and the same words come across differently: "it's only a bus" shrinks a
thing where nothing is heard, and after warmth it may be a joke that they share. So the margins of each label are moved by how
surely every other label shows, by a question, by what is taken up or copied of what they said, and, for skills, by what the
moment can't do without. Never by length. Learnt from whole replies by `peercoach.training.company`; whole numbers, one line each.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache
from operator import add, mul

from peercoach.coaching.data import packaged
from peercoach.coaching.lanes import HALF, packed, splitter
from peercoach.coaching.model import LABELS, squashed
from peercoach.coaching.vocabulary import SKILLS

UNIT = 64
"""Inputs and weights are in 64ths."""
FINE = 1024
"""Cuts are in 1024ths."""
GENERAL = "in general"
"""The input that is always there: it makes what company adds nothing on the whole."""
REACH = 0.8
"""The furthest that company moves a margin, either way: a label still has to be earned by words."""
TAKEN = 4
"""More words taken up than these say no more."""
COPIED = 8
"""The same for words that are copied."""
INPUTS = (*LABELS, "question", "taken up", "copied", *(f"looks for {skill}" for skill in SKILLS), GENERAL)
"""What is looked at, each between 0 and 1: how surely a label shows anywhere, and what else there is."""
ENDLESS = 100
"""Words from which an unbroken row of them is no clause that could show a skill."""
NOTHING = -0.3
"""At most this for a skill, at least this for a pitfall."""
_SPLIT = splitter(len(LABELS))
_MOST, _LEAST = HALF + int(REACH * UNIT * UNIT), HALF - int(REACH * UNIT * UNIT)
"""The ends of that reach as they are split."""


class Company:
    """Weights by label and input, and where met and partly begin for each label, also where a moment looks for it."""

    def __init__(self, weights: Sequence[Sequence[int]], cuts: Sequence[tuple[int, int, int, int]]) -> None:
        self.weights = tuple(map(tuple, weights))
        self.cuts = tuple(cuts)
        self._packed = [packed(enumerate(each)) for each in zip(*self.weights, strict=True)]
        self._met = tuple(cut[0] / FINE for cut in self.cuts)
        self._met_wanted = tuple(cut[2] / FINE for cut in self.cuts)

    def moves(self, inputs: Sequence[int], wanted: frozenset[str]) -> tuple[float, ...]:
        """How far the margins of each label are moved, counted from where met begins. `inputs` as `inputs_of` gives them."""
        lanes = zip(_SPLIT(sum(map(mul, inputs, self._packed))), self.met_where(wanted), strict=True)
        return tuple(
            [(REACH if lane > _MOST else -REACH if lane < _LEAST else (lane - HALF) / (UNIT * UNIT)) - cut for lane, cut in lanes]
        )

    def met_where(self, wanted: frozenset[str]) -> tuple[float, ...]:
        """Where met begins for each label when these skills are looked for."""
        if not wanted:
            return self._met
        pairs = zip(LABELS, self._met, self._met_wanted, strict=True)
        return tuple([looked_for if label in wanted else met for label, met, looked_for in pairs])

    def room(self, lane: int, *, wanted: bool) -> float:
        """How far under 0 a margin may be and still be partly."""
        met, partly, met_wanted, partly_wanted = self.cuts[lane]
        return (partly_wanted - met_wanted if wanted else partly - met) / FINE

    def because(self, label: str, inputs: Sequence[int]) -> tuple[tuple[str, float], ...]:
        """What moved a label, the furthest first: an input and how far it moved the margin."""
        row = self.weights[LABELS.index(label)]
        moved = [
            (name, x * w / (UNIT * UNIT)) for name, x, w in zip(INPUTS, inputs, row, strict=True) if x * w and name != GENERAL
        ]
        return tuple(sorted(moved, key=lambda each: (-abs(each[1]), each[0])))


def moved(margins: tuple[float, ...], moves: tuple[float, ...], words: int) -> tuple[float, ...]:
    """The margins of so many words once company has moved them. What has no end shows nothing."""
    found = tuple(map(add, margins, moves))
    if words <= ENDLESS:
        return found
    skills = len(SKILLS)
    return (*(min(margin, NOTHING) for margin in found[:skills]), *(max(margin, NOTHING) for margin in found[skills:]))


def inputs_of(tops: Sequence[float], theirs: tuple[int, int], wanted: Collection[str], *, asks: bool) -> tuple[int, ...]:
    """The inputs of a reply in 64ths: its best margin for each label, what it takes from them, and what is looked for.

    `theirs`: how many of their words it takes up, and how many stand as they said them: numbers, which going on leaves be.
    """
    taken, copied = theirs
    return (
        *[round(squashed(top) * UNIT) for top in tops],
        UNIT if asks else 0,
        min(taken, TAKEN) * UNIT // TAKEN,
        min(copied, COPIED) * UNIT // COPIED,
        *[UNIT if skill in wanted else 0 for skill in SKILLS],
        UNIT,
    )


def read_company(text: str) -> Company:
    """Read what `written` wrote."""
    rows = [list(map(int, line.split()[1:])) for line in text.split("\n")[1:] if line]
    return Company([row[4:] for row in rows], [(row[0], row[1], row[2], row[3]) for row in rows])


def written(company: Company) -> str:
    """The text of `company.txt`."""
    head = "peercoach company 1: label, where met and partly begin, the same where looked for, in 1024ths, then a weight in 64ths"
    rows = [
        " ".join(map(str, (label, *cut, *row))) for label, cut, row in zip(LABELS, company.cuts, company.weights, strict=True)
    ]
    return "\n".join((f"{head} for each input; written by python -m peercoach.training", *rows)) + "\n"


@cache
def no_company() -> Company:
    """No company at all, for words that stand in no chat: margins stay as the words alone have them."""
    return Company([[0] * len(INPUTS)] * len(LABELS), [(0, 0, 0, 0)] * len(LABELS))


@cache
def company() -> Company:
    """The packaged weights, read once."""
    return read_company(packaged("company.txt"))
