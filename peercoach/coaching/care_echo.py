"""Whether words of risk are only the scenario's own, handed back: a reply often repeats what somebody in the chat has said."""

from __future__ import annotations

import re
from functools import cached_property

from peercoach.coaching.care_context import Around
from peercoach.coaching.care_fold import Folded, fold
from peercoach.coaching.moment import Moment

RUN = 5
"""Words in a row that must be the same: fewer are anybody's."""
_ROUND = 24
"""Folded characters on each side of a phrase that may belong to the run."""
_LATEST = 40
"""Messages that are looked at, the latest ones."""


class Said:
    """What the others have said in the chat, folded when it is first asked for."""

    def __init__(self, moment: Moment) -> None:
        self._moment = moment

    @cached_property
    def _runs(self) -> frozenset[tuple[str, ...]]:
        """Every run of words that somebody else has said."""
        said = (fold(message.text).text.split() for message in self._moment.messages[-_LATEST:] if message.who != "you")
        return frozenset(run for words in said for run in _runs_of(words))

    def left(self, weight: int, found: re.Match[str], folded: Folded, whole: Around) -> int:
        """The weight left of a phrase: none when it is handed back to somebody, a quiet line when it only stands there."""
        if not weight or not self._runs or not self._echoed(found, folded.text):
            return weight
        return 0 if whole.to_other or folded.asks else min(weight, 2)

    def own(self, folded: Folded, whole: Around) -> Folded:
        """What is left of a reply without the words that it hands back to somebody. Linear in the reply."""
        if not self._runs or not (whole.to_other or folded.asks):
            return folded
        words = folded.text.split()
        handed = {place + step for place, run in enumerate(_runs_of(words)) if run in self._runs for step in range(RUN)}
        left = [word for place, word in enumerate(words) if place not in handed]
        return folded._replace(text=f" {' '.join(left)} ", words=frozenset(left)) if handed else folded

    def _echoed(self, found: re.Match[str], text: str) -> bool:
        start = text.rfind(" ", 0, max(found.start(1) - _ROUND, 1)) + 1
        words = text[start : found.end(1) + _ROUND].split()
        inside = set(found[1].split())
        return any(len(inside.intersection(run)) > 2 and run in self._runs for run in _runs_of(words))


def _runs_of(words: list[str]) -> list[tuple[str, ...]]:
    return [tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)]
