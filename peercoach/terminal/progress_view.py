"""The learner's progress in words, then in numbers. Growth is told from first tries; nothing is ever counted against anybody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from peercoach.coaching.moment import Level
from peercoach.keep.values import SPAN, Progress, ScenarioProgress, SkillProgress
from peercoach.terminal.chat_view import name_list
from peercoach.terminal.words import BLANK, Block, Para, heading, para, quiet

_ENOUGH = 3
"""First tries before anything is said about how a skill is going."""
_MOST_SCENARIOS = 8
_STORIES = (
    ("growing", "Growing: "),
    ("settled", "Part of how you reply now: "),
    ("coming", "Coming along: "),
    ("room", "Room to play with: "),
    ("begun", "Just begun: "),
)


def progress_page(progress: Progress) -> tuple[Block, ...]:
    """The whole page: a few words, then the numbers behind them."""
    if not progress.replies and not progress.finished and not progress.unfinished:
        return (
            heading("Your practice so far"),
            para("Nothing here yet, and no rush. It fills up as you practise."),
            quiet("peercoach practise", indent=2),
        )
    return (
        heading("Your practice so far"),
        para(_in_short(progress)),
        *_stories(progress.skills),
        *_waiting(progress.unfinished),
        *_skills(progress.skills),
        *_scenarios(progress.scenarios),
    )


def story(skill: SkillProgress) -> str:
    """How a skill is going, as one of: begun, growing, settled, coming, room."""
    if skill.tries < _ENOUGH:
        return "begun"
    now, then = _shown(skill.recent), _shown(skill.early)
    if now == len(skill.recent):
        return "growing" if then < len(skill.early) else "settled"
    if skill.tries > SPAN and now > then:
        return "growing"
    return "coming" if 2 * now >= len(skill.recent) else "room"


def _in_short(progress: Progress) -> str:
    parts = [_count(progress.finished, "practice") + " finished", _count(progress.replies, "reply", "replies") + " tried"]
    return f"{', '.join(parts)}, on {_count(progress.days, 'day')}."


def _stories(skills: tuple[SkillProgress, ...]) -> Iterator[Block]:
    told = {name: tuple(_named(skill.id) for skill in skills if story(skill) == name) for name, _ in _STORIES}
    if any(told.values()):
        yield BLANK
    for name, words in _STORIES:
        if told[name]:
            yield para((words, "heading"), f"{name_list(told[name])}.", hang=2)


def _waiting(unfinished: tuple[str, ...]) -> Iterator[Block]:
    if unfinished:
        yield BLANK
        yield para("Waiting where you stopped:", hang=2)
        yield from (para(f"peercoach practise {name}", indent=2, hang=2) for name in unfinished[:3])


def _skills(skills: tuple[SkillProgress, ...]) -> Iterator[Block]:
    if not skills:
        return
    yield BLANK
    yield heading("How often a first try shows it")
    widest = max(len(_named(skill.id)) for skill in skills)
    yield from (_skill(skill, widest) for skill in skills)


def _skill(skill: SkillProgress, widest: int) -> Para:
    shown = _shown(skill.recent)
    now = f"{shown} of the last {len(skill.recent)}" if shown else f"not yet, in the last {len(skill.recent)}"
    before = f"; {_shown(skill.early)} of the first {len(skill.early)}" if skill.tries > SPAN else ""
    return para(f"{_named(skill.id):<{widest}}  {now}{before}", indent=2, hang=widest + 2)


def _scenarios(scenarios: tuple[ScenarioProgress, ...]) -> Iterator[Block]:
    if not scenarios:
        return
    yield BLANK
    yield heading("Practices finished")
    yield from (_scenario(scenario) for scenario in scenarios[:_MOST_SCENARIOS])
    if len(scenarios) > _MOST_SCENARIOS:
        yield quiet(f"and {len(scenarios) - _MOST_SCENARIOS} before those", indent=2)


def _scenario(scenario: ScenarioProgress) -> Para:
    times = {1: "once", 2: "twice"}.get(scenario.finished, f"{scenario.finished} times")
    if scenario.first is None:
        return para(f"{scenario.id}: {times}", indent=2, hang=2)
    latest = f", latest {scenario.latest}" if scenario.finished > 1 else ""
    best = f", best {scenario.best}" if scenario.best != scenario.first else ""
    return para(f"{scenario.id}: {times}; first try {scenario.first}{latest}{best} of 100", indent=2, hang=2)


def _shown(levels: Sequence[Level]) -> int:
    return sum(level != "missed" for level in levels)


def _named(skill_id: str) -> str:
    return skill_id.replace("-", " ")


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one}" if number == 1 else f"{number} {many or one + 's'}"
