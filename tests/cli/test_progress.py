"""`peercoach progress`: words first, then numbers, kind, and readable anywhere."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path

import pytest

from peercoach.cli.main import main
from peercoach.keep.progress import Kept, Progress, Store
from peercoach.keep.values import SkillProgress
from peercoach.terminal.progress_view import progress_page, story
from peercoach.terminal.screen import PlainScreen

START = datetime(2026, 5, 4, 12, tzinfo=UTC)


@pytest.fixture
def practised(own_home: Path) -> None:
    """Two runs finished, one waiting; hear has grown, ask has just begun."""
    times = iter(START + timedelta(minutes=minute) for minute in range(1000))
    with Store.open(own_home, lambda: next(times)) as store:
        for levels in (("missed", "missed", "met", "missed"), ("met", "met", "met", "partly")):
            run = store.start("nobody-answered-ash", "f")
            for number, level in enumerate(levels):
                marks = (("hear", level), *((("route-feedback", "met"),) if number == 3 else ()))
                store.answer(
                    run, Kept(f"s{number}", "reply", "x", 1, 40 + 10 * (level == "met"), "developing", marks, ("fixing",))
                )
            store.answer(run, Kept("s0", "reply", "x", 2, 90, "strong", (("hear", "met"),)))
            store.finish(run)
        store.start("first-night", "f")


PAGE = """\
Your practice so far
2 practices finished, 10 replies tried, on 1 day.

Growing: hear.
Just begun: route feedback.

Waiting where you stopped:
  peercoach practise first-night

How often a first try shows it
  hear            4 of the last 5; 2 of the first 5
  route feedback  2 of the last 2

Practices finished
  nobody-answered-ash: twice; first try 43, latest 48, best 58 of 100
"""


@pytest.mark.usefixtures("practised")
def test_the_page_says_it_in_words_and_then_in_numbers(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["progress"]) == 0
    assert capsys.readouterr().out == PAGE


@pytest.mark.usefixtures("practised")
@pytest.mark.parametrize("args", [["progress", "--plain"], ["--plain", "progress"]])
def test_plain_says_the_same(capsys: pytest.CaptureFixture[str], args: list[str]) -> None:
    assert main(args) == 0
    assert capsys.readouterr().out == PAGE


@pytest.mark.usefixtures("practised")
def test_forty_columns_are_enough(own_home: Path) -> None:
    with Store.open(own_home, lambda: START) as store:
        page = progress_page(store.summary())
    out = StringIO()
    PlainScreen(out, 40).show(*page)
    assert max(map(len, out.getvalue().splitlines())) <= 40
    assert out.getvalue().split() == PAGE.split()


def test_before_any_practice_it_is_friendly_and_makes_nothing(capsys: pytest.CaptureFixture[str], own_home: Path) -> None:
    assert main(["progress"]) == 0
    assert "Nothing here yet, and no rush" in capsys.readouterr().out
    assert not own_home.exists()


@pytest.mark.usefixtures("practised")
def test_the_json_has_a_settled_shape(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["progress", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert list(found) == [
        "peercoach-progress", "finished", "replies", "days", "started", "latest", "unfinished", "scenarios", "skills",
    ]  # fmt: skip
    assert (found["peercoach-progress"], found["finished"], found["replies"], found["days"]) == (1, 2, 10, 1)
    assert found["unfinished"] == ["first-night"]
    assert found["scenarios"] == [
        {"id": "nobody-answered-ash", "finished": 2, "first": 43, "best": 58, "latest": 48, "at": "2026-05-04T12:13:00+00:00"}
    ]
    assert found["skills"][0] == {
        "id": "hear", "tries": 8, "met": 4, "partly": 1,
        "early": ["missed", "missed", "met", "missed", "met"], "recent": ["missed", "met", "met", "met", "partly"],
    }  # fmt: skip


def test_the_json_before_any_practice_has_the_same_keys(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["progress", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["started"], found["scenarios"], found["skills"]) == (None, [], [])


@pytest.mark.usefixtures("practised")
def test_a_damaged_file_is_told_beside_the_page_and_not_in_the_json(capsys: pytest.CaptureFixture[str], own_home: Path) -> None:
    (own_home / "progress.db").write_bytes(b"rubbish")
    assert main(["progress", "--json"]) == 0
    said = capsys.readouterr()
    assert json.loads(said.out)["finished"] == 2
    assert "damaged" in said.err


def skill(levels: str) -> SkillProgress:
    read = tuple({"m": "met", "p": "partly", "-": "missed"}[letter] for letter in levels)
    return SkillProgress("hear", len(read), read.count("met"), read.count("partly"), read[:5], read[-5:])


@pytest.mark.parametrize(
    ("levels", "told"),
    [
        ("m", "begun"),
        ("--", "begun"),
        ("mmm", "settled"),
        ("mmmmmmmm", "settled"),
        ("mpmpm", "settled"),
        ("-----mmmmm", "growing"),
        ("----m----mm", "growing"),
        ("-m-m-", "room"),
        ("m-m-m", "coming"),
        ("mmmmm-m-mm", "coming"),
        ("mmmmm-----", "room"),
        ("---", "room"),
    ],
)
def test_how_a_skill_is_going_is_told_from_first_tries(levels: str, told: str) -> None:
    assert story(skill(levels)) == told


def words_of(progress: Progress) -> str:
    out = StringIO()
    PlainScreen(out).show(*progress_page(progress))
    return out.getvalue().casefold()


def test_nothing_on_the_page_scolds() -> None:
    hard = Progress(finished=1, replies=9, days=1, skills=(skill("m" * 5 + "-" * 5),), pitfalls=(("judging", 40),))
    assert not [word for word in ("fail", "wrong", "bad", "worse", "only", "judging", "poor", "missed") if word in words_of(hard)]


def test_names_from_files_can_not_drive_the_terminal(own_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Store.open(own_home, lambda: START) as store:
        store.start("[bold]\x1b[31mred", "f")
    assert main(["progress"]) == 0
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "[bold]" in out
