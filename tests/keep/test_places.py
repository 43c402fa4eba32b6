"""Where things are, and that asking makes nothing."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from peercoach.keep import places


def rights(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_the_learner_may_choose_the_folder_and_asking_does_not_make_it(tmp_path: Path) -> None:
    assert places.home({"PEERCOACH_HOME": str(tmp_path / "mine")}) == tmp_path / "mine"
    assert not (tmp_path / "mine").exists()


def test_a_tilde_means_the_home_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert places.home({"PEERCOACH_HOME": "~/mine"}) == tmp_path / "mine"


def test_in_a_test_nobody_gets_at_the_real_folder() -> None:
    with pytest.raises(AssertionError, match="real data folder"):
        places.home({})


def test_a_new_folder_is_private_whatever_the_umask(tmp_path: Path) -> None:
    folder = places.private_folder(tmp_path / "a" / "b")
    assert rights(folder) == 0o700


def test_an_empty_or_own_folder_is_made_private(tmp_path: Path) -> None:
    for names in ([], ["progress.db", "logs"]):
        folder = tmp_path / f"home-{len(names)}"
        folder.mkdir(mode=0o755)
        for name in names:
            (folder / name).touch()
        places.private_folder(folder)
        assert rights(folder) == 0o700


def test_a_folder_that_others_use_keeps_its_rights(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    (tmp_path / "holiday.jpg").touch()
    places.private_folder(tmp_path)
    assert rights(tmp_path) == 0o755


def test_a_file_is_private_from_its_first_byte_and_never_emptied(tmp_path: Path) -> None:
    places.private_file(tmp_path / "f")
    (tmp_path / "f").write_text("kept")
    places.private_file(tmp_path / "f")
    assert (rights(tmp_path / "f"), (tmp_path / "f").read_text()) == (0o600, "kept")


def test_what_comes_with_the_package_can_be_read() -> None:
    assert "services" in places.package_text("coaching/services.yaml")
