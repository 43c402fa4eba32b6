"""Reads what somebody is looking for from plain words: "someone to text at 2am, 17, eating".

Searched words are read for anything they may mean. What is said in a chat is read strictly: only what somebody says of
themselves and of now counts ("im 17", "its 2am"), never any number or hour that happens to come up.
"""

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
_DAYS = {
    name[:3].capitalize(): rf"{name}s?" for name in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
}
_PLACE = "|".join(_NATIONS.values())
_IN_CHAT = {
    "age": re.compile(
        r"\b(?:i'?m|i am) (?:(nearly|almost) |only |just |literally |actually |now )*(\d\d)\b"
        r"(?! ?(?:%|:|\.\d|min|hour|hrs|day|week|month|mile|quid|st\b|th\b|in\b|stone|stop|am\b|pm\b|page|left|minutes))"
        r"|(?:^|\bi(?:'?ve| have)? (?:just |only )?|\. )(?:just )?turned (\d\d)\b|(?:^|\. )(\d\d)(?:f|m|nb)?,? here\b"
    ),
    "now": re.compile(
        r"\b(?:its|it's|it is) (?:(?:gone|past|nearly|almost|only|like|about|already|literally) )*(?=\d|midnight|noon)"
    ),
    "here": re.compile(
        r"(?=\b\d{1,2}(?:[:.]\d\d)? ?(?:am|pm)? (?:here|now|rn)\b)|(?<!was )(?<!were )(?<!been )\b(?:awake|up) (?:here )?at (?=\d)"
    ),
    "night": re.compile(r"\b(?:its|it's) (?:the )?(?:middle of the night|small hours)\b"),
    "day": re.compile(
        rf"\b(?:its|it's|it is|happy|another|today is|this is)(?: a)? (?P<day>{'|'.join(_DAYS.values())}|weekend|the weekend)\b(?! tomorrow)"
    ),
    "nation": re.compile(
        rf"\b(?:i'?m|i am|i live|we'?re|we live|living|live|based|moved|here|up|over|down|back) (?:(?:here|up|over|down|back) )*(?:in|from|to) (?P<place>{_PLACE})\b"
        rf"|\b(?P<there>{_PLACE}) here\b"
    ),
    "silent": re.compile(
        r"\b(?:can'?t|cannot|cudn't|couldn'?t|won'?t) (?:really |even )?(?:ring|phone|(?:talk|speak|say (?:it|anything)) out loud|talk on|speak on)\b"
        r"|\bhate (?:phones|the phone|phone calls|ringing|calls)\b|\bphones? (?:are|is) out\b|\bno (?:phones|ringing|calls)\b"
    ),
}


def read_chat(words: str) -> Asked:
    """What somebody says of themselves and of now in a chat: age, nation, day, `HH:MM`, and whether they can't speak.

    Needs are `text-only` where they can't, and groups they may belong to (`lgbt`, `faith`), for those may be pointed to.
    """
    text = words.lower().replace("’", "'")
    needs = tuple(need for need in ("lgbt", "faith") if _has(_NEEDS[need], text))
    silent = ("text-only",) if _IN_CHAT["silent"].search(text) else ()
    return Asked((*silent, *needs), _own_age(text), _own_nation(text), _now(text), None, _today(text))


def _own_age(text: str) -> int | None:
    found = _IN_CHAT["age"].search(text)
    if not found:
        return None
    nearly, *ages = found.groups()
    age = int(next(age for age in ages if age)) - bool(nearly)
    return age if 8 <= age <= 99 else None


def _own_nation(text: str) -> str | None:
    found = _IN_CHAT["nation"].search(text)
    place = (found["place"] or found["there"]) if found else ""
    return next((name for name, pattern in _NATIONS.items() if place and _has(pattern, place)), None)


def _now(text: str) -> str | None:
    """The hour they say it is. One without am, pm or minutes isn't sure."""
    for key in ("now", "here"):
        for found in _IN_CHAT[key].finditer(text):
            rest = text[found.end() : found.end() + 12]
            hour = _HOUR.match(rest)
            if hour:
                return _time(hour[0])[0]
            if rest.startswith(("midnight", "noon")):
                return _time(rest.split()[0].rstrip(".,!?"))[0]
    return "03:00" if _IN_CHAT["night"].search(text) else None


def _today(text: str) -> str | None:
    found = _IN_CHAT["day"].search(text)
    return None if not found else "Sat" if "weekend" in found["day"] else found["day"][:3].capitalize()


def read_ask(words: str) -> Asked:
    """What is asked: needs by their tags, age, nation, `HH:MM`, and how to reach it. What isn't said stays open."""
    text = words.lower().replace("’", "'")
    time, rest = _time(text)
    channel = next((name for name, pattern in _CHANNELS.items() if _has(pattern, text)), None)
    nation = next((name for name, pattern in _NATIONS.items() if _has(pattern, text)), None)
    needs = _needs(text)
    day = next((name for name, pattern in _DAYS.items() if _has(pattern, text)), "Sat" if "weekend" in text else None)
    if channel == "text":  # "someone to text": typing is what matters, by whatever way
        return Asked((*needs, "text-only"), _age(rest), nation, time, None, day)
    return Asked(needs, _age(rest), nation, time, channel, day)


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
