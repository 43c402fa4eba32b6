"""The scenarios there are to practise: the learner's own, those that come with peercoach, and those in packs.

Names first, contents if wanted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from peercoach.errors import PeercoachError
from peercoach.keep.places import files_in, library_folder, read_text
from peercoach.scenario.format import PACK_FILE, Scenario

if TYPE_CHECKING:
    from peercoach.keep.packs import Installed

__all__ = ["Entry", "Library", "built_in", "pack_file_for", "read_entry", "read_text"]

_SHELVES = ("", "member", "moderator")
_NOT_SCENARIOS = frozenset({"tracks"})
_ENDINGS = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Entry:
    """A scenario and the file it came from; `pack` is the title of the pack it is in, or ""."""

    path: Path
    scenario: Scenario
    pack: str = ""


class Library:
    """Scenario files in some folders, and in `member` and `moderator` inside them; then those in the packs of a home.

    Where two share an id, the first counts. One in a pack has the pack's name in front: `harbour/lost-bus`.
    """

    def __init__(self, folders: tuple[Path, ...], shared: Path | None = None) -> None:
        self.folders = folders
        self.shared = shared
        """The home whose packs are here too; None for none."""

    @cached_property
    def files(self) -> dict[str, Path]:
        """Every id and its file, by id, those in packs last. A folder that isn't there is empty."""
        packed = {name: path for pack in self.packs for name, path in pack.files}
        return {**self._shelved, **packed}

    @cached_property
    def _shelved(self) -> dict[str, Path]:
        """The files that are in no pack: all that a practice of one of them needs to know of."""
        found: dict[str, Path] = {}
        for folder in self.folders:
            for path in _files(folder):
                found.setdefault(path.stem, path)
        return dict(sorted(found.items()))

    @cached_property
    def packs(self) -> tuple[Installed, ...]:
        """Every pack, in order of name; a broken one has no files."""
        if self.shared is None:
            return ()
        from peercoach.keep.packs import installed  # noqa: PLC0415  # most scenarios are in no pack

        return installed(self.shared)

    @property
    def troubles(self) -> tuple[str, ...]:
        """What to say of packs that had to be left out, a sentence each."""
        return tuple(f"The pack “{pack.name}” is left out: {pack.trouble}" for pack in self.packs if pack.trouble)

    def pack_title(self, name: str) -> str:
        """The title of the pack that the scenario with this id is in; "" when it is in none."""
        return next((pack.title for pack in self.packs if name in dict(pack.files)), "") if "/" in name else ""

    def ids(self) -> tuple[str, ...]:
        """Every id, in order."""
        return tuple(self.files)

    def find(self, name: str) -> Entry:
        """Read the scenario with this id, or in this file. One in a pack is found without the pack's name where that is clear.

        Raises PeercoachError when there is none (with what may have been meant) or it can't be played.
        """
        known = self._shelved
        path = known.get(name) or known.get(_tidy(name)) or _as_file(name)
        if path is not None:
            return read_entry(path)
        packed = self._in_packs(_tidy(name))
        if packed is None:
            raise PeercoachError(f"There is no scenario called “{name}”.", self._hint(name), status=2)
        return packed

    def _in_packs(self, name: str) -> Entry | None:
        """The scenario in a pack that is meant. Raises PeercoachError when it may be one of several."""
        found = [(pack, full) for pack in self.packs for full, _ in pack.files if name in (full, full.partition("/")[2])]
        if len(found) > 1:
            names = ", ".join(full for _, full in found)
            raise PeercoachError(f"“{name}” is in more than one pack.", f"Say which you mean: {names}", status=2)
        return next((self._packed(pack, full) for pack, full in found), None)

    def _packed(self, pack: Installed, name: str) -> Entry:
        return read_entry(dict(pack.files)[name], name, pack.title)

    def entries(self) -> tuple[Entry, ...]:
        """Read every scenario that can be played, in order of id; one that can't is passed over."""
        return tuple(self._playable())

    def _playable(self) -> Iterator[Entry]:
        wanted = [(path, "", "") for path in self._shelved.values()]
        wanted += [(path, name, pack.title) for pack in self.packs for name, path in pack.files]
        for path, name, title in wanted:
            try:
                yield read_entry(path, name, title)
            except PeercoachError:
                continue

    def _hint(self, name: str) -> str:
        import difflib  # noqa: PLC0415  # only when somebody has mistyped

        pack = name.partition("/")[0] if "/" in name else ""
        known = {each.name: each for each in self.packs}
        if pack in known and known[pack].trouble:
            return f"The pack “{pack}” is left out: {known[pack].trouble}"
        near = difflib.get_close_matches(_tidy(name), self.ids(), n=1, cutoff=0.5)
        if near:
            return f"Did you mean “{near[0]}”?"
        gone = (
            f"The pack “{pack}” isn't here; `peercoach scenario pack add` brings it back." if pack and pack not in known else ""
        )
        return gone or "`peercoach scenario list` shows them all."


def built_in(home: Path) -> Library:
    """Give the learner's own scenarios (`scenarios` in their folder), those that come with peercoach, and those in packs."""
    return Library((home / "scenarios", library_folder()), home)


def pack_file_for(folder: Path) -> Path | None:
    """Find the `pack.yaml` of the pack that scenarios in this folder belong to; None where they belong to none."""
    beside = (place / PACK_FILE for place in (folder, folder.parent))
    return next((path for path in beside if path.is_file()), None)


def read_entry(path: Path, name: str = "", pack: str = "") -> Entry:
    """Read one scenario file; `name` is its id where that isn't the file's name, `pack` its pack's title.

    Raises PeercoachError when it can't be read or played.
    """
    from peercoach.scenario.reader import read  # noqa: PLC0415  # reading YAML costs a start-up that only needs names

    reading = read(read_text(path), name or path.stem)
    if reading.scenario is None:
        fault = next(fault for fault in reading.faults if fault.severity == "error")
        where = f"{path}:{fault.line}:{fault.col}"
        raise PeercoachError(f"{where}  {fault.message}", f"`peercoach scenario check {path}` shows everything to mend.")
    return Entry(path, reading.scenario, pack)


def _files(folder: Path) -> Iterator[Path]:
    for shelf in _SHELVES:
        there = files_in(folder / shelf)
        yield from (path for path in there if path.suffix in _ENDINGS and path.stem not in _NOT_SCENARIOS)


def _as_file(name: str) -> Path | None:
    """Take a name that is a file's path at its word."""
    return Path(name) if name.endswith(_ENDINGS) else None


def _tidy(name: str) -> str:
    return "-".join(name.casefold().removesuffix(".yaml").split())
