"""Taking over: is mostly about the person replying."""

from __future__ import annotations

from peercoach.coaching.detector import MISSED, Detector, Told
from peercoach.coaching.weighing import Weighing, spans

LONG = 25
"""Words of one's own story from which it can crowd the other person out."""


def judge(weighing: Weighing) -> Told:
    """By margin, where one's own story is most of the reply and there is no way back; or long and much more than the rest."""
    found = weighing.above("taking-over", 0.0)
    shared = weighing.told["share"]
    text = weighing.reading.text
    inside = {i for start, end in shared.evidence for i in range(len(text.words)) if start <= text.starts[i] < end}
    inside |= {i for w in found for i in range(w.unit.first, w.unit.last)}
    if shared.level == "met" and len(inside) < len(text.words) * 0.75:
        return MISSED
    if found and len(inside) * 2 >= len(text.words) and len(inside) >= 8:
        return Told("met", spans(found))
    if len(inside) >= LONG and len(inside) * 10 >= len(text.words) * 6 and shared.level == "partly" and weighing.best("taking-over") > -0.5:
        return Told("met", shared.evidence, "the story is most of the reply")
    return MISSED


DETECTOR = Detector(
    id="taking-over",
    kind="pitfall",
    title="Taking over",
    summary="Is mostly about the person replying.",
    why="A long story leaves them holding yours. A sentence or two, then back to them.",
    judge=judge,
    phrases=(
        "when i was",
        "i|and_i then|started|ended|decided|told|went|had",
        "and|then|so my|i|then|he|she|we|they|me",
        "so i|my|anyway|basically",
        "my ex|mum|dad|sister|brother|counsellor|boss|flatmate|mate|therapist|nan|story|life|depression|anxiety",
        "long|anyway story|i",
        "i went through|thru",
        "mine|me|my was|is|had|has even|way|so_much|far worse|harder|bad",
        "way|much|even|far worse|harder for|when|than|with",
        "thats nothing",
        "you think|should|wait|want thats|see|hear|bad",
        "let me tell",
        "reminds me of",
        "sorry|soz __ rambling|ranting|rant|ramble|long|essay|about_me",
        "in my case|experience|life",
        "i know exactly",
    ),
    soft=(
        "i",
        "my",
        "me",
        "then",
    ),
    off=(
        "not saying|about|to its|it|me|make",
        "whats|hows|how|what about|it|are yours|you",
        "anyway|enough about|how|what you|me|are",
    ),
)
