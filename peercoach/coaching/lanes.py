"""Several whole numbers in one integer, each in a lane of its own, so that one addition adds them all. Sums are exact."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable

WIDTH = 32
"""Bits of a lane: sums stay under half of what they hold, either way."""
HALF = 1 << (WIDTH - 1)


def packed(values: Iterable[tuple[int, int]]) -> int:
    """The integer that holds these numbers, each given with its lane; those of one lane add up."""
    return sum(value << (WIDTH * lane) for lane, value in values)


def splitter(lanes: int) -> Callable[[int], tuple[int, ...]]:
    """What takes a sum of packed integers apart: a number for each lane, each `HALF` too much, so that none is below 0."""
    lift = packed((lane, HALF) for lane in range(lanes))
    size, unpack = lanes * WIDTH // 8, struct.Struct(f"<{lanes}I").unpack
    return lambda total: unpack((total + lift).to_bytes(size, "little"))
