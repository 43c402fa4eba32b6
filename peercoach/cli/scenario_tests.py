"""What `scenario test` found: how far the scorer agrees with a person, and what hangs on each rubric line. As lines or JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from peercoach.cli.rows import ranges
from peercoach.cli.scenario_agreement import agreement_json, agreement_lines, outcome_lines
from peercoach.cli.scenario_proof import KEY, proof_lines
from peercoach.cli.scenario_text import count, fault_lines, wrapped
from peercoach.scenario.faults import Fault

if TYPE_CHECKING:
    from peercoach.scenario.examples import Outcome
    from peercoach.scenario.marked import BadRow
    from peercoach.scenario.proof import Proof


@dataclass(frozen=True, slots=True)
class Tested:
    """One file's examples, or replies `marked` elsewhere, as the scorer told them; or the errors that keep it from that."""

    path: Path
    outcomes: tuple[Outcome, ...]
    faults: tuple[Fault, ...] = ()
    proofs: tuple[Proof, ...] = ()
    marked: Path | None = None
    bad: tuple[BadRow, ...] = ()
    """Rows of `marked` that can't be used."""

    @property
    def agrees(self) -> bool:
        """Whether all of it could be read, and the scorer agrees with the person."""
        return not self.faults and not self.bad and all(outcome.agrees for outcome in self.outcomes)


@dataclass(frozen=True, slots=True)
class Tests:
    """Files whose examples were scored."""

    files: tuple[Tested, ...]

    @property
    def agrees(self) -> bool:
        """Whether every file could be read and the scorer agrees with every author."""
        return all(file.agrees for file in self.files)

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """Every outcome of every file."""
        return tuple(outcome for file in self.files for outcome in file.outcomes)

    def lines(self, width: int) -> Iterator[str]:
        """A file at a time: what was said beside what was told, the rubric lines, the agreement; last, in one line, the sum."""
        explained = False
        for file in self.files:
            yield from _file_lines(file, width)
            if file.proofs:
                yield from ("",) if explained else ("", *wrapped(KEY, width, 2))
                explained = True
                yield from proof_lines(file.proofs, file.outcomes, width)
            if file.outcomes:
                yield ""
                yield from agreement_lines(file.outcomes, width)
            yield ""
        if len(self.files) > 1 and self.outcomes:
            yield "All of them"
            names = {id(outcome): f"{file.path.stem}, {outcome.name}" for file in self.files for outcome in file.outcomes}
            yield from agreement_lines(self.outcomes, width, names)
            yield ""
        yield from wrapped(self._sum(), width)

    def _sum(self) -> str:
        same, of = sum(outcome.agrees for outcome in self.outcomes), len(self.outcomes)
        words = ("reply", "replies") if any(file.marked for file in self.files) else ("example",)
        return f"{same} of {count(of, *words)} agree ({100 * same // of}%)." if of else "There was nothing to test."

    def as_json(self) -> dict[str, Any]:
        """The same for another program. Keys are only ever added."""
        return {
            "agrees": self.agrees,
            "outcomes": [
                {"scenario": file.path.stem, "example": outcome.name, "agrees": outcome.agrees, **asdict(outcome)}
                for file in self.files
                for outcome in file.outcomes
            ],
            "faults": [{"path": str(file.path), **asdict(fault)} for file in self.files for fault in file.faults],
            "agreement": agreement_json(self.outcomes),
            "scenarios": [_file_json(file) for file in self.files],
        }


def _file_lines(file: Tested, width: int) -> Iterator[str]:
    yield from wrapped(f"{file.path.stem}, on the replies of {file.marked}" if file.marked else file.path.stem, width)
    for fault in file.faults:
        yield from fault_lines(file.path, fault, width)
    yield from bad_lines(file.bad, width)
    if file.outcomes:
        yield from outcome_lines(file.outcomes, width)
    if not all(outcome.agrees for outcome in file.outcomes):
        yield from wrapped("To see why, give the reply to: peercoach scenario try", width, 2, hang=2)


def bad_lines(bad: Sequence[BadRow], width: int) -> Iterator[str]:
    """What is the matter with the rows that can't be used; the same trouble in several is said once."""
    messages: dict[str, list[int]] = {}
    for row in bad:
        messages.setdefault(row.message, []).append(row.line)
    for message, lines in messages.items():
        which = f"lines {ranges(lines, range(lines[0], lines[-1] + 1))}" if len(lines) > 1 else f"line {lines[0]}"
        yield from wrapped(f"{which}: {message}", width, 2, hang=2)


def _file_json(file: Tested) -> dict[str, Any]:
    return {
        "scenario": file.path.stem,
        "path": str(file.path),
        "agreement": agreement_json(file.outcomes),
        "lines": [{**asdict(proof), "changes_nothing": proof.changes_nothing} for proof in file.proofs],
        "marked": str(file.marked) if file.marked else None,
        "bad": [asdict(row) for row in file.bad],
    }
