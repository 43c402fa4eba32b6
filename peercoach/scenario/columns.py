"""Which columns keys and dashes may start in, going down a file; and which one a stray line was meant for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Sign = Literal["key", "dash"]
_NEAR = 3


@dataclass(slots=True)
class Columns:
    """The keys and dashes that are open above a line, outermost first; `waiting` is the column of a key with its value below."""

    open: list[tuple[int, Sign]] = field(default_factory=list)
    waiting: int | None = -1

    def meant(self, col: int, sign: Sign) -> int:
        """The column a line that starts in `col` should start in: `col` itself, unless it is a near miss of an open one."""
        if (col, sign) in self._above(col, sign) or self._begins(col, sign):
            return col
        near = [column for column, kind in reversed(self.open) if kind == sign and abs(column - col) <= _NEAR]
        return min(near, key=lambda column: abs(column - col), default=col)

    def enter(self, col: int, sign: Sign, key_col: int | None = None) -> None:
        """Note a line that starts in `col`; after a dash its key, if it has one, starts in `key_col`."""
        self.open = self._above(col, sign)
        self.waiting = None
        if (col, sign) not in self.open:
            self.open.append((col, sign))
        if key_col is not None and sign == "dash":
            self.open.append((key_col, "key"))

    def last_key(self) -> int:
        """The column of the innermost open key."""
        return next((column for column, kind in reversed(self.open) if kind == "key"), 0)

    def _begins(self, col: int, sign: Sign) -> bool:
        """Whether a line in `col` begins what a key above waits for."""
        if self.waiting is None:
            return False
        return col > self.waiting or (sign == "dash" and col == self.waiting)

    def _above(self, col: int, sign: Sign) -> list[tuple[int, Sign]]:
        """What stays open when a line starts in `col`: a key in a dash's own column ends its list."""
        return [(at, kind) for at, kind in self.open if at < col or (at == col and (kind == "key" or sign == "dash"))]
