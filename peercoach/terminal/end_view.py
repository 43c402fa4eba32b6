"""The end of a practice: what it came to by skill, what went better than last time, what is next."""

from __future__ import annotations

from collections.abc import Iterator

from peercoach.coaching.moment import Level
from peercoach.practice.next import Suggestion
from peercoach.practice.report import Report, SkillLine, StepLine
from peercoach.practice.values import Try
from peercoach.terminal.chat_view import name_list
from peercoach.terminal.feedback_view import BAND_WORDS
from peercoach.terminal.words import BLANK, Block, Para, heading, para, quiet

_LEVEL_WORDS: dict[Level, str] = {"met": "there", "partly": "partly there", "missed": "not yet"}


def ending(title: str, report: Report, suggestion: Suggestion | None, *, kept: bool) -> tuple[Block, ...]:
    """The last page of a practice."""
    blocks: list[Block] = [BLANK, heading(f"That's the end of: {title}")]
    if report.skills:
        blocks += [BLANK, heading("By skill"), *map(_skill, report.skills)]
    if report.steps:
        blocks += [BLANK, *_steps(report.steps)]
    if report.better:
        blocks += [BLANK, para(("Better than last time: ", "strong"), f"{name_list(report.better)}.", hang=2)]
    if report.skipped:
        blocks += [BLANK, quiet(f"Skipped: {report.skipped}. That's fine, they'll be here another day.")]
    blocks += [BLANK, quiet("Kept on this computer." if kept else "Nothing was kept, as you asked.")]
    if suggestion:
        blocks += [BLANK, *next_up(suggestion)]
    return tuple(blocks)


def next_up(suggestion: Suggestion) -> tuple[Block, ...]:
    """What to practise next, why, and how to start it."""
    return (
        para(("Next: ", "heading"), suggestion.title, hang=2),
        para(suggestion.why, indent=2),
        quiet(f"peercoach practise {suggestion.scenario_id}", indent=2),
    )


def _skill(line: SkillLine) -> Para:
    first, best = _LEVEL_WORDS[line.first], _LEVEL_WORDS[line.best]
    grown = first if first == best else f"{first} at first, then {best}"
    return para(f"{line.skill}: ", grown, indent=2, hang=2)


def _steps(steps: tuple[StepLine, ...]) -> Iterator[Para]:
    for number, line in enumerate(steps, 1):
        name = f"Reply {number}" if len(steps) > 1 else "Your reply"
        if line.tries == 1:
            yield para(f"{name}: ", *_band(line.first), hang=2)
        else:
            yield para(f"{name}: first try ", *_band(line.first), "; best ", *_band(line.best), hang=2)


def _band(attempt: Try) -> tuple[str | tuple[str, str], ...]:
    words = (BAND_WORDS[attempt.band], attempt.band)
    return (words, f", {attempt.result.score} of 100") if attempt.result else (words,)
