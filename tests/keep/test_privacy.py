"""What is dropped is really gone: the bytes in the files are looked at, not what the program says about them."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from peercoach.keep.forget import forget
from peercoach.keep.places import progress_file
from peercoach.keep.progress import Kept, Run, Store

Open = Callable[[], Store]
WRITTEN = "zebra-lighthouse"


def holding(folder: Path, words: str = WRITTEN) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file() and words.encode() in path.read_bytes())


def write(store: Store, times: int = 1, size: int = 1, name: str = "a") -> Run:
    run = store.start(name, "f")
    for number in range(times):
        store.answer(run, Kept(f"s{number}", "reply", f"{WRITTEN} {number} " * size, 1, 50, "developing", (("hear", "met"),)))
    return run


def test_the_search_would_find_it(opened: Open, own_home: Path) -> None:
    with opened() as store:
        write(store)
        assert holding(own_home)


@pytest.mark.parametrize("end", [Store.finish, Store.leave])
@pytest.mark.parametrize(("times", "size"), [(1, 1), (60, 3), (3, 2000), (200, 30)])
def test_what_was_written_leaves_no_trace_when_the_run_is_over(
    opened: Open, own_home: Path, end: Callable, times: int, size: int
) -> None:
    with opened() as store:
        run = write(store, times, size)
        end(store, run)
        assert holding(own_home) == []
    assert holding(own_home) == []


def test_no_trace_of_a_run_that_was_under_way_over_several_sessions(opened: Open, own_home: Path) -> None:
    with opened() as store:
        run, other = write(store), store.start("b", "f")
        store.answer(other, Kept("s", "reply", "giraffe", 1, 50, "developing"))
    for number in range(3):
        with opened() as store:
            store.answer(run, Kept("s", "reply", f"{WRITTEN} again {number}", 2, 60, "developing"))
    with opened() as store:
        store.finish(run)
    assert holding(own_home) == []
    assert holding(own_home, "giraffe") == ["progress.db"]


def test_no_trace_among_many_runs_that_come_and_go(opened: Open, own_home: Path) -> None:
    dice = random.Random(5)  # noqa: S311  # plays, not secrets
    with opened() as store:
        going_on = []
        for number in range(40):
            going_on.append(write(store, dice.randint(1, 12), dice.randint(1, 120), f"n{number % 3}"))
            if dice.random() < 0.7:
                store.finish(going_on.pop(dice.randrange(len(going_on))))
        for run in going_on:
            store.leave(run)
        assert holding(own_home) == []


def test_backups_never_hold_what_was_written_and_never_offer_half_a_run(opened: Open, own_home: Path) -> None:
    with opened() as store:
        write(store, 5)
    assert holding(own_home) == ["progress.db"]
    progress_file(own_home).unlink()
    with opened() as store:
        assert store.unfinished() == ()
        assert store.summary().replies == 5


def test_keeping_words_keeps_them_in_backups_too_until_the_learner_says_no(opened: Open, own_home: Path) -> None:
    with opened() as store:
        store.keep_words(keep=True)
        store.finish(write(store))
    assert holding(own_home) == ["progress.db", "progress.db.backup-1"]
    with opened() as store:
        store.keep_words(keep=False)
        assert holding(own_home) == []
    assert holding(own_home) == []


def test_a_run_under_way_survives_the_learner_saying_no(opened: Open) -> None:
    with opened() as store:
        run = write(store)
        store.keep_words(keep=False)
        assert WRITTEN in store.answers(run)[0].value


def test_forgetting_leaves_nothing_at_all(opened: Open, own_home: Path) -> None:
    with opened() as store:
        store.keep_words(keep=True)
        store.finish(write(store, 30))
    progress_file(own_home).write_bytes(WRITTEN.encode() * 1000)
    with opened() as store:
        write(store)
    (own_home / "logs").mkdir()
    (own_home / "logs" / "20260504.log").write_text("ValueError")
    assert holding(own_home)
    assert forget(own_home) == ()
    assert not own_home.exists()


def test_forgetting_leaves_other_peoples_files_alone(opened: Open, own_home: Path) -> None:
    (own_home / "scenarios").mkdir(parents=True)
    (own_home / "scenarios" / "mine.yaml").write_text("peercoach: 1")
    (own_home / "progress.txt").write_text("not ours")
    with opened() as store:
        write(store)
    assert forget(own_home) == ()
    assert sorted(path.name for path in own_home.rglob("*")) == ["mine.yaml", "progress.txt", "scenarios"]


def test_a_terminal_that_is_still_open_sees_nothing_either(opened: Open, own_home: Path) -> None:
    other = opened()
    run = write(other)
    assert forget(own_home) == ()
    with opened() as store:
        assert store.summary().replies == 0
    assert all(WRITTEN not in kept.value for kept in other.answers(run))
    other.close()
    assert holding(own_home) == []


def test_forgetting_nothing_is_fine(own_home: Path) -> None:
    assert forget(own_home) == ()
