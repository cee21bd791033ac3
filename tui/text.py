"""The one door by which text that came from outside enters a widget: `plain` for lines, `table` for rows."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.table import Table
from rich.text import Text
from textual.content import Content

from privacy_check.journey.terminal_text import LONGEST, glyphs, tidy, tidy_lines

__all__ = ["bullets", "cell", "glyphs", "plain", "table", "tidy", "tidy_lines"]

WIDEST_LABEL = 20


def plain(text: object, style: str = "", *, longest: int = LONGEST) -> Content:
    """Text as widgets may show it: no markup, no terminal escapes, no text direction tricks, not too long."""
    return Content.styled(tidy(text, longest=longest), style) if style else Content(tidy(text, longest=longest))


def cell(text: object, width: int, style: str = "") -> Content:
    """Text in exactly that many cells: cut with a sign, or filled up with spaces."""
    shown = plain(text, style)
    if shown.cell_length > width:
        shown = shown.truncate(width - len(glyphs().more[:1])) + glyphs().more[:1]
    return shown.pad_right(width - shown.cell_length)


def bullets(lines: Sequence[str]) -> Table:
    """Sentences as a list whose longer lines stay clear of the bullet."""
    return table([(glyphs().bullet, line) for line in lines], gap=1)


def table(rows: Sequence[Sequence[str]], *, heads: Sequence[str] = (), gap: int = 2) -> Table:
    """Rows of text whose long cells wrap inside their own column; the first column is bold."""
    grid = Table.grid(padding=(0, gap, 0, 0), expand=True)
    widest = max((len(row) for row in rows), default=1)
    first = max((cell_len(tidy(row[0])) for row in rows), default=0)
    grid.add_column(width=min(max(first, 1), WIDEST_LABEL))
    for _ in range(widest - 1):
        grid.add_column(ratio=1, overflow="fold")
    if heads:
        grid.add_row(*(Text(head, style="underline") for head in heads))
    for row in rows:
        label, *cells = (tidy(cell) for cell in row)
        grid.add_row(Text(label, style="bold"), *(Text(cell) for cell in cells))
    return grid
