"""How long peercoach takes to start, beside bare Python, and how much memory a practice takes. Run by hand.

    python tests/bench/bench_start.py

The aims: `--version` and `help-now` at most 6 times bare Python, `--help` 8, a practice to its first prompt 12 with `--plain`
and 24 on a terminal; a practice with a scored reply in it at most 60 MB. The median of several starts, in turn.
"""

from __future__ import annotations

import os
import pty
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROUNDS = 15
PYTHON = [sys.executable, "-c", "pass"]
PEERCOACH = [sys.executable, "-c", "import sys; from peercoach.cli.main import main; sys.exit(main())"]
PRACTISE = ["practise", "first-night-wren"]
PROMPT = b">"
"""What the first prompt on a terminal begins with."""
ANSWERS = "1\nhey wren, that sounds really hard. how are you tonight?\n"


def main() -> None:
    """Print milliseconds and the ratio for each way to start, then the memory."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["PEERCOACH_HOME"] = home
        ways: dict[str, Callable[[], float]] = {
            "bare python": lambda: _seconds(PYTHON),
            "--version": lambda: _seconds([*PEERCOACH, "--version"]),
            "help-now": lambda: _seconds([*PEERCOACH, "help-now"]),
            "--help": lambda: _seconds([*PEERCOACH, "--help"]),
            "practise ID --plain": lambda: _seconds([*PEERCOACH, *PRACTISE, "--plain"]),
            "practise ID on a terminal": lambda: _to_prompt([*PEERCOACH, *PRACTISE]),
        }
        taken: dict[str, list[float]] = {name: [] for name in ways}
        for _ in range(ROUNDS):
            for name, way in ways.items():
                taken[name].append(way())
        bare = statistics.median(taken["bare python"])
        for name, times in taken.items():
            middle = statistics.median(times)
            sys.stdout.write(f"{name:<27}{middle * 1_000:7.1f} ms{middle / bare:7.1f} times\n")
        sys.stdout.write(f"{'a reply scored, in a practice':<30}{_megabytes(Path(home)):4.0f} MB\n")


def _seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - start


def _to_prompt(command: list[str]) -> float:
    """Until the first prompt is there, on a terminal of its own."""
    start = time.perf_counter()
    child, terminal = pty.fork()
    if not child:
        os.execvp(command[0], command)  # noqa: S606  # our own command, in a terminal of its own
    shown = b""
    while PROMPT not in shown:
        shown += os.read(terminal, 4_096)
    taken = time.perf_counter() - start
    os.close(terminal)
    os.waitpid(child, 0)
    return taken


def _megabytes(home: Path) -> float:
    """The most that a practice held while a reply was scored."""
    answers = home / "answers.txt"
    answers.write_text(ANSWERS, encoding="utf-8")
    with answers.open(encoding="utf-8") as typed:
        subprocess.run([*PEERCOACH, *PRACTISE, "--plain", "--private"], stdin=typed, stdout=subprocess.DEVNULL, check=False)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1_024


if __name__ == "__main__":
    main()
