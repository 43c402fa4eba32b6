"""When a reply may be about the learner, as they meet it: a small screen, plain lines, the end of the input, Ctrl-C."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pexpect
import pytest
from rich.console import Console
from rich.theme import Theme

from peercoach.cli.room import help_routes
from peercoach.terminal import care_view
from peercoach.terminal.screen import STYLES, PlainScreen, RichScreen, Screen
from tests.cli.running import PEERCOACH, environment, run, with_scenario

AT_RISK = "i want to die tonight"
LINES = 24
MENU = 7
"""The longest question that follows: a heading, the prompt, three ways on, `more…`, and the line below it."""


@pytest.fixture
def home(own_home: Path) -> Path:
    return with_scenario(own_home)


def shown(screen: Screen, out: StringIO, *, said: str) -> list[str]:
    screen.show(*care_view.help_shown(said, help_routes()))
    return out.getvalue().strip("\n").split("\n")


@pytest.mark.parametrize("columns", [40, 80])
@pytest.mark.parametrize("said", [care_view.ABOUT_ME, care_view.NOT_SAY, ""])
def test_help_and_the_question_after_it_fit_on_one_screen(columns: int, said: str) -> None:
    plain, drawn = StringIO(), StringIO()
    console = Console(file=drawn, width=columns, theme=Theme(STYLES), color_system=None)
    for lines in (shown(PlainScreen(plain, columns), plain, said=said), shown(RichScreen(console), drawn, said=said)):
        assert len(lines) + MENU <= LINES
        assert max(map(len, lines)) <= columns


def test_there_are_at_most_four_routes_and_one_is_for_being_unsafe_now() -> None:
    routes = [block.text() for block in help_routes()]  # type: ignore[union-attr]  # routes are paragraphs
    assert len(routes) <= 4
    assert "999" in routes[0]


def test_it_says_what_it_is_and_promises_nothing() -> None:
    words = " ".join(block.text() for block in care_view.help_shown(care_view.ABOUT_ME, help_routes()))  # type: ignore[union-attr]  # paragraphs
    assert "Nobody has been told, and I can't call anyone. I may miss things." in words
    assert "tell someone near you" in words
    for never in ("safe", "detect", "risk", "score", "fail"):
        assert never not in words.lower()


def test_a_plain_sentence_typed_into_a_list_is_not_only_told_to_be_a_number(home: Path) -> None:
    out = run(home, "practise", "lost-message", typed=f"{AT_RISK}\nstop\n").stdout
    assert "it matters more than this" in out
    assert "help-now" in out
    assert AT_RISK not in out


@pytest.mark.parametrize("typed", ["something else entirely"])
def test_other_lines_are(home: Path, typed: str) -> None:
    out = run(home, "practise", "lost-message", typed=f"{typed}\nstop\n").stdout
    assert "A number from 1 to" in out
    assert "matters more" not in out


@pytest.mark.parametrize("rest", ["", "1\n", "help-now\n"])
def test_when_the_input_ends_there_help_has_been_shown_and_nothing_is_told_off(home: Path, rest: str) -> None:
    done = run(home, "practise", "lost-message", typed=f"ash\n{AT_RISK}\n{rest}")
    assert (done.returncode, done.stderr) == (0, "")
    assert "ring 999" in done.stdout
    assert "Nobody has been told" in done.stdout
    assert "of 100" not in done.stdout
    assert "Everything up to here is kept" not in done.stdout


def test_progress_and_exports_look_as_if_it_had_never_been_typed(home: Path) -> None:
    def after(typed: str, name: str) -> tuple[str, list[object]]:
        there = with_scenario(home / name)
        run(there, "practise", "lost-message", typed=typed)
        exported = json.loads(run(there, "data", "export").stdout)
        answers = [[(each["kind"], each["value"]) for each in one["answers"]] for one in exported["runs"]]
        return run(there, "progress").stdout, answers

    assert after(f"ash\n{AT_RISK}\n1\nbreak\n", "with") == after("ash\nstop\n", "without")


# ---- a real terminal


@pytest.fixture
def terminal(home: Path) -> Iterator[pexpect.spawn]:
    env = environment(home, PROMPT_TOOLKIT_NO_CPR="1")
    args = [*PEERCOACH[1:], "practise", "lost-message"]
    child = pexpect.spawn(sys.executable, args, env=env, dimensions=(24, 40), encoding="utf-8", timeout=20)
    child.expect("more…")
    child.send("\r")
    child.expect_exact("Go back to Ash.")
    child.expect(">")
    child.send(f"{AT_RISK}\r")
    child.expect("Which is it")
    child.expect("more…")
    yield child
    child.close(force=True)


def test_a_break_is_the_first_thing_offered_and_ends_gently(terminal: pexpect.spawn) -> None:
    terminal.send("\r")
    terminal.expect_exact("Thank you for saying so.")
    terminal.expect("999")
    terminal.expect_exact("What would be good now?")
    terminal.expect("» .*a break, or stop for today")
    terminal.expect("more…")
    terminal.send("\r")
    terminal.expect_exact("Go gently.")
    terminal.expect(pexpect.EOF)
    terminal.close()
    assert terminal.exitstatus == 0


def test_ctrl_c_at_the_offer_is_a_break_too(terminal: pexpect.spawn) -> None:
    terminal.send("\x1b[B\x1b[B\r")
    terminal.expect_exact("you don't have to say")
    terminal.expect_exact("What would be good now?")
    terminal.expect("more…")
    terminal.send("\x03")
    terminal.expect_exact("Go gently.")
    terminal.expect(pexpect.EOF)
    assert "is kept" not in str(terminal.before)
