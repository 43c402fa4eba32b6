"""What a lint rule looks at: the scenario, the file it came from, and what the services directory knows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from peercoach.scenario.format import ChatStep, ChooseStep, ReplyStep, Scenario, SignpostStep, Step
from peercoach.scenario.known import Known
from peercoach.scenario.routes import Ways, branches_of, ways

_MAYBE_NUMBER = re.compile(r"[0-9](?:[ ().-]{0,2}[0-9]){4}")
_LEAD = re.compile(r"[ -]*")


@dataclass(frozen=True, slots=True)
class Said:
    """A text people see; look for it from `line` on. `weak`: it shows what not to write; `chat`: a person says it."""

    text: str
    line: int
    weak: bool = False
    chat: bool = False


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
    known: Known

    @cached_property
    def lower(self) -> str:
        """The file in small letters, for a quick look."""
        return self.text.lower()

    @cached_property
    def chat(self) -> str:
        """What people in the chat say, in small letters, for a quick look."""
        blocks = [getattr(step, "chat", ()) for step in self.scenario.steps]
        blocks += [branch.chat for step in self.scenario.steps for branch in branches_of(step)]
        return "\n".join([line.text for block in blocks for line in block]).lower()

    @cached_property
    def has_numbers(self) -> bool:
        """Whether there is anything like a telephone number in the file."""
        return _MAYBE_NUMBER.search(self.text) is not None

    @cached_property
    def rows(self) -> list[str]:
        """The file's lines."""
        return self.text.split("\n")

    @cached_property
    def ways(self) -> Ways:
        """Where each step can go."""
        return ways(self.scenario)

    @cached_property
    def said(self) -> tuple[Said, ...]:
        """Every text people see, from the title down."""
        top = self.scenario
        texts = (top.title, top.about, top.place, *(person.about for person in top.people))
        return (*(Said(text, 1) for text in texts), *(said for step in top.steps for said in _said_in(step)))

    @property
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


def _said_in(step: Step) -> Iterator[Said]:
    kind = type(step).__name__.removesuffix("Step").lower()
    if isinstance(step, ChatStep):
        yield from (Said(line.text, step.line, chat=True) for line in step.chat)
    else:
        yield Said(getattr(step, kind), step.line)
    yield Said(getattr(step, "because", ""), step.line)
    for branch in branches_of(step):
        yield from (Said(line.text, step.line, chat=True) for line in branch.chat)
    if isinstance(step, ChooseStep):
        for option in step.options:
            yield Said(option.say, step.line, weak=option.band in {"needs-work", "harmful"})
            yield Said(option.because, step.line)
    if isinstance(step, ReplyStep | SignpostStep):
        yield from (Said(text, step.line) for text in (*step.hints, *step.check_yourself))
        for example in step.examples:
            yield Said(example.text, example.line, weak=not {"strong", "developing"} & set(example.bands))
