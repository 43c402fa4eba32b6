"""What to practise next, and why."""

from __future__ import annotations

from dataclasses import replace

from peercoach.coaching.moment import Rubric, SkillLine
from peercoach.practice.next import Past, is_heavy, lighter, skills_of, suggest
from peercoach.scenario.format import Scenario
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


def test_a_scenario_knows_the_skills_it_looks_for() -> None:
    assert skills_of(EASY) == ("hear",)
