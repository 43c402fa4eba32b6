"""What to practise next, and why."""

from __future__ import annotations

from dataclasses import replace

import pytest

from peercoach.coaching.moment import Rubric, SkillLine
from peercoach.practice.next import Past, is_heavy, lighter, offered, skills_of, suggest
from peercoach.scenario.format import EASE_OFF, Scenario
from tests.practice.talks import REPLY, talk


def looking_for(skill: str, name: str, level: int = 1, *content: str) -> Scenario:
    return replace(
        talk(replace(REPLY, rubric=Rubric((SkillLine(skill),)))), id=name, title=name.title(), level=level, content=content
    )


EASY, HARD, SAD = looking_for("hear", "easy"), looking_for("ask", "hard", 3), looking_for("ask", "sad", 1, "Self-harm")
ALL = (HARD, SAD, EASY)


def chosen(past: Past, scenarios: tuple[Scenario, ...] = ALL) -> str:
    suggestion = suggest(scenarios, past)
    return suggestion.scenario_id if suggestion else ""


def test_an_empty_library_has_nothing_to_suggest() -> None:
    assert suggest((), Past()) is None


def test_what_is_unfinished_comes_first() -> None:
    assert chosen(Past(unfinished=("gone", "hard", "easy"))) == "hard"


def test_then_what_was_never_played_the_easiest_first() -> None:
    assert chosen(Past()) == "easy"
    assert chosen(Past(finished=frozenset({"easy"}))) == "sad"


def test_then_the_skill_with_the_weakest_first_tries() -> None:
    past = Past(finished=frozenset({"easy", "hard", "sad"}), first_tries=(("hear", 0.2), ("ask", 0.9)))
    suggestion = suggest(ALL, past)
    assert suggestion
    assert (suggestion.scenario_id, suggestion.skill) == ("easy", "hear")
    assert "hear" in suggestion.why


def test_when_all_went_well_anything_is_worth_another_go() -> None:
    assert chosen(Past(finished=frozenset({"easy", "hard", "sad"}))) == "easy"


def test_members_and_moderators_are_kept_apart_when_asked() -> None:
    moderators = replace(EASY, id="mods", audience="moderator")
    suggestion = suggest((EASY, moderators), Past(), audience="moderator")
    assert suggestion
    assert suggestion.scenario_id == "mods"


def test_something_lighter_has_no_content_note() -> None:
    suggestion = lighter((SAD, HARD))
    assert suggestion
    assert suggestion.scenario_id == "hard"
    assert is_heavy(SAD)
    assert not is_heavy(HARD)


@pytest.mark.parametrize(
    "note",
    ["suicide", "Suicidal thoughts", "self-harm", "Self harm", "eating", "disordered eating", "domestic abuse",
     "abusive home", "sexual violence", "sexual-violence", "rape", "body image", "overdose"],
)  # fmt: skip
def test_hard_content_is_known_however_the_note_puts_it(note: str) -> None:
    assert is_heavy(replace(EASY, content=("family", note)))


@pytest.mark.parametrize("note", ["loneliness", "exams", "low mood", "bereavement", "family", "money", "defeating"])
def test_other_notes_are_not_hard(note: str) -> None:
    assert not is_heavy(replace(EASY, content=(note,)))


def test_every_word_the_format_knows_for_easing_off_is_hard() -> None:
    assert all(is_heavy(replace(EASY, content=(word,))) for word in EASE_OFF)


def test_easing_off_leaves_hard_ones_out_even_when_they_are_unfinished() -> None:
    assert offered(ALL, eased=True) == (HARD, EASY)
    assert offered(ALL, eased=False) == ALL
    assert chosen(Past(unfinished=("sad", "hard")), offered(ALL, eased=True)) == "hard"


def test_a_scenario_knows_the_skills_it_looks_for() -> None:
    assert skills_of(EASY) == ("hear",)
