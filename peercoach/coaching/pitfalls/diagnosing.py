"""Diagnosing: names a condition for them, or advises on medication."""

from __future__ import annotations

from peercoach.coaching.detector import Detector, Told
from peercoach.coaching.weighing import Weighing


def judge(weighing: Weighing) -> Told:
    """By margin. A push about medication is told apart, because it can hurt."""
    told = weighing.levelled("diagnosing")
    tablets = weighing.reading.hits.get("diagnosing:medication", [])
    if tablets:
        return Told("met", told.evidence or weighing.reading.spans(tablets), "medication")
    return told


DETECTOR = Detector(
    id="diagnosing",
    kind="pitfall",
    title="Diagnosing",
    summary="Names a condition for them, or advises on medication.",
    why="A name for it, or a word about tablets, belongs to somebody trained who knows them. Ask how it is instead.",
    judge=judge,
    groups=(
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
)
