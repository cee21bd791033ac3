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
from tui import telling
from tui.text import plain
from tui.widgets.choices import Choices
from tui.widgets.page import Page, key


class Private(Page):
    """Generic labels until V is pressed."""

    heading = "Private topics"
    step = 8
    lead = "These can tell people something private about you. There is nothing wrong with any of them."
    help_text = (
        "Nothing here is named until you press V. Look around first if someone can see your screen. These "
        "topics are never in a report unless you ask for them, and none weighs more than another."
    )
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
        self.query_one(Choices).fill(items or [("", Content("None were seen."))])
        shown = "Press V to hide them again." if self._revealed else "Press V to read what they are."
        self.query_one("#hint", Static).update(Content(shown if items else ""))
        self.show_side()

    def _topics(self) -> list[Finding]:
        return telling.private_findings(self.journey.assessment) if self.journey.assessment else []

    def _line(self, number: int, finding: Finding) -> Content:
        place = telling.where(finding.account, self.name_of)
        seen = who_sees(finding)
        name = plain(f"Private topic {number}", "bold")
        if self._revealed:
            name = plain(telling.rule_title(finding.rule_id), "bold")
        return Content.assemble(
            name, "  ", plain(place), "\n", plain(f"Who can see it: {seen}", "$foreground-muted")
        )

    @on(OptionList.OptionSelected)
    async def chosen(self, event: OptionList.OptionSelected) -> None:
        """Opens it, once revealed."""
        if not event.option_id:
            return
        if not self._revealed:
            self.say("Press V first.", "Then enter opens it.")
            return
        from tui.screens.finding import FindingPage

        prints = [finding.fingerprint for finding in self._topics()]
        await self.app.push_screen(FindingPage(prints, event.option_id))

    def action_reveal(self) -> None:
        """Names the topics, or hides them again."""
        self._revealed = not self._revealed
        self.say("")
        self.refresh_page()
