"""What hangs on each rubric line, as columns, or a few short lines each where there is little room. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from peercoach.cli.rows import aligned, ranges
from peercoach.cli.scenario_text import wrapped

if TYPE_CHECKING:
    from peercoach.scenario.examples import Outcome
    from peercoach.scenario.proof import Changes, Proof

KEY = (
    "Rubric lines, and the replies that hang on them. Left out: whose band or score changes without the line. "
    "Turned round: whose band would, if the scorer saw it the other way. Tested by: what would then differ from what you said."
)
MANY = 20
"""Replies to a step from which on they are counted: a long row of numbers says nothing."""

_HEAD = ("line", "left out", "turned round", "tested by")


def proof_lines(proofs: Sequence[Proof], outcomes: Sequence[Outcome], width: int) -> Iterator[str]:
    """A row a line, step by step; then advice on the lines that no reply tests or that change nothing."""
    for step_id, group in groupby(proofs, key=lambda proof: proof.step_id):
        lines = tuple(group)
        among = [outcome.number for outcome in outcomes if outcome.step_id == step_id]
        yield from wrapped(step_id, width, 2)
        rows = [_row(proof, among) for proof in lines]
        columns = aligned([_HEAD, *rows], min(width, 120), 4)
        yield from columns if columns else _stacked(rows, width)
        for proof in lines:
            yield from wrapped(_advice(proof), width, 4, hang=2) if _advice(proof) else ()


def _stacked(rows: Sequence[tuple[str, ...]], width: int) -> Iterator[str]:
    for name, *cells in rows:
        yield from wrapped(name, width, 4)
        for head, cell in zip(_HEAD[1:], cells, strict=True):
            yield from wrapped(f"{head}: {cell}", width, 6, hang=2)


def _row(proof: Proof, among: Sequence[int]) -> tuple[str, str, str, str]:
    weight = f", weight {proof.weight}" if proof.weight > 1 else ""
    name = f"{proof.line}{weight}{', optional' if proof.optional else ''}"
    left_out = "the only line" if proof.left_out is None else _changes(proof.left_out, among)
    return name, left_out, _which(proof.turned.band, among) or "nothing", _tested(proof, among)


def _changes(changes: Changes, among: Sequence[int]) -> str:
    band, score = _which(changes.band, among), _which(changes.score, among)
    return "; ".join(filter(None, (band and f"band {band}", score and f"score {score}"))) or "nothing"


def _which(numbers: Sequence[int], among: Sequence[int]) -> str:
    """The replies by their numbers, or how many there are; nothing for none."""
    return f"of {len(numbers)}" if numbers and len(among) > MANY else ranges(numbers, among)


def _tested(proof: Proof, among: Sequence[int]) -> str:
    return f"{len(proof.tested)} of {len(among)}" if len(among) > MANY else ranges(proof.tested, among) or "none"


def _advice(proof: Proof) -> str:
    if not proof.tested:
        return (
            f"No reply tests {proof.line}: if the scorer saw it the other way round, all would still agree. "
            f"Say `shows: {proof.line}` of one that has it, and `misses: {proof.line}` of one that hasn't."
        )
    if proof.changes_nothing and not proof.optional:
        return (
            f"With or without {proof.line} every reply comes out the same. "
            "One that has all the rest but not this would show what it is worth."
        )
    return ""
