"""Opening hours as the directory writes them, read and said. Only what is sure is read; anything else is not known."""

from __future__ import annotations

import re
from collections.abc import Iterator

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_NAMED = "|".join(DAYS)
_SPAN = re.compile(rf"(\d\d):(\d\d)-(?:(?P<last>{_NAMED}) )?(?P<hour>\d\d):(?P<minute>\d\d)")
_ON_DAYS = re.compile(rf"((?:(?:{_NAMED})\w*(?:-(?:{_NAMED}))?,? )*)(\d\d):(\d\d)-(?:({_NAMED}) )?(\d\d):(\d\d)")
_DAY_NAMES = re.compile(rf"({_NAMED})\w*(?:-({_NAMED}))?")
_OVER_DAYS = re.compile(rf"\d-(?:{_NAMED}) \d")
_DOUBT = re.compile(r"SOURCES DISAGREE|unverified|stored page|other lists|hours vary")
_DAY = 24 * 60
_WEEK = 7 * _DAY


def is_open(hours: str, time: str, day: str | None = None) -> bool | None:
    """Whether a service with these hours is open at `HH:MM` on a day, `Mon` to `Sun` (None: some day); None when not known."""
    if always(hours):
        return True
    if day in ("Sat", "Sun") and "weekdays" in hours:
        return False
    spans = _SPAN.findall(hours)
    if not spans or _DOUBT.search(hours):
        return None
    now = _minutes(*time.split(":"))
    if day:
        at = DAYS.index(day) * _DAY + now
        return any(opens <= at < closes or opens <= at + _WEEK < closes for opens, closes in _week(hours))
    if any(_within(now, _minutes(a, b), _minutes(c, d)) for a, b, _, c, d in spans):
        return True
    return None if _OVER_DAYS.search(hours) else False


def _week(hours: str) -> Iterator[tuple[int, int]]:
    """When it opens and closes, in minutes since Monday began; one that stays open into the next week closes after its end."""
    for days, from_hour, from_minute, last, to_hour, to_minute in _ON_DAYS.findall(hours):
        opens, closes = _minutes(from_hour, from_minute), _minutes(to_hour, to_minute)
        for day in _listed(days):
            start = day * _DAY + opens
            end = (DAYS.index(last) if last else day) * _DAY + closes
            while end <= start:
                end += _DAY if not last else _WEEK
            yield start, end


def _listed(days: str) -> Iterator[int]:
    """The numbers of the days that "Mon, Wed-Fri" names; all seven where nothing is named."""
    named = _DAY_NAMES.findall(days)
    if not named:
        yield from range(7)
    for first, last in named:
        start = DAYS.index(first)
        yield from range(start, (DAYS.index(last) if last else start) + 1)


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
    return _SPAN.sub(_as_said, plain)


def _as_said(span: re.Match[str]) -> str:
    last = f"{span['last']} " if span["last"] else ""
    return f"{clock(span[1], span[2])} to {last}{clock(span['hour'], span['minute'])}"


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
