"""Accounts the person has seen and thinks may copy them: compared with their own, never judged, never reported."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from privacy_check.account_names import account_name
from privacy_check.errors import NotYours
from privacy_check.journey.flow import Place
from privacy_check.model import LinkReading
from privacy_check.sentences import Said, say
from tui.text import glyphs, plain
from tui.widgets.choices import Choices, Item
from tui.widgets.link_line import LinkLine
from tui.widgets.page import Page, hidden, key


class Suspects(Page):
    """The list of possible copies."""

    heading = Said("app.suspects.heading")
    step = 5
    typing = True
    lead = Said("app.suspects.lead")
    help_text = Said("app.suspects.help_text")
    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "", "add"),
        key("down", "to_list", "list", glyphs().up_down),
        key("d,delete", "remove", "remove", "d"),
        hidden("slash", "to_line"),
        hidden("u", "undo"),
    ]

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._readings: tuple[LinkReading, ...] = ()

    def body(self) -> ComposeResult:
        """The line, what it was recognised as, the list."""
        yield LinkLine(placeholder="https://...", id="link")
        yield Static(id="recognised")
        yield Choices(id="list")

    def on_mount(self) -> None:
        """Starts on the line."""
        self.query_one(Choices).styles.margin = (1, 0, 0, 0)
        self.refresh_page()
        self.query_one(Input).focus()

    def refresh_page(self) -> None:
        """Shows the list as it is now."""
        items: list[Item] = [
            (suspect.key, plain(account_name(suspect, self.name_of))) for suspect in self.journey.accounts.suspects
        ]
        self.query_one(Choices).fill([*items, ("back", Content(say("app.suspects.back")))])
        self.show_side()

    @on(Input.Changed)
    def typed(self, event: Input.Changed) -> None:
        """Recognises what stands there."""
        self._readings = self.journey.recognise_all(self.query_one(LinkLine).text)
        reading = next(iter(self._readings), LinkReading())
        self.say("")
        text = ""
        if reading.account is not None:
            text = say(
                "app.suspects.found",
                account_name=account_name(reading.account, lambda _: reading.platform_name),
            )
        elif event.value.strip():
            text = f"{reading.refusal or say('app.accounts.not_recognised_yet')} {reading.hint}"
        self.query_one("#recognised", Static).update(Content.assemble("  ", plain(text)))

    @on(Input.Submitted)
    def entered(self, event: Input.Submitted) -> None:
        """Notes it; an empty line goes back."""
        if not event.value.strip():
            self.action_back()
            return
        try:
            for reading in self._readings or (LinkReading(),):
                self.journey.accounts.add_suspect(reading)
        except NotYours as error:
            self.say_error(error)
            return
        event.input.value = ""
        self.refresh_page()

    @on(OptionList.OptionSelected, "#list")
    def chosen(self, event: OptionList.OptionSelected) -> None:
        """Goes back from the last line."""
        if event.option_id == "back":
            self.action_back()

    def action_to_list(self) -> None:
        """From the line to the list."""
        self.query_one(Choices).focus()

    def action_to_line(self) -> None:
        """From the list to the line."""
        self.query_one(Input).focus()

    def action_remove(self) -> None:
        """Takes it off the list."""
        chosen = self.query_one(Choices).chosen
        if chosen and chosen != "back" and self.query_one(Choices).has_focus:
            self.journey.accounts.remove(chosen)
            self.refresh_page()
            self.say(say("journey.removed_here"))

    def action_undo(self) -> None:
        """Puts back what was last taken off the list."""
        name = self.journey.accounts.undo()
        self.say(say("journey.back_on_list", name=name) if name else say("journey.nothing_to_undo"))
        self.refresh_page()
