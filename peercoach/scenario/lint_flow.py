"""Rules about the way through a scenario."""

from __future__ import annotations

from collections.abc import Iterator

from peercoach.scenario.format import ChatStep, ReplyStep, SignpostStep, SpotStep
from peercoach.scenario.looking import Finding, Look
from peercoach.scenario.routes import can_end, lines_on, straight_path

MAX_MESSAGES, MAX_WORDS = 20, 250


def no_way_out(look: Look) -> Iterator[Finding]:
    """From every step that can be reached, the end can be reached; told where the talk turns back."""
    stuck = sorted(look.reached - can_end(look.ways))
    turns = [number for number in stuck if min(look.ways[number]) <= number]
    if turns:
        step = look.scenario.steps[turns[0]]
        hint = "let a goto lead to a later step, or to end"
        yield Finding(*look.find(r"goto:", step.line), f"after step {step.id} there is no way to the end", hint)


def unreached(look: Look) -> Iterator[Finding]:
    """Every step can be reached; a run of steps that can't is told at its first."""
    for number, step in enumerate(look.scenario.steps):
        if number not in look.reached and (number == 0 or number - 1 in look.reached):
            yield Finding(*look.at(step.line), f"nothing leads to step {step.id}", "let a goto lead to it, or take it out")


def round_again(look: Look) -> Iterator[Finding]:
    """Whatever is written leads on in the end: nobody goes round and round until they get it right."""
    for number, step in enumerate(look.scenario.steps):
        if isinstance(step, ReplyStep | SignpostStep) and step.then and min(look.ways[number]) <= number:
            others = [() if other == number else places for other, places in enumerate(look.ways)]
            if number in can_end(look.ways) and _else_leads_to(look, step, number) not in can_end(others):
                message = f"unless a condition is met, step {step.id} comes round again and again"
                yield Finding(*look.find(r"goto:", step.line), message, "let the last way lead on, even if it is the harder one")


def _else_leads_to(look: Look, step: ReplyStep | SignpostStep, number: int) -> int:
    """The place (from 0) a reply leads to when no condition is met."""
    goto = next((then.goto for then in step.then if not then.tests), "") or step.goto
    place = look.scenario.position(goto) if goto else number + 1
    return len(look.scenario.steps) if place is None else place


def long_chat(look: Look) -> Iterator[Finding]:
    """A chat is short enough to keep in mind: 20 messages and 250 words at most before the learner has something to do."""
    for step in look.scenario.steps:
        if isinstance(step, ChatStep):
            words = sum(line.text.count(" ") + 1 for line in step.chat)
            if len(step.chat) > MAX_MESSAGES or words > MAX_WORDS:
                message = f"this chat has {len(step.chat)} messages and {words} words; {MAX_MESSAGES} and {MAX_WORDS} are plenty"
                yield Finding(*look.at(step.line), message, "cut it, or give the learner something to do in between")


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
