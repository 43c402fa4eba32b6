"""Which way a talk goes after an answer: conditions tested against a result."""

from __future__ import annotations

from peercoach.coaching.moment import Result
from peercoach.scenario.format import Test, Then


def first_match(thens: tuple[Then, ...], result: Result) -> Then | None:
    """The first entry whose condition holds, `else` always does; None when none fits."""
    return next((then for then in thens if not then.tests or any(holds(test, result) for test in then.tests)), None)


def otherwise(thens: tuple[Then, ...]) -> Then | None:
    """The `else` entry, if there is one."""
    return next((then for then in thens if not then.tests), None)


def holds(test: Test, result: Result) -> bool:
    """Whether the result passes the test; of several bands or ids, any one is enough."""
    return (
        result.band in test.bands
        or any(result.shows(name) for name in test.shows)
        or any(not result.shows(name) for name in test.misses)
        or any(result.falls_into(name) for name in test.falls_into)
    )
