"""What is kept, as a file to take away: everything, as JSON, which can be brought back in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from peercoach.keep.progress import Store
from peercoach.keep.record import Record

EXPORT = 1
"""The version of the export's shape. Keys are only ever added; a change of meaning gets a new number."""


def export_json(store: Store) -> Iterator[str]:
    """Write everything kept as JSON, a line a run, so that it never has to be held whole.

    `{"peercoach-export": 1, "keep-texts": bool, "ease-off": bool, "runs": [{"scenario", "fingerprint", "started", "ended",
    "finished", "answers": [{"step", "kind", "value", "attempt", "score", "band", "marks": {id: level}, "pitfalls": [id],
    "at"}]}]}`; times are ISO 8601 in UTC.
    """
    settled = {"keep-texts": store.keeps_words, "ease-off": store.eases_off}
    yield f'{{"peercoach-export": {EXPORT}, {json.dumps(settled)[1:-1]}, "runs": ['
    comma = ""
    for record in store.records():
        yield f"{comma}\n{json.dumps(_run(record), ensure_ascii=False)}"
        comma = ","
    yield "\n]}\n"


def _run(record: Record) -> dict[str, Any]:
    return {
        "scenario": record.run.scenario_id,
        "fingerprint": record.run.fingerprint,
        "started": record.run.started.isoformat(),
        "ended": record.ended.isoformat() if record.ended else None,
        "finished": record.finished,
        "answers": [
            {
                "step": kept.step_id,
                "kind": kept.kind,
                "value": kept.value.replace("\0", "\ufffd"),  # the one sign that bringing it back refuses
                "attempt": kept.attempt,
                "score": kept.score,
                "band": kept.band,
                "marks": dict(kept.marks),
                "pitfalls": list(kept.pitfalls),
                "at": at.isoformat(),
            }
            for kept, at in zip(record.answers, record.times, strict=True)
        ],
    }
