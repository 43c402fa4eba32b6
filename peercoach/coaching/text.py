"""A reply cut into words, clauses and sentences, with exact offsets. Pure, linear, the same on every machine.

Folding makes wordings alike that mean alike: lower case, no apostrophes, text-speak spelt out, drawn-out letters let go
("sooo" is "so"), "you are" and "ur" and "you're" one form. A folded word keeps the span of what was typed.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate, pairwise
from typing import NamedTuple

from peercoach.coaching.folding import fold
from peercoach.coaching.moment import Span

LONGEST = 100_000
"""Code points of a reply that are read; what comes after changes nothing."""

EMOJI = "\u203c-\u3299\U0001f000-\U0001faff"
TOKEN = re.compile(
    rf"(?P<word>[^\W_]+(?:['’‘`´][^\W_]+)*)|(?P<emoji>[{EMOJI}]\ufe0f?(?:\u200d[{EMOJI}]\ufe0f?)*|:['’-]?[()/|DPp](?!\w)|<3)"
    r"|(?P<stop>[.!?…]+|\n+)|(?P<comma>,|;|:| [-–—]+ |[()]|\.\.)|(?P<quote>[\"“”'‘’])"
)
DROPPED_H = re.compile(
    r"(?:orrible|ave|avin|ow|er|im|is|e|eard|ard|ome|ouse|appy|ope|urt|elp|ang|as|ad|ead|ello|undred|alf|ole|ate|eavy|em|cause|til|bout)\b",
    re.IGNORECASE,
)
"""What stands after an apostrophe that opens no quotation: "'ow", "'ave", "'em"."""

JOIN = {
    ("i", "am"): "im", ("you", "are"): "your", ("that", "is"): "thats", ("it", "is"): "its", ("do", "not"): "dont",
    ("does", "not"): "doesnt", ("did", "not"): "didnt", ("is", "not"): "isnt", ("are", "not"): "arent", ("was", "not"): "wasnt",
    ("can", "not"): "cant", ("could", "not"): "couldnt", ("would", "not"): "wouldnt", ("should", "not"): "shouldnt",
    ("have", "not"): "havent", ("has", "not"): "hasnt", ("will", "not"): "wont", ("i", "have"): "ive", ("i", "will"): "ill",
    ("i", "would"): "id", ("what", "is"): "whats", ("how", "is"): "hows", ("there", "is"): "theres", ("you", "have"): "youve",
    ("you", "will"): "youll", ("they", "are"): "theyre", ("he", "is"): "hes", ("she", "is"): "shes", ("no", "one"): "nobody",
    ("thank", "you"): "thanks", ("who", "is"): "whos", ("where", "is"): "wheres",
}  # fmt: skip
"""Two words that are one in chat."""
DIGIT_WORDS = {"2": "to", "4": "for"}
AFTER_DIGIT = frozenset(
    "you me us him her them be do go get say talk tell hear see know help chat feel have make let come the my your it that this a an"
    " sit stay keep read listen share post type ask give take think sleep stop work school uni college deal cope"
    " everyone anyone everything now tonight ages real".split()
)
"""What stands after a 2 or 4 that is short for "to" or "for"."""
JOINS = frozenset(second for _, second in JOIN)


class Unit(NamedTuple):
    """A clause or a sentence: words `first` to `last` (half-open) and its span in the reply."""

    first: int
    last: int
    start: int
    end: int
    question: bool = False
    sentence: int = 0


class Text(NamedTuple):
    """A read reply. `words[i]` is folded and was typed at `starts[i]:ends[i]`; `quoted[i]` tells that it stands in quotes.

    `line` is the words with `.`, `,` and `?` as words of their own, one space between, a space at both ends: what
    rules are matched against; `place(line offset)` gives the word it falls in.
    """

    raw: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    quoted: frozenset[int]
    clauses: tuple[Unit, ...]
    sentences: tuple[Unit, ...]
    line: str
    offsets: tuple[int, ...]

    def span(self, first: int, last: int) -> Span:
        """The span typed for words `first` to `last`, half-open."""
        return self.starts[first], self.ends[last - 1]

    def under(self, spans: Iterable[Span]) -> list[int]:
        """The words that begin inside spans, span by span."""
        starts = self.starts
        return [i for start, end in spans for i in range(bisect_left(starts, start), bisect_left(starts, end))]

    def words_at(self, start: int, end: int) -> tuple[int, int]:
        """The words (half-open) under `line[start:end]`."""
        first = max(bisect_right(self.offsets, start) - 1, 0)
        while first < len(self.words) - 1 and self.offsets[first] + len(self.words[first]) <= start:
            first += 1
        last = bisect_right(self.offsets, max(end - 1, start))
        return first, max(last, first + 1)


STARTERS = frozenset(
    "i im ive id ill you your youve youll that thats its it he hes she shes they theyre we theres there how hows what whats why when where who"
    " want do does did are is have has can could would should wanna if but so and because though thanks sorry hope anyone"
    " everyone let lets glad maybe then like just or also btw anyway".split()
)
"""Words that can open a clause."""

HOLDERS = frozenset(
    "i im you your youve if when what how why where who that like as because than do does did are is was were have has can could would"
    " should will and but so or to for of in on at with about from by my the a an this no not think thought know knew hope guess"
    " feel felt say said says saying want wanted wanna wish mean sure glad let lets sounds sound then just whether until while"
    " since after before only even hows whats maybe bet reckon see sorry though anyone everyone thats its theres it very so really".split()
)
"""Words that hold on to what follows: no clause opens after one of these."""

PAIRS = {
    "you": frozenset("could can should might want know have dont must would will need".split()),
    "i": frozenset("know think hope was had get feel just would dont cant used did do can wish love never".split()),
    "how": frozenset("are is do did you long old".split()),
    "what": frozenset("are is do did was made happened".split()),
    "do": frozenset(("you",)), "are": frozenset(("you",)), "if": frozenset(("you", "it", "i", "youre", "your")),
    "im": frozenset("so here getting sorry glad proud really not still in always just".split()),
    "no": frozenset("pressure rush need worries".split()), "well": frozenset(("done",)), "good": frozenset(("luck",)),
}  # fmt: skip
"""Two words that open a clause even where little stands before them."""

ENDERS = frozenset(
    "you me it that this them him her here there now tonight today tomorrow one too about again yet though through done on up out in off"
    " with for time day week anything something everything nothing everyone someone much lot more well alone x xx lol really".split()
)
"""What a clause can end with, so that a pair after it opens a new one."""

LONG = 4
"""A clause of fewer words is left whole where no mark divides it."""


def read(reply: str) -> Text:
    """Read a reply. Never fails; the first 100,000 code points count."""
    return _Reader(reply[:LONGEST]).text()


class _Reader:
    """Builds a Text in one pass over the tokens."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.marks: dict[int, str] = {}
        self.quotes: list[tuple[int, int, str]] = []

    def text(self) -> Text:
        """Read the tokens, then find the quotes, sentences and clauses."""
        after_emoji = False
        for token in TOKEN.finditer(self.raw):
            kind = token.lastgroup
            if kind == "word":
                start, end = token.span()
                folded = fold(token.group())
                if after_emoji and folded[0] in STARTERS:
                    self._mark(".")
                for word in folded:
                    self._word(word, start, end)
            elif kind == "emoji":
                self._word(token.group().rstrip("\ufe0f"), token.start(), token.end())
            elif kind == "quote":
                self.quotes.append((len(self.words), token.start(), token.group()))
            else:
                typed = token.group()
                self._mark("," if kind == "comma" else "?" if "?" in typed else ".")
            after_emoji = kind == "emoji"
        sentences, clauses = self._units()
        quoted = self._quoted() if len(self.quotes) > 1 else frozenset()
        line, offsets = self._line()
        return Text(
            self.raw, tuple(self.words), tuple(self.starts), tuple(self.ends), quoted, clauses, sentences, line, offsets,
        )  # fmt: skip

    def _word(self, word: str, start: int, end: int) -> None:
        words = self.words
        if words and words[-1] in DIGIT_WORDS and (word in AFTER_DIGIT or word.endswith("ing")) and len(words) not in self.marks:
            words[-1] = DIGIT_WORDS[words[-1]]
        if word in JOINS and words and len(words) not in self.marks:
            joined = JOIN.get((words[-1], word))
            if joined:
                words[-1], self.ends[-1] = joined, end
                return
        words.append(word)
        self.starts.append(start)
        self.ends.append(end)

    def _mark(self, mark: str) -> None:
        place = len(self.words)
        if place and self.marks.get(place) not in (".", "?"):
            self.marks[place] = mark

    def _line(self) -> tuple[str, tuple[int, ...]]:
        """The line that rules are matched against, and where in it each word begins."""
        marks = self.marks
        pieces = [f" {marks[i]} {word}" if i in marks else f" {word}" for i, word in enumerate(self.words)]
        ends = accumulate(map(len, pieces))
        offsets = tuple([end - len(word) for end, word in zip(ends, self.words, strict=True)])
        last = marks.get(len(self.words))
        return "".join((*pieces, f" {last} " if last else " ")), offsets

    def _quoted(self) -> frozenset[int]:
        quoted: set[int] = set()
        opened: tuple[int, str] | None = None
        for place, start, typed in self.quotes:
            single = typed in "'‘’"
            before = self.raw[start - 1 : start]
            after = self.raw[start + 1 : start + 2]
            dropped = single and self.raw[max(start - 2, 0) : start].lower() == "in"  # "lookin' after" closes nothing
            if opened and _pair(opened[1], typed) and not dropped and (not single or not after.isalnum()):
                quoted.update(range(opened[0], place))
                opened = None
            elif after and not after.isspace() and not before.isalnum() and not (single and DROPPED_H.match(self.raw, start + 1)):
                opened = (place, typed)
        return frozenset(quoted)

    def _units(self) -> tuple[tuple[Unit, ...], tuple[Unit, ...]]:
        sentences: list[Unit] = []
        clauses: list[Unit] = []
        first = 0
        total = len(self.words)
        for place in (*sorted(p for p, mark in self.marks.items() if mark != ","), total):
            if place > first:
                question = self.marks.get(place) == "?"
                sentences.append(self._unit(first, place, question, len(sentences)))
                clauses.extend(self._clauses(first, place, question, len(sentences) - 1))
                first = place
        return tuple(sentences), tuple(clauses)

    def _clauses(self, first: int, last: int, question: bool, sentence: int) -> list[Unit]:  # noqa: FBT001  # a plain value
        cuts = [first]
        for i in range(first + 1, last):
            since, left = i - cuts[-1], last - i
            word, before = self.words[i], self.words[i - 1]
            if i in self.marks:
                cut = left >= 2 and since >= 2
            else:
                cut = since >= LONG and left >= 3 and word in STARTERS and before not in HOLDERS
                cut = cut or (since >= 3 and left >= 3 and self.words[i + 1] in PAIRS.get(word, ()) and before in ENDERS)
            if cut:
                cuts.append(i)
        cuts.append(last)
        return [self._unit(a, b, question and b == last, sentence) for a, b in pairwise(cuts)]

    def _unit(self, first: int, last: int, question: bool, sentence: int) -> Unit:  # noqa: FBT001  # a plain value
        return Unit(first, last, self.starts[first], self.ends[last - 1], question, sentence)


def _pair(opened: str, closed: str) -> bool:
    return (opened in '"“”') == (closed in '"“”')
