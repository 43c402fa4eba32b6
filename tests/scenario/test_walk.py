"""`peercoach scenario walk`: random plays, by way of the real engine."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from peercoach.cli.main import main
from peercoach.keep.library import Library, library_folder
from peercoach.practice.branch import first_match
from peercoach.practice.invent import invented
from peercoach.practice.walk import Length, Walk, walk
from peercoach.scenario.format import ReplyStep, Scenario
from peercoach.scenario.map import draw
from peercoach.scenario.routes import reached, ways
from tests.practice.talks import CANDIDATES
from tests.scenario.test_map import BRANCHING, ROUND, THEN, at_random
from tests.scenario.texts import EVERY_STEP, broken, scenario


def walked(text: str | Scenario, plays: int = 200, seed: int = 1) -> Walk:
    whole = scenario(text) if isinstance(text, str) else text
    return walk(whole, CANDIDATES, random.Random(seed).randrange, plays)  # noqa: S311  # plays, not secrets


def branching(then: str) -> str:
    """The branching scenario with other branches after its reply."""
    return broken(THEN, then, BRANCHING)


def test_a_sound_scenario_is_fine_and_its_shortest_and_longest_play_are_told() -> None:
    told = walked(BRANCHING)
    assert told == Walk(plays=200, steps=6, shortest=Length(5, 3), longest=Length(5, 4))
    assert told.fine


def test_the_same_seed_gives_the_same_walk() -> None:
    assert walked(EVERY_STEP, seed=4) == walked(EVERY_STEP, seed=4)


def test_a_step_that_nothing_leads_to_is_never_reached() -> None:
    told = walked(BRANCHING.replace("    id: later\n", "    id: later\n    goto: end\n"))
    assert told.unreached == ("lost",)
    assert told.endings == (("lost", ""),)
    assert not told.fine


def test_a_branch_that_an_earlier_one_takes_up_is_never_taken() -> None:
    """Every reply has one of the four bands, so `else` is never wanted: only passing the step over leads where it does."""
    told = walked(
        branching("""\
    then:
      - if: [strong, developing]
        chat: "ash: hi"
      - if: [needs-work, harmful]
        chat: "ash: hm"
      - else:
        goto: gone
""")
    )
    assert told.untaken == (("hello", "else"),)
    assert told.by_skipping == ("gone",)
    assert told.fine


def test_what_stands_below_a_choice_that_always_leads_away_is_never_reached() -> None:
    """Passing the question over leads where its best option does."""
    told = walked(
        broken("because: It may be enough.", "because: It may be enough.\n        goto: lost", BRANCHING)
        .replace("because: It is open.", "because: It is open.\n        goto: lost")
        .replace("    goto: later\n", "    goto: lost\n")
    )
    assert told.unreached == ("later",)
    assert not told.fine


def test_an_allowed_pitfall_never_takes_a_branch() -> None:
    text = branching(THEN.replace("[minimising, judging]", "fixing"))
    told = walked(broken("    to: ash\n", "    to: ash\n    allow: fixing\n", text))
    assert told.untaken == (("hello", "if it falls into fixing"),)
    assert told.unreached == ("gone",)


def test_going_round_and_round_is_told_with_the_place() -> None:
    told = walked(ROUND, plays=30)
    assert told.endless == 30
    assert told.endless_at in {"on", "later"}
    assert not told.fine
    reading = BRANCHING.replace("    id: later\n", "    id: later\n    goto: later\n")
    told = walked(reading, plays=30)
    assert (told.endless, told.endless_at) == (30, "later")


def test_a_loop_with_a_way_out_ends() -> None:
    told = walked(broken("because: It may be enough.", "because: It may be enough.\n        goto: on", BRANCHING))
    assert told.endless == 0
    assert told.longest
    assert told.longest.steps > 5


def test_few_plays_are_enough_because_rare_ways_are_looked_for() -> None:
    """Ten questions in a row of which only one answer in four leads on: by chance alone one play in a million gets there."""
    option = "      - say: {say}\n        band: strong\n        because: So.\n        goto: {goto}\n"
    steps = "".join(
        f"  - choose: Which?\n    id: s{n}\n    options:\n"
        + option.format(say="on", goto=f"s{n + 1}")
        + "".join(option.format(say=f"out {m}", goto="end") for m in range(3))
        for n in range(10)
    )
    top = BRANCHING.partition("steps:\n")[0]
    assert walked(f"{top}steps:\n{steps}  - note: Here.\n    id: s10\n", plays=500).unreached == ()


def test_what_is_invented_could_have_been_told_of_a_real_reply() -> None:
    step = next(each for each in scenario(BRANCHING).steps if isinstance(each, ReplyStep))
    roll = random.Random(2).randrange  # noqa: S311  # plays, not secrets
    for wanted in step.then * 50:
        result = invented(step, wanted, roll)
        assert first_match(step.then, result) is wanted
        assert not (result.band == "strong" and result.pitfalls)
        assert not (result.band != "harmful" and result.falls_into("minimising"))


def test_the_walk_reaches_what_the_map_says_can_be_reached() -> None:
    rolls = random.Random(5)  # noqa: S311  # plays, not secrets
    for _ in range(15):
        whole = at_random(rolls, 7)
        told, there = walked(whole, plays=80), reached(ways(whole))
        ids = [step.id for step in whole.steps]
        by_answers = {name for name in ids if name not in (*told.unreached, *told.by_skipping)}
        assert by_answers == {ids[place] for place in there if place < len(ids)}
        assert bool(told.endless) >= any(stop.stuck and stop.reached for stop in draw(whole).stops)


def test_the_scenarios_that_come_with_peercoach_are_fine() -> None:
    for entry in Library((library_folder(),)).entries():
        told = walked(entry.scenario, plays=60)
        assert told.fine, entry.scenario.id
        assert told.untaken == (), entry.scenario.id


# ---- the command


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of one's own with two scenarios, one of them unsound."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "fine.yaml").write_text(BRANCHING, encoding="utf-8")
    (tmp_path / "round.yaml").write_text(ROUND, encoding="utf-8")
    return tmp_path


def test_the_command_says_what_is_wrong_and_exits_with_one(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scenario", "walk", "fine.yaml", "--random", "80"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "fine",
        "  80 plays: 5 steps (about 3 min) to 5 steps (about 4 min)",
        "1 scenario walked: every step is reached, every play ends.",
    ]
    assert main(["scenario", "walk", str(here), "--random", "80"]) == 1
    out = capsys.readouterr().out
    assert "  never reached: lost" in out
    assert "  80 of 80 plays didn't end; most went round at " in out
    assert out.endswith("2 scenarios walked: 1 with every step reached and every play ended.\n")


def test_a_seed_gives_the_same_bytes_whatever_else_is_walked(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def told(*which: str) -> list[dict[str, object]]:
        main(["scenario", "walk", *which, "--random", "50", "--seed", "9", "--format", "json"])
        found: list[dict[str, object]] = json.loads(capsys.readouterr().out)["scenarios"]
        return found

    assert told("fine.yaml") == told("fine.yaml") == told("round.yaml", "fine.yaml")[1:]
    assert here.is_dir()


def test_a_file_that_cannot_be_played_is_told_and_the_rest_go_on(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "bad.yaml").write_text(BRANCHING.replace("goto: gone", "goto: gnoe"), encoding="utf-8")
    assert main(["scenario", "walk", "bad.yaml", "fine.yaml", "--random", "20"]) == 1
    out = capsys.readouterr().out
    assert "bad.yaml:22:15  error" in out
    assert 'did you mean "gone"?' in out
    assert "  20 plays: " in out
