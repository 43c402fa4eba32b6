"""What is kept of a practice, and how it adds up. Times are aware datetimes in UTC."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from peercoach.coaching.moment import Band, Level
from peercoach.practice.next import Past

SPAN = 5
"""How many first tries the start and the present of a skill are told from."""


class Run(NamedTuple):
    """One practice of one scenario, under way or over. `fingerprint` tells whether the scenario has changed since."""

    id: int
    scenario_id: str
    fingerprint: str
    started: datetime


class Kept(NamedTuple):
    """One answer. `value` is empty for a reply whose run is over, unless the learner chose to keep what they write.

    `attempt` counts tries at the step from 1 (0: not a try); `score` 0-100 and `band` when it was scored; `marks` are
    (skill or point id, level); `pitfalls` their ids.
    """

    step_id: str
    kind: str
    value: str = ""
    attempt: int = 0
    score: int | None = None
    band: Band | None = None
    marks: tuple[tuple[str, Level], ...] = ()
    pitfalls: tuple[str, ...] = ()


class ScenarioProgress(NamedTuple):
    """How one scenario went. Scores are means over its scored steps, 0-100; None when nothing in it is scored.

    `first` first tries of the first run, `latest` first tries of the latest, `best` the best tries of the best.
    """

    id: str
    finished: int
    first: int | None
    best: int | None
    latest: int | None
    at: datetime
    """When it was last finished."""


class SkillProgress(NamedTuple):
    """How first tries at one skill went. `early` and `recent` are the first and the last five, oldest first."""

    id: str
    tries: int
    met: int
    partly: int
    early: tuple[Level, ...]
    recent: tuple[Level, ...]

    @property
    def share(self) -> float:
        """The share of recent first tries that showed it, from 0 to 1; partly counts half."""
        return sum({"met": 1.0, "partly": 0.5, "missed": 0.0}[level] for level in self.recent) / max(1, len(self.recent))


class Progress(NamedTuple):
    """Everything kept, added up. `replies` counts scored tries, `days` the days something was answered on."""

    finished: int = 0
    replies: int = 0
    days: int = 0
    started: datetime | None = None
    latest: datetime | None = None
    unfinished: tuple[str, ...] = ()
    """Scenario ids, newest first."""
    scenarios: tuple[ScenarioProgress, ...] = ()
    """The latest finished first."""
    skills: tuple[SkillProgress, ...] = ()
    """In the order of the skills vocabulary."""
    pitfalls: tuple[tuple[str, int], ...] = ()
    """Pitfalls that first tries fell into, and how often."""

    def past(self) -> Past:
        """Say the same as `practice.next` wants it."""
        finished = frozenset(scenario.id for scenario in self.scenarios)
        return Past(self.unfinished, finished, tuple((skill.id, skill.share) for skill in self.skills))
