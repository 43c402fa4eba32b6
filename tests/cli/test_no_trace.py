"""After a hard moment nothing of what was typed is on the disk: not in the home folder, the shell's own files or the temp folder.

Typed on a real terminal, in a shell with its own home, history and temp folder. Every byte of every file is looked at, for any
twelve characters in a row of what was typed, as they were typed, folded, and as other programs might write them.
"""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest

from peercoach.coaching.care_fold import fold
from tests.cli.running import LOST_MESSAGE, PEERCOACH, ROOT, run, with_scenario

AT_RISK = "marmalade. i want to die tonight, zebra lighthouse"
OTHERWISE = "harbour lantern. a ferry on your own, ash! how did wednesday end up?"
WINDOW = 12
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")


def windows(text: str) -> set[bytes]:
    """Every run of twelve characters of a text, and of the text as the scorer folds it, in each encoding, in lower case."""
    forms = [form.lower().strip() for form in (text, fold(text).text)]
    runs = {form[at : at + WINDOW] for form in forms for at in range(len(form) - WINDOW + 1)}
    return {run.encode(encoding) for run in runs for encoding in ENCODINGS}


def holding(*folders: Path, text: str = AT_RISK) -> list[str]:
    """The files that hold any of it."""
    sought = windows(text)
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return sorted(path.name for path in files if any(found in path.read_bytes().lower() for found in sought))


@pytest.mark.parametrize("form", [AT_RISK, AT_RISK.upper(), AT_RISK[20:40], fold(AT_RISK).text])
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_the_search_would_find_it(tmp_path: Path, form: str, encoding: str) -> None:
    (tmp_path / "progress.db-wal").write_bytes(b"\0" * 99 + form.encode(encoding) + b"\0" * 99)
    assert holding(tmp_path) == ["progress.db-wal"]


class Shell:
    """A bash on a terminal, with a home, a history and a temp folder of its own, where peercoach has been set up."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.temp = folder / "tmp"
        self.data = folder / ".local" / "share" / "peercoach"
        self.temp.mkdir()
        (self.data / "scenarios").mkdir(parents=True)
        (self.data / "scenarios" / "lost-message.yaml").write_text(LOST_MESSAGE, encoding="utf-8")
        env = {"HOME": str(folder), "HISTFILE": str(folder / ".bash_history"), "TMPDIR": str(self.temp), "PYTHONPATH": str(ROOT)}
        env |= {"PATH": os.environ["PATH"], "TERM": "xterm-256color", "PROMPT_TOOLKIT_NO_CPR": "1", "PS1": "shell$ "}
        self.bash = pexpect.spawn("bash", ["--norc", "-i"], env=env, dimensions=(30, 80), encoding="utf-8", timeout=20)
        self.wait("shell$ ")

    def wait(self, words: str) -> None:
        self.bash.expect_exact(words)

    def say(self, keys: str) -> None:
        self.bash.send(keys)

    def practise(self, *flags: str) -> None:
        """Go as far as the first thing to write."""
        self.say(f"{' '.join(PEERCOACH)} practise lost-message {' '.join(flags)}\r")
        self.wait("more…")
        self.say("\r")
        self.wait("Go back to Ash.")
        self.wait(">")

    def reach_the_question(self, *flags: str) -> None:
        """Write what may be about oneself."""
        self.practise(*flags)
        self.say(f"{AT_RISK}\r")
        self.wait("Which is it?")
        self.wait("more…")

    def leave(self) -> None:
        """Back at the shell, and out of it, so that it writes its history."""
        self.wait("shell$ ")
        self.say("exit\r")
        self.bash.expect(pexpect.EOF)
        self.bash.close()
        assert (self.folder / ".bash_history").read_text(encoding="utf-8").count("practise")

    def program(self) -> int:
        """The id of the program's process."""
        (child,) = Path(f"/proc/{self.bash.pid}/task/{self.bash.pid}/children").read_text(encoding="ascii").split()
        return int(child)

    def kill(self) -> None:
        """End the program dead, as a power cut would."""
        os.kill(self.program(), signal.SIGKILL)
        self.wait("Killed")

    def hang_up(self) -> None:
        """Close the window: the shell is told, it tells the program, and both go. Wait until they have."""
        program = Path(f"/proc/{self.program()}")
        os.kill(self.bash.pid, signal.SIGHUP)
        until = time.monotonic() + 10
        while program.exists() and time.monotonic() < until:
            time.sleep(0.02)
        assert not program.exists()


@pytest.fixture
def shell(tmp_path: Path) -> Iterator[Shell]:
    opened = Shell(tmp_path)
    yield opened
    opened.bash.close(force=True)


ENDS = {
    "about me, then a break": ("\r", "more…", "\r"),
    "ctrl-c at the question": ("\x03",),
}


@pytest.mark.parametrize("end", ENDS)
def test_nothing_of_it_is_on_the_disk(shell: Shell, end: str) -> None:
    shell.reach_the_question()
    for step in ENDS[end]:
        if step == "more…":
            shell.wait("116 123")
            shell.wait(step)
        else:
            shell.say(step)
    shell.leave()
    assert (shell.data / "progress.db").exists()
    assert holding(shell.folder) == []


def test_nothing_of_it_is_on_the_disk_when_the_program_is_killed_in_the_middle(shell: Shell) -> None:
    shell.reach_the_question()
    shell.kill()
    assert (shell.data / "progress.db").exists()
    assert holding(shell.folder) == []
    shell.leave()
    assert holding(shell.folder) == []


def test_nothing_of_it_is_on_the_disk_when_the_window_is_closed(shell: Shell) -> None:
    shell.reach_the_question()
    shell.hang_up()
    assert (shell.data / "progress.db").exists()
    assert holding(shell.folder) == []


def test_nor_of_going_on_afterwards(shell: Shell) -> None:
    shell.reach_the_question()
    shell.say("\r")
    shell.wait("116 123")
    shell.wait("more…")
    shell.say("\x1b[B\r")
    shell.wait("Go back to Ash.")
    shell.wait(">")
    shell.say(f"{OTHERWISE}\r")
    shell.wait("What now?")
    shell.wait("more…")
    shell.say("\x03")
    shell.leave()
    assert holding(shell.folder, text=OTHERWISE), "an ordinary reply is kept until the practice is over"
    assert holding(shell.folder) == []


def test_private_leaves_no_trace_at_all(shell: Shell) -> None:
    before = sorted(shell.data.rglob("*"))
    shell.reach_the_question("--private")
    shell.say("\r")
    shell.wait("116 123")
    shell.wait("more…")
    shell.say("\r")
    shell.leave()
    assert holding(shell.folder) == []
    assert sorted(shell.data.rglob("*")) == before


def test_private_makes_no_folder(own_home: Path) -> None:
    done = run(own_home, "practise", "nobody-answered-ash", "--private", typed=f"1\nash\n{AT_RISK}\n1\nbreak\n")
    assert "116 123" in done.stdout
    assert not own_home.exists()


def test_forgetting_leaves_nothing_that_was_ever_written(tmp_path: Path, own_home: Path) -> None:
    with_scenario(own_home)
    temp = tmp_path / "tmp"
    temp.mkdir()

    def typed(words: str, *args: str) -> subprocess.CompletedProcess[str]:
        return run(own_home, *args, typed=words, TMPDIR=str(temp))

    typed("", "data", "settings", "--keep-texts", "yes")
    for _ in range(2):
        typed(f"ash\n{OTHERWISE}\ncarry on\n2\ncarry on\n", "practise", "lost-message")
        typed(f"ash\n{AT_RISK}\n2\nstop\n", "practise", "lost-message")
    assert holding(own_home, text=OTHERWISE)
    assert holding(own_home)  # they said that it was their practice reply, and that what they write may be kept
    assert typed("", "data", "forget", "--yes").returncode == 0
    assert holding(tmp_path, text=OTHERWISE) == []
    assert holding(tmp_path) == []


CRASHING = """
import sys
from peercoach.cli.main import main
from peercoach.practice import scoring

def crash(text, state, step):
    raise RuntimeError(text) from KeyError(text)

scoring.care_for = crash
sys.exit(main(["practise", "lost-message"]))
"""


def test_a_bug_in_the_middle_of_it_writes_none_of_it_down(own_home: Path, tmp_path: Path) -> None:
    with_scenario(own_home)
    done = subprocess.run(
        [sys.executable, "-c", CRASHING],
        input=f"ash\n{AT_RISK}\n",
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 3
    assert AT_RISK not in done.stdout + done.stderr
    assert (own_home / "peercoach.log").exists()
    assert holding(tmp_path) == []


# ---- a full disk


def full(process: subprocess.Popen[str], room: int) -> None:
    """From now on no file of this process can grow beyond `room` bytes: to it the disk is full."""
    resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (room, room))


@pytest.fixture
def practising(own_home: Path) -> Iterator[subprocess.Popen[str]]:
    with_scenario(own_home)
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [*PEERCOACH, "practise", "lost-message", "--plain"]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env, encoding="utf-8", bufsize=1
    )
    yield process
    process.kill()
    process.communicate()


def until(process: subprocess.Popen[str], words: str) -> str:
    shown = ""
    assert process.stdout
    while words not in shown:
        sign = process.stdout.read(1)
        assert sign, shown
        shown += sign
    return shown


def test_on_a_full_disk_the_care_moment_works_and_nothing_answered_before_is_lost(
    practising: subprocess.Popen[str], own_home: Path
) -> None:
    assert practising.stdin
    until(practising, "> ")
    practising.stdin.write("ash\n")
    until(practising, "Go back to Ash.")
    full(practising, 0)
    practising.stdin.write(f"{AT_RISK}\n")
    asked = until(practising, "3. i'd rather not say")
    assert "might be about you" in asked
    shown, errors = practising.communicate("1\n2\nthat sounds so lonely ash\ncarry on\n2\ncarry on\n", timeout=20)
    assert "ring 999" in shown
    assert "Nobody has been told" in shown
    assert "is not being kept" in shown
    assert "That's the end of" in shown
    assert errors == ""
    assert practising.returncode == 0
    again = run(own_home, "practise", "lost-message", typed="1\nstop\n")
    assert "Where you were:" in again.stdout
    assert "Go back to Ash." in again.stdout
    assert holding(own_home) == []


def test_where_nothing_can_be_written_at_all_practising_and_care_still_work(own_home: Path) -> None:
    with_scenario(own_home)
    code = "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0)); from peercoach.cli.main import main; "
    done = subprocess.run(
        [sys.executable, "-c", code + "sys.exit(main(['practise', 'lost-message']))"],
        input=f"ash\n{AT_RISK}\n1\nbreak\n",
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "can't be kept" in done.stdout or "is not being kept" in done.stdout
    assert "ring 999" in done.stdout
