"""One thing to mend in a scenario file, and the words that say so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter
from typing import Literal

Severity = Literal["error", "advice"]


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """What to mend and where; `line` and `col` count from 1, in code points. Faults sort by place.

    An `error` can't be played or could hurt; `advice` plays but teaches less.
    """

    line: int
    col: int
    rule: str
    severity: Severity
    message: str
    hint: str = ""


def by_place(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Each fault once, by place. Quicker than sorting them as they are: a hostile file may have thousands."""
    return tuple(sorted(set(faults), key=attrgetter("line", "col", "rule", "severity", "message", "hint")))


def nearest(word: str, words: Iterable[str], alike: float = 0.6) -> str:
    """The one of `words` that `word` is most likely meant to be, or nothing; `alike` (0 to 1) is how near it has to be."""
    from difflib import get_close_matches  # noqa: PLC0415  # costs 3 ms, and only a misspelling needs it

    known = {known.lower(): known for known in words}
    near = get_close_matches(word.lower()[:60], known, n=1, cutoff=alike)
    return known[near[0]] if near else ""


def did_you_mean(word: str, words: Iterable[str]) -> str:
    """`; did you mean "hear"?` when one of `words` is near to `word`, else nothing."""
    near = nearest(word, words)
    return f'; did you mean "{near}"?' if near else ""


def listed(words: Iterable[str], last: str = "or") -> str:
    """Words as people list them: `a, b or c`."""
    *rest, final = words
    return f"{', '.join(rest)} {last} {final}" if rest else final


def shown(word: str) -> str:
    """A word from the file, short enough for a message, and on one line."""
    flat = " ".join(word.split())
    return flat if len(flat) <= 40 else f"{flat[:39]}…"
