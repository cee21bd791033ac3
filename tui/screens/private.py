"""Private topics: closed by default, unnamed until the person opens them, never counted as wrong."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from privacy_check.assessment.who_sees import who_sees
from privacy_check.model import Finding
from privacy_check.sentences import Said, say
from tui import telling
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

    def __init__(self) -> None:
        super().__init__()
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
        items = [
            (finding.fingerprint, self._line(number, finding)) for number, finding in enumerate(self._topics(), 1)
        ]
        self.query_one(Choices).fill(items or [("", Content(say("app.private.none")))])
        shown = say("app.private.hide") if self._revealed else say("app.private.show")
        self.query_one("#hint", Static).update(Content(shown if items else ""))
        self.show_side()

    def _topics(self) -> list[Finding]:
        return telling.private_findings(self.journey.assessment) if self.journey.assessment else []

    def _line(self, number: int, finding: Finding) -> Content:
        place = telling.where(finding.account, self.name_of)
        seen = who_sees(finding)
        name = plain(say("app.private.private_topic", number=number), "bold")
        if self._revealed:
            name = plain(telling.rule_title(finding.rule_id), "bold")
        return Content.assemble(
            name, "  ", plain(place), "\n", plain(say("report.account.who_sees", who=seen), "$foreground-muted")
        )

    @on(OptionList.OptionSelected)
    async def chosen(self, event: OptionList.OptionSelected) -> None:
        """Opens it, once revealed."""
        if not event.option_id:
            return
        if not self._revealed:
            self.say(say("app.private.first"), say("app.private.first_hint"))
            return
        from tui.screens.finding import FindingPage

        prints = [finding.fingerprint for finding in self._topics()]
        await self.app.push_screen(FindingPage(prints, event.option_id))

    def action_reveal(self) -> None:
        """Names the topics, or hides them again."""
        self._revealed = not self._revealed
        self.say("")
        self.refresh_page()
