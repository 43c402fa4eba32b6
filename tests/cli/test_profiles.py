"""Several people on one computer: a folder each, names that can't lead anywhere else, and nothing that slows help down."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from peercoach.cli import main as front
from peercoach.cli.main import main
from peercoach.errors import PeercoachError
from peercoach.keep import profiles
from tests.cli.running import run, with_scenario

TYPED = "ash\nrepost it\nstop\n"
TRICKS = (
    "../up", "a/b", "..", ".", "-x", "_x", "a b", "a\\b", "c:", "x" * 33, "nul", "CON", "a\x00b", "sam.", "~", "\u200b", "💛",
)  # fmt: skip


def said(capsys: pytest.CaptureFixture[str], *args: str, status: int = 0) -> str:
    assert main([*args]) == status
    both = capsys.readouterr()
    return both.out if status == 0 else both.err


def test_each_profile_has_its_own_progress(own_home: Path) -> None:
    with_scenario(own_home)
    run(own_home, "--profile", "sam", "practise", "lost-message", typed=TYPED)
    assert "carry on where I stopped" in run(own_home, "practise", "lost-message", PEERCOACH_PROFILE="sam").stdout
    assert "carry on where I stopped" not in run(own_home, "practise", "lost-message", "--profile=kit").stdout
    assert "Nothing here yet" in run(own_home, "progress").stdout
    assert not (own_home / "progress.db").exists()


@pytest.mark.parametrize(
    "line", [("--profile", "sam", "data", "where"), ("data", "where", "--profile", "sam"), ("data", "--profile=sam", "where")]
)
def test_the_name_may_stand_anywhere_in_the_line(
    capsys: pytest.CaptureFixture[str], own_home: Path, line: tuple[str, ...]
) -> None:
    assert said(capsys, *line).startswith(f"Profile: sam\nYour data is in {own_home / 'profiles' / 'sam'}\n")


def test_after_two_dashes_a_name_is_only_a_word(own_home: Path) -> None:
    done = run(own_home, "services", "--", "--profile", "calm")
    assert done.stdout.startswith("CALM")
    assert done.stderr == ""


def test_the_command_line_counts_for_more_than_the_environment(own_home: Path) -> None:
    assert "Profile: kit" in run(own_home, "data", "where", "--profile", "kit", PEERCOACH_PROFILE="sam").stdout
    assert "Profile" not in run(own_home, "data", "where", "--profile", "default", PEERCOACH_PROFILE="sam").stdout


def test_folders_and_files_are_private_from_the_first_on(own_home: Path) -> None:
    run(own_home, "--profile", "sam", "data", "settings", "--ease-off", "yes")
    kept = [own_home, *own_home.rglob("*")]
    assert {stat.S_IMODE(path.stat().st_mode) for path in kept if path.is_dir()} == {0o700}
    assert {stat.S_IMODE(path.stat().st_mode) for path in kept if path.is_file()} == {0o600}


@pytest.mark.parametrize("name", TRICKS)
def test_a_name_that_could_lead_anywhere_else_is_refused_and_nothing_is_made(
    capsys: pytest.CaptureFixture[str], own_home: Path, name: str
) -> None:
    assert "name" in said(capsys, "--profile", name, "data", "settings", "--ease-off", "yes", status=2)
    assert not own_home.exists()


@pytest.mark.parametrize("line", [("--profile",), ("progress", "--profile"), ("--profile=", "progress")])
def test_a_name_that_was_left_out_is_asked_for(capsys: pytest.CaptureFixture[str], line: tuple[str, ...]) -> None:
    assert "A profile needs a name." in said(capsys, *line, status=2)


@pytest.mark.parametrize(("typed", "kept"), [("Sam", "sam"), (" zoë ", "zoë"), ("Łu_1-x", "łu_1-x"), ("ｓａｍ", "sam")])
def test_capitals_and_ways_of_writing_make_no_difference(typed: str, kept: str) -> None:
    assert profiles.plain_name(typed) == kept
    assert profiles.plain_name(kept) == kept


def test_a_new_profile_says_who_can_see_its_name_once(own_home: Path) -> None:
    with_scenario(own_home)
    first = run(own_home, "--profile", "sam", "practise", "lost-message", typed="stop\n").stdout
    assert "sam is a new profile. Those here before: default." in first
    assert "can see the names of profiles" in first
    assert "new profile" not in run(own_home, "--profile", "sam", "practise", "lost-message", typed="stop\n").stdout


def test_a_mistyped_name_is_noticed_without_making_a_profile(own_home: Path) -> None:
    run(own_home, "--profile", "sam", "data", "settings", "--ease-off", "no")
    done = run(own_home, "--profile", "sma", "progress")
    assert done.stderr == "sma is a new profile. Those here before: default, sam.\n"
    run(own_home, "--profile", "sma", "data", "settings")
    assert profiles.profiles(own_home) == ("sam",)


def test_profiles_are_listed_with_the_one_in_use(capsys: pytest.CaptureFixture[str], own_home: Path) -> None:
    for name in ("zed", "kit"):
        main(["--profile", name, "data", "settings", "--ease-off", "no"])
    (own_home / "profiles" / "not a name").mkdir()
    capsys.readouterr()
    assert said(capsys, "data", "profiles", "--profile", "kit").splitlines()[:3] == ["default", "kit (in use)", "zed"]


def test_forgetting_one_leaves_the_others_and_the_last_takes_the_folder_along(
    capsys: pytest.CaptureFixture[str], own_home: Path
) -> None:
    for line in (["--profile", "sam"], ["--profile", "kit"], []):
        main([*line, "data", "settings", "--ease-off", "no"])
    capsys.readouterr()
    out = said(capsys, "data", "forget", "--yes", "--profile", "sam")
    assert out == "Gone. Nothing about you is kept here now.\nOther profiles are left as they are: kit.\n"
    assert (profiles.profiles(own_home), (own_home / "progress.db").exists()) == (("kit",), True)
    assert "Nothing about kit" in said(capsys, "data", "profiles", "--remove", "Kit", "--yes")
    assert not (own_home / "profiles").exists()
    said(capsys, "data", "forget", "--yes")
    assert not own_home.exists()


def test_only_a_profile_that_is_there_can_be_removed_and_not_unasked(capsys: pytest.CaptureFixture[str], own_home: Path) -> None:
    main(["--profile", "sam", "data", "settings", "--ease-off", "no"])
    assert "There is no profile called “kit”" in said(capsys, "data", "profiles", "--remove", "kit", "--yes", status=2)
    assert "Add --yes" in said(capsys, "data", "profiles", "--remove", "sam", status=2)
    assert profiles.profiles(own_home) == ("sam",)


def test_scenarios_are_everybodys(own_home: Path) -> None:
    with_scenario(own_home)
    assert "kit: omg the final yes" in run(own_home, "--profile", "sam", "practise", "lost-message", typed="stop\n").stdout


@pytest.mark.parametrize(
    "line", [("--profile", "../x", "help-now"), ("--profile", "help-now"), ("--profile=sam", "help-now"), ("help-now",)]
)
def test_no_name_keeps_anybody_from_help(own_home: Path, line: tuple[str, ...]) -> None:
    done = run(own_home, *line, PEERCOACH_PROFILE="../y")
    assert (done.returncode, done.stderr) == (0, "")
    assert "116 123" in done.stdout
    assert not own_home.exists()


def test_the_version_needs_no_name(own_home: Path) -> None:
    assert run(own_home, "--version", PEERCOACH_PROFILE="../y").returncode == 0


def test_a_name_counts_for_one_command_only(own_home: Path) -> None:
    assert main(["--profile", "sam", "data", "where"]) == 0
    assert front.PROFILE == profiles.PROFILE
    assert front.PROFILE not in os.environ
    assert not own_home.exists()


def test_a_bug_is_logged_where_forgetting_finds_it(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from peercoach.cli import progress

    monkeypatch.setattr(progress, "read_progress", lambda: {}["gone"])
    assert main(["--profile", "sam", "progress"]) == 3
    log = own_home / "profiles" / "sam" / "peercoach.log"
    assert "command: progress" in log.read_text(encoding="utf-8")
    assert main(["--profile", "sam", "data", "forget", "--yes"]) == 0
    assert not own_home.exists()


def test_the_room_says_whose_it_is(own_home: Path) -> None:
    assert "\npeercoach: sam\n" in run(own_home, "--profile", "sam").stdout
    assert "\npeercoach\n" in run(own_home).stdout


def test_a_file_where_the_folder_should_be_is_no_profile(own_home: Path) -> None:
    (own_home / "profiles").mkdir(parents=True)
    (own_home / "profiles" / "sam").write_text("")
    assert profiles.profiles(own_home) == ()
    with pytest.raises(PeercoachError):
        profiles.plain_name("")
