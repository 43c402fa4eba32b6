"""Which way a talk goes after an answer: conditions tested against a result."""

from __future__ import annotations

from peercoach.coaching.moment import BANDS, Result
from peercoach.scenario.format import ChooseStep, Step, Test, Then


def first_match(thens: tuple[Then, ...], result: Result) -> Then | None:
    """The first entry whose condition holds, `else` always does; None when none fits."""
    return next((then for then in thens if not then.tests or any(holds(test, result) for test in then.tests)), None)


def otherwise(thens: tuple[Then, ...]) -> Then | None:
    """The `else` entry, if there is one."""
    return next((then for then in thens if not then.tests), None)


def skipped_to(step: Step) -> str:
    """Where skipping a choice leads when each of its options leads somewhere: where the best does. "" for just on."""
    if not isinstance(step, ChooseStep) or step.goto or not all(option.goto for option in step.options):
        return ""
    return min(step.options, key=lambda option: BANDS.index(option.band)).goto


def holds(test: Test, result: Result) -> bool:
    """Whether the result passes the test; of several bands or ids, any one is enough."""
    return (
        result.band in test.bands
        or any(result.shows(name) for name in test.shows)
        or any(not result.shows(name) for name in test.misses)
        or any(result.falls_into(name) for name in test.falls_into)
    )
