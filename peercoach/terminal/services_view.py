"""Services on the screen: why each fits, how to reach it, and honestly how sure the directory is of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from peercoach.coaching.services_hours import said
from peercoach.coaching.services_values import Channel, Found, Service
from peercoach.terminal.words import BLANK, Block, heading, para, quiet

_LOOK = "look at their website before you share it"
_SPOKEN = {
    "phone": "Ring",
    "text": "Text",
    "email": "Email",
    "web": "Website",
    "webchat": "Chat on",
    "in-person": "Go to",
    "in-chat": "In chat:",
}


def services_page(found: Sequence[Found], stale: Iterable[str], *, human_checked: bool) -> tuple[Block, ...]:
    """The services found. `stale`: ids of those whose details were never checked, or too long ago."""
    old = frozenset(stale)
    blocks = [block for each in found for block in _entry(each, stale=each.service.id in old)]
    if not found:
        blocks.append(para("Nothing in the directory fits all of that. Try fewer words, or another hour."))
    if not human_checked:
        blocks += [
            BLANK,
            quiet("Nobody here has rung these numbers yet. Have a quick look at a service's own website before you share it."),
        ]
    blocks.append(quiet("For you, right now: peercoach help-now"))
    return tuple(blocks)


def _entry(found: Found, *, stale: bool) -> list[Block]:
    service, fit = found.service, found.fit
    lines: list[Block] = [heading(service.name), para(fit.why, indent=2)]
    if fit.ok or fit.problem == "closed":
        lines += [para(line, indent=2, hang=2) for line in ways(service)]
    lines.append(para((checked(service, stale=stale), "quiet"), indent=2, hang=2))
    return [*lines, BLANK]


def ways(service: Service) -> tuple[str, ...]:
    """How to reach it, a line each. Where the directory asks for caution, its website and no number."""
    shown = [way for way in service.channels if way.type in _SPOKEN and not way.hours.startswith("pilot")]
    if service.offer != "suggest":
        shown = [way for way in shown if way.type in ("web", "webchat")] or [Channel("web", service.source)]
    return tuple(_way(way) for way in shown)


def _way(way: Channel) -> str:
    what = f"{way.keyword} to {way.value}" if way.keyword else way.value
    how = f", then {way.how}" if way.how else ""
    where = f" in {way.region.replace('-', ' ').title()}" if way.region else ""
    hours = said(way.hours)
    if way.type == "email" and what.startswith("http"):
        return f"Email through {what}"
    return f"{_SPOKEN[way.type]} {what}{how}{where}{f' ({hours})' if hours else ''}"


def checked(service: Service, *, stale: bool) -> str:
    """When the details were last checked, and what that means."""
    maybe = {"unknown": "It may no longer be running. ", "changed": "It has changed lately. "}.get(service.status, "")
    if service.verified is None:
        return f"{maybe}Not checked yet: {_LOOK}."
    when = f"Details last checked in {month(service.verified)}"
    return f"{maybe}{when}, a while ago: {_LOOK}." if stale else f"{maybe}{when}."


def month(day: date) -> str:
    """A date as its month and year, whatever the computer's language."""
    names = "January February March April May June July August September October November December".split()
    return f"{names[day.month - 1]} {day.year}"
