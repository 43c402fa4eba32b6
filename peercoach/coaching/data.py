"""The one place in `coaching` that reads a file: data that is packaged beside the code and never changes while running."""

from __future__ import annotations

from pathlib import Path


def packaged(name: str) -> str:
    """The text of `peercoach/coaching/<name>`, UTF-8. This is the marked exception to "nothing here touches the disk"."""
    return packaged_bytes(name).decode()


def packaged_bytes(name: str) -> bytes:
    """The same as it stands in the file."""
    return Path(__file__).with_name(name).read_bytes()
