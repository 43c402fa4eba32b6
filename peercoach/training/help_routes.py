"""`python -m peercoach.training.help_routes` writes `cli/help_routes.py`, so that `help-now` needs no YAML and no directory."""

from __future__ import annotations

from pathlib import Path

from peercoach.coaching.services import Directory, directory

MODULE = Path(__file__).parents[1] / "cli" / "help_routes.py"
_HEAD = '''"""The routes that `help-now` prints, written from `services.yaml` by `python -m peercoach.training.help_routes`."""

from __future__ import annotations

ROUTES: tuple[tuple[str, str], ...] = (
'''


def module(services: Directory) -> str:
    """The module's text for a directory."""
    lines = [f'    ("{route.when}", "{route.do}"),\n' for route in services.help_routes()]
    return f"{_HEAD}{''.join(lines)})\n"


if __name__ == "__main__":
    MODULE.write_text(module(directory()), encoding="utf-8")
