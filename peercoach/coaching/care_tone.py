"""The tone of what a reply says about oneself: a small learnt layer beside the rules of `care`, worth a quiet line at most.

People say how bad it is in ways no list of phrases holds ("curtains shut since sunday"), and terrible things of a queue. So the
parts of a reply that speak to nobody are weighed: words, the rules that stand, and signs of whose and when. The weights were
learnt from invented lines by `python -m peercoach.training.care`. Whole numbers, so that sums are exact and the same everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, repeat

from peercoach.coaching.care_context import Around, about_small
from peercoach.coaching.care_fold import Folded
from peercoach.coaching.care_kinds import EVERYDAY, KINDS, THEM
from peercoach.coaching.care_signs import AWAY, BETTER, CLEAR, OVER, RECENT
from peercoach.coaching.data import packaged

CHUNK = 60
"""Folded words that are weighed together; a long reply is weighed in pieces."""
PROMISING = -72
"""The least weight of its words and pairs for a reply to be looked at closely. A few lines at risk in a thousand have less."""
LEANING = 18
"""How much lower the bar is where a rule stands, however weakly."""
DOUBT = 22
"""How much higher it is where it may be somebody else's, or over: rules were heard and none stands, or it got better."""
FEWEST = 3
"""Different words that something must have to be weighed."""
_ME = frozenset("i me my myself mine".split())
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
    """The words themselves, what stands beside what, their kinds, and the rules."""
    kinds = [KINDS.get(word, word) for word in words]
    seen = dict.fromkeys(words)
    seen |= dict.fromkeys(map(" ".join, pairwise(words)))
    seen |= dict.fromkeys(kinds)
    seen |= dict.fromkeys(map(" ".join, pairwise(kinds)))
    seen |= dict.fromkeys(map(" ".join, zip(kinds, kinds[1:], kinds[2:], strict=False)))
    seen |= dict.fromkeys(f"{word[:4]}*" for word in words if len(word) > 4)
    seen |= dict.fromkeys(f"@{rule} {weight}" for rule, weight in found.items())
    seen |= dict.fromkeys(f"@{weight}" for weight in found.values())
    return [*seen, "@off"] if let_off else list(seen)


def signs(words: list[str], folded: Folded, whole: Around) -> list[str]:
    """Whose it is, of when, and how it is said."""
    text = f" {' '.join(words)}"
    things = len(EVERYDAY.intersection(words))
    told = {
        "#other": whole.to_other,
        "#over": OVER.search(text),
        "#better": BETTER.search(text),
        "#away": AWAY.search(text),
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


def heavy(folded: Folded, whole: Around, found: Mapping[str, int], *, let_off: bool) -> bool:
    """Whether the words weigh more than what people say of small things and hard days."""
    taken = chunks(folded.text, own=whole.to_other)
    if not found and (
        len(folded.words.difference('.,"')) < FEWEST or max(map(_plain_sum, taken), default=PROMISING) <= PROMISING
    ):
        return False
    doubted = let_off or (whole.over and whole.better)
    bar = _weights().bar + (-LEANING if found else DOUBT if doubted else 0)
    return not CLEAR.search(folded.text) and any(
        _over(words, folded, whole, wording(words, found, let_off=let_off), bar)
        for words in chunks(folded.text, own=whole.to_other)
    )


def _is_promising(folded: Folded) -> bool:
    """Whether it is worth looking closer: most replies are not. Cheap, and part of what heavy means."""
    if len(folded.words.difference('.,"')) < FEWEST:
        return False
    return any(_plain_sum(words) > PROMISING for words in chunks(folded.text, own=False))


def _plain_sum(words: list[str]) -> int:
    table = _weights()
    return sum(map(table.each.get, words, repeat(0))) + sum(map(table.pairs.get, pairwise(words), repeat(0)))


def _over(words: list[str], folded: Folded, whole: Around, names: list[str], bar: int) -> bool:
    """Whether they weigh more than the bar. Signs are only looked for where they may tip it."""
    table = _weights()
    known = [table.each[name] for name in names if name in table.each]
    if not _beyond(sum(known) + table.lift, len(known), bar):
        return False
    known += [table.each[name] for name in signs(words, folded, whole) if name in table.each]
    return _beyond(sum(known), len(known), bar)


def _beyond(total: int, known: int, bar: int) -> bool:
    return known > 0 and total * abs(total) > bar * abs(bar) * known


@dataclass(frozen=True, slots=True)
class _Table:
    """Weights by feature, those of two words again by the two, the bar for sum / sqrt(known), and the most signs add."""

    each: dict[str, int]
    pairs: dict[tuple[str, str], int]
    bar: int
    lift: int


@cache
def _weights() -> _Table:
    head, *lines = packaged("care_weights.txt").rstrip("\n").split("\n")
    bias, bar = (int(cell) for cell in head.split())
    each = {name: int(weight) for name, weight in (line.rsplit("\t", 1) for line in lines)}
    pairs = {
        (one, two): weight for name, weight in each.items() for one, sign, two in [name.partition(" ")] if sign and " " not in two
    }
    lift = sum(max(weight, 0) for name, weight in each.items() if name.startswith("#"))
    return _Table(each, pairs, bar - bias, lift)
