"""Blocks onto a screen: with rich on a terminal, or as plain lines, which say the same in the same order.

Plain mode never loads rich, draws nothing, and repaints nothing. Meaning is never in colour alone.
"""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol, TextIO

from peercoach.terminal.words import BLANK, Block, Pair, Para

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

NAMES = ("cyan", "magenta", "green", "yellow", "blue", "bright_magenta", "bright_cyan")
"""Colours for people, in the order a scenario lists them."""

STYLES = {
    "heading": "bold",
    "quiet": "dim",
    "event": "italic dim",
    "you": "bold",
    "quote": "italic",
    "mark": "bold underline",
    "help": "bold",
    "strong": "bold green",
    "developing": "bold cyan",
    "needs-work": "bold yellow",
    "harmful": "bold magenta",
    **{f"name{number}": f"bold {colour}" for number, colour in enumerate(NAMES)},
}
_TWO_COLUMNS = 72  # narrower than this, two columns would each be too thin to read
_WIDEST = 96  # lines longer than this are hard to follow


class Screen(Protocol):
    """Somewhere blocks can be shown."""

    def show(self, *blocks: Block) -> None:
        """Show the blocks, one under the other."""

    def width(self) -> int:
        """How many columns there are."""


def screen_for(out: TextIO, *, plain: bool, env: Mapping[str, str]) -> Screen:
    """The screen that suits the stream: rich only on a terminal that can draw, and only if it is wanted."""
    return RichScreen(_console(out)) if _draws(out, plain=plain, env=env) else PlainScreen(out)


def clear(out: TextIO, *, plain: bool, env: Mapping[str, str]) -> None:
    """Empty the screen and begin at its top, on a terminal that can draw; nothing anywhere else."""
    if _draws(out, plain=plain, env=env):
        _console(out).clear()


def _draws(out: TextIO, *, plain: bool, env: Mapping[str, str]) -> bool:
    return not plain and out.isatty() and env.get("TERM", "") not in ("", "dumb")


class PlainScreen:
    """Plain lines. On a terminal they are wrapped; into a pipe each paragraph is one line."""

    def __init__(self, out: TextIO, columns: int | None = None) -> None:
        self._out = out
        self._columns = columns

    def width(self) -> int:
        """Columns of the terminal, or 80."""
        return self._columns or shutil.get_terminal_size().columns

    def show(self, *blocks: Block) -> None:
        """Write the blocks as lines; two columns become one after the other."""
        wrap = self._columns is not None or self._out.isatty()
        for block in blocks:
            paras = (*block.left, BLANK, *block.right) if isinstance(block, Pair) else (block,)
            for each in paras:
                self._out.write("\n".join(_plain_lines(each, self.width() if wrap else 0)) + "\n")
        self._out.flush()


class RichScreen:
    """The same with colour and two columns where there is room."""

    def __init__(self, console: Console) -> None:
        self._console = console

    def width(self) -> int:
        """Columns in use, never more than reads well."""
        return min(self._console.width, _WIDEST)

    def show(self, *blocks: Block) -> None:
        """Draw the blocks, wrapped at the width."""
        for block in blocks:
            if isinstance(block, Pair):
                self._pair(block)
            else:
                self._console.print(_rich(block, self._console, self.width()), soft_wrap=True)

    def _pair(self, pair: Pair) -> None:
        if self.width() < _TWO_COLUMNS:
            self.show(*pair.left, BLANK, *pair.right)
            return
        from rich.table import Table
        from rich.text import Text

        half = (self.width() - 4) // 2
        grid = Table.grid(padding=(0, 4, 0, 0))
        for _ in range(2):
            grid.add_column(width=half)
        sides = [Text("\n").join(_rich(each, self._console, half) for each in side) for side in (pair.left, pair.right)]
        grid.add_row(*sides)
        self._console.print(grid)


def _console(out: TextIO) -> Console:
    from rich.console import Console
    from rich.theme import Theme

    return Console(file=out, theme=Theme(STYLES), highlight=False, markup=False, emoji=False)


def _rich(para: Para, console: Console, width: int) -> Text:
    """A paragraph as text wrapped by hand, so that the later lines can stand further in."""
    from rich.text import Text

    whole = Text()
    for span in para.spans:
        whole.append(span.text, span.style or None)
    lines = whole.wrap(console, max(8, width - para.indent - para.hang))
    for number, line in enumerate(lines):
        line.rstrip()
        line.pad_left(para.indent + (para.hang if number else 0))
    return Text("\n").join(lines)


def _plain_lines(para: Para, width: int) -> list[str]:
    """A paragraph's lines; a width of 0 leaves long lines as they are."""
    first, later = " " * para.indent, " " * (para.indent + para.hang)
    lines: list[str] = []
    for number, line in enumerate(para.text().split("\n")):
        lead = later if number else first
        if not width or len(lead) + len(line) <= width:
            lines.append((lead + line).rstrip())
        else:
            room = max(8, width - len(lead)) + len(lead)
            lines += textwrap.wrap(line, room, initial_indent=lead, subsequent_indent=later, break_on_hyphens=False)
    return lines
