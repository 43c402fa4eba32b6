"""Say kindly what you can and can't do: says kindly what this person or place can't do, and what it can."""

from __future__ import annotations

from peercoach.coaching.detector import Detector, Told
from peercoach.coaching.weighing import Weighing


def judge(weighing: Weighing) -> Told:
    """By margin; a no without anything that can be done is partly."""
    told = weighing.levelled("boundaries")
    if told.level == "met" and not weighing.has("boundaries:can") and weighing.level("hear") == "missed":
        return Told("partly", told.evidence, "what can't be is said; what can would finish it")
    return told


DETECTOR = Detector(
    id="boundaries",
    kind="skill",
    title="Say kindly what you can and can't do",
    summary="Says kindly what this person or place can't do, and what it can.",
    why="A clear, warm no is easier to trust than a yes that runs out. What you can do, and until when, keeps the door open.",
    judge=judge,
    groups=(
        (
            "can",
            (
                "im|were|we|still|be|stay|staying here|around|about|in|on|reading|till|until|with|happy|up",
                "can|could always|still|just|talk|chat|listen|sit|stay|here|do|vent|tell|say|hang|ask|share",
                "happy|glad|love to",
                "in here|the_group|this_chat",
                "here|on|about|around till|until|for|with|in",
                "you can|could|someone|service|samaritans|childline|themix|crisis",
                "carry on",
                "but i|we|im|you|still|here|the|there",
            ),
        ),
    ),
    phrases=(
        "i|we|id cant|dont|wont|wouldnt|cannot|am_not|not|shouldnt|couldnt do|give|take|add|swap|share|talk|message|chat|have|be|go|keep|offer|promise|stay|discuss|see|read|say|answer|look|take_it|really",
        "i|im im|am|not|cant allowed|able|a|the|good|best|right|in|up|going|qualified|trained",
        "im only|just|no|not a|a_member|another|the",
        "i have|need|got|gotta|ve_got|must to go|head|log|step|stop|leave|sign|mute|off|clock",
        "im here|around|on|in|about|off|staying|heading|going|reading in|till|until|for|tonight|all|at|with|still",
        "here|on|about|around till|until|til",
        "but im|i|we|you|were can|here|still|staying|in|around|about|will|happy",
        "i can listen|sit|stay|be|still|do|read|chat|keep",
        "what i can",
        "keep|keeping|stick|sticking|stay|staying|chat|talk it|this|stuff|things|chat|with|in|here? here|in|in_the_group|to|between_all",
        "not in|a|the|good|right place|space|headspace|therapist|counsellor|professional|person",
        "in here|the_group|this_chat instead|not|rather|where",
        "happy|up to for? chat|talk|listen|carry",
        "gonna|going|need to? mute|step|take|log|sit",
        "mute|muting|stepping|sitting|bowing|ducking this|out|back|for|it",
        "past|beyond|above|outside|over what|my|me",
        "not something i|we|this|im",
        "for|keeps|keep everyones|everyone|your|safety|safe",
        "thats|that|this one is|thats past|beyond|too|for|above",
        "leave|leaving|take|took|keep numbers|it|that|them|names|out out|for|of",
        "snaps|socials|numbers|insta|dms|pms|names|details have|stay|are|need|cant|arent|dont",
    ),
    soft=(
        "i|we cant|dont|wont",
        "not able|allowed",
        "but",
        "here",
        "till|until",
        "only",
    ),
    off=(
        "i cant imagine|believe|even|wait|stop|lie|cope|sleep|think|help_but|remember",
        "i dont know|think|understand|get|blame|want|mean|see|like|have_time|care",
        "we cant all",
        "as per the",
    ),
)
