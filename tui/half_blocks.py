"""Pictures in a terminal: half-blocks in the picture's own colours, two pictures beside one another."""

from __future__ import annotations

import os

from textual.content import Content

from privacy_check.lookalikes.half_blocks import Block, Point, half_blocks
from tui.text import glyphs

HALF = "\u2580"
GAP = 3


def side_by_side(mine: bytes, theirs: bytes, columns: int, rows: int) -> Content | None:
    """Both pictures, mine on the left, each at most that wide and high.

    None where a picture cannot be read, and where the terminal draws no colours or no such signs.
    """
    if os.environ.get("NO_COLOR") or glyphs().line.isascii():
        return None
    left, right = half_blocks(mine, columns, rows), half_blocks(theirs, columns, rows)
    if left is None or right is None:
        return None
    width = len(left[0])
    lines = []
    for at in range(max(len(left), len(right))):
        first = _line(left[at]) if at < len(left) else Content(" " * width)
        second = _line(right[at]) if at < len(right) else Content()
        lines.append(Content.assemble(first, " " * GAP, second))
    return Content("\n").join(lines)


def _line(blocks: tuple[Block, ...]) -> Content:
    return Content.assemble(*((HALF, f"{_colour(upper)} on {_colour(lower)}") for upper, lower in blocks))


def _colour(point: Point) -> str:
    return "#{:02x}{:02x}{:02x}".format(*point)
