"""A reply folded for `care`: one plain spelling, fillers dropped, every piece traced back to where it was typed.

The folded text is words with single spaces; a `.` stands for the end of a sentence or line, a `,` for a pause, a `"` for a quotation
mark. "wanna d1e 2nite" is ` . want to die tonight .`: a blank stands before every word.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from peercoach.coaching.care_words import FILLERS, JOKING, PAIRS, STARRED, folds
from peercoach.coaching.data import packaged
from peercoach.coaching.moment import Span

_TOKEN = re.compile(
    r"s/h\b|[oesOES]\.[dhDH]\b|[^\W_]+(?:['’‘`´@$*!+-][^\W_]+)*\*?|[.!?…\n]+|[,;:()—–]+|-+|[\"“”«»]|[\U0001f300-\U0001faff\u2600-\u27bf]"
)
_MARK = {"\n": ".", "—": ",", "–": ",", "-": ",", "“": '"', "”": '"', "«": '"', "»": '"', "…": ".", "!": ".", "?": "."}
_MARK |= {";": ",", ":": ",", "(": ",", ")": ",", ",": ",", ".": ".", '"': '"'}
_LEET = str.maketrans("013457@$!+", "oieastasit")
_REPEATS = re.compile(r"(.)\1{2,}")
_FLAT = str.maketrans("’‘`´", "''''")
_JOKE = "\0"
"""Stands for a sign of a joke while folding."""
_FIRSTS = frozenset(first for first, _ in PAIRS)


@dataclass(frozen=True, slots=True)
class Folded:
    """`text` as above; `words` all its words; `joking` whether something says lol; `asks` whether there is a question mark."""

    text: str
    words: frozenset[str]
    joking: bool
    asks: bool


class Places:
    """Where the words of a folded reply were typed, in code points. Made only when something was found; linear."""

    def __init__(self, reply: str) -> None:
        self._spans: list[Span] = []
        self._starts: list[int] = []
        at = 1
        for form, span in _placed(reply):
            self._starts.append(at)
            self._spans.append(span)
            at += len(form) + 1

    def span(self, start: int, end: int) -> Span:
        """Where `text[start:end]` of the folded reply was typed."""
        first = self._spans[max(bisect_right(self._starts, start) - 1, 0)]
        last = self._spans[max(bisect_right(self._starts, max(end - 1, start)) - 1, 0)]
        return first[0], max(last[1], first[1])


def fold(reply: str) -> Folded:
    """Fold a reply. Linear in its length."""
    words = ["."]
    joking = False
    for token in _TOKEN.findall(reply):
        for form in forms(token):
            if form == _JOKE:
                joking = True
            elif words[-1] in _FIRSTS and (words[-1], form) in PAIRS:
                pair = PAIRS[words.pop(), form]
                words += [pair] if pair else []
            else:
                words.append(form)
    words.append(".")
    return Folded(" " + " ".join(words), frozenset(words), joking, "?" in reply)


def _placed(reply: str) -> Iterator[tuple[str, Span]]:
    """The folded words again, each with the place it was typed at."""
    found: list[tuple[str, Span]] = [(".", (0, 0))]
    for token in _TOKEN.finditer(reply):
        for form in forms(token[0]):
            pair = PAIRS.get((found[-1][0], form))
            if form == _JOKE:
                continue
            if pair is None:
                found.append((form, token.span()))
                continue
            _, (start, _) = found.pop()
            found += [(pair, (start, token.end()))] if pair else []
    return iter((*found, (".", (len(reply), len(reply)))))


def forms(token: str) -> tuple[str, ...]:
    """The folded words of one typed piece: none for a filler, several for "im"."""
    known = _ready().get(token)
    return _formed(token) if known is None else known


@cache
def _ready() -> dict[str, tuple[str, ...]]:
    """The forms of words that are known beforehand. Nothing that a learner types is ever added."""
    words = {*folds(), *FILLERS, *JOKING, *re.findall(r"[a-z]+", packaged("care.txt"))}
    return {word: _formed(word) for word in words}


def _formed(token: str) -> tuple[str, ...]:
    if token[0] in _MARK:
        return (_MARK[token[0]],)
    if not token[0].isalnum():
        return (_JOKE,) if token in JOKING else (",",)
    return tuple(_kept(_plain(token.lower().translate(_FLAT)).split()))


def _kept(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        if word in JOKING:
            yield _JOKE
        elif word not in FILLERS:
            yield word


def _plain(word: str) -> str:
    """One typed word in its plain form, which may be several words."""
    known = folds()
    if word in known:
        return known[word]
    if not word.isalpha():
        return _odd(word)
    return _shortened(word) if _REPEATS.search(word) else word


def _shortened(word: str) -> str:
    short, double = _REPEATS.sub(r"\1", word), _REPEATS.sub(r"\1\1", word)
    known = folds()
    return known.get(short) or known.get(double) or short


def _odd(word: str) -> str:
    """A word with digits or signs in it: letters written as digits, a star for a letter, words joined by hyphens."""
    known = folds()
    if "*" in word:
        return STARRED.get(word, word)
    if not any(sign.isalpha() for sign in word):
        return word
    plain = word.translate(_LEET) if word[0].isalpha() or word[1:].isalpha() else word
    flat = plain.replace("'", "")
    if "-" in flat:
        return " ".join(known.get(part, part) for part in flat.split("-"))
    return known.get(plain) or known.get(flat) or (flat if word[0].isalpha() else word)
