"""How long a reply takes to score with everything on, beside vaderSentiment on the same, and how that grows. Run by hand.

Both in one process, in turn, the best of several: python tests/bench/bench_score.py. The aims are at most four times as long
a reply, and twice as long for twice as much. Without vaderSentiment (`pip install vaderSentiment`) only peercoach is timed.
"""

from __future__ import annotations

import importlib.util
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from peercoach.coaching.jsonline import request
from peercoach.coaching.moment import Moment, Rubric, SkillLine
from peercoach.coaching.score import score
from peercoach.coaching.vocabulary import SKILLS

LINES = Path(__file__).parents[1] / "fairness" / "rewrites.jsonl"
ROUNDS = 7
SIZES = (100, 1_000, 10_000, 25_000, 50_000, 100_000)
PIECES = {
    "kind": "that sounds so lonely ash, no wonder you're worn out. how are you feeling now? ",
    "advice": "you should just tell your mum ",
    "secrets": "i wont tell anyone. ",
    "services": "samaritans 116 123, childline 0800 1111. ",
    "own risk": "i want to end it tonight. ",
    "one word": "a",
    "emoji": "😢 ",
    "quotes": "'you should' ",
}


def main() -> None:
    """Print milliseconds a reply and the ratio, then milliseconds for growing replies of several kinds."""
    rows = [request(json.loads(line)) for line in LINES.read_text(encoding="utf-8").splitlines()]
    everything = Rubric(tuple(SkillLine(skill) for skill in SKILLS))
    moments = [(reply, moment) for reply, moment, _ in rows]
    vader = _vader()
    ours = theirs = float("inf")
    for _ in range(ROUNDS):
        ours = min(ours, _each(moments, lambda reply, moment: score(reply, moment, everything)))
        if vader:
            theirs = min(theirs, _each(moments, lambda reply, _: vader(reply)))
    beside = f", vaderSentiment {theirs:.3f} ms: {ours / theirs:.2f} times as long" if vader else ""
    sys.stdout.write(f"{len(rows)} replies: peercoach {ours:.3f} ms a reply{beside}\n\n")
    _growing(vader)


def _vader() -> Callable[[str], Any] | None:
    if importlib.util.find_spec("vaderSentiment") is None:
        return None
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    return SentimentIntensityAnalyzer().polarity_scores


def _each(moments: list[tuple[str, Moment]], work: Callable[[str, Moment], object]) -> float:
    """Milliseconds a reply."""
    start = time.perf_counter()
    for reply, moment in moments:
        work(reply, moment)
    return (time.perf_counter() - start) / len(moments) * 1_000


def _growing(vader: Callable[[str], Any] | None) -> None:
    head = "".join(f"{size:>10,}" for size in SIZES)
    sys.stdout.write(f"{'ms for characters':<18}{head}   last doubling\n")
    for name, piece in PIECES.items():
        _row(name, piece, lambda reply: score(reply, Moment(), Rubric()))
    if vader:
        _row("vaderSentiment", PIECES["kind"], vader)


def _row(name: str, piece: str, work: Callable[[str], object]) -> None:
    times = []
    for size in SIZES:
        reply = (piece * (size // len(piece) + 1))[:size]
        rounds = 3 if size <= 10_000 else 1
        times.append(min(_each([(reply, Moment())], lambda reply, _: work(reply)) for _ in range(rounds)))
    sys.stdout.write(f"{name:<18}" + "".join(f"{each:>10.1f}" for each in times) + f"{times[-1] / times[-2]:>12.1f} x\n")


if __name__ == "__main__":
    main()
