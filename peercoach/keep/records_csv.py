"""What is kept, as a table for a spreadsheet: one row an answer."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from peercoach.keep.progress import Store
from peercoach.keep.record import Record
from peercoach.keep.values import Kept

COLUMNS: tuple[tuple[str, str], ...] = (
    ("scenario", "the scenario's id"),
    ("started", "when that practice began (ISO 8601, UTC)"),
    ("ended", "when it was over; empty while it can be gone on with"),
    ("finished", "yes when it was played to its end"),
    ("number", "the answer's place in the practice, from 1"),
    ("at", "when it was given"),
    ("step", "the step's id"),
    ("kind", "reply, choose, spot, reflect, next, again, carry-on, hint or skip"),
    ("attempt", "which try at this step it was, from 1; 0 for what isn't a try"),
    ("score", "0 to 100; empty where nothing is scored"),
    ("band", "strong, developing, needs-work or harmful; empty likewise"),
    ("marks", "skills and points with their levels: hear=met ask=partly"),
    ("pitfalls", "pitfalls it fell into"),
    ("text", "what was chosen, or what was written where that is kept"),
)
"""Each column and what is in it."""
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_BLANK = ("\t", "\r", "\n")
"""What a spreadsheet may take for the beginning of a formula, after blanks too, or for the end of a cell."""


def export_csv(store: Store) -> Iterator[str]:
    """Write a line of column names, then a row an answer, the oldest practice first. Text is quoted, numbers are not.

    A text that a spreadsheet would run as a formula has a `'` put in front, which it takes as "this is text".
    """
    yield _line(tuple(name for name, _ in COLUMNS))
    for record in store.records():
        for number, (kept, at) in enumerate(zip(record.answers, record.times, strict=True), 1):
            yield _line((*_practice(record), number, at.isoformat(), *_answer(kept)))


def _practice(record: Record) -> tuple[str, ...]:
    ended = record.ended.isoformat() if record.ended else ""
    return (record.run.scenario_id, record.run.started.isoformat(), ended, "yes" if record.finished else "no")


def _answer(kept: Kept) -> tuple[str | int, ...]:
    marks = " ".join(f"{name}={level}" for name, level in kept.marks)
    score = "" if kept.score is None else kept.score
    return (kept.step_id, kept.kind, kept.attempt, score, kept.band or "", marks, " ".join(kept.pitfalls), kept.value)


def _line(cells: tuple[str | int, ...]) -> str:
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n").writerow(map(_cell, cells))
    return out.getvalue()


def _cell(cell: str | int) -> str | int:
    if isinstance(cell, int):
        return cell
    text = cell.replace("\0", "\ufffd")
    return f"'{text}" if text.startswith(_BLANK) or text.lstrip().startswith(_FORMULA) else text
