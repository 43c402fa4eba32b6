"""A whole scenario as text a trainer reads: people, then each step with all that is in it."""

from __future__ import annotations

from collections.abc import Iterator

from peercoach.cli.scenario_text import wrapped
from peercoach.coaching.moment import PointLine, SkillLine
from peercoach.scenario.format import (
    ChatStep,
    ChooseStep,
    Line,
    Person,
    ReplyStep,
    Scenario,
    SignpostStep,
    SpotStep,
    Step,
)
from peercoach.scenario.map import kind_of, when


def script(scenario: Scenario, width: int) -> Iterator[str]:
    """The scenario in lines of `width` columns at most, where words allow it."""
    yield from wrapped(scenario.title, width)
    yield from wrapped(scenario.about, width)
    yield from wrapped(f"For a {scenario.audience}, level {scenario.level}, about {scenario.minutes} min.", width)
    if scenario.content:
        yield from wrapped(f"Content: {', '.join(scenario.content)}.", width)
    if scenario.place:
        yield from wrapped(scenario.place, width)
    yield ""
    for person in scenario.people:
        yield from wrapped(_person(person), width, 2, hang=2)
    for step in scenario.steps:
        yield ""
        yield from _step(step, width)


def _person(person: Person) -> str:
    facts = [str(person.age) if person.age else "", person.about, person.role if person.role == "moderator" else ""]
    return ", ".join([person.name, *(fact for fact in facts if fact)])


def _step(step: Step, width: int) -> Iterator[str]:
    kind = kind_of(step)
    yield from wrapped(f"[{step.id}] {kind}" + (f", then to {step.goto}" if step.goto else ""), width)
    if isinstance(step, ChatStep):
        yield from _chat(step.chat, width, 2)
        return
    yield from wrapped(getattr(step, kind), width, 2)
    if isinstance(step, SpotStep):
        yield from wrapped(f"It is {' and '.join(step.answer)}. {step.because}".rstrip(), width, 2)
    elif isinstance(step, ChooseStep):
        yield from _options(step, width)
    elif isinstance(step, ReplyStep | SignpostStep):
        yield from _written(step, width)


def _chat(lines: tuple[Line, ...], width: int, indent: int) -> Iterator[str]:
    for line in lines:
        yield from wrapped(f"{line.who}: {line.text}" if line.who else f"* {line.text}", width, indent, hang=2)


def _options(step: ChooseStep, width: int) -> Iterator[str]:
    for option in step.options:
        yield from wrapped(f"- {option.say}", width, 2, hang=2)
        yield from wrapped(f"{option.band}: {option.because}", width, 6)
        yield from _then_on(option.chat, option.goto, width)


def _written(step: ReplyStep | SignpostStep, width: int) -> Iterator[str]:
    yield from wrapped(f"To {' and '.join(step.to)}.", width, 2)
    if isinstance(step, SignpostStep):
        facts = (("need", ", ".join(step.need)), ("age", step.age), ("nation", step.nation), ("time", step.time), ("by", step.by))
        yield from wrapped("; ".join(f"{name} {fact}" for name, fact in facts if fact), width, 2)
    for line in step.rubric.lines:
        yield from wrapped(f"looks for {_looked_for(line)}", width, 2, hang=2)
    for name, ids in (("watches", step.rubric.watch), ("allows", step.rubric.allow)):
        if ids:
            yield from wrapped(f"{name} {', '.join(ids)}", width, 2)
    for name, texts in (("ask yourself", step.check_yourself), ("hint", step.hints)):
        for text in texts:
            yield from wrapped(f"{name}: {text}", width, 2, hang=2)
    for example in step.examples:
        yield from wrapped(f"{' or '.join(example.bands)}: {example.text}", width, 2, hang=2)
    for then in step.then:
        yield from wrapped(f"{when(then)}:", width, 2)
        yield from _then_on(then.chat, then.goto, width)


def _looked_for(line: SkillLine | PointLine) -> str:
    name = line.skill if isinstance(line, SkillLine) else f"{line.point}, {line.says}" if line.says else line.point
    weight = f", counts {line.weight} times" if line.weight > 1 else ""
    return f"{name}{weight}{', can only help' if line.optional else ''}"


def _then_on(lines: tuple[Line, ...], goto: str, width: int) -> Iterator[str]:
    yield from _chat(lines, width, 6)
    if goto:
        yield from wrapped(f"then to {goto}", width, 6)
