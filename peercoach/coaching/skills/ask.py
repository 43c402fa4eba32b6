"""Ask one open question: one open, unpressured invitation to say more."""

from __future__ import annotations

from peercoach.coaching.detector import MISSED, Detector, Told
from peercoach.coaching.text import Unit
from peercoach.coaching.weighing import Weighing

OPENERS = frozenset(
    "what whats how hows why when where who which do does did are is was were have has can could would will isnt arent dont"
    " didnt wouldnt want any so and but or hey like".split()
)
YOU = frozenset("you your youve youll yours yourself youd".split())
ME = frozenset("i im ive id my me mine".split())


def judge(weighing: Weighing) -> Told:
    """By margin. Under a lone post that asks for nothing in particular, a question of fact to them is partly.

    A pile of questions is partly at most.
    """
    told = weighing.levelled("ask")
    if told.level == "missed" and weighing.lone:
        facts = [(s.start, s.end) for s in weighing.reading.text.sentences if _to_them(weighing, s)]
        return Told("partly", tuple(facts), "a question of fact: it opens the door a little") if facts else MISSED
    return told


def _to_them(weighing: Weighing, sentence: Unit) -> bool:
    """A question put to the other person: it opens as a question or holds `you`, and is not about oneself."""
    words = weighing.words(sentence)
    if not sentence.question or weighing.reading.turned(sentence.first):
        return False
    opens = any(word in OPENERS for word in words[:2])
    about = not YOU.isdisjoint(words)
    mine = not ME.isdisjoint(words)
    return (about and opens) or (opens and not mine and len(words) <= 12) or (about and not mine and len(words) <= 9)


DETECTOR = Detector(
    id="ask",
    kind="skill",
    title="Ask one open question",
    summary="One open, unpressured invitation to say more.",
    why="One question they can answer with as little as they like keeps the door open. Asking is the second rarest thing in real replies.",
    judge=judge,
    phrases=(
        "how are|r|you|your|is|was|did|does|do|have|has|hows _ you|your|it|that|things|feel*|doing|coping|holding|going|tonight|now|today",
        "hows|how's you|your|it|that|things|tonight|today|everything|the|everyone|she|he|ur|life|work|uni|college|school",
        "how you|u|ya|your doing|feeling|holding|coping|feel|bearing|getting|now|tonight|today|finding",
        "how did|does|do|has|is|was|were that|it|you|they|he|she|this|all",
        "what|whats|wats _ like|going|been|happening|happened|up|on_your_mind|worst|hardest|worrying|bothering|weighing|stressing|biggest|heaviest|helps|helped|feel|feels|mean|need|want|think|thinking|scares|keeps|made|makes|would|do_you|did|was|is|about|next|stuck",
        "whats that|it|this|the|your|going|been|up|happening|worst|hardest|wrong|tonight|on",
        "what part|bit|sort|kind|do|did|does|would|made|makes|are|is|was|happened|happens|else|about|you|u",
        "which bit|part|one|of|ones|feels|is",
        "want|wanna|fancy|like to? talk|chat|vent|say|tell|share|rant|unload|get_it|company|distract*|go_into|a_chat|a_moan|moan|off|some",
        "want|wanna to tell|talk|say|vent|get|share|rant|moan|chat|go|think|let|just",
        "do|did|would|d you want|wanna|like|fancy|feel|mind|need|prefer|think|find|reckon",
        "would it|you help|rather|like|want|prefer|be_ok|mind",
        "tell me|us more|about|what|how|bout",
        "say|talk more|to_us|about|it_out",
        "is|are it|there|that|you|u _ ok|okay|alright|anything|safe|something|worst|more|because|mostly|about|still|always|tonight|now",
        "are|r|is|you|u you|u|ok|okay|alright|holding|managing|doing",
        "you|u ok|okay|alright|good|wanna|want|up_for|still|feel*|doing|coping|managing|fancy",
        "is it|this ok|okay|alright if|to",
        "ok|okay if|for i|me to? ask",
        "anything you|u|thats|that want|need|wanna|helping|helped",
        "need a|anything|to|owt",
        "when|where|who did|do|does|is|are|was",
        "has|have|is anything|something|it|that|this|there happened|been|changed",
        "any|anything idea|thing|more|else|on",
        "wanna|want to",
        "or just|would|do|is|are|rather|more|not|nah|nope",
        "like what|how",
    ),
    soft=(
        "how",
        "what|whats",
        "want|wanna|fancy",
        "or",
        "about",
    ),
    off=(
        "have you|u tried|thought|considered|looked|spoken|talked|told|seen|been|asked|checked|got|done",
        "did you|u tell|try|ask|call|ring|report|do|take|eat|sleep",
        "why didnt|dont|did|would|do|not|wouldnt|cant you|u|not",
        "why not|dont",
        "are|r you|u on|sure|at|in|serious|taking|really|a|seeing|getting|over|under|still_with",
        "what medication|meds|dose|age|uni|city|school|course|year|time|subject*",
        "how old|many|long|much|often|far|come|tall|bad|dare",
        "do|did you|u take|live|work|have|know|even|go",
        "is that|it|this really|true|what_happened|all",
        "anyone|anybody|has_anyone|does_anyone|everyone|who_else|any_of",
        "who|when|where",
        "so what",
        "what did|were you|u expect|do_to|thinking",
        "you|u know|see|get what|it|that",
        "right|innit|isnt|aint",
        "how about|bout you|we|u",
        "what about|if you|we|u|a|the",
        "why",
    ),
    finds=(
        "what's that been like for you?",
        "hows it sittin wi u now",
        "Would you like to say a bit more, or would company be better tonight?",
        "wot was the worst bit if u dont mind me askin",
        "how you are feeling after this talk with him?",
        "and you, moss, what would you like tonight, ideas or only ears?",
        "want to vent?",
        "d'ye fancy telling us how it went?",
        "Is it okay if I ask what happened after that?",
        "what did that bring up for you",
        "tell us more if u want, or dont, both fine",
        "How are things at home since, if you feel like saying?",
    ),
    ignores=(
        "my mum asked how i was and i said fine",
        "i know what it's like",
        "i don't want to ask you loads of questions, you can rest",
        "what a day, honestly",
        "how annoying, i'd be livid",
        "she only ever says 'how are you' and never waits for the answer",
        "no need to tell us anything else",
        "what they did was cruel",
        "that's how it goes at my place too",
        "you don't have to talk about it if you don't want to",
        "when i asked him what was up he walked off",
        "ask the mods about that",
    ),
    met=(
        "“{quote}” leaves the door open: they can say a lot, a little, or nothing.",
        "You asked instead of guessing. With “{quote}”, they get to choose which part to tell.",
        "Being asked can be a relief in itself, and “{quote}” sounds as if you'd want to hear the answer.",
        "It isn't easy to go on after telling something hard; your “{quote}” gives them somewhere to go next.",
        "Your question, “{quote}”, hands the talk back to them.",
        "They now know that somebody is curious about how it is for them. “{quote}” did that.",
        "Few people think to ask. After “{quote}” they don't have to wonder if it's all right to say more.",
        "Asking keeps it about them, and they can take it wherever they like.",
    ),
    partly=(
        "You've begun to ask, and it shows interest. Something that yes or no can't answer might give them more room.",
        "“{quote}” opens the door a little. What if it asked how it is for them, rather than for a fact?",
        "It's clear you want to know more. It could be easier if they could answer with as much or as little as they liked.",
        "The interest comes through in “{quote}”. Perhaps leave it wider, so that they decide which part matters.",
        "They may be able to answer “{quote}” in a word or two; asking what it's like for them could take you both further.",
        "There's curiosity here. Could you settle on the one thing you'd most like to hear about?",
        "A question is there to be found. Making it about their side of things might help it land.",
        "This is close to an invitation. Maybe let them know that not answering is fine as well.",
    ),
    missed=(
        "It might help to ask one thing, about how it's been for them rather than what happened.",
        "What would you most like to understand about what they wrote? You could ask them that.",
        "You could leave them a way to say more, or to say they'd rather not.",
        "What if you asked which kind of company they're after: being listened to, being distracted, or ideas?",
        "Perhaps hand the talk back to them with a single question that doesn't fit into yes or no.",
        "Being asked is rarer than you'd think. Is there one part of their message you'd like to hear more about?",
        "They may be waiting for permission to go on. Could your reply give it?",
        "One small, curious question near the end could keep the door open for them.",
    ),
)
