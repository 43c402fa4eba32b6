"""Drives one practice: asks what the engine wants to know, shows what came of it, and hands each answer on to be kept.

The learner's words live here only while they are being answered. What may be about the learner is never handed on.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from peercoach.coaching.moment import LEVELS
from peercoach.practice.engine import prompt, step
from peercoach.practice.next import is_heavy, skills_asked
from peercoach.practice.values import (
    Answer,
    AnswerKind,
    CareAsk,
    Chosen,
    End,
    Hinted,
    Moved,
    NotNow,
    Outcome,
    Prompt,
    Scored,
    Spotted,
    State,
)
from peercoach.scenario.format import (
    ChatStep,
    ChooseStep,
    LaterStep,
    NoteStep,
    ReflectStep,
    ReplyStep,
    SignpostStep,
    SpotStep,
)
from peercoach.terminal import chat_view, feedback_view
from peercoach.terminal.ask import Asker, Choice, Given
from peercoach.terminal.care_talk import How, Leave, talk
from peercoach.terminal.help_view import prompt_help
from peercoach.terminal.screen import Screen
from peercoach.terminal.words import BLANK, Block, quiet

Record = Callable[[State, Answer, Outcome], None]


class Seat(NamedTuple):
    """Where a practice is played.

    `record` is called with the state before, the answer and the outcome, as each is given; `routes` is help for the
    learner; `why` the reason behind a skill or pitfall, or ""; `ease` settles that hard subjects are left out from now on.
    """

    screen: Screen
    ask: Asker
    record: Record
    routes: Callable[[], tuple[Block, ...]]
    why: Callable[[str], str]
    keeps_words: bool = False
    ease: Callable[[], None] | None = None


class Ending(NamedTuple):
    """How a practice ended and where it stood. `resume`: whether it may be offered again where it stopped.

    `cared`: whether a reply turned out to be, or may have been, about the learner. Never leaves this sitting.
    """

    how: How
    state: State
    resume: bool = True
    cared: bool = False


def play(state: State, seat: Seat) -> Ending:
    """Play from where the state stands until it ends or the learner stops."""
    drive = _Drive(state, seat)
    try:
        drive.run()
    except Leave as leaving:
        return Ending(leaving.how, drive.state, leaving.resume, drive.cared)
    return Ending("finished", drive.state, cared=drive.cared)


class _Drive:
    """One practice being played: the state, and where it is shown."""

    def __init__(self, state: State, seat: Seat) -> None:
        self.state = state
        self.seat = seat
        self.just_read = False
        self.cared = False

    def run(self) -> None:
        """Ask and take answers until the end."""
        self._catch_up()
        while not isinstance(asked := prompt(self.state), End):
            answer = self._ask(asked)
            if answer is not None:
                self._take(answer)

    def _catch_up(self) -> None:
        """After a break: the last of the chat again, so that nobody answers into the dark."""
        if self.state.seen:
            self._show(BLANK, quiet("Where you were:"), *chat_view.chat(self.state.seen[-6:], self.state.scenario))

    def _show(self, *blocks: Block) -> None:
        self.seat.screen.show(*blocks)

    # ---- asking: each gives one answer, or None when something else was wanted first

    def _ask(self, asked: Prompt) -> Answer | None:
        if asked.kind in ("after", "read"):
            return self._after(asked) if asked.kind == "after" else self._read(asked)
        match asked.step:
            case SpotStep(spot=question, answer=answer):
                choices = tuple(Choice(name, name) for name in asked.options)
                return self._pick("spot", question, choices, asked, several=len(answer) > 1)
            case ChooseStep(choose=question):
                choices = tuple(Choice(str(number), text) for number, text in enumerate(asked.options, 1))
                return self._pick("choose", question, choices, asked)
            case ReplyStep(reply=task) | SignpostStep(how="reply", signpost=task):
                return self._write("reply", task, asked)
            case ReflectStep(reflect=question):
                kept = "kept with your replies, as you settled" if self.seat.keeps_words else "not kept"
                self._show(BLANK, quiet(f"Just for you: not scored, and {kept}. Enter goes on."))
                return self._write("reflect", question, asked)
        return self._service(asked)

    def _read(self, asked: Prompt) -> Answer | None:
        """Show it and go on; after another page of reading, wait first."""
        if self.just_read and (given := self.seat.ask.pause()).word:
            return self._word(given, asked)
        match asked.step:
            case ChatStep(chat=lines):
                self._show(*chat_view.chat(lines, self.state.scenario))
            case NoteStep(note=text):
                self._show(*chat_view.aside(text))
            case LaterStep(later=text):
                self._show(*chat_view.later(text))
        return Answer("next")

    def _service(self, asked: Prompt) -> Answer | None:
        here = asked.step
        offered = next((each for step_id, each in self.state.candidates if step_id == here.id), ())
        if not offered or not isinstance(here, SignpostStep):
            self._show(BLANK, quiet("There is no directory to pick from here, so this one is passed over."))
            return Answer("skip")
        choices = tuple(Choice(each.id, f"{each.name}: {each.how}" if each.how else each.name) for each in offered)
        return self._pick("choose", here.signpost, choices, asked)

    def _pick(
        self, kind: AnswerKind, question: str, choices: tuple[Choice, ...], asked: Prompt, *, several: bool = False
    ) -> Answer | None:
        self._show(BLANK)
        given = self.seat.ask.pick(question, choices, several=several)
        return self._word(given, asked) if given.word else Answer(kind, given.text)

    def _write(self, kind: AnswerKind, question: str, asked: Prompt) -> Answer | None:
        self._show(BLANK)
        given = self.seat.ask.write(question)
        return self._word(given, asked) if given.word else Answer(kind, given.text)

    def _after(self, asked: Prompt) -> Answer | None:
        """The menu after an answer; where there is nothing to try again, straight on."""
        if "again" not in asked.allows:
            return Answer("carry-on")
        self._show(BLANK)
        given = self.seat.ask.pick("What now?", self._after_choices(asked))
        if given.word:
            return self._word(given, asked)
        if given.text == "examples" and isinstance(asked.step, ReplyStep | SignpostStep):
            self._show(*feedback_view.examples(asked.step.examples, asked.step.rubric))
        if given.text == "why":
            self._show(*feedback_view.why(self._reason(asked)))
        return _AFTER.get(given.text)

    def _after_choices(self, asked: Prompt) -> tuple[Choice, ...]:
        choices = [Choice("again", "try again"), Choice("carry-on", "carry on")]
        if self.state.tries[-1].band == "strong":  # what is likeliest comes first, and Enter takes it
            choices.reverse()
        if "hint" in asked.allows:
            choices.append(Choice("hint", "a hint"))
        if asked.examples:
            choices.append(Choice("examples", "see how others put it"))
        if self._reason(asked):
            choices.append(Choice("why", "why this matters"))
        return tuple(choices)

    def _reason(self, asked: Prompt) -> str:
        """Why what was last spoken of matters: what to try next, else a pitfall, what isn't there yet, what landed."""
        result = self.state.tries[-1].result
        if result is None:
            return ""
        expected = skills_asked(asked.step)
        pitfalls = tuple(pitfall.id for pitfall in result.pitfalls)
        skills = sorted(expected, key=lambda skill: LEVELS.index(result.level(skill)), reverse=True)
        spoken_of = (result.next.about, *pitfalls, *skills)
        return next((reason for about in spoken_of if about and (reason := self.seat.why(about))), "")

    def _word(self, given: Given, asked: Prompt) -> Answer | None:
        """Do what a word that works everywhere says."""
        match given.word:
            case "stop":
                raise Leave("stopped")
            case "hint":
                return Answer("hint")
            case "skip":
                return Answer("skip")
            case "help-now":
                self._show(BLANK, *self.seat.routes())
            case "?":
                self._show(*prompt_help(asked))
        return None

    # ---- what came of it

    def _take(self, answer: Answer, *, asked: bool = False) -> None:
        before = self.state
        after, outcome = step(before, answer, asked=asked)
        if isinstance(outcome, CareAsk):
            if not self._is_about_them():
                self._take(answer, asked=True)
            return
        if not isinstance(outcome, NotNow):
            self.seat.record(before, self._to_keep(answer), outcome)
        self.state = after
        self._tell(outcome)
        self.just_read = answer.kind == "next"

    def _is_about_them(self) -> bool:
        """Ask, gently. Raises Leave when they take a break, and then it was."""
        seat, before = self.seat, self.cared
        self.cared = True
        about_them = not talk(seat.screen, seat.ask, seat.routes, heavy=is_heavy(self.state.scenario), ease=seat.ease)
        self.cared = before or about_them
        return about_them

    def _to_keep(self, answer: Answer) -> Answer:
        """A thought to oneself is kept only where the learner has settled that their words are."""
        return Answer("reflect") if answer.kind == "reflect" and not self.seat.keeps_words else answer

    def _tell(self, outcome: Outcome) -> None:
        match outcome:
            case Moved(chat=lines):
                self._show(*feedback_view.revealed(outcome), *chat_view.chat(lines, self.state.scenario))
            case Spotted():
                self._show(*feedback_view.spotted(outcome))
            case Chosen():
                self._show(*feedback_view.chosen(outcome))
            case Scored():
                self._show(*feedback_view.scored(outcome))
            case Hinted():
                self._show(*feedback_view.hinted(outcome))
            case NotNow(why=why):
                self._show(quiet(why))


_AFTER = {"again": Answer("again"), "carry-on": Answer("carry-on"), "hint": Answer("hint")}
