"""The packs of scenarios that have been added, each in a folder of its own. Asking reads names; contents only if wanted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from peercoach.errors import PeercoachError
from peercoach.keep.library import pack_file_for
from peercoach.keep.places import packs_folder, read_text
from peercoach.scenario.format import PACK_FILE
from peercoach.scenario.pack_names import is_yaml

if TYPE_CHECKING:
    from peercoach.scenario.faults import Fault
    from peercoach.scenario.pack import Pack

SCENARIOS = "scenarios"
"""Where in an added pack its scenarios are."""
NEW, OLD = ".new-", ".old-"
"""How the folders begin that a pack is in while it is put in its place, and while another takes it."""


@dataclass(frozen=True, slots=True)
class Installed:
    """A pack that has been added: its name and folder, what it says of itself, and its scenarios' files by id.

    Ids have the pack's name in front: `harbour/lost-bus`. Where something in it is broken, `trouble` says what, and `pack` is
    None.
    """

    name: str
    folder: Path
    pack: Pack | None = None
    files: tuple[tuple[str, Path], ...] = ()
    trouble: str = ""

    @property
    def title(self) -> str:
        """What it is called."""
        return self.pack.title if self.pack else self.name


def pack_folders(shared: Path) -> dict[str, Path]:
    """Every pack's folder, by name; `shared` is home.

    Where putting in a new version was cut short, the old one counts.
    """
    place = packs_folder(shared)
    try:
        found = sorted(path for path in place.iterdir() if path.is_dir())
    except OSError:  # there are none, or nobody may look
        return {}
    kept = {path.name.removeprefix(OLD): path for path in found if path.name.startswith(OLD)}
    return kept | {path.name: path for path in found if not path.name.startswith(".")}


def installed(shared: Path) -> tuple[Installed, ...]:
    """Read what every pack says of itself, in order of name. Never raises for a broken one."""
    return tuple(_read(name, folder) for name, folder in sorted(pack_folders(shared).items()))


def _read(name: str, folder: Path) -> Installed:
    try:
        pack = _pack(name, folder)
        files = tuple((f"{name}/{path.stem}", path) for path in _scenarios(folder))
    except PeercoachError as trouble:
        return Installed(name, folder, trouble=trouble.message)
    except OSError as trouble:
        return Installed(name, folder, trouble=f"{folder} can't be read: {(trouble.strerror or 'no reason given').lower()}.")
    return Installed(name, folder, pack, files)


def _pack(name: str, folder: Path) -> Pack:
    """What a pack says of itself. Raises PeercoachError where that can't be read, or isn't this pack."""
    from peercoach.scenario.pack import read_pack  # noqa: PLC0415  # reading YAML costs a start-up that only needs names
    from peercoach.scenario.pack_check import services_faults  # noqa: PLC0415  # only a pack with services needs it

    reading = read_pack(read_text(folder / PACK_FILE))
    _only_sound(folder / PACK_FILE, reading.faults)
    pack = reading.pack
    if pack is None or pack.name != name:
        raise PeercoachError(f"{folder} holds a pack of another name.")
    if pack.services:
        _only_sound(folder / pack.services, services_faults(read_text(folder / pack.services)))
    return pack


def _only_sound(path: Path, faults: Iterable[Fault]) -> None:
    """Raise PeercoachError for the first error there is."""
    for fault in faults:
        if fault.severity == "error":
            raise PeercoachError(f"{path}:{fault.line}:{fault.col}  {fault.message}.")


def _scenarios(folder: Path) -> list[Path]:
    place = folder / SCENARIOS
    return sorted(path for path in place.iterdir() if is_yaml(path.name)) if place.is_dir() else []


@lru_cache(maxsize=256)
def services_beside(folder: Path) -> Path | None:
    """The file of services that the pack brings which a scenario in this folder belongs to; None where there is none.

    Raises PeercoachError when the pack's own file can't be read.
    """
    whole = pack_file_for(folder)
    if whole is None:
        return None
    from peercoach.scenario.pack_check import services_of  # noqa: PLC0415  # only in a pack

    name = services_of(read_text(whole))
    return whole.with_name(name) if name else None


def own_services(folder: Path) -> str:
    """The same as YAML text; "" where there are none. Raises PeercoachError when they can't be read."""
    file = services_beside(folder)
    return read_text(file) if file else ""
