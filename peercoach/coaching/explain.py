"""How a result came about, line by line: evidence, the phrases that weighed, what would lift it, why a pitfall was let off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from peercoach.coaching.company import INPUTS, UNIT
from peercoach.coaching.detectors import BY_ID, PITFALL_DETECTORS
from peercoach.coaching.moment import Mark, Moment, PointLine, Result, Rubric, Span
from peercoach.coaching.patterns import compile_pattern, read
from peercoach.coaching.reading import Weighed
from peercoach.coaching.score import result_of, weigh
from peercoach.coaching.weighing import Weighing
from peercoach.coaching.words import split

MOST = 4
"""Phrases shown for a level."""
WORTH_SAYING = 0.1
"""How far something has to move a margin to be told."""


@dataclass(frozen=True, slots=True)
class Line:
    """One skill, point or pitfall: its level (`counts` or `let off` for a pitfall), quotes, what weighed, and a reason."""

    id: str
    level: str
    quotes: tuple[str, ...]
    weighed: tuple[str, ...]
    why: str
    lift: str
    beside: tuple[str, ...] = ()
    """What else in the reply, or in what the moment looks for, moved it: such as `hear speaks against it`."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """A whole result explained."""

    result: Result
    skills: tuple[Line, ...]
    pitfalls: tuple[Line, ...]

    def lines(self) -> tuple[str, ...]:
        """The explanation as plain lines of text."""
        head = f"  {self.result.band}, {self.result.score} of 100"
        return (head, *(out for line in (*self.skills, *self.pitfalls) for out in _shown(line)))


def explain(reply: str, moment: Moment, rubric: Rubric) -> Explanation:
    """Score a reply and say how each level came about."""
    weighing = weigh(reply, moment, rubric)
    result = result_of(reply, weighing, rubric)
    skills = tuple(_skill(reply, mark, weighing) for mark in result.skills)
    lines = (line for line in rubric.lines if isinstance(line, PointLine))
    points = tuple(_point(reply, mark, line) for mark, line in zip(result.points, lines, strict=True))
    return Explanation(result, (*skills, *points), tuple(_pitfalls(reply, result, weighing, rubric)))


def _point(reply: str, mark: Mark, line: PointLine) -> Line:
    """A point of the scenario: which of its patterns matched, which is still wanted, which must not be there and is."""
    reading = read(split(reply))
    there = {text for text in (*line.any, *line.all, *line.none) if compile_pattern(text).matches(reading)}
    barred = [text for text in line.none if text in there]
    wanting = [text for text in line.all if text not in there]
    if barred:
        why = f"{_listed(barred)} must not be there"
    elif wanting:
        why = f"{_listed(wanting)} has to be there as well"
    elif mark.level == "missed":
        why = f"none of its {len(line.any)} patterns matches" if len(line.any) > 1 else f"{_listed(line.any)} doesn't match"
    else:
        matched = [text for text in (*line.any, *line.all) if text in there]
        why = f"matches {_listed(matched)}" if matched else "nothing is there that must not be"
    return Line(mark.id, mark.level, _quotes(reply, mark.evidence), (), why, "" if mark.level == "met" else line.says)


def _listed(patterns: Iterable[str]) -> str:
    return ", ".join(f"“{text}”" for text in patterns)


def _skill(reply: str, mark: Mark, weighing: Weighing) -> Line:
    detector = BY_ID[mark.id]
    lift = {"met": (), "partly": detector.partly, "missed": detector.missed}[mark.level]
    phrases = _phrases(mark.id, mark.evidence, weighing)
    quotes, beside = _quotes(reply, mark.evidence), _beside(mark.id, weighing)
    return Line(mark.id, mark.level, quotes, phrases, weighing.told[mark.id].why, _plain(lift), beside)


def _pitfalls(reply: str, result: Result, weighing: Weighing, rubric: Rubric) -> Iterator[Line]:
    for detector in PITFALL_DETECTORS:
        name, held = detector.id, weighing.told[detector.id]
        told = next((pitfall for pitfall in result.pitfalls if pitfall.id == name), None)
        if told:
            phrases = _phrases(name, told.evidence, weighing)
            why = held.why or detector.summary
            yield Line(name, "counts", _quotes(reply, told.evidence), phrases, why, "", _beside(name, weighing))
        elif held.level != "missed" or held.evidence:
            made_up = "allowed at this step" if name in rubric.allow else "the reply as a whole makes up for it"
            yield Line(name, "let off", _quotes(reply, held.evidence), (), held.why if held.level == "missed" else made_up, "")
            continue
        for hit, why in weighing.reading.off.get(name, [])[:1]:
            if not told:
                yield Line(name, "let off", _quotes(reply, (weighing.reading.span(hit.first, hit.last),)), (), why, "")


def _beside(label: str, weighing: Weighing) -> tuple[str, ...]:
    """What else moved a label enough to be worth saying, of what is there at all."""
    there = {name for name, x in zip(INPUTS, weighing.inputs, strict=True) if 2 * x >= UNIT}
    moved = [
        (name, by) for name, by in weighing.company.because(label, weighing.inputs) if name in there and abs(by) >= WORTH_SAYING
    ]
    return tuple(f"{_named(name)} {'speaks for it' if by > 0 else 'speaks against it'}" for name, by in moved[:MOST])


def _named(name: str) -> str:
    """An input of company as one would say it."""
    if name.startswith("looks for "):
        return f"that {name.removeprefix('looks for ')} is looked for"
    return {"question": "a question", "taken up": "taking up what they said", "copied": "copying what they said"}.get(name, name)


def _plain(phrasings: tuple[str, ...]) -> str:
    return next((phrasing for phrasing in phrasings if "{quote}" not in phrasing), "")


def _quotes(reply: str, evidence: tuple[Span, ...]) -> tuple[str, ...]:
    return tuple(" ".join(reply[start:end].split()) for start, end in evidence)


def _phrases(label: str, evidence: tuple[Span, ...], weighing: Weighing) -> tuple[str, ...]:
    """The words and phrases inside the evidence that spoke most for it."""
    found: dict[str, float] = {}
    for weighed in weighing.weighed:
        if any(start < weighed.unit.end and weighed.unit.start < end for start, end in evidence):
            found.update(_plain_weights(label, weighed, weighing))
    return tuple(sorted(found, key=lambda phrase: (-found[phrase], phrase))[:MOST])


def _plain_weights(label: str, weighed: Weighed, weighing: Weighing) -> dict[str, float]:
    out: dict[str, float] = {}
    for feature in weighing.reading.features(weighed.unit):
        if feature[0] in "%@&=" or "%" in feature or "@" in feature:
            continue
        weight = weighing.model.weights(feature).get(label, 0.0)
        phrase = feature.strip("^$ ")
        if weight > 0 and phrase:
            out[phrase] = max(weight, out.get(phrase, 0.0))
    return out


def _shown(line: Line) -> Iterator[str]:
    quotes = "; ".join(f"“{quote}”" for quote in line.quotes)
    yield f"  {line.id}: {line.level}" + (f"  {quotes}" if quotes else "")
    if line.weighed:
        yield f"    what weighed: {', '.join(line.weighed)}"
    if line.beside:
        yield f"    beside it: {', '.join(line.beside)}"
    if line.why:
        yield f"    why: {line.why}"
    if line.lift:
        yield f"    to lift it: {line.lift}"
