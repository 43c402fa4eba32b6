"""Damage, full disks, closed folders: nothing good is lost, the learner is told plainly, practising goes on."""

from __future__ import annotations

import os
import resource
import signal
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from peercoach.keep.places import backup_file, progress_file
from peercoach.keep.progress import Kept, Store

Open = Callable[[], Store]


def practise(store: Store, name: str = "a", score: int = 50) -> None:
    run = store.start(name, "f")
    store.answer(run, Kept("s", "reply", "x", 1, score, "developing", (("hear", "met"),)))
    store.finish(run)


def another_programs() -> bytes:
    db = sqlite3.connect(":memory:")
    db.execute("CREATE TABLE holidays (day)")
    whole = db.serialize()
    db.close()
    return whole


def damages(path: Path) -> dict[str, Callable[[], object]]:
    size = path.stat().st_size
    whole = path.read_bytes()
    return {
        "not a database": lambda: path.write_bytes(b"rubbish" * 1000),
        "cut short": lambda: path.write_bytes(whole[: size // 2]),
        "a page overwritten": lambda: path.write_bytes(whole[:4096] + b"\x55" * 4096 + whole[8192:]),
        "the header gone": lambda: path.write_bytes(bytes(100) + whole[100:]),
        "another program's database": lambda: path.write_bytes(another_programs()),
        "a letter long": lambda: path.write_bytes(b"x"),
        "emptied": lambda: path.write_bytes(b""),
    }


@pytest.mark.parametrize(
    "damage",
    [
        "not a database",
        "cut short",
        "a page overwritten",
        "the header gone",
        "another program's database",
        "a letter long",
        "emptied",
    ],
)
def test_a_damaged_file_is_put_aside_and_the_backup_used(opened: Open, own_home: Path, damage: str) -> None:
    with opened() as store:
        practise(store)
    damages(progress_file(own_home))[damage]()
    with opened() as store:
        assert store.summary().finished == 1
        assert "damaged" in store.notices[0]
        assert "progress.db.damaged-1" in store.notices[0]
        assert "backup" in store.notices[1]
        practise(store)
    assert (own_home / "progress.db.damaged-1").exists()
    with opened() as store:
        assert (store.notices, store.summary().finished) == ((), 2)


def test_two_damaged_files_are_both_put_aside(opened: Open, own_home: Path) -> None:
    for _ in range(2):
        with opened() as store:
            practise(store)
        progress_file(own_home).write_bytes(b"rubbish" * 1000)
    opened().close()
    assert sorted(path.name for path in own_home.glob("*damaged*")) == ["progress.db.damaged-1", "progress.db.damaged-2"]


def test_a_damaged_backup_is_passed_over_for_an_older_one(opened: Open, own_home: Path) -> None:
    for _ in range(2):
        with opened() as store:
            practise(store)
    progress_file(own_home).write_bytes(b"rubbish")
    backup_file(own_home, 1).write_bytes(backup_file(own_home, 1).read_bytes()[:5000])
    with opened() as store:
        assert store.summary().finished == 1


def test_without_a_good_backup_it_starts_anew_and_says_so(opened: Open, own_home: Path) -> None:
    own_home.mkdir()
    progress_file(own_home).write_bytes(b"rubbish")
    with opened() as store:
        assert "a new one has been started" in store.notices[1]
        assert store.keeping


def test_a_missing_file_comes_back_from_the_backup(opened: Open, own_home: Path) -> None:
    with opened() as store:
        practise(store)
    progress_file(own_home).unlink()
    with opened() as store:
        assert store.notices[0] == "Your progress file was missing."
        assert store.summary().finished == 1


def test_damage_met_on_the_way_does_not_stop_the_practice(opened: Open, own_home: Path) -> None:
    store = opened()
    practise(store)
    run = store.start("b", "f")
    store._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # noqa: SLF001  # seen from inside
    with progress_file(own_home).open("r+b") as file:
        file.write(b"\x55" * progress_file(own_home).stat().st_size)
    store._db.execute("PRAGMA cache_size = 0")  # noqa: SLF001  # as if it had long been read
    other = opened()
    store.answer(run, Kept("s", "reply", "x", 1, 50, "developing"))
    store.finish(run)
    store.close()
    other.close()
    with opened() as after:
        assert after.keeping
        practise(after)


def test_the_last_three_backups_are_kept_private_and_newest_first(opened: Open, own_home: Path) -> None:
    for _ in range(5):
        with opened() as store:
            practise(store)
    found = sorted(path.name for path in own_home.iterdir())
    assert found == ["progress.db", "progress.db.backup-1", "progress.db.backup-2", "progress.db.backup-3"]
    counts = []
    for number in (1, 2, 3):
        db = sqlite3.connect(backup_file(own_home, number))
        counts += db.execute("SELECT finished FROM total").fetchone()
        db.close()
    assert counts == [5, 4, 3]


def test_a_session_that_changed_nothing_makes_no_backup(opened: Open, own_home: Path) -> None:
    with opened() as store:
        store.summary()
    assert [path.name for path in own_home.iterdir()] == ["progress.db"]


def test_everything_kept_is_private_even_while_it_is_open(opened: Open, own_home: Path) -> None:
    before = os.umask(0)
    try:
        with opened() as store:
            practise(store)
            kept = {path.name: stat.S_IMODE(path.stat().st_mode) for path in own_home.iterdir()}
        kept |= {path.name: stat.S_IMODE(path.stat().st_mode) for path in own_home.iterdir()}
    finally:
        os.umask(before)
    assert set(kept.values()) == {0o600}
    assert {"progress.db", "progress.db-wal", "progress.db.backup-1"} <= kept.keys()
    assert stat.S_IMODE(own_home.stat().st_mode) == 0o700


def test_where_there_can_be_no_folder_practising_goes_on(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with Store.open(tmp_path / "file" / "home", lambda: datetime.now(UTC)) as store:
        practise(store)
        assert not store.keeping
        assert "not being kept" in store.notices[0]
        assert store.summary().finished == 1


def test_a_file_that_can_only_be_read_is_read(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    with opened() as store:
        practise(store)

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)  # what a read-only disk says; a test may run as somebody who may do anything
    with opened() as store:
        assert not store.keeping
        assert "can be read but not written" in store.notices[0]
        assert store.summary().finished == 1
        practise(store)
        assert store.summary().finished == 2


FULL = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from peercoach.keep.progress import Kept, Store

with Store.open(Path(sys.argv[1]), lambda: datetime.now(UTC)) as store:
    run = store.start("a", "f")
    for number in range(400):
        store.answer(run, Kept("s", "reply", "word " * 200, 1, 50, "developing"))
    store.finish(run)
    print(store.keeping, *store.notices)
"""


def test_a_full_disk_is_told_and_what_was_kept_before_is_safe(opened: Open, own_home: Path) -> None:
    with opened() as store:
        practise(store)

    def little_room() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))

    done = subprocess.run(
        [sys.executable, "-c", FULL, str(own_home)],
        capture_output=True,
        text=True,
        check=True,
        preexec_fn=little_room,
    )
    assert done.stdout.startswith("False ")
    assert "is not being kept" in done.stdout
    assert "word word" not in done.stdout + done.stderr
    with opened() as store:
        (run,) = store.unfinished()
        assert store.summary().finished == 1
        assert len(store.answers(run)) > 3
        assert store.notices == ()
