"""Show that you heard: shows that someone cares: names or accepts the feeling, or the effort of saying it."""

from __future__ import annotations

from peercoach.coaching.detector import MISSED, Detector, Told
from peercoach.coaching.text import Unit
from peercoach.coaching.weighing import Weighing, spans

STOCK = 0.5
"""A unit that is this much stock phrase has nothing of its own to say."""


def judge(weighing: Weighing) -> Told:
    """By margin; where only a stock phrase or a vague wish stands, partly."""
    room = weighing.room("hear")
    units = weighing.own("hear", room)
    full = [w for w in units if w in weighing.own("hear", 0.0) and not _stock(weighing, w.unit)]
    if full:
        return Told("met", spans(full))
    if units:
        return Told("partly", spans(units), "kind, and it would fit anybody")
    return MISSED


def _stock(weighing: Weighing, unit: Unit) -> bool:
    return weighing.covered(unit, "hear:stock") >= STOCK


DETECTOR = Detector(
    id="hear",
    kind="skill",
    title="Show that you heard",
    summary="Shows that someone cares: names or accepts the feeling, or the effort of saying it.",
    why="Being believed and felt with is what people remember, and it is the rarest thing in real replies: most skip straight past the feeling.",
    judge=judge,
    groups=(
        (
            "stock",
            (
                "sorry|sry to hear __",
                "sorry|sry your|you|that|its|u __ feel|feeling|going|like|struggling|hear",
                "sorry|sry",
                "hope your|you|it|its|ur|things|that ok|okay|all_right|good|better|feel|get|gets|goes|improve|work|works",
                "i understand|get|know what|how|that|it|the",
                "its|it is? normal|ok|natural|fine to",
                "your|you feelings|not? valid|alone|strong|loved",
                "fair enough|play",
                "that sucks|stinks $",
                "get well|better soon",
                "aw|oh|ah no|dear|bless $",
            ),
        ),
    ),
    phrases=(
        "that|this|it|thats|its|all_that sounds|sound|must|seems|feels|is|was so|really|proper|dead|very? <hard>|<feel>",
        "that|which|it sounds|must_be|must_feel|must_have_been|seems __ <hard>|<feel>",
        "thats|its|this_is|that_is|what|how a? _ <hard>",
        "thats|its not|isnt fair|ok|on|right|nice",
        "must be|feel|have_been|have_felt|b __ <hard>|<feel>",
        "mustve been|felt __ <hard>|<feel>",
        "no wonder",
        "makes|make total|complete|so_much|perfect|loads|a_lot|all_the? sense",
        "makes sense that|you|your|to|why|tho|given|with",
        "cant have been|be easy|nice|fun|great",
        "cant be|have_been easy|nice|fun",
        "i|id be|feel|cry|have _ <feel>",
        "id be __ too|aswell|as_well|tbh",
        "anyone|anybody|who would|wouldnt be|feel|struggle|find",
        "dont blame you",
        "i hear|feel|see|believe|get you|that|it",
        "so|really|im|am|very|truly sorry your|you|that|about|for|this|to_hear",
        "thanks for telling|sharing|saying|trusting|letting|posting|opening|being",
        "glad|proud|happy|chuffed __ you|told|said|ur|your|of_you",
        "proud of you",
        "well done|played",
        "good on|for you",
        "took|takes|needs guts|courage|a_lot|bravery|balls|strength|some",
        "it takes|took guts|courage|a_lot|strength",
        "brave|braver of|to|thing",
        "gutted|fuming|raging|buzzing|chuffed|heartbroken|angry|livid|sad|happy|pleased|delighted|made_up for you",
        "my heart goes|breaks|hurts|sank|aches",
        "sending|sends you|love|hugs|hug|strength|big|all|a|so",
        "big|massive|huge|giant hug|hugs|squeeze|love",
        "here|im_here|were_here|we_are_here for you|with_you|if_you",
        "with you on|in|all|mate|x",
        "oof|oft|ugh|urgh|argh|oh_no|oh_man|aw|awh|ah|damn|jeez|jesus|christ|god|omg|wow|blimey|flip|mate|bloody_hell|ffs",
        "you deserve|deserved|dont_deserve|didnt_deserve",
        "your allowed|entitled|not_alone|not_silly|not_stupid|not_lazy|not_weak|not_weird|not_daft|not_a_burden|not_dramatic|not_being",
        "not your fault",
        "its ok|okay|alright|fine|normal|understandable|valid to|that|not|if",
        "that|this hurts|stings|sucks|stinks|matters|counts|is_huge|is_massive|is_a_lot|takes",
        "what a <hard>|thing|week|day|night|nightmare|mare",
        "bless|poor you|thing|u",
        "good|best|well luck|done",
        "carrying|holding|dealing|coping|juggling all|so|that|with",
        "hate that|this|for|how",
        "wish|hope __ you|things|it|tomorrow|tonight",
        "care|cares|rooting|thinking __ you|about_you",
    ),
    soft=(
        "sorry|sry to hear",
        "sorry",
        "<care>",
        "hope|hoping your|you|it|that",
        "valid|understandable|fair",
        "<hard>",
        "<feel>",
        "congrats|congratulations|yay|woo|amazing|awesome",
        "i understand|get|know",
    ),
    off=(
        "i know exactly",
        "sorry __ you feel|felt|think that|like|this",
        "sorry you feel",
        "sorry for spam*|late|typo*|spelling|interrupting|long|rant*",
        "sorry i|im|if|but|we|only|chats|its|chat",
    ),
)
