"""A few days to choose one from, or another one as people write it."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static

from privacy_check.errors import PrivacyCheckError
from privacy_check.journey import slots
from privacy_check.journey.sitting import Journey
from privacy_check.sentences import say
from tui.text import plain
from tui.widgets.choices import Choices
from tui.widgets.page import hidden


class WhichDay(ModalScreen[datetime | None]):
    """Answers with the moment that was chosen, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [hidden("q", "dismiss(None)")]

    def __init__(self, journey: Journey) -> None:
        super().__init__()
        self._journey = journey

    def compose(self) -> ComposeResult:
        """The question, the days, and a line for another one."""
        with Vertical(classes="box"):
            yield Static(Content(say("do_now.slots.which")))
            yield Choices([(offer.id, plain(offer.in_a_line)) for offer in slots.slots(self._journey)])
            yield Static(Content(say("do_now.slots.type")), id="how", classes="gap")
            yield Input(id="day")
            yield Static(id="why-not", classes="gap")
            yield Static(Content(say("app.confirm.keys")), classes="quiet gap")

    def on_mount(self) -> None:
        """Starts on the nearest day."""
        self.query_one(Choices).styles.margin = (1, 0, 0, 0)
        for hidden_yet in ("#how", "#day", "#why-not"):
            self.query_one(hidden_yet).display = False
        self.query_one(Choices).focus()

    @on(OptionList.OptionSelected)
    def chosen(self, event: OptionList.OptionSelected) -> None:
        """Gives the day back, or asks for another one."""
        if event.option_id != slots.ANOTHER:
            self.dismiss(slots.moment(event.option_id or slots.TOMORROW, self._journey))
            return
        self.query_one("#how").display = self.query_one("#day").display = True
        self.query_one("#day").focus()

    @on(Input.Submitted)
    def written(self, event: Input.Submitted) -> None:
        """Reads the day, or says why it is none."""
        try:
            self.dismiss(slots.other_day(event.value, self._journey))
        except PrivacyCheckError as error:
            why_not = self.query_one("#why-not", Static)
            why_not.update(plain(f"{error.message} {error.hint}"))
            why_not.display = True
