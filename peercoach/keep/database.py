"""The file itself: opened in private, checked, set aside when damaged, brought back from a backup, backed up, emptied."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from peercoach.keep.places import backup_file, free_damaged_name, private_file, private_folder, progress_file
from peercoach.keep.schema import MIGRATIONS, migrate, version

BACKUPS = 3
_PATIENCE = 5.0
"""Seconds to wait for another terminal that is writing."""
_SMALL = 2_000_000
"""Bytes up to which a file is checked whole when it is opened; a larger one is when it is backed up."""
_DAMAGE = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})


class Opened(NamedTuple):
    """A database ready for use, and what the learner should be told about it."""

    db: sqlite3.Connection
    notices: tuple[str, ...]


def is_damage(trouble: sqlite3.Error) -> bool:
    """Whether an error says that the file itself is broken."""
    return getattr(trouble, "sqlite_errorcode", 0) & 0xFF in _DAMAGE


def open_database(folder: Path) -> Opened:
    """Open or make the database in a folder. Raises OSError or sqlite3.Error where it can't be written.

    A damaged file is set aside under another name, and the newest good backup takes its place.
    """
    private_folder(folder)
    path = progress_file(folder)
    notices: tuple[str, ...] = ()
    if path.exists() and (_is_no_database(path) or not is_sound(path)):
        aside = set_aside(folder)
        notices = (f"Your progress file was damaged. It was put aside as {aside.name}.", _restored(folder) or _NEW)
    elif not path.exists() and (back := _restored(folder)):
        notices = ("Your progress file was missing.", back)
    private_file(path)
    return Opened(connect(path), notices)


def _is_no_database(path: Path) -> bool:
    """Whether a file doesn't even begin as a database does. An empty one is new, unless there are backups of a fuller one."""
    with path.open("rb") as file:
        begins = file.read(len(_BEGINS))
    if not begins and not _has_more_beside(path):
        return any(backup_file(path.parent, number).exists() for number in range(1, BACKUPS + 1))
    return begins not in (b"", _BEGINS)


_BEGINS = b"SQLite format 3\0"
_NEW = "There was no backup to use, so a new one has been started."


def connect(path: Path) -> sqlite3.Connection:
    """Open a file that is there, and bring it up to date."""
    db = _connected(path)
    try:
        db.execute("PRAGMA journal_mode = WAL")
        # Every answer is on the disk before the next question: a person types slowly enough not to notice the wait.
        db.execute("PRAGMA synchronous = FULL")
        migrate(db)
    except BaseException:
        db.close()
        raise
    return db


def _connected(path: Path | str) -> sqlite3.Connection:
    db = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
    db.execute("PRAGMA secure_delete = ON")
    db.execute("PRAGMA temp_store = MEMORY")
    return db


def in_memory() -> sqlite3.Connection:
    """Make a database that is gone when it is closed."""
    db = _connected(":memory:")
    migrate(db)
    return db


def copy_in_memory(path: Path) -> sqlite3.Connection:
    """Read a file that can't be written into one that is gone when it is closed. Raises sqlite3.Error."""
    db = _connected(":memory:")
    with contextlib.closing(_untouched(path)) as kept:
        kept.backup(db)
    migrate(db)
    return db


@contextlib.contextmanager
def only_reading(path: Path) -> Iterator[sqlite3.Connection]:
    """Read a file that is there, changing and making nothing beside what another terminal has open. Raises sqlite3.Error."""
    shared = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True) if _has_more_beside(path) else _untouched(path)
    with contextlib.closing(shared) as db:
        yield db


def _untouched(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)


@contextlib.contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """All of it or nothing, with no other terminal writing in between."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        with contextlib.suppress(sqlite3.Error):  # a full disk may have rolled it back already
            db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")


def is_sound(path: Path, *, whole: bool = False) -> bool:
    """Whether a file is a database with our tables and nothing visibly broken; `whole` reads all of it."""
    try:
        with contextlib.closing(_connected(path)) as db:
            db.execute("BEGIN")  # so that all that follows is of one moment, whatever another terminal is making of the file
            number = version(db)
            if number > len(MIGRATIONS):
                return True  # from a newer peercoach, which will know
            if not number:
                return not db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
            db.execute("SELECT finished FROM total").fetchone()
            if path.stat().st_size < _pages(db) and not _has_more_beside(path):
                return False
            if whole or path.stat().st_size <= _SMALL:
                return str(db.execute("PRAGMA quick_check(1)").fetchone()[0]) == "ok"
    except sqlite3.Error as trouble:
        return not is_damage(trouble) and getattr(trouble, "sqlite_errorcode", 0) != sqlite3.SQLITE_ERROR
    return True


def _pages(db: sqlite3.Connection) -> int:
    """Bytes that all of a database's pages take."""
    return int(db.execute("PRAGMA page_count").fetchone()[0]) * int(db.execute("PRAGMA page_size").fetchone()[0])


def _has_more_beside(path: Path) -> bool:
    beside = path.with_name(path.name + "-wal")
    return beside.exists() and beside.stat().st_size > 0


def set_aside(folder: Path) -> Path:
    """Move a damaged file, and what SQLite put beside it, out of the way; say where."""
    path, aside = progress_file(folder), free_damaged_name(folder)
    for ending in ("", "-wal"):
        with contextlib.suppress(FileNotFoundError):  # another terminal may have been quicker
            path.with_name(path.name + ending).rename(aside.with_name(aside.name + ending))
    path.with_name(path.name + "-shm").unlink(missing_ok=True)
    return aside


def _restored(folder: Path) -> str:
    """Put the newest good backup in place and say so; "" when there is none."""
    for number in range(1, BACKUPS + 1):
        backup = backup_file(folder, number)
        if backup.exists() and is_sound(backup, whole=True):
            fresh = folder / f"{progress_file(folder).name}.new-{os.getpid()}"
            private_file(fresh)
            shutil.copyfile(backup, fresh)
            fresh.replace(progress_file(folder))
            day = datetime.fromtimestamp(backup.stat().st_mtime, UTC).astimezone()
            return f"The backup of {day.day} {day:%B}, {day:%H:%M}, is in use now: everything up to then is there."
    return ""


def back_up(db: sqlite3.Connection, folder: Path, *, with_words: bool) -> None:
    """Keep a copy, and the two before it. Without what people wrote, and then without the runs that need it to go on.

    Raises sqlite3.Error or OSError, and then the copies there are stay as they were.
    """
    fresh = folder / f"{progress_file(folder).name}.new-{os.getpid()}"
    fresh.unlink(missing_ok=True)
    private_file(fresh)
    try:
        db.execute("VACUUM INTO ?", (str(fresh),))
        _make_backup(fresh, with_words=with_words)
        with transaction(db):  # so that two terminals take turns
            for number in range(BACKUPS - 1, 0, -1):
                if backup_file(folder, number).exists():
                    backup_file(folder, number).replace(backup_file(folder, number + 1))
            fresh.replace(backup_file(folder, 1))
    finally:
        fresh.unlink(missing_ok=True)


def _make_backup(path: Path, *, with_words: bool) -> None:
    with contextlib.closing(_connected(path)) as copy:
        copy.execute("PRAGMA journal_mode = MEMORY")
        if not with_words:
            copy.execute("DELETE FROM words")
            copy.execute("UPDATE run SET ended = started WHERE ended IS NULL")
        if copy.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            message = "the copy is damaged"
            raise sqlite3.DatabaseError(message)


def drop_backups(folder: Path) -> None:
    """Delete all backups."""
    for number in range(1, BACKUPS + 1):
        backup_file(folder, number).unlink(missing_ok=True)


def settle(db: sqlite3.Connection) -> None:
    """Leave nothing of the past in the file beside the database; quietly later when another terminal is at it."""
    with contextlib.suppress(sqlite3.Error):
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def empty(path: Path) -> None:
    """Empty a database in place, so that a terminal that still has it open sees nothing either. Raises sqlite3.Error."""
    with contextlib.closing(_connected(path)) as db:
        tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        with transaction(db):
            for table in tables:
                db.execute(f'DELETE FROM "{table}"')  # noqa: S608  # the names are the database's own
            db.execute("INSERT INTO total (id) VALUES (1)")
        db.execute("VACUUM")
        settle(db)
