"""Files to start from: each works as it stands, and stays whole when its title, name or content note changes."""

from __future__ import annotations

from pathlib import Path

import pytest

import peercoach.scenario
from peercoach.cli.scenario_files import known_services
from peercoach.scenario.examples import run
from peercoach.scenario.lint import lint
from peercoach.scenario.reader import read
from peercoach.scenario.template import TEMPLATES, is_name, renamed, retitled, slug, title_of, with_content
from tests.scenario.texts import WHOLE, broken, scenario, template

IDS = [each.id for each in TEMPLATES]


def to_mend(text: str) -> list[str]:
    """Everything there is to mend in a file, advice and all."""
    reading = read(text, "mine")
    found = lint(reading.scenario, text, known_services) if reading.scenario else ()
    return [f"{fault.line}:{fault.col} {fault.message}" for fault in (*reading.faults, *found)]


def test_the_list_and_the_folder_agree() -> None:
    folder = Path(str(peercoach.scenario.__file__)).parent / "templates"
    assert {path.stem for path in folder.iterdir()} == set(IDS)


@pytest.mark.parametrize("name", IDS)
def test_a_template_has_nothing_to_mend_and_the_scorer_agrees_with_it(name: str) -> None:
    text = template(name)
    assert to_mend(text) == []
    assert [(outcome.name, outcome.differed) for outcome in run(scenario(text)) if outcome.differed] == []


@pytest.mark.parametrize("name", IDS)
def test_a_template_shows_a_trainer_the_ropes(name: str) -> None:
    text = template(name)
    assert text.startswith("# A scenario to start from: ")
    assert all(word in text for word in ("rubric:", "hints:", "examples:", "then:", "peercoach scenario test"))


@pytest.mark.parametrize("name", IDS)
@pytest.mark.parametrize("called", ["Ash", "siobhán", "Anne-Marie", "Will"])
def test_it_works_under_another_name(name: str, called: str) -> None:
    text = renamed(template(name), called)
    assert to_mend(text) == []
    assert f"  {called.lower()}: {{age:" in text
    assert "sam" not in text.lower().replace("same", "")
    assert [outcome.name for outcome in run(scenario(text)) if outcome.differed] == []


@pytest.mark.parametrize(
    ("name", "fine"), [("ash", True), ("Zoë", True), ("ash k", False), ("you", False), ("", False), ("a: b", False)]
)
def test_a_name_is_one_word(name: str, fine: bool) -> None:  # noqa: FBT001  # a case of the test
    assert is_name(name) == fine


TITLES = [
    "Lost",
    "It's late: what now?",
    'She said "no"',
    "No # at all",
    "what [now]",
    "12:30",
    "@ash",
    "- dash",
    "a\nb",
    '💛 it\'s "x" \\',
]


@pytest.mark.parametrize("title", TITLES)
def test_a_title_is_written_so_that_yaml_reads_it_as_typed(title: str) -> None:
    text = retitled(template("missed"), title)
    assert scenario(text).title == " ".join(title.split()) == title_of(text)
    assert to_mend(text) == []


@pytest.mark.parametrize("written", ["title: |\n  Nobody answered Ash", "title: Nobody\n  answered Ash  # a note", "title: 'x'"])
def test_a_title_is_changed_however_it_was_written_and_all_the_rest_stays(written: str) -> None:
    text = retitled(broken("title: Nobody answered Ash", written), "Another")
    assert text.split("\n")[1].split("  #")[0] == "title: Another"
    assert text.split("about:")[1] == WHOLE.split("about:")[1]
    assert ("# a note" in text) == ("# a note" in written)


def test_comments_stay() -> None:
    text = template("missed")
    notes = [line for line in retitled(text, "x").split("\n") if "#" in line]
    assert notes == [line for line in text.split("\n") if "#" in line]


def test_the_content_note_is_what_was_wished_for() -> None:
    text = template("missed")
    assert scenario(with_content(text, ("low mood", "exams, mostly"))).content == ("low mood", "exams, mostly")
    assert scenario(with_content(text, ())).content == ()
    assert "# what may be hard to read" in with_content(text, ("exams",))


@pytest.mark.parametrize(
    ("title", "name"), [("Who's Gary?", "whos-gary"), ("  ", "my-scenario"), ("Café 3", "caf-3"), ("a" * 99, "a" * 60)]
)
def test_a_file_is_named_after_its_title(title: str, name: str) -> None:
    assert slug(title) == name
