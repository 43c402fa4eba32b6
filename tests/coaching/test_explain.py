"""How a result came about: nothing new, only what the score already held, with the words that weighed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from peercoach.coaching.explain import Line, explain
from peercoach.coaching.jsonline import request
from peercoach.coaching.moment import Moment, PointLine, Rubric, SkillLine
from peercoach.coaching.score import score
from tests.coaching.chats import said, wanting

FAIRNESS = Path(__file__).parents[1] / "fairness" / "rewrites.jsonl"
REPLIES = [request(json.loads(line)) for line in FAIRNESS.read_text(encoding="utf-8").splitlines()[::7]]
HALLS = said("moved into halls on saturday and havent spoken to anyone since")


def lines(reply: str, *skills: str) -> dict[str, Line]:
    told = explain(reply, HALLS, wanting(*skills))
    return {line.id: line for line in (*told.skills, *told.pitfalls)}


@pytest.mark.parametrize(("reply", "moment", "rubric"), REPLIES, ids=lambda value: value[:50] if isinstance(value, str) else "")
def test_an_explanation_is_of_the_result_itself(reply: str, moment: Moment, rubric: Rubric) -> None:
    told = explain(reply, moment, rubric)
    assert told.result == score(reply, moment, rubric)
    assert [(line.id, line.level) for line in told.skills] == [(mark.id, mark.level) for mark in told.result.skills]
    assert [line.id for line in told.pitfalls if line.level == "counts"] == [pitfall.id for pitfall in told.result.pitfalls]
    assert all(line.level in ("counts", "let off") for line in told.pitfalls)
    assert told == explain(reply, moment, rubric)


def test_it_opens_with_the_band_and_the_score() -> None:
    told = explain("ok", HALLS, wanting("hear"))
    assert told.lines()[0].strip() == f"{told.result.band}, {told.result.score} of 100"


def test_a_level_is_shown_with_the_words_that_earned_it() -> None:
    hear = lines("that sounds so lonely ash", "hear")["hear"]
    assert hear.level == "met"
    assert any("lonely" in quote for quote in hear.quotes)
    assert any("sounds" in phrase or "lonely" in phrase for phrase in hear.weighed)
    assert hear.lift == ""


def test_what_is_missing_says_what_would_lift_it() -> None:
    hear = lines("k", "hear")["hear"]
    assert (hear.level, hear.quotes) == ("missed", ())
    assert hear.lift
    assert "{" not in hear.lift


def test_a_few_words_that_only_look_like_a_pitfall_are_let_off_with_the_reason() -> None:
    blanked = said("my mate walked straight past me at college today. with his new lot")
    told = explain("ur joking", blanked, wanting("hear", "ask"))
    assert told.result.band != "harmful"
    assert [(line.id, line.level, line.why) for line in told.pitfalls] == [
        ("judging", "let off", "too few words to be sure of it")
    ]


def test_a_pitfall_says_where_and_why() -> None:
    minimising = lines("its only halls, others have it way worse", "hear")["minimising"]
    assert minimising.level == "counts"
    assert any("others have it way worse" in quote for quote in minimising.quotes)
    assert minimising.why


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        ("my gran said 'others have it worse' and it stung. how are you now?", "quoted"),
        ("i'm not going to say others have it worse. how are you now?", "negated"),
        ("my mum always tells me others have it worse and i hate it. how are you now?", "reported"),
    ],
)
def test_a_pitfall_that_was_let_off_says_so_and_why(reply: str, why: str) -> None:
    minimising = lines(reply, "ask")["minimising"]
    assert (minimising.level, minimising.why) == ("let off", why)
    assert any("others have it worse" in quote for quote in minimising.quotes)


def test_a_point_is_explained_by_its_words() -> None:
    told = explain("six hours, wow", HALLS, Rubric((SkillLine("hear"), PointLine("induction", "", any=("six hours",)))))
    point = next(line for line in told.skills if line.id == "induction")
    assert (point.level, point.quotes) == ("met", ("six hours",))


@pytest.mark.parametrize("reply", ["", "\ud800", "\x1b[2J", "ﷺ 😢", "that sounds\n\nso lonely"])
def test_odd_replies_are_explained_on_lines_of_their_own(reply: str) -> None:
    assert not any("\n" in line for line in explain(reply, HALLS, wanting("hear", "ask")).lines())


def test_what_else_moved_a_level_is_told() -> None:
    told = lines("oh ash that sounds so lonely, days without a word. its only halls though, others have it way worse", "hear")
    assert "hear speaks against it" in told["minimising"].beside
    assert all(name.endswith(("speaks for it", "speaks against it")) for line in told.values() for name in line.beside)
    assert any(
        text.strip().startswith("beside it: ") for text in explain("that sounds so lonely", HALLS, wanting("hear", "ask")).lines()
    )
