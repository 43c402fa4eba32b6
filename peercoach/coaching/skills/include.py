"""Bring the group in: opens the talk to the group, or joins two members up."""

from __future__ import annotations

from collections import Counter

from peercoach.coaching.detector import Detector, Told
from peercoach.coaching.text import Unit
from peercoach.coaching.weighing import Weighing

BARE = 0.6
"""How much of a clause a bare call to everybody has to make up to be all of it."""


def judge(weighing: Weighing) -> Told:
    """By margin; "anyone got any thoughts?" with nothing to take hold of is partly."""
    told = weighing.levelled("include")
    if told.level == "met" and all(weighing.covered(unit, "include:bare") > BARE for unit in _smallest(weighing)):
        return Told("partly", told.evidence, "opened, with nothing to take hold of")
    return told


def _smallest(weighing: Weighing) -> list[Unit]:
    """The clauses that open the talk, and no sentence that only holds one of them."""
    units = [w.unit for w in weighing.above("include", 0.0)]
    sentences, many = frozenset(weighing.reading.text.sentences), Counter(unit.sentence for unit in units)
    return [unit for unit in units if unit not in sentences or many[unit.sentence] == 1]


DETECTOR = Detector(
    id="include",
    kind="skill",
    title="Bring the group in",
    summary="Opens the talk to the group, or joins two members up.",
    why="Support grows when it comes from several people. Answer first, then open one clear thing to the room.",
    judge=judge,
    groups=(
        (
            "bare",
            (
                "anyone|anybody|everyone|has|does|got any|got|have|want|wanna|fancy|else|anyone|else_want __ thoughts|thought|ideas|idea|advice|topic|chat|talk|help|input",
                "any of you|your|us got|have|want __ thoughts|thought|ideas|idea|advice|input",
                "anyone|anybody else? $",
                "what|whats everyone|everyones|do_you_all|do_others think|thoughts|up_to",
                "lets|let us|me open|throw|put this|it|that to|out|up to? the? group|floor|room|everyone",
            ),
        ),
    ),
    phrases=(
        "has|have|does|did|is|do|any anyone|anybody|any_of_you|anyone_else|others|other_people|everyone|somebody|some_of_you|any1",
        "anyone|anybody|any1 else|here|got|know|had|been|find|get|feel|up|in|want|fancy|also|around|about|felt|able|thats|who|done|relate|tried|here_been",
        "any of you|us|the",
        "who else|here|wants|has|fancies|remembers|can|got|in",
        "everyone|everybody|guys|folks|yall|people|all|lads|team|gang|room what|how|whats|who|hows|any|do|is|lets|where",
        "lets|shall|let us|we|everyone all|hear|do|go|open|talk|try|see|have",
        "what|how do|does|did|would|about|have everyone|everybody|the_rest|others|people|you_lot|you_all|the_group|anyone|yous|you_guys",
        "the rest of you|us",
        "you lot|all|two|both|guys",
        "werent|didnt|havent|dont|arent|wasnt|isnt you|u __",
        "@name didnt|werent|havent|you|didnt_you",
        "you|u both|two|had|said|went|were __ too|aswell|similar|last|same|earlier",
        "youre|your not the_only|only|on_your_own|alone",
        "others here|in|might|feel|have|can|will|could|may",
        "go|going|lets_go round|around",
        "ask|asking|open|opening|throw|throwing|over the|this|it|to the?|up|out|others group|room|floor|everyone|others|to",
        "over to|2",
        "bring|bringing|pull|tag|tagging|loop in|others|everyone",
        "bet|sure others|other|loads|some|people|half|everyone",
        "curious|interested|love what|how|to others|everyone|everybody|people|hear_from",
        "tell|help|show @name|them|us",
        "whats|hows it|everyone|everybody|yours|your been|doing|like|end",
    ),
    soft=(
        "anyone",
        "everyone|everybody",
        "group|room",
        "others",
        "too|aswell",
        "you lot",
        "both",
    ),
    off=(
        "everyone feels|thinks|knows|has|does|goes|gets|says|struggles|finds",
        "anyone would|could",
        "is anyone|anybody with_you|there_with|at_home|in_the|else_in",
        "ask someone|the_group|around",
        "everyone please|pls support|be",
        "tell someone|anyone",
        "not everyone|anyone",
    ),
    finds=(
        "has anyone else here had to start again somewhere they knew nobody?",
        "jo you said summat about night shifts earlier, up for telling kai how you got through em? no worries if not",
        "anyone else get that sunday dread n wanna say what it's like 4 them",
        "ok if i ask the room about this, sam? who else has had a landlord ignore them?",
        "I'd like to open this up, if Rue is happy with that. How have others here told a tutor something difficult?",
        "dev and lin, you two both mentioned moving out this month, i reckon you'd have a lot to swap",
        "others here also have family far away? maybe they can say how they do on holidays",
        "who else hates freshers?",
        "bet ash isnt the only one. what do yous do when the house goes quiet?",
        "i've not been through it so i'd rather hear from folk who have. anyone lost a pet this year?",
        "thanks dev. has anybody got a different way of getting through exam week?",
    ),
    ignores=(
        "everyone feels like that sometimes",
        "not everyone would have said that, it took guts",
        "is there anyone at home with you right now?",
        "ask someone else, i'm busy",
        "nobody else in my year has a job",
        "did anyone at school notice you'd gone?",
        "everyone thinks you're overreacting",
        "tell someone you trust",
        "my group project is due friday",
        "i told the whole room to shut up lol",
        "he asks 'anyone got questions?' and runs off before we answer",
        "this one's for you, ash, the others can wait",
    ),
    met=(
        "“{quote}” turns it from two people talking into a room that's listening.",
        "You trusted the group with this, which can make a person feel they belong in it.",
        "With “{quote}”, support can come from more than one side.",
        "Opening it up the way you did, “{quote}”, gives the quieter ones something to answer.",
        "It isn't only down to you now: “{quote}” lets other people step in.",
        "Somebody reading along may have been waiting for a line like “{quote}”.",
        "Someone who knows it from the inside might speak up after “{quote}”, and then they'd have company.",
        "They may find there are more people like them here than they thought, because you asked.",
    ),
    partly=(
        "You've opened it towards the room. Giving people one clear thing to answer might bring more of them in.",
        "“{quote}” invites others; it may be hard to know where to start, though. What could they take hold of?",
        "There's a turn towards the group in “{quote}”. Perhaps name the topic, so that quieter people see their way in.",
        "It looks as if you'd like others to join. Could you say what you hope they might talk about?",
        "The door to the group is ajar. Answering a little yourself first could keep anyone from feeling passed along.",
        "Others might pick up on “{quote}”, especially if they could see what it has to do with them.",
        "Having the group in mind helps. A link between two people who said similar things might finish it.",
        "So far the room can tell it's welcome. One particular thing to talk about, and leave to pass, may do the rest.",
    ),
    missed=(
        "It might help to open one part of this to everybody, once you've answered it yourself.",
        "Has anybody here said something that touches on this? You could link the two of them up.",
        "What if others in the room have been through it as well? There may be a way to let them in.",
        "You could check that they don't mind, and then ask the group about one thing they raised.",
        "This conversation needn't rest on you alone. Who else might have something to say?",
        "Perhaps give the quieter people an easy thing to answer, close to what was said.",
        "A group can hold more than one person can. Is there a question in this that would suit the whole room?",
        "Once you've heard them, you might pass the talk on, so that support comes from several people.",
    ),
)
