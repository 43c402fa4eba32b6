"""The routes that `help-now` prints, written from `services.yaml` by `python -m peercoach.training.help_routes`."""

from __future__ import annotations

ROUTES: tuple[tuple[str, str], ...] = (
    ("In danger now, or badly hurt", "ring 999 or go to A&E"),
    ("Rather type than talk", "text SHOUT to 85258, any time"),
    ("Want someone to listen", "ring 116 123, any time"),
    ("Under 19", "Childline, ring 0800 1111"),
)
