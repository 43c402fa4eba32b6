"""Examples are scored in the moment of somebody who came the straight way, and held against what their author says."""

from __future__ import annotations

import pytest

from peercoach.coaching.moment import Message
from peercoach.keep.places import package_text
from peercoach.scenario.examples import Claim, Sample, run
from peercoach.scenario.format import Example, Line
from peercoach.scenario.moments import moment_at, moment_for
from peercoach.scenario.routes import can_end, lines_on, reached, straight_path, ways
from peercoach.scenario.template import TEMPLATES, Template
from tests.scenario.texts import EVERY_STEP, TWO_POINTS, broken, scenario

BRANCHES = """\
peercoach: 1
title: Branches
about: The talk can go two ways.
for: member
level: 1
people: {ash: {age: 17}, kit: {}}
steps:
  - choose: Who first?
    options:
      - {say: ash, band: strong, because: x, chat: "ash: me first", goto: with-ash}
      - {say: kit, band: developing, because: x, chat: "kit: me first", goto: with-kit}
  - chat: "kit: never shown"
  - chat: "ash: hi"
    id: with-ash
    goto: end
  - chat: "kit: hi"
    id: with-kit
  - note: the last
"""


def test_the_moment_holds_what_was_said_to_whom_and_how_old_they_are() -> None:
    moment = moment_at(scenario(), 2)
    assert moment.messages[0] == Message("kit", "anyone watching the final tonight")
    assert len(moment.messages) == 3
    assert (moment.to, moment.age, moment.need) == (("ash",), 17, ())
    assert moment.examples[1] == "sorry chats busy"


def test_a_signposts_own_age_and_facts_win() -> None:
    whole = scenario(EVERY_STEP)
    moment = moment_for(whole, (Line("sol", "hi"), Line("", "moss joined")), whole.steps[4])
    assert moment.messages == (Message("sol", "hi"),)
    assert (moment.age, moment.need, moment.nation) == (16, ("one-to-one", "text-only"), "england")
    assert (moment.time, moment.channel) == ("02:00", "text")


def test_a_step_without_anybody_to_answer_has_a_moment_too() -> None:
    whole = scenario(EVERY_STEP)
    assert moment_for(whole, (), whole.steps[5]).to == ()


def test_ways_lead_on_branch_and_end() -> None:
    whole = scenario(BRANCHES)
    assert ways(whole) == ((2, 3), (2,), (5,), (4,), (5,))
    assert reached(ways(whole)) == {0, 2, 3, 4, 5}
    assert can_end(ways(whole)) == {0, 1, 2, 3, 4, 5}


def test_the_straight_path_branches_only_where_it_must() -> None:
    whole = scenario(BRANCHES)
    on = ways(whole)
    assert straight_path(on, 2) == (0,)
    assert straight_path(on, 4) == (0, 3)
    assert straight_path(on, 1) == (0,)
    assert lines_on(whole, (0, 3), 4) == (Line("kit", "me first"), Line("kit", "hi"))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.id)
def test_the_scorer_and_the_author_agree_on_every_starting_file(template: Template) -> None:
    told = run(scenario(package_text(template.file)))
    assert len(told) >= 3
    assert [(outcome.name, outcome.differed) for outcome in told if outcome.differed] == []


def test_what_differs_is_told_in_words() -> None:
    claims = "shows: [safety]\n        misses: [induction]\n        falls-into: [judging]"
    text = broken("shows: [notice, hear, induction]", claims, broken("      - strong: |", "      - harmful: |"))
    first = run(scenario(text))[0]
    assert not first.agrees
    assert first.line == 38
    assert first.differed[0].endswith("not harmful")
    assert first.differed[1:] == ("doesn't show safety", "shows induction", "doesn't fall into judging")


def test_what_an_author_does_not_mention_is_left_open() -> None:
    text = broken("        misses: [induction]\n        falls-into: [minimising]\n", "")
    assert run(scenario(text))[2].differed == ()


def test_examples_of_a_step_behind_an_impossible_way_are_scored_all_the_same() -> None:
    text = broken("    answer: ash\n", "    answer: ash\n    goto: end\n")
    assert len(run(scenario(text))) == 3


def test_what_an_author_says_is_kept_one_by_one_with_whether_the_scorer_tells_it_too() -> None:
    claims = "shows: [induction]\n        misses: [safety]\n        falls-into: [judging]"
    first = run(scenario(broken("shows: [notice, hear, induction]", claims)))[0]
    assert first.claims == (
        Claim("shows", "induction", agrees=True),
        Claim("misses", "safety", agrees=True),
        Claim("falls-into", "judging", agrees=False),
    )
    assert first.differed == ("doesn't fall into judging",)


def test_either_of_two_bands_agrees() -> None:
    text = broken("- developing: that", "- strong or developing: that", TWO_POINTS)
    assert [one.agrees for one in run(scenario(text))] == [True, True, True]
    text = broken("- needs-work: what", "- strong or developing: what", TWO_POINTS)
    assert run(scenario(text))[2].differed == ("needs-work, not strong or developing",)


def test_a_reply_from_elsewhere_goes_through_the_same_way_under_its_own_name() -> None:
    reply = Sample(1, 7, Example(("developing",), "that induction", line=7), "r7")
    told = run(scenario(TWO_POINTS), [reply])
    assert [(one.name, one.step_id, one.line, one.agrees) for one in told] == [("r7", "back", 7, True)]
    assert told[0].score == run(scenario(TWO_POINTS))[1].score
