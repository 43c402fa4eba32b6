"""The 13 pitfalls, one file each, listed in the order they are shown."""

from __future__ import annotations

from peercoach.coaching.detector import Detector
from peercoach.coaching.pitfalls import (
    brush_off,
    calling_out,
    diagnosing,
    fixing,
    interrogating,
    judging,
    minimising,
    one_to_one,
    pressuring,
    promising,
    taking_over,
    template,
    unsafe_detail,
)

DETECTORS: tuple[Detector, ...] = (
    fixing.DETECTOR,
    minimising.DETECTOR,
    judging.DETECTOR,
    diagnosing.DETECTOR,
    template.DETECTOR,
    interrogating.DETECTOR,
    taking_over.DETECTOR,
    one_to_one.DETECTOR,
    promising.DETECTOR,
    pressuring.DETECTOR,
    unsafe_detail.DETECTOR,
    brush_off.DETECTOR,
    calling_out.DETECTOR,
)
