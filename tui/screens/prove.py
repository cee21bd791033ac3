"""An account was stopped because another name stands on it: the ways to show that it is the person's own."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from privacy_check.journey.views import look
from privacy_check.sentences import Said, say
from tui.text import glyphs, plain
from tui.widgets.page import Page, key


class Prove(Page):
    """The accounts that were not read any further."""

    heading = Said("app.prove.heading")
    step = 7
    help_text = Said("app.prove.help_text")
    BINDINGS: ClassVar[list[BindingType]] = [key("down", "scroll('line_down')", "read_on", glyphs().up_down)]

    def body(self) -> ComposeResult:
        """Each account, why it stopped, and the ways."""
        for shown in look.prove(self.journey):
            lines = [plain(f"{number}  {way}") for number, way in enumerate(shown.ways, 1)]
            told = [plain(shown.name, "bold"), plain(shown.sentence), *lines]
            yield Static(Content("\n").join(told), classes="gap")
        yield Static(Content(say("app.prove.your_name")), classes="gap")
