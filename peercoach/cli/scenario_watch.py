"""Runs something again whenever one of some files is saved.

A look at the files twice a second, rather than a library that is told by the system: there are a few dozen files at most, a
look costs well under a millisecond, it works on network folders and on every system, and installs nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NoReturn

PAUSE = 0.5
"""Seconds between two looks."""

Look = dict[Path, tuple[int, int, int] | None]


def look_at(paths: Iterable[Path]) -> Look:
    """When each file was last written, how big it is and which file it is; None while it isn't there."""
    return {path: _look_at(path) for path in paths}


def _look_at(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def watch(look: Callable[[], Look], run: Callable[[tuple[Path, ...]], None], pause: Callable[[], None]) -> NoReturn:
    """Run, then again each time what `look` sees has changed and stands still; `run` is told which files changed.

    Waiting until two looks agree lets an editor finish: many write a new file and put it in the old one's place. Never
    returns: it is ended by whatever `pause` or `run` raises, Ctrl-C most of all.
    """
    seen = look()
    run(())
    while True:
        pause()
        now = look()
        if now == seen:
            continue
        while True:
            pause()
            then, now = now, look()
            if then == now:
                break
        changed = tuple(path for path in {**seen, **now} if seen.get(path) != now.get(path))
        seen = now
        if changed:
            run(changed)
