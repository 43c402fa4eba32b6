"""The scenarios there are to practise: those that come with peercoach, and the learner's own. Names first, contents if wanted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from peercoach.errors import PeercoachError
from peercoach.keep.places import library_folder
from peercoach.scenario.format import Scenario

_SHELVES = ("", "member", "moderator")
_NOT_SCENARIOS = frozenset({"tracks"})
_ENDINGS = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Entry:
    """A scenario and the file it came from."""

    path: Path
    scenario: Scenario


class Library:
    """Scenario files in some folders, and in `member` and `moderator` inside them. Where two share an id, the first counts."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        self.folders = folders

    @cached_property
    def files(self) -> dict[str, Path]:
        """Every id and its file, by id. A folder that isn't there is empty."""
        found: dict[str, Path] = {}
        for folder in self.folders:
            for path in _files(folder):
                found.setdefault(path.stem, path)
        return dict(sorted(found.items()))

    def ids(self) -> tuple[str, ...]:
        """Every id, in order."""
        return tuple(self.files)

    def find(self, name: str) -> Entry:
        """Read the scenario with this id, or in this file.

        Raises PeercoachError when there is none (with what may have been meant) or it can't be played.
        """
        path = self.files.get(name) or self.files.get(_tidy(name)) or _as_file(name)
        if path is None:
            raise PeercoachError(f"There is no scenario called “{name}”.", self._hint(name), status=2)
        return read_entry(path)

    def entries(self) -> tuple[Entry, ...]:
        """Read every scenario that can be played, in order of id; one that can't is passed over."""
        return tuple(self._playable())

    def _playable(self) -> Iterator[Entry]:
        for path in self.files.values():
            try:
                yield read_entry(path)
            except PeercoachError:
                continue

    def _hint(self, name: str) -> str:
        import difflib  # noqa: PLC0415 - only when somebody has mistyped

        near = difflib.get_close_matches(_tidy(name), self.ids(), n=1, cutoff=0.5)
        return f"Did you mean “{near[0]}”?" if near else "`peercoach scenario list` shows them all."


def built_in(home: Path) -> Library:
    """Give the learner's own scenarios (`scenarios` in their folder) and those that come with peercoach."""
    return Library((home / "scenarios", library_folder()))


def read_entry(path: Path) -> Entry:
    """Read one scenario file. Raises PeercoachError when it can't be read or played."""
    from peercoach.scenario.reader import read  # noqa: PLC0415 - reading YAML costs a start-up that only needs names

    reading = read(read_text(path), path.stem)
    if reading.scenario is None:
        fault = next(fault for fault in reading.faults if fault.severity == "error")
        where = f"{path}:{fault.line}:{fault.col}"
        raise PeercoachError(f"{where}  {fault.message}", f"`peercoach scenario check {path}` shows everything to mend.")
    return Entry(path, reading.scenario)


def read_text(path: Path) -> str:
    """Read a scenario file's text. Raises PeercoachError when there is no such file or it isn't UTF-8 text."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as trouble:
        raise PeercoachError(f"{path} can't be read: {(trouble.strerror or 'no reason given').lower()}.") from None
    except UnicodeDecodeError:
        raise PeercoachError(f"{path} is not plain text.", "Save it as UTF-8 and try again.") from None


def _files(folder: Path) -> Iterator[Path]:
    for shelf in _SHELVES:
        place = folder / shelf
        if place.is_dir():
            yield from sorted(path for path in place.iterdir() if path.suffix in _ENDINGS and path.stem not in _NOT_SCENARIOS)


def _as_file(name: str) -> Path | None:
    """Take a name that is a file's path at its word."""
    return Path(name) if name.endswith(_ENDINGS) else None


def _tidy(name: str) -> str:
    return "-".join(name.casefold().removesuffix(".yaml").split())
