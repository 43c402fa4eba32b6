"""When words of risk are not about the person typing, now: another's, reported, denied, supposed, past, or a figure of speech."""

from __future__ import annotations

import re
from functools import cached_property

from peercoach.coaching.care_fold import Folded
from peercoach.coaching.care_kinds import EVERYDAY
from peercoach.coaching.care_rules import Rule
from peercoach.coaching.care_signs import (
    AWAY,
    BETTER,
    DENIED,
    GENERIC,
    GERUND,
    GERUND_AFTER,
    I_SAID,
    MADE,
    NO_DENIAL,
    NOT_BETTER,
    OBJECT,
    OVER,
    PAST,
    RECENT,
    REPORTED,
    SMALL,
    SUBJECT,
    SUPPOSED,
    WHENEVER,
    YOU,
    YOU_ASIDE,
)  # fmt: skip

_BACK = 110
"""How far around a phrase is looked at, in folded characters: what keeps `care` linear."""
_YOUS = frozenset("you your yourself yourselves welcome".split())
_MINE = re.compile(r"\b(?:i|me|my|myself)\b")
_THEIRS = (" his ", " her ", " your ", " their ")
"""Before somebody's dad who is not the speaker's."""
_SUPPOSING = ((" if ", ("it ", "that ", "cut")), ("i would ", ("be ", "feel", "want", "have")))
"""What a sentence is supposed by, where a phrase that begins so comes right after it."""
_OWN_START = re.compile(r"(?:\b(?:i|do|am|have|just|would|will|me) )+$")


class Around:
    """What the whole reply says about whose and when. Each is worked out when it is first asked for."""

    def __init__(self, folded: Folded) -> None:
        self._folded = folded

    @cached_property
    def to_other(self) -> bool:
        """Whether it speaks to somebody in the chat."""
        if _YOUS.isdisjoint(self._folded.words):
            return False
        return len(YOU.findall(self._folded.text)) > len(YOU_ASIDE.findall(self._folded.text))

    @cached_property
    def over(self) -> bool:
        """Whether something in it is past and over."""
        return bool(OVER.search(self._folded.text))

    @cached_property
    def better(self) -> bool:
        """Whether it says that the speaker is well enough now."""
        return _better(self._folded.text)

    @cached_property
    def away(self) -> bool:
        """Whether it speaks of leaving for a while."""
        return bool(AWAY.search(self._folded.text))


def strength(rule: Rule, found: re.Match[str], folded: Folded, whole: Around) -> int:
    """The weight of a phrase once let off for all it may be: 0 when it is not about the speaker now."""
    before, after = _sides(folded.text, found)
    if rule.who == "other" and before.endswith(_THEIRS):
        return 0
    if rule.who == "said" and _someone_else(before, found[1], after):
        return 0
    if rule.who in {"self", "said"} and _reported(before, folded, whole):
        return 0
    sentence = before + found[1] + after
    if _denied(before) or (_supposed(before, found[1]) and not RECENT.search(sentence)):
        return 0
    if MADE.search(before) and about_small(sentence):
        return min(rule.weight, 1)
    past = bool(PAST.search(folded.text, found.start(1), found.end(1)))
    return _timed(rule, sentence, whole, _figurative(rule, sentence, folded, whole), past=past)


def _sides(text: str, found: re.Match[str]) -> tuple[str, str]:
    """The rest of the sentence on each side, as far as it is looked at."""
    before = text[max(0, found.start(1) - _BACK) : found.start(1)]
    after = text[found.end(1) : found.end(1) + _BACK]
    cut = after.find(" .")
    return before[before.rfind(". ") + 1 :], after if cut < 0 else after[:cut]


def _better(text: str) -> bool:
    places = (found.start() + 1 for found in BETTER.finditer(text))
    return any(not NOT_BETTER.search(text[max(0, place - 40) : place]) for place in places)


def _someone_else(before: str, phrase: str, after: str) -> bool:
    """Whether the nearest person named before the phrase is not the speaker, or nobody in particular is meant."""
    if _MINE.search(phrase):
        return False
    if GENERIC.search(before):
        return True
    people = [found.lastgroup for found in SUBJECT.finditer(OBJECT.sub(" ", before))]
    if not people and _in_general(before, phrase, after):
        return True
    return bool(people) and people[-1] == "other"


def _in_general(before: str, phrase: str, after: str) -> bool:
    """Whether the phrase is the subject of its sentence ("wanting to die is...") and names nobody."""
    return not _MINE.search(phrase) and bool(GERUND.match(f"{before}{phrase}".lstrip(" ,"))) and bool(GERUND_AFTER.match(after))


def _reported(before: str, folded: Folded, whole: Around) -> bool:
    lead = _OWN_START.sub("", before)
    found = REPORTED.search(lead)
    if not found or I_SAID.search(lead):
        return False
    return found.lastgroup != "echo" or folded.asks or whole.to_other


def _denied(before: str) -> bool:
    return bool(DENIED.search(before)) and not NO_DENIAL.search(before[-48:])


def _supposed(before: str, phrase: str) -> bool:
    return bool(SUPPOSED.search(before)) or any(before.endswith(end) and phrase.startswith(start) for end, start in _SUPPOSING)


def _figurative(rule: Rule, sentence: str, folded: Folded, whole: Around) -> int:
    """The weight that is left when people also say this of small things, or of leaving the chat."""
    small = about_small(sentence)
    if "away" in rule.marks and whole.away:
        return 0
    if "small" in rule.marks:
        if (small and "kept" not in rule.marks) or (folded.joking and (small or whole.to_other or rule.weight < 2)):
            return min(rule.weight, 1)
        return min(rule.weight, 2) if folded.joking else rule.weight
    if small and "kept" not in rule.marks and (folded.joking or WHENEVER.search(sentence)):
        return 1
    return rule.weight


def about_small(text: str) -> bool:
    """Whether it speaks of things that people say big words about."""
    return bool(SMALL.search(text)) or not EVERYDAY.isdisjoint(text.split())


def _timed(rule: Rule, sentence: str, whole: Around, weight: int, *, past: bool) -> int:
    """Less for what is past and over; the past alone is no excuse when it is recent or nothing says it got better."""
    over = bool(OVER.search(sentence))
    recent = bool(RECENT.search(sentence))
    if not recent and "kept" in rule.marks and whole.over and whole.better:
        return max(weight - 2, 0)
    if not recent and (over or past):
        if over or whole.better:
            return 0
        if whole.over or whole.to_other or weight < 2:
            return max(weight - 2, 0)
        return weight if "kept" in rule.marks else min(weight, 2)
    if over and whole.better and past:
        return 0
    return max(weight - 1, 0) if whole.better and weight < 3 and "kept" not in rule.marks else weight
