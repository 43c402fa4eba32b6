"""The scoring contract: one JSON object in, one out. Values only; reading and writing lines is the command's work."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from typing import Any

from peercoach.coaching.moment import Message, Moment, Result, Rubric, SkillLine
from peercoach.coaching.vocabulary import SKILLS
from peercoach.errors import PeercoachError

OLDEST = 120


def request(row: Any) -> tuple[str, Moment, Rubric]:
    """The reply, moment and rubric of one object. Raises PeercoachError saying which key is off, never what was typed."""
    if not isinstance(row, dict):
        raise PeercoachError('a line has to be a JSON object, like {"reply": "..."}')
    reply = row.get("reply")
    if not isinstance(reply, str):
        raise PeercoachError("`reply` is missing or is not text")
    moment = Moment(_messages(row.get("context")), _texts(row, "to"), _texts(row, "need"), _age(row.get("age")))
    return reply, moment, Rubric(tuple(SkillLine(skill) for skill in _expects(row)))


def _messages(context: Any) -> tuple[Message, ...]:
    if context is None:
        return ()
    if not isinstance(context, list):
        raise PeercoachError('`context` has to be a list of {"from": ..., "text": ...}')
    found = []
    for entry in context:
        if not isinstance(entry, dict) or not isinstance(entry.get("from"), str) or not isinstance(entry.get("text"), str):
            raise PeercoachError("each entry of `context` needs `from` and `text`, both text")
        found.append(Message(entry["from"], entry["text"]))
    return tuple(found)


def _texts(row: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = row.get(key)
    if value is None:
        return ()
    values = [value] if isinstance(value, str) else value
    if not isinstance(values, list) or not all(isinstance(each, str) for each in values):
        raise PeercoachError(f"`{key}` has to be text or a list of texts")
    return tuple(values)


def _age(value: Any) -> int | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or not 0 < value <= OLDEST:
        raise PeercoachError("`age` has to be a whole number of years")
    return int(value)


def _expects(row: Mapping[str, Any]) -> tuple[str, ...]:
    skills = tuple(dict.fromkeys(_texts(row, "expects")))
    for skill in skills:
        if skill not in SKILLS:
            near = difflib.get_close_matches(skill, SKILLS, n=1)
            raise PeercoachError(
                f"`expects` holds {skill!r}, which is not a skill" + (f"; did you mean {near[0]!r}?" if near else "")
            )
    return skills


def response(name: Any, result: Result) -> dict[str, Any]:
    """The object for one result. Offsets count code points, half-open."""
    return {
        "id": name,
        "score": result.score,
        "band": result.band,
        "skills": {mark.id: {"level": mark.level, "evidence": [list(span) for span in mark.evidence]} for mark in result.skills},
        "pitfalls": {pitfall.id: {"evidence": [list(span) for span in pitfall.evidence]} for pitfall in result.pitfalls},
        "care": {"level": result.care.level, "evidence": [list(span) for span in result.care.evidence]},
        "next": {"about": result.next.about, "say": result.next.say},
    }
