"""What the learnt layer sees of a clause: its words in ones, twos and threes, and the same with word classes.

One function makes the features for training and for scoring, so that the two can't drift apart.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from peercoach.coaching.data import packaged
from peercoach.coaching.folding import DETAIL, plain

SKIP = frozenset("a an the".split())
KEPT = frozenset({"999", "111", *DETAIL})
"""Numbers that say something by themselves, and details that were left out."""

OPENS, CLOSES = "&opens", "&closes"
"""A unit that a reply begins or ends with."""
_FEW, _SOME = 4, 10
"""Words from which a unit is of middling length, and from which it is long."""
_WHO = ("", "i", "u", "h", "iu", "ih", "uh", "iuh")


def length(who: str, words: int) -> str:
    """The feature of so many words about these people: `i` oneself, `u` the other, `h` somebody else."""
    return f"@{who}{'s' if words < _FEW else 'm' if words < _SOME else 'l'}"


SHAPE = frozenset({OPENS, CLOSES, *(length(who, words) for who in _WHO for words in (1, _FEW, _SOME))})
"""What a reading adds that says only where a unit stands and how long it is. A pitfall never goes by it: short is not unkind."""


@cache
def classes() -> dict[str, str]:
    """Each word's class, from `lexicon.txt`. A prefix entry (`word*`) is not used here."""
    found: dict[str, str] = {}
    name = ""
    for line in packaged("lexicon.txt").split("\n"):
        if not line or line.startswith("#"):
            continue
        if line.startswith("+ "):
            words = line[2:]
        else:
            name, _, words = line.partition(": ")
        for word in words.split():
            found.setdefault(word.rstrip("\ufe0f"), name)
            folded = plain(word)
            if len(folded) == 1:
                found.setdefault(folded[0], name)
    return found


def kind_of(word: str) -> str:
    """The lexicon class of a folded word, or ""."""
    return classes().get(word, "")


def streamed(words: Iterable[str], names: frozenset[str]) -> list[str]:
    """Words as n-grams see them: names as `@name`, numbers as `@n`, "" for articles and mere strength, which are left out."""
    left_out = _left_out()
    return [
        "@name" if word in names else "" if word in left_out else "@n" if word.isdigit() and word not in KEPT else word
        for word in words
    ]


@cache
def _left_out() -> frozenset[str]:
    return SKIP.union(word for word, kind in classes().items() if kind == "very")


def kinds_of(words: list[str]) -> list[str]:
    """The words with their class, marked `%`, where they have one."""
    known = classes()
    return ["%" + known[word] if word in known else word for word in words]


def grams(words: list[str]) -> list[str]:
    """The n-grams of a stream: surface, then with word classes where any word has one."""
    line = ["^", *words, "$"]
    kinds = kinds_of(line)
    out = list(words)
    out += [a + " " + b for a, b in pairwise(line)]
    out += [a + " " + b + " " + c for a, b, c in zip(line, line[1:], line[2:], strict=False)]
    out += [k for k in kinds if k[0] == "%"]
    out += [a + " " + b for a, b in pairwise(kinds) if a[0] == "%" or b[0] == "%"]
    out += [
        a + " " + b + " " + c
        for a, b, c in zip(kinds, kinds[1:], kinds[2:], strict=False)
        if a[0] == "%" or b[0] == "%" or c[0] == "%"
    ]
    return out
