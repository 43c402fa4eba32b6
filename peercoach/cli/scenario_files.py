"""What the `scenario` commands do with files: find, read, check, test, mend and start them. Prints nothing."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from peercoach.cli.scenario_text import Checked, Checks, Listed, Listing
from peercoach.errors import PeercoachError
from peercoach.keep.library import Library, built_in
from peercoach.keep.packs import own_services, services_beside
from peercoach.keep.places import home, package_text
from peercoach.keep.profiles import PROFILE, group_file
from peercoach.scenario.faults import Fault, nearest
from peercoach.scenario.format import PACK_FILE, Scenario
from peercoach.scenario.known import Known, known
from peercoach.scenario.lint import lint
from peercoach.scenario.nodes import MAX_BYTES
from peercoach.scenario.pack_names import NOT_SCENARIOS
from peercoach.scenario.reader import Reading, read
from peercoach.scenario.traps import fixed

if TYPE_CHECKING:
    from peercoach.cli.scenario_tests import Tested, Tests

_ENDINGS = (".yaml", ".yml")


def library() -> Library:
    """The learner's own scenarios and those that come with peercoach."""
    return built_in(home(os.environ))


def listed() -> Listing:
    """Every scenario there is."""
    there = library()
    packs = {name: pack.title for pack in there.packs for name, _ in pack.files}
    return Listing(tuple(_listed(name, path, packs.get(name, "")) for name, path in there.files.items()), there.troubles)


def _listed(name: str, path: Path, pack: str) -> Listed:
    scenario = _read(path)[1].scenario
    if scenario is None:
        return Listed(name, path, pack=pack)
    return Listed(name, path, scenario.title, scenario.audience, scenario.level, scenario.minutes, pack)


def check(which: Sequence[str], mended: tuple[Path, ...] = (), *, strict: bool = False) -> Checks:
    """Check files, folders or ids; the whole library without any. `mended` are the files that were just rewritten."""
    return Checks(tuple(_checked(path) for path in files_named(which)), mended, strict)


def _checked(path: Path) -> Checked:
    text, reading = _read(path)
    found = lint(reading.scenario, text, lambda: _known_at(path)) if reading.scenario else ()
    faults = tuple(sorted((*reading.faults, *found)))
    lines = text.split("\n") if faults else []
    return Checked(as_typed(path), faults, tuple(lines[fault.line - 1] if fault.line <= len(lines) else "" for fault in faults))


def test(which: Sequence[str]) -> Tests:
    """Score the examples of files, folders or ids; of the whole library without any."""
    from peercoach.cli.scenario_tests import Tests

    return Tests(tuple(_tested(path) for path in files_named(which)))


def _tested(path: Path) -> Tested:
    from peercoach.cli.scenario_tests import Tested
    from peercoach.scenario.examples import run
    from peercoach.scenario.proof import prove

    scenario, faults = playable(path)
    if scenario is None:
        return Tested(as_typed(path), (), faults)
    return Tested(as_typed(path), run(scenario), faults, prove(scenario))


def playable(path: Path) -> tuple[Scenario | None, tuple[Fault, ...]]:
    """The scenario in a file, and the errors in it; None when they keep it from being played."""
    _, reading = _read(path)
    return _with_services(path, reading.scenario), tuple(fault for fault in reading.faults if fault.severity == "error")


def mend(which: Sequence[str]) -> tuple[Path, ...]:
    """Rewrite the text YAML misreads, where that leaves less to mend; the files that were rewritten."""
    return tuple(as_typed(path) for path in files_named(which) if _mended(path))


def _mended(path: Path) -> bool:
    try:
        text = "" if path.stat().st_size > MAX_BYTES else path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return False
    new = fixed(text)
    if new == text or len(read(new, path.stem).faults) >= len(read(text, path.stem).faults):
        return False
    from peercoach.cli.scenario_writing import rewrite

    rewrite(path, new)
    return True


def files_named(which: Sequence[str]) -> Iterator[Path]:
    """The files that were meant, each once, in the order they were named."""
    if not which:
        return iter(library().files.values())
    return iter(dict.fromkeys(path for name in which for path in _named(name)))


def pinned(which: Sequence[str]) -> tuple[str, ...]:
    """The same with ids written as their files, so that they still mean those when one is away for a moment."""
    return tuple(each for name in which for each in ([name] if Path(name).is_dir() else map(str, _named(name))))


def _named(name: str) -> Iterable[Path]:
    path = Path(name)
    if path.is_dir():
        found = (file for file in path.rglob("*") if file.suffix in _ENDINGS and file.stem not in NOT_SCENARIOS)
        files = sorted((file for file in found if file != services_beside(file.parent)), key=str)
        if not files:
            raise PeercoachError(f"There is no scenario file in “{name}”.", "They end in .yaml.", status=2)
        return files
    if path.is_file() or path.suffix in _ENDINGS:
        return (path,)
    every = library().files
    if name in every:
        return (every[name],)
    near = nearest(name, every)
    hint = f"Did you mean “{near}”?" if near else "`peercoach scenario list` shows them all."
    raise PeercoachError(f"There is no scenario or file called “{name}”.", hint, status=2)


def _read(path: Path) -> tuple[str, Reading]:
    """A file's text and what came of reading it; a file that can't be opened has one fault."""
    from peercoach.keep.library import read_text

    try:
        text = read_text(path)
    except PeercoachError as trouble:
        return "", Reading(None, (Fault(1, 1, "file", "error", trouble.message, trouble.hint),))
    if path.name == PACK_FILE:
        from peercoach.keep.pack_folder import from_folder
        from peercoach.scenario.pack import read_pack

        return text, Reading(None, read_pack(text, tuple(from_folder(path.parent).files)).faults)
    return text, read(text, path.stem)


def as_typed(path: Path) -> Path:
    """The path as somebody in this folder would type it."""
    here = f"{_here()}{os.sep}"
    return Path(str(path)[len(here) :]) if str(path).startswith(here) else path


def _here() -> str:
    return str(Path.cwd())


def _with_services(path: Path, scenario: Scenario | None) -> Scenario | None:
    """The scenario with the services of the pack it is in, if there are any."""
    if scenario is None or services_beside(path.parent) is None:
        return scenario
    from peercoach.coaching.services import directory
    from peercoach.keep.pack_services import with_packs_own

    return replace(scenario, services=with_packs_own(directory(), path.parent))


def _known_at(path: Path) -> Known:
    """What is known where a scenario stands: in a pack, the pack's own services as well."""
    from peercoach.scenario.pack_check import with_own

    return with_own(known_services(), own_services(path.parent))


def known_services() -> Known:
    """What the services directory and a group's own services know: numbers, retired numbers and need tags."""
    return _known_to(os.environ.get("PEERCOACH_HOME", ""), os.environ.get(PROFILE, ""))


@cache
def _known_to(*_whose: str) -> Known:
    """Read once for each learner, when a scenario first needs it."""
    base = known(package_text("coaching/services.yaml"))
    if group_file(os.environ) is None:
        return base
    from peercoach.keep.group_services import group_text
    from peercoach.scenario.pack_check import with_own

    return with_own(base, group_text(os.environ))
