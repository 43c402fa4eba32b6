"""What the `data` commands share: the folder in use, and the store in it with whatever there is to tell."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from peercoach.cli.printing import aside
from peercoach.errors import PeercoachError
from peercoach.keep.profiles import learner_folder, new_profile
from peercoach.keep.progress import Store


def folder() -> Path:
    """The folder of the profile in use."""
    return learner_folder(os.environ)


def can_be_opened(folder: Path) -> None:
    """Raise PeercoachError for a folder that is there and that this account may not open."""
    if os.access(folder, os.F_OK) and not os.access(folder, os.R_OK | os.X_OK):
        raise PeercoachError(f"{folder} can't be opened from this account.", "`peercoach doctor` says what to do.")


@contextmanager
def opened() -> Iterator[Store]:
    """The store of the profile in use; what it has to tell goes to stderr. Raises PeercoachError as `can_be_opened` does."""
    can_be_opened(folder())
    _tell(new_profile(os.environ))
    with Store.open(folder(), lambda: datetime.now(UTC)) as store:
        _tell(store.notices)
        seen = len(store.notices)
        yield store
    _tell(store.notices[seen:])


def _tell(notices: Iterable[str]) -> None:
    for notice in notices:
        aside(notice)
