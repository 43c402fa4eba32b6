"""`python -m peercoach.training.measure`: how the scorer does on moments of the corpus that its weights never saw.

Prints the share of pairs within a moment in the right order, bands, harmful replies, expected skills and pitfalls. Like
all figures on text by the same writers it is kinder than the world: read the model card.
"""

from __future__ import annotations

import itertools
import sys
import zlib
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import peercoach.coaching
from peercoach.coaching.moment import Result
from peercoach.coaching.score import result_of
from peercoach.coaching.vocabulary import PITFALLS, SKILLS
from peercoach.training.build import FOLDS, halfway, unseen
from peercoach.training.corpus import Reply
from peercoach.training.learn import Settings
from peercoach.training.units import rubric_of
from peercoach.training.whole import RANK, learn, row_of

Pairs = list[tuple[bool, bool]]
Moments = dict[str, list[tuple[Reply, Result]]]
DRAWS = 400
CARD = Path(peercoach.coaching.__file__).with_name("MODEL_CARD.md")
OPEN_MARK, CLOSE_MARK = "<!-- figures: python -m peercoach.training.measure --write -->", "<!-- end of figures -->"


def held_out(settings: Settings) -> list[tuple[Reply, Result]]:
    """Every reply of the corpus with its result, from weights and a second layer learned without its moment."""
    every, _, _ = unseen(halfway(settings), settings)
    rows = [(row_of(reply, weighing), fold) for reply, weighing, fold in every]
    layers = [learn([each for each, part in rows if part != fold]) for fold in range(FOLDS)]
    return [(reply, result_of(reply.text, weighing, rubric_of(reply), layers[fold])) for reply, weighing, fold in every]


def f1(pairs: Pairs) -> tuple[float, float, float]:
    """Precision, recall and F1 of (true, told) pairs."""
    hit = sum(true and told for true, told in pairs)
    told, true = sum(t for _, t in pairs), sum(t for t, _ in pairs)
    precision, recall = hit / max(told, 1), hit / max(true, 1)
    return precision, recall, 2 * hit / max(told + true, 1)


def report(scored: list[tuple[Reply, Result]]) -> list[str]:
    """The figures as rows of a table; the main ones with a 95% interval from resampling moments."""
    by_moment = _moments(scored)
    resampled = [_main(_drawn(by_moment, draw)) for draw in range(DRAWS)]
    rows = [
        f"{len(scored)} replies in {len(by_moment)} moments, none seen while learning.",
        "",
        "| what | figure | 95% interval |",
        "|---|---|---|",
    ]
    for name, value in _main(scored).items():
        values = sorted(each[name] for each in resampled)
        rows.append(f"| {name} | {value:.2f} | {values[DRAWS // 40]:.2f} to {values[-DRAWS // 40]:.2f} |")
    rows += ["", "| skill or pitfall | precision | recall | F1 | times |", "|---|---|---|---|---|"]
    for name, pairs in (*_skills(scored).items(), *_pitfalls(scored).items()):
        rows.append("| {} | {:.2f} | {:.2f} | {:.2f} | {} |".format(name, *f1(pairs), sum(true for true, _ in pairs)))
    return rows


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


def _main(scored: list[tuple[Reply, Result]]) -> dict[str, float]:
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
    """Print the report; with `--write`, put it into the model card too."""
    rows = report(held_out(Settings()))
    print("\n".join(rows))
    if "--write" in sys.argv:
        text = CARD.read_text(encoding="utf-8")
        before, _, rest = text.partition(OPEN_MARK)
        _, _, after = rest.partition(CLOSE_MARK)
        CARD.write_text(f"{before}{OPEN_MARK}\n{chr(10).join(rows)}\n{CLOSE_MARK}{after}", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
