"""Whether a text may name a service at all: a quick look that needs no directory, and forgives slips of the finger.

The packaged directory's names are read here as plain text, so that a reply without any costs no reading of YAML.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from peercoach.coaching.commonwords import COMMON_WORDS
from peercoach.coaching.data import packaged

_WORD = re.compile(r"[@]?[^\W_]+(?:['’&+][^\W_]+)*(?:\.[a-z](?:\.[a-z])*\.?(?!\w))?", re.IGNORECASE)
_QUICK = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"\d(?:\d\d| \d)")
_ADDRESS = re.compile(r"\.(?<=\w\.)[a-zA-Z]{2}")
"""Expressions that begin with a digit or a dot skip to the next: most replies have none."""
_NAMED = re.compile(r"^    (?:name|aliases): (.*)$", re.MULTILINE)
_FILLERS = frozenset(
    "a the to and my in of one us new thing give tell get help text ring call fill private message line chat group".split()
)
"""Words of names that say nothing by themselves."""
_EVERYDAY = 5
"""Letters of a sign up to which the whole name has to be there."""
_SLIP_FROM, _SLIP_TO = 6, 16
"""Letters of a word that may be a name with a slip in it."""
_FRAME_FROM = 8
"""Letters of a name whose vowels may be mixed up ("samaratins")."""
_UNLIKE = frozenset(
    "childlike childless minded helpful helpless switched switching moderate runaways refugee refugees refuse repost resort"
    " massage clarity crisps masters opting forces formed".split()
)
"""Words that are a slip away from a name and mean something else."""
_REMEMBERED = 20_000


class Signs:
    """The words that give a name away, and those that are a slip from one."""

    def __init__(self, names: Iterable[tuple[str, ...]]) -> None:
        self._names: dict[str, list[tuple[str, ...]]] = {}
        words: set[str] = set()
        for name in names:
            self._names.setdefault(_sign(name), []).append(tuple(word.strip("@") for word in name))
            words.update(name)
        self._endings = frozenset(sign + ending for sign in self._names for ending in ("", "s"))
        self._known = frozenset(word for word in words if len(word) >= _SLIP_FROM and word not in COMMON_WORDS)
        self._one_less = {less: word for word in sorted(self._known) for less in _less(word)}
        self._frames = {_frame(word): word for word in sorted(self._known) if len(word) >= _FRAME_FROM}
        self.others: set[str] = set()
        """Words that are known to be no part of a name; a memory that changes no answer."""

    def may(self, text: str) -> bool:
        """Whether a text may name a service. Where it says no, there is none."""
        said = _QUICK.findall(_flat(text.lower()))
        return self._shown(said) or bool(_NUMBER.search(text) or _ADDRESS.search(text))

    def _shown(self, said: list[str]) -> bool:
        """Whether any of the words that aren't known to be none may be a name's, or a slip from one."""
        quick = frozenset(said)
        fresh = quick - self.others
        if len(self.others) > _REMEMBERED:
            self.others.clear()
        signs = fresh & self._endings
        clear = {word for word in fresh - signs if not self.near(word)}
        self.others |= clear
        return len(clear) + len(signs) < len(fresh) or any(self._there(word, said, quick) for word in signs)

    def _there(self, word: str, said: list[str], quick: frozenset[str]) -> bool:
        """Whether a name with this sign may be there: an everyday word is none without the rest of the name."""
        names = [*self._names.get(word, ()), *self._names.get(word[:-1], ())]
        if len(word) > _EVERYDAY or any(len(name) == 1 for name in names):
            return True
        return any(quick.issuperset(name) and (len(set(name)) == len(name) or " ".join(name) in " ".join(said)) for name in names)

    def near(self, word: str) -> str:
        """The word of a name that this one is a slip away from, or has an s too many for; "" when there is none."""
        if word[-1] == "s" and word[:-1] in self._names:
            return word[:-1]
        if not _SLIP_FROM - 1 <= len(word) <= _SLIP_TO or not word.isalpha() or self._is_known(word):
            return ""
        candidates = [self._one_less.get(word, ""), *(less for less in _less(word) if less in self._known)]
        candidates += [self._one_less.get(less, "") for less in _less(word)]
        framed = self._frames.get(_frame(word), "")
        candidates += [framed] if abs(len(framed) - len(word)) <= 1 else []
        return min((each for each in candidates if each and each[0] == word[0]), default="")

    def _is_known(self, word: str) -> bool:
        return word in self._known or word in COMMON_WORDS or word in _UNLIKE


@cache
def packaged_signs() -> Signs:
    """The signs of the directory that comes with peercoach."""
    lines = _NAMED.findall(packaged("services.yaml"))
    names = [name.strip(" []\"'") for line in lines for name in re.split(r"[,(]", line)]
    return Signs(words for name in names for words in said_as(name))


def said_as(name: str) -> tuple[tuple[str, ...], ...]:
    """The words of a name as people say it: "1-2-1 peer support" is a "1-2-1 peer thing" too."""
    words = plain_words(name)
    if words[-2:] == ("peer", "support") and len(words) > 2:
        return (words, words[:-1])
    return (words,) if words else ()


def plain_words(text: str) -> tuple[str, ...]:
    """The words of a name, lower case and without apostrophes; `c.a.l.m` and `a&e` are one."""
    return tuple(word for word, _, _ in placed_words(text))


def placed_words(text: str) -> list[tuple[str, int, int]]:
    """The same for any text, each with where it stands."""
    return [(_plain(match[0]), *match.span()) for match in _WORD.finditer(text)]


def _plain(typed: str) -> str:
    word = typed.lower()
    return word if word.isalnum() else _flat(word).rstrip(".")


def _flat(text: str) -> str:
    """A text without apostrophes."""
    return text.replace("'", "").replace("’", "")


def _sign(words: tuple[str, ...]) -> str:
    """The word of a name that a text is looked through for: the longest that isn't said all the time."""
    pieces: list[str] = _QUICK.findall(max(reversed(words), key=lambda word: (word.strip("@") not in _FILLERS, len(word))))
    return pieces[-1]


def _frame(word: str) -> str:
    """A word's first letter and its consonants: what stays when its vowels are mixed up."""
    return word[0] + "".join(letter for letter in word[1:] if letter not in "aeiouy")


def _less(word: str) -> Iterator[str]:
    """A word with each of its letters, but for the first, left out."""
    return (word[:i] + word[i + 1 :] for i in range(1, len(word)))
