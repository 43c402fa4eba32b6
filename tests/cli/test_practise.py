"""The whole loop in the real program: typed into a pipe, on a real terminal, stopped, interrupted and killed."""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pexpect
import pytest

from peercoach.keep.progress import Store
from tests.cli.running import KIND, PEERCOACH, environment, run, with_scenario

LINES = ("ash", "repost it", "again", KIND, "carry on", "2", "carry on")
TYPED = "".join(f"{line}\n" for line in LINES)


@pytest.fixture
def home(own_home: Path) -> Path:
    return with_scenario(own_home)


def kept(home: Path) -> list[tuple[str, str]]:
    """What the unfinished run has, as (kind, value)."""
    with Store.open(home, lambda: datetime.now(UTC)) as store:
        return [(each.kind, each.value) for run in store.unfinished() for each in store.answers(run)]


def test_a_whole_practice_typed_into_a_pipe(home: Path) -> None:
    done = run(home, "practise", "lost-message", typed=TYPED)
    assert (done.returncode, done.stderr) == (0, "")
    for words in (
        "Yes, ash.",
        "needs-work, ",
        "strong, ",
        "ash: thanks",
        "Short and warm.",
        "That's the end of",
        "Kept on this computer.",
    ):
        assert words in done.stdout
    assert "\x1b" not in done.stdout


def test_the_other_spelling_is_the_same_command(home: Path) -> None:
    shown = [run(home, spelling, "lost-message", "--private").stdout for spelling in ("practice", "practise")]
    assert shown[0] == shown[1]


def test_private_touches_no_disk(home: Path) -> None:
    before = sorted(home.rglob("*"))
    done = run(home, "practise", "lost-message", "--private", typed=TYPED)
    assert "Nothing was kept, as you asked." in done.stdout
    assert sorted(home.rglob("*")) == before


def test_coming_back_after_a_stop_carries_on(home: Path) -> None:
    run(home, "practise", "lost-message", typed="ash\nrepost it\nstop\n")
    done = run(home, "practise", "lost-message", typed="1\ncarry on\n2\ncarry on\n")
    assert "Where you were:" in done.stdout
    assert "That's the end of" in done.stdout


def test_without_a_name_one_is_chosen(home: Path) -> None:
    done = run(home, "practise", typed="Nobody answered Ash (first steps, 1 min)\nlost-message\nstop\n")
    assert "kit: omg the final yes" in done.stdout


def test_home_says_what_this_is_and_leaves_when_there_is_no_input(home: Path) -> None:
    done = run(home)
    assert done.returncode == 0
    assert "Everything stays on this computer" in done.stdout
    for way in ("what to practise next: ", "choose a practice", "my progress", "the guide", "help for me, now", "leave"):
        assert way in done.stdout


def test_home_offers_to_carry_on(home: Path) -> None:
    run(home, "practise", "lost-message", typed="ash\nstop\n")
    done = run(home, typed="carry-on\nrepost it\nstop\nleave\n")
    assert "carry on where you stopped: Nobody answered Ash" in done.stdout
    assert "needs-work, " in done.stdout
    assert "Everything stays on this computer" not in done.stdout


def test_next_says_what_and_why_and_can_start_it(home: Path) -> None:
    run(home, "practise", "lost-message", typed="ash\nstop\n")
    done = run(home, "next", typed="start now\n1\nstop\n")
    assert "You stopped part way through" in done.stdout
    assert "Go back to Ash." in done.stdout


def test_sounds_and_signs_in_a_reply_do_no_harm(home: Path) -> None:
    done = run(home, "practise", "lost-message", typed="ash\nhi \x1b[2J ash \x07 that sounds lonely\ncarry on\nstop\n")
    assert done.returncode == 0
    assert "\x1b" not in done.stdout
    assert "\x07" not in done.stdout


# ---- a real terminal


def child(home: Path, *args: str, columns: int = 80, **more: str) -> pexpect.spawn:
    env = environment(home, PROMPT_TOOLKIT_NO_CPR="1", **more)
    return pexpect.spawn(sys.executable, [*PEERCOACH[1:], *args], env=env, dimensions=(40, columns), encoding="utf-8", timeout=20)


@pytest.fixture(params=[40, 100])
def terminal(home: Path, request: pytest.FixtureRequest) -> Iterator[pexpect.spawn]:
    spawned = child(home, "practise", "lost-message", columns=request.param)
    yield spawned
    spawned.close(force=True)


def pick(terminal: pexpect.spawn, question: str, down: int = 0) -> None:
    """Wait for the list, go down, Enter."""
    terminal.expect_exact(question)
    terminal.expect("more…")
    terminal.send("\x1b[B" * down + "\r")


def write(terminal: pexpect.spawn, question: str, text: str) -> None:
    """Wait for the question, write, Enter."""
    terminal.expect_exact(question)
    terminal.expect(">")
    terminal.send(f"{text}\r")


def test_the_whole_loop_on_a_real_terminal(terminal: pexpect.spawn) -> None:
    pick(terminal, "nobody answered?")
    write(terminal, "Go back to Ash.", "repost it")
    terminal.expect("needs-work")
    pick(terminal, "What now?")
    write(terminal, "Go back to Ash.", KIND)
    terminal.expect("strong")
    pick(terminal, "What now?")  # after a strong reply, going on comes first
    terminal.expect("someone noticed")
    pick(terminal, "Kit says hi.", down=1)
    terminal.expect("Short and warm")
    pick(terminal, "What now?")
    terminal.expect("end of")
    terminal.expect(pexpect.EOF)
    terminal.close()
    assert terminal.exitstatus == 0


def test_help_is_there_at_a_list_and_at_a_reply(terminal: pexpect.spawn) -> None:
    terminal.expect("more…")
    terminal.send("?")
    terminal.expect("At any prompt")
    pick(terminal, "nobody answered?")
    write(terminal, "Go back to Ash.", "?")
    terminal.expect("At any prompt")
    write(terminal, "Go back to Ash.", "stop")
    terminal.expect("Everything up to here is kept")
    terminal.expect(pexpect.EOF)


def test_ctrl_c_keeps_everything_and_says_so(home: Path) -> None:
    terminal = child(home, "practise", "lost-message")
    pick(terminal, "nobody answered?")
    terminal.expect_exact("Go back to Ash.")
    terminal.expect(">")
    terminal.send("half a rep\x03")
    terminal.expect_exact("Stopped. Everything up to here is kept.")
    terminal.expect(pexpect.EOF)
    terminal.close()
    assert terminal.exitstatus == 130
    assert kept(home) == [("next", ""), ("spot", "ash"), ("carry-on", "")]


@pytest.mark.parametrize("more", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"PEERCOACH_PLAIN": "1"}])
def test_colour_is_never_forced_on_anybody(home: Path, more: dict[str, str]) -> None:
    terminal = child(home, "practise", "lost-message", **more)
    terminal.expect_exact("nobody answered?")
    shown = str(terminal.before)
    terminal.close(force=True)
    assert "ash" in shown
    assert re.search(r"\x1b\[[0-9;]*3[0-9]m", shown) is None


# ---- killed


def killed_after(home: Path, answers: int, wait: float) -> None:
    """Give this many answers, wait this many seconds after the last one, and kill it dead."""
    command = [*PEERCOACH, "practise", "lost-message", "--plain"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment(home))
    assert process.stdin
    assert process.stdout
    for line in LINES[:answers]:
        until_prompt(process.stdout.fileno())
        process.stdin.write(f"{line}\n".encode())
        process.stdin.flush()
    time.sleep(wait)
    process.kill()
    process.wait()
    process.stdin.close()
    process.stdout.close()


def until_prompt(fd: int) -> None:
    seen = b""
    while not seen.endswith(b"\n> "):
        got = os.read(fd, 4096)
        assert got, seen.decode()
        seen += got


def test_a_kill_at_any_point_loses_no_answer_that_was_taken(home: Path) -> None:
    """Each answer is on the disk before the next prompt is shown; the last may have come too late, but never in part."""
    expected = [
        ("next", ""), ("spot", "ash"), ("carry-on", ""), ("reply", "repost it"), ("again", ""), ("reply", KIND), ("carry-on", ""),
        ("choose", "2"), ("carry-on", ""),
    ]  # fmt: skip
    before = [1, 3, 4, 5, 6, 7]  # how many of those are in when the first, second... line is typed
    chance = random.Random(20260105)  # noqa: S311  # ten points, the same every time
    for _ in range(10):
        answers = chance.randint(1, len(before))
        killed_after(home, answers, chance.uniform(0, 0.2))
        found = kept(home)
        assert found == expected[: len(found)]
        assert len(found) >= before[answers - 1]
        with Store.open(home, lambda: datetime.now(UTC)) as store:
            for unfinished in store.unfinished():
                store.leave(unfinished)


def test_ctrl_c_at_the_gentle_question_still_shows_help_and_keeps_nothing_of_it(home: Path) -> None:
    terminal = child(home, "practise", "lost-message")
    pick(terminal, "nobody answered?")
    write(terminal, "Go back to Ash.", "i want to kill myself tonight, i cant keep safe")
    terminal.expect_exact("Which is it?")
    terminal.expect("more…")
    terminal.send("\x03")
    terminal.expect_exact("ring 999")
    terminal.expect_exact("Go gently.")
    terminal.expect(pexpect.EOF)
    terminal.close()
    assert kept(home) == [("next", ""), ("spot", "ash"), ("carry-on", "")]
