"""Notice who was missed: goes back to a message that was missed: names the person, says it was seen, carries no blame and no excuse."""

from __future__ import annotations

from peercoach.coaching.detector import Detector, Told
from peercoach.coaching.weighing import Weighing


def judge(weighing: Weighing) -> Told:
    """By margin; an excuse, or nothing taken up of what was said, makes it partly."""
    told = weighing.levelled("notice")
    if told.level != "met":
        return told
    if weighing.has("notice:excuse"):
        return Told("partly", told.evidence, "an excuse stands beside it")
    if weighing.reading.moment.messages and not weighing.took():
        return Told("partly", told.evidence, "seen, but nothing of what they said is picked up")
    return told


DETECTOR = Detector(
    id="notice",
    kind="skill",
    title="Notice who was missed",
    summary="Goes back to a message that was missed: names the person, says it was seen, carries no blame and no excuse.",
    why="Messages get lost when chat is busy, and silence is read as rejection. Going back to one, by name, undoes it.",
    judge=judge,
    groups=(
        (
            "excuse",
            (
                "chat|chats|its|was|been|so|too mad|busy|hectic|mental|manic|moving|fast|flying|chaos|wild|crazy",
                "chat|chats is|was|gets|got|has|moves|goes|went|been mad|busy|hectic|mental|manic|moving|fast|quick|flying|wild|chaos|been|so|too|really",
                "didnt|dont|wasnt know|sure what|how to? say|put|write|type",
                "hard|impossible|tricky to keep|see|catch|read",
                "cant|couldnt|didnt see|read|catch|get|keep|reply everything|up|everyone|all|it|them",
                "repost|resend",
                "post|send|say|type it|that again",
            ),
        ),
    ),
    phrases=(
        "scrolled|scrolling|scroll up|back",
        "went|gone|going|go back up|to|and|through|over",
        "just|only|literally|properly|finally seen|saw|read|reading|clocked|spotted|noticed|found|catching|caught",
        "i|ive saw|seen|read|noticed|clocked|spotted|caught|found what|your|yours|you|that|it|this|the|ur|wot",
        "saw|seen|read|clocked|spotted|noticed your|yours|what_you|that_you|you_said|the_bit|you_mention*",
        "did nobody|anyone|noone get|answer|reply",
        "nobody|noone got|answered|replied|said|picked|has|came|come",
        "your message|post|msg got|didnt|was|got_lost|isnt|hasnt|about|matters",
        "you said|wrote|typed|posted|mentioned earlier|before|up_there|ages|way|a_bit|half",
        "you got|went|were missed|lost|buried|skipped",
        "got lost|buried|swallowed|skipped|missed|drowned",
        "before it|this|that|yours gets|disappears|goes|vanishes|scrolls",
        "further|higher|way up",
        "coming|circling|getting|going back to|@name",
        "dont want|wanna to? lose|miss your|yours|what|this|that",
        "that bit|thing|line|message you|about|u",
        "wait|hang_on|hold_on|sorry|oi|hey __ nobody|noone|no_one|didnt|missed|saw|seen",
        "still about|around|here|up|there|on",
    ),
    soft=(
        "missed you|your|yours|that|this|it|ur",
        "sorry|soz __ missed|late|slow|only",
        "earlier|upthread|above|before",
        "you mentioned|said|wrote",
    ),
    off=(
        "miss|missed you|u loads|so_much|lot|tons",
        "what did you say",
        "repost|post it|again",
        "say|send|post it again",
        "tag someone|a_mod|us",
    ),
)
