"""Replies that people have marked, from a file: the scorer held against them, and a point pattern tried on them.

The replies are read into memory and go no further; what is shown of them is their line, what they are called, and the words
that a pattern found.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from peercoach.cli.scenario_files import as_typed, files_named, library, playable
from peercoach.cli.scenario_tests import Tested, Tests, bad_lines
from peercoach.cli.scenario_text import wrapped
from peercoach.errors import PeercoachError

if TYPE_CHECKING:
    from peercoach.coaching.moment import PointLine
    from peercoach.scenario.format import Scenario
    from peercoach.scenario.marked import BadRow, Marked
    from peercoach.scenario.point_trial import PointTrial, Tried

_KINDS = {".jsonl": True, ".ndjson": True, ".csv": False, ".tsv": False}
"""Endings that settle whether a file is JSON Lines."""


@dataclass(frozen=True, slots=True)
class PointReport:
    """What a pattern would do if it were added to a point, on marked replies."""

    path: Path
    step_id: str
    marked: Path
    trial: PointTrial
    bad: tuple[BadRow, ...] = ()
    """Rows of `marked` that can't be used."""

    def lines(self, width: int) -> Iterator[str]:
        """What would be newly right, newly wrong and left over, reply by reply; then how many are right, before and after."""
        trial, where = self.trial, self.trial.point or "a new point"
        yield from wrapped(f"“{trial.pattern}”, if it were added to {where} of {self.step_id}", width)
        yield from bad_lines(self.bad, width)
        if trial.narrows:
            yield from wrapped(f"{where} has no `any` yet: a reply would have to match this as well as the rest.", width, 2)
        for head, group in _groups(trial):
            yield from wrapped(f"{head}: {len(group) or 'none'}.", width, 2)
            for one in group:
                yield from wrapped(_named(one), width, 4, hang=2)
        if any(one.by_band and one.wanted is not None for _, group in _groups(trial) for one in group):
            yield from wrapped(_BY_BAND, width, 2)
        yield from wrapped(_sum(trial), width)

    def as_json(self) -> dict[str, Any]:
        """The same for another program: replies by line and name, what was found as offsets, never as text."""
        trial = self.trial
        groups = ("newly_right", "newly_wrong", "left_over", "still_caught", "unsettled")
        return {
            "path": str(self.path),
            "step": self.step_id,
            "point": trial.point,
            "pattern": trial.pattern,
            "narrows": trial.narrows,
            "settled": trial.settled,
            "right_before": trial.right(after=False),
            "right_after": trial.right(after=True),
            **{name: [_reply_json(one) for one in getattr(trial, name)] for name in groups},
            "marked": str(self.marked),
            "bad": [asdict(row) for row in self.bad],
        }


_BY_BAND = "* Nobody marked the point itself here: a strong reply is taken to show it, a needs-work one to miss it."


def _groups(trial: PointTrial) -> tuple[tuple[str, tuple[Tried, ...]], ...]:
    """What there is to tell; the last two only where there is something."""
    rare = (("Still caught (shouldn't show it, and does)", trial.still_caught), ("Found, and not marked", trial.unsettled))
    return (
        ("Newly right (told as you marked them only with it)", trial.newly_right),
        ("Newly wrong (told as you marked them only without it)", trial.newly_wrong),
        ("Left over (should show it, still missed)", trial.left_over),
        *((head, group) for head, group in rare if group),
    )


def _named(one: Tried) -> str:
    name = one.name if one.name == f"line {one.line}" else f"{one.name}, line {one.line}"
    name += "*" if one.by_band and one.wanted is not None else ""
    words = [" ".join(words.split()) for words in one.words]
    return f"{name}: {', '.join(f'“{text[:40]}”' for text in words)}" if words else name


def _sum(trial: PointTrial) -> str:
    before, after, of = trial.right(after=False), trial.right(after=True), trial.settled
    if not of:
        return "None of the replies says whether it should show this: mark it under shows or misses."
    return f"Right without it: {before} of {of}. Right with it: {after} of {of}."


def _reply_json(one: Tried) -> dict[str, Any]:
    return {"name": one.name, "line": one.line, "by_band": one.by_band, "evidence": [list(span) for span in one.found]}


def hold_against(which: Sequence[str], marked: Path, step: str | None = None) -> Tests:
    """Hold the scorer against replies that were marked elsewhere, for the one scenario that `which` names.

    Raises PeercoachError when it names another number of them, or the file can't be used at all.
    """
    from peercoach.scenario.examples import run
    from peercoach.scenario.proof import prove

    paths = tuple(files_named(which)) if which else ()
    if len(paths) != 1:
        hint = f"As in: peercoach scenario test {library().ids()[0]} --marked {marked}" if library().ids() else ""
        raise PeercoachError("Marked replies are for one scenario: say which.", hint, status=2)
    scenario, faults = playable(paths[0])
    if scenario is None:
        return Tests((Tested(as_typed(paths[0]), (), faults, marked=marked),))
    found = _marked(marked, scenario, step)
    outcomes, proofs = run(scenario, found.replies), prove(scenario, found.replies)
    return Tests((Tested(as_typed(paths[0]), outcomes, faults, proofs, marked, found.bad),))


def try_point(which: str, step: str | None, pattern: str, marked: Path, point: str | None = None) -> PointReport:
    """Try a pattern as one more `any` of a point, on marked replies.

    `which` is a scenario's id or file, `step` its step (else the only one with a reply), `point` the point (else the only
    one; where there is none, a new one). Raises PeercoachError when one of them isn't there, or the pattern can't be read.
    """
    from peercoach.scenario.marked import step_place
    from peercoach.scenario.point_trial import readable, try_pattern

    readable(pattern)
    entry = library().find(which)
    place = step_place(entry.scenario, step)
    if place is None:
        raise PeercoachError(f"{entry.scenario.id} has several steps with a reply.", _say_which(entry.scenario), status=2)
    found = _marked(marked, entry.scenario, entry.scenario.steps[place].id)
    points = _points(entry.scenario, place)
    line = _point(points, point, entry.scenario.steps[place].id)
    trial = try_pattern([reply for reply in found.replies if reply.place == place], pattern, line, tuple(points))
    return PointReport(as_typed(entry.path), entry.scenario.steps[place].id, marked, trial, found.bad)


def _say_which(scenario: Scenario) -> str:
    from peercoach.scenario.examples import can_be_written
    from peercoach.scenario.faults import listed

    return f"Say which: {listed(step.id for step in scenario.steps if can_be_written(step))}."


def _points(scenario: Scenario, place: int) -> dict[str, PointLine]:
    from peercoach.coaching.moment import PointLine
    from peercoach.scenario.format import ReplyStep, SignpostStep

    step = scenario.steps[place]
    lines = step.rubric.lines if isinstance(step, ReplyStep | SignpostStep) else ()
    return {line.point: line for line in lines if isinstance(line, PointLine)}


def _point(points: dict[str, PointLine], name: str | None, step_id: str) -> PointLine | None:
    from peercoach.scenario.faults import listed, nearest

    if name is None and len(points) < 2:
        return next(iter(points.values()), None)
    if name is None:
        raise PeercoachError(
            f"{step_id} has several points.", f"Say which one it would go into, as in: --add-to {next(iter(points))}", status=2
        )
    if name not in points:
        near = nearest(name, points)
        hint = f"Did you mean {near}?" if near else f"It has {listed(points, 'and') if points else 'none yet'}."
        raise PeercoachError(f"{step_id} has no point called “{name[:40]}”.", hint, status=2)
    return points[name]


def _marked(path: Path, scenario: Scenario, step: str | None) -> Marked:
    from peercoach.scenario.marked import read_marked, step_place
    from peercoach.scenario.marked_rows import rows

    usual = step_place(scenario, step)
    try:
        found = tuple(rows(_bytes(path), json_lines=_KINDS.get(path.suffix.casefold())))
    except PeercoachError as trouble:
        raise PeercoachError(f"{path} can't be used: {trouble.message}.", trouble.hint) from None
    marked = read_marked(found, scenario, usual)
    if not marked.replies and not marked.bad:
        raise PeercoachError(f"{path} has no replies in it.", "Below the first row, each reply has a row of its own.")
    return marked


def _bytes(path: Path) -> bytes:
    """What is in the file, or as much of it as shows that it is too big."""
    from peercoach.scenario.marked_rows import MOST_BYTES

    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as trouble:
        raise PeercoachError((trouble.strerror or "no reason given").lower(), "Check the name.") from None
