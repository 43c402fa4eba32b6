"""What is kept, as a file to take away."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from peercoach.keep.progress import Store
from peercoach.keep.values import Kept, Run

EXPORT = 1
"""The version of the export's shape."""


def export_json(store: Store) -> Iterator[str]:
    """Write everything kept as JSON, a line a run, so that it never has to be held whole.

    `{"peercoach-export": 1, "keep-texts": bool, "runs": [{"scenario", "fingerprint", "started", "ended", "finished",
    "answers": [{"step", "kind", "value", "attempt", "score", "band", "marks": {id: level}, "pitfalls": [id]}]}]}`;
    times are ISO 8601 in UTC.
    """
    yield f'{{"peercoach-export": {EXPORT}, "keep-texts": {json.dumps(store.keeps_words)}, "runs": ['
    comma = ""
    for run, ended, finished, answers in store.export():
        yield f"{comma}\n{json.dumps(_run(run, ended, answers, finished=finished), ensure_ascii=False)}"
        comma = ","
    yield "\n]}\n"


def _run(run: Run, ended: datetime | None, answers: tuple[Kept, ...], *, finished: bool) -> dict[str, Any]:
    return {
        "scenario": run.scenario_id,
        "fingerprint": run.fingerprint,
        "started": run.started.isoformat(),
        "ended": ended.isoformat() if ended else None,
        "finished": finished,
        "answers": [_answer(kept) for kept in answers],
    }


def _answer(kept: Kept) -> dict[str, Any]:
    return {
        "step": kept.step_id,
        "kind": kept.kind,
        "value": kept.value,
        "attempt": kept.attempt,
        "score": kept.score,
        "band": kept.band,
        "marks": dict(kept.marks),
        "pitfalls": list(kept.pitfalls),
    }
