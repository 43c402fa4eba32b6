"""What `?` shows: what can be done at this very prompt."""

from __future__ import annotations

from peercoach.practice.values import Prompt, PromptKind
from peercoach.terminal.ask import WORDS
from peercoach.terminal.words import BLANK, Block, heading, para

_HERE: dict[PromptKind, str] = {
    "read": "Press Enter to read on.",
    "spot": "Pick the person you think it is: by number or by name.",
    "choose": "Pick what you would do. You'll see why afterwards, and can try another.",
    "pick": "Pick the service you would tell them about. You can try another afterwards.",
    "reply": "Write what you'd really write, in your own words, and press Enter. End a line with \\ to go on below it.",
    "reflect": "Think about it, or write something, just for you. Enter goes on.",
    "after": "Have another go if you like, or carry on and see what they say.",
}


def prompt_help(asked: Prompt) -> tuple[Block, ...]:
    """Help for one prompt, and the words that work at every one."""
    words = (para(f"{word}: {says}", indent=2, hang=2) for word, says in WORDS)
    return (BLANK, para(_HERE[asked.kind]), BLANK, heading("At any prompt you can type, or find under more…"), *words, BLANK)
