"""A check was cut short: go on with it, or begin a new one."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from privacy_check.journey.views import start
from privacy_check.sentences import Said
from tui.text import table
from tui.widgets.choices import Choices
from tui.widgets.page import Page, key


class Resume(Page):
    """Offers the unfinished check."""

    heading = Said("app.resume.heading")
    step = 3
    lead = Said("app.resume.lead")
    help_text = Said("app.resume.help_text")
    BINDINGS: ClassVar[list[BindingType]] = [key("enter", "", "choose")]

    def body(self) -> ComposeResult:
        """What was seen, and the two ways on."""
        shown = start.resume(self.journey)
        if shown.accounts:
            yield Static(table(shown.accounts))
        yield Choices([(offer.id, Content(offer.words)) for offer in shown.offers])

    def on_mount(self) -> None:
        """Starts on the choices."""
        self.query_one(Choices).styles.margin = (1, 0, 0, 0)
        self.query_one(Choices).focus()
        self.refresh_page()

    @on(OptionList.OptionSelected)
    async def chosen(self, event: OptionList.OptionSelected) -> None:
        """Takes up the old check, or goes to About me for a new one."""
        if event.option_id == "go":
            self.journey.resume()
        else:
            self.journey.begin_anew()
        await self.go(event.option_id or "")
