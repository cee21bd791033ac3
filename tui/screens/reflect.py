"""Think it over: the topics of the private cards. Nothing here is scored, kept or in a report."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList

from privacy_check.employer_pack import current
from privacy_check.reflection.cards import topics
from privacy_check.sentences import Said, say
from tui.text import plain
from tui.widgets.choices import Choices, Item
from tui.widgets.page import Page, key

_WIDTH = 30


class Reflect(Page):
    """One line per topic, then the three readers and whose rules the cards speak of."""

    heading = Said("reflect.heading")
    lead = Said("reflect.private")
    help_text = Said("app.reflect.help_text")
    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "", "open"),
        key("3", "readers", "three_readers"),
        key("e", "whose", "whose_rules"),
    ]

    def body(self) -> ComposeResult:
        """The topics."""
        yield Choices(id="topics")

    def on_mount(self) -> None:
        """Starts on the first topic."""
        self.refresh_page()
        self.query_one(Choices).focus()

    def refresh_page(self) -> None:
        """Shows the topics, and the pack in use."""
        items: list[Item] = [
            (
                topic.id,
                Content.assemble(
                    f"{topic.title:<{_WIDTH}}",
                    (say("reflect.cards", count=len(topic.cards)), "$foreground-muted"),
                ),
            )
            for topic in topics()
        ]
        items.append(("readers", Content(say("reflect.readers"))))
        items.append(("whose", plain(say("reflect.speaks_for", name=current().name))))
        self.query_one(Choices).fill(items)
        self.show_side()

    @on(OptionList.OptionSelected)
    async def chosen(self, event: OptionList.OptionSelected) -> None:
        """Opens a topic, the three readers or the packs."""
        if event.option_id == "readers":
            await self.action_readers()
        elif event.option_id == "whose":
            await self.action_whose()
        else:
            await self.go("card", event.option_id or "")

    async def action_readers(self) -> None:
        """The three readers, over words still to be typed."""
        await self.go("readers")

    async def action_whose(self) -> None:
        """The employer packs."""
        await self.go("pack")
