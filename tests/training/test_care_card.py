"""What `care` goes by is what its lines give today, it learnt from none of those it is measured on, and the card says so."""

from __future__ import annotations

import re
from functools import cache

from peercoach.training import care, care_card, care_cues


@cache
def sets() -> dict[str, tuple[care_card.Line, ...]]:
    return care_card.sets()


@cache
def rows() -> list[care.Row]:
    return care.rows()


def folded(text: str) -> str:
    return re.sub(r"[^a-z0-9 ]", "", text.lower().replace("\n", " ")).strip()


def test_the_card_has_the_figures_of_today() -> None:
    text = care_card.CARD.read_text(encoding="utf-8")
    assert care_card.card(text) == text, "stale: run python -m peercoach.training.care_card"


def test_the_card_lists_every_miss_and_every_false_alarm() -> None:
    text = care_card.CARD.read_text(encoding="utf-8")
    for lines in sets().values():
        for line in lines:
            if care_card.missed(line) or care_card.alarmed(line):
                assert f"- {' '.join(line.text.split())} (" in text


def test_the_card_promises_nothing() -> None:
    text = care_card.CARD.read_text(encoding="utf-8")
    assert "It may miss things" in text
    assert "Nobody is safer because it is there." in text
    for promise in ("keeps you safe", "keeps people safe", "keep you safe", "detects"):
        assert promise not in text


def test_each_set_says_how_it_was_written_and_how_it_did_at_first() -> None:
    readme = (care_card.LINES / "README.md").read_text(encoding="utf-8")
    for name in sets():
        assert f"- `{name}.jsonl`: " in readme
    assert set(sets()) - {"lines"} == set(care_card.FIRST)


def test_the_cues_are_what_the_rules_give_today() -> None:
    assert care_cues.CUES.read_text(encoding="utf-8") == care_cues.written(), "stale: run python -m peercoach.training.care_cues"


def test_the_weights_are_what_the_lines_give_today() -> None:
    assert care.WEIGHTS.read_text(encoding="utf-8") == care.built(rows()), "stale: run python -m peercoach.training.care"


def test_nothing_that_care_is_measured_on_was_learnt_from() -> None:
    measured = {folded(line.text) for lines in sets().values() for line in lines}
    assert [row.text for row in rows() if folded(row.text) in measured] == []
