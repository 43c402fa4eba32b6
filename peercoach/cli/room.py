"""Sets the room for a sitting: streams, screen, prompts, library and store. Knows no typer: `practise` may not wait for it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from peercoach.coaching.services import Directory
    from peercoach.keep.library import Entry, Library
    from peercoach.keep.progress import Store
    from peercoach.practice.values import Candidates
    from peercoach.scenario.format import Scenario
    from peercoach.terminal.screen import Screen
    from peercoach.terminal.session import Room
    from peercoach.terminal.words import Block


@contextmanager
def room(*, plain: bool, private: bool) -> Iterator[Room]:
    """A room to sit in. The store is closed, and so backed up, on the way out; Ctrl-C says what became of the answers."""
    from peercoach.keep.library import built_in
    from peercoach.keep.places import home
    from peercoach.keep.profiles import learner_folder, new_profile
    from peercoach.terminal.words import BLANK, quiet

    shared, folder = home(os.environ), learner_folder(os.environ)
    if private:
        from peercoach.keep.settings import eases_off

        with _kindly("Stopped. Nothing was kept, as you asked."):
            yield _room(built_in(shared), None, plain=plain, eased=eases_off(folder))
        return
    from peercoach.keep.progress import Store

    told = new_profile(os.environ)
    with Store.open(folder, lambda: datetime.now(UTC)) as store:
        made = _room(built_in(shared), store, plain=plain, eased=store.eases_off)
        if told or store.notices:
            made.screen.show(BLANK, *map(quiet, (*told, *store.notices)))
        kept = "Everything up to here is kept." if store.keeping else "It couldn't be kept this time."
        with _kindly(f"Stopped. {kept}"):
            yield made
        seen = len(store.notices)
    made.screen.show(*map(quiet, store.notices[seen:]))


@contextmanager
def _kindly(words: str) -> Iterator[None]:
    try:
        yield
    except KeyboardInterrupt:
        raise KeyboardInterrupt(words) from None


def _room(library: Library, store: Store | None, *, plain: bool, eased: bool) -> Room:
    from peercoach.terminal.ask import asker_for
    from peercoach.terminal.screen import screen_for
    from peercoach.terminal.session import Room

    screen = screen_for(sys.stdout, plain=plain, env=os.environ)
    ask = asker_for(screen, (sys.stdin, sys.stdout), plain=plain, env=os.environ)
    return Room(screen, ask, library, store, _candidates, help_routes, _why, eased, partial(_services, screen))


def _services(screen: Screen, entry: Entry) -> Directory | None:
    """The services its scenario goes by, with the group's and its pack's own; None where nobody has any, and nothing is read."""
    from peercoach.keep.library import pack_file_for
    from peercoach.keep.profiles import group_file

    if group_file(os.environ) is None and pack_file_for(entry.path.parent) is None:
        return None
    from peercoach.keep.group_services import services_in_use
    from peercoach.keep.pack_services import with_packs_own
    from peercoach.terminal.words import quiet

    known = services_in_use(os.environ)
    if known.notice:
        screen.show(quiet(known.notice))
    return with_packs_own(known.directory, entry.path.parent)


def _candidates(scenario: Scenario) -> Candidates:
    """The services its pick steps offer. The directory is read only for a scenario that has such a step."""
    from peercoach.scenario.format import SignpostStep

    if not any(isinstance(step, SignpostStep) and step.how == "choose" for step in scenario.steps):
        return ()
    from peercoach.coaching.services import directory
    from peercoach.practice.candidates import candidates

    return candidates(scenario, scenario.services or directory())


def help_routes() -> tuple[Block, ...]:
    """Help for the learner, at most four routes."""
    from peercoach.cli.help_routes import ROUTES
    from peercoach.terminal.words import para

    return tuple(para((f"{when}: ", "help"), do, hang=2) for when, do in ROUTES)


def _why(about: str) -> str:
    """Why a skill or pitfall matters; "" for anything else."""
    from peercoach.coaching.detectors import BY_ID

    return BY_ID[about].why if about in BY_ID else ""
