"""`scenario test`: the scorer held against what people say of replies, once or each time a file is saved."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, NoReturn

import typer

from peercoach.cli.options import Plain
from peercoach.errors import PeercoachError

if TYPE_CHECKING:
    from peercoach.cli.scenario_tests import Tests

WRONG_USAGE = 2
"""The exit status of what was typed wrong: no saving of a file can mend that."""

Which = Annotated[list[str] | None, typer.Argument(metavar="[PATH|ID]...", help="Files, folders or ids; else all.")]
Format = Annotated[Literal["text", "json"], typer.Option("--format", help="Lines to read, or JSON.")]


def examples_command(  # noqa: PLR0913  # each is an option
    which: Which = None,
    form: Format = "text",
    *,
    marked: Annotated[
        Path | None,
        typer.Option("--marked", metavar="FILE", help="Replies you marked elsewhere: .csv or .jsonl.", show_default=False),
    ] = None,
    step: Annotated[
        str | None, typer.Option("--step", metavar="ID", help="With --marked: the step they answer.", show_default=False)
    ] = None,
    watch: Annotated[bool, typer.Option("--watch", help="Test again each time a file is saved, until Ctrl-C.")] = False,
    plain: Plain = False,
) -> None:
    """Say where you and the scorer differ on the example replies. Exit status 1 when you do.

    Too generous: the scorer told a higher band than you. Too harsh: a lower one. Where you say two bands ("strong or
    developing"), either agrees. Kappa is agreement on the bands beyond what chance would give, where two bands off counts four
    times as much as one; it takes ten replies. For each rubric line it says which replies would come out differently without
    it, and which ones test it.

    A file for --marked has a row (or a line) for each reply, with reply and band, and if you like step, shows, misses,
    falls-into and id. The replies stay in memory: nothing of them is kept.
    """
    from peercoach.cli.printing import print_report

    if watch and form == "json":
        raise PeercoachError("--watch is for reading along; leave out --format json.", status=2)
    if step is not None and marked is None:
        raise PeercoachError("--step goes with --marked.", status=2)
    if watch:
        _watch(which or [], marked, step, plain=plain)
    report = _test(which or [], marked, step)
    print_report(report, form)
    if not report.agrees:
        raise typer.Exit(1)


def _test(which: Sequence[str], marked: Path | None, step: str | None) -> Tests:
    if marked is None:
        from peercoach.cli.scenario_files import test

        return test(which)
    from peercoach.cli.scenario_marked import hold_against

    return hold_against(which, marked, step)


def _watch(which: Sequence[str], marked: Path | None, step: str | None, *, plain: bool) -> NoReturn:
    """Test, and again each time one of the files changes; ends with Ctrl-C."""
    import os
    import sys
    import time

    from peercoach.cli.scenario_files import files_named, pinned
    from peercoach.cli.scenario_watch import PAUSE, Look, look_at, watch
    from peercoach.terminal.screen import clear

    names = pinned(which)

    def look() -> Look:
        try:
            return look_at([*files_named(names), *([marked] if marked else [])])
        except PeercoachError:  # a file went that had been named; testing will say so
            return {}

    def run(changed: tuple[Path, ...]) -> None:
        began = time.perf_counter()
        clear(sys.stdout, plain=plain, env=os.environ)
        _saved(changed)
        _show(names, marked, step)
        print(f"Took {time.perf_counter() - began:.1f} seconds. Watching {_count(len(look()))}; Ctrl-C ends it.", flush=True)

    try:
        watch(look, run, lambda: time.sleep(PAUSE))
    except KeyboardInterrupt:
        raise KeyboardInterrupt("Stopped watching.") from None


def _saved(changed: Sequence[Path]) -> None:
    from peercoach.cli.printing import print_lines
    from peercoach.cli.scenario_files import as_typed
    from peercoach.scenario.faults import listed

    if changed:
        print_lines(["", f"{listed([str(as_typed(path)) for path in changed], 'and')} changed.", ""])


def _show(names: Sequence[str], marked: Path | None, step: str | None) -> None:
    """Print a report, or why there is none: a file that can't be used now can be mended. What was typed wrong ends it."""
    from peercoach.cli.printing import print_lines, width

    try:
        print_lines(_test(names, marked, step).lines(width()))
    except PeercoachError as trouble:
        if trouble.status == WRONG_USAGE:
            raise
        print_lines(filter(None, (trouble.message, trouble.hint)))


def _count(number: int) -> str:
    from peercoach.cli.scenario_text import count

    return count(number, "file")
