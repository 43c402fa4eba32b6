"""Show that you heard: shows that someone cares: names or accepts the feeling, or the effort of saying it."""

from __future__ import annotations

from peercoach.coaching.detector import MISSED, Detector, Sample, Told
from peercoach.coaching.reading import FIRST, SECOND, Weighed, join
from peercoach.coaching.text import Unit
from peercoach.coaching.weighing import LANE, Weighing, spans

HEAR = LANE["hear"]
LONE = -0.1
"""The margin from which a clause without any phrase of hearing counts."""

NEAR = -0.1
"""The margin from which a clause that is not about oneself is at least a start."""

STOCK = 0.5
"""A unit that is this much stock phrase has nothing of its own to say."""


def judge(weighing: Weighing) -> Told:
    """By margin; where only a stock phrase or a vague wish stands, partly. Looked for, it is judged by the clause alone."""
    if weighing.elsewhere():
        return Told("missed", (), "said to somebody else")
    wanted = "hear" in weighing.wanted
    units = [w for w in weighing.own("hear", weighing.room("hear")) if wanted or _sure(weighing, w)]
    units = [w for w in units if max(weighing.covered(w.unit, name) for name in ("diagnosing", "diagnosing~")) < STOCK]
    full = [w for w in units if w.margins[HEAR] >= 0.0 and not _stock(weighing, w.unit)]
    warm = weighing.clauses_of(weighing.reading.hits.get("hear:warm", ())) if units or not wanted else ()
    if full:
        return Told("met", join((*spans(full), *warm)))
    if not units and not warm and not wanted:
        units = [w for w in weighing.own("hear", NEAR) if FIRST.isdisjoint(weighing.words(w.unit))]
    if units or warm:
        return Told("partly", join((*spans(units), *warm)), "kind, and it would fit anybody")
    return MISSED


def _sure(weighing: Weighing, weighed: Weighed) -> bool:
    """Talk about oneself, or with no phrase of hearing in it, has to be clearer before it counts."""
    unit = weighed.unit
    if weighing.covered(unit, "hear") or weighing.covered(unit, "hear:warm"):
        return True
    words = set(weighing.words(unit))
    about_self = not words.isdisjoint(FIRST) and words.isdisjoint(SECOND)
    return weighed.margins[HEAR] >= (0.5 if about_self else LONE)


def _stock(weighing: Weighing, unit: Unit) -> bool:
    return weighing.covered(unit, "hear:stock") >= STOCK


DETECTOR = Detector(
    id="hear",
    kind="skill",
    title="Show that you heard",
    summary="Shows that someone cares: names or accepts the feeling, or the effort of saying it.",
    why="Being believed and felt with is what people remember, and it is the rarest thing in real replies: most skip straight past the feeling.",
    judge=judge,
    groups=(
        (
            "warm",
            (
                "sorry|sry your|you|that|to|about|for|man|mate|hun|love|ash|x|its|this|if_that",
                "so|really|very|im|truly sorry !i|im|if|but|for_the|to_say|for_my",
                "sorry $",
                "your|you not alone|the_only",
                "not alone",
                "your|you|youre|you_are really|honestly|definitely|seriously? not|arent|isnt definitely|really|so|a|an|that|the|some? useless|worthless|crazy|mad|stupid|weak|ugly|evil|broken|burden|bother|failure|loser|annoying|coward|monster|hopeless|unlovable|selfish|dramatic|bad_person",
                "dont|shouldnt|not|never be|feel too? ashamed|embarrassed|guilty|bad",
                "nothing to be ashamed|embarrassed|sorry",
                "dont|no_need_to|try_not_to|stop beat|beating|blame|blaming|hate be_so|so|too? yourself|hard_on_yourself",
                "want|need you to? alive|here|stay|live|be_here|be_alive|be_safe|be_ok|stick_around",
                "dont|wouldnt want you to go|die|hurt|leave|be_hurting|be_alone|feel_alone",
                "so|much|lot|far? stronger|braver|better|tougher|worth_more|more than you think|know|realise|realize|feel|give_yourself",
                "i know you can|will|could|got",
                "you can do it|this",
                "happy birthday",
                "god bless",
                "in this|it together",
                "dont|never lose|give hope|up|faith|in",
                "one|1 day|step|thing at a|1|one time",
                "someone|somebody|anyone to talk|chat|vent|rant to|with",
                "talk|vent|chat|rant|write|message|speak to me|us",
                "willing|happy|free|around|here|glad|able to talk|chat|listen|help",
                "love|like|glad|happy to hear|listen",
                "lend|got|have a|an? ear",
                "we|ill|i_will|well|can|to listen $",
                "here for you|ya|anyone|if|whenever",
                "here if|whenever|to you|listen|talk|chat|help",
                "if you ever? want|need|wanna|feel|fancy|d_like __ talk|chat|vent|listen|anything|rant",
                "feel free to talk|vent|chat|message|pm|say|ask|dm|reach|share|rant",
                "wanna|want to? talk|chat",
                "hope|hoping|wish|wishing|praying !i|my|to_god|that_i|for_me __ you|your|things|it|better|well|luck|best|all|this|that|tomorrow|tonight|today|gets|goes|easier|he|she|hes|shes|they",
                "good|best|all_the luck|best|wishes !to_me",
                "hug|hugs|cuddles",
                "sending|send you|love|hugs|good|positive|strength|all|my|big",
                "love|loved you|ya|this|to_you|u",
                "your|you are? loved|amazing|beautiful|strong|brave|worth|worthy|wonderful|awesome|enough|incredible|great|special|important|doing_great|doing_well|a_good|a_great|a_strong|so_strong|an_amazing|a_beautiful",
                "proud|happy|glad|pleased|excited|thrilled of|for|you|that|it|to_hear|things",
                "congrats|congratulations",
                "well|nicely done",
                "good for|on you",
                "take care",
                "hang|hanging|keep in|on|going|fighting|your_head|holding|it_up|your_chin|pushing",
                "stay strong|safe",
                "i feel|hear you|ya|this|that|it|your_pain|for_you",
                "i care|understand|appreciate|believe",
                "i know how|that|the|what|it __ feel|feeling|hurts|hard|like|sucks|feels",
                "i can totally|completely|absolutely|definitely|so? relate|imagine|understand|feel",
                "we|people|i|they|someone care|cares|love|loves __ you",
                "please|pls dont|stay|talk|keep|hold",
                "that|this|it|which really|must|just? sucks|hurts|stinks|blows",
                "that|thats|this|its is|so|really|very|such|a|an? awesome|amazing|beautiful|great|awful|terrible|horrible|heartbreaking|rough|tough|sweet|sad|wonderful|lovely",
                "thanks for sharing|posting|telling|this|opening|writing|trusting|saying|asking|letting|being",
                "thanks that you trust|tell|told|said|trusted",
                "kind|sweet|lovely|nice|good of you",
                "my|dear|hey|hang_in|cheer friend|dude|buddy|bud|brother|sister|man|love $",
                "were all in",
                "with you",
                "you deserve|matter|deserved",
                "your|you feelings|pain is|are valid|real",
                "wow|aw|aww|woah|damn|omg|ugh|oof $",
                "❤️|💛|💙|💜|🫂|💕|🤗|😢|🥺|💚|🧡|🤍|❤",
                "xx|xxx|xoxo",
            ),
        ),
        (
            "stock",
            (
                "sorry|sry to hear __",
                "sorry|sry your|you|that|its|u __ feel|feeling|going|like|struggling|hear",
                "sorry|sry",
                "hope your|you|it|its|ur|things|that ok|okay|all_right|good|better|feel|get|gets|goes|improve|work|works",
                "hope|hoping|hopefully|wishing tonight|today|tomorrow|it|this|the_night|your_night|the_day|your_day|the_week|things gets|goes|becomes|is|feels|eases|get|go|gets_to_be __ easier|better|ok|lighter|kinder|quieter|gentler|soon",
                "i understand|get|know what|how|that|it|the",
                "its|it is? normal|ok|natural|fine to",
                "your|you feelings|not? valid|alone|strong|loved",
                "fair enough|play",
                "that sucks|stinks $",
                "get well|better soon",
                "aw|oh|ah no|dear|bless $",
            ),
        ),
    ),
    phrases=(
        "that|this|it|thats|its|all_that sounds|sound|must|seems|feels|is|was so|really|proper|dead|very? <hard>|<feel>",
        "that|which|it sounds|must_be|must_feel|must_have_been|seems __ <hard>|<feel>",
        "thats|its|this_is|that_is|what|how a? _ <hard>",
        "thats|its not|isnt fair|ok|on|right|nice",
        "must be|feel|have_been|have_felt|b __ <hard>|<feel>",
        "mustve been|felt __ <hard>|<feel>",
        "no wonder",
        "makes|make total|complete|so_much|perfect|loads|a_lot|all_the? sense",
        "makes sense that|you|your|to|why|tho|given|with",
        "cant have been|be easy|nice|fun|great",
        "cant be|have_been easy|nice|fun",
        "i|id be|feel|cry|have _ <feel>",
        "id be __ too|aswell|as_well|tbh",
        "anyone|anybody|who would|wouldnt be|feel|struggle|find",
        "dont blame you",
        "i hear|feel|see|believe|get you|that|it",
        "so|really|im|am|very|truly sorry your|you|that|about|for|this|to_hear",
        "thanks for telling|sharing|saying|trusting|letting|posting|opening|being",
        "glad|proud|happy|chuffed __ you|told|said|ur|your|of_you",
        "proud of you",
        "well done|played",
        "good on|for you",
        "took|takes|needs guts|courage|a_lot|bravery|balls|strength|some",
        "it takes|took guts|courage|a_lot|strength",
        "brave|braver of|to|thing",
        "gutted|fuming|raging|buzzing|chuffed|heartbroken|angry|livid|sad|happy|pleased|delighted|made_up for you",
        "my heart goes|breaks|hurts|sank|aches",
        "sending|sends you|love|hugs|hug|strength|big|all|a|so",
        "big|massive|huge|giant hug|hugs|squeeze|love",
        "here|im_here|were_here|we_are_here for you|with_you|if_you",
        "with you on|in|all|mate|x",
        "oof|oft|ugh|urgh|argh|oh_no|oh_man|aw|awh|ah|damn|jeez|jesus|christ|god|omg|wow|blimey|flip|mate|bloody_hell|ffs",
        "you deserve|deserved|dont_deserve|didnt_deserve",
        "your allowed|entitled|not_alone|not_silly|not_stupid|not_lazy|not_weak|not_weird|not_daft|not_a_burden|not_dramatic|not_being",
        "not your fault",
        "its ok|okay|alright|fine|normal|understandable|valid to|that|not|if",
        "that|this hurts|stings|sucks|stinks|matters|counts|is_huge|is_massive|is_a_lot|takes",
        "what a <hard>|thing|week|day|night|nightmare|mare",
        "bless|poor you|thing|u",
        "good|best|well luck|done",
        "carrying|holding|dealing|coping|juggling all|so|that|with",
        "hate that|this|for|how",
        "wish|hope __ you|things|it|tomorrow|tonight",
        "care|cares|rooting|thinking __ you|about_you",
    ),
    soft=(
        "sorry|sry to hear",
        "sorry",
        "<care>",
        "hope|hoping your|you|it|that",
        "valid|understandable|fair",
        "<hard>",
        "<feel>",
        "congrats|congratulations|yay|woo|amazing|awesome",
        "i understand|get|know",
    ),
    off=(
        "i know exactly",
        "sorry __ you feel|felt|think that|like_that|attacked|offended",
        "sorry for spam*|late|typo*|spelling|interrupting|long|rant*",
        "sorry i|im|if|but|we|only|chats|its|chat",
    ),
    finds=(
        "nine hours on your feet with nobody to talk to sounds exhausting",
        "tbh id be fumin too, thats well out of order",
        "Thank you for telling us. I imagine that took some doing to write.",
        Sample(
            "no wonder ur knackered, uve been doing everyones job",
            said="done three doubles this week cos people keep calling in sick",
            to="kai",
        ),
        "it is very heavy what you carry, i am sad to read this",
        "that's rough, kai.",
        "och that's a sin, you must be pure gutted",
        Sample("ahh nooo 😭 thats horrible, not even a goodbye", said="she left the groupchat and blocked me", to="tia"),
        "I can see why you'd feel let down after they cancelled again.",
        "makes sense youd be scared, its all happening at once",
        "ngl that made my chest hurt reading it. so unfair on u",
        "I'm glad you said it here, Rue. It can't have been easy to type.",
        Sample("omg you must be buzzing after all those goes", said="PASSED my theory. fifth time", to="sol"),
    ),
    ignores=(
        "ok",
        "i don't see why you'd be upset about that",
        "my mum said 'that must be hard' and went straight back to her phone",
        "that sounds like a right laugh, wish i'd come",
        "must be the wifi, try turning it off and on",
        "the last level is so hard, took me weeks",
        "sorry i'm late, what's the topic",
        "it's not that hard, you only have to turn up",
        "hear hear, pineapple belongs on pizza",
        "have you tried making a list",
        "he never once said it sounded tough or that he was sorry",
        "anyway who's watching the final",
    ),
    met=(
        "“{quote}” tells them that how they feel makes sense to somebody.",
        "You stayed with the feeling, and “{quote}” shows it.",
        "When people feel believed they often breathe out a bit. “{quote}” can do that.",
        "Reading “{quote}”, they'd know that it got through to you.",
        "What they told you didn't go past you: “{quote}” lets them see that.",
        "Caring shows in “{quote}”, and it sounds meant for them.",
        "Saying a thing out loud can be lonely; with “{quote}” you kept them company in it.",
        "Someone feeling it alongside them is often what people remember, and you gave them that.",
    ),
    partly=(
        "The kindness in “{quote}” comes across. Tying it to what they told you might make it theirs.",
        "You've shown that you care. What if you named the part that seemed to matter most to them?",
        "“{quote}” is a warm start that could be said to anybody. Which detail of theirs would you add?",
        "There's sympathy here. A few words on why it makes sense to feel that way could help them feel believed.",
        "So far they know you mean well. They may also like to know that you took in what happened.",
        "It's a gentle beginning; perhaps stay with the feeling for one more line before moving on.",
        "With “{quote}” you're facing the right way. One step nearer might be to say what it sounds like for them.",
        "Good wishes are here already. A light guess at how it feels for them could do the rest.",
    ),
    missed=(
        "Before anything else, it might help to show that you took in how they feel.",
        "What do you imagine it was like for them? You could begin with that.",
        "You could name the feeling you read between the lines, lightly, in case you're off.",
        "It takes something to write a message like theirs. What if you told them you'd noticed?",
        "Perhaps slow down by one sentence, and let them know it makes sense to feel as they do.",
        "If a friend told you this in person, what would your face show? That could go into words.",
        "The rest of your reply may land more softly if they first know that you felt for them.",
        "They may be wondering whether anyone believes them. Could one line of your reply answer that?",
    ),
)
