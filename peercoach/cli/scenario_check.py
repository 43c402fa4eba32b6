"""`scenario check`: what to mend in scenario files, for people, for GitHub and for code scanning."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from peercoach.cli.scenario_text import Checks

Form = Literal["text", "json", "github", "sarif"]


def check_command(
    which: Annotated[list[str] | None, typer.Argument(metavar="[PATH|ID]...", help="Files, folders or ids; else all.")] = None,
    form: Annotated[
        Form, typer.Option("--format", help="Lines to read, JSON, GitHub's annotations, or SARIF for code scanning.")
    ] = "text",
    *,
    strict: Annotated[bool, typer.Option("--strict", help="Let advice count as well: exit status 1 for any of it.")] = False,
    fix: Annotated[bool, typer.Option("--fix", help="First rewrite what YAML would misread.")] = False,
    rules: Annotated[bool, typer.Option("--rules", help="List every rule and what it wants, and check nothing.")] = False,
) -> None:
    """Say what to mend in scenario files, each thing with its place. Exit status 1 when something is an error."""
    from peercoach.cli.scenario_files import check, mend

    if rules:
        _list_rules(form)
        return
    mended = mend(which or []) if fix else ()
    report = check(which or [], mended, strict=strict)
    _show(report, form)
    if report.fails:
        raise typer.Exit(1)


def _list_rules(form: Form) -> None:
    from peercoach.cli.printing import print_report
    from peercoach.cli.scenario_rules import RuleList
    from peercoach.scenario.lint import every_rule

    print_report(RuleList(every_rule()), "text" if form == "text" else "json")


def _show(report: Checks, form: Form) -> None:
    from peercoach.cli.printing import print_json, print_lines, print_report

    if form == "github":
        from peercoach.cli.scenario_reports import github_lines

        print_lines(github_lines(report))
    elif form == "sarif":
        from peercoach.cli.scenario_reports import sarif

        print_json(sarif(report))
    else:
        print_report(report, form)
