"""Opening hours as the directory writes them, read and said. Only what is sure is read; anything else is not known."""

from __future__ import annotations

import re

_SPAN = re.compile(r"(\d\d):(\d\d)-(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) )?(\d\d):(\d\d)")
_OVER_DAYS = re.compile(r"\d-(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d")
_DOUBT = re.compile(r"SOURCES DISAGREE|unverified|stored page|other lists")
_DAY = 24 * 60


def is_open(hours: str, time: str) -> bool | None:
    """Whether a service with these hours is open at `HH:MM` on some day; None when the directory does not know."""
    if hours.startswith("24/7"):
        return True
    spans = _SPAN.findall(hours)
    if not spans or hours.startswith("SOURCES DISAGREE"):
        return None
    now = _minutes(*time.split(":"))
    if any(_within(now, _minutes(a, b), _minutes(c, d)) for a, b, c, d in spans):
        return True
    return None if _OVER_DAYS.search(hours) else False


def always(hours: str) -> bool:
    """Whether it is open day and night."""
    return hours.startswith("24/7")


def said(hours: str) -> str:
    """The hours as people say them ("5pm to midnight every day"); "" when they are not known for sure."""
    if always(hours):
        return "day and night"
    plain = hours.split(" (")[0].replace(";", ",")
    if not _SPAN.search(plain) or _DOUBT.search(plain):
        return ""
    return _SPAN.sub(lambda span: f"{clock(span[1], span[2])} to {clock(span[3], span[4])}", plain)


def clock(hour: str, minute: str) -> str:
    """A time as people say it: `17`, `00` is "5pm", `24`, `00` is "midnight"."""
    number = int(hour) % 24
    if minute == "00" and number in (0, 12):
        return "midnight" if number == 0 else "midday"
    half = "am" if number < 12 else "pm"
    return f"{number % 12 or 12}{'' if minute == '00' else '.' + minute}{half}"


def _minutes(hour: str, minute: str) -> int:
    return int(hour) * 60 + int(minute)


def _within(now: int, opens: int, closes: int) -> bool:
    if closes > opens:
        return opens <= now < closes
    return now >= opens or now < closes % _DAY
