"""`python -m peercoach.training`: rebuild the scorer's weights from the corpus, byte for byte the same each time."""

from __future__ import annotations

import sys
from pathlib import Path

import peercoach.coaching
from peercoach.training.build import build, spelling_text


def main() -> int:
    """Write weights, second layer and spelling, and say what went into them; with `--check` only tell whether they are fresh."""
    folder = Path(peercoach.coaching.__file__).parent
    spelling = spelling_text()
    if "--check" in sys.argv:
        fresh = _read(folder / "spelling.txt") == spelling and _fresh(folder)
        print("fresh" if fresh else "stale: run python -m peercoach.training")
        return 0 if fresh else 1
    (folder / "spelling.txt").write_text(spelling, encoding="utf-8")
    built = build()
    (folder / "weights.txt").write_text(built.text, encoding="utf-8")
    (folder / "whole.txt").write_text(built.whole, encoding="utf-8")
    print(built.summary)
    return 0


def _fresh(folder: Path) -> bool:
    built = build()
    return _read(folder / "weights.txt") == built.text and _read(folder / "whole.txt") == built.whole


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
