"""A pack as one file: written so that the same pack is the same bytes everywhere, read so that no file can do harm.

A pack may come from anybody. Nothing in it is run, nothing is written while it is read, and what is read is counted as it
comes, whatever the file says of itself.
"""

from __future__ import annotations

import io
import os
import stat
import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from peercoach.errors import PeercoachError
from peercoach.scenario.faults import shown
from peercoach.scenario.format import PACK_FILE
from peercoach.scenario.nodes import MAX_BYTES
from peercoach.scenario.pack_names import SHELVES, is_paper, is_scenario, is_services, is_yaml, no_name

MAX_FILES: Final = 400
MAX_FILE: Final = MAX_BYTES
MAX_WHOLE: Final = 8_000_000
"""Bytes of everything in a pack, unpacked; a packed file is no larger either."""
MAX_RATIO: Final = 100
"""How many times larger a pack may become when it is unpacked; text becomes four or five times larger."""
_NO_DATE = (1980, 1, 1, 0, 0, 0)
_ENTRY = b"PK\x01\x02"
_HEADER = 30
"""Bytes before an entry's name."""
_SECRET = 0x1 | 0x40 | 0x2000
_BUILD = "Ask whoever made it to build it with `peercoach scenario pack build`."
_DAMAGED = "{} is damaged, or no pack at all."
_AGAIN = "Get it again from where it came from."


def to_bytes(files: Mapping[str, bytes]) -> bytes:
    """Make the one file of a pack. Names in order, no dates and nothing compressed: the same files are always the same bytes."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_STORED) as archive:
        for name, data in sorted(files.items()):
            entry = zipfile.ZipInfo(name, _NO_DATE)
            entry.create_system = 3  # the same on Windows
            entry.external_attr = (stat.S_IFREG | 0o644) << 16
            archive.writestr(entry, data)
    return whole.getvalue()


def from_file(path: Path) -> dict[str, bytes]:
    """Read the files in a packed pack, by name. Raises PeercoachError for anything that isn't a plain, small, honest one."""
    try:
        with path.open("rb") as file:
            data = file.read(min(os.fstat(file.fileno()).st_size, MAX_WHOLE) + 1)
    except OSError as trouble:
        raise PeercoachError(f"{path} can't be read: {(trouble.strerror or 'no reason given').lower()}.") from None
    try:
        return _unpacked(path, data)
    except (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError):
        raise PeercoachError(_DAMAGED.format(path), _AGAIN) from None


def _unpacked(path: Path, data: bytes) -> dict[str, bytes]:
    if len(data) > MAX_WHOLE:
        raise _refused(path, f"it is larger than {MAX_WHOLE // 1_000_000} MB")
    if data.count(_ENTRY) > MAX_FILES:  # before anything is made of them
        raise _refused(path, f"it holds more than {MAX_FILES} files")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
        if len(entries) != data.count(_ENTRY):  # some are hidden
            raise zipfile.BadZipFile
        _look_at(path, entries, archive.start_dir)
        return _contents(path, archive, [entry for entry in entries if not entry.is_dir()], len(data))


def _look_at(path: Path, entries: list[zipfile.ZipInfo], end: int) -> None:
    """Refuse a pack for what it says of itself, before anything in it is unpacked."""
    for entry in entries:
        why = _why_not(entry)
        if why:
            raise _refused(path, why)
    names = [entry.orig_filename.rstrip("/").casefold() for entry in entries]
    twice = next((name for name in names if names.count(name) > 1), "")
    if twice:
        raise _refused(path, f"two files in it are both called {shown(twice)}")
    starts = sorted((entry.header_offset, _end_of(entry)) for entry in entries)
    if any(done > begun for (_, done), begun in zip(starts, [*(begin for begin, _ in starts[1:]), end], strict=True)):
        raise _refused(path, "files in it lie on top of each other")


def _end_of(entry: zipfile.ZipInfo) -> int:
    """Where an entry ends at the earliest."""
    return entry.header_offset + _HEADER + len(entry.orig_filename.encode("utf-8", "replace")) + entry.compress_size


def _why_not(entry: zipfile.ZipInfo) -> str:
    """Why an entry can't be in a pack; "" when it can."""
    name, kind = entry.orig_filename, stat.S_IFMT(entry.external_attr >> 16)
    why = no_name(name)
    if why:
        return why
    if entry.flag_bits & _SECRET:
        return "it is locked with a password"
    if kind not in (0, stat.S_IFDIR if name.endswith("/") else stat.S_IFREG):
        return f"it holds a link ({shown(name)}), and a pack holds files only"
    if name.endswith("/"):
        return "" if name[:-1] in SHELVES and not entry.file_size else f"it has a folder {shown(name)}, and packs don't"
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return f"{shown(name)} is packed in a way that packs aren't"
    if not belongs(name) and not is_yaml(name):
        return f"it holds {shown(name)}, and a pack is only scenarios, {PACK_FILE}, a README and a licence"
    return ""


def belongs(name: str) -> bool:
    """Whether a file of this name can be part of a pack."""
    return name == PACK_FILE or is_scenario(name) or is_services(name) or is_paper(name)


def _contents(path: Path, archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], packed: int) -> dict[str, bytes]:
    """What is in the files, counted as it is read: what they say of their size is not believed."""
    found: dict[str, bytes] = {}
    whole = 0
    for entry in entries:
        with archive.open(entry) as file:
            data = file.read(MAX_FILE + 1)
        whole += len(data)
        if len(data) > MAX_FILE:
            raise _refused(path, f"{shown(entry.filename)} is larger than {MAX_FILE // 1000} KB")
        if whole > min(MAX_WHOLE, MAX_RATIO * packed):
            raise _refused(path, "it becomes far too large when it is unpacked")
        if len(data) != entry.file_size:
            raise PeercoachError(_DAMAGED.format(path), _AGAIN)
        found[entry.filename] = data
    return found


def _refused(path: Path, why: str) -> PeercoachError:
    return PeercoachError(f"{path} was left alone: {why}.", _BUILD)
