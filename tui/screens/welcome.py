"""The first page: what this is, where to begin, and a safer way for someone who may be watched."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from privacy_check.journey.flow import TOURS
from privacy_check.journey.views import start
from privacy_check.sentences import Said, lines, say
from tui.text import bullets
from tui.widgets.choices import Choices, Item
from tui.widgets.page import Page, hidden, key


class Welcome(Page):
    """Where everybody begins."""

    heading = "privacy-check"
    step = 1
    first = True
    lead = Said("app.welcome.lead")
    help_text = Said("app.welcome.help_text")
    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "", "go_on"),
        key("s", "safer", "safer_way"),
        key("k", "reflect", "cards"),
        hidden("q", "app.leave"),
    ]

    def body(self) -> ComposeResult:
        """Promises, choices, the safety question."""
        yield Static(bullets(lines("app.welcome.promises")))
        yield Choices(self._items(), id="begin")
        yield Static(
            Content.assemble(
                f"{say('app.welcome.watched')}  ",
                (say("app.welcome.press_s"), "bold"),
            ),
            classes="gap",
        )

    def on_mount(self) -> None:
        """Leaves a line free above the choices."""
        self.query_one(Choices).styles.margin = (1, 0, 0, 0)
        self.refresh_page()
        self.query_one(Choices).focus()

    def refresh_page(self) -> None:
        """Shows the choices that there are."""
        self.query_one(Choices).fill(self._items())
        self.show_side()

    def _items(self) -> list[Item]:
        return [(offer.id, _line(offer.words, offer.aside)) for offer in start.welcome(self.journey).listed]

    @on(OptionList.OptionSelected)
    async def chosen(self, event: OptionList.OptionSelected) -> None:
        """Opens what was chosen."""
        if event.option_id in ("own", "last"):
            await self.house.be_self()
        if event.option_id in TOURS:
            await self.house.take_tour(event.option_id)
        await self.go(event.option_id or "")

    async def action_safer(self) -> None:
        """The safer way: help first, nothing kept."""
        await self.go("safer")

    async def action_reflect(self) -> None:
        """The cards, for the person alone."""
        await self.go("reflect")


def _line(text: str, right: str) -> Content:
    return Content.assemble(f"{text:<38}", (right, "$foreground-muted")) if right else Content(text)
