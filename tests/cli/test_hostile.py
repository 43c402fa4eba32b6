"""Text that could drive a terminal, break a line or blow up memory is shown harmlessly, or refused in a sentence, everywhere.

One child runs many commands one after another; what each shows is looked at for anything but plain signs and line breaks.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

from tests.cli.running import LOST_MESSAGE, PEERCOACH, environment

DRIVES = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What may never be shown as it is: controls but the line break, marks that turn the direction of text, halves of signs."""

ZALGO = "z" + "\u0301" * 80
TYPED = f"a\x1b[2J\x1b]0;title\x07 b\x9b31m c\x08 \u202ed \u2066e \x00 \u2028f \x7f {ZALGO} [bold red]g[/] [link=file:///x]h"
AS_BYTES = TYPED.encode() + b" \xed\xa0\x80 \xff\xfe \xc3("
ESCAPED = r"a \e[2J \e]0;title\a \x9b31m \u202e \u2066 \0 \u2028 [bold red]g[/]"
"""The same, as YAML lets it be written with plain signs."""

EVERY_RUN = """
import io, json, sys
from peercoach.cli.main import main

out = sys.stdout
for args, typed in json.load(sys.stdin):
    sys.stdin = io.TextIOWrapper(io.BytesIO(typed.encode("latin-1")), encoding="utf-8", errors="replace")
    sys.stdout = sys.stderr = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors="surrogateescape")
    status = main(args)
    sys.stdout.flush()
    shown = sys.stdout.buffer.getvalue().decode("utf-8", "surrogateescape")
    out.write(json.dumps([status, shown]) + "\\n")
"""

Run = tuple[list[str], bytes]


def ran(home: Path, runs: list[Run]) -> list[tuple[int, str]]:
    """Each run's exit status and all that it showed."""
    done = subprocess.run(
        [sys.executable, "-c", EVERY_RUN],
        input=json.dumps([(args, typed.decode("latin-1")) for args, typed in runs]),
        env=environment(home),
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return [(status, shown) for status, shown in map(json.loads, done.stdout.splitlines())]


def harmless(home: Path, runs: list[Run]) -> list[tuple[int, str]]:
    """Run them, and see that nothing shown could drive a terminal and nothing came to a bug; what they gave."""
    results = ran(home, runs)
    assert len(results) == len(runs)
    for (args, _), (status, shown) in zip(runs, results, strict=True):
        assert DRIVES.findall(shown) == [], args
        assert status in (0, 1, 2), (args, shown[-500:])
        assert "Traceback" not in shown
    return results


@pytest.fixture
def home(own_home: Path) -> Path:
    (own_home / "scenarios").mkdir(parents=True)
    (own_home / "scenarios" / "lost-message.yaml").write_text(LOST_MESSAGE, encoding="utf-8")
    return own_home


def test_typed_text_is_shown_harmlessly_and_its_brackets_are_only_brackets(home: Path, tmp_path: Path) -> None:
    scored = "".join(
        json.dumps(row) + "\n"
        for row in (
            {"id": f"{TYPED}\ud800", "reply": f"{TYPED}\ud800", "context": [{"from": TYPED, "text": TYPED}], "to": TYPED},
            {"id": 2, "reply": "hi", "expects": [TYPED]},
        )
    ).encode()
    line = AS_BYTES.replace(b"\n", b" ")
    results = harmless(
        home,
        [
            (["data", "settings", "--keep-texts", "yes"], b""),
            (["practise", "lost-message"], b"ash\n" + line + b"\ncarry on\n" + line + b"\n2\ncarry on\n"),
            (["practise", "lost-message"], line + b"\nash\n" + line + b"\nwhy\nstop\n"),
            (["progress"], b""),
            (["score"], scored + b"{" + line + b"\n"),
            (["score", "--explain"], scored),
            (["scenario", "try", "lost-message"], line + b"\nstop\n"),
            (["data", "export", str(tmp_path / "mine.json")], b""),
        ],
    )
    assert "That's the end of" in results[1][1]
    assert "[bold red]" in results[5][1]
    kept = json.loads((tmp_path / "mine.json").read_text(encoding="utf-8"))
    assert "\x1b[2J" in json.dumps(kept, ensure_ascii=False).replace("\\u001b", "\x1b")  # a file holds just what was typed


@pytest.mark.parametrize("text", ["\x1b[2J\u202e[red]", "\udcff\x9b31m"])
def test_words_on_the_command_line_are_shown_harmlessly(home: Path, text: str) -> None:
    lines = ("{}", "practise {}", "skills {}", "guide {}", "services {}", "progress --{}", "score {}", "--profile {} progress")
    lines += (
        "scenario {}",
        "scenario check {}.yaml",
        "scenario show {}",
        "scenario map {}",
        "scenario test {}",
        "scenario try {}",
    )
    lines += (
        "scenario new /nowhere/{}.yaml",
        "scenario pack add {}",
        "data import {}",
        "data export /nowhere/{}",
        "data settings --{}",
    )
    harmless(home, [([word.format(text) for word in line.split(" ")], b"") for line in lines])


PLACES = {
    "title": ("title: Nobody answered Ash", f'title: "Nobody {ESCAPED} answered Ash"'),
    "chat": ('chat: "ash: its fine dw"', f'chat: "ash: its {ESCAPED} fine dw"'),
    "key": ("about:", f'"{ESCAPED}":'),
    "skill": ("skill: hear", f'skill: "he{ESCAPED}ar"'),
    "person": ("kit: {}", f'"ki{ESCAPED}t": {{}}'),
    "example": ("- needs-work: repost it", f'- needs-work: "repost {ESCAPED} it"'),
    "raw": ("title: Nobody", "title: \x1b[2J\u202e[red]Nobody"),
    "zalgo": ("title: Nobody", f"title: {ZALGO}"),
}


def test_scenario_files_are_shown_harmlessly_or_refused(home: Path, tmp_path: Path) -> None:
    typed = b"ash\nrepost it\nexamples\ncarry on\n2\ncarry on\n"
    runs: list[Run] = []
    for name, (plain, hostile) in PLACES.items():
        assert plain in LOST_MESSAGE
        file = tmp_path / f"{name}.yaml"
        file.write_text(LOST_MESSAGE.replace(plain, hostile, 1), encoding="utf-8")
        commands = ("practise {} --private", "scenario check {}", "scenario show {}", "scenario map {}", "scenario test {}")
        runs += [([word.format(file) for word in command.split(" ")], typed) for command in commands]
        runs += [(["scenario", "try", str(file)], b"repost it\nstop\n")]
        (home / "scenarios" / f"{name}.yaml").write_bytes(file.read_bytes())
    runs += [(["scenario", "list"], b""), (["practise"], b"stop\n"), ([], b"leave\n")]
    results = dict(zip((" ".join(args) for args, _ in runs), harmless(home, runs), strict=True))
    assert results[f"scenario check {tmp_path / 'raw.yaml'}"][0] == 1
    assert "U+001B" in results[f"scenario check {tmp_path / 'raw.yaml'}"][1]
    assert "[bold red]g[/]" in results[f"practise {tmp_path / 'title.yaml'} --private"][1]


def test_an_import_is_shown_harmlessly_or_refused(home: Path, tmp_path: Path) -> None:
    run_of = {
        "scenario": TYPED,
        "started": "2026-01-05T12:00:00+00:00",
        "answers": [{"step": TYPED, "kind": "reply", "value": TYPED}],
    }
    files = {
        "hostile": json.dumps({"peercoach-export": 1, "runs": [run_of], TYPED: TYPED}).encode(),
        "newer": json.dumps({"peercoach-export": TYPED}).encode(),
        "bytes": AS_BYTES,
        "deep": b'{"peercoach-export": 1, "runs": ' + b"[" * 2_000_000,
        "zeros": bytes(5_000_000),
    }
    runs: list[Run] = []
    for name, data in files.items():
        (tmp_path / f"{name}.json").write_bytes(data)
        runs += [(["data", "import", str(tmp_path / f"{name}.json")], b""), (["progress"], b""), ([], b"leave\n")]
    results = harmless(home, runs)
    assert [status for status, _ in results[3::3]] == [1, 1, 1, 1]


@pytest.mark.parametrize("piece", ["i want to die. ", "a\u0301\u0301", "'\""], ids=ascii)
def test_a_paste_of_five_megabytes_is_taken_or_refused(home: Path, piece: str) -> None:
    paste = (piece * (1 + 5_000_000 // len(piece.encode()))).encode()
    scored = json.dumps({"id": 1, "reply": paste.decode()}).encode()
    results = harmless(
        home, [(["practise", "lost-message", "--private"], b"ash\n" + paste + b"\nstop\n"), (["score"], scored + b"\n")]
    )
    assert [status for status, _ in results] == [0, 0]


def test_a_real_terminal_is_not_driven_by_a_scenario(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "title.yaml"
    file.write_text(LOST_MESSAGE.replace(*PLACES["title"], 1).replace(*PLACES["chat"], 1), encoding="utf-8")
    env = environment(home, PROMPT_TOOLKIT_NO_CPR="1")
    args = [*PEERCOACH[1:], "practise", str(file), "--private"]
    child = pexpect.spawn(sys.executable, args, env=env, dimensions=(40, 60), encoding="utf-8", timeout=20)
    shown = ""
    for wait, keys in (("more…", "\r"), ("Go back to Ash.", ""), (">", "repost it\r"), ("more…", "\x1b[B\r"), ("its", "\x03")):
        child.expect(wait)
        shown += child.before + child.after
        child.send(keys)
    child.expect(pexpect.EOF)
    shown += child.before
    assert "␛[2J" in shown
    for driving in ("\x1b[2J", "\x1b]0;", "\x07", "\x9b", "\u202e", "\u2066", "\x00"):
        assert driving not in shown


def test_an_export_to_the_screen_does_not_drive_it(home: Path) -> None:
    ran(home, [(["practise", "lost-message"], b"ash\n" + TYPED.encode() + b" lantern\nstop\n")])
    child = pexpect.spawn(sys.executable, [*PEERCOACH[1:], "data", "export", "--csv"], env=environment(home), encoding="utf-8")
    child.expect(pexpect.EOF)
    shown = child.before.replace("\r\n", "\n")
    assert "lantern" in shown
    assert DRIVES.findall(shown) == []
