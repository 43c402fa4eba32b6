"""`pack.yaml`: what a pack of scenarios says of itself. Text in, a frozen `Pack` or every fault out, as with a scenario."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Annotated, Any, Final

from peercoach.scenario.core import BAD, Reader, ReadValue
from peercoach.scenario.faults import Fault, did_you_mean, shown
from peercoach.scenario.format import PACK_FILE, As, Must, Range
from peercoach.scenario.keys import KeyForm, Kind
from peercoach.scenario.nodes import Node, Tree, tree
from peercoach.scenario.pack_names import NAMES_THAT_CANT, is_scenario, is_services, scenario_id
from peercoach.scenario.reader import in_file
from peercoach.scenario.values import read_number, read_text, read_texts

VERSION: Final = 1
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SEMANTIC = re.compile(r"(0|[1-9][0-9]{0,5})\.(0|[1-9][0-9]{0,5})\.(0|[1-9][0-9]{0,5})")
_START = "a pack says: peercoach, name, title, about, version, authors, licence"


@dataclass(frozen=True, slots=True)
class Track:
    """An order to practise in: its name, and the ids of scenarios in the pack."""

    name: str
    scenarios: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """What a pack says of itself. The ids in its tracks are those of the pack, without its name in front."""

    peercoach: Annotated[int, Must(), Range(1, 1), "the format's version"] = VERSION
    name: Annotated[str, As("pack-name"), "a short name: small letters, digits and hyphens, as in harbour-evenings"]
    title: Annotated[str, "what it is called"]
    about: Annotated[str, "one or two sentences: who it is for, what is in it"]
    version: Annotated[str, As("version"), "three numbers, as in 1.0.0; raise one when anything changes"]
    authors: Annotated[tuple[str, ...], "who wrote it"]
    licence: Annotated[str, "what others may do with it, as in CC BY 4.0, or All rights reserved"]
    tracks: Annotated[tuple[Track, ...], As("tracks"), "orders to practise in: a name a line, each with its scenarios"] = ()
    services: Annotated[str, As("file"), "a file in the pack with services of its own, as in services.yaml"] = ""

    @property
    def number(self) -> tuple[int, ...]:
        """The version as numbers, so that a newer one is larger."""
        return tuple(map(int, self.version.split(".")))


@dataclass(frozen=True, slots=True)
class PackReading:
    """What came of reading a `pack.yaml`. `pack` is None only if one of the faults is an error."""

    pack: Pack | None
    faults: tuple[Fault, ...] = ()


def read_pack(text: str, files: Collection[str] | None = None) -> PackReading:
    """Read the text of a `pack.yaml`; every fault comes out at once, by place.

    With `files`, the names of all the files in the pack, the scenarios and the services it speaks of have to be among them.
    """
    reading = _read(tree(text), files)
    if reading.pack is None:
        closely = tree(text, closely=True)
        if closely.mended is not None and closely.mended.mended:
            return _read(closely, files)
    return reading


def _read(nodes: Tree, files: Collection[str] | None) -> PackReading:
    if nodes.root is None:
        return PackReading(None, tuple(_for_a_pack(fault) for fault in nodes.faults))
    reader = Reader(nodes.lines, _values(files))
    pack = _pack(reader, nodes.root)
    found = in_file(reader.faults, nodes.mended) if nodes.mended else reader.faults
    faults = tuple(sorted({*nodes.faults, *found}))
    return PackReading(None if any(fault.severity == "error" for fault in faults) else pack, faults)


def _pack(reader: Reader, root: Node) -> Pack | None:
    if root.id != "mapping":
        reader.error(root, "kind", f"{PACK_FILE} is made of keys", _START)
        return None
    values = reader.mapping(root, Pack, "the pack")
    return None if reader.faults else Pack(**values)


def _for_a_pack(fault: Fault) -> Fault:
    """A fault of an empty file, with what belongs into this one."""
    return replace(fault, hint=_START) if fault.rule == "empty" else fault


def _values(files: Collection[str] | None) -> Mapping[Kind, ReadValue]:
    """How each kind of value in a pack is read."""
    ids = None if files is None else frozenset(scenario_id(name) for name in files if is_scenario(name))
    return {
        "number": read_number,
        "text": read_text,
        "texts": read_texts,
        "pack-name": _read_name,
        "version": _read_version,
        "tracks": partial(_read_tracks, ids),
        "file": partial(_read_file, files),
    }


def _read_name(reader: Reader, node: Node, key: KeyForm) -> Any:
    """The pack's name, which is a folder's name and part of its scenarios' ids as well."""
    if node.id != "scalar" or len(node.value) > 40 or not _NAME.fullmatch(node.value):
        return reader.error(node, "slug", f'"{key.name}" has to be a short name', key.help)
    if node.value in NAMES_THAT_CANT:
        return reader.error(node, "slug", f'no folder can be called "{node.value}" on Windows', "choose another name")
    return node.value


def _read_version(reader: Reader, node: Node, key: KeyForm) -> Any:
    if node.id == "scalar" and _SEMANTIC.fullmatch(node.value):
        return node.value
    return reader.error(node, "version", f'"{key.name}" has to be three numbers with dots between, as in 1.0.0')


def _read_file(files: Collection[str] | None, reader: Reader, node: Node, key: KeyForm) -> Any:
    """The name of a YAML file beside `pack.yaml`."""
    name = node.value if node.id == "scalar" else ""
    if not is_services(name):
        hint = "small letters, digits and hyphens, as in services.yaml"
        return reader.error(node, "file-name", f'"{key.name}" has to be the name of a file beside {PACK_FILE}', hint)
    if files is not None and name not in files:
        beside = [file for file in files if "/" not in file]
        return reader.error(node, "file", f"there is no file {shown(name)} in the pack{did_you_mean(name, beside)}")
    return name


def _read_tracks(ids: Collection[str] | None, reader: Reader, node: Node, key: KeyForm) -> Any:
    if node.id != "mapping":
        return reader.error(node, "kind", f'"{key.name}" is a name a line, each with its scenarios', _TRACK)
    tracks = tuple([_track(ids, reader, pair) for pair in reader.pairs(node)])
    return BAD if BAD in tracks else tracks


_TRACK = "as in `first-week: [lost-bus, new-here]`"


def _track(ids: Collection[str] | None, reader: Reader, pair: tuple[str, Node, Node]) -> Any:
    name, key, value = pair
    if len(name) > 60 or not _NAME.fullmatch(name):
        return reader.error(key, "slug", "a track has a short name", f"small letters, digits and hyphens, {_TRACK}")
    scenarios = reader.many(value, name, partial(_in_track, ids), _TRACK)
    return BAD if scenarios is BAD else Track(name, scenarios)


def _in_track(ids: Collection[str] | None, reader: Reader, node: Node) -> Any:
    if node.id != "scalar" or not node.value:
        return reader.error(node, "kind", "a track is a list of scenarios", _TRACK)
    if ids is not None and node.value not in ids:
        message = f'there is no scenario "{shown(node.value)}" in the pack{did_you_mean(node.value, ids)}'
        return reader.error(node, "unknown-scenario", message)
    return node.value
