"""The accounts that could not be seen, one line each with the best next way: look together, skip, later, or on."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from privacy_check.journey.views import base
from privacy_check.journey.views import walls as view
from privacy_check.sentences import Said, say
from tui.text import plain
from tui.widgets.choices import Choices
from tui.widgets.page import Page, key


class WallsPage(Page):
    """Starts on the first account that is left."""

    heading = Said("walls.heading")
    step = 7
    help_text = Said("walls.help_text")
    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "", "this_one"),
        key("s", "put_off('skip')", "skip_it"),
        key("l", "put_off('later')", "later"),
        key("n", "enough", "enough"),
    ]

    def body(self) -> ComposeResult:
        """What it means, then the accounts."""
        yield Static(id="lead")
        yield Choices(id="walls")

    def on_mount(self) -> None:
        """Starts on the first account."""
        self.refresh_page()
        self.query_one(Choices).focus()

    def refresh_page(self) -> None:
        """Shows what is left."""
        shown = view.walls(self.journey)
        self.query_one("#lead", Static).update(Content("\n").join(plain(sentence) for sentence in shown.says))
        self.query_one(Choices).fill([(offer.id, _line(offer)) for offer in shown.offers])
        self.show_side()

    @on(OptionList.OptionSelected)
    async def chosen(self, event: OptionList.OptionSelected) -> None:
        """To that account, or on to what was found."""
        offer = base.chosen(view.walls(self.journey).offers, event.option_id)
        if offer is not None:
            await self.go(offer.leads, offer.subject)

    def action_put_off(self, how: str) -> None:
        """Skips the account, or leaves it for later; the same again takes that back."""
        entry = self.journey.accounts.entry(self.query_one(Choices).chosen or "")
        if entry is None:
            self.say(say("journey.why.no_account_here"))
            return
        entry.put_off = "" if entry.put_off == how else how
        said = {"": "", view.SKIP: say("walls.skip_said"), view.LATER: say("walls.later_said")}
        self.refresh_page()
        self.say(said[entry.put_off])

    async def action_enough(self) -> None:
        """On to what was found."""
        await self.go()


def _line(offer: base.Offer) -> Content:
    if offer.aside:
        name = plain(offer.words, "bold", longest=34)
        return Content.assemble(name, "\n", plain(offer.aside, "$foreground-muted"))
    return plain(offer.words, "bold" if offer.strong else "")
