"""`python -m peercoach.training`: rebuild the scorer's weights from the corpus, byte for byte the same each time."""

from __future__ import annotations

import sys
from pathlib import Path

import peercoach.coaching
from peercoach.training.build import build


def main() -> int:
    """Write `coaching/weights.txt` and say what went into it; with `--check` only tell whether it is fresh (exit 1 if not)."""
    path = Path(peercoach.coaching.__file__).with_name("weights.txt")
    built = build()
    if "--check" in sys.argv:
        fresh = path.exists() and path.read_text(encoding="utf-8") == built.text
        print("fresh" if fresh else "stale: run python -m peercoach.training")
        return 0 if fresh else 1
    path.write_text(built.text, encoding="utf-8")
    print(built.summary)
    return 0


if __name__ == "__main__":
    sys.exit(main())
