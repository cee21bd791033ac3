"""The report's three pictures in words: as a stranger sees you, how the pieces join, before and after."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from privacy_check.pictures import Look, in_words
from privacy_check.sentences import Said
from tui.text import glyphs, plain
from tui.widgets.page import Page, key

WIDTH = 76


class Drawn(Page):
    """The same words as beneath the pictures of the report, one block after the other, values as dots."""

    heading = Said("app.drawn.heading")
    step = 8
    help_text = Said("app.drawn.help_text")
    BINDINGS: ClassVar[list[BindingType]] = [key("down", "scroll('line_down')", "read_on", glyphs().up_down)]

    def body(self) -> ComposeResult:
        """A heading and lines for each picture; nothing without an account."""
        assessment = self.journey.assessment
        if assessment is None:
            return
        for part in in_words(assessment, Look(platform_name=self.name_of), WIDTH):
            yield Static(plain(part.heading, "bold"), classes="gap")
            yield Static(Content("\n").join(map(_line, part.lines)))


def _line(line: str) -> Content:
    """A line with the room it keeps on its left."""
    words = line.lstrip()
    return Content.assemble(" " * (len(line) - len(words)), plain(words, longest=2 * WIDTH))
