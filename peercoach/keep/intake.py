"""Bringing records back: merged with what is here, nothing twice, and everything counted anew in the order it happened."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from peercoach.keep.record import Record, read_record
from peercoach.keep.rows import WRITTEN, name_number, write_answer
from peercoach.keep.tally import count_anew
from peercoach.keep.values import Kept


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of it: runs that are new here, runs that had got further, and runs that were here already.

    `dropped` is how many answers came with words that are not kept here.
    """

    added: int = 0
    longer: int = 0
    same: int = 0
    dropped: int = 0


def take_in(db: sqlite3.Connection, records: Iterable[Record], *, keep_words: bool) -> Taken:
    """Merge records with what is here. The caller holds the transaction.

    A run is the same as one here when scenario, version and start are, and one's answers begin as the other's: then the one
    that got further counts. Two runs of one file are never the same run.
    """
    here = _by_start(db)
    taken = Taken()
    for record in records:
        kept, dropped = _as_kept(record, keep_words=keep_words)
        twin = _twin(db, here.get(_start(kept), []), kept)
        taken = replace(taken, dropped=taken.dropped + dropped)
        if twin is None:
            _insert(db, kept)
            taken = replace(taken, added=taken.added + 1)
        elif _further(kept) > _further(twin):
            _remove(db, twin.run.id)
            _insert(db, kept)
            taken = replace(taken, longer=taken.longer + 1)
        else:
            taken = replace(taken, same=taken.same + 1)
    if taken.added or taken.longer:
        count_anew(db)
    return taken


_Start = tuple[str, str, int]


def _start(record: Record) -> _Start:
    return record.run.scenario_id, record.run.fingerprint, int(record.run.started.timestamp())


def _by_start(db: sqlite3.Connection) -> dict[_Start, list[int]]:
    found: dict[_Start, list[int]] = {}
    for number, *start in db.execute("SELECT run.id, text, fingerprint, started FROM run JOIN name ON name.id = scenario"):
        found.setdefault((start[0], start[1], start[2]), []).append(number)
    return found


def _twin(db: sqlite3.Connection, numbers: list[int], record: Record) -> Record | None:
    """The same run among those that began with it; it is taken off the list, so that it is nobody else's twin."""
    for number in numbers:
        other = read_record(db, number)
        short, long = sorted((_wordless(record.answers), _wordless(other.answers)), key=len)
        if long[: len(short)] == short:
            numbers.remove(number)
            return other
    return None


def _wordless(answers: Sequence[Kept]) -> tuple[Kept, ...]:
    """The answers without what was written, which may have been dropped in one of two."""
    return tuple(kept._replace(value="") if kept.kind in WRITTEN else kept for kept in answers)


def _further(record: Record) -> tuple[int, bool, bool]:
    return len(record.answers), record.ended is not None, record.finished


def _as_kept(record: Record, *, keep_words: bool) -> tuple[Record, int]:
    """The record as it is kept here, and how many answers lost their words by that.

    A run whose words have gone can't be gone on with, so it is over.
    """
    wanting = any(kept.kind == "reply" and not kept.value for kept in record.answers)
    ended = record.ended or (record.run.started if wanting else None)
    if ended is None or keep_words:
        return replace(record, ended=ended), 0
    dropped = sum(kept.kind in WRITTEN and bool(kept.value) for kept in record.answers)
    return replace(record, ended=ended, answers=_wordless(record.answers)), dropped


def _insert(db: sqlite3.Connection, record: Record) -> None:
    run, ended = record.run, record.ended
    row = db.execute(
        "INSERT INTO run (scenario, fingerprint, started, ended, finished) VALUES (?, ?, ?, ?, ?)",
        (
            name_number(db, run.scenario_id),
            run.fingerprint,
            int(run.started.timestamp()),
            None if ended is None else int(ended.timestamp()),
            record.finished,
        ),
    )
    for number, (kept, at) in enumerate(zip(record.answers, record.times, strict=True), 1):
        write_answer(db, (row.lastrowid or 0, number), at, kept)


def _remove(db: sqlite3.Connection, run: int) -> None:
    for statement in ("DELETE FROM words WHERE run = ?", "DELETE FROM answer WHERE run = ?", "DELETE FROM run WHERE id = ?"):
        db.execute(statement, (run,))
