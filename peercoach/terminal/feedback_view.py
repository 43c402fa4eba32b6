"""What is said after an answer: the band in words first, the learner's own words quoted, one next thing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from peercoach.coaching.moment import Band, PointLine, Rubric
from peercoach.practice.values import Chosen, Hinted, Moved, Scored, Spotted
from peercoach.scenario.format import Example
from peercoach.terminal.care_view import CHECK_IN
from peercoach.terminal.chat_view import name_list
from peercoach.terminal.words import BLANK, Block, Pair, Para, heading, para, quiet

if TYPE_CHECKING:
    from peercoach.coaching.feedback import Careful, Landed

BAND_WORDS: dict[Band, str] = {
    "strong": "strong",
    "developing": "developing",
    "needs-work": "needs-work",
    "harmful": "could hurt",
}


def scored(outcome: Scored) -> tuple[Block, ...]:
    """A reply's feedback: band and score, what landed, one thing to try, careful, and what a retry changed."""
    result, words = outcome.result, outcome.feedback
    blocks: list[Block] = [BLANK, para((BAND_WORDS[result.band], result.band), f", {result.score} of 100")]
    if words.changed:
        blocks += [BLANK, heading("What changed"), *(para(f"- {line}", hang=2) for line in words.changed)]
    if words.landed:
        blocks += [BLANK, heading("What landed"), *_quoted(words.landed)]
    if words.careful:
        blocks += [BLANK, heading("Careful"), *_quoted(words.careful)]
    if words.next.say:
        blocks += [BLANK, heading("One thing to try"), para(words.next.say, indent=2)]
    if words.hint:
        blocks += [BLANK, heading("A hint"), para(words.hint, indent=2)]
    if outcome.check_yourself:
        asked = (para(f"- {line}?", hang=2) for line in map(_bare, outcome.check_yourself))
        blocks += [BLANK, heading("Ask yourself: have you"), *asked]
    if outcome.care == "check-in":
        blocks += [BLANK, quiet(CHECK_IN)]
    return tuple(blocks)


def _bare(question: str) -> str:
    return question.rstrip(" ?.")


def _quoted(lines: tuple[Landed, ...] | tuple[Careful, ...]) -> Iterator[Para]:
    for line in lines:
        if line.quote:
            yield para((f"“{' '.join(line.quote.split())}”", "quote"), indent=2, hang=1)
        yield para(line.say, indent=4 if line.quote else 2)


def chosen(outcome: Chosen) -> tuple[Block, ...]:
    """How good a choice was, in words, and why."""
    return (BLANK, para((BAND_WORDS[outcome.band], outcome.band), hang=2), para(outcome.because, indent=2))


def spotted(outcome: Spotted) -> tuple[Block, ...]:
    """Whether that was who was meant. A near miss says what was found already."""
    if outcome.right:
        return (BLANK, para(("Yes, ", "strong"), f"{name_list(outcome.found)}. {outcome.because}".strip()))
    if outcome.found:
        return (BLANK, para(f"You found {name_list(outcome.found)}. That's part of it; there's a bit more to see."))
    return (BLANK, para("Not quite who we had in mind. It's easily missed: it might help to scroll up once more."))


def revealed(outcome: Moved) -> tuple[Block, ...]:
    """Who there was to find, for somebody who goes on without."""
    if not outcome.answer or not outcome.because:
        return ()
    return (BLANK, para(f"It was {name_list(outcome.answer)}. {outcome.because}".strip()))


def hinted(outcome: Hinted) -> tuple[Block, ...]:
    """One hint."""
    return (BLANK, para((f"Hint {outcome.number} of {outcome.total}: ", "heading"), outcome.text, hang=2))


def examples(given: tuple[Example, ...], rubric: Rubric) -> tuple[Block, ...]:
    """How others put it: a weaker and a strong one side by side."""
    strong = next((each for each in given if "strong" in each.bands), None)
    weak = next((each for band in _WEAK for each in given if band in each.bands and each is not strong), None)
    titled = (("One way that misses", weak), ("One way that lands", strong))
    sides = [_example(title, each, rubric) for title, each in titled if each]
    body: tuple[Block, ...] = (Pair(*sides),) if len(sides) == 2 else tuple(block for side in sides for block in side)
    return (BLANK, quiet("How others put it. Not to copy: yours will sound like you."), BLANK, *body)


_WEAK: tuple[Band, ...] = ("needs-work", "developing", "harmful")
"""What to learn most from, next to a strong one, comes first."""


def _example(title: str, example: Example, rubric: Rubric) -> tuple[Para, ...]:
    says = {line.point: line.says for line in rubric.lines if isinstance(line, PointLine) and line.says}
    parts = (("shows", example.shows), ("misses", example.misses), ("falls into", example.falls_into))
    notes = (f"{what}: {', '.join(says.get(name, name) for name in names)}" for what, names in parts if names)
    words = " or ".join(BAND_WORDS[band] for band in example.bands)
    return (
        para((title, "heading"), f" ({words})"),
        para(example.text.strip(), indent=2),
        *(quiet(note, indent=2) for note in notes),
    )


def why(reason: str) -> tuple[Block, ...]:
    """Why something matters."""
    return (BLANK, heading("Why this matters"), para(reason, indent=2))
