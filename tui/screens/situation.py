"""What kind of work, fostering, own children, someone to be careful of: one tap each, and all can be skipped."""

from __future__ import annotations

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from privacy_check.journey.situation import ASKS, choices, tapped
from privacy_check.sentences import Said, say
from privacy_check.subject import WORK, AboutMe, Situation
from tui.text import glyphs, plain
from tui.widgets.choices import Choices, Item
from tui.widgets.confirm import Confirm
from tui.widgets.page import Page, key

GO_ON = "go-on"


class SituationPage(Page):
    """One line per answer; a tap ticks it and another takes it back."""

    heading = Said("app.situation.heading")
    step = 4
    lead = Said("paths.situation.lead")
    help_text = Said("app.situation.help_text")
    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter,space", "tap", "tick_or_take_back", "enter"),
        key("ctrl+n", "go_on", "go_on_or_skip"),
    ]

    def body(self) -> ComposeResult:
        """The lines."""
        yield Static(Content.styled(say("paths.situation.work"), "bold"))
        yield Choices(self._items(), id="taps")

    def on_mount(self) -> None:
        """Starts on the first line."""
        self.refresh_page()
        self.query_one(Choices).focus()

    @property
    def _situation(self) -> Situation:
        return (self.journey.about or AboutMe()).situation

    def refresh_page(self) -> None:
        """Shows what is ticked."""
        self.query_one(Choices).fill(self._items())
        self.show_side()

    def _items(self) -> list[Item]:
        items: list[Item] = []
        for line, words, ticked in choices(self._situation if self.is_attached else Situation()):
            gap = "\n" if line in (f"work:{WORK[-1]}", ASKS[-1]) else ""
            sign = glyphs().ticked if ticked else glyphs().unticked
            items.append((line, Content.assemble(f"{sign} ", plain(words, "bold" if ticked else ""), gap)))
        return [*items, (GO_ON, Content.styled(say("paths.situation.done"), "bold"))]

    @on(OptionList.OptionSelected)
    async def chosen(self, event: OptionList.OptionSelected) -> None:
        """Takes the tap, or goes on."""
        await self._take(event.option_id or "")

    async def action_tap(self) -> None:
        """The same with the space bar."""
        await self._take(self.query_one(Choices).chosen or "")

    async def _take(self, line: str) -> None:
        if line == GO_ON:
            await self.action_go_on()
            return
        self.journey.set_situation(tapped(self._situation, line))
        self.refresh_page()
        if line == "careful_of_someone" and self._situation.careful_of_someone and not self.journey.safer:
            self.offer_the_safer_way()

    @work
    async def offer_the_safer_way(self) -> None:
        """Leads there gently: it is an offer, and going on is as good an answer."""
        words = [say(f"paths.situation.careful.{name}") for name in ("sentence", "yes", "no")]
        if await self.app.push_screen_wait(Confirm(*words)):
            await self.go("safer")

    async def action_go_on(self) -> None:
        """To the accounts."""
        await self.go()
