"""A reading with every clause weighed, and the ways detectors commonly decide."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from peercoach.coaching.company import Company, inputs_of, moved, no_company
from peercoach.coaching.detector import MISSED, QUOTED, Judge, Told
from peercoach.coaching.model import LABELS, Model, Sums
from peercoach.coaching.moment import Span
from peercoach.coaching.phrases import Hit
from peercoach.coaching.reading import Reading, Weighed, join
from peercoach.coaching.text import Unit
from peercoach.coaching.vocabulary import SKILLS

PARROT = 0.6
"""A unit that is more than this a copy says nothing of its own."""

FEW = 4
"""Words up to which anybody might say the same."""
WEAK = -1.0
"""A margin that says nothing either way."""

TO_THEM = frozenset({"welcome", "notice", "hear", "reflect", "ask"})
"""Skills that have to reach the person they are meant for."""

UNLIKE = -0.6
"""A sentence this far below a pitfall outvotes a clause of it."""
WIDE = 45
"""Words of the longest sentence that evidence is stretched to."""
MUCH = {"reflect": 0.0, "share": 0.0}
SOME, MOST = 0.1, 0.4
"""How much of a sentence evidence has to make up to stand for all of it: of these skills, of the others, of a pitfall."""
ALL_OF = {"reflect": (90, 0.5), "share": (90, 0.5)}
"""A reply of no more words than this is quoted whole where the evidence of a skill makes up this much of it."""
ALL_OF_LONE = {**ALL_OF, "hear": (40, 0.4)}
"""The same under a lone post that asks for nothing in particular, where people answer all of it at once."""
TINY = 2
"""Words that look like a pitfall only by what stands around them, unless a phrase speaks for them."""
OUTRIGHT = -0.8
"""The margin down to which a phrase counts that hurts in nearly any company (`id:outright`)."""
SURE = 0.6
"""A margin that counts even where a phrase was let off."""

LANE = {label: number for number, label in enumerate(LABELS)}


class Looking(NamedTuple):
    """The skills that a moment looks for, and those among them that it can't do without."""

    wanted: frozenset[str]
    needed: frozenset[str]


ANYTHING = Looking(frozenset(), frozenset())
"""Nothing in particular is looked for."""


class Weighing:
    """A reading and its weighed clauses. `wanted` are the skills that are looked for.

    Margins are those of a clause's own words, moved by the company they keep; 0 is where met begins. `alone` holds the best
    of each label before that. `told` grows as detectors decide: what was decided first, later ones may use.
    """

    __slots__ = (
        "_openings",
        "_sentences",
        "_tops",
        "alone",
        "company",
        "inputs",
        "model",
        "reading",
        "told",
        "wanted",
        "weighed",
    )

    def __init__(self, reading: Reading, model: Model, company: Company, looking: Looking = ANYTHING) -> None:
        self.reading = reading
        self.model = model
        self.company = company if reading.moment.messages else no_company()
        self.wanted = looking.wanted
        sums = Sums(model, reading.stream)
        at, packed = reading.at, model.packed
        said: dict[tuple[str, ...], tuple[float, ...]] = {}
        spoken = [reading.words(unit) for unit in reading.units]
        for unit, words in zip(reading.units, spoken, strict=True):
            total = sums.between(at[unit.first], at[unit.last]) + sum(map(packed, reading.extras(unit)))
            margins = model.unpack(total)
            said[words] = _twice(margins, said[words]) if words in said else margins
        self.alone = tuple(map(max, zip(*said.values(), strict=True))) or (-9.0,) * len(LABELS)
        self.inputs = self._inputs(looking.needed)
        moves = self.company.moves(self.inputs, looking.wanted)
        found = {words: moved(margins, moves, len(words)) for words, margins in said.items()}
        self.weighed = tuple(Weighed(unit, found[words]) for unit, words in zip(reading.units, spoken, strict=True))
        self._tops = tuple(map(max, zip(*found.values(), strict=True))) or (-9.0,) * len(LABELS)
        self.told: dict[str, Told] = {}
        whole = frozenset(reading.text.sentences)
        self._sentences = {w.unit.sentence: w for w in self.weighed if w.unit in whole}
        self._openings = tuple(sentence.first for sentence in reading.text.sentences)

    def _inputs(self, needed: frozenset[str]) -> tuple[int, ...]:
        """What company goes by."""
        taken, copied = self.reading.echo()
        asks = any(sentence.question for sentence in self.reading.text.sentences)
        return inputs_of(self.alone, (len(taken), len(copied)), needed, asks=asks)

    def best(self, label: str) -> float:
        """The highest margin of any clause or sentence; -9 when there is none."""
        return self._tops[LANE[label]]

    def above(self, label: str, least: float) -> list[Weighed]:
        """The clauses and sentences with a margin of at least `least`."""
        lane = LANE[label]
        return [w for w in self.weighed if w.margins[lane] >= least]

    def strength(self, label: str) -> float:
        """The highest margin of anything that counts for a label: not parroted, and for a pitfall not let off."""
        lane = LANE[label]
        best = -9.0
        if self._tops[lane] < WEAK:
            return self._tops[lane]
        for w in self.weighed:
            margin = w.margins[lane]
            if margin > best and (margin < WEAK or not (self._parroted(w.unit) or self._excused(label, w.unit))):
                best = margin
        return best

    def room(self, label: str) -> float:
        """How far under 0 a margin may be and still be partly."""
        return self.company.room(LANE[label], wanted=label in self.wanted)

    def level(self, name: str) -> str:
        """What has been decided of another skill or pitfall so far."""
        return self.told[name].level if name in self.told else "missed"

    def has(self, name: str) -> bool:
        """Whether any phrase of this name counts in the reply."""
        return name in self.reading.hits

    def covered(self, unit: Unit, name: str) -> float:
        """How much of a unit's words the phrases of this name cover, 0 to 1."""
        words = self.reading.words_of(name)
        return len(words.intersection(range(unit.first, unit.last))) / (unit.last - unit.first) if words else 0.0

    def widened(self, label: str, told: Told) -> Told:
        """Evidence stretched to the sentences it makes up much of, so that a quote reads as it was meant.

        What is reflected or shared takes the whole sentence; in a short reply, what is most of it stands for all. So do people.
        """
        if not told.evidence:
            return told
        least = MUCH.get(label, SOME if label in SKILLS else MOST)
        spans_ = join(self._stretched(start, end, least) for start, end in self._runs(told.evidence))
        all_of = ALL_OF_LONE if self.lone else ALL_OF
        evidence = self._whole(spans_, *all_of[label]) if label in all_of else spans_
        return Told(told.level, evidence, told.why, told.say, self._core(label, evidence[0]))

    def _core(self, label: str, evidence: Span) -> tuple[Span, ...]:
        """The clause that shows a label most in evidence that is too long to be said back."""
        (start, end), lane = evidence, LANE[label]
        if len(self.reading.text.under((evidence,))) <= QUOTED:
            return ()
        inside = [w for w in self.weighed if start <= w.unit.start and w.unit.end <= end and w.unit.last - w.unit.first <= QUOTED]
        best = max(inside, key=lambda w: w.margins[lane], default=None)
        return ((best.unit.start, best.unit.end),) if best else ()

    def _runs(self, evidence: Sequence[Span]) -> list[Span]:
        """Evidence with nothing but space or marks between it in one piece, however wide the space."""
        starts, out = self.reading.text.starts, list(evidence[:1])
        for start, end in evidence[1:]:
            if bisect_left(starts, start) == bisect_left(starts, out[-1][1]):
                out[-1] = (out[-1][0], end)
            else:
                out.append((start, end))
        return out

    def _whole(self, spans_: tuple[Span, ...], short: int, much: float) -> tuple[Span, ...]:
        text = self.reading.text
        size = len(text.words)
        return (text.span(0, size),) if size <= short and len(text.under(spans_)) >= much * size else spans_

    def _stretched(self, start: int, end: int, least: float) -> Span:
        text = self.reading.text
        first, last = bisect_left(text.starts, start), bisect_left(text.starts, end)
        place = bisect_right(self._openings, first) - 1 if first < len(text.words) else len(self._openings)
        left, right = start, end
        while 0 <= place < len(text.sentences) and text.sentences[place].first < last:
            unit = text.sentences[place]
            size = unit.last - unit.first
            inside = min(last, unit.last) - max(first, unit.first)
            if inside >= least * size and size <= WIDE:
                left, right = min(left, unit.start), max(right, unit.end)
            place += 1
        return left, right

    @property
    def lone(self) -> bool:
        """Whether it answers a lone post that asks for nothing in particular."""
        return len(self.reading.moment.messages) == 1 and not self.wanted

    def words(self, unit: Unit) -> tuple[str, ...]:
        """The folded words of a unit."""
        return self.reading.words(unit)

    def besides(self, told: Told, mere: frozenset[str], said: frozenset[int] = frozenset()) -> int:
        """How many words of the evidence are none of these, nor a name, nor at the places `said`."""
        words, names = self.reading.text.words, self.reading.context.names
        return sum(
            i not in said and words[i] not in mere and words[i] not in names for i in self.reading.text.under(told.evidence)
        )

    def clauses_of(self, hits: Sequence[Hit]) -> tuple[Span, ...]:
        """The spans of the clauses that these phrases stand in."""
        words = {i for hit in hits for i in range(hit.first, hit.last)}
        clauses = [c for c in self.reading.text.clauses if not words.isdisjoint(range(c.first, c.last))] if words else []
        return join((c.start, c.end) for c in clauses)

    def copied(self, unit: Unit) -> float:
        """How much of a unit is the other person's own words in their own order, 0 to 1."""
        copied = self.reading.echo()[1]
        return len(copied.intersection(range(unit.first, unit.last))) / (unit.last - unit.first) if copied else 0.0

    def took(self) -> int:
        """How many of the other person's own words, or their like, the reply takes up."""
        return len({self.reading.text.words[i] for i in self.reading.echo()[0]})

    def own(self, label: str, least: float) -> list[Weighed]:
        """The units above `least` that are not mostly a copy of the other's words."""
        return [w for w in self.above(label, least) if not self._parroted(w.unit)]

    def _parroted(self, unit: Unit) -> bool:
        return unit.last - unit.first >= FEW and self.copied(unit) >= PARROT

    def _excused(self, label: str, unit: Unit) -> bool:
        """A pitfall that is let off or mostly quoted; skills are never excused."""
        if label in SKILLS:
            return False
        if self._alone(label, unit):
            return True
        quoted = self.reading.text.quoted
        mostly = quoted and len(quoted.intersection(range(unit.first, unit.last))) * 2 > unit.last - unit.first
        return bool(mostly) or self.let_off(label, unit)

    def _alone(self, label: str, unit: Unit) -> bool:
        """A few words that look like a pitfall in a sentence that doesn't, with no phrase to speak for them."""
        whole, words = self._sentences.get(unit.sentence), unit.last - unit.first
        if whole is None or whole.unit.last - whole.unit.first <= words:
            return False
        return whole.margins[LANE[label]] < (0.0 if words <= TINY else UNLIKE) and not self.covered(unit, label)

    def let_off(self, label: str, unit: Unit) -> bool:
        """Whether the phrases for a label in this unit are all negated, quoted, reported or meant otherwise."""
        reading, inside = self.reading, range(unit.first, unit.last)
        let = not reading.words_off(label).isdisjoint(inside) or not reading.words_of(label + "/").isdisjoint(inside)
        return let and reading.words_of(label).isdisjoint(inside)

    def elsewhere(self) -> bool:
        """Whether the reply opens with somebody else's name and takes up nothing of the person it should go to."""
        ctx, words = self.reading.context, self.reading.text.words
        others = ctx.names - ctx.to
        return not others.isdisjoint(words[:3]) and ctx.to.isdisjoint(words) and not self.took()

    def levelled(self, label: str) -> Told:
        """By margin, leaving out what is only parroted, quoted, or let off by what stands around it."""
        if label in TO_THEM and self.elsewhere():
            return Told("missed", (), "said to somebody else")
        lane = LANE[label]
        best = self._tops[lane]
        if best >= 0:
            met = [w for w in self.own(label, 0.0) if w.margins[lane] >= SURE or not self._excused(label, w.unit)]
            if met:
                return Told("met", spans(met))
        if outright := self.outright(label):
            return Told("met", spans(outright))
        room = self.room(label) if label in SKILLS else 0.0
        partly = self.own(label, room) if label in SKILLS and best >= room else ()
        return Told("partly", spans(partly)) if partly else MISSED

    def outright(self, label: str) -> list[Weighed]:
        """The units with a phrase that hurts in nearly any company, where nothing lets it off."""
        name = label + ":outright"
        if not self.has(name):
            return []
        return [w for w in self.own(label, OUTRIGHT) if self.covered(w.unit, name) and not self._excused(label, w.unit)]


def _twice(one: tuple[float, ...], other: tuple[float, ...]) -> tuple[float, ...]:
    """What is said twice shows as little as it shows anywhere, and hurts as much."""
    skills = len(SKILLS)
    return (*map(min, one[:skills], other[:skills]), *map(max, one[skills:], other[skills:]))


def spans(units: Sequence[Weighed]) -> tuple[Span, ...]:
    """The spans of units, joined."""
    return join((w.unit.start, w.unit.end) for w in units)


@cache
def by_margin(label: str) -> Judge:
    """Decide by the margin alone: met from 0, partly from the label's own lower threshold (pitfalls have none)."""

    def judge(weighing: Weighing) -> Told:
        return weighing.levelled(label)

    return judge
