"""Finds services in what somebody wrote: names, numbers, keywords and links. "keep calm" is no service, "ring CALM" is.

Linear in the text: words are looked up by the first word of a name; only where one stands is anything compared.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from peercoach.coaching.services_senses import ORDINARY, Line, called_s, meant, numbered
from peercoach.coaching.services_signs import Signs, placed_words, plain_words, said_as
from peercoach.coaching.services_values import Mention, Retired, Service

_NUMBER = re.compile(r"(?<![\w.])\d(?:[\d ()-]{1,16}\d)?(?!\w)")
_LINK = re.compile(r"(?<![\w.-])(?:https?://)?(?:[\w-]{1,40}@)?((?:[a-z\d-]{2,40}\.){1,5}[a-z]{2,12})(?![\w-])", re.IGNORECASE)
_DIGITS = re.compile(r"\d{3}|\d \d")
_BEFORE = re.compile(r"[^\W_]+")
_SEARCH = 8
"""Words of a search that are looked at for names."""


class _Name(NamedTuple):
    words: tuple[str, ...]
    service_id: str


class Names:
    """The names, numbers, keywords and addresses of some services, ready to be looked for."""

    def __init__(self, services: Sequence[Service], retired: Iterable[Retired]) -> None:
        self._by_first: dict[str, list[_Name]] = {}
        self._numbers: dict[str, tuple[str, str]] = {}
        self._keywords: dict[str, str] = {}
        for service in services:
            self._add_names(service)
        for service in services:
            self._add_ways(service)
        for number in retired:
            self._numbers.setdefault(number.digits, (number.meant, "retired"))
        names = [name for found in self._by_first.values() for name in found]
        self._signs = Signs(name.words for name in names)
        self._singles = {name.words[0]: name.service_id for name in names if len(name.words) == 1}
        self._hosts = _hosts(services)

    def _add_names(self, service: Service) -> None:
        for alias in dict.fromkeys((service.short, *service.aliases)):
            if _digits(alias) and not re.search(r"[^\W\d_]", alias):
                self._numbers.setdefault(_digits(alias), (service.id, "number"))
                continue
            for words in said_as(alias):
                self._by_first.setdefault(words[0], []).append(_Name(words, service.id))

    def _add_ways(self, service: Service) -> None:
        for way in service.channels:
            if way.keyword:
                self._keywords[way.keyword.lower()] = service.id
            if way.type in ("phone", "text", "textphone", "phone-welsh") and _digits(way.value):
                self._numbers.setdefault(_digits(way.value), (service.id, "number"))

    def called(self, text: str) -> tuple[str, ...]:
        """The services that a few searched words call by a name of one word, everyday words too ("beat 2am")."""
        words = plain_words(text)[:_SEARCH]
        return tuple(name.service_id for word in words for name in self._by_first.get(word, ()) if name.words == (word,))

    def find(self, text: str) -> tuple[Mention, ...]:
        """Every service that the text names, in order, none inside another."""
        if not self._signs.may(text):
            return ()
        return _apart(
            (
                *(self._linked(text) if "." in text else ()),
                *self._named(text),
                *(self._numbered(text) if _DIGITS.search(text) else ()),
            )
        )

    def _named(self, text: str) -> Iterator[Mention]:
        found = placed_words(text)
        line = Line(text, tuple(word for word, _, _ in found), tuple((a, b) for _, a, b in found), _is_loud(text))
        sure: list[Mention] = []
        maybe: list[Mention] = []
        for at, word in enumerate(line.words):
            if word in self._by_first or word not in self._signs.others:
                for name, certain in self._names_at(line, at):
                    start, end = line.spans[at][0], line.spans[at + len(name.words) - 1][1]
                    by = "keyword" if name.words[-1] == "85258" else "name"
                    (sure if certain else maybe).append(Mention(name.service_id, start, end, by))
        yield from sure
        if maybe and sure:
            yield from _listed(text, sure, maybe)

    def _names_at(self, line: Line, at: int) -> Iterator[tuple[_Name, bool]]:
        """The names that may begin at a word, with whether the service is meant."""
        word = line.words[at]
        names = self._by_first.get(word)
        if names is not None:
            yield from ((name, meant(name.service_id, name.words, line, at)) for name in names if self._follows(name, line, at))
            return
        other = self._signs.near(word)
        plural = word == other + "s" and other in ORDINARY
        for name in self._by_first.get(other, ()):
            if self._follows(name, line, at):
                alone = plural and len(name.words) == 1
                yield name, called_s(line, at) if alone else meant(name.service_id, name.words, line, at)

    def _follows(self, name: _Name, line: Line, at: int) -> bool:
        """Whether the words after the first are those of a name, slips forgiven."""
        for i, word in enumerate(name.words[1:], at + 1):
            typed = line.words[i] if i < len(line.words) else ""
            if typed != word and (typed in self._signs.others or not typed or self._signs.near(typed) != word):
                return False
        return True

    def _linked(self, text: str) -> Iterator[Mention]:
        for match in _LINK.finditer(text):
            host = match[1].lower().removeprefix("www.")
            owner = self._hosts.get(host) or self._singles.get(host.partition(".")[0].partition("-")[0])
            yield Mention(owner or "", match.start(), match.end(), "link")

    def _numbered(self, text: str) -> Iterator[Mention]:
        for match in _NUMBER.finditer(text):
            start, end = match.span()
            start += 2 if match[0].startswith("2 ") and _digits(match[0][2:]) in self._numbers else 0  # "themix 2 85258"
            digits = _digits(text[start:end])
            if digits not in self._numbers or not numbered(text, start, end):
                continue
            service_id, by = self._numbers[digits]
            keyword = self._keyword(text, start) if digits == "85258" else None
            yield Mention(keyword or service_id, start, end, "keyword" if keyword else by)

    def _keyword(self, text: str, start: int) -> str | None:
        """The service whose keyword stands just before a number that several share."""
        before = [word.lower() for word in _BEFORE.findall(text[max(0, start - 40) : start])]
        joined = "".join(before[-3:])
        return next(
            (owner for word, owner in self._keywords.items() if word in before[-4:] or joined.endswith((word, word + "to"))), None
        )


def _is_loud(text: str) -> bool:
    """Whether capitals say nothing here: all or nearly all words have them."""
    words = [word[0] for word in text.split() if word[0].isalpha()]
    return text.isupper() or (len(words) > 2 and sum(letter.isupper() for letter in words) * 10 > 7 * len(words))


def _hosts(services: Sequence[Service]) -> dict[str, str]:
    """The web addresses that lead to one service only: those it is reached by, and its source where that goes by its name."""
    found = {(service.id, host) for service in services for way in service.channels for host in _addresses(way.value)}
    for service in services:
        names = ["".join(plain_words(name)) for name in (service.short, *service.aliases)]
        found |= {(service.id, host) for host in _addresses(service.source) if any(name in host for name in names)}
    owners = Counter(host for _, host in found)
    return {host: name for name, host in sorted(found) if owners[host] == 1}


def _addresses(place: str) -> Iterator[str]:
    return (match[1].lower().removeprefix("www.") for match in _LINK.finditer(place))


def _listed(text: str, sure: list[Mention], maybe: list[Mention]) -> Iterator[Mention]:
    """Everyday words that stand in one list with names ("papyrus, calm, mind")."""
    sides = {each.start for each in sure}, {each.end for each in sure}
    for mentions in (maybe, reversed(maybe)):
        for mention in mentions:
            if mention.start not in sides[0] and _in_list(text, mention, *sides):
                sides[0].add(mention.start)
                sides[1].add(mention.end)
                yield mention


def _in_list(text: str, mention: Mention, starts: set[int], ends: set[int]) -> bool:
    before = next((text[at : mention.start] for at in range(mention.start - 1, mention.start - 6, -1) if at in ends), "?")
    after = next((text[mention.end : at] for at in range(mention.end + 1, mention.end + 6) if at in starts), "?")
    return any(not gap.strip(" ,/&+.\n") or gap.strip() in ("or", "and", "n") for gap in (before, after))


def _apart(found: Iterable[Mention]) -> tuple[Mention, ...]:
    """In order, the longer of two that overlap."""
    kept: list[Mention] = []
    taken: set[int] = set()
    for mention in sorted(set(found), key=lambda each: (each.start - each.end, each.start, each.service_id)):
        if taken.isdisjoint(range(mention.start, mention.end)):
            kept.append(mention)
            taken.update(range(mention.start, mention.end))
    return tuple(sorted((each for each in kept if each.service_id), key=lambda each: each.start))


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)
