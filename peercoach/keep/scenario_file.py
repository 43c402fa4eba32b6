"""One scenario file that is being worked on: as it reads now, and one example more, written whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from peercoach.errors import PeercoachError
from peercoach.keep.places import comes_with_package
from peercoach.scenario.faults import Fault
from peercoach.scenario.format import Example, Scenario
from peercoach.scenario.keeping import with_example
from peercoach.scenario.reader import read

_COPY = "Copy it to a folder of your own and work on that."
Lint = Callable[[Scenario, str], tuple[Fault, ...]]


class NoPlaceError(PeercoachError):
    """An example can't be put into the file by a program; a person can."""


@dataclass(frozen=True, slots=True)
class Written:
    """An example that was written: its line in the file, from 1, and the advice there is only since."""

    line: int
    advice: tuple[Fault, ...]


class Draft:
    """A scenario file somebody is working on, perhaps in an editor at the same time. `scenario` is how it read last.

    `pack`: the title of the pack it is in; such a file is only read.
    """

    def __init__(self, path: Path, lint: Lint, pack: str = "") -> None:
        self.path = path
        self.pack = pack
        self.lint = lint
        self._text = text_of(path)
        self.scenario = _playable(self._text, path)

    def changed(self) -> bool:
        """Whether the file says something else by now; then it is read again.

        Raises PeercoachError, once for a change, when it can't be played as it is; `scenario` is then how it was before.
        """
        text = text_of(self.path)
        if text == self._text:
            return False
        self._text = text
        self.scenario = _playable(text, self.path)
        return True

    def keep(self, step_id: str, example: Example) -> Written:
        """Write an example at the end of a step's.

        Raises PeercoachError, and changes nothing, when that would lose or break anything.
        """
        if self.pack:
            raise PeercoachError(f"{self.path.name} is in the pack “{self.pack}”, which stays as it came.", _COPY)
        text = text_of(self.path)
        before = _playable(text, self.path)
        kept = with_example(text, step_id, example)
        if kept is None:
            raise NoPlaceError(f"The examples of {step_id} don't stand on lines of their own, so nothing was written.")
        after = _playable(kept.text, self.path)
        fresh = _only_since(self.lint(before, text), self.lint(after, kept.text))
        errors = [fault.message for fault in fresh if fault.severity == "error"]
        if errors:
            raise PeercoachError(f"With this in it the file would have an error: {errors[0]}.", "Nothing was written.")
        replace_text(self.path, text, kept.text)
        self._text, self.scenario = kept.text, after
        return Written(kept.line, tuple(fresh))


def _playable(text: str, path: Path) -> Scenario:
    reading = read(text, path.stem)
    if reading.scenario is None:
        fault = next(fault for fault in reading.faults if fault.severity == "error")
        raise PeercoachError(f"{path}:{fault.line}:{fault.col}  {fault.message}", fault.hint)
    return reading.scenario


def _only_since(before: tuple[Fault, ...], after: tuple[Fault, ...]) -> list[Fault]:
    """The faults that were not there before, wherever they stand by now."""
    known = Counter((fault.rule, fault.message) for fault in before)
    fresh = []
    for fault in after:
        known[fault.rule, fault.message] -= 1
        if known[fault.rule, fault.message] < 0:
            fresh.append(fault)
    return fresh


def text_of(path: Path) -> str:
    """A file's text, exactly: marks and line ends as they are. Raises PeercoachError when it can't be read as text."""
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as trouble:
        raise PeercoachError(f"{path} can't be read: {_why(trouble)}.") from None
    except UnicodeDecodeError:
        raise PeercoachError(f"{path} is not plain text.", "Save it as UTF-8 and try again.") from None


def replace_text(path: Path, before: str, after: str) -> None:
    """Put `after` in the place of `before`. Raises PeercoachError, the file untouched, when it says something else by now.

    Written beside the file and moved over it, so that it is never half there; its rights stay as they are, and a link stays
    a link.
    """
    file = Path(os.path.realpath(path))
    if comes_with_package(file):
        raise PeercoachError(f"{path} comes with peercoach: what is written there is lost when it is brought up to date.", _COPY)
    if text_of(file) != before:
        raise PeercoachError(f"{path} has just been changed by something else.", "Nothing was written. Have another go.")
    draft = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        draft.write_bytes(after.encode("utf-8"))
        shutil.copymode(file, draft)
        draft.replace(file)
    except OSError as trouble:
        draft.unlink(missing_ok=True)
        raise PeercoachError(f"{path} can't be written: {_why(trouble)}.", "Nothing was written.") from None


def _why(trouble: OSError) -> str:
    return (trouble.strerror or "no reason given").lower()
