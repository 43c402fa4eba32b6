"""The same reply in text-speak, dialect, second-language English or emoji scores the same. See `tests/fairness/README.md`."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from peercoach.coaching.jsonline import request
from peercoach.coaching.moment import Result
from peercoach.coaching.score import score

REWRITES = Path(__file__).parents[1] / "fairness" / "rewrites.jsonl"
VARIANTS = ("textspeak", "nopunct", "dialect", "second-language", "emoji")
BASES = 48
MOST_CHANGE, MOST_MOVED = 4.0, 0.05
"""Points that a rewrite's score may change by, on average; the share of rewrites whose band may move."""
EACH_MOVED = 0.12
"""The same share for one way of writing: of 48 rewrites, five may move."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A rewrite's result beside that of the standard form."""

    name: str
    variant: str
    standard: Result
    rewrite: Result

    @property
    def change(self) -> int:
        return abs(self.rewrite.score - self.standard.score)

    @property
    def moved(self) -> bool:
        return self.rewrite.band != self.standard.band

    def __str__(self) -> str:
        before, now = self.standard, self.rewrite
        return f"{self.name}: {before.score} {before.band} -> {now.score} {now.band}"


@cache
def pairs() -> tuple[Pair, ...]:
    rows = [json.loads(line) for line in REWRITES.read_text(encoding="utf-8").splitlines()]
    results = {(row["base"], row["variant"]): score(*request(row)) for row in rows}
    return tuple(
        Pair(f"{base}-{variant}", variant, results[base, "standard"], result)
        for (base, variant), result in results.items()
        if variant != "standard"
    )


def far(chosen: list[Pair]) -> str:
    """The rewrites that moved furthest, for whoever reads the failure."""
    return "\n".join(map(str, sorted(chosen, key=lambda pair: (pair.moved, pair.change), reverse=True)[:25]))


def change(chosen: list[Pair]) -> float:
    return sum(pair.change for pair in chosen) / len(chosen)


def test_every_reply_is_there_in_every_form() -> None:
    assert Counter(pair.variant for pair in pairs()) == dict.fromkeys(VARIANTS, BASES)


def test_a_score_hardly_changes_with_the_way_of_writing() -> None:
    assert change(list(pairs())) < MOST_CHANGE, far(list(pairs()))


def test_a_band_hardly_ever_moves_with_the_way_of_writing() -> None:
    moved = [pair for pair in pairs() if pair.moved]
    assert len(moved) / len(pairs()) < MOST_MOVED, far(moved)


@pytest.mark.parametrize("variant", VARIANTS)
def test_no_way_of_writing_is_far_behind_the_others(variant: str) -> None:
    """Each on its own may be about twice as far off as all together, no further: one voice must not pay for the average."""
    chosen = [pair for pair in pairs() if pair.variant == variant]
    assert change(chosen) < MOST_CHANGE * 2, far(chosen)
    assert sum(pair.moved for pair in chosen) / len(chosen) < EACH_MOVED, far(chosen)


@pytest.mark.parametrize("variant", VARIANTS)
def test_no_way_of_writing_is_scored_down(variant: str) -> None:
    """What is left of change goes both ways: on average nobody loses more than two points for how they write."""
    chosen = [pair for pair in pairs() if pair.variant == variant]
    assert sum(pair.rewrite.score - pair.standard.score for pair in chosen) / len(chosen) > -2, far(chosen)


def test_no_way_of_writing_makes_a_kind_reply_harmful_or_a_harmful_one_kind() -> None:
    crossed = [
        str(pair)
        for pair in pairs()
        if "harmful" in (pair.standard.band, pair.rewrite.band) and "strong" in (pair.standard.band, pair.rewrite.band)
    ]
    assert crossed == []
