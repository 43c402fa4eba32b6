"""Which replies hang on which rubric line: each line is left out, then turned round, and every reply scored again.

The idea is mutation testing's: a line that can be taken away or told the other way round without any reply coming out
differently isn't tested by them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import dataclass

from peercoach.coaching.detector import Told
from peercoach.coaching.moment import PointLine, Result, Rubric, SkillLine
from peercoach.coaching.score import result_of, score, weigh
from peercoach.coaching.weighing import Weighing
from peercoach.scenario.examples import Sample, differences, moment_of, samples, step_of
from peercoach.scenario.format import Scenario

NOISE = 2
"""Points by which a score may move and still be taken for the same."""

_NEVER = ("anything", "not(anything)")
"""Patterns of which not both can hold."""


@dataclass(frozen=True, slots=True)
class Changes:
    """The replies, by number, whose band changes, and those of which only the score does."""

    band: tuple[int, ...] = ()
    score: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything changes."""
        return bool(self.band or self.score)


@dataclass(frozen=True, slots=True)
class Proof:
    """What hangs on one rubric line. Replies are given by their numbers (see `Outcome`), in order."""

    step_id: str
    line: str
    """The skill or the point."""
    weight: int
    optional: bool
    shown: tuple[int, ...]
    """Replies that the scorer says show it, fully or partly."""
    left_out: Changes | None
    """Without the line. None where it is the only one: without it there would be no rubric."""
    turned: Changes
    """If the scorer saw it where it doesn't, and didn't where it does."""
    tested: tuple[int, ...]
    """Replies that would then differ from what a person says of them: they test the line."""

    @property
    def changes_nothing(self) -> bool:
        """Whether every reply comes out the same with and without the line."""
        return self.left_out is not None and not self.left_out


@dataclass(frozen=True, slots=True)
class _Trial:
    """One reply scored as it stands, without a line, and with the line turned round."""

    number: int
    shows: bool
    plain: Result
    left_out: Result | None
    turned: Result
    tested: bool


def prove(scenario: Scenario, replies: Iterable[Sample] | None = None) -> tuple[Proof, ...]:
    """The proof of each rubric line of each step that has replies (without any given: examples), in order."""
    trials: dict[tuple[int, int], list[_Trial]] = {}
    for sample in samples(scenario) if replies is None else replies:
        for number, trial in enumerate(_trials(scenario, sample)):
            trials.setdefault((sample.place, number), []).append(trial)
    return tuple(_proof(scenario, place, number, trials[place, number]) for place, number in sorted(trials))


def _trials(scenario: Scenario, sample: Sample) -> Iterator[_Trial]:
    rubric, example = step_of(scenario, sample).rubric, sample.example
    if not rubric.lines:
        return
    weighing = weigh(example.text, moment_of(scenario, sample), rubric)
    plain = result_of(example.text, weighing, rubric)
    differed = set(differences(example, plain))
    for number, line in enumerate(rubric.lines):
        shows = plain.shows(_name(line))
        left_out = _left_out(example.text, weighing, rubric, number)
        turned = _turned(example.text, weighing, rubric, number, show=not shows)
        yield _Trial(sample.number, shows, plain, left_out, turned, not differed.issuperset(differences(example, turned)))


def _left_out(text: str, weighing: Weighing, rubric: Rubric, number: int) -> Result | None:
    """Score the reply without the line. What skills are looked for changes how a reply is weighed; points don't."""
    without = rubric._replace(lines=rubric.lines[:number] + rubric.lines[number + 1 :])
    if not without.lines:
        return None
    if isinstance(rubric.lines[number], PointLine):
        return result_of(text, weighing, without)
    return score(text, weighing.reading.moment, without)


def _turned(text: str, weighing: Weighing, rubric: Rubric, number: int, *, show: bool) -> Result:
    """Score the reply as if it showed the line, or didn't."""
    line = rubric.lines[number]
    if isinstance(line, PointLine):
        other = line._replace(any=(), all=() if show else _NEVER, none=())
        return result_of(text, weighing, rubric._replace(lines=(*rubric.lines[:number], other, *rubric.lines[number + 1 :])))
    told = copy(weighing)
    told.told = {**weighing.told, line.skill: Told("met" if show else "missed")}
    return result_of(text, told, rubric)


def _proof(scenario: Scenario, place: int, number: int, trials: list[_Trial]) -> Proof:
    step = scenario.steps[place]
    line: SkillLine | PointLine = step.rubric.lines[number]  # type: ignore[union-attr]  # only steps with a rubric have trials
    left_out = [(trial, trial.left_out) for trial in trials if trial.left_out]
    return Proof(
        step.id,
        _name(line),
        line.weight,
        line.optional,
        tuple(trial.number for trial in trials if trial.shows),
        _changes(left_out) if left_out else None,
        _changes([(trial, trial.turned) for trial in trials]),
        tuple(trial.number for trial in trials if trial.tested),
    )


def _changes(pairs: list[tuple[_Trial, Result]]) -> Changes:
    band = tuple(trial.number for trial, other in pairs if other.band != trial.plain.band)
    moved = (trial.number for trial, other in pairs if abs(other.score - trial.plain.score) > NOISE)
    return Changes(band, tuple(number for number in moved if number not in band))


def _name(line: SkillLine | PointLine) -> str:
    return line.skill if isinstance(line, SkillLine) else line.point
