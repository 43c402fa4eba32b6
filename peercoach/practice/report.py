"""What a finished practice comes to: by skill, first try and best, and what went better than last time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from peercoach.coaching.moment import LEVELS, Level, Result
from peercoach.coaching.vocabulary import SKILLS
from peercoach.practice.next import skills_asked
from peercoach.practice.values import Done, State, Try
from peercoach.scenario.format import ChooseStep, ReplyStep, SignpostStep, SpotStep, Step


@dataclass(frozen=True, slots=True)
class SkillLine:
    """How one skill came out over the whole practice: the best of first tries, and the best of all."""

    skill: str
    first: Level
    best: Level


@dataclass(frozen=True, slots=True)
class StepLine:
    """How one reply came out: its first try and its best, which may be the same."""

    step_id: str
    first: Try
    best: Try
    tries: int


@dataclass(frozen=True, slots=True)
class Report:
    """A practice summed up. `better` are skills further on than last time, judged on first tries."""

    skills: tuple[SkillLine, ...]
    steps: tuple[StepLine, ...]
    skipped: int
    better: tuple[str, ...] = ()


def report(state: State, earlier: Mapping[str, Level] | None = None) -> Report:
    """Sum up what was done so far. `earlier`: for each skill, the level of first tries last time."""
    tried = [done for done in state.done if any(attempt.result for attempt in done.tries)]
    asked = {step.id: _asked(step) for step in state.scenario.steps}
    needed = {
        skill for done in tried if (step := _step_called(state, done.step_id)) for skill in skills_asked(step, optional=False)
    }
    lines = (_skill(skill, [done for done in tried if skill in asked[done.step_id]]) for skill in SKILLS)
    skills = tuple(line for line in lines if line and (line.skill in needed or line.best != "missed"))
    before = earlier or {}
    better = tuple(line.skill for line in skills if line.skill in before and _further(line.first, before[line.skill]))
    return Report(skills, tuple(map(_step, tried)), _skipped(state), better)


def first_levels(state: State) -> dict[str, Level]:
    """Each skill's level on first tries, the best over the steps that looked for it."""
    return {line.skill: line.first for line in report(state).skills}


def _step_called(state: State, name: str) -> Step | None:
    return next((step for step in state.scenario.steps if step.id == name), None)


def _asked(step: Step) -> tuple[str, ...]:
    """The skills that a step looks for: only what was asked for can be said to be there or not."""
    return skills_asked(step) or (("signpost",) if isinstance(step, SignpostStep) else ())


def _skill(skill: str, tried: list[Done]) -> SkillLine | None:
    first = _best(skill, (done.tries[0].result for done in tried))
    best = _best(skill, (attempt.result for done in tried for attempt in done.tries))
    return SkillLine(skill, first, best) if first and best else None


def _best(skill: str, results: Iterator[Result | None]) -> Level | None:
    levels = [mark.level for result in results if result for mark in result.skills if mark.id == skill]
    return min(levels, key=LEVELS.index, default=None)


def _further(now: Level, before: Level) -> bool:
    return LEVELS.index(now) < LEVELS.index(before)


def _step(done: Done) -> StepLine:
    best = max(done.tries, key=lambda attempt: attempt.result.score if attempt.result else -1)
    return StepLine(done.step_id, done.tries[0], best, len(done.tries))


def _skipped(state: State) -> int:
    """How many things to answer were passed over."""
    asks = {step.id for step in state.scenario.steps if isinstance(step, SpotStep | ChooseStep | ReplyStep | SignpostStep)}
    return sum(done.step_id in asks and not done.tries for done in state.done)
