"""The trainers' guide and the README say what is so: parts from code are fresh, snippets are read, commands exist."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from peercoach.cli.commands import app
from peercoach.coaching.moment import BANDS
from peercoach.coaching.services import directory
from peercoach.keep.places import package_text
from peercoach.scenario.examples import run
from peercoach.scenario.known import known
from peercoach.scenario.lint import lint
from peercoach.scenario.pack import read_pack
from peercoach.scenario.pattern_examples import WORKED
from peercoach.scenario.reader import read
from peercoach.scenario.services_check import check
from peercoach.training.trainers_guide import GUIDE, parts, rebuilt

ROOT = Path(__file__).parents[2]
TEXT = GUIDE.read_text(encoding="utf-8")
SNIPPETS = re.findall(r"^```yaml\n(.*?)^```$", TEXT, re.DOTALL | re.MULTILINE)
PACK, SERVICES, PATTERNS = SNIPPETS[-3:]
WHOLE = "".join(SNIPPETS[:-3])
"""The pieces of the scenario that grows through the guide."""
DOCUMENTS = ("README.md", "scenarios/README.md")


# Parts from code


def test_the_parts_from_code_are_fresh() -> None:
    assert rebuilt(TEXT) == TEXT, "stale: run python -m peercoach.training.trainers_guide"


def test_every_part_from_code_is_in_the_guide_once() -> None:
    assert sorted(re.findall(r"<!-- from code: ([a-z]+) -->", TEXT)) == sorted(parts())


def test_an_old_part_is_replaced_and_the_words_around_it_stay() -> None:
    old = "Mine.\n<!-- from code: content -->\nold\n<!-- end of content -->\nMine too.\n"
    assert rebuilt(old) == f"Mine.\n<!-- from code: content -->\n{parts()['content']}<!-- end of content -->\nMine too.\n"


# Snippets


def test_the_pieces_put_together_are_a_scenario_with_nothing_to_mend() -> None:
    reading = read(WHOLE, "everyone-posted")
    assert reading.scenario is not None
    faults = (*reading.faults, *lint(reading.scenario, WHOLE, known(package_text("coaching/services.yaml"))))
    assert faults == ()


def test_its_examples_have_every_band_and_are_told_as_the_guide_says() -> None:
    scenario = read(WHOLE, "everyone-posted").scenario
    assert scenario is not None
    told = run(scenario)
    assert {band for outcome in told for band in outcome.expected} == set(BANDS)
    assert [(outcome.name, outcome.differed) for outcome in told if not outcome.agrees] == []


def test_the_pack_can_be_built_as_it_stands() -> None:
    assert read_pack(PACK).faults == ()


def test_the_services_can_be_settled_as_they_stand() -> None:
    assert check(SERVICES, directory()) == ()


def test_each_worked_pattern_can_be_copied_into_a_point() -> None:
    paragraphs = PATTERNS.split("\n\n")
    assert len(paragraphs) == len(WORKED) == 20
    before, line, after = WHOLE.partition("        any: [\"not|didn't")
    _, _, after = after.partition("\n")
    assert line
    for paragraph in paragraphs:
        point = "".join(f"        {row}\n" for row in paragraph.strip().split("\n"))
        assert read(f"{before}{point}{after}", "copied").faults == (), paragraph


# Commands


def commands(text: str) -> Iterator[str]:
    """Every line that starts with `peercoach`, in a block or between backticks."""
    for block in re.findall(r"^```\w*\n(.*?)^```$", text, re.DOTALL | re.MULTILINE):
        yield from (re.split(r"\s{2,}", line)[0] for line in block.split("\n") if line.startswith("peercoach "))
    outside = re.sub(r"^```.*?^```$", "", text, flags=re.DOTALL | re.MULTILINE)
    yield from (code for code in re.findall(r"`([^`]+)`", outside) if code.startswith("peercoach "))


def unknown_in(line: str) -> str:
    """What in a command line the program does not know; "" when there is nothing."""
    words = shlex.split(line)[1:]
    command: Any = typer.main.get_command(app)
    options = option_names(command)
    for place, word in enumerate(words):
        if word.startswith("--") and word not in options:
            return word
        subcommands = getattr(command, "commands", None) or getattr(command, "get_command", None)
        if word.startswith("-") or subcommands is None or words[place - 1] == "--profile":
            continue
        found = command.get_command(None, word) if word in command.list_commands(None) else None
        if found is None:
            return word
        command, options = found, options | option_names(found)
    return ""


def option_names(command: Any) -> set[str]:
    return {"--help", *(name for param in command.params for name in param.opts)}


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_command_named_exists(document: str) -> None:
    named = set(commands((ROOT / document).read_text(encoding="utf-8")))
    assert len(named) > 10
    assert {line: unknown_in(line) for line in named if unknown_in(line)} == {}


@pytest.mark.parametrize(
    ("line", "unknown"),
    [
        ("peercoach scenario chekc x.yaml", "chekc"),
        ("peercoach dance", "dance"),
        ("peercoach data export --yaml", "--yaml"),
        ("peercoach --profile sam practise lost-bus", ""),
        ("peercoach scenario pack remove harbour --yes", ""),
    ],
)
def test_a_command_that_does_not_exist_is_seen(line: str, unknown: str) -> None:
    assert unknown_in(line) == unknown


def test_every_link_in_the_guide_leads_somewhere() -> None:
    targets = re.findall(r"\]\(([^)]+)\)", TEXT)
    headings = {re.sub(r"[^\w -]", "", line.lower()).replace(" ", "-") for line in re.findall(r"^#+ (.*)$", TEXT, re.MULTILINE)}
    assert [to for to in targets if (to[1:] not in headings if to.startswith("#") else not (GUIDE.parent / to).exists())] == []
