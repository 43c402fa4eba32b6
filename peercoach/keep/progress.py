"""The learner's progress: runs and their answers, safe on disk as each is given. Everything else about it is added up.

Where the disk won't have it (full, read-only, damaged), practising goes on without keeping and `notices` says so.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from peercoach.errors import PeercoachError
from peercoach.keep import database, settings
from peercoach.keep.places import progress_file
from peercoach.keep.rows import name_number, read_answers, write_answer
from peercoach.keep.tally import count_answer, count_run, read_progress
from peercoach.keep.values import Kept, Progress, Run

if TYPE_CHECKING:
    from peercoach.keep.intake import Taken
    from peercoach.keep.record import Record

__all__ = ["Kept", "Progress", "Run", "Store"]

T = TypeVar("T")

_ONLY_READ = "Your progress can be read but not written here, so what you do now is not being kept."
_NOT_KEPT = "Your progress can't be kept here ({reason}), so what you do now is not being kept. Practising works all the same."
_FROM_HERE = "The rest of this practice is not being kept: {reason}. What came before is safe."


class Store:
    """The one way to the learner's progress. Open it with `Store.open`, as a context manager; close it to have it backed up."""

    def __init__(
        self, db: sqlite3.Connection, now: Callable[[], datetime], folder: Path | None, notices: tuple[str, ...]
    ) -> None:
        self._db = db
        self._now = now
        self._folder = folder
        self._changed = False
        self.notices = notices
        """What the learner should be told, plainly, each once."""

    @classmethod
    def open(cls, home: Path, now: Callable[[], datetime]) -> Self:
        """Open the progress kept in a folder, making it when there is none.

        Raises PeercoachError only for a file that a newer peercoach made; any other trouble ends up in `notices`.
        """
        try:
            opened = database.open_database(home)
        except (OSError, sqlite3.Error) as trouble:
            return cls._without(home, now, trouble)
        return cls(opened.db, now, home, opened.notices)

    @classmethod
    def none(cls, now: Callable[[], datetime], notice: str = "") -> Self:
        """Make a store that keeps nothing once it is closed."""
        return cls(database.in_memory(), now, None, (notice,) if notice else ())

    @classmethod
    def _without(cls, home: Path, now: Callable[[], datetime], trouble: OSError | sqlite3.Error) -> Self:
        with contextlib.suppress(OSError, sqlite3.Error):
            if progress_file(home).exists():
                return cls(database.copy_in_memory(progress_file(home)), now, None, (_ONLY_READ,))
        return cls.none(now, _NOT_KEPT.format(reason=_reason(trouble)))

    @property
    def keeping(self) -> bool:
        """Whether answers really go to the disk."""
        return self._folder is not None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Back up what has changed, and close. Never raises for want of room."""
        try:
            if self._folder and self._changed:
                database.back_up(self._db, self._folder, with_words=self.keeps_words)
        except (OSError, sqlite3.Error) as trouble:
            self._notice(f"Your progress is kept, but it couldn't be backed up: {_reason(trouble)}.")
        finally:
            self._db.close()

    # ---- runs and answers

    def start(self, scenario_id: str, fingerprint: str) -> Run:
        """Begin a run."""
        at = self._time()

        def work(db: sqlite3.Connection) -> Run:
            row = db.execute(
                "INSERT INTO run (scenario, fingerprint, started) VALUES (?, ?, ?)",
                (name_number(db, scenario_id), fingerprint, int(at.timestamp())),
            )
            return Run(row.lastrowid or 0, scenario_id, fingerprint, at)

        return self._write(work)

    def answer(self, run: Run, kept: Kept) -> None:
        """Keep an answer; when this returns it is on the disk. Answers stay in the order they were given."""
        at = self._time()

        def work(db: sqlite3.Connection) -> None:
            (number,) = db.execute("SELECT coalesce(max(number), 0) + 1 FROM answer WHERE run = ?", (run.id,)).fetchone()
            write_answer(db, (run.id, number), at, kept)
            count_answer(db, kept, at)

        self._write(work)

    def finish(self, run: Run) -> None:
        """End a run that was played to its end. What was written in it is dropped, unless the learner keeps it."""
        self._end(run, finished=True)

    def leave(self, run: Run) -> None:
        """End a run that won't be gone on with; what was written in it is dropped likewise."""
        self._end(run, finished=False)

    def unfinished(self) -> tuple[Run, ...]:
        """Give the runs that can be gone on with, newest first."""
        rows = self._read(
            lambda db: db.execute(
                "SELECT run.id, text, fingerprint, started FROM run JOIN name ON name.id = scenario "
                "WHERE ended IS NULL ORDER BY started DESC, run.id DESC"
            ).fetchall()
        )
        return tuple(Run(number, name, fingerprint, datetime.fromtimestamp(at, UTC)) for number, name, fingerprint, at in rows)

    def answers(self, run: Run) -> tuple[Kept, ...]:
        """Give a run's answers, in the order they were given."""
        return self._read(lambda db: tuple(kept for kept, _ in read_answers(db, run.id)))

    def summary(self) -> Progress:
        """Add everything up; quick, however much there is."""
        return self._read(read_progress)

    # ---- what the learner has settled

    @property
    def keeps_words(self) -> bool:
        """Whether replies are kept after their run is over."""
        return self.setting("keep_texts") == "yes"

    def keep_words(self, *, keep: bool) -> None:
        """Settle whether replies are kept after their run is over. Settling on no drops those kept so far, backups too."""

        def work(db: sqlite3.Connection) -> None:
            settings.settle(db, "keep_texts", "yes" if keep else "no")
            if not keep:
                _drop_words(db)

        self._write(work)
        if not keep and self._folder:
            database.settle(self._db)
            database.drop_backups(self._folder)

    @property
    def eases_off(self) -> bool:
        """Whether scenarios about suicide, self-harm, eating or abuse are left out of what is offered."""
        return self.setting("ease_off") == "yes"

    def ease_off(self, *, on: bool) -> None:
        """Settle whether those are left out."""
        self.settle("ease_off", "yes" if on else "no")

    def setting(self, name: settings.Setting) -> str:
        """Give what was settled under a name; "" when that was never asked."""
        return self._read(lambda db: settings.setting(db, name))

    def settle(self, name: settings.Setting, value: str) -> None:
        """Settle something, for good or until it is settled anew."""
        self._write(lambda db: settings.settle(db, name, value))

    def records(self) -> Iterator[Record]:
        """Give every run, the oldest first, with its answers."""
        from peercoach.keep.record import read_record  # noqa: PLC0415  # nothing but taking data away needs it

        for (number,) in self._read(lambda db: db.execute("SELECT id FROM run ORDER BY started, id").fetchall()):
            yield self._read(lambda db, number=number: read_record(db, number))  # type: ignore[misc]  # mypy can't see the default

    def take_in(self, records: Iterable[Record], settled: Mapping[settings.Setting, str]) -> Taken:
        """Bring records back, all of them or none; those that are here already are left as they are.

        `settled` counts where nothing was settled here; what was written is kept as settled. Raises PeercoachError where
        nothing can be kept, and then nothing is changed.
        """
        from peercoach.keep.intake import take_in  # noqa: PLC0415  # nothing but bringing records back needs it

        def work(db: sqlite3.Connection) -> Taken:
            settings.settle_unsettled(db, settled)
            return take_in(db, records, keep_words=settings.setting(db, "keep_texts") == "yes")

        taken = self._write(work) if self.keeping else None
        if taken is None or not self.keeping:
            raise PeercoachError("Nothing was brought in: your data can't be written here.", "`peercoach doctor` may say why.")
        return taken

    # ---- how it is done

    def _end(self, run: Run, *, finished: bool) -> None:
        at, keep = self._time(), self.keeps_words

        def work(db: sqlite3.Connection) -> None:
            ended = db.execute(
                "UPDATE run SET ended = ?, finished = ? WHERE id = ? AND ended IS NULL", (int(at.timestamp()), finished, run.id)
            )
            if ended.rowcount and finished:
                count_run(db, run.id, at)
            if not keep:
                _drop_words(db)

        self._write(work)
        if not keep:
            database.settle(self._db)

    def _time(self) -> datetime:
        return self._now().astimezone(UTC).replace(microsecond=0)

    def _write(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Do it in one transaction; where the disk won't have it, do it in memory from here on."""
        try:
            with database.transaction(self._db):
                done = work(self._db)
        except sqlite3.DatabaseError as trouble:
            self._go_without(trouble)
            with database.transaction(self._db):
                return work(self._db)
        self._changed = True
        return done

    def _read(self, work: Callable[[sqlite3.Connection], T]) -> T:
        try:
            return work(self._db)
        except sqlite3.DatabaseError as trouble:
            self._go_without(trouble)
            return work(self._db)

    def _go_without(self, trouble: sqlite3.DatabaseError) -> None:
        """Go on in memory. Raises the trouble again when it is not the disk's."""
        if self._folder is None or not (database.is_damage(trouble) or isinstance(trouble, sqlite3.OperationalError)):
            raise trouble
        with contextlib.suppress(sqlite3.Error):
            self._db.close()
        reason = _reason(trouble)
        if database.is_damage(trouble):
            with contextlib.suppress(OSError):
                reason = f"the file was damaged. It was put aside as {database.set_aside(self._folder).name}"
        self._db, self._folder = database.in_memory(), None
        self._notice(_FROM_HERE.format(reason=reason))

    def _notice(self, notice: str) -> None:
        if notice not in self.notices:
            self.notices = (*self.notices, notice)


_REASONS = {
    sqlite3.SQLITE_FULL: "there is no room left on the disk",
    sqlite3.SQLITE_BUSY: "another terminal is writing to it",
    sqlite3.SQLITE_READONLY: "the file can't be written to",
    sqlite3.SQLITE_CANTOPEN: "the folder can't be written to",
}


def _reason(trouble: OSError | sqlite3.Error) -> str:
    if isinstance(trouble, OSError):
        return (trouble.strerror or "the folder can't be written to").lower()
    return _REASONS.get(getattr(trouble, "sqlite_errorcode", 0) & 0xFF, "the disk didn't take it")


def _drop_words(db: sqlite3.Connection) -> None:
    """Drop what was written in runs that are over. The table is emptied whole, because that leaves no trace in the file."""
    going_on = db.execute("SELECT words.* FROM words JOIN run ON run.id = run WHERE ended IS NULL").fetchall()
    db.execute("DELETE FROM words")
    db.executemany("INSERT INTO words VALUES (?, ?, ?)", going_on)
