"""The second layer: what a reply does as a whole puts it in order within its band, and can take back a doubtful hurt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercoach.coaching.harm import OPEN_TO_DOUBT
from peercoach.coaching.moment import BANDS, LEVELS, Band, Rubric, SkillLine
from peercoach.coaching.score import looked_for, score, weigh
from peercoach.coaching.vocabulary import PITFALLS
from peercoach.coaching.whole import PARTS, Whole, read_whole, squashed, whole, written
from tests.coaching.chats import said, wanting

HALLS = said("moved into halls on saturday and havent spoken to anyone since")
ROWS = st.lists(st.floats(-1, 1), min_size=len(PARTS), max_size=len(PARTS)).map(tuple)


def test_no_skill_ever_takes_away_and_no_pitfall_ever_adds() -> None:
    layer = whole()
    assert min(layer.value) >= 0
    assert min(layer.fine) >= 0


def test_every_pitfall_that_is_told_costs_something() -> None:
    told = dict(zip(PARTS, whole().value, strict=True))
    assert [name for name in PITFALLS if told[name] == 0] == []


@given(ROWS, st.integers(0, len(PARTS) - 1), st.sampled_from(BANDS))
def test_more_of_anything_good_is_never_lower(parts: tuple[float, ...], place: int, band: Band) -> None:
    more = (*parts[:place], 1.0, *parts[place + 1 :])
    assert 0 <= whole().height(parts, band) <= whole().height(more, band) <= 1


def test_the_file_reads_back_as_it_was_written() -> None:
    layer = Whole(tuple(range(len(PARTS))), tuple(range(1, len(PARTS) + 1)), -7, ((1, 2), (-3, 4), (0, 9), (-9, -8)))
    assert read_whole(written(layer)) == layer


@given(st.floats(-50, 50), st.floats(-50, 50))
def test_a_higher_margin_is_never_squashed_to_less(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert 0 < squashed(low) <= squashed(high) < 1


def test_only_shades_of_wording_are_open_to_doubt() -> None:
    assert {"judging", "minimising", "risk left unanswered"} == OPEN_TO_DOUBT


@pytest.mark.parametrize("skill", ["hear", "welcome", "notice", "include", "boundaries", "ask"])
def test_a_skill_that_is_looked_for_is_seen_at_least_as_readily(skill: str) -> None:
    for reply in (
        "welcome in ash, good to have you",
        "went back up and saw yours ash, sorry it got lost",
        "i cant do late nights but im about tomorrow",
        "kit didnt you have this last year?",
        "rough. whats it been like?",
    ):
        plain = weigh(reply, HALLS, Rubric((SkillLine("own-words"),))).level(skill)
        wanted = weigh(reply, HALLS, Rubric((SkillLine("own-words"), SkillLine(skill)))).level(skill)
        assert LEVELS.index(wanted) <= LEVELS.index(plain), reply  # type: ignore[arg-type]  # a level is a str there


def test_what_is_looked_for_everywhere_says_nothing_of_a_lone_post() -> None:
    assert looked_for(Rubric(()), HALLS).wanted == frozenset()
    assert looked_for(wanting("hear", "reflect", "ask"), HALLS).wanted == frozenset()
    assert looked_for(wanting("hear", "welcome"), HALLS).wanted == {"hear", "welcome"}


def test_an_optional_line_is_looked_for_and_not_needed() -> None:
    looking = looked_for(Rubric((SkillLine("hear"), SkillLine("share", optional=True))), HALLS)
    assert looking == ({"hear", "share"}, {"hear"})


def test_two_replies_of_one_band_are_told_apart() -> None:
    warm = "oh ash, days without a word to anyone sounds so lonely. what are the evenings like?"
    thin = "sounds a bit rubbish. how are you?"
    more, less = (score(reply, HALLS, wanting("hear", "ask")) for reply in (warm, thin))
    assert (more.band, more.score > less.score) == ("strong", True)
