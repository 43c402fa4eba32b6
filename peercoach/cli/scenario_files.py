"""What the `scenario` commands do with files: find, read, check, test, mend and start them. Prints nothing."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from peercoach.cli.scenario_text import Checked, Checks, Listed, Listing, Tested, Tests
from peercoach.errors import PeercoachError
from peercoach.keep.library import Library, built_in
from peercoach.keep.places import home, package_text
from peercoach.scenario.faults import Fault, nearest
from peercoach.scenario.known import Known, known
from peercoach.scenario.lint import lint
from peercoach.scenario.reader import Reading, read
from peercoach.scenario.traps import fixed

_ENDINGS = (".yaml", ".yml")
_NOT_SCENARIOS = frozenset({"tracks", "services"})


def library() -> Library:
    """The learner's own scenarios and those that come with peercoach."""
    return built_in(home(os.environ))


def listed() -> Listing:
    """Every scenario there is."""
    return Listing(tuple(_listed(name, path) for name, path in library().files.items()))


def _listed(name: str, path: Path) -> Listed:
    scenario = _read(path)[1].scenario
    if scenario is None:
        return Listed(name, path)
    return Listed(name, path, scenario.title, scenario.audience, scenario.level, scenario.minutes)


def check(which: Sequence[str], mended: tuple[Path, ...] = ()) -> Checks:
    """Check files, folders or ids; the whole library without any. `mended` are the files that were just rewritten."""
    known = known_services()
    return Checks(tuple(_checked(path, known) for path in _paths(which)), mended)


def _checked(path: Path, known: Known) -> Checked:
    text, reading = _read(path)
    found = lint(reading.scenario, text, known) if reading.scenario else ()
    return Checked(_near(path), tuple(sorted((*reading.faults, *found))))


def test(which: Sequence[str]) -> Tests:
    """Score the examples of files, folders or ids; of the whole library without any."""
    return Tests(tuple(_tested(path) for path in _paths(which)))


def _tested(path: Path) -> Tested:
    from peercoach.scenario.examples import run

    _, reading = _read(path)
    faults = tuple(fault for fault in reading.faults if fault.severity == "error")
    return Tested(_near(path), run(reading.scenario) if reading.scenario else (), faults)


def mend(which: Sequence[str]) -> tuple[Path, ...]:
    """Rewrite the text YAML misreads, where that leaves less to mend; the files that were rewritten."""
    return tuple(_near(path) for path in _paths(which) if _mended(path))


def _mended(path: Path) -> bool:
    try:
        text = path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return False
    new = fixed(text)
    if new == text or len(read(new, path.stem).faults) >= len(read(text, path.stem).faults):
        return False
    draft = path.with_name(f".{path.name}.mended")
    draft.write_bytes(new.encode("utf-8"))
    draft.replace(path)
    return True


def start(path: Path) -> Path:
    """Start a scenario file. Raises PeercoachError when there is one already, or it can't be written."""
    from peercoach.scenario.template import TEMPLATE

    whole = path if path.suffix in _ENDINGS else path.with_name(f"{path.name}.yaml")
    try:
        with whole.open("x", encoding="utf-8") as file:
            file.write(TEMPLATE)
    except FileExistsError:
        raise PeercoachError(f"{whole} is there already.", "Choose another name; nothing was changed.") from None
    except OSError as trouble:
        raise PeercoachError(f"{whole} can't be written: {(trouble.strerror or 'no reason given').lower()}.") from None
    return whole


def _paths(which: Sequence[str]) -> Iterator[Path]:
    """The files that were meant, each once, in the order they were named."""
    if not which:
        return iter(library().files.values())
    return iter(dict.fromkeys(path for name in which for path in _named(name)))


def _named(name: str) -> Iterable[Path]:
    path = Path(name)
    if path.is_dir():
        found = (file for file in path.rglob("*") if file.suffix in _ENDINGS and file.stem not in _NOT_SCENARIOS)
        return sorted(found, key=str)
    if path.is_file() or path.suffix in _ENDINGS:
        return (path,)
    files = library().files
    if name in files:
        return (files[name],)
    near = nearest(name, files)
    hint = f"Did you mean “{near}”?" if near else "`peercoach scenario list` shows them all."
    raise PeercoachError(f"There is no scenario or file called “{name}”.", hint, status=2)


def _read(path: Path) -> tuple[str, Reading]:
    """A file's text and what came of reading it; a file that can't be opened has one fault."""
    from peercoach.keep.library import read_text

    try:
        text = read_text(path)
    except PeercoachError as trouble:
        return "", Reading(None, (Fault(1, 1, "file", "error", trouble.message, trouble.hint),))
    return text, read(text, path.stem)


def _near(path: Path) -> Path:
    """The path as somebody in this folder would type it."""
    here = f"{_here()}{os.sep}"
    return Path(str(path)[len(here) :]) if str(path).startswith(here) else path


def _here() -> str:
    return str(Path.cwd())


def known_services() -> Known:
    """What the services directory knows: numbers, retired numbers and need tags."""
    return known(package_text("coaching/services.yaml"))
