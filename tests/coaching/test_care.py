"""Care: is the person typing at risk, now? Labelled lines stand in `tests/care`; nothing was learnt from them."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peercoach.coaching import care_fold, care_rules
from peercoach.coaching.care import care
from peercoach.coaching.care_fold import fold
from peercoach.coaching.moment import Care, Message, Moment
from peercoach.training.care import CORPUS
from peercoach.training.care_cues import covers
from peercoach.training.corpus import read_replies

NOBODY = Moment()
SETS = {
    path.stem: [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for path in sorted((Path(__file__).parents[1] / "care").glob("*.jsonl"))
}
LINES = SETS["lines"]
PLAIN = [row["reply"] for rows in SETS.values() for row in rows if row.get("explicit")]

# A plain statement that is passed over fails the build, whatever the shares below say.
EXPLICIT = """
i want to die
I want to kill myself
im going to kill myself tonight
i'm gonna end my life
i want to end it all
i dont want to be alive
i dont want to live anymore
i wish i was dead
i'm suicidal
feeling suicidal
i feel like killing myself
i think about killing myself every day
i keep thinking about suicide
i tried to kill myself last night
i took an overdose
ive taken too many tablets
i cant keep myself safe any more tonight
i'm not safe tonight
i'm going to hurt myself
i want to hurt myself
i cut myself last night
ive been self harming again
everyone would be better off without me
i wont be here tomorrow, goodbye
ive written a goodbye note
unalive myself
wanna kms fr
thinking about sewerslide
gonna d1e
s/h again last night
i w4nt to d!e
su*cidal
gonna kill my self
i wnat to die
i whant to kill mysefl
im sucidal
wanna die wanna die
cant do this anymore i want to die
lol im fine but i actually want to die
my dad hits me
he raped me
i'm scared to go home, he's outside the door
i havent eaten in days and i make myself sick
i dont feel safe at home
i lied im not ok
this isnt practice its about me
not doing the exercise. i want to end my life
that sounds so hard ash, what helps you? i want to kill myself too if im honest
""".strip().splitlines()

FINE = """
are you thinking of killing yourself?
are you thinking about suicide? it's ok to say
you said you want to die and i'm so glad you told us
please ring 999 if you think you'll do it
my mate said i want to die and we told his mum
when someone says "i want to die" it means they hurt
she told me she wants to kill herself and i told a teacher
i used to self harm, it's been four years. how's tonight for you?
i wanted to die when i was 15 and i'm glad i'm still here
i'm not suicidal, just tired
this essay is killing me
i'm dying of laughter 😂
dead 💀
kms if this bus is late again
kill the lights, film's on
my phone's about to die
my nan died in march. what was yours like?
i cant do heavy chat tonight, jo is around
i wont be here tomorrow but sam will, ask for him
i'm starving, brb
you can ring samaritans if you want to talk about wanting to die
thinking about suicide doesn't make you a bad person
i don't want you to die
a good reply would ask if she's suicidal
how do i get a hint
""".strip().splitlines()


def said(line: str, moment: Moment = NOBODY) -> str:
    return care(line, moment).level


@pytest.mark.parametrize("line", EXPLICIT)
def test_a_plain_statement_is_never_passed_over(line: str) -> None:
    assert said(line) != "none"


def test_no_plain_statement_in_any_set_is_passed_over() -> None:
    assert len(PLAIN) > 200
    assert [line for line in PLAIN if said(line) == "none"] == []


def test_nearly_every_plain_statement_is_asked_about_at_once() -> None:
    quiet = [line for line in PLAIN if said(line) != "now"]
    assert len(quiet) <= 0.06 * len(PLAIN), quiet


BALANCED = frozenset({"unseen-7", "unseen-8", "unseen-9", "unseen-10", "unseen-11", "unseen-12", "unseen-13", "unseen-14"})
"""By writers who knew neither the rules nor the other lines, and wrote what a fair test would hold."""


@pytest.mark.parametrize("name", [name for name in SETS if name.startswith("unseen")])
def test_sets_that_were_written_unseen_stay_as_good_as_they_are(name: str) -> None:
    """The early sets are full of look-alikes, chosen to be told from danger by a word: a quarter of those may get the quiet line.

    That is the price of hearing more of those at risk; in sets that are like life it stays under a tenth.
    """
    risk = [said(row["reply"]) for row in SETS[name] if row["label"] == "care"]
    fine = [said(row["reply"]) for row in SETS[name] if row["label"] == "fine"]
    assert risk.count("none") <= 0.06 * len(risk)
    assert fine.count("now") <= 0.04 * len(fine)
    assert len(fine) - fine.count("none") <= (0.1 if name in BALANCED else 0.26) * len(fine)


def slipped(text: str) -> str:
    """The text with two letters of every third word changed over, as a thumb does."""
    words = text.split(" ")
    for i in range(0, len(words), 3):
        word, middle = words[i], len(words[i]) // 2
        if len(word) > 4 and word.isalpha():
            words[i] = word[: middle - 1] + word[middle] + word[middle - 1] + word[middle + 1 :]
    return " ".join(words)


def test_slips_of_the_finger_cost_nobody_an_answer() -> None:
    """Of those who are heard when they type well, at most one in a hundred more is passed over when they don't."""
    risk = [row["reply"] for rows in SETS.values() for row in rows if row["label"] == "care"]
    well, badly = ([said(text) for text in texts] for texts in (risk, map(slipped, risk)))
    assert sum(map(str.__ne__, risk, map(slipped, risk))) > len(risk) / 2
    assert badly.count("none") - well.count("none") <= 0.01 * len(risk)


def test_ordinary_replies_are_left_alone() -> None:
    """What people write to others in a chat: of a thousand at most two are asked, and fifteen get the quiet line.

    Under a stranger's post people often tell of their own present trouble, and more of those are heard as they were meant.
    """
    every = [item for path in sorted(CORPUS.glob("*.replies.txt")) for item in read_replies(path)]
    told = [said(item.text) for item in every if item.kind != "forum"]
    assert len(told) > 5000
    assert told.count("now") <= 0.002 * len(told)
    assert told.count("check-in") <= 0.015 * len(told)
    posts = [said(item.text) for item in every if item.kind == "forum"]
    assert posts.count("now") <= 0.005 * len(posts)
    assert posts.count("check-in") <= 0.08 * len(posts)


@pytest.mark.parametrize(
    "line",
    [
        "i want\nto die",
        "i just\n\nwant to\nend my life",
        "i w a n t to d i e",
        "i.want.to.die",
        "iwanttodie",
        "k.i.l.l myself",
        "i want to d\u200bie",
        "i want to d\u0336i\u0336e\u0336",
        "ｉ ｗａｎｔ ｔｏ ｄｉｅ",
        "i want to di\u0435",
        "unalive myself",
        "not joking i want to die",
    ],
)
def test_hidden_spaced_and_broken_words_are_read(line: str) -> None:
    assert said(line) == "now"


PIECES = 'i|want|to|die|dont|not|joking|lol|😂|no|one|un|alive|w a n t|d.i.e|i.want.to|iwanttodie|\n|. |, |\u200b|d\u0336i|s/h|x|my self|‘|’|"|k!ll'


@settings(max_examples=200)
@given(pieces=st.lists(st.sampled_from(PIECES.split("|")), max_size=30), between=st.sampled_from([" ", ""]), joined=st.booleans())
def test_every_folded_word_has_the_place_it_was_typed_at(pieces: list[str], between: str, *, joined: bool) -> None:
    reply = between.join(pieces)
    placed = list(care_fold._placed(reply, joined=joined))  # noqa: SLF001  # seen from inside
    assert [form for form, _ in placed] == care_fold.fold(reply, joined=joined).text.split()
    assert all(0 <= start <= end <= len(reply) for _, (start, end) in placed)
    for start, end in care(reply, NOBODY).evidence:
        assert 0 <= start < end <= len(reply)


def test_a_sentence_that_goes_on_below_is_shown_where_it_was_typed() -> None:
    line = "hey ash.\ni want\nto die tonight"
    (span,) = care(line, NOBODY).evidence
    assert line[slice(*span)] == "want\nto die"


@pytest.mark.parametrize(
    "line", ["u r a star", "i'm in a & e with my nan", "x x x", "www.themix.org.uk is good", "weekend vibes"]
)
def test_single_letters_and_long_words_are_only_what_they_are(line: str) -> None:
    assert said(line) == "none"


@pytest.mark.parametrize("line", FINE)
def test_words_for_another_and_figures_of_speech_are_left_alone(line: str) -> None:
    assert said(line) == "none"


@pytest.mark.parametrize(
    "line",
    ["cant do any of this anymore", "whats even the point anymore", "kms lol", "so done with it all now", "i'm tired of it all"],
)
def test_when_torn_it_asks_quietly(line: str) -> None:
    assert said(line) == "check-in"


def test_at_least_four_hundred_lines_are_labelled() -> None:
    assert sum(row["label"] == "care" for row in LINES) >= 200
    assert sum(row["label"] == "fine" for row in LINES) >= 200


def test_hardly_anybody_at_risk_is_passed_over() -> None:
    rows = [row for row in LINES if row["label"] == "care"]
    missed = [row["reply"] for row in rows if said(row["reply"]) == "none"]
    assert len(missed) <= 0.07 * len(rows), missed


def test_nobody_in_danger_now_is_passed_over() -> None:
    assert [row["reply"] for row in LINES if row["severity"] == "now" and said(row["reply"]) == "none"] == []


def test_few_who_are_fine_are_asked() -> None:
    rows = [row for row in LINES if row["label"] == "fine"]
    levels = [said(row["reply"]) for row in rows]
    assert levels.count("now") <= 0.01 * len(rows)
    assert len(rows) - levels.count("none") <= 0.15 * len(rows)


def test_evidence_is_where_it_was_typed() -> None:
    line = "hey sam 😀 İ that's rough. honestly i jus wanna d1e 2nite tbh"
    found = care(line, NOBODY)
    assert found.level == "now"
    assert [line[start:end] for start, end in found.evidence] == ["wanna d1e"]


def test_spelling_capitals_and_punctuation_change_nothing() -> None:
    for line in (
        "I WANT TO DIE",
        "i want to die!!!",
        "i   want...... to die",
        "i really just want to die",
        "iiii want to dieeee",
    ):
        assert said(line) != "none", line


def test_a_quotation_is_not_the_speaker_but_a_whole_reply_in_quotes_is() -> None:
    assert said('"i want to die" is such a heavy thing to say') == "none"
    assert said('"i want to die"') == "now"


def test_handing_back_what_somebody_said_is_not_a_sign() -> None:
    moment = Moment((Message("theo", "honestly i dont want to be here anymore, im a burden to everyone i know"),), ("theo",))
    assert said("so its like i dont want to be here anymore, is that it?", moment) == "none"
    assert said("i dont want to be here anymore", moment) == "check-in"
    assert said("i dont want to be here anymore", NOBODY) == "now"
    assert said("i want to die", moment) == "now"


def test_what_the_learner_said_before_is_not_somebody_elses() -> None:
    moment = Moment((Message("you", "i dont want to be here anymore at all"),))
    assert said("i dont want to be here anymore at all", moment) == "now"


@pytest.mark.parametrize("line", ["", "   ", "\n\n", "😀", "...", "\x00", "a" * 5000, '"' * 500, "i " * 3000])
def test_odd_input_is_fine(line: str) -> None:
    assert care(line, NOBODY) == Care()


def test_the_same_reply_always_gets_the_same_answer() -> None:
    assert [care(row["reply"], NOBODY) for row in LINES] == [care(row["reply"], NOBODY) for row in LINES]


def test_a_long_reply_takes_time_in_step_with_its_length() -> None:
    piece = "i want to die and i can not do this anymore because you said so. "

    def seconds(times: int) -> float:
        text = piece * times
        start = time.perf_counter()
        care(text, NOBODY)
        return time.perf_counter() - start

    seconds(50)
    assert min(seconds(1200) for _ in range(3)) < 12 * min(seconds(300) for _ in range(3)) + 0.05


def test_cues_never_hide_a_phrase() -> None:
    """Every way of saying some part of a phrase holds one of each set of its cues, so that looking for them first loses nothing."""
    for line, phrase in zip(care_rules._cue_lines(), care_rules.phrases(), strict=True):  # noqa: SLF001  # seen from inside
        name, _, *sets = line.split("\t")
        assert name == phrase.rule.id
        assert all(covers(phrase.line, frozenset(words.split())) for words in sets), phrase.line


def test_looking_for_cues_first_changes_no_answer() -> None:
    for row in LINES:
        folded = fold(row["reply"])
        tried = care_rules.worth_trying(folded.words)
        for phrase in care_rules.phrases():
            assert phrase in tried or not phrase.pattern().search(folded.text), (row["reply"], phrase.line)


def test_every_rule_is_written_as_the_head_of_the_file_says() -> None:
    for rule in care_rules.book().rules:
        assert rule.weight in (1, 2, 3)
        assert rule.who in ("self", "said", "other", "room")
        assert rule.marks <= {"small", "away", "kept"}
        assert rule.lines
    names = [rule.id for rule in care_rules.book().rules]
    assert len(names) == len(set(names))
