"""What answers and finished runs add up to, kept up in the same transaction, so that showing it never means counting."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime

from peercoach.coaching.moment import Level
from peercoach.coaching.vocabulary import SKILLS
from peercoach.keep.values import SPAN, Kept, Progress, ScenarioProgress, SkillProgress

_LETTER: dict[Level, str] = {"met": "m", "partly": "p", "missed": "-"}
_LEVEL: dict[str, Level] = {letter: level for level, letter in _LETTER.items()}


def write_marks(marks: tuple[tuple[str, Level], ...]) -> str:
    """Write marks as they are kept: `hear=m ask=-`."""
    return " ".join(f"{name}={_LETTER[level]}" for name, level in marks)


def read_marks(text: str) -> tuple[tuple[str, Level], ...]:
    """Read what `write_marks` wrote."""
    pairs = (mark.rpartition("=") for mark in text.split())
    return tuple((name, _LEVEL[letter]) for name, _, letter in pairs)


def count_answer(db: sqlite3.Connection, kept: Kept, at: datetime) -> None:
    """Count an answer. Skills and pitfalls are counted on first tries, because those are honest."""
    day = at.astimezone().date().isoformat()
    db.execute(
        "UPDATE total SET replies = replies + ?, days = days + (last_day != ?), last_day = ?, "
        "first_at = coalesce(first_at, ?), last_at = ?",
        (kept.score is not None, day, day, int(at.timestamp()), int(at.timestamp())),
    )
    if kept.attempt == 1:
        for name, level in kept.marks:
            if name in SKILLS:
                _count_skill(db, name, level)
        for name in kept.pitfalls:
            db.execute("INSERT INTO pitfall VALUES (?, 1) ON CONFLICT DO UPDATE SET times = times + 1", (name,))


def _count_skill(db: sqlite3.Connection, name: str, level: Level) -> None:
    letter = _LETTER[level]
    db.execute(
        "INSERT INTO skill VALUES (:name, 1, :met, :partly, :letter, :letter) ON CONFLICT DO UPDATE SET "
        "tries = tries + 1, met = met + :met, partly = partly + :partly, "
        "early = substr(early || :letter, 1, :span), recent = substr(recent || :letter, -:span)",
        {"name": name, "met": level == "met", "partly": level == "partly", "letter": letter, "span": SPAN},
    )


def count_run(db: sqlite3.Connection, run: int, at: datetime) -> None:
    """Count a finished run: its first tries and its best tries, each a mean over the scored steps."""
    first, best = db.execute(
        "SELECT round(avg(first)), round(avg(best)) FROM (SELECT max(CASE WHEN attempt = 1 THEN score END) AS first, "
        "max(score) AS best FROM answer WHERE run = ? AND score IS NOT NULL GROUP BY step)",
        (run,),
    ).fetchone()
    db.execute("UPDATE total SET finished = finished + 1")
    db.execute(
        "INSERT INTO scenario SELECT scenario, 1, :first, :best, :first, :at FROM run WHERE id = :run "
        "ON CONFLICT DO UPDATE SET finished = finished + 1, first = coalesce(first, :first), "
        "best = max(coalesce(best, :best), coalesce(:best, best)), latest = coalesce(:first, latest), at = :at",
        {"run": run, "first": first, "best": best, "at": int(at.timestamp())},
    )


def count_anew(db: sqlite3.Connection) -> None:
    """Count everything from the beginning, in the order it happened; what is added up is the same as if it had just been."""
    for table in ("total", "scenario", "skill", "pitfall"):
        db.execute(f"DELETE FROM {table}")  # noqa: S608  # the names stand here
    db.execute("INSERT INTO total (id) VALUES (1)")
    for at, kind, attempt, score, marks, pitfalls in db.execute(
        "SELECT at, kind, attempt, score, marks, pitfalls FROM answer ORDER BY at, run, number"
    ).fetchall():
        kept = Kept("", kind, "", attempt, score, None, read_marks(marks), tuple(pitfalls.split()))
        count_answer(db, kept, datetime.fromtimestamp(at, UTC))
    for run, ended in db.execute("SELECT id, ended FROM run WHERE finished ORDER BY ended, id").fetchall():
        count_run(db, run, datetime.fromtimestamp(ended, UTC))


def read_progress(db: sqlite3.Connection) -> Progress:
    """Read everything added up. As quick after a hundred thousand answers as after ten."""
    finished, replies, days, first, last = db.execute("SELECT finished, replies, days, first_at, last_at FROM total").fetchone()
    unfinished = db.execute(
        "SELECT text FROM run JOIN name ON name.id = scenario WHERE ended IS NULL ORDER BY started DESC, run.id DESC"
    )
    return Progress(
        finished,
        replies,
        days,
        started=_moment(first),
        latest=_moment(last),
        unfinished=tuple(dict.fromkeys(name for (name,) in unfinished)),
        scenarios=_scenarios(db),
        skills=_skills(db),
        pitfalls=tuple(db.execute("SELECT name, times FROM pitfall ORDER BY times DESC, name")),
    )


def _scenarios(db: sqlite3.Connection) -> tuple[ScenarioProgress, ...]:
    rows = db.execute(
        "SELECT text, finished, first, best, latest, at FROM scenario JOIN name ON name.id = scenario.name ORDER BY at DESC, text"
    )
    return tuple(
        ScenarioProgress(name, finished, _whole(first), _whole(best), _whole(latest), datetime.fromtimestamp(at, UTC))
        for name, finished, first, best, latest, at in rows
    )


def _skills(db: sqlite3.Connection) -> tuple[SkillProgress, ...]:
    rows = db.execute("SELECT name, tries, met, partly, early, recent FROM skill").fetchall()
    found = (
        SkillProgress(name, tries, met, partly, _levels(early), _levels(recent))
        for name, tries, met, partly, early, recent in rows
    )
    return tuple(sorted(found, key=lambda skill: SKILLS.index(skill.id) if skill.id in SKILLS else len(SKILLS)))


def _levels(letters: str) -> tuple[Level, ...]:
    return tuple(_LEVEL[letter] for letter in letters)


def _whole(number: float | None) -> int | None:
    return None if number is None else int(number)


def _moment(seconds: int | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)
