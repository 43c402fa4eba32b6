"""The rules of `care`, read from `care.txt`: what people at risk say about themselves. Its head explains how it is written.

A phrase's cues (`care_cues.txt`) are looked for first; only where they stand is its pattern built and run, so an ordinary reply
costs a few look-ups. Every gap in a pattern is bounded, so every rule is linear in the reply.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from peercoach.coaching.data import packaged

_LOOK = re.compile(r"([!=])\(")
_GAP = re.compile(r"~(\d) ")
_CLASS = re.compile(r"<(\w+)>")


class Rule(NamedTuple):
    """One thing to listen for: `weight` 3, 2 or 1, `who` and `marks` as the head of `care.txt` says."""

    id: str
    weight: int
    who: str
    marks: frozenset[str]
    lines: tuple[str, ...]


class Phrase(NamedTuple):
    """One line of a rule, and sets of words, of each of which one must occur before it is tried, beside a cue."""

    rule: Rule
    line: str
    others: tuple[frozenset[str], ...]

    def pattern(self) -> re.Pattern[str]:
        """The line as an expression over folded text: a blank, then the phrase as group 1."""
        return _pattern(self.line)


class Book(NamedTuple):
    """`care.txt`, read: its word classes and its rules, in order."""

    classes: dict[str, str]
    rules: tuple[Rule, ...]


@cache
def book() -> Book:
    """The rules, read once."""
    blocks = [block.splitlines() for block in packaged("care.txt").split("\n\n")]
    lines = [[line for line in block if line and not line.startswith("# ")] for block in blocks]
    classes = {head[6:]: "|".join(rest) for head, *rest in filter(None, lines) if head.startswith("class ")}
    return Book(classes, tuple(_rule(block) for block in lines if block and block[0].startswith("rule ")))


def _rule(block: list[str]) -> Rule:
    _, name, weight, who, *marks = block[0].split()
    return Rule(name, int(weight), who, frozenset(marks), tuple(block[1:]))


def worth_trying(words: frozenset[str]) -> list[Phrase]:
    """The phrases that these words could make up, in the order of the book."""
    cued, every = _cued(), phrases()
    numbers = set().union(*(cued[word] for word in words & cued.keys()))
    return [every[number] for number in sorted(numbers) if not any(map(words.isdisjoint, every[number].others))]


@cache
def phrases() -> tuple[Phrase, ...]:
    """Every line of every rule."""
    others = [tuple(frozenset(words.split()) for words in line.split("\t")[3:]) for line in _cue_lines()]
    every = [(rule, line) for rule in book().rules for line in rule.lines]
    return tuple(Phrase(rule, line, sets) for (rule, line), sets in zip(every, others, strict=True))


@cache
def _cued() -> dict[str, list[int]]:
    """The phrases, by number, that each word makes worth a look."""
    cued: dict[str, list[int]] = {}
    for number, line in enumerate(_cue_lines()):
        for word in line.split("\t")[2].split():
            cued.setdefault(word, []).append(number)
    return cued


@cache
def _cue_lines() -> list[str]:
    return packaged("care_cues.txt").removesuffix("\n").split("\n")


@cache
def _pattern(line: str) -> re.Pattern[str]:
    while named := _CLASS.search(line):
        line = line.replace(named[0], f"({book().classes[named[1]]})")
    return re.compile(rf" ({regular(line)})(?![\w'])")


def regular(phrases: str) -> str:
    """Phrases as they stand in `care.txt` (classes written out), as a regular expression."""
    source = _looks(phrases)
    source = re.sub(r"(?<!\\)\((?!\?)", "(?:", source)
    source = source.replace("^ ", "(?<=[.,] )")
    return _GAP.sub(r"(?:(?!not |never )\\w+ ){0,\1}", source)


def _looks(source: str) -> str:
    """`!(a|b)` and `=(a|b)` as looks ahead at whole words."""
    while found := _LOOK.search(source):
        end = close(source, found.end() - 1)
        inside = source[found.end() : end]
        source = f"{source[: found.start()]}(?{found[1]} ({inside})(?!\\w)){source[end + 1 :]}"
    return source


def close(source: str, start: int) -> int:
    """Where the bracket opened at `start` closes."""
    depth = 0
    for at in range(start, len(source)):
        depth += (source[at] == "(") - (source[at] == ")")
        if depth == 0:
            return at
    raise ValueError(source[start:])
