"""Starts the real program: its own process, its own home, lines typed into a pipe or a terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

PEERCOACH = [sys.executable, "-m", "peercoach"]
ROOT = Path(__file__).resolve().parents[2]

LOST_MESSAGE = """\
peercoach: 1
title: Nobody answered Ash
about: A message got lost while chat was busy.
for: member
level: 1
people:
  ash: {age: 17}
  kit: {}
steps:
  - chat: |
      ash: induction was six hours and i knew nobody
      kit: omg the final yes
  - spot: Whose message has nobody answered?
    answer: ash
    because: The talk moved on.
  - reply: Go back to Ash.
    id: back-to-ash
    to: ash
    rubric:
      - skill: hear
      - skill: ask
        optional: true
    hints: [What did Ash say?]
    examples:
      - strong: that sounds so lonely ash, how are you now?
      - needs-work: repost it
    then:
      - if: strong
        chat: "ash: thanks, its nice someone noticed"
      - else:
        chat: "ash: its fine dw"
  - choose: Kit says hi.
    options:
      - say: "[scroll past]"
        band: needs-work
        because: Nobody likes to be passed by.
      - say: hiya kit
        band: strong
        because: Short and warm.
"""
KIND = "that sounds so lonely ash, no wonder you're worn out. how are you feeling now?"


def with_scenario(home: Path) -> Path:
    """Put the scenario `lost-message` into this home."""
    folder = home / "scenarios"
    folder.mkdir(parents=True)
    (folder / "lost-message.yaml").write_text(LOST_MESSAGE, encoding="utf-8")
    return home


def environment(home: Path, **more: str) -> dict[str, str]:
    """The environment a run gets: this home, this checkout, and nothing the tester set for themselves."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG", "SYSTEMROOT")}
    return {**kept, "PEERCOACH_HOME": str(home), "PYTHONPATH": str(ROOT), "TERM": "xterm-256color", **more}


def run(home: Path, *args: str, typed: str = "", **more: str) -> subprocess.CompletedProcess[str]:
    """Run it with these lines typed; its output, errors and exit status."""
    return subprocess.run(
        [*PEERCOACH, *args],
        input=typed,
        env=environment(home, **more),
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
