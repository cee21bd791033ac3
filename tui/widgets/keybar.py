"""The keys at the bottom: every one that does something on this page, on as many lines as they need."""

from __future__ import annotations

from textual.app import RenderResult
from textual.binding import Binding
from textual.content import Content
from textual.events import Click
from textual.widget import Widget

from privacy_check.sentences import say
from tui.text import glyphs


class KeyBar(Widget):
    """Shows the page's bindings that have `show`, then help and the two ways out."""

    DEFAULT_CSS = """
    KeyBar {
        dock: bottom;
        height: auto;
        max-height: 3;
        padding: 0 1;
        color: $foreground;
        background: $panel;
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._places: list[tuple[int, int, int, str]] = []

    def render(self) -> RenderResult:
        """The keys, each with its word; a key and its word never part over two lines."""
        signs = glyphs()
        names = {"right": signs.right, "left": signs.left}
        width = max(self.size.width, 20)
        lines: list[Content] = [Content()]
        self._places.clear()
        for binding in self._bindings_here():
            key = binding.key_display or names.get(binding.key, binding.key)
            part = Content.assemble((key, "bold"), " ", say(binding.description))
            gap = 3 if lines[-1].cell_length else 0
            if lines[-1].cell_length + gap + part.cell_length > width:
                lines.append(part)
                gap = 0
            else:
                lines[-1] = Content.assemble(lines[-1], " " * gap, part)
            end = lines[-1].cell_length
            self._places.append((len(lines) - 1, end - part.cell_length, end, binding.key.split(",")[0]))
        return Content("\n").join(lines)

    def on_click(self, event: Click) -> None:
        """A click on a key does what the key does."""
        at = event.get_content_offset(self)
        for row, begin, end, key in self._places if at is not None else ():
            if at is not None and at.y == row and begin <= at.x < end:
                self.app.simulate_key(key)
                return

    def _bindings_here(self) -> list[Binding]:
        offers = getattr(self.screen, "offers", lambda binding: True)
        own = [
            item for item in type(self.screen).BINDINGS if isinstance(item, Binding) and item.show and offers(item)
        ]
        twice = getattr(self.app, "two_escapes_leave", False)
        typing = bool(getattr(self.screen, "typing", False))
        back = (
            []
            if getattr(self.screen, "first", False)
            else [Binding("escape", "", "app.keys.back", key_display="esc")]
        )
        ends = [
            Binding("f1", "", "app.keys.help", key_display="F1" if typing else "?"),
            *back,
            Binding("ctrl+g", "", "app.keys.leave_at_once", key_display="esc esc" if twice else "ctrl+g"),
        ]
        return [*own, *ends]
