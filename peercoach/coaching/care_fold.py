"""A reply folded for `care`: one plain spelling, fillers dropped, every piece knowing where it was typed.

The folded text is words with single spaces; a `.` stands for the end of a sentence or line, a `,` for a pause, a `"` for a quotation
mark. "wanna d1e 2nite" is `. want to die tonight .`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from peercoach.coaching.care_words import FILLERS, JOKING, PAIRS, folds
from peercoach.coaching.moment import Span

_TOKEN = re.compile(
    r"(?P<word>s/h\b|[oes]\.[dh]\b|[^\W_]+(?:['’‘`´@$*!+-][^\W_]+)*)|(?P<stop>[.!?…\n]+)|(?P<pause>[,;:()—–]+|-+)"
    r"|(?P<quote>[\"“”«»])|(?P<face>[\U0001f300-\U0001faff\u2600-\u27bf])"
)
_LEET = str.maketrans("013457@$!+", "oieastasit")
_STARRED = {
    "s*icide": "suicide", "su*cide": "suicide", "sui*ide": "suicide", "suic*de": "suicide", "suici*e": "suicide", "s*icidal": "suicidal",
    "su*cidal": "suicidal", "suic*dal": "suicidal", "d*e": "die", "di*": "die", "k*ll": "kill", "ki*l": "kill", "k*lling": "killing",
    "k*ll*ng": "killing", "d*ad": "dead", "d**d": "dead", "h*rm": "harm", "c*t": "cut", "c*tting": "cutting", "r*ped": "raped", "ab*se": "abuse",
}  # fmt: skip
_REPEATS = re.compile(r"(.)\1{2,}")
_FLAT = str.maketrans("’‘`´", "''''")


@dataclass(frozen=True, slots=True)
class Folded:
    """`text` as above; `words` all its words; `joking` whether something says lol; `asks` whether there is a question mark."""

    text: str
    words: frozenset[str]
    joking: bool
    asks: bool
    _starts: tuple[int, ...]
    _spans: tuple[Span, ...]

    def span(self, start: int, end: int) -> Span:
        """Where `text[start:end]` was typed, in code points of the reply."""
        first = self._spans[max(bisect_right(self._starts, start) - 1, 0)]
        last = self._spans[max(bisect_right(self._starts, max(end - 1, start)) - 1, 0)]
        return first[0], last[1]


def fold(reply: str) -> Folded:
    """Fold a reply. Linear in its length."""
    forms: list[str] = ["."]
    spans: list[Span] = [(0, 0)]
    joking = False
    for token in _TOKEN.finditer(reply):
        form = _form(token)
        if form in JOKING:
            joking = True
        elif form and form not in FILLERS:
            _add(forms, spans, form, token.span())
    forms.append(".")
    spans.append((len(reply), len(reply)))
    return _joined(forms, spans, joking=joking, asks="?" in reply)


def words_of(raw: str) -> str:
    """One typed word in its plain form, which may be several words."""
    word = raw.lower().translate(_FLAT)
    known = folds()
    if word in known:
        return known[word]
    if word.isalpha():
        if _REPEATS.search(word):
            return _shortened(word)
        return word
    return _odd(word)


def _form(token: re.Match[str]) -> str:
    if token.lastgroup == "word":
        return words_of(token[0])
    if token.lastgroup == "face":
        return token[0] if token[0] in JOKING else ","
    return {"stop": ".", "pause": ",", "quote": '"'}[token.lastgroup or "stop"]


def _shortened(word: str) -> str:
    short = _REPEATS.sub(r"\1", word)
    double = _REPEATS.sub(r"\1\1", word)
    known = folds()
    return known.get(short) or known.get(double) or (double if short == "kil" else short)


def _odd(word: str) -> str:
    """A word with digits or signs in it: letters written as digits, a star for a letter, words joined by hyphens."""
    known = folds()
    if "*" in word:
        return _STARRED.get(word, word)
    if word[0].isdigit() and not any(sign.isalpha() for sign in word[1:]):
        return word
    plain = word.translate(_LEET) if not word[:1].isdigit() or word[1:].isalpha() else word
    flat = plain.replace("'", "")
    if "-" in flat:
        return " ".join(known.get(part, part) for part in flat.split("-"))
    return known.get(plain) or known.get(flat, flat)


def _add(forms: list[str], spans: list[Span], form: str, span: Span) -> None:
    for word in form.split():
        pair = PAIRS.get((forms[-1], word))
        if pair is None:
            forms.append(word)
            spans.append(span)
        elif pair:
            forms[-1] = pair
            spans[-1] = (spans[-1][0], span[1])
        else:
            forms.pop()
            spans.pop()


def _joined(forms: list[str], spans: list[Span], *, joking: bool, asks: bool) -> Folded:
    starts: list[int] = []
    at = 0
    for form in forms:
        starts.append(at)
        at += len(form) + 1
    return Folded(" ".join(forms), frozenset(forms), joking, asks, tuple(starts), tuple(spans))
