"""A scenario's map as a Mermaid flowchart, for a wiki or a page that draws them. Pure; a label stays a label."""

from __future__ import annotations

from collections.abc import Iterator

from peercoach.scenario.format import END
from peercoach.scenario.map import Map, Stop
from peercoach.terminal.words import cut, one_line

_ABOUT, _WHEN = 60, 50
"""Columns of a step's label and of a condition."""
_SAFE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ,.!?'()-")
"""The ASCII signs that mean nothing to Mermaid inside a label; the others are written by number."""


def mermaid(whole: Map) -> Iterator[str]:
    """The flowchart, line by line. Steps are s1, s2 and so on, in the order of the file."""
    names = {stop.id: f"s{number}" for number, stop in enumerate(whole.stops, 1)} | {END: "finish"}
    yield "flowchart TD"
    for stop in whole.stops:
        yield f'  {names[stop.id]}["{_label(stop)}"]'
    yield f'  {names[END]}(["end"])'
    for stop in whole.stops:
        for to in stop.next:
            yield f"  {names[stop.id]} -->{_when(stop, to)} {names[to]}"
    lost = [names[stop.id] for stop in whole.stops if not stop.reached]
    if lost:
        yield "  classDef lost stroke-dasharray: 5 5"
        yield f"  class {','.join(lost)} lost"


def _label(stop: Stop) -> str:
    about = f"{escaped(stop.id)}<br/>{escaped(cut(one_line(f'{stop.kind}: {stop.about}'), _ABOUT))}"
    notes = [note for note, there in (("can't be reached", not stop.reached), ("no way to the end", stop.stuck)) if there]
    return "<br/>".join((about, *notes))


def _when(stop: Stop, to: str) -> str:
    """When a way is taken; nothing where it is the only one."""
    if not stop.parts:
        return ""
    conditions = (escaped(cut(one_line(way.when), _WHEN)) for way in stop.ways if way.to == to)
    return f'|"{"<br/>".join(conditions)}"|'


def escaped(text: str) -> str:
    """The text with every sign that Mermaid or HTML could read as more than itself written by its number."""
    return "".join(sign if sign in _SAFE or not sign.isascii() else f"#{ord(sign)};" for sign in text)
