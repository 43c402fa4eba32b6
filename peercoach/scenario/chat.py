"""The chat block: `name: text` lines, indented lines that go on, and `* events`."""

from __future__ import annotations

import re
from typing import Any

from peercoach.scenario.core import BAD, Reader
from peercoach.scenario.faults import shown
from peercoach.scenario.format import YOU, Line
from peercoach.scenario.keys import KeyForm
from peercoach.scenario.nodes import Node
from peercoach.scenario.trap_words import no_bar
from peercoach.scenario.values import unknown_person

_NAME = re.compile(r"\S{1,30}(?: \S{1,20})?")
_WHO = 'start it with a name and a colon, as in "ash: hi", or indent it to go on with the message above'


def read_chat(reader: Reader, node: Node, key: KeyForm) -> Any:
    """The lines of a chat block, each with who says it."""
    if node.id != "scalar":
        return _not_chat(reader, node, key)
    if node.style == ">" and node.end_mark.line - node.start_mark.line > 2:
        return reader.error(node, "yaml-bar", "> joins these lines into one", "write `chat: |`")
    before = len(reader.faults)
    lines: list[Line] = []
    for number, row in enumerate(node.value.split("\n")):
        if row and not row.isspace():
            _add(reader, lines, node, number, row)
    if len(reader.faults) > before:
        return BAD
    return tuple(lines) or reader.error(node, "empty", f'there is nothing under "{key.name}"', "indent the chat under it")


def _add(reader: Reader, lines: list[Line], node: Node, number: int, row: str) -> None:
    if row[0] in " \t":
        _go_on(reader, lines, node, number, row)
        return
    if row[0] == "*":
        lines.append(Line("", row[1:].strip()))
        return
    who, colon, said = row.partition(":")
    who = who.rstrip()
    if reader.people is not None and who not in reader.people and who != YOU:
        lines.append(Line(who, said))
        _nobody(reader, node, number, who if colon and _NAME.fullmatch(who) and said[:2] != "//" else "")
    else:
        lines.append(Line(who, said.strip()))


def _go_on(reader: Reader, lines: list[Line], node: Node, number: int, row: str) -> None:
    if lines:
        last = lines[-1]
        lines[-1] = Line(last.who, f"{last.text} {row.strip()}".strip())
    else:
        line, col = _place(reader, node, number)
        reader.error_at(line, col, "chat", "this line goes on with a message, and there is none above it", _WHO)


def _nobody(reader: Reader, node: Node, number: int, who: str) -> None:
    line, col = _place(reader, node, number)
    if who:
        unknown_person(reader, node, who, (line, col))
    else:
        reader.error_at(line, col, "chat", "this line doesn't say who is talking", _WHO)


def _place(reader: Reader, node: Node, number: int) -> tuple[int, int]:
    """Where a line of the block is in the file; for chat on one line, where it starts."""
    mark = node.start_mark
    if node.style not in {"|", ">"}:
        return mark.line + 1, mark.column + 1 + bool(node.style)
    line = mark.line + 1 + number
    row = reader.lines[line] if line < len(reader.lines) else ""
    return line + 1, len(row) - len(row.lstrip(" ")) + 1


def _not_chat(reader: Reader, node: Node, key: KeyForm) -> Any:
    """A mapping or a list where chat should be: most often the `|` was forgotten."""
    if node.id == "mapping" and not node.flow_style and node.start_mark.line > 0:
        above = reader.lines[node.start_mark.line - 1]
        if above.rstrip().endswith(f"{key.name}:"):
            reader.faults.append(no_bar(node.start_mark.line, above.rindex(f"{key.name}:") + 1))
            return BAD
    if node.id == "sequence" and not node.flow_style:
        hint = "write `chat: |`, and a `name: text` line for each message, without dashes"
        return reader.error(node, "kind", f'"{shown(key.name)}" has to be text, not a list', hint)
    return reader.not_text(node)
