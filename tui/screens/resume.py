"""A check was cut short: go on with it, or begin a new one."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from privacy_check.sentences import Said, say
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
        unfinished = self.journey.unfinished
        if unfinished is not None:
            seen = {view.account.key for view in unfinished.views}
            rows = [
                (
                    self.name_of(account.platform),
                    account.handle,
                    "seen" if account.key in seen else say("app.resume.not_yet"),
                )
                for account in unfinished.accounts
            ]
            yield Static(table(rows))
        yield Choices(
            [
                ("go", Content(say("app.resume.go"))),
                ("new", Content(say("app.resume.new"))),
            ]
        )

    def on_mount(self) -> None:
        """Starts on the choices."""
        self.query_one(Choices).styles.margin = (1, 0, 0, 0)
        self.query_one(Choices).focus()
        self.refresh_page()

    @on(OptionList.OptionSelected)
    async def chosen(self, event: OptionList.OptionSelected) -> None:
        """Takes up the old check, or goes to About me for a new one."""
        if event.option_id == "go":
            from tui.screens.lens import HowToLook

            self.journey.resume()
            await self.app.push_screen(HowToLook())
        else:
            from tui.screens.about import About

            self.journey.unfinished = None
            await self.app.push_screen(About())
