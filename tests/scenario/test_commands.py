"""`peercoach scenario`: what a trainer types, and what comes back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from peercoach.cli.main import main
from peercoach.cli.scenario_files import check
from peercoach.cli.scenario_script import script
from peercoach.cli.scenario_text import Checks
from tests.scenario.texts import EVERY_STEP, WHOLE, broken, scenario


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_check_says_place_severity_message_rule_and_hint(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(here, "ash.yaml", broken("skill: hear\n", "skill: hera\n"))
    assert main(["scenario", "check", "ash.yaml"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        'ash.yaml:29:16  error  skill "hera" is not a skill; did you mean "hear"?  [unknown-skill]',
        "    - skill: hera",
        "             ^",
        "1 scenario checked: 1 error, 0 pieces of advice.",
    ]


def test_check_passes_a_good_file_and_one_with_only_advice(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(here, "good.yaml", WHOLE)
    assert main(["scenario", "check", "good.yaml"]) == 0
    assert capsys.readouterr().out == "1 scenario checked: all fine.\n"
    write(here, "less.yaml", broken("        says: picks up the induction day\n", ""))
    assert main(["scenario", "check", "less.yaml"]) == 0
    assert "[unnamed-point]" in capsys.readouterr().out


def test_check_goes_through_a_folder_in_order_and_once(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(here, "b.yaml", broken("level: 1", "level: 9"))
    write(here, "a.yaml", broken("level: 1", "level: 9"))
    write(here, "tracks.yaml", "tracks: []\n")
    assert main(["scenario", "check", ".", "a.yaml"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in lines if "level" in line and "error" in line] == ["a.yaml", "b.yaml"]
    assert lines[-1].startswith("2 scenarios checked: 2 errors")


def test_check_as_json(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(here, "ash.yaml", broken("level: 1", "level: 9"))
    assert main(["scenario", "check", "ash.yaml", "--format", "json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["checked"], told["errors"], told["advice"]) == (1, 1, 0)
    assert told["faults"][0]["path"] == "ash.yaml"
    assert (told["faults"][0]["line"], told["faults"][0]["col"], told["faults"][0]["rule"]) == (5, 8, "number")


def test_check_tells_of_a_file_that_cannot_be_opened_and_goes_on(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "odd.yaml").write_bytes(b"\xff\xfe\x00")
    write(here, "good.yaml", WHOLE)
    assert main(["scenario", "check", "gone.yaml", "odd.yaml", "good.yaml"]) == 1
    out = capsys.readouterr().out
    assert "gone.yaml:1:1  error" in out
    assert "odd.yaml is not plain text" in out
    assert "3 scenarios checked: 2 errors" in out


def test_a_name_nobody_knows_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scenario", "check", "nobody-answred-ash"]) == 2
    assert "Did you mean" in capsys.readouterr().err


def test_fix_rewrites_what_yaml_misread_and_nothing_else(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(here, "ash.yaml", broken("needs-work: |\n          sorry chats busy", "needs-work: @ash its busy"))
    good = write(here, "good.yaml", WHOLE)
    before = good.stat().st_mtime_ns
    assert main(["scenario", "check", "--fix", "."]) == 0
    assert capsys.readouterr().out.splitlines()[0] == "mended ash.yaml"
    assert "      - needs-work: |\n          @ash its busy\n" in path.read_text(encoding="utf-8")
    assert good.stat().st_mtime_ns == before
    assert sorted(file.name for file in here.iterdir()) == ["ash.yaml", "good.yaml"]


def test_what_a_file_says_never_drives_the_terminal(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(here, "ash.yaml", broken("    answer: ash\n", '    answer: "\\e[2J\\u202e"\n'))
    assert main(["scenario", "check", "ash.yaml"]) == 1
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "\u202e" not in out


def test_lines_fit_forty_columns(here: Path) -> None:
    write(here, "ash.yaml", broken("skill: hear\n", "skill: hera\n", broken("Ash said something hard.", "no: yes")))
    report = check(["ash.yaml"])
    assert isinstance(report, Checks)
    assert report.errors == 2
    assert all(len(line) <= 40 for line in report.lines(40))
    assert all(len(line) <= 40 for line in script(scenario(EVERY_STEP), 40))


def test_test_tells_expected_beside_told(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scenario", "new", "first.yaml"]) == 0
    capsys.readouterr()
    assert main(["scenario", "test", "first.yaml"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("first\n")
    assert "go-back/example-1" in out
    assert "4 of 4 examples agree (100%)." in out
    write(here, "second.yaml", (here / "first.yaml").read_text().replace("needs-work: |", "strong: |"))
    assert main(["scenario", "test", "second.yaml"]) == 1
    out = capsys.readouterr().out
    assert "needs-work, not strong" in out
    assert "3 of 4 examples agree (75%)." in out


def test_test_as_json_and_of_a_broken_file(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(here, "ash.yaml", broken("level: 1", "level: 9"))
    assert main(["scenario", "test", "ash.yaml", "--format", "json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["agrees"] is False
    assert told["outcomes"] == []
    assert told["faults"][0]["rule"] == "number"


def test_show_reads_like_a_script(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(here, "every.yaml", EVERY_STEP)
    assert main(["scenario", "show", "every.yaml"]) == 0
    out = capsys.readouterr().out
    for words in (
        "Every kind of step",
        "sol, 17",
        "* moss joined",
        "[help] signpost",
        "allows fixing",
        "if strong or it shows hear or ask",
    ):
        assert words in out


def test_list_names_what_there_is(own_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = own_home / "scenarios"
    folder.mkdir(parents=True)
    write(folder, "zz-mine.yaml", WHOLE)
    write(folder, "zz-torn.yaml", "title: x\n")
    assert main(["scenario", "list"]) == 0
    out = capsys.readouterr().out
    assert "zz-mine\n    Nobody answered Ash · member · level 1" in out
    assert "zz-torn\n    can't be played: peercoach scenario check zz-torn" in out


def test_schema_is_json_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scenario", "schema"]) == 0
    assert json.loads(capsys.readouterr().out)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_new_never_writes_over_a_file(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scenario", "new", "first"]) == 0
    assert main(["scenario", "check", "first.yaml"]) == 0
    assert "all fine" in capsys.readouterr().out
    (here / "first.yaml").write_text("mine")
    assert main(["scenario", "new", "first"]) == 1
    assert (here / "first.yaml").read_text() == "mine"
