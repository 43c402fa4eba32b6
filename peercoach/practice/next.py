"""What to practise next, and why. Pure: the library and the past come in as values."""

from __future__ import annotations

from typing import NamedTuple

from peercoach.coaching.moment import SkillLine
from peercoach.scenario.format import EASE_OFF, ReplyStep, Scenario, SignpostStep, Step

_ALSO = (
    "suicid", "selfharm", "self injur", "cutting", "overdos", "anorexi", "bulimi", "body image", "weight", "diet", "abus",
    "violen", "assault", "rape", "grooming", "neglect",
)  # fmt: skip
"""How else a content note may begin a word for what `EASE_OFF` names."""


class Past(NamedTuple):
    """What has been done: ids unfinished (newest first), ids finished, and how first tries went.

    `first_tries` has, for each skill tried, the share of first tries that showed it, from 0 to 1.
    """

    unfinished: tuple[str, ...] = ()
    finished: frozenset[str] = frozenset()
    first_tries: tuple[tuple[str, float], ...] = ()


class Suggestion(NamedTuple):
    """A scenario to practise and the reason in one sentence. `skill` is set when the reason is a skill."""

    scenario_id: str
    title: str
    why: str
    skill: str = ""


def suggest(scenarios: tuple[Scenario, ...], past: Past, *, audience: str = "") -> Suggestion | None:
    """The one to practise next; None when there is nothing to play.

    Unfinished first, then never played from the easiest, then the skill with the weakest first tries. `audience` keeps
    to one.
    """
    ready = tuple(each for each in scenarios if audience in ("", each.audience))
    return _unfinished(ready, past) or _new(ready, past) or _weakest(ready, past) or _any(ready)


def lighter(scenarios: tuple[Scenario, ...]) -> Suggestion | None:
    """Something easy, with no content note at all."""
    light = sorted((each for each in scenarios if not each.content), key=_ease)
    return Suggestion(light[0].id, light[0].title, "It's a light one.") if light else None


def is_heavy(scenario: Scenario) -> bool:
    """Whether its content is among what is left alone after a hard moment. When a note is unclear, it is."""
    notes = "".join(f" {note.casefold()}" for note in scenario.content).replace("-", " ")
    return any(f" {word.replace('-', ' ')}" in notes for word in (*EASE_OFF, *_ALSO))


def offered(scenarios: tuple[Scenario, ...], *, eased: bool) -> tuple[Scenario, ...]:
    """Those that are offered: to somebody who eases off, none about suicide, self-harm, eating or abuse."""
    return tuple(each for each in scenarios if not (eased and is_heavy(each)))


def skills_of(scenario: Scenario) -> tuple[str, ...]:
    """The skills its rubrics look for, each once, in the order they come."""
    return tuple(dict.fromkeys(skill for step in scenario.steps for skill in skills_asked(step)))


def skills_asked(step: Step, *, optional: bool = True) -> tuple[str, ...]:
    """The skills that a step's rubric looks for, in its order; without those that can only help if `optional` is false."""
    lines = step.rubric.lines if isinstance(step, ReplyStep | SignpostStep) else ()
    return tuple(line.skill for line in lines if isinstance(line, SkillLine) and (optional or not line.optional))


def _ease(scenario: Scenario) -> tuple[bool, int, int, str]:
    """Members' scenarios before moderators', first steps before hard ones, short before long."""
    return (scenario.audience != "member", scenario.level, scenario.minutes, scenario.id)


def _unfinished(ready: tuple[Scenario, ...], past: Past) -> Suggestion | None:
    by_id = {each.id: each for each in ready}
    found = next((by_id[each] for each in past.unfinished if each in by_id), None)
    return Suggestion(found.id, found.title, "You stopped part way through; it carries on where you were.") if found else None


def _new(ready: tuple[Scenario, ...], past: Past) -> Suggestion | None:
    new = sorted((each for each in ready if each.id not in past.finished), key=_ease)
    if not new:
        return None
    why = "It's a good first one." if not past.finished else "You haven't tried this one yet, and it's the easiest of those."
    return Suggestion(new[0].id, new[0].title, why)


def _weakest(ready: tuple[Scenario, ...], past: Past) -> Suggestion | None:
    for skill, _ in sorted(past.first_tries, key=lambda pair: pair[1]):
        fitting = sorted((each for each in ready if skill in skills_of(each)), key=_ease)
        if fitting:
            return Suggestion(fitting[0].id, fitting[0].title, f"It gives you another go at '{skill}'.", skill)
    return None


def _any(ready: tuple[Scenario, ...]) -> Suggestion | None:
    easiest = min(ready, key=_ease, default=None)
    return Suggestion(easiest.id, easiest.title, "It's worth another go.") if easiest else None
