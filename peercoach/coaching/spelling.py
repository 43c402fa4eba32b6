"""Puts slips of the finger right: a word that is not known, one letter away from one that is.

The known words and their order (commonest first) are in `spelling.txt`, which `python -m peercoach.training` writes from the
corpus. Deterministic; each lookup takes time in proportion to the word's length.
"""

from __future__ import annotations

import re
from functools import cache

from peercoach.coaching.data import packaged

SHORTEST, LONGEST = 4, 24
"""Shorter words are too like each other; longer ones are not words."""


@cache
def known() -> dict[str, int]:
    """Every known word and its place, the commonest first."""
    return {word: place for place, word in enumerate(packaged("spelling.txt").split())}


@cache
def _opening() -> dict[str, list[str]]:
    """Known words that a slip may have been made in, by their first letter, which stands."""
    found: dict[str, list[str]] = {}
    for word in known():
        if len(word) >= SHORTEST - 1:
            found.setdefault(word[0], []).append(word)
    return found


@cache
def _one_less(first: str) -> dict[str, list[tuple[int, str, int]]]:
    """Known words with this first letter by what is left when another goes: `(place, word, position of the letter)`."""
    found: dict[str, list[tuple[int, str, int]]] = {}
    for word in _opening().get(first, ()):
        place = known()[word]
        for i in range(1, len(word)):
            found.setdefault(word[:i] + word[i + 1 :], []).append((place, word, i))
    return found


DOUBLED = re.compile(r"(.)\1+")


@cache
def _single(first: str) -> dict[str, str]:
    """Known words with this first letter by their letters with doubles made one: "embarasing" and "embarrassing" meet here."""
    found: dict[str, str] = {}
    for word in _opening().get(first, ()):
        if len(word) >= SHORTEST:
            found.setdefault(DOUBLED.sub(r"\1", word), word)
    return found


def spelt(word: str) -> str:
    """The word that was meant: itself if it is known or nothing is near, else the commonest known word one slip away.

    A slip is a letter left out, put in, put in the place of another, or swapped with its neighbour; the first letter stands.
    """
    if not SHORTEST <= len(word) <= LONGEST or word in known() or not word.isalpha():
        return word
    same = _single(word[0]).get(DOUBLED.sub(r"\1", word))
    if same:
        return same
    near = _one_less(word[0])
    found = [(place, other) for place, other, i in near.get(word, ())]
    for i in range(1, len(word)):
        left = word[:i] + word[i + 1 :]
        if left in known() and len(left) >= SHORTEST - 1:
            found.append((known()[left], left))
        found += [(place, other) for place, other, j in near.get(left, ()) if abs(i - j) <= 1]
    return min(found)[1] if found else word
