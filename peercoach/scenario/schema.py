"""The format as a JSON Schema: 2020-12 for programs, draft 7 for editors that complete keys and explain them.

Draft 7 because yaml-language-server, which VS Code and most others use, reads no later one. Both say the same.
It comes from the same keys as the reader. What a schema can't say (names that must exist elsewhere in the file, double keys,
`else` last, chat lines, point patterns) only the reader says.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal

from peercoach.coaching.moment import BANDS
from peercoach.coaching.vocabulary import PITFALLS, SKILLS
from peercoach.scenario import format as form
from peercoach.scenario.core import MAX_ITEMS
from peercoach.scenario.keys import BAND_PAIRS, RUBRIC_LINES, STEPS, TESTS, KeyForm, Keys, Kind, keys_of

FILE = "peercoach.schema.json"
"""What the schema is called where it lies beside scenarios."""
MODELINE = f"# yaml-language-server: $schema={FILE}"
"""The first line of a scenario that tells an editor where its schema is: VS Code (with its YAML extension) and others read it."""
TITLE = "A peercoach scenario"
Dialect = Literal["2020-12", "draft-07"]
"""How a schema is written: as the standard has it now, or as editors read it."""
_WORDS = {"skill": SKILLS, "pitfall": PITFALLS}
_TEXT: dict[str, Any] = {"type": ["string", "number", "boolean"], "pattern": r"\S"}
"""As the reader keeps text as typed, `title: 1984` is text too."""


def schema(dialect: Dialect = "2020-12") -> dict[str, Any]:
    """The JSON Schema of a scenario file; every key is described."""
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", **_shape()}
    return whole if dialect == "2020-12" else _in_draft_7(whole) | {"$schema": "http://json-schema.org/draft-07/schema#"}


def _in_draft_7(shape: Any) -> Any:
    """The same in the older words. Only the place of definitions differs: nothing newer is used here."""
    if isinstance(shape, list):
        return [_in_draft_7(item) for item in shape]
    if not isinstance(shape, dict):
        return shape
    old = {"definitions" if key == "$defs" else key: _in_draft_7(value) for key, value in shape.items()}
    return old | {"$ref": old["$ref"].replace("#/$defs/", "#/definitions/")} if "$ref" in old else old


def _shape() -> dict[str, Any]:
    """The file, and the definitions it refers to."""
    return {
        "title": TITLE,
        "description": "One practice in a group chat: people, and the steps a learner goes through.",
        **_object(keys_of(form.Scenario)),
        "$defs": {
            "text": _TEXT,
            "person": _person(),
            "step": {"type": "object", "oneOf": [{"$ref": f"#/$defs/{kind}-step"} for kind in STEPS]},
            **{f"{kind}-step": _step(kind) for kind in STEPS},
            "option": _described(form.Option, _object(keys_of(form.Option))),
            "rubric-line": {"oneOf": [_rubric_line(kind) for kind in RUBRIC_LINES]},
            "example": _example(),
            "test": _test(),
            "then": _then(),
        },
    }


def with_modeline(text: str) -> str:
    """A scenario's text with the line for editors on top, unless it has one of its own already."""
    if "# yaml-language-server:" in text:
        return text
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    end = "\r\n" if "\r\n" in text else "\n"
    return mark + MODELINE + end + text.removeprefix(mark)


def _object(keys: Keys) -> dict[str, Any]:
    """A mapping with these keys and no others."""
    found: dict[str, Any] = {
        "type": "object",
        "properties": {key.name: {"description": key.help, **_value(key)} for key in keys.values()},
        "additionalProperties": False,
    }
    needed = [key.name for key in keys.values() if key.required]
    return {**found, "required": needed} if needed else found


def _described(cls: type, shape: dict[str, Any]) -> dict[str, Any]:
    return {"description": (cls.__doc__ or "").split("\n")[0], **shape}


def _value(key: KeyForm) -> dict[str, Any]:
    return _VALUES[key.kind](key)


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{name}"}


def _many(item: Mapping[str, Any], least: int = 1) -> dict[str, Any]:
    return {"type": "array", "items": item, "minItems": least, "maxItems": MAX_ITEMS}


def _one_or_many(item: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [item, _many(item)]}


def _name(key: KeyForm) -> dict[str, Any]:
    return {"enum": list(_WORDS[key.of])} if key.of in _WORDS else _TEXT


def _rubric_line(kind: str) -> dict[str, Any]:
    """A rubric line; a point looks for something."""
    keys = keys_of(RUBRIC_LINES[kind])
    patterns = [key.name for key in keys.values() if key.kind == "patterns"]
    some = {"anyOf": [{"required": [name]} for name in patterns]} if patterns else {}
    return {**_described(RUBRIC_LINES[kind], _object(keys)), **some}


def _person() -> dict[str, Any]:
    """What there is to say about somebody; nothing is fine."""
    shape = _object(keys_of(form.Person))
    return _described(form.Person, {**shape, "type": ["object", "null"]})


def _step(kind: str) -> dict[str, Any]:
    shape = _described(STEPS[kind], _object(keys_of(STEPS[kind])))
    if kind == "signpost":
        written = {"properties": {"how": {"const": "reply"}}, "required": ["how"]}
        shape |= {"if": written, "then": {"required": ["rubric", "examples"]}}
    return shape


def _example() -> dict[str, Any]:
    """An example: exactly one band or pair of bands, and what it shows."""
    bands = (*BANDS, *BAND_PAIRS)
    texts = {band: {"description": f"an example reply that is {band}", **_TEXT} for band in bands}
    shape = _object(keys_of(form.ExampleKeys))
    return _described(
        form.Example,
        {**shape, "properties": {**texts, **shape["properties"]}, "oneOf": [{"required": [band]} for band in bands]},
    )


def _test() -> dict[str, Any]:
    """A band, or one of shows, misses, falls-into."""
    shape = _object(keys_of(form.ExampleKeys))
    alone = {**shape, "minProperties": 1, "maxProperties": 1}
    return {"description": f"a band, or one of {', '.join(TESTS)}", "anyOf": [{"enum": list(BANDS)}, alone]}


def _then() -> dict[str, Any]:
    """An entry of `then`: `if` or `else`, and chat, goto or both."""
    shape = _object(keys_of(form.ThenKeys))
    tests = {
        "if": {"description": "a band or a condition, or a list of which any is enough", **_one_or_many(_ref("test"))},
        "else": {"description": "what happens when nothing above matched; comes last, with nothing after it", "type": "null"},
    }
    return _described(
        form.Then,
        {
            **shape,
            "properties": {**tests, **shape["properties"]},
            "oneOf": [{"required": ["if"]}, {"required": ["else"]}],
            "anyOf": [{"required": [name]} for name in shape["properties"]],
        },
    )


_VALUES: Mapping[Kind, Callable[[KeyForm], dict[str, Any]]] = {
    "text": lambda _: _TEXT,  # not by reference: draft 7 passes over whatever stands beside a $ref, and that is the help
    "chat": lambda _: _TEXT,
    "texts": lambda _: _one_or_many(_ref("text")),
    "patterns": lambda _: _one_or_many(_ref("text")),
    "number": lambda key: {"type": "integer", "minimum": key.low, "maximum": key.high},
    "flag": lambda _: {"enum": [True, False, "yes", "no"]},
    "choice": lambda key: {"enum": list(key.words)},
    "name": _name,
    "names": lambda key: _one_or_many(_name(key)),
    "slug": lambda _: {"type": ["string", "integer", "boolean"], "pattern": "^[a-z0-9]+([-_][a-z0-9]+)*$", "maxLength": 60},
    "clock": lambda _: {"type": "string", "pattern": "^([01]?[0-9]|2[0-3]):[0-5][0-9]$"},
    "people": lambda _: {"type": "object", "minProperties": 1, "additionalProperties": _ref("person")},
    "steps": lambda _: _many(_ref("step")),
    "options": lambda _: _many(_ref("option"), 2),
    "rubric": lambda _: {**_many(_ref("rubric-line")), "contains": {"anyOf": [{"required": ["skill"]}, {"required": ["point"]}]}},
    "examples": lambda _: _many(_ref("example")),
    "then": lambda _: _many(_ref("then")),
}
"""How each kind of value is described."""
