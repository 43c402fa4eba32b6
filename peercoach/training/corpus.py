"""Reads the corpus: invented clauses and whole replies with their labels. See `corpus/README.md` for the labelling.

Two plain-text forms, one item a line, made to be written and reviewed by people:

`*.clauses.txt`   `hear own-words | ugh thats exhausting`, `!fixing | you should just ring her`,
                  `~promising | we don't keep secrets`, `- | see you at eight`. A skill id means shown, `hear?` partly,
                  `!` a pitfall, `~` a near-miss of a skill or pitfall, `-` nothing at all. `@names ash kit` names people.
`*.replies.txt`   moments and replies:

    == bus-01
    ash: had a panic on the bus home
    kit: anyone seen the final
    to: ash | expects: notice hear ask | age: 17 | need: one-to-one
    - strong plain: ash {notice: i went back up and saw the bus}. {hear+own-words: thats grim}. {ask?: u ok now?}
    - harmful plain: {!minimising: its only a bus}

`python -m peercoach.training.corpus FILE...` checks files and counts what they hold.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from peercoach.coaching.vocabulary import PITFALLS, SKILLS
from peercoach.errors import PeercoachError

KINDS = (
    "plain", "stuffed", "template", "parrot", "negated", "disguised", "register", "short", "long", "cold", "sarcasm",
    "wrong-service", "forum",
)  # fmt: skip
BANDS = ("strong", "developing", "needs-work", "harmful")
OPEN = re.compile(r"\{(?=[!?a-z+-]+: )([!?a-z+-]+): ")
HEAD = re.compile(r"- ([a-z-]+) ([a-z-]+): (.*)", re.DOTALL)
MESSAGE = re.compile(r"([^\s:|]+): (.+)")


@dataclass(frozen=True, slots=True)
class Label:
    """One label on `reply[start:end]`: a skill (`partly` or not) or, with `pitfall`, a pitfall."""

    id: str
    start: int
    end: int
    partly: bool = False
    pitfall: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """A labelled clause. `near` holds what it looks like and is not; `writer` is the name of its file, as of a reply's."""

    text: str
    skills: tuple[str, ...]
    partly: tuple[str, ...]
    pitfalls: tuple[str, ...]
    near: tuple[str, ...]
    names: tuple[str, ...]
    writer: str


@dataclass(frozen=True, slots=True)
class Reply:
    """A labelled whole reply within its moment."""

    moment: str
    messages: tuple[tuple[str, str], ...]
    to: str
    expects: tuple[str, ...]
    age: int | None
    need: tuple[str, ...]
    band: str
    kind: str
    text: str
    labels: tuple[Label, ...]
    writer: str


def unmark(marked: str) -> tuple[str, tuple[Label, ...]]:
    """Take `{hear: ...}` marks out of a reply: the plain text and its labels. Marks may nest; ValueError if unbalanced."""
    out: list[str] = []
    length, position = 0, 0
    stack: list[tuple[str, int]] = []
    labels: list[Label] = []
    while position < len(marked):
        opened = OPEN.match(marked, position)
        if opened:
            stack.append((opened.group(1), length))
            position = opened.end()
            continue
        if marked[position] == "}" and stack:
            names, start = stack.pop()
            labels.extend(_label(name, start, length) for name in names.split("+"))
        else:
            out.append(marked[position])
            length += 1
        position += 1
    if stack:
        raise ValueError(f"mark {{{stack[-1][0]}: is never closed")
    return "".join(out), tuple(sorted(labels, key=lambda label: (label.start, label.end, label.id)))


def _label(name: str, start: int, end: int) -> Label:
    pitfall, partly = name.startswith("!"), name.endswith("?")
    bare = name.strip("!?")
    if bare not in (PITFALLS if pitfall else SKILLS):
        raise ValueError(f"unknown label {name!r}")
    return Label(bare, start, end, partly, pitfall)


def read_clauses(path: Path) -> Iterator[Clause]:
    """Read a clauses file. Raises PeercoachError naming the line."""
    names: tuple[str, ...] = ()
    for number, line in _lines(path):
        if line.startswith("@names"):
            names = tuple(line.split()[1:])
            continue
        labels, bar, text = line.partition(" | ")
        words = labels.split()
        skills = tuple(w for w in words if w in SKILLS)
        partly = tuple(w[:-1] for w in words if w.endswith("?") and w[:-1] in SKILLS)
        pitfalls = tuple(w[1:] for w in words if w[0] == "!" and w[1:] in PITFALLS)
        near = tuple(w[1:] for w in words if w[0] == "~" and w[1:] in SKILLS + PITFALLS)
        known = len(skills) + len(partly) + len(pitfalls) + len(near) + words.count("-")
        if not bar or not text.strip() or not words or known != len(words):
            raise PeercoachError(f"{path}:{number} not a clause: {line[:60]!r}", "labels | text")
        yield Clause(text.strip(), skills, partly, pitfalls, near, names, _writer(path))


def read_replies(path: Path) -> Iterator[Reply]:
    """Read a replies file. Raises PeercoachError naming the line."""
    moment = ""
    messages: list[tuple[str, str]] = []
    facts: dict[str, str] = {}
    for number, line in _lines(path):
        try:
            if line.startswith("== "):
                moment, messages, facts = line[3:].strip(), [], {}
            elif line.startswith("to: "):
                facts = dict(_pair(part) for part in line.split(" | "))
                _check(facts, messages)
            elif line.startswith("- "):
                yield _reply(line, moment, tuple(messages), facts, _writer(path))
            else:
                found = MESSAGE.fullmatch(line)
                if not found:
                    raise ValueError("not a message (name: text), a `to:` line or a reply (- band kind: text)")  # noqa: TRY301  # told below
                messages.append((found.group(1), found.group(2)))
        except (ValueError, KeyError) as fault:
            raise PeercoachError(f"{path}:{number} {fault}", "see corpus/README.md") from fault


def _writer(path: Path) -> str:
    """Whoever wrote a file wrote all that have its name before the first point."""
    return path.name.partition(".")[0]


def _pair(part: str) -> tuple[str, str]:
    key, _, value = part.strip().partition(":")
    if key not in ("to", "expects", "age", "need"):
        raise ValueError(f"unknown fact {key!r}")
    return key, value.strip()


def _check(facts: dict[str, str], messages: list[tuple[str, str]]) -> None:
    if facts["to"] not in {who for who, _ in messages}:
        raise ValueError(f"nobody called {facts['to']!r} spoke")
    wrong = set(facts["expects"].split()) - set(SKILLS)
    if wrong:
        raise ValueError(f"unknown skills {sorted(wrong)}")


def _reply(line: str, moment: str, messages: tuple[tuple[str, str], ...], facts: dict[str, str], writer: str) -> Reply:
    head = HEAD.fullmatch(line)
    band, kind, marked = head.groups() if head else ("", "", "")
    if band not in BANDS or kind not in KINDS:
        raise ValueError("a reply is `- band kind: text`")
    text, labels = unmark(marked.replace("\\n", "\n"))
    age = int(facts["age"]) if facts.get("age") else None
    need = tuple(facts.get("need", "").split())
    expects = tuple(facts["expects"].split())
    return Reply(moment, messages, facts["to"], expects, age, need, band, kind, text, labels, writer)


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if line.strip() and not line.startswith("#"):
            yield number, line.strip()


def _odd(reply: Reply) -> str:
    """What looks inconsistent between a reply's band and its labels, or nothing. A prompt to look again, not an error."""
    found = {label.id: (0.5 if label.partly else 1.0) for label in reply.labels if not label.pitfall}
    points = sum(found.get(skill, 0.0) for skill in reply.expects) / len(reply.expects)
    pitfalls = {label.id for label in reply.labels if label.pitfall}
    hard = pitfalls & {"minimising", "judging", "unsafe-detail"}
    if reply.band == "strong" and (points < 0.5 or pitfalls):
        return f"strong, but points {points:.2f} and {sorted(pitfalls)}"
    if reply.band == "developing" and (points < 0.2 or points > 0.9 or len(pitfalls) > 1 or hard):
        return f"developing, but points {points:.2f} and {sorted(pitfalls)}"
    if reply.band == "needs-work" and (points > 0.5 or hard):
        return f"needs-work, but points {points:.2f} and {sorted(pitfalls)}"
    if reply.band == "harmful" and not (pitfalls or "safety" in reply.expects):
        return "harmful without a cause"
    return ""


def main(paths: list[str]) -> int:
    """Check files, print what looks odd and what they hold; 1 when a file can't be read."""
    counts: Counter[str] = Counter()
    seen: set[str] = set()
    for name in paths:
        path = Path(name)
        try:
            if name.endswith(".clauses.txt"):
                for clause in read_clauses(path):
                    counts.update(
                        ("clauses", *clause.skills, *(f"!{p}" for p in clause.pitfalls), *(f"~{n}" for n in clause.near))
                    )
                    _twice(clause.text, seen, path)
            else:
                for reply in read_replies(path):
                    counts.update(("replies", f"band {reply.band}", f"kind {reply.kind}"))
                    _twice(reply.text, seen, path)
                    if odd := _odd(reply):
                        print(f"look: {path.name} {reply.moment}: {odd}: {reply.text[:60]}")
        except PeercoachError as fault:
            print(fault.message)
            return 1
    for key, count in sorted(counts.items()):
        print(f"{count:6} {key}")
    return 0


def _twice(text: str, seen: set[str], path: Path) -> None:
    key = re.sub(r"\W+", " ", text.lower()).strip()
    if key in seen:
        print(f"twice: {path.name}: {text[:60]}")
    seen.add(key)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
