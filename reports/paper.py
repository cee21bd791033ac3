"""How much of a page fits on a sheet of A4, in points: about, and rather too much than too little."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable

from reports.svg import wide

SHEET = 782.0
"""Points from the top margin to the bottom margin, as the style sheet sets them."""

ACROSS = 527.0
LETTER = 9.6
"""Points of the usual letters on paper."""

_LEADING = 1.28
_AROUND_PARAGRAPH, _AROUND_ITEM, INDENT = 3.4, 1.0, 12.5
# Widths are rounded up, by more than what is lost where lines break.
_ROUNDED_UP = 0.95
_BEGINS, _ENDS = 12, 8
_LONG_WORD = re.compile(r"\S{27,}")


def rows(text: str, room: float, letter: float = LETTER, *, strong: bool = False) -> int:
    """Lines a text takes in `room` points."""
    return max(1, math.ceil(wide(text, letter, strong=strong) * _ROUNDED_UP / room))


def height(text: str, room: float, letter: float = LETTER, *, strong: bool = False) -> float:
    """Points the lines of a text take, with nothing around them."""
    return rows(text, room, letter, strong=strong) * letter * _LEADING


def paragraph(text: str, room: float, letter: float = LETTER, *, strong: bool = False) -> float:
    """Points of a paragraph with the room around it; nothing for no words."""
    return height(text, room, letter, strong=strong) + _AROUND_PARAGRAPH if text else 0.0


def listed(texts: Iterable[str], room: float, letter: float = LETTER, *, strong: bool = False) -> float:
    """Points of a list with the room around it; nothing for an empty one."""
    items = [height(text, room - INDENT, letter, strong=strong) + _AROUND_ITEM for text in texts]
    return sum(items) + _AROUND_PARAGRAPH if items else 0.0


def in_two(texts: Iterable[str], room: float, letter: float = LETTER) -> float:
    """The same for a list in two columns side by side."""
    items = list(texts)
    half = room / 2 - LETTER
    longest = max((height(text, half - INDENT, letter) for text in items), default=0.0)
    return (listed(items, half, letter) + longest) / 2 + (_AROUND_PARAGRAPH if items else 0.0)


def short(text: str) -> str:
    """The text with every very long word cut in its middle: user names are known by how they begin and end."""
    return _LONG_WORD.sub(lambda word: f"{word[0][:_BEGINS]}…{word[0][-_ENDS:]}", text)
