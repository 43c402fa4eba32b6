"""Every example reply of a scenario scored, and held against what its author says of it.

The one engine behind `peercoach scenario test` and the tests of the library.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from peercoach.coaching.moment import Band, Moment, Result
from peercoach.coaching.score import score
from peercoach.scenario.faults import listed
from peercoach.scenario.format import Example, ReplyStep, Scenario, SignpostStep
from peercoach.scenario.moments import moment_at


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the scorer told of an example. `differed` says in words what it saw otherwise than the author; empty: they agree."""

    step_id: str
    number: int
    """Of the example in its step, from 1."""
    line: int
    expected: tuple[Band, ...]
    band: Band
    score: int
    differed: tuple[str, ...] = ()

    @property
    def agrees(self) -> bool:
        """Whether the scorer agrees with the author in everything the author mentions."""
        return not self.differed

    @property
    def name(self) -> str:
        """As `back-to-ash/example-2`."""
        return f"{self.step_id}/example-{self.number}"


def run(scenario: Scenario) -> tuple[Outcome, ...]:
    """Score each example of each reply step, in order, in the moment of somebody who came the straight way."""
    return tuple(_run(scenario))


def _run(scenario: Scenario) -> Iterator[Outcome]:
    for place, step in enumerate(scenario.steps):
        if isinstance(step, ReplyStep | SignpostStep) and step.examples:
            moment = moment_at(scenario, place)
            yield from (_outcome(step, number, example, moment) for number, example in enumerate(step.examples, 1))


def _outcome(step: ReplyStep | SignpostStep, number: int, example: Example, moment: Moment) -> Outcome:
    result = score(example.text, _without(moment, example), step.rubric)
    differed = tuple(_differences(example, result))
    return Outcome(step.id, number, example.line, example.bands, result.band, result.score, differed)


def _without(moment: Moment, example: Example) -> Moment:
    """The moment without the example itself: it is scored as a reply of somebody's own, not as a copied one."""
    return replace(moment, examples=tuple(text for text in moment.examples if text != example.text))


def _differences(example: Example, result: Result) -> Iterator[str]:
    if result.band not in example.bands:
        yield f"{result.band}, not {listed(example.bands)}"
    for name in example.shows:
        if not result.shows(name):
            yield f"doesn't show {name}"
    for name in example.misses:
        if result.shows(name):
            yield f"shows {name}"
    for name in example.falls_into:
        if not result.falls_into(name):
            yield f"doesn't fall into {name}"
