"""`scenario new` and `scenario schema --write`: what a trainer types, and what is in the folder afterwards."""

from __future__ import annotations

import json
import sys
from io import StringIO
from pathlib import Path

import pexpect
import pytest

from peercoach.cli.main import main
from peercoach.cli.scenario_asking import Questions
from peercoach.cli.scenario_new import Wish
from peercoach.keep.library import Library
from peercoach.keep.places import library_folder
from peercoach.scenario.reader import read
from peercoach.scenario.schema import MODELINE, schema
from peercoach.scenario.template import TEMPLATES
from peercoach.terminal.ask import PlainAsker
from peercoach.terminal.screen import PlainScreen
from tests.cli.running import ROOT, environment
from tests.scenario.texts import WHOLE, broken, template

SCHEMA = "peercoach.schema.json"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [each.id for each in TEMPLATES])
def test_each_template_is_written_as_it_is_and_passes_strictly(here: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scenario", "new", "first", "--template", name]) == 0
    assert names(here) == ["first.yaml"]
    assert text_of(here / "first.yaml") == template(name)
    out = capsys.readouterr().out
    for command in ("scenario check", "scenario test", "scenario try", "practise"):
        assert f"  peercoach {command} first.yaml\n" in out
    assert main(["scenario", "check", "--strict", "first.yaml"]) == 0


def test_its_help_names_every_template(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scenario", "new", "--help"]) == 0
    out = capsys.readouterr().out
    assert [each.id for each in TEMPLATES if each.id not in out] == []


def test_without_a_file_it_is_named_after_its_title(here: Path) -> None:
    assert main(["scenario", "new"]) == 0
    assert main(["scenario", "new", "--title", "Who's Gary?", "--template", "newcomer", "--name", "Wren"]) == 0
    assert names(here) == ["nobody-answered-sam.yaml", "whos-gary.yaml"]
    made = read(text_of(here / "whos-gary.yaml"), "whos-gary").scenario
    assert made is not None
    assert (made.title, made.people[0].name) == ("Who's Gary?", "wren")


@pytest.mark.parametrize(("typed", "content"), [("exams, low mood", ("exams", "low mood")), ("", ())])
def test_the_content_note_can_be_said(here: Path, typed: str, content: tuple[str, ...]) -> None:
    assert main(["scenario", "new", "x", "--content", typed]) == 0
    made = read(text_of(here / "x.yaml"), "x").scenario
    assert made is not None
    assert made.content == content


@pytest.mark.parametrize("given", ["first", "first.yaml"])
def test_a_file_that_is_there_is_never_written_over(here: Path, given: str, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "first.yaml").write_text("mine")
    assert main(["scenario", "new", given, "--editor"]) == 1
    assert "first.yaml is there already." in capsys.readouterr().err
    assert names(here) == ["first.yaml"]
    assert text_of(here / "first.yaml") == "mine"


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["--template", "misst"], 'did you mean "missed"?'),
        (["--name", "two words"], "it has to be one word"),
        (["--name", "kit"], "somebody else there has it"),
        (["--from", "nobody-answered-ash", "--template", "missed"], "--from copies a scenario as it is."),
        (["--from", "nobody-answred-ash"], "Did you mean"),
        (["--from", "."], "Name one scenario"),
        (["--title", "a\x07b"], "Leave out signs that can't be seen."),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_written(
    here: Path, args: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["scenario", "new", "x", *args]) == 2
    assert says in capsys.readouterr().err
    assert names(here) == []


def test_a_folder_that_is_not_there_is_said(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scenario", "new", "gone/x.yaml"]) == 1
    assert "gone/x.yaml can't be written: no such file or directory." in capsys.readouterr().err
    assert names(here) == []


@pytest.mark.parametrize("path", Library((library_folder(),)).files.values(), ids=lambda path: path.stem)
def test_a_copy_has_another_title_and_all_the_rest(here: Path, path: Path) -> None:
    assert main(["scenario", "new", "--from", path.stem]) == 0
    (made,) = names(here)
    old, new = text_of(path).split("\n"), text_of(here / made).split("\n")
    changed = [(one, other) for one, other in zip(old, new, strict=True) if one != other]
    assert [(one.split(":")[0], other.rstrip("'\"").endswith(" (copy)")) for one, other in changed] == [("title", True)]
    assert made.endswith("-copy.yaml")


def test_a_file_that_cannot_be_read_yet_is_not_copied(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "torn.yaml").write_text(broken("level: 1", "level: 9"))
    assert main(["scenario", "new", "x", "--from", "torn.yaml"]) == 1
    assert "torn.yaml can't be read yet." in capsys.readouterr().err
    assert names(here) == ["torn.yaml"]


# Help for editors


def test_for_an_editor_the_schema_lies_beside_and_the_file_leads_there(here: Path) -> None:
    assert main(["scenario", "new", "first", "--editor"]) == 0
    assert names(here) == ["first.yaml", SCHEMA]
    assert text_of(here / "first.yaml").split("\n")[0] == MODELINE == f"# yaml-language-server: $schema={SCHEMA}"
    assert json.loads(text_of(here / SCHEMA)) == schema("draft-07")
    assert main(["scenario", "check", "--strict", "."]) == 0


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_file_named_is_led_to_the_schema_once(here: Path, end: str, mark: str) -> None:
    path = here / "ash.yaml"
    path.write_bytes((mark + WHOLE.replace("\n", end)).encode())
    for _ in range(2):
        assert main(["scenario", "schema", "--write", "ash.yaml"]) == 0
        assert path.read_bytes().decode() == f"{mark}{MODELINE}{end}{WHOLE.replace(chr(10), end)}"
    assert names(here) == ["ash.yaml", SCHEMA]
    assert main(["scenario", "check", "--strict", "ash.yaml"]) == 0


def test_a_folder_gets_the_schema_and_its_files_are_left_alone(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "ash.yaml").write_text(WHOLE)
    assert main(["scenario", "schema", "--write"]) == 0
    assert MODELINE in capsys.readouterr().out
    assert text_of(here / "ash.yaml") == WHOLE
    assert json.loads(text_of(here / SCHEMA)) == schema("draft-07")


def test_a_schema_of_ours_is_renewed_and_any_other_file_is_left(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / SCHEMA).write_text(json.dumps({"title": "A peercoach scenario", "old": True}))
    assert main(["scenario", "schema", "--write", "."]) == 0
    assert json.loads(text_of(here / SCHEMA)) == schema("draft-07")
    (here / SCHEMA).write_text("mine")
    assert main(["scenario", "schema", "--write", "."]) == 1
    assert "isn't a schema of peercoach's" in capsys.readouterr().err
    assert text_of(here / SCHEMA) == "mine"


def test_the_schema_goes_only_where_scenarios_are(here: Path) -> None:
    (here / "notes.txt").write_text("mine")
    assert main(["scenario", "schema", "--write", "notes.txt"]) == 2
    assert main(["scenario", "schema", "--write", "gone.yaml"]) == 2
    assert main(["scenario", "schema", "."]) == 2
    assert names(here) == ["notes.txt"]


# The questions


def asked(*typed: str, file: Path | None = None) -> tuple[Wish | None, str]:
    """What comes of the questions with these lines typed, and all that was shown."""
    out = StringIO()
    screen = PlainScreen(out)
    questions = Questions(screen, PlainAsker(screen, StringIO("".join(f"{line}\n" for line in typed)), out))
    return questions.wish(Wish(file)), out.getvalue()


def test_the_questions_make_a_wish() -> None:
    wish, shown = asked("3", "Mo", "A flat week", "2,3", "2", "")
    content = ("anxiety", "low mood")
    assert wish == Wish(Path("a-flat-week.yaml"), "low-mood", "A flat week", "Mo", content, editor=True)
    for question in ("What is it about?", "Their name in chat.", "What is it called?", "hard for somebody to read?", "an editor"):
        assert question in shown


def test_every_question_can_be_passed_over() -> None:
    wish, shown = asked("skip", "skip", "skip", "skip", "skip", "skip")
    assert wish == Wish(Path("nobody-answered-sam.yaml"), "missed", "", "", None)
    assert "Enter alone takes: Nobody answered Sam" in shown


def test_a_file_that_was_named_is_not_asked_for() -> None:
    wish, shown = asked("2", "", "", "20", "1", file=Path("mine.yaml"))
    assert wish == Wish(Path("mine.yaml"), "missed", "", "", ())
    assert "What is the file called?" not in shown


@pytest.mark.parametrize("before", [(), ("1",), ("1", "mo", "title"), ("1", "mo", "title", "1", "1")])
def test_they_can_leave_at_any_question_and_nothing_is_written(before: tuple[str, ...]) -> None:
    assert asked(*before, "stop")[0] is None
    assert asked(*before)[0] is None


def test_help_and_help_now_answer_and_the_question_comes_again() -> None:
    wish, shown = asked("help-now", "?", "2", "kit", "Mo", "skip", "skip", "skip", "skip")
    assert wish is not None
    assert wish.name == "Mo"
    assert "116 123" in shown
    assert "Each is a small scenario that works." in shown
    assert "somebody else there has it. Another one?" in shown


def test_on_a_terminal_it_asks_and_writes(here: Path, own_home: Path) -> None:
    env = environment(own_home, PYTHONPATH=str(ROOT), PEERCOACH_PLAIN="1")
    child = pexpect.spawn(
        sys.executable, ["-m", "peercoach", "scenario", "new"], env=env, encoding="utf-8", timeout=20, cwd=str(here)
    )
    for question, answer in (("What is it about", "1"), ("Their name", "wren"), ("called", "Hello Wren"), ("hard for", "20")):
        child.expect(question)
        child.expect("> ")
        child.sendline(answer)
    child.expect("VS Code")
    child.sendline("1")
    child.expect("file called")
    child.sendline("")
    child.expect(pexpect.EOF)
    assert names(here) == ["hello-wren.yaml"]
    assert main(["scenario", "check", "--strict", "hello-wren.yaml"]) == 0
