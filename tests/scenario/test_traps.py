"""Text that YAML would misread, cut or refuse is told where it stands, and `fixed` writes what was meant."""

from __future__ import annotations

import pytest

from peercoach.scenario.format import ReplyStep
from peercoach.scenario.traps import fixed
from tests.scenario.texts import WHOLE, broken, said, scenario, told

BLOCK = "needs-work: |\n          sorry chats busy"
TEXTS = [
    ("@ash hi", "41:21 yaml-start"),
    ("*nods* yes", "41:21 yaml-start"),
    ("*nods*", "41:21 yaml-start"),
    ("[hug] you ok", "41:21 yaml-start"),
    ("[hug]", "41:21 yaml-start"),
    ("[hug you", "41:21 yaml-start"),
    ("{a, b} x", "41:21 yaml-start"),
    ("{a, b}", "41:21 yaml-start"),
    ('"hi" she said', "41:21 yaml-start"),
    ("'cos i can't", "41:21 yaml-start"),
    ('"hi', "41:21 yaml-start"),
    ('"back\\qslash"', "41:21 yaml-start"),
    ("hi: there", "41:23 yaml-colon"),
    ("so she said:", "41:32 yaml-colon"),
    ("hi #mood", "41:24 yaml-hash"),
    ("#mood", "41:21 yaml-hash"),
    ("%50 off", "41:21 yaml-start"),
    ("`x`", "41:21 yaml-start"),
    ("&c hi", "41:21 yaml-start"),
    ("!wow", "41:21 yaml-start"),
    ("!!! what", "41:21 yaml-start"),
    ("? what", "41:21 yaml-start"),
    ("- what", "41:21 yaml-start"),
    ("| hi", "41:21 yaml-start"),
    (">:( hi", "41:21 yaml-start"),
]
FINE = (
    *("no", "12:30", "hi  # a note to authors", "?, what", "why?, because", "a & b"),
    *("hi! you", "it's ok", "-_-", "x:y", ":)", "😀 hi"),
)


def with_text(text: str) -> str:
    return broken(BLOCK, f"needs-work: {text}")


def second_example(text: str) -> str:
    reply = scenario(text).steps[2]
    assert isinstance(reply, ReplyStep)
    return reply.examples[1].text


@pytest.mark.parametrize("text", FINE)
def test_harmless_text_on_one_line_is_kept(text: str) -> None:
    assert told(with_text(text)) == []
    assert second_example(with_text(text)) == text.split("  #")[0]


@pytest.mark.parametrize(("text", "fault"), TEXTS)
def test_text_that_yaml_misreads_is_told_once(text: str, fault: str) -> None:
    assert told(with_text(text)) == [fault]


@pytest.mark.parametrize(("text", "fault"), TEXTS)
def test_fix_writes_what_was_meant(text: str, fault: str) -> None:
    assert fault
    assert second_example(fixed(with_text(text))) == text


def test_a_word_after_a_hash_may_be_a_note_so_it_is_advice() -> None:
    text = with_text("hi # there")
    assert told(text) == ["41:24 yaml-hash"]
    assert second_example(text) == "hi"
    assert fixed(text) == text


def test_reading_goes_on_behind_a_trap() -> None:
    text = broken("skill: hear\n", "skill: hera\n", with_text("@ash hi"))
    text = broken("if: strong", "if: srong", text)
    assert told(text) == ["29:16 unknown-skill", "41:21 yaml-start", "48:13 unknown-band"]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("    to: ash\n", "\tto: ash\n", "25:1 yaml-tab"),
        ("    to: ash\n", "      to: ash\n", "25:7 yaml-indent"),
        ("    to: ash\n", "   to: ash\n", "25:4 yaml-indent"),
        ("  - spot:", "   - spot:", "19:4 yaml-indent"),
        ("      - needs-work:", "     - needs-work:", "41:6 yaml-indent"),
        ("      kit: omg", "     kit: omg", "17:6 yaml-indent"),
        ("      kit: omg", "\tkit: omg", "17:1 yaml-tab"),
        ("    to: ash\n", "    to:ash\n", "25:8 yaml-space"),
        ("    to: ash\n", "    to ash\n", "25:7 yaml-space"),
        ("          sorry chats busy", "        sorry chats busy", "42:9 yaml-indent"),
        ("  - chat: |\n", "  - chat:\n", "14:5 yaml-bar"),
        ("      - else:\n", "      - else\n", "53:13 yaml-space"),
        ("    then:\n", "    then\n", "48:9 yaml-space"),
        ("    rubric:\n", "    rubric\n", "26:11 yaml-space"),
    ],
)
def test_a_line_in_the_wrong_place_is_told_and_put_right(old: str, new: str, fault: str) -> None:
    text = broken(old, new)
    assert told(text) == [fault]
    assert scenario(fixed(text)) == scenario()


def test_a_file_indented_with_tabs_is_told_once() -> None:
    text = broken("    answer: ash\n    because: Ash said something hard.", "\tanswer: ash\n\tbecause: Ash said something hard.")
    assert told(text) == ["20:1 yaml-tab"]
    assert scenario(fixed(text)) == scenario()


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("college}", "college, honestly}", "9:51 yaml-comma"),
        ("college}", "college", "9:8 yaml"),
        ('"first day"', '"first day" "x"', "32:38 yaml"),
        ("      - What did Ash say?", "      - Say: what", "35:12 yaml-colon"),
        ("      - What did Ash say?", "      - [a b] c", "35:9 yaml-start"),
        ("      - What did Ash say?", "      - *nods*", "35:9 yaml-start"),
        ("title: Nobody", 'title: "Nobody', "2:8 yaml-start"),
        ("title: Nobody", "---\ntitle: Nobody", "2:1 yaml"),
        ("    answer: ash\n", "    answer: ash\n    nonsense\n", "21:5 yaml"),
    ],
)
def test_other_slips_of_yaml(old: str, new: str, fault: str) -> None:
    assert told(broken(old, new)) == [fault]


def test_a_colon_too_many_in_braces_is_told_there_with_what_to_do() -> None:
    text = broken("about: three weeks", "about: college: three weeks")
    assert told(text) == ["9:32 yaml"]
    assert "put quotes round text with a colon" in said(text)


def test_references_merges_and_tags_are_refused() -> None:
    assert told(broken("  kit: {}", "  kit: &a {}\n  bo: *a")) == ["10:8 yaml-alias"]
    assert told(broken("  kit: {}", "  kit:\n    <<: {age: 17}")) == ["11:5 yaml-alias"]
    assert told(broken("level: 1", "level: !!int 1")) == ["5:8 yaml-tag"]
    assert told(broken("level: 1", "level: !!python/object:os.system x")) == ["5:8 yaml-tag"]


def test_a_message_says_what_to_do() -> None:
    assert "put | after the key and the text on the next line" in said(with_text("@ash hi"))
    assert "peercoach scenario check --fix" in said(with_text("@ash hi"))


def test_fix_leaves_a_file_alone_that_needs_nothing() -> None:
    assert fixed(WHOLE) == WHOLE
    assert fixed(WHOLE.replace("\n", "\r\n")) == WHOLE.replace("\n", "\r\n")
