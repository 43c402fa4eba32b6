"""Checks a services directory that a group has written for itself: every fault at once, each with its place.

The same reading of YAML as for scenarios stands in front: nothing hidden, nothing deep, no references, and of a bounded size.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from peercoach.coaching.services import Directory, load
from peercoach.coaching.services_fit import EMERGENCY
from peercoach.coaching.services_read import OFFERS, STATUSES
from peercoach.coaching.services_values import NATIONS
from peercoach.errors import PeercoachError
from peercoach.scenario.faults import Fault, did_you_mean, listed, shown
from peercoach.scenario.nodes import Node, tree

_TEXTS = ("name", "alias_rules", "cost", "confidentiality", "source", "note")
_LISTS = ("aliases", "for", "regions", "replaced_by", "evidence")
_ENTRY = ("id", "status", "offer", "ages", "channels", "verified", "last_seen", "fallback", *_TEXTS, *_LISTS)
_CHANNEL = ("type", "value", "keyword", "how", "hours", "region")
_TYPES = (
    "phone", "textphone", "phone-welsh", "text", "whatsapp", "webchat", "web", "email", "form", "message", "in-chat", "in-person",
    "sign",
)  # fmt: skip
_RETIRED = ("value", "meant", "why")
_META = (
    "schema", "compiled", "human_checked", "country", "stale_after_days", "stale_after_days_crisis", "statuses", "need_tags",
    "retired_numbers",
)  # fmt: skip
_REGIONS = (*NATIONS, "outside-uk")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NOTHING = frozenset({"", "null", "~"})
_OLDEST = 130


def check(text: str, base: Directory) -> tuple[Fault, ...]:
    """What there is to mend, by place; nothing when it can be laid over `base`."""
    read = tree(text)
    faults = tuple(_for_a_directory(fault) for fault in read.faults if fault.severity == "error")
    if faults or read.root is None:
        return tuple(sorted(faults))
    found = tuple(sorted(_Check(read.root, base).faults()))
    return found or _last_look(text)


def _for_a_directory(fault: Fault) -> Fault:
    """The same fault, with a hint that fits: the reading's own hints speak of scenarios."""
    hint = "" if "scenario" in fault.hint else fault.hint
    message = fault.message.replace("scenarios have none", "there are none here").replace("one scenario", "one directory")
    return Fault(fault.line, fault.col, fault.rule, "error", message, hint)


def _last_look(text: str) -> tuple[Fault, ...]:
    """Whatever only the directory's own reader would stumble over."""
    try:
        load(text)
    except PeercoachError as trouble:
        return (Fault(1, 1, "services", "error", trouble.message),)
    return ()


class _Check:
    """One look at one file."""

    def __init__(self, root: Node, base: Directory) -> None:
        self.root = root
        parts = _parts(root)
        self.meta = _parts(parts.get("meta"))
        self.services = parts.get("services")
        entries = [_parts(entry).get("id") for entry in _items(self.services)]
        self.ids = [node.value for node in entries if node is not None and node.id == "scalar"]
        self.needs = (*base.needs, *_parts(self.meta.get("need_tags")))
        self.known = (*(service.id for service in base.services), *self.ids)

    def faults(self) -> Iterator[Fault]:
        """Everything, from top to bottom."""
        yield from _keys(self.root, ("meta", "services"), "the file")
        if self.root.id == "mapping" and (self.services is None or self.services.id != "sequence"):
            yield _at(
                self.services or self.root, "there is no list of services", "write `services:` and a `- id:` for each below it"
            )
        yield from self._about()
        for number, entry in enumerate(_items(self.services), 1):
            yield from self._entry(entry, f"service {number}")

    def _about(self) -> Iterator[Fault]:
        parts = _parts(self.root)
        if "meta" in parts:
            yield from _keys(parts["meta"], _META, "meta")
        for name in ("stale_after_days", "stale_after_days_crisis"):
            yield from _whole(self.meta.get(name), name, 36_500)
        yield from _list(self.meta.get("retired_numbers"), "retired_numbers")
        for item in _items(self.meta.get("retired_numbers")):
            yield from _keys(item, _RETIRED, "a retired number", needed=("value", "meant"))
            yield from self._names(_parts(item).get("meant"), "meant")

    def _entry(self, entry: Node, what: str) -> Iterator[Fault]:
        parts = _parts(entry)
        name = _text(parts.get("id")) or what
        yield from _keys(entry, _ENTRY, name, needed=("id", "name", "status", "offer"))
        yield from self._id(parts.get("id"))
        for key in (*_TEXTS, "verified", "last_seen"):
            yield from _plain(parts.get(key), key)
        yield from _one_of(parts.get("status"), STATUSES, "status")
        yield from _one_of(parts.get("offer"), OFFERS, "offer")
        for key in _LISTS:
            yield from _list(parts.get(key), key)
        yield from self._each(parts, "for", self.needs)
        yield from self._each(parts, "regions", _REGIONS)
        yield from self._names(parts.get("fallback"), "fallback")
        for node in _items(parts.get("replaced_by")):
            yield from self._names(node, "replaced_by")
        yield from _ages(parts.get("ages"))
        yield from _day(parts.get("verified"))
        yield from self._ways(parts, name)

    def _id(self, node: Node | None) -> Iterator[Fault]:
        name = _text(node)
        if node is None or not name:
            return
        if _SLUG.fullmatch(name) is None:
            yield _at(node, f'"{shown(name)}" can\'t be an id', "small letters, digits and hyphens: our-room")
        if name == EMERGENCY:
            yield _at(node, f'"{EMERGENCY}" is 999, and that stays as it is', "leave this entry out")
        if self.ids.count(name) > 1 and node is not self._first(name):
            yield _at(node, f'there is another service with the id "{shown(name)}"', "give each its own")

    def _first(self, name: str) -> Node | None:
        found = (_parts(entry).get("id") for entry in _items(self.services))
        return next((node for node in found if _text(node) == name), None)

    def _each(self, parts: Mapping[str, Node], key: str, allowed: tuple[str, ...]) -> Iterator[Fault]:
        node = parts.get(key)
        for item in _items(node) or ([node] if node is not None and _text(node) else []):
            yield from _one_of(item, allowed, key)

    def _names(self, node: Node | None, key: str) -> Iterator[Fault]:
        if node is not None and _text(node) not in self.known:
            near = did_you_mean(_text(node), self.known)
            yield _at(node, f'{key}: there is no service "{shown(_text(node))}"{near}')

    def _ways(self, parts: Mapping[str, Node], name: str) -> Iterator[Fault]:
        node = parts.get("channels")
        yield from _list(node, "channels")
        for item in _items(node):
            yield from _keys(item, _CHANNEL, f"a channel of {name}", needed=("type", "value"))
            way = _parts(item)
            yield from _one_of(way.get("type"), _TYPES, "type")
            yield from _one_of(way.get("region"), NATIONS, "region")
            for key in ("value", "keyword", "how", "hours"):
                yield from _plain(way.get(key), key)
        if _text(parts.get("offer")) == "suggest" and not _items(node):
            yield _at(parts["offer"], f"{name} is suggested, and there is no way to reach it", "add a line under `channels:`")


def _keys(node: Node, allowed: tuple[str, ...], what: str, *, needed: tuple[str, ...] = ()) -> Iterator[Fault]:
    """Keys that nobody knows, that stand there twice, or that are missing."""
    if node.id != "mapping":
        yield _at(node, f"{what} is not a set of `key: value` lines")
        return
    seen: set[str] = set()
    for key, _ in node.value:
        name = _text(key)
        if name in seen:
            yield _at(key, f'"{shown(name)}" stands here twice', "keep one of them")
        elif name not in allowed:
            near = did_you_mean(name, allowed)
            yield _at(
                key, f'"{shown(name)}" is not something a directory says{near}', "" if near else f"it can say {listed(allowed)}"
            )
        seen.add(name)
    for name in needed:
        if not _text(_parts(node).get(name)):
            yield _at(node, f"{what} has no {name}")


def _plain(node: Node | None, key: str) -> Iterator[Fault]:
    if node is not None and node.id != "scalar":
        yield _at(node, f"{key} is one text")


def _list(node: Node | None, key: str) -> Iterator[Fault]:
    """One text is taken where a list of texts is wanted."""
    if node is None or (node.id == "scalar" and (key in _LISTS or _text(node) in _NOTHING)):
        return
    if node.id != "sequence":
        yield _at(node, f"{key} is a list", f"write it as {key}: [one, another]")
    elif key in _LISTS:
        for item in _items(node):
            yield from _plain(item, key)


def _one_of(node: Node | None, allowed: tuple[str, ...], key: str) -> Iterator[Fault]:
    if node is not None and _text(node) not in allowed and (node.id != "scalar" or _text(node)):
        near = did_you_mean(_text(node), allowed)
        yield _at(node, f'{key} can\'t be "{shown(_text(node))}"{near}', "" if near else f"it is {listed(allowed)}")


def _ages(node: Node | None) -> Iterator[Fault]:
    if node is None or _text(node) in _NOTHING - {""}:
        return
    yield from _keys(node, ("min", "max"), "ages")
    for key, value in _parts(node).items():
        yield from _whole(value, key, _OLDEST - 1)


def _whole(node: Node | None, key: str, most: int) -> Iterator[Fault]:
    text = _text(node)
    if node is None or (node.id == "scalar" and text in _NOTHING):
        return
    if not (text.isascii() and text.isdigit() and len(text) < 6 and (text == "0" or text[0] != "0") and int(text) <= most):
        yield _at(node, f'{key} is a whole number up to {most}, or null; this is "{shown(text)}"')


def _day(node: Node | None) -> Iterator[Fault]:
    text = _text(node)
    if node is None or text in {*_NOTHING, "unverified"}:
        return
    try:
        date.fromisoformat(text if len(text) == len("2026-10-01") else "")
    except ValueError:
        yield _at(node, f'verified is a day, or unverified; this is "{shown(text)}"', "write it as 2026-10-01")


def _at(node: Node, message: str, hint: str = "") -> Fault:
    return Fault(node.start_mark.line + 1, node.start_mark.column + 1, "services", "error", message, hint)


def _parts(node: Node | None) -> dict[str, Node]:
    """A mapping's values by key, the first of each; nothing of anything else."""
    if node is None or node.id != "mapping":
        return {}
    return {_text(key): value for key, value in reversed(node.value)}


def _items(node: Node | None) -> list[Node]:
    return list(node.value) if node is not None and node.id == "sequence" else []


def _text(node: Node | None) -> str:
    return str(node.value) if node is not None and node.id == "scalar" else ""
