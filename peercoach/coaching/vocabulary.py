"""The ids everything else uses, in the order they are shown. Source: the project's skills vocabulary.

Only ids live here, so that naming a skill never imports its detector; a test holds this list, the detector files and
the folder equal.
"""

from __future__ import annotations

SKILLS: tuple[str, ...] = (
    "welcome", "notice", "hear", "reflect", "ask", "share", "include", "signpost", "boundaries", "safety",
    "route-feedback", "own-words",
)  # fmt: skip

PITFALLS: tuple[str, ...] = (
    "fixing", "minimising", "judging", "diagnosing", "template", "interrogating", "taking-over", "one-to-one",
    "promising", "pressuring", "unsafe-detail", "brush-off", "calling-out",
)  # fmt: skip
