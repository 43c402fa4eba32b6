"""Company: what the rest of a reply does moves how its words are taken, a little, and never without words that earn it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercoach.coaching.company import (
    GENERAL,
    INPUTS,
    REACH,
    UNIT,
    Company,
    company,
    inputs_of,
    no_company,
    read_company,
    written,
)
from peercoach.coaching.model import LABELS
from peercoach.coaching.moment import Moment, Rubric, SkillLine
from peercoach.coaching.score import weigh
from peercoach.coaching.vocabulary import PITFALLS, SKILLS
from tests.coaching.chats import said, wanting

HALLS = said("moved into halls on saturday and havent spoken to anyone since")
NOBODY: frozenset[str] = frozenset()


def weight(label: str, name: str) -> int:
    return company().weights[LABELS.index(label)][INPUTS.index(name)]


@given(st.lists(st.integers(0, UNIT), min_size=len(INPUTS), max_size=len(INPUTS)))
def test_company_moves_a_margin_only_so_far(inputs: list[int]) -> None:
    packaged = company()
    met = packaged.met_where(NOBODY)
    assert all(abs(move + cut) <= REACH + 1e-9 for move, cut in zip(packaged.moves(inputs, NOBODY), met, strict=True))


@given(st.lists(st.integers(0, UNIT), min_size=len(INPUTS), max_size=len(INPUTS)))
def test_what_moved_a_label_adds_up(inputs: list[int]) -> None:
    packaged = company()
    for label, move, cut in zip(LABELS, packaged.moves(inputs, NOBODY), packaged.met_where(NOBODY), strict=True):
        general = inputs[-1] * weight(label, GENERAL) / UNIT**2
        told = sum(by for _, by in packaged.because(label, inputs)) + general
        assert move + cut == pytest.approx(max(min(told, REACH), -REACH))


def test_a_label_never_speaks_for_itself_and_a_pitfall_never_goes_by_what_is_looked_for() -> None:
    assert [label for label in LABELS if weight(label, label)] == []
    assert [(label, skill) for label in PITFALLS for skill in SKILLS if weight(label, f"looks for {skill}")] == []
    assert [skill for skill in SKILLS if weight(skill, f"looks for {skill}")] == []


def test_hearing_somebody_speaks_against_everything_that_hurts() -> None:
    assert [pitfall for pitfall in ("judging", "minimising", "brush-off") if weight(pitfall, "hear") >= 0] == []


def test_a_skill_is_met_no_later_where_it_is_looked_for_and_partly_never_after_met() -> None:
    for met, partly, met_wanted, partly_wanted in company().cuts:
        assert partly <= met
        assert partly_wanted <= met_wanted <= met
        assert partly_wanted <= partly


def test_words_in_no_chat_keep_no_company() -> None:
    weighing = weigh("that sounds so lonely. its only a bus though", Moment(), Rubric((SkillLine("hear"),)))
    assert set(weighing.company.moves(weighing.inputs, weighing.wanted)) == {0.0}


def test_the_same_words_weigh_less_as_a_pitfall_after_warmth() -> None:
    bare, warm = "its only halls", "oh ash that sounds so lonely, days without a word. its only halls"
    one, other = (weigh(reply, HALLS, wanting("hear", "ask")).strength("minimising") for reply in (bare, warm))
    assert other < one


def test_the_file_reads_back_as_it_was_written() -> None:
    rows = [[lane * 7 - place for place in range(len(INPUTS))] for lane in range(len(LABELS))]
    made = Company(rows, [(lane, lane - 1, lane - 2, -lane) for lane in range(len(LABELS))])
    again = read_company(written(made))
    assert (again.weights, again.cuts) == (made.weights, made.cuts)


def test_inputs_lie_between_nothing_and_one() -> None:
    tops = [-9.0, 9.0, *([0.0] * (len(LABELS) - 2))]
    inputs = inputs_of(tops, (40, 40), SKILLS, asks=True)
    assert len(inputs) == len(INPUTS)
    assert (min(inputs), max(inputs)) == (inputs[0], UNIT)
    assert no_company().moves(inputs, NOBODY) == (0.0,) * len(LABELS)
