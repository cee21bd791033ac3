"""A list to choose from, where a pointer marks the line you are on, so that colour is never the only sign."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Region
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tui.text import glyphs

Item = tuple[str, Content]


class Choices(OptionList):
    """`fill` replaces the lines and stays on the same one; `chosen` is the id of the line you are on."""

    DEFAULT_CSS = """
    Choices {
        height: auto;
        max-height: 100000;
        border: none;
        padding: 0;
        background: transparent;
        scrollbar-size-vertical: 1;
    }
    Choices:focus { border: none; background: transparent; }
    Choices > .option-list--option { padding: 0 1; }
    """

    def __init__(self, items: Sequence[Item] = (), *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        self._items: list[Item] = _each_once(items)
        self._marked: int | None = None
        self._width = 0
        super().__init__(*self._made(), id=id)

    def on_mount(self) -> None:
        """Starts on the first line."""
        if self._items and self.highlighted is None:
            self.highlighted = 0

    def focus(self, scroll_visible: bool = False) -> Self:
        """Takes the keys without moving the page."""
        return super().focus(scroll_visible)

    def fill(self, items: Sequence[Item]) -> None:
        """Shows other lines; stays on the line of the same id, or as near as can be."""
        before, at = self.chosen, self.highlighted or 0
        self._items, self._marked = _each_once(items), None
        self.clear_options()
        self.add_options(self._made())
        if self._items:
            ids = [item_id for item_id, _ in self._items]
            self.highlighted = ids.index(before) if before in ids else min(at, len(ids) - 1)
        self.refresh(layout=True)

    @property
    def chosen(self) -> str | None:
        """The id of the line you are on."""
        at = self.highlighted
        return self._items[at][0] if at is not None and at < len(self._items) else None

    def go_to(self, item_id: str) -> None:
        """Moves to the line of that id."""
        ids = [known for known, _ in self._items]
        if item_id in ids:
            self.highlighted = ids.index(item_id)

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Moves the pointer along."""
        super().watch_highlighted(highlighted)
        for at in {self._marked, highlighted} - {None}:
            if at is not None and at < len(self._items) and at < self.option_count:
                self.replace_option_prompt_at_index(at, self._prompt(at, pointed=at == highlighted))
        self._marked = highlighted

    def watch_has_focus(self, focused: bool) -> None:
        """Shows the pointer only while the keys go here."""
        super().watch_has_focus(focused)
        self._redraw()

    def scroll_to_highlight(self, top: bool = False) -> None:
        """Scrolls the page, not the list, so that what stands above the list scrolls away with it."""
        super().scroll_to_highlight(top)
        self.call_after_refresh(self._scroll_page)

    def _scroll_page(self) -> None:
        at = self.highlighted
        body = next((node for node in self.ancestors if isinstance(node, VerticalScroll)), None)
        if at is None or body is None or at not in self._index_to_line:
            return
        line = self.region.y - body.region.y + round(body.scroll_offset.y) + self._index_to_line[at]
        height = self._heights[at]
        first_fits = at == 0 and line + height <= body.size.height
        region = Region(0, 0 if first_fits else line, 1, line + height if first_fits else height)
        body.scroll_to_region(region, animate=False, force=True)

    def _made(self) -> list[Option]:
        return [Option(self._prompt(at), id=item_id) for at, (item_id, _) in enumerate(self._items)]

    def _prompt(self, at: int, *, pointed: bool = False) -> Content:
        signs = glyphs()
        sign = signs.pointer if pointed and self.has_focus else " " * len(signs.pointer)
        lines: list[Content] = []
        for line in self._items[at][1].split("\n", allow_blank=True):
            lines += self._wrapped(line)
        indented = [Content.assemble(f"{sign} " if not n else "  ", line) for n, line in enumerate(lines)]
        return Content("\n").join(indented)

    def _wrapped(self, line: Content) -> list[Content]:
        """The line in pieces that stay clear of the pointer; a line's own indent holds for its pieces."""
        indent = len(line.plain) - len(line.plain.lstrip())
        width = self._width - 5 - indent
        if width < 10 or line.cell_length <= width + indent:
            return [line]
        return [Content.assemble(" " * indent, piece) for piece in line[indent:].wrap(width)]

    def on_resize(self) -> None:
        """Wraps the lines for a new width, and keeps the line you are on in sight where the list grew."""
        if self._width != self.size.width:
            self._width = self.size.width
            self._redraw()
            self.refresh(layout=True)
        self.call_after_refresh(self._scroll_page)

    def _redraw(self) -> None:
        for at in range(min(len(self._items), self.option_count)):
            self.replace_option_prompt_at_index(at, self._prompt(at, pointed=at == self.highlighted))


def _each_once(items: Sequence[Item]) -> list[Item]:
    """The lines without those whose id stands there already."""
    return list({item_id: (item_id, words) for item_id, words in reversed(items)}.values())[::-1]
