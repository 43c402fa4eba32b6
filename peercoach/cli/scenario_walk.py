"""`scenario walk`: random plays, to find steps nobody reaches and plays that never end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

if TYPE_CHECKING:
    from peercoach.practice.values import Candidates
    from peercoach.practice.walk import Length, Walk
    from peercoach.scenario.faults import Fault
    from peercoach.scenario.format import Scenario


def walk_command(
    which: Annotated[list[str] | None, typer.Argument(metavar="[PATH|ID]...", help="Files, folders or ids; else all.")] = None,
    form: Annotated[Literal["text", "json"], typer.Option("--format", help="Lines to read, or JSON.")] = "text",
    *,
    plays: Annotated[int, typer.Option("--random", min=1, max=100_000, help="How many plays of each.")] = 500,
    seed: Annotated[int, typer.Option("--seed", help="The same seed, the same plays.")] = 1,
) -> None:
    """Play scenarios at random and say what is never reached. Exit status 1 when a step isn't, or a play doesn't end."""
    from peercoach.cli.printing import print_report

    report = walked(which or [], plays, seed)
    print_report(report, form)
    if not report.fine:
        raise typer.Exit(1)


@dataclass(frozen=True, slots=True)
class Walked:
    """One file's plays; or the errors because of which it can't be played."""

    path: Path
    walk: Walk | None
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Walks:
    """Files that were played at random."""

    files: tuple[Walked, ...]
    seed: int

    @property
    def fine(self) -> bool:
        """Whether every step of every file was reached, and every play ended."""
        return all(file.walk and file.walk.fine for file in self.files)

    def lines(self, width: int) -> Iterator[str]:
        """For each file how long plays are and what was never reached; then the sum."""
        from peercoach.cli.scenario_text import count, fault_lines, wrapped

        for file in self.files:
            yield file.path.stem
            for fault in file.faults:
                yield from fault_lines(file.path, fault, width)
            for told in _told(file.walk) if file.walk else ():
                yield from wrapped(told, width, 2, hang=2)
        fine = sum(bool(file.walk and file.walk.fine) for file in self.files)
        rest = f"{fine} with every step reached and every play ended"
        said = "every step is reached, every play ends" if self.fine else rest
        yield from wrapped(f"{count(len(self.files), 'scenario')} walked: {said}.", width)

    def as_json(self) -> dict[str, Any]:
        """The same for another program."""
        return {
            "fine": self.fine,
            "seed": self.seed,
            "scenarios": [
                {
                    "path": str(file.path),
                    "fine": bool(file.walk and file.walk.fine),
                    "walk": asdict(file.walk) if file.walk else None,
                    "faults": [asdict(fault) for fault in file.faults],
                }
                for file in self.files
            ],
        }


def walked(which: Sequence[str], plays: int, seed: int) -> Walks:
    """Play files, folders or ids at random; the whole library without any. What one file gives doesn't hang on the others."""
    from peercoach.cli.scenario_files import files_named

    return Walks(tuple(_walked(path, plays, seed) for path in files_named(which)), seed)


def _walked(path: Path, plays: int, seed: int) -> Walked:
    import random

    from peercoach.cli.scenario_files import as_typed, playable
    from peercoach.practice.walk import walk

    scenario, faults = playable(path)
    if scenario is None:
        return Walked(as_typed(path), None, faults)
    roll = random.Random(f"{seed} {scenario.id}").randrange  # noqa: S311  # plays, not secrets
    return Walked(as_typed(path), walk(scenario, _candidates(scenario), roll, plays), faults)


def _candidates(scenario: Scenario) -> Candidates:
    """The services its pick steps offer, from the directory."""
    from peercoach.coaching.services import directory
    from peercoach.practice.candidates import candidates
    from peercoach.scenario.format import SignpostStep

    picks = any(isinstance(step, SignpostStep) and step.how == "choose" for step in scenario.steps)
    return candidates(scenario, scenario.services or directory()) if picks else ()


def _told(walk: Walk) -> Iterator[str]:
    """What is to be said of one scenario's plays, the worst first."""
    if walk.unreached:
        yield f"never reached: {', '.join(walk.unreached)}"
    if walk.endless:
        yield f"{walk.endless} of {walk.plays} plays didn't end; most went round at {walk.endless_at}"
    if walk.endings:
        yield f"endings never reached: {_ways(walk.endings)}"
    if walk.untaken:
        yield f"ways never taken: {_ways(walk.untaken)}"
    if walk.by_skipping:
        yield f"reached only by skipping: {', '.join(walk.by_skipping)}"
    if walk.shortest and walk.longest:
        yield f"{walk.plays} plays: {_long(walk.shortest)} to {_long(walk.longest)}"


def _ways(ways: Sequence[tuple[str, str]]) -> str:
    return "; ".join(f"{step}, {when}" if when else step for step, when in ways)


def _long(length: Length) -> str:
    return f"{length.steps} step{'' if length.steps == 1 else 's'} (about {length.minutes} min)"
