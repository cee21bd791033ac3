"""Days as people write them: 3 May 1985, 3rd of May 85, May 3, 1985, 3/5/85, 03.05.1985, 1985-05-03."""

from __future__ import annotations

import re
from datetime import date, timedelta

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4}|'?\d{2})")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[\s.-]*(?:of\s+)?([a-z]+)\.?,?[\s-]*(\d{4}|'?\d{2})")
_MONTH_FIRST = re.compile(r"([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4}|'?\d{2})")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
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


def coming_day(text: str, today: date) -> date | None:
    """The next day that is meant: a weekday, a day with or without its year; None when it is no day.

    A day written with a whole year may have gone by.
    """
    words = " ".join(text.casefold().replace(",", " ").split())
    if words in ("today", "tomorrow"):
        return today + timedelta(days=words == "tomorrow")
    weekday = words.removeprefix("on ").removeprefix("next ").removeprefix("this ")
    if len(weekday) > 2:
        for number, name in enumerate(_WEEKDAYS):
            if name.startswith(weekday):
                return today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)
    # A year of two digits is then the next one at most, never one of a hundred years ago.
    if (whole := written_date(words, date(today.year + 1, 12, 31))) is not None:
        return whole
    coming = (written_date(f"{words}{gap}{year}", today) for year in (today.year, today.year + 1) for gap in " /")
    return next((day for day in coming if day is not None and day >= today), None)


def _month(word: str) -> int:
    """The number of a month by its name or the beginning of it; 0 for another word."""
    from privacy_check.text.vocabulary import MONTH_NAMES

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
