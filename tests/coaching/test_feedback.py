"""A result in words: what landed, one thing to try, careful where something could sting, and what a retry changed."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from peercoach.coaching.detector import QUOTED
from peercoach.coaching.detectors import BY_ID
from peercoach.coaching.feedback import Feedback, feedback, next_step, pick
from peercoach.coaching.jsonline import request
from peercoach.coaching.moment import Mark, Moment, Next, Pitfall, PointLine, Result, Rubric, SkillLine
from peercoach.coaching.score import score
from tests.coaching.chats import said, wanting

FAIRNESS = Path(__file__).parents[1] / "fairness" / "rewrites.jsonl"
REPLIES = [request(json.loads(line)) for line in FAIRNESS.read_text(encoding="utf-8").splitlines()]
HALLS = said("moved into halls on saturday and havent spoken to anyone since")
KIND = "that sounds so lonely ash. how are you feeling now?"
LONGEST = 35


def worded(reply: str, rubric: Rubric, moment: Moment = HALLS, **more: object) -> Feedback:
    return feedback(reply, score(reply, moment, rubric), moment, rubric, **more)  # type: ignore[arg-type]  # of several kinds


def result(*skills: Mark, points: tuple[Mark, ...] = (), pitfalls: tuple[Pitfall, ...] = ()) -> Result:
    """A result made by hand; its score and band play no part in words."""
    return Result(50, "developing", skills, points, pitfalls)


def met(name: str, *spans: tuple[int, int]) -> Mark:
    return Mark(name, "met", spans)


def missed(name: str) -> Mark:
    return Mark(name, "missed")


@pytest.mark.parametrize(("reply", "moment", "rubric"), REPLIES, ids=lambda value: value[:50] if isinstance(value, str) else "")
def test_whatever_is_said_is_short_whole_and_about_their_own_words(reply: str, moment: Moment, rubric: Rubric) -> None:
    told = worded(reply, rubric, moment)
    typed = " ".join(reply.split())
    for line in (*told.landed, *told.careful):
        assert line.say
        assert len(line.quote.split()) <= QUOTED
        assert line.quote.rstrip("…") in typed
        assert all(quote.rstrip("…") in typed for quote in re.findall("“([^”]+)”", line.say) if quote != "what you wrote")
    for sentence in told.said():
        assert "{" not in sentence
        assert len(sentence.split()) <= LONGEST
    assert told.changed == ()


def test_of_a_long_sentence_the_part_that_did_it_is_said_back() -> None:
    reply = (
        "oh ash thats three whole days with nobody to talk to in those halls, thats so lonely, do you want to tell us about it"
    )
    told = {line.about: f"{line.quote} {line.say}" for line in worded(reply, wanting("hear", "ask")).landed}
    assert "lonely" in told["hear"]
    assert "do you want to tell us about it" in told["ask"]
    assert "three whole days" not in told["ask"]


def test_what_landed_is_told_with_the_words_that_did_it() -> None:
    landed = worded(KIND, wanting("hear", "ask")).landed
    assert [line.about for line in landed] == ["hear", "ask"]
    for line in landed:
        assert "lonely" in line.quote + line.say or "how are you feeling now" in line.quote + line.say


def test_what_is_said_once_is_not_quoted_twice() -> None:
    for reply, moment, rubric in REPLIES:
        assert not any(line.quote and "“" in line.say for line in worded(reply, rubric, moment).landed)


def test_what_was_looked_for_comes_first_and_four_at_most() -> None:
    shown = [met(name, (0, 4)) for name in ("welcome", "hear", "ask", "share", "include", "own-words")]
    told = feedback("that sounds", result(*shown), HALLS, wanting("ask", "hear"))
    assert [line.about for line in told.landed][:2] == ["ask", "hear"]
    assert len(told.landed) == 4


def test_nothing_is_made_up_where_nothing_landed() -> None:
    assert worded("k", wanting("hear", "ask")).landed == ()


def test_a_long_quote_is_cut_at_twelve_words_with_an_ellipsis() -> None:
    reply = " ".join(["word"] * 30)
    told = feedback(reply, result(met("hear", (0, len(reply)))), HALLS, wanting("hear"))
    assert " ".join(["word"] * QUOTED) + "…" in told.landed[0].quote + told.landed[0].say
    assert " ".join(["word"] * (QUOTED + 1)) not in told.landed[0].quote + told.landed[0].say


def test_hearing_comes_before_anything_else_that_is_missing() -> None:
    rubric = Rubric((SkillLine("signpost", 5), SkillLine("ask", 3), SkillLine("hear")))
    assert next_step("ok", result(missed("signpost"), missed("ask"), missed("hear")), rubric).about == "hear"


def test_what_is_missing_comes_before_what_is_half_there() -> None:
    half = Mark("hear", "partly", ((0, 2),))
    assert next_step("ok", result(half, missed("ask")), wanting("hear", "ask")).about == "ask"


def test_what_weighs_more_comes_first_among_equals() -> None:
    rubric = Rubric((SkillLine("share"), SkillLine("include", 3)))
    assert next_step("ok", result(missed("share"), missed("include")), rubric).about == "include"


def test_nobody_is_asked_to_add_what_was_optional() -> None:
    rubric = Rubric((SkillLine("hear"), SkillLine("ask", optional=True)))
    assert next_step("ok", result(met("hear", (0, 2)), missed("ask")), rubric) == Next("", "")


@pytest.mark.parametrize("name", ["unsafe-detail", "judging", "minimising", "promising", "brush-off", "one-to-one", "diagnosing"])
def test_what_could_hurt_is_looked_at_before_what_is_missing(name: str) -> None:
    step = next_step("ok then", result(missed("hear"), pitfalls=(Pitfall(name, ((0, 2),)),)), wanting("hear"))
    assert step.about == name
    assert step.say in BY_ID[name].missed


def test_a_light_pitfall_waits_for_what_is_missing() -> None:
    fixing = (Pitfall("fixing", ((0, 2),)),)
    assert next_step("ok then", result(missed("hear"), pitfalls=fixing), wanting("hear")).about == "hear"
    assert next_step("ok then", result(met("hear", (0, 2)), pitfalls=fixing), wanting("hear")).about == "fixing"


INDUCTION = PointLine("induction", "picks up the induction day", any=("induct*",))


def test_a_point_is_told_in_the_words_its_author_gave_it() -> None:
    rubric = Rubric((INDUCTION,))
    landed = worded("induction for six hours, ugh", rubric).landed
    assert [(line.about, line.quote, line.say) for line in landed if line.about == "induction"] == [
        ("induction", "induction", "That picks up the induction day.")
    ]
    step = next_step("ok", result(points=(missed("induction"),)), rubric)
    assert (step.about, "picks up the induction day" in step.say) == ("induction", True)


def test_a_pitfall_is_told_with_the_words_and_without_blame() -> None:
    careful = worded("its only halls, others have it way worse", wanting("hear")).careful
    assert [line.about for line in careful] == ["minimising"]
    assert "others have it way worse" in careful[0].quote + careful[0].say or "only halls" in careful[0].quote + careful[0].say


def test_two_pitfalls_at_most_are_told_at_once() -> None:
    several = tuple(Pitfall(name, ((0, 2),)) for name in ("fixing", "minimising", "judging", "pressuring"))
    assert len(feedback("ok then", result(pitfalls=several), HALLS, wanting("hear")).careful) <= 2


def test_of_several_pitfalls_the_one_to_try_next_is_among_those_told() -> None:
    several = tuple(Pitfall(name, ((0, 2),)) for name in ("fixing", "template", "one-to-one", "unsafe-detail"))
    told = feedback("ok then", result(pitfalls=several), HALLS, wanting("hear"))
    step = next_step("ok then", result(pitfalls=several), wanting("hear"))
    assert step.about in [line.about for line in told.careful]


def test_the_same_reply_is_always_told_the_same() -> None:
    assert worded(KIND, wanting("hear", "ask", "reflect")) == worded(KIND, wanting("hear", "ask", "reflect"))


def test_a_run_never_hears_a_sentence_twice_while_there_are_others() -> None:
    used: list[str] = []
    for _ in range(6):
        told = worded("k", wanting("hear"), used=tuple(used))
        assert told.next.say not in used
        used.extend(told.said())


def test_different_replies_are_not_all_told_the_same() -> None:
    assert len({pick(BY_ID["hear"].missed, f"reply {number}", "hear") for number in range(40)}) >= 5


def test_when_all_has_been_said_something_is_still_said() -> None:
    phrasings = BY_ID["hear"].missed
    assert pick(phrasings, "k", "hear", phrasings) in phrasings


def changed(before: Result, now: Result) -> tuple[str, ...]:
    return feedback("ok then", now, HALLS, wanting("hear", "ask"), before=before).changed


def test_a_retry_is_told_what_is_new_clearer_gone_and_less() -> None:
    before = result(
        missed("hear"), Mark("ask", "partly", ((0, 2),)), met("share", (0, 2)), pitfalls=(Pitfall("fixing", ((0, 2),)),)
    )
    now = result(met("hear", (0, 2)), met("ask", (0, 2)), pitfalls=(Pitfall("judging", ((0, 2),)),))
    told = "\n".join(changed(before, now))
    for name in ("hear", "ask", "share", "fixing", "judging"):
        assert BY_ID[name].title.casefold() in told.casefold(), name
    assert len(changed(before, now)) == 5


def test_a_retry_that_changed_nothing_is_told_so_kindly() -> None:
    told = changed(result(missed("hear")), result(missed("hear")))
    assert len(told) == 1
    assert "!" not in told[0]


def test_a_point_that_came_in_with_a_retry_is_named_by_what_it_does() -> None:
    rubric = Rubric((INDUCTION,))
    told = feedback(
        "x", result(points=(met("induction", (0, 1)),)), HALLS, rubric, before=result(points=(missed("induction"),))
    ).changed
    assert len(told) == 1
    assert "induction" in told[0]
