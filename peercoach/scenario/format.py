"""The scenario format, version 1, as frozen dataclasses. The reader, the JSON Schema and the format help all read these.

A field's `Annotated` metadata is its help text (a `str`) and, where it matters, a `Range` or `OneOf`. The key in YAML is the
field's name with `_` written as `-`, unless `Key` says otherwise. Nothing here reads YAML.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Literal

from peercoach.coaching.moment import Band, Rubric

VERSION = 1
END = "end"
"""The `goto` that ends a scenario."""
YOU = "you"
"""The learner's name in a chat."""


@dataclass(frozen=True, slots=True)
class Range:
    """Bounds of a whole number, both included."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class OneOf:
    """The words allowed."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Key:
    """The key in YAML, where it is not the field's name."""

    name: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of chat. `who` is a person's name, `you`, or "" for an event (`* moss joined`)."""

    who: str
    text: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the chat."""

    name: str
    age: Annotated[int | None, Range(10, 99), "how old they are, if it matters"] = None
    about: Annotated[str, "one line about them, shown when the scenario opens"] = ""
    role: Annotated[str, OneOf(("member", "moderator")), "member or moderator"] = "member"


@dataclass(frozen=True, slots=True)
class Test:
    """One test of a result. Exactly one field is set; a list of ids means any of them."""

    bands: tuple[Band, ...] = ()
    shows: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()
    falls_into: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Then:
    """What happens after a reply. `tests`: any of them is enough; empty means `else`."""

    tests: tuple[Test, ...] = ()
    chat: tuple[Line, ...] = ()
    goto: str = ""


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a `choose` step. An option in brackets is an action, not words."""

    say: Annotated[str, "the reply, or an action in brackets"]
    band: Annotated[Band, "how good a reply this is"]
    because: Annotated[str, "why, in a sentence"]
    chat: Annotated[tuple[Line, ...], "what people answer"] = ()
    goto: Annotated[str, "the step to go to, or `end`"] = ""


@dataclass(frozen=True, slots=True)
class Example:
    """An example reply with what a person says of it. What `shows`, `misses` and `falls_into` don't mention is open."""

    bands: tuple[Band, ...]
    text: str
    shows: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()
    falls_into: tuple[str, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class StepBase:
    """What every step may have. `id` is always set: the trainer's, or `kind-number`, counted from 1 over all steps."""

    id: Annotated[str, "a name for the step, so that a `goto` can find it"] = ""
    goto: Annotated[str, "the step to go to next, or `end`"] = ""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatStep(StepBase):
    """Read what people say."""

    chat: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpotStep(StepBase):
    """Find somebody in the chat."""

    spot: str
    answer: tuple[str, ...]
    because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChooseStep(StepBase):
    """Choose between replies."""

    choose: str
    options: tuple[Option, ...]
    to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyStep(StepBase):
    """Reply in your own words."""

    reply: str
    to: tuple[str, ...]
    rubric: Rubric
    """Lines, `watch` and `allow` together."""
    examples: tuple[Example, ...] = ()
    hints: tuple[str, ...] = ()
    check_yourself: tuple[str, ...] = ()
    then: tuple[Then, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SignpostStep(StepBase):
    """Point somebody to a service that fits: pick it from the directory, or write it."""

    signpost: str
    to: tuple[str, ...]
    need: tuple[str, ...]
    age: int | None = None
    nation: str | None = None
    time: str | None = None
    by: str | None = None
    how: Literal["choose", "reply"] = "choose"
    rubric: Rubric = field(default_factory=Rubric)
    examples: tuple[Example, ...] = ()
    hints: tuple[str, ...] = ()
    check_yourself: tuple[str, ...] = ()
    then: tuple[Then, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReflectStep(StepBase):
    """A question to oneself: unscored, not stored unless the learner says so."""

    reflect: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LaterStep(StepBase):
    """Time passes ("three weeks on")."""

    later: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteStep(StepBase):
    """An aside that the learner sees."""

    note: str


Step = ChatStep | SpotStep | ChooseStep | ReplyStep | SignpostStep | ReflectStep | LaterStep | NoteStep


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """A whole scenario. `id` is the file's name without `.yaml`."""

    id: str
    peercoach: Annotated[int, Range(1, 1), "the format's version"] = VERSION
    title: Annotated[str, "what it is called"]
    about: Annotated[str, "one or two sentences: what happens, what you practise"]
    audience: Annotated[Literal["member", "moderator"], Key("for"), "who it is for"]
    level: Annotated[int, Range(1, 3), "1 first steps, 2 everyday, 3 hard"]
    minutes: Annotated[int, Range(1, 60), "how long it takes; estimated when left out"] = 5
    content: Annotated[tuple[str, ...], "content note, shown before it starts"] = ()
    place: Annotated[str, "where and when, in a few words"] = ""
    people: tuple[Person, ...]
    steps: tuple[Step, ...]

    def person(self, name: str) -> Person | None:
        """The person called `name`, if there is one."""
        return next((person for person in self.people if person.name == name), None)

    def position(self, step_id: str) -> int | None:
        """Where the step called `step_id` stands, counted from 0; None when there is none."""
        return next((number for number, step in enumerate(self.steps) if step.id == step_id), None)
