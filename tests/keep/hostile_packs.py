"""Packs that somebody made to do harm, or that came to harm on the way. None of them may be let in."""

from __future__ import annotations

import io
import stat
import struct
import warnings
import zipfile
from collections.abc import Callable

from peercoach.keep.pack_archive import MAX_FILE, MAX_FILES, to_bytes
from tests.scenario.packs import FILES, LOST_BUS, PACK

BYTES = {name: text.encode() for name, text in FILES.items()}
GOOD = to_bytes(BYTES)
_LOCAL, _LISTED, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"


def zipped(
    *more: tuple[str, bytes], change: Callable[[zipfile.ZipInfo], None] | None = None, how: int = zipfile.ZIP_DEFLATED
) -> bytes:
    """The good pack as anybody might zip it, with more in it; `change` is done to each entry."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", how) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, data in (*BYTES.items(), *more):
            entry = zipfile.ZipInfo()
            entry.filename, entry.compress_type = name, how
            if change:
                change(entry)
            archive.writestr(entry, data)
    return whole.getvalue()


def instead(name: str, data: bytes) -> bytes:
    """The good pack with one file's content put in place of its own."""
    return to_bytes({**BYTES, name: data})


def kind(file_type: int) -> Callable[[zipfile.ZipInfo], None]:
    """Entries of another kind than plain files."""

    def change(entry: zipfile.ZipInfo) -> None:
        entry.external_attr = (file_type | 0o777) << 16

    return change


def patched(data: bytes, local: int, listed: int, value: bytes) -> bytes:
    """The zip with bytes put into each file's own header and into each line of the list, at these places."""
    changed = bytearray(data)
    for sign, place in ((_LOCAL, local), (_LISTED, listed)):
        found = data.find(sign)
        while found >= 0:
            changed[found + place : found + place + len(value)] = value
            found = data.find(sign, found + 1)
    return bytes(changed)


def overlapping() -> bytes:
    """Two lines of the list that lead to one piece of data, as in the densest bombs."""
    data = bytearray(GOOD)
    struct.pack_into("<I", data, data.rfind(_LISTED) + 42, 0)
    return bytes(data)


def hiding() -> bytes:
    """A list of files that ends before its last line."""
    data = bytearray(GOOD)
    end, last = data.rfind(_END), data.rfind(_LISTED)
    begin = struct.unpack_from("<I", data, end + 16)[0]
    struct.pack_into("<I", data, end + 12, last - begin)
    return bytes(data)


ATTACKS: dict[str, bytes] = {
    "up": zipped(("../evil.yaml", b"x")),
    "down and up": zipped(("member/../../evil.yaml", b"x")),
    "absolute": zipped(("/etc/evil.yaml", b"x")),
    "drive": zipped(("C:/evil.yaml", b"x")),
    "drive without slash": zipped(("c:evil.yaml", b"x")),
    "backslash": zipped(("..\\evil.yaml", b"x")),
    "share": zipped(("\\\\host\\evil.yaml", b"x")),
    "stream": zipped(("lost-bus.yaml:evil", b"x")),
    "links": zipped(("evil.yaml", b"/etc/passwd"), change=kind(stat.S_IFLNK)),
    "devices": zipped(("evil.yaml", b""), change=kind(stat.S_IFCHR)),
    "same name twice": zipped(("lost-bus.yaml", b"x")),
    "name in other capitals": zipped(("readme.MD", b"x")),
    "capitals": zipped(("Lost-Bus.yaml", LOST_BUS.encode())),
    "nul": zipped(("evil.yaml\0.txt", b"x")),
    "newline": zipped(("evil\n.yaml", b"x")),
    "control": zipped(("evil\x1b[2J.yaml", b"x")),
    "direction": zipped(("evil\u202elmay.yaml", b"x")),
    "invisible": zipped(("ev\u200bil.yaml", b"x")),
    "kept by windows": zipped(("aux.yaml", LOST_BUS.encode())),
    "many": zipped(*((f"a{number}.yaml", b"") for number in range(MAX_FILES))),
    "bomb": zipped(("evil.yaml", bytes(5_000_000))),
    "bomb of many": zipped(*((f"a{number}.yaml", b"a" * MAX_FILE) for number in range(60))),
    "overlapping": overlapping(),
    "locked": patched(zipped(), 6, 8, b"\x01\x00"),
    "bzip2": zipped(how=zipfile.ZIP_BZIP2),
    "lzma": zipped(how=zipfile.ZIP_LZMA),
    "claims to be small": patched(zipped(), 22, 24, struct.pack("<I", 3)),
    "claims to be large": patched(zipped(), 22, 24, struct.pack("<I", 100_000)),
    "hides a file": hiding(),
    "cut short": GOOD[: len(GOOD) // 2],
    "cut at the end": GOOD[:-10],
    "changed on the way": GOOD.replace(b"induction", b"inductino"),
    "empty": b"",
    "not a zip": PACK.encode(),
    "another zip": to_bytes({"README.md": b"hi"}),
    "pack in a pack": zipped(("harbour-1.0.0.peercoach.zip", GOOD)),
    "program": zipped(("setup.py", b"import os")),
    "program on a shelf": zipped(("member/setup.py", b"import os")),
    "hidden file": zipped((".bashrc", b"x")),
    "hidden scenario": zipped((".evil.yaml", LOST_BUS.encode())),
    "folder": zipped(("other/", b"")),
    "scenario in a folder": zipped(("other/evil.yaml", LOST_BUS.encode())),
    "not text": instead("lost-bus.yaml", b"\xff\xfe\x00"),
    "broken scenario": instead("lost-bus.yaml", b"peercoach: 1\n"),
    "broken pack.yaml": instead("pack.yaml", b"name: [\n"),
    "name that leads away": instead("pack.yaml", PACK.replace("name: harbour", "name: ../harbour").encode()),
    "services with a tag": instead("services.yaml", b"services: !!python/object/apply:os.system [x]\n"),
    "services that grow": instead("services.yaml", b"services:\n - &a [x,x]\n - &b [*a,*a]\n - [*b,*b]\n"),
}
"""Each by what is the matter with it."""
