"""Rows out of a file that came from elsewhere: CSV as spreadsheets write it, or JSON Lines. Bytes in, rows out.

Nothing of what a cell holds is ever repeated in a fault: it may be somebody's reply.
"""

from __future__ import annotations

import codecs
import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NoReturn

from peercoach.errors import PeercoachError
from peercoach.scenario.faults import listed, nearest

COLUMNS: tuple[str, ...] = ("reply", "band", "step", "shows", "misses", "falls-into", "id")
NEEDED: tuple[str, ...] = ("reply", "band")
MOST_BYTES = 5_000_000
MOST_ROWS = 2_000

_SEPARATORS = (",", ";", "\t")
_ZIPPED = b"PK\x03\x04"
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_SAVE_AS = "In a spreadsheet: Save as, then “CSV UTF-8”."
_OBJECT = 'a line is one reply, as in {"reply": "...", "band": "strong"}'
_NOT_UTF8 = "has letters that aren't UTF-8; in a spreadsheet, save it as “CSV UTF-8”"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the line it begins on (from 1) and its cells by column, or what is the matter with it."""

    line: int
    cells: Mapping[str, Any] = field(default_factory=dict)
    fault: str = ""


def rows(raw: bytes, *, json_lines: bool | None = None) -> Iterator[Row]:
    """The rows of a file, at most `MOST_ROWS`; blank ones are passed over. `json_lines`: None is told from how it begins.

    Raises PeercoachError where the whole file can't be used.
    """
    text = _text(raw)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if json_lines is None:
        json_lines = text.lstrip().startswith("{")
    found = _json_rows(lines) if json_lines else _csv_rows(lines)
    return _bounded(found)


def _text(raw: bytes) -> str:
    """The text; what isn't UTF-8 is left in as lone surrogates, so that only the rows that hold it are lost."""
    if len(raw) > MOST_BYTES:
        raise PeercoachError(f"it is bigger than {MOST_BYTES // 1_000_000} MB", "Split it into several files.")
    if raw.startswith(_ZIPPED):
        raise PeercoachError("it is a spreadsheet or a zipped file, not plain text", _SAVE_AS)
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, "surrogateescape" if encoding == "utf-8" else "replace")
    return raw.decode("utf-8", "surrogateescape")


def _bounded(found: Iterator[Row]) -> Iterator[Row]:
    for count, row in enumerate(found):
        if count == MOST_ROWS:
            yield Row(row.line, fault=f"only the first {MOST_ROWS} rows are read; put the rest into another file")
            return
        yield row if row.fault else _sound(row)


def _sound(row: Row) -> Row:
    """The row, or the fault that none of its text should have."""
    for cell in row.cells.values():
        for text in cell if isinstance(cell, list) else [cell]:
            if isinstance(text, str) and "\0" in text:
                return Row(row.line, fault="has an empty byte in it; the file may be damaged")
            if isinstance(text, str) and any("\ud800" <= char <= "\udfff" for char in text):
                return Row(row.line, fault=_NOT_UTF8)
    return row


def _csv_rows(lines: Sequence[str]) -> Iterator[Row]:
    first = next((place for place, line in enumerate(lines) if _is_text(line)), None)
    if first is None:
        raise PeercoachError("there is nothing in it", f"The first row names the columns: {listed(COLUMNS, 'and')}.")
    separator, names = _heading(lines[first])
    place = first + 1
    while place < len(lines):
        # A row a reader: where one can't be read, the next line gets its chance, whatever a stray quotation mark swallowed.
        reader = csv.reader((f"{lines[at]}\n" for at in range(place, len(lines))), delimiter=separator, strict=True)
        line = place + 1
        try:
            cells = next(reader)
        except csv.Error as trouble:
            yield Row(line, fault=_csv_trouble(str(trouble)))
            place += 1
            continue
        place += reader.line_num
        if any(cell.strip() for cell in cells):
            yield _named(line, names, cells)


def _is_text(line: str) -> bool:
    """Whether a line is more than blanks, separators, or the `sep=;` that some spreadsheets begin with."""
    return bool(line.strip(" ,;\t")) and not line.strip().lower().startswith("sep=")


def _heading(line: str) -> tuple[str, tuple[str, ...]]:
    """What separates the columns, and their names."""
    for separator in _SEPARATORS:
        try:
            cells = next(csv.reader([line], delimiter=separator, strict=True))
        except csv.Error:
            continue
        names = tuple(map(column, cells))
        if set(NEEDED) <= set(names):
            return separator, _checked(names)
    raise PeercoachError(
        "the first row has to name the columns, with reply and band among them",
        f"The columns there can be: {listed(COLUMNS, 'and')}.",
    )


def _checked(names: tuple[str, ...]) -> tuple[str, ...]:
    for name in COLUMNS:
        if names.count(name) > 1:
            raise PeercoachError(f"there are two columns called {name}", "Keep one.")
    for place, name in enumerate(names, 1):
        near = "" if name in COLUMNS else nearest(name, COLUMNS)
        if near and near not in names:
            raise PeercoachError(f"column {place} has a name that isn't known; did you mean {near}?", "Mend the first row.")
    return names


def column(name: str) -> str:
    """A column's name as we write it: `Falls into` and `falls_into` are `falls-into`."""
    return "-".join(name.strip().casefold().replace("_", " ").split())


def _named(line: int, names: tuple[str, ...], cells: Sequence[str]) -> Row:
    spare = [cell for cell in cells[len(names) :] if cell.strip()]
    if spare:
        return Row(line, fault="has more cells than the first row; a reply with a comma in it goes in quotation marks")
    return Row(line, {name: cell for name, cell in zip(names, cells, strict=False) if name in COLUMNS})


def _csv_trouble(words: str) -> str:
    """What Python's reader says, so that it can be acted on."""
    if "unexpected end" in words:
        return "opens a quotation mark that is never closed"
    if "field larger" in words:
        return "has a cell far too long to be a reply; look for a quotation mark that is never closed"
    return "has a quotation mark that is closed too early, or never; inside quotation marks, each is typed twice"


def _json_rows(lines: Sequence[str]) -> Iterator[Row]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            found = json.loads(line, parse_constant=_refuse)
        except (ValueError, RecursionError) as trouble:
            where = f" at column {trouble.colno}" if isinstance(trouble, json.JSONDecodeError) else ""
            yield Row(number, fault=f"isn't JSON{where}; {_OBJECT}")
            continue
        if isinstance(found, dict):
            yield Row(number, {column(name): value for name, value in found.items() if column(name) in COLUMNS})
        else:
            yield Row(number, fault=f"isn't a JSON object; {_OBJECT}")


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)
