"""Works out which words must be there before a phrase of `care.txt` is worth trying: `python -m peercoach.training.care_cues`.

Writes `coaching/care_cues.txt`: for each phrase sets of words, of each of which one must occur, the rarest first. They come
from the phrase itself: every way of saying one of its parts, and of each way its rarest word in ordinary replies.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

from peercoach.coaching.care_fold import fold
from peercoach.coaching.care_rules import book, close
from peercoach.training.care import ordinary

CUES = Path(__file__).parents[1] / "coaching" / "care_cues.txt"
ANY = "ǂ"
"""Stands for a letter that may be any."""
PERHAPS = "¦"
"""Stands for a blank that may be left out."""
ENOUGH = 0.002
"""A set that this share of ordinary replies has a word of needs no second one."""
OFTEN = 0.5
"""A set that this share has a word of says too little."""
MOST = 60_000


def written() -> str:
    """The text of `care_cues.txt`. Raises ValueError for a phrase with no word that must be there."""
    lines = [f"{rule.id}\t{number}\t{_sets(phrase)}" for rule in book().rules for number, phrase in enumerate(rule.lines)]
    return "\n".join(lines) + "\n"


def _sets(phrase: str) -> str:
    """The sets of a phrase, the rarest first, with tabs between."""
    found = sorted((cost, words) for term in _terms(phrase) if (words := _cues(term)) for cost in [sum(map(_cost, words))])
    if not found:
        raise ValueError(f"no word must be there: {phrase}")
    further = [words for cost, words in found[1:] if cost < OFTEN] if found[0][0] > ENOUGH else []
    return "\t".join(map(" ".join, (found[0][1], *dict.fromkeys(further))))


def _cues(term: str) -> tuple[str, ...]:
    """One word of every way of saying a part; empty when one way has no whole word."""
    chosen = set()
    for way in _ways(term):
        words = [word for word in way.split() if ANY not in word]
        if not words:
            return ()
        chosen.add(min(words, key=lambda word: (_cost(word), word)))
    return tuple(sorted(chosen))


def covers(phrase: str, cues: frozenset[str]) -> bool:
    """Whether every way of saying some part of the phrase holds one of the cues as a whole word."""
    return any(all(not cues.isdisjoint(way.split()) for way in _ways(term)) for term in _terms(phrase))


def _cost(word: str) -> float:
    counts, number = _common()
    return (counts[word] + 0.2) / number


@cache
def _common() -> tuple[Counter[str], int]:
    """In how many ordinary replies each word stands."""
    replies = ordinary()
    return Counter(word for reply in replies for word in fold(reply).words), len(replies)


def _terms(phrase: str) -> list[str]:
    """The parts between blanks that are in no brackets."""
    terms, depth, start = [], 0, 0
    phrase = phrase.replace(" ?", PERHAPS)
    for at, sign in enumerate(phrase):
        depth += (sign == "(") - (sign == ")")
        if sign == " " and depth == 0:
            terms.append(phrase[start:at])
            start = at + 1
    return [term for term in (*terms, phrase[start:]) if term and not term.startswith(("~", "^"))]


def _ways(source: str) -> list[str]:
    """Every way of saying an alternation, looks ahead left out."""
    return [way for part in _parts(source) for way in _sequence(part)]


def _parts(source: str) -> list[str]:
    parts, depth, start = [], 0, 0
    for at, sign in enumerate(source):
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and depth == 0:
            parts.append(source[start:at])
            start = at + 1
    return [*parts, source[start:]]


_PIECE = re.compile(r"<(\w+)>|~\d ?|\^ |\\[A-Za-z]\+?|\\.|\[[^]]*\]|[!=](?=\()|\(|.")


def _sequence(source: str) -> list[str]:
    ways, at = [""], 0
    while at < len(source):
        found = _PIECE.match(source, at)
        assert found is not None  # noqa: S101  # the last choice is any sign
        piece, at = found[0], found.end()
        options, at = _options(piece, found[1], source, at)
        count = re.compile(r"[?*+]|\{\d,\d\}").match(source, at)
        if count and options:
            at = count.end()
            options = [*options, ""] if count[0] in "?*" else options
        ways = [way + option for way in ways for option in options] if options else ways
        if len(ways) > MOST:
            raise ValueError(f"too many ways: {source[:60]}")
    return ways


def _options(piece: str, name: str | None, source: str, at: int) -> tuple[list[str], int]:
    """What a piece may stand for, and where reading goes on; nothing for what stands for no letters."""
    if name:
        return _class(name), at
    if piece in ("!", "="):
        return [], close(source, at) + 1
    if piece == "(":
        end = close(source, at - 1)
        inside = source[at:end]
        return ([] if re.match(r"\?[!=<]", inside) else _ways(inside.removeprefix("?:"))), end + 1
    if piece.startswith(("~", "^", "\\A", "$")):
        return [" "] if piece.startswith("~") else [], at
    if piece.startswith(("\\w", "[")):
        return [ANY], at
    return [" ", ""] if piece == PERHAPS else [piece.removeprefix("\\")], at


@cache
def _class(name: str) -> list[str]:
    return sorted(set(_ways(book().classes[name])))


if __name__ == "__main__":
    CUES.write_text(written(), encoding="utf-8")
