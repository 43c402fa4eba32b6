"""What is kept, as xAPI statements for a learning record store: what was practised and how it went, never what was written.

Nobody is named. The actor is an account with a random name, made up on this computer and forgotten with everything else.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid4, uuid5

from peercoach import __version__
from peercoach.keep.progress import Store
from peercoach.keep.record import Record
from peercoach.keep.values import Kept

HOME = "https://peercoach.invalid"
"""Names things, leads nowhere: `.invalid` is an address that nobody can ever own (RFC 2606)."""
VERSION = "1.0.3"
_VERBS = "http://adlnet.gov/expapi/verbs"
_TYPES = "http://adlnet.gov/expapi/activities"


def export_xapi(store: Store) -> Iterator[str]:
    """Write a JSON array of xAPI 1.0.3 statements, one a line, in the order of practices.

    `attempted` and, when it was played to its end, `completed` for a practice; `scored` for an answer with a score. Writing
    them twice gives the same ids, so a record store keeps each once.
    """
    name = _name(store)
    lead = "["
    for record in store.records():
        for statement in _statements(record, name):
            yield f"{lead}\n{json.dumps(statement, ensure_ascii=False)}"
            lead = ","
    yield "\n]\n" if lead == "," else "[]\n"


def _name(store: Store) -> str:
    """The random name, made up the first time."""
    name = store.setting("xapi_name")
    if not name:
        name = str(uuid4())
        store.settle("xapi_name", name)
    return name


def _statements(record: Record, name: str) -> Iterator[dict[str, Any]]:
    yield _statement(record, name, "attempted", record.run.started)
    for number, (kept, at) in enumerate(zip(record.answers, record.times, strict=True), 1):
        if kept.score is not None:
            yield _scored(record, name, (number, kept, at))
    if record.finished and record.ended:
        yield _statement(record, name, "completed", record.ended) | {"result": {"completion": True}}


def _scored(record: Record, name: str, answer: tuple[int, Kept, datetime]) -> dict[str, Any]:
    number, kept, at = answer
    score = kept.score or 0
    extensions = {
        f"{HOME}/xapi/attempt": kept.attempt,
        f"{HOME}/xapi/band": kept.band,
        f"{HOME}/xapi/marks": dict(kept.marks),
        f"{HOME}/xapi/pitfalls": list(kept.pitfalls),
    }
    scenario = _activity(record.run.scenario_id)
    whole = _statement(record, name, "scored", at, number)
    whole["object"] = _activity(record.run.scenario_id, kept.step_id)
    whole["result"] = {"score": {"scaled": score / 100, "raw": score, "min": 0, "max": 100}, "extensions": extensions}
    whole["context"] = {**whole["context"], "contextActivities": {"parent": [scenario]}}
    return whole


def _statement(record: Record, name: str, verb: str, at: datetime, number: int = 0) -> dict[str, Any]:
    """What every statement has; about the scenario as a whole."""
    run = record.run
    return {
        "id": str(uuid5(NAMESPACE_URL, f"{HOME}/{name}/{run.id}/{run.started.isoformat()}/{verb}/{number}")),
        "version": VERSION,
        "actor": {"objectType": "Agent", "account": {"homePage": HOME, "name": name}},
        "verb": {"id": f"{_VERBS}/{verb}", "display": {"en-GB": verb}},
        "object": _activity(run.scenario_id),
        "context": {"platform": f"peercoach {__version__}", "language": "en-GB"},
        "timestamp": at.isoformat(),
    }


def _activity(scenario: str, step: str = "") -> dict[str, Any]:
    """A scenario, or one step of it."""
    place = f"{HOME}/scenarios/{quote(scenario)}" + (f"/steps/{quote(step, safe='')}" if step else "")
    kind = "question" if step else "simulation"
    return {
        "objectType": "Activity",
        "id": place,
        "definition": {"name": {"en-GB": step or scenario}, "type": f"{_TYPES}/{kind}"},
    }
