"""The table of commands. Only names and short helps: nothing is imported to show them."""

from __future__ import annotations

from typing import NamedTuple


class Command(NamedTuple):
    """One command: where it lives, and the short help that `--help` shows without importing it."""

    module: str
    attribute: str
    help: str
    hidden: bool = False


COMMANDS: dict[str, Command] = {
    "practise": Command("practise", "practise_command", "Practise a scenario; without its name, choose one."),
    "practice": Command("practise", "practise_command", "The same as practise.", hidden=True),
    "next": Command("home", "next_command", "What to practise next, and why."),
    "guide": Command("guide", "guide_command", "Tips on supporting other people, skill by skill."),
    "skills": Command("guide", "skills_command", "What a reply is coached on, with examples."),
    "progress": Command("progress", "progress_command", "How your practice is going."),
    "help-now": Command("help_now", "help_now_command", "Help for you, now. Works offline, keeps nothing."),
    "services": Command("services", "services_command", "Services that can help, and how to reach them."),
    "doctor": Command("doctor", "doctor_command", "Whether all is well here, and what to do where it isn't."),
    "score": Command("score", "score_command", "Score replies from JSON Lines."),
    "scenario": Command("scenario", "app", "Write, check and try scenarios."),
    "data": Command("data", "app", "Where your data is; export, import or forget it."),
}
"""In the order they are shown."""
