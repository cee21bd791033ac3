"""A told birth date: the whole date, the day and month, the month and year, the year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from privacy_check.detectors.known.base import Check, Form, all_small, near
from privacy_check.model import EntityType
from privacy_check.text.fold import Folded
from privacy_check.text.vocabulary import MONTH_NAMES, ONES, TEENS, TENS

BIRTH_DATE = "your birth date"
_ORDINALS = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
)
_TOLD = "a birthday you told us"
_YEAR = "the year you told us"
_BIRTHDAY = re.compile(
    "(?<![a-z])(?:b-?day|bdays?|birth ?days?|birthdate|born|cake|candles|turn(?:s|ing|ed)?|dob"
    r"|d\.o\.b|birth|zodiac|years old|star sign|another year|my (?:big )?day|mine is|arrived|hbd"
    "|labour|midwife|entrance|candle|older|came into the world"
    "|my party|level(?:led)? up)(?![a-z])"
)
_PARTY = re.compile(
    r"(?<![a-z])(?:party|presents?|baby|babies|age|celebrat\w+|gifts?|old|drinks on me|i was)(?![a-z])"
)
_MINE = re.compile(r"(?<![a-z])(?:my|me|i|i'm|im|mine)(?![a-z])")
_ARRIVED = re.compile(
    "(?<![a-z])(?:bab(?:y|ies|e)|born|kids?|vintage|b-?day|birthday|unite|dob|arrived|model|babs?"
    "|edition|club|gang|crew|made|hatched|since|issued|est|appeared|launched)(?![a-z])"
)


_ANY_MONTH = "|".join(month[:3] for month in MONTH_NAMES)


def spoken_number(number: int) -> str:
    """A pattern for a number below a hundred in words."""
    for words in (TEENS, TENS, ONES):
        for word, value in words.items():
            if value == number:
                return word
    tens = next((word for word, value in TENS.items() if value == number // 10 * 10), "")
    ones = next((word for word, value in ONES.items() if value == number % 10), "")
    return rf"{tens}[ -]?{ones}" if tens and ones else "zero"


def spoken_ordinal(number: int) -> str:
    """A pattern for an ordinal number below a hundred in words."""
    tens, ones = divmod(number, 10)
    if number < 32:
        return _spoken_day(number) if number else "zeroth"
    word = next(word for word, value in TENS.items() if value == tens * 10)
    return rf"{word}[ -]?{_ORDINALS[ones - 1]}" if ones else f"{word[:-1]}ieth"


def _spoken_day(day: int) -> str:
    if day <= 12:
        return _ORDINALS[day - 1]
    tens = "twenty" if day < 30 else "thirty"
    if day < 20:
        return {13: "thirteenth", 15: "fifteenth", 18: "eighteenth"}.get(day, f"{spoken_number(day)}th")
    return tens[:-1] + "ieth" if day % 10 == 0 else rf"{tens}[ -]?{_ORDINALS[day % 10 - 1]}"


def _spoken_year(year: int) -> str:
    rest = year % 100
    if year >= 2000:
        return "two thousand" + (rf"(?: and)? {spoken_number(rest)}" if rest else "")
    return rf"(?:nineteen[ -]?)?(?:oh[ -])?{spoken_number(rest)}" if rest else "nineteen hundred"


def birth_forms(born: date) -> list[Form]:
    """The forms of a birth date without an age or a sign."""
    month, two = MONTH_NAMES[born.month - 1], f"{born.year % 100:02d}"
    name = rf"(?:{month}|{month[:3]}\.?|{month[:4]}\.?)"
    day = rf"0?{born.day}(?: ?(?:st|nd|rd|th))?"
    year = rf"(?:{born.year}|'?{two})(?![\d])"
    sep = r"[\s./_-]{1,3}"
    worded = rf"(?:{day}|{_spoken_day(born.day)})"
    spoken = (
        rf"(?:{worded}(?: day)?(?: of| in)?[\s,./-]{{0,2}}{name}"
        rf"|{name}[\s,./-]{{0,2}}(?:the )?{worded}(?![\da-z]))"
    )
    written = rf"(?:{year}|{_spoken_year(born.year)}(?![a-z]))"
    numeric = (
        f"(?:0?{born.day}{sep}0?{born.month}{sep}{year}"
        rf"|{born.year}[./-]?{born.month:02d}[./-]?{born.day:02d}(?!\d)"
        rf"|{born.day:02d}{born.month:02d}{born.year}(?!\d)|0?{born.month}/0?{born.day}/{year})"
    )
    short = (
        rf"(?:0?{born.day}[./]0?{born.month}|{born.day:02d}-{born.month:02d}|0?{born.month}/0?{born.day}"
        rf"|{born.month}-{born.day})"
    )
    needles, figures = (month[:3],), (two,)

    alone = r"(?![\s,/.-]{0,3}(?:'?\d\d(?!\d)|\d{4}))(?!\w)"
    return [
        _dated(rf"(?<![\w/.-]){numeric}", figures, 0.95),
        _dated(rf"(?<!\w){spoken}[\s,/.-]{{0,3}}(?:in )?{written}", needles, 0.95),
        _dated(rf"(?<!\w){spoken}{alone}", needles, 0.8, _with_birthday),
        _dated(rf"(?<![\d/.£$-]){short}(?![\d/-]|\.\d)", (str(born.day),), 0.75, _with_birthday),
        _dated(
            rf"(?<![\d/.-])(?<!\d )(?<!st )(?<!nd )(?<!rd )(?<!th )(?<!of )(?:{name}[\s,/-]{{0,2}}"
            f"|0?{born.month}/){year}",
            figures,
            0.75,
            _with_arrival,
        ),
        _dated(
            rf"(?<!my )(?<!\d )(?<!th )(?<!st )(?<!nd )(?<!rd )(?<!of )(?<![\w-]){month} (?:bab(?:y|ies)"
            "|birthdays?|born)(?![a-z])",
            needles,
            0.5,
            _capital,
        ),
        _dated(
            rf"(?<![a-z])(?P<v>(?:my (?:birthday|b-?day)(?:'s| is| falls)?(?: on)?(?: \w+day)? the|born on the) "
            rf"(?:{born.day}(?:st|nd|rd|th)|{_spoken_day(born.day)})(?!\w| (?:of|floor|day|{_ANY_MONTH})|-)"
            rf"|(?:\w+day )?the (?:{born.day}(?:st|nd|rd|th)|{_spoken_day(born.day)}) is my (?:birthday|b-?day))",
            ("born on", "my b"),
            0.6,
        ),
        *_month_forms(born, month),
        *_year_forms(born, two),
    ]


def _month_forms(born: date, month: str) -> Iterator[Form]:
    """ "Born in October", "the first week of October", "four days into October", "the fourth of the tenth"."""
    short = rf"(?:{month}|{month[:3]}(?![a-z]))"
    needles = (month[:3],)
    week = min((born.day - 1) // 7, 4)
    weeks = ("first", "second", "third", "fourth|last|final", "last|final")[week]
    days = (
        "first|1st"
        if born.day == 1
        else _ORDINALS[born.day - 1]
        if born.day <= 12
        else "last"
        if born.day > 27
        else "x"
    )
    left = (
        (date(born.year + born.month // 12, born.month % 12 + 1, 1) - born).days if born < date(9999, 12, 1) else 9
    )
    days += {1: "|last", 2: "|penultimate|second last|second to last|last but one", 3: "|third last"}.get(left, "")
    holiday = "xx"
    if born.month in (5, 8) and left < 8:
        holiday = "(?:the )?(?:late |spring |end of )?(?:may|august) bank holiday"
    elif born.month == 5 and born.day < 8:
        holiday = "(?:the )?(?:early )?may bank holiday"
    part = ("early", "mid", "late")[min((born.day - 1) // 10, 2)]
    place = ("start|beginning", "middle", "end|tail end|back end")[min((born.day - 1) // 10, 2)]
    into = rf"{born.day}|{spoken_number(born.day)}"
    rough = (
        rf"(?<![a-z])(?:the )?(?:(?:{weeks}) week(?:end)? (?:of|in) {short}|(?:{days}) day (?:of|in) {short}"
        rf"|(?:{place}) of {short}|{part}[ -]{short}|(?:{into}) days? into {short}|{holiday})(?![a-z]| \d)"
    )
    yield _dated(rough, needles, 0.55, _with_birthday)
    yield _dated(
        rf"(?<![a-z])(?P<v>(?:i was|i'm|i am|me,|and) (?:born|one born) in {short}|my (?:birthday|b-?day)"
        rf"(?:'s| is| falls| being) in {short}"
        rf"|(?:an?|my|typical|proper) {short} (?:birthday|baby|bab|born))(?![a-z]| \d)",
        needles,
        0.55,
    )
    numbered = (
        rf"(?:{_spoken_day(born.day)}|{born.day}(?:st|nd|rd|th)) of (?:the )?"
        rf"(?:{_spoken_day(born.month)}|{born.month}(?:st|nd|rd|th))"
    )
    yield _dated(rf"(?<!\w){numbered}(?!\w)", ("of",), 0.7, _with_birthday)
    run = f"{born:%d%m%y}"
    yield _dated(rf"(?<!\d){run}(?!\d)", (run,), 0.7, _with_birthday)
    roman = (
        rf"{_roman(born.day)}[\s./-]{{1,3}}{_roman(born.month)}[\s./-]{{1,3}}(?:{_roman(born.year)}"
        rf"|{born.year}|{born.year % 100:02d})"
    )
    worded = rf"{spoken_number(born.day)}[\s./-]{{1,3}}(?:{spoken_number(born.month)}|{born.month})[\s./-]{{1,3}}"
    mixed = rf"0?{born.day}[\s./-]{{1,3}}{spoken_number(born.month)}[\s./-]{{1,3}}"
    year = (
        rf"(?:{born.year}|'?{born.year % 100:02d}"
        rf"|{spoken_number(born.year % 100) if born.year % 100 else 'hundred'})"
    )
    turned = rf"{born.year % 100:02d}[./-]{born.month:02d}[./-]{born.day:02d}"
    yield _dated(rf"(?<![\w/.-])(?:{roman}|(?:{worded}|{mixed}){year}|{turned})(?![\w/-])", (), 0.8)


_ROMAN = "1000 m, 900 cm, 500 d, 400 cd, 100 c, 90 xc, 50 l, 40 xl, 10 x, 9 ix, 5 v, 4 iv, 1 i"


def _roman(number: int) -> str:
    out = ""
    for value, letters in (part.split() for part in _ROMAN.split(", ")):
        out += letters * (number // int(value))
        number %= int(value)
    return out


def _dated(pattern: str, needles: tuple[str, ...], confidence: float, check: Check | None = None) -> Form:
    return Form(re.compile(pattern), needles, EntityType.BIRTH_DATE, "PI-02", BIRTH_DATE, _TOLD, confidence, check)


def _in_year(pattern: str, needles: tuple[str, ...], confidence: float) -> Form:
    return Form(re.compile(pattern), needles, EntityType.BIRTH_YEAR, "PI-08", BIRTH_DATE, _YEAR, confidence)


def _year_forms(born: date, two: str) -> list[Form]:
    spoken = _spoken_year(born.year)
    said = rf"(?:{born.year}|'{two}|{spoken}(?![a-z]))"
    heard = re.findall("[a-z]{3,}", spoken_number(born.year % 100))
    year = (two, *(heard[:1] if born.year < 2000 else ("two thousand",)))
    decade = f"{born.year // 10 % 10}0"
    spoken_decade = next((f"{word[:-1]}ies" for word, value in TENS.items() if value == int(decade)), "noughties")
    return [
        _in_year(
            r"(?<![a-z])(?P<v>(?:born|b\.|vintage|baby|model|made|class|dob|bab|kid|hatched|manufactured"
            r"|est\.?(?![a-z\'])|estd\.?|established|year of birth|yob|birth year|built"
            rf"|assembled)[^\n\d]{{0,22}}?(?:{said}|(?<=in |of ){two}|(?<=vintage ){two}))(?!\d|[-/.]\d)",
            year,
            0.85,
        ),
        _in_year(
            "(?<![a-z])(?P<v>(?:(?:going|strong|here|alive|me|trouble|awesome|fabulous|grumpy|existing"
            r"|breathing|kicking|annoying \w+|causing \w+|doing \w+|ruining \w+|confusing \w+)(?: [a-z]+)?"
            rf"|^\W*) ?since (?:the )?{said})(?!\d|,? [a-z])",
            year,
            0.8,
        ),
        _in_year(
            rf"(?<![\w£$.:/-])(?P<v>{said} (?:vintage|bab(?:y|ies|e)|model|kids?|borns?|edition|child)"
            rf"|{two} (?:baby|babies|vintage|kid|model)|{two}[- ]?born|'{two}er)(?!\w)",
            year,
            0.85,
        ),
        _in_year(
            rf"(?<!\w)(?P<v>(?:(?:19|'|20)?{decade}'?s|{spoken_decade})[- ](?:kids?|bab(?:y|ies)|child"
            rf"(?:ren)?|born|bab)"
            rf"|(?:child(?:ren)?|kids?|baby) of the (?:(?:19|'|20)?{decade}'?s|{spoken_decade}))(?!\w)",
            (decade, spoken_decade),
            0.6,
        ),
    ]


# "My sister's birthday is 23 November", unless it is the writer's too.
_ANOTHERS = re.compile(
    r"(?<![a-z])(?:(?:my|our|his|her|their|your|the) [a-z-]+'s|[a-z]+'s|his|her|their|your|whose) (?:[a-z]+ )?"
    r"(?:birthday|b-?day|party)(?:'s| is| was| falls| lands)?(?: also| always)?(?: on)?(?: the)? $"
)
_MINE_TOO = re.compile(r"(?<![a-z])(?:mine|my (?:birthday|bday)|shares?|same day|me too|i was)(?![a-z])")


def _with_birthday(folded: Folded, start: int, end: int) -> bool:
    lower = folded.lower
    if _ANOTHERS.search(lower, max(0, start - 50), start) and not _MINE_TOO.search(
        lower, max(0, start - 80), end + 60
    ):
        return False
    if near(folded, start, end, _BIRTHDAY, 60):
        return True
    return near(folded, start, end, _PARTY) and bool(_MINE.search(folded.lower, max(0, start - 60), end + 60))


def _capital(folded: Folded, start: int, end: int) -> bool:
    return folded.text[start].isupper() or all_small(folded, start, end)


def _with_arrival(folded: Folded, start: int, end: int) -> bool:
    return near(folded, start, end, _ARRIVED, 30)
