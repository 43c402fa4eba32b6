"""Whether the learner may be writing about themselves: first person, present or near future, and a sign of risk.

Two layers: rules, each a thing that people at risk say (`care.txt`), and the tone of the rest (`care_tone`). A plain statement is
`now` whatever the tone; a tone alone is `now` only where it is very like danger. It is no detector of danger and will miss
things. When torn it answers `check-in`: a quiet line is cheap.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from peercoach.coaching.care_context import Around, strength
from peercoach.coaching.care_echo import Said
from peercoach.coaching.care_fold import Folded, Places, fold
from peercoach.coaching.care_rules import worth_trying
from peercoach.coaching.care_tone import DANGER, LIGHT, Table, packaged_table
from peercoach.coaching.moment import Care, Moment, Span

LONGEST = 100_000
"""Code points of a reply that are read."""
PLAIN = 3
"""The weight of a plain statement."""

_NONE = Care()
_QUOTED = re.compile(r"[\"“«][^\"“”»]{3,400}[\"”»]|(?<!\w)['‘](?:[^'‘’\n]|(?<=\w)['’](?=\w)){4,200}['’](?!\w)")


@dataclass(slots=True)
class Heard:
    """The rules that stand in a reply: the strongest weight of each, and where.

    `let_off`: one was heard and isn't about the speaker; `echoed`: it is the chat's own words, handed back.
    """

    standing: dict[str, tuple[int, Span]] = field(default_factory=dict)
    let_off: bool = False
    echoed: bool = False

    def weights(self) -> dict[str, int]:
        """The weight of each rule that stands."""
        return {rule: weight for rule, (weight, _) in self.standing.items()}


def care(reply: str, moment: Moment, table: Table | None = None) -> Care:
    """How the reply sounds about the person who typed it, and where. Pure and linear. `table`: other weights, to measure them."""
    reply = reply[:LONGEST]
    folded = fold(reply)
    whole = Around(folded)
    heard, said = Heard(), Said(moment)
    listen(heard, folded, whole, reply, said)
    if "\n" in reply.strip():
        joined = fold(reply, joined=True)
        listen(heard, joined, Around(joined), reply, said)
    if any(weight >= PLAIN for weight, _ in heard.standing.values()):
        return Care("now", _spans(heard))
    told = LIGHT if heard.echoed else _tone(table or packaged_table(), heard, folded, whole, (reply, said))
    if told == LIGHT:
        return _NONE
    everything = ((len(reply) - len(reply.lstrip()), len(reply.rstrip())),)
    return Care("now" if told == DANGER else "check-in", _spans(heard) or everything)


def listen(heard: Heard, folded: Folded, whole: Around, reply: str, said: Said) -> None:
    """Add the rules that hold once all that they may otherwise be is let off."""
    hits = [(phrase.rule, match) for phrase in worth_trying(folded.words) for match in phrase.pattern().finditer(folded.text)]
    if not hits:
        return
    places, quoted = Places(reply, joined=folded.joined), _quoted(reply)
    for rule, match in hits:
        before = heard.standing.get(rule.id, (0,))[0]
        if rule.weight <= before:
            continue
        span = places.span(*match.span(1))
        weight = 0 if _inside(span, quoted) else strength(rule, match, folded, whole)
        left = said.left(weight, match, folded, whole)
        heard.echoed |= left == 0 < weight
        heard.let_off |= left == 0
        if left > before:
            heard.standing[rule.id] = (left, span)


def _inside(span: Span, quoted: Iterable[Span]) -> bool:
    return any(start < span[0] and span[1] <= end for start, end in quoted)


def _quoted(reply: str) -> list[Span]:
    """What stands in quotation marks, unless that is the whole reply."""
    return [match.span() for match in _QUOTED.finditer(reply) if match.end() - match.start() < len(reply.strip())]


def _tone(table: Table, heard: Heard, folded: Folded, whole: Around, typed: tuple[str, Said]) -> int:
    """How heavy the tone is, also without what is only quoted or handed back. `typed`: the reply, and what the others said."""
    found, let_off = heard.weights(), heard.let_off
    told = table.tone(folded, whole, found, let_off=let_off)
    if told == LIGHT:
        return told
    reply, said = typed
    spoken = unquoted(reply)
    rest = said.own(folded if spoken == reply else fold(spoken), whole)
    return told if rest is folded else min(told, table.tone(rest, whole, found, let_off=let_off))


def unquoted(reply: str) -> str:
    """The reply without what stands in quotation marks, unless that is all of it."""
    return _QUOTED.sub(" ", reply) if _quoted(reply) else reply


def _spans(heard: Heard) -> tuple[Span, ...]:
    return tuple(sorted({span for _, span in heard.standing.values()}))
