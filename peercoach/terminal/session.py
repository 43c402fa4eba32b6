"""One sitting: opening a scenario or taking it up again, playing it, keeping it, and the last page."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from peercoach.keep.library import Entry, Library
from peercoach.keep.progress import Run, Store
from peercoach.practice.engine import replay, start
from peercoach.practice.next import is_heavy
from peercoach.practice.values import Answer, Candidates, Outcome, State
from peercoach.scenario.format import Scenario
from peercoach.terminal.ask import Asker, Choice
from peercoach.terminal.chat_view import opening
from peercoach.terminal.keeping import kept_of
from peercoach.terminal.play import Ending, Seat, play
from peercoach.terminal.screen import Screen
from peercoach.terminal.words import BLANK, Block, para, quiet

if TYPE_CHECKING:
    from peercoach.coaching.services import Directory


@dataclass(frozen=True, slots=True)
class Room:
    """All that a sitting needs of the world. `store` is None when nothing is to be kept.

    `eased`: hard subjects are left out of what is offered, because that was settled or because of what just happened.
    """

    screen: Screen
    ask: Asker
    library: Library
    store: Store | None
    candidates: Callable[[Scenario], Candidates]
    routes: Callable[[], tuple[Block, ...]]
    why: Callable[[str], str]
    eased: bool = False
    services: Callable[[Entry], Directory | None] = lambda _: None
    """The services a scenario goes by, where they aren't those that come with peercoach."""


def sit(room: Room, entry: Entry, *, carry_on: bool = False) -> Ending:
    """Practise one scenario; how it ended. What is answered is kept as it is given.

    `carry_on`: they have said already that they want to go on where they stopped.
    """
    scenario = replace(entry.scenario, services=room.services(entry))
    offered = room.candidates(scenario)
    run, state = _taken_up(room, scenario, offered, carry_on=carry_on)
    before = room.store.summary() if room.store else None
    if not (state.done or state.tries) or (room.eased and is_heavy(scenario)):
        room.screen.show(*opening(scenario))
        if scenario.content and not _still_wanted(room):
            return Ending("stopped", state)
    told = _Told(room, scenario, run)
    keeps_words = bool(room.store and room.store.keeps_words)
    end = play(state, Seat(room.screen, room.ask, told.record, room.routes, room.why, keeps_words, _ease(room)))
    from peercoach.terminal.closing import close  # noqa: PLC0415  # nothing of the last page is needed before there is one

    close(room, told.run, end, since=(state, before))
    return end


def _ease(room: Room) -> Callable[[], None] | None:
    """What settles that hard subjects are left out; None where they are already, or nothing is kept."""
    store = room.store
    return None if room.eased or store is None else lambda: store.ease_off(on=True)


class _Told:
    """Keeps answers as they come; the run begins with the first."""

    def __init__(self, room: Room, scenario: Scenario, run: Run | None) -> None:
        self.room = room
        self.scenario = scenario
        self.run = run

    def record(self, before: State, answer: Answer, outcome: Outcome) -> None:
        store = self.room.store
        if store is None:
            return
        seen = store.notices
        if self.run is None:
            self.run = store.start(self.scenario.id, fingerprint(self.scenario))
        store.answer(self.run, kept_of(before, answer, outcome))
        self.room.screen.show(*map(quiet, store.notices[len(seen) :]))


def fingerprint(scenario: Scenario) -> str:
    """Eight hex digits that change when anything in the scenario does."""
    return f"{zlib.crc32(repr(scenario).encode('utf-8', 'replace')):08x}"


# ---- taking up


def _taken_up(room: Room, scenario: Scenario, offered: Candidates, *, carry_on: bool) -> tuple[Run | None, State]:
    """Where they stopped last time, if they want that; else the beginning."""
    fresh = start(scenario, offered)
    run = _unfinished(room, scenario)
    if run is None or room.store is None:
        return None, fresh
    if run.fingerprint != fingerprint(scenario):
        room.screen.show(BLANK, quiet("This one has changed since you stopped, so it starts from the beginning."))
        room.store.leave(run)
        return None, fresh
    if not carry_on and not _wants_to_carry_on(room, scenario):
        room.store.leave(run)
        return None, fresh
    answers = (Answer(kept.kind, kept.value) for kept in room.store.answers(run))  # type: ignore[arg-type]  # kinds come back as they went in
    return run, replay(scenario, answers, offered)


def _unfinished(room: Room, scenario: Scenario) -> Run | None:
    runs = room.store.unfinished() if room.store else ()
    return next((run for run in runs if run.scenario_id == scenario.id), None)


def _wants_to_carry_on(room: Room, scenario: Scenario) -> bool:
    room.screen.show(BLANK, para((scenario.title, "heading")))
    choices = (Choice("on", "carry on where I stopped"), Choice("new", "start from the beginning"))
    while True:
        given = room.ask.pick("You stopped part way through this one.", choices)
        if given.word == "help-now":
            room.screen.show(BLANK, *room.routes())
        else:
            return given.text != "new"


def _still_wanted(room: Room) -> bool:
    """Whether they start it, having read the content note. Not starting needs no reason."""
    room.screen.show(BLANK)
    choices = (Choice("start", "start"), Choice("not-this", "not this one, no questions"))
    while True:
        given = room.ask.pick("Start?", choices)
        if given.word == "help-now":
            room.screen.show(BLANK, *room.routes())
        elif given.word in ("?", "hint"):
            room.screen.show(quiet("Start it, or leave it be: both are fine."))
        else:
            return given.text == "start"
