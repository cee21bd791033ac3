"""One account's look as a line: name, bar, state in words, what came of it."""

from __future__ import annotations

from textual.content import Content

from privacy_check.journey.views.checking import Row
from privacy_check.sentences import say
from tui.text import cell, glyphs

_BAR, _SHORTEST_BAR = 20, 5
_WORDS, _NOTE = 18, 20
_BETWEEN = 11  # the blanks between the columns and the word "done"


def look_line(row: Row, name: str, width: int, room: int) -> Content:
    """The line; the bar gives way to the words, and without room it is left out."""
    bar = min(room - width - _WORDS - _NOTE - _BETWEEN, _BAR)
    full = round(row.done * bar)
    drawn = glyphs().full * full + glyphs().empty * (bar - full)
    return Content.assemble(
        cell(name, width, "bold"),
        (f"  {drawn}" if bar >= _SHORTEST_BAR else "", "$primary"),
        f"  {say('app.keys.done') if row.done >= 1 else '':<4}  ",
        cell(row.words, _WORDS),
        " ",
        cell(row.note, _NOTE, "$foreground-muted"),
    )
