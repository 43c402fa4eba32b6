"""Moments, rubrics and a counter of work, for the tests of the scorer."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

from peercoach.coaching.model import LABELS, Model, cells
from peercoach.coaching.moment import Message, Moment, Result, Rubric, SkillLine
from peercoach.coaching.score import score
from peercoach.coaching.sheet import rows_of


def said(*texts: str, to: str = "ash", age: int | None = None, need: tuple[str, ...] = ()) -> Moment:
    """A moment in which `to` said this; `name: text` is somebody else."""
    messages = []
    for text in texts:
        who, colon, rest = text.partition(": ")
        messages.append(Message(who, rest) if colon and who.isalpha() else Message(to, text))
    return Moment(tuple(messages), (to,), need, age)


def wanting(*skills: str, watch: tuple[str, ...] = (), allow: tuple[str, ...] = ()) -> Rubric:
    """A rubric that looks for these skills, each as much as the others."""
    return Rubric(tuple(SkillLine(skill) for skill in skills), watch, allow)


def scored(reply: str, moment: Moment | None = None, *skills: str) -> Result:
    """A reply's result where these skills are looked for."""
    return score(reply, moment or Moment(), wanting(*skills))


def quotes(reply: str, spans: tuple[tuple[int, int], ...]) -> list[str]:
    """The words at these spans."""
    return [reply[start:end] for start, end in spans]


def model_of(weights: dict[str, dict[str, float]]) -> Model:
    """A model of these weights by feature and label, with no bias, whose thresholds are 0."""
    named = ((name, cells([row.get(label, 0.0) for label in LABELS])) for name, row in sorted(weights.items()))
    zeros = " ".join(["0"] * len(LABELS))
    return Model(("\n".join(["made for a test", zeros, zeros, *rows_of(named)]) + "\n").encode())


def steps(work: Callable[[], object]) -> int:
    """How many lines of Python a piece of work runs through, each turn of a loop counted. The same on every machine."""
    count = 0

    def tick(frame: FrameType, event: str, arg: Any) -> Any:
        nonlocal count
        del frame, arg
        count += event == "line"
        return tick

    before = sys.gettrace()
    sys.settrace(tick)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def growth(work: Callable[[str], object], piece: str, size: int = 3_000) -> float:
    """How much more a second doubling of a text costs than the first: 2 where work is linear, 4 where it is quadratic."""
    texts = [piece * (size * times // len(piece)) for times in (1, 2, 4)]
    work(texts[-1])  # what is made once is made now
    small, middle, large = (steps(lambda text=text: work(text)) for text in texts)
    return (large - middle) / max(middle - small, 1)
