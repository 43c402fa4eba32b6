"""Bare `peercoach`: where to go from here. And `next`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peercoach.cli.options import Plain, Private

if TYPE_CHECKING:
    from peercoach.terminal.ask import Choice
    from peercoach.terminal.session import Room

FIRST_TIME = (
    "Hello. This is a place to practise supporting other people in a group chat, at your own pace.",
    "You read a chat, write what you'd say, and hear what landed and one thing to try. Nobody is judged here.",
    "Everything stays on this computer: no account, no internet, nobody else reads it.",
    "You can stop at any time and nothing is lost. Help for you is one word away: help-now.",
)


def home(*, plain: bool, private: bool) -> None:
    """Show the ways on, and take them, until the learner leaves. Without any input it is shown once."""
    from peercoach.cli.room import room

    with room(plain=plain, private=private) as first:
        _welcome(first)
        here: Room | None = first
        while here:
            here = _once(here, plain=plain)


def next_command(*, plain: Plain = False, private: Private = False) -> None:
    """What to practise next, and why. On a terminal it can be started right away."""
    from peercoach.cli.playing import practise
    from peercoach.cli.room import room
    from peercoach.terminal.ask import Choice
    from peercoach.terminal.closing import next_for
    from peercoach.terminal.end_view import next_up
    from peercoach.terminal.words import BLANK, quiet

    with room(plain=plain, private=private) as here:
        suggestion = next_for(here.library, here.store, eased=here.eased)
        if suggestion is None:
            here.screen.show(quiet("There is nothing to practise yet. To write a scenario: peercoach scenario new"))
            return
        here.screen.show(BLANK, *next_up(suggestion), BLANK)
        given = here.ask.pick("Start it now?", (Choice("start", "start now"), Choice("later", "not now")))
        if given.word == "help-now":
            here.screen.show(BLANK, *here.routes())
        if given.text == "start":
            practise(here, suggestion.scenario_id)


def _welcome(here: Room) -> None:
    """Say where this is; the first time, what it is, and ask the one thing that has to be settled."""
    import os
    import sys

    from peercoach.keep.profiles import DEFAULT, profile_in
    from peercoach.terminal.words import BLANK, heading, para

    profile = profile_in(os.environ)
    title = heading("peercoach" if profile == DEFAULT else f"peercoach: {profile}")
    progress = here.store.summary() if here.store else None
    if progress and (progress.started or progress.finished):
        here.screen.show(BLANK, title)
        return
    here.screen.show(BLANK, title, *map(para, FIRST_TIME))
    if here.store and sys.stdin.isatty():  # lines from a pipe are for the menu: nobody is there to be asked
        from peercoach.terminal.settling import ask_about_words

        ask_about_words(here.screen, here.ask, here.store, here.routes)


def _once(here: Room, *, plain: bool) -> Room | None:
    """One turn of the menu; the room as it is after it, or None when they leave."""
    from peercoach.terminal.words import BLANK, quiet

    ways = _ways(here)
    here.screen.show(BLANK)
    given = here.ask.pick("Where to?", tuple(way for way, _ in ways))
    if given.word in ("stop", "skip") or given.text == "leave":
        return None
    if given.word in ("?", "hint"):
        here.screen.show(quiet("Pick a way by its number. Leaving is always fine; what you did is kept."))
        return here
    key = given.text or given.word
    return _go(here, key, next((scenario_id for way, scenario_id in ways if way.key == key), ""), plain=plain)


def _ways(here: Room) -> tuple[tuple[Choice, str], ...]:
    """The ways on, each with the scenario it leads to, if it leads to one."""
    from peercoach.terminal.ask import Choice
    from peercoach.terminal.closing import next_for

    first, ways = next_for(here.library, here.store, eased=here.eased), []
    if first and here.store and first.scenario_id in here.store.summary().unfinished:
        ways.append((Choice("carry-on", f"carry on where you stopped: {first.title}"), first.scenario_id))
        first = next_for(here.library, here.store, new=True, eased=here.eased)
    if first:
        ways.append((Choice("next", f"what to practise next: {first.title} ({first.why.rstrip('.')})"), first.scenario_id))
    rest = (
        ("choose", "choose a practice"),
        ("progress", "my progress"),
        ("guide", "the guide"),
        ("settings", "settings: what is kept, what is offered"),
        ("help-now", "help for me, now"),
        ("leave", "leave"),
    )
    return (*ways, *((Choice(key, label), "") for key, label in rest))


def _go(here: Room, way: str, scenario_id: str, *, plain: bool) -> Room | None:
    from peercoach.cli.playing import choose
    from peercoach.terminal.words import BLANK

    match way:
        case "carry-on" | "next":
            return _practise(here, scenario_id, carry_on=way == "carry-on")
        case "choose":
            return _practise(here, wanted) if (wanted := choose(here)) else here
        case "progress":
            _progress(plain=plain)
        case "guide":
            _guide(here, plain=plain)
        case "settings":
            from peercoach.terminal.settling import settle

            return settle(here)
        case "help-now":
            here.screen.show(BLANK, *here.routes())
    return here


def _practise(here: Room, scenario_id: str, *, carry_on: bool = False) -> Room | None:
    """Practise, and come back; not after "a break, or stop for today". After a hard moment hard subjects are left out."""
    from dataclasses import replace

    from peercoach.cli.playing import practise

    end = practise(here, scenario_id, carry_on=carry_on)
    if end.how == "break":
        return None
    return replace(here, eased=here.eased or end.cared)


def _progress(*, plain: bool) -> None:
    from peercoach.cli.progress import progress_command

    progress_command(plain=plain)


def _guide(here: Room, *, plain: bool) -> None:
    """The guide's contents, then the pages they pick."""
    from peercoach.cli.guide import show_guide
    from peercoach.coaching.skills import DETECTORS
    from peercoach.terminal.ask import Choice

    choices = (*(Choice(each.id, each.title) for each in DETECTORS), Choice("back", "back"))
    while True:
        given = here.ask.pick("Which skill?", choices)
        if given.word in ("stop", "skip") or given.text == "back":
            return
        if given.text:
            show_guide(given.text, plain=plain)
        elif given.word == "help-now":
            here.screen.show(*here.routes())
