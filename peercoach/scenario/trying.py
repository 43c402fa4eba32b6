"""A reply tried at one step: the whole explanation, and what it would say as an example. A pattern tried on replies. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from peercoach.coaching.care import care
from peercoach.coaching.explain import Explanation, explain
from peercoach.coaching.moment import CareLevel, Rubric, SkillLine, Span
from peercoach.coaching.patterns import compile_pattern, read
from peercoach.coaching.score import copied
from peercoach.coaching.text import read as read_words
from peercoach.coaching.words import split
from peercoach.scenario.examples import Sample, can_be_written, step_of
from peercoach.scenario.format import Example, Line, ReplyStep, Scenario, SignpostStep
from peercoach.scenario.moments import moment_at
from peercoach.scenario.routes import lines_on, straight_path, ways

_BAR = re.compile(r"\s*\|\s*")
_BRACKETS = frozenset("[]()")
"""What a pattern has in it where somebody has said themselves what belongs together."""


@dataclass(frozen=True, slots=True)
class Tried:
    """A reply explained. `copied`: it is so near to an example that a learner would be told it is copied."""

    reply: str
    explanation: Explanation
    copied: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern on one reply: whether it holds, and the words it went by (code points, in order).

    For a pattern that is all `not(...)` those are the words that keep it from holding.
    """

    reply: str
    holds: bool
    spans: tuple[Span, ...]


def written_steps(scenario: Scenario) -> tuple[int, ...]:
    """The places (from 0) of the steps that are answered in one's own words."""
    return tuple(place for place, step in enumerate(scenario.steps) if can_be_written(step))


def step_at(scenario: Scenario, place: int) -> ReplyStep | SignpostStep:
    """The step at a place that `written_steps` gave."""
    return step_of(scenario, Sample(place, 0, Example((), "")))


def chat_before(scenario: Scenario, place: int) -> tuple[Line, ...]:
    """What was said before a step, for somebody who came the straight way."""
    return lines_on(scenario, straight_path(ways(scenario), place), place)


def care_of(scenario: Scenario, place: int, reply: str) -> CareLevel:
    """Whether what was typed may be about whoever typed it. To be looked at before anything is scored."""
    return care(reply, moment_at(scenario, place)).level


def try_reply(scenario: Scenario, place: int, reply: str) -> Tried:
    """Explain a reply as somebody's own, even where it is one of the examples: that is how an example is scored too."""
    moment = moment_at(scenario, place)
    explanation = explain(reply, moment._replace(examples=()), step_at(scenario, place).rubric)
    return Tried(reply, explanation, copied(read_words(reply), moment.examples))


def proposed(rubric: Rubric, tried: Tried) -> Example:
    """The reply as an example that says what the scorer told. A line that can only help and isn't met is left open."""
    result = tried.explanation.result
    lines = [(line.skill if isinstance(line, SkillLine) else line.point, line.optional) for line in rubric.lines]
    return Example(
        (result.band,),
        tried.reply,
        tuple(name for name, _ in lines if result.shows(name)),
        tuple(name for name, optional in lines if not (optional or result.shows(name))),
        tuple(pitfall.id for pitfall in result.pitfalls),
    )


def match(pattern: str, reply: str) -> Match:
    """Try a pattern on a reply. Raises PatternError where the pattern can't be read."""
    compiled, reading = compile_pattern(pattern), read(split(reply))
    return Match(reply, compiled.matches(reading), compiled._replace(absent=False).spans(reading))


def read_as(pattern: str) -> str:
    """The pattern with brackets where `|` holds words together, when that may not be what was meant; else "".

    `induct*|first day` is `[induct*|first] day`: either word, and then "day".
    """
    if "|" not in pattern or not _BRACKETS.isdisjoint(pattern):
        return ""
    parts = _BAR.sub("|", pattern).split()
    return " ".join(f"[{part}]" if "|" in part else part for part in parts) if len(parts) > 1 else ""


def matches(pattern: str, step: ReplyStep | SignpostStep) -> Iterator[tuple[Example, Match]]:
    """Try a pattern on each example of a step. Raises PatternError where the pattern can't be read."""
    return ((example, match(pattern, example.text)) for example in step.examples)
