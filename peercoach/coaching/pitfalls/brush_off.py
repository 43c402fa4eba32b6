"""Sent elsewhere unheard: sends them elsewhere, or changes the subject, without hearing them."""

from __future__ import annotations

from peercoach.coaching.detector import Detector, Told
from peercoach.coaching.weighing import Weighing


def judge(weighing: Weighing) -> Told:
    """By margin, where nothing was heard first: hearing, asking or reflecting lets a pointer elsewhere off."""
    told = weighing.levelled("brush-off")
    if told.level == "missed":
        return told
    heard = weighing.level("hear") != "missed" or weighing.level("reflect") == "met" or weighing.level("notice") == "met"
    wanted = "one-to-one" in weighing.reading.moment.need or weighing.level("safety") == "met"
    if heard or (wanted and not weighing.has("brush-off")):
        return Told("missed", (), "they were heard first")
    return told


DETECTOR = Detector(
    id="brush-off",
    kind="pitfall",
    title="Sent elsewhere unheard",
    summary="Sends them elsewhere, or changes the subject, without hearing them.",
    why="Being passed on before being heard feels like a closed door. One sentence of hearing first makes the same pointer a kindness.",
    judge=judge,
    phrases=(
        "this|it|that|thats|its|chat|here|we|were|group isnt|is_not|not|aint|isn't|arent|cant|dont really|the|a|for|meant|your|here|something|what|really_for|deal|do|discuss|right|really_the? place|for|that|this|time|therapy|crisis|counselling|here|topic|space|something",
        "isnt|not|arent|aint|wrong the|a|for|really|what|something|here? place|group|for|chat|time|here|crisis|that|therapists|counsellors|what_this|something",
        "not really|my something|our|my|for problem|job|place|thing|here|area|department",
        "wrong place|group|chat|room",
        "take|bring|keep|save|leave it|that|this|your|drama elsewhere|somewhere|to|outside|for|at|off",
        "somewhere|someone|something|anything else else|to|happier|lighter|please|instead",
        "go|speak|talk|try|call|ring|see|ask|contact|use|tell|you_need|you_should|google to|and|a|your|the|samaritans|childline|professional|someone|google|gp|mods|111|therapist|them|papyrus|somebody|helpline $",
        "try|ring|call|text|use|see|go_to|contact|google|speak_to samaritans|childline|a_helpline|helpline|the_helpline|google|papyrus|gp|doctor|therapist|a_doctor|a_therapist|your_gp|shout|calm|the_mods|a_mod|mods $",
        "anyway|anyways|moving|right|so|ok|well so|who|on|anyone|what|lets|did|back|whos|thats|new",
        "moving|move on|swiftly|along",
        "change|changing the|of subject|topic",
        "can|could|please|pls|lets we|you|u|not|talk|change|keep|have|stick not|about|please|stop|change|talk|keep|get_back|take|to",
        "lets|let talk|change|not|keep|get|have|move|stick|leave about|the|it|this|on|happy|positive|light|back|something|to|that",
        "already|was|were|been|its|thats|has explained|answered|told|said|pinned|in_the|covered|been",
        "read the|it|pinned|that guidelines|rules|announcement|faq|post|pinned",
        "as per",
        "we|i dont|cant|are_not|arent|am_not|im_not do|deal|discuss|trained|qualified|a|able|handle|help|give|talk|provide|allowed|here_for",
        "not|isnt|arent discussed|allowed|appropriate|suitable|up",
        "use the|google|search|group|form|other feedback|form|group|thread|channel|helpline|search",
        "please|pls|kindly use|refer|direct|contact|read|take|post|ask|dont|see|keep",
        "ask|tell|message a|the|someone|your|mods|staff|somebody mod|mods|else|gp|group|doctor|professional|teacher",
        "someone|somebody|mods|anyone|others|another|one_of __ else|deal|sort|talk_to|busy|cba|take",
        "cba|busy|not_my|too|cant_be with|rn|tonight|problem|heavy|much|arsed|to|for|bothered|dealing",
        "above|beyond my pay|me",
        "no idea|clue|comment",
        "seek|get|need|find professional|proper|some|help|a help|therapist|counselling",
        "there are|is people|services|professionals|places|lines|someone|helplines for|who|that",
        "were|im|we not|arent therapists|counsellors|professionals|doctors|qualified",
        "repost|post|say|send it?|again|that if|again",
        "decisions|moderation are|is",
    ),
    soft=(
        "samaritans|childline|helpline|gp|therapist|papyrus|shout|calm",
        "elsewhere|somewhere",
        "anyway",
        "read",
        "professional",
        "topic|subject",
        "place",
    ),
    off=(
        "were|im|we|still here|staying|around|with|not",
        "not going|leaving",
        "isnt|not your fault",
        "if you|u|youd want|fancy|like|ever|need|feel",
        "wrong with",
        "in the meantime",
        "still here",
        "this is the right|exactly",
    ),
)
