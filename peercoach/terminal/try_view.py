"""What `scenario try` shows: the step, a reply explained, a pattern on replies, an example as it would stand in the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from peercoach.coaching.moment import BANDS, PointLine, SkillLine
from peercoach.scenario.format import Example, ReplyStep, Scenario, SignpostStep
from peercoach.scenario.keeping import lines_of
from peercoach.scenario.map import about
from peercoach.scenario.trying import Match, Tried, chat_before, read_as, step_at
from peercoach.terminal import chat_view
from peercoach.terminal.guide_view import marked
from peercoach.terminal.words import BLANK, Block, Para, cut, heading, one_line, para, quiet

_CHAT = 5
"""Lines of chat shown before a step."""
_GLIMPSE = 60
"""Columns of an example that a pattern found nothing in: enough to know it again."""

COMMANDS = (
    ("keep", "keep the last reply in the file, as an example"),
    ("step", "go to another step; `step back-to-ash` to that one"),
    ("point: sad*|down", "try a pattern on the examples and on what you type; `point:` alone stops that"),
    ("hint", "read the step's hints, one by one"),
    ("help-now", "help for you, now"),
    ("stop", "stop here"),
)
"""What can be typed besides a reply, and what it does."""


def opening(scenario: Scenario, place: int) -> tuple[Block, ...]:
    """The step in short: the chat just before, what it asks, what it looks for."""
    step = step_at(scenario, place)
    said = chat_before(scenario, place)
    before = [BLANK, quiet(f"({len(said) - _CHAT} lines before)")] if len(said) > _CHAT else []
    return (
        BLANK,
        heading(f"{scenario.title}: {step.id}"),
        *before,
        *chat_view.chat(said[-_CHAT:], scenario),
        BLANK,
        para((about(step), "heading")),
        *_looked_for(step),
    )


def _looked_for(step: ReplyStep | SignpostStep) -> Iterator[Para]:
    names = []
    for line in step.rubric.lines:
        name = line.skill if isinstance(line, SkillLine) else line.point
        facts = [f"counts {line.weight} times"] if line.weight > 1 else []
        facts += ["can only help"] if line.optional else []
        names.append(f"{name} ({', '.join(facts)})" if facts else name)
    watched = f"; watches for {', '.join(step.rubric.watch)}" if step.rubric.watch else ""
    allowed = f"; allows {', '.join(step.rubric.allow)}" if step.rubric.allow else ""
    if names:
        yield quiet(f"Looks for {', '.join(names)}{watched}{allowed}.")


def explained(tried: Tried) -> tuple[Block, ...]:
    """A reply with everything that made its band and score, line by line as `score --explain` prints it."""
    first, *rest = tried.explanation.lines()
    blocks: list[Block] = [BLANK, para((first.strip(), tried.explanation.result.band)), *map(_as_it_stands, rest)]
    if tried.copied:
        blocks.append(quiet("This is so near to an example that a learner would be told it is copied."))
    return tuple(blocks)


def _as_it_stands(row: str, hang: int = 2) -> Para:
    """A line set in as it is, and what doesn't fit below it, set in `hang` more."""
    return para(row.lstrip(" "), indent=len(row) - len(row.lstrip(" ")), hang=hang)


def example(given: Example, step: ReplyStep | SignpostStep) -> tuple[Block, ...]:
    """An example as it would stand in the file, and which lines of the rubric it leaves open."""
    names = [line.skill if isinstance(line, SkillLine) else line.point for line in step.rubric.lines]
    left = [name for name in names if name not in (*given.shows, *given.misses)]
    left_open = (quiet(f"It leaves {', '.join(left)} open."),) if left else ()
    rows = (_as_it_stands(row, hang=0) for row in lines_of(given, dash=2, key=4))
    return (BLANK, *rows, *left_open, BLANK)


def on_examples(pattern: str, step: ReplyStep | SignpostStep, found: Iterable[tuple[Example, Match]]) -> tuple[Block, ...]:
    """A pattern on each example of a step, and how many of each band it holds for."""
    rows = list(found)
    grouped = read_as(pattern)
    blocks: list[Block] = [BLANK, para(("Pattern: ", "heading"), pattern, hang=2)]
    blocks += [quiet(f"It is read as {grouped}", indent=2)] if grouped else []
    blocks += (_row(given, one) for given, one in rows)
    counts = [(band, [one.holds for given, one in rows if band in given.bands]) for band in BANDS]
    told = ", ".join(f"{band} {sum(holds)} of {len(holds)}" for band, holds in counts if holds)
    blocks.append(para(f"It holds for {sum(one.holds for _, one in rows)} of {len(rows)} examples of {step.id}"))
    blocks += [quiet(f"{told}.", indent=2)] if told else []
    return tuple(blocks)


def _row(given: Example, found: Match) -> Para:
    band = f"{' or '.join(given.bands)}: "
    if found.spans:
        return _matched(found, band)
    return para(f"{_yes(found)}{band}{cut(one_line(found.reply), _GLIMPSE)}", indent=2, hang=5)


def on_reply(found: Match) -> Para:
    """A pattern on a reply that was typed."""
    return _matched(found, "")


def _matched(found: Match, lead: str) -> Para:
    return para(f"{_yes(found)}{lead}", *marked(found.reply, found.spans), indent=2, hang=5)


def _yes(found: Match) -> str:
    return "yes  " if found.holds else "no   "


def hint(step: ReplyStep | SignpostStep, number: int) -> Para:
    """One of the step's hints, counted from 0 and round again; or that it has none."""
    if not step.hints:
        return quiet("This step has no hints.")
    place = number % len(step.hints)
    return para((f"Hint {place + 1} of {len(step.hints)}: ", "heading"), step.hints[place], hang=2)


def help_shown(step: ReplyStep | SignpostStep) -> tuple[Block, ...]:
    """What can be typed here."""
    commands = (para((name, "help"), f": {does}", indent=2, hang=2) for name, does in COMMANDS)
    points = [line for line in step.rubric.lines if isinstance(line, PointLine)]
    patterns = [para(f"{line.point}: {'; '.join((*line.any, *line.all))}", indent=2, hang=2) for line in points]
    shown = [BLANK, heading("The points' patterns"), *patterns] if patterns else []
    ways = "Type a reply as a learner would, and see how it is told. Nothing is stored unless you type keep."
    return (BLANK, para(ways), BLANK, *commands, *shown, BLANK)
