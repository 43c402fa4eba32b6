"""What there is to pick from where somebody is to be pointed to a service."""

from __future__ import annotations

from dataclasses import replace

from peercoach.coaching.services import directory
from peercoach.practice.candidates import candidates
from peercoach.practice.values import Candidate
from peercoach.scenario.format import SignpostStep
from tests.practice.talks import PICK, REPLY, talk

AT_NIGHT = replace(PICK, need=("one-to-one", "text-only"), age=17, nation="england", time="02:00", by="text")


def offered(step: SignpostStep) -> tuple[Candidate, ...]:
    ((step_id, found),) = candidates(talk(REPLY, step), directory())
    assert step_id == step.id
    return found


def test_some_fit_and_some_nearly_do() -> None:
    for step in (PICK, AT_NIGHT, replace(PICK, need=("eating",), age=22), replace(PICK, need=("complaint",))):
        assert len(offered(step)) == 5
        assert 1 <= sum(each.fits for each in offered(step)) <= 2


def test_each_has_a_reason_and_a_way_to_reach_it() -> None:
    for each in offered(AT_NIGHT):
        assert each.why.endswith(".")
        assert each.how


def test_texting_at_two_in_the_morning() -> None:
    fitting = {each.id: each.how for each in offered(AT_NIGHT) if each.fits}
    assert fitting["shout"].startswith("text SHOUT to ")


def test_the_place_in_the_list_says_nothing_and_is_the_same_every_time() -> None:
    names = [each.name for each in offered(AT_NIGHT)]
    assert names == sorted(names, key=str.casefold)
    assert offered(AT_NIGHT) == offered(AT_NIGHT)


def test_the_age_is_the_persons_own_where_the_step_says_none() -> None:
    grown_up = talk(replace(PICK, need=("general-listening",)), people=(replace(talk().people[0], age=22),))
    ((_, found),) = candidates(grown_up, directory())
    assert not any(each.fits for each in found if each.id == "childline")


def test_a_scenario_without_a_pick_offers_nothing() -> None:
    assert candidates(talk(REPLY, replace(PICK, how="reply")), directory()) == ()
