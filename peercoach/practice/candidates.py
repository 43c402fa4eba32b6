"""What a signpost step offers to pick from: about five services, some that fit and some that nearly do, each with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from peercoach.coaching.moment import Moment
from peercoach.coaching.services import Channel, Directory, Fit, Service, fit
from peercoach.coaching.services_values import NATIONS
from peercoach.practice.values import Candidate, Candidates
from peercoach.scenario.format import Scenario, SignpostStep
from peercoach.scenario.moments import moment_for

_FITTING, _IN_ALL = 2, 5
_NEAR_MISSES = ("age", "closed", "channel", "nation", "need")
"""What makes a service a tempting wrong pick, the most tempting first."""


def candidates(scenario: Scenario, directory: Directory) -> Candidates:
    """For each step that is a pick, what it offers. The same every time."""
    picks = (step for step in scenario.steps if isinstance(step, SignpostStep) and step.how == "choose")
    return tuple((step.id, _offered(moment_for(scenario, (), step), directory)) for step in picks)


def _offered(moment: Moment, directory: Directory) -> tuple[Candidate, ...]:
    """By name, so that the place in the list says nothing."""
    judged = [(service, _fit(service, moment)) for service in directory.services if service.offer == "suggest"]
    fitting = sorted(
        (pair for pair in judged if pair[1].ok and not pair[1].problem), key=lambda pair: -_nearness(pair[0], moment)
    )
    missing = sorted((pair for pair in judged if not pair[1].ok), key=lambda pair: -_nearness(pair[0], moment))
    chosen = fitting[:_FITTING]
    chosen += _spread(missing, _IN_ALL - len(chosen))
    return tuple(sorted((_candidate(*pair) for pair in chosen), key=lambda each: each.name.casefold()))


def _fit(service: Service, moment: Moment) -> Fit:
    return fit(service, moment.need, moment.age, moment.nation, moment.time, moment.channel)


def _nearness(service: Service, moment: Moment) -> int:
    """How near it comes to what is needed. One that listens to anything is nearer than an office or another country."""
    everywhere = moment.nation is not None or len(service.regions) == len(NATIONS)
    return 4 * len(set(service.needs) & set(moment.need)) + 2 * ("general-listening" in service.needs) + everywhere


def _spread(missing: list[tuple[Service, Fit]], most: int) -> list[tuple[Service, Fit]]:
    """Near misses, each for a different reason as far as there are."""
    first = [next(_with(missing, problem), None) for problem in _NEAR_MISSES]
    spread = [pair for pair in first if pair]
    return [*spread, *(pair for pair in missing if pair not in spread)][:most]


def _with(missing: Iterable[tuple[Service, Fit]], problem: str) -> Iterator[tuple[Service, Fit]]:
    return (pair for pair in missing if pair[1].problem == problem)


def _candidate(service: Service, found: Fit) -> Candidate:
    return Candidate(service.id, service.short, how=_how(service.channels), fits=found.ok, why=found.why)


def _how(channels: tuple[Channel, ...]) -> str:
    """The ways in, as people would say them: `text SHOUT to ...`."""
    ways = dict.fromkeys(_way(channel) for channel in channels)
    return " or ".join(way for way in list(ways)[:2] if way)


def _way(channel: Channel) -> str:
    if channel.keyword:
        return f"text {channel.keyword} to {channel.value}"
    leads = {"phone": "ring ", "text": "text ", "whatsapp": "WhatsApp "}
    where = f" in {channel.region.replace('-', ' ').title()}" if channel.region else ""
    return f"{leads[channel.type]}{channel.value}{where}" if channel.type in leads else channel.type
