"""Rules that keep people safe: numbers, content notes, and words that can hurt."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from peercoach.scenario.faults import did_you_mean, listed, shown
from peercoach.scenario.format import SignpostStep
from peercoach.scenario.looking import ON_THE_WAY, Finding, Look, Said, finder
from peercoach.scenario.safe_words import AMOUNTS, BETTER, DETAIL, HARD, HURTFUL, SOFT, Group, Topic, Wording

_NUMBER = re.compile(r"(?<![\w.£$€])(?:(?:\+\d|0\d|11\d|1 ?1 ?6)(?:(?:[ .-]| ?[()] ?)?\d){3,}|\d{5,}|\d(?: \d){4,})(?!\w)")
_ALWAYS = frozenset({"999", "111", "112", "101"})
_NAME_IT = "name the service instead: the tool knows its number"


def unknown_number(look: Look) -> Iterator[Finding]:
    """Every number somebody could ring or text is in the services directory; emergency numbers always are."""
    for number, place, digits in _numbers(look):
        if digits not in look.known.numbers and digits not in look.known.retired:
            yield Finding(*place, f"{number} is not in the services directory", _NAME_IT)


def retired_number(look: Look) -> Iterator[Finding]:
    """No number that is out of date."""
    for number, place, digits in _numbers(look):
        if digits in look.known.retired:
            yield Finding(*place, f"{number} is out of date: {look.known.retired[digits]}", _NAME_IT)


def _numbers(look: Look) -> Iterator[tuple[str, tuple[int, int], str]]:
    """Each number people see: as typed, where, and its digits."""
    if not look.has_figures or not look.known.numbers:
        return
    for said in look.said:
        for found in _NUMBER.finditer(said.text):
            digits = re.sub(r"\D", "", found.group().replace("+44", "0"))
            if len(digits) >= 5 and digits not in _ALWAYS:
                yield shown(found.group()), look.place(said, *found.span()), digits


def unknown_need(look: Look) -> Iterator[Finding]:
    """A signpost step's need tags are the directory's."""
    for step in look.scenario.steps:
        if isinstance(step, SignpostStep) and look.known.needs:
            for need in step.need:
                if need not in look.known.needs:
                    near = did_you_mean(need, look.known.needs)
                    place = look.find(rf"(?<![\w-]){re.escape(need)}(?![\w-])", look.find(r"need:", step.line)[0])
                    hint = "" if near else f"the tags: {', '.join(look.known.needs)}"
                    yield Finding(*place, f'need "{shown(need)}" is not one of the directory\'s{near}', hint)


def no_content_note(look: Look) -> Iterator[Finding]:
    """Talk of suicide, self-harm, eating or abuse has a content note before it."""
    if not look.scenario.content:
        topics = dict(_topics(look, HARD))
        if topics:
            hint = f"add `content: [{', '.join(topics)}]` below about"
            yield Finding(*min(topics.values()), f"this speaks of {listed(topics, 'and')}, and there is no content note", hint)


def content_left_out(look: Look) -> Iterator[Finding]:
    """The content note names what the scenario speaks of, bereavement and drugs too."""
    for topic, place in _topics(look, (*HARD, *SOFT) if look.scenario.content else SOFT):
        yield Finding(*place, f"this speaks of {topic}, and the content note doesn't", f"add {topic} to content")


def _topics(look: Look, topics: Iterable[Topic]) -> Iterator[tuple[str, tuple[int, int]]]:
    """What is spoken of and not named in the content note, each with the place it first is."""
    for topic in topics:
        if any(map(look.first_words.__contains__, topic.signs)) and not any(name in look.notes for name in topic.named):
            texts = (said for said in look.said if said.kind not in ON_THE_WAY)
            found = ((said, match) for said in texts if (match := finder(topic.pattern).search(said.text)))
            yield from ((topic.name, look.place(said, *match.span())) for said, match in [*found][:1])


def unsafe_detail(look: Look) -> Iterator[Finding]:
    """No weights, sizes, doses, amounts or methods anywhere, not even in a weak example."""
    groups = (AMOUNTS, DETAIL) if look.has_figures else (DETAIL,)
    for row, said, found in (each for group in groups for each in _worded(look, group, lambda _: True)):
        message = f'"{shown(found.group())}" is a detail that can hurt somebody'
        yield Finding(*look.place(said, *found.span()), message, row.instead)


def hurtful_words(look: Look) -> Iterator[Finding]:
    """No stigmatising words about suicide, except where a person in the chat says them or a weak example shows them."""
    for row, said, found in _worded(look, HURTFUL, lambda said: not said.weak and said.kind != "chat"):
        hint = row.instead if row.instead.startswith("leave") else f"write {row.instead}"
        yield Finding(*look.place(said, *found.span()), f'"{shown(found.group())}" hurts people', hint)


def better_words(look: Look) -> Iterator[Finding]:
    """Kinder words where there are some, in the chat as well."""
    in_chat = _worded(look, HURTFUL, lambda said: said.kind == "chat")
    for row, said, found in (*_worded(look, BETTER, lambda said: not said.weak), *in_chat):
        message = f'there are kinder words than "{shown(found.group())}"'
        yield Finding(*look.place(said, *found.span()), message, f"as in: {row.instead}")


def _worded(look: Look, group: Group, wanted: Callable[[Said], bool]) -> Iterator[tuple[Wording, Said, re.Match[str]]]:
    """Each place where a text that is wanted has words of one of the rows."""
    if any(map(look.all_words.__contains__, group.signs)):
        rows = [row for row in group.rows if row.about in look.all_words or row.about in look.notes]
        for said in filter(wanted, look.said):
            yield from ((row, said, found) for row in rows for found in finder(row.pattern).finditer(said.text))
