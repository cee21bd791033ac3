"""What opens over the desk: the list of leaks, and the keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from privacy_check.sentences import say
from privacy_check.training.nouns import Leak
from tui.text import bullets, plain


class DeskHelp(ModalScreen[None]):
    """What every key does."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("any,q,question_mark,enter", "dismiss")]

    def __init__(self, rows: Sequence[str]) -> None:
        super().__init__()
        self._rows = rows

    def compose(self) -> ComposeResult:
        """One box."""
        with Vertical(classes="panel"):
            yield Static(bullets(self._rows))


class Leaks(ModalScreen[Leak | None]):
    """Every leak with its state in words; space or enter switches the one under the pointer."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "choose"),
        Binding("q,l", "close"),
    ]

    def __init__(self, leaks: Sequence[Leak]) -> None:
        super().__init__()
        self._leaks = leaks

    def compose(self) -> ComposeResult:
        """The list under its title."""
        with Vertical(classes="panel"):
            yield Static(plain(say("training.desk.leaks_title")), classes="head")
            if self._leaks:
                yield OptionList(
                    *(Option(plain(leak_words(leak)), id=str(at)) for at, leak in enumerate(self._leaks))
                )
            else:
                yield Static(plain(say("training.desk.no_leaks")))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Switches the one that was chosen."""
        self.dismiss(self._leaks[event.option_index])

    def action_choose(self) -> None:
        """The same with space."""
        if self._leaks and (at := self.query_one(OptionList).highlighted) is not None:
            self.dismiss(self._leaks[at])

    def action_close(self) -> None:
        """Nothing is switched."""
        self.dismiss(None)


def leak_words(leak: Leak) -> str:
    """A leak as one line: on or off, where, what, and the words."""
    state = say("training.desk.off_word" if leak.off else "training.desk.on_word")
    words = say("training.desk.leak_line", where=leak.where, part=leak.part)
    return f"[{state}] {words}{f': {leak.shown}' if leak.shown else ''}"
