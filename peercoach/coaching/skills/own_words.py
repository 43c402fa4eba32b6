"""Sound like you: sounds like this person talking to that person."""

from __future__ import annotations

from peercoach.coaching.detector import MISSED, Detector, Sample, Told
from peercoach.coaching.weighing import Weighing


def judge(weighing: Weighing) -> Told:
    """By margin; what could be pasted anywhere is nobody's own words."""
    told = weighing.levelled("own-words")
    pasted = len(weighing.above("template", 0.0)) * 2 > len(weighing.weighed)
    return MISSED if pasted and told.level != "missed" else told


DETECTOR = Detector(
    id="own-words",
    kind="skill",
    title="Sound like you",
    summary="Sounds like this person talking to that person.",
    why="People can tell a pasted reply in a second. Any spelling, any dialect, any emoji: yours is better than polished.",
    judge=judge,
    off=(
        "thank you for reaching|contacting",
        "your feelings are valid",
        "please know|be_advised|note",
        "we understand|value|appreciate",
    ),
    finds=(
        Sample(
            "am sat here in two jumpers raging at your landlord for you",
            said="landlord turned the heating off again, cant feel my hands",
        ),
        Sample(
            "nah ur boss is takin the mick, u need that shift for rent n all",
            said="boss gave my shift away and rents friday",
            to="kai",
        ),
        Sample(
            "oh rue. her looking right at you and not finding your name. that's a grief all of its own",
            said="nan forgot my name today",
            to="rue",
        ),
        Sample(
            "Passed over twice, and by the same director. I'd be very tempted to throw the script at him.",
            said="I was passed over for the lead again. Same director as last year.",
            to="lin",
        ),
        Sample(
            "in my first school here i eat also alone with my book, the lunch hour is so long, no?",
            said="nobody eats with me at lunch",
            to="moss",
        ),
        Sample("poor biscuit 😿 give us a pic of her if u fancy", said="my cat biscuit died this morning", to="tia"),
        Sample(
            "I winced at the quiz noise myself, Lin. Fancy picking something quieter for Thursday?",
            said="the quiz was too loud for me last night",
            to="lin",
        ),
        Sample(
            "four mile in that rain? ye must've been drookit, get the kettle on",
            said="missed the last bus, walked four mile in the rain",
            to="sol",
        ),
        Sample("ONE mark. that's just cruel", said="failed by one mark", to="dev"),
        Sample(
            "not the guitar!! the one u saved all summer for??",
            said="my brother wrecked my guitar, i saved all summer for it",
            to="jas",
        ),
        Sample(
            "my bank emailed me 'your feelings are valid' once, nearly threw the phone. college doing it to you is grim",
            said="told college my nan died and got a copy paste email back",
            to="bee",
        ),
    ),
    ignores=(
        "Thank you for reaching out. We understand this is a difficult time.",
        "Your feelings are valid and you are not alone. Stay strong.",
        Sample(
            "hey hun 💛 sorry ur feeling this way, stay strong, ur not alone 💛",
            said="boss gave my shift away and rents friday",
            to="kai",
        ),
        "Please know that support is available to you.",
        Sample(
            "I'm sorry you're going through this. Sending love and positive vibes.",
            said="my cat biscuit died this morning",
            to="tia",
        ),
        "We appreciate you sharing. Remember that it's okay not to be okay.",
        "Please be advised that a member of the team will assist you with your concerns.",
        Sample("i hear you. take care of yourself. one day at a time.", said="nan forgot my name today", to="rue"),
        "everything happens for a reason, keep smiling 😊",
        "I am so sorry to hear that. If you need anything, we are always here for you.",
        Sample(
            "sry 2 hear that hun, u got this, stay strong x", said="missed the last bus, walked four mile in the rain", to="sol"
        ),
    ),
    met=(
        "“{quote}” sounds like a person talking, and they'd hear the difference.",
        "They can tell there's somebody real at the other end of “{quote}”.",
        "Your own voice comes through, most of all in “{quote}”.",
        "It's the plain, particular way you said “{quote}” that makes it easy to believe.",
        "A line like “{quote}” belongs to this conversation and no other.",
        "You wrote the way you'd speak, which tends to make people feel they're among friends.",
        "Polish would have cost something here. “{quote}” has life in it.",
        "In “{quote}” they get you, and nobody else could give them that.",
    ),
    partly=(
        "There's a bit of you in “{quote}”. More of that, and less of what anyone might say, could bring it closer.",
        "Some of this sounds like you, and some could go under any message. Which words would you use out loud?",
        "It starts to sound like a real voice. Perhaps add one detail that only fits them.",
        "“{quote}” has a touch of your own way of talking. What if the rest went the same way?",
        "You're in there, a little hidden. Dropping the most polished words might let them see you.",
        "They'd probably sense a person behind this; a word about their own situation could make them sure.",
        "Your voice comes and goes here. If you told a friend “{quote}” across a table, how might it come out?",
        "Parts of it are yours. You might try it again as if you were texting somebody you like.",
    ),
    missed=(
        "How would you say this to a friend at the bus stop? That version could go here.",
        "It might help to add one detail that belongs to them and nobody else.",
        "These words could go under lots of messages. What would you say to this person in particular?",
        "You could let your own spelling, slang or humour in; it all counts here.",
        "What if you left out anything you've seen in a leaflet and kept what's yours?",
        "Perhaps read it out loud. Where it stops sounding like you, plainer words may help.",
        "They may be waiting for a human voice. Yours, as it is, could be enough.",
        "Formal words can feel like a closed office. Is there a simpler, warmer way you'd put it?",
    ),
)
