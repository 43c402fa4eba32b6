"""Whatever a file holds, reading it gives back faults: it never raises, hangs, or builds anything but a scenario."""

from __future__ import annotations

import random
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peercoach.scenario.lint import lint
from peercoach.scenario.reader import MAX_FAULTS, read
from peercoach.scenario.traps import fixed
from tests.scenario.texts import EVERY_STEP, WHOLE, told

SIGNS = [*":-#[]{}&*!|>'\"%@`?,\n\t ", "  ", "- ", ": ", "|\n", "ash", "chat:", "x: ", "\x00", "\u202e", "\ud800", "💛", "<<: *a"]
SIGNS += ["---\n", "? [a]\n", "? {a: b}\n", "{[a]: b}", "- - "]
HIDDEN = ["\x00", "\x07", "\x1b", "\x7f", "\x85", "\u2028", "\u202e", "\u2066", "\ud800", "\ufeff", "\r"]
PLACES = ("title: ", "  ash: {", "  - spot: ", "    rubric:", "      - skill: hear", "      - needs-work: |", "      - else:")


def test_a_billion_laughs_are_refused_before_they_are_counted() -> None:
    rows = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    rows += [f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True)]
    found = told("\n".join(rows))
    assert found
    assert all(" yaml-alias" in fault for fault in found)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 50_000,
        "a: " + "[" * 50_000 + "]" * 50_000,
        "{a: " * 40_000,
        "- " * 90_000 + "x",
        "\n".join(" " * depth + "a:" for depth in range(600)),
        "? " * 50_000,
    ],
    ids=["[", "[]", "{", "-", "a:", "?"],
)
def test_deep_nesting_is_one_fault(text: str) -> None:
    assert [fault.split()[1] for fault in told(text)] == ["too-deep"]


def test_nesting_is_told_without_touching_pythons_stack() -> None:
    limit = sys.getrecursionlimit()
    told("[" * 1000 + "]" * 1000)
    assert sys.getrecursionlimit() == limit


def test_five_megabytes_are_one_fault() -> None:
    assert told("a: b\n" * 1_000_000) == ["1:1 too-big"]


def test_size_is_counted_in_bytes() -> None:
    assert told("# " + "💛" * 60_000) == ["1:1 too-big"]
    assert told("# " + "x" * 60_000) == ["1:1 empty"]


@pytest.mark.parametrize("sign", HIDDEN, ids=lambda sign: f"U+{ord(sign):04X}")
def test_a_hidden_character_is_told_where_it_stands(sign: str) -> None:
    assert told(WHOLE.replace("its only", f"its{sign} only")) == ["45:14 character"]


def test_emoji_and_joiners_are_text() -> None:
    assert told(WHOLE.replace("its only college", "its 👩‍👩‍👧 ❤️ only college")) == []


@pytest.mark.parametrize("key", ["? [a]\n: b", "{a: b}: c", "? {a: b}", "[]: x"])
@pytest.mark.parametrize("place", PLACES)
def test_a_key_that_is_no_word_is_a_fault_wherever_it_stands(key: str, place: str) -> None:
    row = next(row for row in WHOLE.split("\n") if row.startswith(place))
    indent = " " * (len(row) - len(row.lstrip(" -")))
    assert told(WHOLE.replace(row, f"{row}\n{key}".replace("\n", f"\n{indent}")))


def test_faults_are_bounded() -> None:
    text = WHOLE + "".join(f"key{number}: x\n" for number in range(1000))
    assert len(told(text)) == MAX_FAULTS


def test_a_list_has_its_bounds() -> None:
    text = WHOLE.replace("content: [loneliness]", f"content: [{', '.join(['x'] * 501)}]")
    assert told(text) == ["6:10 too-many"]


def harmless(text: str) -> None:
    reading = read(text, "mutant")
    assert reading.faults == tuple(sorted(reading.faults))
    if reading.scenario is None:
        assert any(fault.severity == "error" for fault in reading.faults)
    else:
        assert not any(fault.severity == "error" for fault in reading.faults)
        lint(reading.scenario, text)
    rows = text.count("\n") + text.count("\r") + 1
    assert all(1 <= fault.line <= rows + 1 and fault.col >= 1 for fault in reading.faults)
    fixed(text)


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.sampled_from("".join(sign for sign in SIGNS if len(sign) == 1) + "abc"), max_size=200))
def test_any_text_gives_faults_and_never_raises(text: str) -> None:
    harmless(text)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from([WHOLE, EVERY_STEP]), st.randoms(use_true_random=False), st.integers(1, 4))
def test_a_broken_scenario_gives_faults_and_never_raises(text: str, chance: random.Random, times: int) -> None:
    for _ in range(times):
        at = chance.randrange(len(text))
        text = chance.choice(
            [
                text[:at] + chance.choice(SIGNS) + text[at:],
                text[:at] + text[at + chance.randrange(1, 12) :],
                text[:at] + text[chance.randrange(len(text)) :][:60] + text[at:],
            ]
        )
    harmless(text)
