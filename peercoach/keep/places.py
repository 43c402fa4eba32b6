"""Where things are kept: the learner's own folder, the files in it, and what comes with the package. Asking creates nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from peercoach.errors import PeercoachError

PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600
_KEPT = ("progress.db", "peercoach.log", "logs", "services.yaml")
"""How the names of what is kept about a learner begin."""
_OURS = (*_KEPT, "profiles", "packs")
"""How the names of what peercoach puts in its folder begin."""
_LARGEST = 10_000_000
"""Bytes of a file that are read at most: nobody writes as many, and memory stays bounded."""
_PACKAGE = Path(__file__).resolve().parent.parent


def home(env: Mapping[str, str]) -> Path:
    """Say where this learner's folder is: PEERCOACH_HOME, or the platform's data folder. Creates nothing."""
    chosen = env.get("PEERCOACH_HOME", "").strip()
    if chosen:
        return Path(os.path.abspath(os.path.expanduser(chosen)))  # noqa: PTH100, PTH111  # a link stays the link it is
    import platformdirs  # noqa: PLC0415  # start-up is a feature, and PEERCOACH_HOME needs none of it

    return Path(platformdirs.user_data_path("peercoach", appauthor=False))


def private_folder(path: Path) -> Path:
    """Make sure that the folder is there, and that nobody else can look in (0700). Raises OSError.

    A folder that was there before, with things in it that are not ours, keeps the rights it has: the files are private anyway.
    """
    if not path.is_dir():
        for missing in reversed([path, *(above for above in path.parents if not above.exists())]):
            missing.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
    elif path.stat().st_mode & 0o077 and all(entry.name.startswith(_OURS) for entry in path.iterdir()):
        path.chmod(PRIVATE_FOLDER)
    return path


def private_file(path: Path) -> None:
    """Make an empty file that is private from its first byte (0600), unless there is one already. Raises OSError."""
    os.close(os.open(path, os.O_CREAT | os.O_WRONLY, PRIVATE_FILE))


def progress_file(folder: Path) -> Path:
    """Where the learner's progress is kept."""
    return folder / "progress.db"


def services_file(folder: Path) -> Path:
    """Where a group's own services are kept, laid over the directory that comes with peercoach."""
    return folder / "services.yaml"


def profiles_folder(shared: Path) -> Path:
    """Where the folders of profiles are; `shared` is home."""
    return shared / "profiles"


def packs_folder(shared: Path) -> Path:
    """Where the packs of scenarios that were added are, for everybody on the account; `shared` is home."""
    return shared / "packs"


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
    """Every file that may say something about the learner: progress, what SQLite puts beside it, backups, damaged files, logs.

    And their group's services: where somebody goes for support says something about them. Packs of scenarios are not among
    it: they are for everybody on the account, and nothing in them comes from the learner.
    """
    yield from (path for path in files_in(folder) if path.name.startswith(_KEPT))
    yield from files_in(folder / "logs")


def files_in(folder: Path) -> tuple[Path, ...]:
    """The files in a folder, in order; none where there is no such folder, or it can't be opened."""
    try:
        return tuple(sorted(path for path in folder.iterdir() if not path.is_dir()))
    except OSError:
        return ()


def package_text(name: str) -> str:
    """Read a file that comes with the package, named from `peercoach/` on (`coaching/services.yaml`)."""
    return (_PACKAGE / name).read_text(encoding="utf-8")


def read_text(path: Path) -> str:
    """Read a file that a person wrote. Raises PeercoachError when there is no such file, or it isn't UTF-8 text of a fit size."""
    try:
        if path.stat().st_size > _LARGEST:
            raise PeercoachError(f"{path} is far too large for a text somebody wrote.", "Is it the file you mean?")
        return path.read_text(encoding="utf-8-sig")
    except OSError as trouble:
        raise PeercoachError(f"{path} can't be read: {(trouble.strerror or 'no reason given').lower()}.") from None
    except UnicodeDecodeError:
        raise PeercoachError(f"{path} is not plain text.", "Save it as UTF-8 and try again.") from None


def library_folder() -> Path:
    """Where the scenarios are that come with peercoach: beside the package in a checkout, inside it when installed."""
    inside = _PACKAGE / "library"
    return inside if inside.is_dir() else _PACKAGE.parent / "scenarios"


def comes_with_package(path: Path) -> bool:
    """Whether a file lies inside the installed package, where bringing it up to date replaces it."""
    return path.is_relative_to(_PACKAGE)
