"""Whose rules the cards speak of: an employer pack that comes with the tool, or a file of one's own."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input, OptionList

from privacy_check import employer_pack
from privacy_check.errors import PrivacyCheckError
from privacy_check.sentences import Said, say
from tui.text import plain
from tui.widgets.choices import Choices, Item
from tui.widgets.page import Page, key


class WhoseRules(Page):
    """The packs; the one in use is marked in words."""

    heading = Said("reflect.whose.heading")
    lead = Said("reflect.whose.lead")
    help_text = Said("app.pack.help_text")
    BINDINGS: ClassVar[list[BindingType]] = [key("enter", "", "take_it")]

    def body(self) -> ComposeResult:
        """The packs, and the line for a file."""
        yield Choices(id="packs")
        yield Input(id="path", placeholder=say("reflect.whose.type_path"), classes="gap")

    def on_mount(self) -> None:
        """Starts on the first pack."""
        self.query_one(Input).can_focus = False
        self.refresh_page()
        self.query_one(Choices).focus()

    def refresh_page(self) -> None:
        """Shows the packs."""
        used = employer_pack.current()
        known = {pack.id: pack for pack in (*employer_pack.all_shipped(), used)}
        items: list[Item] = [
            (pack.id, plain(pack.name, "bold" if pack == used else "")) for pack in known.values()
        ]
        self.query_one(Choices).fill([*items, ("file", Content(say("reflect.whose.another")))])
        self.show_side()

    @on(OptionList.OptionSelected)
    def chosen(self, event: OptionList.OptionSelected) -> None:
        """Takes a pack, or goes to the line for a file."""
        if event.option_id == "file":
            line = self.query_one(Input)
            line.can_focus = True
            line.focus()
        elif event.option_id in {pack.id for pack in employer_pack.all_shipped()}:
            self._take(employer_pack.shipped(event.option_id or ""))

    @on(Input.Submitted)
    def named(self, event: Input.Submitted) -> None:
        """Reads the file that was named."""
        try:
            pack = employer_pack.load(event.value.strip())
        except PrivacyCheckError as error:
            self.say_error(error)
            return
        self._leave_line()
        self._take(pack)

    def _take(self, pack: employer_pack.EmployerPack) -> None:
        employer_pack.use(pack)
        self.refresh_page()
        self.say(say("reflect.whose.taken", name=pack.name))

    def action_back(self) -> None:
        """Leaves the line first, then the page."""
        if self.query_one(Input).has_focus:
            self._leave_line()
        else:
            super().action_back()

    def _leave_line(self) -> None:
        self.query_one(Input).can_focus = False
        self.query_one(Choices).focus()
