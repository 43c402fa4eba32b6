"""A whole sitting in plain lines: what is shown, what is kept, and what never is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from peercoach.coaching.moment import Rubric, SkillLine
from peercoach.keep.library import Library
from peercoach.keep.progress import Store
from tests.cli.running import LOST_MESSAGE
from tests.practice.talks import CHAT, CHOOSE, LATER, NOTE, PICK, REFLECT, REPLY, SPOT, WHOLE, talk
from tests.terminal.rooms import opened, sat

KIND = "that sounds so lonely ash, no wonder you're worn out. how are you feeling now?"
COLD = "repost it"
AT_RISK = "i want to kill myself tonight, i cant keep safe"
SHORT = talk(CHAT, SPOT, REPLY, NOTE)
HEAVY = replace(SHORT, content=("self-harm",))


def lines(*typed: str) -> str:
    return "".join(f"{line}\n" for line in typed)


def kept_values(store: Store) -> list[str]:
    return [kept.value for run in store.unfinished() for kept in store.answers(run)]


def test_a_whole_practice_from_the_opening_to_the_last_page() -> None:
    shown = sat(WHOLE, lines("ash", COLD, "again", KIND, "carry on", "1", "carry on", "1", "carry on", "being kind"))
    for words in ("A talk", "kit: final tonight!", "Yes, ash. The talk moved on.", "needs-work, ", "strong, "):
        assert words in shown
    for words in ("ash: thanks", "--- three weeks on ---", "Nobody likes to be passed by.", "By text.", "ash: ta"):
        assert words in shown
    assert "That's the end of: A talk" in shown
    assert "hear: not yet at first, then there" in shown
    assert shown.index("first try needs-work") < shown.index("best strong")


def test_skipping_everything_gets_to_the_end_without_a_word_of_blame() -> None:
    shown = sat(WHOLE, lines("skip", "skip", "skip", "skip", "skip"))
    assert "Skipped: 4. That's fine" in shown


def test_the_end_of_the_input_stops_and_says_what_is_kept(own_home: Path) -> None:
    assert "Nothing was kept, as you asked." in sat(SHORT, "")
    with opened(own_home) as store:
        assert sat(SHORT, lines("ash"), store).endswith("Stopped. Everything up to here is kept.\n")


def test_a_content_note_comes_first_and_leaving_needs_no_reason(own_home: Path) -> None:
    with opened(own_home) as store:
        shown = sat(HEAVY, lines("not this one, no questions"), store)
        assert "Content note: self-harm." in shown
        assert "final tonight" not in shown
        assert store.unfinished() == ()


@pytest.mark.parametrize("before", [(), ("ash",), ("ash", COLD)])
def test_help_and_hints_work_at_every_prompt(before: tuple[str, ...]) -> None:
    shown = sat(SHORT, lines(*before, "?", "help-now", "hint"))
    assert "At any prompt you can type" in shown
    assert "If you're unsafe now: 999." in shown
    assert ("There is no hint for this one." in shown) == (before == ())


def test_examples_and_reasons_are_offered_after_a_try_only() -> None:
    before, after = (
        sat(SHORT, lines("ash", "see how others put it")),
        sat(SHORT, lines("ash", COLD, "see how others put it", "why")),
    )
    assert "One way that lands" not in before.split("Go back to Ash.")[1].split("What now?")[0]
    assert "One way that misses (needs-work)\n  repost it" in after
    assert "matters." in after


def test_stopping_and_coming_back_carries_on_where_it_was(own_home: Path) -> None:
    with opened(own_home) as store:
        sat(SHORT, lines("ash", COLD), store)
    with opened(own_home) as store:
        shown = sat(SHORT, lines("carry on where I stopped", "carry on"), store)
        assert "Where you were:" in shown
        assert "Whose message" not in shown
        assert "ash: its fine dw" in shown
        assert store.unfinished() == ()
        assert store.summary().finished == 1


def test_one_can_start_again_instead(own_home: Path) -> None:
    with opened(own_home) as store:
        sat(SHORT, lines("ash"), store)
        shown = sat(SHORT, lines("start from the beginning", "ash"), store)
        assert "Whose message" in shown
        assert len(store.unfinished()) == 1


def test_a_scenario_that_has_changed_starts_afresh(own_home: Path) -> None:
    with opened(own_home) as store:
        sat(SHORT, lines("ash"), store)
        shown = sat(replace(SHORT, about="Changed."), lines("ash"), store)
        assert "This one has changed since you stopped" in shown


def test_first_tries_are_what_the_next_time_is_compared_with(own_home: Path) -> None:
    with opened(own_home) as store:
        sat(SHORT, lines("ash", COLD, "carry on"), store)
        assert "Better than last time: hear" in sat(SHORT, lines("ash", KIND, "carry on"), store)


def test_a_thought_to_oneself_is_not_kept_unless_that_was_settled(own_home: Path) -> None:
    with opened(own_home) as store:
        sat(talk(REFLECT, SPOT), lines("being kind"), store)
        assert "being kind" not in kept_values(store)
        store.keep_words(keep=True)
        sat(talk(REFLECT, CHOOSE), lines("being kinder"), store)
        assert "being kinder" in kept_values(store)


class TestCare:
    """When a reply may be about the learner: guidance 4.3."""

    def test_it_asks_before_scoring_and_keeps_nothing(self, own_home: Path) -> None:
        with opened(own_home) as store:
            shown = sat(SHORT, lines("ash", AT_RISK, "it's about me"), store)
            assert "This sounds like it might be about you" in shown
            assert "of 100" not in shown
            assert AT_RISK not in kept_values(store)
        assert all(b"kill myself" not in path.read_bytes() for path in own_home.rglob("*") if path.is_file())

    @pytest.mark.parametrize("answer", ["it's about me", "i'd rather not say", "skip"])
    def test_help_is_shown_and_a_break_offered_first(self, answer: str) -> None:
        shown = sat(SHORT, lines("ash", AT_RISK, answer, "break"))
        assert "If you're unsafe now: 999." in shown
        assert "Nobody has been told, and I can't call anyone." in shown
        assert shown.index("1. a break") < shown.index("2. go on with this practice")
        assert "That's the end of" not in shown

    def test_a_practice_reply_is_scored_like_any_other(self, own_home: Path) -> None:
        with opened(own_home) as store:
            shown = sat(SHORT, lines("ash", AT_RISK, "it was my practice reply"), store)
            assert "Thanks for saying." in shown
            assert "of 100" in shown
            assert AT_RISK in kept_values(store)

    def test_it_is_not_asked_again_when_a_practice_is_taken_up(self, own_home: Path) -> None:
        with opened(own_home) as store:
            sat(SHORT, lines("ash", AT_RISK, "it was my practice reply"), store)
            assert "might be about you" not in sat(SHORT, "", store, carry_on=True)

    def test_a_light_practice_can_be_gone_on_with(self) -> None:
        shown = sat(SHORT, lines("ash", AT_RISK, "it's about me", "go on with this practice", KIND))
        assert "strong, " in shown

    def test_a_hard_practice_is_not_gone_on_with_nor_offered_again(self, own_home: Path) -> None:
        with opened(own_home) as store:
            shown = sat(HEAVY, lines("start", "ash", AT_RISK, "it's about me", "break"), store)
            assert "go on with this practice" not in shown
            assert "something lighter" in shown
            assert store.unfinished() == ()

    def test_leaving_hard_subjects_out_is_offered_after_the_break_and_kept_only_when_picked(self, own_home: Path) -> None:
        with opened(own_home) as store:
            shown = sat(SHORT, lines("ash", AT_RISK, "it's about me", "break"), store)
            assert shown.index("1. a break") < shown.index("3. leave hard subjects out in future")
            assert not store.eases_off
            sat(SHORT, lines("1", AT_RISK, "i'd rather not say", "leave hard subjects out in future", "break"), store)
            assert store.eases_off

    def test_where_nothing_is_kept_there_is_nothing_to_settle(self) -> None:
        assert "leave hard subjects out" not in sat(SHORT, lines("ash", AT_RISK, "it's about me", "break"))

    def test_one_that_is_about_the_same_is_not_what_comes_next(self, own_home: Path, tmp_path: Path) -> None:
        hard = LOST_MESSAGE.replace("people:", "content: [self-harm]\npeople:", 1)
        (tmp_path / "hard.yaml").write_text(hard, encoding="utf-8")
        with opened(own_home) as store:
            library = Library((tmp_path,))
            assert "Next: " in sat(SHORT, lines("ash", KIND, "carry on"), store, library=library)
            cared = lines("ash", AT_RISK, "it's about me", "go on with this practice", KIND, "carry on")
            shown = sat(SHORT, cared, store, library=library)
            assert "That's the end of" in shown
            assert "Next: " not in shown

    def test_stopping_at_the_question_shows_help_all_the_same(self) -> None:
        shown = sat(SHORT, lines("ash", AT_RISK, "stop"))
        assert "If you're unsafe now: 999." in shown
        assert shown.endswith("Go gently. There's nothing you have to finish.\n")

    def test_a_thought_to_oneself_is_listened_to_as_well(self) -> None:
        assert "might be about you" in sat(talk(REFLECT), lines(AT_RISK))


def test_a_pick_without_a_directory_is_passed_over() -> None:
    assert "passed over" in sat(talk(replace(PICK, id="other"), REFLECT), lines(""))


def test_a_reply_wanting_nothing_in_particular_still_ends_well() -> None:
    plain = replace(REPLY, rubric=Rubric((SkillLine("hear"),)), then=(), examples=(), hints=())
    assert "That's the end of" in sat(talk(CHAT, plain, LATER), lines(KIND, "carry on"))
