"""The tables, as migrations by number. A file's `user_version` is the number of migrations it has been through.

`answer` grows; everything `peercoach progress` shows is added up in small tables in the same transaction, so that it
costs the same after a hundred thousand answers as after ten. What people wrote stands in `words` alone: emptied as a whole
it leaves no trace in the file, which single rows taken out of a large table might.
"""

from __future__ import annotations

import sqlite3

from peercoach.errors import PeercoachError

MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE name (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);
    CREATE TABLE run (
        id INTEGER PRIMARY KEY AUTOINCREMENT, scenario INTEGER NOT NULL, fingerprint TEXT NOT NULL,
        started INTEGER NOT NULL, ended INTEGER, finished INTEGER NOT NULL DEFAULT 0
    );
    CREATE INDEX run_open ON run (id) WHERE ended IS NULL;
    CREATE TABLE answer (
        run INTEGER NOT NULL, number INTEGER NOT NULL, at INTEGER NOT NULL, step INTEGER NOT NULL, kind TEXT NOT NULL,
        value TEXT NOT NULL, attempt INTEGER NOT NULL, score INTEGER, band TEXT, marks TEXT NOT NULL, pitfalls TEXT NOT NULL,
        PRIMARY KEY (run, number)
    ) WITHOUT ROWID;
    CREATE TABLE words (
        run INTEGER NOT NULL, number INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (run, number)
    ) WITHOUT ROWID;

    CREATE TABLE total (
        id INTEGER PRIMARY KEY CHECK (id = 1), finished INTEGER NOT NULL DEFAULT 0, replies INTEGER NOT NULL DEFAULT 0,
        days INTEGER NOT NULL DEFAULT 0, last_day TEXT NOT NULL DEFAULT '', first_at INTEGER, last_at INTEGER
    );
    INSERT INTO total (id) VALUES (1);
    CREATE TABLE scenario (
        name INTEGER PRIMARY KEY, finished INTEGER NOT NULL, first INTEGER, best INTEGER, latest INTEGER, at INTEGER NOT NULL
    );
    CREATE TABLE skill (
        name TEXT PRIMARY KEY, tries INTEGER NOT NULL, met INTEGER NOT NULL, partly INTEGER NOT NULL,
        early TEXT NOT NULL, recent TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE pitfall (name TEXT PRIMARY KEY, times INTEGER NOT NULL) WITHOUT ROWID;
    """,
)


def version(db: sqlite3.Connection) -> int:
    """How many migrations a database has been through."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def migrate(db: sqlite3.Connection, migrations: tuple[str, ...] = MIGRATIONS) -> None:
    """Bring a database up to date, each migration whole or not at all. Raises PeercoachError for one from the future."""
    if version(db) > len(migrations):
        raise PeercoachError(
            "Your progress was kept by a newer peercoach than this one.",
            "Update peercoach and it will be there. Nothing has been changed.",
        )
    while version(db) < len(migrations):
        db.execute("BEGIN IMMEDIATE")
        try:
            _step(db, migrations)
        except BaseException:
            db.execute("ROLLBACK")
            raise
        db.execute("COMMIT")


def _step(db: sqlite3.Connection, migrations: tuple[str, ...]) -> None:
    """One migration; asked again under the lock, because another terminal may just have done it."""
    number = version(db)
    if number < len(migrations):
        for statement in migrations[number].split(";"):
            db.execute(statement)
        db.execute(f"PRAGMA user_version = {number + 1}")
