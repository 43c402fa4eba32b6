"""What the `scenario pack` commands do: read, check, build, add, list and remove packs. Prints nothing, asks nothing."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from peercoach.cli.pack_text import Added, Built, Faulty, Packs, Shown
from peercoach.cli.scenario_text import Checked
from peercoach.errors import PeercoachError
from peercoach.keep.pack_archive import from_file, to_bytes
from peercoach.keep.pack_folder import PACKED, from_folder
from peercoach.keep.packs import Installed, installed
from peercoach.keep.places import home, package_text
from peercoach.scenario.faults import Fault, nearest
from peercoach.scenario.format import PACK_FILE
from peercoach.scenario.pack import Pack
from peercoach.scenario.pack_check import PackCheck, check_pack
from peercoach.scenario.pack_names import is_yaml

_DIRECTORY = "coaching/services.yaml"


@dataclass(frozen=True, slots=True)
class Source:
    """A pack that has been read and checked. `where` is what was named; `left_out` is what in a folder is no part of it."""

    where: Path
    files: Mapping[str, bytes]
    found: PackCheck
    left_out: tuple[str, ...] = ()

    @property
    def pack(self) -> Pack:
        """What it says of itself. Only for one without errors."""
        if self.found.pack is None:
            message = "a pack that can't be read says nothing of itself"
            raise AssertionError(message)
        return self.found.pack

    def faulty(self, done: str, *, errors_only: bool = False) -> Faulty:
        """What there is to mend, told with its places."""
        return Faulty(tuple(self._told(name, faults, errors_only=errors_only) for name, faults in self.found.faults), done)

    def _told(self, name: str, faults: tuple[Fault, ...], *, errors_only: bool) -> Checked:
        """A file's faults, each with the line it is on."""
        told = tuple(fault for fault in faults if fault.severity == "error" or not errors_only)
        lines = _text(self.where / name, self.files[name]).split("\n")
        return Checked(
            self.where / name, told, tuple(lines[fault.line - 1] if fault.line <= len(lines) else "" for fault in told)
        )


def source(path: Path) -> Source:
    """Read and check a pack, packed or in a folder. Raises PeercoachError when it isn't one, or isn't safe to read."""
    if path.is_dir():
        folder = from_folder(path)
        return Source(path, folder.files, _checked(path, folder.files), folder.left_out)
    if not path.is_file():
        raise PeercoachError(f"There is no file or folder {path}.", _no_net(str(path)), status=2)
    files = from_file(path)
    if PACK_FILE not in files:
        raise PeercoachError(
            f"{path} is not a pack: there is no {PACK_FILE} in it.", "`peercoach scenario pack build` makes one."
        )
    return Source(path, files, _checked(path, files))


def _no_net(where: str) -> str:
    return "peercoach never goes online: fetch the file first, then add it." if ":/" in where else ""


def _checked(path: Path, files: Mapping[str, bytes]) -> PackCheck:
    texts = {name: _text(path / name, data) for name, data in files.items() if is_yaml(name)}
    return check_pack(texts, package_text(_DIRECTORY))


def _text(path: Path, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise PeercoachError(f"{path} is not plain text.", "Save it as UTF-8 and try again.") from None


# ---- build


def target(pack: Pack, output: Path | None) -> Path:
    """The file a pack is built into: `NAME-VERSION.peercoach.zip` here, or in the folder that was named, or what was named."""
    name = f"{pack.name}-{pack.version}{PACKED}"
    if output is None:
        return Path(name)
    return output / name if output.is_dir() else output


def packed(made: Source) -> bytes:
    """The bytes of the file."""
    return to_bytes(made.files)


def write(path: Path, data: bytes, made: Source) -> Built:
    """Write a built pack: whole, or not at all. Raises PeercoachError when it can't be."""
    draft = path.with_name(f".{path.name}.new")
    try:
        draft.write_bytes(data)
        draft.replace(path)
    except OSError as trouble:
        draft.unlink(missing_ok=True)
        raise PeercoachError(f"{path} can't be written: {(trouble.strerror or 'no reason given').lower()}.") from None
    return Built(path, made.pack, len(made.found.scenarios), len(data), made.left_out)


def holds(path: Path, data: bytes) -> bool:
    """Whether a file holds these bytes already."""
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


# ---- add


def present(name: str) -> Installed | None:
    """The pack of this name that is here, broken or not."""
    return next((each for each in installed(home(os.environ)) if each.name == name), None)


def is_there(made: Source) -> bool:
    """Whether the very same pack is here already."""
    from peercoach.keep.pack_install import is_there as just_these

    return just_these(home(os.environ), made.pack.name, made.files, made.pack.services)


def add(made: Source) -> Added:
    """Put a pack without errors in its place, instead of the one of its name that may be there."""
    from peercoach.keep.pack_install import install

    pack = made.pack
    install(home(os.environ), pack.name, made.files, pack.services)
    ids = tuple(f"{pack.name}/{scenario.id}" for _, scenario in made.found.scenarios)
    return Added(pack, _in_order(pack, ids), *_services(made))


def _in_order(pack: Pack, ids: tuple[str, ...]) -> tuple[str, ...]:
    """The scenarios, those of its tracks first and in their order."""
    first = [f"{pack.name}/{name}" for track in pack.tracks for name in track.scenarios]
    return tuple(dict.fromkeys((*first, *ids)))


def _services(made: Source) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names of the services a pack brings: its own, and those it has other details for."""
    if not made.pack.services:
        return (), ()
    from peercoach.coaching.services import directory, load

    own = load(_text(made.where, made.files[made.pack.services])).services
    base = directory()
    new = tuple(service.short for service in own if base.get(service.id) is None)
    return new, tuple(service.short for service in own if (known := base.get(service.id)) and known != service)


# ---- list and remove


def shown() -> Packs:
    """The packs there are."""
    packs = installed(home(os.environ))
    return Packs(tuple(Shown(each.name, each.folder, each.pack, len(each.files), each.trouble) for each in packs))


def named(name: str) -> Installed:
    """The pack that was named. Raises PeercoachError when there is none, with what may have been meant."""
    found = present(name)
    if found is None:
        near = nearest(name, [each.name for each in installed(home(os.environ))])
        hint = f"Did you mean “{near}”?" if near else "`peercoach scenario pack list` shows them all."
        raise PeercoachError(f"There is no pack called “{name}”.", hint, status=2)
    return found


def take_away(pack: Installed) -> None:
    """Take a pack away."""
    from peercoach.keep.pack_install import remove

    remove(home(os.environ), pack.name)
