"""The line that takes links: a paste of several lines keeps its line ends, so that no link is cut in silence."""

from __future__ import annotations

from textual.events import Paste
from textual.widgets import Input

LINE_END = "↵"
MOST_PASTED = 20_000


class LinkLine(Input):
    """An input of one line in which a pasted line end stands as a sign."""

    @property
    def text(self) -> str:
        """What was typed or pasted, with its line ends."""
        return self.value.replace(LINE_END, "\n")

    def on_paste(self, event: Paste) -> None:
        """Takes all lines of a paste, where a plain input keeps the first alone."""
        event.prevent_default()
        event.stop()
        words = LINE_END.join(event.text[:MOST_PASTED].strip().splitlines())
        if self.selection.is_empty:
            self.insert_text_at_cursor(words)
        else:
            self.replace(words, *self.selection)
