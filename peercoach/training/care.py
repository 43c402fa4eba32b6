"""Learns the tone layer of `care` from invented lines: `python -m peercoach.training.care` writes `coaching/care_weights.txt`.

Lines stand in `corpus/care*.lines.txt`, a file for each writer: `now | ...` (in danger now), `soon | ...` (at risk), `care | ...`
(at risk, and not sorted by how soon) or `fine | ...`. Ordinary replies are `fine` too: those in `corpus/care.ordinary.txt`, and
those of the rest of the corpus but for posts and long stories of one's own, in which people do tell of their trouble. Two linear
layers over the same features, squared hinge loss, only sums, products and square roots in a fixed order: the same weights on
every machine. `--check` leaves out a writer at a time and prints how that writer's lines come out.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np  # noqa: TID251  # the training floor is the one place for numpy

from peercoach.coaching.care import Heard, care, listen, unquoted
from peercoach.coaching.care_context import Around
from peercoach.coaching.care_echo import Said
from peercoach.coaching.care_fold import fold
from peercoach.coaching.care_tone import cells_of, chunks, features, read_weights
from peercoach.coaching.moment import Moment
from peercoach.coaching.sheet import rows_of
from peercoach.errors import PeercoachError
from peercoach.training.units import replies

CORPUS = Path(__file__).with_name("corpus")
WEIGHTS = Path(__file__).parents[1] / "coaching" / "care_weights.txt"
_NUMBER = re.compile(r"(?!999)\d{3}")
UNIT = 64
FAINT = 10
"""Weights this near to nothing are left out: they are half of all, and change no figure."""
ANYBODYS = 8
"""Words up to which a reply may be what anybody types, also somebody whose lines are for measuring."""
SIDES = {"now": (1.5, 2.0), "soon": (1.5, -0.3), "care": (1.5, 0.0), "fine": (-1.0, -1.0)}
"""For each label, which side it is on and how much it counts: of what is heavy, and of danger now."""


@dataclass(frozen=True, slots=True)
class Row:
    """A part of a line with its label, who wrote it, and what the layers see of it."""

    text: str
    label: str
    writer: str
    features: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Layer:
    """Learnt weights and bias."""

    weights: dict[str, float]
    bias: float


def rows() -> list[Row]:
    """The labelled lines, writer by writer, and the ordinary replies."""
    found = [row for text in dict.fromkeys((*ordinary(), *chat())) for row in seen(text, "fine", "care.ordinary")]
    for path in sorted(CORPUS.glob("care*.lines.txt")):
        found += [row for label, text in lines_of(path) for row in seen(text, label, path.name.removesuffix(".lines.txt"))]
    return found


def lines_of(path: Path) -> Iterator[tuple[str, str]]:
    """The label and the text of each line of a file. Raises PeercoachError for a line that has none."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line and not line.startswith("#"):
            label, bar, text = line.partition(" | ")
            if label not in SIDES or not bar or not text.strip():
                raise PeercoachError(f"{path.name}:{number} not a line: {line[:60]!r}", f"one of {', '.join(SIDES)}, then | text")
            yield label, text.replace("\\n", "\n")


@cache
def ordinary() -> tuple[str, ...]:
    """Ordinary replies that sound a little like risk, none of them at risk: a file of their own, by which cues are chosen."""
    lines = (CORPUS / "care.ordinary.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if not line.startswith("#"))


def chat() -> Iterator[str]:
    """What people write to others in the rest of the corpus, where it is long enough not to be what anybody might say."""
    for reply in replies():
        own_story = reply.kind == "forum" or any(label.id == "taking-over" for label in reply.labels)
        if not own_story and len(reply.text.split()) >= ANYBODYS:
            yield reply.text


def seen(text: str, label: str, writer: str) -> Iterator[Row]:
    """What the layers see of a text, a row for each part that is weighed."""
    folded = fold(text)
    whole = Around(folded)
    heard = Heard()
    listen(heard, folded, whole, text, Said(Moment()))
    told = heard.weights()
    folded = fold(unquoted(text))
    for words in chunks(folded.text, own=whole.to_other):
        yield Row(text, label, writer, tuple(features(words, folded, whole, told, let_off=heard.let_off)))


def _is_learnt(name: str) -> bool:
    """Nothing is learnt of numbers, which only the directory holds, nor of commas, which say more about who wrote the lines."""
    return "," not in name and not _NUMBER.search(name)


def learn(data: Sequence[Row], layer: int, *, least: int = 2, decay: float = 1.0, rounds: int = 300) -> Layer:
    """Fit a layer (0 what is heavy, 1 danger) by gradient steps, each scaled by what its weight has moved so far."""
    counts = Counter(name for row in data for name in row.features if _is_learnt(name))
    known = {name: number for number, name in enumerate(sorted(name for name, count in counts.items() if count >= least))}
    columns = [np.array([known[name] for name in row.features if name in known], dtype=np.int64) for row in data]
    lengths = np.array([max(len(each), 1) for each in columns])
    line = np.repeat(np.arange(len(data)), [len(each) for each in columns])
    column = np.concatenate(columns)
    value = (1.0 / np.sqrt(lengths))[line]
    side = np.array([SIDES[row.label][layer] for row in data])
    sign, cost = np.sign(side), np.abs(side) / len(data)
    weights, bias = np.zeros(len(known)), 0.0
    moved, moved_bias = np.full(len(known), 1e-6), 1e-6
    for _ in range(rounds):
        margin = np.bincount(line, weights[column] * value, len(data)) + bias
        pull = -2.0 * sign * cost * np.maximum(0.0, 1.0 - sign * margin)
        step = np.bincount(column, pull[line] * value, len(known)) + decay * weights / len(data)
        moved, moved_bias = moved + step * step, moved_bias + pull.sum() ** 2
        weights, bias = weights - 0.3 * step / np.sqrt(moved), bias - 0.3 * pull.sum() / moved_bias**0.5
    return Layer({name: float(weights[number]) for name, number in known.items()}, float(bias))


def written(heavy: Layer, danger: Layer) -> str:
    """The weights as `care_tone` reads them; faint ones are left out."""
    head = (heavy.bias, BAR, danger.bias, DANGER_BAR)
    whole = {name: (round(weight * UNIT), round(danger.weights[name] * UNIT)) for name, weight in heavy.weights.items()}
    named = ((name, cells_of(*each)) for name, each in sorted(whole.items()) if max(map(abs, each)) > FAINT)
    return "\n".join([" ".join(str(round(each * UNIT)) for each in head), *rows_of(named)]) + "\n"


BAR = -0.08
"""Over this, a reply is heavy. Chosen on lines of left-out writers, with the figures of sets seven to thirteen in view."""
DANGER_BAR = 0.33
"""Over this, and heavy, it is like danger now. Chosen likewise."""


def built(data: Sequence[Row]) -> str:
    """The weights that these rows teach."""
    return written(learn(data, 0), learn(data, 1))


def check() -> Iterator[str]:
    """For each writer, how their lines come out of weights that never saw one of them."""
    data = rows()
    for path in sorted(CORPUS.glob("care-*.lines.txt")):
        writer = path.name.removesuffix(".lines.txt")
        table = read_weights(built([row for row in data if row.writer != writer]).encode())
        told = [(label, care(text, Moment(), table).level) for label, text in lines_of(path)]
        yield f"{writer:24} {len(told):5} lines  {'  '.join(_share(told, label) for label in ('now', 'soon', 'fine'))}"


def _share(told: Sequence[tuple[str, str]], label: str) -> str:
    some = [level for each, level in told if each == label] or ["none"]
    return f"{label}: asked {some.count('now') / len(some):.2f}, seen {1 - some.count('none') / len(some):.2f}"


def main() -> int:
    """Write the weights, or with `--check` print how the lines of writers who were left out come out."""
    if "--check" in sys.argv:
        for line in check():
            print(line, flush=True)
        return 0
    data = rows()
    text = built(data)
    WEIGHTS.write_text(text, encoding="utf-8")
    print(f"{len(data)} rows, {text.count(chr(10)) - 1} features, {len(text.encode()) // 1024} KiB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
