"""Each rule of the lint: what it tells, where, and what it leaves alone."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from peercoach.keep.places import package_text
from peercoach.scenario import faults
from peercoach.scenario.faults import Fault
from peercoach.scenario.known import Known, known
from peercoach.scenario.lint import RULES, every_rule, lint, rules_as_markdown
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
        ("      - What did Ash say?", "      - Ash, hours with not a soul you know, what is that like?", "35:9 hint-gives-away"),
        ("sorry chats busy", "Its only - COLLEGE!", "45:11 copied-example"),
        ('chat: "ash: its fine"', 'chat: "ash: its fine"\n        goto: back-to-ash', "55:9 round-again"),
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


def test_examples_that_share_a_few_words_are_no_copies() -> None:
    assert found(broken("sorry chats busy", "sorry its only chat")) == []


def test_two_options_that_say_the_same_are_told() -> None:
    assert "25:14 copied-example" in found(broken("say: (wait)", "say: Hi, Sol!", EVERY_STEP))


@pytest.mark.parametrize(("messages", "told"), [(20, []), (21, ["14:5 long-chat"])])
def test_a_long_chat_is_told_with_its_number(messages: int, told: list[str]) -> None:
    text = broken("      kit: omg the final yes\n", "      kit: and\n" * (messages - 2))
    assert found(text) == told
    assert all(f"{messages} messages" in each.message for each in lint(scenario(text), text))


def test_a_chat_of_few_but_endless_messages_is_long_too() -> None:
    assert found(spoken("and then " * 130)) == ["14:5 long-chat"]


def test_a_condition_that_never_comes_true_does_not_keep_anybody_going_round() -> None:
    """An else that leads back means that whoever doesn't get it right is asked for ever."""
    back = broken('chat: "ash: its fine"', 'chat: "ash: its fine"\n        goto: spot-2')
    assert "round-again" in " ".join(found(back))
    assert "round-again" not in " ".join(found(broken('chat: "ash: thanks"', 'chat: "ash: thanks"\n        goto: spot-2')))


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


@pytest.mark.parametrize("words", ["failed attempt", "successful suicide", "a suicide pact"])
def test_old_words_about_suicide_are_errors_in_our_own_voice(words: str) -> None:
    text = broken("Ash said something hard.", f"It was about {words}, a suicide.", broken("[loneliness]", "[suicide]"))
    assert [fault.rule for fault in lint(scenario(text), text)] == ["hurtful-words"]


@pytest.mark.parametrize(
    "words",
    [
        "it was a cry for help",
        "shes attention-seeking",
        "proper manipulative",
        "hes a schizo",
        "an anorexic",
        "the self harmers",
        "he threatened suicide",
        "she completed suicide",
        "ten weeks clean of self harm",
    ],
)
def test_kinder_words_are_offered_in_the_chat_as_well(words: str) -> None:
    text = broken("content: [loneliness]", "content: [suicide, self-harm, eating]", spoken(words))
    found = lint(scenario(text), text)
    assert [fault.rule for fault in found] == ["better-words"]
    assert found[0].hint.startswith("as in: ")


@pytest.mark.parametrize("words", ["keep it clean lol", "cleaned my room", "a failed attempt at a joke", "my attention span"])
def test_the_same_words_meaning_something_else_are_left_alone(words: str) -> None:
    assert found(spoken(words)) == []


@pytest.mark.parametrize("words", ["size zero", "my goal weight", "she hung herself", "jumped off a bridge", "overdosed on them"])
def test_sizes_and_methods_are_errors_even_in_a_weak_example(words: str) -> None:
    text = broken("its only college", f"its only college {words}", broken("[loneliness]", "[suicide, eating]"))
    assert [(fault.line, fault.rule) for fault in lint(scenario(text), text)] == [(45, "unsafe-detail")]


def test_bereavement_and_drugs_are_advice_where_no_note_names_them() -> None:
    assert found(spoken("its a year since nan died")) == ["17:41 content-left-out"]
    assert found(spoken("his funeral is tomorrow")) == ["17:34 content-left-out"]
    assert found(broken("[loneliness]", "[grief]", spoken("his funeral is tomorrow"))) == []
    assert found(spoken("i nearly died laughing, dead good")) == []


def test_a_content_note_may_say_it_in_its_own_words() -> None:
    assert found(broken("[loneliness]", "[sexual violence]", spoken("he raped her"))) == []
    assert found(broken("[loneliness]", "[talk of food]", spoken("skipped lunch again"))) == []


def test_a_note_or_a_question_about_something_hard_needs_a_content_note_too() -> None:
    text = broken(
        "content: [loneliness]\n", "", broken("spot: Whose message", "spot: Who speaks of self-harm, and whose message")
    )
    assert fault(text).rule == "no-content-note"


def test_the_directory_is_read_only_for_a_file_that_needs_it() -> None:
    asked: list[int] = []

    def directory() -> Known:
        asked.append(1)
        return KNOWN

    lint(scenario(), WHOLE, directory)
    assert asked == []
    text = spoken("ring 0800 123 4567")
    assert [fault.rule for fault in lint(scenario(text), text, directory)] == ["unknown-number"]
    assert asked == [1]


def test_every_rule_has_a_name_of_its_own_and_says_what_it_wants() -> None:
    rows = every_rule()
    assert len({row.name for row in rows}) == len(rows)
    assert all(row.wants.endswith(".") and row.wants[0].isupper() for row in rows)
    assert {rule.name for rule in RULES} < {row.name for row in rows}


def test_every_rule_the_reader_tells_is_listed() -> None:
    """Found in the code itself: whatever is handed to a fault as its rule."""
    folder = Path(str(faults.__file__)).parent
    paths = [path for path in folder.glob("*.py") if not path.stem.startswith(("pack", "services"))]
    names = {name for path in paths for name in rules_in(ast.parse(path.read_text("utf-8")))}
    assert len(names) > 30
    assert names - {row.name for row in every_rule()} == set()


def rules_in(tree: ast.Module) -> set[str]:
    """The rules that are named in calls of `error`, `error_at` and `Fault`."""
    places = {"error": 1, "error_at": 2, "Fault": 2}
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    named = [(getattr(call.func, "attr", getattr(call.func, "id", "")), call.args) for call in calls]
    given = [args[places[name]] for name, args in named if name in places and len(args) > places[name]]
    return {node.value for node in given if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def test_the_rules_as_a_table_for_the_guide() -> None:
    rows = rules_as_markdown().splitlines()
    assert rows[:2] == ["| rule | severity | what it wants |", "|---|---|---|"]
    assert len(rows) == len(every_rule()) + 2
    assert all(row.startswith("| `") and row.replace("\\|", "").count("|") == 4 for row in rows[2:])
    assert "| `no-weak-example` | advice | One of the examples is weak" in rules_as_markdown()
