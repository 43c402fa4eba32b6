"""The scorer on moments that nothing was learnt from, and whose lines nobody looked at."""

from __future__ import annotations

import pytest

from peercoach.training.corpus import read_replies
from peercoach.training.measure import EXAMS, examined, exams, main_figures
from peercoach.training.units import clauses, replies
from tests.training.texts import plain

NAMES = exams()


@pytest.mark.parametrize("name", NAMES)
def test_it_does_well_on_moments_it_never_saw(name: str) -> None:
    figures = main_figures(examined(name))
    assert figures["two replies to one moment put in the right order"] >= 0.94
    assert figures["band exactly right"] >= 0.8
    assert figures["expected skills: F1"] >= 0.92
    assert figures["pitfalls: F1"] >= 0.77


def test_hardly_a_strong_reply_is_told_to_hold_a_pitfall() -> None:
    """Over all exams: each has some seventy strong replies, so that one more or less is over a point."""
    figures = main_figures([pair for name in NAMES for pair in examined(name)])
    assert figures["strong replies with a false pitfall"] <= 0.02


def test_nothing_that_it_is_examined_on_was_learnt_from() -> None:
    asked = {plain(reply.text) for name in NAMES for reply in read_replies(EXAMS / f"{name}.replies.txt")}
    learnt = {plain(reply.text) for reply in replies()} | {plain(clause.text) for clause in clauses()}
    assert {text for text in asked & learnt if text.count(" ") > 4} == set(), "five words or fewer are anybody's"
