"""What `scenario test` prints: said beside told, which way the scorer leans, what each rubric line is worth. At any width."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from peercoach.cli.main import main
from peercoach.cli.scenario_files import test as report_on
from tests.scenario.texts import TWO_POINTS, broken


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to stand in, with a file that agrees and one that doesn't."""
    (tmp_path / "good.yaml").write_text(TWO_POINTS, encoding="utf-8")
    (tmp_path / "kind.yaml").write_text(broken("- needs-work: what", "- strong: what", TWO_POINTS), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_it_reads_like_this(here: Path) -> None:
    del here
    report = report_on(["kind.yaml"])
    first, second, third = (one.score for one in report.outcomes)
    page = f"""\
kind
      example         you said    told
  ok  back/example-1  strong      strong {first}
  ok  back/example-2  developing  developing {second}
  no  back/example-3  strong      needs-work {third}
      needs-work, not strong
  To see why, give the reply to: peercoach scenario try

  Rubric lines, and the replies that hang on them. Left out: whose band or score
  changes without the line. Turned round: whose band would, if the scorer saw it
  the other way. Tested by: what would then differ from what you said.
  back
    line   left out  turned round  tested by
    day    band 2    1-3           1-3
    alone  band 2    1-3           1-3

  What you said, and how much of it the scorer told too:
    band        2 of 3        66%
    shows       3 of 3        100%
    misses      3 of 3        100%
    falls-into  nothing said
    you said    told strong  told developing  told needs-work  told harmful
    strong      1            0                1                0
    developing  0            1                0                0
  Kappa on the bands (0 is chance, 1 is full agreement): too few to tell: it
  takes 10 or more.
  Too generous (the scorer told a higher band than you): none.
  Too harsh (the scorer told a lower band than you): 1.
    back/example-3, line 25: told needs-work, you said strong

2 of 3 examples agree (66%)."""
    assert "\n".join(report.lines(80)) == page


def test_it_fits_forty_columns(here: Path) -> None:
    del here
    lines = list(report_on(["good.yaml", "kind.yaml", "nobody-answered-ash"]).lines(40))
    assert max(map(len, lines)) <= 40
    for words in (
        "  no  back/example-3",
        "      you said strong, told needs-work",
        "      left out: band 2",
        "    you said developing, told:",
    ):
        assert any(line.startswith(words) for line in lines), words


def test_several_files_are_summed_up_under_their_names(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    del here
    assert main(["scenario", "test", "good.yaml", "kind.yaml"]) == 1
    out = capsys.readouterr().out
    assert "    kind, back/example-3, line 25: told needs-work, you said strong\n" in out[out.index("All of them") :]
    assert out.count("Rubric lines, and") == 1
    assert out.endswith("\n5 of 6 examples agree (83%).\n")


def test_the_status_is_one_only_when_the_scorer_disagrees(here: Path) -> None:
    del here
    assert main(["scenario", "test", "good.yaml"]) == 0
    assert main(["scenario", "test", "kind.yaml"]) == 1


def test_a_file_that_cannot_be_played_leaves_nothing_to_test(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "torn.yaml").write_text(TWO_POINTS.replace("level: 1", "level: 9"), encoding="utf-8")
    assert main(["scenario", "test", "torn.yaml"]) == 1
    assert capsys.readouterr().out.endswith("\nThere was nothing to test.\n")


def test_a_line_that_is_not_tested_gets_advice(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    heavy = TWO_POINTS.replace("        says: picks", "        weight: 5\n        says: picks")
    tea = "      - point: tea\n        says: offers tea\n        any: [biscuit*]\n        optional: true\n    examples:"
    (here / "tea.yaml").write_text(broken("    examples:", tea, heavy), encoding="utf-8")
    main(["scenario", "test", "tea.yaml"])
    out = capsys.readouterr().out
    assert "tea, optional" in out
    assert "No reply tests tea: if the scorer saw it the other way round, all would still agree." in out
    assert "With or without" not in out


def test_a_line_that_changes_nothing_gets_advice(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gone = "      - developing: that induction\n        shows: [day]\n        misses: [alone]\n"
    (here / "two.yaml").write_text(broken(gone, "", TWO_POINTS), encoding="utf-8")
    main(["scenario", "test", "two.yaml"])
    assert "With or without day every reply comes out the same." in capsys.readouterr().out


def test_json_keeps_its_keys_and_has_more(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    del here
    assert main(["scenario", "test", "kind.yaml", "--format", "json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert {"agrees", "outcomes", "faults"} <= told.keys()
    third = told["outcomes"][2]
    assert {"scenario", "example", "agrees", "step_id", "number", "line", "expected", "band", "score", "differed"} <= third.keys()
    assert (third["example"], third["agrees"], third["differed"]) == ("back/example-3", False, ["needs-work, not strong"])
    assert third["claims"] == [{"kind": "misses", "name": name, "agrees": True} for name in ("day", "alone")]
    assert told["agreement"]["too_harsh"] == ["back/example-3"]
    assert told["agreement"]["kappa"] is None
    assert told["agreement"]["bands_told"]["strong"] == {"strong": 1, "needs-work": 1}
    line = told["scenarios"][0]["lines"][0]
    assert (line["line"], line["left_out"]["band"], line["tested"], line["changes_nothing"]) == ("day", [2], [1, 2, 3], False)
