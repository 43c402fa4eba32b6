"""`peercoach scenario try`: replies typed at one step, told live; kept in the file only when somebody says so."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pexpect
import pytest

from peercoach.cli.main import main
from peercoach.cli.scenario_files import known_services
from peercoach.coaching.explain import explain
from peercoach.coaching.moment import Moment, PointLine, Rubric, SkillLine
from peercoach.keep.library import Library, library_folder
from peercoach.keep.scenario_file import Draft
from peercoach.scenario.examples import can_be_written
from peercoach.scenario.format import Example, ReplyStep, Scenario, SignpostStep
from peercoach.scenario.keeping import tidy, with_example
from peercoach.scenario.lint import lint
from peercoach.scenario.reader import read
from peercoach.scenario.trying import try_reply
from peercoach.terminal.ask import PlainAsker
from peercoach.terminal.screen import PlainScreen
from peercoach.terminal.try_talk import Bench, try_replies
from tests.cli.running import PEERCOACH, environment, run
from tests.scenario.texts import EVERY_STEP, WHOLE, broken, scenario
from tests.terminal.rooms import ROUTES

KIND = "ash i went back up and saw yours. that first day sounds so lonely"
AWFUL = "i want to kill myself tonight"
REPLY = 2
"""The place of the reply step in WHOLE."""
NASTY = (
    "a",
    "- strong: |\n    x",
    "# not a note\nkey: value\nif: then",
    "@ash \"q' *x* [hug] {a, b} & ! | > % ` ?, : #",
    "---\n...\n%YAML\n\n\n  set in",
    "\t tab\u2028line\x1b[2J\u202e",
    "💔" * 30 + "x" * 3000,
)
LAYOUTS = {
    "as usual": WHOLE,
    "lines that end as on Windows": WHOLE.replace("\n", "\r\n"),
    "a mark at the start": "\ufeff" + WHOLE,
    "no end to the last line": WHOLE[: WHOLE.index("    then:")].rstrip("\n"),
    "neither, as on Windows": WHOLE[: WHOLE.index("    then:")].rstrip("\n").replace("\n", "\r\n"),
    "notes on the last example": broken("misses: [induction]\n", "misses: [induction] # x\n        # of the last\n", WHOLE),
    "notes on what follows": broken("    then:\n", "\n\n    # of then\n    then:\n", WHOLE),
    "names on lines of their own": broken("[minimising]\n", "\n          - minimising\n          - judging\n", WHOLE),
    "text on the line of its band": broken(
        "harmful: |\n          its only college\n        misses: [induction]\n        falls-into: [minimising]",
        "harmful: its only\n          college # so",
        WHOLE,
    ),
    "a blank line above each": broken(
        "      - needs-work", "\n      - needs-work", broken("      - harmful", "\n      - harmful")
    ),
    "a step to point to help": broken(
        "    by: text\n",
        "    by: text\n    how: reply\n    rubric: [{skill: hear}]\n    examples:\n    -  strong: hi sol\n       shows: hear\n",
        EVERY_STEP,
    ),
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "ash.yaml"
    path.write_text(WHOLE, encoding="utf-8")
    return path


def no_lint(_: Scenario, __: str) -> tuple[()]:
    return ()


def typed(path: Path, *lines: str, pattern: str = "", draft: Draft | None = None) -> str:
    """What is shown when these lines are typed at the first step with a reply."""
    out = StringIO()
    screen = PlainScreen(out)
    ask = PlainAsker(screen, StringIO("".join(f"{line}\n" for line in lines)), out)
    work = draft or Draft(path, no_lint)
    place = next(place for place, step in enumerate(work.scenario.steps) if can_be_written(step))
    try_replies(Bench(screen, ask, lambda: ROUTES, work), place, pattern)
    return out.getvalue()


def added(before: str, after: str) -> list[str]:
    """The lines that `after` has more, which stand together; nothing else may differ, but for an end to the last line."""
    old, new = (text.rstrip("\r\n").replace("\r\n", "\n").split("\n") for text in (before, after))
    assert ("\r\n" in before) == ("\r\n" in after)
    count = len(new) - len(old)
    at = next(at for at in range(len(new)) if [*new[:at], *new[at + count :]] == old)
    return new[at : at + count]


def band() -> str:
    """What the scorer tells of KIND."""
    return try_reply(scenario(), REPLY, KIND).explanation.result.band


# ---- what is told


def test_the_step_is_shown_in_short_then_a_reply_in_full(file: Path) -> None:
    shown = typed(file, KIND)
    for words in (
        "Nobody answered Ash: back-to-ash",
        "ash: had a horrible day.",
        "Go back to Ash.",
        "Looks for notice (counts 2 times)",
    ):
        assert words in shown
    told = try_reply(scenario(), REPLY, KIND).explanation.lines()
    assert "\n".join(told) in "\n".join(f"  {line}" if line == told[0].strip() else line for line in shown.split("\n"))
    assert "  hear: met  “" in shown
    assert "    what weighed: " in shown


def test_a_point_says_which_of_its_patterns_matched_or_what_it_wants(file: Path) -> None:
    shown = typed(file, "that first day sounds rough", "that sounds rough")
    assert "  induction: met  “first day”\n    why: matches “first day”\n" in shown
    assert "  induction: missed\n    why: none of its 2 patterns matches\n    to lift it: picks up the induction day\n" in shown


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (PointLine("p", all=("sad*", "night")), "“night” has to be there as well"),
        (PointLine("p", any=("sad*",), none=("lol",)), "“lol” must not be there"),
        (PointLine("p", none=("help*",)), "nothing is there that must not be"),
        (PointLine("p", any=("happy",)), "“happy” doesn't match"),
    ],
    ids=["all", "none", "only none", "any"],
)
def test_a_point_explains_all_any_and_none(line: PointLine, why: str) -> None:
    told = explain("so sad lol", Moment(), Rubric((SkillLine("hear"), line)))
    assert next(one.why for one in told.skills if one.id == "p") == why


def test_a_pitfall_says_why_it_counts_or_why_it_was_let_off(file: Path) -> None:
    shown = typed(file, "you should just join a club ash", "i wont tell you to cheer up ash, that sounds lonely")
    assert "  fixing: counts  “you should just join a club ash”" in shown
    assert "  minimising: let off  “cheer up”\n    why: negated" in shown
    told = explain("you should just join a club ash", Moment(), Rubric((SkillLine("hear"),), allow=("fixing",)))
    assert [(one.level, one.why) for one in told.pitfalls if one.id == "fixing"] == [("let off", "allowed at this step")]


def test_an_example_that_is_typed_is_told_as_a_reply_of_somebodys_own(file: Path) -> None:
    shown = typed(file, "ash i saw yours. induction with not a soul you know sounds shattering")
    assert "an example of the scenario, copied" not in shown
    assert "a learner would be told it is copied" in shown


def test_question_mark_hint_and_step_help_and_lead_on(file: Path) -> None:
    shown = typed(file, "?", "hint", "hint", "step back-to-ash", "step", "1", "step nowhere i know")
    assert "keep: keep the last reply in the file, as an example" in shown
    assert "induction: induct*; first day" in shown
    assert "Hint 1 of 2: What did Ash say?" in shown
    assert "Hint 2 of 2: " in shown
    assert shown.count("Nobody answered Ash: back-to-ash") == 3
    assert "of 100" in shown


# ---- care


def test_what_may_be_about_whoever_typed_it_is_not_scored_and_not_kept(file: Path) -> None:
    shown = typed(file, AWFUL, "about-me", "on", "keep", "stop")
    assert "Hold on a sec." in shown
    assert "999" in shown
    assert "of 100" not in shown
    assert "Type a reply first" in shown
    assert AWFUL not in shown
    assert file.read_text(encoding="utf-8") == WHOLE


def test_it_was_a_practice_reply_goes_on_and_a_break_ends_it(file: Path) -> None:
    assert "of 100" in typed(file, AWFUL, "practice")
    assert "of 100" not in typed(file, AWFUL, "about-me", "break", KIND)


def test_care_comes_before_a_pattern_too(file: Path) -> None:
    shown = typed(file, AWFUL, "not-say", pattern="tonight")
    assert "Hold on a sec." in shown
    assert "«tonight»" not in shown


# ---- keep


def test_keep_writes_what_was_told_at_the_end_of_the_steps_examples(file: Path) -> None:
    shown = typed(file, KIND, "keep", "1")
    after = file.read_text(encoding="utf-8")
    lines = added(WHOLE, after)
    assert lines[0] == f"      - {band()}: |"
    assert lines[1] == f"          {KIND}"
    assert lines[2].startswith("        shows: [notice, hear, induction")
    assert f"Kept: example 4 of back-to-ash, {file}:{after.split(lines[1])[0].count(chr(10))}" in shown
    again = read(after, "ash")
    assert again.faults == ()
    assert sorted(path.name for path in file.parent.iterdir()) == ["ash.yaml"]


def test_nothing_is_written_until_somebody_agrees(file: Path) -> None:
    for lines in ((KIND,), (KIND, "keep"), (KIND, "keep", "5"), (KIND, "keep", "stop"), ("keep",)):
        typed(file, *lines)
        assert file.read_text(encoding="utf-8") == WHOLE


def test_what_somebody_says_of_it_is_what_is_written(file: Path) -> None:
    lines = (KIND, "keep", "2", "needs-work", "3", "hear", "notice", "4", "fixing, judging", "1")
    shown = typed(file, *lines)
    assert added(WHOLE, file.read_text(encoding="utf-8")) == [
        "      - needs-work: |",
        f"          {KIND}",
        "        shows: [hear]",
        "        misses: [notice]",
        "        falls-into: [fixing, judging]",
    ]
    assert "It leaves induction open." in shown
    assert f"The scorer sees it differently: {band()}, not needs-work." in shown
    assert "The scorer sees it differently: doesn't fall into judging." in shown


def test_an_example_is_not_kept_twice(file: Path) -> None:
    assert "That is an example of this step already." in typed(file, KIND, "keep", "1", "keep")
    assert len(added(WHOLE, file.read_text(encoding="utf-8"))) == 3


@pytest.mark.parametrize("layout", LAYOUTS)
def test_an_example_goes_into_any_layout_and_nothing_else_changes(layout: str) -> None:
    text = LAYOUTS[layout]
    whole = scenario(text)
    step = [step for step in whole.steps if can_be_written(step)][-1]
    for reply in NASTY:
        example = Example(("developing",), tidy(reply), ("hear",), (), ("fixing",))
        kept = with_example(text, step.id, example)
        assert kept is not None, reply
        assert added(text, kept.text)[0].strip() in ("- developing: |", "-  developing: |", "")
        after = read(kept.text, "whole")
        assert after.faults == read(text, "whole").faults
        assert after.scenario
        found = next(each for each in after.scenario.steps if each.id == step.id)
        assert isinstance(found, ReplyStep | SignpostStep)
        assert (found.examples[-1].text, found.examples[-1].line) == (example.text, kept.line)


def test_notes_stay_with_what_they_are_about() -> None:
    kept = with_example(LAYOUTS["notes on the last example"], "back-to-ash", Example(("strong",), "hi"))
    assert kept
    assert "        # of the last\n        falls-into: [minimising]\n      - strong: |\n          hi\n    then:" in kept.text
    kept = with_example(LAYOUTS["notes on what follows"], "back-to-ash", Example(("strong",), "hi"))
    assert kept
    assert "        falls-into: [minimising]\n      - strong: |\n          hi\n\n\n    # of then\n    then:" in kept.text


def test_every_step_of_every_scenario_that_comes_with_peercoach_takes_one_more() -> None:
    for entry in Library((library_folder(),)).entries():
        text = entry.path.read_text(encoding="utf-8")
        for step in filter(can_be_written, entry.scenario.steps):
            kept = with_example(text, step.id, Example(("developing",), NASTY[3]))
            assert kept, f"{entry.scenario.id}/{step.id}"
            assert len(added(text, kept.text)) == 2


def test_examples_in_brackets_are_left_to_the_trainer(file: Path) -> None:
    examples = WHOLE[WHOLE.index("    examples:") : WHOLE.index("    then:")]
    text = WHOLE.replace(examples, "    examples: [{strong: hi ash}, {needs-work: eh}, {harmful: no}]\n")
    file.write_text(text, encoding="utf-8")
    shown = typed(file, KIND, "keep", "1")
    assert "don't stand on lines of their own, so nothing was written." in shown
    assert f"To put it in by hand:\n\n  - {band()}: |\n      {KIND}" in shown
    assert file.read_text(encoding="utf-8") == text


def test_what_would_put_an_error_into_the_file_is_not_kept(file: Path) -> None:
    draft = Draft(file, lambda whole, text: lint(whole, text, known_services))
    shown = typed(file, "that sounds hard ash, ring 0800 123 4567", "keep", "1", draft=draft)
    assert "With this in it the file would have an error: " in shown
    assert "Nothing was written." in shown
    assert file.read_text(encoding="utf-8") == WHOLE


def test_a_file_that_is_edited_meanwhile_is_read_again(file: Path) -> None:
    draft = Draft(file, no_lint)
    edited = broken("Go back to Ash.", "Go back to them.", WHOLE)
    file.write_text(edited, encoding="utf-8")
    shown = typed(file, KIND, "keep", "1", "step back-to-ash", draft=draft)
    assert "The file has changed; this is how it is now." in shown
    assert "Go back to them." in shown
    assert len(added(edited, file.read_text(encoding="utf-8"))) == 3


def test_a_file_that_cannot_be_read_meanwhile_is_told_and_left_alone(file: Path) -> None:
    draft = Draft(file, no_lint)
    edited = broken("level: 1", "level: 9", WHOLE)
    file.write_text(edited, encoding="utf-8")
    shown = typed(file, KIND, "keep", "1", draft=draft)
    assert 'ash.yaml:5:8  "level" has to be a whole number from 1 to 3' in shown
    assert "so this goes on with how it was" in shown
    assert "of 100" in shown
    assert file.read_text(encoding="utf-8") == edited


def test_a_scenario_in_a_pack_stays_as_it_came(file: Path) -> None:
    shown = typed(file, KIND, "keep", "1", draft=Draft(file, no_lint, "Harbour"))
    assert "ash.yaml is in the pack “Harbour”, which stays as it came.\nCopy it to a folder of your own" in shown
    assert file.read_text(encoding="utf-8") == WHOLE


def test_a_link_stays_a_link_and_rights_stay_as_they_are(file: Path, tmp_path: Path) -> None:
    file.chmod(0o640)
    link = tmp_path / "link.yaml"
    link.symlink_to(file)
    typed(link, KIND, "keep", "1")
    assert link.is_symlink()
    assert file.stat().st_mode & 0o777 == 0o640
    assert added(WHOLE, file.read_text(encoding="utf-8"))


# ---- a pattern


def test_a_pattern_is_tried_on_the_examples_and_on_each_reply(file: Path) -> None:
    shown = typed(file, "that induction tho", "nice day", pattern="induct*|[first day]")
    assert "  yes  strong: ash i saw yours. «induction» with not a soul you know sounds shattering" in shown
    assert "  no   needs-work: sorry chats busy" in shown
    assert "It holds for 1 of 3 examples of back-to-ash\n  strong 1 of 1, needs-work 0 of 1, harmful 0 of 1." in shown
    assert "  yes  that «induction» tho" in shown
    assert "  no   nice day" in shown
    assert "It is read as" not in shown
    assert "It is read as [induct*|first] day" in typed(file, pattern="induct*|first day")
    assert "of 100" not in shown


def test_a_pattern_is_shaped_as_one_goes(file: Path) -> None:
    shown = typed(file, "that induction tho", "point: not(busy)", "point: induct[", "point: tho", "point:", "hi")
    assert "  no   needs-work: sorry chats «busy»" in shown
    assert "What you typed:\n  yes  that induction tho" in shown
    assert "  induct[\n        ^\n" in shown
    assert "  yes  that induction «tho»" in shown
    assert "No pattern now" in shown
    assert shown.count("of 100") == 2


def test_a_pattern_that_cannot_be_read_points_at_its_character(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scenario", "try", str(file), "--point", "sad|[first"]) == 1
    told = capsys.readouterr().err.splitlines()
    assert told[0].startswith("The pattern can't be read: ")
    assert told[1].index("[") == told[2].index("^")


def test_marked_replies_are_handed_to_whoever_knows_them(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    marked = file.with_name("marked.csv")
    marked.write_text("reply,band,shows\nthat first week,strong,induction\n", encoding="utf-8")
    assert main(["scenario", "try", str(file), "--point", "first week", "--marked", str(marked)]) == 0
    assert "Right without it: 0 of 1. Right with it: 1 of 1." in capsys.readouterr().out
    assert main(["scenario", "try", str(file), "--marked", str(marked)]) == 2
    assert "There is no pattern" in capsys.readouterr().err


# ---- the program


def test_replies_come_through_a_pipe_one_a_line(file: Path, own_home: Path) -> None:
    done = run(own_home, "scenario", "try", str(file), typed=f"{KIND}\nits fine\x1b[2J\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert f"“{KIND}”\n\n{band()}, " in done.stdout
    assert done.stdout.count("of 100") == 2
    assert "\x1b" not in done.stdout
    assert not own_home.exists()
    assert file.read_text(encoding="utf-8") == WHOLE


def test_a_step_that_is_not_there_is_wrong_usage(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scenario", "try", str(file), "--from-step", "back-to-hash"]) == 2
    assert "Did you mean back-to-ash?" in capsys.readouterr().err


@pytest.fixture(params=[40, 100])
def terminal(file: Path, own_home: Path, request: pytest.FixtureRequest) -> Iterator[pexpect.spawn]:
    env = {**environment(own_home), "PROMPT_TOOLKIT_NO_CPR": "1"}
    args = [*PEERCOACH[1:], "scenario", "try", str(file), "back-to-ash"]
    size = (50, request.param)
    child = pexpect.spawn(sys.executable, args, env=env, dimensions=size, encoding="utf-8", timeout=20)
    yield child
    child.close(force=True)


def test_keep_on_a_real_terminal(terminal: pexpect.spawn, file: Path) -> None:
    terminal.expect_exact("back-to-ash")
    terminal.expect(">")
    terminal.send(f"{KIND}\r")
    terminal.expect("of 100")
    terminal.expect_exact("back-to-ash")
    terminal.expect(">")
    terminal.send("keep\r")
    terminal.expect("more…")
    terminal.send("\r")
    terminal.expect("Kept: example 4")
    terminal.expect(">")
    terminal.send("stop\r")
    terminal.expect("Kept 1 example")
    terminal.expect(pexpect.EOF)
    terminal.close()
    assert terminal.exitstatus == 0
    assert added(WHOLE, file.read_text(encoding="utf-8"))[1] == f"          {KIND}"
