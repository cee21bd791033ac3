"""Who can help, most urgent first."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList

from privacy_check.journey.views.contacts import all_contacts
from privacy_check.sentences import Said, say
from tui.text import glyphs, plain
from tui.widgets.choices import Choices, Item
from tui.widgets.page import Page, key


class Contacts(Page):
    """The help list."""

    heading = Said("report.help.heading")
    lead = Said("app.contacts.lead")
    help_text = Said("app.contacts.help_text")
    BINDINGS: ClassVar[list[BindingType]] = [key("up,down", "", "read", glyphs().up_down)]

    def body(self) -> ComposeResult:
        """The list."""
        yield Choices(self._items(), id="contacts")

    def _items(self) -> list[Item]:
        return [
            (
                f"c{number}",
                Content.assemble(
                    plain(contact.need, "bold"),
                    "\n",
                    plain(f"{contact.name}: {contact.contact}"),
                    "\n",
                    plain(
                        say(
                            "app.contacts.looked",
                            note=contact.note,
                            checked_on=f"{contact.checked_on:%d %b %Y}",
                        ),
                        "$foreground-muted",
                    ),
                ),
            )
            for number, contact in enumerate(all_contacts())
        ]

    def on_mount(self) -> None:
        """Starts on the list."""
        self.query_one(Choices).focus()
        self.refresh_page()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A line does nothing more than stand there."""
        event.stop()
