"""`peercoach data settings`: every setting with what it means, asked once, and a group's own services."""

from __future__ import annotations

import stat
from pathlib import Path

import pexpect
import pytest

from peercoach.cli.main import main
from peercoach.keep.places import services_file
from tests.cli.running import run, with_scenario
from tests.cli.test_practise import child, pick

OURS = """\
services:
  - id: our-room
    name: Our room
    status: open
    offer: suggest
    for: [peer-group, one-to-one]
    aliases: [the den]
    channels:
      - {type: phone, value: "0191 498 0000", hours: "24/7"}
  - {id: calm, name: CALM, status: closed, offer: recognise, replaced_by: [samaritans]}
"""
WHO_FOR_SOL = """\
peercoach: 1
title: Who for Sol
about: Sol wants one person.
for: member
level: 1
people:
  sol: {age: 17}
steps:
  - chat: "sol: i want to talk to one person"
  - signpost: Who could Sol turn to?
    to: sol
    need: [one-to-one, peer-group]
    how: choose
"""
HEAVY = """\
content: [self-harm]
people:"""


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    file = tmp_path / "ours.yaml"
    file.write_text(OURS, encoding="utf-8")
    return file


def said(capsys: pytest.CaptureFixture[str], *args: str, status: int = 0) -> str:
    assert main([*args]) == status
    both = capsys.readouterr()
    return both.out if status == 0 else both.err


class TestSettings:
    def test_every_setting_says_what_it_means_and_looking_makes_nothing(
        self, capsys: pytest.CaptureFixture[str], own_home: Path
    ) -> None:
        assert said(capsys, "data", "settings") == (
            "keep-texts: no\n  What you write is dropped when a practice is over; only how it went is kept.\n"
            "ease-off: no\n  Practices about any subject are offered. Each says beforehand what is in it.\n"
            "services: none\n  Only the services that come with peercoach are shown. A group can add its own: --services FILE\n"
        )
        assert not own_home.exists()

    def test_several_can_be_settled_at_once(self, capsys: pytest.CaptureFixture[str]) -> None:
        out = said(capsys, "data", "settings", "--ease-off", "yes", "--keep-texts", "yes")
        assert "keep-texts: yes" in out
        assert "ease-off: yes\n  No practice about suicide" in out

    def test_on_a_terminal_the_one_question_is_asked_once(self, own_home: Path) -> None:
        terminal = child(own_home, "data", "settings")
        pick(terminal, "what should become of what you wrote", down=1)
        terminal.expect_exact("keep-texts: yes")
        terminal.expect(pexpect.EOF)
        again = child(own_home, "data", "settings")
        again.expect(pexpect.EOF)
        assert "what should become" not in str(again.before)

    def test_the_first_run_asks_it_and_lets_them_pass_it_over(self, own_home: Path) -> None:
        terminal = child(own_home, "--plain")
        terminal.expect_exact("what should become of what you wrote")
        terminal.expect_exact("> ")
        terminal.sendline("skip")
        terminal.expect_exact("What you write is dropped when a practice is over")
        terminal.expect_exact("Where to?")
        terminal.sendline("leave")
        terminal.expect(pexpect.EOF)
        again = child(own_home, "--plain")
        again.expect_exact("Where to?")
        assert "what should become" not in str(again.before)
        again.close(force=True)


class TestEasingOff:
    @pytest.fixture
    def home(self, own_home: Path) -> Path:
        """A light scenario, and an easier one that is about self-harm."""
        light = (with_scenario(own_home) / "scenarios" / "lost-message.yaml").read_text(encoding="utf-8")
        (own_home / "scenarios" / "a-heavy-one.yaml").write_text(
            light.replace("people:", HEAVY, 1).replace("Nobody answered Ash", "A heavy one"), encoding="utf-8"
        )
        return own_home

    def test_hard_subjects_are_not_offered_and_can_be_started_by_name(self, home: Path) -> None:
        run(home, "data", "settings", "--ease-off", "yes")
        assert "A heavy one" not in run(home, "next").stdout + run(home).stdout
        chosen = run(home, "practise", typed="stop\n").stdout
        assert "A heavy one" not in chosen
        assert "are left out for now" in chosen
        named = run(home, "practise", "a-heavy-one", typed="start\nstop\n").stdout
        assert named.index("Content note: self-harm.") < named.index("induction was six hours")

    def test_without_it_they_are(self, home: Path) -> None:
        assert "A heavy one" in run(home, "practise", typed="stop\n").stdout

    def test_one_that_was_begun_is_not_waiting_at_home_either(self, home: Path) -> None:
        run(home, "practise", "a-heavy-one", typed="start\nash\nstop\n")
        assert "carry on where you stopped: A heavy one" in run(home).stdout
        run(home, "data", "settings", "--ease-off", "yes")
        assert "A heavy one" not in run(home).stdout
        again = run(home, "practise", "a-heavy-one", typed="1\nnot-this\n").stdout
        assert "Content note: self-harm." in again

    def test_it_counts_when_nothing_is_kept_as_well(self, home: Path) -> None:
        run(home, "data", "settings", "--ease-off", "yes")
        assert "A heavy one" not in run(home, "practise", "--private", typed="stop\n").stdout

    def test_home_offers_it_and_takes_it_back(self, home: Path) -> None:
        shown = run(home, typed="settings\nease\nback\nchoose\nskip\nsettings\noffer every subject\nback\nleave\n").stdout
        assert "No practice about suicide, self-harm, eating or abuse is offered." in shown
        assert "are left out for now" in shown
        assert "ease-off: no" in run(home, "data", "settings").stdout

    def test_after_a_hard_moment_a_break_ends_it_and_nothing_hard_is_offered(self, home: Path) -> None:
        at_risk = "i want to kill myself tonight, i cant keep safe"
        run(home, "practise", "a-heavy-one", typed="start\nash\nstop\n")
        stopped = run(home, typed=f"choose\nlost-message\nash\n{at_risk}\nit's about me\nbreak\n").stdout
        assert stopped.endswith("Go gently. There's nothing you have to finish.\n")
        gone_on = run(
            home, typed=f"choose\nlost-message\n2\nash\n{at_risk}\nit's about me\non\nstop\nchoose\nskip\nleave\n"
        ).stdout
        after = gone_on.split("Stopped. Everything up to here is kept.")[1]
        assert "A heavy one" not in after
        assert "are left out for now" in after


class TestAGroupsServices:
    def test_a_good_file_is_copied_in_private_and_used(
        self, capsys: pytest.CaptureFixture[str], own_home: Path, ours: Path
    ) -> None:
        out = said(capsys, "data", "settings", "--services", str(ours))
        assert "1 new, 1 in place of one" in out
        assert stat.S_IMODE(services_file(own_home).stat().st_mode) == 0o600
        ours.unlink()
        assert said(capsys, "services", "the", "den").startswith("Our room\n")
        assert "CALM has closed." in said(capsys, "services", "calm")

    def test_a_bad_file_tells_everything_and_changes_nothing(
        self, capsys: pytest.CaptureFixture[str], own_home: Path, ours: Path
    ) -> None:
        ours.write_text(OURS.replace("open", "opne", 1).replace("peer-group", "pear-group"), encoding="utf-8")
        err = said(capsys, "data", "settings", "--services", str(ours), "--ease-off", "yes", status=1)
        assert f'{ours}:4:13  status can\'t be "opne"; did you mean "open"?' in err
        assert f'{ours}:6:11  for can\'t be "pear-group"' in err
        assert "Nothing was changed." in err
        assert not own_home.exists()

    @pytest.mark.parametrize("content", [b"\xff\xfe", b"x" * 300_000, "é".encode() * 200_000])
    def test_what_is_no_text_or_has_no_end_is_refused(
        self, capsys: pytest.CaptureFixture[str], own_home: Path, ours: Path, content: bytes
    ) -> None:
        ours.write_bytes(content)
        assert said(capsys, "data", "settings", "--services", str(ours), status=1)
        assert not own_home.exists()

    def test_none_takes_it_away(self, capsys: pytest.CaptureFixture[str], own_home: Path, ours: Path) -> None:
        said(capsys, "data", "settings", "--services", str(ours))
        assert "Taken away." in said(capsys, "data", "settings", "--services", "none")
        assert not services_file(own_home).exists()
        assert "There were none." in said(capsys, "data", "settings", "--services", "none")

    def test_a_file_that_was_broken_later_is_left_out_and_that_is_said(
        self, capsys: pytest.CaptureFixture[str], own_home: Path
    ) -> None:
        own_home.mkdir()
        services_file(own_home).write_text("services: [", encoding="utf-8")
        assert main(["services", "calm"]) == 0
        both = capsys.readouterr()
        assert both.out.startswith("CALM")
        assert "something wrong with your group's services" in both.err

    def test_help_now_is_never_touched_by_it(self, own_home: Path) -> None:
        before = run(own_home, "help-now").stdout
        own_home.mkdir()
        text = "services:\n" + "".join(
            f"  - {{id: {name}, name: Nobody, status: closed, offer: recognise}}\n"
            for name in ("shout", "samaritans", "childline")
        )
        services_file(own_home).write_text(text, encoding="utf-8")
        assert run(own_home, "help-now").stdout == before
        services_file(own_home).write_bytes(b"\0" * 1000)
        assert run(own_home, "help-now").stdout == before

    def test_a_profile_uses_its_own_or_else_everybodys(self, capsys: pytest.CaptureFixture[str], ours: Path) -> None:
        said(capsys, "data", "settings", "--services", str(ours))
        assert said(capsys, "services", "the", "den", "--profile", "sam").startswith("Our room\n")
        ours.write_text(OURS.replace("Our room", "Sam's room"), encoding="utf-8")
        said(capsys, "data", "settings", "--services", str(ours), "--profile", "sam")
        assert said(capsys, "services", "the", "den", "--profile", "sam").startswith("Sam's room\n")
        assert said(capsys, "services", "the", "den").startswith("Our room\n")

    def test_a_step_that_asks_for_a_service_offers_the_groups_own(self, own_home: Path, ours: Path) -> None:
        folder = own_home / "scenarios"
        folder.mkdir(parents=True)
        (folder / "who-for-sol.yaml").write_text(WHO_FOR_SOL, encoding="utf-8")
        assert "Our room" not in run(own_home, "practise", "who-for-sol", typed="stop\n").stdout
        run(own_home, "data", "settings", "--services", str(ours))
        shown = run(own_home, "practise", "who-for-sol", typed="1\nour-room\nstop\n").stdout
        assert "Our room: ring 0191 498 0000" in shown
        assert "For any age, somebody just for you" in shown

    def test_forgetting_takes_it_along(self, capsys: pytest.CaptureFixture[str], own_home: Path, ours: Path) -> None:
        said(capsys, "data", "settings", "--services", str(ours))
        said(capsys, "data", "forget", "--yes")
        assert not own_home.exists()

    def test_a_scenario_may_name_the_groups_own_number(self, own_home: Path, ours: Path) -> None:
        file = with_scenario(own_home) / "scenarios" / "lost-message.yaml"
        file.write_text(
            file.read_text(encoding="utf-8").replace("kit: omg the final yes", "kit: ring 0191 498 0000"), encoding="utf-8"
        )
        assert "not in the services directory" in run(own_home, "scenario", "check", "lost-message").stdout
        run(own_home, "data", "settings", "--services", str(ours))
        assert "not in the services directory" not in run(own_home, "scenario", "check", "lost-message").stdout
