"""The practice that README.md shows is what the program prints, word for word; only the figures may move as the scorer learns."""

from __future__ import annotations

import re
from pathlib import Path

from tests.cli.running import ROOT, run

SAMPLE = re.search(r"## What it looks like\n.*?```text\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)


def words(text: str) -> str:
    """The text without prompts, line ends and figures."""
    shown = "\n".join(line for line in text.split("\n") if not line.startswith("> "))
    return " ".join(re.sub(r"\d+ of 100", "so many of 100", shown).split())


def test_the_practice_shown_is_what_the_program_prints(tmp_path: Path) -> None:
    assert SAMPLE is not None
    sample = SAMPLE[1]
    typed = [line.removeprefix("> ") for line in sample.split("\n") if line.startswith("> ")]
    told = words(run(tmp_path, "practise", "nobody-answered-ash", typed="\n".join(["1", "ash", *typed, "stop", ""])).stdout)
    place = 0
    for part in sample.split("...\n"):
        place = told.find(words(part), place)
        assert place >= 0, f"no longer printed; play it again and mend README.md:\n{part}"
