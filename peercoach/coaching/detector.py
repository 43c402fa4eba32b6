"""What a detector is. One file a skill or pitfall declares one of these; everything said about it anywhere comes from there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from peercoach.coaching.moment import Level, Span
from peercoach.coaching.phrases import Phrase, compile_phrase

if TYPE_CHECKING:
    from peercoach.coaching.weighing import Weighing


QUOTED = 12
"""The most words of the learner's that are said back at once."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A line that a detector must find or must ignore. `said` is what `to` said before, where it matters."""

    text: str
    said: str = ""
    to: str = "ash"
    age: int | None = None


class Told(NamedTuple):
    """What a detector says of a reply: the level (a pitfall is `met` or `missed`), where, and why in a few words.

    `say` is for the learner: whole sentences about this reply, beside the detector's own words; "" for none. `core` is the
    part of long evidence that is said back; none where the evidence is short.
    """

    level: Level
    evidence: tuple[Span, ...] = ()
    why: str = ""
    say: str = ""
    core: tuple[Span, ...] = ()


MISSED = Told("missed")
Judge = Callable[["Weighing"], Told]


@dataclass(frozen=True, slots=True)
class Detector:
    """One skill or pitfall.

    `phrases` speak for it, `soft` lean that way, `off` look like it and are not; all in the language of `phrases`.
    `groups` are further phrases that its judge asks for by name (`id:group`).
    `judge` decides from a weighed reading. `finds` and `ignores` are run as tests, one a line.
    For a skill `met`, `partly` and `missed` are its coaching words at each level; for a pitfall `careful` names what
    happened and `missed` is the next thing to try. `{quote}` stands for the learner's own words.
    """

    id: str
    kind: Literal["skill", "pitfall"]
    title: str
    summary: str
    why: str
    judge: Judge
    phrases: tuple[str, ...] = ()
    soft: tuple[str, ...] = ()
    off: tuple[str, ...] = ()
    groups: tuple[tuple[str, tuple[str, ...]], ...] = ()
    finds: tuple[str | Sample, ...] = ()
    ignores: tuple[str | Sample, ...] = ()
    met: tuple[str, ...] = ()
    partly: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()
    careful: tuple[str, ...] = ()

    def compiled(self) -> tuple[Phrase, ...]:
        """Its phrases, named `id`, `id~` (soft), `id/` (let off) and `id:group`."""
        named: tuple[tuple[str, tuple[str, ...]], ...] = (
            (self.id, self.phrases),
            (self.id + "~", self.soft),
            (self.id + "/", self.off),
        )
        named += tuple((f"{self.id}:{name}", sources) for name, sources in self.groups)
        return tuple(compile_phrase(name, source) for name, sources in named for source in sources)
