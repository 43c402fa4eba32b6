"""Random plays through a scenario, by way of the real engine: what nobody ever reaches, and what never ends. Pure.

Nobody is scored: replies are results made up so that every branch can be taken (see `invent`). Half of the time a way is
looked for that nobody took so far, or that leads to one, so that few plays see much.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from peercoach.practice.branch import first_match
from peercoach.practice.engine import prompt, start, step, tried
from peercoach.practice.invent import Roll, invented
from peercoach.practice.prompts import thens_of
from peercoach.practice.values import Answer, Candidates, End, Prompt, State, Try
from peercoach.scenario.format import END, ChooseStep, ReplyStep, Scenario, SignpostStep, SpotStep
from peercoach.scenario.map import draw
from peercoach.scenario.minutes import seconds
from peercoach.scenario.routes import reached, ways

_TURNS, _MORE_TURNS = 20, 100
"""A play is given up after so many turns a step, and so many more."""
_AGAIN, _HINT, _SKIP = 6, 8, 5
"""One time in so many: another go, a hint, a skip (only in plays that skip)."""


@dataclass(frozen=True, slots=True)
class Length:
    """How long a play was: steps gone through, and about how many minutes that takes."""

    steps: int
    minutes: int


@dataclass(frozen=True, slots=True)
class Walk:
    """What came of many plays.

    `unreached`: steps nobody came to; `by_skipping`: steps only somebody came to who skipped. `endings`: ways to the end, and
    `untaken`: other ways, that nobody took, each as (step, when it is taken). `endless`: plays that went round until they
    were stopped, and `endless_at` where most of them were. The lengths are of plays that ended and skipped nothing.
    """

    plays: int
    steps: int
    unreached: tuple[str, ...] = ()
    by_skipping: tuple[str, ...] = ()
    endings: tuple[tuple[str, str], ...] = ()
    untaken: tuple[tuple[str, str], ...] = ()
    endless: int = 0
    endless_at: str = ""
    shortest: Length | None = None
    longest: Length | None = None

    @property
    def fine(self) -> bool:
        """Whether every step was reached and every play ended."""
        return not self.unreached and not self.endless


def walk(scenario: Scenario, candidates: Candidates, roll: Roll, plays: int) -> Walk:
    """Play a scenario so many times; every second play skips now and then. The same rolls give the same walk."""
    walker = _Walker(scenario, candidates, roll)
    for number in range(plays):
        walker.play(skips=number % 2 == 1)
    return walker.summed_up(plays)


class _Walker:
    """Many plays through one scenario, and what was seen on them."""

    def __init__(self, scenario: Scenario, candidates: Candidates, roll: Roll) -> None:
        self.scenario = scenario
        self.first = start(scenario, candidates)
        self.roll = roll
        self.stops = {stop.id: stop for stop in draw(scenario).stops}
        self.beyond = _beyond(scenario)
        self.untaken = {name: set(range(len(stop.ways))) for name, stop in self.stops.items()}
        """Of each step, the ways that nobody took so far, counted from 0; steps with none of them are left out."""
        self.reached: dict[str, bool] = {}
        """The steps reached, and whether by somebody who had skipped nothing so far."""
        self.stopped_at: Counter[str] = Counter()
        self.lengths: list[Length] = []

    # ---- one play

    def play(self, *, skips: bool) -> None:
        """One play, from the beginning until it ends or has gone on for far too long."""
        state, skipped = self.first, False
        for _ in range(_TURNS * len(self.scenario.steps) + _MORE_TURNS):
            asked = prompt(state)
            if isinstance(asked, End):
                self._ended(state, skipped=skipped)
                return
            self.reached[asked.step.id] = self.reached.get(asked.step.id, False) or not skipped
            if skips and asked.kind not in ("after", "read") and self._one_in(_SKIP):
                skipped = True
                state = self._on(state, Answer("skip"))
            else:
                state = self._turn(state, asked)
        self.stopped_at[state.step.id if state.step else ""] += 1

    def _ended(self, state: State, *, skipped: bool) -> None:
        if state.reads > len(self.scenario.steps):  # the engine's own guard against going round and round
            self.stopped_at[state.done[-1].step_id] += 1
        elif not skipped:
            by_id = {each.id: each for each in self.scenario.steps}
            took = sum(seconds(by_id[done.step_id]) for done in state.done)
            self.lengths.append(Length(len(state.done), max(1, ceil(took / 60))))

    def _turn(self, state: State, asked: Prompt) -> State:
        """One turn: something at random that can be done here."""
        if "hint" in asked.allows and self._one_in(_HINT):
            return self._on(state, Answer("hint"))
        match asked.kind:
            case "after":
                again = "again" in asked.allows and self._one_in(_AGAIN)
                return self._on(state, Answer("again" if again else "carry-on"))
            case "read":
                return self._on(state, Answer("next"))
            case "reflect":
                return self._on(state, Answer("reflect"))
            case "reply":
                return self._reply(state, asked)
            case "choose":
                return self._on(state, Answer("choose", str(self._way_for(asked.step.id) + 1)))
        return self._on(state, self._picked(asked))

    def _picked(self, asked: Prompt) -> Answer:
        """Somebody spotted, rightly or not; a service picked, or passed over where there is none."""
        if isinstance(asked.step, SpotStep):
            right = ", ".join(asked.step.answer)
            return Answer("spot", right if self._one_in(2) else self._any(asked.options))
        return Answer("choose", self._any(asked.options)) if asked.options else Answer("skip")

    def _reply(self, state: State, asked: Prompt) -> State:
        """A reply that nobody wrote, with a result that takes one of the branches."""
        here = asked.step
        assert isinstance(here, ReplyStep | SignpostStep)  # noqa: S101  # the engine asks for a reply nowhere else
        branches = (*here.then, None)
        result = invented(here, branches[self._way_for(here.id)], self.roll)
        return tried(state, Try("", result.band, result))

    def _on(self, state: State, answer: Answer) -> State:
        """Take an answer; where it leaves the step, the way it takes is noted."""
        here = state.step
        after, _ = step(state, answer)
        if here and len(after.done) > len(state.done):
            ways = self.untaken.get(here.id, set())
            ways.discard(self._way_taken(state))
            if not ways:
                self.untaken.pop(here.id, None)
        return after

    def _way_taken(self, state: State) -> int:
        """Which of the step's ways is taken when it is left now, from 0; -1 when the choice between them is skipped."""
        here = state.step
        last = state.tries[-1] if state.tries else None
        if isinstance(here, ChooseStep):
            return int(last.value) - 1 if last else -1
        thens = thens_of(here) if here else ()
        if not thens:
            return 0
        if last is None or last.result is None:
            return -1
        then = first_match(thens, last.result)
        return next((number for number, each in enumerate(thens) if each is then), len(thens))

    # ---- chance

    def _one_in(self, many: int) -> bool:
        return self.roll(many) == 0

    def _any(self, options: Sequence[str]) -> str:
        return options[self.roll(len(options))]

    def _way_for(self, step_id: str) -> int:
        """One of a step's ways, from 0; half of the time one that is new, or else leads to something new."""
        numbers = list(range(len(self.stops[step_id].ways)))
        if self._one_in(2):
            fresh = [number for number in numbers if number in self.untaken.get(step_id, ())]
            numbers = fresh or [number for number in numbers if self._leads_to_new(step_id, number)] or numbers
        return numbers[self.roll(len(numbers))]

    def _leads_to_new(self, step_id: str, number: int) -> bool:
        return not self.beyond[self.stops[step_id].ways[number].to].isdisjoint(self.untaken)

    # ---- the sum

    def summed_up(self, plays: int) -> Walk:
        """What was seen on all the plays."""
        ids = [each.id for each in self.scenario.steps]
        untaken = [(name, self.stops[name].ways[number]) for name in ids for number in sorted(self.untaken.get(name, ()))]
        return Walk(
            plays,
            len(ids),
            tuple(name for name in ids if name not in self.reached),
            tuple(name for name in ids if self.reached.get(name) is False),
            tuple((name, way.when) for name, way in untaken if way.to == END),
            tuple((name, way.when) for name, way in untaken if way.to != END and name in self.reached),
            self.stopped_at.total(),
            min(self.stopped_at, key=lambda name: (-self.stopped_at[name], name), default=""),
            min(self.lengths, key=lambda length: (length.steps, length.minutes), default=None),
            max(self.lengths, key=lambda length: (length.steps, length.minutes), default=None),
        )


def _beyond(scenario: Scenario) -> dict[str, frozenset[str]]:
    """For each place, the steps that can be reached from it, itself among them; nothing for the end."""
    ways_on, ids = ways(scenario), [each.id for each in scenario.steps]
    found = {
        name: frozenset(ids[place] for place in reached(ways_on, number) if place < len(ids)) for number, name in enumerate(ids)
    }
    return {**found, END: frozenset()}
