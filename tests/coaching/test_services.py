"""The services directory: finding, fitting and recognising services."""

from __future__ import annotations

from datetime import date

import pytest

from peercoach.coaching.services import Directory, Fit, Service, directory, fit, load
from peercoach.coaching.services_hours import is_open, said
from peercoach.coaching.services_overlay import overlaid
from peercoach.coaching.services_read import STATUSES
from peercoach.errors import PeercoachError

KNOWN = directory()


def service(name: str) -> Service:
    found = KNOWN.get(name)
    assert found is not None
    return found


def named(text: str, known: Directory = KNOWN) -> list[tuple[str, str]]:
    return [(mention.service_id, text[mention.start : mention.end]) for mention in known.mentions(text)]


@pytest.mark.parametrize(
    "text",
    [
        "keep calm and carry on", "calm down", "feeling calm tonight", "you can beat this", "dont beat yourself up", "he beat me up",
        "mind you it was late", "never mind", "some breathing space", "we sat side by side", "to be frank", "my mate frank said hi",
        "shout if you need me", "dont shout at her", "in sobs", "a bus shelter", "you're a lifeline", "Sam's here", "pm me", "same circle",
    ],
)  # fmt: skip
def test_everyday_words_are_no_services(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ring CALM, they're good", "calm"), ("the calm zone is open til midnight", "calm"), ("try calm", "calm"), ("Mind infoline", "mind-infoline"),
        ("beat helpline", "beat"), ("you could try Beat", "beat"), ("talk to frank", "frank"), ("text SHOUT to 85258", "shout"),
        ("text THEMIX to 85258", "crisis-messenger"), ("85258", "shout"), ("hope line", "papyrus-hopeline247"), ("childine", "childline"),
        ("08001111", "childline"), ("116 123", "samaritans"), ("samiritans", "samaritans"), ("go to A&E", "emergency"), ("a and e", "emergency"),
        ("111 option 2", "nhs-111-mental-health"), ("ring breathing space", "breathing-space"), ("Side by Side", "side-by-side"),
        ("pm the team", "the-mix-staff-pm"), ("kelly's heroes", "kellys-heroes"), ("C.A.L.M", "calm"),
    ],
)  # fmt: skip
def test_services_are_known_by_names_nicknames_numbers_and_keywords(text: str, expected: str) -> None:
    assert expected in [name for name, _ in named(text)]


def test_spans_are_where_the_name_stands() -> None:
    text = "hey 😀 samaritans are on 116 123, or childline"
    assert named(text) == [("samaritans", "samaritans"), ("samaritans", "116 123"), ("childline", "childline")]


def test_a_number_that_is_out_of_date_is_put_right() -> None:
    text = "papyrus are on 07860 039967 and 0808 068 4141"
    told = [KNOWN.correction(text, mention) for mention in KNOWN.mentions(text)]
    assert told == [
        "",
        "That number is out of date. Papyrus HOPELINE247 is 88247 now.",
        "That number is out of date. Papyrus HOPELINE247 is 0800 068 4141 now.",
    ]
    old = "the mix is 0808 808 4994"
    assert [KNOWN.correction(old, each) for each in KNOWN.mentions(old) if each.by == "retired"] == [
        "That number may no longer run. The Mix Crisis Messenger or Shout could help instead."
    ]


@pytest.mark.parametrize(
    ("name", "need", "facts", "problem"),
    [
        ("childline", ["one-to-one"], {"age": 19}, "age"),
        ("childline", ["one-to-one"], {"age": 18}, ""),
        ("papyrus-hopeline247", ["suicidal-thoughts"], {"age": 35}, "age"),
        ("uksobs", ["bereavement-suicide"], {"age": 17}, "age"),
        ("calm", ["one-to-one"], {"time": "02:00"}, "closed"),
        ("calm", ["one-to-one"], {"time": "18:30"}, ""),
        ("beat", ["eating"], {"time": "02:00"}, "closed"),
        ("the-mix-peer-121", ["one-to-one"], {}, "closed"),
        ("the-mix-helpline", ["one-to-one"], {}, "unknown"),
        ("the-mix-support-circle", ["one-to-one"], {}, "need"),
        ("mind-infoline", ["one-to-one"], {}, "need"),
        ("cruse", ["eating"], {}, "need"),
        ("samaritans", ["one-to-one"], {"channel": "text"}, "channel"),
        ("breathing-space", ["one-to-one"], {"nation": "england"}, "nation"),
        ("nhs-111-mental-health", ["crisis-now"], {"nation": "northern-ireland"}, "nation"),
        ("crisis-messenger", ["one-to-one", "text-only"], {"age": 17, "time": "02:00", "channel": "text"}, ""),
        ("emergency", ["crisis-now", "one-to-one"], {}, ""),
        ("emergency", ["eating"], {}, "need"),
    ],
)
def test_a_service_fits_or_the_first_thing_in_the_way_is_told(
    name: str, need: list[str], facts: dict[str, object], problem: str
) -> None:
    told = fit(service(name), need, **facts)  # type: ignore[arg-type]  # facts of several kinds
    assert (told.ok, told.problem) == (not problem, problem)
    assert not told.why[0].islower()
    assert told.why.endswith(".")


def test_hours_nobody_has_confirmed_are_said_to_be_so() -> None:
    told = fit(service("childline"), ["text-only"], 17, None, "02:00")
    assert told == Fit(ok=True, why=told.why, problem="unknown")
    assert "aren't confirmed" in told.why


def test_someone_to_text_in_the_small_hours() -> None:
    found = KNOWN.find("someone to text at 2am, 17, eating")
    assert [each.service.id for each in found[:2]] == ["crisis-messenger", "shout"]
    assert [each.fit.problem for each in found if each.service.id == "beat"] == ["closed"]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("calm", "calm"), ("trans and want to chat", "switchboard"), ("muslim", "muslim-youth-helpline"), ("homeless", "shelter"),
        ("danger now", "emergency"), ("feedback", "the-mix-feedback-form"), ("lost my brother to suicide", "uksobs"), ("beat 2am", "beat"),
        ("kooth", "kooth"), ("", "shout"), ("zzz", "shout"), ("uni", "student-space"),
    ],
)  # fmt: skip
def test_plain_words_find_a_service_that_fits(words: str, first: str) -> None:
    assert KNOWN.find(words)[0].service.id == first


def test_a_service_that_is_named_but_does_not_fit_comes_with_others_that_do() -> None:
    found = KNOWN.find("childline 22")
    assert (found[0].service.id, found[0].fit.problem) == ("childline", "age")
    assert all(each.fit.ok for each in found[1:])
    assert len(found) > 2


def test_a_service_that_is_not_suggested_is_followed_by_what_helps_instead() -> None:
    assert [each.service.id for each in KNOWN.find("nspcc")][:2] == ["nspcc-helpline", "childline"]


@pytest.mark.parametrize("age", [None, 14, 18, 19, 40])
@pytest.mark.parametrize("nation", [None, "england", "wales", "scotland", "northern-ireland"])
def test_help_is_at_most_four_routes_with_999_first(age: int | None, nation: str | None) -> None:
    routes = KNOWN.help_routes(age, nation)
    assert 3 <= len(routes) <= 4
    assert "999" in routes[0].do
    told = " ".join(route.do for route in routes)
    assert "85258" in told
    assert "116 123" in told
    assert ("0800 1111" in told) == (age is not None and age < 19) or (age is None and "0800 1111" in told)
    assert not ("111 and" in told and nation == "northern-ireland")


def test_details_that_are_old_or_never_checked_are_stale() -> None:
    assert KNOWN.stale(service("crisis-messenger"), date(2026, 11, 22))
    assert not KNOWN.stale(service("samaritans"), date(2026, 11, 22))
    assert KNOWN.stale(service("samaritans"), date(2027, 1, 22))


def test_a_group_can_lay_its_own_directory_over_this_one() -> None:
    own = """
services:
  - {id: calm, name: CALM, status: closed, offer: recognise, aliases: [calm zone], replaced_by: [samaritans]}
  - {id: our-room, name: Our room, status: open, offer: suggest, for: [peer-group], aliases: [the den]}
"""
    both = overlaid(KNOWN, load(own))
    assert named("see you in the den", both) == [("our-room", "the den")]
    changed = both.get("calm")
    assert changed is not None
    assert fit(changed, ["one-to-one"]) == Fit(ok=False, why="CALM has closed.", problem="closed")
    assert both.get("samaritans") == KNOWN.get("samaritans")
    assert overlaid(KNOWN, load("services: []")) == KNOWN


def test_what_is_laid_over_can_not_change_999_and_its_retired_numbers_count() -> None:
    own = """
meta: {stale_after_days: 400, stale_after_days_crisis: 30, retired_numbers: [{value: 0111 222 333, meant: calm, why: old}]}
services:
  - {id: emergency, name: Nobody, status: closed, offer: recognise}
"""
    both = overlaid(KNOWN, load(own))
    assert both.get("emergency") == KNOWN.get("emergency")
    assert [each.by for each in both.mentions("ring 0111 222 333")] == ["retired"]
    assert (both.read.stale_days, both.read.stale_days_crisis) == (180, 30)


@pytest.mark.parametrize(
    ("text", "said_so"),
    [
        ("services: [", "YAML"),
        ("- a", "key: value"),
        ("services: 3", "no list called 'services'"),
        ("services:\n  - {name: X}", "no id"),
        ("services:\n  - {id: x}", "no name"),
        ("services:\n  - {id: x, name: X, status: opne, offer: suggest}", "opne"),
        ("services:\n  - {id: x, name: X, status: open, offer: suggest, ages: {min: ten}}", "not a whole number"),
        ("services:\n  - {id: x, name: X, status: open, offer: suggest, channels: [{type: phone}]}", "no value"),
        ("services:\n  - {id: x, name: X, status: open, offer: suggest, for: {a: b}}", "not a list"),
        ("services:\n  - !!python/object:os.system {}", "YAML"),
    ],
)
def test_a_faulty_directory_says_what_is_wrong(text: str, said_so: str) -> None:
    with pytest.raises(PeercoachError) as told:
        load(text)
    assert said_so in told.value.message


def test_every_entry_is_whole() -> None:
    ids = {each.id for each in KNOWN.services}
    for each in KNOWN.services:
        assert each.status in STATUSES
        assert set(each.needs) <= set(KNOWN.needs), each.id
        assert {*each.replaced_by, *([each.fallback] if each.fallback else [])} <= ids
        assert (
            each.id in [name for name, _ in named(f"ring the {each.short} helpline")]
            or each.id.startswith("the-mix")
            or each.id
            in (
                "emergency",
                "moderator-now",
            )
        ), each.id


@pytest.mark.parametrize(
    ("hours", "time", "expected"),
    [
        ("24/7", "03:00", True), ("24/7 (B1); queues longer", "03:00", True), ("17:00-24:00 every day", "23:59", True),
        ("17:00-24:00 every day", "00:00", False), ("Mon-Thu 18:00-02:00", "01:00", True), ("Mon-Thu 18:00-02:00", "03:00", False),
        ("Mon-Thu 18:00-02:00, Fri 18:00-Mon 06:00", "12:00", None), ("unverified", "12:00", None), ("weekdays", "12:00", None),
        ("SOURCES DISAGREE: 18:00-24:00 or 24/7", "12:00", None),
    ],
)  # fmt: skip
def test_hours_are_read_only_where_they_are_sure(hours: str, time: str, *, expected: bool | None) -> None:
    assert is_open(hours, time) is expected


def test_hours_are_said_as_people_say_them() -> None:
    assert said("17:00-24:00 every day") == "5pm to midnight every day"
    assert said("Mon, Wed-Fri 09:30-17:00; Tue 13:00-20:00") == "Mon, Wed-Fri 9.30am to 5pm, Tue 1pm to 8pm"
    assert said("24/7") == "day and night"
    assert said("unverified") == ""
