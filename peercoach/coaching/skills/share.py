"""Share a little of yourself: a short piece of lived experience, as company and not comparison, then back to them."""

from __future__ import annotations

from peercoach.coaching.detector import MISSED, Detector, Told
from peercoach.coaching.reading import Weighed
from peercoach.coaching.weighing import Weighing, spans

FIRST = frozenset("i im ive id my me mine".split())
BACK = frozenset("you your youve youll yours yourself".split())
PLAIN = frozenset(
    "hope think guess wonder love mean promise say suggest recommend believe know understand hear see reckon would wish want"
    " care agree appreciate can could will bet imagine swear sorry feel".split()
)
"""After `i`, these speak to the other person, not of oneself."""


def judge(weighing: Weighing) -> Told:
    """By margin; with no way back to them, partly. Plainly told experience is partly even where the margin is low."""
    units = weighing.own("share", weighing.room("share")) or [w for w in weighing.weighed if _lived(weighing, w)]
    if not units:
        return MISSED
    strong = weighing.best("share") >= 0.0
    last = max(w.unit.last for w in units)
    text = weighing.reading.text
    back = any(word in BACK or word in weighing.reading.context.to for word in text.words[last:]) or text.line.rstrip().endswith("?")
    if strong and back:
        return Told("met", spans(units))
    return Told("partly", spans(units), "" if back else "a way back to them would finish it")


def _lived(weighing: Weighing, weighed: Weighed) -> bool:
    """A clause about oneself, long enough to say something, that doesn't speak to the other person."""
    unit = weighed.unit
    words = weighing.reading.text.words[unit.first : unit.last]
    if unit.question or len(words) < 5 or not FIRST.intersection(words[:4]) or BACK.intersection(words):
        return False
    after = next((words[i + 1] for i, word in enumerate(words[:-1]) if word in FIRST), "")
    return after not in PLAIN and words[0] not in ("im", "ill")


DETECTOR = Detector(
    id="share",
    kind="skill",
    title="Share a little of yourself",
    summary="A short piece of lived experience, as company and not comparison, then back to them.",
    why="Peers may have a story; that is what makes them peers. Short, not bigger than theirs, and then back to them.",
    judge=judge,
    phrases=(
        "i|id|ive was|had|have|did|went|got|felt|used|moved|lost|lived|spent|cried|hated|failed|found|struggled|dropped|feel|get|been|know|still|also|do|struggle __ too|aswell|as_well|same|similar|like_that|last|before|when|for|once|years|months|weeks",
        "i|ive used|been|went|had|was|felt|feel|get|got to|through|there|the_same|same|this|that|like_this|like_that|similar",
        "been there|through|in_that|thru|where",
        "same here|for_me|as_me|with_me|thing_happened|boat|too",
        "happened to me",
        "me too|neither|and_my|as_well|aswell",
        "my mum|dad|mom|nan|gran|sister|brother|mate|ex|best|first|own|parents|family|dog|cat|grandad|counsellor|head|anxiety|depression|flatmate|flatmates|boss|uni|therapist",
        "mine was|is|did|does|do|has|are|were|kicked|said|went|split",
        "when i was|moved|started|first|had|lost|got|left|came|went|did|failed|felt",
        "i remember|remembr|know_that|know_the|know_what|recognise|relate|recall",
        "i|can|totally|really|defo relate",
        "i also|too|still|get|do|have",
        "im|i the|am_the same|like_that|too|as_well|similar|skint|going_through|in_the",
        "last year|summer|winter|term|month|week|night|time i|it",
        "took|helped me|for_me",
        "what helped|worked|saved|got me",
        "ive been|had|felt|lost|got|done|struggled|struggling|lived|dealt|dealing",
        "i get|got that|it|the|like|this|them __ too|as_well|aswell|every|when|in|sometimes",
        "i do|did|have that|it|this|the_same too|as_well|all|and",
        "as someone|a who|person|fellow",
        "for me|years|months|weeks it|i|was",
    ),
    soft=(
        "i|ive was|had|did|used|got|felt|went",
        "same",
        "me too",
        "too|aswell",
        "myself",
        "im too|also|same",
    ),
    off=(
        "i was just|only|about|wondering|thinking|reading|going",
        "i feel for|bad|so_bad|sorry|you",
        "i had to? no",
        "my bad|heart|god|dear|friend|love|lovely|point|advice|pleasure|goodness|thoughts",
        "same time|old|again",
    ),
)
