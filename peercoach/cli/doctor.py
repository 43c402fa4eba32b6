"""`doctor`: one screen on how peercoach is here, and what to do where something is not as it should be."""

from __future__ import annotations

from typing import Annotated, Literal

import typer


def doctor_command(
    form: Annotated[Literal["text", "json"], typer.Option("--format", help="Lines to read, or JSON.")] = "text",
) -> None:
    """Say whether all is well here: your data, its backups, the screen, the services, your scenarios.

    Looks and changes nothing. Exit status 1 when something needs mending.
    """
    import os
    import sys
    from datetime import UTC, datetime

    from peercoach.cli.doctor_work import examine
    from peercoach.cli.printing import print_report

    report = examine(os.environ, sys.stdout, datetime.now(UTC))
    print_report(report, form)
    if report.worst == "trouble":
        raise typer.Exit(1)
