"""What `scenario check` makes of 10,000 mutated and 500 hostile files. Run by hand: python tests/bench/bench_hostile.py.

Each file is checked by the command itself, every rule on. The aims: no traceback and never exit status 3, at most 2 s a file,
at most 200 MB for a hostile file in a process of its own.
"""

from __future__ import annotations

import contextlib
import io
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MUTATED, HOSTILE = 10_000, 500
SECONDS, MEGABYTES = 2.0, 200
SIGNS = [*":-#[]{}&*!|>'\"%@`?,\n\t ", "  ", "- ", ": ", "|\n", "\x00", "\u202e", "💛", "<<: *a", "---\n", "? [a]\n", "{[a]: b}"]
FORMS = ("text", "json", "github", "sarif")
ONE = """
import os, resource, sys
from peercoach.cli.main import main
out = os.dup(1)
os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
status = main(["scenario", "check", sys.argv[1], "--format", sys.argv[2]])
os.write(out, f"{status} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}".encode())
"""


def mutants(chance: random.Random) -> Iterator[bytes]:
    """Good files with one to four things put in, taken out or doubled."""
    bases = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "peercoach/scenario/templates").glob("*.yaml"))]
    for _ in range(MUTATED):
        text = chance.choice(bases)
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(text))
            piece = text[chance.randrange(len(text)) :][: chance.randrange(80)]
            put = chance.choice([chance.choice(SIGNS), piece, "".join(chance.choices(SIGNS, k=9)), ""])
            text = text[:at] + put + text[at + chance.choice([0, 1, 12, 80]) :]
        yield text.encode("utf-8", "surrogatepass")


def _laughs(size: int) -> str:
    """Each line ten of the line above."""
    rows = ["a0: &a0 [x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, size % 40 + 9)]
    return "\n".join(rows)


def _steps(size: int) -> str:
    head = "peercoach: 1\ntitle: t\nabout: a\nfor: member\nlevel: 1\npeople: {ash: {}}\nsteps:\n"
    return head + "".join(f"  - note: n{n}\n    id: n{n}\n    goto: n{(n * 7 + 1) % size}\n" for n in range(size))


def _replies(size: int) -> str:
    head = "peercoach: 1\ntitle: t\nabout: a\nfor: member\nlevel: 1\npeople: {ash: {}}\nsteps:\n"
    reply = "  - reply: r\n    to: ash\n    rubric: [{skill: hear}]\n    hints: [a b c d e f g h]\n    examples:\n"
    return head + reply + "".join(f"      - strong: {'a b c d e f g h'} x{n}\n" for n in range(size))


def _pattern(text: str) -> Callable[[int], str]:
    return lambda size: _replies(3).replace("{skill: hear}", f'{{point: p, any: "{(text * size)[:490]}"}}')


def _said(piece: str) -> Callable[[int], str]:
    """A good file in which somebody says the same thing over and over."""
    return lambda size: _steps(3).replace("note: n1", f"note: |\n      {piece * size}")


KINDS: dict[str, Callable[[int], str | bytes]] = {
    "deep lists": lambda size: "a: " + "[" * size * 40,
    "deep keys": lambda size: "\n".join(" " * n + "a:" for n in range(size)),
    "deep maps": lambda size: "{a: " * size * 30,
    "dashes": lambda size: "- " * size * 90,
    "questions": lambda size: "? " * size * 90,
    "laughs": _laughs,
    "alias bomb": lambda size: "a: &a [" + "x, " * size + "]\nb: [" + "*a, " * size * 20 + "]",
    "recursive anchor": lambda size: f"a: &a [{'*a, ' * size}]\nb: &b {{b: *b}}\n",
    "merges": lambda size: "a: &a {b: c}\n" + "".join(f"k{n}:\n  <<: *a\n" for n in range(size)),
    "tags": lambda size: "a: !!python/object/apply:os.system ['true']\n" + "b: !!binary x\n" * size,
    "huge scalar": lambda size: f"title: {'x' * size * 900}",
    "huge key": lambda size: f"{'k' * size * 400}: x",
    "many keys": lambda size: "".join(f"k{n}: x\n" for n in range(size * 40)),
    "five megabytes in a line": lambda size: "title: " + "y" * (5_000_000 + size),
    "five megabytes of lines": lambda size: "a: b\n" * (1_000_000 + size),
    "control characters": lambda size: "".join(f"title: a{chr(n % 32)}b\n" for n in range(size * 9)),
    "nothing but nul": lambda size: "\x00" * size * 900,
    "turned round": lambda size: "title: \u202eabc\u2066\n" * size * 9,
    "surrogates": lambda size: b"title: \xed\xa0\x80" * size,
    "not utf-8": lambda size: b"\xff\xfe\xc0\xaf" * size * 99,
    "utf-16": lambda size: ("title: x\n" * size).encode("utf-16"),
    "tabs": lambda size: "\t\ttitle:\tx\n" * size * 40,
    "tabs in steps": lambda size: _steps(size).replace("    ", "\t"),
    "many documents": lambda size: "---\ntitle: x\n...\n" * size * 40,
    "directives": lambda size: "%YAML 1.2\n%TAG ! x\n---\n" * size,
    "quotes": lambda size: 'title: "' + "\\\"'" * size * 60,
    "odd quotes": lambda size: "title: 'a\n" * size * 40,
    "colons": lambda size: "a: b: c\n" * size * 40,
    "hashes": lambda size: "title: a #b #c\n" * size * 40,
    "blocks": lambda size: "a: |\n  x\n b: |9\n" * size * 20,
    "brackets in text": lambda size: "  - note: [x] y {z\n" * size * 20,
    "steps in a circle": _steps,
    "thousands of steps": lambda size: _steps(size * 9),
    "steps nowhere": lambda size: _steps(size % 490 + 9).replace("goto: n1\n", "goto: nowhere\n"),
    "examples alike": lambda size: _replies(size % 490 + 9),
    "examples long": lambda size: _replies(200).replace("a b c d e f g h", " ".join(f"w{n}" for n in range(size % 120))),
    "wild pattern": _pattern("*a*?"),
    "pattern of bars": _pattern("a|*b*|"),
    "pattern of gaps": _pattern("a _ "),
    "pattern of brackets": _pattern("[not("),
    "numbers": _said("0800 11 "),
    "hard words": _said("kill my self, committed suicide, 45 kg "),
    "formulas": _said("you could say: \"that sounds __ ... always start with 'x' "),
    "long words": _said("validate_reflect_back_open_question"),
    "reflecting": _said("reflect a "),
    "emoji": _said("👩‍👩‍👧 "),
    "names": lambda size: _steps(3).replace("{ash: {}}", "{" + ", ".join(f"n{n}: {{}}" for n in range(size * 9)) + "}"),
    "nobody speaks": lambda size: _steps(2).replace("note: n1", "chat: |\n" + "      who: x\n" * size * 9),
    "slips": lambda size: _steps(3) + "".join(f"titel{n}: x\n" for n in range(size * 9)),
    "crlf": lambda size: _steps(size).replace("\n", "\r\n"),
}


def hostile() -> Iterator[tuple[str, bytes]]:
    """Each kind in ten sizes."""
    for name, make in KINDS.items():
        for turn in range(HOSTILE // len(KINDS)):
            made = make(60 + 55 * turn)
            yield f"{name} {turn}", made if isinstance(made, bytes) else made.encode("utf-8", "surrogatepass")


def _check_here(path: Path, form: str) -> tuple[int | None, float]:
    """Exit status and seconds of one check in this process; no status for a traceback."""
    from peercoach.cli.main import main

    out, err, start = io.StringIO(), io.StringIO(), time.perf_counter()
    status: int | None = None
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err), contextlib.suppress(Exception):
        status = main(["scenario", "check", str(path), "--format", form])
    return status, time.perf_counter() - start


def _check_apart(path: Path, form: str) -> tuple[int | None, float, float]:
    """The same in a process of its own, with the memory it took in MB."""
    start = time.perf_counter()
    ran = subprocess.run([sys.executable, "-c", ONE, str(path), form], capture_output=True, check=False, timeout=60)
    status, kilobytes = [*ran.stdout.split(), b"", b"0"][:2]
    return (int(status) if status.isdigit() else None), time.perf_counter() - start, int(kilobytes) / 1024


def main() -> None:
    """Check them all and say what came of it."""
    sys.path.insert(0, str(ROOT))
    chance, bad, slowest = random.Random(20261122), [], [0.0]  # noqa: S311  # the same files each time, and no secret
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PEERCOACH_HOME"] = folder
        path = Path(folder) / "x.yaml"
        for number, text in enumerate(mutants(chance)):
            path.write_bytes(text)
            status, seconds = _check_here(path, FORMS[number % 4])
            slowest.append(seconds)
            bad += [f"mutant {number}: status {status}, {seconds:.2f} s"] if status not in (0, 1) or seconds > SECONDS else []
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        sys.stdout.write(
            f"{MUTATED} mutated files: slowest {max(slowest):.2f} s, {memory:.0f} MB for all of them in one process\n"
        )
        rows = []
        for number, (name, content) in enumerate(hostile()):
            path.write_bytes(content)
            status, seconds, megabytes = _check_apart(path, FORMS[number % 4])
            rows.append((seconds, megabytes, name))
            if status not in (0, 1) or seconds > SECONDS or megabytes > MEGABYTES:
                bad.append(f"{name}: status {status}, {seconds:.2f} s, {megabytes:.0f} MB")
    slow, large = max(rows), max(rows, key=lambda row: row[1])
    sys.stdout.write(f"{len(rows)} hostile files: slowest {slow[0]:.2f} s ({slow[2]}), largest {large[1]:.0f} MB ({large[2]})\n")
    sys.stdout.write("\n".join([*bad, f"{len(bad)} outside the aims"]) + "\n")


if __name__ == "__main__":
    main()
