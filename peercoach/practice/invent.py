"""Answers that nobody wrote: results for a reply such as a scorer could have given, so that every branch can be taken. Pure.

`Roll` gives a whole number from 0 up to its argument, the argument left out; what is rolled decides everything.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from peercoach.coaching.moment import BANDS, LEVELS, Band, Level, Mark, Pitfall, PointLine, Result, SkillLine
from peercoach.coaching.rubric import DEFAULT, HARMFUL
from peercoach.practice.branch import first_match
from peercoach.scenario.format import ReplyStep, SignpostStep, Test, Then

Roll = Callable[[int], int]
TRIES = 40
"""Results thrown away while looking for one that takes the branch wanted."""
_SCORES: dict[Band, int] = {"strong": 85, "developing": 57, "needs-work": 32, "harmful": 10}


@dataclass(slots=True)
class _Draft:
    """A result being made up: its band, levels by skill or point, pitfalls."""

    band: Band
    levels: dict[str, Level]
    pitfalls: set[str]


def invented(step: ReplyStep | SignpostStep, wanted: Then | None, roll: Roll) -> Result:
    """A result that takes the branch `wanted` (None: none of them), if there can be one; else some other.

    Never one that no reply could get: a strong one has no pitfall and shows something, an allowed pitfall never counts.
    """
    for _ in range(TRIES):
        draft = _drawn(step, roll)
        if wanted and wanted.tests:
            _bend(draft, wanted.tests[roll(len(wanted.tests))], roll)
        result = _told(draft, step)
        if first_match(step.then, result) is wanted:
            break
    return result


def _drawn(step: ReplyStep | SignpostStep, roll: Roll) -> _Draft:
    """A band, and levels and pitfalls: those of the rubric, and those any branch asks about."""
    tests = [test for then in step.then for test in then.tests]
    named = [*_asked(step), *(name for test in tests for name in (*test.shows, *test.misses))]
    falls = dict.fromkeys((*step.rubric.watch, *(name for test in tests for name in test.falls_into)))
    levels = {name: LEVELS[roll(len(LEVELS))] for name in named}
    return _Draft(BANDS[roll(len(BANDS))], levels, {name for name in falls if roll(4) == 0})


def _asked(step: ReplyStep | SignpostStep) -> list[str]:
    lines = step.rubric.lines or DEFAULT.lines
    return [line.skill if isinstance(line, SkillLine) else line.point for line in lines]


def _bend(draft: _Draft, test: Test, roll: Roll) -> None:
    """Change a draft so that it passes a test, if it can."""
    if test.bands:
        draft.band = test.bands[roll(len(test.bands))]
        if draft.band != "harmful":
            draft.pitfalls -= HARMFUL
        if draft.band == "strong":
            draft.pitfalls.clear()
    if test.shows:
        draft.levels[test.shows[roll(len(test.shows))]] = LEVELS[roll(2)]
    if test.misses:
        draft.levels[test.misses[roll(len(test.misses))]] = "missed"
    if test.falls_into:
        draft.pitfalls.add(test.falls_into[roll(len(test.falls_into))])


def _told(draft: _Draft, step: ReplyStep | SignpostStep) -> Result:
    """The draft as a result that hangs together."""
    pitfalls = tuple(sorted(draft.pitfalls - {*step.rubric.allow}))
    band = _band(draft, pitfalls, _asked(step))
    points = {line.point for line in step.rubric.lines if isinstance(line, PointLine)}
    marks = [Mark(name, level) for name, level in draft.levels.items()]
    skills = tuple(mark for mark in marks if mark.id not in points)
    told = tuple(mark for mark in marks if mark.id in points)
    return Result(_SCORES[band], band, skills, told, tuple(Pitfall(name, ()) for name in pitfalls))


def _band(draft: _Draft, pitfalls: tuple[str, ...], asked: list[str]) -> Band:
    if not HARMFUL.isdisjoint(pitfalls):
        return "harmful"
    levels = {draft.levels[name] for name in asked}
    if draft.band == "strong" and (pitfalls or levels == {"missed"}):
        return "needs-work" if levels == {"missed"} else "developing"
    if draft.band == "needs-work" and levels == {"met"} and not pitfalls:
        return "strong"
    return draft.band
