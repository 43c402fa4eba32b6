"""Rules about what a learner takes away: examples, hints and rubric lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from peercoach.coaching.moment import SkillLine
from peercoach.scenario.faults import nearest
from peercoach.scenario.format import CONTENT, ChooseStep, ReplyStep, SignpostStep
from peercoach.scenario.looking import Finding, Look, Said

MIN_EXAMPLES = 3
_GIVEN_AWAY = 0.6
"""The share of a strong example's words in a hint from which on the hint is the answer."""
_RUN = 5
"""Words in a row that a hint may not take from a strong example."""
_COPIED = 0.8
"""The share of their words that two examples have in common from which on one copies the other."""
_EDGES = "\"'.,:;!?()[]{}*_~-–—…“”‘’/"


def few_examples(look: Look) -> Iterator[Finding]:
    """A reply step has three examples or more."""
    for step in look.replies:
        count = len(step.examples)
        if count < MIN_EXAMPLES:
            hint = "a strong one, one on the way and a weak one"
            yield Finding(*look.find(r"examples:", step.line), f"step {step.id} has {count} of {MIN_EXAMPLES} examples", hint)


def no_weak_example(look: Look) -> Iterator[Finding]:
    """One of the examples is weak: seeing a weak and a strong reply side by side is what teaches."""
    yield from _without_band(look, {"needs-work", "harmful"}, "weak", "add one under needs-work or harmful")


def no_strong_example(look: Look) -> Iterator[Finding]:
    """One of the examples is strong."""
    yield from _without_band(look, {"strong"}, "strong", "add one under strong, in a member's own words")


def _without_band(look: Look, bands: set[str], word: str, hint: str) -> Iterator[Finding]:
    for step in look.replies:
        if step.examples and not any(bands & set(example.bands) for example in step.examples):
            yield Finding(*look.find(r"examples:", step.line), f"step {step.id} has no {word} example", hint)


def untried_line(look: Look) -> Iterator[Finding]:
    """For each rubric line one example shows it, and one misses it; what can only help need not be missed."""
    for step in look.replies:
        shown = {name for example in step.examples for name in example.shows}
        missed = {name for example in step.examples for name in example.misses}
        for line in step.rubric.lines:
            name = line.skill if isinstance(line, SkillLine) else line.point
            lacks = ["shows"] if name not in shown else []
            lacks += ["misses"] if name not in missed and not line.optional else []
            if lacks:
                message = f"no example of step {step.id} {' or '.join(lacks)} {name}"
                yield Finding(*_line_place(look, step, name), message, "with one, `peercoach scenario test` can prove the line")


def _line_place(look: Look, step: ReplyStep | SignpostStep, name: str) -> tuple[int, int]:
    return look.find(rf"(?:skill|point):\s*['\"]?{re.escape(name)}\b", step.line)


def no_hint(look: Look) -> Iterator[Finding]:
    """A reply step has a hint for those who are stuck."""
    for step in look.replies:
        if not step.hints:
            yield Finding(*look.at(step.line), f"step {step.id} has no hint", "a question that points at the chat helps most")


def hint_gives_away(look: Look) -> Iterator[Finding]:
    """No hint holds most of the words of a strong example, or five of them in a row."""
    for step in look.replies:
        strong = [example.text for example in step.examples if "strong" in example.bands]
        for hint in step.hints:
            if any(_gives_away(hint, answer) for answer in strong):
                message = f"this hint of step {step.id} gives the answer away"
                place = look.place(Said("hint", hint, look.find(r"hints:", step.line)[0]))
                yield Finding(*place, message, "point at the chat, and leave the words to them")


def _gives_away(hint: str, answer: str) -> bool:
    wanted = _word_set(answer)
    same = len(wanted & _word_set(hint))
    if len(wanted) < 4 or same < 4:
        return False
    return same >= _GIVEN_AWAY * len(wanted) or not _runs(hint).isdisjoint(_runs(answer))


def _runs(text: str) -> set[tuple[str, ...]]:
    """Every run of words that is long enough to be a piece of an answer."""
    words = _words(text)
    return {words[at : at + _RUN] for at in range(len(words) - _RUN + 1)}


def copied_example(look: Look) -> Iterator[Finding]:
    """No two examples of a step, and no two options, say nearly the same: each is there to show something else."""
    for step in look.scenario.steps:
        examples = step.examples if isinstance(step, ReplyStep | SignpostStep) else ()
        texts = [(example.text, example.line) for example in examples]
        if isinstance(step, ChooseStep):
            texts = [(option.say, step.line) for option in step.options]
        sets = [_word_set(text) for text, _ in texts]
        for late, early in _copies(sets):
            what = "option" if isinstance(step, ChooseStep) else "example"
            message = f"{what} {late + 1} of step {step.id} says nearly the same as {what} {early + 1}"
            yield Finding(*look.place(Said("example", *texts[late])), message, "let it show something else, or take it out")


def _copies(sets: Sequence[frozenset[str]]) -> Iterator[tuple[int, int]]:
    """Each set of words that is nearly an earlier one, with the first it is like (both from 0)."""
    for late, words in enumerate(sets):
        for early in range(late):
            both = len(words & sets[early])
            if both and both >= _COPIED * len(words | sets[early]):
                yield late, early
                break


@lru_cache(maxsize=1024)
def _words(text: str) -> tuple[str, ...]:
    """The words of a text in small letters, without the signs around them."""
    return tuple([bare for word in text.lower().split() if (bare := word.strip(_EDGES))])


@lru_cache(maxsize=1024)
def _word_set(text: str) -> frozenset[str]:
    return frozenset(_words(text))


def unnamed_point(look: Look) -> Iterator[Finding]:
    """A point says what it looks for, so that feedback can."""
    for step in look.replies:
        for line in step.rubric.lines:
            if not isinstance(line, SkillLine) and not line.says:
                message = f"point {line.point} of step {step.id} has no says"
                yield Finding(*_line_place(look, step, line.point), message, "as in `says: picks up the induction day`")


def content_word(look: Look) -> Iterator[Finding]:
    """A content note that is nearly one the tool knows is spelled as that one."""
    for word in look.scenario.content:
        near = nearest(word, CONTENT, 0.75) if word not in CONTENT else ""
        if near:
            place = look.find(rf"(?<=[\s\[,]){re.escape(word)}", look.find(r"^content:", 1)[0])
            hint = "the tool knows that one, and what to ease off after"
            yield Finding(*place, f'content note "{word}": did you mean "{near}"?', hint)
