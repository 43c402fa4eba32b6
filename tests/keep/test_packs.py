"""Packs on the disk: the same bytes each time, nothing harmful let in, put in place whole or not at all, and played."""

from __future__ import annotations

import errno
import json
import os
import stat
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peercoach.cli.main import main
from peercoach.errors import PeercoachError
from peercoach.keep import pack_install
from peercoach.keep.library import Library, built_in
from peercoach.keep.pack_archive import from_file, to_bytes
from peercoach.keep.packs import NEW, OLD, installed
from tests.cli.running import environment, run
from tests.keep.hostile_packs import ATTACKS, BYTES, GOOD, zipped
from tests.scenario.packs import FILES, LOST_BUS, PACK

NEWER = to_bytes({**BYTES, "pack.yaml": PACK.replace("1.2.0", "1.3.0").encode()})
Say = pytest.CaptureFixture[str]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder the author works in: the good pack is in `harbour`, and built as `harbour.zip`."""
    place = tmp_path / "work"
    for name, text in FILES.items():
        path = place / "harbour" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (place / "harbour.zip").write_bytes(GOOD)
    monkeypatch.chdir(place)
    return place


def pack(*args: str) -> int:
    return main(["scenario", "pack", *args])


def everything(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def version(home: Path) -> str:
    (found,) = installed(home)
    return found.pack.version if found.pack else found.trouble


# ---- build


def test_the_same_pack_is_the_same_bytes_whoever_builds_it(here: Path) -> None:
    assert pack("build", "harbour") == 0
    first = (here / "harbour-1.2.0.peercoach.zip").read_bytes()
    for number, path in enumerate(sorted((here / "harbour").rglob("*.*"), reverse=True)):
        text = path.read_bytes().replace(b"\n", b"\r\n")
        path.unlink()
        path.write_bytes(text)
        path.chmod(0o600)
        os.utime(path, (number, number))
    assert pack("build", "harbour", "-o", "again.zip") == 0
    assert (here / "again.zip").read_bytes() == first == GOOD


def test_only_what_belongs_to_the_pack_goes_in_and_the_rest_is_told(here: Path, capsys: Say) -> None:
    for name in (
        ".git/config",
        ".env",
        "notes.txt",
        "drafts/half.yaml",
        "member/.half.yaml",
        "old-1.0.0.peercoach.zip",
        "LICENSE",
    ):
        (here / "harbour" / name).parent.mkdir(exist_ok=True)
        (here / "harbour" / name).write_text("x")
    assert pack("build", "harbour", "-o", "out.zip") == 0
    assert zipfile.ZipFile("out.zip").namelist() == sorted([*FILES, "LICENSE"])
    assert "Left out: drafts/, notes.txt\n" in capsys.readouterr().out


def test_errors_stop_a_build_and_are_told_like_scenario_check(here: Path, capsys: Say) -> None:
    (here / "harbour" / "lost-bus.yaml").write_text(LOST_BUS.replace("skill: hear\n", "skill: hera\n"))
    assert pack("build", "harbour") == 1
    out = capsys.readouterr().out
    assert 'harbour/lost-bus.yaml:29:16  error  skill "hera" is not a skill; did you mean "hear"?' in out
    assert "Nothing was built" in out
    assert sorted(path.name for path in here.iterdir()) == ["harbour", "harbour.zip"]


def test_advice_is_shown_and_stops_nothing(here: Path, capsys: Say) -> None:
    (here / "harbour" / "lost-bus.yaml").write_text(LOST_BUS.replace("        says: picks up the induction day\n", ""))
    assert pack("build", "harbour") == 0
    assert "harbour/lost-bus.yaml:30:9  advice" in capsys.readouterr().out


def test_a_folder_without_pack_yaml_is_told_how_to_start_one(here: Path, capsys: Say) -> None:
    (here / "harbour" / "pack.yaml").unlink()
    assert pack("build", "harbour") == 1
    assert "name: harbour-evenings" in capsys.readouterr().err


def test_a_link_in_the_folder_is_not_followed(here: Path, capsys: Say) -> None:
    (here / "harbour" / "LICENSE").symlink_to("/etc/hostname")
    assert pack("build", "harbour") == 1
    assert "is a link" in capsys.readouterr().err


def test_another_file_is_never_written_over_unasked(here: Path, capsys: Say) -> None:
    (here / "mine.zip").write_text("mine")
    assert pack("build", "harbour", "-o", "mine.zip") == 2
    assert "add --yes" in capsys.readouterr().err
    assert (here / "mine.zip").read_text() == "mine"
    assert pack("build", "harbour", "-o", "mine.zip", "--yes") == 0
    assert pack("build", "harbour", "-o", "mine.zip") == 0


def test_check_and_fix_look_at_pack_yaml_too_when_it_is_named(here: Path, capsys: Say) -> None:
    (here / "harbour" / "pack.yaml").write_text(PACK.replace("title: Harbour", "title: Harbour:").replace("lost-bus", "lots-bus"))
    assert main(["scenario", "check", "harbour/pack.yaml"]) == 1
    out = capsys.readouterr().out
    assert "harbour/pack.yaml:3:15  error  YAML splits this text at the colon" in out
    assert 'harbour/pack.yaml:9:26  error  there is no scenario "lots-bus" in the pack; did you mean "lost-bus"?' in out
    assert main(["scenario", "check", "--fix", "harbour/pack.yaml"]) == 1
    assert "title: |\n  Harbour: evenings\n" in (here / "harbour" / "pack.yaml").read_text()


# ---- what is let in


def test_the_good_pack_comes_back_as_it_went_in(here: Path) -> None:
    assert from_file(here / "harbour.zip") == BYTES


def test_a_pack_that_was_zipped_by_hand_is_fine(here: Path) -> None:
    (here / "hand.zip").write_bytes(zipped(("member/", b"")))
    assert from_file(here / "hand.zip") == BYTES


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_could_do_harm_is_refused_with_a_sentence_and_leaves_nothing(
    attack: str, here: Path, own_home: Path, capsys: Say
) -> None:
    (here / "evil.zip").write_bytes(ATTACKS[attack])
    before = everything(here.parent)
    assert pack("add", "evil.zip", "--yes") == 1
    said = capsys.readouterr()
    assert "evil.zip" in said.out + said.err
    assert "something went wrong" not in said.err
    assert (said.out + said.err).replace("\n", "").isprintable()
    assert everything(here.parent) == before
    assert not own_home.exists()


def test_a_bomb_is_refused_before_it_fills_the_memory(here: Path) -> None:
    import tracemalloc

    (here / "evil.zip").write_bytes(ATTACKS["bomb"])
    tracemalloc.start()
    with pytest.raises(PeercoachError, match="larger than"):
        from_file(here / "evil.zip")
    assert tracemalloc.get_traced_memory()[1] < 2_000_000
    tracemalloc.stop()


def test_a_file_that_is_too_large_is_not_even_read(here: Path) -> None:
    with (here / "evil.zip").open("wb") as file:
        file.truncate(1 << 33)
    assert pack("add", "evil.zip") == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files here")
def test_what_is_neither_file_nor_folder_is_not_opened(here: Path, capsys: Say) -> None:
    os.mkfifo(here / "pipe.zip")
    assert pack("add", "pipe.zip") == 2
    assert pack("add", "https://example.org/harbour.zip") == 2
    assert "never goes online" in capsys.readouterr().err


@settings(max_examples=150)
@given(st.data())
def test_any_other_damage_is_refused_too_or_does_no_harm(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    damaged = bytearray(data.draw(st.sampled_from([GOOD, zipped()])))
    for _ in range(data.draw(st.integers(1, 4))):
        at = (
            data.draw(st.integers(0, len(damaged) - 1))
            if data.draw(st.booleans())
            else len(damaged) - data.draw(st.integers(1, 400))
        )
        damaged[at] = data.draw(st.sampled_from([0, 1, 0x7F, 0x80, 0xFF]))
    path = tmp_path_factory.getbasetemp() / "damaged.zip"
    path.write_bytes(damaged)
    try:
        found = from_file(path)
    except PeercoachError:
        return
    assert found == BYTES


# ---- putting in place


@pytest.mark.usefixtures("here")
def test_an_added_pack_is_private_and_all_there(own_home: Path, capsys: Say) -> None:
    before = os.umask(0)
    assert pack("add", "harbour.zip") == 0
    os.umask(before)
    out = capsys.readouterr().out
    for words in ("Harbour evenings 1.2.0, 2 scenarios", "Sam Okoro", "CC BY 4.0", "Harbour Line", "practise harbour/new-here"):
        assert words in out
    place = own_home / "packs"
    assert everything(place / "harbour") == {
        "pack.yaml": BYTES["pack.yaml"],
        "services.yaml": BYTES["services.yaml"],
        "README.md": BYTES["README.md"],
        "scenarios/lost-bus.yaml": BYTES["lost-bus.yaml"],
        "scenarios/new-here.yaml": BYTES["member/new-here.yaml"],
    }
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (own_home, place, *place.rglob("*"))}
    assert modes == {0o700, 0o600}


@pytest.mark.usefixtures("here")
def test_a_folder_is_added_just_like_a_file(own_home: Path) -> None:
    assert pack("add", "harbour") == 0
    from_a_folder = everything(own_home)
    assert pack("remove", "harbour", "--yes") == 0
    assert pack("add", "harbour.zip") == 0
    assert everything(own_home) == from_a_folder


def test_what_is_there_is_replaced_only_when_somebody_says_so(here: Path, own_home: Path, capsys: Say) -> None:
    (here / "newer.zip").write_bytes(NEWER)
    assert pack("add", "harbour.zip") == 0
    assert pack("add", "newer.zip") == 2
    assert "Harbour evenings 1.2.0 is here already. 1.3.0 would take its place." in capsys.readouterr().err
    assert version(own_home) == "1.2.0"
    assert pack("add", "newer.zip", "--yes") == 0
    assert version(own_home) == "1.3.0"
    assert pack("add", "harbour.zip") == 2
    assert "that is older" in capsys.readouterr().err


@pytest.mark.usefixtures("here")
def test_the_very_same_pack_again_needs_no_asking(capsys: Say) -> None:
    assert pack("add", "harbour.zip") == pack("add", "harbour.zip") == pack("add", "harbour") == 0
    assert "is here already" in capsys.readouterr().out


@pytest.mark.parametrize("step", ["_write", "_swap"])
def test_a_disk_that_is_full_leaves_the_old_one(
    step: str, here: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch, capsys: Say
) -> None:
    (here / "newer.zip").write_bytes(NEWER)
    assert pack("add", "harbour.zip") == 0
    before = everything(own_home)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(pack_install, step, full)
    assert pack("add", "newer.zip", "--yes") == 1
    assert "no space left on device" in capsys.readouterr().err
    assert everything(own_home) == before
    assert sorted(path.name for path in (own_home / "packs").iterdir()) == ["harbour"]


@pytest.mark.parametrize("step", ["writing", "between", "after"])
def test_being_cut_short_leaves_one_whole_pack_and_the_next_time_tidies_up(step: str, here: Path, own_home: Path) -> None:
    (here / "newer.zip").write_bytes(NEWER)
    assert pack("add", "harbour.zip") == 0
    place = own_home / "packs"
    if step == "writing":
        (place / f"{NEW}harbour").mkdir()
        (place / f"{NEW}harbour" / "pack.yaml").write_text("half")
    else:
        (place / "harbour").rename(place / f"{OLD}harbour")
    if step == "after":
        pack_install.install(own_home, "other", BYTES, "services.yaml")
        (place / "other").rename(place / "harbour")
    assert version(own_home) == "1.2.0"
    assert Library((), own_home).ids() == ("harbour/lost-bus", "harbour/new-here")
    assert pack("add", "newer.zip", "--yes") == 0
    assert version(own_home) == "1.3.0"
    assert [path.name for path in place.iterdir()] == ["harbour"]


KILLED = """
import itertools, os, sys
from pathlib import Path
from peercoach.keep.pack_archive import from_file
from peercoach.keep.pack_install import install
from peercoach.keep.packs import installed

home, old, new = Path(sys.argv[1]), from_file(Path(sys.argv[2])), from_file(Path(sys.argv[3]))
for last in itertools.count():
    install(home, "harbour", old, "services.yaml")
    if not (child := os.fork()):
        steps = itertools.count()
        touching = ("open", "os.mkdir", "os.rename", "os.rmdir", "os.remove")
        sys.addaudithook(lambda event, _: os._exit(9) if event in touching and next(steps) == last else None)
        install(home, "harbour", new, "services.yaml")
        os._exit(0)
    killed = os.waitpid(child, 0)[1]
    for found in installed(home):
        print(found.pack.version, len(found.files))
    if not killed:
        break
"""
"""Puts a new pack in place of an old one again and again, dying one step later each time; prints what is there then."""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing here can be killed half way like this")
def test_being_killed_at_any_moment_leaves_the_old_pack_or_the_new_one(here: Path, own_home: Path) -> None:
    (here / "newer.zip").write_bytes(NEWER)
    line = [sys.executable, "-c", KILLED, str(own_home), "harbour.zip", "newer.zip"]
    left = subprocess.run(
        line, env=environment(own_home), cwd=here, capture_output=True, encoding="utf-8", timeout=60, check=True
    ).stdout.splitlines()
    assert left == ["1.2.0 2"] * left.count("1.2.0 2") + ["1.3.0 2"] * left.count("1.3.0 2")
    assert left.count("1.2.0 2") > len(FILES)
    assert left.count("1.3.0 2") > len(FILES)


@pytest.mark.usefixtures("here")
def test_removing_takes_all_of_it_and_only_that(own_home: Path, capsys: Say) -> None:
    (own_home / "scenarios").mkdir(parents=True)
    (own_home / "scenarios" / "mine.yaml").write_text(LOST_BUS)
    before = everything(own_home)
    assert pack("add", "harbour.zip") == 0
    assert pack("remove", "harbour") == 2
    assert pack("remove", "harbor", "--yes") == 2
    assert "Did you mean “harbour”?" in capsys.readouterr().err
    assert pack("remove", "harbour", "--yes") == 0
    assert everything(own_home) == before
    assert not (own_home / "packs").exists()


# ---- what learners see


def test_scenarios_in_packs_stand_beside_the_others_under_the_packs_name(own_home: Path) -> None:
    (own_home / "scenarios").mkdir(parents=True)
    (own_home / "scenarios" / "lost-bus.yaml").write_text(LOST_BUS.replace("The lost bus", "My own"))
    pack_install.install(own_home, "harbour", BYTES, "services.yaml")
    library = built_in(own_home)
    titles = {
        name: library.find(name).scenario.title for name in ("lost-bus", "harbour/lost-bus", "new-here", "Harbour/New here")
    }
    assert titles == {
        "lost-bus": "My own",
        "harbour/lost-bus": "The lost bus",
        "new-here": "New here",
        "Harbour/New here": "New here",
    }
    assert library.find("new-here").scenario.id == "harbour/new-here"
    assert library.pack_title("harbour/new-here") == "Harbour evenings"


def test_a_name_in_two_packs_has_to_be_said_in_full(own_home: Path) -> None:
    for name in ("harbour", "bay"):
        files = {**BYTES, "pack.yaml": PACK.replace("name: harbour", f"name: {name}").encode()}
        pack_install.install(own_home, name, files, "services.yaml")
    library = built_in(own_home)
    with pytest.raises(PeercoachError) as caught:
        library.find("lost-bus")
    assert caught.value.hint == "Say which you mean: bay/lost-bus, harbour/lost-bus"
    assert library.find("bay/lost-bus").scenario.id == "bay/lost-bus"


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("pack.yaml", "name: [\n"),
        ("pack.yaml", PACK.replace("name: harbour", "name: bay")),
        ("pack.yaml", None),
        ("services.yaml", "services: 3\n"),
        ("services.yaml", None),
    ],
)
def test_a_pack_that_breaks_later_is_left_out_and_said(file: str, text: str | None, own_home: Path, capsys: Say) -> None:
    place = pack_install.install(own_home, "harbour", BYTES, "services.yaml")
    (place / file).unlink()
    if text is not None:
        (place / file).write_text(text)
    assert main(["scenario", "list"]) == 0
    out = capsys.readouterr().out
    assert "nobody-answered-ash" in out
    assert "harbour/" not in out.replace(str(place), "")
    assert "The pack “harbour” is left out: " in out
    assert pack("list") == 0
    assert "peercoach scenario pack remove harbour" in capsys.readouterr().out
    assert main(["practise", "harbour/lost-bus"]) == 2
    assert "is left out" in capsys.readouterr().err
    assert pack("remove", "harbour", "--yes") == 0


def test_the_list_as_json(own_home: Path, capsys: Say) -> None:
    place = pack_install.install(own_home, "harbour", BYTES, "services.yaml")
    assert pack("list", "--format", "json") == 0
    (told,) = json.loads(capsys.readouterr().out)
    assert told == {
        "name": "harbour",
        "version": "1.2.0",
        "title": "Harbour evenings",
        "about": "Two evenings in a chat by the sea.",
        "authors": ["Sam Okoro", "Jo"],
        "licence": "CC BY 4.0",
        "tracks": {"first-week": ["new-here", "lost-bus"]},
        "scenarios": 2,
        "folder": str(place),
        "trouble": None,
    }


@pytest.mark.usefixtures("here")
def test_check_knows_a_packs_own_services_wherever_the_pack_is(capsys: Say) -> None:
    assert pack("add", "harbour.zip") == 0
    assert main(["scenario", "check", "harbour"]) == 0
    assert main(["scenario", "check", "harbour/new-here"]) == 0
    assert main(["scenario", "check"]) == 0
    assert "[unknown-" not in capsys.readouterr().out


def test_a_pack_is_added_played_and_taken_away_and_its_progress_stays(here: Path, own_home: Path) -> None:
    assert "Added: Harbour evenings 1.2.0" in run(own_home, "scenario", "pack", "add", str(here / "harbour.zip")).stdout
    assert "New here (everyday, 2 min, from Harbour evenings)" in run(own_home, "practise", typed="stop\n").stdout
    played = run(own_home, "practise", "new-here", "--plain", typed="harbour-line\ncarry on\n")
    assert "Harbour Line: text 07700 900123" in played.stdout
    assert "That's the end of: New here" in played.stdout
    assert (played.returncode, played.stderr) == (0, "")
    assert "harbour/new-here: once" in run(own_home, "progress").stdout
    assert run(own_home, "scenario", "pack", "remove", "harbour", "--yes").returncode == 0
    assert "harbour/new-here: once" in run(own_home, "progress").stdout
    gone = run(own_home, "practise", "harbour/new-here")
    assert "The pack “harbour” isn't here" in gone.stderr


def test_a_reply_that_points_to_a_packs_own_service_counts(own_home: Path, here: Path, capsys: Say) -> None:
    reply = """\
    how: reply
    rubric: [{skill: signpost}]
    examples:
      - strong or developing: |
          working nights sounds so lonely moss. u could text 07700 900123 if u like, thats someone just for you
        shows: [signpost]
"""
    (here / "harbour" / "member" / "new-here.yaml").write_text(FILES["member/new-here.yaml"] + reply)
    assert main(["scenario", "test", "harbour/member/new-here.yaml"]) == 0
    assert "1 of 1 example" in capsys.readouterr().out
    assert pack("add", "harbour") == 0
    typed = "working nights sounds so lonely. you could text 07700 900123, thats someone just for you\ncarry on\n"
    with_it = run(own_home, "practise", "harbour/new-here", typed=typed).stdout
    alone = own_home.parent / "alone.yaml"
    alone.write_bytes((own_home / "packs" / "harbour" / "scenarios" / "new-here.yaml").read_bytes())
    assert "signpost: there" in with_it
    assert "signpost: there" not in run(own_home, "practise", str(alone), typed=typed).stdout


def test_forgetting_leaves_packs_and_says_so(here: Path, own_home: Path, capsys: Say) -> None:
    assert pack("add", str(here / "harbour.zip")) == 0
    run(own_home, "practise", "harbour/new-here", typed="stop\n")
    assert main(["data", "where"]) == 0
    assert f"are in {own_home / 'packs'}: harbour." in capsys.readouterr().out
    assert main(["data", "forget", "--yes"]) == 0
    assert "because nothing in them is yours: harbour." in capsys.readouterr().out
    assert [path.name for path in own_home.iterdir()] == ["packs"]
    assert version(own_home) == "1.2.0"


def test_without_packs_a_practice_starts_without_them(own_home: Path) -> None:
    program = "import sys; from peercoach.cli.main import main; main(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
    line = [sys.executable, "-c", program, "practise", "nobody-answered-ash", "--plain"]
    ran = subprocess.run(line, env=environment(own_home), capture_output=True, encoding="utf-8", input="", timeout=60, check=True)
    loaded = {"zipfile", "peercoach.keep.packs", "peercoach.scenario.pack_names", "peercoach.coaching.services"}
    assert loaded & set(ran.stderr.split()) == set()
