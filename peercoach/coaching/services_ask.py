"""Reads what somebody is looking for from plain words: "someone to text at 2am, 17, eating"."""

from __future__ import annotations

import re

from peercoach.coaching.services_values import Asked

_HOUR = re.compile(r"\b(\d{1,2})(?:[:.](\d\d))?\s*(am|pm)\b|\b([01]?\d|2[0-3]):([0-5]\d)\b", re.IGNORECASE)
_WHEN = {
    r"\bmidnight\b": "00:00",
    r"\b(?:noon|midday)\b": "12:00",
    r"\b(?:tonight|at night|late|all night)\b": "23:00",
    r"\bsmall hours\b": "03:00",
}
_AGE = re.compile(r"\b(?:aged?|i'?m|im)?\s*(\d{1,2})(?:\s*(?:yo|y/o|years?(?: old)?|yrs?))?\b")
_NATIONS = {
    "scotland": r"scotland|scottish|glasgow|edinburgh|aberdeen|dundee",
    "wales": r"wales|welsh|cardiff|swansea|wrexham",
    "northern-ireland": r"northern ireland|n\.?i\.?|belfast|derry|ulster",
    "england": r"england|english|london|manchester|leeds|birmingham|liverpool|newcastle|bristol|sheffield",
}
_CHANNELS = {
    "text": r"text|texts|texting|sms|txt",
    "webchat": r"webchat|web chat|chat online|online chat|online",
    "email": r"e-?mail",
    "phone": r"phone|call|ring|phone call|speak|helpline|talk out loud",
}
_NEEDS = {
    "crisis-now": r"crisis|danger|emergency|urgent|overdose\w*|hurt(?:ing)? (?:my|him|her|them)self now|act on it|not safe|unsafe|can'?t keep safe",
    "suicidal-thoughts": r"suicid\w*|want(?:s|ing)? to die|end(?:ing)? (?:it|my life|their life|his life|her life)|kill(?:ing)? (?:my|him|her|them)self",
    "self-harm": r"self[- ]?harm\w*|cutting|hurt(?:s|ing)? (?:my|him|her|them)self|s/h",
    "eating": r"eat\w*|food|anorexi\w*|bulimi\w*|bing\w*|purg\w*|body image|ed",
    "abuse": r"abus\w*|hit(?:s|ting)?|beaten|violen\w*|controll\w*|domestic|unsafe at home|neglect\w*",
    "sexual-violence": r"rap(?:e|ed)|sexual\w*|assault\w*|groomed",
    "lgbt": r"lgbt\w*|gay|lesbian|bi|bisexual|trans|queer|gender|coming out|non-?binary",
    "faith": r"muslim|islam\w*|faith|religio\w*",
    "men": r"men|man|male|lads?|blokes?|guys?",
    "bereavement-suicide": r"(?:lost|bereaved|died|death)\b.{0,24}\bsuicide|bereaved by suicide",
    "bereavement": r"bereave\w*|grie(?:f|ving|ve)|died|death|funeral|loss|lost (?:my|their|his|her)",
    "drugs": r"drugs?|alcohol|drink(?:ing)?|weed|cocaine|ketamine|addict\w*",
    "housing": r"homeless\w*|housing|hostel|evicted|kicked out|nowhere to (?:stay|sleep|live)|landlord|rent",
    "runaway": r"run(?:ning)? ?away|ran away|leaving home",
    "students": r"students?|uni|university|college",
    "peer-group": r"peers?|group|forum|community",
    "smaller-group": r"small(?:er)? group",
    "one-to-one": r"one to one|1[-: ]?(?:2|to)?[-: ]?1|121|someone just for|someone to (?:talk|text|chat|ring|call|message)|a person",
    "general-listening": r"talk|listen\w*|lonely|alone|anxi\w*|depress\w*|sad|low|stress\w*|vent",
    "complaint": r"complain\w*|feedback",
    "staff": r"moderators?|mods?|staff",
    "directory": r"near me|local|find (?:a )?services?",
    "information": r"information|info|facts",
}


def read_ask(words: str) -> Asked:
    """What is asked: needs by their tags, age, nation, `HH:MM`, and how to reach it. What isn't said stays open."""
    text = words.lower().replace("’", "'")
    time, rest = _time(text)
    channel = next((name for name, pattern in _CHANNELS.items() if _has(pattern, text)), None)
    nation = next((name for name, pattern in _NATIONS.items() if _has(pattern, text)), None)
    needs = _needs(text)
    if channel == "text":  # "someone to text": typing is what matters, by whatever way
        return Asked((*needs, "text-only"), _age(rest), nation, time)
    return Asked(needs, _age(rest), nation, time, channel)


def _needs(text: str) -> tuple[str, ...]:
    found = [tag for tag, pattern in _NEEDS.items() if _has(pattern, text)]
    if "bereavement-suicide" in found:
        found = [tag for tag in found if tag not in ("suicidal-thoughts", "bereavement")]
    if "sexual-violence" in found and "abuse" in found:
        found.remove("abuse")
    if "smaller-group" in found:
        found.remove("peer-group")
    return tuple(found)


def _time(text: str) -> tuple[str | None, str]:
    """The hour, and the text without it."""
    match = _HOUR.search(text)
    if not match:
        return next((time for pattern, time in _WHEN.items() if re.search(pattern, text)), None), text
    hour, minute, half, hour24, minute24 = match.groups()
    number = int(hour24) if hour24 else int(hour) % 12 + (12 if half.lower() == "pm" else 0)
    return f"{number:02}:{minute or minute24 or '00'}", f"{text[: match.start()]} {text[match.end() :]}"


def _age(text: str) -> int | None:
    plain = re.sub(r"\b1[-: ]?(?:2|to)?[-: ]?1\b|\b121\b|\d{3,}", " ", text)
    ages = [int(match[1]) for match in _AGE.finditer(plain) if 8 <= int(match[1]) <= 99]
    return ages[0] if ages else None


def _has(pattern: str, text: str) -> bool:
    return bool(re.search(rf"\b(?:{pattern})\b", text))
