"""Putting a pack in its place and taking it away: all of it or nothing, and nobody else on the computer can look in."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from peercoach.errors import PeercoachError
from peercoach.keep.packs import NEW, OLD, SCENARIOS
from peercoach.keep.places import PRIVATE_FILE, PRIVATE_FOLDER, packs_folder, private_folder
from peercoach.scenario.pack_names import is_scenario

_SAFE = "Nothing has been changed."


def install(shared: Path, name: str, files: Mapping[str, bytes], services: str = "") -> Path:
    """Put a pack that has been checked in its place, instead of the one there may be; say where. `services` names that file.

    Raises PeercoachError when the disk won't have it; then, as when it is cut short, what was there before still is.
    """
    place = packs_folder(shared)
    fresh, old, final = place / f"{NEW}{name}", place / f"{OLD}{name}", place / name
    try:
        private_folder(shared)
        _tidy(_private(place), name)
        private_folder(fresh / SCENARIOS)
        for file, data in files.items():
            _write(fresh / _placed(file, services), data)
        _swap(fresh, final, old)
    except OSError as trouble:
        _clear(fresh)
        reason = (trouble.strerror or "no reason given").lower()
        raise PeercoachError(f"The pack can't be put into {place}: {reason}.", _SAFE) from None
    _clear(old)
    return final


def is_there(shared: Path, name: str, files: Mapping[str, bytes], services: str = "") -> bool:
    """Whether just these files are in place already."""
    place = packs_folder(shared) / name
    wanted = {_placed(file, services): data for file, data in files.items()}
    try:
        return wanted == {path.relative_to(place).as_posix(): path.read_bytes() for path in place.rglob("*") if path.is_file()}
    except OSError:  # then it is better put there anew
        return False


def remove(shared: Path, name: str) -> None:
    """Take a pack away. Raises PeercoachError when it can't be; then all of it is still there."""
    place = packs_folder(shared)
    here, gone = place / name, place / f"{NEW}{name}"
    try:
        _tidy(place, name)
        here.rename(gone)
    except OSError as trouble:
        reason = (trouble.strerror or "no reason given").lower()
        raise PeercoachError(f"{here} can't be taken away: {reason}.", _SAFE) from None
    _clear(gone)
    with contextlib.suppress(OSError):  # there are others
        place.rmdir()


def _private(place: Path) -> Path:
    """The folder of all packs, made if need be, and closed to everybody else."""
    place.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
    place.chmod(PRIVATE_FOLDER)
    return place


def _tidy(place: Path, name: str) -> None:
    """Put right what a time before that was cut short has left."""
    _clear(place / f"{NEW}{name}")
    old = place / f"{OLD}{name}"
    if old.is_dir() and not (place / name).is_dir():
        old.rename(place / name)
    _clear(old)


def _swap(fresh: Path, final: Path, old: Path) -> None:
    """Let the new one take the place of the old. In between the old one counts, under its other name."""
    if not final.exists():
        fresh.rename(final)
        return
    final.rename(old)
    try:
        fresh.rename(final)
    except OSError:
        old.rename(final)
        raise


def _placed(name: str, services: str) -> str:
    """Where a file of a pack goes: scenarios all into one folder, because their names are all different."""
    if is_scenario(name) and name != services:
        return f"{SCENARIOS}/{name.rpartition('/')[2]}"
    return name


def _write(path: Path, data: bytes) -> None:
    """Write a file that wasn't there, private from its first byte, and see it to the disk."""
    number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), PRIVATE_FILE)
    with os.fdopen(number, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _clear(folder: Path) -> None:
    """Delete a folder of ours, as far as that goes; of a link only the link."""
    if folder.is_symlink():
        folder.unlink()
    shutil.rmtree(folder, ignore_errors=True)
