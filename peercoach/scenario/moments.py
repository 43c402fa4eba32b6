"""The moment a learner replies in: who has said what, to whom the reply goes, and what is known of them."""

from __future__ import annotations

from collections.abc import Iterable

from peercoach.coaching.moment import Message, Moment
from peercoach.scenario.format import Line, ReplyStep, Scenario, SignpostStep, Step
from peercoach.scenario.routes import lines_on, straight_path, ways


def moment_for(scenario: Scenario, lines_seen: Iterable[Line], step: Step) -> Moment:
    """The moment at a step, given the chat lines shown so far. Events are not messages; an age left out is the person's own."""
    to: tuple[str, ...] = getattr(step, "to", ())
    needs = step if isinstance(step, SignpostStep) else None
    return Moment(
        messages=tuple(Message(line.who, line.text) for line in lines_seen if line.who),
        to=to,
        need=needs.need if needs else (),
        age=needs.age if needs and needs.age is not None else _age_of(scenario, to),
        nation=needs.nation if needs else None,
        time=needs.time if needs else None,
        channel=needs.by if needs else None,
        examples=tuple(example.text for example in step.examples) if isinstance(step, ReplyStep | SignpostStep) else (),
        services=scenario.services,
    )


def moment_at(scenario: Scenario, number: int) -> Moment:
    """The moment at step `number` (from 0) for somebody who came the straight way."""
    path = straight_path(ways(scenario), number)
    return moment_for(scenario, lines_on(scenario, path, number), scenario.steps[number])


def _age_of(scenario: Scenario, to: Iterable[str]) -> int | None:
    """The first age known among the people addressed."""
    people = (scenario.person(name) for name in to)
    return next((person.age for person in people if person and person.age is not None), None)
