"""A fault inside a point pattern points at the character, however the pattern is written down in YAML."""

from __future__ import annotations

import pytest

from peercoach.scenario.reader import read
from tests.scenario.texts import broken

ANY = 'any: ["induct*", "first day"]'
WRITTEN = [
    'any: ["induct*", "first (day"]',
    'any: "first (day"',
    "any: first (day",
    "any: 'don''t (day'",
    r'any: "don\u0027t \"x\" (day"',
    r'any: "\U0001F49B\x41 (day"',
    "any: 💛💛 (day",
    "any: |\n          first (day",
    "any: |\n\n          first (day",
    "any:\n          - fine\n          - |\n            first\n            second (day",
    "any:\n          - >\n            first\n            second (day",
    "any: first\n          second (day",
    'any:\n          - "first\n\n             second (day"',
    "any: {x: y}\n        all: first (day",
    "all:\n          -     (day",
    "none: [hear, '(day']",
]


@pytest.mark.parametrize("written", WRITTEN)
def test_the_place_is_that_of_the_character(written: str) -> None:
    text = broken(ANY, written)
    (fault,) = [fault for fault in read(text, "broken").faults if fault.rule == "pattern"]
    assert text.split("\n")[fault.line - 1][fault.col - 1 :].startswith("(day")


def test_a_fault_at_the_end_of_a_pattern_points_behind_it() -> None:
    text = broken(ANY, 'any: "six| "')
    (fault,) = read(text, "broken").faults
    assert (fault.line, fault.col) == (32, 18)


def test_windows_line_ends_and_a_byte_order_mark_do_not_move_it() -> None:
    text = "\ufeff" + broken(ANY, "any: |\n          first (day").replace("\n", "\r\n")
    (fault,) = read(text, "broken").faults
    assert (fault.line, fault.col) == (33, 17)


def test_below_a_line_that_was_put_right_it_still_fits() -> None:
    text = broken(ANY, 'any: "first (day"', broken("    to: ash\n", "\tto: ash\n"))
    assert [(fault.line, fault.col) for fault in read(text, "broken").faults] == [(25, 1), (32, 21)]
