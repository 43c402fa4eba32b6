"""Where the boxes and lines of a drawn map stand: steps in layers from top to bottom, lines bent as little as can be.

The usual four moves (Sugiyama's): turn round what leads back, give each step a layer, order each layer so that few lines
cross, then push everything as near to its neighbours as the order allows. A line is a row of waypoints, one a layer, so that it
goes round the steps it passes; the first waypoint is as large as the line's label. Pure; lengths are in pixels.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

GAP_ACROSS = 28.0
GAP_DOWN = 22.0
SWEEPS = 8
_THIN = 12.0
"""Room across for a line that passes a layer."""
_STRAIGHT = 6.0
"""How much more a waypoint is kept in line with its neighbours than a step is."""

Size = tuple[float, float]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Edge:
    """A line to draw, from one step to another, with the size of its label; (0, 0) without one."""

    source: str
    target: str
    label: Size = (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Route:
    """Where an edge goes: each waypoint between its steps as (x, y where it comes in, y where it goes out).

    `back`: it leads upwards.
    """

    edge: Edge
    points: tuple[tuple[float, float, float], ...]
    label_at: Point
    back: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """Where each step's centre is, where each edge goes, and the size of the whole."""

    centres: Mapping[str, Point]
    routes: tuple[Route, ...]
    size: Size


@dataclass(slots=True)
class _Item:
    """A step or a waypoint in its layer."""

    size: Size
    rank: int
    weight: float = 1.0
    up: list[int] = field(default_factory=list)
    down: list[int] = field(default_factory=list)
    x: float = 0.0
    band: tuple[float, float] = (0.0, 0.0)
    """Where its layer begins and ends, from the top."""

    @property
    def y(self) -> float:
        """Its centre, from the top."""
        return sum(self.band) / 2


def lay_out(sizes: Mapping[str, Size], edges: Sequence[Edge], order: Sequence[str]) -> Layout:
    """Lay out steps of these sizes; `order` names them all, the first one first. An edge to the step itself is left out."""
    plan = _Plan(sizes, [edge for edge in edges if edge.source != edge.target], order)
    plan.arrange()
    return plan.layout()


class _Plan:
    """A layout being made."""

    def __init__(self, sizes: Mapping[str, Size], edges: Sequence[Edge], order: Sequence[str]) -> None:
        self.places = {name: number for number, name in enumerate(order)}
        self.edges = edges
        held = (*edges, *_holding(edges, order))
        self.turned = _leading_back(held, order)
        ranks = self._ranks(held, order)
        self.items = [_Item(sizes[name], 2 * ranks[name]) for name in order]
        self.chains = [self._chain(edge) for edge in edges]
        self.layers: list[list[int]] = [[] for _ in range(max(item.rank for item in self.items) + 1)]
        for number, item in enumerate(self.items):
            self.layers[item.rank].append(number)

    def _ends(self, edge: Edge) -> tuple[str, str]:
        """The upper and the lower step of an edge."""
        return (edge.target, edge.source) if edge in self.turned else (edge.source, edge.target)

    def _ranks(self, held: Sequence[Edge], order: Sequence[str]) -> dict[str, int]:
        """A layer for each step, below all that lead to it."""
        above: dict[str, set[str]] = {name: set() for name in order}
        for edge in held:
            upper, lower = self._ends(edge)
            above[lower].add(upper)
        ranks: dict[str, int] = {}
        while len(ranks) < len(order):
            for name in order:
                if name not in ranks and above[name] <= ranks.keys():
                    ranks[name] = max((ranks[upper] + 1 for upper in above[name]), default=0)
        return ranks

    def _chain(self, edge: Edge) -> list[int]:
        """An edge as item numbers from its upper to its lower step; the waypoint next to its source holds the label."""
        upper, lower = (self.places[name] for name in self._ends(edge))
        chain = [upper]
        for rank in range(self.items[upper].rank + 1, self.items[lower].rank):
            self.items.append(_Item((_THIN, 0.0), rank, _STRAIGHT))
            chain.append(len(self.items) - 1)
        chain.append(lower)
        labelled = self.items[chain[-2] if edge in self.turned else chain[1]]
        labelled.size = (max(_THIN, edge.label[0]), edge.label[1])
        for one, other in pairwise(chain):
            self.items[one].down.append(other)
            self.items[other].up.append(one)
        return chain

    # ---- the order in each layer, then the places

    def arrange(self) -> None:
        """Order every layer, then place all items."""
        self._order()
        for layer in self.layers:
            self._spread(layer, [0.0] * len(layer))
        for sweep in range(SWEEPS):
            down = sweep % 2 == 1  # the last goes down, so that what follows only one step stands straight below it
            for layer in self.layers if down else reversed(self.layers):
                self._spread(layer, [self._middle(item, up=down) for item in layer])
        y = 0.0
        for layer in self.layers:
            height = max((self.items[item].size[1] for item in layer), default=0.0)
            for item in layer:
                self.items[item].band = (y, y + height)
            y += height + GAP_DOWN

    def _order(self) -> None:
        for sweep in range(SWEEPS):
            down = sweep % 2 == 0
            for layer in self.layers if down else reversed(self.layers):
                layer.sort(key=lambda item: self._middle(item, up=down))
                for place, item in enumerate(layer):
                    self.items[item].x = float(place)

    def _middle(self, number: int, *, up: bool) -> float:
        """The middle of an item's neighbours in the layer above or below; where it stands if it has none."""
        item = self.items[number]
        beside = sorted(self.items[other].x for other in (item.up if up else item.down))
        return (beside[(len(beside) - 1) // 2] + beside[len(beside) // 2]) / 2 if beside else item.x

    def _spread(self, layer: Sequence[int], wanted: Sequence[float]) -> None:
        """Place a layer in its order, with no overlap, and as near to what is wanted as that allows (least squares)."""
        offsets, right = [], 0.0
        for item in layer:
            wide = self.items[item].size[0]
            offsets.append(right + wide / 2)
            right += wide + GAP_ACROSS
        weights = [self.items[item].weight for item in layer]
        steady = _rising([want - offset for want, offset in zip(wanted, offsets, strict=True)], weights)
        for item, place, offset in zip(layer, steady, offsets, strict=True):
            self.items[item].x = place + offset

    def layout(self) -> Layout:
        """What came of it, moved so that it starts at (0, 0)."""
        left = min(item.x - item.size[0] / 2 for item in self.items)
        right = max(item.x + item.size[0] / 2 for item in self.items)
        bottom = max(item.band[1] for item in self.items)
        for item in self.items:
            item.x -= left
        centres = {name: (self.items[place].x, self.items[place].y) for name, place in self.places.items()}
        routes = tuple(self._route(edge, chain) for edge, chain in zip(self.edges, self.chains, strict=True))
        return Layout(centres, routes, (right - left, bottom))

    def _route(self, edge: Edge, chain: list[int]) -> Route:
        back = edge in self.turned
        passed = [self.items[number] for number in (chain[-2:0:-1] if back else chain[1:-1])]
        points = tuple((item.x, item.band[back], item.band[not back]) for item in passed)
        return Route(edge, points, (passed[0].x, passed[0].y), back)


def _holding(edges: Sequence[Edge], order: Sequence[str]) -> list[Edge]:
    """Edges that are not drawn: they hold what nothing leads to below the step before it."""
    led_to = {edge.target for edge in edges}
    return [Edge(before, name) for before, name in pairwise(order) if name not in led_to]


def _leading_back(edges: Sequence[Edge], order: Sequence[str]) -> frozenset[Edge]:
    """The edges that close a circle, found by going down from each step in turn."""
    on: dict[str, list[Edge]] = {name: [] for name in order}
    for edge in edges:
        on[edge.source].append(edge)
    back: set[Edge] = set()
    state: dict[str, int] = {}
    for first in order:
        waiting = [] if first in state else [(first, iter(on[first]))]
        state.setdefault(first, 1)
        while waiting:
            name, rest = waiting[-1]
            following = next(rest, None)
            if following is None:
                state[name] = 2
                waiting.pop()
            elif state.get(following.target) == 1:
                back.add(following)
            elif following.target not in state:
                state[following.target] = 1
                waiting.append((following.target, iter(on[following.target])))
    return frozenset(back)


def _rising(wanted: Sequence[float], weights: Sequence[float]) -> list[float]:
    """The values nearest to those wanted that never fall from left to right (pool adjacent violators)."""
    pools: list[tuple[float, float, int]] = []  # mean, weight, how many
    for value, weight in zip(wanted, weights, strict=True):
        pools.append((value, weight, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            mean, heavy, many = pools.pop()
            before, light, few = pools.pop()
            pools.append(((mean * heavy + before * light) / (heavy + light), heavy + light, many + few))
    return [mean for mean, _, many in pools for _ in range(many)]
