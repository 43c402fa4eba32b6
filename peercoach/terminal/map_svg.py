"""A scenario's map as a drawing (SVG): steps as boxes, ways on as lines with their conditions. Pure; a label stays text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from peercoach.scenario.format import END
from peercoach.scenario.map import Map, Stop
from peercoach.terminal.map_layout import Edge, Layout, Point, Route, Size, lay_out
from peercoach.terminal.words import one_line

_WIDE, _PAD, _LINE, _MARGIN, _TOP = 250.0, 12.0, 16.0, 28.0, 64.0
"""A step's width, the room inside it, the height of a line of text, and the room round the drawing."""
_ABOUT_LINES, _WHEN_LINES, _WHEN_WIDE = 3, 10, 170.0
_TEXT, _BOLD = 12.0, 13.0
_COLOURS = {
    "chat": "#6b7280",
    "spot": "#b45309",
    "choose": "#1d4ed8",
    "reply": "#15803d",
    "signpost": "#0f766e",
    "reflect": "#7e22ce",
    "later": "#9ca3af",
    "note": "#9ca3af",
}
"""The stripe of each kind of step; the kind is written in the box as well."""
_STYLE = """\
text { font: 12px Helvetica, Arial, "Liberation Sans", "DejaVu Sans", sans-serif; fill: #374151; }
.title { font-size: 18px; font-weight: bold; fill: #111827; }
.name { font-size: 13px; font-weight: bold; fill: #111827; }
.kind { font-size: 11px; }
.note { font-style: italic; fill: #b91c1c; }
.when { font-size: 12px; }
.step { fill: #ffffff; stroke: #d1d5db; }
.lost { stroke: #b91c1c; stroke-dasharray: 5 4; }
.way { fill: none; stroke: #6b7280; stroke-width: 1.4; }
.back { stroke-dasharray: 5 4; }
.end { fill: #111827; }
.end-name { fill: #ffffff; font-weight: bold; }"""
_NOT_IN_XML = {0xFFFE: "\ufffd", 0xFFFF: "\ufffd"}


def svg(whole: Map) -> Iterator[str]:
    """The drawing, line by line: one file that needs no other, no network and no script."""
    boxes = {stop.id: _Box(stop) for stop in whole.stops}
    sizes: dict[str, Size] = {name: (_WIDE, box.height) for name, box in boxes.items()} | {END: (64.0, 28.0)}
    labels = {(stop.id, to): _label(stop, to) for stop in whole.stops for to in stop.next}
    edges = [Edge(source, to, _label_size(lines)) for (source, to), lines in labels.items()]
    plan = lay_out(sizes, edges, list(sizes))
    yield from _opening(whole, plan)
    for route in plan.routes:
        yield _way(route, plan, sizes)
    for route in plan.routes:
        yield from _when(labels[route.edge.source, route.edge.target], route.label_at)
    for name, box in boxes.items():
        yield from box.drawn(plan.centres[name])
    yield from _end(plan.centres[END])
    yield "</g></svg>"


def _opening(whole: Map, plan: Layout) -> Iterator[str]:
    title = _text(whole.title)
    wide = max(plan.size[0], _wide(title, 18.0)) + 2 * _MARGIN
    high = plan.size[1] + _TOP + _MARGIN
    yield f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:.0f} {high:.0f}" width="{wide:.0f}" height="{high:.0f}"'
    yield f' role="img" aria-label={quoteattr(f"Map of {title}")}>'
    yield f"<title>{escape(title)}</title>"
    yield f"<style>\n{_STYLE}\n</style>"
    yield '<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">'
    yield '<path d="M0 0.5 L8 4 L0 7.5 z" fill="#6b7280"/></marker></defs>'
    yield '<rect width="100%" height="100%" fill="#f9fafb"/>'
    yield f'<text class="title" x="{_MARGIN:.0f}" y="36">{escape(title)}</text>'
    yield f'<g transform="translate({_MARGIN + max(0.0, (wide - 2 * _MARGIN - plan.size[0]) / 2):.0f} {_TOP:.0f})">'


class _Box:
    """One step as it is drawn: its name, its kind, what happens there, and what is odd about it."""

    def __init__(self, stop: Stop) -> None:
        self.stop = stop
        self.about = _wrapped(_text(stop.about), _WIDE - 2 * _PAD - 4, _ABOUT_LINES)
        itself = [way.when for way in stop.ways if way.to == stop.id]
        odd = (
            ("can't be reached", not stop.reached),
            ("a way leads back to this step", bool(itself)),
            ("no way to the end", stop.stuck),
        )
        self.notes = [note for note, there in odd if there]
        self.height = _LINE * (1 + len(self.about) + len(self.notes)) + 2 * _PAD - 4

    def drawn(self, centre: Point) -> Iterator[str]:
        """The box round this centre."""
        left, top = centre[0] - _WIDE / 2, centre[1] - self.height / 2
        lost = "" if self.stop.reached else " lost"
        colour = _COLOURS.get(self.stop.kind, "#6b7280")
        yield f'<g><rect class="step{lost}" x="{left:.1f}" y="{top:.1f}" width="{_WIDE:.0f}" height="{self.height:.1f}" rx="7"/>'
        yield f'<rect x="{left:.1f}" y="{top + 7:.1f}" width="4" height="{self.height - 14:.1f}" fill="{colour}"/>'
        y = top + _PAD + 10
        kind_wide = _wide(self.stop.kind, 11.0)
        (name,) = _wrapped(_text(self.stop.id), _WIDE - 3 * _PAD - kind_wide, 1, size=_BOLD) or ("",)
        yield f'<text class="name" x="{left + _PAD + 4:.1f}" y="{y:.1f}">{escape(name)}</text>'
        right = left + _WIDE - _PAD
        yield f'<text class="kind" text-anchor="end" x="{right:.1f}" y="{y:.1f}">{escape(self.stop.kind)}</text>'
        for css, lines in (("", self.about), (' class="note"', self.notes)):
            for line in lines:
                y += _LINE
                yield f'<text{css} x="{left + _PAD + 4:.1f}" y="{y:.1f}">{escape(line)}</text>'
        yield "</g>"


def _end(centre: Point) -> Iterator[str]:
    yield f'<rect class="end" x="{centre[0] - 32:.1f}" y="{centre[1] - 14:.1f}" width="64" height="28" rx="14"/>'
    yield f'<text class="end-name" text-anchor="middle" x="{centre[0]:.1f}" y="{centre[1] + 4:.1f}">end</text>'


def _way(route: Route, plan: Layout, sizes: dict[str, Size]) -> str:
    """A line from the edge of one box to the edge of the other, through its waypoints."""
    edge, up = route.edge, -1 if route.back else 1
    aside = _WIDE / 3 if route.back else 0.0
    x, y = plan.centres[edge.source]
    x, y = x + aside, y + up * sizes[edge.source][1] / 2
    parts = [f"M{x:.1f} {y:.1f}"]
    for to, comes, goes in route.points:
        parts.append(f"{_bend((x, y), (to, comes))} L{to:.1f} {goes:.1f}")
        x, y = to, goes
    to, end = plan.centres[edge.target]
    parts.append(_bend((x, y), (to + aside, end - up * (sizes[edge.target][1] / 2 + 1))))
    css = "way back" if route.back else "way"
    return f'<path class="{css}" marker-end="url(#arrow)" d="{" ".join(parts)}"/>'


def _bend(start: Point, end: Point) -> str:
    """A curve that leaves and comes in straight down, or straight up."""
    middle = (start[1] + end[1]) / 2
    return f"C{start[0]:.1f} {middle:.1f} {end[0]:.1f} {middle:.1f} {end[0]:.1f} {end[1]:.1f}"


def _when(lines: Sequence[str], centre: Point) -> Iterator[str]:
    """The conditions of a way, on a ground of their own so that the line doesn't run through them."""
    if not lines:
        return
    wide, high = _label_size(lines)
    left, y = centre[0] - wide / 2, centre[1] - high / 2
    yield f'<rect x="{left:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{high:.1f}" fill="#f9fafb"/>'
    y += 13
    for line in lines:
        yield f'<text class="when" text-anchor="middle" x="{centre[0]:.1f}" y="{y:.1f}">{escape(line)}</text>'
        y += _LINE


def _label(stop: Stop, to: str) -> tuple[str, ...]:
    """When a way is taken, in lines; nothing where it is the only one."""
    if not stop.parts:
        return ()
    conditions = [_text(way.when) for way in stop.ways if way.to == to]
    lines = [line for condition in conditions for line in _wrapped(condition, _WHEN_WIDE, 2)]
    if len(lines) > _WHEN_LINES:
        lines = [*lines[: _WHEN_LINES - 1], "and more"]
    return tuple(lines)


def _label_size(lines: Sequence[str]) -> Size:
    return (max(map(_wide, lines)) + 10, _LINE * len(lines) + 4) if lines else (0.0, 0.0)


def _text(text: str) -> str:
    """Text from a file, on one line, with nothing in it that a drawing may not hold."""
    return one_line(text).translate(_NOT_IN_XML)


def _wrapped(text: str, wide: float, most: int, *, size: float = _TEXT) -> list[str]:
    """The text in lines no wider than `wide` pixels, `most` of them; what is left out is marked."""
    lines: list[str] = []
    for word in text.split():
        whole = f"{lines[-1]} {word}" if lines else word
        if lines and _wide(whole, size) <= wide:
            lines[-1] = whole
        else:
            lines.append(word)
    kept = lines[:most]
    if len(lines) > most:
        kept[-1] += "…"
    return [_fitted(line, wide, size) for line in kept]


def _fitted(line: str, wide: float, size: float) -> str:
    if _wide(line, size) <= wide:
        return line
    while line and _wide(f"{line}…", size) > wide:
        line = line[:-1]
    return f"{line}…"


def _wide(text: str, size: float = _TEXT) -> float:
    """How wide a text is, roughly, and rather too wide than too narrow: the font it is seen in isn't known here."""
    return sum(map(_ems, text)) * size * 1.04


def _ems(sign: str) -> float:
    if not sign.isascii():
        return 1.1 if ord(sign) > 0x2E7F else 0.62
    if sign in "iljtfrI.,:;'!|()[] ":
        return 0.33
    return 0.9 if sign in "mwMW@%" else 0.68 if sign.isupper() else 0.57
