"""The 12 skills, one file each, listed in the order they are shown."""

from __future__ import annotations

from peercoach.coaching.detector import Detector
from peercoach.coaching.skills import (
    ask,
    boundaries,
    hear,
    include,
    notice,
    own_words,
    reflect,
    route_feedback,
    safety,
    share,
    signpost,
    welcome,
)

DETECTORS: tuple[Detector, ...] = (
    welcome.DETECTOR,
    notice.DETECTOR,
    hear.DETECTOR,
    reflect.DETECTOR,
    ask.DETECTOR,
    share.DETECTOR,
    include.DETECTOR,
    signpost.DETECTOR,
    boundaries.DETECTOR,
    safety.DETECTOR,
    route_feedback.DETECTOR,
    own_words.DETECTOR,
)
