"""A reply folded for `care`: one plain spelling, fillers dropped, every piece traced back to where it was typed.

The folded text is words with single spaces; a `.` stands for the end of a sentence or line, a `,` for a pause, a `"` for a quotation
mark. "wanna d1e 2nite" is ` . want to die tonight .`: a blank stands before every word. A line may end in the middle of a sentence, so
a reply of several lines is folded a second time with its lines run together.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from itertools import chain, pairwise
from typing import NamedTuple

from peercoach.coaching.care_letters import HINT, apart, hidden, spelt
from peercoach.coaching.care_words import FILLERS, JOKING, PAIRS, STARRED, folds
from peercoach.coaching.commonwords import COMMON_WORDS
from peercoach.coaching.data import packaged
from peercoach.coaching.moment import Span
from peercoach.coaching.spelling import spelt as righted

_HIDDEN = "\u00ad\u0300-\u036f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\u20d0-\u20f0\ufe00-\ufe0f\ufeff"
"""Signs that take no room, or are drawn over a letter: they may stand inside a word, to hide it or by accident."""
_WORDS = (
    r"[sS]/[hH]\b|[oesOES]\.[dhDH]\b"
    rf"|[^\W_]+(?:['’‘`´@$*!+{_HIDDEN}-]+[^\W_]+)*[*{_HIDDEN}]*|\n+|[.!?…\n]+|[,;:()—–]+|-+|[\"“”«»]|[\U0001f300-\U0001faff\u2600-\u27bf]"
)
_TOKEN = re.compile(_WORDS)
_SPREAD_TOKEN = re.compile(r"(?<![^\W_])[^\W\d_](?:[ .*_-]{1,2}[^\W\d_]){2,40}(?![^\W_])|" + _WORDS)
_SPREAD = re.compile(r"[ .*_-][^\W\d_][ .*_-]{1,2}[^\W\d_]\b")
_APART = re.compile(r"[^\W\d_](?:[ .*_-]{1,2}[^\W\d_]){2,40}")
_BETWEEN = frozenset(" .*_-")
_BETWEEN_ANY = re.compile(r"[ .*_-]+")
_MARK = {"\n": ".", "—": ",", "–": ",", "-": ",", "“": '"', "”": '"', "«": '"', "»": '"', "…": ".", "!": ".", "?": "."}
_MARK |= {";": ",", ":": ",", "(": ",", ")": ",", ",": ",", ".": ".", '"': '"'}
_DOTTED = re.compile(r"(?<![^\W_])[^\W_]+(?:\.[^\W_]+){2,}")
_LEET = str.maketrans("@$!+013457", "asitoieast")
_REPEATS = re.compile(r"(.)\1{2,}")
_INNER_DOT = re.compile(r"\.[^\W_]")
_ODD = re.compile(rf"(.)\1\1|{HINT}")
_FLAT = str.maketrans("’‘`´", "''''")
_JOKE = "\0"
"""Stands for a sign of a joke while folding."""


class Folded(NamedTuple):
    """`text` as above; `words` all its words; `joking` whether something says lol; `asks` whether there is a question mark.

    `joined`: whether its lines were run together.
    """

    text: str
    words: frozenset[str]
    joking: bool
    asks: bool
    joined: bool = False


class Places:
    """Where the words of a folded reply were typed, in code points. Made only when something was found; linear."""

    def __init__(self, reply: str, *, joined: bool = False) -> None:
        self._spans: list[Span] = []
        self._starts: list[int] = []
        at = 1
        for form, span in _placed(reply, joined=joined):
            self._starts.append(at)
            self._spans.append(span)
            at += len(form) + 1

    def span(self, start: int, end: int) -> Span:
        """Where `text[start:end]` of the folded reply was typed."""
        first = self._spans[max(bisect_right(self._starts, start) - 1, 0)]
        last = self._spans[max(bisect_right(self._starts, max(end - 1, start)) - 1, 0)]
        return first[0], max(last[1], first[1])


def fold(reply: str, *, joined: bool = False) -> Folded:
    """Fold a reply; `joined`: its lines run together. Linear in its length."""
    tokens = _tokens(reply).findall(undotted(reply))
    if joined:
        tokens = [token for token in tokens if token[0] != "\n"]
    known = _ready()
    words = [".", *chain.from_iterable([known[token] if token in known else _formed(token) for token in tokens]), "."]
    joking = _JOKE in words
    if joking:
        words, joking = _joked(words)
    if not PAIRS.keys().isdisjoint(pairwise(words)):
        words = _paired(words)
    return Folded(" " + " ".join(words), frozenset(words), joking, "?" in reply, joined)


def _tokens(reply: str) -> re.Pattern[str]:
    """What cuts the reply up: letters that stand apart are only looked for when there are some."""
    return _SPREAD_TOKEN if _SPREAD.search(reply) else _TOKEN


def _joked(words: list[str]) -> tuple[list[str], bool]:
    """The words without the signs of a joke, and whether it is one: "not joking" is none."""
    kept: list[str] = []
    joking = False
    for word in words:
        if word != _JOKE:
            kept.append(word)
        elif kept[-1] == "not":
            kept.pop()
        else:
            joking = True
    return kept, joking


def _paired(words: list[str]) -> list[str]:
    """The words with those pairs made one that are one."""
    kept: list[str] = []
    for word in words:
        pair = PAIRS.get((kept[-1], word)) if kept else None
        if pair is None:
            kept.append(word)
        else:
            kept[-1:] = [pair] if pair else []
    return kept


def undotted(reply: str) -> str:
    """The reply with blanks for the dots of "i.want.to.die", every word where it was."""
    return _DOTTED.sub(lambda found: found[0].replace(".", " "), reply) if _INNER_DOT.search(reply) else reply


def _placed(reply: str, *, joined: bool) -> Iterator[tuple[str, Span]]:
    """The folded words again, each with the place it was typed at."""
    found: list[tuple[str, Span]] = [(".", (0, 0))]
    for token in _tokens(reply).finditer(undotted(reply)):
        for form in () if joined and token[0][0] == "\n" else forms(token[0]):
            pair = PAIRS.get((found[-1][0], form)) if found else None
            if form == _JOKE:
                found[-1:] = [] if found[-1][0] == "not" else found[-1:]
            elif pair is None:
                found.append((form, token.span()))
            else:
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
    marks = {mark: (form,) for mark, form in _MARK.items()}
    words = {word: _worded(word) for word in {*folds(), *FILLERS, *JOKING, *vocabulary()}}
    return words | marks | {"I": ("i",), "...": (".",), "..": (".",)}


@cache
def vocabulary() -> frozenset[str]:
    """The words of `care.txt`."""
    return frozenset(re.findall(r"[a-z]+", packaged("care.txt")))


def _formed(token: str) -> tuple[str, ...]:
    if token.isascii() and token.isalpha():
        low = token.lower()
        known = _ready().get(low)
        if known is not None:
            return known
        return _worded(low) if _ODD.search(low) else _righted(low)
    if token[0] in _MARK:
        return (_MARK[token[0]],)
    if not token[0].isalnum():
        return (_JOKE,) if token in JOKING else (",",)
    return _worded(token.lower()) if token.isascii() else _worded(hidden(token.lower().translate(_FLAT))) or (",",)


def _righted(low: str) -> tuple[str, ...]:
    """The folded words of a plain word that is not known beforehand, a slip of the finger put right."""
    right = low if low in COMMON_WORDS else righted(low)
    return (low,) if right == low else _ready().get(right, (right,))


def _worded(token: str) -> tuple[str, ...]:
    """The folded words of a typed word in lower case."""
    if token[1:2] in _BETWEEN and _APART.fullmatch(token):
        together = apart(token, vocabulary())
        if together or " " in token or "." in token:
            return tuple(form for piece in together or _BETWEEN_ANY.split(token) for form in forms(piece))
    return tuple(_JOKE if word in JOKING else word for word in _plain(token).split() if word not in FILLERS)


def _plain(word: str) -> str:
    """One typed word in its plain form, which may be several words."""
    known = folds()
    if word in known:
        return known[word]
    if not word.isalpha():
        return _odd(word)
    if _REPEATS.search(word):
        word = _shortened(word)
    return " ".join(known.get(part, part) for part in spelt(word, vocabulary())) or word


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
