"""Reads a JSON export back. Everything is checked before anything is believed: it may come from anywhere.

Whatever is wrong is one sentence that says where; nothing of what somebody wrote is ever in it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, NoReturn, cast, get_args

from peercoach.coaching.moment import BANDS, LEVELS, Band, Level
from peercoach.errors import PeercoachError
from peercoach.keep.record import Record
from peercoach.keep.records import EXPORT
from peercoach.keep.settings import Setting
from peercoach.keep.values import Kept, Run
from peercoach.practice.values import AnswerKind

MOST_BYTES = 64_000_000
"""A hundred thousand answers with everything that was written take 40 million."""
_MOST_PARTS = 5_000_000
"""Values in lists and objects; those of a hundred thousand answers are two million. More would only fill the memory."""
_LONGEST_NAME, _LONGEST_TEXT, _MOST_MARKS, _MOST_TRIES = 200, 100_000, 200, 1_000_000
_FROM, _TO = datetime(2000, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)
_SETTLED: tuple[tuple[str, Setting], ...] = (("keep-texts", "keep_texts"), ("ease-off", "ease_off"))
_KINDS = get_args(AnswerKind)
_NO_NAME = re.compile(r"[\x00-\x1f\x7f-\x9f;|&$`<>\\\"]")
"""What no name holds: names are shown as part of commands, which people copy."""
_OTHERS = "Only what `peercoach data export` writes as JSON can be brought back in."


@dataclass(frozen=True, slots=True)
class Export:
    """What an export holds: what was settled to be more than usual, and the runs, in the order of the file."""

    settled: dict[Setting, str]
    records: tuple[Record, ...]


def read_export(data: bytes) -> Export:
    """Read a JSON export from its bytes. Raises PeercoachError that says where and what, when it is not one."""
    whole = _parsed(data)
    if not isinstance(whole, dict) or "peercoach-export" not in whole:
        raise PeercoachError("This is not an export from peercoach.", _OTHERS)
    version = whole["peercoach-export"]
    if type(version) is not int or version < 1:
        _wrong("the file", "its version is not a number")
    if version > EXPORT:
        raise PeercoachError("This export was written by a newer peercoach than this one.", "Update peercoach and try again.")
    runs = _listed(whole.get("runs"), "the file", "runs")
    records = tuple(_record(run, f"run {number}") for number, run in enumerate(runs, 1))
    return Export({name: "yes" for key, name in _SETTLED if _yes_or_no(whole.get(key, False), "the file", key)}, records)


def _parsed(data: bytes) -> Any:
    if len(data) > MOST_BYTES:
        raise PeercoachError(f"This file is larger than {MOST_BYTES // 1_000_000} MB, which no export is.", _OTHERS)
    if data.count(b"[") + data.count(b"{") + data.count(b",") > _MOST_PARTS:
        raise PeercoachError("There is more in this file than an export ever has.", _OTHERS)
    try:
        return json.loads(data.decode("utf-8-sig"), parse_constant=_no_number)
    except UnicodeDecodeError:
        raise PeercoachError("This file is not plain text.", _OTHERS) from None
    except RecursionError:
        raise PeercoachError("This file is nested too deep to be an export.", _OTHERS) from None
    except ValueError:
        raise PeercoachError("This file can't be read as JSON.", _OTHERS) from None


def _no_number(word: str) -> NoReturn:
    raise ValueError(word)


def _record(value: Any, where: str) -> Record:
    run = _object(value, where)
    answers = _listed(run.get("answers"), where, "answers")
    started = _time(run.get("started"), where, "started")
    ended = None if run.get("ended") is None else _time(run["ended"], where, "ended")
    finished = _yes_or_no(run.get("finished"), where, "finished")
    if finished and ended is None:
        _wrong(where, "it is finished, and has no end")
    begun = Run(0, _name(run.get("scenario"), where, "scenario"), _name(run.get("fingerprint"), where, "fingerprint"), started)
    places = [f"{where}, answer {number}" for number in range(1, len(answers) + 1)]
    kept = tuple(_answer(answer, place) for answer, place in zip(answers, places, strict=True))
    times = tuple(_given(answer, place, started) for answer, place in zip(answers, places, strict=True))
    return Record(begun, ended, finished, kept, times)


def _answer(value: Any, where: str) -> Kept:
    answer = _object(value, where)
    kind, band = answer.get("kind"), answer.get("band")
    if kind not in _KINDS:
        _wrong(where, "its kind is none that there is")
    if band is not None and band not in BANDS:
        _wrong(where, "its band is none that there is")
    score = None if answer.get("score") is None else _number(answer["score"], where, "score", 100)
    return Kept(
        _name(answer.get("step"), where, "step", least=0),
        str(kind),
        _text(answer.get("value"), where, "value", _LONGEST_TEXT),
        _number(answer.get("attempt"), where, "attempt", _MOST_TRIES),
        score,
        cast("Band | None", band),
        _marks(answer.get("marks"), where),
        tuple(_word(name, where, "pitfalls") for name in _listed(answer.get("pitfalls"), where, "pitfalls", _MOST_MARKS)),
    )


def _marks(value: Any, where: str) -> tuple[tuple[str, Level], ...]:
    marks = _object(value, f"{where}, marks")
    if len(marks) > _MOST_MARKS or not all(isinstance(level, str) and level in LEVELS for level in marks.values()):
        _wrong(where, "its marks are not skills with levels")
    return tuple((_word(name, where, "marks"), level) for name, level in marks.items())


def _given(answer: dict[str, Any], where: str, started: datetime) -> datetime:
    """When an answer was given. Early exports didn't say: then when its run began."""
    return _time(answer["at"], where, "at") if "at" in answer else started


def _time(value: Any, where: str, key: str) -> datetime:
    text = _text(value, where, key, 40)
    try:
        found = datetime.fromisoformat(text)
        known = found.astimezone(UTC).replace(microsecond=0) if found.tzinfo else None
    except (ValueError, OverflowError):
        known = None
    return known if known and _FROM <= known < _TO else _wrong(where, f"{key} is not a time, as in 2026-05-04T12:00:00+00:00")


def _name(value: Any, where: str, key: str, *, least: int = 1) -> str:
    text = _text(value, where, key, _LONGEST_NAME)
    if len(text) < least or _NO_NAME.search(text):
        _wrong(where, f"{key} is not a name")
    return text


def _word(value: Any, where: str, key: str) -> str:
    """A name without blanks, as ids of skills, points and pitfalls are kept."""
    text = _name(value, where, key)
    if "=" in text or any(sign.isspace() for sign in text):
        _wrong(where, f"{key} holds something that is not a name")
    return text


def _text(value: Any, where: str, key: str, longest: int) -> str:
    if not isinstance(value, str):
        _wrong(where, f"{key} is not a text")
    if len(value) > longest:
        _wrong(where, f"{key} is longer than {longest} signs")
    if "\0" in value or any("\ud800" <= sign <= "\udfff" for sign in value):
        _wrong(where, f"{key} holds a sign that is none")
    return str(value)


def _number(value: Any, where: str, key: str, most: int) -> int:
    if type(value) is not int or not 0 <= value <= most:
        _wrong(where, f"{key} is not a whole number from 0 to {most}")
    return int(value)


def _yes_or_no(value: Any, where: str, key: str) -> bool:
    return value if isinstance(value, bool) else _wrong(where, f"{key} is neither true nor false")


def _object(value: Any, where: str) -> dict[str, Any]:
    return value if isinstance(value, dict) else _wrong(where, "it is not written with names and values")


def _listed(value: Any, where: str, key: str, most: int = _MOST_PARTS) -> Sequence[Any]:
    if not isinstance(value, list) or len(value) > most:
        _wrong(where, f"{key} is not a list, or too long a one")
    return value


def _wrong(where: str, what: str) -> NoReturn:
    raise PeercoachError(f"This export can't be brought in. {where[0].upper()}{where[1:]}: {what}.", "Nothing was changed.")
