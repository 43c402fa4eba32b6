"""Practise supporting other people in a group chat: offline, in a terminal, at your own pace.

The floors, top to bottom; imports point down only:

- `cli`: one small module a command group; the only place that knows typer
- `terminal`: results shown on a screen, prompts, the drive through a practice
- `keep`: places on disk, the library of scenario files, progress
- ----- nothing below this line touches terminal, disk, clock, network or randomness -----
- `practice`: the turn-by-turn engine
- `scenario`: the scenario format: dataclasses, reader, schema, lint, examples
- `coaching`: reading a reply and scoring it: text, patterns, skills, pitfalls, care, rubric, feedback, services

`training` stands beside the house: it rebuilds what is made from other files (the scorer's weights, parts of the trainers'
guide), and is not used at run time.
"""

__version__ = "0.1.0"
