"""Text that came from outside, made fit for a line of a terminal, and the glyphs this terminal can draw."""

from __future__ import annotations

import locale
import os
import re
import unicodedata
from dataclasses import astuple, dataclass

from privacy_check.text.sanitise import sanitise

LONGEST = 600
_MARKS_PER_LETTER = 3


def tidy(text: object, *, longest: int = LONGEST) -> str:
    """One line without markup meaning, terminal escapes or text direction tricks, and not too long."""
    words = " ".join(_few_marks(sanitise(str(text)[: longest * 4])).split())
    short = words if len(words) <= longest else words[: longest - 1].rstrip() + glyphs().more
    return drawable(short)


def tidy_lines(text: object, *, longest: int = 4000) -> str:
    """The same with its line breaks kept."""
    lines = sanitise(str(text)[: longest * 2]).splitlines()
    return drawable("\n".join(" ".join(_few_marks(line).split()) for line in lines)[:longest])


def first_sentence(text: str) -> str:
    """The text up to the end of its first sentence."""
    return re.split(r"(?<=[.!?])\s", tidy(text), maxsplit=1)[0]


def drawable(text: str) -> str:
    """The text with our own signs written in plain letters where the terminal cannot draw them."""
    return text if glyphs() is FULL else text.translate(_TO_ASCII)


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


_TO_ASCII = {
    ord(sign): letter for sign, letter in zip(astuple(FULL), astuple(ASCII), strict=True) if len(sign) == 1
} | {ord("“"): '"', ord("”"): '"', ord("‘"): "'", ord("’"): "'", ord("–"): "-", ord("—"): "-"}
