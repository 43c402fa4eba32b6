"""Where `peercoach` starts: the table of commands, and the one handler for everything that can go wrong.

A command's module is imported when the command runs, and typer only when it is needed: start-up is a feature, and
`help-now` has to work even when nothing else does.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

from peercoach import __version__
from peercoach.errors import PeercoachError

BUG, INTERRUPTED = 3, 130
PROFILE = "PEERCOACH_PROFILE"  # `keep.profiles` has the same name; importing it would cost what most starts don't need


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0 fine, 1 found faults, 2 usage, 3 a bug, 130 interrupted."""
    args = list(sys.argv[1:] if argv is None else argv)
    before = os.environ.get(PROFILE)
    try:
        return _guarded(args)
    finally:
        _set_profile(before)


def _guarded(args: list[str]) -> int:
    try:
        _steady_streams()
        status = _run(args)
        sys.stdout.flush()
    except PeercoachError as trouble:
        return _say(trouble.message, trouble.hint, status=trouble.status)
    except KeyboardInterrupt as stopped:
        return _say(f"\n{str(stopped) or 'Stopped. Everything up to here is kept.'}", status=INTERRUPTED)
    except BrokenPipeError:
        return _hushed()
    except Exception as bug:  # noqa: BLE001  # the one handler: whatever is left is a bug, told in a sentence
        from peercoach.cli.bug_log import write_log

        return _say(*write_log(bug, args, os.environ), status=BUG)
    return status


def _run(args: list[str]) -> int:
    """The ways in that must not wait for anything, not even for a name to be right; then the rest."""
    args, names = _without_names(args)
    if args in (["--version"], ["-V"]):
        print(f"peercoach {__version__}")
        return 0
    if "help-now" in (*args[:1], *names):
        from peercoach.cli.help_now import main as help_now

        return help_now(args[1:])
    if names or os.environ.get(PROFILE):
        _settle(names)
    if _practised(args):
        return 0
    from peercoach.cli.commands import run

    return run(args)


def _without_names(args: list[str]) -> tuple[list[str], list[str]]:
    """The line without `--profile NAME`, wherever that stands in it, and the names."""
    rest, names, ahead = [], [], iter(args)
    for arg in ahead:
        if arg == "--profile":
            names.append(next(ahead, ""))
        elif arg.startswith("--profile="):
            names.append(arg.removeprefix("--profile="))
        else:
            rest += [arg, *ahead] if arg == "--" else [arg]
    return rest, names


def _settle(names: list[str]) -> None:
    """Say, for as long as this command runs, whose turn it is."""
    from peercoach.keep.profiles import plain_name, profile_in

    _set_profile(plain_name(names[-1]) if names else profile_in(os.environ))


def _set_profile(name: str | None) -> None:
    if name is None:
        os.environ.pop(PROFILE, None)
    else:
        os.environ[PROFILE] = name


def _practised(args: list[str]) -> bool:
    """Start a practice without waiting for typer, where the line is as simple as it usually is; whether it was."""
    flags = [arg for arg in args if arg.startswith("-")]
    names = [arg for arg in args if not arg.startswith("-")]
    if len(names) != 2 or names[0] not in ("practise", "practice") or not {"--plain", "--private"}.issuperset(flags):
        return False
    if os.environ.get("PEERCOACH_PLAIN"):
        return False
    from peercoach.cli.playing import run_practice

    run_practice(names[1], plain="--plain" in flags, private="--private" in flags)
    return True


def _steady_streams() -> None:
    """Let nothing that is typed or shown stop the program because a terminal can't write it."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def _say(message: str, hint: str = "", *, status: int) -> int:
    from peercoach.cli.printing import aside

    for line in filter(None, (message, hint)):
        aside(line)
    return status


def _hushed() -> int:
    """Whoever was reading has had enough; the interpreter must not complain about it on its way out."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
