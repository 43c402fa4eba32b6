"""Words that learners needn't know, with plainer ones; and ways of telling somebody what to say. Data for the rules.

Templates are what members of support groups dread most, so nothing the tool says may teach one. As in `safe_words`, each row has
signs, one of which is in anything its pattern finds.
"""

from __future__ import annotations

from typing import NamedTuple


class Plainer(NamedTuple):
    """A word of the trade, and what to say to a young person instead."""

    signs: tuple[str, ...]
    pattern: str
    instead: str


class Formula(NamedTuple):
    """A way of handing somebody a sentence."""

    signs: tuple[str, ...]
    pattern: str
    message: str


def _plainer(signs: str, pattern: str, instead: str) -> Plainer:
    return Plainer(tuple(signs.split("|")), rf"\b(?:{pattern})", instead)


JARGON = (
    _plainer("validat", r"validat(?:e[sd]?|ing|ion)\b", "say that it makes sense to feel that way"),
    _plainer("reflect|mirror", r"(?:reflect|mirror)(?:s|ed|ing)?(?: \w+){0,3} back\b", "say it in other words"),
    _plainer("reflective ", r"reflective (?:listening|practice)", "listening, and saying back what you heard"),
    _plainer("active listen|actively listen", r"active(?:ly)? listen\w*", "listening"),
    _plainer("open question|open-ended|open ended|openended", r"open(?:[- ]ended)? questions?\b", "a question that leaves room"),
    _plainer("closed question", r"closed questions?\b", "a yes-or-no question"),
    _plainer("signpost", r"signpost(?:s|ed|ing)?\b", "say who could help"),
    _plainer("paraphras", r"paraphras\w+", "say it in your own words"),
    _plainer("empath", r"empathi[sz]\w+|empath(?:et)?ic(?:ally)?\b", "show that you get how it feels"),
    _plainer("disclos", r"(?:self-)?disclos(?:e[sd]?|ing|ures?)\b", "tell, or what they told you"),
    _plainer("escalat", r"(?:de-?)?escalat\w+", "get a moderator, or calm things down"),
    _plainer("safeguard", r"safeguard\w*", "keeping somebody safe"),
    _plainer(" space", r"h(?:old|olds|olding|eld) (?:\w+ )?space\b", "be there, without any hurry"),
    _plainer("nonjudg|non-judg", r"non-?judge?ment\w*", "without judging"),
    _plainer("centred|centered", r"(?:person|client)[- ]cent(?:red|ered)", "about this one person"),
    _plainer("trauma-|trauma i", r"trauma[- ]informed", "careful about what people have been through"),
    _plainer("rapport", r"rapport\b", "trust"),
    _plainer("coping ", r"coping (?:strateg\w+|mechanisms?|skills?)", "what helps them get through it"),
    _plainer("support network", r"support networks?\b", "the people around them"),
    _plainer("normalis", r"normalis(?:e[sd]?|ing|ation)\b", "say that lots of people feel this"),
    _plainer("normaliz", r"normaliz(?:e[sd]?|ing|ation)\b", "say that lots of people feel this"),
    _plainer("facilitat", r"facilitat\w+", "help it along"),
    _plainer("intervention", r"interventions?\b", "what you do"),
    _plainer("regulat", r"(?:dys|co-?)regulat\w+|emotional(?:ly)? (?:dys)?regulat\w+|regulat\w+ (?:\w+ )?emotions?", "calm down"),
    _plainer("service user", r"service users?\b", "people"),
    _plainer("positive regard", r"unconditional positive regard", "warmth, whatever they say"),
    _plainer("presenting ", r"presenting (?:issue|problem)s?\b", "what they came with"),
    _plainer("solution-|solution f", r"solution[- ]focus\w+", "looking for what could help"),
    _plainer("psychoe|psycho-|psychos", r"psycho-?(?:education|social)\w*", "what is known about it"),
)
"""Words of the trade."""

_SPEAK = r"(?:say|write|type|reply|answer|respond|send|try|use)"
_TOLD_TO = r"(?:^|[.!?] |\b(?:could|can|might|may|should|just|to|please|then|and|or|with) )"
_QUOTE = r"[\"“‘']"
_QUOTE_SIGNS = (' "', " “", " ‘", " '")

FORMULAS = (
    Formula(
        ("say:", "write:", "type:", "reply:", "answer:", "respond:", "send:", "try:", "use:", "like:", "this:", "them:"),
        rf"{_TOLD_TO}{_SPEAK}(?: something)?(?: like)?(?: this| them)?:(?= ?\S)",
        "this hands over words to say",
    ),
    Formula(
        _QUOTE_SIGNS,
        rf"{_TOLD_TO}{_SPEAK}(?: something like| the words?)? {_QUOTE}\w",
        "this hands over words to say",
    ),
    Formula(
        _QUOTE_SIGNS,
        rf"\b(?:start|begin|open|end|finish|close|lead|repl(?:y|ies)|answer)(?:s|ing)?\b[^.!?\n]{{0,25}} "
        rf"(?:with|saying|like|words?|phrase) {_QUOTE}",
        "this hands over an opening",
    ),
    Formula(("__",), r"_{2,}", "this is a sentence to fill in"),
    Formula(
        ("[", "<", "(insert"),
        r"[\[<](?:their |the |your |a |an |insert |add )?(?:name|feeling|emotion|thing|topic|problem|situation|event|word|reason)"
        r"s?\b[^\]>\n]{0,30}[\]>]|\(insert [^)\n]{1,40}\)",
        "this is a sentence to fill in",
    ),
    Formula(
        ("..", "…"),
        r"\b(?:(?:that|it|this|you|they) (?:sounds?|must (?:be|feel)|seems?|feels?)(?: like| as if| so)?|i hear that"
        r"|i can hear(?: that)?|i(?:'m|’m| am) (?:so )?sorry (?:that|to hear)(?: that)?|i understand that"
        r"|what i(?:'m|’m| am) hearing is) ?(?:\.{2,}|…)",
        "this is a sentence to fill in",
    ),
    Formula(
        ("phrase", "sentence", "words", "wording", "stem", "formula", "template", "script"),
        r"\b(?:use|repeat|copy|learn|memorise|follow|stick to) (?:this|these|the|one of these|one of the)"
        r"(?: \w+)? (?:phrases?|sentences?|words|wording|stems?|formulas?|templates?|scripts?)\b",
        "this asks for words off a shelf",
    ),
    Formula(
        ("always ",),
        r"\balways (?:say|start|begin|open|end|finish|reply|answer|write|use)\b",
        "this makes a rule of one way to say it",
    ),
)
"""Sentences handed over, whole or with a gap."""
