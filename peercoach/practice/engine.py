"""The turn-by-turn engine: a state and an answer give the next state and what happened. Pure.

A practice is its answers: replaying them gives the same state, which is how a stopped practice is taken up again.
An answer that doesn't fit what was asked changes nothing and says so; no answer ever raises.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from peercoach.coaching.moment import Mark, Result
from peercoach.practice.branch import first_match, otherwise, skipped_to
from peercoach.practice.prompts import after_kinds, hints_of, kind_of, offered_at, prompt, thens_of
from peercoach.practice.values import (
    Answer,
    AnswerKind,
    Candidate,
    Candidates,
    CareAsk,
    Chosen,
    Done,
    Hinted,
    Moved,
    NotNow,
    Outcome,
    Retrying,
    Scored,
    Spotted,
    State,
    Try,
)
from peercoach.scenario.format import (
    END,
    YOU,
    ChatStep,
    ChooseStep,
    LaterStep,
    Line,
    NoteStep,
    ReflectStep,
    ReplyStep,
    Scenario,
    SignpostStep,
    SpotStep,
    Step,
    Then,
)

__all__ = ["Answer", "prompt", "replay", "start", "step", "tried"]

Turn = tuple[State, Outcome]
READS = (ChatStep, NoteStep, LaterStep)


def start(scenario: Scenario, candidates: Candidates = ()) -> State:
    """The beginning of a practice. `candidates` are the services that its pick steps offer (see `candidates`)."""
    return State(scenario, candidates)


def replay(scenario: Scenario, answers: Iterable[Answer], candidates: Candidates = ()) -> State:
    """The state after these answers. What was asked about care before is not asked again."""
    state = start(scenario, candidates)
    for answer in answers:
        state, _ = step(state, answer, asked=True)
    return state


def step(state: State, answer: Answer, *, asked: bool = False) -> Turn:
    """Take one answer. `asked`: the learner has said that this reply is practice, so care is not asked about again."""
    here = state.step
    if here is None:
        return state, NotNow("This practice is finished.")
    if answer.kind in _WAYS_ON:
        return _WAYS_ON[answer.kind](state, here)
    if answer.kind in ("reply", "reflect"):
        return _written(state, here, answer, asked=asked)
    return _picked(state, here, answer)


def _written(state: State, here: Step, answer: Answer, *, asked: bool) -> Turn:
    match answer.kind, here:
        case "reflect", ReflectStep():
            return _reflect(state, here, answer.value, asked=asked)
        case "reply", ReplyStep() | SignpostStep(how="reply"):
            return _reply(state, here, answer.value, asked=asked)
    return state, NotNow("That isn't asked here.")


def _picked(state: State, here: Step, answer: Answer) -> Turn:
    match answer.kind, here:
        case "spot", SpotStep():
            return _spot(state, here, answer.value)
        case "choose", ChooseStep():
            return _choose(state, here, answer.value)
        case "choose", SignpostStep(how="choose"):
            return _pick(state, here, answer.value)
    return state, NotNow("That isn't asked here.")


# ---- ways on: read, carry on, skip, again, hint


def _next(state: State, here: Step) -> Turn:
    if not isinstance(here, READS):
        return state, NotNow("There is something to answer here first. You can skip it.")
    return _leave(state, here, lines=here.chat if isinstance(here, ChatStep) else ()), Moved()


def _carry_on(state: State, here: Step) -> Turn:
    if not state.tries:
        return state, NotNow("Try it first, or skip it.")
    last = state.tries[-1]
    match here:
        case SpotStep():
            return _leave(state, here), Moved(answer=here.answer, because="" if last.band == "strong" else here.because)
        case ChooseStep():
            option = here.options[int(last.value) - 1]
            said = (_said(option.say), *option.chat)
            return _leave(state, here, lines=said, goto=option.goto), Moved(option.chat)
        case ReplyStep() | SignpostStep() if last.result is not None:
            then = first_match(here.then, last.result) or Then()
            return _leave(state, here, lines=(_words(state, here, last), *then.chat), goto=then.goto), Moved(then.chat)
    return _leave(state, here), Moved()


def _skip(state: State, here: Step) -> Turn:
    """On, at no cost. After a try it is carrying on; before one nobody answers, and `else` shows the way."""
    if state.tries:
        return _carry_on(state, here)
    if isinstance(here, READS):
        return _next(state, here)
    way = otherwise(thens_of(here)) or Then()
    return _leave(state, here, goto=way.goto or here.goto or skipped_to(here)), Moved()


def _again(state: State, here: Step) -> Turn:
    if not state.answered or "again" not in after_kinds(state, here, 0):
        return state, NotNow("There is nothing to try again yet.")
    return state._replace(answered=False), Retrying()


def _hint(state: State, here: Step) -> Turn:
    hints = hints_of(here)
    if state.hints >= len(hints):
        return state, NotNow("That was the last hint." if hints else "There is no hint for this one.")
    hinted = Hinted(hints[state.hints], state.hints + 1, len(hints))
    return state._replace(hints=state.hints + 1), hinted


_WAYS_ON: dict[AnswerKind, Callable[[State, Step], Turn]] = {
    "next": _next,
    "carry-on": _carry_on,
    "skip": _skip,
    "again": _again,
    "hint": _hint,
}


def _said(text: str) -> Line:
    """An option as it stands in the chat: an action in brackets is something that happened, not something said."""
    return Line("" if text.startswith("[") else YOU, text)


def _words(state: State, here: Step, last: Try) -> Line:
    if kind_of(here) == "reply":
        return Line(YOU, last.value)
    name = next((candidate.name for candidate in offered_at(state, here) if candidate.id == last.value), last.value)
    return Line("", f"you tell them about {name}")


def _leave(state: State, here: Step, *, lines: tuple[Line, ...] = (), goto: str = "") -> State:
    """Leave the step at hand: the first `goto` there is wins, else the next step in order."""
    reads = state.reads + 1 if isinstance(here, READS) else 0
    return State(
        state.scenario,
        state.candidates,
        at=_target(state, goto or here.goto) if reads <= len(state.scenario.steps) else len(state.scenario.steps),
        reads=reads,
        seen=(*state.seen, *lines),
        done=(*state.done, Done(here.id, state.tries, state.hints)),
        said=state.said,
    )


def _target(state: State, goto: str) -> int:
    if goto == END:
        return len(state.scenario.steps)
    found = state.scenario.position(goto) if goto else None
    return state.at + 1 if found is None else found


# ---- answers


def tried(state: State, attempt: Try) -> State:
    """The state after a try at the step at hand, whatever it came to."""
    return state._replace(answered=True, tries=(*state.tries, attempt), reads=0)


def _spot(state: State, here: SpotStep, value: str) -> Turn:
    names = tuple(name.strip().removeprefix("@").casefold() for name in value.replace(",", " ").split())
    if not names:
        return state, NotNow("Say who it is, by name or number.")
    found = tuple(name for name in here.answer if name.casefold() in names)
    right = len(found) == len(here.answer) == len(set(names))
    spotted = Spotted(right, found, here.because if right else "")
    return tried(state, Try(", ".join(names), "strong" if right else "needs-work")), spotted


def _choose(state: State, here: ChooseStep, value: str) -> Turn:
    number = int(value) if value.isascii() and value.isdigit() and len(value) < 4 else 0
    if not 1 <= number <= len(here.options):
        return state, NotNow("Pick one of those, by its number.")
    option = here.options[number - 1]
    after = tried(state, Try(str(number), option.band))
    return after, Chosen(option.say, option.band, option.because, after.attempt())


def _pick(state: State, here: Step, value: str) -> Turn:
    candidate = next((each for each in offered_at(state, here) if each.id == value), None)
    if candidate is None:
        return state, NotNow("Pick one of those, by its number.")
    result = _as_result(candidate)
    after = tried(state, Try(candidate.id, result.band, result))
    return after, Chosen(candidate.name, result.band, candidate.why, after.attempt(), result)


def _as_result(candidate: Candidate) -> Result:
    """A pick as a result, so that branches read it like any other: all of it, or not yet."""
    if candidate.fits:
        return Result(100, "strong", (Mark("signpost", "met"),))
    return Result(0, "needs-work", (Mark("signpost", "missed"),))


def _reply(state: State, here: ReplyStep | SignpostStep, text: str, *, asked: bool) -> Turn:
    if not text.strip():
        return state, NotNow("There's nothing there yet. A few words are enough.")
    from peercoach.practice.scoring import care_for, weigh  # noqa: PLC0415  # the scorer loads with the first reply

    care = "none" if asked else care_for(text, state, here)
    if care == "now":
        return state, CareAsk()
    result, feedback = weigh(text, state, here)
    left = hints_of(here)[state.hints :] if state.tries and result.band != "strong" else ()
    feedback = feedback._replace(hint=left[0]) if left else feedback
    after = tried(state, Try(text, result.band, result))._replace(
        said=(*state.said, *feedback.said()),
        hints=state.hints + 1 if left else state.hints,
    )
    return after, Scored(text, result, feedback, after.attempt(), care, here.check_yourself)


def _reflect(state: State, here: ReflectStep, text: str, *, asked: bool) -> Turn:
    """A thought to oneself: looked at for care only; the state doesn't hold it."""
    from peercoach.practice.scoring import care_for  # noqa: PLC0415  # the scorer loads with the first reply

    if text.strip() and not asked and care_for(text, state, here) == "now":
        return state, CareAsk()
    return _leave(state, here), Moved()
