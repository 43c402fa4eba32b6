"""Runs and answers: kept as they are given, gone on with, added up."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from peercoach.coaching.moment import LEVELS
from peercoach.errors import PeercoachError
from peercoach.keep import schema
from peercoach.keep.database import in_memory
from peercoach.keep.places import progress_file
from peercoach.keep.progress import Kept, Progress, Store
from peercoach.keep.values import ScenarioProgress, SkillProgress

Open = Callable[[], Store]
REPLY = Kept(
    "back-to-ash",
    "reply",
    "aw ash 💛",
    1,
    62,
    "developing",
    (("hear", "met"), ("ask", "missed"), ("induction", "met")),
    ("fixing",),
)


def try_of(score: int, attempt: int = 1, step: str = "s", **marks: str) -> Kept:
    return Kept(step, "reply", "x", attempt, score, "developing", tuple(marks.items()))


def test_nothing_kept_adds_up_to_nothing(opened: Open) -> None:
    with opened() as store:
        assert store.summary() == Progress()
        assert store.unfinished() == ()


def test_a_run_is_gone_on_with_where_it_stopped(opened: Open) -> None:
    answers = (Kept("chat-1", "next"), Kept("spot-2", "spot", "ash"), REPLY, Kept("back-to-ash", "hint"))
    with opened() as store:
        run = store.start("nobody-answered-ash", "f1")
        for kept in answers:
            store.answer(run, kept)
    with opened() as store:
        assert store.unfinished() == (run,)
        assert store.answers(run) == answers


def test_an_answer_is_safe_before_the_program_ends(opened: Open) -> None:
    store, other = opened(), opened()
    run = store.start("a", "f")
    store.answer(run, REPLY)
    assert other.answers(run) == (REPLY,)
    store.close()
    other.close()


def test_the_newest_unfinished_run_comes_first(opened: Open, clock: Callable[[], datetime]) -> None:
    with opened() as store:
        runs = [store.start(name, "f") for name in ("a", "b", "a")]
        assert store.unfinished() == tuple(reversed(runs))
        assert store.summary().unfinished == ("a", "b")
        assert runs[0].started == clock()


@pytest.mark.parametrize("end", [Store.finish, Store.leave])
def test_a_run_that_is_over_is_not_offered_again(opened: Open, end: Callable) -> None:
    with opened() as store:
        run = store.start("a", "f")
        end(store, run)
        assert store.unfinished() == ()
        assert store.summary().finished == (end is Store.finish)


def test_ending_twice_counts_once(opened: Open) -> None:
    with opened() as store:
        run = store.start("a", "f")
        store.answer(run, try_of(50))
        store.finish(run)
        store.finish(run)
        assert store.summary().finished == 1
        assert store.summary().scenarios[0].finished == 1


def test_what_was_written_is_dropped_when_the_run_is_over_and_how_it_went_stays(opened: Open) -> None:
    with opened() as store:
        run, other = store.start("a", "f"), store.start("b", "f")
        store.answer(run, REPLY)
        store.answer(other, REPLY)
        store.finish(run)
        assert [kept.value for kept in store.answers(run)] == [""]
        assert store.answers(run)[0].marks == REPLY.marks
        assert [kept.value for kept in store.answers(other)] == [REPLY.value]


def test_a_choice_is_no_writing_and_stays(opened: Open) -> None:
    with opened() as store:
        run = store.start("a", "f")
        store.answer(run, Kept("c", "choose", "2", 1, None, "strong"))
        store.leave(run)
        assert store.answers(run)[0].value == "2"


def test_a_learner_can_keep_what_they_write_and_change_their_mind(opened: Open) -> None:
    with opened() as store:
        assert not store.keeps_words
        store.keep_words(keep=True)
        run = store.start("a", "f")
        store.answer(run, REPLY)
        store.finish(run)
    with opened() as store:
        assert store.keeps_words
        assert store.answers(run) == (REPLY,)
        store.keep_words(keep=False)
        assert store.answers(run)[0].value == ""


def test_first_and_best_tries_are_both_kept(opened: Open, clock: Callable[[], datetime]) -> None:
    with opened() as store:
        for tries in ([(40, 1, "s"), (80, 2, "s"), (60, 1, "t")], [(70, 1, "s"), (50, 1, "t")]):
            run = store.start("a", "f")
            for score, attempt, step in tries:
                store.answer(run, try_of(score, attempt, step))
            store.finish(run)
        assert store.summary().scenarios == (ScenarioProgress("a", 2, 50, 70, 60, clock()),)


def test_a_scenario_without_scores_is_finished_all_the_same(opened: Open, clock: Callable[[], datetime]) -> None:
    with opened() as store:
        store.finish(store.start("a", "f"))
        assert store.summary().scenarios == (ScenarioProgress("a", 1, None, None, None, clock()),)


def test_growth_is_told_from_first_tries_of_skills_in_the_order_they_came(opened: Open) -> None:
    levels = ["missed", "missed", "partly", "missed", "met", "partly", "met", "met"]
    with opened() as store:
        run = store.start("a", "f")
        for level in levels:
            store.answer(run, try_of(50, 1, hear=level, induction="met"))
            store.answer(run, try_of(50, 2, hear="met"))
        assert store.summary().skills == (SkillProgress("hear", 8, 3, 2, tuple(levels[:5]), tuple(levels[-5:])),)


def test_skills_come_in_the_order_of_the_vocabulary_and_pitfalls_by_how_often(opened: Open) -> None:
    with opened() as store:
        run = store.start("a", "f")
        store.answer(run, try_of(1, ask="met", welcome="met", hear="met"))
        for pitfalls in (("fixing",), ("template", "fixing")):
            store.answer(run, Kept("s", "reply", "x", 1, 1, "needs-work", (), pitfalls))
        store.answer(run, Kept("s", "reply", "x", 2, 1, "needs-work", (), ("judging",)))
        assert [skill.id for skill in store.summary().skills] == ["welcome", "hear", "ask"]
        assert store.summary().pitfalls == (("fixing", 2), ("template", 1))


def test_replies_and_days_are_counted(opened: Open, clock: Callable[[], datetime]) -> None:
    with opened() as store:
        run = store.start("a", "f")
        for days in (0, 0, 3):
            clock.pass_days(days)
            store.answer(run, try_of(50))
            store.answer(run, Kept("c", "next"))
        progress = store.summary()
        assert (progress.replies, progress.days) == (3, 2)
        assert (progress.started, progress.latest) == (datetime(2026, 5, 4, 12, tzinfo=UTC), datetime(2026, 5, 7, 12, tzinfo=UTC))


def test_the_past_is_what_the_next_practice_is_chosen_from(opened: Open) -> None:
    with opened() as store:
        done, _ = store.start("done", "f"), store.start("open", "f")
        store.answer(done, try_of(50, hear="met"))
        store.answer(done, try_of(50, hear="partly"))
        store.finish(done)
        past = store.summary().past()
        assert (past.unfinished, past.finished, past.first_tries) == (("open",), frozenset({"done"}), (("hear", 0.75),))


def test_a_store_that_keeps_nothing_works_the_same_and_says_so(clock: Callable[[], datetime]) -> None:
    with Store.none(clock, "Nothing is kept.") as store:
        run = store.start("a", "f")
        store.answer(run, REPLY)
        assert store.answers(run) == (REPLY,)
        store.finish(run)
        assert (store.keeping, store.notices, store.summary().finished) == (False, ("Nothing is kept.",), 1)


def test_a_file_from_a_newer_peercoach_is_left_alone(opened: Open, own_home: Path) -> None:
    with opened() as store:
        store._db.execute("PRAGMA user_version = 99")  # noqa: SLF001  # as a newer version would
    before = progress_file(own_home).read_bytes()
    with pytest.raises(PeercoachError, match="newer peercoach"):
        opened()
    assert progress_file(own_home).read_bytes() == before


def test_a_migration_happens_once_and_whole_or_not_at_all() -> None:
    db = in_memory()
    later = (*schema.MIGRATIONS, "ALTER TABLE run ADD COLUMN mood TEXT; INSERT INTO name (text) VALUES ('kept')")
    broken = (*later, "ALTER TABLE run ADD COLUMN more TEXT; ALTER TABLE nowhere ADD COLUMN x")
    schema.migrate(db, later)
    schema.migrate(db, later)
    with pytest.raises(Exception, match="nowhere"):
        schema.migrate(db, broken)
    assert schema.version(db) == len(later)
    assert db.execute("SELECT count(*) FROM name").fetchone() == (1,)
    assert "more" not in [row[1] for row in db.execute("PRAGMA table_info(run)")]
    db.close()


KEPT = st.builds(
    Kept,
    step_id=st.sampled_from(["s", "t", "u 💛"]),
    kind=st.sampled_from(["next", "reply", "choose", "hint", "reflect"]),
    value=st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    attempt=st.integers(0, 3),
    score=st.none() | st.integers(0, 100),
    band=st.none() | st.sampled_from(["strong", "harmful"]),
    marks=st.lists(st.tuples(st.sampled_from(["hear", "ask", "a=b"]), st.sampled_from(LEVELS)), max_size=3).map(tuple),
    pitfalls=st.lists(st.sampled_from(["fixing", "one-to-one"]), max_size=2, unique=True).map(tuple),
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(KEPT, max_size=8))
def test_what_is_read_is_what_was_kept(clock: Callable[[], datetime], kept: list[Kept]) -> None:
    with Store.none(clock) as store:
        run = store.start("a", "f")
        for each in kept:
            store.answer(run, each)
        assert store.answers(run) == tuple(kept)
        firsts = [level for each in kept if each.attempt == 1 for name, level in each.marks if name == "hear"]
        hear = next((skill for skill in store.summary().skills if skill.id == "hear"), None)
        assert (
            (hear.early, hear.recent, hear.tries) == (tuple(firsts[:5]), tuple(firsts[-5:]), len(firsts)) if hear else not firsts
        )
