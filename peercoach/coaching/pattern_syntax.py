"""What a point pattern says: its text read into a small tree, with errors that a trainer can act on.

pattern   parts one after another; a space for "next to", `_` for "up to four words between"
part      one or more of: a word, `[several words]`; alternatives joined by `|`
not(...)  alone: must not appear; first or last: must not stand just there
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from peercoach.coaching import wordmatch, words
from peercoach.coaching.wordmatch import WordSet
from peercoach.errors import PeercoachError

GAP = 4
"""Words that may stand where a `_` is."""
LONGEST_PATTERN = 500
WIDEST = 60
"""Words a match may span at most, gaps counted: it bounds how far around a place anything has to look."""
DEEPEST = 8

_TOKEN = re.compile(r"(?P<absent>not\()|(?P<mark>[|_\[\]()])|(?P<words>[^\s|_\[\]()]+)")
_WILD = re.compile(r"[\w*?]+(?:['’][\w*?]+)*")


class PatternError(PeercoachError):
    """A pattern that can't be read. `position` counts code points of the pattern, from 0."""

    def __init__(self, message: str, position: int) -> None:
        super().__init__(message)
        self.position = position

    def __reduce__(self) -> tuple[type[PatternError], tuple[str, int]]:
        return PatternError, (self.message, self.position)


class Absent(NamedTuple):
    """Something that must not stand just before or after; with `gap`, nor within four words."""

    node: Node
    gap: bool


class Sequence(NamedTuple):
    """Parts in order. `gaps[i]` says whether words may pass before part i."""

    parts: tuple[Node, ...]
    gaps: tuple[bool, ...]
    before: Absent | None = None
    after: Absent | None = None


class Either(NamedTuple):
    """Any of these."""

    options: tuple[Node, ...]


Node = WordSet | Sequence | Either


class Tree(NamedTuple):
    """A read pattern: what to look for, whether it must be absent, and how many words it can span at most."""

    node: Node
    absent: bool
    width: int


class _Token(NamedTuple):
    kind: str
    text: str
    at: int


@dataclass(slots=True)
class _Items:
    """A sequence while it is being read: each item with the gap before it; `not(...)` items are kept apart by `negative`."""

    nodes: list[Node] = field(default_factory=list)
    gaps: list[bool] = field(default_factory=list)
    negative: list[bool] = field(default_factory=list)
    at: list[int] = field(default_factory=list)


def parse(text: str) -> Tree:
    """Read a pattern; raise PatternError where it can't be read."""
    if len(text) > LONGEST_PATTERN:
        raise PatternError(f"a pattern has at most {LONGEST_PATTERN} characters; split it into several", LONGEST_PATTERN)
    return _Parser(text).whole()


class _Parser:
    """Reads tokens left to right, one method a rule of the grammar."""

    def __init__(self, text: str) -> None:
        self.tokens = [_Token(match.lastgroup or "", match.group(), match.start()) for match in _TOKEN.finditer(text)]
        self.tokens = [token for token in self.tokens if token.kind != "words" or _cut(token.text)]
        self.end = len(text)
        self.next = 0
        self.depth = 0
        self.places = 0
        self.inside_not = False

    def whole(self) -> Tree:
        items = self.items("")
        absent = items.negative == [True]
        node = items.nodes[0] if absent else _sequence(items)
        width = _width(node)
        if width > WIDEST:
            raise PatternError("this pattern spans too many words; split it into several", 0)
        return Tree(node, absent, width)

    def peek(self) -> _Token:
        return self.tokens[self.next] if self.next < len(self.tokens) else _Token("", "", self.end)

    def take(self) -> _Token:
        token = self.peek()
        self.next += 1
        return token

    def items(self, closing: str) -> _Items:
        """Read parts and the gaps between them, up to the closing bracket or the end."""
        items, gap, opened = _Items(), -1, self.peek().at
        while self.peek().text != closing:
            token = self.peek()
            if token.text == "_":
                if gap >= 0 or not items.nodes:
                    raise PatternError("`_` stands between two words, one at a time: it lets up to four words pass", token.at)
                gap = self.take().at
                continue
            self.item(items, gap=gap >= 0)
            gap = -1
        if gap >= 0:
            raise PatternError("`_` needs a word after it", gap)
        if not items.nodes:
            raise PatternError("there is no word to look for here", opened)
        self.next += bool(closing)
        return items

    def item(self, items: _Items, *, gap: bool) -> None:
        token = self.peek()
        items.gaps.append(gap)
        items.at.append(token.at)
        items.negative.append(token.kind == "absent")
        items.nodes.append(self.absent() if token.kind == "absent" else self.either())
        if self.peek().text == "|":
            raise PatternError("`not(...)` can't be one of several; give it a line of its own under `none`", self.peek().at)

    def absent(self) -> Node:
        opened = self.take()
        if self.inside_not:
            raise PatternError("`not(...)` inside `not(...)`: say it the other way round", opened.at)
        self.inside_not = True
        node = self.group(opened, ")")
        self.inside_not = False
        return node

    def either(self) -> Node:
        options = [self.unit()]
        while self.peek().text == "|":
            bar = self.take()
            if self.peek().kind != "words" and self.peek().text != "[":
                raise PatternError("`|` needs a word on both sides", bar.at)
            options.append(self.unit())
        return _either(tuple(options))

    def unit(self) -> Node:
        token = self.take()
        if token.kind == "words":
            return self.words(token)
        if token.text == "[":
            return self.group(token, "]")
        raise PatternError(_OUT_OF_PLACE.get(token.text, "something is missing here"), token.at)

    def group(self, opened: _Token, closing: str) -> Node:
        self.depth += 1
        if self.depth > DEEPEST:
            raise PatternError("too many brackets inside brackets", opened.at)
        if not any(token.text == closing for token in self.tokens[self.next :]):
            raise PatternError(f"`{opened.text}` is never closed with `{closing}`", opened.at)
        node = _sequence(self.items(closing))
        self.depth -= 1
        return node

    def words(self, token: _Token) -> Node:
        """Read what stands between two spaces: one word, or several that a hyphen or a stop holds together."""
        nodes = [self.word(word) for word in _cut(token.text)]
        if self.places > LONGEST_PATTERN:
            raise PatternError("this pattern looks for too many things at once; split it into several", token.at)
        return nodes[0] if len(nodes) == 1 else Sequence(tuple(nodes), (False,) * len(nodes))

    def word(self, word: str) -> Node:
        spelled = () if "*" in word or "?" in word else wordmatch.parts(word)
        plain = self.place(word)
        if not spelled:
            return plain
        return Either((plain, Sequence(tuple(self.place(part) for part in spelled), (False,) * len(spelled))))

    def place(self, word: str) -> WordSet:
        self.places += 1
        return wordmatch.word_set(word, self.places)


_OUT_OF_PLACE = {
    "|": "`|` needs a word on both sides",
    "_": "`_` needs a word on both sides",
    "(": "round brackets only go with not(...); use [ ] to keep words together",
    ")": "this `)` closes nothing",
    "]": "this `]` closes nothing",
    "": "a bracket is never closed",
}


def _cut(text: str) -> tuple[str, ...]:
    if "*" in text or "?" in text:
        return tuple(words.fold(match.group()) for match in _WILD.finditer(text))
    return tuple(word.folded for word in words.split(text))


def _sequence(items: _Items) -> Node:
    """Turn items into a sequence: a `not(...)` first or last becomes a condition on what stands beside it."""
    wrong = next((at for at, negative in zip(items.at[1:-1], items.negative[1:-1], strict=True) if negative), None)
    if wrong is not None or all(items.negative):
        place = items.at[0] if wrong is None else wrong
        raise PatternError("`not(...)` can stand alone, first or last, beside the words it goes with", place)
    first, last = int(items.negative[0]), len(items.nodes) - int(items.negative[-1])
    before = Absent(items.nodes[0], items.gaps[1]) if first else None
    after = Absent(items.nodes[-1], items.gaps[-1]) if last < len(items.nodes) else None
    if first == 0 and last == 1 == len(items.nodes):
        return items.nodes[0]
    return Sequence(tuple(items.nodes[first:last]), (False, *items.gaps[first + 1 : last]), before, after)


def _either(options: tuple[Node, ...]) -> Node:
    """Join alternatives; single words become one place, so that a long list of them costs no more than one."""
    sets = tuple(option for option in options if isinstance(option, WordSet))
    rest = tuple(option for option in options if not isinstance(option, WordSet))
    if not sets:
        return rest[0] if len(rest) == 1 else Either(rest)
    joined = WordSet(
        frozenset().union(*(one.exact for one in sets)),
        tuple(slip for one in sets for slip in one.slips),
        tuple(glob for one in sets for glob in one.globs),
        sets[0].number,
    )
    return Either((joined, *rest)) if rest else joined


def _width(node: Node) -> int:
    """Count the words a match can span at most, with what its `not(...)` looks at."""
    if isinstance(node, WordSet):
        return 1
    if isinstance(node, Either):
        return max(_width(option) for option in node.options)
    beside = tuple(absent for absent in (node.before, node.after) if absent)
    return (
        sum(_width(part) for part in node.parts)
        + GAP * sum(node.gaps)
        + sum(_width(absent.node) + GAP * absent.gap for absent in beside)
    )


def places(node: Node) -> Iterator[WordSet]:
    """Every word place of a tree."""
    if isinstance(node, WordSet):
        yield node
    elif isinstance(node, Either):
        for option in node.options:
            yield from places(option)
    else:
        beside = (absent.node for absent in (node.before, node.after) if absent)
        for part in (*node.parts, *beside):
            yield from places(part)
