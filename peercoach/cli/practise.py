"""`practise [ID]`: one scenario, played in the terminal."""

from __future__ import annotations

from typing import Annotated

import typer

from peercoach.cli.options import Plain, Private


def practise_command(
    scenario: Annotated[str, typer.Argument(metavar="[ID]", help="The scenario's name; without it, choose one.")] = "",
    *,
    plain: Plain = False,
    private: Private = False,
) -> None:
    """Practise a scenario; without its name, choose one. Stopping loses nothing: next time carries on."""
    from peercoach.cli.playing import run_practice

    run_practice(scenario, plain=plain, private=private)
