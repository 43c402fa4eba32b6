"""Taking everything away and bringing it back: nothing lost, nothing twice, and nothing believed that wasn't checked."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from peercoach.coaching.moment import BANDS, LEVELS
from peercoach.errors import PeercoachError
from peercoach.keep.forget import forget
from peercoach.keep.intake import Taken
from peercoach.keep.progress import Kept, Store
from peercoach.keep.records import export_json
from peercoach.keep.records_csv import COLUMNS, export_csv
from peercoach.keep.records_read import read_export
from peercoach.keep.records_xapi import export_xapi
from tests.keep.conftest import Clock

Open = Callable[[], Store]
WRITTEN = "aw ash 💛"
REPLY = Kept("back-to-ash", "reply", WRITTEN, 1, 62, "developing", (("hear", "met"), ("ask", "missed")), ("fixing",))
AGAIN = Kept("back-to-ash", "reply", "hows tonight", 2, 80, "strong", (("hear", "met"), ("ask", "met")))


def practise(store: Store, clock: Clock, name: str = "nobody-answered-ash", *answers: Kept, finish: bool = True) -> None:
    run = store.start(name, "f1")
    for kept in (Kept("chat-1", "next"), *(answers or (REPLY, AGAIN))):
        store.answer(run, kept)
    clock.pass_days(1)
    if finish:
        store.finish(run)


def exported(store: Store) -> bytes:
    return "".join(export_json(store)).encode()


def brought(store: Store, data: bytes) -> Taken:
    export = read_export(data)
    return store.take_in(export.records, export.settled)


def filled(opened: Open, clock: Clock) -> bytes:
    """Three days of practice, one run under way; as an export."""
    with opened() as store:
        practise(store, clock)
        practise(store, clock, "first-night", REPLY)
        practise(store, clock)
        practise(store, clock, "first-night", Kept("s", "choose", "2", 1, None, "strong"), REPLY, finish=False)
        return exported(store)


class TestBringingBack:
    def test_export_forget_import_shows_the_same_progress(self, opened: Open, clock: Clock, own_home: Path) -> None:
        data = filled(opened, clock)
        with opened() as store:
            before, records = store.summary(), [(one.answers, one.times, one.ended) for one in store.records()]
        assert forget(own_home) == ()
        with opened() as store:
            assert brought(store, data) == Taken(added=4)
            assert store.summary() == before
            assert [(one.answers, one.times, one.ended) for one in store.records()] == records
            assert exported(store) == data

    def test_twice_is_the_same_as_once(self, opened: Open, clock: Clock) -> None:
        data = filled(opened, clock)
        with opened() as store:
            before = store.summary()
            assert brought(store, data) == Taken(same=4)
            assert (store.summary(), exported(store)) == (before, data)

    def test_two_runs_that_look_the_same_are_two_runs(self, opened: Open, own_home: Path) -> None:
        with opened() as store:
            for _ in range(2):
                store.finish(store.start("a", "f"))
            data = exported(store)
        forget(own_home)
        with opened() as store:
            assert brought(store, data) == Taken(added=2)
            assert brought(store, data) == Taken(same=2)
            assert store.summary().scenarios[0].finished == 2

    def test_older_practice_is_counted_before_what_is_here(self, opened: Open, clock: Clock, own_home: Path) -> None:
        with opened() as store:
            for level in ("missed", "missed", "partly"):
                practise(store, clock, "old", Kept("s", "reply", "x", 1, 10, "harmful", (("hear", level),)))
            data = exported(store)
        forget(own_home)
        with opened() as store:
            practise(store, clock, "new", Kept("s", "reply", "x", 1, 90, "strong", (("hear", "met"),)))
            brought(store, data)
            assert store.summary().skills[0].recent == ("missed", "missed", "partly", "met")
            assert [one.id for one in store.summary().scenarios] == ["new", "old"]
            assert store.summary().days == 4

    def test_of_a_run_that_went_on_elsewhere_the_longer_counts(self, opened: Open, clock: Clock, own_home: Path) -> None:
        with opened() as store:
            practise(store, clock, "a", REPLY, finish=False)
            short = exported(store)
            run = store.unfinished()[0]
            store.answer(run, AGAIN)
            store.finish(run)
            long = exported(store)
        forget(own_home)
        with opened() as store:
            brought(store, short)
            assert store.unfinished()
            assert brought(store, long) == Taken(longer=1)
            assert brought(store, short) == Taken(same=1)
            assert (store.unfinished(), store.summary().finished, store.summary().replies) == ((), 1, 2)

    def test_a_run_under_way_can_be_gone_on_with_and_the_newest_comes_first(
        self, opened: Open, clock: Clock, own_home: Path
    ) -> None:
        with opened() as store:
            practise(store, clock, "older", REPLY, finish=False)
            data = exported(store)
        forget(own_home)
        with opened() as store:
            practise(store, clock, "newer", REPLY, finish=False)
            brought(store, data)
            assert [run.scenario_id for run in store.unfinished()] == ["newer", "older"]
            assert store.answers(store.unfinished()[1])[1].value == WRITTEN

    def test_what_was_written_comes_back_only_where_it_is_kept(self, opened: Open, clock: Clock, own_home: Path) -> None:
        with opened() as store:
            store.keep_words(keep=True)
            practise(store, clock)
            data = exported(store)
        forget(own_home)
        with opened() as store:
            store.keep_words(keep=False)
            assert brought(store, data) == Taken(added=1, dropped=2)
            assert WRITTEN not in exported(store).decode()
        forget(own_home)
        with opened() as store:
            brought(store, data)
            assert store.keeps_words
            assert WRITTEN in exported(store).decode()

    def test_what_was_settled_here_stays_settled(self, opened: Open) -> None:
        with opened() as store:
            store.ease_off(on=True)
            data = exported(store)
            store.ease_off(on=False)
            brought(store, data)
            assert not store.eases_off

    def test_an_export_from_before_answers_had_times_can_be_brought_in(self, opened: Open, clock: Clock, own_home: Path) -> None:
        data = re.sub(rb', "at": "[^"]*"', b"", filled(opened, clock))
        forget(own_home)
        with opened() as store:
            assert brought(store, data) == Taken(added=4)
            assert store.summary().days == 4

    def test_where_nothing_can_be_kept_nothing_is_brought_in(self, opened: Open, clock: Clock) -> None:
        data = filled(opened, clock)
        with Store.none(clock) as store, pytest.raises(PeercoachError, match="Nothing was brought in"):
            brought(store, data)

    def test_a_fault_in_the_middle_leaves_everything_as_it_was(self, opened: Open, clock: Clock) -> None:
        data = filled(opened, clock)
        with opened() as store:
            before = exported(store)
            records = read_export(data.replace(b'"f1"', b'"f2"')).records
            broken = (*records[:2], "no record")
            with pytest.raises(AttributeError):
                store.take_in(broken, {"ease_off": "yes"})  # type: ignore[arg-type]  # as it was kept, or broken on purpose
            assert (exported(store), store.eases_off) == (before, False)

    @settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(
        st.lists(
            st.tuples(
                st.sampled_from(["a", "b"]),
                st.lists(
                    st.tuples(
                        st.sampled_from(["s", "t"]),
                        st.text(st.characters(codec="utf-8"), max_size=8),
                        st.integers(0, 3),
                        st.none() | st.integers(0, 100),
                        st.sampled_from(LEVELS),
                        st.integers(0, 2),
                    ),
                    max_size=4,
                ),
                st.sampled_from(["finish", "leave", ""]),
            ),
            max_size=5,
        )
    )
    def test_whatever_was_kept_comes_back(self, own_home: Path, runs: list) -> None:
        clock, opened = Clock(), lambda: Store.open(own_home, clock)
        forget(own_home)
        with opened() as store:
            for name, answers, end in runs:
                run = store.start(name, "f")
                for step, text, attempt, score, level, days in answers:
                    clock.pass_days(days)
                    store.answer(run, Kept(step, "reply", text, attempt, score, None, (("hear", level), ("own-words", "met"))))
                if end:
                    getattr(store, end)(run)
            clock.pass_days(1)
            before, data = store.summary(), exported(store)
        forget(own_home)
        with opened() as store:
            brought(store, data)
            brought(store, data)
            after = store.summary()
        assert (after.skills, after.scenarios, after.replies, after.days) == (
            before.skills,
            before.scenarios,
            before.replies,
            before.days,
        )


GOOD = {
    "peercoach-export": 1, "keep-texts": False,
    "runs": [
        {
            "scenario": "a", "fingerprint": "f", "started": "2026-05-04T12:00:00+00:00", "ended": None, "finished": False,
            "answers": [
                {
                    "step": "s", "kind": "reply", "value": WRITTEN, "attempt": 1, "score": 62, "band": "developing",
                    "marks": {"hear": "met"}, "pitfalls": ["fixing"], "at": "2026-05-04T12:00:00+00:00",
                }
            ],
        }
    ],
}  # fmt: skip


def with_run(**changed: object) -> bytes:
    return json.dumps({**GOOD, "runs": [{**GOOD["runs"][0], **changed}]}).encode()  # type: ignore[index, dict-item]  # GOOD is plain JSON


def with_answer(**changed: object) -> bytes:
    return with_run(answers=[{**GOOD["runs"][0]["answers"][0], **changed}])  # type: ignore[index]  # GOOD is plain JSON


HOSTILE = {
    "nothing": b"",
    "no json": b"not json",
    "no text": b"\xff\xfe\x00",
    "a list, as xAPI is": b"[]",
    "a number": b"7",
    "another program's": b'{"runs": []}',
    "half a file": json.dumps(GOOD).encode()[:-40],
    "deep": b"[" * 200_000,
    "deep inside": b'{"peercoach-export": 1, "runs": ' + b"[" * 150_000 + b"]" * 150_000 + b"}",
    "many": b'{"peercoach-export": 1, "runs": [' + b"[]," * 2_500_001 + b"[]]}",
    "large": b" " * 64_000_001,
    "a number without end": b'{"peercoach-export": 1, "runs": [], "x": ' + b"9" * 5000 + b"}",
    "not a number": json.dumps(GOOD).encode().replace(b"62", b"NaN"),
    "no version": json.dumps({**GOOD, "peercoach-export": "1"}).encode(),
    "yes for a version": json.dumps({**GOOD, "peercoach-export": True}).encode(),
    "no runs": b'{"peercoach-export": 1}',
    "runs that are none": json.dumps({**GOOD, "runs": {"a": 1}}).encode(),
    "a run that is none": json.dumps({**GOOD, "runs": ["a"]}).encode(),
    "a setting that is none": json.dumps({**GOOD, "keep-texts": "yes"}).encode(),
    "finished without an end": with_run(finished=True),
    "a number for a name": with_run(scenario=3),
    "an empty name": with_run(scenario=""),
    "a name that drives a terminal": with_run(scenario="\x1b[2J"),
    "a name that is a command": with_run(scenario="a; rm -rf ~"),
    "a long name": with_run(scenario="a" * 201),
    "a broken sign in a name": with_run(fingerprint="\ud800"),
    "no time": with_run(started="yesterday"),
    "a time without a zone": with_run(started="2026-05-04T12:00:00"),
    "a time nobody has seen": with_run(started="0001-01-01T00:00:00+14:00"),
    "a time as a number": with_run(started=1e300),
    "answers that are none": with_run(answers="x"),
    "an answer that is none": with_run(answers=[None]),
    "an unknown kind": with_answer(kind="care"),
    "a kind that is a list": with_answer(kind=["reply"]),
    "text that is none": with_answer(value=None),
    "text with a NUL": with_answer(value="a\0b"),
    "text with half a sign": with_answer(value="\udc00"),
    "text without end": with_answer(value="x" * 100_001),
    "a score that is a text": with_answer(score="62"),
    "yes for a score": with_answer(score=True),
    "a score of more than all": with_answer(score=101),
    "a score in bits": with_answer(score=62.5),
    "an unknown band": with_answer(band="best"),
    "a band that is a list": with_answer(band=[]),
    "a try before the first": with_answer(attempt=-1),
    "marks that are none": with_answer(marks=["hear"]),
    "an unknown level": with_answer(marks={"hear": "great"}),
    "a level that is a list": with_answer(marks={"hear": []}),
    "a skill that is two": with_answer(marks={"hear=met ask": "met"}),
    "pitfalls that are none": with_answer(pitfalls="fixing"),
    "a pitfall that is two": with_answer(pitfalls=["fixing judging"]),
    "an answer at no time": with_answer(at=None),
}  # fmt: skip


class TestHostileFiles:
    def test_a_good_one_is_read(self) -> None:
        assert len(read_export(json.dumps(GOOD).encode()).records) == 1
        assert read_export(b"\xef\xbb\xbf" + json.dumps(GOOD, indent=4).encode()).settled == {}

    @pytest.mark.parametrize("name", HOSTILE)
    def test_it_is_refused_in_a_sentence_without_a_word_of_what_was_written(self, name: str) -> None:
        with pytest.raises(PeercoachError) as told:
            read_export(HOSTILE[name])
        assert told.value.message.endswith(".")
        assert WRITTEN not in told.value.message + told.value.hint
        assert len(told.value.message) < 200

    def test_the_place_is_told(self) -> None:
        with pytest.raises(PeercoachError, match=r"Run 1, answer 1: score is not a whole number from 0 to 100\."):
            read_export(HOSTILE["a score of more than all"])

    def test_a_newer_one_says_to_update(self) -> None:
        with pytest.raises(PeercoachError, match="newer peercoach"):
            read_export(json.dumps({**GOOD, "peercoach-export": 2}).encode())

    def test_answers_that_fit_no_scenario_do_no_harm(self, opened: Open) -> None:
        from peercoach.practice.engine import replay
        from peercoach.practice.values import Answer
        from tests.practice.talks import CHAT, CHOOSE, REPLY, SPOT, talk

        odd = ("x", "99999", "-1", "²", "", "a,b", "\x1b[2J")
        with opened() as store:
            for kind in ("spot", "choose", "reply", "again", "carry-on", "hint", "skip", "reflect", "next"):
                brought(
                    store,
                    with_run(
                        scenario=kind,
                        answers=[{**json.loads(with_answer(kind=kind, value=text))["runs"][0]["answers"][0]} for text in odd],
                    ),
                )
            for run in store.unfinished():
                replay(talk(CHAT, SPOT, REPLY, CHOOSE), (Answer(kept.kind, kept.value) for kept in store.answers(run)))  # type: ignore[arg-type]  # as it was kept, or broken on purpose


class TestTable:
    def rows(self, store: Store) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO("".join(export_csv(store)))))

    def test_it_has_a_row_an_answer_and_the_columns_it_says(self, opened: Open, clock: Clock) -> None:
        filled(opened, clock)
        with opened() as store:
            rows = self.rows(store)
        assert len(rows) == 11
        assert tuple(rows[0]) == tuple(name for name, _ in COLUMNS)
        assert rows[1] == {
            "scenario": "nobody-answered-ash", "started": "2026-05-04T12:00:00+00:00", "ended": "2026-05-05T12:00:00+00:00",
            "finished": "yes", "number": "2", "at": "2026-05-04T12:00:00+00:00", "step": "back-to-ash", "kind": "reply",
            "attempt": "1", "score": "62", "band": "developing", "marks": "hear=met ask=missed", "pitfalls": "fixing", "text": "",
        }  # fmt: skip

    @pytest.mark.parametrize(
        "text",
        ["=1+1", "+1", "-1", "@sum(a1)", "\t=1", "\r=1", "  =1", "\n-1", "＝1", "=cmd|' /C calc'!A0", "\tx", "-", "- hi ash"],
    )
    def test_a_spreadsheet_runs_nothing_that_anybody_wrote(self, opened: Open, clock: Clock, text: str) -> None:
        with opened() as store:
            practise(store, clock, "a", Kept("s", "reply", text, 1, 50, "developing"), finish=False)
            assert self.rows(store)[1]["text"] == f"'{text}"

    @pytest.mark.parametrize("text", ["hi ash", 'so "lonely", ash;\nreally', "1-1", "💛", ""])
    def test_anything_else_stays_as_it_was_written(self, opened: Open, clock: Clock, text: str) -> None:
        with opened() as store:
            practise(store, clock, "a", Kept("s", "reply", text, 1, 50, "developing"), finish=False)
            assert self.rows(store)[1]["text"] == text

    def test_of_nothing_it_is_only_the_names_of_its_columns(self, opened: Open) -> None:
        with opened() as store:
            assert self.rows(store) == []


IRI = re.compile(r"https?://[^\s<>\"{}|\\^`]+")


def assert_statement(statement: dict) -> None:
    """What xAPI 1.0.3 asks of a statement, as far as ours use it."""
    assert set(statement) <= {"id", "actor", "verb", "object", "result", "context", "timestamp", "version"}
    assert str(UUID(statement["id"])) == statement["id"]
    assert statement["version"].startswith("1.0.")
    assert statement["actor"]["objectType"] == "Agent"
    assert set(statement["actor"]) == {"objectType", "account"}
    assert IRI.fullmatch(statement["actor"]["account"]["homePage"])
    assert statement["actor"]["account"]["name"]
    assert IRI.fullmatch(statement["verb"]["id"])
    assert datetime.fromisoformat(statement["timestamp"]).tzinfo
    parents = statement["context"].get("contextActivities", {}).get("parent", [])
    for activity in (statement["object"], *parents):
        assert activity["objectType"] == "Activity"
        assert IRI.fullmatch(activity["id"])
        assert IRI.fullmatch(activity["definition"]["type"])
        assert set(activity["definition"]["name"]) == {"en-GB"}
    score = statement.get("result", {}).get("score")
    if score:
        assert -1 <= score["scaled"] <= 1
        assert score["min"] <= score["raw"] <= score["max"]
    assert all(IRI.fullmatch(key) for key in statement.get("result", {}).get("extensions", {}))
    assert "null" not in json.dumps({key: value for key, value in statement.items() if key != "result"})


class TestStatements:
    def statements(self, store: Store) -> list[dict]:
        found = json.loads("".join(export_xapi(store)))
        assert isinstance(found, list)
        return found

    def test_they_are_what_xapi_asks_for(self, opened: Open, clock: Clock) -> None:
        filled(opened, clock)
        with opened() as store:
            found = self.statements(store)
        for statement in found:
            assert_statement(statement)
        verbs = [statement["verb"]["display"]["en-GB"] for statement in found]
        assert {verb: verbs.count(verb) for verb in set(verbs)} == {"attempted": 4, "scored": 6, "completed": 3}
        assert len({statement["id"] for statement in found}) == len(found)

    def test_they_say_how_it_went_and_never_what_was_written_or_by_whom(self, opened: Open, clock: Clock, own_home: Path) -> None:
        with opened() as store:
            store.keep_words(keep=True)
        filled(opened, clock)
        with opened() as store:
            found = self.statements(store)
        scored = next(each for each in found if "score" in each.get("result", {}))
        assert scored["result"]["score"] == {"scaled": 0.62, "raw": 62, "min": 0, "max": 100}
        assert scored["result"]["extensions"]["https://peercoach.invalid/xapi/marks"] == {"hear": "met", "ask": "missed"}
        assert scored["context"]["contextActivities"]["parent"][0]["id"].endswith("/scenarios/nobody-answered-ash")
        whole = json.dumps(found, ensure_ascii=False)
        assert not [words for words in (WRITTEN, "hows tonight", str(own_home), own_home.name) if words in whole]

    def test_the_same_twice_and_another_name_after_forgetting(self, opened: Open, clock: Clock, own_home: Path) -> None:
        data = filled(opened, clock)
        with opened() as store:
            first = self.statements(store)
        with opened() as store:
            assert self.statements(store) == first
        forget(own_home)
        with opened() as store:
            brought(store, data)
            again = self.statements(store)
        assert again[0]["actor"] != first[0]["actor"]
        assert {each["id"] for each in again}.isdisjoint(each["id"] for each in first)

    def test_odd_names_are_still_addresses(self, opened: Open, clock: Clock) -> None:
        with opened() as store:
            practise(store, clock, "a b/č 💛?#", Kept("s t/u", "reply", "x", 1, 50, "developing"))
            for statement in self.statements(store):
                assert_statement(statement)

    def test_of_nothing_there_are_none(self, opened: Open) -> None:
        with opened() as store:
            assert self.statements(store) == []


def test_the_bands_and_kinds_of_an_export_are_all_taken_back(opened: Open, clock: Clock) -> None:
    with opened() as store:
        for band in BANDS:
            practise(store, clock, band, Kept("s", "spot", "ash", 1, None, band))
        assert len(read_export(exported(store)).records) == len(BANDS)
    assert datetime(2026, 5, 4, 12, tzinfo=UTC) < clock()
