"""What to do about a copy: what to save, whom to tell, and in which order. Nothing is reported from here."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from tui import copies
from tui.text import glyphs, table
from tui.widgets.page import Page, key


class CopySheet(Page):
    """The steps, one under the other."""

    heading = "What to do about a copy"
    step = 8
    lead = "This happens to many people, and it is not your fault. You do not have to do it all today."
    help_text = (
        "Work through the steps in order. The account itself should hear nothing from you. Who can help is "
        "behind H; they know how to talk to the sites."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        key("down", "scroll('line_down')", "read on", glyphs().up_down),
        key("h", "contacts", "who can help"),
    ]

    def body(self) -> ComposeResult:
        """The steps."""
        yield Static(table([(str(number), step) for number, step in enumerate(copies.what_to_do(), 1)]))

    async def action_contacts(self) -> None:
        """Who can help."""
        await self.house.show_contacts()
