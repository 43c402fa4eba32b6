"""A text cut into words, with offsets: one pass, linear, pure. Patterns and the reading of replies share it."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_APOSTROPHES = "'’‘ʼ´`＇′"
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufe0e\ufe0f\ufeff"
_ACCENTS = "\u0300-\u036f"
_LATER = rf"[\w{_ACCENTS}{_INVISIBLE}]*"
_PICTURE = (
    "[\u203c\u2049\u2139\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2b00-\u2bff\u3030\u303d\u3297\u3299"
    "\U0001f000-\U0001f0ff\U0001f170-\U0001f1e5\U0001f200-\U0001f3fa\U0001f400-\U0001faff]"
)
_DRESS = "\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f"
# Typed faces and hearts are pictures too: without this, "<3" would read as the number 3 and ":D" as the letter d.
_FACE = r"</?3+(?![^\W_])|(?<![^\W_])[:;=]['’]?-?[()\[\]DdPpOoSs/\\|*3]+(?![^\W_])"

_PLAIN = re.compile(rf"{_FACE}|[a-z0-9]+(?:['`][a-z0-9]+)*", re.IGNORECASE | re.ASCII)
_ANY = re.compile(
    rf"{_FACE}|\w{_LATER}(?:[{_APOSTROPHES}]\w{_LATER})*"
    rf"|[\U0001f1e6-\U0001f1ff]{{2}}|{_PICTURE}(?:[{_DRESS}]|\u200d{_PICTURE})*"
)
_APART = re.compile(rf"[{_APOSTROPHES}{_INVISIBLE}]")
_BARE = re.compile(rf"[{_APOSTROPHES}{_INVISIBLE}{_ACCENTS}{_DRESS}]")


class Word(NamedTuple):
    """One word: how it reads once case, apostrophes and accents are gone, and where it stands (code points, half-open).

    An emoji is a word, without its skin tone; so is a typed face (`:)`, `<3`). Stretched words stay stretched (`sooo`).
    """

    folded: str
    start: int
    end: int

    @property
    def is_picture(self) -> bool:
        """Whether this is an emoji or a typed face, rather than letters or digits."""
        return not self.folded[0].isalnum()


def fold(word: str) -> str:
    """Write `word` in lower case, without apostrophes, accents, skin tones and invisible characters."""
    if word.isascii():
        return _APART.sub("", word).lower()
    flat = unicodedata.normalize("NFKD", word).casefold()
    return _BARE.sub("", flat) or word


def split(text: str) -> tuple[Word, ...]:
    """Cut `text` into its words, in order. Linear in the text; never raises."""
    if text.isascii():
        found = _PLAIN.finditer(text.lower())
        return tuple([Word(_plain(match.group()), *match.span()) for match in found])
    found = _ANY.finditer(text.replace("_", " "))
    return tuple([Word(fold(match.group()), *match.span()) for match in found])


def _plain(word: str) -> str:
    return word.replace("'", "").replace("`", "") if "'" in word or "`" in word else word
