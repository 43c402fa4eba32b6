"""`scenario check` as people, GitHub and code scanning see it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from peercoach import __version__
from peercoach.cli.main import main
from peercoach.cli.scenario_reports import github_lines, sarif
from peercoach.cli.scenario_source import cells, pointed_at
from peercoach.cli.scenario_text import Checked, Checks
from peercoach.keep.library import Library
from peercoach.keep.places import library_folder
from peercoach.scenario.faults import Fault
from peercoach.scenario.lint import every_rule
from tests.scenario.texts import WHOLE, broken

ADVICE = broken("        says: picks up the induction day\n", "")
ERROR = Fault(3, 7, "unknown-skill", "error", 'skill "hera" is no skill', "there is hear")
A_HINT = Fault(9, 1, "no-hint", "advice", "100% of it\nhas, as: no hint")


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")


# A line with a caret


@pytest.mark.parametrize(
    ("row", "col", "shown"),
    [
        ("    - skill: hera", 14, ["    - skill: hera", "             ^"]),
        ("title: x", 1, ["    title: x", "    ^"]),
        ("  x", 2, ["     x", "    ^"]),
        ("x", 9, ["    x", "     ^"]),
        ("💛💛 (day", 4, ["    💛💛 (day", "         ^"]),
        ("cafe\u0301 x", 7, ["    cafe\u0301 x", "         ^"]),
        ("\ttitle: x", 2, ["        title: x", "        ^"]),
        ("a\x1b[2J b", 3, ["    a␛[2J b", "      ^"]),
        ("", 1, []),
        ("   ", 2, []),
    ],
)
def test_the_caret_stands_under_the_character(row: str, col: int, shown: list[str]) -> None:
    assert list(pointed_at(row, col, 80)) == shown


@pytest.mark.parametrize("col", [1, 20, 60, 119, 120, 121])
@pytest.mark.parametrize("width", [30, 40, 80, 10_000])
@pytest.mark.parametrize("sign", ["x", "💛"])
def test_a_long_line_is_cut_round_the_caret(col: int, width: int, sign: str) -> None:
    row = sign * (col - 1) + "#" + sign * (120 - col)
    line, caret = pointed_at(row, col, width)
    before, _, _ = line.partition("#")
    assert cells(before) == len(caret) - 1
    assert cells(line) <= min(width, 100)
    assert ("…" in line) == (cells(row) + 4 > min(width, 100))


# What people see


def test_strict_lets_advice_count_and_says_so(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(here, "less.yaml", ADVICE)
    assert main(["scenario", "check", "less.yaml"]) == 0
    assert "0 errors, 1 piece of advice.\n" in capsys.readouterr().out
    assert main(["scenario", "check", "less.yaml", "--strict"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "less.yaml:30:9  advice  point induction of step back-to-ash has no says  [unnamed-point]",
        "    - point: induction",
        "      ^",
        "    as in `says: picks up the induction day`",
        "1 scenario checked: 0 errors, 1 piece of advice, and with --strict advice counts.",
    ]


def test_a_good_file_passes_strictly(here: Path) -> None:
    write(here, "good.yaml", WHOLE)
    assert main(["scenario", "check", "good.yaml", "--strict"]) == 0


@pytest.mark.parametrize("path", Library((library_folder(),)).files.values(), ids=lambda path: path.stem)
def test_the_scenarios_that_come_with_peercoach_pass_strictly(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scenario", "check", "--strict", str(path)]) == 0, capsys.readouterr().out


@pytest.mark.usefixtures("here")
def test_a_folder_without_scenarios_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scenario", "check", "."]) == 2
    assert "There is no scenario file in “.”." in capsys.readouterr().err


def test_a_file_of_many_megabytes_is_one_fault(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(here, "vast.yaml", "x" * 10_000_001)
    assert main(["scenario", "check", "vast.yaml"]) == 1
    assert "vast.yaml is far too large" in capsys.readouterr().out


def test_the_rules_are_listed_with_what_they_want(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scenario", "check", "--rules"]) == 0
    out = capsys.readouterr().out
    for rule in every_rule():
        assert f"\n{rule.name}  {rule.severity}\n    {rule.wants}\n" in out
    assert main(["scenario", "check", "--rules", "--format", "json"]) == 0
    assert [row["name"] for row in json.loads(capsys.readouterr().out)] == [rule.name for rule in every_rule()]


# What GitHub sees


def test_github_is_told_in_workflow_commands_with_everything_escaped() -> None:
    checks = Checks((Checked(Path("a,b:c.yaml"), (ERROR, A_HINT)),))
    assert list(github_lines(checks)) == [
        '::error file=a%2Cb%3Ac.yaml,line=3,col=7,title=unknown-skill::skill "hera" is no skill%0Athere is hear',
        "::notice file=a%2Cb%3Ac.yaml,line=9,col=1,title=no-hint::100%25 of it%0Ahas, as: no hint",
        "1 scenario checked: 1 error, 1 piece of advice.",
    ]


def test_advice_that_counts_is_a_warning() -> None:
    strict = Checks((Checked(Path("a.yaml"), (A_HINT,)),), strict=True)
    assert next(github_lines(strict)).startswith("::warning ")
    assert sarif(strict)["runs"][0]["results"][0]["level"] == "warning"


def test_github_lines_come_out_of_the_command(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(here, "ash.yaml", broken("level: 1", "level: 9"))
    assert main(["scenario", "check", "ash.yaml", "--format", "github"]) == 1
    assert capsys.readouterr().out.startswith("::error file=ash.yaml,line=5,col=8,title=number::")


# What code scanning sees

TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
REGION = {"properties": {"startLine": {"type": "integer", "minimum": 1}, "startColumn": {"type": "integer", "minimum": 1}}}
URI = {"type": "string", "pattern": r"^[A-Za-z0-9._~:/%!$&'()*+,;=@-]+$"}
PLACE = {"properties": {"artifactLocation": {"properties": {"uri": URI}, "required": ["uri"]}, "region": REGION}}
SARIF: dict[str, Any] = {
    "required": ["version", "runs"],
    "properties": {
        "$schema": {"type": "string"},
        "version": {"const": "2.1.0"},
        "runs": {"type": "array", "items": {"$ref": "#/definitions/run"}},
    },
    "additionalProperties": False,
    "definitions": {
        "run": {
            "required": ["tool", "results"],
            "additionalProperties": False,
            "properties": {
                "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                "tool": {"required": ["driver"], "properties": {"driver": {"$ref": "#/definitions/driver"}}},
                "results": {"type": "array", "items": {"$ref": "#/definitions/result"}},
            },
        },
        "driver": {
            "required": ["name"],
            "additionalProperties": False,
            "properties": {
                "name": {"type": "string"},
                "semanticVersion": {"type": "string", "pattern": r"^\d+\.\d+\.\d+"},
                "rules": {"type": "array", "uniqueItems": True, "items": {"$ref": "#/definitions/rule"}},
            },
        },
        "rule": {
            "required": ["id"],
            "additionalProperties": False,
            "properties": {
                "id": {"type": "string"},
                "shortDescription": TEXT,
                "help": TEXT,
                "defaultConfiguration": {"properties": {"level": LEVEL}},
            },
        },
        "result": {
            "required": ["message", "ruleId"],
            "additionalProperties": False,
            "properties": {
                "ruleId": {"type": "string"},
                "ruleIndex": {"type": "integer", "minimum": 0},
                "level": LEVEL,
                "message": TEXT,
                "locations": {"type": "array", "minItems": 1, "items": {"properties": {"physicalLocation": PLACE}}},
            },
        },
    },
}
"""What the published SARIF 2.1.0 schema says of the parts that are used here, copied out by hand."""


def test_sarif_is_what_the_standard_says(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(here, "räum ash.yaml", broken("skill: hear\n", "skill: hera\n"))
    write(here, "less.yaml", ADVICE)
    assert main(["scenario", "check", "--format", "sarif", "."]) == 1
    log = json.loads(capsys.readouterr().out)
    jsonschema.Draft7Validator(SARIF).validate(log)
    (run,) = log["runs"]
    assert (run["tool"]["driver"]["name"], run["tool"]["driver"]["semanticVersion"]) == ("peercoach", __version__)
    told = [
        (one["ruleId"], one["level"], one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"])
        for one in run["results"]
    ]
    assert told == [("unnamed-point", "note", "less.yaml"), ("unknown-skill", "error", "r%C3%A4um%20ash.yaml")]
    assert all(run["tool"]["driver"]["rules"][one["ruleIndex"]]["id"] == one["ruleId"] for one in run["results"])


def test_sarif_helps_with_every_rule_also_of_a_file_elsewhere() -> None:
    log = sarif(Checks((Checked(Path("/else where/a.yaml"), (A_HINT,)),)))
    jsonschema.Draft7Validator(SARIF).validate(log)
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    assert [(rule["id"], rule["shortDescription"]["text"]) for rule in rules] == [
        (rule.name, rule.wants) for rule in every_rule()
    ]
    place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "file:///else%20where/a.yaml"


def test_sarif_of_nothing_is_a_log_too() -> None:
    jsonschema.Draft7Validator(SARIF).validate(sarif(Checks(())))
