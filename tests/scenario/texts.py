"""Scenario files as text, and words for what is wrong with them."""

from __future__ import annotations

from peercoach.keep.places import package_text
from peercoach.scenario.faults import Fault
from peercoach.scenario.format import Scenario
from peercoach.scenario.reader import read

WHOLE = """\
peercoach: 1
title: Nobody answered Ash
about: A message got lost while chat was busy. Find it, then go back to it.
for: member
level: 1
content: [loneliness]

people:
  ash: {age: 17, about: three weeks into college}
  kit: {}
  jo: {role: moderator}

steps:
  - chat: |
      kit: anyone watching the final tonight
      ash: had a horrible day. induction was six hours and i knew nobody
      kit: omg the final yes

  - spot: Whose message has nobody answered?
    answer: ash
    because: Ash said something hard.

  - reply: Go back to Ash.
    id: back-to-ash
    to: ash
    rubric:
      - skill: notice
        weight: 2
      - skill: hear
      - point: induction
        says: picks up the induction day
        any: ["induct*", "first day"]
    watch: [minimising, fixing]
    hints:
      - What did Ash say?
      - Start with their name.
    examples:
      - strong: |
          ash i saw yours. induction with not a soul you know sounds shattering
        shows: [notice, hear, induction]
      - needs-work: |
          sorry chats busy
        misses: [notice, hear]
      - harmful: |
          its only college
        misses: [induction]
        falls-into: [minimising]
    then:
      - if: strong
        chat: "ash: thanks"
      - if: {falls-into: fixing}
        chat: "ash: yeah"
      - else:
        chat: "ash: its fine"
"""
"""A file with nothing wrong; the tests break it."""

EVERY_STEP = """\
peercoach: 1
title: Every kind of step
about: One of each.
for: moderator
level: 2
people:
  sol: {age: 17}
  kit:
steps:
  - chat: |
      sol: cant sleep
        @kit are you here
      * moss joined
      you: hi @sol
  - spot: Who cannot sleep?
    answer: [sol, kit]
  - choose: What now?
    to: sol
    options:
      - say: hi sol
        band: strong
        because: It is warm.
        chat: "sol: hi"
        goto: help
      - say: (wait)
        band: needs-work
        because: Nobody answers.
  - reply: Say something.
    to: [sol, kit]
    allow: fixing
    rubric:
      - skill: hear
      - check-yourself: gave them one small thing to do
    examples:
      - strong or developing: that sounds hard
    then:
      - if: [strong, {shows: [hear, ask]}, {misses: hear}]
        goto: end
  - signpost: Sol wants one person, by text.
    id: help
    to: sol
    need: [one-to-one, text-only]
    age: 16
    nation: england
    time: "2:00"
    by: text
  - later: three weeks on
  - reflect: What will you do next time?
  - note: Take a breath.
"""

TWO_POINTS = """\
peercoach: 1
title: Two points
about: A rubric of two points, so that what is told hangs on words alone.
for: member
level: 1
people: {ash: {}}
steps:
  - chat: "ash: induction was long and i knew nobody"
  - reply: Go back to Ash.
    id: back
    to: ash
    rubric:
      - point: day
        says: picks up the day
        any: [induct*]
      - point: alone
        says: picks up being alone
        any: [nobody]
    examples:
      - strong: induction and nobody to sit with
        shows: [day, alone]
      - developing: that induction
        shows: [day]
        misses: [alone]
      - needs-work: what tea do you like
        misses: [day, alone]
"""
"""What is told of it hangs on words alone, not on the scorer's weights."""


def template(name: str) -> str:
    """One of the files to start from."""
    return package_text(f"scenario/templates/{name}.yaml")


def broken(old: str, new: str, text: str = WHOLE) -> str:
    """The text with `old`, which is in it once, put wrong."""
    assert text.count(old) == 1, f"{old!r} is in the text {text.count(old)} times"
    return text.replace(old, new)


def faults(text: str) -> tuple[Fault, ...]:
    return read(text, "broken").faults


def told(text: str) -> list[str]:
    """Every fault as `line:col rule`."""
    return [f"{fault.line}:{fault.col} {fault.rule}" for fault in faults(text)]


def said(text: str) -> str:
    """What every fault says, hints and all."""
    return "\n".join(f"{fault.message} ({fault.hint})" for fault in faults(text))


def scenario(text: str = WHOLE) -> Scenario:
    reading = read(text, "whole")
    assert reading.scenario is not None, told(text)
    return reading.scenario
