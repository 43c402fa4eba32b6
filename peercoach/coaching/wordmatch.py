"""One word of a pattern against one word of a reply: spelling, wildcards, one slip, text-speak. No backtracking anywhere."""

from __future__ import annotations

import re
from typing import NamedTuple

from peercoach.coaching.commonwords import COMMON_WORDS
from peercoach.coaching.textspeak import ALSO, TEXT_SPEAK

LONGEST = 80
"""Letters of a word that are looked at: nobody types longer ones, and it bounds the work."""
SLIP_FROM = 5
"""Letters a pattern's word needs before a slip is forgiven: shorter words have too many neighbours."""

_STRETCHED = re.compile(r"([^\W\d_])\1{2,}")
_AMOUNT = re.compile(r"(\d+)([^\W\d_]+)")


class Vocabulary:
    """The distinct words of a reply, numbered from 0 in the order they came, and every way each can be read."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.readings: dict[str, list[int]] = {}
        """Each reading (as typed, stretched letters squeezed, what text-speak means by it), and whose it is."""
        self.odd: list[tuple[str, int]] = []
        """Typed words that could be a slip: letters only, long enough, and no common word themselves."""

    def number(self, word: str) -> int:
        """Give the number of a folded word, adding it when it is new."""
        number = self.numbers.get(word)
        if number is None:
            number = self.numbers[word] = len(self.numbers)
            self._add(word[:LONGEST], number)
        return number

    def _add(self, word: str, number: int) -> None:
        typed = _typed(word)
        for reading in (*typed, *_meant(typed)):
            self.readings.setdefault(reading, []).append(number)
        self.odd += [
            (form, number) for form in typed if len(form) >= SLIP_FROM - 1 and form.isalpha() and form not in COMMON_WORDS
        ]


class Glob(NamedTuple):
    """A pattern word with wildcards: `*` any letters or none, `?` one letter. Make it with `glob`."""

    letters: str
    """What it spells out, `?` included."""
    loops: int
    """Bit i: any letters may pass before letter i."""
    pieces: tuple[str, ...]
    """What stands between the `*`s."""

    @property
    def forgiving(self) -> bool:
        """Whether it spells out enough letters for a slip to be forgiven."""
        return len(self.letters) - self.letters.count("?") >= SLIP_FROM

    def fits(self, word: str) -> bool:
        """Whether `word` fits, without a slip."""
        if "?" in self.letters:
            return bool(self._run(word)[0] >> len(self.letters) & 1)
        first, *middle, last = self.pieces
        if not (word.startswith(first) and word.endswith(last) and len(word) >= len(first) + len(last)):
            return False
        place = len(first)
        for piece in middle:  # the first place that fits leaves the most room for the rest, so nothing is tried twice
            place = word.find(piece, place, len(word) - len(last)) + len(piece)
            if place < len(piece):
                return False
        return True

    def slipped(self, word: str) -> bool:
        """Whether `word`, of two letters at least, fits with one slip."""
        start = self.pieces[0][:2]
        if len(start) == 2 and "?" not in start and word[0] not in start and word[1] not in start:
            return False
        return bool(self._run(word)[1] >> len(self.letters) & 1)

    def _run(self, word: str) -> tuple[int, int]:
        """Read the word; return the states reached with no slip, and with at most one. Each letter is one step.

        Bit i of a state says that the first i letters of the glob have been met (Shift-And, after Wu and Manber).
        """
        full, loops = (1 << len(self.letters) + 1) - 1, self.loops
        accepts = {char: _places(self.letters, char) for char in set(word)}
        exact, slipped, before, last = 1, 0b11, 0, 0
        for char in word:
            here = accepts[char]
            moved = (exact & here) << 1 | exact & loops
            slipped = (slipped & here) << 1 | slipped & loops  # the slip was earlier
            slipped |= moved | exact | exact << 1 | moved << 1  # none yet, one too many, another letter, one left out
            slipped |= (before & here & last >> 1) << 2  # two swapped
            exact, slipped, before, last = moved & full, slipped & full, exact, here
        return exact, slipped


def glob(text: str) -> Glob:
    """Make a glob from a folded word with `*` and `?`."""
    loops, place, pieces = 0, 0, tuple(re.split(r"\*+", text))
    for piece in pieces[:-1]:
        place += len(piece)
        loops |= 1 << place
    return Glob("".join(pieces), loops, pieces)


def _places(letters: str, char: str) -> int:
    return sum([1 << place for place, letter in enumerate(letters) if letter in (char, "?")])


class WordSet(NamedTuple):
    """One place in a pattern: any of these words will do. `number` tells the places of one pattern apart."""

    exact: frozenset[str]
    slips: tuple[str, ...]
    """Those that are long enough for a slip to be forgiven."""
    globs: tuple[Glob, ...]
    number: int = 0

    def found(self, vocabulary: Vocabulary) -> set[int]:
        """Which words of a reply are one of these, exactly, by wildcard or with one slip."""
        readings = vocabulary.readings
        hits = {number for reading in self.exact & readings.keys() for number in readings[reading]}
        for one in self.globs:
            hits.update(number for reading, numbers in readings.items() if one.fits(reading) for number in numbers)
            if one.forgiving:
                hits.update(number for word, number in vocabulary.odd if one.slipped(word))
        for wanted in self.slips:
            hits.update(number for word, number in vocabulary.odd if one_slip(wanted, word))
        return hits


def word_set(word: str, number: int) -> WordSet:
    """Make the place for one folded word of a pattern, wildcards and text-speak understood."""
    if "*" in word or "?" in word:
        return WordSet(frozenset(), (), (glob(word),), number)
    typed = _typed(word[:LONGEST])
    exact = frozenset(typed + _meant(typed))
    return WordSet(exact, tuple(sorted(form for form in exact if len(form) >= SLIP_FROM and form.isalpha())), (), number)


def parts(word: str) -> tuple[str, ...]:
    """Spell out the several words a short form stands for (`tbh`, `6hrs`); empty when it is one word."""
    for form in _typed(word[:LONGEST]):
        meaning = TEXT_SPEAK.get(form, "")
        if meaning:
            return tuple(meaning.split()) if " " in meaning else ()
    amount = _AMOUNT.fullmatch(word[:LONGEST])
    return amount.groups() if amount else ()


def _typed(word: str) -> tuple[str, ...]:
    """Give a word as typed and, where letters are stretched (`sooo`), squeezed to two and to one."""
    if not _STRETCHED.search(word):
        return (word,)
    return (word, _STRETCHED.sub(r"\1\1", word), _STRETCHED.sub(r"\1", word))


def _meant(typed: tuple[str, ...]) -> tuple[str, ...]:
    """Give the single words that text-speak means by these."""
    known = [form for form in typed if form in TEXT_SPEAK]
    return tuple(meaning for form in known for meaning in (TEXT_SPEAK[form], *ALSO.get(form, ())) if " " not in meaning)


def one_slip(wanted: str, word: str) -> bool:
    """Whether `word` is `wanted` with one letter left out, added, changed, or two neighbours swapped."""
    longer, shorter = max(len(wanted), len(word)), min(len(wanted), len(word))
    if longer - shorter > 1 or not shorter or (wanted[0] != word[0] and wanted[-1] != word[-1]):
        return False
    head = _shared(wanted, word)
    tail = min(_shared(wanted[::-1], word[::-1]), shorter - head)
    if head + tail >= longer - 1:
        return True
    swapped = len(wanted) == len(word) and head + tail == longer - 2
    return swapped and wanted[head] == word[head + 1] and wanted[head + 1] == word[head]


def _shared(one: str, other: str) -> int:
    for count, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return count
    return min(len(one), len(other))
