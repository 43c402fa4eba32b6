"""Could be pasted anywhere: could be pasted under any message."""

from __future__ import annotations

from peercoach.coaching.detector import Detector, Told
from peercoach.coaching.weighing import Weighing, spans


def judge(weighing: Weighing) -> Told:
    """Where at least half of a reply could be pasted anywhere, and the rest takes up nothing they said."""
    pasted = weighing.above("template", 0.0)
    if not pasted:
        return Told("missed")
    words = len(weighing.reading.text.words)
    inside = {i for w in pasted for i in range(w.unit.first, w.unit.last)}
    took = {i for i in weighing.reading.echo()[0] if i not in inside}
    own = weighing.level("reflect") == "met" or weighing.level("notice") == "met" or len(took) >= 2
    if len(inside) * 2 < words or (own and len(inside) < words * 0.8):
        return Told("missed", (), "a stock phrase inside a reply of its own")
    return Told("met", spans(pasted))


DETECTOR = Detector(
    id="template",
    kind="pitfall",
    title="Could be pasted anywhere",
    summary="Could be pasted under any message.",
    why="Members dread the pasted reply more than a clumsy one. One thing that only they said makes it yours.",
    judge=judge,
    phrases=(
        "your feelings|emotions|experiences|experience|voice are|is|matter|matters",
        "feelings are valid",
        "you are|your valid|enough|loved|seen|heard|not_alone|strong|stronger|worthy|worth|never_alone|so_strong|important|amazing|beautiful|capable|a_warrior",
        "you matter",
        "thanks for|so_much_for sharing|reaching|your_feedback|your_message|opening|contacting|trusting|your_honesty|your_patience|your_cooperation|posting|being_here|your_understanding",
        "thanks for reaching out",
        "reaching|reach out",
        "stay|be|keep strong|safe|positive|kind_to|hopeful|fighting|going|brave",
        "be kind|gentle to|with yourself",
        "take it|things|care|one one|a|day|step|of|easy day|step|yourself",
        "one day|step at a? time",
        "day by day",
        "you got|have|ve this",
        "youve got this",
        "i am|im sorry|here|so you|to|for feel*|hear|you|your|going|are",
        "sorry your|you feeling|going|are|feel|have",
        "i hear you",
        "we|i hear|see|value|understand|appreciate|support|care|are_here you|your|every|that|how|for",
        "we are|were|im|i_am here|always for|to|always you|help|listen|support",
        "here for you|if",
        "please know|remember|be|dont_hesitate|feel_free|reach|take_care|note",
        "know that you|your|we|there|help|support|it",
        "remember that|you|to|your|its|it|this",
        "always|never alone|here|forget|give|be",
        "do not|dont hesitate|give_up|forget",
        "never give|forget|lose",
        "its|it is|s ok|okay|completely|perfectly|totally|important|understandable|normal|valid to|not|understandable|normal|feel|valid|that|ok",
        "support|help is|are available|out|always|there",
        "this too shall",
        "things|it will|gets|get|does better|improve|easier",
        "better days",
        "self care|compassion|love",
        "difficult|challenging|hard|tough time|times|situation|period",
        "sending|send you|positive|love|hugs|good|healing|strength|light vibes|love|hugs|and|energy|your|thoughts",
        "thoughts and prayers",
        "hang in there",
        "stay strong",
        "i understand|know|appreciate how|that|what|this you|it|is",
        "completely|totally|perfectly understandable|valid|normal",
        "safe space",
        "journey|healing|resilient|warrior|worthy",
        "every member|voice|person",
        "any questions",
        "community guidelines",
        "if you need anything|help|support|someone|to|us",
        "my|our door|inbox|dms is|are",
        "we|i value|understand|appreciate",
        "kind regards|wishes",
    ),
    soft=(
        "valid",
        "alone",
        "strong",
        "support|available|concerns|assist",
        "understand",
        "journey",
        "time",
    ),
    off=(
        "nobodys|noones alone",
        "not gonna|going __",
    ),
)
