"""Twenty worked examples of point patterns, for trainers: what to write, what it finds, what it leaves alone, and why.

A test holds every one of them true, so a guide can show them as they are.
"""

from __future__ import annotations

from typing import NamedTuple


class Worked(NamedTuple):
    """One example. `any`, `all` and `none` are as in a rubric's point; `finds` meet it, `leaves` don't."""

    why: str
    finds: tuple[str, ...]
    leaves: tuple[str, ...]
    any: tuple[str, ...] = ()
    all: tuple[str, ...] = ()
    none: tuple[str, ...] = ()

    def yaml(self) -> str:
        """The point's lines as a trainer writes them, one key a line."""
        keys = (("any", self.any), ("all", self.all), ("none", self.none))
        return "\n".join(f"{key}: {_listed(texts)}" for key, texts in keys if texts)


def _listed(texts: tuple[str, ...]) -> str:
    quoted = ", ".join(f'"{text}"' for text in texts)
    return f"[{quoted}]"


WORKED: tuple[Worked, ...] = (
    Worked(
        "A word is found whatever its capitals and what stands around it.",
        any=("induction",),
        finds=("INDUCTION day sounds rough", "(induction, i mean)"),
        leaves=("your first day", "you were introduced"),
    ),
    Worked(
        "One slip is forgiven in words of five letters and more, so nobody has to spell.",
        any=("exhausting",),
        finds=("that sounds exausting", "so exhuasting"),
        leaves=("how exciting",),
    ),
    Worked(
        "Short words have too many neighbours: write the other spellings out.",
        any=("nan|nana|nanna|gran",),
        finds=("so sorry about ur nanna", "your gran sounds lovely"),
        leaves=("i had naan for tea",),
    ),
    Worked(
        "* stands for the rest of a word, so one pattern has all its endings.",
        any=("lonel*",),
        finds=("that sounds lonely", "the loneliness of it"),
        leaves=("alone with it",),
    ),
    Worked(
        "* can stand at the start, too.",
        any=("*phones",),
        finds=("headphones in, nothing on", "ur earphones"),
        leaves=("did you phone her",),
    ),
    Worked(
        "? is exactly one letter.",
        any=("wom?n",),
        finds=("a woman on the bus", "two women"),
        leaves=("a womxxn",),
    ),
    Worked(
        "A space means next to each other, in this order.",
        any=("first day",),
        finds=("your first day there",),
        leaves=("first, how was the day", "the day you first came"),
    ),
    Worked(
        "| means or, and binds closer than a space: six or 6, then hours or hrs.",
        any=("six|6 hour*|hrs",),
        finds=("six hours is ages", "6hrs of that", "six-hour days"),
        leaves=("six days", "a few hours"),
    ),
    Worked(
        "Brackets keep words together where an or would part them.",
        any=("[knew nobody]|alone",),
        finds=("u knew nobody in there", "all alone"),
        leaves=("nobody knew about it",),
    ),
    Worked(
        "_ lets up to four words pass, so people can talk as they do.",
        any=("sat _ alone|own",),
        finds=("u sat there all on your own", "sat alone"),
        leaves=("alone is how i sat", "sat with the others and never felt left on my own"),
    ),
    Worked(
        "Text-speak is known: you, to be honest and don't know stand for u, tbh and idk.",
        any=("don't know what to say",),
        finds=("idk what to say tbh", "dont know wat to say"),
        leaves=("you know what to say",),
    ),
    Worked(
        "Apostrophes make no difference, nor does leaving them out.",
        any=("can't sleep",),
        finds=("cant sleep either", "can’t sleep"),
        leaves=("cant wait to sleep",),
    ),
    Worked(
        "An emoji is a word.",
        any=("hug*|🫂",),
        finds=("🫂🫂", "sending a hug"),
        leaves=("👍",),
    ),
    Worked(
        "Emoji between two words don't part them.",
        any=("take ur time",),
        finds=("take 💛 ur time",),
        leaves=("time to take urs",),
    ),
    Worked(
        "not(...) in front of a word: found, unless that stands just before it.",
        any=("not(not|never) your fault",),
        finds=("it is your fault",),
        leaves=("its not your fault",),
    ),
    Worked(
        "not(...) with _ looks up to four words back.",
        any=("not(dont|not) _ worry",),
        finds=("i worry about you",),
        leaves=("dont you ever worry",),
    ),
    Worked(
        "not(...) behind a word tells two meanings apart.",
        any=("crisis not(messenger|text|line)",),
        finds=("it needn't be a crisis", "in a crisis now"),
        leaves=("the crisis messenger is open",),
    ),
    Worked(
        "all wants each of its patterns, in whatever order.",
        all=("mum", "exam*|mock*"),
        finds=("ur mum and the mocks, thats a lot", "exams on top of what your mum said"),
        leaves=("how is ur mum", "exams are the worst"),
    ),
    Worked(
        "none is what must not be there: any of these, and the point is missed.",
        any=("dm|message|inbox",),
        none=("dm|message me", "my snap|insta"),
        finds=("i can't do dms but im here", "your message really got me"),
        leaves=("message me after", "dm me", "heres my snap for dms"),
    ),
    Worked(
        "any with several lines: one of them is enough, so add a line for each way people say it.",
        any=("no rush|pressure", "take your time", "whenever you like|want|fancy", "lurk*"),
        finds=("no pressure to talk", "take ur time x", "jump in whenever u fancy", "lurking is fine"),
        leaves=("hurry up", "say something"),
    ),
)
"""From the plainest to the most particular."""
