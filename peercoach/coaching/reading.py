"""A reply read in its moment: text, names, what it takes up of the other's message, phrases found, clauses weighed.

Everything that a detector may look at is here, worked out once. Training builds its features from the same readings.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from peercoach.coaching.features import CLOSES, OPENS, classes, grams, length, streamed
from peercoach.coaching.moment import Message, Moment, Span
from peercoach.coaching.phrases import Hit, Index
from peercoach.coaching.text import Text, Unit, read
from peercoach.coaching.turning import Turning

COMMON = frozenset(
    "i im ive id ill you your youve youll yours me my mine myself yourself it its that thats this these those they them their theyre we us our he"
    " him his she her hers a an the and but or so because if then than as of in on at to for from with by about into over up down out"
    " off not dont no yes yeah ok just really very too also still even now is am are was were be been being do does did done have has"
    " had having can could will would should may might must get got getting go going gone went come came say said what whats how hows"
    " why when where who which all any some one ones more most much many lot like know think feel feels feeling want need thing things"
    " make makes made see saw back here there theres hi hey hello lol tbh please thanks sorry good bad right well oh ah aw anyone everyone"
    " someone nobody something anything nothing everything people day today tonight time never always again only though bit need"
    " cant wont didnt isnt doesnt havent keep been dont what ever guess way whole".split()
)
FIRST = frozenset("i im ive id ill me my mine myself".split())
SECOND = frozenset("you your youve youll yours yourself youd".split())
THIRD = frozenset("he she they them him her hes shes theyre his their people everyone".split())
LONGEST = 20
"""Words from which a sentence is too long to be weighed as one; its clauses still are."""
REACH = 40
"""More words than any phrase can cover."""
TURN = {
    "i": "you", "im": "your", "my": "your", "me": "you", "ive": "youve", "id": "youd", "ill": "youll", "mine": "yours",
    "myself": "yourself", "am": "are", "was": "were",
}  # fmt: skip
TOOK = ("&took0", "&took1", "&took2", "&took3")
ENDINGS = ("ingly", "edly", "ings", "ing", "ied", "ies", "ed", "es", "ly", "s", "y", "e")


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A rough stem, enough to see that "shouting" takes up "shouted"."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word


class Context(NamedTuple):
    """What a moment offers to a reply. `said` stems of the addressee's words, `room` of everyone's; `runs` their three-word runs."""

    names: frozenset[str]
    to: frozenset[str]
    said: frozenset[str]
    room: frozenset[str]
    runs: frozenset[tuple[str, str, str]]
    theirs: tuple[str, ...]
    texts: tuple[Text, ...]


@lru_cache(maxsize=256)
def context(messages: tuple[Message, ...], to: tuple[str, ...]) -> Context:
    """Read what was said before a reply."""
    names = frozenset(word for message in messages for word in name_words(message.who) if message.who != "you")
    called = frozenset(word for name in to for word in name_words(name))
    said: set[str] = set()
    room: set[str] = set()
    runs: set[tuple[str, str, str]] = set()
    theirs: list[str] = []
    texts = []
    for message in messages:
        text = read(message.text)
        mine = {stem(word) for word in text.words if word not in COMMON and word not in names and len(word) > 2}
        room |= mine
        if message.who in to or not to:
            said |= mine
            turned = _turned(text.words)
            runs.update(zip(turned, turned[1:], turned[2:], strict=False))
            theirs.append(text.line)
            texts.append(text)
    return Context(names | called, called, frozenset(said), frozenset(room), frozenset(runs), tuple(theirs), tuple(texts))


def _turned(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words with "I" and "you" made one, so that "you moved" is still a copy of "I moved"."""
    return tuple(TURN.get(word, word) for word in words)


@lru_cache(maxsize=4_096)
def name_words(name: str) -> tuple[str, ...]:
    """The words somebody is called by: `lottie.x` is called lottie, `mo_23` mo."""
    return tuple(word for word in read(name.replace("_", " ")).words if len(word) > 1 and not word.isdigit()) or (name.lower(),)


class Weighed(NamedTuple):
    """A clause or sentence with the margin of each label, in the order of `model.LABELS`; above 0 means more likely than not."""

    unit: Unit
    margins: tuple[float, ...]


class Reading:
    """A reply read in its moment. `hits[name]` are the phrases that count, `off[name]` those let off."""

    __slots__ = (
        "_echo",
        "_marks",
        "_places",
        "_turning",
        "_words",
        "at",
        "context",
        "hits",
        "moment",
        "off",
        "pointed",
        "stream",
        "text",
        "units",
    )

    def __init__(self, reply: str, moment: Moment, index: Index) -> None:
        self.moment = moment
        self.context = context(moment.messages, moment.to)
        self.text = read(reply)
        self._turning = Turning(self.text)
        self._echo: tuple[frozenset[int], frozenset[int]] | None = None
        self.hits: dict[str, list[Hit]] = {}
        self.off: dict[str, list[tuple[Hit, str]]] = {}
        self.pointed: tuple[object, ...] | None = None
        self._sort(index.hits(self.text))
        self._marks = [("=" + name, hit.first, hit.last) for name, hits in self.hits.items() for hit in hits]
        self._marks += [(f"={name}!", hit.first, hit.last) for name, lets in self.off.items() for hit, _ in lets]
        self._marks.sort(key=lambda mark: mark[1])
        self._places = [first for _, first, _ in self._marks]
        self._words: dict[str, frozenset[int]] = {}
        self.stream: list[str] = []
        names = self.context.names - COMMON  # somebody called Will doesn't make a name of every "will"
        self.at = [0]
        for place, seen in enumerate(streamed(self.text.words, names)):
            if seen and not (seen == "@name" and self._hyphened(place)):
                self.stream.append(seen)
            self.at.append(len(self.stream))
        whole = [unit for unit in self.text.sentences if unit.last - unit.first <= LONGEST]
        self.units = tuple(dict.fromkeys((*self.text.clauses, *whole)))

    def _hyphened(self, place: int) -> bool:
        """Whether a word goes on with the one before it, as Marie does in Anne-Marie: one name, not two."""
        return place > 0 and self.text.raw[self.text.ends[place - 1] : self.text.starts[place]] == "-"

    def _sort(self, hits: Iterable[Hit]) -> None:
        hits = list(hits)
        shields: dict[str, list[Hit]] = {}
        for hit in hits:
            if hit.name[-1] == "/":
                shields.setdefault(hit.name[:-1], []).append(hit)
        turned = {first: self.turned(first) for first in {hit.first for hit in hits}} if self._turning.places else {}
        for hit in hits:
            if hit.name[-1] == "/":
                self.hits.setdefault(hit.name, []).append(hit)
                continue
            why = self._otherwise(hit, shields) or turned.get(hit.first)
            if why:
                self.off.setdefault(hit.name, []).append((hit, why))
            else:
                self.hits.setdefault(hit.name, []).append(hit)

    def _otherwise(self, hit: Hit, shields: Mapping[str, Sequence[Hit]]) -> str:
        """Why a phrase doesn't count by what stands on it: `another sense`, `quoted`, or ""."""
        if mine := shields.get(hit.name.rstrip("~").partition(":")[0]) if shields else None:
            low = bisect_left(mine, hit.first - REACH, key=lambda shield: shield.first)
            for shield in mine[low:]:
                if shield.first >= hit.last:
                    break
                if hit.first < shield.last:
                    return "another sense"
        if self.text.quoted:
            quoted = sum(i in self.text.quoted for i in range(hit.first, hit.last))
            if quoted * 2 > hit.last - hit.first:
                return "quoted"
        return ""

    def turned(self, first: int) -> str:
        """Whether what starts at word `first` is negated or reported: `negated`, `reported` or ""."""
        return self._turning.of(first)

    def words_of(self, name: str) -> frozenset[int]:
        """The words that the phrases of this name cover, where they count."""
        found = self._words.get(name)
        if found is None:
            found = frozenset(i for hit in self.hits.get(name, ()) for i in range(hit.first, hit.last))
            self._words[name] = found
        return found

    def words_off(self, name: str) -> frozenset[int]:
        """The words of this name's phrases that were let off."""
        found = self._words.get(f"{name}!")
        if found is None:
            found = frozenset(i for hit, _ in self.off.get(name, ()) for i in range(hit.first, hit.last))
            self._words[f"{name}!"] = found
        return found

    def echo(self) -> tuple[frozenset[int], frozenset[int]]:
        """The words that take up something they said, and those inside a run of three or more of their own words."""
        if self._echo is None:
            words, ctx = self.text.words, self.context
            shared = frozenset(i for i, word in enumerate(words) if word not in COMMON and stem(word) in ctx.said)
            copied: set[int] = set()
            if ctx.runs:
                turned = _turned(words)
                for i, run in enumerate(zip(turned, turned[1:], turned[2:], strict=False)):
                    if run in ctx.runs:
                        copied.update((i, i + 1, i + 2))
            self._echo = shared, frozenset(copied)
        return self._echo

    def features(self, unit: Unit) -> list[str]:
        """The features of a unit, a feature as often as it stands."""
        return grams(self.stream[self.at[unit.first] : self.at[unit.last]]) + self.extras(unit)

    def extras(self, unit: Unit) -> list[str]:
        """The features of a unit beside its n-grams: a question mark, phrases, what it takes up, who it is about."""
        found = ["?"] if unit.question else []
        first, last = unit.first, unit.last
        low, high = bisect_left(self._places, first - REACH), bisect_left(self._places, last)
        found.extend(dict.fromkeys(name for name, _, b in self._marks[low:high] if first < b))
        found.extend(self._context_features(unit))
        found.extend(self._person_features(unit))
        return found

    def _person_features(self, unit: Unit) -> list[str]:
        """Who the unit is about, alone and with each word class in it: `you sad` and `i sad` say different things."""
        inside = self.words(unit)
        known = classes()
        who = ("i" if not FIRST.isdisjoint(inside) else "") + ("u" if not SECOND.isdisjoint(inside) else "")
        who += "h" if not THIRD.isdisjoint(inside) else ""
        kinds = {known[word] for word in inside if word in known}
        return [f"@{who}", length(who, len(inside)), *[f"@{who} %{kind}" for kind in sorted(kinds)]]

    def _context_features(self, unit: Unit) -> list[str]:
        if not self.moment.messages:
            return []
        shared, copied = self.echo()
        out = [TOOK[min(len([i for i in shared if unit.first <= i < unit.last]), 3)]]
        if copied and len(copied.intersection(range(unit.first, unit.last))) * 2 > unit.last - unit.first:
            out.append("&copied")
        if unit.first == 0:
            out.append(OPENS)
        if unit.last == len(self.text.words):
            out.append(CLOSES)
        return out

    def words(self, unit: Unit) -> tuple[str, ...]:
        """The folded words of a unit."""
        return self.text.words[unit.first : unit.last]

    def span(self, first: int, last: int) -> Span:
        """The span typed for words `first` to `last`, half-open."""
        return self.text.span(first, last)

    def spans(self, hits: Iterable[Hit]) -> tuple[Span, ...]:
        """The spans of phrases, overlapping ones joined, in order."""
        return join(self.span(hit.first, hit.last) for hit in hits)


def join(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Sort spans and join those that overlap or touch."""
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1] + 1:
            out[-1] = (out[-1][0], max(out[-1][1], end))
        else:
            out.append((start, end))
    return tuple(out)
