"""Whether a service fits somebody: need, age, nation, hour, and how they want to reach it. With a reason in one sentence."""

from __future__ import annotations

from collections.abc import Sequence

from peercoach.coaching.services_hours import DAYS, always, clock, is_open, said
from peercoach.coaching.services_values import NATIONS, Asked, Channel, Fit, Service

EMERGENCY = "emergency"
_WAYS = ("one-to-one", "text-only", "peer-group", "smaller-group")
_ALONE = ("crisis-now", "complaint", "staff", *_WAYS)
"""Needs that a service must meet each on its own; of the others one is enough."""
_BY = {
    "phone": ("phone", "textphone", "phone-welsh"),
    "text": ("text", "whatsapp"),
    "webchat": ("webchat", "web"),
    "email": ("email",),
}
_WITHOUT_SPEAKING = ("text", "whatsapp", "webchat", "web", "form", "message", "in-chat")
_ASKED = {"phone": "a phone line", "text": "a text line", "webchat": "a webchat", "email": "email"}
_LONG = dict(zip(DAYS, ("Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays"), strict=True))
_LACKS = {
    "crisis-now": "isn't for somebody who may act soon",
    "one-to-one": "isn't a person just for them",
    "text-only": "is mostly for talking out loud",
    "peer-group": "isn't a place where members support each other",
    "smaller-group": "isn't a small group",
    "complaint": "isn't where a complaint goes",
    "staff": "doesn't reach the staff",
}

_TOPICS = {
    "suicidal-thoughts": "thoughts of suicide",
    "self-harm": "self-harm",
    "eating": "eating and food",
    "abuse": "being hurt by somebody",
    "lgbt": "being LGBT+",
    "faith": "faith and culture",
    "bereavement": "losing somebody",
    "bereavement-suicide": "losing somebody to suicide",
    "general-listening": "somebody to listen",
    "students": "being a student",
    "drugs": "drugs and drink",
    "housing": "somewhere to stay",
    "runaway": "leaving home",
    "directory": "finding what's near",
}
"""What a need is called in a sentence, where its tag won't do."""
_HEARD = frozenset(
    "suicidal-thoughts self-harm eating abuse sexual-violence men lgbt faith bereavement bereavement-suicide students drugs"
    " runaway".split()
)
"""What can be told to somebody who listens to anything, though others know it better."""
GROUPS = {"faith": "is for people who share its faith", "lgbt": "is for LGBT+ people"}
"""Needs of particular people: a service for one of these is for nobody else."""
_SUITS = {
    "crisis-now": "there in a crisis",
    "suicidal-thoughts": "used to talking about suicide",
    "one-to-one": "somebody just for you",
    "self-harm": "used to talking about self-harm",
    "eating": "knows about eating and food",
    "abuse": "knows about being hurt at home",
    "sexual-violence": "knows about sexual violence, however long ago",
    "men": "well known to men",
    "lgbt": "by and for LGBT+ people",
    "faith": "understands faith and culture",
    "bereavement": "for when somebody has died",
    "bereavement-suicide": "for when somebody died by suicide",
    "general-listening": "listens, whatever it is",
    "text-only": "no need to speak",
    "peer-group": "members support each other",
    "smaller-group": "a small group that takes turns",
    "students": "for students",
    "drugs": "knows about drugs and drink",
    "housing": "for when you have nowhere safe to stay",
    "runaway": "for when you have left home, or want to",
    "information": "answers questions",
    "directory": "finds what there is near you",
    "complaint": "staff read it",
    "staff": "reaches the team",
}


def fit(service: Service, asked: Asked) -> Fit:
    """How the service fits what is asked. The first thing in the way is the one that is told."""
    unsure = None
    for check in (_standing, _need, _age, _nation, _channel, _hour):
        found = check(service, asked)
        if found is not None and not found.ok:
            return found
        unsure = unsure or found
    return unsure or Fit(True, reason(service, asked))


def _standing(service: Service, asked: Asked) -> Fit | None:
    del asked
    if service.status == "closed":
        return Fit(False, f"{service.short} has closed.", "closed")
    if service.status == "announced":
        return Fit(False, f"{service.short} has been announced, but hasn't opened as far as we know.", "closed")
    if service.status == "unknown" and service.offer == "recognise":
        return Fit(False, f"{service.short} may no longer be running.", "unknown")
    return None


def _need(service: Service, asked: Asked) -> Fit | None:
    if service.id == EMERGENCY and "crisis-now" in asked.needs:
        return None
    lacking = next((need for need in asked.needs if need in _ALONE and need not in service.needs), None)
    if lacking:
        return Fit(False, f"{service.short} {_LACKS[lacking]}.", "need")
    who = next((who for need, who in GROUPS.items() if need in service.needs and need not in asked.needs), "")
    if who and asked.needs:
        return Fit(False, f"{service.short} {who}.", "group")
    topics = [need for need in asked.needs if need not in _ALONE and need != "under-19"]
    if not topics or set(topics) & set(service.needs):
        return None
    wanted = " or ".join(_TOPICS.get(topic, topic.replace("-", " ")) for topic in topics)
    if "general-listening" in service.needs and _HEARD.issuperset(topics):
        return Fit(True, f"{service.short} listens to anything; others know more about {wanted}.", "general")
    return Fit(False, f"{service.short} is for something else, not {wanted}.", "need")


def _age(service: Service, asked: Asked) -> Fit | None:
    if asked.age is None:
        return None
    if service.oldest is not None and asked.age > service.oldest:
        return Fit(False, f"{service.short} is for people under {service.oldest + 1}.", "age")
    if service.youngest is not None and asked.age < service.youngest:
        return Fit(False, f"{service.short} is for people of {service.youngest} and over.", "age")
    return None


def _nation(service: Service, asked: Asked) -> Fit | None:
    if asked.nation is None or not service.regions or asked.nation in service.regions:
        return None
    return Fit(False, f"{service.short} doesn't cover {_place(asked.nation)}.", "nation")


def _channel(service: Service, asked: Asked) -> Fit | None:
    if asked.channel is None or service.id == EMERGENCY or channels(service, asked):
        return None
    return Fit(False, f"{service.short} doesn't have {_ASKED.get(asked.channel, asked.channel)}, as far as we know.", "channel")


def _hour(service: Service, asked: Asked) -> Fit | None:
    ways = channels(service, asked) or service.channels
    if asked.time is None or not ways:
        return None
    states = {is_open(way.hours, asked.time, asked.day) for way in ways}
    if True in states:
        return None
    at = clock(*asked.time.split(":")) + (f" on {_LONG[asked.day]}" if asked.day else "")
    if False not in states and is_open_at_all(service, asked.time, asked.day) is not False:
        way = " that way" if asked.channel or "text-only" in asked.needs else ""
        look = "the hours aren't confirmed, so look at the website first"
        return Fit(True, f"{service.short} may be open{way} at {at}: {look}.", "unknown")
    hours = next((words for way in (*ways, *service.channels) if (words := said(way.hours))), "")
    return Fit(False, f"{service.short} is closed at {at}{f'. It is open {hours}' if hours else ''}.", "closed")


def is_open_at_all(service: Service, time: str, day: str | None = None) -> bool | None:
    """Whether any way in is open; False when one is known to be closed and none to be open; None when nothing is known."""
    states = {is_open(way.hours, time, day) for way in service.channels}
    return True if True in states else False if False in states else None


def channels(service: Service, asked: Asked) -> tuple[Channel, ...]:
    """The ways in that suit what is asked: the wanted kind, without speaking where that is needed, in their nation."""
    ways: Sequence[Channel] = [way for way in service.channels if not way.region or asked.nation in (None, way.region)]
    if asked.channel is not None:
        return tuple(way for way in ways if way.type in _BY.get(asked.channel, (asked.channel,)))
    if "text-only" in asked.needs and service.id != EMERGENCY:
        return tuple(way for way in ways if way.type in _WITHOUT_SPEAKING)
    return tuple(ways)


def reason(service: Service, asked: Asked) -> str:
    """Why it fits, in one sentence."""
    if service.id == EMERGENCY:
        return "For danger right now: somebody comes, or sees them straight away."
    ways = channels(service, asked) or service.channels
    parts = [_for_whom(service), _where(service), *_suits(service, asked, ways)]
    words = ", ".join(part for part in parts if part)
    return f"{words[0].upper()}{words[1:]}."


def _for_whom(service: Service) -> str:
    low, high = service.youngest, service.oldest
    if low is not None and high is not None:
        return f"for people from {low} to {high}"
    if high is not None:
        return f"for people under {high + 1}"
    return f"for people of {low} and over" if low is not None else "for any age"


def _where(service: Service) -> str:
    """The nations it covers, when it isn't all four."""
    missing = [nation for nation in NATIONS if nation not in service.regions]
    if not missing or not service.regions:
        return ""
    *most, last = (_place(nation) for nation in service.regions)
    return f"in {', '.join(most)}{' and ' if most else ''}{last}".replace("Outside Uk", "other countries")


def _suits(service: Service, asked: Asked, ways: Sequence[Channel]) -> list[str]:
    suits = [_SUITS[need] for need in asked.needs if need in service.needs and need in _SUITS]
    if any(always(way.hours) for way in ways):
        suits.append("open day and night")
    elif hours := next((words for way in ways if (words := said(way.hours))), ""):
        suits.append(f"open {hours}")
    return list(dict.fromkeys(suits))


def _place(nation: str) -> str:
    return " ".join(word.capitalize() for word in nation.split("-"))
