"""Say kindly what you can and can't do: says kindly what this person or place can't do, and what it can."""

from __future__ import annotations

from peercoach.coaching.detector import Detector, Told
from peercoach.coaching.weighing import Weighing


def judge(weighing: Weighing) -> Told:
    """By margin; a no without anything that can be done is partly."""
    told = weighing.levelled("boundaries")
    if told.level == "met" and not weighing.has("boundaries:can") and weighing.level("hear") == "missed":
        return Told("partly", told.evidence, "what can't be is said; what can would finish it")
    return told


DETECTOR = Detector(
    id="boundaries",
    kind="skill",
    title="Say kindly what you can and can't do",
    summary="Says kindly what this person or place can't do, and what it can.",
    why="A clear, warm no is easier to trust than a yes that runs out. What you can do, and until when, keeps the door open.",
    judge=judge,
    groups=(
        (
            "can",
            (
                "im|were|we|still|be|stay|staying here|around|about|in|on|reading|till|until|with|happy|up",
                "can|could always|still|just|talk|chat|listen|sit|stay|here|do|vent|tell|say|hang|ask|share",
                "happy|glad|love to",
                "in here|the_group|this_chat",
                "here|on|about|around till|until|for|with|in",
                "you can|could|someone|service|samaritans|childline|themix|crisis",
                "carry on",
                "but i|we|im|you|still|here|the|there",
            ),
        ),
    ),
    phrases=(
        "i|we|id cant|dont|wont|wouldnt|cannot|am_not|not|shouldnt|couldnt do|give|take|add|swap|share|talk|message|chat|have|be|go|keep|offer|promise|stay|discuss|see|read|say|answer|look|take_it|really",
        "i|im im|am|not|cant allowed|able|a|the|good|best|right|in|up|going|qualified|trained",
        "im only|just|no|not a|a_member|another|the",
        "i have|need|got|gotta|ve_got|must to go|head|log|step|stop|leave|sign|mute|off|clock",
        "im here|around|on|in|about|off|staying|heading|going|reading in|till|until|for|tonight|all|at|with|still",
        "here|on|about|around till|until|til",
        "but im|i|we|you|were can|here|still|staying|in|around|about|will|happy",
        "i can listen|sit|stay|be|still|do|read|chat|keep",
        "what i can",
        "keep|keeping|stick|sticking|stay|staying|chat|talk it|this|stuff|things|chat|with|in|here? here|in|in_the_group|to|between_all",
        "not in|a|the|good|right place|space|headspace|therapist|counsellor|professional|person",
        "in here|the_group|this_chat instead|not|rather|where",
        "happy|up to for? chat|talk|listen|carry",
        "gonna|going|need to? mute|step|take|log|sit",
        "mute|muting|stepping|sitting|bowing|ducking this|out|back|for|it",
        "past|beyond|above|outside|over what|my|me",
        "not something i|we|this|im",
        "for|keeps|keep everyones|everyone|your|safety|safe",
        "thats|that|this one is|thats past|beyond|too|for|above",
        "leave|leaving|take|took|keep numbers|it|that|them|names|out out|for|of",
        "snaps|socials|numbers|insta|dms|pms|names|details have|stay|are|need|cant|arent|dont",
    ),
    soft=(
        "i|we cant|dont|wont",
        "not able|allowed",
        "but",
        "here",
        "till|until",
        "only",
    ),
    off=(
        "i cant imagine|believe|even|wait|stop|lie|cope|sleep|think|help_but|remember",
        "i dont know|think|understand|get|blame|want|mean|see|like|have_time|care",
        "we cant all",
        "as per the",
    ),
    finds=(
        "i can't do private chats, but i'm in here till nine and happy to listen",
        "not able 2 add ppl on snap soz, but keep talkin here, im readin",
        "I don't give medical advice, Moss, but I can stay and keep you company while you think about who to ask.",
        "this topic's a bit much for me tonight so i'm gonna mute for a bit. kit and jo are still about tho 💛",
        "i've got to log off at ten, til then i'm here and listening",
        "that's past what i know about, but i'm not going anywhere while we find someone who does",
        "i am not allowed give my number, but here in the group i can talk with you",
        "cannae swap numbers pal, but i'm up for a blether in here",
        "No DMs from me. In here, yes.",
        "I can't keep that just between us, and I can be here with you while I tell a mod.",
        "im not the best person for legal stuff but i can sit with u while u ring them",
        "we don't do exam answers here, but people are glad to moan about revision with you",
    ),
    ignores=(
        "i can't imagine what that's like",
        "i can't even, this is the best news",
        "i don't know what to say",
        "you can't do that, you'll get kicked out",
        "my boss said 'we can't do private chats' and shut the door",
        "as per the guidelines, moderators do not provide 1-2-1 support",
        "she has no boundaries at all",
        "i don't care",
        "you can always message me, day or night",
        "he can't stay past nine because of the buses",
        "i can't believe he cancelled again",
        "add me on insta",
    ),
    met=(
        "“{quote}” is clear, so they know where they stand with you.",
        "You were honest about your limit without turning away; “{quote}” is easy to trust.",
        "They may be a little disappointed, and “{quote}” still gives them something solid.",
        "Putting your limits into words, as in “{quote}”, lets them rely on the rest of what you offer.",
        "With “{quote}” you looked after yourself and them at the same time.",
        "It's easier to hear no when there's something else to hold on to, and your reply gave them that.",
        "There's no guessing needed after “{quote}”, which can be a comfort to someone who has been let down before.",
        "Saying it plainly, “{quote}”, spares them a yes that would have run out later.",
    ),
    partly=(
        "You're letting them know there's a limit. What you can do instead might make it warmer to hear.",
        "“{quote}” draws a line. Is there something on this side of it that you could offer?",
        "There's a limit in “{quote}”, and that's allowed. Adding until when, or where, you're around could keep the door open.",
        "They know part of where they stand. Perhaps say the rest: what's possible here, and what isn't.",
        "It's an honest start. A few words showing that it isn't about them may take the sting out.",
        "Being straight with them is a kindness. What if the no and the yes stood side by side?",
        "A bit more warmth around “{quote}” could help them hear it as a limit, and not as a door closing.",
        "Your limit is nearly in words. Saying it as your own, rather than as a rule, might make it gentler.",
    ),
    missed=(
        "It might help to say kindly what you can't do here, so they aren't left guessing.",
        "What can you offer, and until when? Telling them could be kinder than a yes that runs out.",
        "You could name your limit in one warm sentence and follow it with something you're able to do.",
        "Is this more than you can take on today? It's all right to let them know, and to say who else is around.",
        "What if you told them what this place is for, without sounding like a rulebook?",
        "Perhaps they're hoping for something you can't give. A gentle no may be easier on both of you.",
        "If they've asked for more than you can do, a clear answer could settle more than going round it.",
        "Looking after yourself counts as well. Could you say how far you're able to go with this?",
    ),
)
