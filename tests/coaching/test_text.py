"""Reading a reply: words with exact places, folded so that spelling never matters, cut into clauses however it is typed."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercoach.coaching.folding import fold
from peercoach.coaching.text import LONGEST, Text, Unit, read
from tests.coaching.chats import growth, quotes

PIECES = [
    "i am", "you are", "u", "ur", "gonna", "idk", "don't", "dont", "sooooo", "tired", "what is", "no one", "thank you", "3am", "a&e", "n", "so",
    "I CAN'T", "cafe\u0301", "naïve", "ﬁne", "ﷺ", "Straße", "ẞ", "İ", "h\u0337e\u0337y\u0337", "z\u0301\u0302\u0303\u0304", "سلام", "שלום",
    "привет", "你好", "\u3000", "😢", "🫂", "👩‍👩‍👧", "👍🏽", "❤️", ":)", "<3", ":'(", "\ud800", "\udfff", "\x00", "\x1b[2J", "\u200b", "\u202e", "\ufeff",
    ".", "...", "?", "?!", "!", ",", ";", ":", " - ", "-", "\n", "\r\n", "\t", "(", ")", "'", '"', "‘", "’", "“", "”", "*", "_", "@ash", "#",
]  # fmt: skip
PILES = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join) | st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
ANYTHING = st.text(st.characters(), max_size=200) | PILES


def words(reply: str) -> list[str]:
    return list(read(reply).words)


def clauses(reply: str) -> list[str]:
    return [reply[unit.start : unit.end] for unit in read(reply).clauses]


def sentences(reply: str) -> list[str]:
    return [reply[unit.start : unit.end] for unit in read(reply).sentences]


def tiles(units: tuple[Unit, ...], text: Text) -> bool:
    """Whether units follow each other without a gap from the first word to the last, each at its words' place."""
    edges = [0, *(unit.last for unit in units)]
    joined = all(unit.first == edge for unit, edge in zip(units, edges, strict=False))
    placed = all((unit.start, unit.end) == (text.starts[unit.first], text.ends[unit.last - 1]) for unit in units)
    return joined and placed and edges[-1] == len(text.words) and all(unit.first < unit.last for unit in units)


@given(ANYTHING)
def test_words_stand_in_order_inside_whatever_was_typed(reply: str) -> None:
    text = read(reply)
    spans = list(zip(text.starts, text.ends, strict=True))
    assert len(text.words) == len(spans)
    assert all(0 <= start < end <= len(reply) for start, end in spans)
    assert all(before == after or before[1] <= after[0] for before, after in pairwise(spans))
    assert all((word and not word.isspace()) or word == "\u3000" for word in text.words)


@given(ANYTHING)
def test_every_word_is_in_the_line_where_its_offset_says(reply: str) -> None:
    text = read(reply)
    assert (text.line[0], text.line[-1]) == (" ", " ")
    for number, (word, offset) in enumerate(zip(text.words, text.offsets, strict=True)):
        assert text.line[offset - 1 : offset + len(word) + 1] == f" {word} "
        assert text.words_at(offset, offset + len(word)) == (number, number + 1)
    assert [cell for cell in text.line.split(" ") if cell not in ("", ".", ",", "?")] == list(text.words)


@given(ANYTHING)
def test_sentences_and_clauses_cover_every_word_once(reply: str) -> None:
    text = read(reply)
    assert tiles(text.sentences, text)
    assert tiles(text.clauses, text)
    for clause in text.clauses:
        inside = text.sentences[clause.sentence]
        assert inside.first <= clause.first < clause.last <= inside.last


@given(ANYTHING)
def test_quoted_words_are_words(reply: str) -> None:
    text = read(reply)
    assert text.quoted <= set(range(len(text.words)))


@given(st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=40))
def test_folding_any_word_gives_words(raw: str) -> None:
    assert fold(raw)
    assert all(word == "".join(word.split()) for word in fold(raw))


SAME = [
    ("I'm", "im"),
    ("I am", "im"),
    ("i’m", "im"),
    ("i`m", "im"),
    ("you're", "ur"),
    ("you are", "ur"),
    ("YOU ARE", "youre"),
    ("do not", "don't"),
    ("cannot", "can't"),
    ("gonna", "going to"),
    ("gunna", "gonna"),
    ("wanna", "want to"),
    ("dunno", "don't know"),
    ("sooooo", "so"),
    ("tiiiired", "tired"),
    ("noooooo", "no"),
    ("plz", "please"),
    ("cuz", "because"),
    ("cos", "because"),
    ("ppl", "people"),
    ("no one", "nobody"),
    ("no1", "nobody"),
    ("thx", "thanks"),
    ("thank you", "thankyou"),
    ("mam", "mum"),
    ("feelin", "feeling"),
    ("summat", "something"),
    ("aboot", "about"),
    ("CAFÉ", "cafe"),
    ("𝗵𝗲𝘆", "hey"),
    ("ｈｅｙ", "hey"),
    ("tmrw", "tomoz"),
    ("rly", "really"),
    ("wots", "whats"),
]


@pytest.mark.parametrize(("typed", "plain"), SAME)
def test_these_read_the_same(typed: str, plain: str) -> None:
    assert words(typed) == words(plain)


DIFFERENT = [("wont", "want"), ("can", "can't"), ("hear", "here"), ("999", "99"), ("four", "4 u"), ("see", "se"), ("good", "god")]


@pytest.mark.parametrize(("typed", "other"), DIFFERENT)
def test_these_do_not(typed: str, other: str) -> None:
    assert words(typed) != words(other)


@pytest.mark.parametrize(
    ("reply", "first", "last", "typed"),
    [
        ("aw I am here", 1, 2, "I am"),
        ("ur gonna be ok", 1, 2, "gonna"),
        ("💛 you are not alone", 1, 2, "you are"),
        ("  so   tired ", 0, 2, "so   tired"),
        ("cafe\u0301 day", 0, 2, "cafe\u0301 day"),
    ],
)
def test_a_folded_word_keeps_the_place_of_what_was_typed(reply: str, first: int, last: int, typed: str) -> None:
    assert quotes(reply, (read(reply).span(first, last),)) == [typed]


@pytest.mark.parametrize(
    ("reply", "parts"),
    [
        ("ugh. that's rotten", ["ugh", "that's rotten"]),
        ("really? no way!! wow", ["really", "no way", "wow"]),
        ("one\ntwo", ["one", "two"]),
        ("thats so hard 😢 how are you", ["thats so hard 😢", "how are you"]),
        ("...", []),
        ("", []),
    ],
)
def test_sentences(reply: str, parts: list[str]) -> None:
    assert sentences(reply) == parts


@pytest.mark.parametrize(
    ("reply", "parts"),
    [
        ("that sounds rotten, how are you now", ["that sounds rotten", "how are you now"]),
        (
            "that sounds so hard after such a long week how are you holding up tonight",
            ["that sounds so hard after such a long week", "how are you holding up tonight"],
        ),
        ("aw mate", ["aw mate"]),
        ("what you said about your mum", ["what you said about your mum"]),
        ("i think you know what i mean", ["i think you know what i mean"]),
    ],
)
def test_clauses_need_no_punctuation(reply: str, parts: list[str]) -> None:
    assert clauses(reply) == parts


def test_a_question_is_known_by_its_mark_and_only_its_last_clause_asks() -> None:
    text = read("thats rough, how are you now? sending a hug")
    assert [unit.question for unit in text.sentences] == [True, False]
    assert [unit.question for unit in text.clauses] == [False, True, False]


@pytest.mark.parametrize(
    ("reply", "inside"),
    [
        ("gran said 'others have it worse' and it hurt", "others have it worse"),
        ('gran said "others have it worse" and it hurt', "others have it worse"),
        ("gran said “others have it worse” and it hurt", "others have it worse"),
        ("gran said ‘others have it worse’ and it hurt", "others have it worse"),
        ("i'm sure it's fine, don't worry", ""),
        ("you couldn't and that's ok. she's 'fine", ""),
        ("the lads' room and the girls' room", ""),
    ],
)
def test_words_in_quotes_are_told_from_apostrophes(reply: str, inside: str) -> None:
    text = read(reply)
    assert [text.words[i] for i in sorted(text.quoted)] == words(inside)


def test_what_comes_after_the_first_hundred_thousand_characters_changes_nothing() -> None:
    long = "so tired " * 20_000
    assert read(long).words == read(long + "and one more thing").words
    assert max(read(long).ends) <= LONGEST


@pytest.mark.parametrize("piece", ["that sounds hard, how are you? ", "'you ", "a", "so so ", "😢", "i am ", " - ", "\n", "x’"])
def test_reading_twice_as_much_is_twice_the_work(piece: str) -> None:
    assert growth(read, piece) < 2.2
