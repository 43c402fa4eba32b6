"""`scenario`: list, check, test and show scenario files, and print the format's JSON Schema."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from peercoach.cli.scenario_text import Checks, Listing, Tests

app = typer.Typer(no_args_is_help=True, add_completion=False, help="Write, check and try scenarios.")

Which = Annotated[list[str] | None, typer.Argument(metavar="[PATH|ID]...", help="Files, folders or ids; else all.")]
Format = Annotated[Literal["text", "json"], typer.Option("--format", help="Lines to read, or JSON.")]


@app.command("list")
def list_command(form: Format = "text") -> None:
    """The scenarios there are: id, title, who it is for, level and minutes."""
    from peercoach.cli.scenario_files import listed

    _report(listed(), form)


@app.command("check")
def check_command(
    which: Which = None,
    form: Format = "text",
    *,
    fix: Annotated[bool, typer.Option("--fix", help="First rewrite what YAML would misread.")] = False,
) -> None:
    """Say what to mend in scenario files, each thing with its place. Exit status 1 when something is an error."""
    from peercoach.cli.scenario_files import check, mend

    mended = mend(which or []) if fix else ()
    report = check(which or [], mended)
    _report(report, form)
    if report.errors:
        raise typer.Exit(1)


@app.command("test")
def try_examples(which: Which = None, form: Format = "text") -> None:
    """Score the example replies and say where the scorer disagrees with their author. Exit status 1 when it does."""
    from peercoach.cli.scenario_files import test

    report = test(which or [])
    _report(report, form)
    if not report.agrees:
        raise typer.Exit(1)


@app.command("show")
def show_command(which: Annotated[str, typer.Argument(metavar="ID", help="A scenario's id, or a file.")]) -> None:
    """Show a whole scenario as text: people, steps, examples and all, as a trainer reads it."""
    from peercoach.cli.scenario_files import library
    from peercoach.cli.scenario_script import script

    _print(script(library().find(which).scenario, _width()))


@app.command("schema")
def schema_command() -> None:
    """Print the format as a JSON Schema (2020-12), for editors that complete keys and explain them."""
    from peercoach.scenario.schema import schema

    _json(schema())


@app.command("new")
def new_command(path: Annotated[Path, typer.Argument(metavar="FILE", help="The file to start, such as my-first.yaml.")]) -> None:
    """Start a scenario file: a small one that works, with notes on what to change."""
    from peercoach.cli.scenario_files import start

    made = start(path)
    _print([f"{made} is ready to write in.", f"peercoach scenario check {made} says what to mend."])


def _report(report: Checks | Tests | Listing, form: str) -> None:
    """Show a result as lines or as JSON."""
    if form == "json":
        _json(report.as_json())
    else:
        _print(report.lines(_width()))


def _print(lines: Iterable[str]) -> None:
    """Print lines made harmless."""
    from peercoach.terminal.words import harmless

    for line in lines:
        print(harmless(line))


def _json(whole: object) -> None:
    """Print JSON with nothing but ASCII in it."""
    import json

    print(json.dumps(whole, indent=2))


def _width() -> int:
    """Columns to fill: the terminal's, or as many as it takes when something else reads the lines."""
    import shutil
    import sys

    return shutil.get_terminal_size().columns if sys.stdout.isatty() else 10_000
