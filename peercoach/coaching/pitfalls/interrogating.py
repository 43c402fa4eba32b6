"""Too many questions: stacks questions, or checks facts one after another."""

from __future__ import annotations

from peercoach.coaching.detector import MISSED, Detector, Told
from peercoach.coaching.weighing import Weighing, spans


def judge(weighing: Weighing) -> Told:
    """By margin, and for three questions or more, or two that only check facts; one question alone never."""
    questions = [u for u in weighing.reading.text.sentences if u.question]
    facts = weighing.reading.hits.get("interrogating", [])
    if len(questions) >= 3 and len(facts) >= 2:
        return Told("met", tuple((u.start, u.end) for u in questions), "questions one after another")
    if max(len(questions), len(facts)) < 2:
        return MISSED
    found = weighing.above("interrogating", 0.0)
    return Told("met", spans(found)) if found else MISSED


DETECTOR = Detector(
    id="interrogating",
    kind="pitfall",
    title="Too many questions",
    summary="Stacks questions, or checks facts one after another.",
    why="Question after question feels like a form to fill in. One, about how it is for them, and room to leave it.",
    judge=judge,
    phrases=(
        "how old|many|long|often|much|far|bad|tall|come",
        "what|which school|uni|city|year|course|medication|meds|dose|area|age|town|job|time|exam*|subject*|did_you_say|happened_exactly|exactly",
        "when did|was|is|does|were|u|exactly",
        "where are|do|did|is|abouts|was|u|exactly",
        "who is|was|did|else|with|are|told|said|were|have|knows",
        "why did|didnt|do|dont|not|would|are|is|cant|havent",
        "did you|u|they|he|she tell|say|take|eat|go|report|ask|do|try|have|get|sleep|call|hurt|know|actually|even",
        "have you|u told|seen|taken|got|been|spoken|eaten|had|done|asked|tried|rung|called",
        "are|r|is you|u|it|that|he|she on|at|in|under|getting|seeing|still|taking|diagnosed|a|your|the|because|with",
        "do|does you|u|he|she|they|your|anyone live|have|know|take|go|work|study|see|get",
        "is|was it|that|this|he|she your|the|because|at|a|in|to_do",
        "was there|it|that|he|she",
        "and|then what|when|who|why|where|how|did|is|are|was",
        "what visa|kind|type|exactly",
    ),
    soft=(
        "?",
    ),
    off=(
        "how are|r you",
        "how is|s|was|you",
        "what|whats _ like",
        "are|r you safe|ok",
    ),
)
