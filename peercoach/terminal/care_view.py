"""What is said when a reply may be about the learner. Plain, short, honest, and nothing else on the screen."""

from __future__ import annotations

from peercoach.terminal.words import BLANK, Block, para, quiet

CHECK_IN = "If any of this is close to home, help-now is there at any time, just for you."
"""The one quiet line below a reply that may touch on something."""
ABOUT_ME, PRACTICE, NOT_SAY = "about-me", "practice", "not-say"
CHOICES = (
    (ABOUT_ME, "it's about me"),
    (PRACTICE, "it was my practice reply"),
    (NOT_SAY, "i'd rather not say"),
)


def asking() -> tuple[Block, ...]:
    """The question itself, before anything is scored."""
    return (
        BLANK,
        para("Hold on a sec. This sounds like it might be about you, not the practice. If it is, that matters more than this."),
        quiet("What you typed hasn't been scored or kept."),
        BLANK,
    )


def help_shown(said: str, routes: tuple[Block, ...]) -> tuple[Block, ...]:
    """Help on one screen, and what this program is and isn't. `said` is the key of what was picked.

    With the question that follows it fits on a screen of 24 lines, also at 40 columns.
    """
    first = "Thank you for saying so." if said == ABOUT_ME else "That's okay, you don't have to say."
    return (
        BLANK,
        para(f"{first} You don't have to hold this on your own."),
        BLANK,
        *routes,
        BLANK,
        para("I'm a program on your computer. Nobody has been told, and I can't call anyone. I may miss things."),
        para("Nothing you typed has been kept. If you can, tell someone near you how it is."),
        BLANK,
    )


def thanks() -> tuple[Block, ...]:
    """Back to the practice, no telling-off."""
    return (BLANK, quiet("Thanks for saying. On with the practice."))
