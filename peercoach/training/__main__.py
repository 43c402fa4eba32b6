"""`python -m peercoach.training`: rebuild the scorer's weights from the corpus, byte for byte the same each time."""

from __future__ import annotations

import sys
from pathlib import Path

import peercoach.coaching
from peercoach.training.build import build, spelling_text


def main() -> int:
    """Write the weights and the spelling and say what went into them; with `--check` only tell whether they are fresh."""
    folder = Path(peercoach.coaching.__file__).parent
    words = folder / "spelling.txt"
    spelling = spelling_text()
    if "--check" in sys.argv:
        fresh = (
            words.read_text(encoding="utf-8") == spelling and (folder / "weights.txt").read_text(encoding="utf-8") == build().text
        )
        print("fresh" if fresh else "stale: run python -m peercoach.training")
        return 0 if fresh else 1
    words.write_text(spelling, encoding="utf-8")
    built = build()
    (folder / "weights.txt").write_text(built.text, encoding="utf-8")
    print(built.summary)
    return 0


if __name__ == "__main__":
    sys.exit(main())
