"""What a lint rule looks at: the scenario, the file it came from, and what the services directory knows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Literal, NamedTuple

from peercoach.coaching.moment import SkillLine
from peercoach.scenario.format import ChatStep, ChooseStep, ReplyStep, Scenario, SignpostStep, Step
from peercoach.scenario.known import Known
from peercoach.scenario.routes import Ways, branches_of, reached, ways

_FIGURES = re.compile(r"[0-9](?:(?:[ ().-]{0,2}[0-9]){4}| ?(?:k|lb|stone|cal|mg|pill|tablet|parac))")
_LEAD = re.compile(r"[ -]*")


@cache
def finder(pattern: str) -> re.Pattern[str]:
    """A rule's pattern, compiled when a file first calls for it; capitals make no difference."""
    return re.compile(pattern, re.IGNORECASE | re.MULTILINE)


Kind = Literal[
    "title", "about", "place", "person", "chat", "ask", "because", "option", "says", "check", "hint", "note", "example"
]  # fmt: skip
OURS: frozenset[Kind] = frozenset({"title", "about", "place", "person", "ask", "because", "says", "check", "hint", "note"})
"""The kinds of text that speak to the learner in the tool's own voice."""
ON_THE_WAY: frozenset[Kind] = frozenset({"option", "because", "says", "check", "hint", "example"})
"""The kinds of text a learner meets only on the way."""


class Said(NamedTuple):
    """A text people see; look for it from `line` on. `weak`: it shows what not to write."""

    kind: Kind
    text: str
    line: int
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found, and where (from 1)."""

    line: int
    col: int
    message: str
    hint: str = ""


@dataclass(frozen=True)
class Look:
    """One scenario being looked at. Not slotted: what rules share is worked out once, when it is first wanted."""

    scenario: Scenario
    text: str
    services: Callable[[], Known]

    @cached_property
    def known(self) -> Known:
        """What the services directory knows."""
        return self.services()

    @cached_property
    def rows(self) -> list[str]:
        """The file's lines."""
        return self.text.split("\n")

    @cached_property
    def ways(self) -> Ways:
        """Where each step can go."""
        return ways(self.scenario)

    @cached_property
    def reached(self) -> frozenset[int]:
        """The places (from 0) that can be reached."""
        return reached(self.ways)

    @cached_property
    def said(self) -> tuple[Said, ...]:
        """Every text people see, from the title down."""
        top = self.scenario
        texts = [Said("title", top.title, 1), Said("about", top.about, 1), Said("place", top.place, 1)]
        texts += [Said("person", person.about, 1) for person in top.people]
        for step in top.steps:
            _add_step(texts, step)
        return tuple(texts)

    @cached_property
    def ours(self) -> tuple[Said, ...]:
        """What the tool itself says to the learner."""
        return tuple([said for said in self.said if said.kind in OURS])

    @cached_property
    def all_words(self) -> str:
        """Every text people see, in small letters, for a quick look before a close one."""
        return "\n".join([said.text for said in self.said]).lower()

    @cached_property
    def first_words(self) -> str:
        """What a learner meets whatever they answer, in small letters, for a quick look."""
        return "\n".join([said.text for said in self.said if said.kind not in ON_THE_WAY]).lower()

    @cached_property
    def our_words(self) -> str:
        """What the tool says, in small letters, for a quick look."""
        return "\n".join([said.text for said in self.ours]).lower()

    @cached_property
    def notes(self) -> str:
        """The content note, in small letters."""
        return " ".join(self.scenario.content).lower()

    @cached_property
    def has_figures(self) -> bool:
        """Whether people see anything like a telephone number, or a number of pills, calories or kilos."""
        return _FIGURES.search(self.all_words) is not None

    @cached_property
    def replies(self) -> tuple[ReplyStep | SignpostStep, ...]:
        """The steps that are answered in one's own words."""
        steps = (step for step in self.scenario.steps if isinstance(step, ReplyStep | SignpostStep))
        return tuple(step for step in steps if isinstance(step, ReplyStep) or step.how == "reply")

    def at(self, line: int) -> tuple[int, int]:
        """The place where a line (from 1) begins, after its dash."""
        row = self.rows[line - 1] if 0 < line <= len(self.rows) else ""
        lead = _LEAD.match(row)
        return max(line, 1), (lead.end() if lead else 0) + 1

    def find(self, pattern: str, line: int) -> tuple[int, int]:
        """Where a pattern is first found from a line on; the line itself if it isn't."""
        wanted = re.compile(pattern, re.IGNORECASE)
        for number in range(max(line, 1) - 1, len(self.rows)):
            found = wanted.search(self.rows[number])
            if found:
                return number + 1, found.start() + 1
        return self.at(line)

    def place(self, said: Said, start: int = 0, end: int = 0) -> tuple[int, int]:
        """Where a stretch of a text is in the file; where it begins on its line, else where its first words are found."""
        head, tail = said.text[:start].rpartition("\n")[2], said.text[start:].partition("\n")[0]
        row = (head + tail).strip()
        for number in range(max(said.line, 1) - 1, len(self.rows)):
            at = self.rows[number].find(row)
            if row and at >= 0:
                return number + 1, at + len(head.lstrip()) + 1
        words = (said.text[start:end] if end else tail).split("\n")[0].split()[:4]
        return self.find(r"\s+".join(map(re.escape, words)), said.line)


def _add_step(texts: list[Said], step: Step) -> None:
    """Add what people see of one step."""
    kind, line = type(step).__name__.removesuffix("Step").lower(), step.line
    if isinstance(step, ChatStep):
        texts += [Said("chat", each.text, line) for each in step.chat]
        return
    texts.append(Said("note" if kind == "note" else "ask", getattr(step, kind), line))
    if isinstance(step, ChooseStep):
        for option in step.options:
            texts.append(Said("option", option.say, line, option.band in {"needs-work", "harmful"}))
            texts.append(Said("because", option.because, line))
    elif isinstance(step, ReplyStep | SignpostStep):
        texts += _written(step)
    elif because := getattr(step, "because", ""):
        texts.append(Said("because", because, line))
    for branch in branches_of(step):
        texts += [Said("chat", each.text, line) for each in branch.chat]


def _written(step: ReplyStep | SignpostStep) -> Iterator[Said]:
    for each in step.rubric.lines:
        if not isinstance(each, SkillLine) and each.says:
            yield Said("says", each.says, step.line)
    for text in step.check_yourself:
        yield Said("check", text, step.line)
    for text in step.hints:
        yield Said("hint", text, step.line)
    for example in step.examples:
        yield Said("example", example.text, example.line, not {"strong", "developing"} & set(example.bands))
