"""The one class for expected trouble: something a person can read and act on.

Anything else that is raised is a bug; `peercoach.cli.main` turns a bug into one sentence and exit status 3.
"""

from __future__ import annotations


class PeercoachError(Exception):
    """Expected trouble: what happened, and what to do next.

    `message` says what and where; `hint`, if any, says what to do. Neither ever holds a learner's reply.
    `status` is the exit code: 1 found faults, 2 wrong usage.
    """

    def __init__(self, message: str, hint: str = "", *, status: int = 1) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.status = status
