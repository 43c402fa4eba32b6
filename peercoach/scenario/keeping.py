"""A reply written into a scenario file's text as an example: a few lines more, every other line as it was. Pure.

The lines go to the end of the step's `examples`, in the columns of the ones above them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from peercoach.scenario.format import Example, ReplyStep, Scenario, SignpostStep, Step
from peercoach.scenario.nodes import UNREADABLE, Node, tree
from peercoach.scenario.reader import read


@dataclass(frozen=True, slots=True)
class Kept:
    """A file's text with one example more; `line` (from 1) is where it begins."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class _Place:
    """Where lines go: before row `row` (from 0), the dash in column `dash`, its keys in column `key`.

    `apart`: with a blank row above, as the last example has one.
    """

    row: int
    dash: int
    key: int
    apart: bool = False


def tidy(text: str) -> str:
    """A reply as a file can hold it: hidden characters and blanks at the ends of lines left out."""
    rows = UNREADABLE.sub("", text.replace("\r\n", "\n")).split("\n")
    return "\n".join(row.rstrip() for row in rows).strip()


def lines_of(example: Example, *, dash: int = 0, key: int = 2) -> list[str]:
    """An example as it is written in a file, with its dash and its keys in these columns."""
    band = " or ".join(example.bands)
    lines = [f"{' ' * dash}-{' ' * (key - dash - 1)}{band}: |"]
    lines += [f"{' ' * (key + 2)}{row}".rstrip() for row in example.text.split("\n")]
    said = (("shows", example.shows), ("misses", example.misses), ("falls-into", example.falls_into))
    return [*lines, *(f"{' ' * key}{name}: [{', '.join(ids)}]" for name, ids in said if ids)]


def with_example(text: str, step_id: str, example: Example) -> Kept | None:
    """The file's text with the example at the end of a step's; None when it can't be put there with nothing else changed.

    That is so when the file can't be played, or when the examples stand in brackets on one line. The new text has been read
    again: it says what it said before, and the example.
    """
    before = read(text, "scenario").scenario
    place = _place(text, before, step_id) if before else None
    if before is None or place is None:
        return None
    end = "\r" if "\r\n" in text else ""
    rows = text.split("\n")
    new = [*([""] if place.apart else []), *lines_of(example, dash=place.dash, key=place.key)]
    above, below = rows[: place.row], rows[place.row :] or [""]
    if end and not above[-1].endswith(end):
        above[-1] += end  # the file's last line had no end
    whole = "\n".join([*above, *(row + end for row in new), *below])
    after = read(whole, "scenario").scenario
    if after is None or _bare(after) != _bare(_with(before, step_id, example)):
        return None
    return Kept(whole, place.row + place.apart + 1)


def _with(scenario: Scenario, step_id: str, example: Example) -> Scenario:
    steps = (_one_more(step, example) if step.id == step_id else step for step in scenario.steps)
    return replace(scenario, steps=tuple(steps))


def _one_more(step: Step, example: Example) -> Step:
    return replace(step, examples=(*step.examples, example)) if isinstance(step, ReplyStep | SignpostStep) else step


def _bare(scenario: Scenario) -> Scenario:
    """The scenario without line numbers, which change below what is put in."""
    return replace(scenario, steps=tuple(_without_lines(step) for step in scenario.steps))


def _without_lines(step: Step) -> Step:
    if isinstance(step, ReplyStep | SignpostStep):
        return replace(step, line=0, examples=tuple(replace(example, line=0) for example in step.examples))
    return replace(step, line=0)


# ---- finding the place


def _place(text: str, scenario: Scenario, step_id: str) -> _Place | None:
    """The place for one more example; None when the step or its examples stand in brackets on one line."""
    nodes = tree(text)
    number = scenario.position(step_id)
    if nodes.root is None or number is None:
        return None
    step = _value(nodes.root, "steps").value[number]
    if step.flow_style:
        return None
    rows = [row.rstrip("\r") for row in text.split("\n")]
    examples = _value(step, "examples")
    if examples is None or examples.flow_style or examples.value[-1].flow_style:
        return None
    last = examples.value[-1]
    key = last.start_mark.column
    dash = rows[last.start_mark.line].rfind("-", 0, key)
    row = _last_row(last, rows) + 1
    while row < len(rows) and rows[row].lstrip().startswith("#") and _indent(rows[row]) > dash:
        row += 1  # a note on the last example stays with it
    apart = len(examples.value) > 1 and not rows[last.start_mark.line - 1].strip()
    return _Place(row, dash, key, apart)


def _value(node: Node, name: str) -> Any:
    return next((value for key, value in node.value if key.value == name), None)


def _last_row(node: Node, rows: Sequence[str]) -> int:
    """The last row of what a node says, notes and blank rows after it left out."""
    while node.id != "scalar" and not node.flow_style:
        node = node.value[-1][1] if node.id == "mapping" else node.value[-1]
    if node.id != "scalar" or node.style not in {"|", ">"}:
        return node.end_mark.line
    last = row = node.start_mark.line
    inside = 0
    while (row := row + 1) < len(rows):
        if rows[row].strip():
            inside = inside or _indent(rows[row])
            if _indent(rows[row]) < inside:
                break
            last = row
    return last


def _indent(row: str) -> int:
    return len(row) - len(row.lstrip(" "))
