"""Point to a service that fits: offers a service that fits the need, says how to reach it or why it fits, leaves the choice with them."""

from __future__ import annotations

from peercoach.coaching.detector import Detector, Told
from peercoach.coaching.pointing_told import told_of_pointing
from peercoach.coaching.weighing import Weighing


def judge(weighing: Weighing) -> Told:
    """A fitting service offered with how or why is met; thin, pushed or beside one that doesn't fit partly; a bare list is not shown."""
    return told_of_pointing(weighing)


DETECTOR = Detector(
    id="signpost",
    kind="skill",
    title="Point to a service that fits",
    summary="Offers a service that fits the need, says how to reach it or why it fits, leaves the choice with them.",
    why="Some needs are for one person with time, not for a group. One service that fits, how to reach it and no push is worth more than a list.",
    judge=judge,
    groups=(
        (
            "how",
            (
                "text|ring|call|email|message|webchat|phone|dial __ 85258|116|0800|themix|shout|them",
                "webchat|website|link|online|site|app|chat|email|number",
                "24|247|24/7",
                "any time|hour|night|age",
                "all night|day|hours",
                "open|free|there|anonymous|confidential",
                "one to|person|one",
                "just for|you you",
                "to yourself",
                "without|no_need_to|instead_of talking|speaking|talk|speak|ringing",
                "dont have|need to talk|speak|ring|be|say",
                "under|over 19|25|35|18",
                "they|theyre|its|theyll for|good|do|have|can|listen|talk|know|will|there|up|open|take",
                "if you|youd|talking|typing|its",
            ),
        ),
        (
            "vague",
            (
                "a|some|any|your|the|call|ring|try helpline|hotline|gp|doctor|doctors|counsellor|school|college|uni|service|services|tutor|therapist",
                "someone at|in|from school|college|uni|work|home",
                "helpline|helplines|hotline|gp|doctor|counsellor",
                "talk|speak to a|your|someone|the|another",
            ),
        ),
    ),
    phrases=(
        "text themix|shout|ym|the_mix|hello to",
        "themix|shout to 85258",
        "85258|116|88247|0800|0808|1111",
        "call|ring|text|try|contact|phone|use|message|webchat|email|email samaritans|childline|papyrus|shout|calm|crisis_messenger|beat|the_mix|mind|switchboard|mermaids|hopeline|111|nhs_111|the_samaritans|frank|cruse|winstons|them",
        "theres|there_is|theyve|they|you_could|you_can|could|can|try|have|got __ childline|samaritans|papyrus|shout|calm|crisis_messenger|beat|switchboard|mermaids|hopeline|nhs|helpline|webchat|text_line|1|one",
        "childline|samaritans|papyrus|shout|calm|beat|switchboard|mermaids|hopeline|winstons|cruse|mind|galop is|are|do|have|has|r|can|will|might|could|for|on|take|text|webchat|there|free|open",
        "crisis messenger|text|line",
        "open all|24|24/7|now|till|any|round",
        "one to|person one|just",
        "just for you",
        "1|one to|2 1|one",
        "you|u can|could text|ring|call|message|email|chat|webchat|phone|talk_to",
        "if talking|calling|ringing|speaking|you_want|youd|you_fancy",
        "free|anonymous|confidential to|and|on|call",
        "any|all time|hour|night|age|day|hours|of_night",
        "your gp|doctor|gps|tutor|school",
        "helpline|helplines|hotline|webchat|textline",
    ),
    soft=(
        "<service>",
        "<contact>",
        "if you want|fancy|like|need|ever",
        "number|link|website|site|service|services|charity",
        "under 19|25|35",
    ),
    off=(
        "keep|stay|be|feel|felt|feeling|remain|calm|bit calm|and",
        "calm|shout down|at|about|off",
        "beat this|that|it|yourself|them|up",
        "mind you|if|that|is|was|the",
        "frank about",
        "try google|googling|therapy",
        "dont ring|call|text",
    ),
    finds=(
        "if you'd like someone only there for you, crisis messenger is open all night, text THEMIX to 85258. we're here too",
        "ur 16 yeah? childline do a webchat so u dont need 2 say it out loud, only if u fancy",
        "Samaritans are on 116 123 at any hour, Sol, if you ever want a voice. No pressure from me.",
        "beat know loads about this stuff, i can paste the link if you want it",
        "there is papyrus, you can call 0800 068 4141 in the night also. it is your choice",
        "shout's good if ye cannae face a phone call, ye just text SHOUT to 85258",
        "hmm maybe one person with time for u is better than all of us tonight? samaritans is free, 116 123, up to u",
        "Switchboard might suit this. They're LGBT+ folk themselves, so there's less to explain.",
        "I can't do one-to-one here, but you could text THEMIX to 85258 and get one person for as long as it takes.",
        "that sounds so lonely at 2am. if typing's easier than talking, shout are awake: SHOUT to 85258",
        "your gp could be worth a go for the sleep if you fancy it, they can ring you so there's no waiting room",
    ),
    ignores=(
        "keep calm, it'll be fine",
        "you can beat this",
        "try google",
        "don't shout at me for saying it",
        "mind you, my bus was late as well",
        "to be frank i'd have walked out",
        "my friend tried a helpline and they hung up on her",
        "text me when you get home",
        "i had to ring my boss and beg for the shift",
        "she said 'call samaritans' and put the phone down on me",
        "the beat on that new track is unreal",
        "need some breathing space from revision",
    ),
    met=(
        "“{quote}” gives them somewhere to turn, for whenever they might want it.",
        "They now know about help that's made for this, because you said “{quote}”.",
        "Naming a place, as you did with “{quote}”, can be easier to take up than being told to get help.",
        "It can be hard to look things up when you're struggling. “{quote}” saves them the searching.",
        "With “{quote}” you showed them that there's more than this chat, and that you needn't be all of it.",
        "Someone with time for only them may be what they need, and “{quote}” points the way there.",
        "You put help within their reach: “{quote}” is something they can come back to later.",
        "Knowing where to turn takes one step out of it for them, and your reply gave them that.",
    ),
    partly=(
        "You've mentioned that there is help. How to reach it, or why it fits them, might finish it.",
        "“{quote}” is a pointer. What would they need to know in order to use it?",
        "There's outside help in here; saying why you thought of it for them could make it feel less like being passed on.",
        "With “{quote}” they have something to go on. Perhaps say that it's theirs to use or leave.",
        "It's a step towards more support. One service that fits their age and what they need may be easier than several.",
        "They might wonder what happens after “{quote}”. Could you tell them a little of what to expect?",
        "The thought is there. Whether they can text, call or chat may decide if they use it, so it could be worth adding.",
        "Your reply points outwards. Letting them know that you're still around as well might soften it.",
    ),
    missed=(
        "This may be more than a group chat can hold. You could offer one service that fits, and how to reach it.",
        "Is there somewhere made for what they're dealing with? It might help to name it and say why.",
        "What if you thought of one place that suits their age, and that's open at this hour?",
        "They might like someone just for them. You could mention where that exists, and leave the choosing to them.",
        "Perhaps add a way to get in touch, such as by text, in case talking out loud feels too much.",
        "Along with your own words, could you point to one place with time for them alone?",
        "You don't have to be all their support. Letting them know who else is there could take weight off you both.",
        "After hearing them, one named service could give them a next step, if they want it.",
    ),
)
