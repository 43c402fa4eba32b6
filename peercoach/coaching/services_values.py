"""What the services directory is made of. Frozen values; times are `HH:MM`, ages whole years, offsets code points."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

Problem = Literal["", "age", "closed", "need", "group", "nation", "channel", "unknown", "general", "hours", "retired"]
NATIONS = ("england", "wales", "scotland", "northern-ireland")


class Channel(NamedTuple):
    """One way to reach a service. `value` is a number, an address or words; `keyword` is what to text first."""

    type: str
    value: str
    keyword: str = ""
    how: str = ""
    hours: str = ""
    region: str = ""


class Service(NamedTuple):
    """One service. An age limit is None where none is enforced; `verified` is None where nobody has checked the details."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    alias_rules: str = ""
    status: str = "unknown"
    offer: str = "recognise"
    needs: tuple[str, ...] = ()
    youngest: int | None = None
    oldest: int | None = None
    regions: tuple[str, ...] = ()
    channels: tuple[Channel, ...] = ()
    cost: str = ""
    confidentiality: str = ""
    source: str = ""
    verified: date | None = None
    fallback: str = ""
    replaced_by: tuple[str, ...] = ()
    note: str = ""

    @property
    def short(self) -> str:
        """The name as people say it, without what stands in brackets."""
        return self.name.split(" (")[0]


class Retired(NamedTuple):
    """A number that no longer reaches `meant`, digits only, and why."""

    digits: str
    meant: str
    why: str


class Mention(NamedTuple):
    """A service named in a text. `by` says how: name, number, keyword, link, or retired (a number that is out of date)."""

    service_id: str
    start: int
    end: int
    by: str = "name"


class Fit(NamedTuple):
    """Whether a service fits, why in one plain sentence, and what is in the way.

    `group`: it is for particular people, and nobody said that they are. `retired`: a number that no longer reaches anybody.
    `ok` all the same with `unknown`: something about it is not confirmed; `general`: it listens to anything, and others know
    more; `hours`: it is open now, and not for as long as was said of it.
    """

    ok: bool
    why: str
    problem: Problem = ""


class Asked(NamedTuple):
    """What somebody is looking for. `day` is `Mon` to `Sun`."""

    needs: tuple[str, ...] = ()
    age: int | None = None
    nation: str | None = None
    time: str | None = None
    channel: str | None = None
    day: str | None = None


class Found(NamedTuple):
    """A service that was looked for, and how it fits."""

    service: Service
    fit: Fit


class Route(NamedTuple):
    """One way to get help now: when to use it, and what to do."""

    when: str
    do: str
