"""Score a reply: a pure function from (reply, moment, rubric) to a Result."""

from __future__ import annotations

from typing import NamedTuple

from peercoach.coaching.care import care
from peercoach.coaching.company import company
from peercoach.coaching.detector import Told
from peercoach.coaching.detectors import PITFALL_DETECTORS, SKILL_DETECTORS, index
from peercoach.coaching.feedback import with_next
from peercoach.coaching.harm import DANGER, OPEN_TO_DOUBT, UNANSWERED, cut_short, doubtful, hurts
from peercoach.coaching.model import Model, model
from peercoach.coaching.moment import Mark, Moment, Pitfall, PointLine, Result, Rubric, SkillLine
from peercoach.coaching.patterns import point
from peercoach.coaching.reading import Reading
from peercoach.coaching.rubric import DEFAULT, HARMFUL, STRONG, band, scored, share, worth_of
from peercoach.coaching.text import Text, read
from peercoach.coaching.weighing import ANYTHING, Looking, Weighing
from peercoach.coaching.whole import Whole, forgiven, parts_of, whole

EVERYWHERE = frozenset(line.skill for line in DEFAULT.lines if isinstance(line, SkillLine))
LESS = 0.8
"""What is left of a reply's height in its band for each pitfall that the step watches for."""
COPY = 4
"""Runs of four words from which a reply is long enough to be told a copy."""


def weigh(reply: str, moment: Moment, rubric: Rubric = DEFAULT, weights: Model | None = None) -> Weighing:
    """Read and weigh a reply and let every detector decide. A skill that the rubric looks for is seen more readily."""
    return decided(Weighing(Reading(reply, moment, index()), weights or model(), company(), looked_for(rubric, moment)))


def decided(weighing: Weighing) -> Weighing:
    """The same weighing once every detector has told what it sees."""
    for detector in (*SKILL_DETECTORS, *PITFALL_DETECTORS):
        weighing.told[detector.id] = weighing.widened(detector.id, detector.judge(weighing))
    return weighing


def looked_for(rubric: Rubric, moment: Moment) -> Looking:
    """The skills that a moment asks for. What is looked for everywhere says nothing of a lone post."""
    lines = [line for line in (rubric.lines or DEFAULT.lines) if isinstance(line, SkillLine)]
    skills = frozenset(line.skill for line in lines)
    if len(moment.messages) <= 1 and skills == EVERYWHERE:
        return ANYTHING
    return Looking(skills, frozenset(line.skill for line in lines if not line.optional))


def score(reply: str, moment: Moment, rubric: Rubric, weights: Model | None = None) -> Result:
    """Score a reply against a rubric (an empty one looks for hearing, reflecting and asking).

    Deterministic: no clock, disk, network or randomness; the packaged weights are read at the first call. `weights` are
    only given to measure others.
    """
    return result_of(reply, weigh(reply, moment, rubric, weights), rubric)


class Marked(NamedTuple):
    """What was told of a reply: marks and their worth, why it could hurt ("" when it couldn't), and its parts as a whole."""

    skills: tuple[Mark, ...]
    points: tuple[Mark, ...]
    pitfalls: tuple[Pitfall, ...]
    worth: dict[str, float]
    hurt: str
    parts: tuple[float, ...]


def result_of(reply: str, weighing: Weighing, rubric: Rubric, layer: Whole | None = None) -> Result:
    """The result of a reply that `weigh` has weighed. A `layer` is only given to measure another."""
    layer = layer or whole()
    if not rubric.lines:
        rubric = Rubric(DEFAULT.lines, rubric.watch, rubric.allow)
    marked = mark(weighing, rubric)
    met = share(rubric, marked.worth)
    if cut_short(weighing, rubric):
        met = min(met, STRONG - 0.01)
    doubted = doubtful(marked.hurt, weighing) and layer.is_fine(marked.parts)
    let_go = HARMFUL & OPEN_TO_DOUBT if doubted else frozenset()
    pitfalls = tuple(pitfall for pitfall in marked.pitfalls if pitfall.id not in let_go)
    parts = forgiven(marked.parts, let_go) if doubted else marked.parts
    hurting = bool(marked.hurt) and not doubted
    told = band(met, [pitfall.id for pitfall in pitfalls], hurts=hurting, watch=rubric.watch)
    height = layer.height(parts, told) if weighing.weighed else 0.0
    watched = sum(pitfall.id in rubric.watch for pitfall in pitfalls)
    stands = scored(told, height * LESS**watched)
    result = Result(stands, told, marked.skills, marked.points, pitfalls, care(reply, weighing.reading.moment))
    return with_next(reply, result, rubric)


def mark(weighing: Weighing, rubric: Rubric) -> Marked:
    """Take what the detectors told to a rubric. A copied example shows no skill; a pitfall that is allowed isn't told."""
    told, moment = weighing.told, weighing.reading.moment
    was_copied = copied(weighing.reading.text, moment.examples)
    if was_copied:
        told.update({d.id: Told("missed", (), "an example of the scenario, copied") for d in SKILL_DETECTORS})
    expected = {line.skill for line in rubric.lines if isinstance(line, SkillLine)}
    skills = tuple(
        Mark(d.id, told[d.id].level, told[d.id].evidence, told[d.id].say, told[d.id].core)
        for d in SKILL_DETECTORS
        if d.id in expected or told[d.id].level != "missed"
    )
    points = tuple(point(line, weighing.reading.text.raw) for line in rubric.lines if isinstance(line, PointLine))
    pitfalls = tuple(
        Pitfall(d.id, told[d.id].evidence, told[d.id].core)
        for d in PITFALL_DETECTORS
        if told[d.id].level != "missed" and d.id not in rubric.allow
    )
    hurt = hurts(weighing, [pitfall.id for pitfall in pitfalls], rubric)
    if was_copied and hurt in (UNANSWERED, DANGER):
        hurt = ""
    worth = worth_of((*skills, *points))
    return Marked(skills, points, pitfalls, worth, hurt, parts_of(weighing, rubric, worth, hurts=bool(hurt)))


def copied(text: Text, examples: tuple[str, ...]) -> bool:
    """Whether a reply is one of the scenario's examples, or nearly: most of its runs of four words stand in one of them."""
    runs = set(zip(text.words, text.words[1:], text.words[2:], text.words[3:], strict=False))
    if len(runs) < COPY:
        return False
    for example in examples:
        theirs = read(example).words
        shared = runs.intersection(zip(theirs, theirs[1:], theirs[2:], theirs[3:], strict=False))
        if len(shared) * 10 >= len(runs) * 8:
            return True
    return False
