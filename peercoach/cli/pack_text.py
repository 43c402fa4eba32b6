"""What the `scenario pack` commands found and did, as frozen results, each as lines or as JSON. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from peercoach.cli.scenario_text import Checked, count, fault_lines, wrapped
from peercoach.scenario.pack import Pack


@dataclass(frozen=True, slots=True)
class Faulty:
    """What there is to mend in a pack, by file; `done` says what became of it."""

    files: tuple[Checked, ...]
    done: str

    def lines(self, width: int) -> Iterator[str]:
        """A line a fault, then what became of the pack."""
        for file in self.files:
            for fault, row in zip(file.faults, file.rows, strict=True):
                yield from fault_lines(file.path, fault, width, row)
        yield from wrapped(self.done, width)


@dataclass(frozen=True, slots=True)
class Built:
    """A pack that was built: the file, its size in bytes, and what stayed out of it."""

    path: Path
    pack: Pack
    scenarios: int
    size: int
    left_out: tuple[str, ...] = ()

    def lines(self, width: int) -> Iterator[str]:
        """What is in the file, what is not, and how to add it."""
        if self.left_out:
            yield from wrapped(f"Left out: {', '.join(self.left_out)}", width, hang=2)
        holds = f"{count(self.scenarios, 'scenario')}, {-(-self.size // 1024)} KB"
        yield from wrapped(f"{self.path} is ready: {self.pack.title} {self.pack.version}, {holds}.", width)
        yield from wrapped(f"peercoach scenario pack add {self.path}", width, 2)


@dataclass(frozen=True, slots=True)
class Added:
    """A pack that was added. `own` and `changed` are the services it brings: new ones, and ones it has other details for."""

    pack: Pack
    ids: tuple[str, ...]
    own: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()

    def lines(self, width: int) -> Iterator[str]:
        """What it is, who made it, and how to start."""
        pack = self.pack
        yield from wrapped(f"Added: {pack.title} {pack.version}, {count(len(self.ids), 'scenario')}.", width)
        yield from wrapped(pack.about, width, 2)
        yield from wrapped(f"By {', '.join(pack.authors)}. {pack.licence.rstrip('.')}.", width, 2)
        if self.own:
            yield from wrapped(f"It brings services of its own: {', '.join(self.own)}.", width, 2)
        if self.changed:
            yield from wrapped(f"It has other details for {', '.join(self.changed)}; only its own scenarios use them.", width, 2)
        yield from wrapped(f"peercoach practise {self.ids[0]}", width, 2)


@dataclass(frozen=True, slots=True)
class Shown:
    """One pack in the list; `trouble` says what keeps it from being used."""

    name: str
    folder: Path
    pack: Pack | None
    scenarios: int
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Packs:
    """The packs there are."""

    packs: tuple[Shown, ...]

    def lines(self, width: int) -> Iterator[str]:
        """A pack's name and version, then what there is to say of it."""
        for each in self.packs:
            yield f"{each.name} {each.pack.version}" if each.pack else each.name
            yield from _about(each, width)
        if not self.packs:
            yield from wrapped("There are no packs here yet. To add one: peercoach scenario pack add FILE", width)

    def as_json(self) -> list[dict[str, Any]]:
        """The same for another program; `version` and what else a broken pack can't say is null."""
        return [_as_json(each) for each in self.packs]


def _about(each: Shown, width: int) -> Iterator[str]:
    pack = each.pack
    if pack is None:
        yield from wrapped(f"left out: {each.trouble}", width, 4)
        yield from wrapped(f"peercoach scenario pack remove {each.name}", width, 4)
        return
    facts = (pack.title, count(each.scenarios, "scenario"), pack.licence, f"by {', '.join(pack.authors)}")
    yield from wrapped(" · ".join(facts), width, 4)
    for track in pack.tracks:
        yield from wrapped(f"{track.name}: {', '.join(track.scenarios)}", width, 4, hang=2)
    yield from wrapped(str(each.folder), width, 4)


def _as_json(each: Shown) -> dict[str, Any]:
    pack = each.pack
    return {
        "name": each.name,
        "version": pack.version if pack else None,
        "title": pack.title if pack else None,
        "about": pack.about if pack else None,
        "authors": list(pack.authors) if pack else None,
        "licence": pack.licence if pack else None,
        "tracks": {track.name: list(track.scenarios) for track in pack.tracks} if pack else None,
        "scenarios": each.scenarios,
        "folder": str(each.folder),
        "trouble": each.trouble or None,
    }
