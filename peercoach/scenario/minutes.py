"""How long a scenario takes, when its file doesn't say."""

from __future__ import annotations

from math import ceil

from peercoach.scenario.format import ChatStep, Scenario, Step

_WORDS_A_MINUTE = 150
_SECONDS = {
    "SpotStep": 20,
    "ChooseStep": 45,
    "ReplyStep": 120,
    "SignpostStep": 75,
    "ReflectStep": 30,
    "LaterStep": 5,
    "NoteStep": 15,
}


def estimate(scenario: Scenario) -> int:
    """Whole minutes, 1 to 60: reading at a calm pace, a first try at each reply and one more go at some."""
    return max(1, min(60, ceil(sum(map(seconds, scenario.steps)) / 60)))


def seconds(step: Step) -> float:
    """How long one step takes, in seconds."""
    if isinstance(step, ChatStep):
        return sum(len(line.text.split()) + 2 for line in step.chat) * 60 / _WORDS_A_MINUTE
    return _SECONDS[type(step).__name__]
