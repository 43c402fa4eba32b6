"""The corpus: two plain-text forms that people write, read without guessing; a slip is told with its line."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from peercoach.coaching.detectors import BY_ID
from peercoach.coaching.vocabulary import PITFALLS, SKILLS
from peercoach.errors import PeercoachError
from peercoach.training.corpus import BANDS, KINDS, Label, main, read_clauses, read_replies, unmark
from peercoach.training.units import CORPUS
from tests.training.texts import plain

FAIRNESS = Path(__file__).parents[1] / "fairness" / "rewrites.jsonl"
FILES = sorted((*CORPUS.glob("*.clauses.txt"), *CORPUS.glob("*.replies.txt")))
MOMENT = """\
== bus-01
ash: had a panic on the bus home
kit: anyone seen the final
to: ash | expects: hear ask | age: 17 | need: one-to-one
"""


def replies(tmp_path: Path, text: str) -> list:
    (tmp_path / "mine.replies.txt").write_text(text, encoding="utf-8")
    return list(read_replies(tmp_path / "mine.replies.txt"))


def clauses(tmp_path: Path, text: str) -> list:
    (tmp_path / "mine.clauses.txt").write_text(text, encoding="utf-8")
    return list(read_clauses(tmp_path / "mine.clauses.txt"))


def test_marks_come_out_as_labels_on_what_was_typed() -> None:
    text, labels = unmark("ash {notice: saw the bus}. {hear+own-words: thats grim}. {ask?: u ok}")
    assert text == "ash saw the bus. thats grim. u ok"
    assert [(label.id, text[label.start : label.end], label.partly) for label in labels] == [
        ("notice", "saw the bus", False),
        ("hear", "thats grim", False),
        ("own-words", "thats grim", False),
        ("ask", "u ok", True),
    ]


def test_marks_may_nest_and_a_pitfall_is_one() -> None:
    assert unmark("{hear: aw {!minimising: its only a bus}}") == (
        "aw its only a bus",
        (Label("hear", 0, 17), Label("minimising", 3, 17, pitfall=True)),
    )


@pytest.mark.parametrize("text", ["", "no marks", ":} :-} lol", "a } b", "{ask u ok}", "{}", "💛 {"])
def test_brackets_that_are_no_marks_are_text(text: str) -> None:
    assert unmark(text) == (text, ())


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("- strong plain: {hear: thats grim", "never closed"),
        ("- strong plain: {hear: thats {ask: grim}", "never closed"),
        ("- strong plain: {hera: thats grim}", "hera"),
        ("- strong plain: {!hear: thats grim}", "hear"),
        ("- strong plain: {fixing: ring her}", "fixing"),
        ("- great plain: thats grim", "band kind"),
        ("- strong odd: thats grim", "band kind"),
        ("thats grim", "not a message"),
        ("to: tia | expects: hear", "nobody called 'tia'"),
        ("to: ash | expects: hera", "hera"),
        ("to: ash | expects: hear | aged: 17", "aged"),
    ],
)
def test_a_slip_is_told_with_its_line(tmp_path: Path, line: str, says: str) -> None:
    with pytest.raises(PeercoachError, match=r"mine\.replies\.txt:6 ") as caught:
        replies(tmp_path, MOMENT + "# a note\n" + line + "\n")
    assert says in caught.value.message


def test_a_moment_holds_for_the_replies_under_it(tmp_path: Path) -> None:
    reply = replies(tmp_path, MOMENT + "- developing short: {hear?: aw}\\nok\n")[0]
    assert (reply.moment, reply.to, reply.expects, reply.age, reply.need) == (
        "bus-01",
        "ash",
        ("hear", "ask"),
        17,
        ("one-to-one",),
    )
    assert reply.messages == (("ash", "had a panic on the bus home"), ("kit", "anyone seen the final"))
    assert (reply.band, reply.kind, reply.text) == ("developing", "short", "aw\nok")


def test_a_clause_says_what_it_shows_and_what_it_only_looks_like(tmp_path: Path) -> None:
    lines = "@names ash kit\nhear ask? | ugh, u ok\n!fixing ~hear | ring her\n\n# a note\n- | see you at eight\n"
    first, second, third = clauses(tmp_path, lines)
    assert (first.text, first.skills, first.partly, first.names) == ("ugh, u ok", ("hear",), ("ask",), ("ash", "kit"))
    assert (second.pitfalls, second.near) == (("fixing",), ("hear",))
    assert (third.text, third.skills, third.pitfalls) == ("see you at eight", (), ())


@pytest.mark.parametrize(
    "line", ["hear thats grim", "hera | thats grim", "| thats grim", "hear | ", "!hear | thats grim", "fixing | ring her"]
)
def test_a_clause_with_a_slip_is_told_with_its_line(tmp_path: Path, line: str) -> None:
    with pytest.raises(PeercoachError, match=r"mine\.clauses\.txt:2 "):
        clauses(tmp_path, f"- | fine\n{line}\n")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_file_can_be_read_and_says_only_what_there_is(path: Path) -> None:
    if path.name.endswith(".clauses.txt"):
        found = list(read_clauses(path))
        assert all({*clause.skills, *clause.partly} <= set(SKILLS) and set(clause.pitfalls) <= set(PITFALLS) for clause in found)
    else:
        found = list(read_replies(path))
        assert all(reply.band in BANDS and reply.kind in KINDS and reply.expects for reply in found)
        assert all(0 <= label.start < label.end <= len(reply.text) for reply in found for label in reply.labels)
    assert found


def test_every_skill_and_pitfall_is_there_to_be_learnt_and_to_be_told_apart() -> None:
    shown = dict.fromkeys(BY_ID, 0)
    near = dict(shown)
    for path in CORPUS.glob("*.clauses.txt"):
        for clause in read_clauses(path):
            for name in (*clause.skills, *clause.pitfalls):
                shown[name] += 1
            for name in clause.near:
                near[name] += 1
    assert min(shown.values()) >= 30, shown
    assert min(near.values()) >= 10, near


def test_nothing_that_fairness_is_measured_on_was_learnt_from() -> None:
    held_out = {plain(json.loads(line)["reply"]) for line in FAIRNESS.read_text(encoding="utf-8").splitlines()}
    learnt = {plain(reply.text) for path in CORPUS.glob("*.replies.txt") for reply in read_replies(path)}
    learnt |= {plain(clause.text) for path in CORPUS.glob("*.clauses.txt") for clause in read_clauses(path)}
    assert held_out & learnt == set()


def test_no_method_dose_weight_or_size_stands_in_it() -> None:
    """Numbers are for services and hours; whatever else a reply had to hold is redacted (`XX`)."""
    detail = re.compile(r"\b\d+ ?(?:mg|ml|kgs?|lbs?|stone|cals?|calories|kcal|tablets|pills)\b|\b(?:bmi|size) ?\d", re.IGNORECASE)
    found = [f"{path.name}: {hit.group()}" for path in FILES for hit in detail.finditer(path.read_text(encoding="utf-8"))]
    assert found == []


def test_checking_a_file_counts_what_it_holds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.replies.txt").write_text(
        MOMENT + "- strong plain: {hear: thats grim}. {ask: hows tonight}\n", encoding="utf-8"
    )
    (tmp_path / "mine.clauses.txt").write_text("hear | thats grim\n", encoding="utf-8")
    assert main([str(tmp_path / "mine.replies.txt"), str(tmp_path / "mine.clauses.txt")]) == 0
    counted = capsys.readouterr().out
    assert "1 replies" in counted
    assert "1 clauses" in counted
    assert "look:" not in counted


def test_checking_points_at_what_looks_odd_and_what_stands_there_twice(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine.replies.txt").write_text(MOMENT + "- strong plain: ok\n- strong plain: OK!\n", encoding="utf-8")
    assert main([str(tmp_path / "mine.replies.txt")]) == 0
    counted = capsys.readouterr().out
    assert counted.count("look:") == 2
    assert "twice:" in counted


def test_checking_a_broken_file_says_where(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.clauses.txt").write_text("nonsense\n", encoding="utf-8")
    assert main([str(tmp_path / "mine.clauses.txt")]) == 1
    assert "mine.clauses.txt:1" in capsys.readouterr().out
