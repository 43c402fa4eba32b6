"""The values that go into the engine and come out of it. Frozen, comparable, free of anything a terminal would know."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from peercoach.coaching.moment import Band, CareLevel, Result
from peercoach.scenario.format import Line, Scenario, Step

if TYPE_CHECKING:
    from peercoach.coaching.feedback import Feedback  # it brings the detectors with it, which nothing needs before a reply

AnswerKind = Literal["next", "spot", "choose", "reply", "again", "carry-on", "hint", "skip", "reflect"]
PromptKind = Literal["read", "spot", "choose", "pick", "reply", "reflect", "after"]


class Answer(NamedTuple):
    """What the learner did. `value` is the reply, an option's number from 1, names set apart by commas, or a service's id."""

    kind: AnswerKind
    value: str = ""


class Candidate(NamedTuple):
    """A service that a signpost step offers: what it is called, how to reach it, whether it fits, and why."""

    id: str
    name: str
    how: str
    fits: bool
    why: str


Candidates = tuple[tuple[str, tuple[Candidate, ...]], ...]
"""For each signpost step that is a pick, its id and what is offered there."""


class Try(NamedTuple):
    """One answer to a step. `result` is there for a reply and a picked service; `right` for everything but a reply."""

    value: str
    band: Band
    result: Result | None = None


class Done(NamedTuple):
    """A step left behind: what was tried there, first to last, and how many hints were read."""

    step_id: str
    tries: tuple[Try, ...] = ()
    hints: int = 0


class State(NamedTuple):
    """Where a practice stands. `at` counts steps from 0 and is one past the last when all is done.

    `seen` is the chat so far, the learner's own words as `you`; `tries` and `hints` belong to the step at hand;
    `reads` counts reading steps in a row, so that a scenario that only goes round ends; `said` is what feedback has said
    already, so that it doesn't say it again.
    """

    scenario: Scenario
    candidates: Candidates = ()
    at: int = 0
    answered: bool = False
    tries: tuple[Try, ...] = ()
    hints: int = 0
    reads: int = 0
    seen: tuple[Line, ...] = ()
    done: tuple[Done, ...] = ()
    said: tuple[str, ...] = ()

    @property
    def step(self) -> Step | None:
        """The step at hand; None when the practice is over."""
        return self.scenario.steps[self.at] if self.at < len(self.scenario.steps) else None

    def attempt(self) -> int:
        """Which try at this step the last one was, counted from 1 over the whole practice; 0 before any."""
        step = self.step
        if step is None:
            return 0
        return len(self.tries) + sum(len(past.tries) for past in self.done if past.step_id == step.id)


class Prompt(NamedTuple):
    """What is asked now. `options` are what can be picked, in order; `allows` the kinds of answer that lead somewhere."""

    kind: PromptKind
    step: Step
    options: tuple[str, ...] = ()
    allows: tuple[AnswerKind, ...] = ()
    hints_left: int = 0
    examples: bool = False


class End(NamedTuple):
    """The practice is over."""

    done: tuple[Done, ...]


class Moved(NamedTuple):
    """On to the next step. `chat` is what people answered; `answer` and `because` tell what there was to find."""

    chat: tuple[Line, ...] = ()
    answer: tuple[str, ...] = ()
    because: str = ""


class Spotted(NamedTuple):
    """Who was picked out: `found` of those looked for, whether that was all of them, and why when it was."""

    right: bool
    found: tuple[str, ...]
    because: str = ""


class Chosen(NamedTuple):
    """A choice between replies, or a service picked: what it was, how good, and why. A pick has a result as well."""

    what: str
    band: Band
    because: str
    attempt: int
    result: Result | None = None


class Scored(NamedTuple):
    """A scored reply with its feedback. `care` is never `now` here: that is a `CareAsk`."""

    reply: str
    result: Result
    feedback: Feedback
    attempt: int
    care: CareLevel = "none"
    check_yourself: tuple[str, ...] = ()


class Hinted(NamedTuple):
    """One hint: the `number`th of `total`."""

    text: str
    number: int
    total: int


@dataclass(frozen=True, slots=True)
class Retrying:
    """The same step again."""


@dataclass(frozen=True, slots=True)
class CareAsk:
    """The reply may be about the learner. It was not scored and is kept nowhere, not here either: ask, gently."""


class NotNow(NamedTuple):
    """The answer doesn't fit what was asked; nothing has changed. `why` is for the learner."""

    why: str


Outcome = Moved | Spotted | Chosen | Scored | Hinted | Retrying | CareAsk | NotNow
