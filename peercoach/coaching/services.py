"""The services directory: who can help, for what, how to reach them, how sure we are of it. Its facts are in `services.yaml`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

from peercoach.coaching.data import packaged
from peercoach.coaching.services_ask import read_ask
from peercoach.coaching.services_fit import EMERGENCY
from peercoach.coaching.services_fit import fit as _fit
from peercoach.coaching.services_mentions import Names
from peercoach.coaching.services_read import Read, read
from peercoach.coaching.services_values import NATIONS, Asked, Channel, Fit, Found, Mention, Retired, Route, Service

__all__ = ["Asked", "Channel", "Directory", "Fit", "Found", "Mention", "Retired", "Route", "Service", "directory", "fit", "load"]

_MOST, _FEW = 6, 3
_WAYS = ("one-to-one", "text-only", "peer-group", "smaller-group", "crisis-now")
_OFFICE = frozenset({"complaint", "staff", "directory", "information"})
_GROUPS = frozenset({"faith", "lgbt", "students", "runaway"})
_GENERAL = frozenset({"general-listening"})
_LISTENING = ("shout", "samaritans")
"""What is offered when the words asked for nothing in particular."""


@dataclass(frozen=True)
class Directory:
    """Services, in the order of the file. Frozen; what is looked up is worked out once."""

    read: Read

    @property
    def services(self) -> tuple[Service, ...]:
        """Every service, closed ones too."""
        return self.read.services

    @property
    def needs(self) -> dict[str, str]:
        """The need tags and what they mean."""
        return dict(self.read.needs)

    @cached_property
    def _by_id(self) -> dict[str, Service]:
        return {service.id: service for service in self.services}

    @cached_property
    def _names(self) -> Names:
        return Names(self.services, self.read.retired)

    def get(self, service_id: str) -> Service | None:
        """The service with this id, or None."""
        return self._by_id.get(service_id)

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """The services a text names, in order. A retired number counts as the service it meant, `by` "retired". Linear."""
        return self._names.find(text)

    def correction(self, text: str, mention: Mention) -> str:
        """For a number that is out of date: one sentence with the right one; "" for anything else."""
        service = self.get(mention.service_id)
        if mention.by != "retired" or service is None:
            return ""
        if service.offer == "recognise":
            others = [other.short for name in service.replaced_by if (other := self.get(name))]
            return f"That number may no longer run. {' or '.join(others[:2])} could help instead."
        number = next((way.value for way in service.channels if way.type == _kind(text, mention)), service.channels[0].value)
        return f"That number is out of date. {service.short} is {number} now."

    def stale(self, service: Service, today: date) -> bool:
        """Whether the details were never checked, or too long ago."""
        days = self.read.stale_days_crisis if "crisis-now" in service.needs else self.read.stale_days
        return service.verified is None or (today - service.verified).days > days

    def made_for(self, asked: Asked) -> bool:
        """Whether something is made for what is asked, and sure to be there for it."""
        told = (_fit(service, asked) for service in self.services if service.status == "open" and service.offer != "recognise")
        return any(each.ok and not each.problem for each in told)

    def find(self, words: str) -> tuple[Found, ...]:
        """Services for what is asked in plain words, best first, at most six.

        One that is named comes first, even where it doesn't fit. Last stand those that know the subject but are closed then.
        """
        asked = read_ask(words)
        named = self._called(words)
        named = self._with_successors(named)
        first = [Found(service, _fit(service, asked)) for service in named]
        if (
            first
            and all(found.fit.ok for found in first)
            and not set(asked.needs) - {"general-listening", "text-only", "one-to-one"}
        ):
            return tuple(first[:_MOST])
        fitting, closed = self._fitting(asked, named), []
        if len(fitting) < _FEW and not _OFFICE.issuperset(asked.needs):
            plain = Asked(
                tuple(need for need in asked.needs if need in _WAYS), asked.age, asked.nation, asked.time, asked.channel
            )
            known = [found.service for found in fitting]
            fitting += [found for found in self._fitting(plain, (*named, *known)) if "general-listening" in found.service.needs][
                :_FEW
            ]
            fitting.sort(key=_unsure)
            closed = self._closed(asked, named)
        return tuple((*first, *fitting, *closed)[:_MOST])

    def _with_successors(self, named: Sequence[Service]) -> tuple[Service, ...]:
        """Those named; after one that is not suggested any more, what helps instead."""
        more = [self.get(name) for service in named if service.offer == "recognise" for name in service.replaced_by[:2]]
        return tuple(dict.fromkeys((*named, *(service for service in more if service))))

    def _called(self, words: str) -> tuple[Service, ...]:
        ids = (*self._names.called(words), *(mention.service_id for mention in self.mentions(words)))
        return tuple(service for name in dict.fromkeys(ids) if (service := self.get(name)))

    def _fitting(self, asked: Asked, but: Sequence[Service]) -> list[Found]:
        """What fits and may be suggested, best first."""
        shown = [service for service in self.services if service not in but and _shown(service, asked)]
        found = [Found(service, each) for service in shown if (each := _fit(service, asked)).ok and each.problem != "general"]
        return sorted(found, key=lambda each: (_unsure(each), -_rank(each, asked)))

    def _closed(self, asked: Asked, but: Sequence[Service]) -> list[Found]:
        """What knows the subject and would fit at another hour."""
        shown = [service for service in self.services if service not in but and _shown(service, asked)]
        results = [
            Found(service, _fit(service, asked))
            for service in shown
            if set(asked.needs) & set(service.needs) - set(_WAYS) - _GENERAL
        ]
        return [found for found in results if found.fit.problem == "closed" and found.service.status == "open"]

    def help_routes(self, age: int | None = None, nation: str | None = None) -> tuple[Route, ...]:
        """Help for the learner, now: at most four routes, most urgent first. What isn't known stays general."""
        fourth = (
            ("lifeline-ni" if nation == "northern-ireland" else "nhs-111-mental-health") if _adult(age, nation) else "childline"
        )
        names = (EMERGENCY, "shout", "samaritans", fourth)
        return tuple(_route(service) for name in names if (service := self.get(name)) and service.status == "open")


def load(text: str) -> Directory:
    """A directory from YAML text. A PeercoachError names the entry and what is wrong with it."""
    return Directory(read(text))


@cache
def directory() -> Directory:
    """The directory that comes with peercoach."""
    return load(packaged("services.yaml"))


def fit(  # noqa: PLR0913  # each is one plain fact about somebody
    service: Service,
    need: Sequence[str],
    age: int | None = None,
    nation: str | None = None,
    time: str | None = None,
    channel: str | None = None,
) -> Fit:
    """Whether the service fits somebody, with the reason in a sentence. `time` is `HH:MM`; None is "not known" throughout."""
    return _fit(service, Asked(tuple(need), age, nation, time, channel))


def _shown(service: Service, asked: Asked) -> bool:
    if service.offer == "recognise" or (service.regions == ("outside-uk",)):
        return False
    if not asked.needs:
        return service.id in _LISTENING or "one-to-one" in service.needs
    if "staff" in service.needs and "complaint" not in service.needs and "staff" not in asked.needs:
        return False
    return service.id != EMERGENCY or "crisis-now" in asked.needs


def _unsure(found: Found) -> bool:
    return found.fit.problem == "unknown"


def _rank(found: Found, asked: Asked) -> float:
    service = found.service
    special = [need for need in asked.needs if need not in ("one-to-one", "general-listening", "text-only")]
    points = (
        4.0 * len(set(special) & set(service.needs))
        - 3 * bool(_GROUPS & set(service.needs) - set(asked.needs))
        + len(set(asked.needs) & set(service.needs))
    )
    points += 2 * (service.offer == "suggest") + (service.verified is not None)
    points += 1.5 * (asked.age is not None and service.oldest is not None) + 4 * (service.id == EMERGENCY)
    if asked.nation is None and len(service.regions) < len(NATIONS):
        points -= 1 + 2 * (service.regions != ("england", "wales") and "england" not in service.regions)
    narrow = bool(special) and len(service.needs) <= 4
    return points + 2 * narrow + 0.5 * (service.id in _LISTENING)


def _adult(age: int | None, nation: str | None) -> bool:
    return age >= 19 if age is not None else nation == "northern-ireland"


def _route(service: Service) -> Route:
    way = service.channels[0]
    keyword = f"text {way.keyword} to {way.value}" if way.keyword else f"ring {way.value}"
    words = {
        EMERGENCY: ("In danger now, or badly hurt", "ring 999 or go to A&E"),
        "shout": ("Rather type than talk", f"{keyword}, any time"),
        "samaritans": ("Want someone to listen", f"ring {way.value}, any time"),
        "childline": ("Under 19", f"Childline, ring {way.value}"),
        "nhs-111-mental-health": ("Need the NHS soon", f"ring {way.value} and choose mental health"),
        "lifeline-ni": ("In Northern Ireland", f"Lifeline, ring {way.value}, any time"),
    }
    return Route(*words[service.id])


def _kind(text: str, mention: Mention) -> str:
    """Whether the number that was written is a mobile one, which people text, or a line."""
    return "text" if text[mention.start : mention.end].replace(" ", "").startswith("07") else "phone"
