"""Bring the group in: opens the talk to the group, or joins two members up."""

from __future__ import annotations

from peercoach.coaching.detector import Detector, Told
from peercoach.coaching.weighing import Weighing


def judge(weighing: Weighing) -> Told:
    """By margin; "anyone got any thoughts?" with nothing to take hold of is partly."""
    told = weighing.levelled("include")
    if told.level == "met" and all(weighing.covered(w.unit, "include:bare") > 0.6 for w in weighing.above("include", 0.0)):
        return Told("partly", told.evidence, "opened, with nothing to take hold of")
    return told


DETECTOR = Detector(
    id="include",
    kind="skill",
    title="Bring the group in",
    summary="Opens the talk to the group, or joins two members up.",
    why="Support grows when it comes from several people. Answer first, then open one clear thing to the room.",
    judge=judge,
    groups=(
        (
            "bare",
            (
                "anyone|anybody|everyone|has|does|got any|got|have|want|wanna|fancy|else|anyone|else_want __ thoughts|ideas|advice|topic|chat|talk|help|input",
                "anyone|anybody else? $",
                "what|whats everyone|everyones|do_you_all|do_others think|thoughts|up_to",
                "lets|let us|me open|throw|put this|it|that to|out|up to? the? group|floor|room|everyone",
            ),
        ),
    ),
    phrases=(
        "has|have|does|did|is|do|any anyone|anybody|any_of_you|anyone_else|others|other_people|everyone|somebody|some_of_you|any1",
        "anyone|anybody|any1 else|here|got|know|had|been|find|get|feel|up|in|want|fancy|also|around|about|felt|able|thats|who|done|relate|tried|here_been",
        "any of you|us|the",
        "who else|here|wants|has|fancies|remembers|can|got|in",
        "everyone|everybody|guys|folks|yall|people|all|lads|team|gang|room what|how|whats|who|hows|any|do|is|lets|where",
        "lets|shall|let us|we|everyone all|hear|do|go|open|talk|try|see|have",
        "what|how do|does|did|would|about|have everyone|everybody|the_rest|others|people|you_lot|you_all|the_group|anyone|yous|you_guys",
        "the rest of you|us",
        "you lot|all|two|both|guys",
        "werent|didnt|havent|dont|arent|wasnt|isnt you|u __",
        "@name didnt|werent|havent|you|didnt_you",
        "you|u both|two|had|said|went|were __ too|aswell|similar|last|same|earlier",
        "youre|your not the_only|only|on_your_own|alone",
        "others here|in|might|feel|have|can|will|could|may",
        "go|going|lets_go round|around",
        "ask|asking|open|opening|throw|throwing|over the|this|it|to the?|up|out|others group|room|floor|everyone|others|to",
        "over to|2",
        "bring|bringing|pull|tag|tagging|loop in|others|everyone",
        "bet|sure others|other|loads|some|people|half|everyone",
        "curious|interested|love what|how|to others|everyone|everybody|people|hear_from",
        "tell|help|show @name|them|us",
        "whats|hows it|everyone|everybody|yours|your been|doing|like|end",
    ),
    soft=(
        "anyone",
        "everyone|everybody",
        "group|room",
        "others",
        "too|aswell",
        "you lot",
        "both",
    ),
    off=(
        "everyone feels|thinks|knows|has|does|goes|gets|says|struggles|finds",
        "anyone would|could",
        "is anyone|anybody with_you|there_with|at_home|in_the|else_in",
        "ask someone|the_group|around",
        "everyone please|pls support|be",
        "tell someone|anyone",
        "not everyone|anyone",
    ),
)
