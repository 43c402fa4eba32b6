"""Rules about how the tool itself talks to the learner: in plain words, and never handing over a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from peercoach.scenario.faults import shown
from peercoach.scenario.looking import Finding, Look, finder
from peercoach.scenario.plain_words import FORMULAS, JARGON
from peercoach.scenario.reading_age import LEAST_WORDS, reading_age

MAX_AGE = 13
_READ_ALONE = frozenset({"about", "because", "note", "hint"})
_MAY_TEACH = frozenset({"about", "because", "note", "hint", "ask", "says", "check"})
_JARGON_SIGNS = tuple(dict.fromkeys(sign for row in JARGON for sign in row.signs))
_FORMULA_SIGNS = tuple(dict.fromkeys(sign for row in FORMULAS for sign in row.signs))


def teaches_formula(look: Look) -> Iterator[Finding]:
    """No hint, note or because hands over words to say: not "say: ...", no opening in quotes, no sentence with a gap."""
    if any(map(look.our_words.__contains__, _FORMULA_SIGNS)):
        for said in look.ours:
            found = [(match, row) for row in FORMULAS if (match := finder(row.pattern).search(said.text))]
            if found and said.kind in _MAY_TEACH:
                match, row = min(found, key=lambda pair: pair[0].start())
                hint = "point at the chat and at what a reply does, and leave the words to them"
                yield Finding(*look.place(said, *match.span()), f"{row.message}, and replies come out all alike", hint)


def jargon(look: Look) -> Iterator[Finding]:
    """The tool talks in everyday words, not in those of the trade."""
    if any(map(look.our_words.__contains__, _JARGON_SIGNS)):
        for row in JARGON:
            for said in look.ours if any(map(look.our_words.__contains__, row.signs)) else ():
                for found in finder(row.pattern).finditer(said.text):
                    message = f'"{shown(found.group())}" is a word of the trade'
                    yield Finding(*look.place(said, *found.span()), message, f"in plain words: {row.instead}")


def hard_to_read(look: Look) -> Iterator[Finding]:
    """What the tool tells can be read with ease at 13 (Automated Readability Index): each longer text, and all together."""
    texts = [said for said in look.ours if said.kind in _READ_ALONE]
    hard = [(reading_age(said.text), said) for said in texts if said.text.count(" ") >= LEAST_WORDS - 1]
    over = [(age, said) for age, said in hard if age > MAX_AGE]
    for age, said in over:
        hint = f"{MAX_AGE} is the aim: shorter sentences, and shorter words"
        yield Finding(*look.place(said), f"this reads with ease from about age {age}", hint)
    whole = "\n".join([said.text for said in texts])
    if not over and whole.count(" ") >= 3 * LEAST_WORDS and reading_age(whole) > MAX_AGE:
        hint = f"{MAX_AGE} is the aim: shorter sentences, and shorter words, in about, because, hints and notes"
        message = f"what this scenario tells reads with ease from about age {reading_age(whole)}"
        yield Finding(*look.find(r"^about:", 1), message, hint)
