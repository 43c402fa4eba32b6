"""What the reader wants of a file before there is a scenario to look at: one row a rule, in the order a file is gone through.

The reader notes its faults where it meets them; here stands, once, what each of their names is for.
"""

from __future__ import annotations

READING: tuple[tuple[str, str], ...] = (
    ("file", "The file can be opened, and is plain text (UTF-8)."),
    ("empty", "The file, and each key in it, has something in it."),
    ("too-big", "A file is not larger than 200 KB."),
    ("too-deep", "Nothing is nested deeper than a scenario needs."),
    ("too-many", "A list has 500 items at most."),
    ("character", "There are no hidden characters."),
    ("yaml", "YAML can read the file to its end."),
    ("yaml-start", "Text that starts with a sign YAML keeps for itself (@ * [ { and others) stands under |."),
    ("yaml-colon", "Text with a colon and a space in it stands under |."),
    ("yaml-hash", "Text with a # in it stands under |; a note to authors has two spaces before its #."),
    ("yaml-comma", "Inside { } text with a comma stands in quotes."),
    ("yaml-bar", "What people say stands under |, so that each line is kept."),
    ("yaml-space", "A key is followed by a colon and a space."),
    ("yaml-tab", "Lines start with spaces, not with tabs."),
    ("yaml-indent", "Lines that belong together start in the same column."),
    ("yaml-alias", "There are no references (& and *) and no merges (<<)."),
    ("yaml-tag", "There are no tags (words with ! in front)."),
    ("unknown-key", "Every key is one the format knows."),
    ("missing-key", "Every key that is needed is there."),
    ("double-key", "A key is there once."),
    ("kind", "A value is of the kind its key takes: text, a list, a name, or keys of its own."),
    ("two-kinds", "A step, a rubric line, an example and an entry of then is one thing."),
    ("number", "A number is a whole one, and within its bounds."),
    ("choice", "A word is one of those to choose from."),
    ("slug", "An id is a short name: small letters, digits and hyphens."),
    ("clock", "A time of day is hours and minutes, as in 02:00."),
    ("name", "A name can stand in chat, and is not kept for something else (you, end)."),
    ("double-name", "No two steps, and no two lines of a rubric, have the same name."),
    ("unknown-person", "Everybody who speaks, is spotted or is written to is in people."),
    ("unknown-skill", "A skill is one of the skills, or a point of its step."),
    ("unknown-pitfall", "A pitfall is one of the pitfalls."),
    ("unknown-band", "A band is one of the bands."),
    ("unknown-step", "A goto leads to the id of a step, or to end."),
    ("chat", "Each line of a chat says who is talking."),
    ("pattern", "A point pattern can be read."),
    ("contradiction", "An example doesn't show and miss the same thing."),
    ("else-last", "Nothing comes after else."),
)  # fmt: skip
"""Each rule's name and what it wants. All are errors, but for a `yaml-hash` that may be a note."""
