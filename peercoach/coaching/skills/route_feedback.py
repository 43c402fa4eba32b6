"""Take a complaint somewhere it gets heard: takes a complaint about how chat is run out of the room, warmly: private message or feedback form."""

from __future__ import annotations

from peercoach.coaching.detector import Detector, Told
from peercoach.coaching.weighing import Weighing


def judge(weighing: Weighing) -> Told:
    """By margin; pointed at the form with no warmth, it is partly."""
    told = weighing.levelled("route-feedback")
    if told.level == "met" and weighing.level("hear") == "missed":
        return Told("partly", told.evidence, "the right place, and the feeling still to be met")
    return told


DETECTOR = Detector(
    id="route-feedback",
    kind="skill",
    title="Take a complaint somewhere it gets heard",
    summary="Takes a complaint about how chat is run out of the room, warmly: private message or feedback form.",
    why="A complaint aired in chat rarely gets sorted and often hurts somebody. Feeling first, then the place where it is read.",
    judge=judge,
    phrases=(
        "feedback form|forms|box|link|thing",
        "the form|feedback",
        "fill|filling|pop|put|stick|write|send|drop|use|chuck|say|bring|take|raise|mention|whack|bung it?|that|this|them|the|a|in|out|to __ form|feedback|pm|pms|team|message|staff|mods|dm",
        "pm|message|dm|msg|email|tell|ask|write_to|contact|speak_to|talk_to the|a|one|them|to|staff|mods|our team|mod|mods|staff|moderator|moderators|admin|the_mods|directly|privately|in_private",
        "pm|message a|the|one|to|them|staff|mods mod|team|staff",
        "bring|take|raise|mention it|that|this|up with|to|up the|them|staff",
        "in|by private|pm|a_pm|a_message|message|dm",
        "they|team|staff do|actually|really|will|would|read|listen|want|look|need|check|reply read|look|want|listen|take|reply|answer|care|know|hear",
        "they read|look|listen|want|check",
        "team|mods|staff|they would|will|want|can|need|ll|do|should|could to? know|hear|look|see|want|check|explain|sort|help",
        "worth|best|better telling|saying|sending|putting|raising|mentioning|flagging|asking|to|off|in",
        "gets|get|got looked|sorted|seen|read|heard|passed|to_the",
        "so it|they|that gets|get|can|see|is",
        "not me|us|up|in|the|here|my who|to|place|here|call",
    ),
    soft=(
        "form",
        "feedback",
        "pm|dm",
        "team|staff",
        "complaint|complain",
        "privately|private",
    ),
    off=(
        "nobody|noone reads|cares|looks|listens",
        "dont bother",
        "form|forms dont|never|wont|goes",
        "they never|dont|wont read|listen|reply|care",
        "pm me",
        "form a|an|of|the",
        "top|great|good form",
    ),
)
