"""Taking over: is mostly about the person replying."""

from __future__ import annotations

from peercoach.coaching.detector import MISSED, Detector, Sample, Told
from peercoach.coaching.weighing import Weighing, spans

NEAR = -0.05
"""The margin from which a long story is near enough to one that takes over."""
LONG = 25
"""Words of one's own story from which it can crowd the other person out."""


def judge(weighing: Weighing) -> Told:
    """By margin, where one's own story is most of the reply and there is no way back; or long and much more than the rest."""
    found = weighing.above("taking-over", 0.0)
    shared = weighing.told["share"]
    outright = weighing.outright("taking-over")
    if outright and shared.level != "met":
        return Told("met", spans(outright))
    text = weighing.reading.text
    inside = {*text.under(shared.evidence), *(i for w in found for i in range(w.unit.first, w.unit.last))}
    if shared.level == "met" and len(inside) < len(text.words) * 0.75:
        return MISSED
    if found and len(inside) * 2 >= len(text.words) and len(inside) >= 8:
        return Told("met", spans(found))
    if (
        len(inside) >= LONG
        and len(inside) * 10 >= len(text.words) * 6
        and shared.level == "partly"
        and weighing.best("taking-over") > NEAR
    ):
        return Told("met", shared.evidence, "the story is most of the reply")
    return MISSED


DETECTOR = Detector(
    id="taking-over",
    kind="pitfall",
    title="Taking over",
    summary="Is mostly about the person replying.",
    why="A long story leaves them holding yours. A sentence or two, then back to them.",
    judge=judge,
    groups=(
        (
            "outright",
            (
                "thats nothing wait|try|listen|you_should|compared",
                "you think thats|your bad|hard|rough|tough|had_it",
                "wait til|till|until you hear|see about|what|my|mine|this",
            ),
        ),
    ),
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
    finds=(
        Sample(
            "omg when i was 15 it was way worse, my ex got w my best mate and then my mum kicked me out to my nans",
            "my boyfriend ended it last night",
        ),
        Sample(
            "Mine was even harder. I lost my job, then my flat, then my girlfriend left me and I had to start again at 22.",
            "i lost my job on friday",
        ),
        Sample(
            "thats nothing, wait til u hear about my boss, he made me do six nights then docked my pay so i quit",
            "work was horrible today",
        ),
        Sample(
            "i know exactly how u feel cos my sister did the same and i still cant be in the same room as her",
            "me and my sister arent talking",
        ),
        "long story but basically my ex did this to me twice so i moved to leeds and then my new bf was just as bad",
        Sample(
            "My story: I came two years ago, I did not know any person, then my father was ill and I could not go home.",
            "i havent made any friends at uni yet",
        ),
        Sample(
            "och that reminds me ae my da, he never spoke tae me for a month and i ended up greetin at my granny's",
            "my dad isnt speaking to me",
        ),
        "sorry for the essay lol but i went thru this, my depression got so bad i left college and my mum came to get me",
        Sample(
            "same but mine was way harder bc i did my resits with a broken arm and my nan in hospital and no one asked",
            "resits tomorrow, im bricking it",
        ),
        "let me tell u about my flatmate, she ate my food, she told everyone i was the messy one and i cried for a week",
        Sample(
            "When I moderated my first group I shook, I cried, my supervisor had to ring me, and I nearly gave up.",
            "that argument in chat left me shaking",
        ),
        Sample(
            "u think thats bad, my dad forgot my birthday three years runnin then sent me a card wiv the wrong name on",
            "dad forgot my birthday",
        ),
    ),
    ignores=(
        Sample("i get the 3am thing, was like that for weeks after i moved. hows tonight for u?", "awake at 3 again"),
        "i lurked for a month when i first came, so no pressure to say owt",
        Sample(
            "my first term was grim too, ate every tea alone. doesnt mean urs is the same, whats the worst bit?",
            "uni is so lonely",
        ),
        Sample(
            "enough about me. how did it go with your dad in the end?", "sorry to hear about your cat. anyway, saw my dad today"
        ),
        "i'm not going to make this about me, but i know that bus. how was the rest of the day?",
        "i read yours, made a brew and read it again. the thing about your sister stuck with me",
        Sample(
            "i forgot my own name, my boss laughed, so not great! thanks for asking. did yours get sorted?",
            "how did your interview go?",
        ),
        Sample(
            "your mate always says 'that's nothing, wait till you hear mine'? no wonder you stopped telling her",
            "every time i tell my mate anything she tops it with her own",
        ),
        "mine was different so i won't guess. what was yours like?",
        "I had a boss like that once. It wore me down. What's yours doing to you?",
        Sample("my nan went the same way. its rotten isnt it. what was your nan like?", "nan died sunday"),
        "same here with the sundays",
    ),
    careful=(
        "“{quote}” is honest, and as it goes on they may end up looking after you.",
        "Your story has its own weight. Somewhere around “{quote}”, theirs may slip out of sight.",
        "Sharing can tell someone they're not the only one. At this length, “{quote}” might turn the talk towards you.",
        "They might not know whether to answer “{quote}” or go on with their own trouble.",
        "It can feel lonely to open up, get “{quote}” back, and find no way in again.",
        "You may have meant “{quote}” as company. It could reach them as a comparison.",
        "Some people would want to comfort you after “{quote}”, just when they could use it themselves.",
        "When a story runs on, the person who opened up often goes quiet so as not to interrupt.",
        "What happened to you matters too; here it may fill the space they had just asked for.",
    ),
    missed=(
        "It might help to keep a sentence or two of your story, and then turn back to them.",
        "You could pick the one feeling you had in common, and leave the events out.",
        "What if the last line was about them?",
        "Perhaps answer what they said first, and let your own bit be a small aside.",
        "Which part of your story would mean most to them right now? The rest can wait.",
        "Try ending with something that hands the talk back, such as interest in how theirs is going.",
        "If it's still raw for you, maybe it deserves its own message another time, with people answering you.",
        "Letting theirs be different from yours, openly, could make the likeness easier to take in.",
        "Maybe look at how many lines are about each of you, and even it out a little.",
    ),
)
