"""The tone of what a reply says about oneself: a small learnt layer beside the rules of `care`.

People say how bad it is in ways no list of phrases holds ("curtains shut since sunday"), and terrible things of a queue. So the
parts of a reply that speak to nobody are weighed: words, the rules that stand, and signs of whose and when. Twice: what is heavy
gets a quiet line, and of that, what sounds like danger now is asked about. The weights were learnt from invented lines by
`python -m peercoach.training.care`. Whole numbers, so that sums are exact and the same everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, combinations, pairwise

from peercoach.coaching.care_context import Around, about_small
from peercoach.coaching.care_fold import Folded
from peercoach.coaching.care_kinds import EVERYDAY, KINDS, THEM
from peercoach.coaching.care_signs import AWAY, BETTER, CLEAR, OVER, RECENT, SENDS
from peercoach.coaching.data import packaged_bytes
from peercoach.coaching.lanes import HALF, WIDTH, packed, splitter
from peercoach.coaching.sheet import Sheet, Weights

LIGHT, HEAVY, DANGER = 0, 1, 2
"""What a tone can be: nothing, worth a quiet line, or like somebody who is in danger now."""
CHUNK = 60
"""Folded words that are weighed together; a long reply is weighed in pieces."""
PROMISING = -250
"""The least weight of its words and pairs for a reply to be looked at closely. A few lines at risk in a thousand have less."""
LEANING = 10
"""How much lower the bar is where a rule stands, however weakly."""
DOUBT = 10
"""How much higher it is where it may be somebody else's, or over: rules were heard and none stands, or it got better."""
NEARLY = 24
"""How far under the bar of danger something is still worth a quiet line."""
FEWEST = 3
"""Different words that something must have to be weighed."""
MOST = 100_000
"""Features kept at hand."""
_SPLIT = splitter(3)
_ONE = packed([(2, 1)])
"""One feature, over its weight and its weight of danger."""
_ME = frozenset("i me my myself mine".split())
_YOUS = frozenset("you your".split())
_YOU = re.compile(r"\byou(?:r|rself|rselves)?\b")
_PART = re.compile(r" (?=(?:[.,]|but|and|because|so|though|although)(?: |$))")
"""What a part begins with."""


def chunks(text: str, *, own: bool) -> list[list[str]]:
    """The words of a folded reply to be weighed together; `own`: only those of parts that speak to nobody."""
    words = text.split()
    if not own and len(words) <= CHUNK:
        return [words]
    parts = _PART.split(text)
    if own:
        parts = [part for part in parts if not _YOU.search(part)]
        words = " ".join(parts).split()
        if len(words) <= CHUNK:
            return [words] if words else []
    taken: list[list[str]] = [[]]
    for piece in (part.split() for part in parts):
        if len(taken[-1]) + len(piece) > CHUNK:
            taken.append([])
        taken[-1] += piece[:CHUNK]
    return [chunk for chunk in taken if chunk]


def features(words: list[str], folded: Folded, whole: Around, found: Mapping[str, int], *, let_off: bool) -> list[str]:
    """What the layer sees of some words of a reply. `found`: weights of the rules that stand; `let_off`: whether one didn't."""
    return [*wording(words, found, let_off=let_off), *signs(words, folded, whole)]


def wording(words: list[str], found: Mapping[str, int], *, let_off: bool) -> list[str]:
    """The words themselves, what stands beside what and how it begins and ends, their kinds, and the rules."""
    kinds = [KINDS.get(word, word) for word in words]
    seen = [*words, *map(" ".join, pairwise(words)), *kinds, *map(" ".join, pairwise(kinds))]
    seen += map(" ".join, zip(kinds, kinds[1:], kinds[2:], strict=False))
    seen += map(" _ ".join, zip(words, words[2:], strict=False))
    seen += map(" _ ".join, zip(kinds, kinds[2:], strict=False))
    seen += (f"^ {words[0]}", f"^ {' '.join(words[:2])}", f"{words[-1]} $", f"{' '.join(words[-2:])} $")
    seen += map("+".join, combinations(_together(words, kinds), 2))
    seen += [f"{word[:4]}*" for word in words if len(word) > 4]
    seen += [f"@{rule} {weight}" for rule, weight in found.items()]
    seen += [f"@{weight}" for weight in found.values()]
    return list(dict.fromkeys([*seen, "@off"] if let_off else seen))


def _together(words: list[str], kinds: list[str]) -> list[str]:
    """The kinds that stand together, in whatever order, and who is spoken of."""
    found = {kind for kind in kinds if kind[0] == "~"}
    found.update(name for name, people in (("~me", _ME), ("~you", _YOUS)) if not people.isdisjoint(words))
    return sorted(found)


def signs(words: list[str], folded: Folded, whole: Around) -> list[str]:
    """Whose it is, of when, and how it is said."""
    text = f" {' '.join(words)}"
    things = len(EVERYDAY.intersection(words))
    told = {
        "#other": whole.to_other,
        "#over": OVER.search(text),
        "#better": BETTER.search(text),
        "#away": AWAY.search(text),
        "#sends": SENDS.search(text),
        "#recent": RECENT.search(text),
        "#small": about_small(text),
        "#asks": folded.asks,
        "#joking": folded.joking,
        "#me": not _ME.isdisjoint(words),
        "#them": not THEM.isdisjoint(words),
        "#thing": things,
        "#things": things > 1,
        "#long": len(words) > 25,
    }
    return [name for name, holds in told.items() if holds]


def _beyond(total: int, known: int, bar: int) -> bool:
    return known > 0 and total * abs(total) > bar * abs(bar) * known


@dataclass(frozen=True, slots=True)
class Table:
    """Weights by feature, and the bars for sum / sqrt(known).

    How heavy a feature is and how like danger stand in one integer whose top counts features: one addition weighs it.
    """

    packed: Callable[[str], int]
    bar: int
    danger_bar: int

    def tone(self, folded: Folded, whole: Around, found: Mapping[str, int], *, let_off: bool) -> int:
        """How heavy the words are, against what people say of small things and hard days.

        `found`: weights of the rules that stand; `let_off`: whether one didn't.
        """
        taken = chunks(folded.text, own=whole.to_other)
        few = len(folded.words.difference('.,"')) < FEWEST
        if not folded.words or (not found and (few or max(map(self._plain_sum, taken), default=PROMISING) <= PROMISING)):
            return LIGHT
        if CLEAR.search(folded.text):
            return LIGHT
        shift = -LEANING if found else DOUBT if let_off or (whole.over and whole.better) else 0
        seen = (features(words, folded, whole, found, let_off=let_off) for words in taken)
        told = max((self._weighed(names, shift) for names in seen), default=LIGHT)
        return max(told - 1, LIGHT) if let_off and not found and whole.away else told

    def _sums(self, names: Iterable[str]) -> tuple[int, int, int]:
        """How many of the features are known, how heavy they are, and how like danger."""
        danger, weight, known = _SPLIT(sum(map(self.packed, names)))
        return known - HALF, weight - HALF, danger - HALF

    def _plain_sum(self, words: list[str]) -> int:
        return self._sums(chain(words, map(" ".join, pairwise(words))))[1]

    def _weighed(self, names: Sequence[str], shift: int) -> int:
        """How heavy what was seen is. What is nearly like danger is heavy too."""
        known, weight, danger = self._sums(names)
        bar, heavy = self.danger_bar + max(shift, 0), _beyond(weight, known, self.bar + shift)
        if heavy and _beyond(danger, known, bar):
            return DANGER
        return HEAVY if heavy or _beyond(danger, known, bar - NEARLY) else LIGHT


def _told(cells: str) -> int:
    """A feature's cells as `cells_of` wrote them, packed."""
    weight, _, of_danger = cells[1:].partition("D")
    return _ONE + (int(weight) << WIDTH) + int(of_danger)


def cells_of(weight: int, of_danger: int) -> str:
    """The cells of one feature: how heavy it is, and how like danger."""
    return f"H{weight}D{of_danger}"


@cache
def packaged_table() -> Table:
    """The packaged weights, read once."""
    return read_weights(packaged_bytes("care_weights.txt"))


def read_weights(file: bytes) -> Table:
    """Read what `python -m peercoach.training.care` wrote: two biases and bars, then a `sheet` of weights by feature."""
    head, rows = file.split(b"\n", 1)
    bias, bar, danger_bias, danger_bar = (int(cell) for cell in head.split())
    return Table(Weights(Sheet(rows), _told, MOST).__getitem__, bar - bias, danger_bar - danger_bias)
