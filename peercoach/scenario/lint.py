"""What is wrong with a scenario that can be read: errors that would stop or hurt people, and advice.

A rule is one small function from a `Look` to what it found; its name, its severity and what it wants stand here, once.
`every_rule` adds what the reader wants of a file before that, for the lists of rules in `check --rules`, the guide and SARIF.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from peercoach.scenario import lint_flow as flow
from peercoach.scenario import lint_safety as safety
from peercoach.scenario import lint_teaching as teaching
from peercoach.scenario import lint_wording as wording
from peercoach.scenario.faults import Fault, Severity
from peercoach.scenario.format import Scenario
from peercoach.scenario.known import Known
from peercoach.scenario.looking import Finding, Look
from peercoach.scenario.reading_rules import READING


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
    Rule("round-again", "advice", flow.round_again),
    Rule("unreached", "advice", flow.unreached),
    Rule("silent-answer", "advice", flow.silent_answer),
    Rule("long-chat", "advice", flow.long_chat),
    Rule("few-examples", "advice", teaching.few_examples),
    Rule("no-weak-example", "advice", teaching.no_weak_example),
    Rule("no-strong-example", "advice", teaching.no_strong_example),
    Rule("copied-example", "advice", teaching.copied_example),
    Rule("untried-line", "advice", teaching.untried_line),
    Rule("no-hint", "advice", teaching.no_hint),
    Rule("hint-gives-away", "advice", teaching.hint_gives_away),
    Rule("teaches-formula", "advice", wording.teaches_formula),
    Rule("jargon", "advice", wording.jargon),
    Rule("hard-to-read", "advice", wording.hard_to_read),
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


def lint(scenario: Scenario, text: str, services: Known | Callable[[], Known] | None = None) -> tuple[Fault, ...]:
    """Everything the rules find in a scenario read from `text`, by place. Without `services`, no number is checked.

    `services` may be a function, which is then called only for a scenario that speaks of numbers or needs.
    """
    look = Look(scenario, text, services if callable(services) else lambda: services or Known())
    found = (
        Fault(finding.line, finding.col, rule.name, rule.severity, finding.message, finding.hint)
        for rule in RULES
        for finding in rule.check(look)
    )
    return tuple(sorted(set(found)))


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule as it is listed: its name, how much it matters and what it wants, in a sentence."""

    name: str
    severity: Severity
    wants: str


def every_rule() -> tuple[RuleRow, ...]:
    """Every rule there is: those of reading a file, then those of what is in it."""
    reading = (RuleRow(name, "error", wants) for name, wants in READING)
    return (*reading, *(RuleRow(rule.name, rule.severity, rule.wants) for rule in RULES))


def rules_as_markdown() -> str:
    """A table of every rule for the trainers' guide: one row a rule, ending in a line break."""
    head = "| rule | severity | what it wants |\n|---|---|---|\n"
    rows = ((f"`{row.name}`", row.severity, row.wants.replace("|", "\\|")) for row in every_rule())
    return head + "".join(f"| {' | '.join(cells)} |\n" for cells in rows)
