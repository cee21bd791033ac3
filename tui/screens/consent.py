"""Before anything is looked at: whose accounts these are, and a way out for someone who is being made to."""

from __future__ import annotations

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from privacy_check.journey.views import start
from privacy_check.sentences import Said, say
from tui.text import bullets
from tui.widgets.choices import Choices
from tui.widgets.confirm import Confirm
from tui.widgets.page import Page, key


class Consent(Page):
    """The statement that nothing is looked at without."""

    heading = Said("app.consent.heading")
    step = 2
    lead = Said("app.consent.lead")
    help_text = Said("app.consent.help_text")
    BINDINGS: ClassVar[list[BindingType]] = [key("enter", "", "choose")]

    def body(self) -> ComposeResult:
        """The terms and three answers."""
        shown = start.consent()
        yield Static(bullets(shown.says))
        yield Choices([(offer.id, Content(offer.words)) for offer in shown.offers])

    def on_mount(self) -> None:
        """Starts on the choices."""
        self.query_one(Choices).styles.margin = (1, 0, 0, 0)
        self.query_one(Choices).focus()
        self.refresh_page()

    @on(OptionList.OptionSelected)
    async def chosen(self, event: OptionList.OptionSelected) -> None:
        """Goes on, back, or out."""
        if event.option_id == "wipe":
            self.close_and_wipe()
            return
        self.journey.consent(event.option_id == "yes")
        await self.go(event.option_id or "")

    @work
    async def close_and_wipe(self) -> None:
        """Asks once, then forgets everything and leaves with nothing on screen."""
        sure = await self.app.push_screen_wait(
            Confirm(say("app.consent.wipe_sure"), say("app.consent.close_wipe"))
        )
        if sure:
            self.journey.close_and_wipe()
            await self.go("wipe")
