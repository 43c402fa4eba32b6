"""`python -m peercoach.training.measure`: how the scorer does on replies by writers that its weights never saw.

Prints the share of pairs within a moment in the right order, bands, harmful replies, expected skills and pitfalls: first on
the exams (`tests/exam`, by writers of their own, which nothing is learnt from), then on the corpus, each writer by weights that
were learnt without them. Read the model card.
"""

from __future__ import annotations

import itertools
import sys
import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import peercoach.coaching
from peercoach.coaching.moment import Result
from peercoach.coaching.score import result_of, score
from peercoach.coaching.vocabulary import PITFALLS, SKILLS
from peercoach.training.build import FOLDS, halfway, unseen
from peercoach.training.corpus import Reply, read_replies
from peercoach.training.learn import Settings
from peercoach.training.units import moment_of, rubric_of
from peercoach.training.whole import RANK, learn, row_of

Pairs = list[tuple[bool, bool]]
Moments = dict[str, list[tuple[Reply, Result]]]
DRAWS = 400
EXAMS = Path(__file__).parents[2] / "tests" / "exam"
NAMES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
"""What exams are called, in their order."""
CARD = Path(peercoach.coaching.__file__).with_name("MODEL_CARD.md")
EXAM_MARK, EXAM_END = "<!-- exams: python -m peercoach.training.measure --write -->", "<!-- end of exams -->"
OPEN_MARK, CLOSE_MARK = "<!-- figures: python -m peercoach.training.measure --write -->", "<!-- end of figures -->"


def held_out(settings: Settings) -> list[tuple[Reply, Result]]:
    """Every reply of the corpus with its result, from weights and a second layer learned without its writer."""
    every, _, _ = unseen(halfway(settings), settings)
    rows = [(row_of(reply, weighing), fold) for reply, weighing, fold in every]
    layers = [learn([each for each, part in rows if part != fold]) for fold in range(FOLDS)]
    return [(reply, result_of(reply.text, weighing, rubric_of(reply), layers[fold])) for reply, weighing, fold in every]


def exams() -> list[str]:
    """The names of the exams, in their order."""
    return sorted((path.name.partition(".")[0] for path in EXAMS.glob("*.replies.txt")), key=NAMES.index)


def examined(name: str) -> list[tuple[Reply, Result]]:
    """Every reply of an exam with its result, by the packaged weights."""
    every = read_replies(EXAMS / f"{name}.replies.txt")
    return [(reply, score(reply.text, moment_of(reply), rubric_of(reply))) for reply in every]


def exam_report(names: Sequence[str]) -> list[str]:
    """The main figures of the exams as rows of a table, and those of all of them with a 95% interval."""
    told = [examined(name) for name in names]
    every = [pair for each in told for pair in each]
    columns = [main_figures(each) for each in told]
    rows = [
        f"{len(every)} replies in {len(_moments(every))} moments.",
        "",
        f"| what | {' | '.join(names)} | all | 95% interval |",
        f"|---|{'---|' * len(names)}---|---|",
    ]
    return rows + [
        f"| {name} | {' | '.join(f'{each[name]:.2f}' for each in columns)} | {value:.2f} | {low:.2f} to {high:.2f} |"
        for name, value, low, high in _intervals(every)
    ]


def f1(pairs: Pairs) -> tuple[float, float, float]:
    """Precision, recall and F1 of (true, told) pairs."""
    hit = sum(true and told for true, told in pairs)
    told, true = sum(t for _, t in pairs), sum(t for t, _ in pairs)
    precision, recall = hit / max(told, 1), hit / max(true, 1)
    return precision, recall, 2 * hit / max(told + true, 1)


def report(scored: list[tuple[Reply, Result]]) -> list[str]:
    """The figures as rows of a table; the main ones with a 95% interval from resampling moments."""
    rows = [
        f"{len(scored)} replies in {len(_moments(scored))} moments, no writer of them seen while learning.",
        "",
        "| what | figure | 95% interval |",
        "|---|---|---|",
    ]
    rows += [f"| {name} | {value:.2f} | {low:.2f} to {high:.2f} |" for name, value, low, high in _intervals(scored)]
    rows += ["", "| skill or pitfall | precision | recall | F1 | times |", "|---|---|---|---|---|"]
    for name, pairs in (*_skills(scored).items(), *_pitfalls(scored).items()):
        rows.append("| {} | {:.2f} | {:.2f} | {:.2f} | {} |".format(name, *f1(pairs), sum(true for true, _ in pairs)))
    return rows


def _intervals(scored: list[tuple[Reply, Result]]) -> Iterator[tuple[str, float, float, float]]:
    """Each main figure, with where it lies in 95 of 100 draws of moments."""
    by_moment = _moments(scored)
    resampled = [main_figures(_drawn(by_moment, draw)) for draw in range(DRAWS)]
    for name, value in main_figures(scored).items():
        values = sorted(each[name] for each in resampled)
        yield name, value, values[DRAWS // 40], values[-DRAWS // 40]


def _drawn(by_moment: Moments, draw: int) -> list[tuple[Reply, Result]]:
    """Moments drawn with replacement, the same for the same `draw`. A moment drawn twice counts as two."""
    names = sorted(by_moment)
    out = []
    for place in range(len(names)):
        name = names[zlib.crc32(f"{draw} {place}".encode()) % len(names)]
        out += [(replace(reply, moment=f"{name} {place}"), result) for reply, result in by_moment[name]]
    return out


def _moments(scored: list[tuple[Reply, Result]]) -> Moments:
    moments: Moments = defaultdict(list)
    for reply, result in scored:
        moments[reply.moment].append((reply, result))
    return moments


def main_figures(scored: list[tuple[Reply, Result]]) -> dict[str, float]:
    """What counts most, each between 0 and 1, by name."""
    harm = f1([(reply.band == "harmful", result.band == "harmful") for reply, result in scored])
    strong = [result for reply, result in scored if reply.band == "strong"]
    return {
        "two replies to one moment put in the right order": _order(_moments(scored)),
        "band exactly right": sum(reply.band == result.band for reply, result in scored) / len(scored),
        "harmful replies: precision": harm[0],
        "harmful replies: recall": harm[1],
        "strong replies with a false pitfall": sum(bool(r.pitfalls) for r in strong) / max(len(strong), 1),
        "expected skills: F1": f1([pair for pairs in _skills(scored).values() for pair in pairs])[2],
        "pitfalls: F1": f1([pair for pairs in _pitfalls(scored).values() for pair in pairs])[2],
    }


def _skills(scored: list[tuple[Reply, Result]]) -> dict[str, Pairs]:
    found: dict[str, Pairs] = {skill: [] for skill in SKILLS}
    for reply, result in scored:
        marked = {label.id for label in reply.labels}
        for skill in reply.expects:
            found[skill].append((skill in marked, result.shows(skill)))
    return found


def _pitfalls(scored: list[tuple[Reply, Result]]) -> dict[str, Pairs]:
    found: dict[str, Pairs] = {pitfall: [] for pitfall in PITFALLS}
    for reply, result in scored:
        true = {label.id for label in reply.labels if label.pitfall}
        for name in true | {pitfall.id for pitfall in result.pitfalls}:
            found[name].append((name in true, result.falls_into(name)))
    return found


def _order(moments: Moments) -> float:
    right = pairs = 0.0
    for group in moments.values():
        for (a, told_a), (b, told_b) in itertools.combinations(group, 2):
            true, gap = RANK[a.band] - RANK[b.band], told_a.score - told_b.score
            if true:
                pairs += 1
                right += 1.0 if gap * true > 0 else 0.5 if gap == 0 else 0.0
    return right / max(pairs, 1.0)


def main() -> int:
    """Print the reports; with `--write`, put them into the model card too."""
    told = exam_report(exams())
    rows = report(held_out(Settings()))
    print("\n".join((*told, "", *rows)))
    if "--write" in sys.argv:
        text = _between(CARD.read_text(encoding="utf-8"), EXAM_MARK, EXAM_END, told)
        CARD.write_text(_between(text, OPEN_MARK, CLOSE_MARK, rows), encoding="utf-8")
    return 0


def _between(text: str, start: str, end: str, rows: Sequence[str]) -> str:
    """The text with these rows between two marks."""
    before, _, rest = text.partition(start)
    _, _, after = rest.partition(end)
    return f"{before}{start}\n{chr(10).join(rows)}\n{end}{after}"


if __name__ == "__main__":
    sys.exit(main())
