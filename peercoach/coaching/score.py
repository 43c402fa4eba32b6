"""Score a reply: a pure function from (reply, moment, rubric) to a Result."""

from __future__ import annotations

from peercoach.coaching.care import care
from peercoach.coaching.detector import Told
from peercoach.coaching.detectors import PITFALL_DETECTORS, SKILL_DETECTORS, index
from peercoach.coaching.feedback import with_next
from peercoach.coaching.harm import UNANSWERED, cut_short, hurts
from peercoach.coaching.model import Model, model
from peercoach.coaching.moment import Mark, Moment, Pitfall, PointLine, Result, Rubric, SkillLine
from peercoach.coaching.patterns import point
from peercoach.coaching.reading import Reading
from peercoach.coaching.rubric import DEFAULT, STRONG, grade, levels_of, share
from peercoach.coaching.text import Text, read
from peercoach.coaching.weighing import Weighing

COPY = 4
"""Runs of four words from which a reply is long enough to be told a copy."""


def weigh(reply: str, moment: Moment, weights: Model | None = None) -> Weighing:
    """Read and weigh a reply and let every detector decide."""
    weighing = Weighing(Reading(reply, moment, index()), weights or model())
    for detector in (*SKILL_DETECTORS, *PITFALL_DETECTORS):
        weighing.told[detector.id] = weighing.widened(detector.judge(weighing))
    return weighing


def score(reply: str, moment: Moment, rubric: Rubric, weights: Model | None = None) -> Result:
    """Score a reply against a rubric (an empty one looks for hearing, reflecting and asking).

    Deterministic: no clock, disk, network or randomness; the packaged weights are read at the first call. `weights` are
    only given to measure others.
    """
    return result_of(reply, weigh(reply, moment, weights), rubric)


def result_of(reply: str, weighing: Weighing, rubric: Rubric) -> Result:
    """The result of a reply that `weigh` has weighed."""
    if not rubric.lines:
        rubric = Rubric(DEFAULT.lines, rubric.watch, rubric.allow)
    moment = weighing.reading.moment
    was_copied = copied(weighing.reading.text, moment.examples)
    if was_copied:
        weighing.told.update({d.id: Told("missed", (), "an example of the scenario, copied") for d in SKILL_DETECTORS})
    told = weighing.told
    expected = {line.skill for line in rubric.lines if isinstance(line, SkillLine)}
    skills = tuple(
        Mark(d.id, told[d.id].level, told[d.id].evidence)
        for d in SKILL_DETECTORS
        if d.id in expected or told[d.id].level != "missed"
    )
    points = tuple(point(line, reply) for line in rubric.lines if isinstance(line, PointLine))
    pitfalls = tuple(
        Pitfall(d.id, told[d.id].evidence) for d in PITFALL_DETECTORS if told[d.id].level != "missed" and d.id not in rubric.allow
    )
    names = [pitfall.id for pitfall in pitfalls]
    met = share(rubric, levels_of((*skills, *points)))
    if cut_short(weighing, rubric):
        met = min(met, STRONG - 0.01)
    hurt = hurts(weighing, names, rubric)
    if was_copied and hurt == UNANSWERED:
        hurt = ""
    graded = grade(met, names, hurts=bool(hurt), fine=clearness(weighing, rubric), watch=rubric.watch)
    result = Result(graded.score, graded.band, skills, points, pitfalls, care(reply, moment))
    return with_next(reply, result, rubric)


def clearness(weighing: Weighing, rubric: Rubric) -> float:
    """How clearly the reply does what it does, -1 to 1: it orders replies of one band, and never moves one out of it."""
    if not weighing.weighed:
        return -1.0
    lines = [line for line in rubric.lines if isinstance(line, SkillLine) and not line.optional]
    good = sum(min(max(weighing.best(line.skill), -1.0), 1.0) for line in lines) / len(lines) if lines else 0.0
    bad = max((min(weighing.best(d.id), 0.5) for d in PITFALL_DETECTORS), default=-1.0)
    return min(max(0.7 * good - 0.5 * (bad + 0.5), -1.0), 1.0)


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
