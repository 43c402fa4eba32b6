"""How far a reply goes where no single word settles it: bare greetings, older messages, lone posts, flat replies that hurt nobody."""

from __future__ import annotations

import pytest

from peercoach.coaching.moment import Moment
from peercoach.coaching.score import score
from tests.coaching.chats import said, scored, wanting

NEW = said("hi um first time on here. not sure what to say")
MISSED = said("did anyone read what i put about my mums scan", "kit: whos watching the match")
HEAVY = said("i cant get up in the mornings and nothing is fun any more")
BLANKED = said("my mate walked straight past me at college today. with his new lot", age=17)
MATCH = said("dad didnt turn up to my match. he promised", age=16)

FLAT = [
    (BLANKED, "maybe he had his headphones in"),
    (BLANKED, "was he with the football lot tho"),
    (BLANKED, "what a melt"),
    (BLANKED, "could be hes just shy"),
    (BLANKED, "did u say hi first"),
    (BLANKED, "ur joking"),
    (BLANKED, "well out of order that"),
    (BLANKED, "love u tyler ❤️"),
    (BLANKED, "which corridor"),
    (BLANKED, "oh no"),
    (BLANKED, "hes missing out ngl"),
    (BLANKED, "might of not clocked u"),
    (MATCH, "did u win"),
    (MATCH, "what position do u play"),
    (MATCH, "so sory ash xx"),
    (MATCH, "been there babe xx hate that"),
    (MATCH, "bit mean of him tbh"),
    (MATCH, "maybe work kept him"),
    (MATCH, "was ur mum there at least"),
    (MATCH, "proud of u for playing tho fr"),
    (MATCH, "yayyy for turning up anyway 💛"),
    (MATCH, "promises man"),
    (MATCH, "lmao dads"),
    (MATCH, "is it an away one next"),
]
"""Nothing in these hurts anybody, though little of it helps."""


def level(reply: str, moment: Moment, skill: str, *others: str) -> str:
    return scored(reply, moment, skill, *others).level(skill)


def test_a_flat_reply_is_seldom_told_as_a_hurtful_one() -> None:
    """Guesses, curious questions and tiny warm words. The card says that a guess is the likeliest to be taken for blame."""
    told = [reply for moment, reply in FLAT if score(reply, moment, wanting("hear", "ask")).band == "harmful"]
    assert len(told) <= len(FLAT) // 5, told


@pytest.mark.parametrize("reply", ["grow up", "dramatic much", "get over it", "stop moaning", "ur too sensitive"])
def test_a_few_words_that_hurt_plainly_are_told(reply: str) -> None:
    assert score(reply, BLANKED, wanting("hear", "ask")).band == "harmful"


@pytest.mark.parametrize("reply", ["hi ash x", "welcome!!", "hiya ash 👋"])
def test_a_bare_greeting_is_a_welcome_in_part(reply: str) -> None:
    assert level(reply, NEW, "welcome") == "partly"


@pytest.mark.parametrize(
    "reply",
    [
        "evening ash, kettle's on, sit anywhere and type when it suits you",
        "hiya ash, half of us just read for the first month so grab a corner",
        "hello ash! no register in here, you can be as quiet as the wallpaper",
    ],
)
def test_a_way_in_is_seen_in_any_wording(reply: str) -> None:
    assert level(reply, NEW, "welcome") == "met"


def test_going_back_to_an_older_message_says_what_it_was_or_is_only_partly_there() -> None:
    assert level("just seen it now ash. hows u", MISSED, "notice", "ask") == "partly"
    assert (
        level("went back up ash and read it, the bit about the waiting room and the doctor not looking up", MISSED, "notice")
        == "met"
    )


@pytest.mark.parametrize(
    "reply",
    [
        "i feel this way too, every single morning",
        "Same. Two years now.",
        "I know that feeling really well.",
        "been where you are",
        "I was like this all through my second year and slept till four most days",
    ],
)
def test_company_in_trouble_is_seen_under_a_lone_post(reply: str) -> None:
    assert score(reply, HEAVY, wanting()).shows("share")


@pytest.mark.parametrize(
    "reply",
    [
        "Yes. There is more to come for you.",
        "I hope you get some rest, and I'd see a doctor if I were you",
        "believe me, it's a chemical thing. message me if you like",
        "I think everyone should get a dog",
    ],
)
def test_speaking_to_them_is_not_telling_of_oneself(reply: str) -> None:
    assert not score(reply, HEAVY, wanting()).shows("share")


@pytest.mark.parametrize(
    "reply",
    [
        "ur not lazy and ur not a burden to any1",
        "You really aren't a bad person.",
        "theres nothing to be ashamed of here",
        "pls dont beat yourself up",
        "we all want you to stay",
        "happy to listen whenever, day or night",
        "ur way stronger than u think",
        "never lose hope",
        "so sorry you feel like this",
    ],
)
def test_warm_words_that_would_fit_anybody_are_a_start_under_a_lone_post(reply: str) -> None:
    assert score(reply, HEAVY, wanting()).shows("hear")


def test_a_regret_at_how_somebody_took_a_thing_hears_nothing() -> None:
    assert level("sorry you feel that way but rules are rules", said("you all ignored me last night"), "hear") == "missed"


def test_a_question_of_fact_opens_the_door_only_where_nothing_in_particular_is_asked_for() -> None:
    fact = "which college is it?"
    assert level(fact, BLANKED, "ask", "hear") == "missed"
    assert score(fact, BLANKED, wanting()).level("ask") == "partly"


def test_kisses_are_no_number_that_was_left_out() -> None:
    assert not scored("thinking of you ash xx", HEAVY, "hear").falls_into("unsafe-detail")
    assert scored("i was XX stone at my lowest", HEAVY, "hear").falls_into("unsafe-detail")
