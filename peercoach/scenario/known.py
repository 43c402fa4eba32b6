"""What checking a scenario needs of the services directory: its numbers, the retired ones, and its need tags.

Straight from the directory's nodes: loading the whole of it would take longer than checking a hundred scenarios.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from peercoach.scenario.nodes import Node, tree

_DIGITS = re.compile(r"\d[\d ]+\d")


@dataclass(frozen=True, slots=True)
class Known:
    """Numbers are digits only. Empty: nothing is checked."""

    numbers: frozenset[str] = frozenset()
    retired: Mapping[str, str] = field(default_factory=dict)
    """A retired number's digits, and why it is retired."""
    needs: tuple[str, ...] = ()


def known(directory: str) -> Known:
    """What a services directory (its YAML text) knows; what can't be read is left out."""
    root = tree(directory).root
    services, meta = _value(root, "services"), _value(root, "meta")
    values = {value for service in _items(services) for value in _values(service)}
    retired = ((_text(item, "value"), _text(item, "why")) for item in _items(_value(meta, "retired_numbers")))
    needs = _value(meta, "need_tags")
    return Known(
        frozenset(_digits(number) for value in values for number in _DIGITS.findall(value)),
        {_digits(number): why for number, why in retired},
        tuple(key.value for key, _ in needs.value) if needs is not None and needs.id == "mapping" else (),
    )


def _values(service: Node) -> Iterator[str]:
    """What is typed to reach a service: the values of its channels, and the aliases that are numbers."""
    yield from (_text(channel, "value") for channel in _items(_value(service, "channels")))
    yield from (alias.value for alias in _items(_value(service, "aliases")) if alias.id == "scalar")


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _items(node: Node | None) -> list[Node]:
    return list(node.value) if node is not None and node.id == "sequence" else []


def _text(node: Node, name: str) -> str:
    value = _value(node, name)
    return str(value.value) if value is not None and value.id == "scalar" else ""


def _value(node: Node | None, name: str) -> Node | None:
    """The value of a key, or None."""
    if node is None or node.id != "mapping":
        return None
    return next((value for key, value in node.value if key.value == name), None)
