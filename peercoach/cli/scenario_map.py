"""`scenario map`: the branches of a scenario as a tree, as a Mermaid flowchart, or drawn."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from peercoach.cli.options import Plain
from peercoach.cli.printing import print_lines, width
from peercoach.errors import PeercoachError

if TYPE_CHECKING:
    from peercoach.scenario.map import Map
    from peercoach.terminal.map_tree import Glyphs


def map_command(
    which: Annotated[str, typer.Argument(metavar="FILE|ID", help="A scenario's file, or its id.")],
    drawing: Annotated[
        Path | None, typer.Argument(metavar="[SVG]", help="With --svg: the file to draw in.", show_default=False)
    ] = None,
    *,
    mermaid: Annotated[bool, typer.Option("--mermaid", help="Print a Mermaid flowchart.")] = False,
    svg: Annotated[bool, typer.Option("--svg", help="Draw it: into a file, or printed without one.")] = False,
    plain: Plain = False,
) -> None:
    """Show how the talk branches. Every condition, where it leads, and what nothing leads to."""
    from peercoach.cli.scenario_files import library
    from peercoach.scenario.map import draw

    if svg and drawing and which.endswith(".svg"):  # `--svg FILE ID` reads just as well
        which, drawing = str(drawing), Path(which)
    if drawing and drawing.suffix != ".svg":
        raise PeercoachError(f"{drawing} is no name for a drawing.", "Let it end in .svg", status=2)
    whole = draw(library().find(which).scenario)
    if svg or drawing:
        _draw(whole, drawing)
    elif mermaid:
        from peercoach.terminal.map_mermaid import mermaid as flowchart

        print_lines(flowchart(whole))
    else:
        from peercoach.terminal.map_tree import tree

        print_lines(tree(whole, width(), _glyphs(plain=plain)))


def _draw(whole: Map, to: Path | None) -> None:
    """Write the drawing into a file, or print it."""
    from peercoach.terminal.map_svg import svg

    text = "\n".join(svg(whole)) + "\n"
    if to is None:
        print(text, end="")
        return
    try:
        to.write_text(text, encoding="utf-8")
    except OSError as trouble:
        raise PeercoachError(f"{to} can't be written: {(trouble.strerror or 'no reason given').lower()}.") from None
    print_lines([f"Drawn in {to}. Any browser shows it."])


def _glyphs(*, plain: bool) -> Glyphs:
    """Box characters, unless plain lines are wanted or whatever reads them can't."""
    import sys

    from peercoach.terminal.map_tree import BOX, PLAIN

    try:
        (BOX.tee + BOX.corner + BOX.bar).encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return PLAIN
    return PLAIN if plain else BOX
