"""Scenarios small enough to see through, for the engine's tests."""

from __future__ import annotations

from peercoach.coaching.moment import Rubric, SkillLine
from peercoach.practice.values import Candidate
from peercoach.scenario.format import (
    ChatStep,
    ChooseStep,
    Example,
    LaterStep,
    Line,
    NoteStep,
    Option,
    Person,
    ReflectStep,
    ReplyStep,
    Scenario,
    SignpostStep,
    SpotStep,
    Step,
    Test,
    Then,
)

ASH = Person(name="ash", age=17)
KIT = Person(name="kit")
CHAT = ChatStep(id="chat-1", chat=(Line("kit", "final tonight!"), Line("ash", "induction was six hours and i knew nobody")))
SPOT = SpotStep(id="spot-2", spot="Whose message has nobody answered?", answer=("ash",), because="The talk moved on.")
REPLY = ReplyStep(
    id="back-to-ash",
    reply="Go back to Ash.",
    to=("ash",),
    rubric=Rubric((SkillLine("hear"), SkillLine("ask", optional=True))),
    examples=(Example(("strong",), "that sounds so lonely ash"), Example(("needs-work",), "repost it")),
    hints=("What did Ash say?", "What would that feel like?"),
    then=(
        Then((Test(bands=("strong",)),), (Line("ash", "thanks"),), "later"),
        Then((), (Line("ash", "its fine dw"),), "note"),
    ),
)
NOTE = NoteStep(id="note", note="Small is enough.")
LATER = LaterStep(id="later", later="three weeks on")
CHOOSE = ChooseStep(
    id="choose-6",
    choose="Kit says hi.",
    options=(
        Option("[scroll past]", "needs-work", "Nobody likes to be passed by."),
        Option("hiya kit", "strong", "Short and warm.", (Line("kit", "heyy"),), "reflect"),
    ),
)
PICK = SignpostStep(
    id="pick",
    signpost="Ash would like someone to text.",
    to=("ash",),
    need=("one-to-one",),
    then=(Then((), (Line("ash", "ta"),)),),
)
REFLECT = ReflectStep(id="reflect", reflect="What would you do the same again?")
CANDIDATES = (
    (
        "pick",
        (Candidate("shout", "Shout", "text", fits=True, why="By text."), Candidate("calm", "CALM", "", fits=False, why="No.")),
    ),
)


def talk(*steps: Step, people: tuple[Person, ...] = (ASH, KIT)) -> Scenario:
    """A scenario of these steps."""
    return Scenario(id="talk", title="A talk", about="Small.", audience="member", level=1, people=people, steps=steps)


WHOLE = talk(CHAT, SPOT, REPLY, NOTE, LATER, CHOOSE, PICK, REFLECT)
