"""`progress`: how the learner's practice is going."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from peercoach.keep.values import Progress

SHAPE = 1
"""The version of what `progress --json` prints. Keys are only ever added; a change of meaning gets a new number."""


def progress_command(
    *,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON, for another program.")] = False,
    plain: Annotated[
        bool, typer.Option("--plain", envvar="PEERCOACH_PLAIN", help="Plain lines: no colour, nothing drawn.")
    ] = False,
) -> None:
    """How your practice is going: in words first, then in numbers."""
    import sys

    from peercoach.cli.printing import aside

    progress, notices = read_progress()
    for notice in notices:
        aside(notice)
    if as_json:
        import json

        print(json.dumps(progress_json(progress), indent=2))
        return
    import os

    from peercoach.terminal.progress_view import progress_page
    from peercoach.terminal.screen import screen_for

    screen_for(sys.stdout, plain=plain, env=os.environ).show(*progress_page(progress))


def read_progress() -> tuple[Progress, tuple[str, ...]]:
    """Read the progress kept, and what to tell about the reading. Makes nothing where nothing is kept yet."""
    import os
    from datetime import UTC, datetime

    from peercoach.keep.places import everything_kept
    from peercoach.keep.profiles import learner_folder, new_profile
    from peercoach.keep.progress import Store
    from peercoach.keep.values import Progress

    folder = learner_folder(os.environ)
    if not any(path.name.startswith("progress.db") for path in everything_kept(folder)):
        return Progress(), new_profile(os.environ)[:1]
    with Store.open(folder, lambda: datetime.now(UTC)) as store:
        return store.summary(), store.notices


def progress_json(progress: Progress) -> dict[str, Any]:
    """Give the JSON's content.

    `finished`, `replies`, `days` are counts; `started` and `latest` ISO 8601 in UTC or null; `unfinished` scenario ids, newest
    first; `scenarios` (latest finished first) have scores 0-100 or null; `skills` count first tries, and `early` and `recent`
    are the levels (met, partly, missed) of the first and the last five, oldest first.
    """
    return {
        "peercoach-progress": SHAPE,
        "finished": progress.finished,
        "replies": progress.replies,
        "days": progress.days,
        "started": progress.started.isoformat() if progress.started else None,
        "latest": progress.latest.isoformat() if progress.latest else None,
        "unfinished": list(progress.unfinished),
        "scenarios": [
            {
                "id": scenario.id,
                "finished": scenario.finished,
                "first": scenario.first,
                "best": scenario.best,
                "latest": scenario.latest,
                "at": scenario.at.isoformat(),
            }
            for scenario in progress.scenarios
        ],
        "skills": [
            {
                "id": skill.id,
                "tries": skill.tries,
                "met": skill.met,
                "partly": skill.partly,
                "early": list(skill.early),
                "recent": list(skill.recent),
            }
            for skill in progress.skills
        ],
    }
