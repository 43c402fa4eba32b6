"""Finds services in what somebody wrote: names, nicknames, numbers and keywords. "keep calm" is no service, "ring CALM" is.

Linear in the text: words are looked up by the first word of a name; only where one stands is anything compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from peercoach.coaching.services_values import Mention, Retired, Service

_WORD = re.compile(r"[@]?[^\W_]+(?:['’&+][^\W_]+)*(?:\.[a-z](?:\.[a-z])*\.?(?!\w))?", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\w.])\d(?:[\d ()-]{1,16}\d)?(?!\w)")
_QUICK = re.compile(r"[^\W_]+")
_ENDS = re.compile(r"[.!?\n]\s*$")
_ORDINARY = frozenset(
    "calm circle beat mind sane frank shelter shout refuge lifeline switchboard sobs samaritan feedback papyrus cruse circle"
    " boards sc gc ym kh sams ane report".split()
)
"""Names that are everyday words too, or could be: they need a sign that the service is meant."""
_CONTACT = frozenset(
    "try ring call text contact message use google phone email webchat called rang texted rung dial tried via ringing texting calling tell"
    " messaging samaritans childline recommend suggest".split()
)
_KIND = frozenset(
    "helpline line number website site charity webchat textline are zone infoline app service services people org team uk volunteers"
    " helplines phone do have form link 85258 247".split()
)
_PLAINLY = frozenset("helpline line infoline webchat charity number textline".split())
"""Words after a name that leave no doubt."""
_NEVER = {
    "calm": r"(?:keep|stay|feel|feeling|be|so|more|nice and|bit|that|very|really|stays?|kept|cool and|deep|a|is) $|^ (?:down|yourself|and collected|voice|place|it|night|before)",
    "beat": r"(?:to|can|you|ll|will|i|we|they|the|heart|a|my|me|us|pretty|feel|feeling|off) $|^ (?:my|your|him|her|them|it|us|me|up|this|that|the|yourself|myself)",
    "mind-infoline": r"(?:my|your|ur|the|dont|don't|never|not|in|on|of|peace of|do you|u|i|state of|his|her|their|own|open) $|^ (?:you|if|that|is|blank|games|the|at|i|my|me|off|on|reader|set)",
    "frank": r"(?:be|being|to be|so|ocean|anne) $|^ (?:about|with|said|is|was|and i|sinatra|ocean)",
    "shelter": r"(?:a|the|any|bus|animal|dog|homeless|rescue|some|under|in) $|^ (?:from|for|dog|cat|is)",
    "shout": r"(?:a|me a|to|dont|don't|they|i|he|she|we|always|just|and|good|not|big|us a|my|mum|dad|parents|gonna|ll|you) $|^ (?:at|if|out|about|when|me|us|loud|louder|over|in|it)",
    "the-mix-support-circle": r"(?:friend|the|a|social|my|vicious|same|in a|full|life) $|^ (?:of|back|round)",
    "saneline": r"(?:not|so|keep|feel|stay|me|you|be|in|no|more|only|perfectly) $|^ (?:person|people|and|again|enough)",
    "refuge": r"(?:a|take|took|find|seek|my|the) $",
    "lifeline-ni": r"(?:a|my|your|real|absolute|proper|total|literal|the|ur|such a) $|^ (?:for me|to me)",
    "call-wales": r"(?:to|can|could|please|just|a|the|any|dont) $",
    "uksobs": r"(?:my|his|her|big|the|in|through) $",
}
_NEEDS = {
    "side-by-side": r"\b(?:mind|community|online|forum|elefriends)\b",
    "the-mix-support-circle": r"\b(?:support|tuesdays?|tues|sign up)\b",
    "call-wales": r"\b(?:wales|welsh)\b|c\.a\.l\.l",
    "the-mix-staff-pm": r"\b(?:team|staff|mods?|moderators?|themix|the mix|desk)\b",
    "breathing-space": r"\b(?:ring|rings?|call|number|scotland|scottish|try|phone|helpline|line|webchat|0800)\b",
}
"""Names that need one of these near them (or, but for the last three, capitals)."""
_SEARCH = 8
"""Words of a search that are looked at for names."""


@dataclass(frozen=True, slots=True)
class _Name:
    words: tuple[str, ...]
    service_id: str


class Names:
    """The names, numbers and keywords of some services, ready to be looked for."""

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
        self._firsts = frozenset(self._by_first)

    def _add_names(self, service: Service) -> None:
        for alias in dict.fromkeys((service.short, *service.aliases)):
            words = tuple(_plain(word[0]) for word in _WORD.finditer(alias))
            if _digits(alias) and not re.search(r"[^\W\d_]", alias):
                self._numbers.setdefault(_digits(alias), (service.id, "number"))
            elif words:
                self._by_first.setdefault(words[0], []).append(_Name(words, service.id))

    def _add_ways(self, service: Service) -> None:
        for way in service.channels:
            if way.keyword:
                self._keywords[way.keyword.lower()] = service.id
            if way.type in ("phone", "text", "textphone", "phone-welsh") and _digits(way.value):
                self._numbers.setdefault(_digits(way.value), (service.id, "number"))

    def called(self, text: str) -> tuple[str, ...]:
        """The services that a few searched words call by a name of one word, everyday words too ("beat 2am")."""
        words = [_plain(word[0]) for word in _WORD.finditer(text)][:_SEARCH]
        return tuple(name.service_id for word in words for name in self._by_first.get(word, ()) if name.words == (word,))

    def find(self, text: str) -> tuple[Mention, ...]:
        """Every service that the text names, in order, none inside another."""
        quick = _QUICK.findall(text.lower())
        found: list[Mention] = []
        if not self._firsts.isdisjoint(quick) or "." in text or "'" in text or "’" in text or "&" in text or "@" in text:
            found += self._named(text)
        if any(word[0].isdigit() for word in quick):
            found += self._numbered(text)
        return _apart(found)

    def _named(self, text: str) -> list[Mention]:
        spans = [(_plain(match[0]), match.start(), match.end()) for match in _WORD.finditer(text)]
        words = [word for word, _, _ in spans]
        found = []
        for at, word in enumerate(words):
            for name in self._by_first.get(word, ()):
                last = at + len(name.words)
                if tuple(words[at:last]) == name.words and _meant(name, text, spans[at][1], spans[last - 1][2], words, at):
                    found.append(Mention(name.service_id, spans[at][1], spans[last - 1][2]))
        return found

    def _numbered(self, text: str) -> list[Mention]:
        found = []
        for match in _NUMBER.finditer(text):
            known = self._numbers.get(_digits(match[0]))
            if known is None:
                continue
            service_id, by = known
            keyword = self._keyword(text, match.start()) if _digits(match[0]) == "85258" else None
            found.append(Mention(keyword or service_id, match.start(), match.end(), "keyword" if keyword else by))
        return found

    def _keyword(self, text: str, start: int) -> str | None:
        """The service whose keyword stands just before a number that several share."""
        before = [word.lower() for word in _QUICK.findall(text[max(0, start - 40) : start])]
        joined = "".join(before[-3:])
        return next(
            (owner for word, owner in self._keywords.items() if word in before[-4:] or joined.endswith((word, word + "to"))), None
        )


def _meant(name: _Name, text: str, start: int, end: int, words: Sequence[str], at: int) -> bool:  # noqa: PLR0913  the place and its words
    """Whether a name that may be an everyday word is meant as the service."""
    near = text[max(0, start - 40) : end + 40]
    needed = _NEEDS.get(name.service_id)
    single = len(name.words) == 1
    typed = text[start:end]
    if name.words == ("sams",) and typed[-2:-1] in "'’":
        return False
    if needed and not (single and name.words[0] not in _ORDINARY) and (single or name.service_id in _NEEDS):
        return bool(re.search(needed, near.lower())) or (
            name.service_id in ("side-by-side", "breathing-space") and _capitals(typed)
        )
    if not single or name.words[0] not in _ORDINARY:
        return True
    if typed.isupper() and len(typed) > 2 and not text.isupper():
        return True
    if words[at + 1 : at + 2] and words[at + 1] in _PLAINLY:
        return True
    before, after = text[max(0, start - 24) : start].lower(), text[end : end + 24].lower()
    never = _NEVER.get(name.service_id, _NEVER.get(name.words[0], ""))
    if never and any(_holds(part, before, after) for part in never.split("|^")):
        return False
    opening = start == 0 or bool(_ENDS.search(text[:start][-4:]))
    if typed[0].isupper() and not opening and not text.isupper():
        return True
    return _beside(words, at)


def _holds(part: str, before: str, after: str) -> bool:
    if part.endswith(" $"):
        return bool(re.search(rf"(?:^|\W){part}", before))
    return bool(re.match(part.removeprefix("^"), after))


def _beside(words: Sequence[str], at: int) -> bool:
    """Whether "ring", "try" or the like stands before, or "helpline" or the like after."""
    before = [word for word in words[max(0, at - 3) : at] if word not in ("the", "to", "or", "a", "maybe", "with", "out")]
    after = words[at + 1 : at + 3]
    opens = after[:2] in (["is", "open"], ["is", "there"], ["is", "free"], ["is", "good"], ["is", "for"], ["is", "great"])
    return bool(before and before[-1] in _CONTACT) or bool(after and after[0] in _KIND) or opens


def _capitals(typed: str) -> bool:
    return all(word[0].isupper() for word in typed.split() if word[0].isalpha() and word.lower() not in ("by", "of"))


def _apart(found: Iterable[Mention]) -> tuple[Mention, ...]:
    """In order, the longer of two that overlap."""
    kept: list[Mention] = []
    taken: set[int] = set()
    for mention in sorted(set(found), key=lambda each: (each.start - each.end, each.start, each.service_id)):
        if taken.isdisjoint(range(mention.start, mention.end)):
            kept.append(mention)
            taken.update(range(mention.start, mention.end))
    return tuple(sorted(kept, key=lambda each: each.start))


def _plain(word: str) -> str:
    return word.lower().translate(_FLAT).rstrip(".")


_FLAT = str.maketrans("", "", "'’")


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)
