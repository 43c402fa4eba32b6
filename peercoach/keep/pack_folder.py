"""A pack as a folder that a trainer works in: which of its files are the pack, and what is left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from peercoach.errors import PeercoachError
from peercoach.keep.pack_archive import MAX_FILE, MAX_FILES, MAX_WHOLE, belongs
from peercoach.scenario.format import PACK_FILE
from peercoach.scenario.pack_names import SHELVES, is_yaml

PACKED: Final = ".peercoach.zip"
"""How the name of a packed pack ends."""
_START = """\
Start it with these lines:

peercoach: 1
name: harbour-evenings
title: Harbour evenings
about: Who it is for, and what is in it.
version: 1.0.0
authors: [your name]
licence: CC BY 4.0"""


@dataclass(frozen=True, slots=True)
class Folder:
    """The files of a pack by their names from its folder on, and the names of what is left out."""

    files: dict[str, bytes]
    left_out: tuple[str, ...] = ()


def from_folder(folder: Path) -> Folder:
    """Read the files of the pack in a folder. Hidden files are passed over; packed packs too.

    Raises PeercoachError when there is no `pack.yaml`, a file can't be read, is a link, or there is too much of it all.
    """
    if not (folder / PACK_FILE).is_file():
        raise PeercoachError(f"There is no {PACK_FILE} in {folder}, so it isn't a pack yet.", _START)
    found: dict[str, bytes] = {}
    left_out = []
    for name, path in _seen(folder):
        if path.is_file() and (belongs(name) or is_yaml(name)):
            found[name] = _read(path)
            _not_too_much(folder, found)
        elif not name.endswith(PACKED) and name not in SHELVES:
            left_out.append(f"{name}/" if path.is_dir() else name)
    return Folder(found, tuple(left_out))


def _not_too_much(folder: Path, found: dict[str, bytes]) -> None:
    if len(found) > MAX_FILES or sum(map(len, found.values())) > MAX_WHOLE:
        most = f"{MAX_FILES} files and {MAX_WHOLE // 1_000_000} MB"
        raise PeercoachError(f"There is too much in {folder}: a pack has {most} at most.", "Make two packs of it.")


def _seen(folder: Path) -> Iterator[tuple[str, Path]]:
    """What is in the folder and on its shelves, in order, by its name from the folder on; nothing hidden."""
    for shelf in SHELVES:
        place = folder / shelf
        if place.is_dir() and not (shelf and place.is_symlink()):
            for path in sorted(place.iterdir()):
                if not path.name.startswith("."):
                    yield path.relative_to(folder).as_posix(), path


def _read(path: Path) -> bytes:
    """A file's bytes as they go into the pack: line ends as on every system, no mark at the start."""
    if path.is_symlink():
        raise PeercoachError(f"{path} is a link, and a pack holds files only.", "Put the file itself there.")
    try:
        with path.open("rb") as file:
            data = file.read(MAX_FILE + 1)
    except OSError as trouble:
        raise PeercoachError(f"{path} can't be read: {(trouble.strerror or 'no reason given').lower()}.") from None
    if len(data) > MAX_FILE:
        raise PeercoachError(f"{path} is larger than {MAX_FILE // 1000} KB.", "Split it, or leave it out.")
    return data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
