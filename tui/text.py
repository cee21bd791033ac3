"""The one door by which text that came from outside enters a widget, and the glyphs this terminal can draw."""

from __future__ import annotations

import locale
import os
import unicodedata
from dataclasses import dataclass

from textual.content import Content

from privacy_check.text.sanitise import sanitise

LONGEST = 600
_MARKS_PER_LETTER = 3


def plain(text: object, style: str = "", *, longest: int = LONGEST) -> Content:
    """Text as widgets may show it: no markup, no terminal escapes, no text direction tricks, not too long."""
    return Content.styled(tidy(text, longest=longest), style) if style else Content(tidy(text, longest=longest))


def tidy(text: object, *, longest: int = LONGEST) -> str:
    """The same as a plain string on one line, for lists and the linear dialogue."""
    words = " ".join(_few_marks(sanitise(str(text)[: longest * 4])).split())
    return words if len(words) <= longest else words[: longest - 1].rstrip() + glyphs().more


def tidy_lines(text: object, *, longest: int = 4000) -> str:
    """The same with its line breaks kept."""
    lines = sanitise(str(text)[: longest * 2]).splitlines()
    return "\n".join(" ".join(_few_marks(line).split()) for line in lines)[:longest]


def _few_marks(text: str) -> str:
    """Drops stacks of combining marks, which would run over the lines above and below."""
    kept: list[str] = []
    run = 0
    for letter in text:
        run = run + 1 if unicodedata.combining(letter) else 0
        if run <= _MARKS_PER_LETTER:
            kept.append(letter)
    return "".join(kept)


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The few signs the screens draw; all have a plain letter to fall back on."""

    bullet: str
    pointer: str
    line: str
    full: str
    empty: str
    ticked: str
    unticked: str
    dot: str
    more: str
    up_down: str
    left: str
    right: str
    between: str


FULL = Glyphs("•", "▸", "─", "━", "╌", "[x]", "[ ]", "•", "…", "↑↓", "←", "→", "·")
ASCII = Glyphs("*", ">", "-", "=", ".", "[x]", "[ ]", "*", "...", "up/down", "left", "right", "-")


def glyphs() -> Glyphs:
    """The glyphs for this terminal: ASCII for a Linux console, a non-UTF-8 locale, or when asked for."""
    asked = os.environ.get("PRIVACY_CHECK_ASCII", "")
    if asked:
        return ASCII if asked != "0" else FULL
    if os.environ.get("TERM") in ("linux", "dumb", "vt100"):
        return ASCII
    return FULL if "utf" in locale.getpreferredencoding(False).lower() else ASCII
