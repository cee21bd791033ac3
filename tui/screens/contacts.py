"""Who can help, most urgent first."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList

from tui.contacts import all_contacts
from tui.text import glyphs, plain
from tui.widgets.choices import Choices, Item
from tui.widgets.page import Page, key


class Contacts(Page):
    """The help list."""

    heading = "Who can help"
    lead = "You can ask before you are sure. If there is danger now, call 999."
    help_text = "Numbers and hours can change. Each line says when it was last looked at."
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
                    plain(f"{contact.note} Last looked at {contact.checked_on:%d %b %Y}.", "$foreground-muted"),
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
