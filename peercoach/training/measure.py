"""`python -m peercoach.training.measure`: how the scorer does on moments of the corpus that its weights never saw.

Prints the share of pairs within a moment in the right order, bands, harmful replies, expected skills and pitfalls. Like
all figures on text by the same writers it is kinder than the world: read the model card.
"""

from __future__ import annotations

import itertools
import sys
import zlib
from collections import defaultdict

from peercoach.coaching.model import Model
from peercoach.coaching.moment import Result, Rubric, SkillLine
from peercoach.coaching.score import score
from peercoach.training.build import FOLDS, cross_validated, sure, thresholds, weights_text
from peercoach.training.corpus import Reply
from peercoach.training.learn import Settings, features, fit, vocabulary
from peercoach.training.units import examples, moment_of, replies

RANK = {"harmful": 0, "needs-work": 1, "developing": 2, "strong": 3}
Pairs = list[tuple[bool, bool]]


def held_out(settings: Settings) -> list[tuple[Reply, Result]]:
    """Every reply of the corpus with its result, from weights learned without its moment."""
    found = examples()
    rows = [features(example) for example in found]
    found = sure(found, cross_validated(found, rows, settings))
    met, partly, _ = thresholds(found, cross_validated(found, rows, settings))
    every = list(replies())
    out = []
    for fold in range(FOLDS):
        train = [i for i, e in enumerate(found) if zlib.crc32(e.group.encode()) % FOLDS != fold]
        known = vocabulary([rows[i] for i in train], settings.least)
        weights, bias = fit([found[i] for i in train], [rows[i] for i in train], known, settings)
        model = Model(weights_text(known, weights, bias, met, partly, settings))
        for reply in every:
            if zlib.crc32(reply.moment.encode()) % FOLDS == fold:
                rubric = Rubric(tuple(SkillLine(skill) for skill in reply.expects))
                out.append((reply, score(reply.text, moment_of(reply), rubric, model)))
    return out


def f1(pairs: Pairs) -> tuple[float, float, float]:
    """Precision, recall and F1 of (true, told) pairs."""
    hit = sum(true and told for true, told in pairs)
    told, true = sum(t for _, t in pairs), sum(t for t, _ in pairs)
    precision, recall = hit / max(told, 1), hit / max(true, 1)
    return precision, recall, 2 * hit / max(told + true, 1)


def report(scored: list[tuple[Reply, Result]]) -> list[str]:
    """The figures, a line each."""
    moments = defaultdict(list)
    skills: Pairs = []
    pitfalls: dict[str, Pairs] = defaultdict(list)
    by_skill: dict[str, Pairs] = defaultdict(list)
    for reply, result in scored:
        moments[reply.moment].append((reply, result))
        marked = {label.id for label in reply.labels}
        for skill in reply.expects:
            by_skill[skill].append((skill in marked, result.shows(skill)))
        told = {p.id for p in result.pitfalls}
        true = {label.id for label in reply.labels if label.pitfall}
        for name in told | true:
            pitfalls[name].append((name in true, name in told))
    skills = [pair for pairs in by_skill.values() for pair in pairs]
    strong = [result for reply, result in scored if reply.band == "strong"]
    harm = [(reply.band == "harmful", result.band == "harmful") for reply, result in scored]
    lines = [
        f"{len(scored)} replies, {len(moments)} moments",
        f"order within a moment {_order(moments):.3f}",
        f"band exactly right {sum(reply.band == result.band for reply, result in scored) / len(scored):.3f}",
        "harmful precision {:.3f} recall {:.3f} F1 {:.3f}".format(*f1(harm)),
        f"strong replies with a false pitfall {sum(bool(r.pitfalls) for r in strong) / len(strong):.3f}",
        f"expected skills F1 {f1(skills)[2]:.3f}",
        f"pitfalls F1 {f1([pair for pairs in pitfalls.values() for pair in pairs])[2]:.3f}",
    ]
    lines += [f"  {name:16} P {f1(p)[0]:.3f} R {f1(p)[1]:.3f} F1 {f1(p)[2]:.3f} n {sum(t for t, _ in p)}" for name, p in by_skill.items()]
    lines += [f"  !{name:15} P {f1(p)[0]:.3f} R {f1(p)[1]:.3f} F1 {f1(p)[2]:.3f} n {sum(t for t, _ in p)}" for name, p in pitfalls.items()]
    return lines


def _order(moments: dict[str, list[tuple[Reply, Result]]]) -> float:
    right = pairs = 0.0
    for group in moments.values():
        for (a, told_a), (b, told_b) in itertools.combinations(group, 2):
            true, gap = RANK[a.band] - RANK[b.band], told_a.score - told_b.score
            if true:
                pairs += 1
                right += 1.0 if gap * true > 0 else 0.5 if gap == 0 else 0.0
    return right / max(pairs, 1.0)


def main() -> int:
    """Print the report."""
    print("\n".join(report(held_out(Settings()))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
