"""Where a scenario can go: from each step to the next ones, and the straight way through.

Steps are counted from 0; the place after the last step is the end.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence

from peercoach.scenario.format import END, ChooseStep, Line, Option, ReplyStep, Scenario, SignpostStep, Step, Then

Ways = Sequence[tuple[int, ...]]


def ways(scenario: Scenario) -> Ways:
    """For each step, the steps that can follow it; the way taken when nothing branches comes first, none comes twice."""
    places = {step.id: number for number, step in enumerate(scenario.steps)} | {END: len(scenario.steps)}
    return tuple(_ways_on(step, number, places) for number, step in enumerate(scenario.steps))


def _ways_on(step: Step, number: int, places: dict[str, int]) -> tuple[int, ...]:
    on = places.get(step.goto, number + 1)
    branches = [places.get(branch.goto, on) for branch in branches_of(step)]
    if not branches or not _always_branches(step):
        branches.insert(0, on)
    return tuple(dict.fromkeys(branches))


def branches_of(step: Step) -> Sequence[Option | Then]:
    """The options, or the entries of `then`, of a step."""
    if isinstance(step, ChooseStep):
        return step.options
    return step.then if isinstance(step, ReplyStep | SignpostStep) else ()


def _always_branches(step: Step) -> bool:
    """Whether one of the branches is always taken: options are, and `then` is when it has an `else`."""
    return isinstance(step, ChooseStep) or any(isinstance(branch, Then) and not branch.tests for branch in branches_of(step))


def reached(ways_on: Ways, start: int = 0) -> frozenset[int]:
    """Every place that can be reached from a step, itself and the end included."""
    seen, waiting = {start}, [start]
    while waiting:
        here = waiting.pop()
        for place in ways_on[here] if here < len(ways_on) else ():
            if place not in seen:
                seen.add(place)
                waiting.append(place)
    return frozenset(seen)


def can_end(ways_on: Ways) -> frozenset[int]:
    """Every place the end can be reached from."""
    back: dict[int, list[int]] = {}
    for number, places in enumerate(ways_on):
        for place in places:
            back.setdefault(place, []).append(number)
    seen, waiting = {len(ways_on)}, [len(ways_on)]
    while waiting:
        for number in back.get(waiting.pop(), ()):
            if number not in seen:
                seen.add(number)
                waiting.append(number)
    return frozenset(seen)


def straight_path(ways_on: Ways, target: int) -> tuple[int, ...]:
    """The steps before `target` on the way to it: nothing branches unless it must. All steps above it when no way leads there."""
    plain = _without_branches(ways_on, target)
    return plain if plain is not None else _shortest(ways_on, target)


def _without_branches(ways_on: Ways, target: int) -> tuple[int, ...] | None:
    path: list[int] = []
    here = 0
    while here != target:
        if here >= len(ways_on) or here in path:
            return None
        path.append(here)
        here = ways_on[here][0]
    return tuple(path)


def _shortest(ways_on: Ways, target: int) -> tuple[int, ...]:
    before: dict[int, int] = {0: -1}
    waiting = deque([0])
    while waiting and target not in before:
        here = waiting.popleft()
        for place in ways_on[here] if here < len(ways_on) else ():
            if place not in before:
                before[place] = here
                waiting.append(place)
    if target not in before:
        return tuple(range(target))
    return tuple(reversed(list(_back(before, before[target]))))


def _back(before: dict[int, int], here: int) -> Iterable[int]:
    while here >= 0:
        yield here
        here = before[here]


def lines_on(scenario: Scenario, path: Sequence[int], target: int) -> tuple[Line, ...]:
    """What is said on a path: chat steps, and what people answer in the branch that leads on."""
    places = {step.id: number for number, step in enumerate(scenario.steps)} | {END: len(scenario.steps)}
    lines: list[Line] = []
    for number, following in zip(path, (*path[1:], target), strict=True):
        step = scenario.steps[number]
        lines += getattr(step, "chat", ())
        on = places.get(step.goto, number + 1)
        taken = next((branch for branch in branches_of(step) if places.get(branch.goto, on) == following), None)
        lines += taken.chat if taken else ()
    return tuple(lines)
