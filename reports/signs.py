"""Small signs that pictures share: a door that is open or closed, and scissors for a cut."""

from __future__ import annotations

from reports.svg import Sheet


def door_sign(sheet: Sheet, x: float, y: float, *, closed: bool) -> None:
    """A door in its frame, 26 wide and 34 high: shut with a knob, or ajar with the way through seen."""
    sheet.box(x + 2, y, 20, 32, "frame", 2)
    if closed:
        sheet.box(x + 5, y + 3, 14, 29, "leaf", 1)
        sheet.ring(x + 15.5, y + 18, 1.8, "hole")
    else:
        sheet.shape(f"M{x + 5:g} {y + 3:g}L{x - 1:g} {y + 8:g}V{y + 36:g}L{x + 5:g} {y + 32:g}z", "leaf ajar")
        sheet.ring(x + 1.6, y + 21, 1.5, "knob")


def scissors(sheet: Sheet, x: float, y: float) -> None:
    """A pair of scissors, 16 wide and 14 high."""
    sheet.ring(x + 3, y + 3, 2.6, "blade")
    sheet.ring(x + 3, y + 11, 2.6, "blade")
    sheet.shape(
        f"M{x + 5:g} {y + 4.5:g}L{x + 16:g} {y + 12:g}M{x + 5:g} {y + 9.5:g}L{x + 16:g} {y + 2:g}", "blade"
    )
