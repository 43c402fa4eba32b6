"""The phrase language of detectors, and one index that finds the phrases of all of them in one pass over a reply.

A phrase is words divided by spaces, matched against folded words in order, next to each other:

- `a|b` either; `need_to` two words that count as one alternative; `fail*` any ending; `<feel>` any word of a class of
  `lexicon.txt`; `word?` may be left out
- `_` up to three words between, `__` up to eight; neither leaves the sentence, both may cross a comma
- `^` opens a clause or sentence, `$` ends one, `!a|b` the next word is none of these

The first part must be words or a class. All phrases share one tree of words, which grows as replies need it: one without gaps
is found by its words alone, and one with a gap, or the like, by its pattern where its words before that stand. Every gap is
bounded, so the time is linear in the reply.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cache
from operator import attrgetter
from typing import NamedTuple

from peercoach.coaching.features import classes
from peercoach.coaching.folding import plain
from peercoach.coaching.text import JOIN, Text

MARKS = frozenset((".", "?", ","))


class Phrase(NamedTuple):
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
    if "*" in parts[0] or parts[0] in ("_", "__", "?") or parts[0][0] == "!":
        raise ValueError(f"phrase {source!r} has to open with plain words")
    folded = _joined([_folded(part) for part in parts])
    return Phrase(name, source, tuple(folded), at_start)


@cache
def pattern(parts: tuple[str, ...]) -> re.Pattern[str]:
    """The regular expression of a phrase's parts, matched at the offset of its first word."""
    return re.compile("".join(_part(part) for part in parts))


@cache
def _folded(part: str) -> str:
    """A part with its words folded as a reply's are; several words of one choice stay joined by `_`."""
    if part in ("_", "__", "$"):
        return part
    head, tail = ("!" if part[0] == "!" else ""), ("?" if part[-1] == "?" else "")
    return head + "|".join(_folded_choice(choice) for choice in part.strip("!?").split("|") if choice) + tail


@cache
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
    return "|".join(" ".join(map(re.escape, words)).replace(r"\*", r"\S*") for words in _spelt_out(part))


@cache
def _spelt_out(part: str) -> tuple[tuple[str, ...], ...]:
    """The choices of a part, classes written out, each in its words."""
    out: list[str] = []
    for choice in part.split("|"):
        out.extend(_members()[choice.strip("<>")] if choice.startswith("<") else (choice,))
    return tuple(tuple(choice.split("_")) for choice in out)


class Index:
    """Every phrase of every detector in one tree of words, grown as replies need it."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self._phrases = tuple(phrases)
        self._telling: dict[str, list[int]] = {}
        for number, phrase in enumerate(self._phrases):
            for word in _tell(phrase.parts):
                self._telling.setdefault(word, []).append(number)
        self._root = self._node([_Thread(number, (), 0) for number in range(len(self._phrases))])

    def hits(self, text: Text) -> list[Hit]:
        """Every phrase found, in the order of its first word; a phrase is found at most once at each word."""
        found: list[Hit] = []
        after, tokens, marks = self._root.after, [*text.line.split(), ""], 0
        worth = {number for token in tokens if token in self._telling for number in self._telling[token]}
        for at, token in enumerate(tokens):
            if token in after:
                self._stand(text, tokens, (at, at - marks), worth, found)
            elif token in MARKS:
                marks += 1
        return found

    def _stand(self, text: Text, tokens: Sequence[str], at: tuple[int, int], worth: Collection[int], found: list[Hit]) -> None:
        """Add the phrases that stand at a word. `at`: its place among the tokens, and among the words."""
        standing: dict[int, int] = {}
        place, first = at
        after, marks = self._root.after, place - first
        while node := after.get(tokens[place]):
            if isinstance(node, list):
                after[tokens[place]] = node = self._node(node)
            ends, gaps, after = node
            place += 1
            for number in ends:
                standing[number] = place - marks
            for number, match in gaps:
                if number in worth and (ended := match(text.line, text.offsets[first])):
                    standing[number] = _last(text, first, ended.end())
        for number in sorted(standing) if len(standing) > 1 else standing:
            name, source, _, at_start = self._phrases[number]
            if not at_start or _opens(text, first):
                found.append(Hit(name, first, standing[number], source))

    def _node(self, threads: Sequence[_Thread]) -> _Node:
        """Where these threads lead. Of one phrase the first thread to end is the one that counts, as in its pattern."""
        ends: list[int] = []
        gaps: list[int] = []
        waiting: dict[str, list[_Thread]] = {}
        for thread in threads:
            if thread.number in ends or thread.number in gaps:
                continue
            for word, further in self._ways(thread):
                if further:
                    waiting.setdefault(word, []).append(further)
                else:
                    (gaps if word else ends).append(thread.number)
        return _Node(ends, [(number, pattern(self._phrases[number].parts).match) for number in gaps], {**waiting})

    def _ways(self, thread: _Thread) -> Iterator[tuple[str, _Thread | None]]:
        """The words that a phrase can go on with, and to where, in the order in which its pattern tries them.

        No thread after "": it ends here; none after a word: a gap or the like follows, which only its pattern can tell.
        """
        number, rest, place = thread
        if rest:
            yield rest[0], _Thread(number, rest[1:], place)
            return
        parts = self._phrases[number].parts
        for at in range(place, len(parts)):
            part = parts[at]
            if not _plain(part):
                yield part, None
                return
            for words in _spelt_out(part.rstrip("?")):
                yield words[0], _Thread(number, words[1:], at + 1)
            if part[-1] != "?":
                return
        yield "", None


def _plain(part: str) -> bool:
    """Whether a part is words and nothing else; they may be left out."""
    return part not in ("_", "__", "$") and part[0] != "!" and "*" not in part


def _tell(parts: Sequence[str]) -> Iterable[str]:
    """For a phrase with gaps or the like, words of which one must stand somewhere; "", at every end, where it has none."""
    if all(map(_plain, parts)):
        return ()
    last = next((part for part in reversed(parts) if _plain(part) and part[-1] != "?"), "")
    return {words[0] for words in _spelt_out(last)}


class _Thread(NamedTuple):
    """How far a phrase has come: its number, what is left of a choice of several words, and the part that follows."""

    number: int
    rest: tuple[str, ...]
    place: int


class _Node(NamedTuple):
    """A place in the tree: the phrases that end here, those that go on with a gap, and what the next word leads to."""

    ends: Sequence[int]
    gaps: Sequence[tuple[int, Callable[[str, int], re.Match[str] | None]]]
    after: dict[str, _Node | list[_Thread]]


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
