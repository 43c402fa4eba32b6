"""Every worked example for trainers is true: what it says is found is found, and what it leaves alone isn't."""

from __future__ import annotations

import pytest
import yaml

from peercoach.coaching.moment import PointLine
from peercoach.coaching.patterns import point
from peercoach.scenario.pattern_examples import WORKED, Worked


def test_there_are_twenty_and_each_says_why() -> None:
    assert len(WORKED) == 20
    assert all(worked.why.endswith(".") and worked.finds and worked.leaves for worked in WORKED)


@pytest.mark.parametrize("worked", WORKED, ids=lambda worked: worked.yaml())
def test_it_finds_and_leaves_what_it_says(worked: Worked) -> None:
    line = PointLine("point", any=worked.any, all=worked.all, none=worked.none)
    assert [reply for reply in worked.finds if point(line, reply).level != "met"] == []
    assert [reply for reply in worked.leaves if point(line, reply).level == "met"] == []


@pytest.mark.parametrize("worked", WORKED, ids=lambda worked: worked.yaml())
def test_it_is_shown_as_a_trainer_writes_it(worked: Worked) -> None:
    read = yaml.safe_load(worked.yaml())
    assert {key: tuple(texts) for key, texts in read.items()} == {
        key: texts for key, texts in (("any", worked.any), ("all", worked.all), ("none", worked.none)) if texts
    }
