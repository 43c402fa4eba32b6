"""Plain and drawn screens say the same, at any width, and never by colour alone."""

from __future__ import annotations

from collections.abc import Callable
from io import StringIO

import pytest
from rich.cells import cell_len
from rich.console import Console
from rich.theme import Theme

from peercoach.coaching.feedback import Careful, Feedback, Landed
from peercoach.coaching.moment import Next, PointLine, Result, Rubric
from peercoach.practice.values import Scored
from peercoach.scenario.format import Example, Line
from peercoach.terminal.chat_view import chat, name_list, opening
from peercoach.terminal.feedback_view import examples, scored
from peercoach.terminal.screen import STYLES, PlainScreen, RichScreen, screen_for
from peercoach.terminal.words import Block, para
from tests.practice.talks import WHOLE

LINES = (Line("kit", "final tonight!"), Line("kit", "omg"), Line("", "moss joined"), Line("ash", "six hours " * 12))
FEEDBACK = Feedback(
    (Landed("hear", "that sounds lonely", "You named the feeling."),),
    Next("ask", "It might help to ask how tonight is."),
    (Careful("fixing", "just join a club", "Advice came before hearing."),),
    ("You asked this time.",),
)
RESULT = Scored("a reply", Result(62, "developing"), FEEDBACK, 2, "check-in", ("gave her one small thing to do",))


def drawn(*blocks: Block, width: int = 80, color: bool = False) -> str:
    out = StringIO()
    console = Console(
        file=out, width=width, color_system="truecolor" if color else None, force_terminal=color, theme=Theme(STYLES)
    )
    RichScreen(console).show(*blocks)
    return out.getvalue()


def plain(*blocks: Block, width: int | None = 80) -> str:
    out = StringIO()
    PlainScreen(out, width).show(*blocks)
    return out.getvalue()


def test_chat_looks_like_a_chat_with_a_gap_between_speakers() -> None:
    assert plain(*chat(LINES[:3], WHOLE)) == "\nkit: final tonight!\nkit: omg\n\n* moss joined\n"


def test_feedback_says_the_band_in_words_and_quotes_the_learner() -> None:
    assert plain(*scored(RESULT)) == (
        "\ndeveloping, 62 of 100\n"
        "\nWhat changed\n- You asked this time.\n"
        "\nWhat landed\n  “that sounds lonely”\n    You named the feeling.\n"
        "\nCareful\n  “just join a club”\n    Advice came before hearing.\n"
        "\nOne thing to try\n  It might help to ask how tonight is.\n"
        "\nAsk yourself: have you\n- gave her one small thing to do?\n"
        "\nIf any of this is close to home, help-now is there at any time, just for you.\n"
    )


def test_harmful_is_called_could_hurt() -> None:
    shown = plain(*scored(Scored("x", Result(5, "harmful"), Feedback(), 1)))
    assert shown == "\ncould hurt, 5 of 100\n"


@pytest.mark.parametrize("width", [40, 80, 120])
def test_both_screens_say_the_same_words(width: int) -> None:
    blocks = (*opening(WHOLE), *chat(LINES, WHOLE), *scored(RESULT))
    assert drawn(*blocks, width=width).split() == plain(*blocks, width=width).split()


@pytest.mark.parametrize("show", [drawn, plain])
def test_forty_columns_are_enough(show: Callable[..., str]) -> None:
    shown = show(*opening(WHOLE), *chat(LINES, WHOLE), *scored(RESULT), *examples(EXAMPLES, RUBRIC), width=40)
    assert max(map(cell_len, shown.splitlines())) <= 40


RUBRIC = Rubric((PointLine("six", "picks up the six hours"),))
EXAMPLES = (
    Example(("strong",), "that sounds so lonely ash " * 3, ("hear",)),
    Example(("needs-work",), "repost it", (), ("hear", "six")),
)


def test_examples_stand_side_by_side_where_there_is_room() -> None:
    wide, narrow = drawn(*examples(EXAMPLES, RUBRIC), width=90), drawn(*examples(EXAMPLES, RUBRIC), width=50)
    assert any("repost it" in line and "lonely" in line for line in wide.splitlines())
    assert not any("repost it" in line and "lonely" in line for line in narrow.splitlines())


def test_markup_in_what_people_wrote_is_only_text() -> None:
    assert "[red]hi[/red] :smile:" in drawn(*chat((Line("kit", "[red]hi[/red] :smile:"),), WHOLE), color=True)


def test_every_name_keeps_its_colour() -> None:
    first, second = (drawn(*chat((Line("ash", text),), WHOLE), color=True).split("ash:")[0] for text in ("one", "two"))
    assert first == second
    assert "\x1b[" in first


def test_without_a_width_a_plain_paragraph_is_one_line() -> None:
    assert plain(para("word " * 60), width=None).count("\n") == 1


def test_a_stream_that_is_no_terminal_is_plain() -> None:
    assert isinstance(screen_for(StringIO(), plain=False, env={"TERM": "xterm"}), PlainScreen)


def test_names_are_listed_as_people_say_them() -> None:
    assert [name_list(names) for names in ((), ("ash",), ("ash", "kit"), ("ash", "kit", "jo"))] == [
        "", "ash", "ash and kit", "ash, kit and jo"
    ]  # fmt: skip


def test_what_an_example_shows_and_misses_is_said_in_words() -> None:
    assert "misses: hear, picks up the six hours\n" in plain(*examples(EXAMPLES, RUBRIC))
