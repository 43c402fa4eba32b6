"""Say it back in your own words: picks up something this person in particular said, in other words, held lightly."""

from __future__ import annotations

from peercoach.coaching.detector import MISSED, Detector, Sample, Told
from peercoach.coaching.reading import SECOND
from peercoach.coaching.weighing import Weighing

SHORT = 15
"""The most words of a reply that isn't long. A long one holds more that may look like it, and has to be surer."""
CLEAR, CLEAR_LONG = 0.1, 0.4
"""The margins from which nothing else has to speak for it, in a short reply and in a long one."""
LONE, LONE_LONG = 0.4, 1.2
"""The margins asked for under a lone post that asks for nothing, where opinions about life are commonest, likewise."""


def judge(weighing: Weighing) -> Told:
    """By margin, and never for their own words handed back. Under a lone post that asks for nothing, it has to be clear.

    Where it is not clear, it has to be about them, asked of them, or something they said.
    """
    told, best = weighing.levelled("reflect"), weighing.best("reflect")
    short = len(weighing.reading.text.words) <= SHORT
    if told.level != "missed" and best < (CLEAR if short else CLEAR_LONG) and not _theirs(weighing, told):
        return MISSED
    return MISSED if weighing.lone and best < (LONE if short else LONE_LONG) else told


def _theirs(weighing: Weighing, told: Told) -> bool:
    text, taken = weighing.reading.text, weighing.reading.echo()[0]
    inside = text.under(told.evidence)
    asked = any(unit.question and unit.first <= i < unit.last for unit in text.sentences for i in inside[:1])
    return asked or any(i in taken or text.words[i] in SECOND for i in inside)


DETECTOR = Detector(
    id="reflect",
    kind="skill",
    title="Say it back in your own words",
    summary="Picks up something this person in particular said, in other words, held lightly.",
    why="Saying a thing back a little differently shows that you were listening, and lets them put you right. One thread is plenty.",
    judge=judge,
    phrases=(
        "so its|thats|your|youre|youve|you|it|more|less|basically|really|kind|sort|not|even|now|when|on_top|part|they|he|she",
        "sounds|sound|seems|feels|seem as|like|more|a_bit|almost|almost? like|as_if|as_though|you|your|youre|youve|its|theres",
        "sounds|sound like you|your|its|youve|theres|that|part|he|she|they|everything|nothing|the|a",
        "like your|youre|youve|you|its|nobody|everyone|theres|being|having|you_cant|part|no_matter|whatever",
        "almost|kind_of|sort_of|bit like|as",
        "its|thats like|almost|as_if",
        "less|more about|the|like|than|that",
        "not just|only|even|so_much the|about|that|a|your|you",
        "isnt|not it|about? just|only",
        "am i|have_i|did_i right|off|wrong|close|way|got|get|hearing",
        "or am|have|is i|that off|wrong|way|got",
        "i wonder|guess|imagine|reckon|bet|take_it|suspect if|whether|part|its|that|you|your|there",
        "bet|guessing|imagine|reckon|wondering|suspect you|your|its|that|part|it|half|the|some",
        "part of you",
        "you|your|youve want|wanted|wish|tired|stuck|torn|left|carrying|holding|bracing|waiting|missing|having|been __ and|but|when|while|without|with|instead|from|than",
        "and|then|now on top",
        "both|two things|at_once|at_the_same_time|of",
        "at the same time",
        "caught|stuck|torn|squeezed between|in",
        "one minute|half",
        "even though|tho|if|when|the|after",
        "which is|feels|means|must|makes",
        "right after|when|as|before",
        "no row|goodbye|warning|break|space",
        "youve|you been|had|got|already|done __ for|since|all|every|on",
        "worst|hardest|worse part|bit|thing|than",
        "the waiting|silence|quiet|not_knowing|nights|evenings|mornings",
    ),
    soft=(
        "so|like|almost",
        "then|and you|youve|your",
        "still",
        "bit like",
        "whole|entire",
    ),
    off=(
        "i understand|know how|exactly|what you|your",
        "what you really",
        "you obviously|clearly",
        "sounds like depression|anxiety|adhd|bipolar|ocd|bpd|ptsd|autism|you_need|you_should|an|fun|a_plan|good|great|a_laugh",
    ),
    finds=(
        Sample(
            "so it's more the evenings than the course itself?",
            said="i hate uni. lectures are fine but then i go back to the flat and its just silence till morning",
        ),
        Sample(
            "like you wanted him to be pleased and he went straight to the money",
            said="told my dad about the job and he just asked how much it pays",
            to="kai",
        ),
        Sample(
            "sounds like its less the nite out n more findin out that way, or am i off?",
            said="my mates went without me again. saw it on their stories",
            to="tia",
        ),
        Sample(
            "so you're holding that whole house up and it goes unseen, is that near it?",
            said="i do all the cooking and the school run and nobody even says ta",
            to="bee",
        ),
        Sample(
            "eleven months of being told nearly. maybe it wears you down, to hope every time",
            said="they said im top of the list but its been eleven months",
            to="rue",
        ),
        Sample(
            "one face for the table and another one behind the door",
            said="i laughed all through dinner then cried in the toilets",
            to="jas",
        ),
        Sample(
            "pulled two ways then, her and that new start",
            said="dont know whether to stay for my nan or go to manchester",
            to="dev",
        ),
        Sample(
            "as if the pair of yous were meant to carry on, and you're still stood where he left you?",
            said="he came back like nothing happened",
            to="sol",
        ),
        Sample(
            "It sounds as though the checking settles things for a minute, and then the worry is back. Have I got that right?",
            said="keep checking the door is locked. eight times last night",
            to="lin",
        ),
        Sample(
            "so you are in the room but also a little outside, is it like this?",
            said="everyone in class speak so fast and i smile and understand nothing",
            to="moss",
        ),
        Sample("so the win went a bit hollow.", said="won the prize and mum didnt come"),
    ),
    ignores=(
        Sample(
            "so i go back to the flat and its just silence till morning",
            said="i hate uni. i go back to the flat and its just silence till morning",
        ),
        Sample("i understand exactly how you feel", said="my mates went without me again. saw it on their stories", to="tia"),
        Sample("sounds like a plan", said="might try the library tomorrow", to="dev"),
        Sample("so what time does it start", said="going to a meetup on saturday, bit nervous", to="kai"),
        Sample("it sounds like depression, you need to see someone", said="i cant be bothered with anything lately", to="rue"),
        Sample("what you really mean is you're jealous of her", said="my sister got the bigger room again", to="jas"),
        Sample("so anyway who's about for bingo", said="he came back like nothing happened", to="sol"),
        Sample("maybe your mum's just stressed about money", said="mum shouts at me every time i come in", to="bee"),
        Sample(
            "my counsellor goes 'so it's the evenings, is it' and i cringe every time",
            said="how do people even start talking about stuff",
            to="lin",
        ),
        Sample(
            "so basically you had a bad day",
            said="my boss screamed at me in front of everyone and i had to serve for five more hours",
            to="moss",
        ),
        Sample("like i said, ask at reception", said="still dont know where the form goes"),
        Sample("you clearly don't trust anyone", said="i never tell people when im down", to="kai"),
    ),
    met=(
        "“{quote}” gives them their own story from a slightly different side, so they can see whether it fits.",
        "Putting it as “{quote}” shows them that you were following.",
        "You picked out a thread and offered it to them: “{quote}”. That can help someone make sense of things.",
        "They can tell from “{quote}” that you read what they wrote, and not only that they wrote.",
        "In your own way, “{quote}”, you may have come close to what they were trying to say.",
        "Even if “{quote}” turns out a little off, it gives them something to put right, and that keeps you both talking.",
        "What they meant seems to have reached you, and now they know it has.",
        "It can be a relief to be understood without explaining twice, and “{quote}” may have felt like that.",
    ),
    partly=(
        "You're picking up what they said. Moving a little further from their own words might show what you made of it.",
        "“{quote}” is near something. What if you offered your sense of it as a guess they can correct?",
        "There's a thread of theirs in “{quote}”; following it half a step further could show what you understood.",
        "It touches on what they said. Perhaps choose the one part that seems to weigh most.",
        "Their side is starting to show. Could you join how it feels to the reason they gave?",
        "Some of what they told you is in here. Saying it as you would to a friend may make it clearer that it sank in.",
        "With “{quote}” you lean towards how it is for them. A touch more of what was particular might finish it.",
        "A guess is forming here. Holding it lightly, so they can say no, could make it easier to answer.",
    ),
    missed=(
        "It might help to pick one thing they said and put it in your own words.",
        "Which part of their message stayed with you? You could let them know what you made of it.",
        "What if you made a light guess at what weighs most on them, and left room to be put right?",
        "You could show that you followed by joining up two things they told you.",
        "Perhaps say what you understood before you add anything new.",
        "They told you something that's only theirs. Could a bit of it turn up in your reply, said your way?",
        "Reading their message once more might help: what is it really about, for them?",
        "There may be something underneath what they wrote. Is there a gentle way to wonder about it with them?",
    ),
)
