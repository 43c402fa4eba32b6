"""Everything there is to mend in a pack, found the way `scenario check` finds it. Pure: the files' texts in, faults out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from peercoach.scenario.faults import Fault
from peercoach.scenario.format import PACK_FILE, Scenario
from peercoach.scenario.known import Known, known
from peercoach.scenario.lint import lint
from peercoach.scenario.nodes import tree
from peercoach.scenario.pack import Pack, read_pack
from peercoach.scenario.pack_names import is_scenario, is_services, is_yaml, scenario_id, stem_of
from peercoach.scenario.reader import read


@dataclass(frozen=True, slots=True)
class PackCheck:
    """A pack looked through. `faults` are told by file, in the order of their names, `pack.yaml` first.

    `pack` is None when its own file can't be read; `scenarios` are those that can be played, by the names of their files.
    """

    pack: Pack | None
    faults: tuple[tuple[str, tuple[Fault, ...]], ...] = ()
    scenarios: tuple[tuple[str, Scenario], ...] = ()

    @property
    def errors(self) -> int:
        """How many faults stop it."""
        return sum(fault.severity == "error" for _, faults in self.faults for fault in faults)


def check_pack(texts: Mapping[str, str], directory: str) -> PackCheck:
    """Check a pack's files (names with `/`, with their texts), `pack.yaml` among them.

    `directory` is the text of the services directory that the pack's own services stand on.
    """
    reading = read_pack(texts[PACK_FILE], tuple(texts))
    pack, services = reading.pack, services_of(texts[PACK_FILE])
    found: dict[str, tuple[Fault, ...]] = {PACK_FILE: reading.faults}
    found |= {name: services_faults(text) for name, text in texts.items() if name == services}
    scenarios: dict[str, Scenario] = {}
    knows = with_own(known(directory), texts.get(services, ""))
    for name in _scenarios(texts, services):
        playable, found[name] = _checked(name, texts[name], knows)
        scenarios |= {name: playable} if playable else {}
    for name, fault in _whole(texts, services):
        found[name] = (fault, *found.get(name, ()))
    return PackCheck(pack, tuple((name, faults) for name, faults in found.items() if faults), tuple(scenarios.items()))


def services_of(text: str) -> str:
    """The file of services that a `pack.yaml` names; "" where it names none, or none that could be one."""
    root = tree(text).root
    pairs = root.value if root is not None and root.id == "mapping" else ()
    named = next((value.value for key, value in pairs if key.value == "services" and value.id == "scalar"), "")
    return named if is_services(named) else ""


def services_faults(text: str) -> tuple[Fault, ...]:
    """What is wrong with a file of services, laid over the directory that comes with peercoach."""
    from peercoach.coaching.services import directory  # noqa: PLC0415  # only a pack that has some pays for it
    from peercoach.scenario.services_check import check  # noqa: PLC0415  # only a pack with services needs it

    try:
        return check(text, directory())
    except ValueError:  # a number too long to be written out
        return (Fault(1, 1, "services", "error", "there is something in it that can't be read"),)


def with_own(base: Known, services: str) -> Known:
    """What is known with a pack's own services (their YAML text, or "") as well."""
    if not services:
        return base
    own = known(services)
    needs = dict.fromkeys((*base.needs, *own.needs))
    return Known(base.numbers | own.numbers, {**base.retired, **own.retired}, tuple(needs))


def _scenarios(texts: Mapping[str, str], services: str) -> list[str]:
    """The names of the files that are scenarios, in order."""
    return [name for name in sorted(texts) if is_scenario(name) and name != services]


def _checked(name: str, text: str, knows: Known) -> tuple[Scenario | None, tuple[Fault, ...]]:
    """The scenario, where it can be played, and all there is to mend in it."""
    reading = read(text, scenario_id(name))
    found = lint(reading.scenario, text, knows) if reading.scenario else ()
    return reading.scenario, tuple(sorted((*reading.faults, *found)))


def _whole(texts: Mapping[str, str], services: str) -> Iterator[tuple[str, Fault]]:
    """What is wrong with the pack as a whole, each with the file it is told of."""
    names = _scenarios(texts, services)
    if not names:
        hint = f"put scenarios beside {PACK_FILE}, or into member/ and moderator/"
        yield PACK_FILE, Fault(1, 1, "empty", "error", "there is no scenario in the pack", hint)
    first: dict[str, str] = {}
    for name in names:
        other = first.setdefault(scenario_id(name), name)
        if other != name:
            yield name, Fault(1, 1, "double-name", "error", f"{other} has the same name", "give one of them another name")
    for name in texts:
        if is_yaml(name) and not is_scenario(name) and name not in (PACK_FILE, services):
            message, hint = _NO_SCENARIO.get(stem_of(name), _NO_NAME)
            yield name, Fault(1, 1, "file-name", "error", message, hint)


_NO_NAME = ("a scenario's file can't be called this", "small letters, digits and hyphens, as in lost-bus.yaml")
_NO_SCENARIO = {
    "services": (f"{PACK_FILE} says nothing of this file", f"add `services: services.yaml` to {PACK_FILE}"),
    "tracks": ("a scenario's file can't be called this", f"tracks are written in {PACK_FILE}"),
}
