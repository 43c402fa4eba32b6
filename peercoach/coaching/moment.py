"""The values that go into scoring and come out of it. Frozen, hashable, safe to send between processes.

Offsets count code points of the reply, half-open: `reply[start:end]` is the evidence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from peercoach.coaching.services import Directory

Level = Literal["met", "partly", "missed"]
Band = Literal["strong", "developing", "needs-work", "harmful"]
CareLevel = Literal["none", "check-in", "now"]
Span = tuple[int, int]

BANDS: tuple[Band, ...] = ("strong", "developing", "needs-work", "harmful")
LEVELS: tuple[Level, ...] = ("met", "partly", "missed")


class Message(NamedTuple):
    """One chat message; `who` is `you` when the learner wrote it."""

    who: str
    text: str


class Moment(NamedTuple):
    """What the learner is replying to.

    `messages` in the order they were sent; `to` the people addressed (may be empty: the room); `need` the directory's
    need tags; `age` in years; `nation` one of england, wales, scotland, northern-ireland; `time` as `HH:MM`; `channel`
    phone, text, webchat or email when it matters.
    """

    messages: tuple[Message, ...] = ()
    to: tuple[str, ...] = ()
    need: tuple[str, ...] = ()
    age: int | None = None
    nation: str | None = None
    time: str | None = None
    channel: str | None = None
    examples: tuple[str, ...] = ()
    """The scenario's own example replies, so that a copied one can be told."""
    services: Directory | None = None
    """The services that count here; None for the directory that comes with peercoach."""


class SkillLine(NamedTuple):
    """A rubric line that looks for one of the 12 skills. An `optional` line can only help."""

    skill: str
    weight: int = 1
    optional: bool = False


class PointLine(NamedTuple):
    """A rubric line that looks for something only this scenario wants, by point patterns (see `patterns`).

    Met when one of `any` matches (or `any` is empty), each of `all` matches, and none of `none` does.
    """

    point: str
    says: str = ""
    any: tuple[str, ...] = ()
    all: tuple[str, ...] = ()
    none: tuple[str, ...] = ()
    weight: int = 1
    optional: bool = False


class Rubric(NamedTuple):
    """What a good reply shows here. `watch` pitfalls weigh most; `allow` pitfalls pass at this step."""

    lines: tuple[SkillLine | PointLine, ...] = ()
    watch: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()


class Mark(NamedTuple):
    """How one skill or point came out: its level and the parts of the reply that earned it.

    `say` is what there is to tell the learner about just this reply, in whole sentences; mostly "". `core` is the part of
    long evidence that is said back to them; none where it is short.
    """

    id: str
    level: Level
    evidence: tuple[Span, ...] = ()
    say: str = ""
    core: tuple[Span, ...] = ()


class Pitfall(NamedTuple):
    """A pitfall that counts against the reply, and where; `core` as for a mark."""

    id: str
    evidence: tuple[Span, ...]
    core: tuple[Span, ...] = ()


class Care(NamedTuple):
    """Whether the learner may be writing about themselves. `now`: ask at once; `check-in`: one quiet line."""

    level: CareLevel = "none"
    evidence: tuple[Span, ...] = ()


class Next(NamedTuple):
    """The one thing to try: about which skill, point or pitfall (or "" when there is nothing to add), and the words."""

    about: str
    say: str


class Result(NamedTuple):
    """A scored reply, `score` 0-100.

    `skills` holds every expected skill and any other met or partly met, in the order of the vocabulary; `points` the
    rubric's points in its order.
    """

    score: int
    band: Band
    skills: tuple[Mark, ...] = ()
    points: tuple[Mark, ...] = ()
    pitfalls: tuple[Pitfall, ...] = ()
    care: Care = Care()
    next: Next = Next("", "")

    def level(self, name: str) -> Level:
        """The level of a skill or point; `missed` when it was not looked for and not found."""
        for mark in (*self.skills, *self.points):
            if mark.id == name:
                return mark.level
        return "missed"

    def shows(self, name: str) -> bool:
        """Whether the skill or point is met or partly met."""
        return self.level(name) != "missed"

    def falls_into(self, name: str) -> bool:
        """Whether the pitfall counts against the reply."""
        return any(pitfall.id == name for pitfall in self.pitfalls)
