"""The same lines give the same bytes: whatever the hash seed, the locale, the folder or the order of the day."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.cli.running import PEERCOACH, environment

REWRITES = Path(__file__).parents[1] / "fairness" / "rewrites.jsonl"
LINES = REWRITES.read_bytes().splitlines(keepends=True)[::5][:58]
ODD = [
    json.dumps({"id": "empty", "reply": ""}).encode() + b"\n",
    json.dumps(
        {"id": "odd", "reply": "🫂 \ud800\x00 İ ﷺ ok?", "context": [{"from": "ash", "text": "ugh"}], "to": "ash"}
    ).encode(),
]


def answered(folder: Path, lines: list[bytes], **settings: str) -> bytes:
    """What `peercoach score` writes for these lines, started in this folder with these settings."""
    done = subprocess.run(
        [*PEERCOACH, "score"],
        input=b"".join(lines),
        env=environment(folder, **settings),
        cwd=folder,
        capture_output=True,
        timeout=60,
        check=True,
    )
    return done.stdout


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return answered(tmp_path_factory.mktemp("first"), [*LINES, *ODD], PYTHONHASHSEED="0")


@pytest.mark.parametrize(
    "settings",
    [
        {"PYTHONHASHSEED": "1"},
        {"PYTHONHASHSEED": "random"},
        {"LC_ALL": "C"},
        {"LC_ALL": "C.UTF-8", "TZ": "Asia/Tokyo"},
        {"PYTHONUTF8": "0", "LC_ALL": "POSIX", "PYTHONIOENCODING": "latin-1"},
        {"PYTHONOPTIMIZE": "2"},
    ],
    ids=lambda settings: " ".join(f"{name}={value}" for name, value in settings.items()),
)
def test_the_same_lines_give_the_same_bytes(first: bytes, tmp_path: Path, settings: dict[str, str]) -> None:
    assert first.count(b"\n") == len(LINES) + len(ODD)
    assert answered(tmp_path, [*LINES, *ODD], **settings) == first


def test_a_line_is_answered_the_same_whatever_came_before_it(first: bytes, tmp_path: Path) -> None:
    backwards = answered(tmp_path, [ODD[0], *reversed(LINES)]).splitlines()
    assert backwards[1:][::-1] == first.splitlines()[: len(LINES)]
