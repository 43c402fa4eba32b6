"""A scenario as a map: its steps, the ways on from each and when they are taken, and what can't be reached or left. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from peercoach.scenario.format import END, ChatStep, ChooseStep, Option, Scenario, Step, Test, Then
from peercoach.scenario.routes import branches_of, can_end, reached, ways


@dataclass(frozen=True, slots=True)
class Way:
    """One way on: to a step's id or `end`, and when it is taken ("" when it is the only one)."""

    to: str
    when: str = ""


@dataclass(frozen=True, slots=True)
class Stop:
    """One step on the map. `about` says in a line what happens there.

    `reached`: something leads to it. `stuck`: no way leads from it to the end.
    """

    id: str
    kind: str
    about: str
    ways: tuple[Way, ...]
    reached: bool = True
    stuck: bool = False

    @property
    def next(self) -> tuple[str, ...]:
        """Where the ways lead, each place once."""
        return tuple(dict.fromkeys(way.to for way in self.ways))

    @property
    def parts(self) -> bool:
        """Whether the talk can go different ways from here."""
        return len(self.next) > 1


@dataclass(frozen=True, slots=True)
class Map:
    """A whole scenario; `stops` in the order of the file."""

    title: str
    stops: tuple[Stop, ...]


def draw(scenario: Scenario) -> Map:
    """The map of a scenario."""
    ways_on = ways(scenario)
    there, out = reached(ways_on), can_end(ways_on)
    stops = (
        Stop(step.id, kind_of(step), about(step), _ways(scenario, number), number in there, number not in out)
        for number, step in enumerate(scenario.steps)
    )
    return Map(scenario.title, tuple(stops))


def kind_of(step: Step) -> str:
    """A step's kind, as it is written in the file."""
    return type(step).__name__.removesuffix("Step").lower()


def about(step: Step) -> str:
    """What happens at a step, on one line."""
    if isinstance(step, ChatStep):
        first = f"{step.chat[0].who}: " if step.chat[0].who else "* "
        lines = f"{len(step.chat)} line{'' if len(step.chat) == 1 else 's'}"
        return " ".join(f"{lines}, {first}{step.chat[0].text}".split())
    return " ".join(str(getattr(step, kind_of(step))).split())


def when(then: Then) -> str:
    """A branch's condition in words: `if strong or it falls into fixing`, or `else`."""
    return f"if {' or '.join(map(_test, then.tests))}" if then.tests else "else"


def _test(test: Test) -> str:
    named = (("shows", test.shows), ("misses", test.misses), ("falls into", test.falls_into))
    return " or ".join([*test.bands, *(f"it {verb} {' or '.join(ids)}" for verb, ids in named if ids)])


def _ways(scenario: Scenario, number: int) -> tuple[Way, ...]:
    """Every way on from a step, in the order they are tried; a `then` without `else` can also be passed by."""
    step = scenario.steps[number]
    on = step.goto or (scenario.steps[number + 1].id if number + 1 < len(scenario.steps) else END)
    branches = branches_of(step)
    found = [Way(branch.goto or on, _said(place, branch)) for place, branch in enumerate(branches, 1)]
    if isinstance(step, ChooseStep) or any(isinstance(branch, Then) and not branch.tests for branch in branches):
        return tuple(found)
    return (*found, Way(on, "if none of these" if found else ""))


def _said(number: int, branch: Option | Then) -> str:
    if isinstance(branch, Then):
        return when(branch)
    return f"option {number} ({branch.band}): {' '.join(branch.say.split())}"
