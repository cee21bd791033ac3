"""The safer way: who can help first, then a check that keeps nothing and changes nothing."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from tui.contacts import safety_contacts
from tui.text import bullets
from tui.widgets.choices import Choices
from tui.widgets.contacts import contact_rows
from tui.widgets.page import Page, key
from tui.words import BEFORE_CHANGES


class Safer(Page):
    """For someone who may be watched."""

    heading = "A safer way"
    step = 1
    lead = "You do not have to do this alone. These people know what to do, and it costs nothing to ask."
    help_text = (
        "This page names people to talk to before you change anything. You can go on with a check that "
        "keeps nothing, or leave at once: press escape twice and the screen is cleared."
    )
    BINDINGS: ClassVar[list[BindingType]] = [key("enter", "", "go on")]

    def body(self) -> ComposeResult:
        """Helplines, what to think of, and what to do next."""
        yield Static(contact_rows(safety_contacts()))
        yield Static(bullets(BEFORE_CHANGES), classes="gap")
        yield Choices(
            [
                ("leave", Content("Leave now, with nothing on the screen")),
                ("look", Content("Look only: keep nothing, change nothing")),
                ("contacts", Content("Everyone else who can help")),
                ("back", Content("Back to the start")),
            ],
            id="next",
        )

    def on_mount(self) -> None:
        """Starts on the choices."""
        self.query_one(Choices).styles.margin = (1, 0, 0, 0)
        self.query_one(Choices).focus()
        self.refresh_page()

    @on(OptionList.OptionSelected)
    async def chosen(self, event: OptionList.OptionSelected) -> None:
        """Leaves, goes on the safer way, or goes back."""
        if event.option_id == "leave":
            self.house.leave_at_once()
        elif event.option_id == "look":
            from tui.screens.consent import Consent

            await self.house.be_self()
            self.journey.take_safer_way()
            await self.app.push_screen(Consent())
        elif event.option_id == "contacts":
            await self.house.show_contacts()
        else:
            self.action_back()
