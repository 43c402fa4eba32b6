"""Whether the learner may be writing about themselves: first person, present or near future, and a sign of risk.

It is no detector of danger and will miss things. When torn it answers `check-in`: a quiet line is cheap, an interruption is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from peercoach.coaching.care_context import Around, strength
from peercoach.coaching.care_fold import Folded, fold
from peercoach.coaching.care_rules import Phrase, worth_trying
from peercoach.coaching.care_tone import heavy
from peercoach.coaching.moment import Care, Moment, Span

LONGEST = 100_000
"""Code points of a reply that are read."""

_NONE = Care()
_QUOTED = re.compile(r"[\"“«][^\"“”»]{3,400}[\"”»]|(?<!\w)['‘][^'‘’\n]{4,200}['’](?!\w)")


def care(reply: str, moment: Moment) -> Care:
    """How the reply sounds about the person who typed it, and where. Pure and linear."""
    folded = fold(reply[:LONGEST])
    whole = Around(folded)
    found = weighed(worth_trying(folded.words), folded, whole, reply)
    if found:
        return _answer(found, moment)
    return _tone(folded, whole, reply)


def weighed(phrases: Iterable[Phrase], folded: Folded, whole: Around, reply: str) -> dict[str, tuple[int, Span]]:
    """The strongest standing of each rule that holds, and where."""
    quoted = [match.span() for match in _QUOTED.finditer(reply) if match.end() - match.start() < len(reply.strip())]
    found: dict[str, tuple[int, Span]] = {}
    for phrase in phrases:
        rule = phrase.rule
        for match in phrase.pattern().finditer(folded.text):
            span = folded.span(*match.span())
            if any(start < span[0] and span[1] <= end for start, end in quoted):
                continue
            weight = strength(rule, match, folded, whole)
            if weight > found.get(rule.id, (1 if whole.to_other else 0, span))[0]:
                found[rule.id] = (weight, span)
    return found


def _answer(found: dict[str, tuple[int, Span]], moment: Moment) -> Care:
    spans = tuple(sorted({span for _, span in found.values()}))
    sharp = any(weight >= 3 for weight, _ in found.values())
    return Care("now" if sharp else "check-in", spans)


def _tone(folded: Folded, whole: Around, reply: str) -> Care:
    """A quiet line when nothing plain was said but the reply is all about oneself, and heavy."""
    if whole.to_other or not heavy(folded, whole):
        return _NONE
    return Care("check-in", ((len(reply) - len(reply.lstrip()), len(reply.rstrip())),))
