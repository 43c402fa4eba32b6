"""How the tool talks to a learner: in plain words, easy to read, and without a single sentence to copy."""

from __future__ import annotations

import pytest

from peercoach.scenario.lint import lint
from peercoach.scenario.reading_age import reading_age
from tests.scenario.texts import WHOLE, broken, scenario

HINT, BECAUSE = "Start with their name.", "Ash said something hard."


def found(text: str) -> list[str]:
    return [f"{fault.line}:{fault.col} {fault.rule}" for fault in lint(scenario(text), text)]


def hint(words: str) -> str:
    """The good file with another hint; under |, so that signs need no thought."""
    return broken(f"      - {HINT}", f"      - |\n        {words}")


FORMULAS = [
    "You could say: that sounds hard.",
    "Say: I hear you.",
    "Try something like this: hi Ash",
    'Say "that sounds really hard" and wait.',
    "You might write “I'm here”.",
    "Start with 'that sounds'.",
    'Begin your reply with "I can hear".',
    "Open by saying ‘thank you’.",
    'End with "how are you now?"',
    "That sounds ___",
    "That sounds so...",
    "It sounds like …",
    "I hear that…",
    "I'm sorry to hear that ...",
    "Hi [name], good to see you",
    "Tell them: that sounds [their feeling here]",
    "Use this phrase when you're stuck.",
    "Follow the script from last week.",
    "Always start with a thank you.",
    "Always say their name.",
]
NO_FORMULAS = [
    "Start with their name.",
    "What did Ash say: that nobody came, or that nobody asked?",
    'Ash wrote "knew nobody". What is in that?',
    "Ash says they're fine... do you believe it?",
    "What would you say to a friend?",
    "Which words of Ash's stayed with you?",
    "You could start with their name, and the part that stayed with you.",
    "Somebody [wren] has just walked in.",
    "What is the answer: a question, or company?",
    "Nobody always has the words.",
]
JARGON = [
    ("Validate Ash's feelings.", 1, "Validate"),
    ("You could reflect it back to them.", 11, "reflect it back"),
    ("This is active listening.", 9, "active listening"),
    ("Ask an open question.", 8, "open question"),
    ("A closed question stops the talk.", 3, "closed question"),
    ("You could signpost Ash to Childline.", 11, "signpost"),
    ("Paraphrase what was said.", 1, "Paraphrase"),
    ("Show empathic concern.", 6, "empathic"),
    ("Hold space for Ash.", 1, "Hold space"),
    ("A non-judgemental tone helps.", 3, "non-judgemental"),
    ("Normalise how Ash feels.", 1, "Normalise"),
    ("Think of Ash's coping strategies.", 16, "coping strategies"),
]
PLAIN = [
    "Go back to Ash.",
    "Who could help?",
    "What did Ash reflect on?",
    "Keep the door open. Question nothing.",
    "Give it some space.",
]


@pytest.mark.parametrize("words", FORMULAS)
def test_words_to_copy_are_told_in_a_hint(words: str) -> None:
    assert [fault.split()[1] for fault in found(hint(words))] == ["teaches-formula"]


@pytest.mark.parametrize("words", NO_FORMULAS)
def test_a_hint_that_points_at_the_chat_is_fine(words: str) -> None:
    assert found(hint(words)) == []


def test_they_are_told_where_they_stand_also_in_a_because_and_a_note() -> None:
    assert found(hint("Hm. That sounds ___")) == ["37:25 teaches-formula"]
    assert found(broken(f"because: {BECAUSE}", 'because: Start with "that sounds".')) == ["21:14 teaches-formula"]
    assert found(WHOLE + "  - note: |\n      Always say hello.\n") == ["56:7 teaches-formula"]


def test_people_in_the_chat_and_examples_may_talk_as_they_like() -> None:
    text = broken("omg the final yes", "always say that sounds ___ lol, its called active listening")
    assert found(broken("sorry chats busy", 'say "i hear you", thats validation', text)) == []


@pytest.mark.parametrize(("words", "col", "word"), JARGON)
def test_a_word_of_the_trade_is_told_with_a_plainer_one(words: str, col: int, word: str) -> None:
    text = hint(words)
    (fault,) = lint(scenario(text), text)
    assert (fault.line, fault.col, fault.rule) == (37, 8 + col, "jargon")
    assert word in fault.message
    assert fault.hint.startswith("in plain words: ")


@pytest.mark.parametrize("words", PLAIN)
def test_everyday_words_are_fine(words: str) -> None:
    assert found(hint(words)) == []


def test_a_text_that_is_hard_to_read_is_told_with_its_age() -> None:
    long = (
        "Acknowledging somebody's experience demonstrates understanding, communicates consideration and encourages "
        "continued conversation, particularly whenever participants have previously only received inadequate responses."
    )
    text = broken(BECAUSE, long)
    (fault,) = lint(scenario(text), text)
    assert (fault.line, fault.col, fault.rule, fault.severity) == (21, 14, "hard-to-read", "advice")
    assert "about age" in fault.message


def test_many_short_hard_texts_are_told_once_for_all() -> None:
    words = "Everybody's unanswered contribution deserves acknowledgement, notwithstanding unfavourable circumstances."
    hints = "".join(f"      - {words}\n" for _ in range(8))
    assert found(broken("      - What did Ash say?\n", hints)) == ["3:1 hard-to-read"]


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("", 0),
        ("Go back to Ash.", 5),
        ("Somebody walks in for the first time. Make a bit of room for them, and let them read along.", 6),
        # 13 words, 68 letters, one sentence: 4.71 x 68 / 13 + 0.5 x 13 - 21.43 = 9.7, which is grade 10
        ("The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.", 15),
    ],
)
def test_the_reading_age_is_the_automated_readability_index(text: str, age: int) -> None:
    assert reading_age(text) == age
