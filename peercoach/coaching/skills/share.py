"""Share a little of yourself: a short piece of lived experience, as company and not comparison, then back to them."""

from __future__ import annotations

from collections.abc import Sequence

from peercoach.coaching.detector import MISSED, Detector, Told
from peercoach.coaching.reading import Weighed
from peercoach.coaching.weighing import FEW, LANE, Weighing, spans

SHARE = LANE["share"]

FIRST = frozenset("i im ive id my me mine".split())
BACK = frozenset("you your youve youll yours yourself".split())
SELF = FIRST | frozenset("we us our same myself relate too either ditto".split())
"""A clause that tells of oneself has one of these."""
PLAIN = frozenset(
    "hope hoping think guess wonder wondering love mean promise say suggest recommend believe know understand hear see reckon wish want"
    " care agree appreciate bet imagine swear sorry feel like remember ask tell assure consult trust doubt suppose saying gonna sure"
    " be glad happy".split()
)
"""After `i`, these speak to the other person, not of oneself."""
BETWEEN = frozenset(
    "just really honestly truly do does did dont cant can could will would wouldnt wont might may am not also only still always"
    " totally personally of course to definitely d sincerely".split()
)
"""What may stand between `i` and its verb."""
HINGES = frozenset("believe excuse give tell let trust ask message pm dm add text forgive correct help".split())
"""Before `me`, these speak to the other person."""
OTHERWISE = tuple(LANE[name] for name in ("notice", "safety", "boundaries", "signpost", "welcome", "route-feedback"))
"""What a clause about oneself may be doing instead: "i went back up", "i'm getting a mod"."""
NEAR, FAR = -0.7, -2.1
"""The least margin of plainly told experience; the second under a lone post that asks for nothing."""
LONE = -1.1
"""How much further under 0 a margin may be under a lone post that asks for nothing, where people mostly tell of themselves."""


def judge(weighing: Weighing) -> Told:
    """By margin; with no way back to them, partly. Plainly told experience is partly even where the margin is low."""
    lone = weighing.lone
    units = weighing.own("share", weighing.room("share") + (LONE if lone else 0.0))
    if lone:
        units = [w for w in units if _of_oneself(weighing, w)] + [
            w for w in weighing.weighed if weighing.covered(w.unit, "share:alike")
        ]
    if _mostly_self(weighing) or units:
        least = FAR if lone else NEAR
        units = [*units, *(w for w in weighing.weighed if w.margins[SHARE] >= least and _lived(weighing, w))]
    if not units:
        return MISSED
    strong = weighing.best("share") >= 0.0
    last = max(w.unit.last for w in units)
    text = weighing.reading.text
    back = any(word in BACK or word in weighing.reading.context.to for word in text.words[last:]) or text.line.rstrip().endswith(
        "?"
    )
    if strong and back:
        return Told("met", spans(units))
    return Told("partly", spans(units), "" if back else "a way back to them would finish it")


def _of_oneself(weighing: Weighing, weighed: Weighed) -> bool:
    """Whether a clause says something of the person who replies, and not only "i hope", "i would" and their like."""
    words, shown = weighing.words(weighed.unit), weighed.margins[SHARE] >= 0.0
    if SELF.isdisjoint(words):
        return shown and len(words) >= FEW
    return shown or not _only_speaks(words)


def _only_speaks(words: Sequence[str]) -> bool:
    """Whether every word for oneself in a clause speaks to the other person: "i hope", "believe me"."""
    return all(_speaks(words, i) for i, word in enumerate(words) if word in SELF)


def _speaks(words: Sequence[str], at: int) -> bool:
    if words[at] == "me":
        return at > 0 and words[at - 1] in HINGES
    verb = next((word for word in words[at + 1 :] if word not in BETWEEN), "")
    return words[at] in ("i", "im", "id", "ill") and (verb in PLAIN or tuple(words[at + 1 : at + 3]) == ("were", "you"))


def _mostly_self(weighing: Weighing) -> bool:
    words = weighing.reading.text.words
    return sum(word in FIRST for word in words) > sum(word in BACK for word in words)


def _lived(weighing: Weighing, weighed: Weighed) -> bool:
    """A clause about oneself, long enough to say something, that doesn't speak to the other person."""
    unit = weighed.unit
    words = weighing.words(unit)
    if any(weighed.margins[lane] >= 0.0 for lane in OTHERWISE):
        return False
    if unit.question or len(words) < 5 or not FIRST.intersection(words[:4]) or BACK.intersection(words):
        return False
    return not _only_speaks(words) and words[0] not in ("im", "ill")


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
    groups=(
        (
            "alike",
            (
                "i feel|felt|feels exactly|just? the? same|this|like_this|it|that_way",
                "how|what i feel|felt|am|was",
                "i|we know|knew this|that|the|them|these|those _ feeling|feel|feels|struggle|pain",
                "i|we know how|what that|this|it|its feels|is|like",
                "been there|where_you|where_your|in_your|through_this|through_that|through_it|through_the_same",
                "i|can|totally|really relate",
                "same here|boat|for_me|with_me|thing",
                "^ same !old|time|thing|goes|again",
                "the same $",
                "me too|neither|as_well",
                "in a similar|the_same place|situation|boat|position",
            ),
        ),
    ),
    off=(
        "i was just|only|about|wondering|thinking|reading|going",
        "i feel for|bad|so_bad|sorry|you",
        "i had to? no",
        "my bad|heart|god|dear|friend|love|lovely|point|advice|pleasure|goodness|thoughts",
        "same time|old|again",
    ),
    finds=(
        "i had that too when i moved for work, ate tea in my room for a month. how's tonight for you?",
        "my first term was grim tbh. not sayin its the same, whats urs like?",
        "me and my dad didnt talk for a year after i came out. different story but i know that silence. how are you holding up?",
        "i also come from other country and the first winter i cried much. and you, how is it in the evening?",
        "failed mine twice. sat in the car and cried both times lol. what was the worst bit for you?",
        "When I started as a volunteer I froze on every shift as well. What is it like for you once you're there?",
        "i wiz the same wi the night shifts, couldnae sleep fer weeks. ye getting any rest?",
        "same thing happened with my lot in year 12, they just stopped inviting me. it stung. you ok with us tonight?",
        "been there with the sleep stuff, 4am staring at the ceiling every nite last march. u managing any?",
        "lost my nan last year and the house went dead quiet. is it quiet at yours?",
        "when my uncle told me 'cheer up' at the funeral i wanted to scream, so i get why that line got to you",
    ),
    ignores=(
        "i feel so bad for you",
        "i think you should tell your tutor",
        "i was only wondering if the quiz is on",
        "same time tomorrow everyone?",
        "i've never been through anything like that so i won't pretend",
        "my advice is to leave him",
        "i hope you get some sleep tonight",
        "i know exactly what you're going through",
        "my bad, wrong chat",
        "your mum saying 'i was the same at your age' doesn't help much",
        "you had the same trouble last year didn't you",
        "i'm here till nine if you want to chat",
    ),
    met=(
        "“{quote}” lets them know they aren't the only one, and then you came back to them.",
        "A bit of your own life, and then back to theirs: that can feel like company.",
        "Because you told them “{quote}”, it may feel less odd to be going through it.",
        "They offered something personal and you met it with “{quote}”. That feels even.",
        "With “{quote}” you come across as somebody who has been somewhere near it too.",
        "It can help to hear from someone real, and “{quote}” sounds lived.",
        "You let them see a little of you. After “{quote}” it may be easier for them to tell more of theirs.",
        "Hearing “{quote}” might tell them more than any amount of sympathy: someone here has had a taste of this.",
    ),
    partly=(
        "There's some of you in “{quote}”, and that can be company. A way back to them might finish it.",
        "You've let them see a bit of your own life. What if the last words were about theirs?",
        "They may feel less alone after “{quote}”. Perhaps end by turning towards them again.",
        "It's generous to tell them that. Linking it to what they said could show why you thought of it.",
        "“{quote}” tells them something about you; one more line might say what it has to do with them.",
        "Your experience is here, and so is the start of company. Could you hand the talk back afterwards?",
        "As it stands, they know how it was for you. They might like a moment to say how it is for them.",
        "A small piece of your story is in there. Saying lightly that theirs may be different could leave them room.",
    ),
    missed=(
        "If you've known anything like this, you could say so in a sentence, and then come back to them.",
        "Is there a small thing from your own life that would tell them they aren't odd for feeling this?",
        "It might help to let them see a little of you, as long as it stays shorter than theirs.",
        "What if you mentioned what it was like for you, and left out what you did about it?",
        "Only if you'd like to: a line about a time you felt something similar could be good company.",
        "Perhaps there's a moment of yours that is near to this one. A glimpse of it may be enough.",
        "You could share the feeling rather than the whole story; the feeling is often what people recognise.",
        "Nothing of yours needs to match theirs exactly. Would a few words about your own version feel all right to tell?",
    ),
)
