"""Replies that people marked elsewhere: read whatever a spreadsheet does to them, held against the scorer, never repeated."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercoach.cli.main import main
from peercoach.cli.scenario_files import library
from peercoach.cli.scenario_marked import hold_against, try_point
from peercoach.errors import PeercoachError
from peercoach.scenario.marked import Marked, read_marked, step_place
from peercoach.scenario.marked_rows import MOST_BYTES, MOST_ROWS, rows
from tests.scenario.texts import EVERY_STEP, WHOLE, scenario

HERE = Path(__file__).parent
FORTY = HERE / "marked_ash.csv"
"""Forty invented replies for back-to-ash, marked by hand before the scorer saw them."""

SECRET = "zebra crossing"
"""Words of a reply that must never be seen in a fault."""


def marked(text: str | bytes, *, step: str | None = None, json_lines: bool | None = None, whole: str = WHOLE) -> Marked:
    raw = text.encode() if isinstance(text, str) else text
    one = scenario(whole)
    return read_marked(rows(raw, json_lines=json_lines), one, step_place(one, step))


def bad(text: str | bytes, **options: bool | str) -> list[tuple[int, str]]:
    return [(row.line, row.message) for row in marked(text, **options).bad]  # type: ignore[arg-type]  # as they are


def refused(text: str | bytes) -> str:
    with pytest.raises(PeercoachError) as caught:
        marked(text)
    return f"{caught.value.message} ({caught.value.hint})"


def test_a_row_says_what_a_person_thinks_of_a_reply() -> None:
    found = marked('id,reply,band,shows,misses,falls-into\nr1,hi ash,needs-work,notice,hear induction,"minimising, fixing"\n')
    assert found.bad == ()
    one = found.replies[0]
    assert (one.label, one.number, one.place) == ("r1", 2, 2)
    assert (one.example.text, one.example.bands, one.example.line) == ("hi ash", ("needs-work",), 2)
    assert one.example.shows == ("notice",)
    assert one.example.misses == ("hear", "induction")
    assert one.example.falls_into == ("minimising", "fixing")


def test_json_lines_say_the_same() -> None:
    row = {"reply": "hi ash", "band": ["strong", "developing"], "shows": ["notice"], "falls_into": "fixing", "id": 7, "by": "me"}
    one = marked(f"\n{json.dumps(row)}\n").replies[0]
    assert (one.label, one.number) == ("7", 2)
    assert one.example.bands == ("strong", "developing")
    assert (one.example.shows, one.example.falls_into) == (("notice",), ("fixing",))


@pytest.mark.parametrize(
    ("cell", "bands"),
    [
        ("strong", ("strong",)),
        ("strong or developing", ("strong", "developing")),
        ("Needs Work", ("needs-work",)),
        ("needs_work / harmful", ("needs-work", "harmful")),
        ("could hurt", ("harmful",)),
    ],
)
def test_a_band_is_read_as_people_type_it(cell: str, bands: tuple[str, ...]) -> None:
    assert marked(f"reply,band\nhi,{cell}\n").replies[0].example.bands == bands


@pytest.mark.parametrize(
    "raw",
    [
        b"\xef\xbb\xbfreply,band\r\nhi,strong\r\n",
        b"reply;band\nhi;strong\n",
        b"sep=;\r\nreply;band\r\nhi;strong\r\n",
        b"reply\tband\rhi\tstrong\r",
        "reply\tband\r\nhi\tstrong\r\n".encode("utf-16"),
        b'"Reply","Band","Comment"\nhi,strong,"me, too"\n,,\n',
        b"\n\nreply,band\nhi,strong",
    ],
    ids=["bom", "semicolons", "sep line", "tabs, old mac", "utf-16", "other columns, empty row", "blank lines first"],
)
def test_whatever_a_spreadsheet_writes_is_read(raw: bytes) -> None:
    found = marked(raw)
    assert [one.example.text for one in found.replies] == ["hi"]
    assert found.bad == ()


def test_a_reply_may_have_commas_quotation_marks_and_line_breaks() -> None:
    found = marked('reply,band\n"hi, ""ash""\n\nyou ok",strong\nbye,strong\n')
    assert [one.example.text for one in found.replies] == ['hi, "ash"\n\nyou ok', "bye"]
    assert [one.label for one in found.replies] == ["line 2", "line 5"]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (f"{SECRET},", "has no band"),
        (",strong", "has no reply"),
        (f"{SECRET},stong", "has a band that isn't one (did you mean strong?)"),
        (f"strong,{SECRET}", "has a band that isn't one; it is strong"),
        (f"{SECRET},strong or {SECRET}", "has a band that isn't one"),
        (f"{SECRET},strong,hera", "shows names something that isn't a skill, or a point of the step (did you mean hear?)"),
        (f"{SECRET},strong,,{SECRET}", "misses names something that isn't a skill"),
        (f"{SECRET},strong,,,hear", "falls-into names something that isn't a pitfall"),
        (f"{SECRET},strong,hear,hear", "both shows and misses hear; keep one"),
        (f"{SECRET},strong,,,,back-to-as", "names a step that isn't there (did you mean back-to-ash?)"),
        (f"{SECRET},strong,,,,,x,y", "more cells than the first row"),
        (f"{'zebra' * 3000},strong", "more than 10000 characters"),
        (f'"{SECRET}" and more,strong', "closed too early"),
        (f'"{SECRET},strong', "never"),
        (f"{SECRET}\0,strong", "empty byte"),
    ],
)
def test_a_bad_row_gets_a_sentence_with_its_line_and_the_rest_go_on(row: str, words: str) -> None:
    text = f"reply,band,shows,misses,falls-into,step,id\nhi,strong\n{row}\nbye,strong\n"
    found = marked(text)
    assert [one.example.text for one in found.replies] == ["hi", "bye"]
    assert [one.line for one in found.bad] == [3]
    assert words in found.bad[0].message
    assert "zebra" not in found.bad[0].message


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('{"reply": "zebra crossing", "band": }', "isn't JSON at column"),
        ('["zebra crossing", "strong"]', "isn't a JSON object"),
        ('{"reply": 7, "band": "strong"}', "has no reply"),
        ('{"reply": "zebra crossing", "band": NaN}', "isn't JSON"),
        ('{"reply": "zebra crossing", "band": {"zebra": 1}}', "has no band"),
        ('{"reply": "zebra crossing", "band": "strong", "shows": [["zebra"]]}', "shows names something"),
        ('{"reply": "zebra crossing", "band": "strong", "step": ["zebra"]}', "names a step that isn't there"),
        ('{"reply": "zebra \\ud800 crossing", "band": "strong"}', "aren't UTF-8"),
        ('{"reply": "zebra \\u0000 crossing", "band": "strong"}', "empty byte"),
        ("[" * 100_000, "isn't JSON"),
        ('{"id": ' + "9" * 5000 + "}", "isn't JSON"),
    ],
)
def test_a_bad_line_of_json_gets_its_sentence_too(line: str, words: str) -> None:
    found = marked(f'{{"reply": "hi", "band": "strong"}}\n{line}\n{{"reply": "bye", "band": "strong"}}\n', json_lines=True)
    assert len(found.replies) == 2
    assert [one.line for one in found.bad] == [2]
    assert words in found.bad[0].message
    assert "zebra" not in found.bad[0].message


def test_letters_in_another_encoding_lose_their_row_only() -> None:
    found = marked(b"reply,band\ncaf\xe9,strong\ncaf\xc3\xa9,strong\n")
    assert [one.example.text for one in found.replies] == ["café"]
    assert [one.line for one in found.bad] == [2]
    assert "CSV UTF-8" in found.bad[0].message


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "there is nothing in it"),
        (b" \n;;\n", "there is nothing in it"),
        (b"zebra crossing,strong\nhi,strong\n", "the first row has to name the columns"),
        (b"reply,reply,band\n", "two columns called reply"),
        (b"reply,band,shwos\n", "column 3 has a name that isn't known; did you mean shows?"),
        (b"PK\x03\x04rest", "a spreadsheet or a zipped file"),
        (b"\0" * 100, "the first row has to name the columns"),
        (b"x" * (MOST_BYTES + 1), "bigger than 5 MB"),
    ],
)
def test_a_file_of_which_nothing_can_be_used_is_refused_in_one_sentence(raw: bytes, words: str) -> None:
    told = refused(raw)
    assert words in told
    assert "zebra" not in told


def test_only_so_many_rows_are_read() -> None:
    found = marked("reply,band\n" + "hi,strong\n" * (MOST_ROWS + 5))
    assert len(found.replies) == MOST_ROWS
    assert [one.line for one in found.bad] == [MOST_ROWS + 2]


def test_many_stray_quotation_marks_take_no_longer_than_their_rows() -> None:
    found = marked("reply,band\n" + '"zebra,strong\n' * MOST_ROWS)
    assert len(found.bad) == MOST_ROWS


@given(st.binary(max_size=300) | st.text(alphabet='reply,band;"\n\t\r\0x', max_size=200).map(str.encode))
def test_no_file_however_odd_does_worse_than_a_sentence(raw: bytes) -> None:
    for head in (b"", b"reply,band\n", b'{"reply":'):
        for json_lines in (None, True):
            try:
                found = marked(head + raw, json_lines=json_lines)
            except PeercoachError:
                continue
            assert all(one.message and one.line > 0 for one in found.bad)


def test_the_step_is_the_only_one_or_the_one_that_is_named() -> None:
    one = scenario()
    assert step_place(one, None) == 2
    assert step_place(one, "back-to-ash") == 2
    with pytest.raises(PeercoachError, match="no step with a reply called"):
        step_place(one, "back-to-as")


def test_where_there_are_several_steps_a_row_has_to_say_which() -> None:
    two = WHOLE + WHOLE[WHOLE.index("  - reply:") :].replace("back-to-ash", "again")
    found = marked("reply,band,step\nhi,strong,again\nhi,strong,\n", whole=two)
    assert [one.place for one in found.replies] == [3]
    assert bad("reply,band\nhi,strong\n", whole=two)[0][1].startswith("doesn't say which step it answers: back-to-ash or again")
    assert marked("reply,band\nhi,strong\n", whole=two, step="again").replies[0].place == 3


def test_a_scenario_that_nobody_answers_in_words_takes_no_marked_replies() -> None:
    text = EVERY_STEP[: EVERY_STEP.index("  - reply:")].replace("goto: help", "goto: end")
    with pytest.raises(PeercoachError, match="no step that is answered in words"):
        step_place(scenario(text), None)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to stand in, with a scenario `ash.yaml`."""
    (tmp_path / "ash.yaml").write_text(WHOLE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_forty_replies_are_held_against_the_scorer() -> None:
    report = hold_against(["nobody-answered-ash"], FORTY, "back-to-ash")
    told = report.as_json()
    assert told["agreement"]["band"]["of"] == 40
    assert told["agreement"]["band"]["per_cent"] >= 60
    assert told["agreement"]["kappa"] >= 0.5
    assert told["scenarios"][0]["bad"] == []
    assert [line["line"] for line in told["scenarios"][0]["lines"]] == ["notice", "hear", "no-words", "ask", "share"]
    text = "\n".join(report.lines(40))
    assert "of 40 replies agree" in text.splitlines()[-1]
    assert max(len(line) for line in text.splitlines() if str(FORTY) not in line) <= 40


def test_nothing_of_a_reply_is_in_what_is_printed(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "replies.csv").write_text(f"reply,band,shows\n{SECRET},strong,hear\n{SECRET},{SECRET},\n", encoding="utf-8")
    for more in ([], ["--format", "json"]):
        assert main(["scenario", "test", "ash.yaml", "--marked", "replies.csv", *more]) == 1
        out, err = capsys.readouterr()
        assert "zebra" not in out + err
        assert "line 3" in out or '"line": 3' in out


def test_the_report_says_which_way_the_scorer_leans(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "replies.csv").write_text("reply,band\nwhat tea do you like,strong\nits only college,needs-work\n", encoding="utf-8")
    assert main(["scenario", "test", "ash.yaml", "--marked", "replies.csv"]) == 1
    out = capsys.readouterr().out
    assert "ash, on the replies of replies.csv" in out
    assert "Too harsh (the scorer told a lower band than you): 2." in out
    assert "line 2: told needs-work, you said strong" in out
    assert "too few to tell" in out


def test_the_same_trouble_in_many_rows_is_said_once(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "replies.csv").write_text("reply,band\nhi,\nhi,\nhi,\n,strong\nhi,\nhi,needs-work\n", encoding="utf-8")
    main(["scenario", "test", "ash.yaml", "--marked", "replies.csv"])
    out = capsys.readouterr().out
    assert "lines 2-4, 6: has no band; it is strong, developing, needs-work or harmful\n" in out
    assert "line 5: has no reply\n" in out


@pytest.mark.parametrize(
    ("argv", "status", "words"),
    [
        (["--marked", "replies.csv"], 2, "Marked replies are for one scenario: say which."),
        (["ash.yaml", "nobody-answered-ash", "--marked", "replies.csv"], 2, "say which"),
        (["ash.yaml", "--marked", "gone.csv"], 1, "gone.csv can't be used: no such file or directory."),
        (["ash.yaml", "--marked", "."], 1, "can't be used: is a directory."),
        (["ash.yaml", "--marked", "empty.csv"], 1, "empty.csv can't be used: there is nothing in it."),
        (["ash.yaml", "--marked", "head.csv"], 1, "head.csv has no replies in it."),
        (["ash.yaml", "--marked", "replies.csv", "--step", "back"], 2, "no step with a reply called “back”"),
        (["ash.yaml", "--step", "back-to-ash"], 2, "--step goes with --marked."),
        (["ash.yaml", "--watch", "--format", "json"], 2, "leave out --format json"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    here: Path, capsys: pytest.CaptureFixture[str], argv: list[str], status: int, words: str
) -> None:
    (here / "replies.csv").write_text("reply,band\nhi,strong\n", encoding="utf-8")
    (here / "empty.csv").write_text("", encoding="utf-8")
    (here / "head.csv").write_text("reply,band\n", encoding="utf-8")
    assert main(["scenario", "test", *argv]) == status
    assert words in capsys.readouterr().err


def test_marked_replies_of_a_broken_scenario_show_what_to_mend(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "torn.yaml").write_text(WHOLE.replace("level: 1", "level: 9"), encoding="utf-8")
    assert main(["scenario", "test", "torn.yaml", "--marked", str(FORTY)]) == 1
    assert "torn.yaml:5:8  error" in capsys.readouterr().out


def test_a_pattern_is_tried_on_the_forty() -> None:
    report = try_point("nobody-answered-ash", "back-to-ash", "pretend*|act", FORTY)
    told = report.as_json()
    assert (told["step"], told["point"], told["pattern"]) == ("back-to-ash", "no-words", "pretend*|act")
    assert {"name": "r03", "line": 4, "by_band": False, "evidence": [[50, 60]]} in told["newly_right"]
    assert told["right_after"] == told["right_before"] + len(told["newly_right"]) - len(told["newly_wrong"])
    lines = list(report.lines(40))
    assert max(map(len, lines)) <= 40
    assert "    r03, line 4: “pretending”" in lines


@pytest.mark.parametrize(
    ("step", "point", "words"),
    [
        (None, None, "has several steps with a reply."),
        ("back-to-ash", "no-word", "has no point called “no-word”."),
        ("back", None, "no step with a reply called"),
    ],
)
def test_a_trial_needs_a_step_and_a_point_that_are_there(step: str | None, point: str | None, words: str) -> None:
    with pytest.raises(PeercoachError, match=words) as caught:
        try_point("nobody-answered-ash", step, "day", FORTY, point)
    assert caught.value.status == 2


def test_a_pattern_that_cannot_be_read_is_told_before_anything_is_opened() -> None:
    with pytest.raises(PeercoachError, match=r"can't be read: `\|` needs a word on both sides"):
        try_point("nobody-answered-ash", "back-to-ash", "induct*|", Path("gone.csv"))


def test_the_forty_replies_are_all_different_and_none_is_an_example() -> None:
    one = library().find("nobody-answered-ash").scenario
    found = read_marked(rows(FORTY.read_bytes()), one, step_place(one, "back-to-ash"))
    texts = {reply.example.text for reply in found.replies}
    step = one.steps[found.replies[0].place]
    assert len(texts) == 40
    assert texts.isdisjoint(example.text for example in step.examples)  # type: ignore[union-attr]  # it is a reply step
