"""Rows of short texts under one another, and numbers told briefly. Plain blanks only: nothing drawn, fine to hear read out."""

from __future__ import annotations

from collections.abc import Sequence

GAP = "  "


def aligned(rows: Sequence[Sequence[str]], width: int, indent: int = 0) -> list[str] | None:
    """The rows as columns, each as wide as it must be; None when they don't fit in `width`."""
    if not rows:
        return []
    wide = [max(map(len, column)) for column in zip(*rows, strict=True)]
    if indent + sum(wide) + len(GAP) * (len(wide) - 1) > width:
        return None
    return [(" " * indent + GAP.join(map(str.ljust, row, wide))).rstrip() for row in rows]


def ranges(numbers: Sequence[int], among: Sequence[int]) -> str:
    """Numbers as `1-4, 7`: a run of three or more neighbours among those there are is told by its ends."""
    places = {number: place for place, number in enumerate(among)}
    runs: list[list[int]] = []
    for number in numbers:
        if runs and places[number] == places[runs[-1][-1]] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs)
