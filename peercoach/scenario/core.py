"""What every reader of the format needs: a place for faults, a mapping read by its keys, a list, a name looked up."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

from peercoach.scenario import trap_words
from peercoach.scenario.faults import Fault, did_you_mean, listed, nearest, shown
from peercoach.scenario.keys import KeyForm, Kind, keys_of, required_in
from peercoach.scenario.nodes import Node

MAX_ITEMS = 500
BAD: Final = object()
"""What a reader gives back for a value that has a fault already."""

ReadValue: TypeAlias = Callable[["Reader", Node, KeyForm], Any]


@dataclass(slots=True)
class Reader:
    """One reading of one file: the faults so far, who is in it, and which step is being read."""

    lines: Sequence[str]
    values: Mapping[Kind, ReadValue]
    faults: list[Fault] = field(default_factory=list)
    people: frozenset[str] | None = None
    """The names in `people`; None while they are not known, and then no name is checked."""
    points: frozenset[str] | None = frozenset()
    """The points of the step being read; None when its rubric could not be read."""
    gotos: list[tuple[Node, str]] = field(default_factory=list)
    ids: list[tuple[str, Node]] = field(default_factory=list)
    """The id of every step so far, readable or not, each with the node that gives it."""
    absent: set[str] = field(default_factory=set)
    where: str = "the file"

    def error(self, node: Node, rule: str, message: str, hint: str = "") -> Any:
        """Note a fault where a node starts."""
        return self.error_at(node.start_mark.line + 1, node.start_mark.column + 1, rule, message, hint)

    def error_at(self, line: int, col: int, rule: str, message: str, hint: str = "") -> Any:
        """Note a fault at a place; gives back `BAD`."""
        self.faults.append(Fault(line, col, rule, "error", message, hint))
        return BAD

    def mapping(self, node: Node, part: type, what: str) -> dict[str, Any]:
        """The values of a mapping by field, without those that have a fault. Unknown, double and missing keys are faults.

        A missing key is told at the mapping that lacks it, named by `what`.
        """
        found: dict[str, Any] = {}
        keys = keys_of(part)
        for name, key, value in self.pairs(node):
            form = keys.get(name)
            if form is None:
                meant = self.unknown_key(key, value, name, keys, what)
                if meant:
                    found.setdefault(keys[meant].field, BAD)
            elif is_nothing(value):
                found[form.field] = self.error(key, "empty", f'there is nothing after "{name}"', form.help)
            else:
                found[form.field] = self.values[form.kind](self, value, form)
        for field_name, form in required_in(part).items():
            if field_name not in found:
                self.error(node, "missing-key", f'{what} has no "{form.name}"', f"{form.name}: {form.help}")
        return {name: value for name, value in found.items() if value is not BAD}

    def pairs(self, node: Node) -> Iterator[tuple[str, Node, Node]]:
        """The keys of a mapping as text, each with its key node and its value node; a key that is there twice is told once."""
        seen: dict[str, int] = {}
        for key, value in node.value:
            name = key.value
            if key.id != "scalar":
                self.error(key, "kind", "a key has to be a word", "put text in quotes or under |")
            elif name in seen:
                self.error(key, "double-key", f'"{shown(name)}" is here twice (first on line {seen[name]})', "keep one of them")
            else:
                seen[name] = key.start_mark.line + 1
                yield name, key, value

    def unknown_key(self, key: Node, value: Node, name: str, keys: Mapping[str, Any], what: str) -> str:
        """Say that a key is not one of `keys`, or what YAML made it from. Gives back the key that was meant, if that is clear."""
        near = ""
        if name == "<<":
            self.error(key, "yaml-alias", "YAML takes << for a merge, and scenarios have none", "write the keys out")
        elif is_nothing(value) and value.start_mark.line == key.end_mark.line and name not in keys and self._alone(key):
            self._alone_because(key, name, keys)
        else:
            talking = name in (self.people or ()) and name not in keys
            near = "" if talking else nearest(name, keys)
            hint = "" if near else f"the keys here: {', '.join(keys)}"
            hint = "indent this line further, so that it belongs to the chat" if talking else hint
            meant = f'; did you mean "{near}"?' if near else ""
            self.error(key, "unknown-key", f'{what} has no use for "{shown(name)}"{meant}', hint)
        return near

    def _alone_because(self, key: Node, name: str, keys: Container[str]) -> None:
        """Say why a key stands alone: no space after its colon, or a comma that was meant as text."""
        line, col = key.start_mark.line + 1, key.start_mark.column + 1
        first, tight, _ = name.partition(":")
        if tight and first in keys:
            self.faults.append(trap_words.space(line, col + len(first) + 1, first))
        else:
            self.faults.append(trap_words.comma(line, col, shown(name)))

    def _alone(self, key: Node) -> bool:
        """Whether no colon follows the key: a comma made it one."""
        row = self.lines[key.end_mark.line] if key.end_mark.line < len(self.lines) else ""
        return not row[key.end_mark.column :].lstrip().startswith(":")

    def many(self, node: Node, name: str, read: Callable[[Reader, Node], Any], hint: str = "", *, least: int = 1) -> Any:
        """The items of a list, each read; `BAD` if one is, or if there are fewer than `least`."""
        if node.id != "sequence":
            return self.error(node, "kind", f'"{name}" has to be a list', "start each item with - on a line of its own")
        if len(node.value) > MAX_ITEMS:
            return self.error(node, "too-many", f'"{name}" has more than {MAX_ITEMS} items', "split the scenario")
        values = tuple([read(self, item) for item in node.value])
        if len(values) < least:
            few = f'"{name}" is empty' if not values else f'"{name}" has fewer than {least} items'
            return self.error(node, "empty", few, hint)
        return BAD if BAD in values else values

    def not_text(self, node: Node, *, item: bool = False) -> Any:
        """Text was wanted and YAML made something else of it: say what it stumbled over."""
        line, col = node.start_mark.line + 1, node.start_mark.column + 1
        row = self.lines[line - 1] if line <= len(self.lines) else ""
        first = row[col - 1 : col]
        if first in set("[{?-"):
            self.faults.append(trap_words.start(line, col, first, item=item))
        else:
            key = node.value[0][0]
            self.faults.append(trap_words.colon(key.end_mark.line + 1, key.end_mark.column + 1, item=item))
        return BAD

    def known(self, node: Node, words: Sequence[str], kind: str) -> bool:
        """Whether a name is one of `words`; if not, that is a fault, with the nearest one named."""
        if node.value in words:
            return True
        near = did_you_mean(node.value, words)
        hint = "" if near else f"there is {listed(words, 'and')}"
        self.error(node, f"unknown-{kind}", f'{kind} "{shown(node.value)}" is not a {kind}{near}', hint)
        return False


def is_nothing(node: Node) -> bool:
    """Whether a key or a dash has nothing after it."""
    return node.id == "scalar" and node.value == "" and not node.style


def keys_among(node: Node, words: Container[str]) -> list[Node]:
    """The keys of a mapping that are among `words`; none of anything else."""
    return [key for key, _ in node.value if key.id == "scalar" and key.value in words] if node.id == "mapping" else []
