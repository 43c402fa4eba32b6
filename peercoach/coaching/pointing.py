"""Services named in a reply, held against what the moment asks for: who, how old, at what hour, how."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from peercoach.coaching.moment import Message, Moment
from peercoach.coaching.reading import Reading
from peercoach.coaching.services import Asked, Fit, Mention, Service, directory
from peercoach.coaching.services_ask import read_ask
from peercoach.coaching.services_fit import fit

DIGITS = re.compile(r"\d{3}")
ONLY_FIT = ("age", "closed", "nation", "channel")
"""What makes a service unfit whatever it is for. A `need` only counts where the moment names its needs."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """A service named in a reply, and whether it fits."""

    mention: Mention
    service: Service
    fit: Fit


def pointers(reading: Reading) -> tuple[Pointer, ...]:
    """The services a reply points to. One that is quoted, negated or reported is not pointed to."""
    if reading.pointed is None:
        reading.pointed = _pointers(reading)
    return cast("tuple[Pointer, ...]", reading.pointed)


def _pointers(reading: Reading) -> tuple[Pointer, ...]:
    raw = reading.text.raw
    if not (DIGITS.search(raw) or "signpost" in reading.hits or "signpost~" in reading.hits or "safety" in reading.hits):
        return ()
    mentions = directory().mentions(raw)
    asked = _asked(reading.moment) if mentions else Asked(())
    out = []
    for mention in mentions:
        first = min(bisect_right(reading.text.ends, mention.start), max(len(reading.text.ends) - 1, 0))
        service = directory().get(mention.service_id)
        if service is None or first in reading.text.quoted or reading.turned(first):
            continue
        out.append(Pointer(mention, service, _fitting(service, asked, bool(reading.moment.need))))
    return tuple(out)


def _fitting(service: Service, asked: Asked, needs_named: bool) -> Fit:  # noqa: FBT001  # a plain value
    found = fit(service, asked)
    if found.ok or found.problem in ONLY_FIT or (needs_named and found.problem == "need"):
        return found
    return Fit(ok=True, why=found.why)


def _asked(moment: Moment) -> Asked:
    said = _said(moment.messages, moment.to)
    return Asked(moment.need, moment.age or said.age, moment.nation or said.nation, moment.time or said.time, moment.channel)


@lru_cache(maxsize=256)
def _said(messages: tuple[Message, ...], to: tuple[str, ...]) -> Asked:
    """Age, nation and hour where they say so themselves ("its 1am", "im 17")."""
    return read_ask(" . ".join(message.text for message in messages if message.who in to))
