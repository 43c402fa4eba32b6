"""Reads the services directory from YAML text, and says what is wrong with one that a group has written for itself."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NoReturn

from peercoach.coaching.services_values import Channel, Retired, Service
from peercoach.errors import PeercoachError

STATUSES = ("open", "announced", "unknown", "changed", "closed")
OFFERS = ("suggest", "caution", "recognise")
_HINT = "peercoach/coaching/services.yaml shows how an entry is written."


@dataclass(frozen=True, slots=True)
class Read:
    """A directory as read: services, retired numbers, need tags with what they mean, and days until details are stale.

    `human_checked`: whether a person has opened every source.
    """

    services: tuple[Service, ...]
    retired: tuple[Retired, ...] = ()
    needs: tuple[tuple[str, str], ...] = ()
    stale_days: int = 180
    stale_days_crisis: int = 90
    human_checked: bool = False


def read(text: str) -> Read:
    """Read a directory. A PeercoachError names the entry and what it lacks."""
    root = _parsed(text)
    meta = _mapping(root.get("meta") or {}, "meta")
    entries = root.get("services")
    if not isinstance(entries, list):
        _fault("the services file has no list called 'services'")
    services = tuple(_service(_mapping(entry, f"entry {number}"), number) for number, entry in enumerate(entries, 1))
    retired = tuple(
        _retired(_mapping(item, "a retired number")) for item in _items(meta.get("retired_numbers"), "retired_numbers")
    )
    tags = _mapping(meta.get("need_tags") or {}, "need_tags")
    return Read(
        services,
        retired,
        tuple((str(tag), str(what)) for tag, what in tags.items()),
        _days(meta.get("stale_after_days", 180)),
        _days(meta.get("stale_after_days_crisis", 90)),
        meta.get("human_checked") is True,
    )


def _parsed(text: str) -> Mapping[str, Any]:
    import yaml  # only when a directory is read

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        root = yaml.load(text, Loader=loader)  # noqa: S506  # a safe loader either way
    except (yaml.YAMLError, ValueError) as trouble:  # the second: a date in the thirteenth month
        mark = getattr(trouble, "problem_mark", None)
        where = f" (line {mark.line + 1})" if mark else ""
        raise PeercoachError(f"The services file can't be read as YAML{where}.", _HINT) from None
    return _mapping(root, "the services file")


def _service(entry: Mapping[str, Any], number: int) -> Service:
    name = str(entry.get("id") or "")
    if not name:
        _fault(f"entry {number} of the services file has no id")
    ages = _mapping(entry.get("ages") or {}, f"'ages' of {name}")
    return Service(
        id=name,
        name=str(entry.get("name") or _fault(f"service {name} has no name")),
        aliases=_texts(entry, "aliases", name),
        alias_rules=_text(entry, "alias_rules"),
        status=_one_of(entry, "status", STATUSES, name),
        offer=_one_of(entry, "offer", OFFERS, name),
        needs=_texts(entry, "for", name),
        youngest=_age(ages.get("min"), name),
        oldest=_age(ages.get("max"), name),
        regions=_texts(entry, "regions", name),
        channels=tuple(
            _channel(_mapping(item, f"a channel of {name}"), name)
            for item in _items(entry.get("channels"), f"channels of {name}")
        ),
        verified=_date(entry.get("verified")),
        replaced_by=_texts(entry, "replaced_by", name),
        **{field: _text(entry, field) for field in ("cost", "confidentiality", "source", "fallback", "note")},
    )


def _channel(entry: Mapping[str, Any], name: str) -> Channel:
    for field in ("type", "value"):
        if not _text(entry, field):
            _fault(f"a channel of {name} has no {field}")
    return Channel(**{field: _text(entry, field) for field in ("type", "value", "keyword", "how", "hours", "region")})


def _retired(entry: Mapping[str, Any]) -> Retired:
    return Retired(re.sub(r"\D", "", _text(entry, "value")), _text(entry, "meant"), _text(entry, "why"))


def _date(value: Any) -> date | None:
    return value.date() if isinstance(value, datetime) else value if isinstance(value, date) else None


def _days(value: Any) -> int:
    return value if type(value) is int else _fault("the days until details are stale are not a whole number")


def _age(value: Any, name: str) -> int | None:
    if value is None or (isinstance(value, int) and 0 <= value < 130):
        return value
    return _fault(f"an age of {name} is not a whole number")


def _one_of(entry: Mapping[str, Any], field: str, allowed: tuple[str, ...], name: str) -> str:
    value = _text(entry, field)
    return value if value in allowed else _fault(f"{field} of {name} is '{value}', not one of {', '.join(allowed)}")


def _texts(entry: Mapping[str, Any], field: str, name: str) -> tuple[str, ...]:
    value = entry.get(field) or ()
    if isinstance(value, str):
        return (value,)
    return tuple(str(item) for item in value) if isinstance(value, list | tuple) else _fault(f"{field} of {name} is not a list")


def _items(value: Any, what: str) -> Sequence[Any]:
    return value or () if value is None or isinstance(value, list) else _fault(f"{what} is not a list")


def _text(entry: Mapping[str, Any], field: str) -> str:
    value = entry.get(field)
    return "" if value is None else str(value)


def _mapping(value: Any, what: str) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else _fault(f"{what} is not a set of 'key: value' lines")


def _fault(message: str) -> NoReturn:
    raise PeercoachError(f"{message[0].upper()}{message[1:]}.", _HINT)
