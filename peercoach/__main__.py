"""`python -m peercoach` is `peercoach`."""

from __future__ import annotations

import sys

from peercoach.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
