"""Sound like you: sounds like this person talking to that person."""

from __future__ import annotations

from peercoach.coaching.detector import MISSED, Detector, Told
from peercoach.coaching.weighing import Weighing


def judge(weighing: Weighing) -> Told:
    """By margin; what could be pasted anywhere is nobody's own words."""
    told = weighing.levelled("own-words")
    pasted = len(weighing.above("template", 0.0)) * 2 > len(weighing.weighed)
    return MISSED if pasted and told.level != "missed" else told


DETECTOR = Detector(
    id="own-words",
    kind="skill",
    title="Sound like you",
    summary="Sounds like this person talking to that person.",
    why="People can tell a pasted reply in a second. Any spelling, any dialect, any emoji: yours is better than polished.",
    judge=judge,
    off=(
        "thank you for reaching|contacting",
        "your feelings are valid",
        "please know|be_advised|note",
        "we understand|value|appreciate",
    ),
)
