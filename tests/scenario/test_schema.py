"""The JSON Schema and the reader agree on what a scenario is, within what a schema can say."""

from __future__ import annotations

import copy
import os
import random
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest
import yaml

from peercoach.scenario.reader import read
from peercoach.scenario.schema import Dialect, schema
from peercoach.scenario.template import TEMPLATES
from tests.scenario.texts import EVERY_STEP, WHOLE, template

ONLY_THE_READER = frozenset(
    {
        "unknown-person",  # a name that has to be in `people`
        "unknown-step",  # a goto that has to be a step
        "double-name",  # two steps, points or rubric lines of one name
        "else-last",
        "contradiction",  # an example that shows and misses the same
        "chat",  # what stands in a chat block
        "pattern",  # what stands in a point pattern
        "name",  # `end` as an id, `you` as a person, signs in a person's name
    }
)
"""Rules that look at more than the shape: the schema has no words for them. `shows` and `misses` may name a point, so there an
unknown skill is the reader's alone as well, and so is a point with a skill's name."""
MUTANTS = int(os.environ.get("PEERCOACH_MUTANTS", "1200"))
VALUES: list[Any] = ["x", "", "hear", "strong", "fixing", "ash", "end", 0, 1, 2, 99, True, None, [], {}, ["hear"], ["x", 3]]
VALUES += [[[]], {"x": 1}, {"if": "strong"}, {"shows": "x"}]
KEYS = ("goto", "id", "to", "chat", "reply", "hints", "x", "strong", "shows", "any", "else")


def validator(dialect: Dialect = "2020-12") -> Any:
    whole = schema(dialect)
    checks = jsonschema.validators.validator_for(whole, default=None)
    assert checks is not None
    checks.check_schema(whole)
    return checks(whole)


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if path:
        yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield from places(item, (*path, key))


def mutant(whole: Any, chance: random.Random) -> Any:
    """The same with one thing in it changed, taken out, put in twice, or given another key."""
    whole = copy.deepcopy(whole)
    *path, last = chance.choice(list(places(whole)))
    parent = whole
    for key in path:
        parent = parent[key]
    how = chance.randrange(4)
    if how == 0:
        parent[last] = copy.deepcopy(chance.choice(VALUES))
    elif how == 1:
        del parent[last]
    elif how == 2 and isinstance(parent, dict):
        parent[chance.choice(KEYS)] = copy.deepcopy(chance.choice(VALUES))
    else:
        parent[last] = [parent[last]]
    return whole


class Dumper(yaml.CSafeDumper):
    """Writes nothing for None: to the reader the word `null` is a text like any other."""


Dumper.add_representer(type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:null", ""))


def reader_says(value: Any) -> tuple[bool, bool]:
    """Whether the reader takes the shape of a value, and whether something only the reader can see is wrong with it."""
    faults = read(yaml.dump(value, Dumper=Dumper, sort_keys=False, allow_unicode=True, width=10_000), "mutant").faults
    rules = {fault.rule for fault in faults if fault.severity == "error" and "and not a point of" not in fault.message}
    alone = {rule for rule in rules if rule in ONLY_THE_READER}
    return not rules - alone, bool(alone)


def test_schema_and_reader_agree_on_twelve_hundred_files() -> None:
    """`PEERCOACH_MUTANTS=5000 pytest tests/scenario/test_schema.py` looks at more."""
    check = validator()
    chance = random.Random(20261122)  # noqa: S311  # the same files each time, and no secret
    bases = [yaml.safe_load(text) for text in (WHOLE, EVERY_STEP, template("missed"))]
    taken = 0
    for number in range(MUTANTS):
        value = mutant(bases[number % 3], chance)
        fine, alone = reader_says(value)
        valid = check.is_valid(value)
        taken += valid
        assert valid == fine or (valid and alone), value
    assert MUTANTS / 12 < taken < MUTANTS * 11 / 12


@pytest.mark.parametrize("text", [WHOLE, EVERY_STEP, *(template(each.id) for each in TEMPLATES)])
def test_good_files_are_valid(text: str) -> None:
    assert list(validator().iter_errors(yaml.safe_load(text))) == []


def test_the_schema_for_editors_says_the_same_in_older_words() -> None:
    older, newer = validator("draft-07"), validator()
    assert isinstance(older, jsonschema.Draft7Validator)
    assert isinstance(newer, jsonschema.Draft202012Validator)
    assert "$defs" not in str(older.schema)
    chance = random.Random(7)  # noqa: S311  # the same files each time, and no secret
    whole = yaml.safe_load(EVERY_STEP)
    for value in (mutant(whole, chance) for _ in range(MUTANTS // 6)):
        assert older.is_valid(value) == newer.is_valid(value), value


def test_every_key_is_described() -> None:
    bare: list[str] = []

    def look(value: Any, name: str) -> None:
        if isinstance(value, dict):
            for key, shape in value.get("properties", {}).items():
                if key not in {"how"} and not shape.get("description"):
                    bare.append(f"{name}.{key}")
            for key, item in value.items():
                look(item, f"{name}.{key}")
        elif isinstance(value, list):
            for item in value:
                look(item, name)

    look(schema(), "")
    assert bare == []
