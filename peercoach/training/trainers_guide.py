"""`python -m peercoach.training.trainers_guide` rewrites the parts of `scenarios/README.md` that come from code.

Each stands between `<!-- from code: NAME -->` and `<!-- end of NAME -->`: the keys of the format, the skills and pitfalls, what
a service can be needed for, the rules of `scenario check`, and the worked examples of point patterns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from peercoach.coaching import pitfalls, skills
from peercoach.coaching.data import packaged
from peercoach.coaching.detector import Detector
from peercoach.coaching.moment import BANDS
from peercoach.scenario import format as form
from peercoach.scenario.keys import BAND_PAIRS, RUBRIC_LINES, STEPS, TESTS, KeyForm, keys_of
from peercoach.scenario.known import known
from peercoach.scenario.lint import rules_as_markdown
from peercoach.scenario.pack import Pack
from peercoach.scenario.pattern_examples import WORKED

GUIDE = Path(__file__).parents[2] / "scenarios" / "README.md"
_MARKED = re.compile(r"(<!-- from code: ([a-z]+) -->\n).*?(<!-- end of \2 -->)", re.DOTALL)
_EVERY_STEP = tuple(keys_of(form.NoteStep))[1:]
_TAKES = {
    "text": "text",
    "texts": "a text, or a list",
    "patterns": "a pattern, or a list",
    "flag": "`true` or `false`",
    "name": "one {of}",
    "names": "one {of}, or a list",
    "slug": "a short name",
    "clock": "a time",
    "chat": "lines of chat",
    "people": "a name a line",
    "steps": "a list, a step each",
    "options": "a list, an option each",
    "rubric": "a list, a line each",
    "examples": "a list, a reply each",
    "then": "a list, an answer each",
    "pack-name": "a short name",
    "version": "three numbers",
    "tracks": "a name a line",
    "file": "a file's name",
}
_SAID_BEST = (*STEPS.values(), *RUBRIC_LINES.values())
"""The parts whose docstring speaks to a trainer."""
_OF = {"person": "person", "skill": "skill", "pitfall": "pitfall", "shown": "skill or point", "step": "step", "need": "need"}


def rebuilt(guide: str) -> str:
    """The guide's text with every part from code as it has to be now. Raises KeyError for a part that there is none of."""
    made = parts()
    return _MARKED.sub(lambda part: f"{part[1]}{made[part[2]]}{part[3]}", guide)


def parts() -> dict[str, str]:
    """The parts by name, as Markdown, each ending in a line break."""
    return {
        "format": "\n".join(_format()) + "\n",
        "skills": "".join(_detectors("skill", skills.DETECTORS)),
        "pitfalls": "".join(_detectors("pitfall", pitfalls.DETECTORS)),
        "needs": _words(known(packaged("services.yaml")).needs),
        "content": _words(form.CONTENT),
        "rules": rules_as_markdown(),
        "patterns": "".join(_patterns()),
    }


def _words(words: tuple[str, ...]) -> str:
    return f"{', '.join(f'`{word}`' for word in words)}.\n"


def _detectors(kind: str, detectors: tuple[Detector, ...]) -> Iterator[str]:
    yield f"| {kind} | what it is |\n|---|---|\n"
    yield from (f"| `{each.id}` | {each.summary} |\n" for each in detectors)


def _patterns() -> Iterator[str]:
    """One block, an example a paragraph, so that each can be copied as it stands."""
    shown = (
        f"# {each.why}\n{each.yaml()}\n# finds: {' / '.join(each.finds)}\n# leaves: {' / '.join(each.leaves)}\n"
        for each in WORKED
    )
    yield "```yaml\n" + "\n".join(shown) + "```\n"


def _format() -> Iterator[str]:
    """A table a part of the file, in the order a file has them."""
    yield from _table("At the top of the file", form.Scenario)
    yield from _table("A person, after their name in `people`", form.Person)
    yield from ("Every step may also have:", "", *_rows(keys_of(form.NoteStep)[name] for name in _EVERY_STEP), "")
    for kind, step in STEPS.items():
        yield from _table(f"Step `{kind}`", step, besides=_EVERY_STEP)
    yield from _table("An option of `choose`", form.Option)
    for kind, line in RUBRIC_LINES.items():
        yield from _table(f"A rubric line: `{kind}`", line)
    bands, tests = (", ".join(f"`{word}`" for word in words) for words in (BANDS, TESTS))
    yield from _table(f"An example, after its band ({bands}, or two as in `{BAND_PAIRS[0]}`)", form.ExampleKeys)
    yield from _table(
        f"An entry of `then`, after `else:` or an `if:` with a band, one of {tests}, or a list of these", form.ThenKeys
    )
    yield from _table("`pack.yaml`", Pack)


def _table(heading: str, part: type, besides: tuple[str, ...] = ()) -> Iterator[str]:
    about = (part.__doc__ or "").split("\n")[0] if part in _SAID_BEST else ""
    yield from (f"**{heading}.** {about}".rstrip(), "")
    yield from (*_rows(key for name, key in keys_of(part).items() if name not in besides), "")


def _rows(keys: Iterator[KeyForm]) -> Iterator[str]:
    yield from ("| key | needed | takes | what it is |", "|---|---|---|---|")
    for key in keys:
        yield f"| `{key.name}` | {'yes' if key.required else ''} | {_takes(key)} | {key.help.replace('|', chr(92) + '|')} |"


def _takes(key: KeyForm) -> str:
    if key.kind == "number":
        return f"{key.low}" if key.low == key.high else f"{key.low} to {key.high}"
    if key.kind == "choice":
        return ", ".join(f"`{word}`" for word in key.words)
    return _TAKES[key.kind].format(of=_OF.get(key.of, ""))


if __name__ == "__main__":
    GUIDE.write_text(rebuilt(GUIDE.read_text(encoding="utf-8")), encoding="utf-8")
