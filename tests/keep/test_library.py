"""Finding scenarios: by id, by file, and when they were mistyped."""

from __future__ import annotations

from pathlib import Path

import pytest

from peercoach.errors import PeercoachError
from peercoach.keep.library import Library, built_in

SCENARIO = """\
peercoach: 1
title: Nobody answered Ash
about: Find the message that got lost.
for: member
level: 1
people:
  ash: {}
steps:
  - chat: |
      ash: hiya
"""


@pytest.fixture
def library(tmp_path: Path) -> Library:
    for name, text in {
        "own/nobody-answered.yaml": SCENARIO.replace("Ash", "Kit"),
        "built/member/nobody-answered.yaml": SCENARIO,
        "built/member/first-night.yaml": SCENARIO,
        "built/moderator/broken.yaml": "peercoach: 1\ntitle: [",
        "built/tracks.yaml": "tracks: []",
        "built/README.md": "# hello",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Library((tmp_path / "own", tmp_path / "missing", tmp_path / "built"))


def test_ids_are_the_names_of_the_files(library: Library) -> None:
    assert library.ids() == ("broken", "first-night", "nobody-answered")


def test_the_learners_own_counts_before_the_one_that_came_along(library: Library) -> None:
    assert library.find("nobody-answered").scenario.title == "Nobody answered Kit"


@pytest.mark.parametrize("name", ["first-night", "First Night", "first-night.yaml"])
def test_a_scenario_is_found_by_its_id_however_it_is_typed(library: Library, name: str) -> None:
    assert library.find(name).path.name == "first-night.yaml"


def test_a_file_anywhere_can_be_played(library: Library, tmp_path: Path) -> None:
    (tmp_path / "new.yaml").write_text(SCENARIO, encoding="utf-8")
    assert library.find(str(tmp_path / "new.yaml")).scenario.id == "new"


@pytest.mark.parametrize(
    ("name", "says", "hint"),
    [
        ("frist-night", "no scenario called", "first-night"),
        ("zzz", "no scenario called", "scenario list"),
        ("../nowhere.yaml", "can't be read", ""),
        ("broken", "broken.yaml:", "scenario check"),
    ],
)
def test_what_is_not_there_says_what_might_have_been_meant(library: Library, name: str, says: str, hint: str) -> None:
    with pytest.raises(PeercoachError) as caught:
        library.find(name)
    assert says in caught.value.message
    assert hint in caught.value.hint


def test_a_file_that_is_not_text_says_so(library: Library, tmp_path: Path) -> None:
    (tmp_path / "odd.yaml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(PeercoachError, match="not plain text"):
        library.find(str(tmp_path / "odd.yaml"))


def test_one_broken_file_does_not_take_the_others_along(library: Library) -> None:
    assert [entry.scenario.id for entry in library.entries()] == ["first-night", "nobody-answered"]


def test_the_built_in_library_is_there(own_home: Path) -> None:
    assert [folder.name for folder in built_in(own_home).folders] == ["scenarios", "scenarios"]
