"""`scenario new`: start a scenario file, from a template or from another scenario, with a few plain questions on a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import typer

from peercoach.errors import PeercoachError


@dataclass(frozen=True, slots=True)
class Wish:
    """What is wanted. Empty: as the template has it; `content` is None for that, and empty for nothing hard to read."""

    file: Path | None = None
    template: str = "missed"
    title: str = ""
    name: str = ""
    content: tuple[str, ...] | None = None
    source: str = ""
    """The id or file of a scenario to start from, in place of a template."""
    editor: bool = False


def new_command(  # noqa: PLR0913  # one option a question
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="The file to start; else one named after the title.")
    ] = None,
    *,
    template: Annotated[str, typer.Option(metavar="NAME", help="newcomer, missed, low-mood, signpost or moderator.")] = "",
    source: Annotated[str, typer.Option("--from", metavar="ID|FILE", help="Start from a copy of this scenario.")] = "",
    title: Annotated[str, typer.Option(help="What it is called.")] = "",
    name: Annotated[str, typer.Option(help="What the person it is about is called in chat.")] = "",
    content: Annotated[str | None, typer.Option(help="What may be hard to read, with commas; empty for nothing.")] = None,
    editor: Annotated[bool, typer.Option("--editor", help="Put help for editors such as VS Code beside it.")] = False,
    plain: Annotated[
        bool, typer.Option("--plain", envvar="PEERCOACH_PLAIN", help="Plain lines: no colour, nothing drawn.")
    ] = False,
) -> None:
    """Start a scenario file that works, with notes to you. On a terminal it asks a few questions first."""
    from peercoach.cli.printing import print_lines, width

    if source and (template or name):
        raise PeercoachError("--from copies a scenario as it is.", "--template and --name are for starting afresh.", status=2)
    notes = None if content is None else tuple(word.strip() for word in content.split(",") if word.strip())
    wish: Wish | None = Wish(file, template or "missed", title, name, notes, source, editor)
    if not any((template, source, title, name, content is not None, editor)) and _somebody_is_there():
        from peercoach.cli.scenario_asking import asked

        wish = asked(Wish(file), plain=plain)
    if wish is None:
        print_lines(["Nothing was written."])
        return
    print_lines(_next(start(wish), width(), editor=wish.editor))


def _somebody_is_there() -> bool:
    import sys

    return sys.stdin.isatty() and sys.stdout.isatty()


def start(wish: Wish) -> Path:
    """Write the file; where it is. Raises PeercoachError when there is one already, or something wished for can't be."""
    from peercoach.cli.scenario_writing import ENDINGS, place_schema, write_new
    from peercoach.scenario.reader import read
    from peercoach.scenario.schema import with_modeline
    from peercoach.scenario.template import slug, title_of

    text = _copied(wish) if wish.source else _filled(wish)
    if read(text, "new").scenario is None:
        raise PeercoachError("That can't be written into a scenario.", "Leave out signs that can't be seen.", status=2)
    path = wish.file or Path(slug(title_of(text)))
    path = path if path.suffix in ENDINGS else path.with_name(f"{path.name}.yaml")
    write_new(path, with_modeline(text) if wish.editor else text)
    if wish.editor:
        place_schema(path.parent)
    return path


def _filled(wish: Wish) -> str:
    """The template's text as wished."""
    from peercoach.scenario.template import renamed

    text = template_text(wish.template)
    if wish.name:
        check_name(wish.name, text)
        text = renamed(text, wish.name)
    return _with_wishes(text, wish)


def template_text(template: str) -> str:
    """A template by its id. Raises PeercoachError when there is none."""
    from peercoach.keep.places import package_text
    from peercoach.scenario.faults import did_you_mean, listed
    from peercoach.scenario.template import TEMPLATES

    found = next((each for each in TEMPLATES if each.id == template), None)
    if found is None:
        ids = [each.id for each in TEMPLATES]
        near = did_you_mean(template, ids)
        raise PeercoachError(f'There is no template "{template}"{near or "."}', f"There is {listed(ids, 'and')}.", status=2)
    return package_text(found.file)


def check_name(name: str, text: str) -> None:
    """Refuse a name that can't stand in the template's chat, or that somebody in it has. Raises PeercoachError."""
    from peercoach.scenario.reader import read
    from peercoach.scenario.template import STAND_IN, is_name

    scenario = read(text, "template").scenario
    others = {person.name for person in scenario.people} - {STAND_IN} if scenario else set()
    if not is_name(name) or name.lower() in others:
        taken = "somebody else there has it" if name.lower() in others else "it has to be one word"
        raise PeercoachError(f'"{name}" can\'t be the name: {taken}.', "Choose another, as in --name ash.", status=2)


def _copied(wish: Wish) -> str:
    """Another scenario's text, comments and all, with a title of its own."""
    from peercoach.cli.scenario_files import files_named, playable
    from peercoach.keep.library import read_text
    from peercoach.scenario.template import title_of

    if Path(wish.source).is_dir():
        raise PeercoachError(f"{wish.source} is a folder.", "Name one scenario to start from.", status=2)
    (path,) = files_named([wish.source])
    if playable(path)[0] is None:
        raise PeercoachError(f"{path} can't be read yet.", f"`peercoach scenario check {path}` says what to mend.")
    text = read_text(path)
    return _with_wishes(text, replace(wish, title=wish.title or f"{title_of(text)} (copy)"))


def _with_wishes(text: str, wish: Wish) -> str:
    from peercoach.scenario.template import retitled, with_content

    text = retitled(text, wish.title) if wish.title.strip() else text
    return text if wish.content is None else with_content(text, wish.content)


def _next(path: Path, width: int, *, editor: bool) -> Iterator[str]:
    """What to do with it now, in lines of `width` columns where words allow it."""
    import shlex

    from peercoach.cli.scenario_text import wrapped

    yield from wrapped(f"{path} is written, and works as it stands.", width)
    yield from wrapped("Open it in any text editor. Lines that start with # are notes to you; learners never see them.", width)
    if editor:
        yield from wrapped("An editor such as VS Code, with its YAML extension, now helps as you type. It works offline.", width)
    yield "What to do next:"
    for command, what in _COMMANDS:
        yield f"  peercoach {command} {shlex.quote(str(path))}"
        yield from wrapped(what, width, 4)


_COMMANDS = (
    ("scenario check", "says what to mend, each thing with its line"),
    ("scenario test", "scores your example replies"),
    ("scenario try", "scores any reply you type"),
    ("practise", "plays it"),
)
