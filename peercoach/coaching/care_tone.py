"""The tone of a reply that is all about oneself: a small learnt layer under the rules of `care`, worth a quiet line at most.

People say how bad it is in ways no list of phrases holds ("curtains shut since sunday"). Where a reply turns to nobody else, its
words are weighed; the weights were learnt from invented lines by `python -m peercoach.training.care`. Whole numbers, so that sums
are exact and the same everywhere.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from peercoach.coaching.care_context import Around
from peercoach.coaching.care_fold import Folded
from peercoach.coaching.care_signs import CLEAR, RECENT, SMALL
from peercoach.coaching.data import packaged

LONGEST = 60
"""Folded words of a reply that is weighed at all: in a longer one the rules have enough to go by."""
_ME = frozenset("i me my myself mine".split())
_THEM = frozenset("he she they him her his them their mate friend brother sister herself himself themselves".split())


def features(folded: Folded, whole: Around) -> list[str]:
    """What the tone layer sees: words, pairs, word beginnings, and signs of whose and when. Each once, in a fixed order."""
    words = folded.text.split()
    seen = dict.fromkeys(words)
    seen |= dict.fromkeys(f"{one} {two}" for one, two in pairwise(words))
    seen |= dict.fromkeys(f"{word[:4]}*" for word in words if len(word) > 4)
    seen |= dict.fromkeys(_signs(folded, whole, len(words)))
    return list(seen)


def _signs(folded: Folded, whole: Around, length: int) -> list[str]:
    text = folded.text
    told = {
        "#other": whole.to_other,
        "#over": whole.over,
        "#better": whole.better,
        "#away": whole.away,
        "#asks": folded.asks,
        "#joking": folded.joking,
        "#small": bool(SMALL.search(text)),
        "#recent": bool(RECENT.search(text)),
        "#me": not _ME.isdisjoint(folded.words),
        "#them": not _THEM.isdisjoint(folded.words),
        "#long": length > 25,
        "#short": length < 6,
    }
    return [name for name, holds in told.items() if holds]


def heavy(folded: Folded, whole: Around) -> bool:
    """Whether the words weigh more than what people say of small things and hard days."""
    if folded.text.count(" ") > LONGEST or CLEAR.search(folded.text):
        return False
    found = features(folded, whole)
    weights, bias, bar = _weights()
    total = sum(weights.get(name, 0) for name in found)
    known = sum(name in weights for name in found)
    return known > 0 and total * abs(total) > (bar - bias) * abs(bar - bias) * known


@cache
def _weights() -> tuple[dict[str, int], int, int]:
    """Weights by feature, the bias, and the bar: a reply is heavy when bias + sum / sqrt(number known) is over the bar."""
    head, *lines = packaged("care_weights.txt").rstrip("\n").split("\n")
    bias, bar = (int(cell) for cell in head.split())
    pairs = (line.rsplit("\t", 1) for line in lines)
    return {name: int(weight) for name, weight in pairs}, bias, bar
