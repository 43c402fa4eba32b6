"""How a scenario opens and how chat looks: each name in its own steady colour, a gap between speakers."""

from __future__ import annotations

from collections.abc import Iterable

from peercoach.scenario.format import YOU, Line, Person, Scenario
from peercoach.terminal.screen import NAMES
from peercoach.terminal.words import BLANK, Block, Para, heading, para, quiet


def opening(scenario: Scenario) -> tuple[Block, ...]:
    """Title, what it is about, place, people, and a content note when there is one."""
    blocks: list[Block] = [BLANK, heading(scenario.title), para(scenario.about), BLANK]
    where = f"{scenario.place}, " if scenario.place else ""
    blocks.append(quiet(f"{where}about {scenario.minutes} minutes"))
    people = [_person(person, scenario) for person in scenario.people if person.name != YOU]
    blocks += [BLANK, *people] if people else []
    if scenario.content:
        note = para(("Content note: ", "help"), ", ".join(scenario.content) + ".")
        blocks += [BLANK, note, quiet("You can skip this one, no questions.")]
    blocks += [BLANK, quiet("At any prompt: ? for help, hint, skip, stop, help-now.")]
    return tuple(blocks)


def chat(lines: Iterable[Line], scenario: Scenario) -> tuple[Block, ...]:
    """Chat lines, with a blank line whenever somebody else speaks."""
    blocks: list[Block] = []
    before: str | None = None
    for line in lines:
        if line.who != before:
            blocks.append(BLANK)
        blocks.append(_line(line, scenario))
        before = line.who
    return tuple(blocks)


def aside(text: str) -> tuple[Block, ...]:
    """A note from whoever wrote the scenario."""
    return (BLANK, para(("Note: ", "quiet"), text, hang=2))


def later(text: str) -> tuple[Block, ...]:
    """Time goes by."""
    return (BLANK, para((f"--- {text} ---", "event")))


def name_style(name: str, scenario: Scenario) -> str:
    """The style that a name has all through a scenario."""
    if name == YOU:
        return "you"
    names = [person.name for person in scenario.people if person.name != YOU]
    return f"name{names.index(name) % len(NAMES)}" if name in names else ""


def name_list(names: Iterable[str]) -> str:
    """Names as people say them: `ash, kit and jo`."""
    *most, last = list(names) or [""]
    return f"{', '.join(most)} and {last}" if most else last


def _person(person: Person, scenario: Scenario) -> Para:
    facts = [str(person.age)] if person.age is not None else []
    facts += ["moderator"] if person.role == "moderator" else []
    facts += [person.about] if person.about else []
    tail = f": {', '.join(facts)}" if facts else ""
    return para((person.name, name_style(person.name, scenario)), tail, indent=2, hang=2)


def _line(line: Line, scenario: Scenario) -> Para:
    if not line.who:
        return para((f"* {line.text}", "event"), hang=2)
    person = scenario.person(line.who)
    role = " (mod)" if person and person.role == "moderator" else ""
    return para((f"{line.who}{role}: ", name_style(line.who, scenario)), line.text, hang=2)
