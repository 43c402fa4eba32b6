"""A room for tests: typed lines in, text out, a clock that stands still."""

from __future__ import annotations

from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

from peercoach.keep.library import Entry, Library
from peercoach.keep.progress import Store
from peercoach.scenario.format import Scenario
from peercoach.terminal.ask import PlainAsker
from peercoach.terminal.screen import PlainScreen
from peercoach.terminal.session import Room, sit
from peercoach.terminal.words import para
from tests.practice.talks import CANDIDATES

NOON = datetime(2026, 1, 5, 12, tzinfo=UTC)
EMPTY = Library(())
ROUTES = (para("If you're unsafe now: 999."),)


def opened(home: Path) -> Store:
    """A store in a folder, at noon."""
    return Store.open(home, lambda: NOON)


def sat(scenario: Scenario, typed: str, store: Store | None = None, *, carry_on: bool = False, library: Library = EMPTY) -> str:
    """Practise a scenario with these lines typed; everything that was shown."""
    out = StringIO()
    screen = PlainScreen(out)
    ask = PlainAsker(screen, StringIO(typed), out)
    room = Room(screen, ask, library, store, lambda _: CANDIDATES, lambda: ROUTES, lambda about: f"{about} matters.")
    sit(room, Entry(Path("talk.yaml"), scenario), carry_on=carry_on)
    return out.getvalue()
