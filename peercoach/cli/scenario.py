"""`scenario`: list, check, test and show scenario files, and print the format's JSON Schema."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from peercoach.cli.printing import print_lines as _print
from peercoach.cli.printing import print_report as _report
from peercoach.cli.printing import width as _width
from peercoach.cli.scenario_check import check_command
from peercoach.cli.scenario_map import map_command
from peercoach.cli.scenario_new import new_command
from peercoach.cli.scenario_pack import app as pack_app
from peercoach.cli.scenario_schema import schema_command
from peercoach.cli.scenario_testing import examples_command
from peercoach.cli.scenario_try import try_command
from peercoach.cli.scenario_walk import walk_command

app = typer.Typer(no_args_is_help=True, add_completion=False, help="Write, check and try scenarios.")

Format = Annotated[Literal["text", "json"], typer.Option("--format", help="Lines to read, or JSON.")]


@app.command("list")
def list_command(form: Format = "text") -> None:
    """List the scenarios there are. Each with its id, title, who it is for, level and minutes."""
    from peercoach.cli.scenario_files import listed

    _report(listed(), form)


@app.command("show")
def show_command(which: Annotated[str, typer.Argument(metavar="ID", help="A scenario's id, or a file.")]) -> None:
    """Show a whole scenario as text. People, steps, examples and all, as a trainer reads it."""
    from peercoach.cli.scenario_files import library
    from peercoach.cli.scenario_script import script

    _print(script(library().find(which).scenario, _width()))


app.command("new")(new_command)
app.command("check")(check_command)
app.command("test")(examples_command)
app.command("try")(try_command)
app.command("map")(map_command)
app.command("walk")(walk_command)
app.command("schema")(schema_command)
app.add_typer(pack_app, name="pack")
