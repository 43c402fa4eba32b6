"""Agreement in words and columns: what a person said of replies, beside what the scorer told. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from peercoach.cli.rows import aligned
from peercoach.cli.scenario_text import wrapped
from peercoach.coaching.moment import BANDS, Band

if TYPE_CHECKING:
    from peercoach.scenario.agreement import Agreement, Share
    from peercoach.scenario.examples import Outcome

_GENEROUS = "Too generous (the scorer told a higher band than you)"
_HARSH = "Too harsh (the scorer told a lower band than you)"


def outcome_lines(outcomes: Sequence[Outcome], width: int) -> Iterator[str]:
    """A row a reply: its name, what was said, what was told; where they differ, in words below.

    Of replies marked elsewhere, which may be many, only those that differ.
    """
    marked = any(outcome.label for outcome in outcomes)
    listed = [outcome for outcome in outcomes if not outcome.agrees] if marked else list(outcomes)
    if marked:
        agree = len(outcomes) - len(listed)
        yield from wrapped(f"{agree} agree; these don't:" if listed else f"All {agree} agree.", width, 2)
    if not listed:
        return
    rows = [("", "reply" if marked else "example", "you said", "told"), *map(_row, listed)]
    table = aligned(rows, width, 2)
    if table:
        yield table[0]
    for place, outcome in enumerate(listed, 1):
        yield from [table[place]] if table else _stacked(rows[place], width)
        for words in outcome.differed:
            yield from wrapped(words, width, 6)


def _stacked(row: tuple[str, str, str, str], width: int) -> Iterator[str]:
    mark, name, said, told = row
    yield from wrapped(f"{mark}  {name}", width, 2)
    yield from wrapped(f"you said {said}, told {told}", width, 6)


def _row(outcome: Outcome) -> tuple[str, str, str, str]:
    name = f"{outcome.name}, line {outcome.line}" if _has_own_name(outcome) else outcome.name
    return "ok" if outcome.agrees else "no", name, " or ".join(outcome.expected), f"{outcome.band} {outcome.score}"


def _has_own_name(outcome: Outcome) -> bool:
    return bool(outcome.label) and outcome.label != f"line {outcome.line}"


def agreement_lines(outcomes: Sequence[Outcome], width: int, names: Mapping[int, str] | None = None) -> Iterator[str]:
    """How often the same was told, the bands against each other, and which way the scorer leans. `names`: by `id`."""
    from peercoach.scenario.agreement import CLAIM_KINDS, Agreement

    agreement = Agreement(tuple(outcomes))
    shares = [("band", agreement.bands), *((kind, agreement.claims(kind)) for kind in CLAIM_KINDS)]
    yield from wrapped("What you said, and how much of it the scorer told too:", width, 2)
    yield from aligned([_share_row(kind, share) for kind, share in shares], 10_000, 4) or ()
    yield from _bands(agreement.table, width)
    yield from wrapped(f"Kappa on the bands (0 is chance, 1 is full agreement): {_kappa(agreement)}.", width, 2)
    for words, group in ((_GENEROUS, agreement.too_generous), (_HARSH, agreement.too_harsh)):
        yield from wrapped(f"{words}: {len(group) or 'none'}.", width, 2)
        for outcome in group:
            name = (names or {}).get(id(outcome), outcome.name)
            said = " or ".join(outcome.expected)
            yield from wrapped(f"{name}, line {outcome.line}: told {outcome.band}, you said {said}", width, 4, hang=2)


def _share_row(kind: str, share: Share) -> tuple[str, ...]:
    if share.per_cent is None:
        return kind, "nothing said", ""
    return kind, f"{share.same} of {share.of}", f"{share.per_cent}%"


def _kappa(agreement: Agreement) -> str:
    return agreement.no_kappa or f"{agreement.kappa:.2f}"


def _bands(table: Mapping[tuple[Band, ...], Counter[Band]], width: int) -> Iterator[str]:
    """How often each band was told for what was said: columns where they fit, else a sentence a row."""
    rows = [(" or ".join(said), *(str(told[band]) for band in BANDS)) for said, told in table.items()]
    columns = aligned([("you said", *(f"told {band}" for band in BANDS)), *rows], width, 4)
    if columns:
        yield from columns
        return
    for said, told in table.items():
        counts = ", ".join(f"{band} {told[band]}" for band in BANDS if told[band])
        yield from wrapped(f"you said {' or '.join(said)}, told: {counts}", width, 4, hang=2)


def agreement_json(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """The same for another program. `kappa` is null where `no_kappa` says why; `bands_told` counts by what was said."""
    from peercoach.scenario.agreement import CLAIM_KINDS, Agreement

    agreement = Agreement(tuple(outcomes))
    shares = [("all", agreement.whole), ("band", agreement.bands), *((kind, agreement.claims(kind)) for kind in CLAIM_KINDS)]
    return {
        **{kind: {"same": share.same, "of": share.of, "per_cent": share.per_cent} for kind, share in shares},
        "kappa": None if agreement.kappa is None else round(agreement.kappa, 4),
        "no_kappa": agreement.no_kappa,
        "too_generous": [outcome.name for outcome in agreement.too_generous],
        "too_harsh": [outcome.name for outcome in agreement.too_harsh],
        "bands_told": {" or ".join(said): dict(told) for said, told in agreement.table.items()},
    }
