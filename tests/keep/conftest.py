"""A clock that only moves when told, and stores on it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from peercoach.keep.progress import Store


class Clock:
    """Noon on a day in May, until it is moved."""

    def __init__(self) -> None:
        self.time = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time

    def pass_days(self, days: int) -> None:
        self.time += timedelta(days=days)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def opened(own_home: Path, clock: Clock) -> Callable[[], Store]:
    """Open the store in the test's own home."""
    return lambda: Store.open(own_home, clock)
