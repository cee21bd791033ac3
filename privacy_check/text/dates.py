"""Dates in the ways people write them, read into day, month and year."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from privacy_check.text.cues import late
from privacy_check.text.sayings import piece
from privacy_check.text.vocabulary import TENS

MONTHS = {
    "january": 1,
    "jan": 1,
    "february": 2,
    "feb": 2,
    "march": 3,
    "mar": 3,
    "april": 4,
    "apr": 4,
    "may": 5,
    "june": 6,
    "jun": 6,
    "july": 7,
    "jul": 7,
    "august": 8,
    "aug": 8,
    "september": 9,
    "sept": 9,
    "sep": 9,
    "october": 10,
    "oct": 10,
    "november": 11,
    "nov": 11,
    "december": 12,
    "dec": 12,
}
_ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "eleventh": 11,
    "twelfth": 12,
    "thirteenth": 13,
    "fourteenth": 14,
    "fifteenth": 15,
    "sixteenth": 16,
    "seventeenth": 17,
    "eighteenth": 18,
    "nineteenth": 19,
    "twentieth": 20,
    "thirtieth": 30,
    "twenty-first": 21,
    "twenty-second": 22,
    "twenty-third": 23,
    "twenty-fourth": 24,
    "twenty-fifth": 25,
    "twenty-sixth": 26,
    "twenty-seventh": 27,
    "twenty-eighth": 28,
    "twenty-ninth": 29,
    "thirty-first": 31,
}
# Days that have a name instead of a number, always on the same date.
NAMED_DAYS = {
    "christmas eve": (24, 12),
    "xmas eve": (24, 12),
    "christmas day": (25, 12),
    "xmas day": (25, 12),
    "boxing day": (26, 12),
    "st stephen's day": (26, 12),
    "new year's eve": (31, 12),
    "new years eve": (31, 12),
    "nye": (31, 12),
    "hogmanay": (31, 12),
    "new year's day": (1, 1),
    "new years day": (1, 1),
    "halloween": (31, 10),
    "hallowe'en": (31, 10),
    "bonfire night": (5, 11),
    "guy fawkes night": (5, 11),
    "valentine's day": (14, 2),
    "valentines day": (14, 2),
    "valentines": (14, 2),
    "valentine's": (14, 2),
    "st davids day": (1, 3),
    "st georges day": (23, 4),
    "st andrews day": (30, 11),
    "groundhog day": (2, 2),
    "candlemas": (2, 2),
    "midsummers day": (24, 6),
    "remembrance day": (11, 11),
    "bastille day": (14, 7),
    "anzac day": (25, 4),
    "australia day": (26, 1),
    "canada day": (1, 7),
    "st swithin's day": (15, 7),
    "michaelmas": (29, 9),
    "all saints day": (1, 11),
    "st patrick's day": (17, 3),
    "st patricks day": (17, 3),
    "paddy's day": (17, 3),
    "st david's day": (1, 3),
    "st george's day": (23, 4),
    "st andrew's day": (30, 11),
    "burns night": (25, 1),
    "april fool's day": (1, 4),
    "april fools day": (1, 4),
    "april fools": (1, 4),
    "april fool's": (1, 4),
    "leap day": (29, 2),
    "may day": (1, 5),
    "midsummer's day": (24, 6),
    "armistice day": (11, 11),
    "twelfth night": (5, 1),
}
NAMED_DAY_WORDS = frozenset(word for name in NAMED_DAYS for word in re.findall("[a-z]{3,}", name))
NAMED_DAY_WORDS -= {"day", "night"}
_NAMED_DAY = (
    "(?P<named>"
    + "|".join(map(re.escape, sorted(NAMED_DAYS, key=len, reverse=True)))
    + r")(?![a-z])(?:\s(?P<yn>19[0-9]{2}|20[0-2][0-9]))?"
)
_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")(?![a-z])\.?"
_DAY = r"(?:[0-3]?[0-9](?:\s?(?:st|nd|rd|th))?(?![0-9])"
_DAY += "|(?:" + "|".join(sorted(_ORDINALS, key=len, reverse=True)).replace("-", "[- ]") + r")(?![a-z]))"
_YEAR = r"(?:(?:1[0-9]|20)[0-9]{2}(?![0-9])|'?[0-9]{2}(?![0-9:.%]|\s?(?:am|pm|st|nd|rd|th|%|yrs?|years?)\b))"
_SPOKEN_YEAR = piece("dates.spoken_year")
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?,?\s{1,2}(?:the\s)?)?"
_DATE = late(
    r"(?:(?<![^\W_])|(?<=dob)|(?<=born)|(?<=bday)"
    rf"|(?<=birthday))(?<![0-9][.,/:-]){_WEEKDAY}(?:(?P<d1>{_DAY})(?:\s{{1,2}}"
    rf"|\s?[-/.]\s?)?(?:day\s)?(?:of\s)?(?P<m1>{_MONTH})(?:(?:,?\s{{1,2}}"
    rf"|\s?[-/.,]\s?)?(?:in\s)?(?P<y1>{_YEAR}|{_SPOKEN_YEAR}))?"
    rf"|(?P<m2>{_MONTH})[\s-]{{1,2}}(?:the\s)?(?P<d2>{_DAY})(?:(?:,?\s{{1,2}}|-)(?P<y2>{_YEAR}"
    f"|{_SPOKEN_YEAR}))?|(?P<y3>(?:1[89]"
    "|20)[0-9]{2})(?P<s3>[-/.])(?P<m3>[01]?[0-9])(?P=s3)(?P<d3>[0-3]?[0-9])(?![0-9.:])"
    r"|(?P<d4>[0-3]?[0-9])(?P<s4>\s?[-/.:]\s?)(?P<m4>[0-3]?[0-9])(?P=s4)(?P<y4>(?:1[89]|20)[0-9]{2}"
    "|'?[0-9]{2})(?![0-9])|(?P<d6>[0-3][0-9]) (?P<m6>[01][0-9]) (?P<y6>(?:19"
    rf"|20)[0-9]{{2}})(?![0-9])|(?P<d7>{_DAY})\s(?:of\s)?the\s(?P<m7>(?:1[0-2]|[1-9])(?:st|nd|rd|th)"
    rf"|{'|'.join(list(_ORDINALS)[:12])})(?![a-z0-9])(?:,?\s(?:in\s|of\s)?(?P<y7>{_YEAR}"
    f"|{_SPOKEN_YEAR}))?|{_NAMED_DAY}|(?P<d5>[0-3]?[0-9])(?P<s5>[/.])(?P<m5>[01]?[0-9])(?![0-9/]"
    r"|[.:%][0-9]|\s?(?:am|pm|%|km|kg|m\b)))"
)


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as written: folded offsets, day, month, and year where one is given (two figures are widened)."""

    start: int
    end: int
    day: int
    month: int
    year: int | None

    def moved(self, by: int) -> WrittenDate:
        """The same date in a text that begins `by` characters earlier."""
        return replace(self, start=self.start + by, end=self.end + by)


@lru_cache(maxsize=16)
def written_dates(lower: str) -> tuple[WrittenDate, ...]:
    """Every date with a day and a month in folded lower-case text; day first where both fit."""
    found = []
    for hit in _DATE.finditer(lower):
        date = _read(hit)
        if date:
            found.append(date)
    return tuple(found)


def _read(hit: re.Match[str]) -> WrittenDate | None:
    groups = {name: value for name, value in hit.groupdict().items() if value}
    if "named" in groups:
        day, month = NAMED_DAYS[groups["named"]]
        return WrittenDate(hit.start(), hit.end(), day, month, _year(groups["yn"]) if "yn" in groups else None)
    form = next(name[1] for name in ("d1", "d2", "d3", "d4", "d5", "d6", "d7") if name in groups)
    day, month = _day(groups[f"d{form}"]), _month(groups[f"m{form}"])
    if month > 12 >= day:
        day, month = month, day
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    raw_year = groups.get(f"y{form}")
    return WrittenDate(hit.start(), hit.end(), day, month, _year(raw_year) if raw_year else None)


def _day(raw: str) -> int:
    figures = re.match("[0-9]+", raw)
    return int(figures.group()) if figures else _ORDINALS[raw.replace(" ", "-")]


def _month(raw: str) -> int:
    if raw[0].isdigit() or raw in _ORDINALS:
        return _day(raw)
    return MONTHS[raw.rstrip(".")]


_SMALL_WORDS = (
    "oh one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_SMALL = {word: number for number, word in enumerate(re.split(" ", _SMALL_WORDS))}


def _year(raw: str) -> int:
    figures = raw.lstrip("'")
    if figures.isdigit():
        number = int(figures)
        # Two figures: a year up to 2027 is this century's, 28 to 99 the last one's.
        return number if number > 99 else number + (2000 if number <= 27 else 1900)
    century = 1900 if raw.startswith("nineteen") else 2000
    rest = re.sub(r"^(?:nineteen|twenty|two thousand(?: and)?)[- ]", "", raw)
    return century + sum(TENS.get(w, _SMALL.get(w, 0)) for w in re.split("[- ]", rest))
