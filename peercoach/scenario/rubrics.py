"""What a reply step looks for and what follows: rubric lines, example replies, and `then`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from peercoach.coaching.moment import BANDS, PointLine, SkillLine
from peercoach.coaching.vocabulary import SKILLS
from peercoach.scenario.core import BAD, Reader, is_nothing, keys_among
from peercoach.scenario.faults import did_you_mean, listed, shown
from peercoach.scenario.format import Example, ExampleKeys, Test, Then, ThenKeys
from peercoach.scenario.keys import BAND_PAIRS, RUBRIC_LINES, TESTS, KeyForm, keys_of
from peercoach.scenario.nodes import Node
from peercoach.scenario.values import read_names, read_text

_ANY_BAND = frozenset({*BANDS, *BAND_PAIRS})


@dataclass(frozen=True, slots=True)
class Lines:
    """A rubric as written: the scored lines, and what the learner is asked to look for themselves."""

    scored: tuple[SkillLine | PointLine, ...]
    check_yourself: tuple[str, ...]


def points_of(node: Node | None) -> frozenset[str] | None:
    """The names of the points in a rubric, before it is read; None when it can't be told."""
    if node is None or node.id != "sequence":
        return None if node is not None else frozenset()
    pairs = [pair for item in node.value if item.id == "mapping" for pair in item.value]
    return frozenset(value.value for key, value in pairs if key.value == "point" and value.id == "scalar")


def read_rubric(reader: Reader, node: Node, key: KeyForm) -> Any:
    """The rubric's lines; each looks for one skill or one point, or is for the learner to look at."""
    lines = reader.many(node, key.name, _line)
    if lines is BAD:
        return BAD
    scored = tuple(line for line in lines if not isinstance(line, str))
    if not scored:
        return reader.error(node, "empty", f"the rubric of {reader.where} looks for nothing", "give it a skill or a point")
    if not _all_once(reader, node, lines):
        return BAD
    return Lines(scored, tuple(line for line in lines if isinstance(line, str)))


def _all_once(reader: Reader, node: Node, lines: Iterable[SkillLine | PointLine | str]) -> bool:
    """Whether no skill or point is in a rubric twice."""
    before, seen = len(reader.faults), set()
    for item, line in zip(node.value, lines, strict=True):
        name = "" if isinstance(line, str) else line.skill if isinstance(line, SkillLine) else line.point
        if name and name in seen:
            reader.error(item, "double-name", f'"{name}" is in this rubric twice', "keep one of them, and give it more weight")
        seen.add(name)
    return len(reader.faults) == before


def _line(reader: Reader, item: Node) -> Any:
    kinds = [key.value for key in keys_among(item, RUBRIC_LINES)]
    if len(kinds) != 1:
        return _no_kind(reader, item, kinds)
    what = f"this {kinds[0]} line"
    values = reader.mapping(item, RUBRIC_LINES[kinds[0]], what)
    if kinds[0] == "check-yourself":
        return values.get("check_yourself", BAD)
    if kinds[0] == "skill":
        return SkillLine(**values) if "skill" in values else BAD
    return _point(reader, item, values)


def _point(reader: Reader, item: Node, values: dict[str, Any]) -> Any:
    if "point" not in values:
        return BAD
    name = values["point"]
    if name in SKILLS:
        return reader.error(item, "double-name", f'point "{name}" has the name of a skill', "give it another name")
    if not keys_among(item, {"any", "all", "none"}):
        return reader.error(item, "missing-key", f'point "{name}" has nothing to look for', "give it any, all or none")
    return PointLine(**values)


def _no_kind(reader: Reader, item: Node, kinds: list[str]) -> Any:
    names = listed(RUBRIC_LINES)
    if kinds:
        return reader.error(
            item, "two-kinds", f"a rubric line is one thing; this has {listed(kinds, 'and')}", "make it two lines"
        )
    if item.id == "scalar" and item.value in SKILLS:
        return reader.error(item, "kind", f'write "skill: {item.value}" here')
    for key, _ in item.value if item.id == "mapping" else ():
        near = did_you_mean(key.value, RUBRIC_LINES) if key.id == "scalar" else ""
        if near:
            return reader.error(key, "unknown-key", f'a rubric line has no use for "{shown(key.value)}"{near}')
    return reader.error(item, "missing-key", f"a rubric line needs {names}", "as in `- skill: hear`")


def read_examples(reader: Reader, node: Node, key: KeyForm) -> Any:
    """Example replies, each under its band."""
    return reader.many(node, key.name, _example, key.help)


def _example(reader: Reader, item: Node) -> Any:
    if item.id != "mapping":
        return reader.error(item, "kind", "an example needs its band first", "as in `- strong: |` with the reply under it")
    if keys_among(item, {"if", "else"}) and not keys_among(item, _ANY_BAND):
        return _stray_then(reader, item)
    keys = keys_of(ExampleKeys)
    bands: tuple[str, ...] = ()
    strange = False
    found: dict[str, Any] = {}
    for name, key, value in reader.pairs(item):
        if name in _ANY_BAND:
            if bands:
                return reader.error(key, "two-kinds", f'an example has one band: write "{bands[0]} or {name}"')
            bands = tuple(name.split(" or "))
            found["text"] = (
                reader.error(key, "empty", f'there is no text under "{name}"')
                if is_nothing(value)
                else _reply(reader, value, name)
            )
        elif name in keys:
            found[keys[name].field] = _names(reader, key, value, keys[name])
        else:
            meant = reader.unknown_key(key, value, name, {**dict.fromkeys(BANDS), **keys}, "an example")
            found.setdefault("text", BAD) if meant in BANDS else None
            bands = bands or ((meant,) if meant in BANDS else ())
            strange = strange or not meant
    if strange and not bands:
        return BAD  # the key that was told stands where the band should
    return _whole_example(reader, item, bands, found)


def _stray_then(reader: Reader, item: Node) -> Any:
    """An entry of `then` among the examples: the line `then:` is missing, which is told once."""
    message = 'an if or an else belongs under "then"'
    if any(fault.message == message for fault in reader.faults):
        return BAD
    return reader.error(item, "missing-key", message, "put a line with then: above this one")


def _reply(reader: Reader, value: Node, name: str) -> Any:
    return read_text(reader, value, KeyForm(name, "text", "text", "", required=True))


def _names(reader: Reader, key: Node, value: Node, form: KeyForm) -> Any:
    if is_nothing(value):
        return reader.error(key, "empty", f'there is nothing after "{form.name}"', form.help)
    return read_names(reader, value, form)


def _whole_example(reader: Reader, item: Node, bands: tuple[str, ...], found: dict[str, Any]) -> Any:
    if not bands:
        return reader.error(item, "missing-key", "this example has no band", f"give the reply under {listed(BANDS)}")
    if BAD in found.values() or "text" not in found:
        return BAD
    both = set(found.get("shows", ())) & set(found.get("misses", ()))
    if both:
        return reader.error(
            item, "contradiction", f"this example both shows and misses {listed(sorted(both), 'and')}", "keep one"
        )
    return Example(bands=bands, line=item.start_mark.line + 1, **found)  # type: ignore[arg-type]  # each is in _ANY_BAND


def read_then(reader: Reader, node: Node, key: KeyForm) -> Any:
    """What happens after a reply; `else` comes last."""
    last = node.value[-1] if node.id == "sequence" and node.value else None
    return reader.many(node, key.name, lambda reader, item: _then(reader, item, last=item is last))


def _then(reader: Reader, item: Node, *, last: bool) -> Any:
    if item.id != "mapping":
        return reader.error(item, "kind", 'an entry of "then" needs an if or an else', "as in `- if: strong` with chat under it")
    keys = keys_of(ThenKeys)
    tests: Any = None
    found: dict[str, Any] = {}
    words = {"if": None, "else": None, **keys}
    for name, key, value in reader.pairs(item):
        if name in {"if", "else"}:
            if tests is not None:
                return reader.error(key, "two-kinds", "an entry has an if or an else, not both", "make it two entries")
            tests = _condition(reader, key, value) if name == "if" else _else(reader, key, value, last=last)
        elif name in keys:
            empty = is_nothing(value)
            read = reader.values[keys[name].kind]
            found[name] = (
                reader.error(key, "empty", f'there is nothing after "{name}"') if empty else read(reader, value, keys[name])
            )
        else:
            meant = reader.unknown_key(key, value, name, words, 'an entry of "then"')
            found.setdefault(meant, BAD) if meant in keys else None
            tests = BAD if tests is None and meant in {"if", "else"} else tests
    return _whole_then(reader, item, tests, found)


def _whole_then(reader: Reader, item: Node, tests: Any, found: dict[str, Any]) -> Any:
    if tests is None:
        return reader.error(item, "missing-key", 'this entry of "then" has no if and no else', "as in `- if: strong`")
    if not found and tests is not BAD:
        return reader.error(item, "missing-key", 'this entry of "then" does nothing', "give it chat, goto or both")
    return BAD if tests is BAD or BAD in found.values() else Then(tests=tests, **found)


def _else(reader: Reader, key: Node, value: Node, *, last: bool) -> Any:
    if not is_nothing(value):
        return reader.error(value, "kind", '"else" has nothing after it', "put what people answer under chat, on the next line")
    if not last:
        return reader.error(key, "else-last", '"else" comes last: what is below it can never happen', "move it to the end")
    return ()


def _condition(reader: Reader, key: Node, node: Node) -> Any:
    """One test or a list of tests, any of which is enough."""
    if is_nothing(node):
        return reader.error(key, "empty", 'there is nothing after "if"', f"a band, or one of {listed(TESTS)}")
    if node.id != "sequence":
        test = _test(reader, node)
        return BAD if test is BAD else (test,)
    return reader.many(node, "if", _test)


def _test(reader: Reader, node: Node) -> Any:
    if node.id == "scalar":
        if node.value in BANDS:
            return Test(bands=(node.value,))
        near = did_you_mean(node.value, BANDS)
        return reader.error(node, "unknown-band", f'"{shown(node.value)}" is not a band{near}', f"the bands: {', '.join(BANDS)}")
    if node.id != "mapping" or len(node.value) != 1:
        hint = "as in {shows: hear}; several in a list: any of them is enough"
        return reader.error(node, "kind", f"a condition is a band or one of {listed(TESTS)}", hint)
    keys = keys_of(ExampleKeys)
    name_node, value = node.value[0]
    if name_node.id != "scalar" or name_node.value not in keys:
        near = did_you_mean(name_node.value, keys) if name_node.id == "scalar" else ""
        return reader.error(name_node, "unknown-key", f"a condition is a band or one of {listed(TESTS)}{near}")
    form = keys[name_node.value]
    names = _names(reader, name_node, value, form)
    return BAD if names is BAD else Test(**{form.field: names})
