"""Forgetting: nothing about the learner is left, not even the bytes."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from pathlib import Path

from peercoach.keep.database import empty
from peercoach.keep.places import everything_kept, progress_file

_CHUNK = bytes(1 << 16)


def forget(folder: Path) -> tuple[Path, ...]:
    """Empty and delete everything kept in the folder; return what couldn't be deleted.

    The database is emptied first, so that a terminal that still has it open sees nothing either. The folder goes too when
    nothing of anybody else's is in it.
    """
    if progress_file(folder).exists():
        with contextlib.suppress(sqlite3.Error):  # a damaged one is only overwritten
            empty(progress_file(folder))
    left = tuple(path for path in everything_kept(folder) if not _gone(path))
    for place in (folder / "logs", folder):
        with contextlib.suppress(OSError):  # somebody else's things are in it
            place.rmdir()
    return left


def _gone(path: Path) -> bool:
    """Overwrite a file, then delete it."""
    try:
        with path.open("r+b", buffering=0) as file:
            _wipe(file.fileno(), path.stat().st_size)
    except OSError:  # it may still be possible to delete it
        pass
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def _wipe(file: int, size: int) -> None:
    for start in range(0, size, len(_CHUNK)):
        os.write(file, _CHUNK[: min(len(_CHUNK), size - start)])
    os.fsync(file)
