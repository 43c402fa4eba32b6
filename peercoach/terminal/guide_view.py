"""The guide: skills and pitfalls as their detectors describe them, with examples read live and what counts marked."""

from __future__ import annotations

from collections.abc import Iterator

from peercoach.coaching.detector import Detector, Sample
from peercoach.coaching.moment import Mark, Message, Moment, Pitfall, Result, Rubric, SkillLine, Span
from peercoach.coaching.score import score
from peercoach.terminal.words import BLANK, Block, Para, heading, para, quiet

_MOST = 4  # examples a page, of each sort: enough to see the pattern, few enough to read


def contents(detectors: tuple[Detector, ...], title: str, more: str) -> tuple[Block, ...]:
    """Each one's id, title and summary. `more` says how to read on."""
    entries = [para((each.id, "help"), f": {each.title}. {each.summary}", indent=2, hang=2) for each in detectors]
    return (BLANK, heading(title), BLANK, *entries, BLANK, quiet(more))


def page(detector: Detector, *, everything: bool = False) -> tuple[Block, ...]:
    """One skill or pitfall: what it is, why it matters, and examples; all of them with `everything`."""
    most = None if everything else _MOST
    counts, not_ = ("Counts", "Doesn't count") if detector.kind == "skill" else ("Costs", "Looks like it, but is fine")
    blocks: list[Block] = [BLANK, heading(detector.title), para(detector.summary), BLANK]
    blocks += [heading("Why this matters"), para(detector.why, indent=2)]
    for title, samples in ((counts, detector.finds), (not_, detector.ignores)):
        if samples:
            blocks += [BLANK, heading(title), *(_sample(each, detector) for each in samples[:most])]
    if detector.finds:
        blocks += [BLANK, quiet("«Marked» is the part that was found. Not to copy: yours will sound like you.")]
    return tuple(blocks)


def _sample(sample: str | Sample, detector: Detector) -> Para:
    given = sample if isinstance(sample, Sample) else Sample(sample)
    said = (Message(given.to, given.said),) if given.said else ()
    lines = (SkillLine(detector.id),) if detector.kind == "skill" else ()
    result = score(given.text, Moment(said, (given.to,), age=given.age), Rubric(lines))
    return para("- ", *marked(given.text, _evidence(result, detector)), indent=2, hang=2)


def _evidence(result: Result, detector: Detector) -> tuple[Span, ...]:
    """What was found, in the order of the text."""
    found: tuple[Mark | Pitfall, ...] = (*(mark for mark in result.skills if mark.level != "missed"), *result.pitfalls)
    return tuple(sorted(span for each in found if each.id == detector.id for span in each.evidence))


def marked(text: str, spans: tuple[Span, ...]) -> Iterator[str | tuple[str, str]]:
    """A text in parts, with what the spans (in order, none overlapping) cover between « and »."""
    at = 0
    for start, end in spans:
        if start >= at:
            yield text[at:start]
            yield f"«{text[start:end]}»", "mark"
            at = end
    yield text[at:]
