"""Services named in a reply, held against what the moment asks for: who, how old, at what hour, how.

A name is only a pointer where it is offered: not negated, quoted, run down, or told of somebody else.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple, cast

from peercoach.coaching.moment import Message, Moment
from peercoach.coaching.pointing_words import BETWEEN, NEGATORS, UNLESS, Put, Said, put
from peercoach.coaching.reading import Reading
from peercoach.coaching.services import Asked, Directory, Fit, Mention, Service, directory
from peercoach.coaching.services_ask import read_chat
from peercoach.coaching.services_fit import EMERGENCY, GROUPS, fit
from peercoach.coaching.services_hours import always, said
from peercoach.coaching.services_signs import packaged_signs

HERE = frozenset({"the-mix-support-groups", "the-mix-staff-pm", "the-mix-feedback-form", "moderator-now", EMERGENCY})
"""Named in passing ("we're still here in chat", "999 if it gets worse"): where it isn't what is needed, it isn't offered."""
DIGITS = re.compile(r"\d{3}")
HELP = frozenset({"signpost", "signpost~", "safety"})
FAR = 24
"""Words after a name that may say something of it."""
SHORT = 5
"""Words of a sentence that does nothing but name a service ("someone said childline")."""
MANY = 8
"""Times a service is named that are looked at."""
SPEECH = ("phone", "textphone", "phone-welsh")


class Pointer(NamedTuple):
    """A service named in a reply, and whether it fits."""

    mention: Mention
    service: Service
    fit: Fit


class Pointed(NamedTuple):
    """What a reply points to, every name and number of a service in it, what was asked, and how it is put."""

    pointers: tuple[Pointer, ...] = ()
    mentions: tuple[Mention, ...] = ()
    asked: Asked = Asked()
    put: Put = Put()

    def outward(self) -> tuple[Pointer, ...]:
        """Those that lead to a service: what is here already, and 999, only where that is what is needed."""
        asked = set(self.asked.needs)
        return tuple(each for each in self.pointers if each.service.id not in HERE or asked.intersection(each.service.needs))


def pointers(reading: Reading) -> tuple[Pointer, ...]:
    """The services a reply points to. One that is quoted, negated, run down or only told of is not pointed to."""
    return pointed(reading).pointers


def pointed(reading: Reading) -> Pointed:
    """What a reply points to, with all that was found on the way. Worked out once for a reading."""
    if reading.pointed is None:
        raw, own = reading.text.raw, reading.moment.services
        mentions = directory_for(reading.moment).mentions(raw) if own or packaged_signs().may(raw) else ()
        reading.pointed = (_Look(reading, mentions).pointed() if mentions else Pointed(),)
    return cast("Pointed", reading.pointed[0])


class _Look:
    """One look at what a reply names."""

    def __init__(self, reading: Reading, mentions: tuple[Mention, ...]) -> None:
        self.reading = reading
        self.known = directory_for(reading.moment)
        self.text = reading.text
        self.mentions = mentions
        self.words = [self._words(mention) for mention in mentions]
        self.openings = [sentence.first for sentence in self.text.sentences]
        self.others = self._others()
        self.places: dict[str, list[int]] = {}
        for number, mention in enumerate(mentions):
            self.places.setdefault(mention.service_id, []).append(number)
        self.told = Said(self.text)
        self.said = _said(reading.moment.messages, reading.moment.to)
        self.asked = _asked(reading.moment, self.said)

    def pointed(self) -> Pointed:
        """The pointers, in order."""
        offered = [number for number in range(len(self.mentions)) if self._offered(number)]
        by_service: dict[str, list[int]] = {}
        for number in offered:
            by_service.setdefault(self.mentions[number].service_id, []).append(number)
        fits = {name: self._fit(name, numbers) for name, numbers in by_service.items()}
        found = [pointer for number in offered if (pointer := self._pointer(number, fits))]
        kept = tuple(self._without_asides(found))
        how = put(self.told, [(pointer.mention.start, pointer.mention.end) for pointer in kept])
        return Pointed(kept, self.mentions, self.asked, how)

    def _words(self, mention: Mention) -> tuple[int, int]:
        """The words of the reply that a name covers, half-open."""
        first = bisect_right(self.text.ends, mention.start)
        return first, max(bisect_left(self.text.starts, mention.end), first + 1)

    def _others(self) -> list[int]:
        """For each name the word at which the next other service is named; past the end where none is."""
        found, ahead = [], len(self.text.words)
        for number in range(len(self.mentions) - 1, -1, -1):
            if number + 1 < len(self.mentions) and self.mentions[number + 1].service_id != self.mentions[number].service_id:
                ahead = self.words[number + 1][0]
            found.append(ahead)
        return found[::-1]

    def _sentence(self, word: int) -> tuple[int, int]:
        """The words of the sentence that a word stands in."""
        place = bisect_right(self.openings, word) - 1
        return (self.text.sentences[place].first, self.text.sentences[place].last) if place >= 0 else (0, len(self.text.words))

    def _after(self, number: int) -> tuple[int, int]:
        """The words right after a name: up to the next service, or the end of the sentence."""
        first, last = self.words[number]
        return last, min(self._sentence(first)[1], self.others[number], last + FAR)

    def _offered(self, number: int) -> bool:
        first = self.words[number][0]
        if self.mentions[number].service_id in HERE and not self._meant_here(self.mentions[number].service_id):
            return False
        if first >= len(self.text.words) or first in self.text.quoted or self._negated(first):
            return False
        if self.told.ends("passed", first):
            return False
        mine = self.places[self.mentions[number].service_id]
        reachable = any(self.mentions[n].by != "name" for n in mine[:MANY])
        if not reachable and self.told.has("poor", *self._after(number)):
            return False
        start, end = self._sentence(first)
        return reachable or end - start <= SHORT or self.reading.turned(first) != "reported"

    def _meant_here(self, name: str) -> bool:
        """Whether what is here already is what is needed, or other words of the reply speak of help too."""
        service = self.known.get(name)
        asked = service is not None and not set(self.asked.needs).isdisjoint(service.needs)
        return asked or DIGITS.search(self.text.raw) is not None or not HELP.isdisjoint(self.reading.hits)

    def _negated(self, first: int) -> bool:
        """Whether "don't", "wouldn't" or the like stands right before, in the same clause."""
        words, line, offsets = self.text.words, self.text.line, self.text.offsets
        for at in range(first - 1, max(first - 4, -1), -1):
            if line[offsets[at] + len(words[at]) : offsets[at + 1]].strip():
                return False
            if words[at] in NEGATORS:
                return not (at and words[at - 1] in UNLESS)
            if words[at] not in BETWEEN:
                return False
        return False

    def _pointer(self, number: int, fits: dict[str, Fit]) -> Pointer | None:
        mention = self.mentions[number]
        service = self.known.get(mention.service_id)
        if service is None:
            return None
        if mention.by == "retired" and service.offer != "recognise":
            return Pointer(mention, service, Fit(ok=False, why=self.known.correction(self.text.raw, mention), problem="retired"))
        return Pointer(mention, service, fits[mention.service_id])

    def _fit(self, name: str, numbers: Sequence[int]) -> Fit:
        """How a service fits, given what the reply tells of it."""
        service = self.known.get(name)
        if service is None:
            return Fit(ok=False, why="")
        found = self._plain_fit(service, self.asked)
        group = tuple(need for need in GROUPS if need in service.needs and need in self.said.needs)
        if found.problem == "group" and group:
            found = self._plain_fit(service, self.asked._replace(needs=(*self.asked.needs, *group)))
        if found.problem == "general" and not self._made_for():
            return Fit(ok=True, why=found.why)
        after = [self._after(number) for number in numbers[:MANY]]
        if found.problem == "closed" and service.status == "open" and any(self.told.told_later(*each) for each in after):
            return Fit(ok=True, why=found.why)
        claimed = found.ok and any(self.told.has("always", *each) for each in after)
        return _held_to_hours(service, found, known=self.asked.time is not None) if claimed else found

    def _plain_fit(self, service: Service, asked: Asked) -> Fit:
        """How a service fits what is asked, whatever a reply says of it."""
        return _fit_of(service.id, asked) if self.known is directory() else fit(service, asked)

    def _made_for(self) -> bool:
        return _made_for(self.asked) if self.known is directory() else self.known.made_for(self.asked)

    def _without_asides(self, found: Sequence[Pointer]) -> Iterator[Pointer]:
        """Without what is only named in passing: to say that it doesn't fit, or where they are already."""
        fine = any(pointer.fit.ok for pointer in found)
        for pointer in found:
            here = pointer.service.id in HERE and pointer.fit.problem == "need"
            if here or (fine and pointer.fit.problem in ("age", "closed") and self._aside(pointer)):
                continue
            yield pointer

    def _aside(self, pointer: Pointer) -> bool:
        what = "limit" if pointer.fit.problem == "age" else "shut"
        return any(self.told.has(what, *self._after(number)) for number in self.places[pointer.service.id][:MANY])


def _held_to_hours(service: Service, found: Fit, *, known: bool) -> Fit:
    """A service that isn't open day and night, where the reply says that it is: no good unless it is `known` to be open now."""
    hours = next((words for way in service.channels if (words := said(way.hours))), "")
    if not hours or any(always(way.hours) for way in service.channels):
        return found
    why = f"{service.short} isn't open all the time. It is open {hours}."
    return Fit(ok=True, why=why, problem="hours") if known else Fit(ok=False, why=why, problem="closed")


def directory_for(moment: Moment) -> Directory:
    """The services that count in a moment: a group's own over the rest, or those that come with peercoach."""
    return moment.services or directory()


@lru_cache(maxsize=1_024)
def _fit_of(name: str, asked: Asked) -> Fit:
    """The fit of a service that comes with peercoach."""
    service = directory().get(name)
    return fit(service, asked) if service else Fit(ok=False, why="")


@lru_cache(maxsize=256)
def _made_for(asked: Asked) -> bool:
    return directory().made_for(asked)


def _asked(moment: Moment, chat: Asked) -> Asked:
    silent = tuple(need for need in chat.needs if need == "text-only")
    known = directory_for(moment).needs
    return Asked(
        tuple(need for need in moment.need if need in known) or silent,
        moment.age or chat.age,
        moment.nation or chat.nation,
        moment.time or chat.time,
        moment.channel,
        chat.day,
    )


@lru_cache(maxsize=256)
def _said(messages: tuple[Message, ...], to: tuple[str, ...]) -> Asked:
    """Age, nation, day and hour where they say so themselves ("its 1am", "im 17")."""
    return read_chat(" . ".join(message.text for message in messages if message.who in to))
