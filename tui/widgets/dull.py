"""What stands on the screen while the app leaves at once: a page of a calendar, and nothing of a check."""

from __future__ import annotations

from datetime import date

from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from tui.leaving import dull


class Dull(Screen[None]):
    """A calendar, as any terminal may show; no key does anything here."""

    def compose(self) -> ComposeResult:
        """The month."""
        yield Static(Content(dull(date.today())))
