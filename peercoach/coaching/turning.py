"""What stands before a phrase and turns it round: "not", "never", "he said"."""

from __future__ import annotations

from bisect import bisect_left

from peercoach.coaching.text import Text

SOOTHED = frozenset(("worry", "stress", "panic"))
"""After "don't", these negate nothing but themselves."""
NEGATORS = frozenset(
    "not dont doesnt didnt isnt arent wasnt werent wont wouldnt cant couldnt shouldnt never no nor without nobody none"
    " havent hasnt neednt instead rather".split()
)
TELLERS = frozenset(
    "said says say saying told tell tells telling heard hearing called calls calling asked like thinks think reckons".split()
)
TURNERS = NEGATORS | TELLERS
OTHERS = frozenset(
    "people everyone everybody they he she them her him mum dad nan gran teacher mate friend someone somebody others who friends"
    " lot ex boss doctor gp helpline adults grown relatives aunt uncle mums dads family tutor counsellor always used".split()
)
BEFORE, NEAR = 6, 3
"""Words before a phrase that can turn it round, and those from where any negator does."""
FAR_NEGATORS = frozenset(("wont", "nobody", "never"))
"""These reach all the way by themselves."""


class Turning:
    """The words of a reply that can turn what follows them round; `places` are theirs."""

    __slots__ = ("_text", "places")

    def __init__(self, text: Text) -> None:
        self._text = text
        self.places = [i for i, word in enumerate(text.words) if word in TURNERS]

    def of(self, first: int) -> str:
        """Whether what starts at word `first` is negated or reported: `negated`, `reported` or ""."""
        near = bisect_left(self.places, first - BEFORE)
        if near == len(self.places) or self.places[near] >= first:
            return ""
        words, line, offsets = self._text.words, self._text.line, self._text.offsets
        for back in range(1, BEFORE + 1):
            i = first - back
            if i < 0:
                break
            gap = line[offsets[i] + len(words[i]) : offsets[i + 1]]
            if "." in gap or "?" in gap or ("," in gap and back > 1):
                break
            if words[i] in NEGATORS and _reaches(words, i, back):
                return "negated"
            if words[i] in TELLERS and i > 0 and any(w in OTHERS for w in words[max(0, i - 4) : i]):
                return "reported"
        return ""


def _reaches(words: tuple[str, ...], i: int, back: int) -> bool:
    """Whether the negator at `i` still speaks of what stands `back` words on."""
    word = words[i]
    if (word == "no" and back > 2) or (word == "dont" and words[i + 1] in SOOTHED):
        return False
    return back <= NEAR or word in FAR_NEGATORS or words[i - 1] in ("im", "ill", "id") or words[i + 1] == "going"
