"""The keys each part of a scenario takes, gathered from the dataclasses of `format`. Reader, schema and help read these."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from functools import cache
from types import MappingProxyType
from typing import Annotated, Any, Literal, Union, cast, get_args, get_origin, get_type_hints

from peercoach.coaching.moment import BANDS, Rubric
from peercoach.scenario import format as form

Kind = Literal[
    "text", "texts", "patterns", "number", "flag", "choice", "name", "names", "slug", "clock", "chat",
    "people", "steps", "options", "rubric", "examples", "then",
    "pack-name", "version", "tracks", "file",
]  # fmt: skip

STEPS: Mapping[str, type] = MappingProxyType(
    {
        "chat": form.ChatStep,
        "spot": form.SpotStep,
        "choose": form.ChooseStep,
        "reply": form.ReplyStep,
        "signpost": form.SignpostStep,
        "reflect": form.ReflectStep,
        "later": form.LaterStep,
        "note": form.NoteStep,
    }
)
"""The kinds of step, each by the key that makes it one."""

RUBRIC_LINES: Mapping[str, type] = MappingProxyType(
    {"skill": form.SkillKeys, "point": form.PointKeys, "check-yourself": form.CheckKeys}
)
"""The kinds of rubric line, each by the key that makes it one."""

TESTS: tuple[str, ...] = ("shows", "misses", "falls-into")
"""The keys of a condition that is not a band."""

BAND_PAIRS: tuple[str, ...] = tuple(f"{one} or {two}" for one in BANDS for two in BANDS if one != two)
"""The keys of an example that may be either of two bands."""

_PARTS: Mapping[type, Kind] = MappingProxyType(
    {form.Line: "chat", form.Person: "people", form.Option: "options", form.Example: "examples", form.Then: "then"}
)


@dataclass(frozen=True, slots=True)
class KeyForm:
    """One key: its name in YAML, the field it fills, what it takes and what it is for."""

    name: str
    field: str
    kind: Kind
    help: str
    required: bool
    low: int = 0
    high: int = 0
    words: tuple[str, ...] = ()
    of: str = ""


Keys = Mapping[str, KeyForm]


@cache
def keys_of(cls: type) -> Keys:
    """The keys of a part, in the order they are written. A part with a rubric also takes `watch` and `allow`."""
    hints = get_type_hints(cls, include_extras=True)
    found: dict[str, KeyForm] = {}
    for item in _in_order(cls):
        hint = hints[item.name]
        if get_origin(hint) is Annotated:
            required = any(isinstance(each, form.Must) for each in get_args(hint)) or (
                item.default is MISSING and item.default_factory is MISSING
            )
            key = _key(item.name, hint, required=required)
            found[key.name] = key
            if key.kind == "rubric":
                found.update(keys_of(form.WatchKeys))
    return MappingProxyType(found)


@cache
def required_in(cls: type) -> Mapping[str, KeyForm]:
    """The keys a part can't do without, by field."""
    return MappingProxyType({key.field: key for key in keys_of(cls).values() if key.required})


@cache
def all_keys() -> Mapping[str, frozenset[Kind]]:
    """Every key of the format, with the kinds of value it takes somewhere. Bands and conditions are not among them."""
    parts = (form.Scenario, form.Person, form.Option, form.ExampleKeys, form.ThenKeys, *STEPS.values(), *RUBRIC_LINES.values())
    found: dict[str, set[Kind]] = {}
    for part in parts:
        for key in keys_of(part).values():
            found.setdefault(key.name, set()).add(key.kind)
    return MappingProxyType({name: frozenset(kinds) for name, kinds in found.items()})


def _in_order(cls: type) -> list[Any]:
    """The fields of a part; a step's own before those that every step has."""
    every = {item.name for item in fields(form.StepBase)} if issubclass(cls, form.StepBase) else set()
    return sorted(fields(cls), key=lambda item: item.name in every)


def _key(name: str, hint: Any, *, required: bool) -> KeyForm:
    base, *notes = get_args(hint)
    texts = [note for note in notes if isinstance(note, str)]
    by_type = {type(note): note for note in notes}
    bounds = by_type.get(form.Range, form.Range(0, 0))
    words = by_type[form.OneOf].words if form.OneOf in by_type else _literals(base)
    key = by_type[form.Key].name if form.Key in by_type else name.replace("_", "-")
    of = by_type[form.Names].of if form.Names in by_type else ""
    kind = _kind(base, by_type, words)
    return KeyForm(key, name, kind, " ".join(texts), required, bounds.low, bounds.high, words, of)


def _kind(base: Any, notes: Mapping[type, Any], words: tuple[str, ...]) -> Kind:
    if form.As in notes:
        return cast("Kind", notes[form.As].kind)
    if form.Range in notes:
        return "number"
    if words:
        return "choice"
    if get_origin(base) is tuple:
        return _kind_of_many(get_args(base)[0], notes)
    special: tuple[tuple[bool, Kind], ...] = (
        (base is Rubric, "rubric"),
        (base is bool, "flag"),
        (form.Slug in notes, "slug"),
        (form.Clock in notes, "clock"),
        (form.Names in notes, "name"),
    )
    return next((kind for is_it, kind in special if is_it), "text")


def _kind_of_many(item: Any, notes: Mapping[type, Any]) -> Kind:
    if item is str:
        return "names" if form.Names in notes else "patterns" if form.Patterns in notes else "texts"
    return "steps" if get_origin(item) is not None or item not in _PARTS else _PARTS[item]


def _literals(base: Any) -> tuple[str, ...]:
    """The words of a `Literal`, alone or in a union with None."""
    if get_origin(base) is Literal:
        return tuple(str(word) for word in get_args(base))
    if get_origin(base) is Union:
        return tuple(word for part in get_args(base) for word in _literals(part))
    return ()
