"""A path of its own: whom to tell first, then what to do. Nothing is changed or reported from here."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from privacy_check.assessment.own_paths import OwnPath, text_of
from privacy_check.journey.flow import Place
from privacy_check.sentences import Said
from tui.text import glyphs, table
from tui.widgets.page import Page, key


class OwnPathPage(Page):
    """The people, then the steps, one under the other."""

    step = 8
    help_text = Said("app.own_path.help_text")
    BINDINGS: ClassVar[list[BindingType]] = [
        key("down", "scroll('line_down')", "read_on", glyphs().up_down),
        key("h", "contacts", "who_can_help"),
    ]

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._path = OwnPath(place.subject)

    @property
    def heading(self) -> str:  # type: ignore[override]  # every path has its own
        """The name of the path."""
        return text_of(self._path).title

    def body(self) -> ComposeResult:
        """Why to ask first, whom, and the steps."""
        text = text_of(self._path)
        yield Static(Content(text.lead))
        yield Static(table(text.help), classes="gap")
        yield Static(table([(str(at), step) for at, step in enumerate(text.steps, 1)]), classes="gap")

    async def action_contacts(self) -> None:
        """Who can help."""
        await self.go("contacts")
