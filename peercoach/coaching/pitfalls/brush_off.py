"""Sent elsewhere unheard: sends them elsewhere, or changes the subject, without hearing them."""

from __future__ import annotations

from peercoach.coaching.detector import Detector, Sample, Told
from peercoach.coaching.pointing import pointers
from peercoach.coaching.weighing import Weighing

SHORT = 12
"""A pointer to a service in a reply of fewer words, with nothing heard or asked, is only a pointer."""

ASKS = frozenset("one-to-one peer-group smaller-group directory information housing complaint staff students".split())
"""Needs of somebody who asked where to turn: naming the place answers them."""


def judge(weighing: Weighing) -> Told:
    """By margin, where nothing was heard first; or a service and little else for somebody who had not asked for one."""
    heard = any(weighing.level(skill) == "met" for skill in ("hear", "reflect", "notice")) or weighing.level("hear") == "partly"
    heard = heard or weighing.has("hear:warm")
    if heard or weighing.level("safety") == "met":
        return Told("missed", (), "they were heard first")
    told = weighing.levelled("brush-off")
    asked = not ASKS.isdisjoint(weighing.reading.moment.need)
    if told.level == "met" and not (asked and not weighing.has("brush-off")):
        return told
    found = [] if asked or weighing.level("ask") != "missed" else pointers(weighing.reading)
    if found and len(set(weighing.reading.text.words)) < SHORT and not weighing.has("safety:urgent"):
        return Told("met", tuple((p.mention.start, p.mention.end) for p in found), "a service, and nothing heard")
    return Told("missed")


DETECTOR = Detector(
    id="brush-off",
    kind="pitfall",
    title="Sent elsewhere unheard",
    summary="Sends them elsewhere, or changes the subject, without hearing them.",
    why="Passed on before being heard, people can feel shut out. One sentence of hearing makes the same pointer a kindness.",
    judge=judge,
    phrases=(
        "this|it|that|thats|its|chat|here|we|were|group isnt|is_not|not|aint|isn't|arent|cant|dont really|the|a|for|meant|your|here|something|what|really_for|deal|do|discuss|right|really_the? place|for|that|this|time|therapy|crisis|counselling|here|topic|space|something",
        "isnt|not|arent|aint|wrong the|a|for|really|what|something|here? place|group|for|chat|time|here|crisis|that|therapists|counsellors|what_this|something",
        "not really|my something|our|my|for problem|job|place|thing|here|area|department",
        "wrong place|group|chat|room",
        "take|bring|keep|save|leave it|that|this|your|drama elsewhere|somewhere|to|outside|for|at|off",
        "somewhere|someone|something|anything else else|to|happier|lighter|please|instead",
        "go|speak|talk|try|call|ring|see|ask|contact|use|tell|you_need|you_should|google to|and|a|your|the|samaritans|childline|professional|someone|google|gp|mods|111|therapist|them|papyrus|somebody|helpline $",
        "try|ring|call|text|use|see|go_to|contact|google|speak_to samaritans|childline|a_helpline|helpline|the_helpline|google|papyrus|gp|doctor|therapist|a_doctor|a_therapist|your_gp|shout|calm|the_mods|a_mod|mods $",
        "anyway|anyways|moving|right|so|ok|well so|who|on|anyone|what|lets|did|back|whos|thats|new",
        "moving|move on|swiftly|along",
        "change|changing the|of subject|topic",
        "can|could|please|pls|lets we|you|u|not|talk|change|keep|have|stick not|about|please|stop|change|talk|keep|get_back|take|to",
        "lets|let talk|change|not|keep|get|have|move|stick|leave about|the|it|this|on|happy|positive|light|back|something|to|that",
        "already|was|were|been|its|thats|has explained|answered|told|said|pinned|in_the|covered|been",
        "read the|it|pinned|that guidelines|rules|announcement|faq|post|pinned",
        "as per",
        "we|i dont|cant|are_not|arent|am_not|im_not do|deal|discuss|trained|qualified|a|able|handle|help|give|talk|provide|allowed|here_for",
        "not|isnt|arent discussed|allowed|appropriate|suitable|up",
        "use the|google|search|group|form|other feedback|form|group|thread|channel|helpline|search",
        "please|pls|kindly use|refer|direct|contact|read|take|post|ask|dont|see|keep",
        "ask|tell|message a|the|someone|your|mods|staff|somebody mod|mods|else|gp|group|doctor|professional|teacher",
        "someone|somebody|mods|anyone|others|another|one_of __ else|deal|sort|talk_to|busy|cba|take",
        "cba|busy|not_my|too|cant_be with|rn|tonight|problem|heavy|much|arsed|to|for|bothered|dealing",
        "above|beyond my pay|me",
        "no idea|clue|comment",
        "seek|get|need|find professional|proper|some|help|a help|therapist|counselling",
        "there are|is people|services|professionals|places|lines|someone|helplines for|who|that",
        "were|im|we not|arent therapists|counsellors|professionals|doctors|qualified",
        "repost|post|say|send it?|again|that if|again",
        "decisions|moderation are|is",
    ),
    soft=(
        "samaritans|childline|helpline|gp|therapist|papyrus|shout|calm",
        "elsewhere|somewhere",
        "anyway",
        "read",
        "professional",
        "topic|subject",
        "place",
    ),
    off=(
        "were|im|we|still here|staying|around|with|not",
        "not going|leaving",
        "isnt|not your fault",
        "if you|u|youd want|fancy|like|ever|need|feel",
        "wrong with",
        "in the meantime",
        "still here",
        "this is the right|exactly",
    ),
    finds=(
        "this isnt the place, try samaritans",
        "we r not therapists here, go to ur gp",
        "Please refer to the pinned post.",
        "google it",
        Sample("ring childline", "my stepdad shouts at me every night"),
        "talk to someone else im busy",
        "not really my area tbh. anyway hows everyone else",
        "i cant deal w this rn ask a mod",
        "Moving on, who watched the match?",
        "You need to seek professional help.",
        "Sorry, we do not discuss this in chat.",
        "wrong chat pal",
        "read the faq, its all in there",
        "You write in wrong group, please to contact doctor.",
        "can we talk about summat happier",
        Sample("call samaritans", "sometimes i dont see the point of being here"),
    ),
    ignores=(
        "three weeks without a call, that sounds so lonely. samaritans are on 116 123 if you'd like, and we're still here",
        "this is exactly the place for it",
        "not a therapist but im not going anywhere",
        "they told you to 'try somewhere else'? after you'd waited all that time?",
        Sample("i'm really worried about you. please ring 999, i'm getting a mod now and i'm staying", "ive already taken them"),
        Sample(
            "ah thats rubbish, id be hurt too. could you pop it in a pm to the team so it gets sorted?",
            "no mod ever answers me in here",
        ),
        "no idea what to say but i read all of it, and it's not fair on you",
        "isnt it mad that they just said 'google it'. no wonder u came here",
        Sample("course, we can leave it there. what are you watching at the moment?", "can we talk about something else please"),
        "too tired to be much use tonight, sorry, but i don't want yours to go unread. others are about",
        "not brushing you off, just slow. that bit about your brother is a lot",
        "anyway enough about my cat, how are you after that phone call?",
        Sample("that knocked me sideways and i'm only reading it. ok if i get a mod in here with us?", "he hit me again tonight"),
    ),
    careful=(
        "“{quote}” may be sensible in its place; by itself it can feel like being passed along.",
        "They came to the people here, and “{quote}” might sound as though nobody wants to hear it.",
        "You may have been thinking of what would help most. Coming first, “{quote}” can feel like a closed door.",
        "Someone who took a while to type that could read “{quote}” and feel they were too much.",
        "After “{quote}”, they may be unsure whether to bring it up again.",
        "With “{quote}”, the talk moves on before anyone has answered what they said.",
        "It's fine not to have an answer. “{quote}” might leave them thinking there was no room to bring it.",
        "Being moved along straight away can feel lonely, even when the thought behind it is kind.",
        "However practical it was meant to be, a reply that touches nothing they said can sound like a goodbye.",
    ),
    missed=(
        "It might help to answer what they said in one sentence first, and then point somewhere.",
        "You could let them know it was read, and that it counts, before anything practical.",
        "What was the hardest part of their message? Touching on that first may change how the rest sounds.",
        "If it's more than you can take on, perhaps say so kindly, along with what you can still do.",
        "Try staying for one line: hearing it doesn't mean taking on the whole of it.",
        "Maybe make it clear that you aren't leaving, so other help comes as well as you.",
        "Who might pick this up if you can't? Opening it to the others, warmly, may keep the door open.",
        "Saying why a place could suit them, and leaving it up to them, tends to feel less like being sent away.",
        "How about naming one thing you noticed in what they wrote, ahead of any next step?",
    ),
)
