"""Telling what hurts in very few words: they say too little to be taken badly, unless they say it plainly."""

from __future__ import annotations

from peercoach.coaching.detector import Judge, Told
from peercoach.coaching.weighing import Weighing, by_margin

FEW = 5
"""Words of such a reply."""
PLAIN = 0.4
"""The margin from which it is told. Of replies of so few words that came under it, without a phrase that speaks for the
pitfall, one in four was labelled one that could hurt (held-out replies of the corpus); of those over it, more than half."""


def by_plain_margin(label: str) -> Judge:
    """By margin; a reply of very few words, none of which is a phrase of the pitfall's, has to be plain."""
    usual = by_margin(label)

    def judge(weighing: Weighing) -> Told:
        told = usual(weighing)
        few = len(weighing.reading.text.words) <= FEW
        spoken = weighing.has(label) or weighing.has(f"{label}:outright")
        if told.level == "missed" or not few or spoken or weighing.strength(label) >= PLAIN:
            return told
        return Told("missed", told.evidence, "too few words to be sure of it")

    return judge
