"""Whether a name that is an everyday word too is meant as the service: "ring CALM" is, "keep calm" is not.

Looked at: capitals, the words right before and after, and where in its clause the name stands. Nothing here knows a service's
facts; the names and what makes them doubtful stand in the tables.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

ORDINARY = frozenset(
    "calm circle beat mind sane frank shelter shout refuge lifeline switchboard sobs feedback boards sc gc ym kh ane report".split()
)
"""Names that are everyday words too, or could be: they need a sign that the service is meant."""
DOUBTFUL = frozenset({("missing", "people"), ("listening", "ear"), ("crisis", "team"), ("smaller", "group"), ("young", "minds")})
"""Names of several words that people also say of other things."""
_CONTACT = frozenset(
    "try ring call text contact message use google phone email webchat called rang texted rung dial tried via ringing texting calling tell"
    " messaging samaritans childline recommend suggest heard".split()
)
_LEAD = frozenset("maybe perhaps theres called possibly poss mb mayb".split())
"""What may stand before a name that is all there is in its clause ("maybe shout?")."""
_AFTER = frozenset("maybe perhaps then mate hun x xx if or could might would tho though for too".split())
_KIND = frozenset(
    "helpline line number website site charity webchat textline zone infoline app service services org uk volunteers helplines phones phone"
    " form link 85258 247".split()
)
_PLAINLY = frozenset("helpline line infoline webchat charity number textline helplines website zone".split())
"""Words after a name that leave no doubt."""
_DO = frozenset(
    "are r do have know get talk take listen dont wont arent answer run offer help understand see hear deal reopen open opens reopens shuts closes does has"
    " lets takes knows gets isnt doesnt til till until exist exists".split()
)
"""What a service does, right after its name at the start of a clause."""
_IS = frozenset("is s was will ll might can could should would just only still also always".split())
_WILL = frozenset("will ll might can could should would".split())
_WORK = frozenset("help be listen text chat talk do take point sort have know hear suit answer ring stay".split())
"""What a service might do: "calm can help"."""
_STATE = frozenset(
    "on open opens awake up there good great best better free shut closed til till until for lgbt just all by 24 247 run around about brilliant"
    " lovely sound amazing ace nice online works worth only really pretty still meant supposed anonymous confidential not always".split()
)
"""What a service is, after "is" or the like."""
_OPENERS = frozenset(
    "and but so or cos because if then also btw tbh honestly think reckon know that though tho as well bet course".split()
)
"""What a clause with a name in front of it may open with."""
_NEVER = {
    "calm": r"(?:keep|stay|feel|feeling|be|so|more|nice and|bit|that|very|really|stays?|kept|cool and|deep|a|is|im|ur|youre|being|get|was) $|^ (?:down|yourself|and collected|voice|place|it|night|before|enough|now)\b",
    "beat": r"(?:to|can|you|u|ll|will|i|we|they|the|heart|a|my|me|us|pretty|feel|feeling|off|he|she|that|gonna|this|dead) $|^ (?:my|your|ur|his|her|him|them|it|us|me|up|this|that|the|yourself|urself|myself|drop|drops|is sick|u)\b",
    "mind": r"(?:my|your|ur|the|dont|don't|never|not|in|on|of|peace of|do you|u|i|state of|his|her|their|own|open|would you|you|really|wont) $|^ (?:you|u|if|that|is|blank|games|the|at|i|my|me|off|on|reader|set|ur|your|it|it's|wandering|racing)\b",
    "frank": r"(?:be|being|to be|so|ocean|anne|my mate|uncle|called|perfectly|brutally|quite) $|^ (?:about|with|said|is|was|and i|sinatra|ocean|says|in my|from|from my|does|has)\b",
    "shelter": r"(?:a|the|any|bus|animal|dog|cat|homeless|rescue|some|under|in|had|have|take|give|find|night|air) $|^ (?:from|for|dog|cat|is|under|in)\b",
    "shout": r"(?:a|me a|to|dont|don't|they|i|he|she|we|always|just|and|good|not|big|us a|my|mum|dad|parents|gonna|ll|you|u|can|want to|wanna|people|neighbours|us) $|^ (?:at|if|out|about|when|me|us|loud|louder|over|in|it|or scream|back|up)\b",
    "circle": r"(?:friend|the|a|social|my|vicious|same|in a|full|life) $|^ (?:of|back|round)\b",
    "sane": r"(?:not|so|keep|feel|stay|me|you|be|in|no|more|only|perfectly|im|ur) $|^ (?:person|people|and|again|enough)\b",
    "refuge": r"(?:a|take|took|taking|find|seek|my|the|in|womens|some) $|^ (?:in|from|here)\b",
    "lifeline": r"(?:a|my|your|real|absolute|proper|total|literal|the|ur|such a|been) $|^ (?:for me|to me)\b",
    "sobs": r"(?:my|his|her|big|the|in|through|with|of|between|these) $",
    "switchboard": r"(?:a|the|my|work|hospital|on|this|our) $|^ (?:at|operator|room|lights|job|shift)\b",
}  # fmt: skip
_NEEDS = {
    "side-by-side": r"\b(?:mind|minds|community|online|forum|elefriends|site|sidebyside)\b",
    "the-mix-support-circle": r"\b(?:support|tuesdays?|tues|sign up)\b",
    "call-wales": r"\b(?:wales|welsh|helpline)\b|c\.a\.l\.l",
    "the-mix-staff-pm": r"\b(?:team|staff|mods?|moderators?|themix|the mix|desk)\b",
    "breathing-space": r"\b(?:ring|rings?|call|number|scotland|scottish|try|phone|helpline|line|webchat|0800|open|is open)\b",
}
"""Names that need one of these near them (or, of several words, capitals)."""
_GAP = re.compile(r"[.!?,;:()\n–—-]")
_STOP = re.compile(r"[.!?\n]\s*$")
_BETWEEN = frozenset("the to or a maybe with out on even".split())
_THINK = (("i", "think"), ("i", "reckon"), ("i", "guess"))
_BY = (("text",), ("txt",), ("phone",), ("webchat",))
_COUNTED = re.compile(
    r"\s*(?:%|[a-z]*(?:unread|other|more|different|likes)\b|(?!is\b|as\b|us\b|this\b|please\b|press\b|gets\b|has\b|does\b)[a-z]{3,}s\b)"
)
"""What makes a number a count: "999 messages"."""


@dataclass(frozen=True, slots=True)
class Line:
    """A text cut into plain words with the span of each. `loud`: capitals say nothing in it."""

    text: str
    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    loud: bool

    def before(self, at: int, size: int) -> str:
        """The signs right before word `at`."""
        start = self.spans[at][0]
        return self.text[max(0, start - size) : start]

    def after(self, at: int, size: int) -> str:
        """The signs right after word `at`."""
        end = self.spans[at][1]
        return self.text[end : end + size]


def meant(service_id: str, name: tuple[str, ...], line: Line, at: int) -> bool:
    """Whether the words from `at` that are this name are the service, and not an everyday word or two."""
    size, last = len(name), at + len(name) - 1
    typed = line.text[line.spans[at][0] : line.spans[last][1]]
    needed = _NEEDS.get(service_id)
    if name == ("sams",) and typed[-2:-1] in "'’":
        return False
    if needed and (size > 1 or name[0] in ORDINARY):
        near = line.before(at, 40) + typed + line.after(last, 40)
        return bool(re.search(needed, near.lower())) or (size > 1 and service_id != "call-wales" and _capitals(typed))
    if size > 1:
        return name not in DOUBTFUL or _capitals(typed) or _beside(line.words, at, size)
    return name[0] not in ORDINARY or _everyday(name[0], typed, line, at)


def _everyday(name: str, typed: str, line: Line, at: int) -> bool:
    """Whether a single everyday word is meant as a name."""
    if typed.isupper() and len(typed) > 2 and not line.loud:
        return True
    if line.words[at + 1 : at + 2] and line.words[at + 1] in _PLAINLY:
        return True
    before, after = line.before(at, 24).lower(), line.after(at, 24).lower()
    never = _NEVER.get(name, "")
    if never and any(_holds(part, before, after) for part in never.split("|^")):
        return False
    opening = at == 0 or bool(_STOP.search(line.before(at, 4)))
    if name == "switchboard" or (typed[0].isupper() and not opening and not line.loud):
        return True
    return _beside(line.words, at, 1) or _heads(line, at)


def _holds(part: str, before: str, after: str) -> bool:
    if part.endswith(" $"):
        return bool(re.search(rf"(?:^|\W){part}", before))
    return bool(re.match(part.removeprefix("^"), after))


def _beside(words: Sequence[str], at: int, size: int) -> bool:
    """Whether "ring", "try" or the like stands before, or "helpline" or the like after."""
    before = [word for word in words[max(0, at - 3) : at] if word not in _BETWEEN]
    after = words[at + size : at + size + 1]
    return bool(before and before[-1] in _CONTACT) or bool(after and after[0] in _KIND)


def _heads(line: Line, at: int) -> bool:
    """Whether the name opens its clause and does what a service does, or is nearly all there is in it."""
    fresh = _is_fresh(line, at)
    lead = "" if at == 0 else line.words[at - 1]
    if lead == "always" and at > 1:
        lead = line.words[at - 2]  # "theres always calm"
    called = at == 1  # "lina beat are on": somebody is spoken to first
    if not (fresh or called or lead in _OPENERS or lead in _LEAD):
        return False
    after = line.words[at + 1 : at + 3]
    tail = line.after(at, 2)
    if not after or _GAP.match(tail.lstrip()):
        return lead in _LEAD or (fresh and (tail[:1] == "?" or len(line.words) == 1))
    if after[0] in _DO or (after[0] == "by" and after[1:] in _BY):
        return True
    if after[0] in _IS and after[1:] and after[1] in (_STATE | _WORK if after[0] in _WILL else _STATE):
        return True
    alone = after[0] in _AFTER or after in _THINK or len(line.words) == at + 2
    return (lead in _LEAD and alone) or (fresh and (after[0] in _LEAD or after in _THINK or (at == 0 and after[0] == "or")))


def _is_fresh(line: Line, at: int) -> bool:
    return at == 0 or bool(_GAP.search(line.before(at, 3)))


def _capitals(typed: str) -> bool:
    return all(word[0].isupper() for word in typed.split() if word[0].isalpha() and word.lower() not in ("by", "of"))


def called_s(line: Line, at: int) -> bool:
    """Whether an everyday name with an s at its end is the name and "is", or what is its own: "shouts awake", "mind's site"."""
    after = line.words[at + 1 : at + 2]
    if after and after[0] in _PLAINLY:
        return True
    fresh = _is_fresh(line, at) or line.words[at - 1] in _OPENERS
    return fresh and bool(after) and (after[0] in _STATE or after[0] in _KIND) and not _GAP.match(line.after(at, 2))


def numbered(text: str, start: int, end: int) -> bool:
    """Whether a number that a service has stands for the service: 999 does in "ring 999", not in "999 messages"."""
    if end - start > 3:
        return True
    return not _COUNTED.match(text[end : end + 20].lower())
