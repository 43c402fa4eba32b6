"""Only the directory holds numbers, so that a number that changes is mended in one place, and no old one is left anywhere.

`services.yaml` is where they stand. Whatever else shows one has a reason below, and shows none that the directory doesn't have.
999, 111 and 112 may stand anywhere, as words: they are everybody's, don't change, and have to be there when nothing else is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from peercoach.scenario.known import known

ROOT = Path(__file__).resolve().parents[1]
DIRECTORY = "peercoach/coaching/services.yaml"

MAY_HOLD_THEM = {
    "peercoach/cli/help_routes.py": "written from the directory; a test fails when it is stale",
    "peercoach/training/corpus/": "replies that the scorer learns from: people type numbers, some of them wrong on purpose",
    "peercoach/coaching/skills/": "example replies of the detectors, run by the tests",
    "peercoach/coaching/pitfalls/": "example replies of the detectors, run by the tests",
    "peercoach/coaching/services_mentions.py": "the short code that two services share: their keyword tells them apart",
    "peercoach/coaching/services_senses.py": "the short code that two services share: their keyword tells them apart",
    "scenarios/": "replies and messages of people in a chat; `scenario check` refuses a number that the directory doesn't have",
}
LEARNT = frozenset({"weights.txt", "whole.txt", "care_weights.txt"})
"""Not read: they hold weights, two of which side by side may look like a number to ring."""
SOURCES = ("peercoach", "scenarios", "docs", "README.md", "CHANGELOG.md", "CONTRIBUTING.md")
TEXTS = (".py", ".md", ".yaml", ".yml", ".txt", ".toml", ".json", ".html", ".csv")
NUMBER = re.compile(
    r"(?<![\w.+/-])(?:\+44[\s-]?(?:\(0\))?|0)\d{2,4}(?:[\s-]?\d{2,4}){1,3}(?!\w)"  # 0800 1111, 020 7946 0000, +44 20...
    r"|(?<![\w.+/-])116[\s-]?\d{3}(?!\w)"  # a European helpline
    r"|(?<![\w.+/-])[68]\d{4}(?!\w|\.\d)"  # a short code to text
)


def read() -> Iterator[tuple[str, str]]:
    """Every text of the program and its documents, by its path."""
    for source in SOURCES:
        root = ROOT / source
        files = [root] if root.is_file() else sorted(root.rglob("*"))
        for path in files:
            if path.suffix in TEXTS and path.name not in LEARNT and path.is_file():
                yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")


def numbers(text: str) -> list[str]:
    return [re.sub(r"\D", "", found.replace("+44", "0")) for found in NUMBER.findall(text)]


DIRECTORYS = known((ROOT / DIRECTORY).read_text(encoding="utf-8"))
FOUND = {path: numbers(text) for path, text in read() if path != DIRECTORY}


def test_only_the_directory_holds_numbers() -> None:
    elsewhere = {path: found for path, found in FOUND.items() if found and not path.startswith(tuple(MAY_HOLD_THEM))}
    assert elsewhere == {}, "name the service instead, or ask the directory"


def test_what_else_may_show_a_number_shows_none_that_the_directory_does_not_have() -> None:
    known_to_us = DIRECTORYS.numbers | DIRECTORYS.retired.keys()
    wrong_on_purpose = "peercoach/training/corpus/"
    unknown = {
        (path, number)
        for path, found in FOUND.items()
        if not path.startswith(wrong_on_purpose)
        for number in found
        if number not in known_to_us
    }
    assert unknown == set()


def test_no_retired_number_stands_anywhere_else() -> None:
    assert [path for path, found in FOUND.items() if not DIRECTORYS.retired.keys().isdisjoint(found)] == []


def test_each_exception_is_still_needed() -> None:
    """A reason for something that is no longer so is taken out."""
    needed = {place for place in MAY_HOLD_THEM if any(found for path, found in FOUND.items() if path.startswith(place))}
    learnt = {"peercoach/coaching/weights.txt", "peercoach/coaching/whole.txt"}
    assert MAY_HOLD_THEM.keys() - needed <= learnt


def test_readers_of_the_documents_are_given_999_and_no_other_number() -> None:
    for path, found in FOUND.items():
        if path.endswith(".md") and not path.startswith("peercoach/training/corpus/"):
            assert found == [], path
    assert "999" in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "text",
    [
        "ring 116 123",
        "0800 1111",
        "text 85258",
        "call 020 7946 0000",
        "+44 20 7946 0000",
        "0808-808-4994",
        "text SHOUT to 85258.",
    ],
)
def test_the_search_would_find_one(text: str) -> None:
    assert numbers(text)


@pytest.mark.parametrize(
    "text", ["ring 999 or 111", "112", "at 8.12 tomorrow", "2026-11-22", "100_000 code points", "of 100, 24/7", "v0.29.1"]
)
def test_and_no_other_figures(text: str) -> None:
    assert numbers(text) == []
