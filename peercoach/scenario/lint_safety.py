"""Rules that keep people safe: numbers, content notes, and words that can hurt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from peercoach.scenario.faults import did_you_mean, listed
from peercoach.scenario.format import SignpostStep
from peercoach.scenario.looking import Finding, Look, Said

_NUMBER = re.compile(r"(?<![\w.£$€])(?:(?:\+\d|0\d|11\d|1 ?1 ?6)(?:(?:[ .-]| ?[()] ?)?\d){3,}|\d{5,}|\d(?: \d){4,})(?!\w)")
_ALWAYS = frozenset({"999", "111", "112", "101"})
_TOPICS: Mapping[str, str] = {
    "suicide": r"suicid\w*|kill(?:ing)? my ?self|end(?:ing)? my (?:own )?life|wan(?:t to|na) die|unaliv\w+|sewerslid\w*"
    r"|do(?:n'?t|nt) want to be here any ?more|rather not be here",
    "self-harm": r"self[- ]?harm\w*|(?:cut(?:ting)?|burn(?:ing|t|ed)?|hurt(?:ing)?) my ?self|my cuts",
    "eating": r"anorexi\w*|bulimi\w*|bing(?:e|ed|ing)\b(?! watch)|purg(?:e|ed|ing)\b|calori\w*|starv(?:e|ed|ing) my ?self"
    r"|eating disorder|(?:haven'?t|not|stopped) eat(?:en|ing)\b|skipp(?:ed|ing) (?:meals|food|lunch|dinner|tea|breakfast)",
    "abuse": r"abus(?:e[ds]?|ing|ive)\b|raped?\b|assault\w*|molest\w*|(?:hits?|beats?|beaten) me\b(?! to)|groom(?:ed|ing)\b",
}  # fmt: skip
_TOPIC_SIGNS: Mapping[str, tuple[str, ...]] = {
    "suicide": ("suicid", "kill", "end my", "ending my", "to die", "wanna die", "unaliv", "be here", "sewerslid"),
    "self-harm": ("harm", "myself", "my self", "my cuts"),
    "eating": ("anorexi", "bulimi", "bing", "purg", "calori", "starv", "eating", "eaten", "skipp"),
    "abuse": ("abus", "rape", "assault", "molest", "hit me", "hits me", "beat", "groom"),
}  # fmt: skip
"""What any talk of a topic has in it somewhere: looking for these costs next to nothing."""
_DETAIL = re.compile(
    r"\b\d+(?:[.,]\d+)?\s?(?:kgs?|kilos?|lbs?|stone|kcals?|cals?|calories|mg|pills|tablets|paracetamol\w*)\b"
    r"|\bbmi\b|\bsize (?:zero|\d+)\b",
    re.IGNORECASE,
)
_MAYBE_DETAIL = re.compile(r"[0-9]\s?(?:k|lb|stone|cal|mg|pill|tablet|parac)")
_HURTFUL = re.compile(
    r"\bcommit(?:s|ted|ting)? suicide|\b(?:successful|unsuccessful|failed) suicide|\bsuicide (?:pact|epidemic|hotspot)",
    re.IGNORECASE,
)
_BETTER = {
    "completed suicide": "died by suicide",
    "threatened suicide": "said they were thinking of suicide",
    "cry for help": "in a lot of pain",
    "attention seek": "in a lot of pain",
    "attention-seek": "in a lot of pain",
    "manipulative": "in a lot of pain",
    "an anorexic": "someone with anorexia",
    "anorexics": "people with anorexia",
    "a bulimic": "someone with bulimia",
    "self-harmer": "someone who self-harms",
    "self harmer": "someone who self-harms",
    "a schizo": "someone with schizophrenia",
}
"""Words to avoid, and what to write instead."""
_BETTER_SIGNS = ("suicide", "cry for", "attention", "manipul", "anorexic", "bulimic", "harmer", "schizo")


def unknown_number(look: Look) -> Iterator[Finding]:
    """Every number somebody could ring or text is in the services directory; emergency numbers always are."""
    for number, place, digits in _numbers(look):
        if digits not in look.known.numbers and digits not in look.known.retired:
            hint = "name the service instead: the tool knows its number"
            yield Finding(*place, f"{number} is not in the services directory", hint)


def retired_number(look: Look) -> Iterator[Finding]:
    """No number that is out of date."""
    for number, place, digits in _numbers(look):
        if digits in look.known.retired:
            hint = "name the service instead: the tool knows its number"
            yield Finding(*place, f"{number} is out of date: {look.known.retired[digits]}", hint)


def _numbers(look: Look) -> Iterator[tuple[str, tuple[int, int], str]]:
    """Each number people see: as typed, where, and its digits."""
    if not look.known.numbers or not look.has_numbers:
        return
    for said in look.said:
        for found in _NUMBER.finditer(said.text):
            digits = re.sub(r"\D", "", found.group().replace("+44", "0"))
            if len(digits) >= 5 and digits not in _ALWAYS:
                yield found.group(), look.find(re.escape(found.group()), said.line), digits


def unknown_need(look: Look) -> Iterator[Finding]:
    """A signpost step's need tags are the directory's."""
    for step in look.scenario.steps:
        if isinstance(step, SignpostStep) and look.known.needs:
            for need in step.need:
                if need not in look.known.needs:
                    near = did_you_mean(need, look.known.needs)
                    place = look.find(rf"(?<![\w-]){re.escape(need)}(?![\w-])", look.find(r"need:", step.line)[0])
                    hint = "" if near else f"the tags: {', '.join(look.known.needs)}"
                    yield Finding(*place, f'need "{need}" is not one of the directory\'s{near}', hint)


def no_content_note(look: Look) -> Iterator[Finding]:
    """Talk of suicide, self-harm, eating or abuse in the chat has a content note before it."""
    if not look.scenario.content:
        topics = dict(_topics(look))
        if topics:
            first = min(topics.values())
            hint = f"add `content: [{', '.join(topics)}]` below about"
            yield Finding(*first, f"the chat speaks of {listed(topics, 'and')}, and there is no content note", hint)


def content_left_out(look: Look) -> Iterator[Finding]:
    """The content note names what the chat speaks of."""
    if look.scenario.content:
        notes = " ".join(look.scenario.content).lower()
        for topic, place in _topics(look):
            if topic not in notes:
                yield Finding(*place, f"the chat speaks of {topic}, and the content note doesn't", f"add {topic} to content")


def _topics(look: Look) -> Iterator[tuple[str, tuple[int, int]]]:
    """What the chat speaks of, each with the place it first does."""
    for topic, signs in _TOPIC_SIGNS.items():
        if any(sign in look.chat for sign in signs):
            wanted = re.compile(rf"\b(?:{_TOPICS[topic]})", re.IGNORECASE)
            found = ((said, wanted.search(said.text)) for said in look.said if said.chat)
            first = next((_place(look, said, match.group()) for said, match in found if match), None)
            if first:
                yield topic, first


def _place(look: Look, said: Said, words: str) -> tuple[int, int]:
    """Where words are in the file; a line break may stand between two of them."""
    return look.find(re.escape(words.split()[0]) if "\n" in words else re.escape(words), said.line)


def unsafe_detail(look: Look) -> Iterator[Finding]:
    """No weights, sizes, doses or amounts anywhere, not even in a weak example."""
    if "bmi" in look.lower or "size " in look.lower or _MAYBE_DETAIL.search(look.lower):
        for said in look.said:
            for found in _DETAIL.finditer(said.text):
                message = f'"{found.group()}" is a detail that can hurt somebody'
                yield Finding(*_place(look, said, found.group()), message, "say how it feels, without numbers")


def hurtful_words(look: Look) -> Iterator[Finding]:
    """No stigmatising words about suicide, except where a person in the chat says them or a weak example shows them."""
    if "suicide" in look.lower:
        for said in look.said:
            for found in _HURTFUL.finditer("" if said.weak or said.chat else said.text):
                hint = "write died by suicide, took their own life, or attempt"
                yield Finding(*_place(look, said, found.group()), f'"{found.group()}" hurts people', hint)


def better_words(look: Look) -> Iterator[Finding]:
    """Kinder words where there are some, in the chat as well."""
    for words, better in _BETTER.items() if any(sign in look.lower for sign in _BETTER_SIGNS) else ():
        if words in look.lower:
            for said in look.said:
                if not said.weak and words in said.text.lower():
                    yield _kinder(look, said, words, better)
    if "suicide" in look.lower:
        for said in look.said:
            for found in _HURTFUL.finditer(said.text if said.chat and not said.weak else ""):
                yield _kinder(look, said, found.group(), "died by suicide, or attempt")


def _kinder(look: Look, said: Said, words: str, better: str) -> Finding:
    return Finding(*_place(look, said, words), f'there are kinder words than "{words}"', f"as in: {better}")
