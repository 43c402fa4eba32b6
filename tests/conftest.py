"""Every test has its own home and a terminal with no wishes; the learner's real one is out of reach."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import platformdirs
import pytest
from hypothesis import settings

_TERMINAL = ("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS", "LINES", "TERMINAL_WIDTH", "PEERCOACH_PLAIN")

settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")
"""The same cases on every run: a gate that fails now and then is no gate. Take it out to hunt for new ones."""


def _refuse(*_: object, **__: object) -> NoReturn:
    message = "a test looked for the real data folder: give it a path, or keep PEERCOACH_HOME"
    raise AssertionError(message)


def _clock_follows_tz() -> None:
    if hasattr(time, "tzset"):  # not on Windows
        time.tzset()


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home nobody else has (not made yet), on UTC. Anything that goes round it, to the real one, raises."""
    home = tmp_path / "peercoach-home"
    monkeypatch.setenv("PEERCOACH_HOME", str(home))
    monkeypatch.setenv("TZ", "UTC")
    _clock_follows_tz()
    for name in _TERMINAL:
        monkeypatch.delenv(name, raising=False)
    for name in ("user_data_path", "user_data_dir", "user_config_path", "user_config_dir", "user_log_path", "user_log_dir"):
        monkeypatch.setattr(platformdirs, name, _refuse)
    yield home
    monkeypatch.undo()
    _clock_follows_tz()


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of one's own to stand in."""
    folder = tmp_path / "mine"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder
