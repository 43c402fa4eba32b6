"""What the learner has settled: a name and a value each, beside their progress."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from peercoach.keep.database import only_reading
from peercoach.keep.places import progress_file

Setting = Literal["keep_texts", "ease_off", "xapi_name"]


def setting(db: sqlite3.Connection, name: Setting) -> str:
    """Give what was settled under a name; "" when that was never asked."""
    row = db.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
    return "" if row is None else str(row[0])


def settle(db: sqlite3.Connection, name: Setting, value: str) -> None:
    """Keep a value under a name; the caller holds the transaction."""
    db.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (name, value))


def settle_unsettled(db: sqlite3.Connection, values: Mapping[Setting, str]) -> None:
    """Keep those values whose names were never settled; the caller holds the transaction."""
    for name, value in values.items():
        if not setting(db, name):
            settle(db, name, value)


def eases_off(folder: Path) -> bool:
    """Whether somebody who keeps nothing this time has settled before to ease off. Touches nothing; no when it can't be read."""
    try:
        if not progress_file(folder).exists():
            return False
        with only_reading(progress_file(folder)) as db:
            return setting(db, "ease_off") == "yes"
    except (OSError, sqlite3.Error):
        return False
