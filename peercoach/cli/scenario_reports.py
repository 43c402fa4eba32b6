"""What `scenario check` found, for other programs: GitHub's annotations, and SARIF for code scanning. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from peercoach import __version__
from peercoach.cli.scenario_text import Checks
from peercoach.scenario.faults import Fault, Severity
from peercoach.scenario.lint import every_rule

SARIF_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def github_lines(checks: Checks) -> Iterator[str]:
    """A workflow command a fault, which GitHub shows beside the line it is about; then the sum.

    Advice is a notice, or a warning where it counts for the exit status.
    """
    kinds: dict[Severity, str] = {"error": "error", "advice": "warning" if checks.strict else "notice"}
    for path, fault in checks.faults():
        places = {"file": path.as_posix(), "line": str(fault.line), "col": str(fault.col), "title": fault.rule}
        inside = ",".join(f"{name}={_escaped(value, ',:')}" for name, value in places.items())
        yield f"::{kinds[fault.severity]} {inside}::{_escaped(_told(fault))}"
    yield checks.sum()


def _escaped(text: str, more: str = "") -> str:
    """The text as workflow commands want it: `%` first, then line ends, then (in a property) what sets properties apart."""
    for sign in f"%\r\n{more}":
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text


def sarif(checks: Checks) -> dict[str, Any]:
    """The faults as a SARIF 2.1.0 log with one run, and every rule with what it wants."""
    rules = every_rule()
    numbers = {rule.name: number for number, rule in enumerate(rules)}
    levels: dict[Severity, str] = {"error": "error", "advice": "warning" if checks.strict else "note"}
    driver = {
        "name": "peercoach",
        "semanticVersion": __version__,
        "rules": [
            {
                "id": rule.name,
                "shortDescription": {"text": rule.wants},
                "help": {"text": f"{rule.wants} {_MATTERS[rule.severity]}"},
                "defaultConfiguration": {"level": levels[rule.severity]},
            }
            for rule in rules
        ],
    }
    results = [_result(path, fault, numbers.get(fault.rule), levels[fault.severity]) for path, fault in checks.faults()]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}


_MATTERS: dict[Severity, str] = {
    "error": "An error: the scenario can't be played like this, or could hurt somebody.",
    "advice": "Advice: the scenario can be played, and teaches more without it.",
}


def _result(path: Path, fault: Fault, rule: int | None, level: str) -> dict[str, Any]:
    place = {
        "artifactLocation": {"uri": _uri(path)},
        "region": {"startLine": fault.line, "startColumn": fault.col},
    }
    return {
        "ruleId": fault.rule,
        **({} if rule is None else {"ruleIndex": rule}),
        "level": level,
        "message": {"text": _told(fault)},
        "locations": [{"physicalLocation": place}],
    }


def _uri(path: Path) -> str:
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def _told(fault: Fault) -> str:
    """A fault in a sentence or two: what, and what to do."""
    return f"{fault.message}\n{fault.hint}" if fault.hint else fault.message
