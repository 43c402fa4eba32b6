"""The engine: what each answer does, where the talk goes, and that no answer ever stops it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peercoach.practice.engine import prompt, replay, start, step
from peercoach.practice.values import (
    Answer,
    CareAsk,
    Chosen,
    End,
    Hinted,
    Moved,
    NotNow,
    Outcome,
    Prompt,
    Retrying,
    Scored,
    Spotted,
    State,
)
from peercoach.scenario.format import END, Line, Option, Scenario, Then
from tests.practice.talks import CANDIDATES, CHAT, CHOOSE, LATER, NOTE, PICK, REFLECT, REPLY, SPOT, WHOLE, talk

KIND = "that sounds so lonely ash, no wonder you're worn out. how are you feeling now?"
COLD = "repost it"


def played(scenario: Scenario, *answers: Answer) -> tuple[State, Outcome]:
    """The state after these answers, and what came of the last."""
    state, outcome = start(scenario, CANDIDATES), NotNow("nothing yet")
    for answer in answers:
        state, outcome = step(state, answer)
    return state, outcome


def at(state: State) -> str:
    asked = prompt(state)
    return asked.step.id if isinstance(asked, Prompt) else "end"


def test_a_practice_begins_with_its_first_step() -> None:
    assert at(start(WHOLE)) == "chat-1"


def test_reading_goes_on_and_what_was_read_is_in_the_chat() -> None:
    state, outcome = played(WHOLE, Answer("next"))
    assert (at(state), outcome) == ("spot-2", Moved())
    assert state.seen == CHAT.chat


@pytest.mark.parametrize(
    "answer", [Answer("reply", "hi"), Answer("choose", "1"), Answer("again"), Answer("carry-on"), Answer("hint")]
)
def test_an_answer_that_was_not_asked_for_changes_nothing_and_says_so(answer: Answer) -> None:
    state, outcome = played(talk(CHAT), answer)
    assert isinstance(outcome, NotNow)
    assert state == start(talk(CHAT), CANDIDATES)


def test_people_are_found_by_name_however_it_is_typed() -> None:
    _, outcome = played(talk(CHAT, SPOT), Answer("next"), Answer("spot", " @Ash "))
    assert outcome == Spotted(right=True, found=("ash",), because="The talk moved on.")


def test_somebody_else_can_be_looked_for_again_or_shown() -> None:
    state, outcome = played(talk(CHAT, SPOT), Answer("next"), Answer("spot", "kit"))
    assert outcome == Spotted(right=False, found=())
    again, retrying = step(state, Answer("again"))
    assert (at(again), retrying) == ("spot-2", Retrying())
    _, shown = step(state, Answer("carry-on"))
    assert shown == Moved(answer=("ash",), because="The talk moved on.")


def test_naming_everybody_is_not_finding_somebody() -> None:
    _, outcome = played(talk(CHAT, SPOT), Answer("next"), Answer("spot", "ash, kit"))
    assert outcome == Spotted(right=False, found=("ash",))


def test_only_people_who_spoke_or_are_meant_are_offered() -> None:
    state, _ = played(talk(replace(CHAT, chat=(Line("kit", "hi"),)), SPOT), Answer("next"))
    asked = prompt(state)
    assert isinstance(asked, Prompt)
    assert asked.options == ("ash", "kit")


def test_a_choice_is_told_why_and_can_be_made_again() -> None:
    state, outcome = played(talk(CHOOSE), Answer("choose", "1"))
    assert outcome == Chosen("[scroll past]", "needs-work", "Nobody likes to be passed by.", 1)
    state, _ = step(state, Answer("again"))
    _, outcome = step(state, Answer("choose", "2"))
    assert outcome == Chosen("hiya kit", "strong", "Short and warm.", 2)


@pytest.mark.parametrize("number", ["0", "3", "-1", "x", "", "²", "9999999999"])
def test_a_choice_that_is_not_there_is_asked_for_again(number: str) -> None:
    _, outcome = played(talk(CHOOSE), Answer("choose", number))
    assert isinstance(outcome, NotNow)


def test_people_answer_the_latest_choice_when_the_learner_carries_on() -> None:
    state, outcome = played(talk(CHOOSE, NOTE, REFLECT), Answer("choose", "1"), Answer("choose", "2"), Answer("carry-on"))
    assert outcome == Moved((Line("kit", "heyy"),))
    assert state.seen == (Line("you", "hiya kit"), Line("kit", "heyy"))
    assert at(state) == "reflect"


def test_an_action_is_something_that_happened_not_something_said() -> None:
    state, _ = played(talk(CHOOSE, NOTE), Answer("choose", "1"), Answer("carry-on"))
    assert state.seen == (Line("", "[scroll past]"),)


def test_a_picked_service_is_told_why_and_counts_as_signposting() -> None:
    state, outcome = played(talk(PICK), Answer("choose", "shout"))
    assert isinstance(outcome, Chosen)
    assert (outcome.what, outcome.band, outcome.because) == ("Shout", "strong", "By text.")
    state, moved = step(state, Answer("carry-on"))
    assert (moved, at(state)) == (Moved((Line("ash", "ta"),)), "end")


def test_a_service_that_was_not_offered_is_not_taken() -> None:
    _, outcome = played(talk(PICK), Answer("choose", "samaritans"))
    assert isinstance(outcome, NotNow)


def test_a_reply_is_scored_and_the_talk_branches_on_it() -> None:
    kind, scored = played(talk(CHAT, REPLY, NOTE, LATER), Answer("next"), Answer("reply", KIND))
    assert isinstance(scored, Scored)
    assert scored.result.band == "strong"
    assert at(step(kind, Answer("carry-on"))[0]) == "later"
    cold, _ = played(talk(CHAT, REPLY, NOTE, LATER), Answer("next"), Answer("reply", COLD))
    on, moved = step(cold, Answer("carry-on"))
    assert (at(on), moved) == ("note", Moved((Line("ash", "its fine dw"),)))


def test_the_reply_is_part_of_the_chat_that_the_next_one_answers() -> None:
    state, _ = played(talk(CHAT, REPLY, NOTE), Answer("next"), Answer("reply", COLD), Answer("carry-on"))
    assert state.seen == (*CHAT.chat, Line("you", COLD), Line("ash", "its fine dw"))


def test_a_second_try_is_compared_with_the_first_and_the_talk_follows_the_latest() -> None:
    answers = (Answer("next"), Answer("reply", COLD), Answer("again"), Answer("reply", KIND))
    state, outcome = played(talk(CHAT, REPLY, NOTE, LATER), *answers)
    assert isinstance(outcome, Scored)
    assert outcome.attempt == 2
    assert at(step(state, Answer("carry-on"))[0]) == "later"


def test_an_empty_reply_is_no_try() -> None:
    state, outcome = played(talk(CHAT, REPLY), Answer("next"), Answer("reply", " \n "))
    assert isinstance(outcome, NotNow)
    assert state.tries == ()


def test_examples_are_offered_only_after_a_try() -> None:
    before, _ = played(talk(CHAT, REPLY), Answer("next"))
    after, _ = step(before, Answer("reply", COLD))
    asked, then = prompt(before), prompt(after)
    assert isinstance(asked, Prompt)
    assert isinstance(then, Prompt)
    assert (asked.examples, then.examples) == (False, True)


def test_a_retry_that_is_not_there_yet_brings_the_next_hint_and_shows_it_once() -> None:
    state, first = played(talk(CHAT, REPLY), Answer("next"), Answer("reply", COLD))
    state, _ = step(state, Answer("again"))
    state, second = step(state, Answer("reply", COLD + " ok"))
    _, asked = step(state, Answer("hint"))
    assert isinstance(first, Scored)
    assert isinstance(second, Scored)
    assert (first.feedback.hint, second.feedback.hint) == ("", "What did Ash say?")
    assert asked == Hinted("What would that feel like?", 2, 2)


def test_hints_come_one_at_a_time_and_then_there_are_no_more() -> None:
    state, first = played(talk(CHAT, REPLY), Answer("next"), Answer("hint"))
    state, second = step(state, Answer("hint"))
    _, third = step(state, Answer("hint"))
    assert first == Hinted("What did Ash say?", 1, 2)
    assert second == Hinted("What would that feel like?", 2, 2)
    assert isinstance(third, NotNow)


def test_skipping_goes_on_the_way_else_goes_and_nobody_answers() -> None:
    state, outcome = played(talk(CHAT, REPLY, LATER, NOTE), Answer("next"), Answer("skip"))
    assert (at(state), outcome) == ("note", Moved())
    assert state.seen == CHAT.chat


def test_skipping_prefers_the_way_else_goes_as_carrying_on_does() -> None:
    state, _ = played(talk(CHAT, replace(REPLY, goto="later"), LATER, NOTE), Answer("next"), Answer("skip"))
    assert at(state) == "note"


def test_skipping_a_choice_that_only_leads_away_goes_where_its_best_option_does() -> None:
    away = (Option("[scroll past]", "needs-work", "Passed by.", (), "later"), Option("hiya", "strong", "Warm.", (), "note"))
    state, _ = played(talk(CHAT, replace(CHOOSE, options=away), LATER, NOTE), Answer("next"), Answer("skip"))
    assert at(state) == "note"


def test_skipping_after_a_try_is_carrying_on() -> None:
    _, outcome = played(talk(CHAT, REPLY, NOTE), Answer("next"), Answer("reply", COLD), Answer("again"), Answer("skip"))
    assert outcome == Moved((Line("ash", "its fine dw"),))


def test_a_thought_to_oneself_is_not_held_on_to() -> None:
    state, outcome = played(talk(REFLECT), Answer("reflect", "being kind"))
    assert (at(state), outcome) == ("end", Moved())
    assert "being kind" not in repr(state)


def test_end_is_a_place_to_go_to() -> None:
    ends = replace(REPLY, then=(Then((), (), END),))
    state, _ = played(talk(CHAT, ends, NOTE), Answer("next"), Answer("reply", COLD), Answer("carry-on"))
    assert isinstance(prompt(state), End)


def test_a_scenario_that_only_goes_round_ends() -> None:
    state = start(talk(replace(NOTE, goto="note")))
    for _ in range(3):
        state, _ = step(state, Answer("next"))
    assert isinstance(prompt(state), End)


def test_a_reply_that_may_be_about_the_learner_is_neither_scored_nor_held() -> None:
    before, _ = played(talk(CHAT, REPLY), Answer("next"))
    text = "i want to kill myself tonight, i cant keep safe"
    after, outcome = step(before, Answer("reply", text))
    assert outcome == CareAsk()
    assert outcome != Retrying()
    assert after == before
    assert text not in repr((after, outcome))


def test_said_to_be_practice_it_is_scored_like_any_other() -> None:
    before, _ = played(talk(CHAT, REPLY), Answer("next"))
    _, outcome = step(before, Answer("reply", "i want to kill myself tonight"), asked=True)
    assert isinstance(outcome, Scored)
    assert outcome.care == "none"


ANSWERS = st.builds(
    Answer,
    st.sampled_from(["next", "spot", "choose", "reply", "again", "carry-on", "hint", "skip", "reflect"]),
    st.sampled_from(["", "1", "2", "ash", "kit, ash", "shout", "calm", COLD, KIND, "i cant keep myself safe tonight"])
    | st.text(),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(ANSWERS, max_size=25))
def test_any_answers_lead_to_a_prompt_or_the_end_and_replaying_them_leads_there_again(answers: list[Answer]) -> None:
    state, recorded = start(WHOLE, CANDIDATES), []
    for answer in answers:
        after, outcome = step(state, answer)
        if isinstance(outcome, NotNow | CareAsk):
            assert after == state
        else:
            recorded.append(answer)
        state = after
        assert isinstance(prompt(state), Prompt | End)
    assert replay(WHOLE, recorded, CANDIDATES) == state


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_answers_that_are_allowed_are_taken(data: st.DataObject) -> None:
    state = start(WHOLE, CANDIDATES)
    for _ in range(12):
        asked = prompt(state)
        if isinstance(asked, End):
            return
        kind = data.draw(st.sampled_from(asked.allows))
        value = {"spot": "ash", "reply": KIND, "choose": "shout" if asked.kind == "pick" else "2"}.get(kind, "")
        state, outcome = step(state, Answer(kind, value))
        assert not isinstance(outcome, NotNow)
