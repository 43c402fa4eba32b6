"""`help-now`: help for the learner, at once. It needs no home, no settings, no colour and no library, and keeps nothing."""

from __future__ import annotations

from collections.abc import Sequence

from peercoach.cli.help_routes import ROUTES

_BEFORE = """
Help for you, now

You don't have to be sure it's bad
enough. You can use any of these.
"""
_AFTER = """
Or tell someone near you how it is,
even in one word.

This is a program on your computer.
It can't call anyone, and nobody
has been told you opened this page.
Nothing here is kept.

Not in the UK? findahelpline.com
"""


def main(argv: Sequence[str] = ()) -> int:
    """Print the help and return 0, whatever was typed after the command. Every line fits in 40 columns."""
    del argv
    print(_BEFORE)
    for when, do in ROUTES:
        print(f"  {when}:\n    {do}")
    print(_AFTER)
    return 0


def help_now_command() -> None:
    """Help for you, now. Works offline, keeps nothing."""
    main()
