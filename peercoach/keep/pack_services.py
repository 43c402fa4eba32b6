"""The services that a scenario goes by: its pack's own on top of the directory there is otherwise."""

from __future__ import annotations

from pathlib import Path

from peercoach.coaching.services import Directory, load
from peercoach.coaching.services_overlay import overlaid
from peercoach.errors import PeercoachError
from peercoach.keep.packs import services_beside
from peercoach.keep.places import read_text


def with_packs_own(base: Directory, folder: Path) -> Directory:
    """Give the directory that counts for scenarios in a folder: `base`, or what the folder's pack brings laid over it.

    Raises PeercoachError when the pack's services can't be read, or there is something wrong with them.
    """
    from peercoach.scenario.pack_check import services_faults  # noqa: PLC0415  # most scenarios are in no pack

    file = services_beside(folder)
    if file is None:
        return base
    text = read_text(file)
    for fault in services_faults(text):
        hint = "`peercoach scenario pack build` shows everything to mend."
        raise PeercoachError(f"{file}:{fault.line}:{fault.col}  {fault.message}.", hint)
    return overlaid(base, load(text))
