"""A run as a whole, as it is taken away and brought back. Practising needs none of it, so it stands by itself."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import datetime

from peercoach.keep.rows import moment, read_answers
from peercoach.keep.values import Kept, Run


@dataclass(frozen=True, slots=True)
class Record:
    """One run as it is taken away and brought back: when it ended, None while it can be gone on with, and its answers.

    `times` says when each answer was given.
    """

    run: Run
    ended: datetime | None
    finished: bool
    answers: tuple[Kept, ...] = ()
    times: tuple[datetime, ...] = ()


def read_record(db: sqlite3.Connection, run: int) -> Record:
    """Read a whole run."""
    name, fingerprint, started, ended, finished = db.execute(
        "SELECT text, fingerprint, started, ended, finished FROM run JOIN name ON name.id = scenario WHERE run.id = ?", (run,)
    ).fetchone()
    pairs = tuple(read_answers(db, run))
    return Record(
        Run(run, name, fingerprint, moment(started)),
        None if ended is None else moment(ended),
        bool(finished),
        tuple(kept for kept, _ in pairs),
        tuple(at for _, at in pairs),
    )
