"""`peercoach score`: JSON Lines in, JSON Lines out, one line at a time, in order."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, BinaryIO, NoReturn

import typer

from peercoach.errors import PeercoachError


def score_command(
    files: Annotated[list[Path] | None, typer.Argument(help="Files of JSON Lines; without any, standard input.")] = None,
    *,
    explain: Annotated[bool, typer.Option("--explain", help="Say in words how each level came about.")] = False,
) -> None:
    """Score replies from JSON Lines: `{"id", "context", "to", "reply", "expects", "need", "age"}`, one object a line.

    A line that can't be read gets `{"id": ..., "error": ...}`, the rest go on, and the exit status is 1.
    """
    faults = 0
    for stream in _streams(files or []):
        for number, raw in enumerate(stream, 1):
            if raw.strip():
                faults += _answer(raw, number, explain=explain)
    raise typer.Exit(1 if faults else 0)


def _streams(files: list[Path]) -> Iterator[BinaryIO]:
    if not files:
        yield sys.stdin.buffer
    for path in files:
        try:
            with path.open("rb") as stream:
                yield stream
        except OSError as trouble:
            raise PeercoachError(f"{path} can't be read: {trouble.strerror}.", "Check the name, or pipe the lines in.") from None


def _answer(raw: bytes, number: int, *, explain: bool) -> int:
    """Write the answer to one line; 1 when it was a fault."""
    from peercoach.coaching.jsonline import request, response
    from peercoach.coaching.score import score

    name: Any = None
    try:
        row = _parsed(raw)
        name = row.get("id") if isinstance(row, dict) else None
        reply, moment, rubric = request(row)
        if explain:
            from peercoach.coaching.explain import explain as explained
            from peercoach.terminal.words import harmless

            head = harmless(f"{name if name is not None else number}")
            _write("\n".join((head, *map(harmless, explained(reply, moment, rubric).lines()), "")))
        else:
            _write(json.dumps(response(name, score(reply, moment, rubric))))
    except PeercoachError as fault:
        _write(json.dumps({"id": name, "error": f"line {number}: {fault.message}"}))
        return 1
    return 0


def _parsed(raw: bytes) -> Any:
    try:
        return json.loads(raw.decode("utf-8-sig"), parse_constant=_refuse)  # files saved on Windows open with a mark
    except UnicodeDecodeError:
        raise PeercoachError("not UTF-8 text") from None
    except (ValueError, RecursionError) as fault:
        where = f" at column {fault.colno}" if isinstance(fault, json.JSONDecodeError) else ""
        raise PeercoachError(f"not JSON{where}") from None


def _refuse(constant: str) -> NoReturn:
    """NaN and Infinity are Python's, not JSON's: let in as an id, they would come out as a line nobody else can read."""
    raise ValueError(constant)


def _write(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
