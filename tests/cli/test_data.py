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
            "marks": {"hear": "met"}, "pitfalls": ["fixing"], "at": "2026-05-04T12:00:00+00:00",
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


@pytest.mark.usefixtures("practised")
def test_export_forget_import_and_progress_says_the_same(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "mine.json"
    said(capsys, "export", str(file))
    assert main(["progress", "--json"]) == 0
    before = capsys.readouterr().out
    said(capsys, "forget", "--yes")
    assert said(capsys, "import", str(file)) == "Brought in: 2 practices.\n"
    assert said(capsys, "import", str(file)) == "There was nothing new in it.\nHere already, and left as they are: 2.\n"
    assert main(["progress", "--json"]) == 0
    assert capsys.readouterr().out == before


@pytest.mark.parametrize(
    ("content", "words"), [("[]", "not an export"), ("x", "as JSON"), ('{"peercoach-export": 1, "runs": [{}]}', "Run 1")]
)
def test_a_file_that_is_no_export_is_refused_and_nothing_is_made(
    capsys: pytest.CaptureFixture[str], own_home: Path, tmp_path: Path, content: str, words: str
) -> None:
    file = tmp_path / "odd.json"
    file.write_text(content, encoding="utf-8")
    assert words in said(capsys, "import", str(file), status=1)
    assert not own_home.exists()


def test_a_file_that_is_not_there_is_said_to_be_so(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert "no such file" in said(capsys, "import", str(tmp_path / "gone.json"), status=1)
    assert "can't be read" in said(capsys, "import", str(tmp_path), status=1)


@pytest.mark.usefixtures("practised")
def test_a_table_and_statements_can_be_taken_away_too(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert said(capsys, "export", "--csv").startswith('"scenario","started","ended"')
    assert json.loads(said(capsys, "export", "--xapi"))[0]["version"] == "1.0.3"
    said(capsys, "export", str(tmp_path / "t.csv"), "--csv")
    assert len((tmp_path / "t.csv").read_text(encoding="utf-8").splitlines()) == 3
    assert "One way at a time" in said(capsys, "export", "--csv", "--json", status=2)


@pytest.mark.parametrize("form", ["--json", "--csv", "--xapi"])
def test_a_hard_moment_is_in_no_export(own_home: Path, form: str) -> None:
    from tests.cli.running import run, with_scenario

    at_risk = "i want to kill myself tonight, i cant keep safe"
    typed = f"ash\n{at_risk}\nit's about me\n3\n2\nthat sounds so lonely ash\nstop\n"
    shown = run(with_scenario(own_home), "practise", "lost-message", typed=typed).stdout
    assert "From now on no practice about" in shown
    out = run(own_home, "data", "export", form).stdout
    assert "lost-message" in out
    assert not [word for word in ("kill", "keep safe", "care", "about-me", "risk") if word in out.replace("carry-on", "")]
