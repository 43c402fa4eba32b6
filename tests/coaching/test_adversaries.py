"""Replies written to fool the scorer, and kind ones that look suspicious: which must come out ahead, and which band must hold.

Each family has several lines of its own. What the scorer gets wrong today stands in KNOWN, with the reason; a line that
comes right has to be taken out of it: the tests say so.
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from peercoach.coaching.moment import Message, Moment, Result, Rubric
from peercoach.coaching.score import score
from tests.coaching.chats import growth, said, wanting

KNOWN: dict[str, str] = {}
"""Lines that come out otherwise today, by the line, each with its reason."""
MOST_KNOWN = 6
SHADE = 2

LADDER = ("harmful", "needs-work", "developing", "strong")


@dataclass(frozen=True, slots=True)
class Scene:
    """A moment, what is looked for, and a plain kind reply that must do well in it."""

    moment: Moment
    rubric: Rubric
    kind: str

    def result(self, reply: str) -> Result:
        return score(reply, self.moment, self.rubric)


HALLS = Scene(
    said("moved into halls on saturday and havent spoken to anyone since. everyone on my floor seems to know each other already"),
    wanting("hear", "reflect", "ask"),
    "oh ash that sounds really lonely, like everyone got a head start and nobody told you. how are the evenings?",
)
TEST = Scene(
    said("failed my driving test again. third time. feel so thick"),
    wanting("hear", "reflect", "ask"),
    "third time, ugh, id be gutted. is it more the money or feeling like everyone else just gets it? whats the worst bit",
)
DAD = Scene(
    said("dad cancelled again. it was meant to be our saturday", to="kai"),
    wanting("hear", "ask"),
    "thats rotten kai, hed promised you the saturday. how are you feeling about it now?",
)
MEDS = Scene(
    said("my new meds make me so foggy i cant do my coursework", to="rue"),
    wanting("hear", "ask"),
    "that sounds so frustrating rue, sitting there and nothing going in. whats it been like the last few days?",
)
DANGER = Scene(
    said("i dont think i can keep myself safe tonight. ive got it all planned", to="kai"),
    wanting("hear", "safety"),
    "im so glad you said it kai, that sounds so frightening. please ring 999 or get to a&e, im getting a mod now and im staying here",
)
DARK = Scene(
    said("sometimes i dont see the point of being here anymore", to="kai"),
    wanting("hear", "safety"),
    "that sounds so heavy kai, im really glad you told us. im worried about you, are you safe tonight? i'm letting a mod know,"
    " and you can text THEMIX to 85258 any time",
)
YOUNG = Scene(
    said("wish i had someone to talk to who wasnt my mum", to="mo", age=15),
    wanting("hear", "ask"),
    "that sounds lonely mo. what would you want to say, if it wasnt to your mum?",
)
ADULT = Scene(
    said("cant say it in front of everyone. wish i could just talk to one person", age=22, need=("one-to-one",)),
    wanting("hear", "signpost"),
    "that makes sense, its a lot to say to a whole room. if youd like someone just for you, samaritans are there day and night on"
    " 116 123. still here either way",
)
SCENES = {"halls": HALLS, "test": TEST, "dad": DAD, "meds": MEDS, "danger": DANGER, "dark": DARK, "young": YOUNG, "adult": ADULT}

BEHIND: dict[str, tuple[Scene, list[str]]] = {
    "stuffed with kind phrases": (
        HALLS,
        [
            "that sounds really hard. your feelings are valid. thank you for sharing. i hear you. im here for you. how does that make you feel?",
            "I hear you. That sounds so tough. You are so strong. It makes sense you feel that way. What's that been like? Tell me more.",
            "hear reflect ask validate empathy sounds hard makes sense whats it like",
            "that must be so hard that must be so hard thank you for telling us thank you for telling us how are you how are you",
            "so hard. so tough. so sad. so lonely. so scary. makes sense. how are you? whats it like? tell us more?",
            "sounds lonely sounds hard sounds tough no wonder makes sense what how do you want to talk",
        ],
    ),
    "pasted from a template": (
        HALLS,
        [
            "Thank you for reaching out. We understand this is a difficult time. Please know that support is available.",
            "I'm sorry you feel that way. I hear you. Stay strong.",
            "hey hun 💛 sorry ur feeling this way, stay strong, ur not alone 💛",
            "Your feelings are valid and you are not alone. Take things one day at a time.",
            "aw sending hugs, we're all here for ya if ya need owt, chin up",
        ],
    ),
    "their message sent back": (
        HALLS,
        [
            "moved into halls on saturday and havent spoken to anyone since. everyone on my floor seems to know each other already",
            "so you moved into halls on saturday and havent spoken to anyone since, and everyone on your floor seems to know each other"
            " already?",
            "you moved into halls on saturday. you havent spoken to anyone since.",
            "So what you're saying is everyone on your floor seems to know each other already.",
        ],
    ),
    "hardly anything": (HALLS, ["", "k", "ok", "hm", "lol", "?", "same", "...", "a", "👍", "i see", "that"]),
    "very long and about nothing": (
        HALLS,
        ["the bus was late and then it rained and the kettle is on and the match starts at eight i think. " * 30, "words " * 400],
    ),
    "cold but correct": (
        TEST,
        [
            "The test is not a measure of intelligence. Many people pass on the fourth attempt.",
            "You can rebook after ten working days. The fee applies again.",
            "Failing is a common outcome. What is your plan?",
            "Noted. Disappointment is a normal reaction to failure.",
        ],
    ),
    "sarcasm": (
        TEST,
        [
            "oh wow what a shocker, you failed again. who could have seen that coming",
            "well done you, third time unlucky eh. maybe try opening your eyes",
            "aw poor you, must be so hard being that thick. how do you cope",
            "congrats on the hat trick lol, got a plan for number four?",
        ],
    ),
    "kind-looking put-downs": (
        TEST,
        [
            "aw bless, not everyones cut out for driving are they. maybe youre just not that bright hun x",
            "no offence lovely but maybe stop making such a fuss, its only a driving test 💛",
            "youre not thick sweetie, youre just being a bit dramatic arent you. how are you now?",
            "sending hugs, some people just have to try harder than others dont they 💕 what happened?",
        ],
    ),
    "a bare list of services": (
        ADULT,
        [
            "samaritans 116 123 childline 0800 1111 shout 85258 papyrus calm nhs 111",
            "samaritans 116123",
            "Samaritans. Papyrus. CALM. Shout. Mind. NHS 111.",
            "you should ring a helpline",
            "try google",
        ],
    ),
    "the right words for the wrong age": (
        ADULT,
        [
            "that makes sense, its a lot to say to a whole room. if youd like someone just for you, childline are free on 0800 1111. still"
            " here either way",
            "makes total sense, whole rooms are a lot. childline do a 1-2-1 chat if youd rather type, no pressure, still here",
        ],
    ),
    "a number that is nobody's": (
        ADULT,
        [
            "that makes sense, its a lot to say to a whole room. if youd like someone just for you, ring 0800 555 0199. still here either way"
        ],
    ),
}

HURTS: dict[str, tuple[Scene, list[str]]] = {
    "kind-looking put-downs": (
        TEST,
        [
            "aw bless, not everyones cut out for driving are they. maybe youre just not that bright hun x",
            "youre not thick sweetie, youre just being a bit dramatic arent you. how are you now?",
            "no offence lovely but maybe stop making such a fuss, its only a driving test 💛",
            "thats rough hun. at least you can try again, others never even get the chance 💛 how are you?",
        ],
    ),
    "secrecy": (
        DARK,
        [
            "that sounds so hard kai, thank you for telling us. i promise i wont tell anyone",
            "im so sorry its this bad. this stays between us ok? your secrets safe with me",
            "that sounds so heavy. dont worry the mods dont need to know about this",
            "im here for you. i swear down i wont say a word to nobody",
        ],
    ),
    "a service's secrecy": (
        ADULT,
        [
            "that makes sense. calm cant tell anyone so youre safe with them",
            "whole rooms are a lot. ring samaritans on 116 123, they never tell anyone whatever you say",
        ],
    ),
    "medication": (
        MEDS,
        [
            "that sounds so frustrating. honestly just come off them, i did and i was fine. how are you tonight?",
            "that sounds awful rue. halve the dose for a week, worked for me. whats the worst bit?",
            "ugh brain fog is the worst. skip them before deadlines, thats what i do. hows the coursework?",
            "just stop taking your meds",
            "you should ask for something stronger, or take double till it settles",
        ],
    ),
    "a private place for somebody under 18": (
        YOUNG,
        [
            "that sounds lonely mo. add me on snap and we can talk properly, whats ur user?",
            "that sounds lonely mo. my dms are open if you want somewhere private",
            "aw mate. heres my number, text me whenever",
            "whats ur insta? easier to talk there",
        ],
    ),
    "danger left unanswered": (
        DANGER,
        [
            "lol same",
            "hope you had a nice weekend! anyone watching the match?",
            "that sounds so dark, im so sorry its got this heavy. whats been going on?",
            "sending hugs 🫂",
            "cheer up, tomorrow is another day",
            "",
        ],
    ),
    "sent away at risk": (
        DARK,
        [
            "this isnt the place for that, try samaritans",
            "samaritans 116123",
            "we cant talk about that here. please contact a professional.",
        ],
    ),
    "argued out of it": (
        DARK,
        [
            "youve got so much to live for, think of your mum",
            "you wouldnt really do it though would you",
            "thats so selfish, what about the people who love you",
        ],
    ),
}

FINE: dict[str, tuple[Scene, list[str]]] = {
    "pitfalls refused": (
        TEST,
        [
            "not gonna tell you to cheer up. thats rubbish, three times. want to moan about it?",
            "i wont say its only a test, cos it isnt when youve waited months. how are you feeling now?",
            "im not here to say others have it worse. third time must really sting. whats the worst of it?",
            "i dont think youre thick and i dont think youre being dramatic, thats gutting. how are you doing?",
        ],
    ),
    "pitfalls quoted": (
        TEST,
        [
            "my dad always says 'others have it worse' and it never helped me. sounds gutting. how are you doing?",
            "if one more person says “its only a test” to you id understand you screaming. thats so gutting. how are you feeling?",
            "people say 'everything happens for a reason' and honestly no. gutted for you. whats tonight looking like?",
        ],
    ),
    "pitfalls reported": (
        DAD,
        [
            "your dad said youre being dramatic? thats such a horrible thing to hear. how are you feeling now?",
            "people always told me it gets better and it made me feel so alone. im sorry about saturday kai. how are you doing?",
            "did he promise hed come? no wonder youre hurt. how are you feeling about it?",
        ],
    ),
    "plain talk about risk": (
        DARK,
        [
            "im really glad you told us kai. are you thinking about killing yourself? im worried, and im getting a mod so youre not alone",
            "thats so heavy kai. i cant keep this one to myself, i care too much, so im telling a mod. if you might act on it ring 999",
            "that sounds so dark. we dont keep secrets in here so a mod will know, and you can text THEMIX to 85258 tonight",
        ],
    ),
    "medication left to those who know": (
        MEDS,
        [
            "dont just stop taking them, but that fog sounds so frustrating. how are you managing the coursework?",
            "that sounds so frustrating. might be worth asking your gp or pharmacist about the fog. how are you feeling about it?",
        ],
    ),
    "swearing with them": (
        DAD,
        [
            "thats shit kai, im so sorry. how are you doing?",
            "wtf thats so unfair on you, it was your saturday. how are you feeling about it?",
        ],
    ),
    "staying in the group": (
        YOUNG,
        [
            "i cant add you on snap mo but im in here every night. that sounds lonely, what would you want to say?",
            "that sounds lonely. no dms from me, but here is good. whats it like at home?",
        ],
    ),
}


def rank(result: Result) -> int:
    return LADDER.index(result.band)


def lines(table: dict[str, tuple[Scene, list[str]]]) -> list:
    """Each line of each family, named so that it can be found; what is known to come out otherwise is expected to fail."""
    found = []
    for family, (scene, replies) in table.items():
        for reply in replies:
            reason = KNOWN.get(reply)
            marks = [pytest.mark.xfail(strict=True, reason=reason)] if reason else []
            found.append(pytest.param(scene, reply, id=f"{family}: {reply}"[:90], marks=marks))
    return found


@pytest.mark.parametrize("scene", SCENES.values(), ids=SCENES)
def test_a_plain_kind_reply_does_well(scene: Scene) -> None:
    result = scene.result(scene.kind)
    assert (result.band, result.pitfalls) == ("strong", ())


@pytest.mark.parametrize(("scene", "reply"), lines(BEHIND))
def test_a_trick_is_behind_the_plain_kind_reply_and_never_strong(scene: Scene, reply: str) -> None:
    result = scene.result(reply)
    assert result.score < scene.result(scene.kind).score
    assert result.band != "strong"


@pytest.mark.parametrize(("scene", "reply"), lines(HURTS))
def test_what_could_hurt_is_said_to_whatever_stands_round_it(scene: Scene, reply: str) -> None:
    assert scene.result(reply).band == "harmful"


@pytest.mark.parametrize(("scene", "reply"), lines(FINE))
def test_what_only_looks_like_a_pitfall_is_none(scene: Scene, reply: str) -> None:
    result = scene.result(reply)
    assert [pitfall.id for pitfall in result.pitfalls] == []
    assert result.band in ("strong", "developing")


def test_few_lines_are_known_to_come_out_otherwise_and_each_is_a_line() -> None:
    every = {reply for table in (BEHIND, HURTS, FINE) for _, replies in table.values() for reply in replies}
    assert set(KNOWN) <= every
    assert len(KNOWN) < MOST_KNOWN


@pytest.mark.parametrize(
    "bad", ["its only halls, others have it way worse", "youre being dramatic", "i wont tell anyone, promise"]
)
def test_kind_words_round_it_dont_make_a_hurt_good(bad: str) -> None:
    assert HALLS.result(bad).band == "harmful"
    assert HALLS.result(f"{HALLS.kind} {bad}").band == "harmful"
    assert HALLS.result(f"{bad}. {HALLS.kind}").band == "harmful"


def test_advice_after_hearing_is_better_than_advice_alone() -> None:
    alone, after = "you should just knock on their doors", f"{HALLS.kind} you should just knock on their doors"
    assert rank(HALLS.result(alone)) < rank(HALLS.result(after))


def test_the_same_private_place_is_worse_for_somebody_under_18() -> None:
    reply = "that sounds lonely mo. add me on snap and we can talk properly"
    for age, band in ((15, "harmful"), (17, "harmful")):
        assert score(reply, said("wish i had someone to talk to", to="mo", age=age), YOUNG.rubric).band == band
    for older in (18, 24, None):
        result = score(reply, said("wish i had someone to talk to", to="mo", age=older), YOUNG.rubric)
        assert result.falls_into("one-to-one")
        assert result.band == "needs-work"


def test_a_good_reply_pasted_under_another_message_is_no_better_than_one_written_for_it() -> None:
    """No better than by a shade: near the top of a band two points tell nothing."""
    for scene in (HALLS, TEST, DAD, YOUNG):
        pasted = [other.kind for other in (HALLS, TEST, DAD, YOUNG) if other is not scene]
        assert max(scene.result(reply).score for reply in pasted) <= scene.result(scene.kind).score + SHADE


COPIED = [scene for name, scene in SCENES.items() if name not in ("danger", "dark")]


@pytest.mark.parametrize("scene", COPIED)
def test_an_example_of_the_scenario_copied_earns_nothing_however_it_is_dressed(scene: Scene) -> None:
    moment = scene.moment._replace(examples=(scene.kind,))
    for reply in (scene.kind, scene.kind.upper(), f"{scene.kind}!! xx", f"hiya. {scene.kind}"):
        result = score(reply, moment, scene.rubric)
        assert (result.band, result.pitfalls) == ("needs-work", ())
    assert scene.result(scene.kind).band == "strong"


@pytest.mark.parametrize("scene", [DANGER, DARK], ids=["danger", "dark"])
def test_an_example_copied_where_there_is_risk_is_not_called_a_hurt(scene: Scene) -> None:
    """It earns nothing, and it did answer the risk: telling a learner that it could hurt would teach the opposite."""
    result = score(scene.kind, scene.moment._replace(examples=(scene.kind,)), scene.rubric)
    assert result.band == "needs-work"


@pytest.mark.parametrize("scene", SCENES.values(), ids=SCENES)
def test_a_reply_of_ones_own_is_no_copy_of_another_example(scene: Scene) -> None:
    others = tuple(other.kind for other in SCENES.values() if other is not scene)
    assert score(scene.kind, scene.moment._replace(examples=others), scene.rubric) == scene.result(scene.kind)


def test_only_what_the_addressee_said_is_taken_up() -> None:
    moment = Moment((Message("kit", "my hamster died"), Message("ash", "failed my test again")), ("ash",))
    other = score("oh no, your hamster, thats so sad. so the cage is empty now?", moment, TEST.rubric)
    theirs = score("oh no, the test again, thats so gutting. so the waiting starts over now?", moment, TEST.rubric)
    assert theirs.score > other.score


LONG = [
    "that sounds so lonely ash. how are you now? ",
    "you should just ",
    "i wont tell anyone. ",
    "samaritans 116 123 ",
    "who else is up, ",
    "has anyone else felt this? ",
    "a",
    "😢 ",
]


@pytest.mark.parametrize("piece", LONG)
def test_a_reply_of_a_hundred_thousand_characters_is_scored_and_gains_nothing(piece: str) -> None:
    reply = (piece * 100_001)[:100_001]
    result = HALLS.result(reply)
    assert result.score <= HALLS.result(piece).score + 5
    assert all(end <= len(reply) for mark in result.skills for _, end in mark.evidence)


@pytest.mark.parametrize("piece", LONG)
def test_scoring_twice_as_much_is_twice_the_work(piece: str) -> None:
    assert growth(HALLS.result, piece, 2_000) < 2.4
