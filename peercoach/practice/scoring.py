"""One reply, weighed: may it be about the learner, what is it worth, what is said of it.

Apart from the engine because the scorer takes a while to load, and nothing needs it before the first reply is given.
"""

from __future__ import annotations

from peercoach.coaching.care import care
from peercoach.coaching.feedback import Feedback, feedback
from peercoach.coaching.moment import CareLevel, Moment, Result
from peercoach.coaching.score import score
from peercoach.practice.values import State
from peercoach.scenario.format import ReplyStep, SignpostStep, Step
from peercoach.scenario.moments import moment_for


def care_for(text: str, state: State, step: Step) -> CareLevel:
    """Whether what the learner typed may be about themselves. Looked at before anything is scored."""
    return care(text, _moment(state, step)).level


def weigh(text: str, state: State, step: ReplyStep | SignpostStep) -> tuple[Result, Feedback]:
    """Score a reply and put it into words, next to the try before it."""
    moment = _moment(state, step)
    result = score(text, moment, step.rubric)
    before = state.tries[-1].result if state.tries else None
    return result, feedback(text, result, moment, step.rubric, before=before, used=state.said)


def _moment(state: State, step: Step) -> Moment:
    """The chat as the learner has seen it. While trying again, the tries before are not part of it."""
    return moment_for(state.scenario, state.seen, step)
