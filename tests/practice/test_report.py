"""What a practice comes to: first tries are honest, best tries show how far it got."""

from __future__ import annotations

from peercoach.coaching.moment import Level, Mark, Result
from peercoach.practice.report import SkillLine, first_levels, report
from peercoach.practice.values import Done, State, Try
from tests.practice.talks import WHOLE


def scored(score: int, **levels: Level) -> Try:
    return Try("words", "developing", Result(score, "developing", tuple(Mark(name, level) for name, level in levels.items())))


def after(*done: Done) -> State:
    return State(WHOLE, done=done)


TWO_TRIES = after(
    Done("back-to-ash", (scored(40, hear="missed", ask="partly"), scored(30, hear="met", ask="missed", share="met")))
)


def test_each_skill_shows_its_first_and_its_best_level() -> None:
    assert report(TWO_TRIES).skills == (SkillLine("hear", "missed", "met"), SkillLine("ask", "partly", "partly"))


def test_the_best_try_is_the_one_with_the_highest_score() -> None:
    (line,) = report(TWO_TRIES).steps
    assert (line.first.result.score, line.best.result.score, line.tries) == (40, 40, 2)


def test_several_steps_show_the_best_of_their_first_tries() -> None:
    state = after(Done("back-to-ash", (scored(1, hear="missed"),)), Done("back-to-ash", (scored(1, hear="partly"),)))
    assert first_levels(state) == {"hear": "partly"}


def test_better_is_judged_on_first_tries_and_only_against_a_time_before() -> None:
    assert report(TWO_TRIES).better == ()
    assert report(TWO_TRIES, {"hear": "missed", "ask": "missed"}).better == ("ask",)
    assert report(TWO_TRIES, {"ask": "met"}).better == ()


def test_only_what_asks_for_an_answer_can_be_skipped() -> None:
    assert report(after(Done("chat-1"), Done("note"), Done("back-to-ash"), Done("spot-2", (Try("ash", "strong"),)))).skipped == 1


def test_a_pick_counts_as_signposting() -> None:
    assert report(after(Done("pick", (scored(100, signpost="met"),)))).skills == (SkillLine("signpost", "met", "met"),)
