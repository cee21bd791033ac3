"""The three readers, laid over a post or a bio: they ask, and only the person answers."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static, TextArea

from privacy_check.journey import overlay
from privacy_check.journey.flow import Place
from privacy_check.reflection.readers import laid_over, readers
from privacy_check.sentences import Said, say
from tui.text import plain, table
from tui.widgets.page import Page, key


class ThreeReaders(Page):
    """Over `words`, shown as `hidden` until F2; with no words there is room to type some, kept nowhere."""

    heading = Said("reflect.three.heading")
    typing = True
    lead = Said("reflect.three.asks")
    help_text = Said("app.readers.help_text")
    BINDINGS: ClassVar[list[BindingType]] = [
        key("f2", "reveal", "show_or_hide_what_was_found", "F2"),
        key("ctrl+l", "clear", "clear"),
    ]
    CSS = "ThreeReaders TextArea { height: 4; border: none; padding: 0 1; background: $surface; }"

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._words = self._hidden = ""
        self._revealed = False

    def body(self) -> ComposeResult:
        """The words, or room for them, then the three questions."""
        self._words, self._hidden = map(laid_over, overlay.laid_over_at(self.place, self.journey))
        if self._words:
            yield Static(id="words")
            yield Static(plain(say("reflect.three.hidden"), "$foreground-muted"))
        else:
            yield Static(plain(say("reflect.three.type_here"), "$foreground-muted"))
            yield TextArea(id="typed", soft_wrap=True)
        yield Static(id="asked", classes="gap")
        yield Static(plain(say("reflect.three.open_end")), classes="gap")

    def on_mount(self) -> None:
        """Starts in the words where they are still to be typed."""
        for area in self.query(TextArea):
            area.focus()
        self.refresh_page()

    def refresh_page(self) -> None:
        """Shows the words and the questions."""
        if self._words:
            shown = self._words if self._revealed or not self._hidden else self._hidden
            self.query_one("#words", Static).update(plain(f"\u201c{shown}\u201d", longest=700))
        asked = [(reader.name, f"{reader.asks} {reader.think}") for reader in readers()]
        self.query_one("#asked", Static).update(table(asked))
        self.show_side()

    def action_reveal(self) -> None:
        """Shows or hides what was found in the words."""
        self._revealed = not self._revealed
        self.refresh_page()

    def action_clear(self) -> None:
        """Takes typed words away."""
        for area in self.query(TextArea):
            area.text = ""
