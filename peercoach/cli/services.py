"""`services`: who can help, found in plain words ("someone to text at 2am, 17, eating")."""

from __future__ import annotations

from typing import Annotated

import typer

from peercoach.cli.options import Plain


def services_command(
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[WORDS]...", help="What for, how old, when: text 2am 17 eating")
    ] = None,
    *,
    plain: Plain = False,
) -> None:
    """Services that can help, why each fits, and how to reach them."""
    import os
    import sys
    from datetime import datetime

    from peercoach.cli.printing import aside
    from peercoach.keep.group_services import services_in_use
    from peercoach.terminal.screen import screen_for
    from peercoach.terminal.services_view import services_page

    in_use = services_in_use(os.environ)
    known = in_use.directory
    if in_use.notice:
        aside(in_use.notice)
    found = known.find(" ".join(words or ()))
    today = datetime.now().astimezone().date()
    stale = [each.service.id for each in found if known.stale(each.service, today)]
    page = services_page(found, stale, human_checked=known.read.human_checked)
    screen_for(sys.stdout, plain=plain, env=os.environ).show(*page)
    if not words:
        print("\nAsk in your own words: peercoach services someone to text at 2am, 17, eating")
