"""Turns the corpus into training units: the words of a clause, sentence or whole line, with what each label says of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from peercoach.coaching.detector import Detector, Sample
from peercoach.coaching.detectors import BY_ID, index
from peercoach.coaching.model import LABELS
from peercoach.coaching.moment import Message, Moment, Rubric, SkillLine
from peercoach.coaching.reading import Reading
from peercoach.coaching.text import Text, Unit
from peercoach.training.corpus import Clause, Label, Reply, read_clauses, read_replies

SHOWN, HALF, NOT, OPEN = 1, 2, -1, 0
SAMPLE = 4.0
"""The weight of a detector's own examples."""
CORPUS = Path(__file__).with_name("corpus")


@dataclass(frozen=True, slots=True)
class Example:
    """One unit to learn from: `truth[i]` for `LABELS[i]` is SHOWN, HALF (partly), NOT or OPEN (not judged)."""

    reading: Reading
    unit: Unit
    truth: tuple[int, ...]
    weight: float
    group: str
    writer: str


def clauses() -> Iterator[Clause]:
    """Every labelled clause, file by file in name order."""
    for path in sorted(CORPUS.glob("*.clauses.txt")):
        yield from read_clauses(path)


def replies() -> Iterator[Reply]:
    """Every labelled reply, file by file in name order."""
    for path in sorted(CORPUS.glob("*.replies.txt")):
        yield from read_replies(path)


def from_clause(clause: Clause, names: tuple[str, ...], group: str) -> Iterator[Example]:
    """A clause as a whole, and its parts where they are sure (every part of a line that shows nothing)."""
    reading = Reading(clause.text, Moment(to=clause.names or names), index())
    text = reading.text
    if not text.words:
        return
    truth = tuple(_clause_truth(label, clause) for label in LABELS)
    yield Example(reading, whole(text), truth, 1.0, group, clause.writer)
    if len(text.clauses) > 1:
        sure = tuple(OPEN if t in (SHOWN, HALF) else t for t in truth)
        for unit in text.clauses:
            yield Example(reading, unit, sure, 0.5, group, clause.writer)


def _clause_truth(label: str, clause: Clause) -> int:
    if label in clause.skills or label in clause.pitfalls:
        return SHOWN
    if label in clause.partly:
        return HALF
    return OPEN if label == "own-words" and label not in clause.near else NOT


def moment_of(reply: Reply) -> Moment:
    """The moment a corpus reply stands in."""
    return Moment(tuple(Message(who, text) for who, text in reply.messages), (reply.to,), reply.need, reply.age)


def rubric_of(reply: Reply) -> Rubric:
    """The rubric of a corpus reply: a line for each skill that is expected."""
    return Rubric(tuple(SkillLine(skill) for skill in reply.expects))


def from_reply(reply: Reply) -> Iterator[Example]:
    """Each clause and each sentence of a reply, labelled by what is marked on it."""
    reading = Reading(reply.text, moment_of(reply), index())
    for unit in reading.units:
        truth = tuple(_truth(label, unit, reply.labels, reply, reading.text) for label in LABELS)
        yield Example(reading, unit, truth, 1.0, reply.moment, reply.writer)


def _truth(name: str, unit: Unit, labels: tuple[Label, ...], reply: Reply, text: Text) -> int:
    best = NOT
    for label in labels:
        if label.id != name:
            continue
        inside = [i for i in range(unit.first, unit.last) if text.starts[i] < label.end and label.start < text.ends[i]]
        if not inside:
            continue
        marked = sum(1 for i in range(len(text.words)) if text.starts[i] < label.end and label.start < text.ends[i])
        part, whole = len(inside) / (unit.last - unit.first), len(inside) / marked
        if part >= 0.6 or (whole >= 0.8 and part >= 0.3):
            return HALF if label.partly else SHOWN
        best = OPEN
    if (
        name == "own-words"
        and best == NOT
        and ("own-words" not in reply.expects and reply.kind not in ("template", "stuffed", "cold"))
    ):
        return OPEN
    return best


def from_samples(detector: Detector) -> Iterator[Example]:
    """A detector's own `finds` and `ignores`. They speak for its own label only."""
    lane = LABELS.index(detector.id)
    for samples, truth in ((detector.finds, SHOWN), (detector.ignores, NOT)):
        for number, sample in enumerate(samples):
            if isinstance(sample, str):
                sample = Sample(sample)  # noqa: PLW2901  # the plain form of the same thing
            said = (Message(sample.to, sample.said),) if sample.said else ()
            reading = Reading(sample.text, Moment(said, (sample.to,), (), sample.age), index())
            labels = tuple(truth if i == lane else OPEN for i in range(len(LABELS)))
            units = reading.units if truth == NOT else (whole(reading.text),)
            for unit in units:
                yield Example(reading, unit, labels, SAMPLE, f"clause-{detector.id}-{number}", detector.id)


def whole(text: Text) -> Unit:
    """All of a text as one unit."""
    return Unit(0, len(text.words), text.starts[0], text.ends[-1], text.raw.rstrip().endswith("?"))


def examples() -> list[Example]:
    """The whole corpus as examples, in a fixed order."""
    every = list(replies())
    names = tuple(sorted({who for reply in every for who, _ in reply.messages if who != "you"}))
    found: list[Example] = []
    for number, clause in enumerate(clauses()):
        found.extend(from_clause(clause, names, f"clause-{number % 997}"))
    for reply in every:
        found.extend(from_reply(reply))
    for detector in BY_ID.values():
        found.extend(from_samples(detector))
    return found
