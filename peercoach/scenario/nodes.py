"""From a file's text to YAML nodes, with everything YAML allows and a scenario doesn't refused on the way.

Nothing is ever constructed from the nodes: a scalar is the text as typed. Size, depth and characters are bounded before any
parser sees them, so a hostile file costs no more than a long one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Protocol

from peercoach.scenario.faults import Fault

if TYPE_CHECKING:
    from peercoach.scenario.traps import Scan

MAX_BYTES = 200_000
MAX_DEPTH = 40
UNREADABLE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]|\r(?!\n)"
)
_FAR = 120
_MAYBE_DEEP = re.compile(rf"(?m)^[ \-?:\t]{{{_FAR}}}")
_MAYBE_MARKED = re.compile(r"(?<![^\s\[\]{},:\"'])[&!](?:[^\s,]|$)", re.MULTILINE)
_MAYBE_CUT = re.compile(r" #(?:[^\s#]|(?<=[^ ] #) ?\S)")


class Mark(Protocol):
    """A place in the file; both count from 0."""

    line: int
    column: int


class Node(Protocol):
    """The parts of a PyYAML node that are read here. `id` is `scalar`, `sequence` or `mapping`."""

    id: str
    value: Any
    style: str | None
    flow_style: bool | None
    start_mark: Mark
    end_mark: Mark


@dataclass(frozen=True, slots=True)
class Tree:
    """A file's nodes (None when it could not be parsed), its lines, what was mended to read on, and the faults so far."""

    root: Node | None
    lines: Sequence[str]
    faults: tuple[Fault, ...] = ()
    mended: Scan | None = None


def tree(text: str, *, closely: bool = False) -> Tree:
    """The nodes of a file. Where YAML misreads what a trainer typed, that is a fault, and reading goes on with what was meant.

    A file that parses and looks harmless is looked at for that only if asked to look `closely`.
    """
    bad = (*_too_big(text), *_unreadable(text)) or _too_deep(text)
    if bad:
        return Tree(None, (), bad)
    text = text.replace("\r\n", "\n").removeprefix("\ufeff")
    marked = ("&" in text or "!" in text) and _MAYBE_MARKED.search(text) is not None
    root, problem = (None, None) if marked else _compose(text)
    if problem is None and not (closely or marked) and (" #" not in text or _MAYBE_CUT.search(text) is None):
        return _whole(root, text.split("\n"))
    return _with_traps(text, root, problem)


def _with_traps(text: str, root: Node | None, problem: Fault | None) -> Tree:
    """The slow way round: look at the text line by line for what YAML would misread, mend it in memory and parse that."""
    from peercoach.scenario.traps import scan as scanned  # noqa: PLC0415  # only a file that needs mending pays for it

    scan = scanned(text)
    faults = list(scan.faults)
    if scan.mended or root is None:
        mended = "\n".join(scan.lines)
        refused = _marks_and_aliases(mended)
        faults += refused
        root, problem = (None, None) if refused else _compose(mended)
        if problem is not None and not _known_already(problem, faults):
            faults.append(problem)
        if root is None:
            return Tree(None, scan.lines, tuple(faults) or _whole(root, scan.lines).faults)
    whole = _whole(root, scan.lines)
    return Tree(whole.root, scan.lines, (*faults, *whole.faults), scan)


def _known_already(problem: Fault, faults: Sequence[Fault]) -> bool:
    """Whether what the parser gave up on comes from a fault that was told already."""
    return any(fault.line == problem.line or fault.rule in {"yaml-tab", "yaml-indent"} for fault in faults)


def _whole(root: Node | None, lines: Sequence[str]) -> Tree:
    if root is None:
        return Tree(None, lines, (Fault(1, 1, "empty", "error", "the file is empty", "start from: peercoach scenario new"),))
    return Tree(root, lines)


def _compose(text: str) -> tuple[Node | None, Fault | None]:
    import yaml  # only a command that reads scenarios pays for it

    try:
        root: Any = yaml.compose(text, _loader())
    except yaml.YAMLError as error:
        return None, _parser_fault(error)
    return root, None


@cache
def _loader() -> Any:
    """A parser that leaves every value as typed: in C where PyYAML has it, else slower with the same nodes."""
    import yaml  # only a command that reads scenarios pays for it

    base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    same = {"resolve": lambda *_: "", "descend_resolver": lambda *_: None, "ascend_resolver": lambda *_: None}
    return type("AsTyped", (base,), same)


_ASKEW = ("this line doesn't line up with the ones above it", "keys that belong together start in the same column")
_SAYINGS: tuple[tuple[str, str, str], ...] = (
    ("expected a single document", "this is a second document; a file holds one scenario", "take the `---` line out"),
    ("quoted scalar", "this quote is never closed", "close it, or write the text under | without quotes"),
    ("flow sequence", "this [ list ] is never closed, or a comma is missing in it", "close it, or put quotes round each part"),
    (
        "flow mapping",
        "this { } is never closed, or a comma is missing in it, or a colon is too many",
        "close it; put quotes round text with a colon or a comma in it; or write one key a line",
    ),
    ("could not find expected ':'", "this line has no colon after its key", "write it as `key: text`"),
    ("expected <block end>", *_ASKEW),
    ("did not find expected key", *_ASKEW),
    ("'-' indicator", _ASKEW[0], "items of a list all start with - in the same column"),
    (
        "mapping values are not allowed",
        "there is one colon too many here, or this line starts too far in",
        "put the text under |",
    ),
    ("tab", "there is a tab here", "use spaces to indent"),
)


def _parser_fault(error: Any) -> Fault:
    """What the parser gave up on, in words; placed where the thing it was reading began, when that is the cause."""
    context, problem = str(getattr(error, "context", "") or ""), str(getattr(error, "problem", "") or "")
    opened, mark = getattr(error, "context_mark", None), getattr(error, "problem_mark", None)
    if opened is not None and re.search("quoted|simple key|flow", context) and not _comma_missing(problem, opened, mark):
        mark = opened
    said = f"{context} {problem}"
    for sign, message, hint in _SAYINGS:
        if sign in said and mark is not None:
            return Fault(mark.line + 1, mark.column + 1, "yaml", "error", message, hint)
    line, col = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
    return Fault(line, col, "yaml", "error", "YAML can't read on from here", "look at this line and the one above it")


def _comma_missing(problem: str, opened: Mark, mark: Mark | None) -> bool:
    """Whether a list in brackets went wrong on the line it began: then a comma is missing where it stopped."""
    return "','" in problem and mark is not None and mark.line == opened.line


def _too_big(text: str) -> tuple[Fault, ...]:
    if len(text) <= MAX_BYTES and (text.isascii() or len(text.encode("utf-8", "replace")) <= MAX_BYTES):
        return ()
    return (
        Fault(1, 1, "too-big", "error", f"the file is larger than {MAX_BYTES // 1000} KB", "split it into several scenarios"),
    )


def _unreadable(text: str) -> tuple[Fault, ...]:
    """Characters that can't be seen, or that turn the text round: one fault a line, ten at most."""
    if len(text) > MAX_BYTES or text.replace("\n", "").isprintable():
        return ()
    rows = enumerate(text.removeprefix("\ufeff").split("\n"), 1)
    found = ((number, match) for number, row in rows if (match := UNREADABLE.search(row.removesuffix("\r"))))
    return tuple(_hidden(number, match) for (number, match), _ in zip(found, range(10), strict=False))


def _hidden(number: int, match: re.Match[str]) -> Fault:
    name = f"U+{ord(match.group()):04X}"
    return Fault(number, match.start() + 1, "character", "error", f"there is a hidden character here ({name})", "delete it")


def _too_deep(text: str) -> tuple[Fault, ...]:
    """Nesting is counted from the stream of events, which needs no stack; only a suspicious file is counted."""
    far = max(map(len, text.split("\n"))) >= _FAR and _MAYBE_DEEP.search(text) is not None
    if text.count("[") + text.count("{") < 200 and not far:
        return ()
    depth = 0
    for event in _events(text):
        kind = type(event).__name__
        depth += kind.endswith("StartEvent")
        depth -= kind.endswith("EndEvent")
        if depth > MAX_DEPTH:
            mark = event.start_mark
            return (
                Fault(
                    mark.line + 1, mark.column + 1, "too-deep", "error", "this is nested too deep", "a scenario needs five levels"
                ),
            )
    return ()


def _marks_and_aliases(text: str) -> tuple[Fault, ...]:
    """Anchors, aliases and tags, each where it stands. An alias of an anchor already told is no second fault."""
    faults: list[Fault] = []
    told: set[str] = set()
    for event in _events(text):
        anchor, tag, mark = getattr(event, "anchor", None), getattr(event, "tag", None), event.start_mark
        if anchor and anchor not in told:
            told.add(anchor)
            message = f'YAML takes "{anchor}" with & or * for a reference, and scenarios have none'
            hint = "write it out in full, or put the text under |"
            faults.append(Fault(mark.line + 1, mark.column + 1, "yaml-alias", "error", message, hint))
        if tag:
            message = "YAML takes a word with ! in front for a tag, and scenarios have none"
            hint = "take it out, or put the text under |"
            faults.append(Fault(mark.line + 1, mark.column + 1, "yaml-tag", "error", message, hint))
    return tuple(faults)


def _events(text: str) -> Iterator[Any]:
    """The parser's events up to the first thing it can't read."""
    import yaml  # only a command that reads scenarios pays for it

    try:
        yield from yaml.parse(text, _loader())
    except yaml.YAMLError:
        return
