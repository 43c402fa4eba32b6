"""Options that several commands share."""

from __future__ import annotations

from typing import Annotated

import typer

Plain = Annotated[bool, typer.Option("--plain", envvar="PEERCOACH_PLAIN", help="Plain lines: no colour, nothing drawn.")]
Private = Annotated[bool, typer.Option("--private", help="Keep nothing at all.")]
