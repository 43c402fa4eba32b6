"""What is told of a reply that points to a service: how well the service fits, how it is offered, and what is in the way.

The sentences are for the learner, and take nobody's side: they say what a service is and ask what else there may be.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from peercoach.coaching.detector import QUOTED, Told
from peercoach.coaching.moment import Span
from peercoach.coaching.pointing import HERE, SPEECH, Pointed, Pointer, directory_for, pointed
from peercoach.coaching.pointing_words import OTHERS, Put, Said, put
from peercoach.coaching.reading import join
from peercoach.coaching.services import Asked
from peercoach.coaching.services_fit import EMERGENCY
from peercoach.coaching.weighing import SURE, Weighing, spans

NUMBER = re.compile(r"\b0\d[\d ]{7,}\d\b|\b(?:to|on|text|ring|call) (?:116 ?\d{3}|8\d{4})\b", re.IGNORECASE)
ON = re.compile(r"[\s:,-]*|[^.!?;,\n&]{0,32}\b(?:on|at|is|are|r|to|number)[\s:]*", re.IGNORECASE)
"""What may stand between a name and the number that is meant to be its own."""
LIST = 3
"""Services from which a reply with little else in it is only a list."""
ASK = {
    "age": "Is there one for their age?",
    "closed": "Is there one that answers at that hour?",
    "need": "Is there one nearer to what they asked for?",
    "group": "Is there one for anybody?",
    "nation": "Is there one that covers where they live?",
    "channel": "Is there one they could reach that way?",
}
"""What is left to look for where a service doesn't fit."""
LACKS = {"text-only": "Is there one that works without speaking?", "one-to-one": "Is there one that is?"}
"""The same for what a service has to be, in the order of what they need."""
AWAITED = re.compile(r" (?:soon|coming|launch\w*|not open yet|isnt open|will be|keep an eye|look out|starting|watch)\b")
"""How somebody says that a service isn't there yet."""
LISTED = "That's several at once, and they'd have to choose. Which one would you pick for them, and why that one?"
UNKNOWN = "We don't know that number. With the name of the service beside it, they could look it up."
LEFT = "“{quote}” leaves the choice with them."
PUSHED = "Saying that it's up to them would make it an offer."
SCANT = "A word on why it might suit them, or that it's up to them, could finish it."


def told_of_pointing(weighing: Weighing) -> Told:
    """Met: a fitting service, offered with how or why. Partly: thin, pushed, or beside one that doesn't fit. Else not shown."""
    found = pointed(weighing.reading)
    outward = found.outward()
    if _unknown_number(weighing, found):
        return Told("missed", (), "a number that is not in the directory", UNKNOWN)
    if not found.mentions:
        return _unnamed(weighing)
    how = found.put
    if len({pointer.service.id for pointer in outward}) >= LIST and how.words <= 3 * len(outward) and not how.why:
        return Told("missed", (), "a list, with nothing about which and why", LISTED)
    fitting = tuple(pointer for pointer in outward if pointer.fit.ok)
    if fitting:
        return _fitting(weighing, _Both(fitting, tuple(each for each in outward if not each.fit.ok)), found.asked, how)
    return _misfit(weighing, outward[0], found.asked) if outward else Told("missed")


class _Both(NamedTuple):
    """What a reply points to that fits, at least one, and what doesn't."""

    fitting: tuple[Pointer, ...]
    unfit: tuple[Pointer, ...]


def _fitting(weighing: Weighing, found: _Both, asked: Asked, how: Put) -> Told:
    """For a reply with a service in it that fits: how well it is offered."""
    where = _sentences(weighing, found.fitting)
    spoilt = _spoilt(weighing, found, asked, how)
    if spoilt:
        return Told("partly", where, spoilt, spoilt)
    reach = how.how or any(pointer.mention.by != "name" or pointer.service.id in HERE for pointer in found.fitting)
    if not (reach or how.why):
        return Told("partly", where, "named; how to reach it, or why it fits, would finish it")
    if "crisis-now" in asked.needs or any(weighing.has(f"safety:{sign}") for sign in ("urgent", "worry")):
        return Told("met", where, "", _left(weighing, how))
    if how.pushed and not how.choice:
        return Told("partly", where, "told to, more than offered", PUSHED)
    if how.choice or (reach and how.why):
        return Told("met", where, "", _left(weighing, how))
    return Told("partly", where, "how to reach it or why it fits, and little else", SCANT)


def _left(weighing: Weighing, how: Put) -> str:
    """For a choice that is left with them in so many words: that it is, with the words; else ""."""
    if how.left is None:
        return ""
    words = weighing.reading.text.raw[slice(*how.left)].split()
    return LEFT.format(quote=" ".join(words[:QUOTED]) + ("…" if len(words) > QUOTED else ""))


def _spoilt(weighing: Weighing, found: _Both, asked: Asked, how: Put) -> str:
    """What is in the way of a reply with a fitting service in it, in a sentence; "" when nothing is."""
    first = found.fitting[0]
    outdated = next((pointer for pointer in found.unfit if pointer.fit.problem == "retired"), None)
    if outdated:
        return outdated.fit.why
    wrong = _wrong_number(weighing.reading.text.raw, pointed(weighing.reading).pointers)
    if wrong:
        return wrong
    if found.unfit:
        return f"{found.unfit[0].fit.why} {first.service.short} would do on its own."
    late = next((pointer for pointer in found.fitting if pointer.fit.problem == "hours"), None)
    if late:
        return late.fit.why
    if all(pointer.fit.problem == "general" for pointer in found.fitting):
        return f"{first.fit.why} One of those may be easier to open up to."
    return _out_loud(weighing.reading.text.raw, found, how) if "text-only" in asked.needs else ""


def _out_loud(raw: str, found: _Both, how: Put) -> str:
    """For somebody who can't speak and is only told where to ring: a sentence; else ""."""
    reached = [pointer for pointer in found.fitting if pointer.mention.by != "name"]
    rung = [_is_rung(pointer, raw[pointer.mention.start : pointer.mention.end]) for pointer in reached]
    if how.how or not rung or not all(rung):
        return ""
    return f"That number is for ringing. {reached[0].service.short} can be reached without talking, too."


def _is_rung(pointer: Pointer, number: str) -> bool:
    """Whether a number is one to ring. 999 is for everybody."""
    ways = {way.type for way in pointer.service.channels if _digits(way.value) == _digits(number)}
    return pointer.service.id != EMERGENCY and bool(ways) and ways.issubset(SPEECH)


def _misfit(weighing: Weighing, pointer: Pointer, asked: Asked) -> Told:
    """Nothing that is named fits. One that was right once loses little: what helps instead is told."""
    why, problem = pointer.fit.why, pointer.fit.problem
    known = directory_for(weighing.reading.moment)
    others = [other.short for name in pointer.service.replaced_by if (other := known.get(name))]
    if problem == "unknown" and others:
        return Told("partly", _sentences(weighing, [pointer]), why, f"{why} {' or '.join(others[:2])} could help instead.")
    if pointer.service.status == "announced":
        awaited = AWAITED.search(weighing.reading.text.line) is not None
        where = _sentences(weighing, [pointer]) if awaited else ()
        return Told("partly" if awaited else "missed", where, why, f"{why} Until then, is there one that has?")
    if problem == "age" and asked.age is not None:
        to = weighing.reading.moment.to
        why = f"{why.rstrip('.')}, and {f'{to[0]} is' if len(to) == 1 else 'they are'} {asked.age}."
    lacking = (LACKS[need] for need in asked.needs if need in LACKS and need not in pointer.service.needs)
    ask = next(lacking, ASK["need"]) if problem == "need" else ASK.get(problem, "")
    return Told("missed", (), why, f"{why} {ask}".strip())


def _unnamed(weighing: Weighing) -> Told:
    """No service is named: pointed somewhere all the same, or not at all."""
    elsewhere = _elsewhere(weighing) if not OTHERS.isdisjoint(weighing.reading.text.words) else None
    if elsewhere:
        return elsewhere
    if weighing.has("signpost:vague") and weighing.best("signpost") >= weighing.room("signpost") - 0.3:
        where = weighing.clauses_of(weighing.reading.hits["signpost:vague"])
        return Told("partly", where, "pointed somewhere, and not yet to one place")
    return Told("partly", spans(weighing.above("signpost", SURE))) if weighing.best("signpost") >= SURE else Told("missed")


def _elsewhere(weighing: Weighing) -> Told | None:
    """Help by its name that the directory doesn't hold: how well it is offered; None where there is none."""
    text = weighing.reading.text
    said = Said(text)
    hits = said.spans("others", 0, len(text.words))
    hits = [hit for hit in hits if hit[0] not in text.quoted and not weighing.reading.turned(hit[0])]
    if not hits:
        return None
    where = join(text.span(*hit) for hit in hits)
    how = put(said, where)
    full = (how.how or how.why) and (how.choice or (how.how and how.why)) and (how.choice or not how.pushed)
    return Told("met" if full else "partly", where, "" if full else "named; how to reach it, or why it fits, would finish it")


def _unknown_number(weighing: Weighing, found: Pointed) -> bool:
    """Whether a phone number stands in the reply that belongs to no service we know."""
    starts = [mention.start for mention in found.mentions]
    for match in NUMBER.finditer(weighing.reading.text.raw):
        place = bisect_left(starts, match.end()) - 1
        if place < 0 or found.mentions[place].end <= match.start():
            return True
    return False


def _wrong_number(raw: str, found: Sequence[Pointer]) -> str:
    """For a number right after the name of another service: whose it is, in a sentence; else ""."""
    for name, number in pairwise(found):
        if name.service.id == number.service.id or (name.mention.by, number.mention.by) != ("name", "number"):
            continue
        digits = raw[number.mention.start : number.mention.end]
        if ON.fullmatch(raw[name.mention.end : number.mention.start]) and not _has_number(name, digits):
            return f"{digits} belongs to {number.service.short}."
    return ""


def _has_number(pointer: Pointer, number: str) -> bool:
    return any(_digits(way.value) == _digits(number) for way in pointer.service.channels)


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _sentences(weighing: Weighing, found: Sequence[Pointer]) -> tuple[Span, ...]:
    sentences = weighing.reading.text.sentences
    ends = [sentence.end for sentence in sentences]
    places = {min(bisect_right(ends, pointer.mention.start), len(ends) - 1) for pointer in found}
    return join((sentences[place].start, sentences[place].end) for place in places)
