"""Take risk seriously: when there is risk: takes it seriously, points to urgent help, gets a moderator, keeps no secret."""

from __future__ import annotations

from peercoach.coaching.detector import MISSED, Detector, Sample, Told
from peercoach.coaching.pointing import pointers
from peercoach.coaching.reading import join
from peercoach.coaching.weighing import Weighing, spans

NEAR = -0.4
"""The least margin of a clause that says something of danger without any of the phrases."""


def judge(weighing: Weighing) -> Told:
    """By what is there: urgent help or a crisis line, a moderator, worry said, somebody near. Two with real help among them are met.

    Where nobody looks for it, a crisis line alone is help for something else, and so may a moderator be.
    """
    reading = weighing.reading
    if weighing.has("promising:secrecy"):
        return Told("missed", (), "a secret kept")
    crisis = [p for p in pointers(reading) if "crisis-now" in p.service.needs and p.fit.ok]
    parts = {name: reading.hits.get(f"safety:{name}", []) for name in ("urgent", "mod", "worry", "near")}
    found = [name for name, hits in parts.items() if hits]
    if crisis and not parts["urgent"]:
        found.append("line")
    spans_ = join(
        (
            *(reading.span(h.first, h.last) for hits in parts.values() for h in hits),
            *((p.mention.start, p.mention.end) for p in crisis),
        )
    )
    real = {"urgent", "line", "mod"}.intersection(found)
    least = max(weighing.room("safety"), NEAR)
    near = weighing.best("safety") >= least
    elsewhere = found == ["line"] or (bool(weighing.wanted) and len(found) == 1 and "urgent" not in found)
    if elsewhere and not near and "safety" not in weighing.wanted:
        return MISSED
    if real and len(found) >= 2 and (near or "urgent" in found or "mod" in found):
        return Told("met", spans_)
    if found and (near or real):
        return Told("partly", spans_, "a start; urgent help and a moderator would finish it")
    return Told("partly", spans(weighing.above("safety", least))) if near else MISSED


DETECTOR = Detector(
    id="safety",
    kind="skill",
    title="Take risk seriously",
    summary="When there is risk: takes it seriously, points to urgent help, gets a moderator, keeps no secret.",
    why="When somebody may act, being believed and being met with urgent help come together. You don't have to carry it alone: a moderator, 999, a crisis line.",
    judge=judge,
    groups=(
        (
            "mod",
            (
                "getting|get|got|fetching|fetch|calling|tagging|pinging|flagging|telling|tell|letting|let|told|asked|grabbing|messaging|messaged|flagged|flag|tagged|pinged|nudged|alerted|alerting|grabbed|given|giving|bringing|called __ mod|mods|moderator|moderators|staff|team",
                "mod|mods|moderator|moderators|staff is|are|s|on|coming|knows|know|will|here|now|has|have|about|can|please|asap|need",
                "let|letting someone|a_mod|the_mods|the_team know",
                "mods|mod|moderators $",
                "not keeping|gonna_keep|going_to_keep this|it|that",
                "cant|wont|dont keep this|that|it|secrets|a_secret|quiet",
            ),
        ),
        (
            "worry",
            (
                "worried|scared|frightened|concerned|terrified|afraid !i|that_i about|for|by|that|now|right|you",
                "im|am really|so|very|proper? worried|scared|concerned|terrified|frightened",
                "are|r|is you|u|it safe|somewhere_safe|on_your_own|with_someone|thinking_about|thinking_of|going_to_act|able_to_keep",
                "do you feel|think safe|you",
                "keep|keeping|get|stay you|yourself? safe",
                "sounds|reads|feels like a|goodbye|youre",
                "ending|end|killing|hurting your|yourself",
                "anyone|someone|somebody with|near|there|in you|now|right|tonight",
            ),
        ),
        (
            "near",
            (
                "go|get|wake|tell|find|ring|call|stay|sit|straight __ mum|dad|mam|parents|nan|someone|adult|sister|brother|neighbour|friend|carer|downstairs|nearest",
                "stay|staying|stick|sit|keep with|here|talking|typing",
                "not leaving|going you|anywhere",
                "with you till|until|while|now|tonight",
            ),
        ),
        (
            "little",
            (
                "are|r|is you|u|ya|he|she? ok|okay|alright|hurt|injured|safe|bleeding",
                "you|u ok|okay|alright|hurt|safe right_now|now|physically|tonight|there|$",
                "who|whos|anyone|someone|somebody is? with|there|near|around|able_to you|u|come|now|at",
                "can|could you|u|someone|anyone|they be|get|go|come with|to|round|over|somewhere|away",
                "come|get in|down|back? off|away|inside there|it|that|him|her|pls|please",
                "tell|ring|phone|call|text|speak_to|talk_to a|an|ur|your|the|someone|somebody teacher|mum|dad|nan|doctor|gp|crisis_team|police|adult|friend|sister|brother|cousin|you_trust|u_trust|again|tonight",
                "speak|talk to|with someone|somebody|a_mod|your_mum|ur_mum",
                "please|pls dont",
                "hide|put|move|get_rid_of everything|anything|it|them|those sharp|away|out",
            ),
        ),
        (
            "urgent",
            (
                "999|ambulance|112",
                "a&e|ane",
                "a and|n|& e",
                "emergency services|number",
            ),
        ),
    ),
    phrases=(
        "999|a&e|ane|111",
        "ring|call|phone|dial|get_to|go_to 999|an_ambulance|ambulance|111|a|emergency|them",
        "getting|get|got|fetching|fetch|calling|tagging|pinging|flagging|telling|tell|letting|let|told|asked|grabbing|messaging|messaged|flagged|flag|tagged|pinged|nudged|alerted|alerting|grabbed a|the|an|you|one|our|this|it|to|in|for|another|jay|ro|one_of? mod|mods|moderator|moderators|staff|team|know|to_a_mod",
        "mods|mod|moderator|moderators|@mod|@mods on|coming|knows|know|can|is|are|please|pls|here|look|asap|need|will|now|has|have",
        "worried|scared|concerned|frightened|terrified about|for|by|that|now|right you|u|ur|your|this|what",
        "im|am really|so|very|dead? worried|scared|concerned",
        "are|r|do you|u|ya feel? safe|thinking|planning|going|gonna|about",
        "you|u safe|thinking_of|thinking_about|planning|going_to",
        "safe tonight|now|right|where|at|rn|at_home",
        "keep|keeping|stay|staying|be|get you|yourself|urself|safe safe|now|with",
        "cant|not|wont|dont|never keep|keeping|hold|promise this|that|it|secrets|secret|quiet|one",
        "not|dont a|keep secret|secrets|to_myself|this",
        "tell|wake|go_to|find|get your|someone|somebody|a|mum|an_adult|another|ur mum|dad|adult|nearest|near|with|in|someone|parents|who",
        "is|someone|anyone anyone|someone|somebody|with with|near|there|you|in",
        "ending|end|killing|kill|hurting|hurt|take|taking your|urself|yourself|ur life|own",
        "thinking|thoughts of|about suicide|ending|killing|hurting|dying|it|acting",
        "suicide|suicidal",
        "if you|it|things|tonight might|feel|get|gets|think|cant|act|isnt|are _ act|worse|safe|danger|hurt|strong|louder|close|going|unsafe",
        "in danger|immediate",
        "stay|staying|sitting|sit|sticking|not_going|wait|keep with|here|till|until|anywhere|talking|typing you|us|until|a|the|with|they",
        "not leaving|going|alone",
        "not your fault",
        "take|taking|takes this|that|it|you|what seriously",
        "glad you|u said|told|say|typed|didnt",
        "text themix|shout to",
        "themix|shout to 85258",
        "emergency|crisis|urgent",
    ),
    soft=(
        "safe",
        "mod|mods|moderator",
        "<risk>",
        "crisis",
        "worried",
        "urgent|emergency",
        "someone with|near",
    ),
    off=(
        "not worried",
        "safe travels|journey|space|to_say",
        "youre|your not in danger",
        "mods are|r so|robotic|rubbish",
        "take care",
    ),
    finds=(
        Sample(
            "i'm worried about you. if you might act on this please ring 999, and i'm getting a mod now",
            said="i dont want to be here any more and ive got it planned for tonight",
            to="sol",
        ),
        Sample(
            "r u safe rn? im tellin a mod so ur not on ur own w this",
            said="i dont want to be here any more and ive got it planned for tonight",
            to="sol",
        ),
        Sample(
            "Are you thinking about ending your life, Sol? Whatever the answer, you can say it, and I'm fetching a moderator.",
            said="ive had enough. everyone would be better off",
            to="sol",
        ),
        Sample(
            "if tonight gets worse get to a&e or ring 999, ok? mods are on their way",
            said="i dont want to be here any more and ive got it planned for tonight",
            to="kai",
        ),
        Sample(
            "i am scared for you. please call 999 if you can not be safe, i tell a moderator now",
            said="i dont want to be here any more and ive got it planned for tonight",
            to="moss",
        ),
        Sample(
            "cant keep this one to myself mate, i care too much. ive flagged it to jay",
            said="dont tell anyone but i cant do another night",
            to="rue",
        ),
        Sample(
            "Ring 999. I'm staying here. Mod's been told.",
            said="i dont want to be here any more and ive got it planned for tonight",
            to="tia",
        ),
        Sample(
            "I'm glad you told us, Sol, and I'm taking it seriously. Is anyone with you, and are you somewhere safe right now?",
            said="i dont want to be here any more and ive got it planned for tonight",
            to="sol",
        ),
        Sample(
            "ah naw, am feart for ye. get yersel to a&e if it gets any stronger, an am gettin a mod the noo",
            said="i dont want to be here any more and ive got it planned for tonight",
            to="dev",
        ),
        Sample(
            "you could text THEMIX to 85258 this minute and someone answers, any hour. im pinging the mods too cos this matters",
            said="i dont want to be here any more and ive got it planned for tonight",
            to="bee",
        ),
        Sample(
            "we dont keep secrets about stuff like this, a mod needs to know so youre not alone with it",
            said="dont tell anyone but i cant do another night",
            to="lin",
        ),
    ),
    ignores=(
        "drive safe, see you tomorrow",
        "i'm worried about my maths exam",
        Sample(
            "you've got so much to live for", said="i dont want to be here any more and ive got it planned for tonight", to="sol"
        ),
        Sample("don't worry, i won't tell the mods", said="dont tell anyone but i cant do another night", to="lin"),
        "this is a safe space",
        "my laptop's dead, is it an emergency lol",
        Sample(
            "stay strong, it gets better", said="i dont want to be here any more and ive got it planned for tonight", to="sol"
        ),
        Sample(
            "i'm not worried about you, you'll be fine",
            said="i dont want to be here any more and ive got it planned for tonight",
            to="kai",
        ),
        "the mods are so slow tonight",
        "my nurse asked 'are you safe' like she was ticking a box",
        "i think 999 is the name of that new show",
        "this bus journey is killing me",
    ),
    met=(
        "“{quote}” shows that you took them at their word, which can matter a great deal at a moment like this.",
        "You didn't look away. “{quote}” tells them that this is serious to somebody.",
        "With “{quote}” you brought it into the open, where people can help.",
        "They may not answer straight away, and “{quote}” could still be what they hold on to.",
        "Being plain about the risk, as in “{quote}”, can be a relief to someone who has been hiding it.",
        "Because you said “{quote}”, they know that their safety matters to you.",
        "Taking it seriously is itself a kind of care, and they can see it in “{quote}”.",
        "Your reply treats this as urgent, and that tells them their life matters here.",
    ),
    partly=(
        "There's a step towards safety here. Naming urgent help, and telling a moderator, could make it safer for both of you.",
        "“{quote}” shows concern. What if it also said where they can turn this minute?",
        "Your care may be getting through in “{quote}”. It might help to let a moderator know, and to tell them that you have.",
        "This didn't go past you. Could you be plainer about the risk, and about who can come in to help?",
        "Part of it is here. Perhaps make sure the reply has both: that you care, and who can help right now.",
        "You don't need to be certain before you bring in a moderator. After “{quote}”, that could be the next step.",
        "A plain question about whether they're safe now might go well beside what you've written.",
        "With “{quote}” you've started. Being clear about emergency help may be the piece that counts most.",
    ),
    missed=(
        "There's risk in what they wrote. It might help to say you're worried and to point to urgent help.",
        "You could ask them straight out whether they're safe. Asking doesn't put the idea there.",
        "Nobody needs to hold this alone. What if you told a moderator now, and let them know that you have?",
        "They may be in danger. Could your reply say where they can get help this minute?",
        "Warmth alone may not keep someone safe. You could add who they can reach right now.",
        "It might be wiser to believe what they wrote than to hope it isn't so. Which part worries you? You could say.",
        "Perhaps stay beside them in words until a moderator is there, instead of trying to talk them round.",
        "This one is too big for members by themselves. Would you be able to bring in a moderator before anything else?",
    ),
)
