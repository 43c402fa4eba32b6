"""From the corpus to the texts of `weights.txt`, `company.txt` and `whole.txt`, with thresholds that were cross-validated."""

from __future__ import annotations

import os
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection

import numpy as np  # noqa: TID251  # the training floor is the one place for numpy

from peercoach.coaching.company import Company, no_company
from peercoach.coaching.company import written as company_text
from peercoach.coaching.detectors import index
from peercoach.coaching.folding import plain
from peercoach.coaching.model import FINE, LABELS, UNIT, Model, cells
from peercoach.coaching.reading import Reading
from peercoach.coaching.rubric import HARMFUL
from peercoach.coaching.score import decided, looked_for
from peercoach.coaching.sheet import rows_of
from peercoach.coaching.vocabulary import PITFALLS, SKILLS
from peercoach.coaching.weighing import Weighing
from peercoach.coaching.whole import written
from peercoach.training.care import CORPUS, lines_of
from peercoach.training.company import crossed, truth_of, view_of
from peercoach.training.corpus import Reply
from peercoach.training.learn import Settings, counted, features, fit, vocabulary
from peercoach.training.units import OPEN, SHOWN, Example, clauses, examples, moment_of, replies, rubric_of
from peercoach.training.whole import learn, row_of, steadiest

FOLDS = 4
Fitted = tuple[dict[str, int], np.ndarray, np.ndarray]
"""The features by place, their weights, and the biases."""
Shown = tuple[float, ...]
"""For each label, the margin from which words alone show it."""
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
OFTEN = 3
"""How often a word has to stand in the corpus before a slip can be put right to it."""
DOUBTFUL = -0.3
CAREFUL = 0.95
"""The beta of a pitfall's threshold: a false alarm on a kind reply costs more than a miss."""
HURTFUL = 1.15
"""That of a pitfall that hurts: to miss it costs more, and the rest of a reply still has a say (`coaching/whole.py`)."""

EQUAL = 0.001
"""F1 within which two thresholds of a skill are as good: the higher one is taken, so that what is told was earned."""
GRID = tuple(n / 50 for n in range(-60, 31))


@dataclass(frozen=True, slots=True)
class Built:
    """The texts of the weights file, of company and of the second layer, and a summary for the person who built them."""

    text: str
    company: str
    whole: str
    summary: str

    def files(self) -> dict[str, str]:
        """What is packaged, by the name of its file."""
        return {"weights.txt": self.text, "company.txt": self.company, "whole.txt": self.whole}


def build(settings: Settings | None = None) -> Built:
    """Learn everything. Takes about nine minutes on two cores."""
    settings = settings or Settings()
    learnt = halfway(settings)
    known = vocabulary(learnt.often, settings.least)
    fitted = fit(learnt.found, learnt.rows, known, settings)
    weights, bias = averaged(known, [(known, *fitted), *learnt.folds])
    text = weights_text((known, weights, bias), learnt, settings)
    size = f"{len(learnt.found)} units, {text.count(chr(10)) - 3} features, {len(text.encode()) // 1024} KiB"
    weighed, company, figures = unseen(learnt, settings)
    whole = learn([row_of(reply, weighing) for reply, weighing, _ in weighed])
    return Built(text, company_text(company), written(whole), "\n".join((size, *figures)))


@dataclass(frozen=True, slots=True)
class Halfway:
    """What cross-validation gave: the examples and their features, weights that leave out a fold each, and thresholds.

    `often`: in how many examples each feature stands.
    """

    part: dict[str, int]
    found: Sequence[Example]
    rows: Sequence[list[str]]
    often: Mapping[str, int]
    folds: Sequence[Fitted]
    shown: Shown


def halfway(settings: Settings) -> Halfway:
    """Learn from all folds but one, for each of them."""
    found = examples()
    part = folds_of(example.writer for example in found)
    rows = [features(example) for example in found]
    found = sure(found, cross_validated(found, rows, part, settings))
    folds: list[Fitted] = []
    shown = shown_from(found, cross_validated(found, rows, part, settings, folds))
    return Halfway(part, found, rows, counted(rows), folds, shown)


def unseen(learnt: Halfway, settings: Settings) -> tuple[list[tuple[Reply, Weighing, int]], Company, list[str]]:
    """Every reply of the corpus, weighed by weights and in company that never saw its writer, and the fold it is in.

    With them the company that was learnt from all of them, and a line of figures for each label.
    """
    models = [Model(weights_text(fitted, learnt, settings).encode()) for fitted in learnt.folds]
    none = no_company()
    read = []
    for reply in replies():
        fold, moment = learnt.part[reply.writer], moment_of(reply)
        reading, looking = Reading(reply.text, moment, index()), looked_for(rubric_of(reply), moment)
        read.append((reply, reading, looking, fold, view_of(reply, Weighing(reading, models[fold], none, looking), fold)))
    parts, company, figures = crossed([view for *_, view in read], FOLDS, _cuts)
    weighed = [
        (reply, decided(Weighing(reading, models[fold], parts[fold], looking)), fold) for reply, reading, looking, fold, _ in read
    ]
    return weighed, company, figures


def folds_of(writers: Iterable[str]) -> dict[str, int]:
    """The fold of each writer, who is named once for each example: all of theirs in one, and the folds about as large.

    By writer, since people to come are writers too that nothing was learnt from, and less is sure of their words.
    """
    sizes = Counter(writers)
    filled = [0] * FOLDS
    part: dict[str, int] = {}
    for writer in sorted(sizes, key=lambda name: (-sizes[name], name)):
        part[writer] = filled.index(min(filled))
        filled[part[writer]] += sizes[writer]
    return part


def spelling_text() -> str:
    """The words of the corpus as they are folded, those that stand in it at least three times, commonest first."""
    counts: Counter[str] = Counter()
    lines = [clause.text for clause in clauses()]
    for reply in replies():
        lines += [reply.text, *(text for _, text in reply.messages)]
    for path in sorted(CORPUS.glob("care-*.lines.txt")):
        lines += [text for _, text in lines_of(path)]
    for line in dict.fromkeys(lines):
        counts.update(word for typed in WORD.findall(line.lower()) for word in plain(typed))
    words = [word for word, count in counts.items() if count >= OFTEN and word.isalpha() and word.isascii()]
    return " ".join(sorted(words, key=lambda word: (-counts[word], word))) + "\n"


def weights_text(fitted: Fitted, learnt: Halfway, settings: Settings) -> str:
    """The text of a weights file."""
    known, weights, bias = fitted
    lines = [
        "peercoach weights 5: feature and weights, as coaching/model.py reads them; written by python -m peercoach.training",
        " ".join(str(round(b * UNIT)) for b in bias),
        " ".join(str(round(t * FINE)) for t in learnt.shown),
    ]
    often = np.array([learnt.often[name] for name in known], dtype=np.float64)[:, None]
    strong = np.where(np.abs(weights * UNIT) * np.sqrt(often) >= settings.drop, weights, 0.0)
    named = ((name, row) for name, each in zip(known, strong, strict=True) if (row := cells(each)))
    return "\n".join([*lines, *rows_of(named)]) + "\n"


def averaged(known: dict[str, int], fitted: Sequence[Fitted]) -> tuple[np.ndarray, np.ndarray]:
    """The mean of several fits, in the order of `known`: steadier than any one, so that a wording more or less moves less."""
    weights = np.zeros((len(known), len(LABELS)))
    bias = np.zeros(len(LABELS))
    for names, each, offset in fitted:
        rows = np.array([known[name] for name in names], dtype=np.int64)
        weights[rows] += each
        bias += offset
    return weights / len(fitted), bias / len(fitted)


def cross_validated(
    found: Sequence[Example],
    rows: Sequence[list[str]],
    parts: dict[str, int],
    settings: Settings,
    folds: list[Fitted] | None = None,
) -> np.ndarray:
    """The margin of each example for each label, from weights that never saw its writer. `folds` takes the fits."""
    margins = np.zeros((len(found), len(LABELS)))
    part = [parts[example.writer] for example in found]

    def without(fold: int) -> Fitted:
        train = [i for i in range(len(found)) if part[i] != fold]
        mine = [rows[i] for i in train]
        known = vocabulary(counted(mine), settings.least)
        return (known, *fit([found[i] for i in train], mine, known, settings))

    for fold, (known, weights, bias) in enumerate(side_by_side(without, FOLDS)):
        if folds is not None:
            folds.append((known, weights, bias))
        for i in range(len(found)):
            if part[i] == fold:
                idx = [known[f] for f in rows[i] if f in known]
                margins[i] = (weights[idx].sum(axis=0) + bias) / np.sqrt(len(idx) + 1.0)
    return margins


def side_by_side(work: Callable[[int], Fitted], times: int) -> Iterator[Fitted]:
    """What a piece of work gives for each number below `times`, in order; as many at once as there are cores.

    Each in a copy of this program, so that gigabytes of features need not be handed over; one after the other where a system
    can't copy a running program. Raises EOFError where a copy ended early.
    """
    if "fork" not in get_all_start_methods():
        yield from map(work, range(times))
        return
    context, cores = get_context("fork"), os.cpu_count() or 1
    for start in range(0, times, cores):
        running = []
        for number in range(start, min(start + cores, times)):
            here, there = context.Pipe(duplex=False)
            copy = context.Process(target=_send, args=(there, work, number))
            copy.start()
            there.close()
            running.append((here, copy))
        for here, copy in running:
            yield here.recv()
            copy.join()


def _send(there: Connection, work: Callable[[int], Fitted], number: int) -> None:
    there.send(work(number))


def sure(found: Sequence[Example], margins: np.ndarray) -> list[Example]:
    """Parts of a marked stretch that say nothing on their own are no longer held to show it (as in multiple-instance SVMs)."""
    out = []
    for example, row in zip(found, margins, strict=True):
        part = example.unit not in example.reading.text.sentences and not example.group.startswith("clause")
        truth = tuple(
            OPEN if part and t == SHOWN and margin < DOUBTFUL else t for t, margin in zip(example.truth, row, strict=True)
        )
        out.append(replace(example, truth=truth))
    return out


def shown_from(found: Sequence[Example], margins: np.ndarray) -> Shown:
    """For each label the margin from which the words of a clause alone show it: the one that tells most whole replies rightly."""
    every = {(reply.moment, reply.text): reply for reply in replies()}
    best: dict[tuple[str, str], np.ndarray] = defaultdict(lambda: np.full(len(LABELS), -9.0))
    for example, row in zip(found, margins, strict=True):
        key = (example.group, example.reading.text.raw)
        if key in every:
            best[key] = np.maximum(best[key], row)
    judged = [
        [(row[lane], truth) for key, row in best.items() if (truth := truth_of(every[key], label)) is not None]
        for lane, label in enumerate(LABELS)
    ]
    return tuple(_cuts(label, pairs)[0] for label, pairs in zip(LABELS, judged, strict=True))


def _cuts(label: str, pairs: Sequence[tuple[float, int]]) -> tuple[float, float, float]:
    """Where partly and met begin, and the F-beta of what is shown at all."""
    beta = HURTFUL if label in HARMFUL else CAREFUL if label in PITFALLS else 1.0
    low, f1 = _best([(margin, truth > 0) for margin, truth in pairs], beta, EQUAL if label in SKILLS else 0.0)
    return low, low if label in PITFALLS else max(low, _split(pairs, low)), f1


def _best(pairs: Sequence[tuple[float, bool]], beta: float, equal: float) -> tuple[float, float]:
    """The threshold with the steadiest best F-beta, the highest of those that are as good within `equal`, and that figure."""
    true = sum(t for _, t in pairs)
    scored = []
    for cut in GRID:
        told = sum(m >= cut for m, _ in pairs)
        hit = sum(m >= cut and t for m, t in pairs)
        scored.append((1 + beta * beta) * hit / (told + beta * beta * true) if told + true else 0.0)
    place = steadiest(scored, equal)
    return GRID[place], scored[place]


def _split(pairs: Sequence[tuple[float, int]], low: float) -> float:
    """The margin where met begins among what is told: the one from which levels are least far off, also of what isn't shown."""
    met = [m for m, t in pairs if t == 2 and m >= low]
    less = [m for m, t in pairs if t < 2 and m >= low]
    cuts = [cut for cut in GRID if low <= cut <= low + 0.6]
    return cuts[steadiest([float(sum(m >= cut for m in met) + sum(m < cut for m in less)) for cut in cuts])] if cuts else low
