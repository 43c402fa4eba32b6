"""Rules about the way through a scenario."""

from __future__ import annotations

from collections.abc import Iterator

from peercoach.scenario.format import SpotStep
from peercoach.scenario.looking import Finding, Look
from peercoach.scenario.routes import can_end, lines_on, reached, straight_path


def no_way_out(look: Look) -> Iterator[Finding]:
    """From every step that can be reached, the end can be reached; told where the talk turns back."""
    stuck = sorted(reached(look.ways) - can_end(look.ways))
    turns = [number for number in stuck if min(look.ways[number]) <= number]
    if turns:
        step = look.scenario.steps[turns[0]]
        hint = "let a goto lead to a later step, or to end"
        yield Finding(*look.find(r"goto:", step.line), f"after step {step.id} there is no way to the end", hint)


def unreached(look: Look) -> Iterator[Finding]:
    """Every step can be reached; a run of steps that can't is told at its first."""
    there = reached(look.ways)
    for number, step in enumerate(look.scenario.steps):
        if number not in there and (number == 0 or number - 1 in there):
            yield Finding(*look.at(step.line), f"nothing leads to step {step.id}", "let a goto lead to it, or take it out")


def silent_answer(look: Look) -> Iterator[Finding]:
    """Who is to be spotted has said something by then."""
    for number, step in enumerate(look.scenario.steps):
        if isinstance(step, SpotStep):
            path = straight_path(look.ways, number)
            spoke = {line.who for line in lines_on(look.scenario, path, number)}
            for name in step.answer:
                if name not in spoke:
                    place = look.find(r"answer:", step.line)
                    yield Finding(*place, f"{name} has said nothing before step {step.id}", "so nobody can spot them")
