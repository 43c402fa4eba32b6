"""Whether what is kept is safe and sound. Looks, and changes nothing; what anybody wrote is never read."""

from __future__ import annotations

import os
import shlex
import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from peercoach.keep.database import BACKUPS, only_reading
from peercoach.keep.places import backup_file, everything_kept, progress_file
from peercoach.keep.schema import MIGRATIONS, version

Health = Literal["ok", "look", "trouble"]
"""Fine; worth a look; in need of mending."""
_LITTLE, _TOO_LITTLE = 200_000_000, 10_000_000
"""Bytes free below which a full disk is near, and below which a session and its backup may not fit."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: how it is, in a sentence, and what to do about it. `names` are what it is about."""

    about: str
    state: Health
    says: str
    do: str = ""
    names: tuple[str, ...] = ()


def look_at(folder: Path) -> Iterator[Finding]:
    """Look at a learner's folder, from the outside in."""
    place = _place(folder)
    yield place
    if place.state != "ok":  # nothing in it can be looked at either
        return
    yield _privacy(folder)
    yield _progress(progress_file(folder))
    yield _backups(folder)
    aside = tuple(path for path in everything_kept(folder) if ".damaged-" in path.name)
    if aside:
        says = f"{len(aside)} damaged {_files(len(aside))} put aside earlier. What you wrote may be in there."
        yield Finding("put aside", "look", says, f"Delete by hand what you don't need, in {folder}", _names(aside))
    yield _room(folder)


def _place(folder: Path) -> Finding:
    there = _nearest(folder)
    if not os.access(there, os.R_OK | os.W_OK | os.X_OK) or not there.is_dir():
        do = "Make that folder yours to write in, or choose another with PEERCOACH_HOME."
        return Finding("data", "trouble", f"Nothing can be kept in {folder}.", do, (str(folder),))
    says = f"Kept in {folder}" if folder.is_dir() else f"Nothing is kept yet. It will be in {folder}"
    return Finding("data", "ok", says, names=(str(folder),))


def _privacy(folder: Path) -> Finding:
    if os.name != "posix":
        return Finding("private", "ok", "Kept in your account's own folder, as Windows does it.")
    places = (folder, *everything_kept(folder)) if folder.is_dir() else ()
    loose = tuple(place for place in places if place.stat().st_mode & 0o077)
    files = tuple(place for place in loose if place != folder)
    if not loose:
        return Finding("private", "ok", "Only this account on the computer can open it.")
    do = f"chmod -R go= {shlex.quote(str(folder))}"
    if files:
        return Finding("private", "trouble", f"Others on this computer may open {', '.join(_names(files))}.", do, _names(loose))
    return Finding("private", "look", "Others on this computer can see which files there are, though not open them.", do, ())


def _progress(path: Path) -> Finding:
    if not path.exists() or (not path.stat().st_size and not _backups_of(path.parent)):
        return Finding("progress", "ok", "There is none yet.")
    try:
        number, sound = _looked_through(path)
    except (OSError, sqlite3.Error):
        return Finding("progress", "trouble", f"{path.name} can't be read.", _RESTART, (path.name,))
    if number > len(MIGRATIONS):
        return Finding("progress", "look", "It was kept by a newer peercoach than this one.", "Update peercoach.", (path.name,))
    if not sound or not number:
        return Finding("progress", "trouble", f"{path.name} is damaged.", _RESTART, (path.name,))
    return Finding("progress", "ok", f"{path.name} is sound, {_size(path.stat().st_size)}.")


_RESTART = "Start peercoach once: it puts the file aside and goes on from the newest backup."


def _looked_through(path: Path) -> tuple[int, bool]:
    """A database's version, and whether all of it is sound. Raises OSError or sqlite3.Error when it can't be read."""
    with only_reading(path) as db:
        return version(db), str(db.execute("PRAGMA quick_check(1)").fetchone()[0]) == "ok"


def _backups(folder: Path) -> Finding:
    there = _backups_of(folder)
    if not there:
        none = "There are none yet: one is made when a practice is over."
        return Finding("backups", "look" if progress_file(folder).exists() else "ok", none)
    broken = tuple(path for path in there if not _is_sound(path))
    if broken:
        do = "Delete it by hand; the next practice makes a new one."
        return Finding("backups", "trouble", f"{', '.join(_names(broken))} can't be used.", do, _names(broken))
    newest = datetime.fromtimestamp(max(path.stat().st_mtime for path in there), UTC).astimezone()
    return Finding("backups", "ok", f"{len(there)}, the newest of {newest.day} {newest:%B %Y, %H:%M}.", names=_names(there))


def _backups_of(folder: Path) -> tuple[Path, ...]:
    return tuple(path for number in range(1, BACKUPS + 1) if (path := backup_file(folder, number)).exists())


def _is_sound(path: Path) -> bool:
    try:
        return _looked_through(path)[1]
    except (OSError, sqlite3.Error):
        return False


def _room(folder: Path) -> Finding:
    free = shutil.disk_usage(_nearest(folder)).free
    state: Health = "trouble" if free < _TOO_LITTLE else "look" if free < _LITTLE else "ok"
    return Finding("disk", state, f"{_size(free)} free.", "" if state == "ok" else "Make some room: what you do may not be kept.")


def _nearest(folder: Path) -> Path:
    """The folder, or what there is of the way to it."""
    return next(place for place in (folder, *folder.parents) if os.access(place, os.F_OK))


def _names(paths: tuple[Path, ...]) -> tuple[str, ...]:
    return tuple(path.name for path in paths)


def _files(count: int) -> str:
    return "file was" if count == 1 else "files were"


def _size(size: int) -> str:
    """A size as people say it."""
    for unit, name in ((1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "KB")):
        if size >= unit:
            return f"{size / unit:.0f} {name}"
    return f"{size} bytes"
