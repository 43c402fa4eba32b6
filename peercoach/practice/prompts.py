"""What is asked now: the prompt that goes with a state."""

from __future__ import annotations

from peercoach.practice.values import AnswerKind, Candidate, End, Prompt, PromptKind, State
from peercoach.scenario.format import YOU, ChooseStep, ReflectStep, ReplyStep, SignpostStep, SpotStep, Step, Then


def prompt(state: State) -> Prompt | End:
    """What is asked now, or that all is done."""
    here = state.step
    if here is None:
        return End(state.done)
    kind = kind_of(here)
    left = max(0, len(hints_of(here)) - state.hints)
    if state.answered:
        return Prompt("after", here, (), after_kinds(state, here, left), left, examples=bool(_has_examples(here)))
    return Prompt(kind, here, _options(state, here), _asks(kind, left), left, examples=bool(state.tries and _has_examples(here)))


def kind_of(here: Step) -> PromptKind:
    """How a step is asked."""
    match here:
        case SpotStep():
            return "spot"
        case ChooseStep():
            return "choose"
        case ReplyStep() | SignpostStep(how="reply"):
            return "reply"
        case SignpostStep():
            return "pick"
        case ReflectStep():
            return "reflect"
    return "read"


def hints_of(here: Step) -> tuple[str, ...]:
    """A step's hints, none where it can't have any."""
    return here.hints if isinstance(here, ReplyStep | SignpostStep) else ()


def thens_of(here: Step) -> tuple[Then, ...]:
    """Where a step branches to."""
    return here.then if isinstance(here, ReplyStep | SignpostStep) else ()


def _has_examples(here: Step) -> bool:
    return kind_of(here) == "reply" and isinstance(here, ReplyStep | SignpostStep) and bool(here.examples)


def offered_at(state: State, here: Step) -> tuple[Candidate, ...]:
    """The services that a step offers."""
    return next((offered for step_id, offered in state.candidates if step_id == here.id), ())


def _options(state: State, here: Step) -> tuple[str, ...]:
    match here:
        case ChooseStep(options=options):
            return tuple(option.say for option in options)
        case SpotStep(answer=answer):
            spoke = {line.who for line in state.seen} | set(answer)
            return tuple(person.name for person in state.scenario.people if person.name in spoke and person.name != YOU)
        case SignpostStep(how="choose"):
            return tuple(candidate.id for candidate in offered_at(state, here))
    return ()


def _asks(kind: PromptKind, hints_left: int) -> tuple[AnswerKind, ...]:
    """The kinds of answer that lead somewhere before a try."""
    hint: tuple[AnswerKind, ...] = ("hint",) if hints_left else ()
    if kind == "read":
        return ("next", "skip")
    if kind in ("spot", "reply"):
        return ("spot" if kind == "spot" else "reply", *hint, "skip")
    return ("reflect" if kind == "reflect" else "choose", *hint, "skip")


def after_kinds(state: State, here: Step, hints_left: int) -> tuple[AnswerKind, ...]:
    """The kinds of answer that lead somewhere after one: somebody found leaves nothing to try again."""
    if isinstance(here, SpotStep) and state.tries[-1].band == "strong":
        return ("carry-on",)
    return ("again", "carry-on", "hint") if hints_left else ("again", "carry-on")
