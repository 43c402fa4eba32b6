"""Plain values of the format: text, numbers, words to choose from and names, each from one YAML node.

Each reader gives back the value, or `BAD` once it has noted a fault.
"""

from __future__ import annotations

import re
from typing import Any

from peercoach.coaching.pattern_syntax import PatternError, parse
from peercoach.coaching.vocabulary import PITFALLS, SKILLS
from peercoach.scenario.core import BAD, Reader
from peercoach.scenario.faults import did_you_mean, listed, shown
from peercoach.scenario.inside import place_inside
from peercoach.scenario.keys import KeyForm
from peercoach.scenario.nodes import Node

_PLAIN_PATTERN = re.compile(r"[^\W_]+\*?(?:[ |][^\W_]+\*?)*")
"""Words, alternatives and word endings: short ones can always be read, and reading them costs more than all else in a file."""
_NUMBER = re.compile(r"[0-9]{1,4}")
_SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_CLOCK = re.compile(r"(?:[01]?[0-9]|2[0-3]):[0-5][0-9]")
_FLAGS = {"true": True, "yes": True, "false": False, "no": False}


def read_text(reader: Reader, node: Node, key: KeyForm) -> Any:
    """Text as typed, without the line end that `|` leaves."""
    if node.id != "scalar":
        return reader.not_text(node)
    text = node.value.rstrip("\n")
    return text if text.strip() else _blank(reader, node, key.name)


def _blank(reader: Reader, node: Node, name: str) -> Any:
    hint = "indent the text under it" if node.style in {"|", ">"} else ""
    return reader.error(node, "empty", f'there is no text under "{name}"' if hint else f'"{name}" is empty', hint)


def read_texts(reader: Reader, node: Node, key: KeyForm) -> Any:
    """A list of texts; one text is taken for a list of one."""
    if node.id != "sequence":
        text = read_text(reader, node, key)
        return text if text is BAD else (text,)
    return reader.many(node, key.name, lambda reader, item: _item_text(reader, item, key))


def _item_text(reader: Reader, item: Node, key: KeyForm) -> Any:
    return reader.not_text(item, item=True) if item.id != "scalar" else read_text(reader, item, key)


def read_patterns(reader: Reader, node: Node, key: KeyForm) -> Any:
    """Point patterns; one that can't be read is a fault at the place inside it."""
    texts = read_texts(reader, node, key)
    if texts is BAD:
        return BAD
    good = [_can_parse(reader, item) for item in (node.value if node.id == "sequence" else [node])]
    return texts if all(good) else BAD


def _can_parse(reader: Reader, node: Node) -> bool:
    if len(node.value) <= 60 and _PLAIN_PATTERN.fullmatch(node.value):
        return True
    try:
        parse(node.value.rstrip("\n"))
    except PatternError as fault:
        line, col = place_inside(reader.lines, node, fault.position)
        reader.error_at(line, col, "pattern", fault.message, fault.hint)
        return False
    return True


def read_number(reader: Reader, node: Node, key: KeyForm) -> Any:
    """A whole number within the key's bounds."""
    if node.id == "scalar" and _NUMBER.fullmatch(node.value) and key.low <= int(node.value) <= key.high:
        return int(node.value)
    span = str(key.low) if key.low == key.high else f"a whole number from {key.low} to {key.high}"
    return reader.error(node, "number", f'"{key.name}" has to be {span}', key.help)


def read_flag(reader: Reader, node: Node, key: KeyForm) -> Any:
    """`true` or `false` (`yes` and `no` do as well)."""
    if node.id == "scalar" and node.value in _FLAGS:
        return _FLAGS[node.value]
    return reader.error(node, "choice", f'"{key.name}" has to be true or false', key.help)


def read_choice(reader: Reader, node: Node, key: KeyForm) -> Any:
    """One of the key's words."""
    if node.id == "scalar" and node.value in key.words:
        return node.value
    near = did_you_mean(node.value, key.words) if node.id == "scalar" else ""
    return reader.error(node, "choice", f'"{key.name}" has to be {listed(key.words)}{near}')


def read_slug(reader: Reader, node: Node, key: KeyForm) -> Any:
    """A name the trainer gives."""
    if node.id == "scalar" and len(node.value) <= 60 and _SLUG.fullmatch(node.value):
        return node.value
    return reader.error(
        node, "slug", f'"{key.name}" has to be a short name', "small letters, digits and hyphens, as in back-to-ash"
    )


def read_clock(reader: Reader, node: Node, key: KeyForm) -> Any:
    """A time of day as `HH:MM`."""
    if node.id == "scalar" and _CLOCK.fullmatch(node.value):
        return node.value.rjust(5, "0")
    return reader.error(node, "clock", f'"{key.name}" has to be a time of day', 'hours and minutes, as in "02:00"')


def read_name(reader: Reader, node: Node, key: KeyForm) -> Any:
    """One name; a `goto` is looked up when every step is known."""
    if node.id != "scalar" or not node.value.strip():
        return reader.error(node, "kind", f'"{key.name}" has to be one name')
    if key.of == "step":
        reader.gotos.append((node, reader.where))
        return node.value
    return node.value if known_name(reader, node, key.of) else BAD


def read_names(reader: Reader, node: Node, key: KeyForm) -> Any:
    """A name or a list of names."""
    if node.id == "scalar":
        name = read_name(reader, node, key)
        return name if name is BAD else (name,)
    if node.id == "mapping":
        return reader.error(node, "kind", f'"{key.name}" has to be a name or a list of names', "as in [hear, ask]")
    return reader.many(node, key.name, lambda reader, item: read_name(reader, item, key))


def known_name(reader: Reader, node: Node, of: str) -> bool:
    """Whether the node's text is one of the names there are; where they are not known, every name is let pass."""
    name = node.value
    if of == "skill":
        return reader.known(node, SKILLS, "skill")
    if of == "pitfall":
        return reader.known(node, PITFALLS, "pitfall")
    if of == "person":
        return reader.people is None or name in reader.people or unknown_person(reader, node, name)
    if of == "shown":
        return reader.points is None or name in SKILLS or name in reader.points or _not_shown(reader, node, reader.points)
    return True


def _not_shown(reader: Reader, node: Node, points: frozenset[str]) -> bool:
    name = node.value
    near = did_you_mean(name, (*SKILLS, *points))
    hint = "" if near else f"there is {listed((*SKILLS, *sorted(points)), 'and')}"
    reader.error(node, "unknown-skill", f'"{shown(name)}" is not a skill, and not a point of {reader.where}{near}', hint)
    return False


def unknown_person(reader: Reader, node: Node, name: str, place: tuple[int, int] | None = None) -> bool:
    """Say that somebody is not in `people`: each time for a slip, once for somebody who was left out."""
    people = reader.people or frozenset()
    near = did_you_mean(name, people)
    if near or name not in reader.absent:
        reader.absent.add(name)
        line, col = place or (node.start_mark.line + 1, node.start_mark.column + 1)
        hint = "" if near else f'add "{shown(name)}: {{}}" under people'
        reader.error_at(line, col, "unknown-person", f'"{shown(name)}" is not in people{near}', hint)
    return False
