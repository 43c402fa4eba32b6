"""What is said about text that YAML misreads: the same words whether the reader meets it or the line-by-line look does."""

from __future__ import annotations

from peercoach.scenario.faults import Fault

FIX = "put | after the key and the text on the next line, indented; or run: peercoach scenario check --fix"
_FIX_ITEM = "put | after the - and the text on the next line, indented; or run: peercoach scenario check --fix"
_TAKEN_FOR = {
    "@": "can't read it",
    "`": "can't read it",
    "%": "can't read it",
    "*": "takes it for a reference",
    "&": "takes it for a reference",
    "!": "takes it for a tag",
    "[": "takes it for a list",
    "{": "takes it for a set of keys",
    "?": "takes it for a key",
    "-": "takes it for a list",
    '"': "takes the quote for the edge of the text",
    "'": "takes the quote for the edge of the text",
    ">": "takes it for a folded block",
    "|": "wants the text on the next line",
}


def start(line: int, col: int, first: str, *, item: bool = False) -> Fault:
    """Text that starts with a sign YAML keeps for itself."""
    message = f"this text starts with {first} and YAML {_TAKEN_FOR.get(first, 'misreads it')}"
    return Fault(line, col, "yaml-start", "error", message, _FIX_ITEM if item else FIX)


def colon(line: int, col: int, *, item: bool = False) -> Fault:
    """Text with a colon and a space in it, placed at the colon."""
    return Fault(line, col, "yaml-colon", "error", "YAML splits this text at the colon", _FIX_ITEM if item else FIX)


def cut(line: int, col: int, *, sure: bool) -> Fault:
    """Text that ends at a ` #`, placed at the `#`. Not `sure`: it may be a note to authors."""
    message = "YAML cuts this text off at the #"
    if sure:
        return Fault(line, col, "yaml-hash", "error", message, FIX)
    hint = "if it is text, put it under |; if it is a note to authors, put two spaces before the #"
    return Fault(line, col, "yaml-hash", "advice", message, hint)


def tab(line: int, col: int) -> Fault:
    """A tab where a line starts."""
    return Fault(
        line, col, "yaml-tab", "error", "this line starts with a tab", "use spaces; or run: peercoach scenario check --fix"
    )


def indent(line: int, col: int, message: str) -> Fault:
    """A line that starts in the wrong column."""
    return Fault(line, col, "yaml-indent", "error", message, "line it up; or run: peercoach scenario check --fix")


def space(line: int, col: int, key: str) -> Fault:
    """A known key with no space after its colon."""
    return Fault(line, col, "yaml-space", "error", f'there is no space after "{key}:"', f"write {key}: and a space")


def no_colon(line: int, col: int, key: str) -> Fault:
    """A known key with no colon after it."""
    return Fault(line, col, "yaml-space", "error", f'there is no colon after "{key}"', f"write {key}: and a space")


def comma(line: int, col: int, word: str) -> Fault:
    """A word that a comma inside `{ }` made into a key."""
    message = f'"{word}" stands alone: inside {{ }} a comma starts a new key'
    return Fault(line, col, "yaml-comma", "error", message, "put quotes round text that has a comma, or write one key a line")


def no_bar(line: int, col: int) -> Fault:
    """Chat without its `|`, placed at the key."""
    return Fault(
        line, col, "yaml-bar", "error", "there is no | after this key, so its lines are not read as text", "write `chat: |`"
    )
