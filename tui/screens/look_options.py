"""How to look: through whose eyes each account is seen, or that it is left out."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from privacy_check.errors import PrivacyCheckError
from privacy_check.journey.views import base, look
from privacy_check.sentences import Said, say
from tui.text import plain
from tui.widgets.choices import Choices
from tui.widgets.page import Page, key


class LookOptions(Page):
    """One line per account; enter offers the other ways."""

    heading = Said("app.lens.heading")
    step = 6
    lead = Said("app.lens.lead")
    help_text = Said("app.lens.help_text")
    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "", "other_way"),
        key("space", "skip", "skip_or_take"),
        key("g,right,ctrl+n", "start", "start_looking", "g"),
    ]

    def body(self) -> ComposeResult:
        """The list and the line that starts the look."""
        yield Choices(id="ways")
        yield Static(id="what", classes="gap quiet")

    def on_mount(self) -> None:
        """Starts on the line that starts the look."""
        self.refresh_page()
        self.query_one(Choices).focus()
        self.query_one(Choices).go_to("start")

    def refresh_page(self) -> None:
        """Shows each account and how it will be looked at."""
        shown = look.look_options(self.journey)
        self.query_one(Choices).fill([(offer.id, _line(offer)) for offer in shown.offers])
        self.query_one("#what", Static).update(Content(shown.says[0]))
        self.show_side()

    @on(OptionList.OptionSelected)
    async def chosen(self, event: OptionList.OptionSelected) -> None:
        """Offers the other ways of that account, or starts."""
        offer = base.chosen(look.look_options(self.journey).offers, event.option_id)
        if offer is not None and offer.id == look.PICTURES:
            self.journey.ask_pictures()
            self.refresh_page()
        elif offer is not None:
            await self.go(offer.leads, offer.subject)

    def action_skip(self) -> None:
        """Leaves the account out, or takes it up again."""
        entry = self.journey.accounts.entry(self.query_one(Choices).chosen or "")
        if entry is None:
            self.say(say("journey.why.no_account_here"))
            return
        self.say("")
        browsed = [way for way in entry.ways if way in self.journey.toolkit.collectors]
        seen = entry.lens is not None or entry.view is not None
        try:
            self.journey.look_through(entry, None if seen else next(iter(browsed), None))
        except PrivacyCheckError as error:
            self.say_error(error)
        self.refresh_page()

    async def action_start(self) -> None:
        """Starts the look."""
        await self.go()


def _line(offer: base.Offer) -> Content:
    if offer.aside:
        return Content.assemble(plain(offer.words, "bold", longest=34), "\n", plain(offer.aside))
    return plain(offer.words, "bold" if offer.strong else "")
