"""`scenario try`: type replies at one step of a scenario and see at once how they are told, and why."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from peercoach.cli.options import Plain
from peercoach.cli.printing import print_lines, print_report, width
from peercoach.errors import PeercoachError

if TYPE_CHECKING:
    from peercoach.scenario.faults import Fault
    from peercoach.scenario.format import Scenario
    from peercoach.terminal.try_talk import Bench


def try_command(  # noqa: PLR0913  # one argument for each option there is
    which: Annotated[str, typer.Argument(metavar="FILE|ID", help="A scenario's file, or its id.")],
    step: Annotated[str, typer.Argument(metavar="[STEP]", help="The step to reply at; else you choose.")] = "",
    *,
    from_step: Annotated[str, typer.Option("--from-step", metavar="STEP", help="The same as STEP.")] = "",
    point: Annotated[str, typer.Option("--point", metavar="PATTERN", help="Try a pattern, as in 'induct*|[first day]'.")] = "",
    marked: Annotated[Path | None, typer.Option("--marked", metavar="FILE", help="Try it on marked replies in a file.")] = None,
    add_to: Annotated[str, typer.Option("--add-to", metavar="POINT", help="With --marked: the point it would go into.")] = "",
    form: Annotated[Literal["text", "json"], typer.Option("--format", help="With --marked: lines to read, or JSON.")] = "text",
    plain: Plain = False,
) -> None:
    """Type replies at one step and see how each is told.

    You see its band and score, every skill and point, and why.

    `keep` keeps the last reply as an example in the file; nothing else of what is typed is stored. Replies can be piped in,
    one a line.
    """
    wanted = step or from_step
    if marked is not None:
        from peercoach.cli.scenario_marked import try_point

        print_report(try_point(which, wanted or None, _given(point), marked, add_to or None), form)
        return
    if point:
        from peercoach.scenario.point_trial import readable

        readable(point)
    try:
        _try(which, wanted, point, plain=plain)
    except KeyboardInterrupt:
        raise KeyboardInterrupt("Stopped. Only what you kept is stored.") from None


def _given(point: str) -> str:
    if not point:
        raise PeercoachError("There is no pattern to try on them.", "Add it, as in: --point 'induct*|[first day]'", status=2)
    return point


def _try(which: str, step: str, pattern: str, *, plain: bool) -> None:
    from peercoach.cli.scenario_text import wrapped
    from peercoach.terminal.try_talk import try_replies

    bench = _bench(which, plain=plain)
    place = _place(bench, step)
    if place is None:
        return
    kept = try_replies(bench, place, pattern)
    if kept:
        said = f"Kept {kept} example{'' if kept == 1 else 's'}: peercoach scenario test {bench.draft.path} says how they do."
        print_lines(wrapped(said, width()))


def _bench(which: str, *, plain: bool) -> Bench:
    import os
    import sys

    from peercoach.cli.room import help_routes
    from peercoach.cli.scenario_files import as_typed, library
    from peercoach.keep.scenario_file import Draft
    from peercoach.terminal.ask import asker_for
    from peercoach.terminal.screen import screen_for
    from peercoach.terminal.try_talk import Bench

    screen = screen_for(sys.stdout, plain=plain, env=os.environ)
    ask = asker_for(screen, (sys.stdin, sys.stdout), plain=plain, env=os.environ)
    entry = library().find(which)
    return Bench(screen, ask, help_routes, Draft(as_typed(entry.path), _lint, entry.pack), echo=not sys.stdin.isatty())


def _lint(scenario: Scenario, text: str) -> tuple[Fault, ...]:
    from peercoach.cli.scenario_files import known_services
    from peercoach.scenario.lint import lint

    return lint(scenario, text, known_services)


def _place(bench: Bench, step: str) -> int | None:
    """Where the step is that was named, or the only one there is, or the one they choose; None when they don't.

    Replies that are piped in can't be asked: the first step with a reply it is, and that is said.
    """
    import sys

    from peercoach.scenario.marked import step_place
    from peercoach.scenario.trying import step_at, written_steps
    from peercoach.terminal.ask import Choice
    from peercoach.terminal.words import quiet

    scenario = bench.draft.scenario
    place = step_place(scenario, step or None)
    if place is not None:
        return place
    steps = {step_at(scenario, place).id: place for place in written_steps(scenario)}
    first = next(iter(steps))
    if not sys.stdin.isatty():
        bench.screen.show(quiet(f"At {first}, the first step with a reply; --from-step names another: {', '.join(steps)}."))
        return steps[first]
    given = bench.ask.pick("At which step?", tuple(Choice(name, name) for name in steps))
    return steps.get(given.text)
