"""Prompts: plain lines that anything can answer, and questionary's on a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from peercoach.terminal.ask import Choice, Given, PlainAsker, RichAsker, asker_for
from peercoach.terminal.screen import PlainScreen

PEOPLE = (Choice("ash", "ash"), Choice("kit", "kit"), Choice("jo", "Jo (mod)"))
DOWN, UP, ENTER = "\x1b[B", "\x1b[A", "\r"


def plainly(typed: str) -> tuple[PlainAsker, StringIO]:
    out = StringIO()
    return PlainAsker(PlainScreen(out), StringIO(typed), out), out


def picked(typed: str, *, several: bool = False) -> Given:
    return plainly(typed)[0].pick("Who?", PEOPLE, several=several)


@pytest.mark.parametrize("typed", ["2\n", "kit\n", " KIT \n", "@kit\n", "2.\n"])
def test_a_list_is_answered_with_the_number_or_the_word(typed: str) -> None:
    assert picked(typed) == Given("kit")


def test_a_label_is_as_good_as_its_key() -> None:
    assert picked("jo (mod)\n") == Given("jo")


@pytest.mark.parametrize("typed", ["1, 3\n", "1 3\n", "ash and jo\n", "ash,jo,ash\n"])
def test_several_can_be_named(typed: str) -> None:
    assert picked(typed, several=True) == Given("ash,jo")


@pytest.mark.parametrize("typed", ["0\nkit\n", "4\nkit\n", "\nkit\n", "nobody\nkit\n", "²\nkit\n", "99999999\nkit\n"])
def test_what_is_not_in_the_list_is_asked_for_again(typed: str) -> None:
    asker, out = plainly(typed)
    assert asker.pick("Who?", PEOPLE) == Given("kit")
    assert "A number from 1 to 3" in out.getvalue()


@pytest.mark.parametrize("word", ["?", "hint", "skip", "stop", "help-now"])
def test_the_words_that_work_everywhere_work_at_lists_and_replies(word: str) -> None:
    assert picked(f" {word.upper()}\n") == Given(word=word)
    assert plainly(f"{word}\n")[0].write("Reply") == Given(word=word)


def test_the_end_of_the_input_is_a_stop() -> None:
    assert picked("") == Given(word="stop")
    assert plainly("")[0].write("Reply") == Given(word="stop")


def test_a_reply_is_one_line_and_a_backslash_goes_on() -> None:
    assert plainly("hi ash\\\nhow are you?\nmore\n")[0].write("Reply") == Given("hi ash\nhow are you?")


def test_an_unfinished_reply_at_the_end_of_the_input_is_not_sent() -> None:
    assert plainly("hi ash\\\n")[0].write("Reply") == Given(word="stop")


def test_a_word_inside_a_reply_is_part_of_it() -> None:
    assert plainly("please stop\n")[0].write("Reply") == Given("please stop")


def test_a_reply_that_no_file_could_hold_is_mended() -> None:
    assert plainly("hi \ud83d\n")[0].write("Reply") == Given("hi ?")


def test_streams_that_are_no_terminal_get_plain_lines() -> None:
    out = StringIO()
    assert isinstance(asker_for(PlainScreen(out), (StringIO(), out), plain=False, env={"TERM": "xterm"}), PlainAsker)


@pytest.fixture
def keys() -> Iterator[PipeInput]:
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        yield pipe


@pytest.fixture
def rich() -> RichAsker:
    return RichAsker(PlainScreen(StringIO(), 40))


def test_arrows_and_enter_pick(keys: PipeInput, rich: RichAsker) -> None:
    keys.send_text(DOWN + ENTER)
    assert rich.pick("Who?", PEOPLE) == Given("kit")


def test_the_blank_bar_marks_several(keys: PipeInput, rich: RichAsker) -> None:
    keys.send_text(" " + DOWN + DOWN + " " + ENTER)
    assert rich.pick("Who?", PEOPLE, several=True) == Given("ash,jo")


@pytest.mark.parametrize(("steps", "word"), [(0, "hint"), (1, "skip"), (2, "stop"), (3, "help-now"), (4, "?")])
def test_more_holds_the_words_that_work_everywhere(keys: PipeInput, rich: RichAsker, steps: int, word: str) -> None:
    keys.send_text(UP + ENTER + DOWN * steps + ENTER)
    assert rich.pick("Who?", PEOPLE) == Given(word=word)


def test_one_can_come_back_from_more(keys: PipeInput, rich: RichAsker) -> None:
    keys.send_text(UP + ENTER + UP + ENTER + ENTER)
    assert rich.pick("Who?", PEOPLE) == Given("ash")


def test_a_question_mark_answers_a_list(keys: PipeInput, rich: RichAsker) -> None:
    keys.send_text("?")
    assert rich.pick("Who?", PEOPLE) == Given(word="?")


def test_a_reply_is_typed_and_the_words_work_there(keys: PipeInput, rich: RichAsker) -> None:
    keys.send_text("hi ash \\" + ENTER + "you ok?" + ENTER)
    assert rich.write("Reply") == Given("hi ash \nyou ok?")
    keys.send_text("help-now" + ENTER)
    assert rich.write("Reply") == Given(word="help-now")


def test_ctrl_d_is_a_stop_and_ctrl_c_is_seen(keys: PipeInput, rich: RichAsker) -> None:
    keys.send_text("\x04")
    assert rich.write("Reply") == Given(word="stop")
    keys.send_text("\x03")
    with pytest.raises(KeyboardInterrupt):
        rich.pick("Who?", PEOPLE)


def test_what_is_too_long_for_a_row_is_shown_whole_above_the_list(keys: PipeInput) -> None:
    out = StringIO()
    rich = RichAsker(PlainScreen(out, 40))
    keys.send_text(DOWN + ENTER)
    long = "ash i scrolled up and saw yours, six hours not knowing a soul sounds shattering"
    assert rich.pick("Which?", (Choice("1", "ok"), Choice("2", long))) == Given("2")
    assert "shattering" in out.getvalue()


def test_a_sentence_said_to_a_list_is_met_with_a_way_to_help() -> None:
    asker, out = plainly("i dont feel good today\nkit\n")
    asker.pick("Who?", PEOPLE)
    assert "help-now" in out.getvalue()
