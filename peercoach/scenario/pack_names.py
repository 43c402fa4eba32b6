"""The names that files in a pack may have. Pure: a name in, what it is (or why it can't be) out.

Small letters, digits and hyphens only: such a name is the same file on every system, and points nowhere but into the pack.
"""

from __future__ import annotations

import re
from typing import Final

SHELVES: Final = ("", "member", "moderator", "scenarios")
"""The folders of a pack that scenarios stand in; the first is the pack's own."""
NAMES_THAT_CANT: Final = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})
"""What Windows keeps for itself."""
NOT_SCENARIOS: Final = frozenset({"pack", "tracks", "services"})
"""What files that aren't scenarios are called, without their ending."""
_ENDINGS = (".yaml", ".yml")
_STEM = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_PAPERS = re.compile(r"(?:readme|licen[cs]e)(?:\.(?:md|txt|rst))?", re.IGNORECASE)


def is_scenario(name: str) -> bool:
    """Whether a file of this name is a scenario: YAML on one of the shelves, with a name that can be typed everywhere."""
    shelf, _, file = name.rpartition("/")
    return shelf in SHELVES and _is_plain(file) and stem_of(file) not in NOT_SCENARIOS


def is_services(name: str) -> bool:
    """Whether a file of this name can hold a pack's own services: YAML beside `pack.yaml`."""
    return _is_plain(name) and stem_of(name) not in NOT_SCENARIOS - {"services"}


def _is_plain(file: str) -> bool:
    stem = stem_of(file)
    return stem != file and len(stem) <= 60 and stem not in NAMES_THAT_CANT and _STEM.fullmatch(stem) is not None


def is_paper(name: str) -> bool:
    """Whether a file of this name is a README or a LICENCE."""
    return _PAPERS.fullmatch(name) is not None


def is_yaml(name: str) -> bool:
    """Whether a file is meant to be YAML, by its ending."""
    return name.casefold().endswith(_ENDINGS)


def scenario_id(name: str) -> str:
    """The id of the scenario in a file: its name without shelf and ending."""
    return stem_of(name.rpartition("/")[2])


def stem_of(file: str) -> str:
    """A file's name without the ending of YAML."""
    return next((file.removesuffix(ending) for ending in _ENDINGS if file.endswith(ending)), file)


def no_name(name: str) -> str:
    """Why nothing in a pack can be called this, in a sentence; "" for a name that is harmless on every system."""
    parts = name.removesuffix("/").split("/")
    if not name or not name.isprintable():
        return "a name in it has signs that can't be seen"
    if name.startswith(("/", "\\")) or ":" in name:
        return "a name in it begins at the top of a disk"
    if "\\" in name or ".." in parts:
        return "a name in it points outside the pack"
    if "." in parts or "" in parts or any(part != part.strip(" ") or part.endswith(".") for part in parts):
        return "a name in it is not the same on every system"
    return ""
