"""A pack with nothing wrong, as texts; the tests break it."""

from __future__ import annotations

from tests.scenario.texts import WHOLE

PACK = """\
peercoach: 1
name: harbour
title: Harbour evenings
about: Two evenings in a chat by the sea.
version: 1.2.0
authors: [Sam Okoro, Jo]
licence: CC BY 4.0
tracks:
  first-week: [new-here, lost-bus]
services: services.yaml
"""
SERVICES = """\
services:
  - id: harbour-line
    name: Harbour Line
    status: open
    offer: suggest
    for: [one-to-one, text-only, night-shift]
    regions: [england, wales, scotland, northern-ireland]
    channels:
      - {type: text, value: 07700 900123, hours: 24/7}
    verified: 2026-11-01
meta:
  need_tags:
    night-shift: works nights
"""
LOST_BUS = WHOLE.replace("Nobody answered Ash", "The lost bus")
NEW_HERE = """\
peercoach: 1
title: New here
about: Somebody works nights and wants one person.
for: member
level: 2
people:
  moss: {age: 20}
steps:
  - chat: |
      moss: just off the night bus. anyone up
  - signpost: Moss wants one person, by text. They know 07700 900123 already.
    to: moss
    need: [night-shift, text-only]
    age: 20
"""
FILES = {
    "pack.yaml": PACK,
    "services.yaml": SERVICES,
    "lost-bus.yaml": LOST_BUS,
    "member/new-here.yaml": NEW_HERE,
    "README.md": "Written by the sea.\n",
}
