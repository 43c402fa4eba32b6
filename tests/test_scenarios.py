"""Every scenario that comes with peercoach can be played, has no errors, and its examples come out as their authors say.

A broken file fails its own test, never the collection.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from peercoach.cli.scenario_files import check
from peercoach.keep.library import Library, read_text
from peercoach.keep.places import library_folder
from peercoach.scenario.examples import Outcome, run
from peercoach.scenario.reader import read

FILES = Library((library_folder(),)).files


def _examples() -> list[tuple[str, int]]:
    """Each example there is: the file's id and the example's place among all of the file's. Nothing is scored yet."""
    found = []
    for name, path in FILES.items():
        scenario = read(read_text(path), name).scenario
        steps = scenario.steps if scenario else ()
        found += [(name, number) for number in range(sum(len(getattr(step, "examples", ())) for step in steps))]
    return found


@cache
def _outcomes(name: str) -> tuple[Outcome, ...]:
    scenario = read(read_text(FILES[name]), name).scenario
    return run(scenario) if scenario else ()


def _id(example: tuple[str, int]) -> str:
    """As `nobody-answered-ash/back-to-ash/example-2`."""
    scenario = read(read_text(FILES[example[0]]), example[0]).scenario
    steps = scenario.steps if scenario else ()
    names = [f"{step.id}/example-{number}" for step in steps for number in range(1, len(getattr(step, "examples", ())) + 1)]
    return f"{example[0]}/{names[example[1]]}"


@pytest.mark.parametrize("path", FILES.values(), ids=FILES.keys())
def test_a_scenario_has_no_errors(path: Path) -> None:
    report = check([str(path)])
    assert not report.errors, "\n".join(report.lines(120))


@pytest.mark.parametrize("example", _examples(), ids=_id)
def test_an_example_comes_out_as_its_author_says(example: tuple[str, int]) -> None:
    name, number = example
    assert _outcomes(name)[number].differed == ()
