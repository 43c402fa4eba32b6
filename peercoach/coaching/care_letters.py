"""Words that were typed so that nothing should read them: letter by letter, run together, in look-alike or hidden letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

_STRONG = frozenset(
    "die dead death dying kill killing suicide suicidal alive unalive hurt cut cutting harm life living end myself".split()
)
"""What somebody would hide. Only what holds one of these is read letter by letter: other words are left as they are."""
HINT = "|".join(sorted(_STRONG))
"""An expression for what makes a word worth cutting up."""
_HINT = re.compile(HINT)
_SHORT = frozenset("i a im ive ill wanna gonna dont cant wont cba idk".split())
_LEADS = frozenset("wanna gonna want cant".split())
_FEWEST = 3
_LONGEST = 40
"""Letters in a row that are looked at: longer ones hide nothing that is read at a glance."""
_LIKE = str.maketrans("аеорсухіѕԁӏ", "aeopcyxisdl")
"""Cyrillic letters that look like Latin ones; only read so beside Latin ones."""
_BLANK = re.compile(r"[\W_]+")
_UNSEEN = re.compile("[\u00ad\u0300-\u036f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\u20d0-\u20f0\ufe00-\ufe0f\ufeff]")


def apart(token: str, words: Collection[str]) -> list[str]:
    """The words of "i w a n t t o d i e" or "k.i.l.l"; none when they are nothing that somebody would hide."""
    letters = _BLANK.sub("", token)
    found = _cut(letters, words)
    return found if 2 * len(letters) >= 5 * len(found) or _STRONG.intersection(found) else []


def spelt(word: str, words: Collection[str]) -> list[str]:
    """The words of "iwanttodie"; none when it is a word of its own."""
    if len(word) < 2 * _FEWEST or word in words or not _HINT.search(word):
        return []
    found = _cut(word, words)
    many = len(found) >= _FEWEST or (len(found) > 1 and found[0] in _LEADS)
    return found if many and _STRONG.intersection(found) else []


def hidden(token: str) -> str:
    """A word without what takes no room, its letters plain: fancy and full-width ones, and look-alikes among Latin ones."""
    plain = unicodedata.normalize("NFKC", _UNSEEN.sub("", unicodedata.normalize("NFKD", token)))
    return plain.translate(_LIKE) if re.search("[a-z]", plain) else plain


def _cut(letters: str, words: Collection[str]) -> list[str]:
    """The fewest words that the letters are made of; none when they aren't."""
    if len(letters) > _LONGEST:
        return []
    best: list[list[str] | None] = [[]]
    for end in range(1, len(letters) + 1):
        ways = [
            [*before, letters[start:end]]
            for start in range(max(0, end - 12), end)
            if (before := best[start]) is not None and _is_word(letters[start:end], words)
        ]
        best.append(min(ways, key=len) if ways else None)
    return best[-1] or []


def _is_word(letters: str, words: Collection[str]) -> bool:
    return letters in _SHORT or (len(letters) > 1 and letters in words)
