"""What is wrong with a scenario that can be read: errors that would stop or hurt people, and advice.

A rule is one small function from a `Look` to what it found; its name, its severity and what it wants stand here, once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from peercoach.scenario import lint_flow as flow
from peercoach.scenario import lint_safety as safety
from peercoach.scenario import lint_teaching as teaching
from peercoach.scenario.faults import Fault, Severity
from peercoach.scenario.format import Scenario
from peercoach.scenario.known import Known
from peercoach.scenario.looking import Finding, Look


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: the name that stands beside its faults, how much it matters, and how it looks."""

    name: str
    severity: Severity
    check: Callable[[Look], Iterable[Finding]]

    @property
    def wants(self) -> str:
        """What the rule wants, in a sentence."""
        return (self.check.__doc__ or "").split("\n")[0]


RULES: tuple[Rule, ...] = (
    Rule("no-way-out", "error", flow.no_way_out),
    Rule("unreached", "advice", flow.unreached),
    Rule("silent-answer", "advice", flow.silent_answer),
    Rule("few-examples", "advice", teaching.few_examples),
    Rule("no-weak-example", "advice", teaching.no_weak_example),
    Rule("no-strong-example", "advice", teaching.no_strong_example),
    Rule("untried-line", "advice", teaching.untried_line),
    Rule("no-hint", "advice", teaching.no_hint),
    Rule("hint-gives-away", "advice", teaching.hint_gives_away),
    Rule("unnamed-point", "advice", teaching.unnamed_point),
    Rule("content-word", "advice", teaching.content_word),
    Rule("unknown-number", "error", safety.unknown_number),
    Rule("retired-number", "error", safety.retired_number),
    Rule("unknown-need", "error", safety.unknown_need),
    Rule("no-content-note", "error", safety.no_content_note),
    Rule("content-left-out", "advice", safety.content_left_out),
    Rule("unsafe-detail", "error", safety.unsafe_detail),
    Rule("hurtful-words", "error", safety.hurtful_words),
    Rule("better-words", "advice", safety.better_words),
)
"""Every rule, in the order they are explained."""

_NOTHING = Known()


def lint(scenario: Scenario, text: str, services: Known | None = None) -> tuple[Fault, ...]:
    """Everything the rules find in a scenario read from `text`, by place. Without `services`, no number is checked."""
    look = Look(scenario, text, services or _NOTHING)
    found = (
        Fault(finding.line, finding.col, rule.name, rule.severity, finding.message, finding.hint)
        for rule in RULES
        for finding in rule.check(look)
    )
    return tuple(sorted(set(found)))
