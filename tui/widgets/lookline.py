"""One account's look as a line: name, bar, state in words, what came of it."""

from __future__ import annotations

from textual.content import Content

from tui.progress import Row
from tui.text import glyphs, plain

_BAR = 20
_NOTE = 24


def look_line(row: Row, name: str, width: int, *, wide: bool) -> Content:
    """The line; without room the bar is left out, the words never are."""
    full = round(row.done * _BAR)
    drawn = glyphs().full * full + glyphs().empty * (_BAR - full)
    note = row.note if len(row.note) <= _NOTE else row.note[: _NOTE - 1] + glyphs().more[:1]
    return Content.assemble(
        plain(name, "bold", longest=width).pad_right(max(width - len(name), 0)),
        (f" {drawn}" if wide else "", "$primary"),
        f" {'done' if row.done >= 1 else '':<5}",
        plain(row.words).pad_right(max(18 - len(row.words), 0)),
        " ",
        plain(note, "$text-muted"),
    )
