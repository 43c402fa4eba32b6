"""After a practice: end its run, sum it up next to the time before, and say what is next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peercoach.coaching.moment import Level
from peercoach.keep.library import Library
from peercoach.keep.progress import Progress, Run, Store
from peercoach.practice.next import Past, Suggestion, offered, suggest
from peercoach.practice.report import first_levels, report
from peercoach.practice.values import State
from peercoach.terminal.end_view import ending
from peercoach.terminal.play import Ending
from peercoach.terminal.words import BLANK, quiet

if TYPE_CHECKING:
    from peercoach.terminal.session import Room


def close(room: Room, run: Run | None, end: Ending, *, since: tuple[State, Progress | None]) -> None:
    """Close a sitting. `since` is where this sitting began, and what was kept at that time."""
    store, scenario = room.store, end.state.scenario
    if store and run and (end.how == "finished" or not end.resume):
        (store.finish if end.how == "finished" else store.leave)(run)
    if end.how == "finished":
        eased = room.eased or end.cared
        suggestion = next_for(room.library, store, after=scenario.id, audience=scenario.audience, eased=eased)
        summed_up = report(end.state, _last_time(*since))
        room.screen.show(*ending(scenario.title, summed_up, suggestion, kept=bool(store and store.keeping)))
    elif end.how == "stopped":
        room.screen.show(BLANK, quiet(_stopped(store)))
    elif end.how == "break":
        room.screen.show(BLANK, quiet("Go gently. There's nothing you have to finish."))


def next_for(  # noqa: PLR0913  # each narrows what is looked at
    library: Library, store: Store | None, *, after: str = "", audience: str = "", new: bool = False, eased: bool = False
) -> Suggestion | None:
    """What to practise next, going by what is kept; with `new`, leaving out what is unfinished; `eased`, hard subjects."""
    past = store.summary().past() if store else Past()
    left_out = {after, *(past.unfinished if new else ())}
    scenarios = tuple(entry.scenario for entry in library.entries() if entry.scenario.id not in left_out)
    found = suggest(offered(scenarios, eased=eased), past, audience=audience)
    pack = library.pack_title(found.scenario_id) if found else ""
    return found._replace(title=f"{found.title}, from {pack}") if found and pack else found


def _last_time(began: State, before: Progress | None) -> dict[str, Level]:
    """The level of each skill's last first try before this practice; left out where this practice had begun already."""
    here = first_levels(began)
    skills = before.skills if before else ()
    return {skill.id: skill.recent[-1] for skill in skills if skill.recent and skill.id not in here}


def _stopped(store: Store | None) -> str:
    if store is None:
        return "Stopped. Nothing was kept, as you asked."
    return "Stopped. Everything up to here is kept." if store.keeping else "Stopped. It couldn't be kept this time."
