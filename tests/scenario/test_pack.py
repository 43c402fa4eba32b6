"""`pack.yaml`, and the check of everything in a pack: what is fine, and what is told where."""

from __future__ import annotations

import pytest

from peercoach.keep.places import package_text
from peercoach.scenario.pack import Pack, Track, read_pack
from peercoach.scenario.pack_check import PackCheck, check_pack, services_faults
from peercoach.scenario.pack_names import is_scenario, no_name
from tests.scenario.packs import FILES, LOST_BUS, NEW_HERE, PACK, SERVICES

DIRECTORY = package_text("coaching/services.yaml")


def told(text: str) -> list[str]:
    return [f"{fault.line}:{fault.col} {fault.rule}" for fault in read_pack(text, tuple(FILES)).faults]


def check(**changed: str | None) -> PackCheck:
    """The good pack with files put in (`lost_bus="..."`), or taken out with None; names are given with their endings left off."""
    files = FILES | {f"{name.replace('_', '-').replace('--', '/')}.yaml": text for name, text in changed.items()}
    return check_pack({name: text for name, text in files.items() if text is not None and name.endswith("yaml")}, DIRECTORY)


def rules(found: PackCheck) -> list[tuple[str, str]]:
    return [(name, fault.rule) for name, faults in found.faults for fault in faults if fault.severity == "error"]


def test_a_pack_says_what_it_is() -> None:
    assert read_pack(PACK, tuple(FILES)).pack == Pack(
        name="harbour",
        title="Harbour evenings",
        about="Two evenings in a chat by the sea.",
        version="1.2.0",
        authors=("Sam Okoro", "Jo"),
        licence="CC BY 4.0",
        tracks=(Track("first-week", ("new-here", "lost-bus")),),
        services="services.yaml",
    )


def test_a_newer_version_is_larger() -> None:
    versions = [read_pack(PACK.replace("1.2.0", version)).pack for version in ("1.2.0", "1.10.0", "2.0.0")]
    assert sorted(versions, key=lambda pack: pack.number if pack else ()) == versions


@pytest.mark.parametrize(
    ("old", "new", "places"),
    [
        ("licence:", "license:", ["7:1 unknown-key"]),
        ("version: 1.2.0", "version: 1.2", ["5:10 version"]),
        ("version: 1.2.0", "version: v1.2.0", ["5:10 version"]),
        ("version: 1.2.0", "version: 01.2.0", ["5:10 version"]),
        ("name: harbour", "name: Harbour Evenings", ["2:7 slug"]),
        ("name: harbour", "name: ../harbour", ["2:7 slug"]),
        ("name: harbour", "name: con", ["2:7 slug"]),
        ("name: harbour", f"name: {'a' * 41}", ["2:7 slug"]),
        ("peercoach: 1", "peercoach: 2", ["1:12 number"]),
        ("authors: [Sam Okoro, Jo]", "authors:", ["6:1 empty"]),
        ("authors: [Sam Okoro, Jo]", "authors: &a [Sam]", ["6:10 yaml-alias"]),
        ("authors: [Sam Okoro, Jo]", "authors: !!python/name:os.system x", ["6:10 yaml-tag"]),
        ("title: Harbour evenings", "title: Harbour: evenings", ["3:15 yaml-colon"]),
        ("title: Harbour evenings", "title: x\u202e", ["3:9 character"]),
        ("title: Harbour evenings", "name: bay", ["1:1 missing-key", "3:1 double-key"]),
        ("[new-here, lost-bus]", "[new-here, lost-buss]", ["9:26 unknown-scenario"]),
        ("[new-here, lost-bus]", "new-here", ["9:15 kind"]),
        ("  first-week:", "  First week:", ["9:3 slug"]),
        ("services: services.yaml", "services: ../services.yaml", ["10:11 file-name"]),
        ("services: services.yaml", "services: pack.yaml", ["10:11 file-name"]),
        ("services: services.yaml", "services: service.yaml", ["10:11 file"]),
    ],
)
def test_a_fault_is_told_where_it_stands(old: str, new: str, places: list[str]) -> None:
    assert PACK.count(old) == 1
    assert told(PACK.replace(old, new)) == places


def test_every_fault_comes_out_at_once_with_what_was_meant() -> None:
    text = PACK.replace("version", "verson").replace("lost-bus", "lots-bus").replace("CC BY 4.0", "")
    faults = read_pack(text, tuple(FILES)).faults
    assert [fault.line for fault in faults] == [5, 7, 9]
    said = "\n".join(fault.message for fault in faults)
    assert 'did you mean "version"' in said
    assert 'did you mean "lost-bus"' in said


@pytest.mark.parametrize("text", ["", "# nothing\n", "- a\n", "harbour\n"])
def test_what_is_no_pack_at_all_says_how_one_starts(text: str) -> None:
    (fault,) = read_pack(text).faults
    assert "name, title, about, version" in fault.hint


def test_windows_line_ends_are_fine() -> None:
    assert told(PACK.replace("\n", "\r\n")) == []


# ---- the whole pack


def test_a_good_pack_has_nothing_to_mend() -> None:
    found = check()
    assert (rules(found), [name for name, _ in found.scenarios]) == ([], ["lost-bus.yaml", "member/new-here.yaml"])


def test_a_packs_own_services_count_for_numbers_and_needs() -> None:
    alone = check(pack=PACK.replace("services: services.yaml\n", ""), services=None)
    assert set(rules(alone)) == {("member/new-here.yaml", "unknown-need"), ("member/new-here.yaml", "unknown-number")}


def test_a_scenario_is_checked_as_scenario_check_does() -> None:
    found = check(lost_bus=LOST_BUS.replace("skill: hear\n", "skill: hera\n"), member__new_here=NEW_HERE + "  - chat: oh\n")
    assert [name for name, _ in rules(found)] == ["lost-bus.yaml", "member/new-here.yaml"]
    assert found.pack
    assert found.scenarios == ()


def test_a_scenario_that_could_hurt_is_an_error() -> None:
    hard = LOST_BUS.replace("content: [loneliness]\n", "").replace("omg the final yes", "i want to die")
    assert rules(check(lost_bus=hard)) == [("lost-bus.yaml", "no-content-note")]


def test_an_empty_pack_is_told_where_scenarios_go() -> None:
    found = check(pack=PACK[: PACK.index("tracks")], services=None, lost_bus=None, member__new_here=None)
    assert rules(found) == [("pack.yaml", "empty")]


def test_two_scenarios_of_one_name_are_told_although_their_folders_differ() -> None:
    assert rules(check(member__lost_bus=LOST_BUS)) == [("member/lost-bus.yaml", "double-name")]


@pytest.mark.parametrize("name", ["Lost-Bus", "lost bus", "tracks", "café", "con", "-", "drafts/lost-bus"])
def test_a_file_that_can_be_no_scenario_is_told(name: str) -> None:
    yaml = {file: text for file, text in FILES.items() if file.endswith("yaml")}
    assert rules(check_pack({**yaml, f"{name}.yaml": LOST_BUS}, DIRECTORY)) == [(f"{name}.yaml", "file-name")]


def test_services_that_nobody_names_are_told() -> None:
    found = check(pack=PACK.replace("services: services.yaml\n", ""))
    assert ("services.yaml", "file-name") in rules(found)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("services: 3\n", "services"),
        ("services:\n  - id: emergency\n    name: x\n    status: open\n    offer: caution\n", "services"),
        ("services: [&a [x, x], *a]\n", "yaml-alias"),
        ("services: !!python/object/apply:os.system [x]\n", "yaml-tag"),
        (f"services: {'[' * 500}\n", "too-deep"),
        (SERVICES.replace("2026-11-01", "2026-13-01"), "services"),
        (SERVICES.replace("07700 900123", "0x" + "f" * 5000), "services"),
        ("", "empty"),
    ],
    ids=["number", "999", "alias", "tag", "deep", "date", "long", "empty"],
)
def test_broken_services_are_one_error_and_nothing_is_made_of_them(text: str, rule: str) -> None:
    assert [found for name, found in rules(check(services=text)) if name == "services.yaml"] == [rule]


def test_good_services_have_no_fault() -> None:
    assert services_faults(SERVICES) == ()


# ---- names


@pytest.mark.parametrize(
    "name",
    [
        "../evil.yaml", "member/../../evil.yaml", "/etc/evil.yaml", "C:/evil.yaml", "c:evil.yaml", "\\\\host\\evil.yaml",
        "member\\evil.yaml", "a\0.yaml", "a\n.yaml", "a\u202elmay.yaml", "a\u200b.yaml", "\ud800.yaml", "", "./a.yaml",
        "a//b.yaml", "a.yaml ", " a.yaml", "a./b.yaml", "a:stream.yaml",
    ],
)  # fmt: skip
def test_a_name_that_could_lead_anywhere_else_is_no_name(name: str) -> None:
    assert no_name(name)


@pytest.mark.parametrize("name", ["lost-bus.yaml", "member/lost-bus.yml", "scenarios/a1_b.yaml", "README.md", "member/"])
def test_a_plain_name_is_fine(name: str) -> None:
    assert no_name(name) == ""


@pytest.mark.parametrize(
    "name", ["Lost.yaml", "lost bus.yaml", "a.YAML", "a.yaml.exe", "x/a.yaml", "aux.yaml", "pack.yaml", ".a.yaml", "ünder.yaml"]
)
def test_a_scenarios_name_can_be_typed_everywhere(name: str) -> None:
    assert not is_scenario(name)
