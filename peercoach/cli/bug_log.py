"""A bug's log: what kind of error and where in the code, never what anybody wrote. Readable by its owner alone."""

from __future__ import annotations

import platform
import sys
import traceback
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from peercoach import __version__
from peercoach.cli.table import COMMANDS
from peercoach.errors import PeercoachError


def write_log(bug: BaseException, args: Sequence[str], env: Mapping[str, str]) -> tuple[str, str]:
    """Write the log under home; returns a sentence and a hint for the user. Never raises for want of a place to write."""
    sentence = "Sorry, something went wrong in peercoach itself. What you did before this is kept."
    try:
        path = _new_file(env)
        path.write_text("\n".join(_lines(bug, args)) + "\n", encoding="utf-8")
    except (OSError, PeercoachError):
        return sentence, "The details couldn't be written down: the data folder can't be written to."
    return sentence, f"The details, without anything you wrote, are in {path}"


def _new_file(env: Mapping[str, str]) -> Path:
    """The one log, emptied: the last bug is the one that can be told of, and `data forget` knows where it is."""
    from peercoach.keep.places import private_file, private_folder
    from peercoach.keep.profiles import learner_folder

    path = private_folder(learner_folder(env)) / "peercoach.log"
    path.unlink(missing_ok=True)
    private_file(path)
    return path


def _lines(bug: BaseException, args: Sequence[str]) -> Iterator[str]:
    """Versions, the command's name, then each error in the chain: its type and frames.

    An error's own words may quote a reply, so they are left out.
    """
    yield f"peercoach {__version__}, python {platform.python_version()}, {sys.platform}"
    yield f"command: {next((arg for arg in args if arg in COMMANDS), '-')}"
    link: BaseException | None = bug
    while link is not None:
        yield f"{type(link).__module__}.{type(link).__qualname__}"
        for frame in traceback.extract_tb(link.__traceback__):
            yield f"  {frame.filename}:{frame.lineno} in {frame.name}"
        link = link.__cause__ or link.__context__
