"""A sheet gives back the cells of every name it was written with, in whatever order it is asked, and none for any other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercoach.coaching.sheet import LEAF, Sheet, Weights, rows_of

NAMES = st.text(st.characters(exclude_categories=("Lu", "Lt", "Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=12)
CELLS = st.from_regex(r"[A-Z][!-~]{1,6}", fullmatch=True)


def sheet_of(table: dict[str, str]) -> Sheet:
    return Sheet(("\n".join(rows_of(sorted(table.items()))) + "\n").encode())


@given(st.dictionaries(NAMES, CELLS, min_size=1, max_size=3 * LEAF), st.lists(NAMES, max_size=8))
def test_every_name_has_its_cells_and_no_other_has_any(table: dict[str, str], others: list[str]) -> None:
    sheet = sheet_of(table)
    assert {name: sheet.cells(name) for name in reversed(table)} == dict(reversed(table.items()))
    assert all(sheet.cells(name) == table.get(name, "") for name in others)


@given(st.dictionaries(NAMES, CELLS, min_size=1, max_size=9))
def test_what_a_name_begins_or_ends_with_is_another_name(table: dict[str, str]) -> None:
    sheet = sheet_of(table)
    for name in table:
        for other in (name[:-1], name[1:], f"{name}x"):
            assert sheet.cells(other) == table.get(other, "")


def test_a_name_far_from_the_first_is_found_without_reading_what_is_between() -> None:
    table = {f"word {number:04}": f"A{number}" for number in range(40 * LEAF)}
    sheet = sheet_of(table)
    assert sheet.cells(f"word {39 * LEAF:04}") == f"A{39 * LEAF}"
    assert sum(map(bool, sheet._open)) == 1  # noqa: SLF001  # seen from inside: one leaf was opened


def test_a_name_with_a_capital_letter_is_refused() -> None:
    with pytest.raises(ValueError, match="capital letters: 'so Sorry'"):
        list(rows_of([("so Sorry", "A1")]))


def test_what_is_kept_at_hand_has_an_end_and_changes_no_answer() -> None:
    table = {f"word {number}": f"A{number}" for number in range(9)}
    weights = Weights(sheet_of(table), lambda cells: int(cells[1:]), 4)
    for _ in range(2):
        assert [weights[f"word {number}"] for number in range(12)] == [*range(9), 0, 0, 0]
        assert len(weights) <= 4
