"""A group's own services: every fault at once, each in its place, and nothing hostile gets as far as being read."""

from __future__ import annotations

import pytest

from peercoach.coaching.services import directory, load
from peercoach.coaching.services_overlay import overlaid
from peercoach.scenario.services_check import check

KNOWN = directory()
GOOD = """\
meta:
  stale_after_days: 90
  need_tags: {gaming: somebody to play with}
  retired_numbers:
    - {value: "0191 498 0001", meant: our-room, why: older number}
services:
  - id: our-room
    name: Our room
    status: open
    offer: suggest
    for: [gaming, peer-group]
    ages: {min: null, max: 25}
    regions: [england, wales]
    aliases: the den
    verified: 2026-10-01
    channels:
      - {type: phone, value: "0191 498 0000", hours: "24/7"}
  - {id: calm, name: CALM, status: closed, offer: recognise, replaced_by: [our-room], verified: unverified}
"""


def told(text: str) -> list[str]:
    return [f"{fault.line}:{fault.col} {fault.message}" for fault in check(text, KNOWN)]


def test_a_good_one_has_nothing_to_mend_and_can_be_laid_over() -> None:
    assert told(GOOD) == []
    both = overlaid(KNOWN, load(GOOD))
    assert both.get("our-room")
    assert both.find("gaming room")


def test_every_fault_is_told_at_once_and_in_its_place() -> None:
    text = """\
meta: {stale_after_days: soon, retired_numbers: [{value: "1", meant: nobody}], colour: red}
services:
  - {id: Our Room, name: X, status: opne, offer: suggest, for: [pear-group], regions: [narnia]}
  - name: Y
    id: calm
    id: calm
    status: open
    offer: suggest
    chanels: []
    verified: 2026-13-01
    ages: {min: ten}
    channels: [{type: fone, value: 1}, {type: phone}]
    aliases: {a: b}
  - {id: calm, name: [1], status: open, offer: recognise, fallback: zzz, replaced_by: [sammaritans]}
  - 3
"""
    assert told(text) == [
        '1:26 stale_after_days is a whole number up to 36500, or null; this is "soon"',
        '1:70 meant: there is no service "nobody"',
        '1:80 "colour" is not something a directory says; did you mean "country"?',
        '3:10 "Our Room" can\'t be an id',
        '3:37 status can\'t be "opne"; did you mean "open"?',
        "3:50 Our Room is suggested, and there is no way to reach it",
        '3:65 for can\'t be "pear-group"; did you mean "peer-group"?',
        '3:88 regions can\'t be "narnia"',
        '6:5 "id" stands here twice',
        '9:5 "chanels" is not something a directory says; did you mean "channels"?',
        '10:15 verified is a day, or unverified; this is "2026-13-01"',
        '11:17 min is a whole number up to 129, or null; this is "ten"',
        '12:23 type can\'t be "fone"; did you mean "phone"?',
        "12:40 a channel of calm has no value",
        "13:14 aliases is a list",
        "14:5 calm has no name",
        '14:10 there is another service with the id "calm"',
        "14:22 name is one text",
        '14:69 fallback: there is no service "zzz"',
        '14:88 replaced_by: there is no service "sammaritans"; did you mean "samaritans"?',
        "15:5 service 4 is not a set of `key: value` lines",
    ]


def test_999_stays_as_it_is() -> None:
    assert told("services:\n  - {id: emergency, name: X, status: closed, offer: recognise}") == [
        '2:10 "emergency" is 999, and that stays as it is'
    ]


ENTRY = "services:\n  - {{id: x, name: X, status: open, offer: recognise, {}}}"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "empty"),
        ("- a", "not a set"),
        ("services: 3", "no list of services"),
        ("meta: {}", "no list of services"),
        ("services: [", "can't read on"),
        ("services: []\n---\nservices: []", "second document"),
        ("a: &x [1]\nservices: [*x]", "takes"),
        ("services:\n  - !!python/object:os.system {}", "tag"),
        ("services: " + "[" * 1000, "too deep"),
        ("services: " + "[ " * 100_000, "larger"),
        ("services: [] # \0", "hidden character"),
        ("services: [] # \u202e", "hidden character"),
        ("services: [] # \ud800", "hidden character"),
        (ENTRY.format("verified: 2026-01-01 10:00:00"), "verified is a day"),
        (ENTRY.format("verified: [2026-01-01]"), "verified is one text"),
        (ENTRY.format("? [a, b] : c"), "not something a directory says"),
        (ENTRY.format("ages: {max: " + "9" * 5000 + "}"), "whole number"),
        (ENTRY.format("ages: {min: 010}"), "whole number"),
        (ENTRY.format("ages: 12"), "ages is not a set"),
        (ENTRY.format("channels: {type: phone}"), "channels is a list"),
        (ENTRY.format("for: [[peer-group]]"), "for is one text"),
        ("meta: {stale_after_days: 1.5}\nservices: []", "whole number"),
        ("meta: {retired_numbers: 3}\nservices: []", "retired_numbers is a list"),
    ],
)
def test_what_is_odd_or_hostile_is_a_sentence(text: str, words: str) -> None:
    assert words in " ".join(told(text))


@pytest.mark.parametrize("line", GOOD.splitlines())
def test_what_passes_can_always_be_read_whatever_line_is_taken_out(line: str) -> None:
    text = GOOD.replace(f"{line}\n", "", 1)
    if not told(text):
        assert overlaid(KNOWN, load(text)).services


def test_the_directory_that_comes_with_peercoach_is_written_like_this_too() -> None:
    from peercoach.coaching.data import packaged

    whole = packaged("services.yaml")  # its entry for 999 is its own, and one reason in it has a comma without quotes
    assert [fault for fault in told(whole) if "999" not in fault and "replaced by 116 123" not in fault] == []
