"""How old somebody has to be to read a text with ease, by the Automated Readability Index.

Senter and Smith, Automated Readability Index, AMRL-TR-66-220, Wright-Patterson Air Force Base 1967:
4.71 x characters a word + 0.5 x words a sentence - 21.43 gives a US school grade, rounded up; the grade's pupils turn grade + 5.
It counts letters and not syllables, so it needs no guessing at how a word is spoken. On a few words it says little.
"""

from __future__ import annotations

import re

LEAST_WORDS = 20
"""Words a text needs for its index to say anything."""
_SENTENCE = re.compile(r"[.!?:;…]+(?=[\s\"'”’)\]]|$)|\n+")
_NO_LETTERS = {code: None for code in range(128) if not chr(code).isalnum()} | {ord(sign): None for sign in "‘’“”–—…"}


def reading_age(text: str) -> int:
    """The age in years from which a text is read with ease; 5 at least, and 0 for a text with no words."""
    words = len(text.split())
    if not words:
        return 0
    letters = len(text.translate(_NO_LETTERS))
    sentences = len([part for part in _SENTENCE.split(text) if part and not part.isspace()])
    index = 4.71 * letters / words + 0.5 * words / max(sentences, 1) - 21.43
    return max(-int(-index // 1), 0) + 5
