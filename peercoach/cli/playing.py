"""Choosing a scenario and playing it, for `practise`, `next` and home. Knows no typer: `practise` may not wait for it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from peercoach.scenario.format import Scenario
    from peercoach.terminal.play import Ending
    from peercoach.terminal.session import Room


def run_practice(scenario: str, *, plain: bool, private: bool) -> None:
    """Set the room and play the scenario called `scenario`, or one that is chosen."""
    from peercoach.cli.room import room

    with room(plain=plain, private=private) as here:
        wanted = scenario or choose(here)
        if wanted:
            practise(here, wanted)


def practise(here: Room, scenario_id: str, *, carry_on: bool = False) -> Ending:
    """Play one scenario, and then, if something lighter was asked for, that. How it ended; `cared` counts for both."""
    from peercoach.practice.next import lighter
    from peercoach.terminal.session import sit
    from peercoach.terminal.words import quiet

    end = sit(here, here.library.find(scenario_id), carry_on=carry_on)
    if end.how == "lighter":
        light = lighter(tuple(entry.scenario for entry in here.library.entries() if entry.scenario.id != scenario_id))
        if light:
            return sit(replace(here, eased=True), here.library.find(light.scenario_id))._replace(cared=True)
        here.screen.show(quiet("There's no lighter one here just now. A break is good too."))
    return end


def choose(here: Room) -> str:
    """Let them choose a scenario; "" when they would rather not."""
    from peercoach.practice.next import offered
    from peercoach.terminal.ask import Choice
    from peercoach.terminal.settings_view import LEFT_OUT
    from peercoach.terminal.words import BLANK, quiet

    every = tuple(entry.scenario for entry in here.library.entries())
    scenarios = sorted(offered(every, eased=here.eased), key=lambda each: (each.audience, each.level, each.id))
    if not scenarios:
        here.screen.show(quiet("There are no scenarios here yet. To write one: peercoach scenario new"))
        return ""
    here.screen.show(BLANK, *((quiet(LEFT_OUT),) if len(scenarios) < len(every) else ()), *map(quiet, here.library.troubles))
    choices = tuple(Choice(each.id, _label(each, here.library.pack_title(each.id))) for each in scenarios)
    while True:
        given = here.ask.pick("Which one?", choices)
        if given.word == "help-now":
            here.screen.show(BLANK, *here.routes(), BLANK)
        elif given.word in ("?", "hint"):
            here.screen.show(quiet("Pick one by its number or name. Each says how hard it is and how long it takes."))
        else:
            return given.text


_LEVELS = {1: "first steps", 2: "everyday", 3: "hard"}


def _label(scenario: Scenario, pack: str) -> str:
    facts = [_LEVELS[scenario.level], f"{scenario.minutes} min"]
    facts += ["for moderators"] if scenario.audience == "moderator" else []
    facts += [f"content: {', '.join(scenario.content)}"] if scenario.content else []
    facts += [f"from {pack}"] if pack else []
    return f"{scenario.title} ({', '.join(facts)})"
