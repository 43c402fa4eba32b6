"""The phrase language of the detectors: what each mark means, and one index that finds them all."""

from __future__ import annotations

from bisect import bisect_left

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercoach.coaching.detectors import BY_ID, index
from peercoach.coaching.phrases import Index, compile_phrase, pattern
from peercoach.coaching.text import read
from tests.coaching.chats import growth, quotes


def found(source: str, reply: str) -> list[str]:
    text = read(reply)
    hits = Index([compile_phrase("it", source)]).hits(text)
    return quotes(reply, tuple(text.span(hit.first, hit.last) for hit in hits))


FINDS = {
    "words in order": [("you should", "well you should rest", ["you should"]), ("you should", "YOU SHOULD", ["YOU SHOULD"])],
    "folded as a reply is": [
        ("you are loved", "ur loved", ["ur loved"]),
        ("dont worry", "don't worry", ["don't worry"]),
        ("going to", "gonna", ["gonna"]),
        ("people say", "ppl say", ["ppl say"]),
    ],
    "either": [("sad|low day", "a low day", ["low day"]), ("a|b", "b a", ["b", "a"])],
    "two words as one choice": [
        ("need_to|must rest", "need to rest", ["need to rest"]),
        ("you need_to|must", "you must", ["you must"]),
    ],
    "any ending": [("you fail*", "you failing", ["you failing"]), ("you fail*", "you fail", ["you fail"])],
    "may be left out": [
        ("so very? sad", "so sad", ["so sad"]),
        ("so very? sad", "so very sad", ["so very sad"]),
        ("so? sad", "sad", ["sad"]),
    ],
    "up to three between": [
        ("tell _ mum", "tell mum", ["tell mum"]),
        ("tell _ mum", "tell ur lovely old mum", ["tell ur lovely old mum"]),
        ("tell _ mum", "tell, well, mum", ["tell, well, mum"]),
    ],
    "up to eight between": [("tell __ mum", "tell a b c d e f g h mum", ["tell a b c d e f g h mum"])],
    "at the start": [("^ hope you", "hope you slept", ["hope you"]), ("^ hope you", "aw. hope you slept", ["hope you"])],
    "at the end": [("me too $", "me too.", ["me too"]), ("me too $", "me too", ["me too"])],
    "not followed by": [("you should !know", "you should go", ["you should"])],
    "a class of words": [("you <feel>", "you worried", ["you worried"]), ("you <feel>", "you lonely", ["you lonely"])],
}
IGNORES = {
    "order": [("you should", "should you"), ("you should", "you really should")],
    "another sentence": [("tell _ mum", "tell. mum"), ("tell __ mum", "tell? mum"), ("you should", "you. should")],
    "too far": [("tell _ mum", "tell a b c d mum"), ("tell __ mum", "tell a b c d e f g h i mum")],
    "whole words": [("you fail", "you failing"), ("sad", "sadly")],
    "start and end": [("^ hope you", "i hope you slept"), ("me too $", "me too much")],
    "not followed by": [("you should !know", "you should know")],
}


def cases(table: dict[str, list[tuple]]) -> list:
    return [pytest.param(*case, id=f"{about}: {case[0]} / {case[1]}") for about, rows in table.items() for case in rows]


@pytest.mark.parametrize(("source", "reply", "expected"), cases(FINDS))
def test_a_phrase_finds(source: str, reply: str, expected: list[str]) -> None:
    assert found(source, reply) == expected


@pytest.mark.parametrize(("source", "reply"), cases(IGNORES))
def test_a_phrase_leaves_alone(source: str, reply: str) -> None:
    assert found(source, reply) == []


@pytest.mark.parametrize("source", ["fail* you", "_ you", "__ you", "!you know", "?"])
def test_a_phrase_has_to_open_with_plain_words(source: str) -> None:
    with pytest.raises(ValueError, match="open with plain words"):
        compile_phrase("it", source)


def test_the_index_finds_what_each_phrase_finds_alone() -> None:
    reply = "thats so lonely. you should just tell your mum, i wont tell anyone. what was the worst bit? stay strong"
    text = read(reply)
    every = [phrase for detector in BY_ID.values() for phrase in detector.compiled()]
    alone = {hit for phrase in every for hit in Index([phrase]).hits(text)}
    assert set(index().hits(text)) == alone
    assert {"fixing", "promising", "ask", "template"} <= {hit.name for hit in alone}


def test_the_tree_finds_what_the_patterns_find() -> None:
    every = [phrase for detector in BY_ID.values() for phrase in detector.compiled()]
    finds = [sample for detector in BY_ID.values() for sample in detector.finds[:4]]
    for sample in finds:
        text = read(sample if isinstance(sample, str) else sample.text)
        matched = {
            (phrase.source, first, bisect_left(text.offsets, match.end()))
            for phrase in every
            for first, offset in enumerate(text.offsets)
            if not phrase.at_start and (match := pattern(phrase.parts).match(text.line, offset))
        }
        assert {(hit.source, hit.first, hit.last) for hit in index().hits(text) if hit.source[0] != "^"} == matched


@pytest.mark.parametrize("name", BY_ID)
def test_every_phrase_of_a_detector_can_be_read_and_no_two_are_the_same(name: str) -> None:
    phrases = BY_ID[name].compiled()
    assert len({(phrase.name, phrase.source) for phrase in phrases}) == len(phrases)
    assert all(phrase.name.rstrip("~/").partition(":")[0] == name for phrase in phrases)


@given(st.text(max_size=200))
def test_phrases_found_in_anything_lie_inside_one_sentence(reply: str) -> None:
    text = read(reply)
    for hit in index().hits(text):
        assert 0 <= hit.first < hit.last <= len(text.words)
        assert any(unit.first <= hit.first and hit.last <= unit.last for unit in text.sentences)


@pytest.mark.parametrize(
    "piece",
    [
        "tell ",
        "you should just tell your mum ",
        "i wont ",
        "a" * 500 + " ",
        "keep it secret, ",
        "i hope you sleep and hope they do ",
    ],
)
def test_finding_phrases_in_twice_as_much_is_twice_the_work(piece: str) -> None:
    assert growth(lambda reply: index().hits(read(reply)), piece) < 2.3
