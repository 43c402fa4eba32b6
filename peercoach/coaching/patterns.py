"""Point patterns: words that only one scenario looks for, found in a reply whatever its spelling.

`a|b` alternatives · `*` and `?` any letters, one letter · `[a b]` or a space: next to each other · `_` up to four words
between · `not(...)` must not be there. See `pattern_syntax` for the grammar, `wordmatch` for what counts as the same word.

Sets of places in the reply are the bits of an int, and each part of a pattern maps sets to sets, forwards or backwards.
The reply is worked through in stretches of bounded size, so matching is linear in the reply, whatever the pattern.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from peercoach.coaching import wordmatch
from peercoach.coaching.moment import Mark, PointLine, Span
from peercoach.coaching.pattern_syntax import GAP, Absent, Either, Node, PatternError, parse, places
from peercoach.coaching.wordmatch import Vocabulary, WordSet
from peercoach.coaching.words import Word, split

__all__ = ["Pattern", "PatternError", "Reading", "compile_pattern", "point", "read"]

_STRETCH = 1024
_MOST_PICTURES = 15
"""Emoji that may stand between two words without parting them."""


class Reading(NamedTuple):
    """A reply ready for patterns: a row of cells, one a word; `tbh` takes three cells and can also be jumped over whole.

    A cell is the number of a word in `vocabulary`; `starts` and `ends` are code points, by cell.
    """

    vocabulary: Vocabulary
    cells: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    jumps: tuple[tuple[int, int, int], ...]
    """(first cell, how many cells, number) of each short form that stands for several words."""
    pictures: frozenset[int]
    """The emoji and typed faces; between two words they are passed over."""

    @property
    def stride(self) -> int:
        """Cells that one word of a pattern can take up at most, with the pictures beside it."""
        return max([1, *(size for _, size, _ in self.jumps)]) + (_MOST_PICTURES if self.pictures else 0)


class Pattern(NamedTuple):
    """A compiled pattern; make it with `compile_pattern`."""

    text: str
    node: Node
    absent: bool
    width: int
    """Words it can span at most."""

    def matches(self, words: tuple[Word, ...] | Reading) -> bool:
        """Whether the pattern holds. One that is all `not(...)` holds when what it names is nowhere to be found."""
        found = next(_found(self, read(words)), None) is not None
        return found != self.absent

    def spans(self, words: tuple[Word, ...] | Reading) -> tuple[Span, ...]:
        """Give each match as code points: leftmost, shortest, none overlapping; none for a pattern that is all `not(...)`."""
        return () if self.absent else tuple(_found(self, read(words)))


@lru_cache(maxsize=2048)
def compile_pattern(text: str) -> Pattern:
    """Compile a pattern; raise PatternError (with `position`, in code points) where it can't be read."""
    tree = parse(text)
    return Pattern(text, tree.node, tree.absent, tree.width)


def point(line: PointLine, reply: str | Reading) -> Mark:
    """Mark a point: met or missed, with the words that earned it (code points, in order, none overlapping)."""
    reading = read(split(reply)) if isinstance(reply, str) else reply
    if any(compile_pattern(text).matches(reading) for text in line.none):
        return Mark(line.point, "missed")
    everyone = [_evidence(text, reading) for text in line.all]
    anyone = [_evidence(text, reading) for text in line.any]
    fits = [spans for spans in anyone if spans is not None]
    needed = [spans for spans in everyone if spans is not None]
    if len(needed) < len(everyone) or (anyone and not fits):
        return Mark(line.point, "missed")
    return Mark(line.point, "met", _joined(span for spans in (*fits, *needed) for span in spans))


def _evidence(text: str, reading: Reading) -> tuple[Span, ...] | None:
    """Give a pattern's spans; None when it doesn't hold."""
    pattern = compile_pattern(text)
    spans = tuple(_found(pattern, reading))
    return None if bool(spans) == pattern.absent else spans


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def read(words: tuple[Word, ...] | Reading) -> Reading:
    """Lay words out as cells, once for all the patterns of a reply."""
    if isinstance(words, Reading):
        return words
    row = _Row()
    for word in words:
        row.add(word)
    pictures = frozenset(number for text, number in row.vocabulary.numbers.items() if not text[0].isalnum())
    return Reading(row.vocabulary, tuple(row.cells), tuple(row.starts), tuple(row.ends), tuple(row.jumps), pictures)


@dataclass(slots=True)
class _Row:
    """A reading while it is being made."""

    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    spelled: dict[str, tuple[str, ...]] = field(default_factory=dict)
    cells: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    jumps: list[tuple[int, int, int]] = field(default_factory=list)

    def add(self, word: Word) -> None:
        text = word.folded
        if text not in self.spelled:
            self.spelled[text] = wordmatch.parts(text)
        spelled = self.spelled[text]
        if spelled:
            self.jumps.append((len(self.cells), len(spelled), self.vocabulary.number(text)))
        self.cells += [self.vocabulary.number(part) for part in spelled or (text,)]
        self.starts += [word.start] * (len(spelled) or 1)
        self.ends += [word.end] * (len(spelled) or 1)


def _found(pattern: Pattern, reading: Reading) -> Iterator[Span]:
    """Find matches, leftmost first, each as short as it can be."""
    hits = {place.number: place.found(reading.vocabulary) for place in places(pattern.node)}
    if not any(hits.values()):
        return
    margin, size, free = pattern.width * reading.stride, len(reading.cells), 0
    for base in range(0, size, _STRETCH):
        low, high = max(0, base - margin), min(size, base + _STRETCH + margin)
        window = _Window(reading, low, high, hits)
        for start, end in window.matches(pattern.node, max(base, free) - low, min(size, base + _STRETCH) - low):
            free = low + end
            yield reading.starts[low + start], reading.ends[low + end - 1]


class _Window:
    """A stretch of a reading. Bit i of a set stands for the boundary before cell i."""

    def __init__(self, reading: Reading, low: int, high: int, hits: dict[int, set[int]]) -> None:
        self.cells = reading.cells[low:high]
        self.all = (1 << len(self.cells) + 1) - 1
        self.jumps = [(at - low, size, word) for at, size, word in reading.jumps if low <= at and at + size <= high]
        self.pictures = self.where(reading.pictures)
        self.anything = self.steps_of(set(reading.vocabulary.numbers.values()))
        self.steps = {number: self.steps_of(words) for number, words in hits.items()}

    def where(self, words: set[int] | frozenset[int]) -> int:
        """Set a bit for each cell that holds one of these."""
        # Read from a string of digits: setting a long int's bits one by one would not be linear.
        return int("".join(["1" if cell in words else "0" for cell in reversed(self.cells)]), 2) if words else 0

    def steps_of(self, words: set[int]) -> tuple[tuple[int, int], ...]:
        """For any of these words: how many cells a step takes, and from where it can be taken."""
        steps = {1: self.where(words)}
        for at, size, word in self.jumps:
            if word in words:
                steps[size] = steps.get(size, 0) | 1 << at
        return tuple(steps.items())

    def matches(self, node: Node, first: int, last: int) -> Iterator[tuple[int, int]]:
        """Give matches that begin at cells first..last, leftmost, shortest, none overlapping."""
        starts = self.back(node, self.all) & (1 << last) - 1
        starts = starts >> first << first if first < last else 0
        while starts:
            start = _lowest(starts)
            end = _lowest(self.on(node, 1 << start))
            yield start, end
            starts = starts >> end << end

    def on(self, node: Node, places: int) -> int:
        """Where a match can end that begins at one of these places."""
        if isinstance(node, WordSet):
            return _forwards(self.steps[node.number], places)
        if isinstance(node, Either):
            return _union(self.on(option, places) for option in node.options)
        if node.before:
            places &= ~self.after(node.before)
        for number, part in enumerate(node.parts):
            places = self.on(part, self.between(places, gap=node.gaps[number]) if number else places)
        return places & ~self.ahead(node.after) if node.after else places

    def back(self, node: Node, places: int) -> int:
        """Where a match can begin that ends at one of these places."""
        if isinstance(node, WordSet):
            return _backwards(self.steps[node.number], places)
        if isinstance(node, Either):
            return _union(self.back(option, places) for option in node.options)
        if node.after:
            places &= ~self.ahead(node.after)
        for number in reversed(range(len(node.parts))):
            places = self.back(node.parts[number], places)
            places = self.until(places, gap=node.gaps[number]) if number else places
        return places & ~self.after(node.before) if node.before else places

    def after(self, absent: Absent) -> int:
        """Find the places just after something that must not stand before them."""
        return self.between(self.on(absent.node, self.all), gap=absent.gap)

    def ahead(self, absent: Absent) -> int:
        """Find the places just before something that must not stand after them."""
        return self.until(self.back(absent.node, self.all), gap=absent.gap)

    def between(self, places: int, *, gap: bool) -> int:
        """Go on over pictures, and over up to four words where there is a gap."""
        places = _over(places, self.pictures) if self.pictures else places
        for _ in range(GAP if gap else 0):
            places |= _forwards(self.anything, places)
            places = _over(places, self.pictures) if self.pictures else places
        return places

    def until(self, places: int, *, gap: bool) -> int:
        """Go back over pictures, and over up to four words where there is a gap."""
        places = _back_over(places, self.pictures) if self.pictures else places
        for _ in range(GAP if gap else 0):
            places |= _backwards(self.anything, places)
            places = _back_over(places, self.pictures) if self.pictures else places
        return places


def _forwards(steps: tuple[tuple[int, int], ...], places: int) -> int:
    return _union((places & cells) << size for size, cells in steps)


def _backwards(steps: tuple[tuple[int, int], ...], places: int) -> int:
    return _union(places >> size & cells for size, cells in steps)


def _over(places: int, pictures: int) -> int:
    """Pass up to 15 pictures: 1, 2, 4, then 8 at a time."""
    for size in (1, 2, 4, 8):
        places |= (places & pictures) << size
        pictures &= pictures >> size
    return places


def _back_over(places: int, pictures: int) -> int:
    for size in (1, 2, 4, 8):
        places |= places >> size & pictures
        pictures &= pictures >> size
    return places


def _union(sets: Iterable[int]) -> int:
    union = 0
    for one in sets:
        union |= one
    return union


def _lowest(places: int) -> int:
    return (places & -places).bit_length() - 1
