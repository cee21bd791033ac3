"""Private topics: closed by default, unnamed until the person opens them, never counted as wrong."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from privacy_check.journey.flow import Place
from privacy_check.journey.views import findings as view
from privacy_check.sentences import Said, say
from tui.text import plain
from tui.widgets.choices import Choices
from tui.widgets.page import Page, key


class Private(Page):
    """Generic labels until V is pressed."""

    heading = Said("app.private.heading")
    step = 8
    lead = Said("app.private.lead")
    help_text = Said("app.private.help_text")
    BINDINGS: ClassVar[list[BindingType]] = [
        key("v", "reveal", "reveal"),
        key("enter", "", "open"),
    ]

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._revealed = False

    def body(self) -> ComposeResult:
        """The list."""
        yield Choices(id="topics")
        yield Static(id="hint", classes="gap quiet")

    def on_mount(self) -> None:
        """Starts on the list."""
        self.refresh_page()
        self.query_one(Choices).focus()

    def refresh_page(self) -> None:
        """Shows generic labels, or the titles once revealed."""
        shown = view.private_topics(self.journey, reveal=self._revealed)
        items = [(line.fingerprint, _line(line)) for line in shown.lines]
        self.query_one(Choices).fill(items or [("", Content(shown.nothing))])
        hint = say("app.private.hide") if self._revealed else say("app.private.show")
        self.query_one("#hint", Static).update(Content(hint if items else ""))
        self.show_side()

    @on(OptionList.OptionSelected)
    async def chosen(self, event: OptionList.OptionSelected) -> None:
        """Opens it, once revealed."""
        if not event.option_id:
            return
        if not self._revealed:
            self.say(say("app.private.first"), say("app.private.first_hint"))
            return
        await self.go("finding", event.option_id, view.private_topics(self.journey, reveal=True).prints)

    def action_reveal(self) -> None:
        """Names the topics, or hides them again."""
        self._revealed = not self._revealed
        self.say("")
        self.refresh_page()


def _line(line: view.FindingLine) -> Content:
    seen = say("report.account.who_sees", who=line.seen)
    return Content.assemble(
        plain(line.title, "bold"), "  ", plain(line.place), "\n", plain(seen, "$foreground-muted")
    )
