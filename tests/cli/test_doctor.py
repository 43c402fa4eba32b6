"""`peercoach doctor`: one screen, in words, that looks and changes nothing."""

from __future__ import annotations

import json
import os
from datetime import UTC, date, datetime
from io import StringIO
from pathlib import Path

import pytest

from peercoach import __version__
from peercoach.cli import doctor_directory
from peercoach.cli.doctor_work import Report, examine
from peercoach.cli.main import main
from peercoach.coaching.services import directory, load
from peercoach.coaching.services_overlay import overlaid
from peercoach.keep.group_services import InUse
from peercoach.keep.health import Finding, look_at
from peercoach.keep.places import backup_file, progress_file, services_file
from peercoach.keep.progress import Kept, Store
from tests.cli.running import run, with_scenario

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
TODAY = NOW.date()
WRITTEN = "zebra-lighthouse"


class Terminal(StringIO):
    """A terminal that writes what it is told to."""

    def __init__(self, encoding: str = "utf-8") -> None:
        super().__init__()
        self._encoding = encoding

    @property
    def encoding(self) -> str:  # type: ignore[override]  # a plain attribute there
        return self._encoding

    def isatty(self) -> bool:
        return True


@pytest.fixture
def practised(own_home: Path) -> Path:
    with Store.open(own_home, lambda: NOW) as store:
        store.keep_words(keep=True)
        run_ = store.start("a", "f")
        store.answer(run_, Kept("s", "reply", WRITTEN, 1, 62, "developing"))
        store.finish(run_)
    return own_home


def found(report: Report, about: str) -> Finding:
    return next(each for each in report.findings if each.about == about)


def looked(home: Path, out: StringIO | None = None, now: datetime = NOW, **env: str) -> Report:
    return examine({"PEERCOACH_HOME": str(home), "TERM": "xterm", **env}, out or Terminal(), now)


def snapshot(folder: Path) -> list[tuple[str, bytes, int]]:
    return [(str(path), path.read_bytes(), path.stat().st_mtime_ns) for path in sorted(folder.rglob("*")) if path.is_file()]


def test_before_anything_is_kept_all_is_well_and_nothing_is_made(capsys: pytest.CaptureFixture[str], own_home: Path) -> None:
    assert main(["doctor"]) == 0
    out = capsys.readouterr().out
    assert f"ok       peercoach: {__version__}, Python 3." in out
    assert f"Nothing is kept yet. It will be in {own_home}" in out
    assert not own_home.exists()


def test_it_changes_nothing_and_shows_nothing_that_was_written(practised: Path) -> None:
    before = snapshot(practised)
    report = looked(practised)
    assert snapshot(practised) == before
    assert {each.about: each.state for each in report.findings} | {"service dates": "look"} == {
        "peercoach": "ok", "data": "ok", "private": "ok", "progress": "ok", "backups": "ok", "disk": "ok", "screen": "ok",
        "group services": "ok", "service dates": "look", "services": "ok", "service numbers": "ok", "own scenarios": "ok",
    }  # fmt: skip
    assert WRITTEN not in json.dumps(report.as_json()) + "".join(report.lines(80))


def test_it_reads_a_database_that_another_terminal_has_open(practised: Path) -> None:
    with Store.open(practised, lambda: NOW) as other:
        other.start("b", "f")
        assert found(looked(practised), "progress").state == "ok"


def test_every_finding_begins_with_a_word_and_fits_forty_columns(practised: Path) -> None:
    (practised / "progress.db").write_bytes(b"rubbish")
    lines = list(looked(practised).lines(40))
    assert max(len(line) for line in lines if "/" not in line) <= 40
    starts = [line.split()[0] for line in lines if line and not line.startswith(" ")]
    assert set(starts[:-1]) == {"ok", "look", "trouble"}


@pytest.mark.parametrize("rubbish", [b"rubbish", b"SQLite format 3\0" + b"\xff" * 5000, b""])
def test_a_damaged_file_is_trouble_with_what_to_do_and_stays_where_it_is(practised: Path, rubbish: bytes) -> None:
    progress_file(practised).write_bytes(rubbish)
    before = snapshot(practised)
    finding = found(looked(practised), "progress")
    assert (finding.state, finding.names) == ("trouble", ("progress.db",))
    assert "newest backup" in finding.do
    assert snapshot(practised) == before


def test_a_damaged_backup_is_trouble_and_none_is_worth_a_look(practised: Path) -> None:
    backup_file(practised, 1).write_bytes(b"rubbish")
    assert "progress.db.backup-1 can't be used" in found(looked(practised), "backups").says
    backup_file(practised, 1).unlink()
    assert found(looked(practised), "backups").state == "look"


def test_what_was_put_aside_is_told(practised: Path) -> None:
    (practised / "progress.db.damaged-1").write_bytes(b"x")
    finding = found(looked(practised), "put aside")
    assert (finding.state, finding.names) == ("look", ("progress.db.damaged-1",))


@pytest.mark.skipif(os.name != "posix", reason="rights of another kind")
def test_files_that_others_can_open_are_trouble(practised: Path) -> None:
    progress_file(practised).chmod(0o644)
    finding = found(looked(practised), "private")
    assert finding.state == "trouble"
    assert finding.do == f"chmod -R go= {practised}"
    progress_file(practised).chmod(0o600)
    practised.chmod(0o755)
    assert found(looked(practised), "private").state == "look"


def test_a_place_that_is_no_folder_is_trouble_and_not_a_crash(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("")
    for place in (file, file / "below"):
        assert [each.state for each in look_at(place)] == ["trouble"]
        assert looked(place).worst == "trouble"


def test_trouble_is_exit_status_1_and_the_sum_says_how_much(own_home: Path) -> None:
    own_home.mkdir(mode=0o700)
    services_file(own_home).write_text("services: [", encoding="utf-8")
    services_file(own_home).chmod(0o600)
    done = run(own_home, "doctor")
    assert done.returncode == 1
    assert "trouble  group services: They can't be used" in done.stdout
    assert done.stdout.endswith("\n1 thing needs mending.\n")


def test_a_broken_scenario_of_their_own_is_named(own_home: Path) -> None:
    home = with_scenario(own_home)
    assert found(looked(home), "own scenarios").says == "1 of your own, nothing to mend."
    (home / "scenarios" / "odd-one.yaml").write_text("peercoach: 1", encoding="utf-8")
    (home / "scenarios" / "no-text.yaml").write_bytes(b"\xff\xfe")
    finding = found(looked(home), "own scenarios")
    assert (finding.state, finding.names) == ("trouble", ("no-text", "odd-one"))
    assert finding.do.startswith("peercoach scenario check ")


def test_profiles_are_named_where_there_are_any(own_home: Path) -> None:
    main(["--profile", "sam", "data", "settings", "--ease-off", "no"])
    assert found(looked(own_home), "profile").says == "default. Others here: sam."
    assert found(looked(own_home, PEERCOACH_PROFILE="sam"), "profile").says == "sam. Others here: default."


@pytest.mark.parametrize(
    ("out", "env", "state", "words"),
    [
        (Terminal(), {}, "ok", "colour, every sign."),
        (Terminal(), {"NO_COLOR": "1"}, "ok", "no colour (NO_COLOR)"),
        (Terminal(), {"TERM": "dumb"}, "ok", "no colour (TERM)"),
        (Terminal("latin-1"), {}, "look", "some signs show as ?"),
        (StringIO(), {}, "look", "Not a terminal here"),
    ],
)
def test_the_screen_is_told_in_words(own_home: Path, out: StringIO, env: dict[str, str], state: str, words: str) -> None:
    finding = found(looked(own_home, out, **env), "screen")
    assert finding.state == state
    assert words in finding.says


def test_a_narrow_screen_is_worth_a_look(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    finding = found(looked(own_home), "screen")
    assert finding.state == "look"
    assert "wider" in finding.do


class TestDirectory:
    def told(self, own: str = "services: []", today: date = TODAY) -> dict[str, Finding]:
        in_use = InUse(overlaid(directory(), load(own)))
        return {each.about: each for each in doctor_directory.look_at(in_use, today)}

    def test_details_grow_old_on_the_day_the_directory_says(self) -> None:
        own = "services:\n  - {id: x, name: X, status: open, offer: recognise, verified: 2026-05-26}"
        assert "x" not in self.told(own)["service dates"].names
        assert "x" in self.told(own, date(2026, 11, 23))["service dates"].names

    def test_a_day_to_come_is_asked_about(self) -> None:
        own = "services:\n  - {id: x, name: X, status: open, offer: recognise, verified: 2027-05-26}"
        assert "is the computer's clock right?" in self.told(own)["service dates"].says

    def test_all_checked_lately_is_fine(self) -> None:
        known = load("services:\n  - {id: x, name: X, status: open, offer: recognise, verified: 2026-11-01}")
        findings = {each.about: each.state for each in doctor_directory.look_at(InUse(known), NOW.date())}
        assert set(findings.values()) == {"ok"}

    def test_what_has_closed_and_is_suggested_all_the_same_is_worth_a_look(self) -> None:
        own = "services:\n  - {id: x, name: Old room, status: closed, offer: suggest}"
        finding = self.told(own)["services"]
        assert finding.state == "look"
        assert finding.says.startswith("Suggested all the same: Old room.")
        assert "1 closed" in finding.says

    def test_a_service_shown_with_a_number_that_is_out_of_date_is_trouble(self) -> None:
        own = (
            "services:\n  - {id: papyrus-hopeline247, name: Papyrus, status: open, offer: suggest, "
            'channels: [{type: text, value: "07860 039967"}]}'
        )
        assert self.told(own)["service numbers"].names == ("papyrus-hopeline247",)
        assert self.told()["service numbers"].state == "ok"


def test_the_json_has_a_settled_shape(capsys: pytest.CaptureFixture[str], own_home: Path) -> None:
    assert main(["doctor", "--format", "json"]) == 0
    whole = json.loads(capsys.readouterr().out)
    assert list(whole) == ["peercoach-doctor", "state", "findings"]
    assert set(whole["findings"][0]) == {"about", "state", "says", "do", "names"}
    assert not own_home.exists()
