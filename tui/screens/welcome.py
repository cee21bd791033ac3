"""The first page: what this is, where to begin, and a safer way for someone who may be watched."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

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
        vault = self.journey.vault
        kept = vault is not None and vault.exists and not self.journey.safer
        items = [("own", _line(say("app.welcome.own"), say("app.welcome.own_time")))]
        if self.journey.people:
            items.append(("people", _line(say("app.welcome.people"), say("app.welcome.people_time"))))
        if kept:
            items.append(("last", _line(say("app.welcome.last"), say("app.welcome.last_how"))))
        items.append(("words", _line(say("app.welcome.words"), "")))
        items.append(("reflect", _line(say("reflect.heading"), say("reflect.menu"))))
        items.append(("contacts", _line(say("report.help.heading"), "")))
        return items

    @on(OptionList.OptionSelected)
    async def chosen(self, event: OptionList.OptionSelected) -> None:
        """Opens what was chosen."""
        if event.option_id == "own":
            from tui.screens.consent import Consent

            await self.house.be_self()
            await self.app.push_screen(Consent())
        elif event.option_id == "people":
            from tui.screens.people import People

            await self.app.push_screen(People())
        elif event.option_id == "last":
            from tui.screens.keep import Keep

            await self.house.be_self()
            await self.app.push_screen(Keep(then="last"))
        elif event.option_id == "words":
            await self.house.show_words()
        elif event.option_id == "reflect":
            await self.action_reflect()
        else:
            await self.house.show_contacts()

    async def action_safer(self) -> None:
        """The safer way: help first, nothing kept."""
        await self.house.show_safer()

    async def action_reflect(self) -> None:
        """The cards, for the person alone."""
        from tui.screens.reflect import Reflect

        await self.app.push_screen(Reflect())


def _line(text: str, right: str) -> Content:
    return Content.assemble(f"{text:<38}", (right, "$foreground-muted")) if right else Content(text)
