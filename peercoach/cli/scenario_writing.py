"""Writes what the `scenario` commands make: new files, and the schema with the line that leads an editor to it."""

from __future__ import annotations

import json
from pathlib import Path

from peercoach.errors import PeercoachError
from peercoach.scenario.schema import FILE, TITLE, schema, with_modeline

ENDINGS = (".yaml", ".yml")


def write_new(path: Path, text: str) -> None:
    """Write a file that was not there before. Raises PeercoachError when there is one, or it can't be written."""
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise PeercoachError(f"{path} is there already.", "Choose another name; nothing was changed.") from None
    except OSError as trouble:
        raise _cannot_write(path, trouble) from None


def place_schema(folder: Path) -> Path:
    """Write the schema into a folder, over an older one of ours but over nothing else; where it is. Raises PeercoachError."""
    path = folder / FILE
    if path.exists() and not _is_ours(path):
        raise PeercoachError(f"{path} is there already, and isn't a schema of peercoach's.", "Move it away first.")
    try:
        path.write_text(json.dumps(schema("draft-07"), indent=2) + "\n", encoding="utf-8", newline="\n")
    except OSError as trouble:
        raise _cannot_write(path, trouble) from None
    return path


def _is_ours(path: Path) -> bool:
    try:
        whole = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(whole, dict) and whole.get("title") == TITLE


def lead_editor(path: Path) -> bool:
    """Put the line for editors on top of a scenario file; whether it had none. Raises PeercoachError."""
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as trouble:
        raise _cannot_write(path, trouble) from None
    except UnicodeDecodeError:
        raise PeercoachError(f"{path} is not plain text.", "Save it as UTF-8 and try again.") from None
    new = with_modeline(text)
    if new != text:
        rewrite(path, new)
    return new != text


def rewrite(path: Path, text: str) -> None:
    """Put another text in a file's place, in one go: there is never half a file. Raises PeercoachError."""
    draft = path.with_name(f".{path.name}.mended")
    try:
        draft.write_bytes(text.encode("utf-8"))
        draft.replace(path)
    except OSError as trouble:
        raise _cannot_write(path, trouble) from None


def _cannot_write(path: Path, trouble: OSError) -> PeercoachError:
    hint = "Is the folder there?" if isinstance(trouble, FileNotFoundError) else ""
    return PeercoachError(f"{path} can't be written: {(trouble.strerror or 'no reason given').lower()}.", hint)
