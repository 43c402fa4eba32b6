"""Take a complaint somewhere it gets heard: takes a complaint about how chat is run out of the room, warmly: private message or feedback form."""

from __future__ import annotations

from peercoach.coaching.detector import Detector, Sample, Told
from peercoach.coaching.weighing import Weighing


def judge(weighing: Weighing) -> Told:
    """By margin; pointed at the form with no warmth, it is partly."""
    told = weighing.levelled("route-feedback")
    if told.level == "met" and weighing.level("hear") != "met":
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
    finds=(
        Sample(
            "ah that's rubbish, i'd feel left out too. could you pop it in a pm to the team? they do read them",
            said="why do mods only ever answer the same three people",
        ),
        Sample(
            "yeh feelin skipped is horrible. feedback form mite be best so it gets looked at, still here to chat tho",
            said="posted twice and got ignored, this place has favourites",
            to="kai",
        ),
        Sample(
            "That sounds hurtful, and I'm sorry it happened here. A private message to the staff team would get it looked at.",
            said="a mod told me off in front of everyone for nothing",
            to="tia",
        ),
        Sample(
            "id be narked an all. stick it on the feedback form so the right folk see it, then come back n tell us about ur day",
            said="a mod told me off in front of everyone for nothing",
            to="bee",
        ),
        Sample(
            "i understand it makes you angry. you can write this to the team in private, they read and answer",
            said="they delete my message and no one explain",
            to="moss",
        ),
        Sample(
            "gutting, that. form's the place, they read it.",
            said="chat gets closed early every week and no one says why",
            to="rue",
        ),
        Sample(
            "I can see why that stung, Dev. Would you put it in the feedback form, so someone other than me looks at it?",
            said="you lot never pick up what i say",
            to="dev",
        ),
        Sample(
            "ugh being muted with no reason sounds so frustratin. message the mods privately maybe? they want to know this stuff",
            said="got muted and nobody will say what for",
            to="sol",
        ),
        Sample(
            "i can see why you're annoyed. worth telling the team in a pm so it doesn't get lost in here",
            said="the new rules are a joke",
            to="jas",
        ),
        Sample(
            "that's a fair thing to be cross about. if you've the energy, the feedback form goes to someone who can change it",
            said="chat gets closed early every week and no one says why",
            to="lin",
        ),
        Sample(
            "och that wid scunner anyone. send it tae the team in a message, they dae look",
            said="posted twice and got ignored, this place has favourites",
        ),
    ),
    ignores=(
        Sample("omg yes that mod is awful", said="a mod told me off in front of everyone for nothing", to="tia"),
        Sample("don't bother with the form, nobody reads it", said="thinking of filling in the feedback form", to="kai"),
        "my essay feedback was brutal, didn't even get a grade",
        "what form do i need for student finance",
        "she's in top form tonight",
        "my team lost again",
        Sample("some people just want attention from mods", said="posted twice and got ignored, this place has favourites"),
        Sample("stop starting drama", said="the new rules are a joke", to="jas"),
        Sample("pm me and i'll tell you what he said", said="got muted and nobody will say what for", to="sol"),
        "he said 'put it on the feedback form' and laughed at us",
        "i texted the captain about training on saturday",
        Sample("nobody ignores anyone on purpose", said="posted twice and got ignored, this place has favourites"),
        "the staff at my work are sound",
    ),
    met=(
        "“{quote}” takes the complaint to where somebody can do something about it.",
        "Who was right can wait; “{quote}” gives them a place to be heard.",
        "After “{quote}” they know what they can do with it, and the room can breathe out.",
        "It probably mattered that you took it seriously: “{quote}” says it deserves a proper answer.",
        "Complaints can turn a whole chat sour. With “{quote}” you gave this one a better home.",
        "You made room for the upset and showed them a way to raise it, so they needn't choose between the two.",
        "Something private suits a thing like this, and “{quote}” points them there without fuss.",
        "The way you put it, “{quote}”, raising it sounds worth their while.",
    ),
    partly=(
        "You're pointing to where it can be sorted. A word about how it felt for them might come first.",
        "“{quote}” is the right direction. It could sound less like being moved along if they felt heard beforehand.",
        "There's a way for them to raise it. Perhaps say as well that it makes sense to be upset.",
        "The place is named, or nearly. Telling them that somebody reads it could make it worth the effort.",
        "With “{quote}” the complaint has somewhere to go. What about the person? They may like to know they're still welcome.",
        "It's a calm start. Could you show them that you believe it stung, whoever was right?",
        "They know part of what to do. Saying who would see it, and staying with them afterwards, might finish it.",
        "After “{quote}”, coming back to how they are could show that you weren't only changing the subject.",
    ),
    missed=(
        "It might help to take this out of the room, warmly: a private message to the team, or the feedback form.",
        "How would it feel to be them just now? You could begin there, and then say who needs to know.",
        "You don't have to decide who's right. What if you showed them where a complaint gets read?",
        "Perhaps say that it sounds upsetting, and that the team would want to hear about it in private.",
        "Arguing it out here may leave everyone sore. You could offer a quieter place for it.",
        "The people who can change this may not be in the chat. Could you tell them how to reach those people?",
        "They may want to be taken seriously more than to win. Pointing to the feedback form could do that.",
        "Once you've met the feeling, you might mention the form or a private message, and then pick up the chat again.",
    ),
)
