"""Every rule of `scenario check`, as lines or as JSON. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from peercoach.cli.scenario_text import wrapped
from peercoach.scenario.lint import RuleRow


@dataclass(frozen=True, slots=True)
class RuleList:
    """The rules there are."""

    rules: tuple[RuleRow, ...]

    def lines(self, width: int) -> Iterator[str]:
        """Two lines a rule: its name and how much it matters, then what it wants."""
        yield from wrapped("An error can't be played, or could hurt somebody. Advice can be played, and teaches less.", width)
        for rule in self.rules:
            yield ""
            yield f"{rule.name}  {rule.severity}"
            yield from wrapped(rule.wants, width, 4)

    def as_json(self) -> list[dict[str, Any]]:
        """The same for another program."""
        return [asdict(rule) for rule in self.rules]
