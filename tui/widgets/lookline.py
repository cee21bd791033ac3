"""One account's look as a line: name, bar, state in words, what came of it."""

from __future__ import annotations

from textual.content import Content

from privacy_check.journey.views.checking import Row
from privacy_check.sentences import say
from tui.text import cell, glyphs

_BAR = 20
_NOTE = 20


def look_line(row: Row, name: str, width: int, *, wide: bool) -> Content:
    """The line; without room the bar is left out, the words never are."""
    full = round(row.done * _BAR)
    drawn = glyphs().full * full + glyphs().empty * (_BAR - full)
    return Content.assemble(
        cell(name, width, "bold"),
        (f"  {drawn}" if wide else "", "$primary"),
        f"  {say('app.keys.done') if row.done >= 1 else '':<4}  ",
        cell(row.words, 16),
        " ",
        cell(row.note, _NOTE, "$foreground-muted"),
    )
