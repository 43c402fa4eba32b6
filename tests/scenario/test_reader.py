"""A file that can be read becomes the scenario as typed; a broken one names each fault once, where it would be mended."""

from __future__ import annotations

import pytest

from peercoach.coaching.moment import PointLine, Rubric, SkillLine
from peercoach.scenario.format import (
    ChatStep,
    ChooseStep,
    Line,
    Option,
    Person,
    ReplyStep,
    SignpostStep,
    SpotStep,
    Then,
)
from peercoach.scenario.format import Test as Condition
from peercoach.scenario.reader import read
from tests.scenario.texts import EVERY_STEP, WHOLE, broken, said, scenario, told

BROKEN = [
    # names
    ("skill: hear\n", "skill: hera\n", "29:16 unknown-skill"),
    ("misses: [notice, hear]", "misses: [notice, haer]", "43:26 unknown-skill"),
    ("shows: [notice, hear, induction]", "shows: [notice, hear, induktion]", "40:31 unknown-skill"),
    ("watch: [minimising,", "watch: [minimizing,", "33:13 unknown-pitfall"),
    ("if: {falls-into: fixing}", "if: {falls-into: fixin}", "51:26 unknown-pitfall"),
    ("if: strong", "if: strnog", "49:13 unknown-band"),
    ("- needs-work: |", "- weak: |", "41:9 unknown-key"),
    ("answer: ash", "answer: ahs", "20:13 unknown-person"),
    ("    to: ash", "    to: [ash, kip]", "25:15 unknown-person"),
    ("      kit: omg", "      kitt: omg", "17:7 unknown-person"),
    ('chat: "ash: thanks"', 'chat: "asj: thanks"', "50:16 unknown-person"),
    ("id: back-to-ash", "goto: back", "24:11 unknown-step"),
    ("id: back-to-ash", "goto: chat-2", "24:11 unknown-step"),
    # keys
    ("    because:", "    becuase:", "21:5 unknown-key"),
    ("      - needs-work: |", "      - needs-wrok: |", "41:9 unknown-key"),
    ("steps:\n", "stpes:\n", "13:1 unknown-key"),
    ("people:\n", "peple:\n", "8:1 unknown-key"),
    ("  - spot: Whose", "  - spt: Whose", "19:5 unknown-key"),
    ("      - skill: notice", "      - skil: notice", "27:9 unknown-key"),
    ("{age: 17,", "{aeg: 17,", "9:9 unknown-key"),
    ("if: {falls-into:", "if: {fals-into:", "51:14 unknown-key"),
    ("    to: ash\n", "", "23:5 missing-key"),
    ("level: 1\n", "", "1:1 missing-key"),
    ("    answer: ash\n", "", "19:5 missing-key"),
    ("      - if: strong\n        chat:", "      - chat:", "49:9 missing-key"),
    ("      - else:\n        chat:", "      - chat:", "53:9 missing-key"),
    ('        chat: "ash: thanks"\n', "", "49:9 missing-key"),
    ('        any: ["induct*", "first day"]\n', "", "30:9 missing-key"),
    ("    to: ash\n", "    to: ash\n    to: kit\n", "26:5 double-key"),
    ("  kit: {}\n", "  kit: {}\n  kit: {}\n", "11:3 double-key"),
    ("  - spot:", "  - note: x\n    spot:", "20:5 two-kinds"),
    ("      - skill: hear", "      - skill: hear\n        point: p", "29:9 two-kinds"),
    ("    then:\n", "", "48:9 missing-key"),
    ("{age: 17,", "{age:17,", "9:13 yaml-space"),
    # values
    ("level: 1", "level: 5", "5:8 number"),
    ("level: 1", "level: one", "5:8 number"),
    ("peercoach: 1", "peercoach: 2", "1:12 number"),
    ("weight: 2", "weight: 0", "28:17 number"),
    ("for: member", "for: memer", "4:6 choice"),
    ("role: moderator", "role: mod", "11:14 choice"),
    ("    because: Ash said something hard.", "    because:", "21:5 empty"),
    ("content: [loneliness]", "content: []", "6:10 empty"),
    ("id: back-to-ash", "id: Back to Ash", "24:9 slug"),
    ("id: back-to-ash", "id: end", "24:9 name"),
    ("id: back-to-ash", "id: spot-2", "24:9 double-name"),
    ("      - skill: hear", "      - skill: notice", "29:9 double-name"),
    ("      - point: induction", "      - point: share\n        any: x\n      - point: induction", "30:9 double-name"),
    ("  jo: {role", "  you: {role", "11:3 name"),
    ("  jo: {role: moderator}", "  jo: moderator", "11:7 kind"),
    ("if: strong", "if: {shows: hear, misses: ask}", "49:13 kind"),
    ("      - skill: notice\n        weight: 2", "      - notice", "27:9 kind"),
    ("      - else:\n        chat:", "      - else:", "53:15 kind"),
    ("shows: [notice, hear, induction]", "shows: [notice, hear]\n        misses: [hear]", "38:9 contradiction"),
    ("      - if: strong\n", "      - else:\n", "49:9 else-last"),
    ('"induct*"', '"induct* | "', "32:24 pattern"),
    # chat
    ("      kit: omg the", "      omg the", "17:7 chat"),
    ("      kit: omg the", "    kit: omg the", "17:5 unknown-key"),
    ("      kit: omg the", "      https://omg.the", "17:7 chat"),
    ("if: {falls-into: fixing}", "if: falls-into: fixing", "51:23 yaml-colon"),
    ("  - chat: |\n", "  - chat: >\n", "14:11 yaml-bar"),
    ("  - chat: |\n", "  - chat:\n", "14:5 yaml-bar"),
]


@pytest.mark.parametrize(("old", "new", "fault"), BROKEN, ids=[f"{fault} {new.strip()[:30]}" for _, new, fault in BROKEN])
def test_one_cause_is_one_fault_where_it_would_be_mended(old: str, new: str, fault: str) -> None:
    assert told(broken(old, new)) == [fault]


def test_every_fault_comes_out_at_once_in_order() -> None:
    text = broken("level: 1", "level: 9")
    text = broken("answer: ash", "answer: ahs", text)
    text = broken("skill: hear\n", "skill: hera\n", text)
    text = broken("if: strong", "if: srong", text)
    assert told(text) == ["5:8 number", "20:13 unknown-person", "29:16 unknown-skill", "49:13 unknown-band"]


def test_somebody_left_out_of_people_is_told_once_however_much_they_say() -> None:
    text = broken("  kit: {}\n", "  bo: {}\n")
    assert told(text) == ["15:7 unknown-person"]
    assert 'add "kit: {}" under people' in said(text)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("skill: hear\n", "skill: hera\n", 'skill "hera" is not a skill; did you mean "hear"?'),
        ("    to: ash\n", "", 'step back-to-ash has no "to"'),
        ("    answer: ash\n", "", 'step spot-2 has no "answer"'),
        ("id: back-to-ash", "goto: chat-2", 'step reply-3 goes to "chat-2", and no step has that id; did you mean "chat-1"?'),
        ("    to: ash\n", "    to: ash\n    to: kit\n", '"to" is here twice (first on line 25)'),
        ("  kit: {}\n  jo: {role", "  kit: {}\n  jo: {rol", 'jo has no use for "rol"; did you mean "role"?'),
        ("title: Nobody answered Ash\n", "", 'the scenario has no "title" (title: what it is called)'),
    ],
)
def test_a_fault_names_things_as_the_trainer_does(old: str, new: str, words: str) -> None:
    assert words in said(broken(old, new))


def test_an_empty_file_and_one_that_is_no_scenario() -> None:
    assert told("") == ["1:1 empty"]
    assert told("# only a note\n") == ["1:1 empty"]
    assert told("- a\n- b\n") == ["1:1 kind"]
    assert told("hello\n") == ["1:1 kind"]


def test_a_signpost_that_is_written_needs_a_rubric_and_examples() -> None:
    text = broken("    by: text\n", "    by: text\n    how: reply\n", EVERY_STEP)
    assert told(text) == ["39:5 missing-key", "39:5 missing-key"]


@pytest.mark.parametrize("typed", ["NO", "12:30", "010", "1e3", "null", "~", "yes", "2026-11-22", "0x1F", ".5"])
def test_text_is_kept_as_typed(typed: str) -> None:
    assert scenario(broken("title: Nobody answered Ash", f"title: {typed}")).title == typed


def test_every_kind_of_step() -> None:
    chat, spot, choose, reply, signpost, *rest = scenario(EVERY_STEP).steps
    said_lines = (Line("sol", "cant sleep @kit are you here"), Line("", "moss joined"), Line("you", "hi @sol"))
    assert chat == ChatStep(id="chat-1", line=10, chat=said_lines)
    assert spot == SpotStep(id="spot-2", line=15, spot="Who cannot sleep?", answer=("sol", "kit"))
    warm = Option("hi sol", "strong", "It is warm.", (Line("sol", "hi"),), "help")
    wait = Option("(wait)", "needs-work", "Nobody answers.")
    assert choose == ChooseStep(id="choose-3", line=17, choose="What now?", to=("sol",), options=(warm, wait))
    assert isinstance(reply, ReplyStep)
    assert reply.rubric == Rubric((SkillLine("hear"),), allow=("fixing",))
    assert reply.check_yourself == ("gave them one small thing to do",)
    assert reply.examples[0].bands == ("strong", "developing")
    tests = (Condition(bands=("strong",)), Condition(shows=("hear", "ask")), Condition(misses=("hear",)))
    assert reply.then == (Then(tests, goto="end"),)
    assert isinstance(signpost, SignpostStep)
    assert (signpost.id, signpost.need, signpost.time, signpost.by) == ("help", ("one-to-one", "text-only"), "02:00", "text")
    assert [step.id for step in rest] == ["later-6", "reflect-7", "note-8"]


def test_a_rubric_has_skills_and_points_with_weights() -> None:
    reply = scenario().steps[2]
    assert isinstance(reply, ReplyStep)
    point = PointLine("induction", "picks up the induction day", ("induct*", "first day"))
    assert reply.rubric.lines == (SkillLine("notice", 2), SkillLine("hear"), point)
    assert reply.rubric.watch == ("minimising", "fixing")


def test_what_is_left_out_has_a_default() -> None:
    small = scenario(EVERY_STEP)
    assert small.people[1] == Person("kit")
    assert (small.place, small.content) == ("", ())
    assert 1 <= small.minutes <= 60


def test_one_text_is_taken_where_a_list_is_wanted() -> None:
    assert scenario(broken("content: [loneliness]", "content: loneliness")).content == ("loneliness",)


def test_the_id_is_the_files_name() -> None:
    reading = read(WHOLE, "nobody-answered-ash")
    assert reading.scenario is not None
    assert reading.scenario.id == "nobody-answered-ash"


def test_windows_line_ends_and_a_byte_order_mark_change_nothing() -> None:
    assert scenario("\ufeff" + WHOLE.replace("\n", "\r\n")) == scenario()
