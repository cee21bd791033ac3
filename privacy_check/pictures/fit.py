"""Words fitted into a width: whole words on each line, a word that is too long cut, whatever measures them."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

Measure = Callable[[str], float]


def cells(text: str) -> float:
    """How many columns of a terminal a text takes."""
    return float(sum(_cell(letter) for letter in text))


def _cell(letter: str) -> int:
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def wrapped(text: str, width: float, measure: Measure = cells, most: int = 0) -> list[str]:
    """The text as lines of at most `width`; more than `most` lines (0: no limit) end in “…”."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        for piece in _pieces(word, width, measure):
            longer = f"{line} {piece}" if line else piece
            if line and measure(longer) > width:
                lines.append(line)
                line = piece
            else:
                line = longer
    lines.append(line)
    if most and len(lines) > most:
        return [*lines[: most - 1], _cut(f"{lines[most - 1]}…", width, measure)]
    return lines


def _pieces(word: str, width: float, measure: Measure) -> list[str]:
    """The word, or the parts of one that is wider than a line."""
    if measure(word) <= width:
        return [word]
    parts, part = [], ""
    for letter in word:
        if part and measure(part + letter) > width:
            parts.append(part)
            part = ""
        part += letter
    return [*parts, part]


def _cut(text: str, width: float, measure: Measure) -> str:
    while len(text) > 1 and measure(text) > width:
        text = f"{text[:-2].rstrip()}…"
    return text
