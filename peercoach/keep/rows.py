"""Answers as rows of the tables. The caller holds the transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime

from peercoach.keep.tally import read_marks, write_marks
from peercoach.keep.values import Kept

WRITTEN = frozenset({"reply", "reflect"})
"""Kinds of answer whose value is the learner's own words."""


def name_number(db: sqlite3.Connection, text: str) -> int:
    """Give a name's number, so that each is kept once."""
    db.execute("INSERT OR IGNORE INTO name (text) VALUES (?)", (text,))
    return int(db.execute("SELECT id FROM name WHERE text = ?", (text,)).fetchone()[0])


def write_answer(db: sqlite3.Connection, place: tuple[int, int], at: datetime, kept: Kept) -> None:
    """Write an answer in its place: the run, and its number in it from 1. Nothing is counted here."""
    if kept.kind in WRITTEN and kept.value:
        db.execute("INSERT INTO words VALUES (?, ?, ?)", (*place, kept.value))
    value = "" if kept.kind in WRITTEN else kept.value
    scored = (kept.attempt, kept.score, kept.band, write_marks(kept.marks), " ".join(kept.pitfalls))
    row = (*place, int(at.timestamp()), name_number(db, kept.step_id), kept.kind, value, *scored)
    db.execute("INSERT INTO answer VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)


def read_answers(db: sqlite3.Connection, run: int) -> Iterator[tuple[Kept, datetime]]:
    """Read a run's answers in the order they were given, each with its time."""
    rows = db.execute(
        "SELECT at, name.text, kind, coalesce(words.text, value), attempt, score, band, marks, pitfalls FROM answer "
        "JOIN name ON name.id = step LEFT JOIN words USING (run, number) WHERE run = ? ORDER BY number",
        (run,),
    )
    for at, step, kind, value, attempt, score, band, marks, pitfalls in rows:
        yield Kept(step, kind, value, attempt, score, band, read_marks(marks), tuple(pitfalls.split())), moment(at)


def moment(seconds: int) -> datetime:
    """Give a time as it is kept, in whole seconds, as a time in UTC."""
    return datetime.fromtimestamp(seconds, UTC)
