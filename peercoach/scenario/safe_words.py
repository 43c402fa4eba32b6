"""Words that can hurt somebody who reads along: what they touch, and what to write instead. Data for the safety rules.

Each row has signs beside its pattern: plain pieces of text (small letters) one of which is in anything the pattern finds.
Looking for those first costs next to nothing, and hardly any file goes on to the pattern.

The lists follow UK media and peer-support guidance on safe messaging: no methods, numbers or places, no stigmatising words
about suicide, people named before what they live with.
"""

from __future__ import annotations

from typing import NamedTuple


class Topic(NamedTuple):
    """Something hard that a chat may speak of. `named` is what a content note has in it when it says so."""

    name: str
    named: tuple[str, ...]
    signs: tuple[str, ...]
    pattern: str


class Wording(NamedTuple):
    """Words to avoid, and what to write instead."""

    signs: tuple[str, ...]
    pattern: str
    instead: str
    about: str = ""
    """What the file has to speak of for the words to mean this; empty: they always do."""


class Group(NamedTuple):
    """Rows that are looked for together, and the signs of all of them."""

    rows: tuple[Wording, ...]
    signs: tuple[str, ...]


def _topic(name: str, named: str, signs: str, pattern: str) -> Topic:
    return Topic(name, tuple(named.split("|")), tuple(signs.split("|")), rf"\b(?:{pattern})")


def _wording(signs: str, pattern: str, instead: str, about: str = "") -> Wording:
    return Wording(tuple(signs.split("|")), rf"\b(?:{pattern})", instead, about)


def _group(*rows: Wording) -> Group:
    return Group(rows, tuple(sign for row in rows for sign in row.signs))


HARD = (
    _topic(
        "suicide",
        "suicid",
        "suicid|kill|end my|ending my|to die|wanna die|unaliv|be here|sewerslid|an overdose",
        r"suicid\w*|kill(?:ing)? my ?self|end(?:ing)? my (?:own )?life|wan(?:t to|na) die|unaliv\w+|sewerslid\w*"
        r"|do(?:n'?t|nt) want to be here any ?more|rather not be here|(?:took|taken|taking|take) an overdose",
    ),
    _topic(
        "self-harm",
        "self-harm|self harm",
        "harm|myself|my self|my cuts",
        r"self[- ]?harm\w*|(?:cut(?:ting)?|burn(?:ing|t|ed)?|hurt(?:ing)?) my ?self|my cuts",
    ),
    _topic(
        "eating",
        "eating|food",
        "anorexi|bulimi|bing|purg|calori|starv|eating|eaten|skipp",
        r"anorexi\w*|bulimi\w*|bing(?:e|ed|ing)\b(?! watch)|purg(?:e|ed|ing)\b|calori\w*|starv(?:e|ed|ing) my ?self"
        r"|eating disorder|(?:haven'?t|not|stopped) eat(?:en|ing)\b|skipp(?:ed|ing) (?:meals|food|lunch|dinner|tea|breakfast)",
    ),
    _topic(
        "abuse",
        "abuse|violence",
        "abus|assault|hit me|hits me|beat|groom",
        r"abus(?:e[ds]?|ing|ive)\b|assault\w*|(?:hits?|beats?|beaten) me\b(?! to)|groom(?:ed|ing)\b",
    ),
    _topic(
        "sexual violence",
        "sexual violence|abuse|rape|assault",
        "rape|molest|sexual|grope",
        r"raped?\b|molest\w*|sexual(?:ly)? (?:assault|abus|violen|harass)\w*|grop(?:ed|ing)\b",
    ),
)
"""Talk of these without any content note is an error."""

SOFT = (
    _topic(
        "bereavement",
        "bereave|death|grief|loss",
        "funeral|passed away|bereave| died",
        r"funeral|passed away|bereave\w*|(?:since|when|after) (?:(?:my|his|her|their) )?\w+ died\b"
        r"|(?:mum|dad|nan|gran\w*|grandad|brother|sister|friend|mate|cousin|uncle|aunt\w*|dog|cat) (?:has |have |just )?died\b",
    ),
    _topic("drugs", "drug|substance", "cocaine|heroin|ketamine|mdma|xanax", r"cocaine|heroin|ketamine|mdma|xanax"),
)
"""Talk of these without a content note of theirs is advice."""

AMOUNTS = _group(
    _wording(
        "0|1|2|3|4|5|6|7|8|9",
        r"\d+(?:[.,]\d+)? ?(?:kgs?|kilos?|lbs?|stone|kcals?|cals?|calories|mg|pills|tablets|paracetamol\w*)\b",
        "say how it feels, without numbers",
    ),
)
DETAIL = _group(
    _wording(
        "bmi|size |stone|goal weight",
        r"bmi\b|size (?:zero|\d+)\b|goal weight|(?:six|seven|eight|nine|ten|eleven|twelve|\w+teen) stone\b",
        "say how it feels, without numbers",
    ),
    _wording(
        "hang|hung |slit|noose|razor|overdosed on|off a|off the|in front of",
        r"h(?:ang(?:ed|ing)?|ung) (?:my|him|her|them|your) ?sel(?:f|ves)|slit(?:ting)? (?:my|his|her|their|your) wrists?"
        r"|nooses?\b|razor ?blades?|overdosed? on\b|jump(?:ed|ing|s)? (?:off (?:a|the) (?:bridge|roof|building)|in front of)",
        "leave out how, and say how it felt",
    ),
)
"""Amounts, sizes and methods: an error wherever they stand, also in a weak example."""

HURTFUL = _group(
    _wording("suicide", r"commit(?:s|ted|ting)? suicide", "died by suicide, took their own life"),
    _wording("suicide", r"(?:successful|unsuccessful|failed|botched) suicide", "attempt, or survived"),
    _wording("attempt", r"(?:successful|unsuccessful|failed|botched) attempt", "attempt, or survived", "suicid"),
    _wording("suicide", r"suicide (?:pact|epidemic|hot ?spot|bid|note)", "leave it out"),
)
"""An error in the tool's own voice; in the chat, where people talk as they do, advice."""

BETTER = _group(
    _wording("completed", r"complet(?:ed|es?|ing) suicide", "died by suicide"),
    _wording("threat", r"threat(?:en|ens|ened|ening)(?: to commit)? suicide", "said they were thinking of suicide"),
    _wording("cry for|cries for", r"(?:cry|cries) for (?:help|attention)", "in a lot of pain"),
    _wording("attention", r"attention[- ]seek\w*", "in a lot of pain"),
    _wording("manipul", r"manipulative", "in a lot of pain"),
    _wording("anorexic", r"(?:an|the|that|those) anorexics?\b|anorexics\b", "someone with anorexia"),
    _wording("bulimic", r"(?:a|the|that|those) bulimics?\b|bulimics\b", "someone with bulimia"),
    _wording("harmer", r"self[- ]?harmers?", "someone who self-harms"),
    _wording("schizo", r"schizos?\b|(?:a|the|that) schizophrenic\b|schizophrenics\b", "someone with schizophrenia"),
    _wording(
        "clean",
        r"(?:been|being|stay(?:ed|ing)?|getting|got|days?|weeks?|months?|years?) clean\b|clean (?:for|since)\b",
        "haven't hurt myself for a while",
        "harm",
    ),
)
"""Kinder words exist. Advice, in the chat as well: nobody in it is told off for how they talk about themselves."""
