"""Point patterns: words, not regexes. What each operator finds, what it doesn't, and that no reply can make it slow."""

from __future__ import annotations

import itertools
import pickle
import random
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercoach.coaching.moment import Mark, PointLine
from peercoach.coaching.pattern_syntax import Either, Node
from peercoach.coaching.patterns import PatternError, compile_pattern, point, read
from peercoach.coaching.wordmatch import WordSet
from peercoach.coaching.words import split


def quotes(pattern: str, reply: str) -> list[str]:
    return [reply[start:end] for start, end in compile_pattern(pattern).spans(split(reply))]


FOUND = {
    "a word": [
        ("college", "how was college", ["college"]),
        ("college", "COLLEGE!!!", ["COLLEGE"]),
        ("COLLEGE", "college", ["college"]),
        ("college", "college, college", ["college", "college"]),
        ("college", "(college)", ["college"]),
        ("college", "_college_ *college*", ["college", "college"]),
        ("7", "at 7.30", ["7"]),
        ("116", "116 123", ["116"]),
        ("cafe", "café", ["café"]),
        ("café", "cafe", ["cafe"]),
        ("cafe", "cafe\u0301!", ["cafe\u0301"]),
        ("hey", "𝗵𝗲𝘆", ["𝗵𝗲𝘆"]),
        ("induction", "induc\u00adtion", ["induc\u00adtion"]),
        ("мама", "привет мама", ["мама"]),
        ("strasse", "Straße", ["Straße"]),
    ],
    "punctuation and apostrophes": [
        ("don't", "dont", ["dont"]),
        ("dont", "don't", ["don't"]),
        ("dont", "don’t", ["don’t"]),
        ("don’t", "don`t", ["don`t"]),
        ("one-to-one", "one to one", ["one to one"]),
        ("one to one", "One-To-One.", ["One-To-One"]),
        ("first, day", "first day", ["first day"]),
        ("first day", "first... day", ["first... day"]),
        ("a&e", "A & E", ["A & E"]),
        ("long-term|forever", "long term", ["long term"]),
        ("long-term|forever", "forever", ["forever"]),
        ("3.30", "at 3:30", ["3:30"]),
    ],
    "alternatives": [
        ("six|6", "6 and six", ["6", "six"]),
        ("mum|dad|nan", "me nan", ["nan"]),
        ("mum | dad", "my dad", ["dad"]),
        ("my mum|dad", "my dad", ["my dad"]),
        ("six|6 hour*|hrs", "6 hours", ["6 hours"]),
        ("six|6 hour*|hrs", "six hrs", ["six hrs"]),
        ("six|6 hour*|hrs", "6hrs of it", ["6hrs"]),
        ("six|6 hour*|hrs", "Six-hour day", ["Six-hour"]),
        ("knew|know* nobody|noone", "not knowing noone", ["knowing noone"]),
        ("knew|know* nobody|noone", "knew no one", ["knew no one"]),
        ("[had a bad day]|awful", "u had a bad day", ["had a bad day"]),
        ("[had a bad day]|awful", "awful", ["awful"]),
        ("[a b]|c d", "c d, a b d", ["c d", "a b d"]),
    ],
    "wildcards": [
        ("induct*", "induction", ["induction"]),
        ("induct*", "induct", ["induct"]),
        ("*ness", "the loneliness", ["loneliness"]),
        ("h?t", "hit hot", ["hit", "hot"]),
        ("wom?n", "women", ["women"]),
        ("*fort*", "uncomfortable", ["uncomfortable"]),
        ("c*t*e", "collective", ["collective"]),
        ("w*e*y?", "wednesdays", ["wednesdays"]),
        ("**x**", "fixing", ["fixing"]),
        ("six * hours", "six long hours", ["six long hours"]),
        ("*'t know", "don't know", ["don't know"]),
        ("y*u", "u", ["u"]),
        ("*", "ok", ["ok"]),
    ],
    "words in order, next to each other": [
        ("first day", "my first day there", ["first day"]),
        ("[first day]", "my first day there", ["first day"]),
        ("was [first day] hard", "was first day hard", ["was first day hard"]),
        ("[[first day]]", "first day", ["first day"]),
        ("a a", "a a a a a", ["a a", "a a"]),
        ("a b", "a a b", ["a b"]),
        ("first day", "first 😭 day", ["first 😭 day"]),
        ("first day", "first 😭😭😭😭😭😭😭😭😭😭😭😭 day", ["first 😭😭😭😭😭😭😭😭😭😭😭😭 day"]),
        ("first day", "first :( day", ["first :( day"]),
    ],
    "words in order, up to four between": [
        ("six _ hours", "six hours", ["six hours"]),
        ("six _ hours", "six very long hours", ["six very long hours"]),
        ("six _ hours", "six a b c d hours", ["six a b c d hours"]),
        ("six_hours", "six whole hours", ["six whole hours"]),
        ("a _ b _ c", "a x b x x c", ["a x b x x c"]),
        ("a _ b", "a a b b", ["a a b"]),
        ("a _ [b c]|d", "a x d", ["a x d"]),
        ("six _ hours", "six tbh tbh tbh tbh hours", ["six tbh tbh tbh tbh hours"]),
        ("six _ hours", "six a b 😭 c d 😭 hours", ["six a b 😭 c d 😭 hours"]),
    ],
    "not": [
        ("not(never) tired", "so tired", ["tired"]),
        ("not(never) tired", "tired", ["tired"]),
        ("tired not(of)", "tired. of", []),
        ("tired not(of)", "tired now", ["tired"]),
        ("tired not(of)", "of tired", ["tired"]),
        ("not(at all) happy not(day)", "u happy tho", ["happy"]),
        ("not(not) _ good", "a b c d e good", ["good"]),
        ("not(not) _ good", "not a b c d e good", ["good"]),
        ("[not(so) sad]|cri*", "so sad i cried", ["cried"]),
        ("[not(so) sad]|cri*", "v sad", ["sad"]),
        ("not", "not you", ["not"]),
    ],
    "emoji": [
        ("🫂", "here 🫂", ["🫂"]),
        ("hug*|🫂", "🫂🫂", ["🫂", "🫂"]),
        ("👍", "👍🏽", ["👍🏽"]),
        ("❤️", "❤", ["❤"]),
        ("❤", "love ❤️", ["❤️"]),
        ("🇬🇧", "🇫🇷🇬🇧", ["🇬🇧"]),
        ("👩‍👩‍👧", "us 👩‍👩‍👧", ["👩‍👩‍👧"]),
        ("love 💛", "love 💛", ["love 💛"]),
        ("<3", "<3", ["<3"]),
    ],
    "one slip in words of five letters and more": [
        ("induction", "inducton", ["inducton"]),
        ("induction", "inducttion", ["inducttion"]),
        ("induction", "indaction", ["indaction"]),
        ("induction", "indcution", ["indcution"]),
        ("induction", "nduction", ["nduction"]),
        ("induction", "inductoin", ["inductoin"]),
        ("induction", "iduction", ["iduction"]),
        ("tutor", "tuter", ["tuter"]),
        ("tutor", "tuttor", ["tuttor"]),
        ("induct*", "indcution", ["indcution"]),
        ("induct*", "inuction", ["inuction"]),
        ("lonel*", "lonly", ["lonly"]),
        ("exhaust*", "exausted", ["exausted"]),
        ("definitely", "definately", ["definately"]),
        ("quiet", "quite", ["quite"]),
        ("feeling", "feelin", ["feelin"]),
    ],
    "stretched words": [
        ("so tired", "soooo tired", ["soooo tired"]),
        ("tired", "tiiiiired", ["tiiiiired"]),
        ("hello", "hellooooo", ["hellooooo"]),
        ("soooo", "so", ["so"]),
        ("you", "uuuu", ["uuuu"]),
    ],
    "text-speak": [
        ("you", "u", ["u"]),
        ("u", "you", ["you"]),
        ("your", "ur", ["ur"]),
        ("you're", "ur", ["ur"]),
        ("hour*", "hrs", ["hrs"]),
        ("hrs", "hours", ["hours"]),
        ("to be honest", "tbh", ["tbh"]),
        ("tbh", "to be honest", ["to be honest"]),
        ("tbh", "TBH", ["TBH"]),
        ("honest", "tbh", ["tbh"]),
        ("tb?", "tbh", ["tbh"]),
        ("people", "ppl", ["ppl"]),
        ("because", "cos coz cuz bc", ["cos", "coz", "cuz", "bc"]),
        ("want to talk", "wanna talk", ["wanna talk"]),
        ("don't know", "idk", ["idk"]),
        ("how are you", "how r u", ["how r u"]),
        ("something", "summat", ["summat"]),
        ("3am", "3 am", ["3 am"]),
        ("3 am", "3am", ["3am"]),
        ("as well", "aswell", ["aswell"]),
        ("great", "gr8", ["gr8"]),
        ("please", "plssss", ["plssss"]),
    ],
}

MISSED = {
    "a word": [
        ("college", "collegiate"),
        ("one", "someone"),
        ("no", "know"),
        ("it", ""),
        ("it", "!!! ..."),
        ("3", "30"),
        ("3", "<3"),
    ],
    "alternatives": [("six|6 hours", "six days"), ("a|b c", "a b"), ("[a b]|c", "a c b"[:1])],
    "wildcards": [
        ("h?t", "ht"),
        ("h?t", "heat"),
        ("induct*", "duct"),
        ("*ness", "nessy"),
        ("c*t*e", "cute1"),
        ("six * hours", "six hours"),
    ],
    "order": [
        ("first day", "day first"),
        ("first day", "first hard day"),
        ("six _ hours", "hours six"),
        ("six _ hours", "six a b c d e hours"),
    ],
    "not": [
        ("not(never) tired", "never tired"),
        ("not(so) _ tired", "so very very tired"),
        ("tired not(of)", "tired of"),
        ("tired _ not(of)", "tired and sick of"),
        ("not(not at all) good", "not at all good"),
        ("not(tbh) good", "to be honest good"),
    ],
    "emoji": [("🫂", "🤗"), ("love 💛", "love 💙"), ("🫂 here", "here")],
    "slips": [
        ("know", "knw0"),
        ("sad", "sd"),
        ("hate", "haet"),
        ("induction", "indutoin"),
        ("induction", "inducon"),
        ("worry", "sorry"),
        ("lonel*", "lovely"),
        ("night", "right"),
        ("85258", "85259"),
        ("116123", "16123"),
        ("stress*", "strength"),
    ],
    "text-speak": [("you", "r"), ("2", "to"), ("hour", "your")],
}


def cases(table: dict[str, list[tuple]]) -> list:
    return [pytest.param(*case, id=f"{about}: {case[0]} / {case[1]}"[:70]) for about, rows in table.items() for case in rows]


@pytest.mark.parametrize(("pattern", "reply", "expected"), cases(FOUND))
def test_a_pattern_quotes_what_it_found(pattern: str, reply: str, expected: list[str]) -> None:
    assert quotes(pattern, reply) == expected


@pytest.mark.parametrize(("pattern", "reply"), cases(MISSED))
def test_a_pattern_leaves_other_words_alone(pattern: str, reply: str) -> None:
    assert not compile_pattern(pattern).matches(split(reply))


def test_not_alone_holds_when_the_words_are_nowhere() -> None:
    pattern = compile_pattern("not(cheer up|smile)")
    assert pattern.matches(split("that sounds hard"))
    assert pattern.matches(split(""))
    assert not pattern.matches(split("aw cheer up"))
    assert pattern.spans(split("aw cheer up")) == ()


FAULTS = [
    ("", 0, "no word"),
    ("...", 3, "no word"),
    ("a [] b", 3, "no word"),
    ("not()", 4, "no word"),
    ("a||b", 1, "both sides"),
    ("|a", 0, "both sides"),
    ("a b|", 3, "both sides"),
    ("a|not(b)", 1, "both sides"),
    ("not(b)|a", 6, "one of several"),
    ("[a b", 0, "never closed"),
    ("a b]", 3, "closes nothing"),
    ("a)", 1, "closes nothing"),
    ("not(a", 0, "never closed"),
    ("(a b)", 0, "round brackets"),
    ("_ a", 0, "one at a time"),
    ("a _ _ b", 4, "one at a time"),
    ("a _", 2, "a word after it"),
    ("a not(b) c", 2, "first or last"),
    ("not(a) not(b)", 0, "first or last"),
    ("a [not(b)]", 3, "first or last"),
    ("not(a not(b))", 6, "inside"),
    ("💛💛 (", 3, "round brackets"),
    ("[" * 20 + "a" + "]" * 20, 8, "too many brackets"),
    ("a" * 501, 500, "500 characters"),
    ("_".join("abcdefghijklmnopqrst"), 0, "too many words"),
]


@pytest.mark.parametrize(("pattern", "position", "says"), FAULTS)
def test_a_faulty_pattern_says_what_and_where(pattern: str, position: int, says: str) -> None:
    with pytest.raises(PatternError) as caught:
        compile_pattern(pattern)
    assert caught.value.position == position
    assert says in caught.value.message


def test_an_error_survives_the_way_between_processes() -> None:
    error = pickle.loads(pickle.dumps(PatternError("a word is missing", 3)))  # noqa: S301  # its own pickle
    assert (error.message, error.position) == ("a word is missing", 3)


def line(**wanted: tuple[str, ...]) -> PointLine:
    return PointLine("induction", **wanted)


def test_a_point_is_met_by_any_one_of_its_patterns_and_quotes_all_that_fit() -> None:
    reply = "six hours, knowing nobody. awful"
    assert point(line(any=("six|6 hour*", "knew|know* nobody", "first day")), reply) == Mark(
        "induction", "met", ((0, 9), (11, 25))
    )


@pytest.mark.parametrize(
    ("wanted", "reply", "level"),
    [
        ({"any": ("first day",)}, "hi", "missed"),
        ({"all": ("mum", "exam*")}, "ur exams and ur mum", "met"),
        ({"all": ("mum", "exam*")}, "ur mum", "missed"),
        ({"all": ("mum", "exam*")}, "exams exams", "missed"),
        ({"all": ("mum", "mum")}, "ur mum", "met"),
        ({"all": ("first day", "day one")}, "day one, ur first day", "met"),
        ({"all": ("first day", "day one")}, "first day one", "met"),
        ({"all": ("sat _ own", "nobody|noone")}, "nobody came and u sat there on ur own", "met"),
        ({"all": ("sat _ own", "nobody|noone")}, "sat on ur own", "missed"),
        ({"all": ("💛", "hug*")}, "hugs 💛", "met"),
        ({"all": ("you", "honest")}, "tbh u did well", "met"),
        ({"all": ("loneliness", "definitely")}, "definately lonliness", "met"),
        ({"all": ("mum", "exam*"), "any": ("hard", "rough")}, "ur exams and ur mum, rough", "met"),
        ({"all": ("mum", "exam*"), "any": ("hard", "rough")}, "ur exams and ur mum", "missed"),
        ({"all": ("mum", "not(dad)"), "none": ("should",)}, "ur mum", "met"),
        ({"all": ("mum", "not(dad)"), "none": ("should",)}, "ur mum and ur dad", "missed"),
        ({"none": ("cheer up", "smile")}, "cheer ur mum up", "met"),
        ({"none": ("cheer up", "smile")}, "aw cheer up", "missed"),
        ({"any": ("mum",), "none": ("should",)}, "ur mum", "met"),
        ({"any": ("mum",), "none": ("should",)}, "u should tell ur mum", "missed"),
        ({"none": ("should",)}, "", "met"),
        ({"any": ("not(should)",)}, "ok", "met"),
        ({"all": ("not(should)", "mum")}, "u should ask mum", "missed"),
        ({"none": ("not(mum)",)}, "ok", "missed"),
        ({}, "anything", "met"),
    ],
)
def test_a_point_wants_one_of_any_each_of_all_and_none_of_none(wanted: dict, reply: str, level: str) -> None:
    assert point(line(**wanted), reply).level == level


def test_evidence_counts_code_points_and_never_overlaps() -> None:
    reply = "💛 first day day 💛"
    assert point(line(any=("first day", "first _ day", "day day")), reply).evidence == ((2, 15),)


def test_a_missed_point_has_no_evidence() -> None:
    assert point(line(any=("mum",), none=("should",)), "mum should").evidence == ()


def test_a_reading_is_made_once_for_many_points() -> None:
    reading = read(split("ur mum"))
    assert point(line(any=("mum",)), reading) == point(line(any=("mum",)), "ur mum")


# The same answers, worked out the slow and obvious way, word by word.

PIECES = ["a", "b", "a|b", "[a b]", "[a _ b]|c", "tbh", "a*", "to", "not(a)"]


def slow(node: Node, cells: list[str], at: int) -> set[int]:
    """Where a match can end that begins at a word; no pictures and no short forms here."""
    if isinstance(node, WordSet):
        reading = read(split(cells[at])) if at < len(cells) else None
        return {at + 1} if reading and node.found(reading.vocabulary) else set()
    if isinstance(node, Either):
        return set().union(*(slow(option, cells, at) for option in node.options))
    if node.before:
        reach = range(5 if node.before.gap else 1)
        ends = {end for start in range(len(cells)) for end in slow(node.before.node, cells, start)}
        if any(at - back in ends for back in reach):
            return set()
    places = {at}
    for number, part in enumerate(node.parts):
        reach = range(5 if node.gaps[number] else 1)
        places = {end for place in places for skip in reach for end in slow(part, cells, place + skip)}
    if node.after:
        reach = range(5 if node.after.gap else 1)
        places = {end for end in places if not any(slow(node.after.node, cells, end + skip) for skip in reach)}
    return places


@given(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=4),
    st.lists(st.booleans(), min_size=4, max_size=4),
    st.text("abc", max_size=9),
)
def test_matching_in_sets_agrees_with_matching_word_by_word(pieces: list[str], gaps: list[bool], letters: str) -> None:
    text = "".join((" _ " if gap else " ") + piece for piece, gap in zip(pieces, [False, *gaps], strict=False))
    try:
        pattern = compile_pattern(text)
    except PatternError:
        return
    cells, expected, free = list(letters), [], 0
    for start in range(len(cells)):
        ends = slow(pattern.node, cells, start) if start >= free else set()
        if ends:
            free = min(ends)
            expected.append((start * 2, free * 2 - 1))
    assert list(compile_pattern(text).spans(split(" ".join(cells)))) == ([] if pattern.absent else expected)
    assert pattern.matches(split(" ".join(cells))) == (bool(expected) != pattern.absent)


@given(st.text(), st.text(max_size=40))
def test_nothing_typed_can_break_a_pattern(reply: str, text: str) -> None:
    position = 0
    spans: tuple[tuple[int, int], ...] = ()
    try:
        spans = compile_pattern(text).spans(split(reply))
    except PatternError as error:
        position = error.position
    assert 0 <= position <= len(text)
    assert all(0 <= start < end <= len(reply) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(spans))


def test_a_match_is_found_wherever_it_stands_in_a_long_reply() -> None:
    for before in (0, 1, 1000, 1020, 1023, 1024, 1025, 2047, 2048, 5000):
        reply = "x " * before + "six 😭 very tbh long hours" + " x" * 3000
        assert quotes("six _ hours", reply) == ["six 😭 very tbh long hours"]


# Linear: steps are counted, not timed, so that a busy machine can't fail it.

LETTERS = str.maketrans("0123456789", "ghijklmnop")
DICE = random.Random(7)  # noqa: S311  # plays, not secrets
HOSTILE_REPLIES = {
    "one letter, many words": lambda size: "a " * (size // 2),
    "two letters, any order": lambda size: " ".join(DICE.choice("ab") for _ in range(size // 2)),
    "one endless word": lambda size: "ab" * (size // 2),
    "all different words": lambda size: " ".join(
        f"{n:05x}".translate(str.maketrans("0123456789", "ghijklmnop")) for n in range(size // 6)
    ),
    "only emoji": lambda size: "😭" * size,
    "words and emoji": lambda size: "a😭" * (size // 2),
    "only short forms": lambda size: "tbh " * (size // 4),
    "only apostrophes": lambda size: "'" * size,
    "long words": lambda size: ("ab" * 40 + " ") * (size // 81),
}
HOSTILE_PATTERNS = [
    "a", "a _ a _ a _ a", "*a*a*a*a*b", "?*?*?*?*z", "a|b _ a|b _ b _ b", "not(a _ b) a _ not(b)", "a|[a b]|[a a b]|[b _ a b]",
    "|".join(f"*{one}*{other}*" for one in "abcdef" for other in "abcdef"), "abcdefgh|hgfedcba|abca*cd|?abbages", "i _ i",
]  # fmt: skip


def steps(pattern: str, reply: str) -> int:
    """How many lines of Python the matching runs."""
    count = 0

    def tick(*_: object) -> object:
        nonlocal count
        count += 1
        return tick

    words, compiled = split(reply), compile_pattern(pattern)
    before = sys.gettrace()
    sys.settrace(tick)
    try:
        compiled.spans(words)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("reply", HOSTILE_REPLIES)
def test_twice_the_reply_is_at_most_twice_the_work(reply: str) -> None:
    make = HOSTILE_REPLIES[reply]
    for pattern in HOSTILE_PATTERNS:
        assert steps(pattern, make(8_000)) <= 2.3 * steps(pattern, make(4_000)) + 2_000, pattern


@pytest.mark.parametrize("reply", HOSTILE_REPLIES)
def test_a_hundred_thousand_characters_are_no_trouble(reply: str) -> None:
    words = split(HOSTILE_REPLIES[reply](100_000))
    for pattern in HOSTILE_PATTERNS:
        compile_pattern(pattern).spans(words)
