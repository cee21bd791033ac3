"""One account's look as a line: name, bar, state in words, what came of it."""

from __future__ import annotations

from textual.content import Content

from privacy_check.journey.views.checking import Row
from privacy_check.sentences import say
from tui.text import cell, glyphs

_BAR, _SHORTEST_BAR = 20, 5
_WORDS, _NOTE = 18, 20
_BLANKS, _SHORTEST_NAME = 3, 10
_BETWEEN = 11  # the blanks between the columns and the word "done"


def look_line(row: Row, name: str, width: int, room: int) -> Content:
    """The line; the bar gives way to the words, and a long name is cut so that one line holds all."""
    bar = min(room - width - _WORDS - _NOTE - _BETWEEN, _BAR)
    if bar < _SHORTEST_BAR:
        name_room = max(min(width, room - _WORDS - _NOTE - _BLANKS), _SHORTEST_NAME)
        words, note = cell(row.words, _WORDS), cell(row.note, _NOTE, "$foreground-muted")
        return Content.assemble(cell(name, name_room, "bold"), "  ", words, " ", note)
    full = round(row.done * bar)
    drawn = glyphs().full * full + glyphs().empty * (bar - full)
    return Content.assemble(
        cell(name, width, "bold"),
        (f"  {drawn}", "$primary"),
        f"  {say('app.keys.done') if row.done >= 1 else '':<4}  ",
        cell(row.words, _WORDS),
        " ",
        cell(row.note, _NOTE, "$foreground-muted"),
    )
