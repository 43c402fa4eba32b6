"""All detectors, and the index of their phrases."""

from __future__ import annotations

from functools import cache

from peercoach.coaching.detector import Detector
from peercoach.coaching.phrases import Index
from peercoach.coaching.pitfalls import DETECTORS as PITFALL_DETECTORS
from peercoach.coaching.skills import DETECTORS as SKILL_DETECTORS

__all__ = ["BY_ID", "PITFALL_DETECTORS", "SKILL_DETECTORS", "index"]

BY_ID: dict[str, Detector] = {detector.id: detector for detector in (*SKILL_DETECTORS, *PITFALL_DETECTORS)}


@cache
def index() -> Index:
    """The phrases of every detector, keyed by their opening words."""
    return Index(phrase for detector in BY_ID.values() for phrase in detector.compiled())
