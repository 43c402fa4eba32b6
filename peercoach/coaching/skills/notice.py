"""Notice who was missed: goes back to a message that was missed: names the person, says it was seen, carries no blame and no excuse."""

from __future__ import annotations

from peercoach.coaching.detector import Detector, Sample, Told
from peercoach.coaching.reading import COMMON
from peercoach.coaching.weighing import Weighing

SAYS = 2
"""Words, beside those that say it was seen, from which something of theirs is picked up."""


def judge(weighing: Weighing) -> Told:
    """By margin; an excuse, or nothing taken up of what was said, makes it partly."""
    told = weighing.levelled("notice")
    if told.level != "met":
        return told
    if weighing.has("notice:excuse"):
        return Told("partly", told.evidence, "an excuse stands beside it")
    if weighing.reading.moment.messages and not weighing.took() and _says(weighing, told) < SAYS:
        return Told("partly", told.evidence, "seen, but nothing of what they said is picked up")
    return told


def _says(weighing: Weighing, told: Told) -> int:
    """How many words say what it was: what was missed may be older than the messages that are known."""
    said = weighing.reading.words_of("notice") | weighing.reading.words_of("notice~")
    return weighing.besides(told, COMMON, said)


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
    finds=(
        Sample(
            "kai, just scrolled up n saw what u put about ur nan. being kept in the dark like that is awful",
            said="my nan went into hospital this morning and no one at home will tell me anything",
            to="kai",
        ),
        Sample(
            "hang on did nobody answer tia? tia i saw the bit about your test, third time must sting",
            said="failed my driving test again, third time. feel so stupid",
            to="tia",
        ),
        Sample(
            "Rue, I've gone back up to your message about Friday. Having nowhere sorted sounds frightening. Are you still here?",
            said="got to move out by friday and i've nowhere sorted",
            to="rue",
        ),
        Sample(
            "dev soz only just clocked yours abt ur dog. that quiet must be horrible",
            said="dog got put down today. house is so quiet",
            to="dev",
        ),
        Sample(
            "oi wait, sol's message got buried. sol, a whole week at work without one person talking to you is grim",
            said="first week at this warehouse and nobody has said a word to me",
            to="sol",
        ),
        Sample(
            "moss i am reading again from the top and i see your message of your sister. it is painful when family go silent",
            said="my sister isnt speaking to me since the wedding",
            to="moss",
        ),
        Sample("lin. saw yours. exam at 9 and no sleep, rough", said="cant sleep again, exam at 9", to="lin"),
        Sample(
            "Ash, your message went past with no answer. Your mum reading your diary is a big thing. Want to come back to it?",
            said="mum read my diary and now shes quoting it at me",
        ),
        Sample(
            "just catchin up and i dinnae want to skip past yours bee, hours cut wi rent due is a proper worry",
            said="they cut my hours again and rents due",
            to="bee",
        ),
        Sample(
            "jas u mentioned the band way earlier n it got lost. empty where u thought there'd be relief is a weird one",
            said="quit the band today. thought id feel relieved and i just feel empty",
            to="jas",
        ),
        Sample(
            "going back to kai for a sec cos nobody answered. kai, no news about your nan all day, how are you doing with that?",
            said="my nan went into hospital this morning and no one at home will tell me anything",
            to="kai",
        ),
    ),
    ignores=(
        "hey ash! how's everyone doing tonight?",
        "i missed the bus and then saw my ex, what a day",
        "i miss you loads, come back soon",
        Sample("you should have tagged someone if you wanted a reply", said="did anyone even see my message"),
        "did anyone see the match last night, unreal",
        "my mate said 'i saw your message' and still left me on read",
        Sample("mods can't read everything you know", said="did anyone even see my message"),
        Sample("i haven't seen your message, what was it", said="did anyone even see my message"),
        "i was scrolling through insta all night again",
        Sample("sorry you feel ignored", said="posted an hour ago and nothing"),
        Sample("sorry chat's mad tonight, repost it if you want", said="posted an hour ago and nothing"),
        "just seen the time, night all",
    ),
    met=(
        "“{quote}” tells them that their message was seen after all.",
        "They may have thought nobody cared. By going back with “{quote}”, you showed that somebody did.",
        "You went back for them, and in a busy chat that says a lot.",
        "Being skipped can feel personal; “{quote}” probably took some of that away.",
        "There's no fuss and no telling-off in “{quote}”, so they can simply carry on.",
        "Picking up what they said, as you did with “{quote}”, puts them back in the conversation.",
        "Someone who has been missed often won't ask twice. Thanks to “{quote}” they didn't have to.",
        "It was sitting up there unanswered until you wrote “{quote}”.",
    ),
    partly=(
        "They've been seen now. One thing from their message might show that it was read as well.",
        "“{quote}” goes back to them. Perhaps stay with what they said, more than with how it got missed.",
        "You've turned towards them again. What was it they wrote that you'd want to answer?",
        "There's noticing in “{quote}”. Their name, and a detail of theirs, might make it unmistakable.",
        "It begins to make up for the silence, and touching on what they were telling everyone could finish it.",
        "Someone has come back for them, and that counts. Could you let them see which part stayed with you?",
        "With “{quote}” the missed message is back in view; next might be the person who sent it, and how they are.",
        "So far it says that something was missed. It could also say what you read when you scrolled up.",
    ),
    missed=(
        "It might help to go back up and answer the message that nobody picked up.",
        "Someone's words went by unanswered. You could use their name and say that you've seen them.",
        "What if you mentioned one thing from the message that got lost, so they know it was read?",
        "Imagine posting that and hearing nothing. What would you want somebody to notice?",
        "You could leave aside why it was missed, and go straight to what they said.",
        "Perhaps they've given up on an answer by now. Is there a way to show they were seen, even late?",
        "Going back to them by name may undo some of the silence.",
        "Scrolling up once more might be worth it: whose message is still waiting for a reply?",
    ),
)
