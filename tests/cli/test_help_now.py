"""`help-now` works whatever else does not, and `services` says plainly what it knows."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from peercoach.cli import help_now
from peercoach.coaching.services import directory
from peercoach.training.help_routes import MODULE, module
from tests.cli.running import ROOT, environment, run


def test_the_routes_are_the_directorys() -> None:
    assert MODULE.read_text(encoding="utf-8") == module(directory()), "stale: run python -m peercoach.training.help_routes"


def test_it_shows_at_most_four_routes_and_says_what_it_is(own_home: Path) -> None:
    done = run(own_home, "help-now")
    assert done.returncode == 0
    assert done.stderr == ""
    for words in ("999", "85258", "116 123", "0800 1111", "program on your computer", "nobody\nhas been told"):
        assert words in done.stdout
    assert len(help_now.ROUTES) <= 4


def test_every_line_fits_in_forty_columns_and_in_ascii(capsys: pytest.CaptureFixture[str]) -> None:
    assert help_now.main() == 0
    out = capsys.readouterr().out
    assert out.isascii()
    assert "\x1b" not in out
    assert max(map(len, out.splitlines())) <= 40


@pytest.mark.parametrize("words", [[], ["--help"], ["what", "now"]])
def test_it_answers_whatever_follows(own_home: Path, words: list[str]) -> None:
    assert "116 123" in run(own_home, "help-now", *words).stdout


def test_it_makes_no_home(own_home: Path) -> None:
    run(own_home, "help-now")
    assert not own_home.exists()


def test_it_works_with_a_damaged_home(own_home: Path) -> None:
    own_home.mkdir()
    (own_home / "progress.db").write_bytes(b"not a database")
    (own_home / "settings.yaml").write_text("{{{", encoding="utf-8")
    assert run(own_home, "help-now").returncode == 0


def test_it_works_when_the_home_is_a_file_nobody_may_read(own_home: Path) -> None:
    own_home.write_text("", encoding="utf-8")
    own_home.chmod(0)
    assert "999" in run(own_home, "help-now", LC_ALL="C", TERM="dumb", COLUMNS="20").stdout


def test_it_loads_nothing_it_does_not_need(own_home: Path) -> None:
    code = (
        "import sys; from peercoach.cli.main import main; main(['help-now']); "
        "slow = {'typer', 'rich', 'yaml', 'questionary', 'sqlite3', 'platformdirs', 'dataclasses', 'json'}; "
        "print(sorted(slow & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment(own_home), capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert done.stderr.strip() == "[]"


def test_services_says_why_each_fits_and_when_it_was_checked(own_home: Path) -> None:
    out = run(own_home, "services", "someone", "to", "text", "at", "2am,", "17,", "eating").stdout
    assert "Text THEMIX to 85258 (day and night)" in out
    assert "Not checked yet: look at their website before you share it." in out
    assert "Beat is closed at 2am. It is open Mon-Fri 3pm to 8pm." in out
    assert "Details last checked in" in out
    assert "peercoach help-now" in out


def test_services_where_caution_is_asked_shows_the_website_and_no_number(own_home: Path) -> None:
    out = run(own_home, "services", "galop").stdout
    assert "https://www.galop.org.uk" in out
    assert "0800" not in out


def test_services_with_no_words_shows_where_to_start(own_home: Path) -> None:
    out = run(own_home, "services").stdout
    assert out.startswith("Shout")
    assert "Ask in your own words" in out
    assert os.linesep in out
