"""Before anything is looked at: whose accounts these are, and a way out for someone who is being made to."""

from __future__ import annotations

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from privacy_check.ownership import STATEMENT
from tui.text import bullets
from tui.widgets.choices import Choices
from tui.widgets.confirm import Confirm
from tui.widgets.page import Page, key
from tui.words import CONSENT


class Consent(Page):
    """The statement that nothing is looked at without."""

    heading = "Before we start"
    step = 2
    lead = "Please read this, then say if it is so."
    help_text = (
        "Nothing is looked at before you say that the accounts are yours. If someone is making you do "
        "this, choose the last line: everything kept here is removed and the program closes."
    )
    BINDINGS: ClassVar[list[BindingType]] = [key("enter", "", "choose")]

    def body(self) -> ComposeResult:
        """The terms and three answers."""
        yield Static(bullets(CONSENT))
        yield Choices(
            [
                ("yes", Content(f"Yes. {STATEMENT}")),
                ("no", Content("No, take me back")),
                ("wipe", Content("Someone is making me do this: close and wipe")),
            ]
        )

    def on_mount(self) -> None:
        """Starts on the choices."""
        self.query_one(Choices).styles.margin = (1, 0, 0, 0)
        self.query_one(Choices).focus()
        self.refresh_page()

    @on(OptionList.OptionSelected)
    async def chosen(self, event: OptionList.OptionSelected) -> None:
        """Goes on, back, or out."""
        if event.option_id == "yes":
            self.journey.stated = True
            await self._go_on()
        elif event.option_id == "no":
            self.journey.stated = False
            self.action_back()
        else:
            self.close_and_wipe()

    async def _go_on(self) -> None:
        vault = self.journey.vault
        if self.journey.safer or vault is None:
            from tui.screens.about import About

            self.journey.keep_nothing()
            await self.app.push_screen(About())
        else:
            from tui.screens.keep import Keep

            await self.app.push_screen(Keep())

    @work
    async def close_and_wipe(self) -> None:
        """Asks once, then forgets everything and leaves with nothing on screen."""
        sure = await self.app.push_screen_wait(
            Confirm("Everything kept on this computer by privacy-check will be gone.", "Close and wipe")
        )
        if sure:
            self.journey.close_and_wipe()
            self.house.leave_at_once()
