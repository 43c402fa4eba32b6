"""The file of weights says the same when it is read as when it was written, however it was shortened."""

from __future__ import annotations

import re

import pytest

from peercoach.coaching.data import packaged
from peercoach.coaching.model import STEP, UNIT
from tests.coaching.chats import model_of

LINE = re.compile(r".[^A-Z]*(?:[A-Y][^\n])+")
"""How much of the feature before, the rest of this one, labels and weights."""
LONG = "a word that goes on for much longer than anything that a clause could hold " * 2


@pytest.mark.parametrize(
    "weights",
    [
        {"so": {"hear": 0.5}, "so sorry": {"hear": 1.25, "fixing": -0.75}, "sorry": {"fixing": 0.25}},
        {"a": {"ask": 9.0, "share": -6.75}, "b": {"ask": -0.25}},
        {LONG: {"hear": 0.5}, LONG + "x": {"hear": -0.5}, LONG + "y": {"ask": 0.25}},
        {"^": {"welcome": 0.25}, "{": {"calling-out": 0.25}, "💛": {"hear": 1.0}, "💛 x": {"hear": 0.5}},
    ],
)
def test_what_is_written_is_read(weights: dict[str, dict[str, float]]) -> None:
    model = model_of(weights)
    assert {name: model.weights(name) for name in weights} == weights
    assert model.weights("never seen") == {}


def test_a_weight_is_kept_to_the_nearest_step() -> None:
    kept = model_of({"kept": {"hear": 0.27}, "lost": {"hear": 0.01}})
    assert kept.weights("kept") == {"hear": round(0.27 * UNIT / STEP) * STEP / UNIT}
    assert kept.weights("lost") == {}


def test_the_packaged_file_is_small_plain_text() -> None:
    text = packaged("weights.txt")
    assert len(text.encode()) < 1_000_000
    assert all(LINE.fullmatch(line) for line in text.split("\n")[3:-1])


def test_a_feature_with_a_capital_letter_is_refused() -> None:
    with pytest.raises(ValueError, match="capital letters: 'so Sorry'"):
        model_of({"so Sorry": {"hear": 0.5}})
