"""Diagnosing: names a condition for them, or advises on medication."""

from __future__ import annotations

from peercoach.coaching.detector import Detector, Sample, Told
from peercoach.coaching.features import kind_of
from peercoach.coaching.pointing import pointers
from peercoach.coaching.text import read
from peercoach.coaching.weighing import Weighing


def _about_tablets(weighing: Weighing) -> bool:
    """Whether tablets are what is being talked about, so that `them` and `it` mean those."""
    words = {word for message in weighing.reading.moment.messages for word in read(message.text).words}
    return any(kind_of(word) == "medicine" for word in words.union(weighing.reading.text.words))


def judge(weighing: Weighing) -> Told:
    """By margin. A push about medication is told apart, because it can hurt."""
    told = weighing.levelled("diagnosing")
    tablets = weighing.reading.hits.get("diagnosing:medication", [])
    doses = weighing.reading.hits.get("diagnosing:dose", [])
    if doses and _about_tablets(weighing):
        tablets = [*tablets, *doses]
    if tablets:
        return Told("met", told.evidence or weighing.reading.spans(tablets), "medication")
    if told.level == "met" and pointers(weighing.reading):
        return Told("missed", (), "it says what a service is for")
    return told


DETECTOR = Detector(
    id="diagnosing",
    kind="pitfall",
    title="Diagnosing",
    summary="Names a condition for them, or advises on medication.",
    why="A name for it, or a word on tablets, is for somebody trained who knows them. How it feels is yours to ask.",
    judge=judge,
    groups=(
        (
            "dose",
            (
                "halve|double|skip|ditch|bin|stop|quit|drop|miss|up|lower|take|have|cut|taking|stopping|skipping __ dose|doses|double|half|two|tablet|tablets|pill|pills|them|it|extra|more|less",
                "come|coming|came|go|going|get|getting|wean|stay off|back_on|on them|it|those|that|sertraline|meds",
                "just come|stop|quit|skip|halve|double|drop off|taking|them|it|those",
                "need|want|ask|get|be __ something|a|higher|more stronger|dose|more_for|for_it|for_that",
                "something stronger|for_it|for_that",
                "leave|left|chuck|bin|hide|keep the|your|them|it|those packet|packets|box|tablets|pills|at_home|in_the_drawer|in_the_case|off|out",
                "chuck|bin|flush|hide them|it|those|the_packet|the_box|the_lot",
                "refuse|spit|hide it|them|those|the_tablets",
                "keep|carry taking|on the|your|with old amount|dose|ones",
                "dont|shouldnt|wouldnt|no need|bother|to take|with|need|keep them|it|those|taking",
            ),
        ),
        (
            "medication",
            (
                "come|get|go|stay|start|stop|try|halve|double|skip|ditch|bin|quit|drop|coming|getting|going|stopping|taking|take|miss|lower|up|increase|change|put off|on|taking|yourself|some|more|your|them|the|a|those|a_higher|half|up? __ <medicine>",
                "get|go|be|stay back? on|off <medicine>|them|something|some",
                "stop|quit|start taking|the|your <medicine>|them|it",
                "dont|shouldnt|never take|bother|need|touch|trust with|your|the|them|those|any|being_on? <medicine>|them",
                "need|should to? get|go|be|come on|off|something __ <medicine>|something|them|it",
                "cold turkey",
                "have one|some of my|mine <medicine>|mine",
                "higher|lower|bigger dose",
                "your <medicine> are|is poison|rubbish|useless|making|the_problem|numbing",
                "ask|get|tell for|the|them|your|doctor|gp|to|him|her __ <medicine>",
            ),
        ),
    ),
    phrases=(
        "sounds|sound|seems|looks|that|its|thats|this like|to|is|a|as_if __ <condition>",
        "you|u|your|youve|youre have|got|are|might|probably|defo|must|def|could|may|clearly|obviously|sound|maybe|a|so|sounds|got_a|totally __ <condition>",
        "thats|its|that|this|classic|textbook|defo|def|probably|basically|literally|prob|sounds_like|is an|a|a_bit|classic|textbook|some|called|your|the|just|so? <condition>|adhd|ocd|bpd|depression",
        "classic|textbook|proper|typical <condition>|symptoms|symptom|signs|case|sign|narc",
        "hes|shes|theyre|he|she|your|ur|mum|dad|ex|boss a|an|is|sounds|defo|so|probably|has|mum|dad __ narcissist|narcissistic|narc|psychopath|sociopath|bipolar|borderline|gaslighting|toxic_narc|bpd",
        "sign|signs|symptom|symptoms of|that|for <condition>|a|an",
        "get|getting|be|been|getting_yourself tested|diagnosed|assessed|checked for|with|out|by",
        "come|coming|get|getting|go|going|stay|start|stop|been|put|take|taking|try|ask_for|halve|double|skip|ditch|bin|up|lower|increase|quit|drop|miss off|on|taking|your|the|some|ur|a|them|to|for? <medicine>|them",
        "up|lower|halve|double|change|increase|skip|cut|stop|ditch your|ur|the|taking|down <medicine>|your|them|the",
        "dont take|bother|need|trust your|the|them|with|ur|any|those <medicine>|meds|tablets|pills",
        "<medicine> sorted|helped|will|worked|fixed|changed|made|are|dont|is|arent|mess|numb|poison me|my|you|your|sort|help|bad|work|just|a",
        "tablets|pills|meds|antidepressants are|dont|arent|just|mess|make|numb|turn",
        "ask|tell them|your|the|gp|doctor __ sertraline|meds|medication|prozac|fluoxetine|diagnos*|antidepressants",
        "chemical imbalance",
        "thats|its|sounds_like|thatll_be social|health|general|generalised|separation|performance anxiety|phobia",
        "you need|should medication|meds|antidepressants|a_diagnosis|diagnosing|medicating|to_be_on|be_on",
        "undiagnosed|diagnosis|diagnose",
        "on the spectrum",
    ),
    soft=(
        "<condition>",
        "<medicine>",
        "symptoms|symptom",
        "diagnosed|diagnosis|spectrum",
    ),
    off=(
        "hows|how|your|with|my|the|about __ <condition> been|is|making|doing|today|tonight|lately|played",
        "i|ive|im|my|mine|me have|got|was|am|had|has|on|take|took|with|too __ <condition>|<medicine>",
        "having|has|got|living|with <condition>|a_name",
        "ask|speak|talk|worth|check|chat|ring your|to|with|asking|a|it your|a|the|ur gp|pharmacist|doctor|nurse",
        "not a doctor|saying|gonna",
        "as someone",
        "depression is|sucks|can|lies|anxiety",
        "anxiety is|sucks|can|about|before|over",
    ),
    finds=(
        "sounds like bipolar to me",
        "you probably have ADHD, get tested",
        "come off the meds, they just numb u",
        "thats classic ptsd",
        "ur defo autistic lol same",
        "i wud double ur dose if its not workin",
        "my friend have same, it is depression, you need tablets",
        "aye that's anxiety that is hen",
        "Your mum is clearly a narcissist.",
        "dont take them antidepressants they mess wi yer head",
        "just stop taking it for a few days n see",
        "These are textbook symptoms of an eating disorder.",
        "As a moderator I see this a lot, and it looks like borderline personality disorder.",
        Sample("skip tonights tablet then", "my new tablets make me feel sick every night"),
        "chemical imbalance innit",
        "u can have some of my sertraline",
    ),
    ignores=(
        Sample("hows the anxiety been today?", "my anxiety was through the roof all week"),
        "not a doctor so i won't guess what it is. sounds horrible tho",
        "might be worth asking your gp or pharmacist about that before you change anything",
        "i've got ocd too so i know the checking thing a bit. what's it like for you tonight?",
        Sample("what was it like being told its bipolar?", "got told its bipolar on monday"),
        "my brother kept saying i was depressed and it did my head in, so i wont put a name on yours",
        Sample("having a name for it after all that time, how does that feel?", "finally got my adhd diagnosis"),
        "nobody here can tell you if it's adhd, but never getting to the end of anything sounds exhausting",
        "thats mental, they made u work a double?",
        Sample(
            "someone told you to come off your meds? that must have been scary to read",
            "some guy online said i should bin my meds",
        ),
        "i can't say anything about tablets, that's one for your gp, but i can sit with you in how rough today was",
        "id be anxious before that interview n all",
        "Naming it isn't something we do here, but what it does to your evenings, we can talk about.",
    ),
    careful=(
        "“{quote}” may feel too big to them, or not theirs at all, even if you meant it as an explanation.",
        "They might carry “{quote}” around for days, and none of us here can know whether it fits.",
        "It's hard to know enough for “{quote}” from a chat window, and they may take it more seriously than you'd think.",
        "Words like “{quote}” weigh a lot when somebody is already worried about themselves.",
        "You may have wanted to make sense of it for them. “{quote}” could make them feel more like a case than a person.",
        "Wanting to help them understand it is a kind thought. “{quote}” goes further than a group can see.",
        "Someone who is desperate for an answer might act on “{quote}”, just because it came from a friendly voice.",
        "Health guesses travel in a group, and other people reading may try them on for size.",
        "What suits one person's health can be risky for another, and they've no way to check it here.",
    ),
    missed=(
        "It might help to stay with how it feels day to day, and leave naming it to someone trained.",
        "You could wonder what it's like for them, rather than what it is.",
        "What if you used only the words they've used for it themselves?",
        "If tablets come up, perhaps point gently to a pharmacist or GP and stay with how they're getting on.",
        "Maybe look for the worry underneath: what might they be hoping that somebody gets?",
        "How are they coping with it today? Being curious about that may bring you closer than a name would.",
        "Leaving the cause open, and saying what looks hard about it, could be plenty.",
        "When you've been through something similar, a line of your own story can help, as long as it stays yours.",
        "Try describing what you can see it doing to their day, with no label on it.",
    ),
)
