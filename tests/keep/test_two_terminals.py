"""Two terminals at once lose nothing, and a terminal that is shut in the middle loses nothing it had kept."""

from __future__ import annotations

import contextlib
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from peercoach.keep import database
from peercoach.keep.progress import Store
from peercoach.keep.schema import version

PRACTISE = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from peercoach.keep.progress import Kept, Store

home, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
for _ in range(3):
    with Store.open(home, lambda: datetime.now(UTC)) as store:
        run = store.start(name, "f")
        for number in range(count):
            store.answer(run, Kept(f"s{number}", "reply", "hello", 1, 50, "developing", (("hear", "met"),)))
        store.finish(run)
        assert store.keeping and not store.notices, store.notices
"""
KILLED = """
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from peercoach.keep.progress import Kept, Store

store = Store.open(Path(sys.argv[1]), lambda: datetime.now(UTC))
run = store.start("a", "f")
for number in range(5):
    store.answer(run, Kept(f"s{number}", "reply", "hello", 1, 50, "developing"))
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_four_terminals_from_the_very_first_start_lose_nothing(opened: Callable[[], Store], own_home: Path) -> None:
    started = [subprocess.Popen([sys.executable, "-c", PRACTISE, str(own_home), f"t{number}", "15"]) for number in range(4)]
    assert [process.wait(60) for process in started] == [0] * 4
    with opened() as store:
        progress = store.summary()
        assert (progress.finished, progress.replies, progress.skills[0].tries) == (12, 180, 180)
        assert [(scenario.id, scenario.finished) for scenario in sorted(progress.scenarios, key=lambda each: each.id)] == [
            (f"t{number}", 3) for number in range(4)
        ]
    assert not list(own_home.glob("*.new-*"))


def test_a_file_that_another_terminal_is_just_making_is_not_damaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The other is done between two looks at it: it was new at the first and has its tables at the second."""
    path = tmp_path / "progress.db"
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA journal_mode = WAL")

    def looked(db: sqlite3.Connection) -> int:
        found = version(db)
        database.connect(path).close()
        return found

    monkeypatch.setattr(database, "version", looked)
    assert database.is_sound(path)


def test_a_terminal_shut_in_the_middle_had_everything_on_the_disk(opened: Callable[[], Store], own_home: Path) -> None:
    subprocess.run([sys.executable, "-c", KILLED, str(own_home)], check=False)
    with opened() as store:
        (run,) = store.unfinished()
        assert [kept.step_id for kept in store.answers(run)] == ["s0", "s1", "s2", "s3", "s4"]
        assert store.notices == ()
