"""Each rule of the lint: what it tells, where, and what it leaves alone."""

from __future__ import annotations

import pytest

from peercoach.keep.places import package_text
from peercoach.scenario.faults import Fault
from peercoach.scenario.known import Known, known
from peercoach.scenario.lint import RULES, lint
from tests.scenario.texts import EVERY_STEP, WHOLE, broken, scenario

KNOWN = Known(frozenset({"116123", "85258", "08001111"}), {"08457909090": "replaced by 116 123"}, ("one-to-one", "text-only"))


def found(text: str, services: Known | None = KNOWN) -> list[str]:
    """Every fault the rules find, as `line:col rule`."""
    return [f"{fault.line}:{fault.col} {fault.rule}" for fault in lint(scenario(text), text, services)]


def fault(text: str) -> Fault:
    (only,) = lint(scenario(text), text, KNOWN)
    return only


def spoken(words: str) -> str:
    """The good file with something more said in its chat."""
    return broken("omg the final yes", f"omg the final yes {words}")


def test_a_good_file_has_nothing_to_mend() -> None:
    assert found(WHOLE) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("id: back-to-ash", "id: back-to-ash\n    goto: spot-2", "25:5 no-way-out"),
        ("    answer: ash\n", "    answer: ash\n    goto: end\n", "24:5 unreached"),
        ("answer: ash", "answer: jo", "20:5 silent-answer"),
        ("      - strong: |", "      - developing: |", "37:5 no-strong-example"),
        ("      - What did Ash say?", "      - an induction with not a soul you know sounds shattering", "35:9 hint-gives-away"),
        ("    hints:\n      - What did Ash say?\n      - Start with their name.\n", "", "23:5 no-hint"),
        ("misses: [notice, hear]", "misses: [hear]", "27:9 untried-line"),
        ("shows: [notice, hear, induction]", "shows: [notice, hear]", "30:9 untried-line"),
        ("        says: picks up the induction day\n", "", "30:9 unnamed-point"),
        ("content: [loneliness]", "content: [lonelines]", "6:11 content-word"),
    ],
)
def test_what_teaches_less_or_leads_nowhere_is_told(old: str, new: str, told: str) -> None:
    assert told in found(broken(old, new))


def test_too_few_examples_and_no_weak_one() -> None:
    start, end = WHOLE.index("      - needs-work: |"), WHOLE.index("    then:")
    told = found(WHOLE[:start] + WHOLE[end:])
    assert "37:5 few-examples" in told
    assert "37:5 no-weak-example" in told


def test_a_line_that_can_only_help_need_not_be_missed() -> None:
    text = broken("misses: [notice, hear]", "misses: [hear]")
    assert found(broken("        weight: 2\n", "        optional: true\n", text)) == []


def test_a_loop_with_a_way_out_is_fine() -> None:
    assert found(broken('chat: "ash: yeah"', 'chat: "ash: yeah"\n        goto: spot-2')) == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("ring 0800 123 4567", "17:35 unknown-number"),
        ("text 12345", "17:35 unknown-number"),
        ("ring 08457 90 90 90", "17:35 retired-number"),
        ("i am 45 kg now", "17:35 unsafe-detail"),
        ("took 20 tablets", "17:35 unsafe-detail"),
        ("he committed suicide", "17:33 better-words"),
    ],
)
def test_what_could_hurt_is_told_where_it_is_said(words: str, told: str) -> None:
    assert told in found(broken("content: [loneliness]", "content: [suicide]", spoken(words)))


FINE_NUMBERS = ("ring 116 123", "text THEMIX to 85258", "0800 1111", "0800 1111. 116 123", "999 or 111", "at 8.10 pm", "£10000")
ORDINARY = ("that killed me lol", "i beat him at fifa", "harmless", "eating crisps", "scrambling to catch up", "cut my hair")


@pytest.mark.parametrize("words", [*FINE_NUMBERS, "in 2024 2025", "the 1st of 31", "omg 12 calls"])
def test_numbers_that_are_fine_are_left_alone(words: str) -> None:
    assert found(spoken(words)) == []


def test_without_the_directory_no_number_is_checked() -> None:
    assert found(spoken("ring 0800 123 4567"), None) == []


def test_a_number_in_a_note_to_authors_is_left_alone() -> None:
    assert found("# checked with 0800 123 4567\n" + WHOLE) == []


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("i want to die", "suicide"),
        ("she talks about suicide", "suicide"),
        ("i keep hurting myself", "self-harm"),
        ("self harm stuff", "self-harm"),
        ("skipped lunch again, havent eaten", "eating"),
        ("my stepdad hits me", "abuse"),
    ],
)
def test_hard_talk_needs_a_content_note(words: str, topic: str) -> None:
    text = broken("content: [loneliness]\n", "", spoken(words))
    only = fault(text)
    assert (only.rule, only.severity, only.line) == ("no-content-note", "error", 16)
    assert topic in only.message
    left_out = fault(spoken(words))
    assert (left_out.rule, left_out.severity, left_out.line) == ("content-left-out", "advice", 17)
    assert found(broken("content: [loneliness]", f"content: [{topic}]", spoken(words))) == []


@pytest.mark.parametrize("words", ORDINARY)
def test_ordinary_talk_needs_no_content_note(words: str) -> None:
    assert found(broken("content: [loneliness]\n", "", spoken(words))) == []


def test_hurtful_words_are_an_error_in_our_own_voice_and_allowed_in_a_weak_example() -> None:
    assert found(broken("Ash said something hard.", "Her friend committed suicide.")) == ["21:25 hurtful-words"]
    assert found(broken("its only college", "did he commit suicide")) == []


def test_need_tags_are_the_directorys() -> None:
    assert "unknown-need" in " ".join(found(broken("[one-to-one, text-only]", "[one-to-on, text-only]", EVERY_STEP)))
    assert "unknown-need" not in " ".join(found(EVERY_STEP))


def test_the_packaged_directory_is_known() -> None:
    services = known(package_text("coaching/services.yaml"))
    assert {"116123", "85258", "08001111"} <= services.numbers
    assert "08457909090" in services.retired
    assert "one-to-one" in services.needs


def test_every_rule_has_a_name_of_its_own_and_says_what_it_wants() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(rule.wants.endswith((".", ":")) or rule.wants for rule in RULES)
