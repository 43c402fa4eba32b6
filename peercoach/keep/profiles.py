"""Several people on one computer: each has a private folder of their own, beside what everybody on the account shares."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Mapping
from pathlib import Path

from peercoach.errors import PeercoachError
from peercoach.keep.places import home, profiles_folder, services_file

PROFILE = "PEERCOACH_PROFILE"
"""The environment variable that says whose turn it is; `--profile` sets it for one command."""
DEFAULT = "default"
"""What the folder that everything was in before there were profiles is called."""
SEEN = "Anyone who can use this account on the computer can see the names of profiles, and could look inside."
_LONGEST = 32
_TAKEN = frozenset({"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))})
"""Names that Windows keeps for itself, whatever folder they are in."""


def learner_folder(env: Mapping[str, str]) -> Path:
    """Say where this learner's own things are. Creates nothing; raises PeercoachError for a name that can't be a profile's."""
    return folder_of(home(env), profile_in(env))


def profile_in(env: Mapping[str, str]) -> str:
    """The profile that is in use; "default" where none was named. Raises PeercoachError for a name that can't be one."""
    name = env.get(PROFILE, "").strip()
    return plain_name(name) if name else DEFAULT


def folder_of(shared: Path, profile: str) -> Path:
    """Where one profile's own things are; `shared` is home, which is the default profile's too."""
    return shared if profile == DEFAULT else profiles_folder(shared) / profile


def plain_name(typed: str) -> str:
    """A profile's name as it is kept: small letters, digits, - and _. Raises PeercoachError when it is anything else.

    Capitals make no difference, so that a name is the same folder on every computer.
    """
    name = typed.strip().casefold()
    if not name:
        raise PeercoachError("A profile needs a name.", "For example: peercoach --profile sam", status=2)
    if not name.isascii():
        import unicodedata  # noqa: PLC0415  # most names need none of it

        name = unicodedata.normalize("NFKC", name)
    if len(name) > _LONGEST or name[0] in "-_" or not all(sign.isalnum() or sign in "-_" for sign in name):
        hint = f"Use letters, digits, - and _, at most {_LONGEST}: peercoach --profile sam"
        raise PeercoachError(f"“{typed[:_LONGEST]}” can't be the name of a profile.", hint, status=2)
    if name in _TAKEN:
        raise PeercoachError(f"“{name}” is a name that some computers keep for themselves.", "Choose another one.", status=2)
    return name


def profiles(shared: Path) -> tuple[str, ...]:
    """The profiles that there are beside the default one, in order."""
    try:
        names = [path.name for path in profiles_folder(shared).iterdir() if path.is_dir()]
    except OSError:  # there are none, or nobody may look
        return ()
    return tuple(sorted(name for name in names if _is_plain(name)))


def group_file(env: Mapping[str, str]) -> Path | None:
    """The file of a group's own services that counts here: a profile's own, or else the one in home, which everybody shares."""
    places = (services_file(folder) for folder in (learner_folder(env), home(env)))
    return next((place for place in places if os.access(place, os.F_OK)), None)


def new_profile(env: Mapping[str, str]) -> tuple[str, ...]:
    """Say that nothing has been kept under the name in use yet, and who can see names; nothing for one that is there."""
    name, shared = profile_in(env), home(env)
    if name == DEFAULT or name in profiles(shared):
        return ()
    others = ", ".join(other for other in (DEFAULT, *profiles(shared)) if other != name)
    return (f"{name} is a new profile. Those here before: {others}.", SEEN)


def tidy(shared: Path) -> None:
    """Take away the folders that forgetting has left empty."""
    for place in (profiles_folder(shared), shared):
        with contextlib.suppress(OSError):  # something is in it
            place.rmdir()


def _is_plain(name: str) -> bool:
    try:
        return plain_name(name) == name
    except PeercoachError:
        return False
