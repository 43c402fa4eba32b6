"""Nothing leaves this computer: every command is run where reaching out, or starting another program, ends it at once."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

from peercoach.cli.table import COMMANDS
from tests.cli.running import KIND, PEERCOACH, environment, with_scenario

GUARD = """
import os, sys

SENDS = ("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "imaplib.", "poplib.", "webbrowser.", "asyncio.")
STARTS = ("subprocess.", "os.system", "os.exec", "os.spawn", "os.posix_spawn", "os.startfile", "os.fork", "pty.")

def guard(event, args):
    # a prompt on a terminal wakes itself through a pair of sockets that have no address; nothing else may be made
    if event == "socket.__new__" and args[1] == 1:
        return
    if event.startswith(SENDS + STARTS):
        os.write(2, f"REACHED OUT: {event}".encode())
        os._exit(86)

sys.addaudithook(guard)
"""
REACHED_OUT = 86

TALK = f"ash\nrepost it\nagain\n{KIND}\ncarry on\n2\ncarry on\n"
AT_RISK = "1\nash\ni want to die tonight\n1\nbreak\n"
SCORED = json.dumps({"id": 1, "reply": "that sounds so lonely, text SHOUT to 85258", "age": 17})

RUNS: tuple[tuple[str, str], ...] = (
    ("", "1\n1\nstop\nmy progress\nthe guide\nhear\nback\nsettings\nstop\nleave\n"),
    ("--version", ""),
    ("--help", ""),
    ("practise lost-message", TALK),
    ("practice lost-message --plain", "1\nash\nstop\n"),
    ("practise nobody-answered-ash --private", AT_RISK),
    ("practise one-person-for-zee --private", "1\n?\nhint\nhelp-now\nskip\nskip\nskip\nskip\nstop\n"),
    ("next", "start now\nstop\n"),
    ("guide hear", ""),
    ("skills fixing", ""),
    ("progress", ""),
    ("help-now", ""),
    ("services someone to text at 2am, 17, eating", ""),
    ("services galop", ""),
    ("doctor", ""),
    ("score", SCORED),
    ("score --explain", SCORED),
    ("scenario list", ""),
    ("scenario new {folder}/new.yaml", ""),
    ("scenario check {folder}/new.yaml", ""),
    ("scenario test {folder}/new.yaml", ""),
    ("scenario show lost-message", ""),
    ("scenario schema", ""),
    ("scenario map lost-message", ""),
    ("scenario walk lost-message", ""),
    ("scenario try {folder}/new.yaml", "that sounds so lonely\nstop\n"),
    ("scenario pack list", ""),
    ("data where", ""),
    ("data settings", ""),
    ("data profiles", ""),
    ("data export {folder}/mine.json", ""),
    ("data export --xapi {folder}/mine.jsonl", ""),
    ("data import {folder}/mine.json", ""),
    ("data forget --yes", ""),
)
"""Every command, with what is typed into it."""


@pytest.fixture
def guarded(own_home: Path, tmp_path: Path) -> dict[str, str]:
    """The environment of a child that may not reach out."""
    with_scenario(own_home)
    (tmp_path / "guard").mkdir()
    (tmp_path / "guard" / "sitecustomize.py").write_text(GUARD, encoding="utf-8")
    env = environment(own_home, PROMPT_TOOLKIT_NO_CPR="1")
    return env | {"PYTHONPATH": f"{tmp_path / 'guard'}:{env['PYTHONPATH']}"}


EVERY_RUN = """
import io, json, sys
from peercoach.cli.main import main

for line, typed in json.load(sys.stdin):
    sys.stdin = io.TextIOWrapper(io.BytesIO(typed.encode()))
    print("RAN", main(line), line, flush=True)
"""


def test_every_command_keeps_to_itself(guarded: dict[str, str], tmp_path: Path) -> None:
    runs = [(line.format(folder=tmp_path).split(), typed) for line, typed in RUNS]
    done = subprocess.run(
        [sys.executable, "-c", EVERY_RUN],
        input=json.dumps(runs),
        env=guarded,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    ran = [line.split(" ", 2) for line in done.stdout.splitlines() if line.startswith("RAN ")]
    assert [line for _, status, line in ran if status not in ("0", "1")] == [], done.stderr[-2000:]
    assert len(ran) == len(RUNS)


def test_no_command_is_left_out() -> None:
    tried = [line.split() for line, _ in RUNS]
    assert {words[0] for words in tried if words and not words[0].startswith("-")} == set(COMMANDS)
    for group in ("scenario", "data"):
        app = importlib.import_module(f"peercoach.cli.{group}").app
        names = {each.name or each.callback.__name__.removesuffix("_command") for each in app.registered_commands}
        names |= {each.name for each in app.registered_groups}
        assert {words[1] for words in tried if words[:1] == [group]} == names


def test_the_care_moment_on_a_terminal_keeps_to_itself(guarded: dict[str, str]) -> None:
    command = [*PEERCOACH[1:], "practise", "lost-message"]
    child = pexpect.spawn(sys.executable, command, env=guarded, dimensions=(24, 80), encoding="utf-8", timeout=20)
    for wait, keys in (
        ("more…", "\r"),
        ("Go back to Ash.", ""),
        (">", "i want to die tonight\r"),
        ("more…", "\r"),
        ("116 123", ""),
        ("more…", "\r"),
    ):
        child.expect(wait)
        child.send(keys)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0


@pytest.mark.parametrize(
    "reach",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import urllib.request; urllib.request.urlopen('http://localhost')",
        "import socket; socket.getaddrinfo('localhost', 80)",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
    ],
)
def test_the_guard_would_notice(guarded: dict[str, str], reach: str) -> None:
    done = subprocess.run([sys.executable, "-c", reach], env=guarded, capture_output=True, check=False)
    assert done.returncode == REACHED_OUT
