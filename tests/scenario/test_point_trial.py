"""A point pattern tried on marked replies: what comes right by it, what wrong, what is left; and a fault is shown in place."""

from __future__ import annotations

import pytest

from peercoach.coaching.moment import Band, PointLine
from peercoach.errors import PeercoachError
from peercoach.scenario.examples import Sample
from peercoach.scenario.format import Example
from peercoach.scenario.point_trial import PointTrial, Tried, readable, try_pattern, wanted, with_caret

DAY = PointLine("day", any=("induct*",))


def reply(text: str, *bands: Band, shows: tuple[str, ...] = (), misses: tuple[str, ...] = (), line: int = 2) -> Sample:
    return Sample(1, line, Example(bands or ("developing",), text, shows, misses, line=line), f"line {line}")


def tried(pattern: str, *replies: Sample, line: PointLine | None = DAY) -> PointTrial:
    return try_pattern(replies, pattern, line, ("day", "alone"))


def lines(group: tuple[Tried, ...]) -> list[int]:
    return [one.line for one in group]


def test_replies_are_newly_right_newly_wrong_or_left_over() -> None:
    trial = tried(
        "first day|week",
        reply("your first day sounds long", shows=("day",), line=2),
        reply("first day back at work for me", misses=("day",), line=3),
        reply("six hours of slides", shows=("day",), line=4),
        reply("induction sounds long", shows=("day",), line=5),
        reply("ours was inducted by pigeons", misses=("day",), line=6),
        reply("hiya", misses=("day",), line=7),
    )
    assert lines(trial.newly_right) == [2]
    assert lines(trial.newly_wrong) == [3]
    assert lines(trial.left_over) == [4]
    assert lines(trial.still_caught) == [6]
    assert (trial.settled, trial.right(after=False), trial.right(after=True)) == (6, 3, 3)


def test_what_the_pattern_finds_is_told_with_its_place() -> None:
    one = tried("first day", reply("Your First  Day!", shows=("day",))).newly_right[0]
    assert (one.found, one.words) == (((5, 15),), ("First  Day",))


def test_without_a_mark_of_any_point_the_band_stands_in() -> None:
    assert wanted(reply("x", "strong"), "day", ("day", "alone")) is True
    assert wanted(reply("x", "needs-work"), "day", ("day", "alone")) is False
    for bands in (("developing",), ("harmful",), ("strong", "developing"), ("needs-work", "harmful")):
        assert wanted(reply("x", *bands), "day", ("day", "alone")) is None  # type: ignore[arg-type]  # they are bands


def test_a_mark_of_the_point_counts_for_more_than_the_band() -> None:
    assert wanted(reply("x", "strong", misses=("day",)), "day", ("day",)) is False
    assert wanted(reply("x", "needs-work", shows=("day",)), "day", ("day",)) is True


def test_whoever_marked_other_points_and_not_this_one_left_it_open() -> None:
    assert wanted(reply("x", "strong", shows=("alone",)), "day", ("day", "alone")) is None
    assert wanted(reply("x", "strong", shows=("hear",)), "day", ("day", "alone")) is True


def test_a_reply_that_says_nothing_of_the_point_is_told_where_the_pattern_finds_something() -> None:
    trial = tried("pigeons", reply("lovely pigeons", line=2), reply("hiya", line=3))
    assert lines(trial.unsettled) == [2]
    assert trial.settled == 0


def test_what_a_point_forbids_it_goes_on_forbidding() -> None:
    line = PointLine("day", any=("induct*",), none=("boring",))
    assert lines(tried("long day", reply("boring long day", shows=("day",)), line=line).left_over) == [2]


def test_a_point_with_no_any_is_narrowed_by_one() -> None:
    line = PointLine("day", all=("day",))
    trial = tried("long", reply("what a day", shows=("day",), line=2), reply("long day", shows=("day",), line=3), line=line)
    assert trial.narrows
    assert lines(trial.newly_wrong) == [2]
    assert not tried("long").narrows


def test_a_step_without_points_can_be_tried_with_a_first_one() -> None:
    trial = try_pattern([reply("long day", "strong"), reply("tea", "needs-work", line=3)], "day", None)
    assert (trial.point, lines(trial.newly_right), trial.right(after=True)) == ("", [2], 2)


@pytest.mark.parametrize(
    ("pattern", "under"),
    [
        ("induct*|", "|"),
        ("first _ _ day", "_"),
        ("a [first day", "["),
        ("six 6 ) hours", ")"),
        ("tea|(cake)", "|"),
        ("a _", "_"),
        ("tea [", "["),
    ],
)
def test_a_fault_stands_under_its_character(pattern: str, under: str) -> None:
    with pytest.raises(PeercoachError) as caught:
        readable(pattern)
    _, shown, caret = caught.value.message.split("\n")
    place = caret.index("^")
    assert shown.strip() == pattern
    assert shown[place : place + 1] == under
    assert caught.value.hint


def test_the_caret_keeps_its_place_in_a_long_pattern_beside_wide_letters_and_at_the_end() -> None:
    shown, caret = with_caret("word " * 30 + "|" + " word" * 30, 150).split("\n")
    assert shown[caret.index("^")] == "|"
    assert len(shown) <= 40
    assert with_caret("😀😀 |x", 3).split("\n")[1].index("^") == 2 + 5
    assert with_caret("e\u0301 |x", 3).split("\n")[1].index("^") == 2 + 2
    assert with_caret("", 0) == "  \n  ^"
    assert with_caret("a\nb\x1b", 1) == "  a b \n   ^"


def test_a_pattern_that_can_be_read_is_let_pass() -> None:
    readable("induct*|[first day] _ not(mine)")
