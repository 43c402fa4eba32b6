"""Too many questions: stacks questions, or checks facts one after another."""

from __future__ import annotations

from peercoach.coaching.detector import MISSED, Detector, Sample, Told
from peercoach.coaching.weighing import Weighing, spans


def judge(weighing: Weighing) -> Told:
    """By margin, and for three questions or more, or two that only check facts; one question alone never."""
    questions = [u for u in weighing.reading.text.sentences if u.question]
    facts = weighing.reading.hits.get("interrogating", [])
    if len(questions) >= 3 and len(facts) >= 2:
        return Told("met", tuple((u.start, u.end) for u in questions), "questions one after another")
    if max(len(questions), len(facts)) < 2:
        return MISSED
    found = weighing.above("interrogating", 0.0)
    return Told("met", spans(found)) if found else MISSED


DETECTOR = Detector(
    id="interrogating",
    kind="pitfall",
    title="Too many questions",
    summary="Stacks questions, or checks facts one after another.",
    why="Question after question feels like a form to fill in. One, about how it is for them, and room to leave it.",
    judge=judge,
    phrases=(
        "how old|many|long|often|much|far|bad|tall|come",
        "what|which school|uni|city|year|course|medication|meds|dose|area|age|town|job|time|exam*|subject*|did_you_say|happened_exactly|exactly",
        "when did|was|is|does|were|u|exactly",
        "where are|do|did|is|abouts|was|u|exactly",
        "who is|was|did|else|with|are|told|said|were|have|knows",
        "why did|didnt|do|dont|not|would|are|is|cant|havent",
        "did you|u|they|he|she tell|say|take|eat|go|report|ask|do|try|have|get|sleep|call|hurt|know|actually|even",
        "have you|u told|seen|taken|got|been|spoken|eaten|had|done|asked|tried|rung|called",
        "are|r|is you|u|it|that|he|she on|at|in|under|getting|seeing|still|taking|diagnosed|a|your|the|because|with",
        "do|does you|u|he|she|they|your|anyone live|have|know|take|go|work|study|see|get",
        "is|was it|that|this|he|she your|the|because|at|a|in|to_do",
        "was there|it|that|he|she",
        "and|then what|when|who|why|where|how|did|is|are|was",
        "what visa|kind|type|exactly",
    ),
    off=(
        "how are|r you",
        "how is|s|was|you",
        "what|whats _ like",
        "are|r you safe|ok",
    ),
    finds=(
        "when? who? did you tell anyone? why not?",
        "When did it start? Have you told your GP? Are you on medication?",
        "how old r u? what school? does ur mum know?",
        "why did u go back? did he say sorry? what did u say",
        "where r u? whos with u? wot happened exactly",
        "What is your course? Which university? How many exams did you fail?",
        "wait how long has this been going on n did u tell anyone n what did they say",
        "is that the same lad? was he drunk? did ya ring anyone?",
        "How many times? How often? Since when?",
        "did u eat. did u sleep. did u take ur meds",
        "ok so who was there, what time was it and why didn't you leave?",
        "For the log: what time did this happen, who was involved, and did you report it?",
        "do u live with him? u got ur own place? whos payin rent then?",
        "which tablets? who gave you? how long you take?",
    ),
    ignores=(
        "what's that been like?",
        "do you want to vent, or have some company while you don't think about it?",
        Sample("are you safe right now?", "i cant do this anymore"),
        "how are you? no need to answer if ur not up to it",
        "i bet everyone's asking you who and when and why. you don't owe anyone that",
        "when my tutor asked what, when and why all at once i froze. no questions from me",
        "who wouldnt be upset? thats awful",
        "want to say more? or not, both fine",
        "is it the evenings that get you, or more the waking up?",
        "i dont need to know who or when. sounds like it shook you",
        "you ok to talk about it, or shall we do rubbish telly?",
        "i'm wondering what hurts most, if you feel like saying",
        "Hiya, new here? Jump in whenever, we're on about packed lunches.",
        Sample(
            "no idea how they thought that was ok. what would make tonight a bit easier?",
            "they told me in front of the whole class",
        ),
    ),
    careful=(
        "“{quote}” may come from real interest, yet asked like this it can feel like a form to fill in.",
        "Faced with “{quote}” and the rest, they might not know where to begin, or feel they owe every answer.",
        "You're interested, and that shows. With “{quote}” it may seem that the facts matter more than they do.",
        "They may feel checked up on by “{quote}”, even if you only wanted the picture.",
        "Having just opened up, someone could meet “{quote}” as a request for proof.",
        "It's easy to type a few questions at once. On a rough day, “{quote}” could be tiring to answer.",
        "Asking “{quote}” might help you understand, and still leave them unsure whether they've been understood.",
        "A run of questions leaves little space for how they feel, and some people go quiet at that.",
        "One question after another can leave them guessing what you make of what they've said so far.",
    ),
    missed=(
        "It might help to keep the question you most want answered, and let the others go.",
        "You could put one sentence about how it sounds for them ahead of any question.",
        "What if you asked how it is for them, and left when, who and where for later?",
        "Perhaps make it easy to skip: one question, and a sign that no answer is fine too.",
        "Which of your questions is about them rather than the facts? That one may be enough.",
        "Try saying what you've understood so far; people often fill in the rest by themselves.",
        "Turning one of the questions into a guess, held lightly, may feel less like a check.",
        "If you were tired and upset, how many of these could you answer? Fewer might be kinder.",
        "Maybe give a little of yourself in between, so it feels like a chat again.",
    ),
)
