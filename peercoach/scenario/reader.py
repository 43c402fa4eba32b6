"""Read a scenario file: text in, a frozen `Scenario` or every fault out. Never raises for anything a file may hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import count
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from peercoach.coaching.moment import Rubric
from peercoach.scenario.chat import read_chat
from peercoach.scenario.core import BAD, Reader, ReadValue, is_nothing, keys_among
from peercoach.scenario.faults import Fault, by_place, listed, nearest, shown
from peercoach.scenario.format import END, YOU, Option, Person, ReplyStep, Scenario, SignpostStep
from peercoach.scenario.keys import STEPS, KeyForm, Kind, keys_of, required_in
from peercoach.scenario.minutes import estimate
from peercoach.scenario.nodes import Node, Tree, tree
from peercoach.scenario.rubrics import Lines, points_of, read_examples, read_rubric, read_then
from peercoach.scenario.values import (
    read_choice,
    read_clock,
    read_flag,
    read_name,
    read_names,
    read_number,
    read_patterns,
    read_slug,
    read_text,
    read_texts,
)

if TYPE_CHECKING:
    from peercoach.scenario.traps import Scan

MAX_FAULTS = 200
_NAME_SIGNS = frozenset(":*@#\n")


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a file. `scenario` is None only if one of the faults is an error."""

    scenario: Scenario | None
    faults: tuple[Fault, ...] = ()


def read(text: str, scenario_id: str) -> Reading:
    """Read a scenario file's text; `scenario_id` is the file's name without `.yaml`. Every fault comes out at once, by place."""
    nodes = tree(text)
    reading = _read(nodes, scenario_id)
    if reading.scenario is None and nodes.mended is None:
        closely = tree(text, closely=True)
        if closely.mended is not None and closely.mended.mended:
            return _read(closely, scenario_id)
    return reading


def _read(nodes: Tree, scenario_id: str) -> Reading:
    if nodes.root is None:
        return Reading(None, by_place(nodes.faults)[:MAX_FAULTS])
    reader = Reader(nodes.lines, VALUES)
    scenario = _scenario(reader, nodes.root, scenario_id)
    found = in_file(reader.faults, nodes.mended) if nodes.mended else reader.faults
    faults = by_place((*nodes.faults, *found))[:MAX_FAULTS]
    playable = not any(fault.severity == "error" for fault in faults)
    return Reading(scenario if playable else None, faults)


def in_file(faults: list[Fault], mended: Scan) -> list[Fault]:
    """Faults of the mended lines where they are in the file; a text that was told already has no second fault."""
    new = [fault for fault in faults if not mended.knows(fault.line, fault.col)]
    places = [mended.place(fault.line, fault.col) for fault in new]
    return [replace(fault, line=line, col=col) for fault, (line, col) in zip(new, places, strict=True)]


def _scenario(reader: Reader, root: Node, scenario_id: str) -> Scenario | None:
    if root.id != "mapping":
        reader.error(root, "kind", "a scenario is made of keys", "start from: peercoach scenario new")
        return None
    reader.people = _names_in(root)
    values = reader.mapping(root, Scenario, "the scenario")
    _check_gotos(reader)
    if reader.faults:
        return None
    whole = Scenario(id=scenario_id, **values)
    return whole if "minutes" in values else replace(whole, minutes=estimate(whole))


def _names_in(root: Node) -> frozenset[str] | None:
    """The names in `people`, before it is read: steps may stand above it."""
    people = next((value for key, value in root.value if key.value == "people"), None)
    if people is None or people.id != "mapping":
        return None
    return frozenset(key.value for key, _ in people.value if key.id == "scalar")


def _read_people(reader: Reader, node: Node, key: KeyForm) -> Any:
    if node.id != "mapping":
        return reader.error(node, "kind", '"people" is a name a line', "as in `ash: {age: 17}`, or `ash: {}`")
    people = tuple(_person(reader, name, name_node, value) for name, name_node, value in reader.pairs(node))
    if not people:
        return reader.error(node, "empty", "there is nobody in people", key.help)
    return BAD if BAD in people else people


def _person(reader: Reader, name: str, node: Node, value: Node) -> Any:
    if name.lower() == YOU:
        return reader.error(node, "name", '"you" is the learner', "give this person another name")
    if not name.strip() or len(name) > 40 or _NAME_SIGNS & set(name) or name != name.strip():
        return reader.error(node, "name", f'"{shown(name)}" can\'t be a name in chat', "letters, digits, hyphens and spaces")
    if is_nothing(value):
        return Person(name)
    if value.id != "mapping":
        message = f"write what there is to say about {shown(name)} in {{ }}"
        return reader.error(value, "kind", message, "as in {age: 17, about: new here}, or {}")
    return Person(name=name, **reader.mapping(value, Person, shown(name)))


def _read_steps(reader: Reader, node: Node, key: KeyForm) -> Any:
    numbers = count(1)
    steps = reader.many(node, key.name, lambda reader, item: _step(reader, item, next(numbers)), key.help)
    reader.where = "the file"
    return steps


def _step(reader: Reader, item: Node, number: int) -> Any:
    """One step. Its kind is the key that makes it one; everything in it is told by its id."""
    kinds = keys_among(item, STEPS)
    kind = kinds[0].value if kinds else "step"
    given = _value_of(item, "id")
    step_id = given.value if given is not None and given.id == "scalar" and given.value else f"{kind}-{number}"
    reader.ids.append((step_id, given or item))
    if item.id != "mapping":
        hint = f"a step starts with {listed(STEPS)}, a colon and text"
        return reader.error(item, "kind", f"step {number} has nothing to say", hint)
    if len(kinds) != 1:
        return _no_kind(reader, item, number, kinds)
    reader.where = f"step {shown(step_id)}"
    reader.points = points_of(_value_of(item, "rubric"))
    values = reader.mapping(item, STEPS[kind], reader.where)
    reader.points = frozenset()
    return _whole_step(reader, item, STEPS[kind], {**values, "id": step_id, "line": item.start_mark.line + 1})


def _whole_step(reader: Reader, item: Node, cls: type, values: dict[str, Any]) -> Any:
    if cls is SignpostStep and values.get("how") == "reply":
        for name in ("rubric", "examples"):
            if _value_of(item, name) is None:
                hint = "it is answered in one's own words, so it needs one"
                reader.error(item, "missing-key", f'{reader.where} has no "{name}"', hint)
    if cls in (ReplyStep, SignpostStep):
        lines = values.pop("rubric", Lines((), ()))
        watch, allow = values.pop("watch", ()), values.pop("allow", ())
        values |= {"rubric": Rubric(lines.scored, watch, allow), "check_yourself": lines.check_yourself}
    return cls(**values) if required_in(cls).keys() <= values.keys() else BAD


def _no_kind(reader: Reader, item: Node, number: int, kinds: list[Node]) -> Any:
    if kinds:
        names = listed((key.value for key in kinds), "and")
        return reader.error(kinds[1], "two-kinds", f"a step is one thing; step {number} has {names}", "make it two steps")
    for key, _ in item.value:
        meant = nearest(key.value, STEPS) if key.id == "scalar" and key.value not in _other_keys() else ""
        if meant:
            return reader.error(key, "unknown-key", f'"{shown(key.value)}" is not a kind of step; did you mean "{meant}"?')
    return reader.error(item, "missing-key", f"step {number} is no kind of step", f"it needs one of {listed(STEPS)}")


@cache
def _other_keys() -> frozenset[str]:
    """The keys of a step that don't make it one."""
    return frozenset(name for cls in STEPS.values() for name in keys_of(cls)) - STEPS.keys()


def _read_options(reader: Reader, node: Node, key: KeyForm) -> Any:
    return reader.many(node, key.name, _option, key.help, least=2)


def _option(reader: Reader, item: Node) -> Any:
    if item.id != "mapping":
        return reader.error(item, "kind", "an option has its text under say", "as in `- say: |`, with band and because beside it")
    values = reader.mapping(item, Option, "an option")
    return Option(**values) if required_in(Option).keys() <= values.keys() else BAD


def _value_of(node: Node, name: str) -> Node | None:
    """The value of a key, before the mapping is read."""
    if node.id != "mapping":
        return None
    return next((value for key, value in node.value if key.value == name), None)


def _check_gotos(reader: Reader) -> None:
    known: set[str] = set()
    for name, node in reader.ids:
        if name == END:
            reader.error(node, "name", '"end" is where the scenario ends', "give this step another id")
        elif name in known:
            reader.error(node, "double-name", f'two steps are called "{shown(name)}"', "give one of them another id")
        known.add(name)
    for node, where in reader.gotos:
        if node.value != END and node.value not in known:
            meant = nearest(node.value, (*known, END))
            near = f'; did you mean "{meant}"?' if meant else ""
            hint = "" if near else "give the step you mean an id, or write end"
            reader.error(node, "unknown-step", f'{where} goes to "{shown(node.value)}", and no step has that id{near}', hint)


VALUES: Final[Mapping[Kind, ReadValue]] = MappingProxyType(
    {
        "text": read_text,
        "texts": read_texts,
        "patterns": read_patterns,
        "number": read_number,
        "flag": read_flag,
        "choice": read_choice,
        "name": read_name,
        "names": read_names,
        "slug": read_slug,
        "clock": read_clock,
        "chat": read_chat,
        "people": _read_people,
        "steps": _read_steps,
        "options": _read_options,
        "rubric": read_rubric,
        "examples": read_examples,
        "then": read_then,
    }
)
"""How each kind of value is read."""
