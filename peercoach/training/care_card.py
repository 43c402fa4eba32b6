"""`python -m peercoach.training.care_card`: how `care` does on lines it was not learnt from, with every miss and false alarm.

Measures the labelled lines of `tests/care` and writes the figures into `coaching/CARE_CARD.md`; with `--check` only tells whether
they are fresh. What each set answered when it was first tried, before anything was mended, stays as it was.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import peercoach.coaching
from peercoach.coaching.care import care
from peercoach.coaching.moment import CareLevel, Moment

LINES = Path(__file__).parents[2] / "tests" / "care"
CARD = Path(peercoach.coaching.__file__).with_name("CARE_CARD.md")
OPEN_MARK, CLOSE_MARK = "<!-- figures: python -m peercoach.training.care_card -->", "<!-- end of figures -->"

FIRST: dict[str, tuple[str, str, str, str]] = {
    "unseen-1": ("0.91", "0.90", "0.05", "0.23"),
    "unseen-2": ("0.81", "0.84", "0.01", "0.09"),
    "unseen-3": ("0.80", "0.88", "0.05", "0.13"),
    "unseen-4": ("0.88", "0.95", "0.01", "0.05"),
    "unseen-5": ("0.92", "0.93", "0.00", "0.16"),
    "unseen-6": ("0.86", "0.88", "0.04", "0.18"),
    "unseen-7": ("0.73", "0.64", "0.02", "0.06"),
    "unseen-8": ("0.94", "0.96", "0.00", "0.04"),
    "unseen-9": ("0.93", "0.91", "0.01", "0.04"),
    "unseen-10": ("0.97", "0.97", "0.01", "0.07"),
    "unseen-11": ("0.96", "0.97", "0.02", "0.07"),
    "unseen-12": ("0.95", "0.94", "0.01", "0.09"),
    "unseen-13": ("0.99", "1.00", "0.00", "0.03"),
    "unseen-14": ("0.96", "0.99", "0.02", "0.05"),
}
"""What each set answered the first time: at risk and seen, in danger now and seen, fine and asked, fine and not left alone."""


@dataclass(frozen=True, slots=True)
class Line:
    """A labelled line: whether its writer is at risk, whether in danger now, whether they say it plainly, and what it answers."""

    text: str
    risk: bool
    now: bool
    plain: bool
    told: CareLevel


def sets() -> dict[str, tuple[Line, ...]]:
    """Every set of lines by its name, answered."""
    return {path.stem: tuple(map(_line, _rows(path))) for path in sorted(LINES.glob("*.jsonl"), key=_place)}


def _place(path: Path) -> tuple[int, str]:
    """The tenth set after the ninth."""
    return len(path.stem), path.stem


def _rows(path: Path) -> Iterator[dict[str, object]]:
    return (json.loads(row) for row in path.read_text(encoding="utf-8").splitlines())


def _line(row: dict[str, object]) -> Line:
    text = str(row["reply"])
    told = care(text, Moment()).level
    return Line(text, row["label"] == "care", row["severity"] == "now", bool(row.get("explicit")), told)


def shares(lines: Sequence[Line]) -> tuple[str, str, str, str]:
    """At risk and seen, in danger now and seen, fine and asked, fine and not left alone; each of two digits."""
    risk = [line.told != "none" for line in lines if line.risk]
    now = [line.told != "none" for line in lines if line.now]
    asked = [line.told == "now" for line in lines if not line.risk]
    bothered = [line.told != "none" for line in lines if not line.risk]
    first, second, third, fourth = (f"{sum(each) / len(each):.2f}" for each in (risk, now, asked, bothered))
    return first, second, third, fourth


def figures() -> str:
    """The measured part of the card."""
    every = sets()
    return "\n".join((*_table(every), *_explicit(every), *_list(every, "Missed", missed), *_list(every, "False alarms", alarmed)))


def _table(every: dict[str, tuple[Line, ...]]) -> Iterator[str]:
    yield "| lines | of them at risk | seen | in danger now: seen | fine, and asked | fine, and not left alone | the first time |"
    yield "|---|---|---|---|---|---|---|"
    for name, lines in every.items():
        risk = sum(line.risk for line in lines)
        first = " / ".join(FIRST[name]) if name in FIRST else "–"
        yield f"| {name}, {len(lines)} | {risk} | {' | '.join(shares(lines))} | {first} |"
    yield ""


def _explicit(every: dict[str, tuple[Line, ...]]) -> Iterator[str]:
    plain = [line for lines in every.values() for line in lines if line.plain]
    asked = sum(line.told == "now" for line in plain)
    passed = sum(line.told == "none" for line in plain)
    quiet = len(plain) - asked - passed
    yield f"{len(plain)} of the lines say it plainly: {asked} are asked about at once, {quiet} get the quiet line,"
    yield f"{passed} are passed over. A single one that is passed over fails the build."
    yield ""


def missed(line: Line) -> bool:
    """Whether somebody at risk was passed over."""
    return line.risk and line.told == "none"


def alarmed(line: Line) -> bool:
    """Whether somebody who is fine was not left alone."""
    return not line.risk and line.told != "none"


def _list(every: dict[str, tuple[Line, ...]], title: str, wanted: Callable[[Line], bool]) -> Iterator[str]:
    yield f"### {title}"
    yield ""
    for name, lines in every.items():
        for line in filter(wanted, lines):
            what = "now" if line.now else "soon" if line.risk else {"now": "asked", "check-in": "the quiet line"}[line.told]
            yield f"- {' '.join(line.text.split())} ({name}, {what})"
    yield ""


def card(text: str) -> str:
    """The card's text with the figures as they are today."""
    before, rest = text.split(OPEN_MARK, 1)
    _, after = rest.split(CLOSE_MARK, 1)
    return f"{before}{OPEN_MARK}\n{figures()}{CLOSE_MARK}{after}"


def main() -> int:
    """Write the figures into the card, or tell whether they are fresh."""
    old = CARD.read_text(encoding="utf-8")
    new = card(old)
    if "--check" in sys.argv:
        print("fresh" if old == new else "stale: run python -m peercoach.training.care_card")
        return 0 if old == new else 1
    CARD.write_text(new, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
