"""Scroll bars for terminals that can only draw plain letters: whole cells, and no half blocks."""

from __future__ import annotations

from typing import ClassVar

from textual.scrollbar import ScrollBar, ScrollBarRender

from tui.text import glyphs


class WholeCells(ScrollBarRender):
    """The usual bar without its finer ends."""

    VERTICAL_BARS: ClassVar[list[str]] = [" "] * len(ScrollBarRender.VERTICAL_BARS)
    HORIZONTAL_BARS: ClassVar[list[str]] = [" "] * len(ScrollBarRender.HORIZONTAL_BARS)


def fit_terminal() -> None:
    """Draws the bars of every widget as this terminal can."""
    ScrollBar.renderer = WholeCells if glyphs().line.isascii() else ScrollBarRender
