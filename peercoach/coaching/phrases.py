"""The phrase language of detectors, and one index that finds the phrases of all of them in one pass over a reply.

A phrase is words divided by spaces, matched against folded words in order, next to each other:

- `a|b` either; `need_to` two words that count as one alternative; `fail*` any ending; `<feel>` any word of a class of
  `lexicon.txt`; `word?` may be left out
- `_` up to three words between, `__` up to eight; neither leaves the sentence, both may cross a comma
- `^` opens a clause or sentence, `$` ends one, `!a|b` the next word is none of these

The first part must be words or a class: it is what the index is keyed by. Every match is tried once at each word that can
open it and every gap is bounded, so the time is linear in the reply.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest
from operator import attrgetter
from typing import NamedTuple

from peercoach.coaching.features import classes
from peercoach.coaching.folding import plain
from peercoach.coaching.text import JOIN, Text


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of one detector. `name` is what it stands for, such as `fixing` or `fixing~`."""

    name: str
    source: str
    parts: tuple[str, ...]
    at_start: bool


class Hit(NamedTuple):
    """A phrase found: words `first` to `last` (half-open)."""

    name: str
    first: int
    last: int
    source: str


@cache
def _members() -> dict[str, tuple[str, ...]]:
    members: dict[str, list[str]] = defaultdict(list)
    for word, name in classes().items():
        members[name].extend(w for w in ("_".join(plain(word)),) if w not in members[name])
    return {name: tuple(words) for name, words in members.items()}


def compile_phrase(name: str, source: str) -> Phrase:
    """Read a phrase; its pattern is made when a reply first needs it. Raises ValueError for one that can't be indexed."""
    parts = source.split()
    at_start = parts[0] == "^"
    if at_start:
        parts = parts[1:]
    if "*" in parts[0] or parts[0] in ("_", "__") or parts[0][0] == "!":
        raise ValueError(f"phrase {source!r} has to open with plain words")
    folded = _joined([_folded(part) for part in parts])
    return Phrase(name, source, tuple(folded), at_start)


@cache
def pattern(parts: tuple[str, ...]) -> re.Pattern[str]:
    """The regular expression of a phrase's parts, matched at the offset of its first word."""
    return re.compile("".join(_part(part) for part in parts))


def _folded(part: str) -> str:
    """A part with its words folded as a reply's are; several words of one choice stay joined by `_`."""
    if part in ("_", "__", "$"):
        return part
    head, tail = ("!" if part[0] == "!" else ""), ("?" if part[-1] == "?" else "")
    return head + "|".join(_folded_choice(choice) for choice in part.strip("!?").split("|") if choice) + tail


def _folded_choice(choice: str) -> str:
    if choice[0] in "<@" or not choice.strip("_"):
        return choice
    words: list[str] = []
    for raw in choice.split("_"):
        for word in (raw,) if "*" in raw else plain(raw):
            joined = JOIN.get((words[-1], word)) if words else None
            words[-1:] = [joined] if joined else [*words[-1:], word]
    return "_".join(words)


def _joined(parts: list[str]) -> list[str]:
    """Neighbouring plain words that a reply would hold as one ("you", "are") become one."""
    out: list[str] = []
    for part in parts:
        joined = JOIN.get((out[-1], part)) if out else None
        out[-1:] = [joined] if joined else [*out[-1:], part]
    return out


def _opening(choice: str) -> tuple[str, ...]:
    if choice.startswith("<"):
        return tuple(word.partition("_")[0] for word in _members()[choice.strip("<>")])
    return (choice.partition("_")[0],)


def _part(part: str) -> str:
    if part == "_":
        return r"(?:(?!\. |\? )\S+ ){0,3}?"
    if part == "__":
        return r"(?:(?!\. |\? )\S+ ){0,8}?"
    if part == "$":
        return r"(?=[.?,] |$)"
    if part.startswith("!"):
        return f"(?!(?:{_choices(part[1:])}) )"
    if part.endswith("?") and len(part) > 1:
        return f"(?:(?:{_choices(part[:-1])}) )?"
    return f"(?:{_choices(part)}) "


def _choices(part: str) -> str:
    out: list[str] = []
    for choice in part.split("|"):
        if choice.startswith("<"):
            out.extend(re.escape(word).replace("_", " ") for word in _members()[choice.strip("<>")])
        else:
            out.append(re.escape(choice).replace(r"\*", r"\S*").replace("_", " "))
    return "|".join(out)


class Index:
    """Every phrase of every detector, keyed by the word that opens it and, where that is sure, by the word after."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self._alone: dict[str, list[_Tried]] = {}
        self._pairs: dict[tuple[str, str], list[_Tried]] = {}
        for phrase in phrases:
            tried = _Tried(phrase)
            for first, second in sorted(_starts(phrase.parts)):
                if second:
                    self._pairs.setdefault((first, second), []).append(tried)
                else:
                    self._alone.setdefault(first, []).append(tried)

    def hits(self, text: Text) -> list[Hit]:
        """Every phrase found, in the order of its first word; a phrase is found at most once at each word."""
        found: list[Hit] = []
        alone, pairs, line = self._alone, self._pairs, text.line
        for i, (pair, offset) in enumerate(zip(zip_longest(text.words, text.words[1:], fillvalue=""), text.offsets, strict=True)):
            for tried in (*alone.get(pair[0], ()), *pairs.get(pair, ())):
                match = tried.match(line, offset)
                if match and not (tried.phrase.at_start and not _opens(text, i)):
                    found.append(Hit(tried.phrase.name, i, _last(text, i, match.end()), tried.phrase.source))
        return found


class _Tried:
    """A phrase in the index. Its pattern is made when a reply first needs it."""

    __slots__ = ("match", "phrase")

    def __init__(self, phrase: Phrase) -> None:
        self.phrase = phrase
        self.match: Callable[[str, int], re.Match[str] | None] = self._first

    def _first(self, line: str, offset: int) -> re.Match[str] | None:
        self.match = pattern(self.phrase.parts).match
        return self.match(line, offset)


def _starts(parts: tuple[str, ...]) -> set[tuple[str, str]]:
    """The pairs of words a phrase can start with; the second is "" where any word may follow."""
    out: set[tuple[str, str]] = set()
    sure = len(parts) > 1 and parts[1][0] not in "_!$" and parts[1][-1] != "?" and "*" not in parts[1]
    seconds = {word for choice in parts[1].split("|") for word in _opening(choice)} if sure else {""}
    for choice in parts[0].split("|"):
        members = _members()[choice.strip("<>")] if choice.startswith("<") else (choice,)
        for member in members:
            first, joined, rest = member.partition("_")
            out.update((first, rest.partition("_")[0] if joined else second) for second in (("",) if joined else seconds))
    return out


def _opens(text: Text, i: int) -> bool:
    offset = text.offsets[i]
    if i == 0 or text.line[offset - 2] in ".?,":
        return True
    place = bisect_left(text.clauses, i, key=attrgetter("first"))
    return place < len(text.clauses) and text.clauses[place].first == i


def _last(text: Text, first: int, end: int) -> int:
    last = first + 1
    while last < len(text.words) and text.offsets[last] < end:
        last += 1
    return last
