"""Days as people write them: 3 May 1985, 3rd of May 85, May 3, 1985, 3/5/85, 03.05.1985, 1985-05-03."""

from __future__ import annotations

import re
from datetime import date

from privacy_check.text.vocabulary import MONTH_NAMES

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4}|'?\d{2})")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[\s.-]*(?:of\s+)?([a-z]+)\.?,?[\s-]*(\d{4}|'?\d{2})")
_MONTH_FIRST = re.compile(r"([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4}|'?\d{2})")
LONGEST = 40


def written_date(text: str, today: date | None = None) -> date | None:
    """The day that is meant, the day before the month where both are numbers; None when it is no day.

    A year of two digits is the latest such year that is not still to come.
    """
    words = " ".join(text.casefold().split())
    if len(words) > LONGEST or not words.isascii():
        return None
    today = today or date.today()
    if found := _ISO.fullmatch(words):
        return _made(int(found[1]), int(found[2]), int(found[3]))
    if found := _NUMBERS.fullmatch(words):
        return _made(_year(found[3], today), int(found[2]), int(found[1]))
    if found := _DAY_FIRST.fullmatch(words):
        return _made(_year(found[3], today), _month(found[2]), int(found[1]))
    if found := _MONTH_FIRST.fullmatch(words):
        return _made(_year(found[3], today), _month(found[1]), int(found[2]))
    return None


def _month(word: str) -> int:
    """The number of a month by its name or the beginning of it; 0 for another word."""
    known = (number for number, name in enumerate(MONTH_NAMES, 1) if name.startswith(word))
    return next(known, 0) if len(word) > 2 else 0


def _year(digits: str, today: date) -> int:
    number = int(digits.lstrip("'"))
    if len(digits.lstrip("'")) == 4:
        return number
    century = today.year // 100 * 100
    return century + number if century + number <= today.year else century - 100 + number


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
