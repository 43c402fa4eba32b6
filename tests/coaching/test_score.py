"""What a score promises, whatever the detectors decide: its shape, its bands, its fairness to form, what a rubric can change."""

from __future__ import annotations

import json
import pickle
import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peercoach.coaching.jsonline import request
from peercoach.coaching.moment import BANDS, Moment, PointLine, Result, Rubric, SkillLine, Span
from peercoach.coaching.rubric import WORTH, share
from peercoach.coaching.rubric import band as band_for
from peercoach.coaching.rubric import scored as scored_in
from peercoach.coaching.score import score
from peercoach.coaching.vocabulary import PITFALLS, SKILLS
from tests.coaching.chats import quotes, said, scored, wanting

FLOORS = {"harmful": 0, "needs-work": 20, "developing": 45, "strong": 70}
HALLS = said("moved into halls on saturday and havent spoken to anyone since")
KIND = "that sounds so lonely ash, no wonder you're worn out. how are you feeling now?"
FAIRNESS = Path(__file__).parents[1] / "fairness" / "rewrites.jsonl"
REPLIES = [request(json.loads(line)) for line in FAIRNESS.read_text(encoding="utf-8").splitlines()]
PLAIN = REPLIES[::6]
"""The standard form of each reply."""


def band_of(points: int) -> str:
    return max((band for band, floor in FLOORS.items() if points >= floor), key=FLOORS.__getitem__)


def tidy(spans: tuple[Span, ...], reply: str) -> bool:
    """Whether spans are inside the reply, in order, none empty, none overlapping."""
    inside = all(0 <= start < end <= len(reply) for start, end in spans)
    return inside and all(before[1] <= after[0] for before, after in pairwise(spans))


def holds(result: Result, reply: str, expected: set[str]) -> None:
    """Assert everything that is true of any result."""
    assert 0 <= result.score <= 100
    assert result.band == band_of(result.score)
    names = [mark.id for mark in result.skills]
    assert names == [skill for skill in SKILLS if skill in names]
    assert expected <= set(names)
    assert all(mark.level != "missed" for mark in result.skills if mark.id not in expected)
    assert [pitfall.id for pitfall in result.pitfalls] == [p for p in PITFALLS if result.falls_into(p)]
    for mark in (*result.skills, *result.points):
        assert bool(mark.evidence) == (mark.level != "missed"), mark
        assert tidy(mark.evidence, reply), mark
    for pitfall in result.pitfalls:
        assert pitfall.evidence
        assert tidy(pitfall.evidence, reply), pitfall
    assert tidy(result.care.evidence, reply)
    assert bool(result.next.about) == bool(result.next.say)


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters(), max_size=120), st.sampled_from(SKILLS))
def test_anything_typed_gets_a_whole_result(reply: str, skill: str) -> None:
    holds(scored(reply, HALLS, skill), reply, {skill})


@pytest.mark.parametrize(("reply", "moment", "rubric"), REPLIES, ids=lambda value: value[:50] if isinstance(value, str) else "")
def test_every_result_is_whole(reply: str, moment: Moment, rubric: Rubric) -> None:
    expected = {line.skill for line in rubric.lines if isinstance(line, SkillLine)}
    result = score(reply, moment, rubric)
    holds(result, reply, expected)
    assert score(reply, moment, rubric) == result
    assert pickle.loads(pickle.dumps(result)) == result  # noqa: S301  # its own pickle


def test_the_bands_are_apart_and_the_better_band_is_always_the_higher_score() -> None:
    heights = [n / 20 for n in range(21)]
    assert all(band_of(scored_in(band, height)) == band for band in BANDS for height in heights)
    assert all([scored_in(band, height) for height in heights] == sorted(scored_in(band, h) for h in heights) for band in BANDS)


def test_a_pitfall_costs_a_band_and_what_could_hurt_is_harmful_whatever_was_met() -> None:
    assert band_for(1.0, (), hurts=False) == "strong"
    assert band_for(1.0, ("fixing",), hurts=False) == "developing"
    assert band_for(0.5, ("template", "brush-off"), hurts=False) == "needs-work"
    assert band_for(1.0, (), hurts=True) == "harmful"


def test_evidence_counts_code_points_and_is_what_was_typed() -> None:
    reply = "🫂🫂 💛 that sounds so lonely. how are you feeling now?"
    ask = next(mark for mark in scored(reply, HALLS, "hear", "ask").skills if mark.id == "ask")
    assert "how are you feeling now" in " ".join(quotes(reply, ask.evidence))


def test_without_a_rubric_hearing_reflecting_and_asking_are_looked_for() -> None:
    assert score(KIND, HALLS, Rubric()) == scored(KIND, HALLS, "hear", "reflect", "ask")
    assert {mark.id for mark in score("", HALLS, Rubric()).skills} == {"hear", "reflect", "ask"}


def test_a_skill_nobody_looked_for_is_told_only_where_it_shows() -> None:
    result = scored(KIND, HALLS, "hear")
    assert result.shows("ask")
    assert "welcome" not in [mark.id for mark in result.skills]


def test_a_pitfall_nobody_looked_for_counts_all_the_same() -> None:
    assert scored("its only halls, others have it way worse", HALLS, "ask").band == "harmful"


FORMS: dict[str, Callable[[str], str]] = {
    "capitals": str.upper,
    "no capitals": str.lower,
    "a capital each": str.title,
    "no apostrophes": lambda reply: re.sub("['’]", "", reply),
    "curly apostrophes": lambda reply: reply.replace("'", "’"),
    "exclamation marks": lambda reply: reply.replace(".", "!!!"),
    "trailing off": lambda reply: reply.replace(".", "..."),
    "a line a sentence": lambda reply: reply.replace(". ", ".\n"),
    "wide spacing": lambda reply: f"  {reply.replace(' ', '   ')}\n\n",
    "spaces from a web page": lambda reply: reply.replace(" ", "\u00a0"),
    "drawn out": lambda reply: reply.replace("so ", "sooooo "),
    "asking loudly": lambda reply: reply.replace("?", "???"),
    "hidden characters": lambda reply: reply.replace(" ", " \u200b"),
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_how_it_is_typed_changes_nothing(form: Callable[[str], str]) -> None:
    for reply, moment, rubric in REPLIES:
        plain, typed = score(reply, moment, rubric), score(form(reply), moment, rubric)
        assert (typed.score, typed.band) == (plain.score, plain.band), reply
        assert [(mark.id, mark.level) for mark in typed.skills] == [(mark.id, mark.level) for mark in plain.skills], reply
        assert [pitfall.id for pitfall in typed.pitfalls] == [pitfall.id for pitfall in plain.pitfalls], reply


@pytest.mark.parametrize("emoji", ["💛", "🫂", "🙂", "😭", "x"])
def test_a_friendly_sign_at_the_end_never_costs_a_band(emoji: str) -> None:
    ladder = list(FLOORS)
    worse = [
        reply
        for reply, moment, rubric in PLAIN
        if ladder.index(score(f"{reply} {emoji}", moment, rubric).band) < ladder.index(score(reply, moment, rubric).band)
    ]
    assert worse == []


@pytest.mark.parametrize("nothing", ["", "   ", "\n", "...", "?!", "'", "()"])
def test_nothing_said_is_the_least_a_reply_can_score_without_hurting(nothing: str) -> None:
    result = score(nothing, HALLS, Rubric())
    assert (result.band, result.pitfalls) == ("needs-work", ())
    assert result.score <= score("hi", HALLS, Rubric()).score
    assert result.next.about == "hear"


def test_saying_it_twice_earns_nothing() -> None:
    for reply, moment, rubric in PLAIN:
        once, twice = score(reply, moment, rubric), score(f"{reply} {reply}", moment, rubric)
        assert twice.score <= once.score + 2, reply


def test_going_on_about_other_things_earns_next_to_nothing() -> None:
    more = " the bus was late and then it rained on the way in. kettle is on. match starts at eight i think."
    for reply, moment, rubric in PLAIN:
        before = score(reply, moment, rubric)
        if not before.pitfalls:
            assert score(reply + more, moment, rubric).score <= before.score + 6, reply


def skill(name: str, *, weight: int = 1, optional: bool = False) -> SkillLine:
    return SkillLine(name, weight, optional)


@pytest.mark.parametrize("level", ["met", "partly", "missed"])
@pytest.mark.parametrize("others", [("met", "met"), ("met", "missed"), ("partly", "missed"), ("missed", "missed")])
@pytest.mark.parametrize("place", [0, 1, 2])
def test_an_optional_line_can_only_help_wherever_it_stands(level: str, others: tuple[str, str], place: int) -> None:
    needed = [skill("hear"), skill("ask")]
    worth = {name: WORTH[each] for name, each in zip(("hear", "ask", "share"), (*others, level), strict=True)}
    lines = [*needed[:place], skill("share", optional=True), *needed[place:]]
    assert share(Rubric(tuple(lines)), worth) >= share(Rubric(tuple(needed)), worth)


@pytest.mark.parametrize("extra", ["share", "signpost", "include", "reflect"])
def test_a_score_is_never_lower_for_an_optional_line(extra: str) -> None:
    lower = []
    for reply, moment, rubric in PLAIN:
        if skill(extra) in rubric.lines:
            continue
        more = Rubric((*rubric.lines, skill(extra, optional=True)), rubric.watch, rubric.allow)
        if score(reply, moment, more).score < score(reply, moment, rubric).score:
            lower.append(reply)
    assert lower == []


def test_a_line_counts_as_much_as_its_weight() -> None:
    worth = {"hear": 1.0, "ask": 0.0}
    assert share(Rubric((skill("hear", weight=3), skill("ask"))), worth) == pytest.approx(0.75)
    assert share(Rubric((skill("hear"), skill("ask", weight=3))), worth) == pytest.approx(0.25)


def test_partly_is_half() -> None:
    assert WORTH == {"met": 1.0, "partly": 0.5, "missed": 0.0}


ADVICE = "that sounds so lonely ash. you should just knock on their doors. how are you feeling now?"


def test_a_pitfall_that_is_allowed_passes() -> None:
    watched = scored(ADVICE, HALLS, "hear", "ask")
    allowed = score(ADVICE, HALLS, wanting("hear", "ask", allow=("fixing",)))
    assert watched.falls_into("fixing")
    assert not allowed.falls_into("fixing")
    assert allowed.score > watched.score
    assert (watched.band, allowed.band) == ("developing", "strong")


def test_allowing_one_pitfall_lets_no_other_pass() -> None:
    allowed = score("you should just get over it, others have it worse", HALLS, wanting("hear", allow=("fixing",)))
    assert allowed.falls_into("minimising")
    assert allowed.band == "harmful"


def test_a_pitfall_that_is_watched_weighs_more() -> None:
    watched = score(ADVICE, HALLS, wanting("hear", "ask", watch=("fixing",)))
    assert watched.score < scored(ADVICE, HALLS, "hear", "ask").score


def test_a_pitfall_keeps_a_reply_from_strong_whatever_else_it_does() -> None:
    for rubric in (wanting("hear"), wanting("ask"), wanting("hear", "ask")):
        assert score(ADVICE, HALLS, rubric).band == "developing"


INDUCTION = PointLine("induction", "picks up the induction day", any=("induct*", "six|6 hour*|hrs"))


def test_a_point_counts_like_a_skill_and_is_told_with_its_words() -> None:
    reply = "six hours with nobody, that sounds so lonely"
    with_point = score(reply, HALLS, Rubric((skill("hear"), INDUCTION)))
    without = score("that sounds so lonely", HALLS, Rubric((skill("hear"), INDUCTION)))
    assert [(mark.id, mark.level) for mark in with_point.points] == [("induction", "met")]
    assert quotes(reply, with_point.points[0].evidence) == ["six hours"]
    assert [mark.level for mark in without.points] == ["missed"]
    assert with_point.score > without.score


def test_points_stand_in_the_order_of_the_rubric() -> None:
    lines = (PointLine("b", any=("six",)), skill("hear"), PointLine("a", any=("nobody",)))
    assert [mark.id for mark in score("six", HALLS, Rubric(lines)).points] == ["b", "a"]


def test_a_learner_who_may_be_at_risk_is_seen_and_the_score_is_not_touched_by_it() -> None:
    result = scored("honestly i want to kill myself tonight", HALLS, "hear")
    assert result.care.level == "now"
    assert result.care.evidence
    asked = said("i keep thinking about ending it", to="kai")
    assert scored("are you thinking of killing yourself, kai?", asked, "hear", "safety").care.level == "none"


def test_only_what_is_missed_is_what_to_try_next() -> None:
    result = scored("how are you feeling now?", HALLS, "hear", "ask")
    assert result.level("ask") == "met"
    assert result.next.about == "hear"


def test_a_heavy_pitfall_comes_before_anything_that_is_missing() -> None:
    assert scored("its only halls, others have it way worse", HALLS, "hear", "ask").next.about == "minimising"


def test_a_reply_that_does_everything_has_nothing_to_try() -> None:
    result = scored("oh that sounds so lonely ash, no wonder you're worn out", HALLS, "hear")
    assert result.band == "strong"
    assert (result.next.about, result.next.say) == ("", "")
