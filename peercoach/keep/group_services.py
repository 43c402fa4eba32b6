"""A group's own services: checked when they are settled, kept in private, laid over the directory whenever it is wanted.

Where there is anything wrong with them later, the directory that comes with peercoach is used alone, and that is said.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from peercoach.coaching.services import Directory, directory, load
from peercoach.coaching.services_overlay import overlaid
from peercoach.errors import PeercoachError
from peercoach.keep.places import private_file, private_folder, services_file
from peercoach.keep.profiles import group_file
from peercoach.scenario.nodes import MAX_BYTES
from peercoach.scenario.services_check import check

_HINT = "Only the services that come with peercoach are used. To stop this: peercoach data settings --services none"


@dataclass(frozen=True, slots=True)
class InUse:
    """The directory in use, the file laid over it, if any, and what to tell about that file when it can't be used."""

    directory: Directory
    file: Path | None = None
    notice: str = ""


def services_in_use(env: Mapping[str, str]) -> InUse:
    """Give the directory in use: a profile's own, or else those in home, over what comes with peercoach."""
    file = group_file(env)
    if file is None:
        return InUse(directory())
    try:
        return InUse(overlaid(directory(), load(checked(file))), file)
    except PeercoachError:
        return InUse(directory(), file, f"There is something wrong with your group's services ({file}). {_HINT}")


def group_text(env: Mapping[str, str]) -> str:
    """Give the text of the file that is laid over; "" where there is none, or something is wrong with it."""
    file = group_file(env)
    try:
        return checked(file) if file else ""
    except PeercoachError:
        return ""


def checked(file: Path) -> str:
    """Read and check a services file. Raises PeercoachError with everything there is to mend in it."""
    text = _text(file)
    faults = check(text, directory())
    if faults:
        told = (f"{file}:{each.line}:{each.col}  {each.message}{f': {each.hint}' if each.hint else ''}" for each in faults)
        raise PeercoachError("\n".join(told), "Nothing was changed.")
    return text


def keep_services(folder: Path, text: str) -> None:
    """Keep a checked file's text in a learner's folder, in private. Raises OSError."""
    file = services_file(private_folder(folder))
    fresh = file.with_name(f"{file.name}.new-{os.getpid()}")
    fresh.unlink(missing_ok=True)
    private_file(fresh)
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(file)


def drop_services(folder: Path) -> bool:
    """Take a group's services away again; whether there were any. Raises OSError."""
    there = services_file(folder).exists()
    services_file(folder).unlink(missing_ok=True)
    return there


def _text(file: Path) -> str:
    try:
        with file.open("rb") as source:
            data = source.read(MAX_BYTES + 1)
        return data.decode("utf-8-sig")
    except OSError as trouble:
        raise PeercoachError(f"{file} can't be read: {(trouble.strerror or 'no reason given').lower()}.") from None
    except UnicodeDecodeError:
        if len(data) > MAX_BYTES:  # cut in the middle of a sign
            return data.decode("utf-8-sig", "replace")
        raise PeercoachError(f"{file} is not plain text.", "Save it as UTF-8 and try again.") from None
