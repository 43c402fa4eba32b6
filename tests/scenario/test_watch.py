"""`scenario test --watch`: tested again each time a file is saved, and Ctrl-C ends it politely."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest

from peercoach.cli.scenario_watch import Look, look_at, watch
from tests.cli.running import PEERCOACH, ROOT, environment
from tests.scenario.texts import WHOLE, broken


class EnoughError(Exception):
    """The test has seen enough."""


def replayed(*looks: Look) -> list[tuple[str, ...]]:
    """What `watch` runs for when it sees these looks one after the other."""
    coming, runs = iter(looks), []

    def look() -> Look:
        try:
            return next(coming)
        except StopIteration:
            raise EnoughError from None

    with pytest.raises(EnoughError):
        watch(look, lambda changed: runs.append(tuple(path.name for path in changed)), lambda: None)
    return runs


def at(**files: int) -> Look:
    return {Path(name): (when, 1, 1) if when else None for name, when in files.items()}


def test_nothing_runs_again_while_nothing_changes() -> None:
    assert replayed(at(a=1), at(a=1), at(a=1)) == [()]


def test_it_runs_again_for_what_was_saved() -> None:
    assert replayed(at(a=1, b=1), at(a=2, b=1), at(a=2, b=1), at(a=2, b=1)) == [(), ("a",)]


def test_it_waits_until_an_editor_is_done() -> None:
    """Many editors take the old file away and put a new one in its place."""
    assert replayed(at(a=1), at(a=0), at(a=2), at(a=3), at(a=3), at(a=3)) == [(), ("a",)]


def test_what_is_put_back_as_it_was_needs_no_run() -> None:
    assert replayed(at(a=1), at(a=0), at(a=1), at(a=1), at(a=1)) == [()]


def test_a_file_that_comes_or_goes_is_a_change() -> None:
    assert replayed(at(a=1), at(a=1, b=1), at(a=1, b=1), at(b=1), at(b=1)) == [(), ("b",), ("a",)]


def test_a_look_sees_a_file_saved_moved_and_gone(tmp_path: Path) -> None:
    path, other = tmp_path / "a", tmp_path / "b"
    path.write_text("one")
    looks = [look_at([path])[path]]
    other.write_text("two")
    other.replace(path)
    looks.append(look_at([path])[path])
    path.unlink()
    looks.append(look_at([path])[path])
    assert looks[2] is None
    assert looks[0] != looks[1]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "ash.yaml"
    path.write_text(WHOLE, encoding="utf-8")
    return path


@pytest.fixture
def child(file: Path, own_home: Path) -> Iterator[subprocess.Popen[str]]:
    """The real program, watching, its output in a pipe."""
    command = [*PEERCOACH, "scenario", "test", "--watch", "ash.yaml"]
    restored = (
        "import os, signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); os.execv(sys.argv[1], sys.argv[1:])"
    )
    started = subprocess.Popen(
        [sys.executable, "-c", restored, *command],
        cwd=file.parent,
        env=environment(own_home),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    yield started
    started.kill()
    started.communicate(timeout=10)


def until(child: subprocess.Popen[str], words: str) -> str:
    """What it prints up to the line with these words."""
    assert child.stdout is not None
    lines = []
    for line in child.stdout:
        lines.append(line)
        if words in line:
            return "".join(lines)
    pytest.fail(f"it ended without saying {words!r}: {''.join(lines)}")


def test_a_child_tests_again_after_each_save_and_ends_politely(child: subprocess.Popen[str], file: Path) -> None:
    first = until(child, "Watching")
    assert "of 3 examples agree" in first
    assert "Watching 1 file; Ctrl-C ends it." in first
    assert " seconds. " in first

    draft = file.with_name("draft")
    draft.write_text(broken("level: 1", "level: 9"), encoding="utf-8")
    draft.replace(file)
    second = until(child, "Watching")
    assert "ash.yaml changed." in second
    assert "ash.yaml:5:8  error" in second

    file.write_text(WHOLE, encoding="utf-8")
    assert "of 3 examples agree" in until(child, "Watching")

    child.send_signal(signal.SIGINT)
    out, err = child.communicate(timeout=10)
    assert (child.returncode, err) == (130, "\nStopped watching.\n")
    assert "\x1b" not in first + second + out


@pytest.mark.parametrize(("flags", "cleared"), [([], True), (["--plain"], False)], ids=["drawn", "plain"])
def test_a_terminal_is_cleared_unless_it_is_plain(file: Path, own_home: Path, flags: list[str], cleared: bool) -> None:  # noqa: FBT001  # a case of the test
    child = pexpect.spawn(
        PEERCOACH[0],
        [*PEERCOACH[1:], "scenario", "test", "--watch", "ash.yaml", *flags],
        cwd=str(file.parent),
        env=environment(own_home),
        encoding="utf-8",
        dimensions=(24, 40),
        timeout=20,
    )
    child.expect("Ctrl-C ends it")
    assert ("\x1b[2J" in child.before) == cleared
    assert max(len(line) for line in child.before.replace("\x1b[2J\x1b[H", "").splitlines()) <= 40
    child.sendintr()
    child.expect("Stopped watching")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 130


def test_what_was_typed_wrong_is_told_at_once(own_home: Path) -> None:
    ran = subprocess.run(
        [*PEERCOACH, "scenario", "test", "--watch", "nobody-answred-ash"],
        cwd=ROOT,
        env=environment(own_home),
        capture_output=True,
        encoding="utf-8",
        timeout=20,
        check=False,
    )
    assert ran.returncode == 2
    assert "Did you mean" in ran.stderr
