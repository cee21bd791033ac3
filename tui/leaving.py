"""Leaving at once: the terminal is wiped, and what stands there then is the dullest thing there is."""

from __future__ import annotations

import calendar
import sys
from datetime import date

WIPE = "\x1b[H\x1b[2J\x1b[3J"


def dull(day: date) -> str:
    """A page of a calendar, as any terminal may show."""
    return calendar.TextCalendar().formatmonth(day.year, day.month)


def wipe_terminal() -> None:
    """Clears the screen and what can be scrolled back to; does nothing where there is no terminal."""
    out = sys.__stdout__
    if out is not None and out.isatty():
        out.write(WIPE + dull(date.today()))
        out.flush()
