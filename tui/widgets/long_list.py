"""A list of any length: only the lines in sight are drawn, so that thousands are as quick as ten."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.text import glyphs

Drawn = Callable[[int, int], Content]


class LongList(ScrollView, can_focus=True):
    """Lines of one row each; `fill` replaces them, `at` is the line you are on.

    `drawn(index, width)` makes one line when it comes into sight.
    """

    DEFAULT_CSS = """
    LongList { height: 1fr; min-height: 3; background: $background; scrollbar-size-vertical: 1; }
    LongList > .long-list--here { background: $surface; text-style: bold; }
    LongList:focus > .long-list--here { background: $panel; text-style: bold; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"long-list--here"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "move_page(-1)", show=False),
        Binding("pagedown", "move_page(1)", show=False),
        Binding("home", "move(-1000000)", show=False),
        Binding("end", "move(1000000)", show=False),
        Binding("enter", "choose", show=False),
    ]

    class Moved(Message):
        """Another line is the one you are on."""

    class Chosen(Message):
        """The line you are on was chosen with enter."""

    def __init__(self, drawn: Drawn, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._drawn = drawn
        self._keys: Sequence[str] = ()
        self.at = 0

    @property
    def chosen(self) -> str | None:
        """The key of the line you are on."""
        return self._keys[self.at] if self.at < len(self._keys) else None

    def fill(self, keys: Sequence[str]) -> None:
        """Shows other lines; stays on the line of the same key, or on the first."""
        before = self.chosen
        self._keys = keys
        self.at = keys.index(before) if before in keys else 0
        self.virtual_size = Size(1, len(keys))
        self._in_sight()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line of those in sight."""
        at, width = y + round(self.scroll_offset.y), self.scrollable_content_region.width
        if at >= len(self._keys):
            return Strip.blank(width, self.rich_style)
        here = at == self.at
        sign = glyphs().pointer if here and self.has_focus else " " * len(glyphs().pointer)
        style = self.get_visual_style("long-list--here") if here else self.visual_style
        line = Content.assemble(f"{sign} ", self._drawn(at, width - len(sign) - 1)).pad_right(width)
        return Strip(list(line.render_segments(style))).crop(0, width)

    def action_move(self, by: int) -> None:
        """So many lines up or down."""
        self._go_to(self.at + by)

    def action_move_page(self, by: int) -> None:
        """A page up or down."""
        self._go_to(self.at + by * max(self.scrollable_content_region.height - 1, 1))

    def action_choose(self) -> None:
        """Chooses the line you are on."""
        if self._keys:
            self.post_message(self.Chosen())

    def on_click(self, event: Click) -> None:
        """Goes to the line under the pointer."""
        self._go_to(round(event.y + self.scroll_offset.y))

    def on_focus(self) -> None:
        """Shows the pointer while the keys go here."""
        self.refresh()

    def on_blur(self) -> None:
        """Hides the pointer."""
        self.refresh()

    def on_resize(self) -> None:
        """Keeps the line you are on in sight."""
        self._in_sight()

    def _go_to(self, at: int) -> None:
        to = max(0, min(at, len(self._keys) - 1))
        if to != self.at:
            self.at = to
            self._in_sight()
            self.refresh()
            self.post_message(self.Moved())

    def _in_sight(self) -> None:
        self.scroll_to_region(Region(0, self.at, 1, 1), animate=False, force=True)
