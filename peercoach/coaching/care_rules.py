"""The rules of `care`, read from `care.txt`: what people at risk say about themselves. The file's head explains how it is written.

A rule's cues are looked for first; only when one of them is there is its pattern built and run, so an ordinary reply costs a few
look-ups. Every gap in a pattern is bounded, so every rule is linear in the reply.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from peercoach.coaching.data import packaged

_LOOK = re.compile(r"([!=])\(")
_GAP = re.compile(r"~(\d) ")
_CLASS = re.compile(r"<(\w+)>")


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing to listen for. `weight` 3, 2 or 1; `who` self, said, other or room; `marks` any of small, away, kept (see `care.txt`)."""

    id: str
    weight: int
    who: str
    marks: frozenset[str]
    cues: frozenset[str]
    lines: tuple[str, ...]

    def pattern(self) -> re.Pattern[str]:
        """The rule's phrases as one expression over folded text."""
        return _pattern(self.lines)


@dataclass(frozen=True, slots=True)
class Book:
    """`care.txt`, read: its word classes and its rules, in order."""

    classes: dict[str, str]
    rules: tuple[Rule, ...]

    @property
    def cues(self) -> frozenset[str]:
        """Every word that makes some rule worth trying."""
        return frozenset().union(*(rule.cues for rule in self.rules))


@cache
def book() -> Book:
    """The rules, read once."""
    blocks = [block.splitlines() for block in packaged("care.txt").split("\n\n")]
    lines = [[line for line in block if line and not line.startswith("# ")] for block in blocks]
    classes = {head[6:]: "|".join(rest) for head, *rest in filter(None, lines) if head.startswith("class ")}
    return Book(classes, tuple(_rule(block) for block in lines if block and block[0].startswith("rule ")))


def _rule(block: list[str]) -> Rule:
    _, name, weight, who, *marks = block[0].split()
    return Rule(name, int(weight), who, frozenset(marks), frozenset(block[1].split()[1:]), tuple(block[2:]))


@cache
def _pattern(lines: tuple[str, ...]) -> re.Pattern[str]:
    source = "|".join(lines)
    while named := _CLASS.search(source):
        source = source.replace(named[0], f"({book().classes[named[1]]})")
    return re.compile(rf"(?<![\w'])(?:{regular(source)})(?![\w'])")


def regular(phrases: str) -> str:
    """Phrases as they stand in `care.txt` (classes written out), as a regular expression."""
    source = _looks(phrases)
    source = re.sub(r"(?<!\\)\((?!\?)", "(?:", source)
    source = source.replace("^ ", "(?<=[.,] )")
    return _GAP.sub(r"(?:\\w+ ){0,\1}", source)


def _looks(source: str) -> str:
    """`!(a|b)` and `=(a|b)` as looks ahead at whole words."""
    while found := _LOOK.search(source):
        end = _close(source, found.end() - 1)
        inside = source[found.end() : end]
        source = f"{source[: found.start()]}(?{found[1]} ({inside})(?!\\w)){source[end + 1 :]}"
    return source


def _close(source: str, start: int) -> int:
    """Where the bracket opened at `start` closes."""
    depth = 0
    for at in range(start, len(source)):
        depth += (source[at] == "(") - (source[at] == ")")
        if depth == 0:
            return at
    raise ValueError(source[start:])
