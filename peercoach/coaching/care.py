"""Whether the learner may be writing about themselves: first person, present or near future, and a sign of risk.

It is no detector of danger and will miss things. When torn it answers `check-in`: a quiet line is cheap, an interruption is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from peercoach.coaching.care_context import Around, strength
from peercoach.coaching.care_echo import Said
from peercoach.coaching.care_fold import Folded, Places, fold
from peercoach.coaching.care_rules import Rule, worth_trying
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
    hits = _hits(folded)
    found = weighed(hits, folded, whole, reply, moment) if hits else {}
    if found:
        return _answer(found)
    return _NONE if any(rule.weight > 1 for rule, _ in hits) else _tone(folded, whole, reply)


def _hits(folded: Folded) -> list[tuple[Rule, re.Match[str]]]:
    """Every phrase that stands in the reply, whoever it is about."""
    return [(phrase.rule, match) for phrase in worth_trying(folded.words) for match in phrase.pattern().finditer(folded.text)]


def weighed(
    hits: Iterable[tuple[Rule, re.Match[str]]], folded: Folded, whole: Around, reply: str, moment: Moment
) -> dict[str, tuple[int, Span]]:
    """The strongest standing of each rule that holds once all that it may otherwise be is let off, and where."""
    places, quoted, said = Places(reply), _quoted(reply), Said(moment)
    least = 1 if whole.to_other else 0
    found: dict[str, tuple[int, Span]] = {}
    for rule, match in hits:
        if rule.weight <= found.get(rule.id, (least,))[0]:
            continue
        span = places.span(*match.span(1))
        weight = 0 if _inside(span, quoted) else said.left(strength(rule, match, folded, whole), match, folded, whole)
        if weight > found.get(rule.id, (least,))[0]:
            found[rule.id] = (weight, span)
    return found


def _inside(span: Span, quoted: Iterable[Span]) -> bool:
    return any(start < span[0] and span[1] <= end for start, end in quoted)


def _quoted(reply: str) -> list[Span]:
    """What stands in quotation marks, unless that is the whole reply."""
    return [match.span() for match in _QUOTED.finditer(reply) if match.end() - match.start() < len(reply.strip())]


def _answer(found: dict[str, tuple[int, Span]]) -> Care:
    spans = tuple(sorted({span for _, span in found.values()}))
    sharp = any(weight >= 3 for weight, _ in found.values())
    return Care("now" if sharp else "check-in", spans)


def _tone(folded: Folded, whole: Around, reply: str) -> Care:
    """A quiet line when nothing plain was said but the reply is all about oneself, and heavy."""
    if whole.to_other or not heavy(folded, whole):
        return _NONE
    return Care("check-in", ((len(reply) - len(reply.lstrip()), len(reply.rstrip())),))
