"""Drives `scenario try`: takes replies and commands, shows what came of them, and keeps a reply in the file when told to.

What is typed lives here while it is looked at and goes nowhere unless somebody says `keep`. What may be about whoever typed
it is not looked at any further.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace

from peercoach.coaching.moment import BANDS, SkillLine
from peercoach.coaching.vocabulary import PITFALLS
from peercoach.errors import PeercoachError
from peercoach.keep.scenario_file import Draft, NoPlaceError
from peercoach.practice.next import is_heavy
from peercoach.scenario.examples import differences
from peercoach.scenario.format import Example, ReplyStep, SignpostStep
from peercoach.scenario.keeping import tidy
from peercoach.scenario.point_trial import readable
from peercoach.scenario.trying import care_of, match, matches, proposed, step_at, try_reply, written_steps
from peercoach.terminal import try_view
from peercoach.terminal.ask import Asker, Choice, Given
from peercoach.terminal.care_talk import Leave, talk
from peercoach.terminal.care_view import CHECK_IN
from peercoach.terminal.screen import Screen
from peercoach.terminal.words import BLANK, Block, one_line, para, quiet

_POINT = "point:"
_NONE = Choice("none", "none of these")
_MENU = (
    Choice("keep", "yes, keep it"),
    Choice("band", "it's another band"),
    Choice("shows", "it shows or misses something else"),
    Choice("falls-into", "it falls into something else"),
    Choice("leave", "don't keep it"),
)


@dataclass(frozen=True, slots=True)
class Bench:
    """Where replies are tried: the screen, the prompts, help for whoever types, and the file.

    `echo`: what was typed can't be seen on the screen (it came through a pipe), so it is shown above what is told of it.
    """

    screen: Screen
    ask: Asker
    routes: Callable[[], tuple[Block, ...]]
    draft: Draft
    echo: bool = False


def try_replies(bench: Bench, place: int, pattern: str = "") -> int:
    """Take replies to the step at `place` until somebody stops; how many were kept. `pattern`: try that on them instead."""
    trial = _Trial(bench, step_at(bench.draft.scenario, place).id, pattern)
    with suppress(Leave):
        trial.run()
    return trial.kept


class _Trial:
    """Replies being tried: at which step, which came last, and the pattern that is being shaped, if any."""

    def __init__(self, bench: Bench, step_id: str, pattern: str) -> None:
        self.bench = bench
        self.draft = bench.draft
        self.step_id = step_id
        self.pattern = pattern
        self.typed: list[str] = []
        """What was typed at this step, for the next pattern to be tried on."""
        self.hints = 0
        self.kept = 0

    @property
    def place(self) -> int:
        """Where the step stands now. Raises PeercoachError when the file no longer has such a step."""
        scenario = self.draft.scenario
        place = scenario.position(self.step_id)
        if place is None or place not in written_steps(scenario):
            raise PeercoachError(f"{self.draft.path} has no step with a reply called “{self.step_id}” any more.")
        return place

    @property
    def step(self) -> ReplyStep | SignpostStep:
        """The step at hand."""
        return step_at(self.draft.scenario, self.place)

    def run(self) -> None:
        """Ask and take what is typed until the end."""
        self._open()
        self._show(quiet("Type a reply; ? says what else you can do."))
        while (given := self.bench.ask.write(self.step_id)).word != "stop":
            self._refresh()
            if given.word:
                self._word(given)
            elif given.text:
                self._take(given.text)

    def _show(self, *blocks: Block) -> None:
        self.bench.screen.show(*blocks)

    def _trouble(self, trouble: PeercoachError) -> None:
        self._show(*(para(line) for line in f"{trouble.message}\n{trouble.hint}".rstrip().split("\n")))

    def _open(self) -> None:
        self._show(*try_view.opening(self.draft.scenario, self.place), BLANK)
        if self.pattern:
            self._on_examples()

    def _refresh(self) -> None:
        """Read the file again if it was changed meanwhile; if it can't be played, go on with how it was."""
        try:
            if self.draft.changed():
                self._show(quiet("The file has changed; this is how it is now."))
        except PeercoachError as trouble:
            self._trouble(trouble)
            self._show(quiet("The file can't be played as it is, so this goes on with how it was."))

    def _word(self, given: Given) -> None:
        match given.word:
            case "?":
                self._show(*try_view.help_shown(self.step))
            case "hint":
                self._show(try_view.hint(self.step, self.hints))
                self.hints += 1
            case "skip":
                self._choose_step()
            case "help-now":
                self._show(BLANK, *self.bench.routes(), BLANK)

    def _take(self, text: str) -> None:
        """A command, or else a reply."""
        first, _, rest = text.partition(" ")
        if text == "keep":
            self._keep()
        elif text == "step":
            self._choose_step()
        elif first == "step" and rest.strip() in self._steps():
            self._go_to(rest.strip())
        elif text.startswith(_POINT):
            self._shape(text.removeprefix(_POINT).strip())
        else:
            self._reply(text)

    # ---- a reply

    def _reply(self, text: str) -> None:
        scenario, place = self.draft.scenario, self.place
        care = care_of(scenario, place, text)
        if care == "now" and not talk(self.bench.screen, self.bench.ask, self.bench.routes, heavy=is_heavy(scenario)):
            return
        self.typed.append(text)
        if self.pattern:
            self._show(try_view.on_reply(match(self.pattern, text)), BLANK)
        else:
            quoted = (BLANK, para((f"“{one_line(text)}”", "quote"), hang=1)) if self.bench.echo else ()
            self._show(*quoted, *try_view.explained(try_reply(scenario, place, text)), BLANK)
        if care == "check-in":
            self._show(quiet(CHECK_IN), BLANK)

    # ---- a pattern

    def _shape(self, pattern: str) -> None:
        """Try another pattern from here on; an empty one ends that."""
        if not pattern:
            self.pattern = ""
            self._show(quiet("No pattern now: replies are explained again."))
            return
        try:
            readable(pattern)
        except PeercoachError as trouble:
            self._trouble(trouble)
            return
        self.pattern = pattern
        self._on_examples()

    def _on_examples(self) -> None:
        self._show(*try_view.on_examples(self.pattern, self.step, matches(self.pattern, self.step)))
        if self.typed:
            self._show(quiet("What you typed:"), *(try_view.on_reply(match(self.pattern, text)) for text in self.typed))
        self._show(BLANK)

    # ---- another step

    def _steps(self) -> dict[str, int]:
        scenario = self.draft.scenario
        return {scenario.steps[place].id: place for place in written_steps(scenario)}

    def _choose_step(self) -> None:
        scenario = self.draft.scenario
        steps = [step_at(scenario, place) for place in self._steps().values()]
        choices = tuple(Choice(step.id, f"{step.id}: {one_line(_task(step))}") for step in steps)
        given = self.bench.ask.pick("Which step?", choices)
        if given.text:
            self._go_to(given.text)

    def _go_to(self, step_id: str) -> None:
        self.step_id, self.typed, self.hints = step_id, [], 0
        self._open()

    # ---- keeping

    def _keep(self) -> None:
        """Make the last reply an example, as somebody sees it: the scorer's view is where they start from."""
        text = tidy(self.typed[-1]) if self.typed else ""
        if not text:
            self._show(quiet("Type a reply first; `keep` keeps the last one."))
            return
        if any(example.text.strip() == text for example in self.step.examples):
            self._show(quiet("That is an example of this step already."))
            return
        tried = try_reply(self.draft.scenario, self.place, text)
        example = self._agreed(proposed(self.step.rubric, tried))
        if example and self._write(example):
            for said in differences(example, tried.explanation.result):
                self._show(quiet(f"The scorer sees it differently: {said}."))

    def _agreed(self, example: Example) -> Example | None:
        """The example as somebody wants it in the file; None when they don't."""
        self._show(quiet("This is how it would stand in the file, as the scorer sees it:"))
        while True:
            self._show(*try_view.example(example, self.step))
            given = self.bench.ask.pick("Do you see it that way too?", _MENU)
            if given.text == "keep":
                return example
            if given.text == "leave" or given.word in ("stop", "skip"):
                self._show(quiet("Not kept."))
                return None
            if given.word:
                self._show(quiet("What you say of it is what the scoring is held against, so put it as you see it."))
            example = self._changed(example, given.text)

    def _changed(self, example: Example, what: str) -> Example:
        if what == "band":
            given = self.bench.ask.pick("What is it?", tuple(Choice(band, band) for band in BANDS))
            return replace(example, bands=tuple(band for band in BANDS if band == given.text) or example.bands)
        if what == "falls-into":
            return replace(example, falls_into=self._several("What does it fall into?", PITFALLS, example.falls_into))
        if what == "shows":
            names = tuple(line.skill if isinstance(line, SkillLine) else line.point for line in self.step.rubric.lines)
            shows = self._several("What does it show?", names, example.shows)
            others = tuple(name for name in names if name not in shows)
            misses = self._several("What does it miss? What you pick in neither is left open.", others, example.misses)
            return replace(example, shows=shows, misses=tuple(name for name in misses if name in others))
        return example

    def _several(self, question: str, names: tuple[str, ...], before: tuple[str, ...]) -> tuple[str, ...]:
        """Some of the names, in their order; as it was before when nothing was picked."""
        if not names:
            return ()
        given = self.bench.ask.pick(question, (*(Choice(name, name) for name in names), _NONE), several=True)
        if given.word:
            return before
        picked = given.text.split(",")
        return tuple(name for name in names if name in picked)

    def _write(self, example: Example) -> bool:
        try:
            written = self.draft.keep(self.step_id, example)
        except NoPlaceError as trouble:
            self._trouble(trouble)
            self._show(quiet("To put it in by hand:"), *try_view.example(example, self.step))
            return False
        except PeercoachError as trouble:
            self._trouble(trouble)
            return False
        self.kept += 1
        self._show(para(f"Kept: example {len(self.step.examples)} of {self.step_id}, {self.draft.path}:{written.line}"))
        self._show(*(quiet(f"Advice: {'; '.join(filter(None, (fault.message, fault.hint)))}.") for fault in written.advice))
        return True


def _task(step: ReplyStep | SignpostStep) -> str:
    return step.reply if isinstance(step, ReplyStep) else step.signpost
