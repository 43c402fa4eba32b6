"""Starting a scenario file: the templates there are, and a file's text with another title, name or content note. Pure.

The templates themselves are YAML files in `templates/`, so that they read, and are checked, as what they are.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from peercoach.scenario.nodes import Node, tree

STAND_IN = "sam"
"""Whom every template is about, until a trainer gives them a name."""
_PLAIN = re.compile(r"[A-Za-z0-9](?:[\w ?!.,()'’-]*[\w?!.)])?")
"""Text that YAML reads as it stands, without quotes."""
_NAME = re.compile(r"[^\W\d_][^\W_]{0,19}(?:-[^\W_]{1,19})?")


class Template(NamedTuple):
    """A file to start from: its id, and who needs what in it."""

    id: str
    who: str

    @property
    def file(self) -> str:
        """Where it is in the package."""
        return f"scenario/templates/{self.id}.yaml"


TEMPLATES: tuple[Template, ...] = (
    Template("newcomer", "somebody new doesn't know how to join in"),
    Template("missed", "somebody's message got no answer"),
    Template("low-mood", "somebody is feeling low"),
    Template("signpost", "somebody needs more than a chat can give"),
    Template("moderator", "somebody only asks the moderator, and the learner is that moderator"),
)
"""In the order they are offered."""


def slug(title: str) -> str:
    """A file name for a title, without its ending: small letters, digits and hyphens; "my-scenario" where nothing is left."""
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", title.lower()))
    return "-".join(words)[:60].strip("-") or "my-scenario"


def is_name(word: str) -> bool:
    """Whether the person a template is about can be called this: one word, letters first."""
    return _NAME.fullmatch(word) is not None and word.lower() not in {"you", "end"}


def renamed(text: str, name: str) -> str:
    """A template's text about somebody else: `sam` in the chat becomes their name in small letters, `Sam` has a capital."""
    small, large = name.lower(), name[:1].upper() + name[1:]
    text = re.sub(rf"\b{STAND_IN}\b", lambda _: small, text)
    return re.sub(rf"\b{STAND_IN.title()}\b", lambda _: large, text)


def retitled(text: str, title: str) -> str:
    """The text with another title; comments and all the rest stay. A file without a title is left as it is."""
    return _with_value(text, "title", _scalar(" ".join(title.split())))


def with_content(text: str, content: tuple[str, ...]) -> str:
    """The text with this content note; the line goes when nothing is hard to read."""
    if content:
        return _with_value(text, "content", f"[{', '.join(_scalar(word, more=',') for word in content)}]")
    return re.sub(r"^content:.*\n", "", text, flags=re.MULTILINE)


def title_of(text: str) -> str:
    """The title a file's text has; "" where it has none that can be read."""
    node = _value(text, "title")
    return " ".join(node.value.split()) if node is not None and node.id == "scalar" else ""


def _scalar(text: str, *, more: str = "") -> str:
    """Text as YAML takes it on one line; `more` are signs that have to be in quotes here."""
    if _PLAIN.fullmatch(text) and not set(more) & set(text):
        return text
    if "'" in text and not {'"', "\\"} & set(text):
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def _value(text: str, name: str) -> Node | None:
    root = tree(text).root
    pairs = root.value if root is not None and root.id == "mapping" else ()
    return next((value for key, value in pairs if key.value == name), None)


def _with_value(text: str, name: str, value: str) -> str:
    """The text with another value for a key at the top; what stands behind it on its line stays."""
    node = _value(text, name)
    if node is None:
        return text
    lines = text.split("\n")
    start, end = node.start_mark, node.end_mark
    behind = lines[end.line][end.column :] if end.line < len(lines) and end.column else ""
    last = end.line + 1 if end.column else end.line
    lines[start.line : last] = [f"{lines[start.line][: start.column]}{value}{behind}"]
    return "\n".join(lines)
