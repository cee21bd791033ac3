"""One question with two answers, for what cannot be taken back."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static

from privacy_check.sentences import say
from tui.text import plain
from tui.widgets.choices import Choices
from tui.widgets.page import hidden


class Confirm(ModalScreen[bool]):
    """Asks `sentence`; answers True for `yes`, and anything else for no."""

    BINDINGS: ClassVar[list[BindingType]] = [hidden("q", "dismiss(False)")]

    def __init__(self, sentence: str, yes: str, no: str = "") -> None:
        super().__init__()
        self._sentence, self._yes, self._no = sentence, yes, no or say("app.confirm.back")

    def compose(self) -> ComposeResult:
        """The sentence and the two answers; the careful one comes first."""
        with Vertical(classes="box"):
            yield Static(plain(self._sentence))
            yield Choices([("no", Content(self._no)), ("yes", Content(self._yes))])
            yield Static(Content(say("app.confirm.keys")), classes="quiet gap")

    def on_mount(self) -> None:
        """Starts on the careful answer."""
        self.query_one(Choices).styles.margin = (1, 0, 0, 0)
        self.query_one(Choices).focus()

    @on(OptionList.OptionSelected)
    def chosen(self, event: OptionList.OptionSelected) -> None:
        """Gives the answer back."""
        self.dismiss(event.option_id == "yes")
