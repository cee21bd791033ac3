"""An account was stopped because another name stands on it: the ways to show that it is the person's own."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from privacy_check.account_names import account_name
from privacy_check.selfcheck import Stopped
from privacy_check.sentences import Said, say
from tui.text import glyphs, plain
from tui.widgets.page import Page, key


class Prove(Page):
    """`stopped` are the accounts that were not read any further."""

    heading = Said("app.prove.heading")
    step = 7
    help_text = Said("app.prove.help_text")
    BINDINGS: ClassVar[list[BindingType]] = [key("down", "scroll('line_down')", "read_on", glyphs().up_down)]

    def __init__(self, stopped: tuple[Stopped, ...]) -> None:
        super().__init__()
        self._stopped = stopped

    def body(self) -> ComposeResult:
        """Each account, why it stopped, and the ways."""
        for stopped in self._stopped:
            name = account_name(stopped.account, self.name_of)
            ways = [way.sentence for way in stopped.ways if not (self.journey.safer and way.shows)]
            lines = [plain(f"{number}  {way}") for number, way in enumerate(ways, 1)]
            yield Static(Content("\n").join([plain(name, "bold"), plain(stopped.sentence), *lines]), classes="gap")
        yield Static(Content(say("app.prove.your_name")), classes="gap")
