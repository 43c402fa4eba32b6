"""The house stands as `peercoach/__init__.py` draws it.

Imports point down, heavy things stay in their rooms, and starting is cheap.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from peercoach import __version__
from peercoach.cli.table import COMMANDS
from peercoach.coaching import pitfalls, skills
from peercoach.coaching.detector import Detector
from peercoach.coaching.vocabulary import PITFALLS, SKILLS

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "peercoach"

MAY_IMPORT = {
    "coaching": set(),
    "scenario": {"coaching"},
    "practice": {"coaching", "scenario"},
    "keep": {"coaching", "scenario", "practice"},
    "terminal": {"coaching", "scenario", "practice", "keep"},
    "cli": {"coaching", "scenario", "practice", "keep", "terminal"},
    "training": {"coaching", "scenario"},
    "__main__": {"cli"},
    "__init__": set(),
    "errors": set(),
}
"""What each floor may import besides itself and the errors. Nobody imports `training`."""

ROOMS = {
    "typer": "cli/",
    "click": "cli/",
    "rich": "terminal/screen",
    "questionary": "terminal/ask",
    "prompt_toolkit": "terminal/ask",
    "sqlite3": "keep/",
    "platformdirs": "keep/places",
    "numpy": "training/",
}
"""Where a module may be imported: how the path begins."""

BELOW = {"practice", "scenario", "coaching"}
THE_EXCEPTION = "coaching/data.py"
OUTSIDE = set(
    "os sys io pathlib glob shutil tempfile subprocess socket ssl urllib http time random secrets uuid locale logging platform "
    "asyncio threading multiprocessing".split()
)
FUNCTIONS_THAT_TOUCH = {"open", "print", "input"}
METHODS_THAT_TOUCH = {"open", "now", "today", "utcnow", "read_text", "read_bytes", "write_text", "write_bytes"}
"""Calls that reach the terminal, the disk or the clock."""


@cache
def trees() -> dict[str, ast.Module]:
    """Every module of the package, by its path from `peercoach/` on."""
    files = sorted(PACKAGE.rglob("*.py"))
    return {path.relative_to(PACKAGE).as_posix(): ast.parse(path.read_text(encoding="utf-8")) for path in files}


def floor(path: str) -> str:
    return path.split("/")[0].removesuffix(".py")


def imports(tree: ast.Module) -> Iterator[str]:
    """Every module that is imported anywhere in a file, also inside functions, by its full name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            whole = "." * node.level + (node.module or "")
            yield from (f"peercoach.{alias.name}" if whole == "peercoach" else whole for alias in node.names)


def calls(tree: ast.Module) -> Iterator[ast.expr]:
    yield from (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))


def touches(function: ast.expr) -> bool:
    if isinstance(function, ast.Attribute):
        return function.attr in METHODS_THAT_TOUCH
    return isinstance(function, ast.Name) and function.id in FUNCTIONS_THAT_TOUCH


def modules_after(*argv: str) -> set[str]:
    """What one run of the program has imported by its end."""
    program = (
        "import sys; from peercoach.cli.main import main; main(sys.argv[1:]); print(*sys.modules, sep='\\n', file=sys.stderr)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, *argv], cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60, check=True
    )
    return set(ran.stderr.split())


def test_imports_point_down_only() -> None:
    upward = [
        f"{path} imports {name}"
        for path, tree in trees().items()
        for name in imports(tree)
        if name.startswith("peercoach.")
        and name.split(".")[1] not in {floor(path), "errors", "__version__", *MAY_IMPORT[floor(path)]}
    ]
    assert upward == []


def test_imports_are_written_out_in_full() -> None:
    assert [path for path, tree in trees().items() if any(name.startswith(".") for name in imports(tree))] == []


def test_what_is_heavy_stays_in_its_room() -> None:
    strays = [
        f"{path} imports {name}"
        for path, tree in trees().items()
        for name in imports(tree)
        if not path.startswith(ROOMS.get(name.split(".")[0], ""))
    ]
    assert strays == []


def test_nothing_below_the_line_touches_the_outside() -> None:
    below = {path: tree for path, tree in trees().items() if floor(path) in BELOW and path != THE_EXCEPTION}
    assert [
        f"{path} imports {name}" for path, tree in below.items() for name in imports(tree) if name.split(".")[0] in OUTSIDE
    ] == []
    assert [f"{path} calls {ast.unparse(name)}" for path, tree in below.items() for name in calls(tree) if touches(name)] == []


def test_the_one_exception_only_reads() -> None:
    assert [ast.unparse(call) for call in calls(trees()[THE_EXCEPTION]) if touches(call)] == [
        "Path(__file__).with_name(name).read_bytes"
    ]


@pytest.mark.parametrize(
    ("ids", "detectors", "kind", "package"),
    [(SKILLS, skills.DETECTORS, "skill", skills), (PITFALLS, pitfalls.DETECTORS, "pitfall", pitfalls)],
    ids=["skills", "pitfalls"],
)
def test_vocabulary_list_and_folder_agree(
    ids: tuple[str, ...], detectors: tuple[Detector, ...], kind: str, package: object
) -> None:
    assert tuple(detector.id for detector in detectors) == ids
    assert {detector.kind for detector in detectors} == {kind}
    folder = Path(str(package.__file__)).parent  # type: ignore[attr-defined]  # a package has one
    assert {path.stem.replace("_", "-") for path in folder.glob("*.py")} - {"--init--"} == set(ids)


@pytest.mark.parametrize("argv", [("--version",), ("help-now",)], ids=" ".join)
def test_what_must_not_wait_imports_nothing_heavy(argv: tuple[str, ...]) -> None:
    heavy = {
        "typer",
        "click",
        "rich",
        "yaml",
        "questionary",
        "sqlite3",
        "platformdirs",
        "peercoach.coaching",
        "importlib.metadata",
    }
    assert heavy & modules_after(*argv) == set()


@pytest.mark.parametrize("argv", [("--help",), ("score", "--help"), ("scenario", "--help")], ids=" ".join)
def test_help_imports_no_more_than_it_shows(argv: tuple[str, ...]) -> None:
    heavy = {
        "rich",
        "yaml",
        "questionary",
        "sqlite3",
        "platformdirs",
        "pydantic",
        "peercoach.coaching.score",
        "peercoach.scenario",
    }
    assert heavy & modules_after(*argv) == set()


def test_scoring_needs_no_screen_no_store_and_no_scenarios(tmp_path: Path) -> None:
    lines = tmp_path / "replies.jsonl"
    lines.write_text('{"id": 1, "reply": "that sounds hard"}\n', encoding="utf-8")
    heavy = {"rich", "yaml", "questionary", "sqlite3", "numpy", "peercoach.scenario", "peercoach.practice", "peercoach.keep"}
    assert heavy & modules_after("score", str(lines)) == set()


def test_the_changelog_opens_with_this_version() -> None:
    headings = [line for line in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").splitlines() if line.startswith("## ")]
    assert headings[0].split()[1] == __version__


def test_the_readme_names_every_command() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name, command in COMMANDS.items() if not command.hidden and f"`peercoach {name}" not in readme] == []


def test_every_link_in_the_readme_leads_somewhere() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    targets = [part.split(")")[0] for part in readme.split("](")[1:]]
    assert [target for target in targets if not target.startswith("http") and not (ROOT / target).exists()] == []
