"""Sets the room for a sitting: streams, screen, prompts, library and store. Knows no typer: `practise` may not wait for it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from peercoach.keep.library import Library
    from peercoach.keep.progress import Store
    from peercoach.practice.values import Candidates
    from peercoach.scenario.format import Scenario
    from peercoach.terminal.session import Room
    from peercoach.terminal.words import Block


@contextmanager
def room(*, plain: bool, private: bool) -> Iterator[Room]:
    """A room to sit in. The store is closed, and so backed up, on the way out; Ctrl-C says what became of the answers."""
    from peercoach.keep.library import built_in
    from peercoach.keep.places import home
    from peercoach.terminal.words import BLANK, quiet

    folder = home(os.environ)
    if private:
        with _kindly("Stopped. Nothing was kept, as you asked."):
            yield _room(built_in(folder), None, plain=plain)
        return
    from peercoach.keep.progress import Store

    with Store.open(folder, lambda: datetime.now(UTC)) as store:
        made = _room(built_in(folder), store, plain=plain)
        if store.notices:
            made.screen.show(BLANK, *map(quiet, store.notices))
        kept = "Everything up to here is kept." if store.keeping else "It couldn't be kept this time."
        with _kindly(f"Stopped. {kept}"):
            yield made
        told = len(store.notices)
    made.screen.show(*map(quiet, store.notices[told:]))


@contextmanager
def _kindly(words: str) -> Iterator[None]:
    try:
        yield
    except KeyboardInterrupt:
        raise KeyboardInterrupt(words) from None


def _room(library: Library, store: Store | None, *, plain: bool) -> Room:
    from peercoach.terminal.ask import asker_for
    from peercoach.terminal.screen import screen_for
    from peercoach.terminal.session import Room

    screen = screen_for(sys.stdout, plain=plain, env=os.environ)
    ask = asker_for(screen, (sys.stdin, sys.stdout), plain=plain, env=os.environ)
    return Room(screen, ask, library, store, _candidates, _routes, _why)


def _candidates(scenario: Scenario) -> Candidates:
    """The services its pick steps offer. The directory is read only for a scenario that has such a step."""
    from peercoach.scenario.format import SignpostStep

    if not any(isinstance(step, SignpostStep) and step.how == "choose" for step in scenario.steps):
        return ()
    from peercoach.coaching.services import directory
    from peercoach.practice.candidates import candidates

    return candidates(scenario, directory())


def _routes() -> tuple[Block, ...]:
    """Help for the learner, at most four routes."""
    from peercoach.cli.help_routes import ROUTES
    from peercoach.terminal.words import para

    return tuple(para((f"{when}: ", "help"), do, hang=2) for when, do in ROUTES)


def _why(about: str) -> str:
    """Why a skill or pitfall matters; "" for anything else."""
    from peercoach.coaching.detectors import BY_ID

    return BY_ID[about].why if about in BY_ID else ""
