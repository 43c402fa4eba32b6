"""The guide's pages come from the detectors, with what was found marked in words as well as in colour."""

from __future__ import annotations

from dataclasses import replace
from io import StringIO

from peercoach.coaching.detectors import BY_ID
from peercoach.coaching.pitfalls import DETECTORS as PITFALLS
from peercoach.coaching.skills import DETECTORS as SKILLS
from peercoach.terminal.guide_view import contents, page
from peercoach.terminal.screen import PlainScreen
from peercoach.terminal.words import Block

LONELY = "that sounds so lonely"


def plain(*blocks: Block) -> str:
    out = StringIO()
    PlainScreen(out, 80).show(*blocks)
    return out.getvalue()


def test_the_contents_name_every_skill_with_its_title_and_summary() -> None:
    shown = plain(*contents(SKILLS, "Skills", "Read one."))
    for detector in SKILLS:
        assert f"  {detector.id}: {detector.title}. " in shown


def test_every_page_says_what_and_why() -> None:
    for detector in (*SKILLS, *PITFALLS):
        assert plain(*page(detector)).startswith(f"\n{detector.title}\n")
        assert "Why this matters" in plain(*page(detector))


def test_what_was_found_in_an_example_is_marked() -> None:
    shown = plain(*page(replace(BY_ID["hear"], finds=(f"{LONELY} ash",), ignores=("ok",))))
    assert "«" in shown.split("Counts")[1].split("Doesn't count")[0]
    assert "- ok\n" in shown.split("Doesn't count")[1]


def test_a_page_shows_a_few_examples_and_all_when_asked() -> None:
    hear = replace(BY_ID["hear"], finds=tuple(f"{LONELY} number {number}" for number in range(9)), ignores=())
    assert plain(*page(hear)).count("number") == 4
    assert plain(*page(hear, everything=True)).count("number") == 9
