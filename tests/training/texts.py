"""Texts compared as words, for the tests of what is learnt from."""

from __future__ import annotations

import re


def plain(text: str) -> str:
    """The words of a text in lower case, with one space between: what two texts share whatever their marks."""
    return re.sub(r"\W+", " ", text.casefold()).strip()
