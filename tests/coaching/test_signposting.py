"""Pointing somebody to a service: whether it fits is judged as people judged it, and told in plain words.

`signposting.jsonl` was labelled before the scorer was tried on it, and the rules were mended on it. (Six labels were raised to
`met` afterwards, when it was settled that a listening line counts fully where nothing made for the need is open.)
`signposting_fresh.jsonl` was written and labelled after that, and measured once before anything was mended on it. A line's
`fits` says whether any service it points to would do for this person, now; `level` what the reply shows of the skill; `why`
says it in a word.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from peercoach.coaching.feedback import Feedback, feedback
from peercoach.coaching.moment import Message, Moment, Result, Rubric, SkillLine
from peercoach.coaching.pointing import pointers
from peercoach.coaching.score import score, weigh
from peercoach.coaching.services import directory, load
from peercoach.coaching.services_ask import read_chat
from peercoach.coaching.services_hours import is_open
from peercoach.coaching.services_overlay import overlaid
from peercoach.coaching.services_signs import packaged_signs
from peercoach.practice.candidates import candidates
from peercoach.practice.engine import start, step
from peercoach.practice.values import Answer, Chosen, Outcome, Scored
from peercoach.scenario.format import Person, SignpostStep
from tests.coaching.chats import growth, said
from tests.practice.talks import talk

HERE = Path(__file__).parent
KNOWN = directory()
LOOKED_FOR = Rubric((SkillLine("signpost", 2), SkillLine("hear")))
WHYS = set(
    "fits bare bare-list brush-off closed-now general may-be-gone mixed no-how-or-why not-offered not-open-yet other-need other-sense"
    " pushed retired-number run-down unknown-number unknown-service vague wrong-age wrong-channel wrong-hours wrong-nation"
    " wrong-number".split()
)
SCOLDING = re.compile(r"\b(?:wrong|should|must|mistake|never|bad|fail\w*|incorrect|error|no,)\b|!", re.IGNORECASE)


class Case(NamedTuple):
    """One labelled reply, and what the scorer made of it."""

    row: dict[str, Any]
    moment: Moment
    fits: bool
    level: str
    result: Result


def moment_of(row: dict[str, Any]) -> Moment:
    told = row["moment"]
    return Moment(
        tuple(Message(each["from"], each["text"]) for each in told["context"]),
        (told["to"],),
        tuple(told["need"]),
        told.get("age"),
        told.get("nation"),
        told.get("time"),
        told.get("channel"),
    )


@cache
def cases(name: str) -> tuple[Case, ...]:
    lines = (HERE / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(_judged(json.loads(line)) for line in lines)


def _judged(row: dict[str, Any]) -> Case:
    moment = moment_of(row)
    fits = any(pointer.fit.ok for pointer in pointers(weigh(row["reply"], moment).reading))
    result = score(row["reply"], moment, LOOKED_FOR)
    return Case(row, moment, fits, result.level("signpost"), result)


def told_of(case: Case) -> Feedback:
    return feedback(case.row["reply"], case.result, case.moment, LOOKED_FOR)


def explained(case: Case) -> bool:
    """Whether what was told of the service stands in the feedback."""
    say = next(mark.say for mark in case.result.skills if mark.id == "signpost")
    lines = told_of(case)
    return bool(say) and any(say in line.say for line in (*lines.landed, *lines.careful))


def listed(found: list[Case]) -> str:
    return "\n" + "\n".join(f"{case.row['id']} ({case.row['why']}): {case.row['reply']}" for case in found)


SETS = pytest.mark.parametrize(("name", "size", "least"), [("signposting", 240, 0.95), ("signposting_fresh", 60, 0.90)])


@SETS
def test_a_fit_is_judged_as_people_judged_it(name: str, size: int, least: float) -> None:
    otherwise = [case for case in cases(name) if case.fits != case.row["fits"]]
    assert len(otherwise) <= size * (1 - least), listed(otherwise)


@SETS
def test_the_level_is_judged_as_people_judged_it(name: str, size: int, least: float) -> None:
    otherwise = [case for case in cases(name) if case.level != case.row["level"]]
    assert len(otherwise) <= size * (1 - least), listed(otherwise)


@SETS
def test_the_labels_are_whole_and_half_of_them_fit(name: str, size: int, least: float) -> None:
    del least
    rows = [case.row for case in cases(name)]
    assert len({row["id"] for row in rows}) == len(rows) == size
    assert {row["why"] for row in rows} <= WHYS
    assert all((row["why"] == "fits") == (row["level"] == "met") for row in rows)
    assert all(row["fits"] for row in rows if row["level"] == "met")
    assert 0.45 <= sum(row["fits"] for row in rows) / size <= 0.55
    assert {need for row in rows for need in row["moment"]["need"]} <= set(KNOWN.needs)


def test_every_need_age_and_form_is_there() -> None:
    rows = [case.row for case in cases("signposting")]
    assert {need for row in rows for need in row["moment"]["need"]} == set(KNOWN.needs)
    assert {row["moment"].get("age") for row in rows} >= set(range(13, 31))
    assert {row["why"] for row in rows} == WHYS
    assert min(Counter(row["form"] for row in rows).values()) >= 2


def test_a_service_that_fits_is_told_with_a_number_that_is_its_own() -> None:
    for name in ("signposting", "signposting_fresh"):
        for case in cases(name):
            numbers = re.findall(r"\b0\d[\d ]{7,}\d\b", case.row["reply"]) if case.row["why"] == "fits" else []
            for number in numbers:
                assert [each.by for each in KNOWN.mentions(number)] == ["number"], case.row["id"]


def test_everything_that_is_told_is_plain_short_and_never_scolds() -> None:
    for name in ("signposting", "signposting_fresh"):
        for case in cases(name):
            for mark in case.result.skills:
                ours = re.sub("“[^”]*”", "", mark.say)
                assert not SCOLDING.search(ours), (case.row["id"], mark.say)
                assert len(mark.say.split()) <= 35, (case.row["id"], mark.say)


NOTHING_TO_TELL = {"fits", "other-sense", "no-how-or-why", "vague", "unknown-service", "brush-off", "run-down", "not-offered"}


@pytest.mark.parametrize("why", sorted(WHYS - NOTHING_TO_TELL - {"wrong-hours"}))
def test_what_is_in_the_way_is_told_in_the_feedback(why: str) -> None:
    here = [case for case in cases("signposting") if case.row["why"] == why and case.level == case.row["level"]]
    assert here
    silent = [case for case in here if not explained(case)]
    assert len(silent) <= 0.1 * len(here), listed(silent)


NIGHT = Moment((Message("sol", "cant sleep"),), ("sol",), ("one-to-one",), 22, "england", "02:00")


def feedback_on(reply: str, moment: Moment = NIGHT) -> Feedback:
    return feedback(reply, score(reply, moment, LOOKED_FOR), moment, LOOKED_FOR)


@pytest.mark.parametrize(
    ("reply", "told"),
    [
        ("sol thats rough. childline are on 0800 1111 if you like", "Childline is for people under 19, and sol is 22. Is there one for their age?"),
        ("sol thats rough. calm would listen, 0800 58 58 58, if you like", "CALM is closed at 2am. It is open 5pm to midnight every day. Is there one that answers at that hour?"),
        ("sol thats rough. cruse are on 0808 808 1677 now if you like", "Cruse Bereavement Support is closed at 2am. It is open Mon, Wed-Fri 9.30am to 5pm, Tue 1pm to 8pm. Is there one that answers at that hour?"),
        ("sol thats rough. mind infoline are on 0300 123 3393 if you like", "Mind Infoline isn't a person just for them. Is there one that is?"),
        ("sol thats rough. breathing space are open, 0800 83 85 87, if you like", "Breathing Space doesn't cover England. Is there one that covers where they live?"),
        ("sol thats rough. its 0808 157 0100 i think, if you like", "We don't know that number. With the name of the service beside it, they could look it up."),
        ("sol thats rough. ring 08457 90 90 90 if you like", "That number is out of date. Samaritans is 116 123 now."),
        ("sol thats rough. the 1-2-1 peer chat is open now if you like", "The Mix 1-2-1 peer support has been announced, but hasn't opened as far as we know. Until then, is there one that has?"),
    ],
)  # fmt: skip
def test_a_service_that_does_not_fit_is_explained(reply: str, told: str) -> None:
    found = feedback_on(reply)
    assert told in [line.say for line in found.careful]
    assert "signpost" not in [line.about for line in found.landed]


@pytest.mark.parametrize(
    ("reply", "told"),
    [
        ("sol thats rough. childline or samaritans, 116 123, up to you", "Childline is for people under 19. Samaritans would do on its own."),
        ("sol thats rough. samaritans are on 08457 90 90 90 if you like", "That number is out of date. Samaritans is 116 123 now."),
        ("sol thats rough. samaritans are on 0800 1111 if you like", "0800 1111 belongs to Childline."),
        ("sol thats rough. you need to ring samaritans on 116 123", "Saying that it's up to them would make it an offer."),
        ("sol thats rough. the mix helpline is good, 0808 808 4994", "The Mix Crisis Messenger or Shout could help instead."),
    ],
)  # fmt: skip
def test_what_is_nearly_there_is_a_start_with_what_would_finish_it(reply: str, told: str) -> None:
    landed = next(line for line in feedback_on(reply).landed if line.about == "signpost")
    assert landed.say.startswith("A start on this")
    assert told in landed.say


def test_the_choice_left_with_the_person_is_credited_in_their_own_words() -> None:
    left = "thats a lot sol. samaritans are there any hour on 116 123, only if you fancy it"
    kept = "thats a lot sol. samaritans are there any hour on 116 123, one person for as long as it takes"
    told, untold = ([line.say for line in feedback_on(reply).landed] for reply in (left, kept))
    assert "“only if you fancy it” leaves the choice with them." in told
    assert "choice" not in " ".join(untold)


@pytest.mark.parametrize(
    "reply", ["samaritans 116 123 childline calm papyrus shout nhs 111", "Samaritans. Shout. Papyrus. CALM."]
)
def test_a_bare_list_earns_nothing_and_asks_for_one(reply: str) -> None:
    result = score(reply, NIGHT, LOOKED_FOR)
    assert result.level("signpost") == "missed"
    assert result.band == "needs-work"
    assert "Which one would you pick" in feedback_on(reply).careful[-1].say


@pytest.mark.parametrize("reply", ["this isnt the place for that, try samaritans", "google it", "ring samaritans on 116 123"])
def test_being_sent_elsewhere_unheard_is_caught(reply: str) -> None:
    moment = said("not sure i can do another night like this", to="sol")
    assert score(reply, moment, LOOKED_FOR).falls_into("brush-off")
    assert not score(f"that sounds so heavy sol, im glad you said it. {reply} if you like", NIGHT, LOOKED_FOR).falls_into(
        "brush-off"
    )


SIGNPOST = SignpostStep(
    id="who",
    signpost="Sol is 17, it's 2am, and talking out loud is out.",
    to=("sol",),
    need=("one-to-one", "text-only"),
    nation="england",
    time="02:00",
    rubric=LOOKED_FOR,
)
SOL = (Person(name="sol", age=17), Person(name="kit"))


def picked(service_id: str) -> Outcome:
    scenario = talk(SIGNPOST, people=SOL)
    _, outcome = step(start(scenario, candidates(scenario, KNOWN)), Answer("choose", service_id))
    return outcome


def written(reply: str) -> Outcome:
    scenario = talk(
        SignpostStep(**{**{name: getattr(SIGNPOST, name) for name in SIGNPOST.__slots__}, "how": "reply"}), people=SOL
    )
    _, outcome = step(start(scenario), Answer("reply", reply))
    return outcome


def test_a_pick_that_fits_is_told_why() -> None:
    outcome = picked("shout")
    assert isinstance(outcome, Chosen)
    assert (outcome.band, outcome.because) == (
        "strong",
        "For any age, somebody just for you, no need to speak, open day and night.",
    )


def test_a_pick_that_is_closed_is_told_when_it_opens() -> None:
    outcome = picked("calm")
    assert isinstance(outcome, Chosen)
    assert (outcome.band, outcome.because) == ("needs-work", "CALM is closed at 2am. It is open 5pm to midnight every day.")


def test_every_pick_on_offer_says_something_that_does_not_scold() -> None:
    for need in KNOWN.needs:
        for age in (15, 22):
            scenario = talk(SignpostStep(id="x", signpost="x", to=("sol",), need=(need,), age=age, time="21:00"), people=SOL)
            ((_, offered),) = candidates(scenario, KNOWN)
            assert offered
            assert all(each.why.endswith(".") and not SCOLDING.search(each.why) for each in offered)


def test_a_written_signpost_that_fits_is_strong_and_what_landed_is_quoted() -> None:
    reply = "oh sol being up with that on your own sounds so lonely. you could text THEMIX to 85258, its all typing. only if you fancy"
    outcome = written(reply)
    assert isinstance(outcome, Scored)
    assert (outcome.result.level("signpost"), outcome.result.band) == ("met", "strong")
    assert "“only if you fancy” leaves the choice with them." in [line.say for line in outcome.feedback.landed]
    assert not outcome.feedback.careful


def test_a_written_signpost_that_is_closed_is_told_so_and_is_not_strong() -> None:
    outcome = written("oh sol that sounds so lonely. calm have a webchat, no talking, if you fancy it")
    assert isinstance(outcome, Scored)
    assert outcome.result.band == "developing"
    assert [line.say for line in outcome.feedback.careful] == [
        "CALM is closed at 2am. It is open 5pm to midnight every day. Is there one that answers at that hour?"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "999 messages about the match", "took 999 goes", "call me paranoid", "missing people is horrible", "i can be a listening ear",
        "take a breath, calm, you got this", "the switchboard in our office", "frank in my halls", "shelter from the rain", "the mix of people",
        "he shouts all the time", "my mind is on now", "beats me up", "calms down by itself", "childlike of him", "refugees", "we all shout. calm",
        "to be frank, that is rubbish", "do you mind me asking", "shout up if its bad", "you beat me to it", "loud feedback", "a smaller group of friends",
    ],
)  # fmt: skip
def test_words_in_another_sense_are_no_services(text: str) -> None:
    assert KNOWN.mentions(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("maybe shout?", "shout"), ("shout r up all nite", "shout"), ("shouts awake", "shout"), ("theres always calm", "calm"), ("calm?", "calm"),
        ("beats phones are off", "beat"), ("lina beat are on til 8", "beat"), ("mind's site has it", "mind-infoline"), ("swichboard maybe", "switchboard"),
        ("samaratins", "samaritans"), ("chidline talk about it", "childline"), ("crisis mesenger", "crisis-messenger"), ("talktofrank.com", "frank"),
        ("https://www.beateatingdisorders.org.uk/x", "beat"), ("pat@papyrus-uk.org", "papyrus-hopeline247"), ("themix 2 85258", "crisis-messenger"),
        ("papyrus, calm, mind", "mind-infoline"), ("ring 999 now", "emergency"), ("the new 1-2-1 peer chat", "the-mix-peer-121"), ("childlines good", "childline"),
        ("sidebyside.mind.org.uk", "side-by-side"), ("frank dont lecture", "frank"), ("calm can help tonight", "calm"), ("shelter reopen at 8", "shelter"),
    ],
)  # fmt: skip
def test_a_service_is_known_by_how_people_type_it(text: str, expected: str) -> None:
    assert expected in [mention.service_id for mention in KNOWN.mentions(text)]


@pytest.mark.parametrize(
    "reply",
    [
        "dont bother with childline", "i wouldnt ring samaritans", "my mum works for samaritans", "samaritans were rubbish when i rang",
        'she said "call samaritans" and left', "we're all here in the group chat", "the mods are asleep",
    ],
)  # fmt: skip
def test_a_service_that_is_not_offered_is_not_pointed_to(reply: str) -> None:
    assert pointers(weigh(reply, NIGHT).reading) == ()


@pytest.mark.parametrize(
    ("reply", "ok"),
    [
        ("calm opens at 5 tomorrow, 0800 58 58 58, if you want", True),
        ("calm's shut now but samaritans are there on 116 123 if you want", True),
        ("childline stop at 19 but shout is any age, SHOUT to 85258, up to you", True),
        ("calm are on all night, 0800 58 58 58", False),
    ],
)
def test_what_a_reply_says_of_hours_and_ages_counts(reply: str, *, ok: bool) -> None:
    assert [pointer.fit.ok for pointer in pointers(weigh(reply, NIGHT).reading)].count(not ok) == 0


@pytest.mark.parametrize(
    ("hours", "day", "time", "expected"),
    [
        ("Mon-Fri 15:00-20:00", "Sat", "16:00", False), ("Mon-Fri 15:00-20:00", "Fri", "16:00", True), ("weekdays", "Sun", "11:00", False),
        ("Mon, Wed-Fri 09:30-17:00; Tue 13:00-20:00", "Tue", "10:00", False), ("Mon-Thu 18:00-02:00, Fri 18:00-Mon 06:00", "Sun", "12:00", True),
        ("Mon-Thu 18:00-02:00, Fri 18:00-Mon 06:00", "Fri", "01:00", True), ("Mon-Thu 18:00-02:00, Fri 18:00-Mon 06:00", "Tue", "03:00", False),
        ("weekdays; hours vary and close 13:00-14:00", "Mon", "13:30", None), ("16:00-22:00 every day", "Sun", "21:59", True),
    ],
)  # fmt: skip
def test_hours_are_read_by_the_day(hours: str, day: str, time: str, *, expected: bool | None) -> None:
    assert is_open(hours, time, day) is expected


@pytest.mark.parametrize(
    ("text", "age", "time", "day", "nation"),
    [
        ("im 17 and its 2am", 17, "02:00", None, None), ("15 unread chats", None, None, None, None), ("my sister turned 12", None, None, None, None),
        ("im nearly 19", 18, None, None, None), ("i was up at 2am last week", None, None, None, None), ("its a saturday, always late", None, None, "Sat", None),
        ("im 15 mins away", None, None, None, None), ("belfast here", None, None, None, "northern-ireland"), ("my nan lives in glasgow", None, None, None, None),
    ],
)  # fmt: skip
def test_only_what_somebody_says_of_themselves_and_of_now_is_taken(
    text: str, age: int | None, time: str | None, day: str | None, nation: str | None
) -> None:
    told = read_chat(text)
    assert (told.age, told.time, told.day, told.nation) == (age, time, day, nation)


def test_somebody_who_can_not_ring_is_not_helped_by_a_phone_line() -> None:
    moment = said("cant ring anyone, my brothers asleep in here", to="sol")
    found = pointers(weigh("samaritans are on 116 123", moment).reading)
    assert {pointer.fit.problem for pointer in found} == {"need"}


def test_a_listening_line_counts_fully_where_nothing_made_for_it_is_there() -> None:
    sunday = Moment((Message("pri", "its sunday roast in an hour and im shaking"),), ("pri",), ("eating",), 21, None, "14:00")
    monday = Moment((Message("pri", "its monday"),), ("pri",), ("eating",), 21, None, "16:00")
    reply = "sounds so scary pri. shout are there right now, SHOUT to 85258, if it gets too much"
    assert [score(reply, moment, LOOKED_FOR).level("signpost") for moment in (sunday, monday)] == ["met", "partly"]


def test_a_service_for_particular_people_is_for_those_who_said_so() -> None:
    reply = "makes sense. switchboard are lgbt themselves and on til 10, see what you think"
    said_so = Moment((Message("kai", "told my mate im trans"),), ("kai",), ("one-to-one",), 17, None, "20:00")
    unsaid = Moment((Message("kai", "cant say it in here"),), ("kai",), ("one-to-one",), 17, None, "20:00")
    assert [score(reply, moment, LOOKED_FOR).level("signpost") for moment in (said_so, unsaid)] == ["met", "missed"]


def test_a_groups_own_services_count_where_they_are_given() -> None:
    own = load("services: [{id: den, name: The Den, status: open, offer: suggest, for: [one-to-one], aliases: [the den]}]")
    reply = "thats a lot sol. the den has somebody just for you, if you fancy it"
    with_own = Moment(NIGHT.messages, NIGHT.to, NIGHT.need, NIGHT.age, services=overlaid(KNOWN, own))
    assert [score(reply, moment, LOOKED_FOR).level("signpost") for moment in (with_own, NIGHT)] == ["met", "missed"]


def test_the_quick_look_misses_no_name() -> None:
    for service in KNOWN.services:
        for name in (service.short, *service.aliases):
            assert packaged_signs().may(f"so {name} then"), name
    for name in ("signposting", "signposting_fresh"):
        for case in cases(name):
            assert packaged_signs().may(case.row["reply"]) or not KNOWN.mentions(case.row["reply"])


@pytest.mark.parametrize("reply", ["that sounds so hard", "i hope it gets easier", "what was she like", "one of us will read it"])
def test_a_reply_without_any_name_costs_no_directory(reply: str) -> None:
    assert not packaged_signs().may(reply)


@pytest.mark.parametrize(
    "piece", ["samaritans 116 123 ", "beat calm shout mind ", "999 messages ", "www.childline.org.uk ", "i wont ring childline, "]
)
def test_twice_as_long_a_reply_is_twice_the_work(piece: str) -> None:
    assert growth(lambda text: pointers(weigh(text, NIGHT).reading), piece, 1_500) < 2.4
