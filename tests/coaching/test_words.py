"""How a text falls into words, and the text-speak table that goes with it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercoach.coaching.commonwords import COMMON_WORDS
from peercoach.coaching.textspeak import ALSO, TEXT_SPEAK
from peercoach.coaching.words import fold, split


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", []),
        ("...!? ()", []),
        ("Hiya Ash", ["hiya", "ash"]),
        ("don't dont don’t don`t", ["dont"] * 4),
        ("'tis 'cause doin'", ["tis", "cause", "doin"]),
        ("one-to-one, 3.30", ["one", "to", "one", "3", "30"]),
        ("snake_case *nods*", ["snake", "case", "nods"]),
        ("soooo tired", ["soooo", "tired"]),
        ("CAFÉ cafe\u0301", ["cafe", "cafe"]),
        ("soft\u00adhyphen zero\u200bwidth", ["softhyphen", "zerowidth"]),
        ("𝗵𝗲𝘆 ＡＢＣ", ["hey", "abc"]),
        ("😭😭 ok", ["😭", "😭", "ok"]),
        ("👍🏽 ❤️", ["👍", "❤"]),
        ("👩‍👩‍👧🇬🇧🇫🇷", ["👩👩👧", "🇬🇧", "🇫🇷"]),
        ("ok :) :( <3 :D :'(", ["ok", ":)", ":(", "<3", ":d", ":("]),
        ("at 6:30 x:3", ["at", "6", "30", "x", "3"]),
    ],
)
def test_a_text_falls_into_words(text: str, words: list[str]) -> None:
    assert [word.folded for word in split(text)] == words


@given(st.text())
def test_every_word_stands_where_it_says(text: str) -> None:
    words = split(text)
    assert all(fold(text[word.start : word.end]) == word.folded for word in words)
    assert [word.start for word in words] == sorted({word.start for word in words})


@given(st.text(st.characters(max_codepoint=127)))
def test_plain_text_falls_the_same_whichever_way_it_is_read(text: str) -> None:
    assert split(text + " é")[:-1] == split(text)


def test_text_speak_is_rich_folded_and_settled_in_one_step() -> None:
    assert len(TEXT_SPEAK) > 400
    meanings = [*TEXT_SPEAK.values(), *(word for words in ALSO.values() for word in words)]
    assert all(fold(key) == key and len(split(key)) == 1 for key in TEXT_SPEAK)
    assert all(" ".join(word.folded for word in split(meaning)) == meaning for meaning in meanings)
    assert not [key for key, meaning in TEXT_SPEAK.items() if key == meaning or set(meaning.split()) & TEXT_SPEAK.keys()]
    assert ALSO.keys() <= TEXT_SPEAK.keys()


def test_words_people_mix_up_may_be_slips_of_each_other() -> None:
    assert not COMMON_WORDS & {"their", "there", "your", "youre", "quite", "quiet", "loose", "lose"}
