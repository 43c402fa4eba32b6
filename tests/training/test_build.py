"""The weights are what the corpus gives, and weighing by running sums is weighing by the n-grams themselves."""

from __future__ import annotations

import json
import math
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercoach.coaching.features import SHAPE, grams
from peercoach.coaching.model import LABELS, Sums, model
from peercoach.coaching.score import score, weigh
from peercoach.coaching.vocabulary import PITFALLS, SKILLS
from peercoach.training.build import FOLDS, folds_of, side_by_side
from tests.coaching.chats import model_of, said, wanting

ROOT = Path(__file__).parents[2]
HALLS = said("moved into halls on saturday and havent spoken to anyone since")
WORDS = st.lists(
    st.sampled_from("i you feel sad lonely mum call text how are not so @name @n 💛 should only".split()), max_size=9
)


def test_the_weights_are_what_the_corpus_gives_today() -> None:
    """Learns everything again, which takes about nine minutes: whoever changes a corpus file or a phrase rebuilds."""
    command = [sys.executable, "-m", "peercoach.training", "--check"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=3_600, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "fresh\n", "")


def test_the_packaged_weights_know_every_label() -> None:
    packaged = model()
    assert (*SKILLS, *PITFALLS) == LABELS
    assert len(packaged.bias) == len(packaged.shown) == len(LABELS)


def test_no_pitfall_goes_by_where_a_clause_stands_or_how_long_it_is() -> None:
    packaged = model()
    assert any(packaged.weights(feature) for feature in SHAPE), "skills do"
    assert [feature for feature in SHAPE if not packaged.weights(feature).keys().isdisjoint(PITFALLS)] == []


def test_all_of_a_writer_is_in_one_fold_and_no_fold_is_much_larger() -> None:
    writers = [*"a" * 9, *"b" * 7, *"c" * 6, *"d" * 4, *"e" * 4, *"f" * 2]
    part = folds_of(writers)
    assert part.keys() == set(writers)
    sizes = Counter(part[writer] for writer in writers)
    assert len(sizes) == FOLDS
    assert max(sizes.values()) - min(sizes.values()) <= 3
    assert folds_of(reversed(writers)) == part


def test_work_done_side_by_side_comes_back_in_order() -> None:
    assert list(side_by_side(lambda number: number * number, 5)) == [0, 1, 4, 9, 16]


def test_a_feature_weighs_what_the_file_says_label_by_label() -> None:
    made = model_of({"lonely": {LABELS[0]: 1.0, LABELS[2]: -0.5}, "sad": {LABELS[2]: 1.0}})
    assert made.weights("lonely") == {LABELS[0]: 1.0, LABELS[2]: -0.5}
    margins = made.margins(["lonely", "sad", "unknown"])
    scale = 1 / math.sqrt(3)  # two known features, and one
    assert margins[:4] == pytest.approx((scale, 0.0, 0.5 * scale, 0.0))


def test_a_feature_counts_as_often_as_it_stands_and_order_plays_no_part() -> None:
    made = model_of({"lonely": {LABELS[0]: 1.0}, "sad": {LABELS[0]: -0.25, LABELS[1]: 0.125}})
    assert made.margins(["lonely", "sad", "lonely"]) == made.margins(["sad", "lonely", "lonely"])
    assert made.margins(["lonely", "lonely"])[0] == pytest.approx(2 / math.sqrt(3))


def test_heavy_weights_never_spill_into_the_next_label() -> None:
    made = model_of({"up": {LABELS[0]: 14_000.0}, "down": {LABELS[0]: -14_000.0}})
    many = made.margins(["up"] * 1_000)
    assert many[0] > 0
    assert set(many[1:]) == {0.0}
    assert set(made.margins(["down"] * 1_000)[1:]) == {0.0}
    assert made.margins(["up", "down"])[0] == 0.0


@given(WORDS, st.integers(0, 9), st.integers(0, 9))
def test_running_sums_weigh_a_stretch_as_its_own_ngrams_do(words: list[str], one: int, other: int) -> None:
    first, last = sorted((min(one, len(words)), min(other, len(words))))
    packaged = model()
    sums = Sums(packaged, words)
    assert packaged.unpack(sums.between(first, last)) == packaged.margins(grams(words[first:last]))


def test_other_weights_give_other_scores_and_leave_the_packaged_ones_alone() -> None:
    reply, rubric = "that sounds so lonely ash. how are you now?", wanting("hear", "ask")
    before = score(reply, HALLS, rubric)
    assert score(reply, HALLS, rubric, model_of({})) != before
    assert score(reply, HALLS, rubric) == before


def test_what_is_scored_is_weighed_with_the_features_that_were_learnt() -> None:
    weighing = weigh("that sounds so lonely ash. how are you now? 💛", HALLS)
    moves = weighing.company.moves(weighing.inputs, weighing.wanted)
    for weighed in weighing.weighed:
        alone = model().margins(weighing.reading.features(weighed.unit))
        assert weighed.margins == pytest.approx([margin + move for margin, move in zip(alone, moves, strict=True)])


def test_the_routes_that_help_now_prints_are_those_of_the_directory() -> None:
    from peercoach.coaching.services import directory
    from peercoach.training.help_routes import MODULE, module

    assert MODULE.read_text(encoding="utf-8") == module(directory()), "run python -m peercoach.training.help_routes"


def test_running_without_numpy_is_fine(own_home: Path) -> None:
    """The weights are learnt with numpy; nobody who practises needs it."""
    code = "import sys; sys.modules['numpy'] = None; from peercoach.cli.main import main; sys.exit(main(['score']))"
    line = json.dumps({"reply": "that sounds so lonely ash"}) + "\n"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, input=line, capture_output=True, encoding="utf-8", timeout=60, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert not own_home.exists()
