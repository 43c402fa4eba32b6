"""`peercoach score`: lines in, lines out, each answered before the next is asked for."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import KIND, PEERCOACH, environment, run

LONELY = {"from": "ash", "text": "induction was six hours and i knew nobody"}
WRITTEN = "i never told anyone about this"


def line(name: object = "x", reply: str = KIND, **more: Any) -> str:
    return json.dumps({"id": name, "context": [LONELY], "to": "ash", "reply": reply, **more}) + "\n"


def fed(home: Path, typed: bytes, *args: str) -> tuple[int, list[Any], bytes]:
    """Feed it bytes; its exit status, its lines read as JSON, and its errors."""
    command = [*PEERCOACH, "score", *args]
    done = subprocess.run(command, input=typed, env=environment(home), capture_output=True, timeout=120, check=False)
    return done.returncode, [json.loads(each) for each in done.stdout.splitlines()], done.stderr


def test_each_line_gets_its_answer_in_order(own_home: Path) -> None:
    done = run(own_home, "score", typed=line("one", expects=["hear", "ask"]) + line("two", "ok", expects=["hear"]))
    answers = [json.loads(each) for each in done.stdout.splitlines()]
    assert (done.returncode, done.stderr) == (0, "")
    assert [answer["id"] for answer in answers] == ["one", "two"]
    assert [list(answer) for answer in answers] == [["id", "score", "band", "skills", "pitfalls", "care", "next"]] * 2
    assert answers[0]["score"] > answers[1]["score"]


def test_a_line_is_answered_before_the_next_is_sent(own_home: Path) -> None:
    command = [*PEERCOACH, "score"]
    with subprocess.Popen(
        command, env=environment(own_home), stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    ) as child:
        assert child.stdin
        assert child.stdout
        for name in ("first", "second", "third"):
            child.stdin.write(line(name))
            child.stdin.flush()
            assert json.loads(child.stdout.readline())["id"] == name
        child.stdin.close()
        assert child.stdout.read() == ""
    assert child.returncode == 0


def test_nothing_in_nothing_out(own_home: Path) -> None:
    assert fed(own_home, b"") == (0, [], b"")
    assert fed(own_home, b"\n  \n\r\n") == (0, [], b"")


BAD = [
    (b'{"id": 1, "reply": 3}', 1, "`reply`"),
    (b'{"id": 1}', 1, "`reply`"),
    (b'{"id": 1, "reply": "hi", "expects": ["hera"]}', 1, "did you mean 'hear'?"),
    (b'{"id": 1, "reply": "hi", "age": "old"}', 1, "`age`"),
    (b'{"id": 1, "reply": "hi"', None, "not JSON at column"),
    (b'{"id": 1, "reply": "\xff\xfe"}', None, "not UTF-8"),
    (b"[1, 2]", None, "JSON object"),
    (b'"hi"', None, "JSON object"),
    (b"null", None, "JSON object"),
    (b'{"id": NaN, "reply": "hi"}', None, "not JSON"),
    (b"[" * 100_000, None, "not JSON"),
    (b'{"id": ' + b"9" * 5_000 + b', "reply": "hi"}', None, "not JSON"),
]


@pytest.mark.parametrize(("bad", "name", "says"), BAD, ids=[f"{number} {says}" for number, (_, _, says) in enumerate(BAD)])
def test_a_bad_line_is_told_in_its_place_and_the_rest_go_on(own_home: Path, bad: bytes, name: object, says: str) -> None:
    good = line("after").encode()
    status, answers, errors = fed(own_home, good + b"\n" + bad + b"\n" + good)
    assert (status, errors) == (1, b"")
    assert [answer["id"] for answer in answers] == ["after", name, "after"]
    assert list(answers[1]) == ["id", "error"]
    assert says in answers[1]["error"]
    assert "line 3" in answers[1]["error"]


def test_an_error_never_says_what_was_written(own_home: Path) -> None:
    bad = [{"reply": [WRITTEN]}, {"reply": WRITTEN, "age": WRITTEN}, {"reply": WRITTEN, "context": [WRITTEN]}, [WRITTEN]]
    done = run(own_home, "score", typed="".join(json.dumps(row) + "\n" for row in bad) + f'{{"reply": "{WRITTEN}\n')
    assert done.returncode == 1
    assert WRITTEN not in done.stdout + done.stderr


def test_files_are_read_in_the_order_given(own_home: Path, tmp_path: Path) -> None:
    for name in ("b", "a"):
        (tmp_path / name).write_text(line(name) + line(name), encoding="utf-8")
    status, answers, _ = fed(own_home, line("not read").encode(), str(tmp_path / "b"), str(tmp_path / "a"))
    assert status == 0
    assert [answer["id"] for answer in answers] == ["b", "b", "a", "a"]


def test_a_file_as_windows_saves_it_is_read(own_home: Path, tmp_path: Path) -> None:
    (tmp_path / "lines.jsonl").write_bytes(
        b"\xef\xbb\xbf" + line("one").replace("\n", "\r\n").encode() + line("two").strip().encode()
    )
    status, answers, _ = fed(own_home, b"", str(tmp_path / "lines.jsonl"))
    assert (status, [answer["id"] for answer in answers]) == (0, ["one", "two"])


@pytest.mark.parametrize("missing", ["nowhere.jsonl", "."])
def test_a_file_that_cant_be_read_is_said_kindly(own_home: Path, tmp_path: Path, missing: str) -> None:
    done = run(own_home, "score", str(tmp_path / missing))
    assert done.returncode == 1
    assert str(tmp_path) in done.stderr
    assert "can't be read" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_huge_line_is_a_line_like_any_other(own_home: Path) -> None:
    status, answers, errors = fed(own_home, line("huge", "that sounds so lonely ash. " * 80_000).encode() + line("next").encode())
    assert (status, errors) == (0, b"")
    assert [answer["id"] for answer in answers] == ["huge", "next"]
    spans = [span for skill in answers[0]["skills"].values() for span in skill["evidence"]]
    assert max(end for _, end in spans) <= 100_000


@pytest.mark.parametrize("reply", ["", " ", "\ud800", "\x00\x1b[2J", "🫂" * 50, "ﷺ", "\u202eok"])
def test_odd_replies_are_scored_like_any_other(own_home: Path, reply: str) -> None:
    status, answers, errors = fed(own_home, line("odd", reply).encode())
    assert (status, errors) == (0, b"")
    assert answers[0]["id"] == "odd"
    assert "score" in answers[0]


def test_explaining_says_how_each_level_came_about(own_home: Path) -> None:
    done = run(own_home, "score", "--explain", typed=line("one", expects=["hear", "ask"]) + line("two", "ok", expects=["hear"]))
    assert done.returncode == 0
    assert "one\n" in done.stdout
    assert "two\n" in done.stdout
    assert "of 100" in done.stdout
    assert "hear: met" in done.stdout
    assert "“how are you feeling now" in done.stdout
    assert "hear: missed" in done.stdout


def test_explaining_a_line_without_an_id_names_it_by_its_number(own_home: Path) -> None:
    done = run(own_home, "score", "--explain", typed="\n" + json.dumps({"reply": "ok"}) + "\n")
    assert done.stdout.startswith("2\n")


def test_explaining_prints_nothing_that_drives_a_terminal(own_home: Path) -> None:
    done = run(
        own_home, "score", "--explain", typed=line("\x1b[2J", "that sounds so \x1b[31m lonely. \x07 \u202e how are you now?")
    )
    assert done.returncode == 0
    assert not set(done.stdout) & {"\x1b", "\x07", "\u202e"}


def test_a_reader_that_goes_away_is_no_trouble(own_home: Path, tmp_path: Path) -> None:
    (tmp_path / "lines").write_text(line() * 2_000, encoding="utf-8")
    done = subprocess.run(
        ["sh", "-c", f"{' '.join(PEERCOACH)} score lines | head -1"],
        cwd=tmp_path,
        env=environment(own_home),
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert done.stderr == ""
    assert json.loads(done.stdout)["id"] == "x"
