"""The scenario format, version 1, as frozen dataclasses. The reader, the JSON Schema and the format help all read these.

A field's `Annotated` metadata is its help text (a `str`) and, where it matters, a `Range`, `OneOf`, `Names`, `Slug`, `Clock`,
`Patterns`, `As` or `Must`.
The key in YAML is the field's name with `_` written as `-`, unless `Key` says otherwise; a field without help text is not a
key. Where YAML's keys differ from the value's fields, a class called `...Keys` says what the keys are (`keys.py` gathers them).
Nothing here reads YAML.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Any, Literal, NamedTuple

from peercoach.coaching.moment import BANDS, Band, Rubric

VERSION = 1
PACK_FILE = "pack.yaml"
"""The file that makes a folder of scenarios a pack."""
END = "end"
"""The `goto` that ends a scenario."""
YOU = "you"
"""The learner's name in a chat."""
CHANNELS: tuple[str, ...] = ("phone", "text", "webchat", "email")
NATIONS: tuple[str, ...] = ("england", "wales", "scotland", "northern-ireland")
CONTENT: tuple[str, ...] = (
    "loneliness", "anxiety", "low mood", "eating", "self-harm", "suicide", "abuse", "sexual violence", "bereavement", "drugs",
    "alcohol", "family", "relationships", "exams", "money", "housing", "health", "bullying", "discrimination",
)  # fmt: skip
"""The content notes the tool knows; any other words are fine too."""
EASE_OFF: tuple[str, ...] = ("eating", "self-harm", "suicide", "abuse", "sexual violence")
"""The content notes that are never what comes next after a hard practice."""


class Range(NamedTuple):
    """Bounds of a whole number, both included."""

    low: int
    high: int


class OneOf(NamedTuple):
    """The words allowed."""

    words: tuple[str, ...]


class Key(NamedTuple):
    """The key in YAML, where it is not the field's name."""

    name: str


class Names(NamedTuple):
    """What a name must be one of: `person`, `skill`, `pitfall`, `shown` (a skill, or a point of the step), `step` or `need`."""

    of: Literal["person", "skill", "pitfall", "shown", "step", "need"]


class Slug:
    """A name the trainer gives: small letters, digits and hyphens."""


class Clock:
    """A time of day, `HH:MM`."""


class Patterns:
    """Point patterns."""


class As(NamedTuple):
    """The kind of value, where the type alone doesn't say it."""

    kind: Literal["pack-name", "version", "tracks", "file"]


class Must:
    """The key has to be there in YAML, though the value has a default."""


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
    band: Annotated[Band, OneOf(BANDS), "how good a reply this is"]
    because: Annotated[str, "why, in a sentence"]
    chat: Annotated[tuple[Line, ...], "what people answer"] = ()
    goto: Annotated[str, Names("step"), "the step to go to, or `end`"] = ""


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

    id: Annotated[str, Slug(), "a name for the step, so that a `goto` can find it"] = ""
    goto: Annotated[str, Names("step"), "the step to go to next, or `end`"] = ""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatStep(StepBase):
    """Read what people say."""

    chat: Annotated[tuple[Line, ...], "what people say: a `name: text` line each, written under `|`"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpotStep(StepBase):
    """Find somebody in the chat."""

    spot: Annotated[str, "what to look for, as a question"]
    answer: Annotated[tuple[str, ...], Names("person"), "the person it is, or a list of people"]
    because: Annotated[str, "why, in a sentence"] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChooseStep(StepBase):
    """Choose between replies."""

    choose: Annotated[str, "what to choose, as a question"]
    options: Annotated[tuple[Option, ...], "two replies or more to choose from"]
    to: Annotated[tuple[str, ...], Names("person"), "the person, or people, the reply is for"] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyStep(StepBase):
    """Reply in your own words."""

    reply: Annotated[str, "what the learner is asked to write"]
    to: Annotated[tuple[str, ...], Names("person"), "the person, or people, the reply is for"]
    rubric: Annotated[Rubric, "what a good reply shows here: a skill or a point a line"]
    """Lines, `watch` and `allow` together."""
    examples: Annotated[tuple[Example, ...], Must(), "replies with what you say of them; they prove the rubric"] = ()
    hints: Annotated[tuple[str, ...], "hints, shown one at a time when asked for"] = ()
    check_yourself: tuple[str, ...] = ()
    then: Annotated[tuple[Then, ...], "what happens next; the first that matches wins"] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SignpostStep(StepBase):
    """Point somebody to a service that fits: pick it from the directory, or write it."""

    signpost: Annotated[str, "what the person needs, in a sentence"]
    to: Annotated[tuple[str, ...], Names("person"), "the person, or people, it is for"]
    need: Annotated[tuple[str, ...], Names("need"), "what the service must be for: the directory's need tags"]
    age: Annotated[int | None, Range(10, 99), "their age, when it matters"] = None
    nation: Annotated[str | None, OneOf(NATIONS), "where they are, when it matters"] = None
    time: Annotated[str | None, Clock(), 'the time there, as "02:00", when it matters'] = None
    by: Annotated[str | None, OneOf(CHANNELS), "how they want to get in touch, when it matters"] = None
    how: Annotated[Literal["choose", "reply"], "choose: pick from the directory; reply: write it"] = "choose"
    rubric: Annotated[Rubric, "what a good reply shows here: a skill or a point a line"] = field(default_factory=Rubric)
    examples: Annotated[tuple[Example, ...], "replies with what you say of them; they prove the rubric"] = ()
    hints: Annotated[tuple[str, ...], "hints, shown one at a time when asked for"] = ()
    check_yourself: tuple[str, ...] = ()
    then: Annotated[tuple[Then, ...], "what happens next; the first that matches wins"] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReflectStep(StepBase):
    """A question to oneself: unscored, not stored unless the learner says so."""

    reflect: Annotated[str, "the question"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LaterStep(StepBase):
    """Time passes ("three weeks on")."""

    later: Annotated[str, "how much later, in a few words"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteStep(StepBase):
    """An aside that the learner sees."""

    note: Annotated[str, "the aside"]


Step = ChatStep | SpotStep | ChooseStep | ReplyStep | SignpostStep | ReflectStep | LaterStep | NoteStep


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """A whole scenario. `id` is the file's name without `.yaml`."""

    id: str
    peercoach: Annotated[int, Must(), Range(1, 1), "the format's version"] = VERSION
    title: Annotated[str, "what it is called"]
    about: Annotated[str, "one or two sentences: what happens, what you practise"]
    audience: Annotated[Literal["member", "moderator"], Key("for"), "who it is for: member or moderator"]
    level: Annotated[int, Range(1, 3), "1 first steps, 2 everyday, 3 hard"]
    minutes: Annotated[int, Range(1, 60), "how long it takes; estimated when left out"] = 5
    content: Annotated[tuple[str, ...], "content note, shown before it starts"] = ()
    place: Annotated[str, "where and when, in a few words"] = ""
    people: Annotated[tuple[Person, ...], "the people in the chat, each by the name they write under"]
    steps: Annotated[tuple[Step, ...], "what happens, in order"]
    services: Any = field(default=None, repr=False, compare=False)
    """The services directory it goes by, where a group or a pack has its own; None for the one that comes with peercoach."""

    def person(self, name: str) -> Person | None:
        """The person called `name`, if there is one."""
        return next((person for person in self.people if person.name == name), None)

    def position(self, step_id: str) -> int | None:
        """Where the step called `step_id` stands, counted from 0; None when there is none."""
        return next((number for number, step in enumerate(self.steps) if step.id == step_id), None)


@dataclass(frozen=True, slots=True)
class WatchKeys:
    """The keys a reply step has beside `rubric`; their values are kept in `Rubric`."""

    watch: Annotated[tuple[str, ...], Names("pitfall"), "pitfalls that weigh most here; all are watched anyway"] = ()
    allow: Annotated[tuple[str, ...], Names("pitfall"), "pitfalls that pass here, because the person asked for it"] = ()


@dataclass(frozen=True, slots=True)
class SkillKeys:
    """A rubric line that looks for a skill."""

    skill: Annotated[str, Names("skill"), "one of the skills"]
    weight: Annotated[int, Range(1, 5), "how much it counts, beside the others"] = 1
    optional: Annotated[bool, "true: it can only help"] = False


@dataclass(frozen=True, slots=True)
class PointKeys:
    """A rubric line that looks for something only this scenario wants: at least one of `any`, `all` and `none`."""

    point: Annotated[str, Slug(), "a name for it"]
    says: Annotated[str, "what a reply does that meets it, as in `picks up the induction day`"] = ""
    any: Annotated[tuple[str, ...], Patterns(), "point patterns: one of these is enough"] = ()
    all: Annotated[tuple[str, ...], Patterns(), "point patterns: each of these, in whatever order"] = ()
    none: Annotated[tuple[str, ...], Patterns(), "point patterns: none of these"] = ()
    weight: Annotated[int, Range(1, 5), "how much it counts, beside the others"] = 1
    optional: Annotated[bool, "true: it can only help"] = False


@dataclass(frozen=True, slots=True)
class CheckKeys:
    """A rubric line that is asked after the reply and never scored."""

    check_yourself: Annotated[str, "something the learner looks for in their own reply"]


@dataclass(frozen=True, slots=True)
class ExampleKeys:
    """What a person says of an example reply, beside its band. What none of these mentions is left open."""

    shows: Annotated[tuple[str, ...], Names("shown"), "the skills and points it shows, fully or partly"] = ()
    misses: Annotated[tuple[str, ...], Names("shown"), "the skills and points it misses"] = ()
    falls_into: Annotated[tuple[str, ...], Names("pitfall"), "the pitfalls it falls into"] = ()


@dataclass(frozen=True, slots=True)
class ThenKeys:
    """What follows an `if` or an `else`."""

    chat: Annotated[tuple[Line, ...], "what people answer"] = ()
    goto: Annotated[str, Names("step"), "the step to go to, or `end`"] = ""
