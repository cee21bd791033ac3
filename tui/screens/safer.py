"""The safer way: who can help first, then a check that keeps nothing and changes nothing."""

from __future__ import annotations

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from privacy_check.journey.views import start
from privacy_check.journey.views.base import chosen
from privacy_check.journey.views.contacts import safety_contacts
from privacy_check.sentences import Said, lines, say
from tui.text import bullets
from tui.widgets.choices import Choices, Item
from tui.widgets.confirm import Confirm
from tui.widgets.contacts import contact_rows
from tui.widgets.page import Page, TitleBar, key


class Safer(Page):
    """For someone who may be watched."""

    heading = Said("app.safer.heading")
    step = 1
    lead = Said("paths.watched.lead")
    help_text = Said("app.safer.help_text")
    BINDINGS: ClassVar[list[BindingType]] = [key("enter", "", "go_on")]

    def body(self) -> ComposeResult:
        """Helplines and silent ways to ask, what to do next, and what to think of."""
        yield Static(contact_rows(safety_contacts()))
        yield Static(bullets(lines("paths.watched.silent")), classes="gap")
        yield Choices(self._items(), id="next")
        yield Static(bullets(lines("paths.watched.steps")), classes="gap")

    def _items(self) -> list[Item]:
        return [(offer.id, Content(offer.words)) for offer in start.safer(self.journey).offers]

    def refresh_page(self) -> None:
        """Shows whether something was kept here before."""
        self.query_one(Choices).fill(self._items())
        self.say(say("paths.watched.kept_before") if self.journey.kept_before else "")
        self.show_side()

    def on_mount(self) -> None:
        """Starts on the choices."""
        self.query_one(Choices).styles.margin = (1, 0, 0, 0)
        self.query_one(Choices).focus()
        self.refresh_page()

    @on(OptionList.OptionSelected)
    async def selected(self, event: OptionList.OptionSelected) -> None:
        """Leaves, goes on the safer way, or goes back."""
        offer = chosen(start.safer(self.journey).offers, event.option_id)
        if offer is None:
            return
        if offer.id == "wipe":
            self.wipe()
            return
        if offer.id == "leave_look_only":
            self.leave_look_only()
            return
        if offer.id == "look":
            await self.house.be_self()
            self.journey.take_safer_way()
        await self.go(offer.leads)

    @work
    async def wipe(self) -> None:
        """Removes what was kept before, after asking."""
        words = (say("paths.watched.wipe_sure"), say("paths.watched.wipe"))
        if await self.app.push_screen_wait(Confirm(*words)):
            self.journey.remove_kept()
            self.refresh_page()

    @work
    async def leave_look_only(self) -> None:
        """Ends the safer way, after asking."""
        if await self.app.push_screen_wait(Confirm(say("quick.leave_sure"), say("quick.leave_look_only"))):
            self.journey.leave_safer_way()
            self.refresh_page()
            self.say(say("quick.left"))
            self.query_one(TitleBar).refresh(layout=True)
