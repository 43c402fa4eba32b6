"""Prints what a command found: lines made harmless, or JSON. A report is anything with `lines(width)` and `as_json()`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol


class Report(Protocol):
    """Something a command found, as lines of text or for another program."""

    def lines(self, width: int) -> Iterable[str]:
        """It in lines of `width` columns at most, where words allow it."""

    def as_json(self) -> Any:
        """The same as lists, dicts, text and numbers."""


def print_report(report: Report, form: str) -> None:
    """Show a result as lines (`text`) or as `json`."""
    if form == "json":
        print_json(report.as_json())
    else:
        print_lines(report.lines(width()))


def print_lines(lines: Iterable[str]) -> None:
    """Print lines made harmless."""
    from peercoach.terminal.words import harmless

    for line in lines:
        print(harmless(line))


def say(text: str, *, indent: int = 0) -> None:
    """Print one paragraph, made harmless, in lines that fit the terminal."""
    from peercoach.cli.scenario_text import wrapped

    print_lines(wrapped(text, width(), indent))


def aside(text: str) -> None:
    """Tell something beside the result, on the other stream: made harmless, in lines that fit the terminal."""
    import shutil
    import sys

    from peercoach.cli.scenario_text import wrapped
    from peercoach.terminal.words import harmless

    columns = shutil.get_terminal_size().columns if sys.stderr.isatty() else 10_000
    for paragraph in text.split("\n"):
        for line in wrapped(paragraph, columns):
            print(harmless(line), file=sys.stderr)


def print_json(whole: object) -> None:
    """Print JSON with nothing but ASCII in it."""
    import json

    print(json.dumps(whole, indent=2))


def width() -> int:
    """Columns to fill: the terminal's, or as many as it takes when something else reads the lines."""
    import shutil
    import sys

    return shutil.get_terminal_size().columns if sys.stdout.isatty() else 10_000
