"""Drawing on a narrow sheet: shapes and words as inline SVG, escaped, in the classes of the page's own style."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from markupsafe import Markup

from privacy_check.text.sanitise import one_line

WIDTH = 360
"""Units across every sheet: about a phone's pixels, so that letters keep their size there."""

BIG, USUAL, MIDDLE, SMALL = 17.0, 15.0, 14.0, 13.0
LONGEST, LONGEST_DESC = 400, 2000
# Widths in ems of DejaVu Sans, the widest of the usual faces, a little rounded up.
_WIDTHS = {
    0.3: "'IJijl’‘·",
    0.35: " ,./:;\\|",
    0.4: "()-[]ft",
    0.45: "!r",
    0.5: '"*_`–“”',
    0.55: "?csz",
    0.6: "FLkvxy•",
    0.75: "BCKNRUVXZA",
    0.8: "&DGHOQ",
    0.85: "#+<=>^w~",
    0.9: "M",
    1.0: "%@Wm…—",
}
_EMS = {letter: ems for ems, letters in _WIDTHS.items() for letter in letters}
_OTHER, _FULL, _BOLD, _TIGHT = 0.66, 1.05, 1.12, 0.97
_FIRST_FULL = "\u2e80"


def wide(text: str, size: float = USUAL, *, strong: bool = False) -> float:
    """About how many units a text takes, rather too many: no font is at hand to measure with."""
    ems = sum(_FULL if letter >= _FIRST_FULL else _EMS.get(letter, _OTHER) for letter in text)
    return ems * size * _TIGHT * (_BOLD if strong else 1.0)


class Sheet:
    """A drawing that grows downwards; `y` is where the next thing goes."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self.y = 0.0

    def text(self, x: float, y: float, words: str, look: str = "", size: float = USUAL, fit: float = 0) -> None:
        """One line of words with its base line at `y`; `look` adds classes. With `fit` it is made to take that
        many units, whatever the font, because something follows it."""
        end = f' textLength="{fit:g}"' if fit else ""
        said = escape(one_line(words, LONGEST))
        self._parts.append(
            f'<text x="{x:g}" y="{y:g}" font-size="{size:g}" class="{_classes("w", look)}"{end}>{said}</text>'
        )

    def centred(self, x: float, y: float, words: str, look: str = "", size: float = SMALL) -> None:
        """One short line of words around `x`."""
        said = escape(one_line(words, LONGEST))
        self._parts.append(
            f'<text x="{x:g}" y="{y:g}" font-size="{size:g}" class="{_classes("w", look)}"'
            f' text-anchor="middle">{said}</text>'
        )

    def lines(self, x: float, y: float, words: Sequence[str], look: str = "", size: float = USUAL) -> float:
        """Several lines from base line `y` down; returns the base line after them."""
        for line in words:
            self.text(x, y, line, look, size)
            y += leading(size)
        return y

    def box(self, x: float, y: float, width: float, height: float, look: str, corner: float = 6) -> None:
        """A rectangle with round corners."""
        self._parts.append(
            f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" rx="{corner:g}" class="{look}"/>'
        )

    def ring(self, x: float, y: float, radius: float, look: str) -> None:
        """A circle."""
        self._parts.append(f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}" class="{look}"/>')

    def wire(self, look: str, *points: tuple[float, float]) -> None:
        """A line from point to point."""
        (x, y), *rest = points
        way = f"M{x:g} {y:g}" + "".join(f"L{to_x:g} {to_y:g}" for to_x, to_y in rest)
        self._parts.append(f'<path d="{way}" class="{look}"/>')

    def shape(self, way: str, look: str) -> None:
        """A path as SVG writes it."""
        self._parts.append(f'<path d="{way}" class="{look}"/>')

    def add(self, other: Sheet) -> None:
        """Everything drawn on another sheet, over what is drawn here."""
        self._parts += other._parts

    def finished(self, name: str, title: str, desc: str, look: str = "") -> Markup:
        """The drawing as an accessible picture; `name` is its own on the page."""
        body = "".join(self._parts)
        return Markup(  # noqa: S704 - every word in it went through `escape`
            f'<svg class="{_classes("drawn", look)}" viewBox="0 0 {WIDTH} {self.y:g}" role="img"'
            f' aria-labelledby="{name}-t {name}-d">'
            f'<title id="{name}-t">{escape(one_line(title, LONGEST))}</title>'
            f'<desc id="{name}-d">{escape(one_line(desc, LONGEST_DESC))}</desc>{body}</svg>'
        )


def leading(size: float) -> float:
    """From one base line to the next."""
    return round(size * 1.38, 1)


def _classes(*names: str) -> str:
    return " ".join(name for name in names if name)
