"""`guide` and `skills`: what a reply is coached on, from the detectors themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from peercoach.cli.options import Plain
from peercoach.errors import PeercoachError

if TYPE_CHECKING:
    from peercoach.coaching.detector import Detector
    from peercoach.terminal.words import Block


def guide_command(
    skill: Annotated[str, typer.Argument(metavar="[SKILL]", help="A skill or pitfall, such as hear.")] = "",
    *,
    plain: Plain = False,
) -> None:
    """Tips on supporting other people, skill by skill."""
    show_guide(skill, plain=plain)


def skills_command(
    skill: Annotated[str, typer.Argument(metavar="[ID]", help="A skill or pitfall, such as hear.")] = "",
    *,
    plain: Plain = False,
) -> None:
    """What a reply is coached on: every skill and pitfall, each with all its examples."""
    from peercoach.coaching.pitfalls import DETECTORS as PITFALLS
    from peercoach.coaching.skills import DETECTORS as SKILLS
    from peercoach.terminal.guide_view import contents, page

    if skill:
        _show(page(_find(skill), everything=True), plain=plain)
        return
    more = "Read one: peercoach skills hear"
    _show((*contents(SKILLS, "Skills", ""), *contents(PITFALLS, "Pitfalls", more)), plain=plain)


def show_guide(skill: str, *, plain: bool) -> None:
    """Show the guide's contents, or its page on one skill or pitfall."""
    from peercoach.coaching.skills import DETECTORS as SKILLS
    from peercoach.terminal.guide_view import contents, page

    if skill:
        _show(page(_find(skill)), plain=plain)
    else:
        _show(contents(SKILLS, "What helps, skill by skill", "Read one: peercoach guide hear"), plain=plain)


def _find(name: str) -> Detector:
    """The skill or pitfall called `name`; PeercoachError with the nearest when there is none."""
    import difflib

    from peercoach.coaching.detectors import BY_ID

    wanted = name.strip().casefold().replace(" ", "-")
    if wanted in BY_ID:
        return BY_ID[wanted]
    near = difflib.get_close_matches(wanted, BY_ID, n=1)
    hint = f"Did you mean '{near[0]}'?" if near else "peercoach skills lists them all."
    raise PeercoachError(f"There is no skill or pitfall '{name}'.", hint, status=2)


def _show(blocks: tuple[Block, ...], *, plain: bool) -> None:
    import os
    import sys

    from peercoach.terminal.screen import screen_for

    screen_for(sys.stdout, plain=plain, env=os.environ).show(*blocks)
