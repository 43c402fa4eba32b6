"""Say it back in your own words: picks up something this person in particular said, in other words, held lightly."""

from __future__ import annotations

from peercoach.coaching.detector import Detector, Told
from peercoach.coaching.weighing import Weighing


def judge(weighing: Weighing) -> Told:
    """By margin, and never for their own words handed back."""
    return weighing.levelled("reflect")


DETECTOR = Detector(
    id="reflect",
    kind="skill",
    title="Say it back in your own words",
    summary="Picks up something this person in particular said, in other words, held lightly.",
    why="Saying a thing back a little differently shows that you were listening, and lets them put you right. One thread is plenty.",
    judge=judge,
    phrases=(
        "so its|thats|your|youre|youve|you|it|more|less|basically|really|kind|sort|not|even|now|when|on_top|part|they|he|she",
        "sounds|sound|seems|feels|seem as|like|more|a_bit|almost|almost? like|as_if|as_though|you|your|youre|youve|its|theres",
        "sounds|sound like you|your|its|youve|theres|that|part|he|she|they|everything|nothing|the|a",
        "like your|youre|youve|you|its|nobody|everyone|theres|being|having|you_cant|part|no_matter|whatever",
        "almost|kind_of|sort_of|bit like|as",
        "its|thats like|almost|as_if",
        "less|more about|the|like|than|that",
        "not just|only|even|so_much the|about|that|a|your|you",
        "isnt|not it|about? just|only",
        "am i|have_i|did_i right|off|wrong|close|way|got|get|hearing",
        "or am|have|is i|that off|wrong|way|got",
        "i wonder|guess|imagine|reckon|bet|take_it|suspect if|whether|part|its|that|you|your|there",
        "bet|guessing|imagine|reckon|wondering|suspect you|your|its|that|part|it|half|the|some",
        "part of you",
        "you|your|youve want|wanted|wish|tired|stuck|torn|left|carrying|holding|bracing|waiting|missing|having|been __ and|but|when|while|without|with|instead|from|than",
        "and|then|now on top",
        "both|two things|at_once|at_the_same_time|of",
        "at the same time",
        "caught|stuck|torn|squeezed between|in",
        "one minute|half",
        "even though|tho|if|when|the|after",
        "which is|feels|means|must|makes",
        "right after|when|as|before",
        "no row|goodbye|warning|break|space",
        "youve|you been|had|got|already|done __ for|since|all|every|on",
        "worst|hardest|worse part|bit|thing|than",
        "the waiting|silence|quiet|not_knowing|nights|evenings|mornings",
    ),
    soft=(
        "so|like|almost",
        "then|and you|youve|your",
        "still",
        "bit like",
        "whole|entire",
    ),
    off=(
        "i understand|know how|exactly|what you|your",
        "what you really",
        "you obviously|clearly",
        "sounds like depression|anxiety|adhd|bipolar|ocd|bpd|ptsd|autism|you_need|you_should|an|fun|a_plan|good|great|a_laugh",
    ),
)
