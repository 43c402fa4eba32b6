"""Every example reply of a scenario scored, and held against what its author says of it.

The one engine behind `peercoach scenario test` and the tests of the library. Replies that somebody has marked elsewhere
(see `marked`) go through it in the same way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from peercoach.coaching.moment import Band, Moment, Result
from peercoach.coaching.score import score
from peercoach.scenario.faults import listed
from peercoach.scenario.format import Example, ReplyStep, Scenario, SignpostStep
from peercoach.scenario.moments import moment_at

ClaimKind = Literal["shows", "misses", "falls-into"]


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing a person says of a reply, and whether the scorer tells it too."""

    kind: ClaimKind
    name: str
    agrees: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the scorer told of an example. `differed` says in words what it saw otherwise than the author; empty: they agree."""

    step_id: str
    number: int
    """Of the example in its step, from 1; of a reply marked elsewhere, its line in the file."""
    line: int
    expected: tuple[Band, ...]
    band: Band
    score: int
    differed: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()
    """What the author says of skills, points and pitfalls, in the order it is written."""
    label: str = ""
    """What a reply marked elsewhere is called; "" for an example."""

    @property
    def agrees(self) -> bool:
        """Whether the scorer agrees with the author in everything the author mentions."""
        return not self.differed

    @property
    def name(self) -> str:
        """As `back-to-ash/example-2`, or what the reply is called."""
        return self.label or f"{self.step_id}/example-{self.number}"


@dataclass(frozen=True, slots=True)
class Sample:
    """A reply with what a person says of it, and the place (from 0) of the step it answers. `number`, `label`: see `Outcome`."""

    place: int
    number: int
    example: Example
    label: str = ""


def can_be_written(step: object) -> bool:
    """Whether the learner answers this step in their own words."""
    return isinstance(step, ReplyStep) or (isinstance(step, SignpostStep) and step.how == "reply")


def samples(scenario: Scenario) -> Iterator[Sample]:
    """Each example of each step that has some, in order."""
    for place, step in enumerate(scenario.steps):
        if isinstance(step, ReplyStep | SignpostStep):
            yield from (Sample(place, number, example) for number, example in enumerate(step.examples, 1))


def run(scenario: Scenario, replies: Iterable[Sample] | None = None) -> tuple[Outcome, ...]:
    """Score each of the replies (without any, each example) in the moment of somebody who came the straight way."""
    return tuple(_outcome(scenario, sample) for sample in (samples(scenario) if replies is None else replies))


def _outcome(scenario: Scenario, sample: Sample) -> Outcome:
    step, example = step_of(scenario, sample), sample.example
    result = score(example.text, moment_of(scenario, sample), step.rubric)
    return Outcome(
        step.id,
        sample.number,
        example.line,
        example.bands,
        result.band,
        result.score,
        tuple(differences(example, result)),
        tuple(_claims(example, result)),
        sample.label,
    )


def step_of(scenario: Scenario, sample: Sample) -> ReplyStep | SignpostStep:
    """The step that the reply answers."""
    step = scenario.steps[sample.place]
    if not isinstance(step, ReplyStep | SignpostStep):
        raise TypeError(f"step {step.id} takes no reply")
    return step


def moment_of(scenario: Scenario, sample: Sample) -> Moment:
    """The moment without the reply itself among the examples: it is scored as somebody's own, not as a copied one."""
    moment = moment_at(scenario, sample.place)
    return moment._replace(examples=tuple(text for text in moment.examples if text != sample.example.text))


def differences(example: Example, result: Result) -> Iterator[str]:
    """What the scorer tells otherwise than a person says, in words. Two bands ("strong or developing"): either agrees."""
    if result.band not in example.bands:
        yield f"{result.band}, not {listed(example.bands)}"
    yield from (_DIFFERS[claim.kind].format(claim.name) for claim in _claims(example, result) if not claim.agrees)


_DIFFERS: dict[ClaimKind, str] = {"shows": "doesn't show {}", "misses": "shows {}", "falls-into": "doesn't fall into {}"}


def _claims(example: Example, result: Result) -> Iterator[Claim]:
    yield from (Claim("shows", name, result.shows(name)) for name in example.shows)
    yield from (Claim("misses", name, not result.shows(name)) for name in example.misses)
    yield from (Claim("falls-into", name, result.falls_into(name)) for name in example.falls_into)
