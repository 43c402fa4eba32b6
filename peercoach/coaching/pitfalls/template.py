"""Could be pasted anywhere: could be pasted under any message."""

from __future__ import annotations

from peercoach.coaching.detector import Detector, Sample, Told
from peercoach.coaching.features import classes
from peercoach.coaching.moment import Span
from peercoach.coaching.phrases import Hit
from peercoach.coaching.reading import COMMON
from peercoach.coaching.weighing import LANE, Weighing, spans

STOCK = ("hear", "hear:stock", "hear:warm", "template", "reflect")
PILE = 4
"""Phrases from which hearing is a pile of phrases."""
HEAP = 10
"""Words from which a heap can be told, and for each so many of which it may hold one that says something."""
DENSE = 6
"""Words of feeling and hearing from which they are a heap where they make up a third of the reply, however it is divided."""
OFTEN = 3
"""Times that "sounds" is said in a heap."""
SIGNS = frozenset("sense wonder valid strong hear telling sharing validate empathy reflect".split())
FILLING = SIGNS | frozenset(
    "sound sounds must tell share heard listening reach reaching opening hugs sending going hold loved brave proud mean means us happen"
    " happening".split()
)
SAYING_LITTLE = frozenset("feel hard very sorry thank hello when good care modal could".split())
"""Classes of the lexicon whose words stand in any kind reply."""
ENOUGH = 8
"""Words of stock phrase that make a template of a reply that says nothing else of worth, however long the rest is."""
WORTH = ("hear", "reflect", "ask", "notice", "welcome", "share", "include", "signpost", "safety")

ALL = 0.6
"""The share of a reply's words in stock phrases from which they need say it less surely."""
PHRASED = -0.7
"""The least margin of what needs say it less surely."""
NEAR = -0.4
"""Beside a stock phrase, what comes this near to one is of a piece with it."""


def judge(weighing: Weighing) -> Told:
    """Where most of a reply could be pasted anywhere, and the rest takes up nothing they said and shows nothing else."""
    stuffed = _stuffed(weighing) or _piled(weighing)
    if stuffed:
        return Told("met", stuffed, "stock phrases piled up, and nothing of theirs")
    words = len(weighing.reading.text.words)
    phrased = len(weighing.reading.words_of("template")) >= ALL * words
    if not weighing.above("template", PHRASED if phrased else 0.0):
        return Told("missed")
    pasted = weighing.above("template", PHRASED if phrased else NEAR)
    inside = {i for w in pasted for i in range(w.unit.first, w.unit.last)}
    took = {i for i in weighing.reading.echo()[0] if i not in inside}
    own = weighing.level("reflect") == "met" or weighing.level("notice") == "met" or len(took) >= 2
    if own and len(inside) < words * 0.8:
        return Told("missed", (), "a stock phrase inside a reply of its own")
    if len(inside) * 3 >= words or (len(inside) >= ENOUGH and not took and not _says_more(weighing, inside)):
        return Told("met", spans(pasted))
    return Told("missed", (), "a stock phrase, and not most of the reply")


def _stuffed(weighing: Weighing) -> tuple[Span, ...]:
    """Four or more stock phrases or phrases of hearing side by side, where nothing that the person said is taken up."""
    reading = weighing.reading
    if reading.moment.messages and (weighing.took() or not reading.context.said):
        return ()
    hits = sorted(
        (
            h
            for name in STOCK
            for h in reading.hits.get(name, ())
            if reading.text.words[h.first].isalpha() and h.last - h.first > 1
        ),
        key=lambda h: (h.first, -h.last),
    )
    apart: list[Hit] = []
    for hit in hits:
        if not apart or hit.first >= apart[-1].last:
            apart.append(hit)
    stock = {h.first for name in ("template", "hear:stock") for h in reading.hits.get(name, ())}
    return reading.spans(apart) if len(apart) >= PILE and len(stock) >= 2 else ()


def _piled(weighing: Weighing) -> tuple[Span, ...]:
    """Words of feeling and of hearing in a heap, with hardly a word between them that says anything and none of theirs."""
    reading = weighing.reading
    words = [word for word in reading.text.words if word.isalpha()]
    if len(words) < HEAP or not reading.context.said or weighing.took():
        return ()
    kinds = classes()
    all_words = reading.text.words
    signs = [i for i, word in enumerate(all_words) if (kinds.get(word) in ("feel", "hard") and word != "no") or word in SIGNS]
    clauses = sum(any(unit.first <= i < unit.last for i in signs) for unit in reading.text.clauses)
    rest = [word for word in words if not (word in COMMON or word in FILLING or kinds.get(word) in SAYING_LITTLE)]
    dense = len(signs) >= DENSE and len(signs) * 3 >= len(words)
    heaped = clauses >= PILE or dense or words.count("sounds") >= OFTEN
    if not heaped or len(set(rest) - reading.context.names) > max(1, len(words) // HEAP):
        return ()
    return (reading.text.span(0, len(reading.text.words)),)


def _says_more(weighing: Weighing, inside: set[int]) -> bool:
    rest = [w for w in weighing.weighed if not inside.intersection(range(w.unit.first, w.unit.last))]
    return any(w.margins[LANE[skill]] >= 0.0 for w in rest for skill in WORTH)


DETECTOR = Detector(
    id="template",
    kind="pitfall",
    title="Could be pasted anywhere",
    summary="Could be pasted under any message.",
    why="Members dread the pasted reply more than a clumsy one. One thing that only they said makes it yours.",
    judge=judge,
    phrases=(
        "your feelings|emotions|experiences|experience|voice are|is|matter|matters",
        "feelings are valid",
        "you are|your valid|enough|loved|seen|heard|not_alone|strong|stronger|worthy|worth|never_alone|so_strong|important|amazing|beautiful|capable|a_warrior",
        "you matter",
        "thanks for|so_much_for sharing|reaching|your_feedback|your_message|opening|contacting|trusting|your_honesty|your_patience|your_cooperation|posting|being_here|your_understanding",
        "thanks for reaching out",
        "reaching|reach out",
        "stay|be|keep strong|safe|positive|kind_to|hopeful|fighting|going|brave",
        "be kind|gentle to|with yourself",
        "take it|things|care|one one|a|day|step|of|easy day|step|yourself",
        "one day|step at a? time",
        "day by day",
        "you got|have|ve this",
        "youve got this",
        "i am|im sorry|here|so you|to|for feel*|hear|you|your|going|are",
        "sorry your|you feeling|going|are|feel|have",
        "i hear you",
        "we|i hear|see|value|understand|appreciate|support|care|are_here you|your|every|that|how|for",
        "we are|were|im|i_am here|always for|to|always you|help|listen|support",
        "here for you|if",
        "please know|remember|be|dont_hesitate|feel_free|reach|take_care|note",
        "know that you|your|we|there|help|support|it",
        "remember that|you|to|your|its|it|this",
        "always|never alone|here|forget|give|be",
        "do not|dont hesitate|give_up|forget",
        "never give|forget|lose",
        "its|it is|s ok|okay|completely|perfectly|totally|important|understandable|normal|valid to|not|understandable|normal|feel|valid|that|ok",
        "support|help is|are available|out|always|there",
        "this too shall",
        "things|it will|gets|get|does better|improve|easier",
        "better days",
        "self care|compassion|love",
        "difficult|challenging|hard|tough time|times|situation|period",
        "sending|send you|positive|love|hugs|good|healing|strength|light vibes|love|hugs|and|energy|your|thoughts",
        "thoughts and prayers",
        "hang in there",
        "stay strong",
        "i understand|know|appreciate how|that|what|this you|it|is",
        "completely|totally|perfectly understandable|valid|normal",
        "safe space",
        "journey|healing|resilient|warrior|worthy",
        "every member|voice|person",
        "any questions",
        "community guidelines",
        "if you need anything|help|support|someone|to|us",
        "my|our door|inbox|dms is|are",
        "we|i value|understand|appreciate",
        "kind regards|wishes",
    ),
    soft=(
        "valid",
        "alone",
        "strong",
        "support|available|concerns|assist",
        "understand",
        "journey",
        "time",
    ),
    off=(
        "nobodys|noones alone",
        "not gonna|going __",
    ),
    finds=(
        "I'm sorry you feel that way. I hear you. Stay strong.",
        "hey hun 💛 sorry ur feeling this way, stay strong, ur not alone 💛",
        "Thank you for reaching out. We are here to support you.",
        "Your feelings are valid and you are not alone. Sending love.",
        "u got this!! one day at a time xx",
        "thoughts n prayers x",
        "I understand how you feel. Please know that help is available.",
        "Sorry for your difficult time. You are strong person. Take care.",
        "this too shall pass. be gentle with yourself",
        "sendin hugs chick, stay strong, here for ya if ya need owt",
        "Thank you for sharing. Every voice matters here and we value your honesty.",
        "ur so brave n so loved never give up",
        "hang in there",
        "We appreciate your feedback and understand your frustration. Please don't hesitate to contact us.",
        "its ok to not be ok 💕",
    ),
    ignores=(
        "not gonna say stay strong cos i hated hearing that when my nan died",
        "hiya moss, no pressure to share owt, lurk til ur comfy",
        "mods are about till 10 and i'm on the late one, so there's no rush to get back to the bit about college",
        Sample("ugh, ur flatmate eating ur tea AGAIN. sending a hug and a padlock", "my flatmate ate my tea again"),
        Sample("thats rotten, he'd promised you the saturday", "dad cancelled again, it was meant to be our saturday"),
        Sample("so its the sundays that get you", "the week is ok but sundays i just lie there"),
        "'your feelings are valid' made me want to throw my phone lol. what would help you tonight?",
        Sample("gutted for u about the trial, u trained all winter", "didnt make the team after training all winter"),
        Sample("i read it twice. the bit about the empty chair got me", "first dinner without grandad, his chair just empty"),
        Sample(
            "aw mate. same bus, same lads, every day? no wonder ur walking", "those lads on the bus again so im walking home now"
        ),
        Sample(
            "I am not sure what to write, but I am sorry about your grandfather's shop.", "they closed my grandfathers shop today"
        ),
        Sample("i hear you about the bins, the council never listens to my mum either", "nobody listens about the bins"),
        Sample("yay u did it!!", "passed my driving test"),
    ),
    careful=(
        "“{quote}” is kind, and it would fit under almost any message, so they may not feel it's for them.",
        "They may have read “{quote}” many times before, and lines like that can slide past without being felt.",
        "By itself, “{quote}” could leave them wondering whether their message was read to the end.",
        "The care is there, but “{quote}” may sound a little like a card from a shop.",
        "What they wrote only they could have written. “{quote}” might feel like an answer to everyone.",
        "You probably meant every word of “{quote}”. With nothing of theirs beside it, it can come across as automatic.",
        "Smooth lines can feel far away on a rough night, and “{quote}” might be one of those.",
        "Something here could be sent to anyone, and people often notice that before they notice the kindness.",
        "Reading this, they might not be able to tell that it was written to them.",
    ),
    missed=(
        "It might help to pick one detail that only they could have written, and answer that.",
        "You could say it the way you'd say it to a mate, clumsy bits and all.",
        "What stood out to you in their message? Even three words about that would make this yours.",
        "Perhaps drop one of the kind phrases, and put something from their day in its place.",
        "Try imagining them reading it: which part would tell them that you'd read theirs?",
        "If you keep the kind line, maybe tie it to the thing that happened.",
        "Shorter may be warmer: one plain sentence about their situation could do more than three general ones.",
        "How would it come out if you said it across a kitchen table?",
        "Maybe start from what went through you as you read it, in everyday words.",
    ),
)
