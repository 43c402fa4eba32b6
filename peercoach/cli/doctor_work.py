"""What `doctor` looks at, and its report. The environment, the stream and the time are arguments."""

from __future__ import annotations

import platform
import shlex
import shutil
import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, TextIO

from peercoach import __version__
from peercoach.cli import doctor_directory
from peercoach.cli.scenario_text import wrapped
from peercoach.keep import health
from peercoach.keep.group_services import services_in_use
from peercoach.keep.health import Finding, Health
from peercoach.keep.library import Library, built_in
from peercoach.keep.places import home
from peercoach.keep.profiles import DEFAULT, learner_folder, profile_in, profiles

SHAPE = 1
"""The version of what `--format json` prints. Keys are only ever added; a change of meaning gets a new number."""
_ORDER: tuple[Health, ...] = ("ok", "look", "trouble")
_NARROW = 40


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that was looked at."""

    findings: tuple[Finding, ...]

    @property
    def worst(self) -> Health:
        """How the whole of it is."""
        return max((finding.state for finding in self.findings), key=_ORDER.index, default="ok")

    def lines(self, width: int) -> Iterator[str]:
        """A line each, how it is first, and what to do below it; then the sum."""
        for finding in self.findings:
            yield from wrapped(f"{finding.state:<8} {finding.about}: {finding.says}", width, hang=9)
            if finding.do:
                yield from wrapped(finding.do, width, 9)
        look, trouble = (sum(each.state == state for each in self.findings) for state in ("look", "trouble"))
        yield ""
        yield from wrapped(_sum(look, trouble), width)

    def as_json(self) -> dict[str, Any]:
        """The same for another program."""
        return {"peercoach-doctor": SHAPE, "state": self.worst, "findings": [asdict(each) for each in self.findings]}


def examine(env: Mapping[str, str], out: TextIO, now: datetime) -> Report:
    """Look at everything; nothing is changed, and nothing that anybody wrote is read."""
    in_use = services_in_use(env)
    return Report(
        (
            Finding("peercoach", "ok", f"{__version__}, Python {platform.python_version()}, {sys.platform}."),
            *_whose(env),
            *health.look_at(learner_folder(env)),
            _screen(env, out),
            *doctor_directory.look_at(in_use, now.astimezone().date()),
            *_scenarios(home(env)),
        )
    )


def _sum(look: int, trouble: int) -> str:
    if trouble:
        return f"{trouble} {'thing needs' if trouble == 1 else 'things need'} mending."
    return f"Nothing is broken; {look} worth a look." if look else "All is well."


def _whose(env: Mapping[str, str]) -> Iterator[Finding]:
    names = profiles(home(env))
    if names or profile_in(env) != DEFAULT:
        others = f" Others here: {', '.join(name for name in (DEFAULT, *names) if name != profile_in(env))}."
        yield Finding("profile", "ok", f"{profile_in(env)}.{others}")


def _screen(env: Mapping[str, str], out: TextIO) -> Finding:
    """How wide it is, whether it has colour, and whether it can show every sign."""
    encoding = (out.encoding or "").lower().replace("-", "")
    plain = "" if encoding in ("utf8", "utf16") else f"it writes {out.encoding or 'nothing known'}, so some signs show as ?"
    if not out.isatty():
        said = "Not a terminal here, so nothing is drawn."
        return Finding("screen", "look" if plain else "ok", f"{said[:-1]}; {plain}." if plain else said, _UTF8 if plain else "")
    columns = shutil.get_terminal_size().columns
    narrow = f"fewer than {_NARROW} columns are hard to read in" if columns < _NARROW else ""
    wrong = "; ".join(part for part in (narrow, plain) if part)
    said = f"{columns} columns, {_colour(env)}"
    do = _UTF8 if plain else "Make the window wider, or the letters smaller." if narrow else ""
    return Finding("screen", "look" if wrong else "ok", f"{said}; {wrong}." if wrong else f"{said}, every sign.", do)


_UTF8 = "Set the terminal, or LANG, to UTF-8."


def _colour(env: Mapping[str, str]) -> str:
    if env.get("NO_COLOR"):
        return "no colour (NO_COLOR)"
    return "no colour (TERM)" if env.get("TERM", "") in ("", "dumb") else "colour"


def _scenarios(shared: Path) -> Iterator[Finding]:
    """The learner's own scenarios, and packs; those that come with peercoach are tested before they come."""
    own = Library((shared / "scenarios",)).files
    broken = tuple(name for name, path in own.items() if _faulty(path))
    if broken:
        do = f"peercoach scenario check {shlex.quote(str(own[broken[0]]))}"
        yield Finding(
            "own scenarios", "trouble", f"{len(broken)} of your own {len(own)} need mending: {', '.join(broken)}.", do, broken
        )
    else:
        yield Finding("own scenarios", "ok", f"{len(own)} of your own, nothing to mend." if own else "None of your own.")
    for trouble in built_in(shared).troubles:
        yield Finding("packs", "trouble", trouble, "peercoach scenario pack list shows them.")


def _faulty(path: Path) -> bool:
    """Whether a scenario can't be played, or could hurt."""
    from peercoach.cli.scenario_files import check

    return check([str(path)]).errors > 0
