"""Where things are kept: the learner's own folder, the files in it, and what comes with the package. Asking creates nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600
_OURS = ("progress.db", "peercoach.log", "logs")
"""How the names of what peercoach puts in its folder begin."""
_PACKAGE = Path(__file__).resolve().parent.parent


def home(env: Mapping[str, str]) -> Path:
    """Say where this learner's folder is: PEERCOACH_HOME, or the platform's data folder. Creates nothing."""
    chosen = env.get("PEERCOACH_HOME", "").strip()
    if chosen:
        return Path(os.path.abspath(os.path.expanduser(chosen)))  # noqa: PTH100, PTH111 - a link stays the link it is
    import platformdirs  # noqa: PLC0415 - start-up is a feature, and PEERCOACH_HOME needs none of it

    return Path(platformdirs.user_data_path("peercoach", appauthor=False))


def private_folder(path: Path) -> Path:
    """Make sure that the folder is there, and that nobody else can look in (0700). Raises OSError.

    A folder that was there before, with things in it that are not ours, keeps the rights it has: the files are private anyway.
    """
    if not path.is_dir():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
    elif path.stat().st_mode & 0o077 and all(entry.name.startswith(_OURS) for entry in path.iterdir()):
        path.chmod(PRIVATE_FOLDER)
    return path


def private_file(path: Path) -> None:
    """Make an empty file that is private from its first byte (0600), unless there is one already. Raises OSError."""
    os.close(os.open(path, os.O_CREAT | os.O_WRONLY, PRIVATE_FILE))


def progress_file(folder: Path) -> Path:
    """Where the learner's progress is kept."""
    return folder / "progress.db"


def backup_file(folder: Path, number: int) -> Path:
    """Where a backup is kept; 1 is the newest."""
    return folder / f"progress.db.backup-{number}"


def free_damaged_name(folder: Path) -> Path:
    """Find a name that is still free for a damaged file."""
    number = 1
    while (found := folder / f"progress.db.damaged-{number}").exists():
        number += 1
    return found


def everything_kept(folder: Path) -> Iterator[Path]:
    """Every file that may say something about the learner: progress, what SQLite puts beside it, backups, damaged files, logs."""
    if folder.is_dir():
        yield from sorted(path for path in folder.iterdir() if path.name.startswith(_OURS) and not path.is_dir())
        yield from sorted(path for path in folder.glob("logs/*") if not path.is_dir())


def package_text(name: str) -> str:
    """Read a file that comes with the package, named from `peercoach/` on (`coaching/services.yaml`)."""
    return (_PACKAGE / name).read_text(encoding="utf-8")


def library_folder() -> Path:
    """Where the scenarios are that come with peercoach: beside the package in a checkout, inside it when installed."""
    inside = _PACKAGE / "library"
    return inside if inside.is_dir() else _PACKAGE.parent / "scenarios"
