"""The front door: fast ways in, one handler, kind words, and exit statuses that can be relied on."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from peercoach import __version__
from peercoach.cli import bug_log, main
from peercoach.cli.table import COMMANDS
from peercoach.errors import PeercoachError
from tests.cli.running import PEERCOACH, environment, run, with_scenario

WRITTEN = "i never told anyone about this"


def modules_after(home: Path, *args: str) -> set[str]:
    """The modules that a command leaves loaded."""
    code = "import sys; from peercoach.cli.main import main; main(sys.argv[1:]); print('\\n', *sys.modules, sep='\\n')"
    command = [sys.executable, "-c", code, *args]
    done = subprocess.run(command, env=environment(home), input="", capture_output=True, encoding="utf-8", timeout=60, check=True)
    return set(done.stdout.splitlines())


def test_the_version_is_said(own_home: Path) -> None:
    done = run(own_home, "--version")
    assert (done.returncode, done.stdout) == (0, f"peercoach {__version__}\n")


def test_help_lists_every_command_that_is_not_hidden(own_home: Path) -> None:
    shown = run(own_home, "--help").stdout
    assert all((f"  {name} " in shown) != command.hidden for name, command in COMMANDS.items())


def test_every_command_in_the_table_is_there() -> None:
    for name, command in COMMANDS.items():
        module = __import__(f"peercoach.cli.{command.module}", fromlist=[command.attribute])
        assert hasattr(module, command.attribute), name


@pytest.mark.parametrize(
    ("args", "unwanted"),
    [
        (("--version",), {"typer", "rich", "questionary", "yaml", "sqlite3", "platformdirs", "importlib.metadata"}),
        (("--help",), {"rich", "questionary", "yaml", "sqlite3", "peercoach.cli.practise", "peercoach.cli.guide"}),
        (
            ("practise", "lost-message", "--plain"),
            {"typer", "rich", "questionary", "platformdirs", "peercoach.coaching.detectors"},
        ),
    ],
)
def test_nothing_is_loaded_before_it_is_needed(own_home: Path, args: tuple[str, ...], unwanted: set[str]) -> None:
    assert modules_after(with_scenario(own_home), *args) & unwanted == set()


def test_an_unknown_command_says_what_may_have_been_meant(own_home: Path) -> None:
    done = run(own_home, "practize")
    assert (done.returncode, done.stdout) == (2, "")
    assert "Did you mean 'practise'?" in done.stderr


@pytest.mark.parametrize("args", [("--nope",), ("practise", "--nope"), ("practise", "a", "b")])
def test_wrong_usage_is_two_and_says_where_to_look(own_home: Path, args: tuple[str, ...]) -> None:
    done = run(own_home, *args)
    assert done.returncode == 2
    assert "--help" in done.stderr
    assert "Traceback" not in done.stderr


def test_expected_trouble_is_a_message_and_a_hint(own_home: Path) -> None:
    done = run(with_scenario(own_home), "practise", "lost-mesage")
    assert done.returncode == 2
    assert "lost-message" in done.stderr


def test_plain_before_the_command_is_as_good_as_after_it(own_home: Path) -> None:
    assert run(with_scenario(own_home), "--private", "practise", "lost-message").stdout.endswith(
        "Nothing was kept, as you asked.\n"
    )


def raising(monkeypatch: pytest.MonkeyPatch, trouble: BaseException) -> None:
    def boom(_: list[str]) -> int:
        raise trouble

    monkeypatch.setattr(main, "_run", boom)


def test_trouble_is_printed_with_nothing_that_drives_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    raising(monkeypatch, PeercoachError("bad \x1b[2J name", "try another", status=1))
    assert main.main([]) == 1
    assert capsys.readouterr().err == "bad ␛[2J name\ntry another\n"


def test_ctrl_c_is_130_and_kind(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    raising(monkeypatch, KeyboardInterrupt())
    assert main.main([]) == 130
    assert capsys.readouterr().err == "\nStopped. Everything up to here is kept.\n"


def test_a_bug_is_one_sentence_and_a_private_log_without_what_was_written(
    own_home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    bug = RuntimeError(WRITTEN)
    bug.__cause__ = KeyError(WRITTEN)
    raising(monkeypatch, bug)
    assert main.main(["practise", WRITTEN]) == 3
    log = own_home / "peercoach.log"
    assert str(log) in capsys.readouterr().err
    text = log.read_text(encoding="utf-8")
    assert "builtins.RuntimeError" in text
    assert "builtins.KeyError" in text
    assert "command: practise" in text
    assert WRITTEN not in text
    assert stat.S_IMODE(log.stat().st_mode) == 0o600


def test_a_bug_where_nothing_can_be_written_is_still_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    said, hint = bug_log.write_log(RuntimeError(WRITTEN), [], {"PEERCOACH_HOME": str(tmp_path / "file")})
    assert "something went wrong" in said
    assert "can't be written" in hint


@pytest.mark.skipif(os.name != "posix", reason="pipes of another kind")
def test_a_reader_that_goes_away_is_no_trouble(own_home: Path) -> None:
    script = f"{' '.join(PEERCOACH)} guide | head -1"
    done = subprocess.run(
        ["sh", "-c", script], env=environment(own_home), capture_output=True, encoding="utf-8", timeout=60, check=False
    )
    assert done.stderr == ""


def test_a_terminal_that_can_write_little_is_no_trouble(own_home: Path) -> None:
    done = run(own_home, "guide", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, "")
