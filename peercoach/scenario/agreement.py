"""How far the scorer agrees with a person: in per cent, beyond chance, and which way it leans where it doesn't."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product

from peercoach.coaching.moment import BANDS, Band
from peercoach.scenario.examples import ClaimKind, Outcome

CLAIM_KINDS: tuple[ClaimKind, ...] = ("shows", "misses", "falls-into")
FEWEST = 10
"""Replies from which kappa is told: below, one reply more or less moves it so far that it says nothing."""

_PLACE = {band: place for place, band in enumerate(BANDS)}


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    same: int
    of: int

    @property
    def per_cent(self) -> int | None:
        """Whole per cent, rounded down, so that 100 means all; None of none."""
        return 100 * self.same // self.of if self.of else None


@dataclass(frozen=True, slots=True)
class Agreement:
    """Outcomes counted. Everything is worked out from them when it is asked for."""

    outcomes: tuple[Outcome, ...]

    @property
    def whole(self) -> Share:
        """The replies on which the scorer agrees in everything that was said of them."""
        return _share(outcome.agrees for outcome in self.outcomes)

    @property
    def bands(self) -> Share:
        """The replies on which it agrees about the band."""
        return _share(outcome.band in outcome.expected for outcome in self.outcomes)

    def claims(self, kind: ClaimKind) -> Share:
        """What was said of this kind, and how much of it the scorer tells too."""
        return _share(claim.agrees for outcome in self.outcomes for claim in outcome.claims if claim.kind == kind)

    @property
    def too_generous(self) -> tuple[Outcome, ...]:
        """Where the scorer told a higher band than the person."""
        return tuple(outcome for outcome in self.outcomes if _lean(outcome) > 0)

    @property
    def too_harsh(self) -> tuple[Outcome, ...]:
        """Where the scorer told a lower band than the person."""
        return tuple(outcome for outcome in self.outcomes if _lean(outcome) < 0)

    @property
    def table(self) -> dict[tuple[Band, ...], Counter[Band]]:
        """How often each band was told, by what the person said (best first)."""
        counts: dict[tuple[Band, ...], Counter[Band]] = {}
        for outcome in sorted(self.outcomes, key=lambda outcome: [_PLACE[band] for band in _best_first(outcome.expected)]):
            counts.setdefault(_best_first(outcome.expected), Counter())[outcome.band] += 1
        return counts

    @property
    def kappa(self) -> float | None:
        """Cohen's kappa on the bands, with quadratic weights; None when `no_kappa` says why it can't be told."""
        return None if self.no_kappa else quadratic_kappa([(settled(outcome), outcome.band) for outcome in self.outcomes])

    @property
    def no_kappa(self) -> str:
        """Why kappa can't be told; "" when it can."""
        if len(self.outcomes) < FEWEST:
            return f"too few to tell: it takes {FEWEST} or more"
        if len({settled(outcome) for outcome in self.outcomes}) == 1:
            return "can't be told: they were all given the same band"
        return ""


def settled(outcome: Outcome) -> Band:
    """The one band a person said: of two, the one that was told, or else the nearer (the higher of two equally near)."""
    told = _PLACE[outcome.band]
    return min(_best_first(outcome.expected), key=lambda band: abs(_PLACE[band] - told))


def quadratic_kappa(pairs: Sequence[tuple[Band, Band]]) -> float | None:
    """Cohen's weighted kappa of (said, told): 1 is full agreement, 0 what chance would give; None when only one band is used.

    Disagreement weighs the square of the bands between (Cohen 1968): strong told developing is a slip, strong told harmful
    is nine times that.
    """
    said, told = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    seen = sum(_far(one, other) for one, other in pairs) * len(pairs)
    by_chance = sum(_far(one, other) * said[one] * told[other] for one, other in product(said, told))
    return 1 - seen / by_chance if by_chance else None


def _far(one: Band, other: Band) -> int:
    return (_PLACE[one] - _PLACE[other]) ** 2


def _lean(outcome: Outcome) -> int:
    """Bands too high (above 0) or too low (below 0)."""
    return _PLACE[settled(outcome)] - _PLACE[outcome.band]


def _best_first(bands: Iterable[Band]) -> tuple[Band, ...]:
    return tuple(sorted(bands, key=_PLACE.__getitem__))


def _share(agrees: Iterable[bool]) -> Share:
    each = tuple(agrees)
    return Share(sum(each), len(each))
