"""How long it takes to check 1,000 files of about 60 lines, beside a bare `yaml.load(CSafeLoader)` of the same. Run by hand.

Whole processes, started in turn, the best of several: python tests/bench/bench_check.py. The aim is at most twice as long.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

FILES, TURNS = 1000, 7
TEXT = """\
peercoach: 1                     # format version
title: Nobody answered {name}
about: A message got lost while chat was busy. Find it, then go back to it.
for: member
level: 1                         # 1 first steps, 2 everyday, 3 hard
minutes: 4
content: [loneliness]
place: Support chat, Monday 8.10 pm

people:
  {name}: {{age: 17, about: three weeks into college}}
  kit: {{}}
  jo: {{role: moderator}}

steps:
  - chat: |
      kit: anyone watching the final tonight
      {name}: had a horrible day. induction was six hours and i knew nobody ({number})
      jo: hiya all, welcome to monday chat
      kit: omg the final yes

  - spot: Whose message has nobody answered?
    answer: {name}
    because: They said something hard and the talk moved on.

  - reply: Go back to {name}.
    id: back-to-{name}
    to: {name}
    rubric:
      - skill: notice
        weight: 2
      - skill: hear
      - skill: ask
        optional: true           # can only help
      - point: induction
        says: picks up the induction day
        any: ["induct*", "first day", "six|6 hour*|hrs", "knew|know* nobody|noone"]
    watch: [minimising, fixing]
    hints:
      - What did {name} actually say?
      - You could start with their name, and the part that stayed with you.
    examples:
      - strong: |
          {name} i scrolled up and saw yours. six hours not knowing a soul sounds shattering. how are you now?
        shows: [notice, hear, ask, induction]
      - needs-work: |
          sorry chats busy, repost it if you want
        misses: [notice, hear, induction]
      - harmful: |
          its only college, everyone has to do it
        falls-into: [minimising]
    then:
      - if: strong
        chat: "{name}: thanks, honestly its just nice someone noticed"
      - if: {{falls-into: fixing}}
        chat: "{name}: yeah i know i should talk to people.."
      - else:
        chat: "{name}: its fine dw"
"""
LOAD = """
import pathlib, sys, yaml
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.yaml")):
    yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
"""


def _seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> None:
    """Write the files, time both in turn, and print the ratio of the best times."""
    with tempfile.TemporaryDirectory() as folder:
        for number in range(FILES):
            name = f"ash{chr(97 + number % 26)}"
            (Path(folder) / f"s{number:04}.yaml").write_text(TEXT.format(name=name, number=number), encoding="utf-8")
        load, check = [sys.executable, "-c", LOAD, folder], [sys.executable, "-m", "peercoach", "scenario", "check", folder]
        times = [(_seconds(load), _seconds(check)) for _ in range(TURNS)]
    loads, checks = min(pair[0] for pair in times), min(pair[1] for pair in times)
    sys.stdout.write(f"yaml.load {loads:.3f} s, scenario check {checks:.3f} s: {checks / loads:.2f} times as long\n")


if __name__ == "__main__":
    main()
