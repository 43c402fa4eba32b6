"""What anybody wrote is shown as it is, and never drives the terminal."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercoach.terminal.words import harmless, one_line, para


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("\x1b[31mred", "␛[31mred"),
        ("ding\a", "ding␇"),
        ("over\rwrite", "over␍write"),
        ("a\x9b2Jb", "a\ufffd2Jb"),
        ("abc\u202edef", "abc\ufffddef"),
        ("half \ud83d emoji", "half \ufffd emoji"),
        ("tab\there", "tab    here"),
        ("del\x7f", "del␡"),
    ],
)
def test_what_could_drive_a_terminal_is_shown_as_a_sign(typed: str, shown: str) -> None:
    assert harmless(typed) == shown


@pytest.mark.parametrize("typed", ["two\nlines", "👩‍👩‍👧 👋🏽", "naïve café", "[bold]not markup[/bold]", "مرحبا"])
def test_ordinary_text_stays_as_it_is(typed: str) -> None:
    assert harmless(typed) == typed


def test_one_line_has_no_breaks() -> None:
    assert one_line(" a\n b\t\tc ") == "a b c"


def test_a_paragraph_can_only_be_made_of_harmless_text() -> None:
    assert para("a\x1b", ("b\x1b", "quiet")).text() == "a␛b␛"


DRIVES = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@given(st.text(st.characters(categories=("Cc", "Cf", "Cs", "Zl", "Zp", "L", "Mn"))))
def test_nothing_that_drives_a_terminal_is_left_of_any_text(typed: str) -> None:
    assert DRIVES.findall(harmless(typed)) == []
    assert harmless(harmless(typed)) == harmless(typed)
