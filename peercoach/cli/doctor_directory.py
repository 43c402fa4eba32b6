"""What `doctor` says of the services directory: how old its details are, what has changed, what a group has laid over it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from peercoach.coaching.services import Directory, Service
from peercoach.keep.group_services import InUse
from peercoach.keep.health import Finding

_GONE = {"announced": "not open yet", "closed": "closed", "unknown": "may no longer run"}
_FEW = 4


def look_at(in_use: InUse, today: date) -> Iterator[Finding]:
    """Look at the directory in use. How many days make details old is the directory's own say."""
    known = in_use.directory
    yield _own(in_use)
    yield _age(known, today)
    yield _standing(known.services)
    yield _numbers(known)


def _own(in_use: InUse) -> Finding:
    if in_use.notice:
        do = f"peercoach data settings --services {in_use.file} says what to mend; --services none takes it away."
        return Finding("group services", "trouble", f"They can't be used ({in_use.file}).", do, (str(in_use.file),))
    if in_use.file:
        return Finding("group services", "ok", f"In use ({in_use.file}).", names=(str(in_use.file),))
    return Finding("group services", "ok", "None of your group's own.")


def _age(known: Directory, today: date) -> Finding:
    days = f"{known.read.stale_days} days, or {known.read.stale_days_crisis} for a crisis"
    never = tuple(each for each in known.services if each.verified is None)
    old = tuple(each for each in known.services if each.verified and known.stale(each, today))
    early = tuple(each for each in known.services if each.verified and each.verified > today)
    parts = [f"{len(never)} were never checked" if never else "", f"{len(old)} too long ago (over {days})" if old else ""]
    if early:
        parts.append(f"{len(early)} say they were checked in the future: is the computer's clock right?")
    said = ", ".join(part for part in parts if part)
    whole = f"{len(known.services)} services"
    if not said:
        return Finding("service dates", "ok", f"{whole}, all checked within {days}.")
    do = "Look at a service's own website before you share it: peercoach services shows each one's date."
    return Finding("service dates", "look", f"{whole}: {said}.", do, _ids((*never, *old, *early)))


def _standing(services: tuple[Service, ...]) -> Finding:
    """Entries that are not simply open. Suggesting one all the same is worth a look."""
    gone = tuple(each for each in services if each.status in _GONE)
    if not gone:
        return Finding("services", "ok", "Every service is open as far as we know.")
    counts = ((words, [each for each in gone if each.status == status]) for status, words in _GONE.items())
    said = ", ".join(f"{len(found)} {words}" for words, found in counts if found)
    wrong = tuple(each for each in gone if each.offer == "suggest")
    if wrong:
        do = "Put these right in your group's services, or update peercoach."
        return Finding("services", "look", f"Suggested all the same: {_few(wrong)}. In all {said}.", do, _ids(gone))
    return Finding(
        "services", "ok", f"{said[0].upper()}{said[1:]}; none of these is suggested without saying so.", names=_ids(gone)
    )


def _numbers(known: Directory) -> Finding:
    """Numbers that are out of date, and services that are shown with one."""
    retired = {number.digits for number in known.read.retired}
    wrong = tuple(
        each
        for each in known.services
        if any("".join(sign for sign in way.value if sign.isdigit()) in retired for way in each.channels)
    )
    if wrong:
        do = "Write the number that is right into your group's services."
        return Finding("service numbers", "trouble", f"Shown with a number that is out of date: {_few(wrong)}.", do, _ids(wrong))
    return Finding("service numbers", "ok", f"{len(retired)} are known to be out of date; no service is shown with one.")


def _ids(services: Iterable[Service]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.id for each in services))


def _few(services: tuple[Service, ...]) -> str:
    more = f" and {len(services) - _FEW} more" if len(services) > _FEW else ""
    return ", ".join(each.short for each in services[:_FEW]) + more
