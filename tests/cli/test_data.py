"""`peercoach data`: where it is, settings, taking it away, forgetting it."""

from __future__ import annotations

import json
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from peercoach.cli.main import main
from peercoach.keep.progress import Kept, Store


@pytest.fixture
def practised(own_home: Path) -> None:
    with Store.open(own_home, lambda: datetime(2026, 5, 4, 12, tzinfo=UTC)) as store:
        for name in ("a", "b"):
            run = store.start(name, "f")
            store.answer(run, Kept("s", "reply", "aw ash 💛", 1, 62, "developing", (("hear", "met"),), ("fixing",)))
            if name == "a":
                store.finish(run)


def said(capsys: pytest.CaptureFixture[str], *args: str, status: int = 0) -> str:
    assert main(["data", *args]) == status
    both = capsys.readouterr()
    return both.out if status == 0 else both.err


def test_where_says_the_folder_and_makes_nothing(capsys: pytest.CaptureFixture[str], own_home: Path) -> None:
    assert said(capsys, "where") == f"Your data is in {own_home}\nThere is nothing there yet.\n"
    assert not own_home.exists()


@pytest.mark.usefixtures("practised")
def test_where_lists_what_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    out = said(capsys, "where")
    assert "progress.db  " in out
    assert "progress.db.backup-1  " in out
    assert "never leaves this computer" in out


def test_settings_are_shown_and_settled(capsys: pytest.CaptureFixture[str]) -> None:
    assert "keep-texts: no" in said(capsys, "settings")
    assert "keep-texts: yes" in said(capsys, "settings", "--keep-texts", "yes")
    assert "keep-texts: yes" in said(capsys, "settings")
    assert "keep-texts: no" in said(capsys, "settings", "--keep-texts", "no")


def test_an_unknown_setting_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert "'maybe'" in said(capsys, "settings", "--keep-texts", "maybe", status=2)


@pytest.mark.usefixtures("practised")
def test_export_gives_everything_kept(capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(said(capsys, "export", "--json"))
    assert (found["peercoach-export"], found["keep-texts"]) == (1, False)
    assert [(run["scenario"], run["finished"], run["ended"]) for run in found["runs"]] == [
        ("a", True, "2026-05-04T12:00:00+00:00"),
        ("b", False, None),
    ]
    assert found["runs"][1]["answers"] == [
        {
            "step": "s", "kind": "reply", "value": "aw ash 💛", "attempt": 1, "score": 62, "band": "developing",
            "marks": {"hear": "met"}, "pitfalls": ["fixing"],
        }
    ]  # fmt: skip
    assert found["runs"][0]["answers"][0]["value"] == ""


@pytest.mark.usefixtures("practised")
def test_export_writes_a_new_private_file_and_never_over_another(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "mine.json"
    assert "Only you can read it" in said(capsys, "export", str(file))
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert len(json.loads(file.read_text(encoding="utf-8"))["runs"]) == 2
    assert "is there already" in said(capsys, "export", str(file), status=1)
    assert "can't be written" in said(capsys, "export", str(tmp_path / "no" / "where.json"), status=1)


def test_export_of_nothing_is_still_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert json.loads(said(capsys, "export"))["runs"] == []


@pytest.mark.usefixtures("practised")
def test_forgetting_asks_and_without_anybody_to_ask_does_nothing(capsys: pytest.CaptureFixture[str], own_home: Path) -> None:
    assert "--yes" in said(capsys, "forget", status=2)
    assert (own_home / "progress.db").exists()


@pytest.mark.usefixtures("practised")
@pytest.mark.parametrize(("typed", "gone"), [("forget", True), (" FORGET ", True), ("yes", False), ("", False)])
def test_only_the_word_itself_forgets(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, own_home: Path, typed: str, *, gone: bool
) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda _: typed)
    out = said(capsys, "forget")
    assert ("Gone." in out, own_home.exists()) == (gone, not gone)


@pytest.mark.usefixtures("practised")
def test_forgetting_with_yes_leaves_nothing(capsys: pytest.CaptureFixture[str], own_home: Path) -> None:
    assert "Gone." in said(capsys, "forget", "--yes")
    assert not own_home.exists()
    assert "nothing to forget" in said(capsys, "forget", "--yes")
