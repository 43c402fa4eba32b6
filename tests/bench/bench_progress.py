"""How `peercoach progress` does with 100,000 answers against ten, and what an answer takes on disk.

Run it: `python tests/bench/bench_progress.py`. To hold: at most 2x the time, at most 250 bytes an answer.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from peercoach.keep.progress import Kept, Store

REPLY = "aw ash i scrolled up and saw yours. six hours not knowing a soul sounds shattering. how are you now?"
MARKS = (("notice", "met"), ("hear", "partly"), ("ask", "missed"), ("own-words", "met"), ("induction", "met"))
A_RUN = 10


def fill(home: Path, answers: int, *, keep: bool) -> float:
    """Keep that many answers, in runs of ten; the bytes an answer takes beside an empty file."""
    with Store.open(home, lambda: datetime.now(UTC)) as store:
        store.keep_words(keep=keep)
        store._db.execute("PRAGMA synchronous = OFF")  # noqa: SLF001  # only filling up
        empty = (home / "progress.db").stat().st_size
        for number in range(answers // A_RUN):
            run = store.start(f"scenario-{number % 40}", "0123456789abcdef")
            for step in range(A_RUN):
                store.answer(run, Kept(f"step-{step // 2}", "reply", REPLY, 1 + step % 2, 60, "developing", MARKS, ("fixing",)))
            store.finish(run)
    return ((home / "progress.db").stat().st_size - empty) / answers


def seconds(home: Path, times: int = 15) -> float:
    """The median time of the whole command."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        subprocess.run(
            [str(Path(sys.executable).with_name("peercoach")), "progress"],
            env={**os.environ, "PEERCOACH_HOME": str(home)}, check=True, stdout=subprocess.DEVNULL,
        )  # fmt: skip
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def main() -> None:
    """Fill, measure, print."""
    with tempfile.TemporaryDirectory() as folder:
        few, many, kept = (Path(folder) / name for name in ("few", "many", "kept"))
        fill(few, 10, keep=False)
        size = fill(many, 100_000, keep=False)
        with_words = fill(kept, 10_000, keep=True)
        start = time.perf_counter()
        Store.open(many, lambda: datetime.now(UTC)).close()
        opened = time.perf_counter() - start
        ten, lots = seconds(few), seconds(many)
    report = (
        f"progress: {ten * 1000:.0f} ms with 10 answers, {lots * 1000:.0f} ms with 100,000 ({lots / ten:.2f}x; at most 2x)",
        f"an answer: {size:.0f} bytes (at most 250); {with_words:.0f} where the learner keeps the words too",
        f"opening 100,000: {opened * 1000:.1f} ms",
    )
    sys.stdout.write("\n".join(report) + "\n")


if __name__ == "__main__":
    main()
