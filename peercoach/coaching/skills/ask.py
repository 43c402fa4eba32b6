"""Ask one open question: one open, unpressured invitation to say more."""

from __future__ import annotations

from peercoach.coaching.detector import MISSED, Detector, Told
from peercoach.coaching.weighing import Weighing, spans


def judge(weighing: Weighing) -> Told:
    """By margin. Under a lone post, where nothing else is known yet, a question of fact to them is partly.

    A pile of questions is partly at most.
    """
    told = weighing.levelled("ask")
    if told.level == "missed" and len(weighing.reading.moment.messages) == 1:
        facts = [w for w in weighing.weighed if w.unit.question and w.unit in weighing.reading.text.sentences]
        if facts:
            return Told("partly", spans(facts), "a question of fact: it opens the door a little")
        return MISSED
    return told


DETECTOR = Detector(
    id="ask",
    kind="skill",
    title="Ask one open question",
    summary="One open, unpressured invitation to say more.",
    why="One question they can answer with as little as they like keeps the door open. Asking is the second rarest thing in real replies.",
    judge=judge,
    phrases=(
        "how are|r|you|your|is|was|did|does|do|have|has|hows _ you|your|it|that|things|feel*|doing|coping|holding|going|tonight|now|today",
        "hows|how's you|your|it|that|things|tonight|today|everything|the|everyone|she|he|ur|life|work|uni|college|school",
        "how you|u|ya|your doing|feeling|holding|coping|feel|bearing|getting|now|tonight|today|finding",
        "how did|does|do|has|is|was|were that|it|you|they|he|she|this|all",
        "what|whats|wats _ like|going|been|happening|happened|up|on_your_mind|worst|hardest|worrying|bothering|weighing|stressing|biggest|heaviest|helps|helped|feel|feels|mean|need|want|think|thinking|scares|keeps|made|makes|would|do_you|did|was|is|about|next|stuck",
        "whats that|it|this|the|your|going|been|up|happening|worst|hardest|wrong|tonight|on",
        "what part|bit|sort|kind|do|did|does|would|made|makes|are|is|was|happened|happens|else|about|you|u",
        "which bit|part|one|of|ones|feels|is",
        "want|wanna|fancy|like to? talk|chat|vent|say|tell|share|rant|unload|get_it|company|distract*|go_into|a_chat|a_moan|moan|off|some",
        "want|wanna to tell|talk|say|vent|get|share|rant|moan|chat|go|think|let|just",
        "do|did|would|d you want|wanna|like|fancy|feel|mind|need|prefer|think|find|reckon",
        "would it|you help|rather|like|want|prefer|be_ok|mind",
        "tell me|us more|about|what|how|bout",
        "say|talk more|to_us|about|it_out",
        "is|are it|there|that|you|u _ ok|okay|alright|anything|safe|something|worst|more|because|mostly|about|still|always|tonight|now",
        "are|r|is|you|u you|u|ok|okay|alright|holding|managing|doing",
        "you|u ok|okay|alright|good|wanna|want|up_for|still|feel*|doing|coping|managing|fancy",
        "is it|this ok|okay|alright if|to",
        "ok|okay if|for i|me to? ask",
        "anything you|u|thats|that want|need|wanna|helping|helped",
        "need a|anything|to|owt",
        "when|where|who did|do|does|is|are|was",
        "has|have|is anything|something|it|that|this|there happened|been|changed",
        "any|anything idea|thing|more|else|on",
        "wanna|want to",
        "or just|would|do|is|are|rather|more|not|nah|nope",
        "like what|how",
    ),
    soft=(
        "how",
        "what|whats",
        "want|wanna|fancy",
        "or",
        "about",
    ),
    off=(
        "have you|u tried|thought|considered|looked|spoken|talked|told|seen|been|asked|checked|got|done",
        "did you|u tell|try|ask|call|ring|report|do|take|eat|sleep",
        "why didnt|dont|did|would|do|not|wouldnt|cant you|u|not",
        "why not|dont",
        "are|r you|u on|sure|at|in|serious|taking|really|a|seeing|getting|over|under|still_with",
        "what medication|meds|dose|age|uni|city|school|course|year|time|subject*",
        "how old|many|long|much|often|far|come|tall|bad|dare",
        "do|did you|u take|live|work|have|know|even|go",
        "is that|it|this really|true|what_happened|all",
        "anyone|anybody|has_anyone|does_anyone|everyone|who_else|any_of",
        "who|when|where",
        "so what",
        "what did|were you|u expect|do_to|thinking",
        "you|u know|see|get what|it|that",
        "right|innit|isnt|aint",
        "how about|bout you|we|u",
        "what about|if you|we|u|a|the",
        "why",
    ),
)
