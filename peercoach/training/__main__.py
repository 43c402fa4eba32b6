"""`python -m peercoach.training`: rebuild all that is learnt from the corpus, byte for byte the same each time.

Spelling first, then `care`, which reads with it, then the scorer's weights, which ask `care` whether somebody is in danger.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import peercoach.coaching
from peercoach.training.build import build, spelling_text


def main() -> int:
    """Write all that is learnt, and say what went into it; with `--check` only tell whether it is fresh."""
    folder = Path(peercoach.coaching.__file__).parent
    spelling = spelling_text()
    if "--check" in sys.argv:
        fresh = _read(folder / "spelling.txt") == spelling and _fresh(folder)
        print("fresh" if fresh else "stale: run python -m peercoach.training")
        return 0 if fresh else 1
    (folder / "spelling.txt").write_text(spelling, encoding="utf-8")
    for module in ("care_cues", "care"):
        subprocess.run([sys.executable, "-m", f"peercoach.training.{module}"], check=True)  # noqa: S603  # our own modules, by name
    built = build()
    for name, text in built.files().items():
        (folder / name).write_text(text, encoding="utf-8")
    print(built.summary)
    return 0


def _fresh(folder: Path) -> bool:
    return all(_read(folder / name) == text for name, text in build().files().items())


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
