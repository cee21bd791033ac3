"""Every request that was made or refused, so that the person can read for themself what left this computer."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from privacy_check.journey.views import look
from privacy_check.model import RequestRecord
from privacy_check.sentences import Said, say
from tui.text import glyphs, plain
from tui.widgets.choices import Choices, Item
from tui.widgets.page import Page, key

MOST_SHOWN = 500


class Requests(Page):
    """The ledger as a list; enter shows an address whole."""

    heading = Said("app.requests.heading")
    step = 7
    lead = Said("app.requests.lead")
    help_text = Said("app.requests.help_text")
    BINDINGS: ClassVar[list[BindingType]] = [key("up,down", "", "read", glyphs().up_down)]

    def body(self) -> ComposeResult:
        """The list."""
        yield Choices(self._items(), id="requests")
        yield Static(id="count", classes="gap quiet")

    def on_mount(self) -> None:
        """Starts on the list."""
        self.query_one(Choices).focus()
        self.query_one("#count", Static).update(Content(look.requests(self.journey).count))
        self.refresh_page()

    def _items(self) -> list[Item]:
        records = look.requests(self.journey).records[:MOST_SHOWN]
        if not records:
            return [("none", Content(say("app.requests.none")))]
        return [(f"r{number}", _line(record)) for number, record in enumerate(records)]


def _line(record: RequestRecord) -> Content:
    state = "made" if record.allowed else "refused"
    return Content.assemble(
        (f"{record.at:%H:%M:%S}  {state:<8}", ""),
        plain(f"{record.method} {record.host}", "bold"),
        "  ",
        plain(record.what_for, longest=60),
        "\n",
        plain(record.url, "$foreground-muted", longest=200),
    )
