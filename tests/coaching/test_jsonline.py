"""One object in, one object out: the scoring contract."""

from __future__ import annotations

import json

import pytest

from peercoach.coaching.jsonline import request, response
from peercoach.coaching.moment import Care, Mark, Message, Moment, Next, Pitfall, Result, Rubric, SkillLine
from peercoach.coaching.score import score
from peercoach.coaching.vocabulary import SKILLS
from peercoach.errors import PeercoachError

WHOLE = {
    "id": "x",
    "context": [{"from": "kit", "text": "anyone seen the final"}, {"from": "ash", "text": "had a horrible day"}],
    "to": "ash",
    "reply": "that sounds rotten ash",
    "expects": ["hear", "ask"],
    "need": ["one-to-one"],
    "age": 17,
}
SECRET = "i never told anyone about this"


def test_a_whole_object_becomes_a_reply_a_moment_and_a_rubric() -> None:
    assert request(WHOLE) == (
        "that sounds rotten ash",
        Moment((Message("kit", "anyone seen the final"), Message("ash", "had a horrible day")), ("ash",), ("one-to-one",), 17),
        Rubric((SkillLine("hear"), SkillLine("ask"))),
    )


def test_only_the_reply_is_needed() -> None:
    assert request({"reply": "hi"}) == ("hi", Moment(), Rubric())


@pytest.mark.parametrize("key", ["context", "to", "expects", "need", "age"])
def test_null_is_the_same_as_nothing(key: str) -> None:
    without = {name: value for name, value in WHOLE.items() if name != key}
    assert request({**WHOLE, key: None}) == request(without)


def test_one_text_is_taken_where_a_list_is_wanted() -> None:
    assert request({**WHOLE, "expects": "hear", "need": "one-to-one"}) == request({**WHOLE, "expects": ["hear"]})
    assert request({**WHOLE, "to": ["ash", "kit"]})[1].to == ("ash", "kit")


def test_a_skill_named_twice_is_looked_for_once() -> None:
    assert request({"reply": "", "expects": ["ask", "hear", "ask"]})[2] == Rubric((SkillLine("ask"), SkillLine("hear")))


def test_nothing_expected_is_the_same_as_not_saying() -> None:
    assert request({"reply": "hi", "expects": []}) == request({"reply": "hi"})


def test_keys_it_does_not_know_are_let_be() -> None:
    assert request({"reply": "hi", "variant": "dialect", "band": 3}) == request({"reply": "hi"})


@pytest.mark.parametrize("skill", SKILLS)
def test_every_skill_can_be_expected(skill: str) -> None:
    assert request({"reply": "", "expects": [skill]})[2].lines == (SkillLine(skill),)


FAULTS = [
    ([SECRET], "JSON object"),
    (SECRET, "JSON object"),
    (None, "JSON object"),
    ({}, "`reply`"),
    ({"reply": None}, "`reply`"),
    ({"reply": [SECRET]}, "`reply`"),
    ({"reply": SECRET, "context": SECRET}, "`context`"),
    ({"reply": SECRET, "context": [SECRET]}, "`from` and `text`"),
    ({"reply": SECRET, "context": [{"from": "ash"}]}, "`from` and `text`"),
    ({"reply": SECRET, "context": [{"from": 3, "text": SECRET}]}, "`from` and `text`"),
    ({"reply": SECRET, "to": 3}, "`to`"),
    ({"reply": SECRET, "to": ["ash", None]}, "`to`"),
    ({"reply": SECRET, "need": {"one": 1}}, "`need`"),
    ({"reply": SECRET, "expects": [1]}, "`expects`"),
    ({"reply": SECRET, "age": "17"}, "`age`"),
    ({"reply": SECRET, "age": 17.5}, "`age`"),
    ({"reply": SECRET, "age": True}, "`age`"),
    ({"reply": SECRET, "age": 0}, "`age`"),
    ({"reply": SECRET, "age": -4}, "`age`"),
    ({"reply": SECRET, "age": 10**40}, "`age`"),
]


@pytest.mark.parametrize(("row", "says"), FAULTS, ids=[f"{number} {says}" for number, (_, says) in enumerate(FAULTS)])
def test_a_fault_says_which_key_and_never_what_was_written(row: object, says: str) -> None:
    with pytest.raises(PeercoachError) as caught:
        request(row)
    assert says in caught.value.message
    assert SECRET not in caught.value.message + caught.value.hint


def test_a_skill_that_is_none_says_what_may_have_been_meant() -> None:
    with pytest.raises(PeercoachError) as caught:
        request({"reply": "", "expects": ["hera"]})
    assert "'hera'" in caught.value.message
    assert "did you mean 'hear'?" in caught.value.message


RESULT = Result(
    61,
    "developing",
    (Mark("hear", "met", ((0, 4), (6, 9))), Mark("ask", "missed")),
    (Mark("induction", "met", ((0, 2),)),),
    (Pitfall("fixing", ((5, 6),)),),
    Care("check-in", ((1, 2),)),
    Next("ask", "What would you like to know?"),
)


def test_a_result_is_written_as_the_contract_says_keys_in_that_order() -> None:
    assert json.dumps(response("x", RESULT)) == json.dumps(
        {
            "id": "x",
            "score": 61,
            "band": "developing",
            "skills": {"hear": {"level": "met", "evidence": [[0, 4], [6, 9]]}, "ask": {"level": "missed", "evidence": []}},
            "pitfalls": {"fixing": {"evidence": [[5, 6]]}},
            "care": {"level": "check-in", "evidence": [[1, 2]]},
            "next": {"about": "ask", "say": "What would you like to know?"},
        }
    )


@pytest.mark.parametrize("name", ["x", 7, None, "💛"])
def test_the_id_comes_back_as_it_came(name: object) -> None:
    assert response(name, RESULT)["id"] == name


def test_a_scored_object_goes_all_the_way() -> None:
    out = response(WHOLE["id"], score(*request(WHOLE)))
    assert list(out) == ["id", "score", "band", "skills", "pitfalls", "care", "next"]
    assert {"hear", "ask"} <= set(out["skills"])
    assert json.loads(json.dumps(out)) == out
