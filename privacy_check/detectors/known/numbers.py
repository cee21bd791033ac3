"""Told phone numbers and a told birth date, in the forms people give them."""

# ruff: noqa: E501 - a pattern is easier to read on one line

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from privacy_check.detectors.base import Match
from privacy_check.detectors.known.base import Form, near
from privacy_check.model import EntityType
from privacy_check.text.fold import Folded
from privacy_check.text.vocabulary import NUMBER_WORDS, ONES, TEENS, TENS

PHONE = "your phone number"
BIRTH_DATE = "your birth date"

_DIGIT_WORDS = {
    "zero": "0", "oh": "0", "o": "0", "nought": "0", "nil": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5",
    "six": "6", "seven": "7", "eight": "8", "nine": "9", "won": "1", "to": "2", "too": "2", "for": "4", "ate": "8", "i": "1", "l": "1",
}  # fmt: skip
_FIGURE = r"(?:\d|zero|nought|nil|one|two|three|four|five|six|seven|eight|nine|double|treble|triple|hundred|(?<![a-z])oh(?![a-z])|(?<![a-z])[oil](?![a-z])|(?<=[\do])[oil]+(?![a-z])|[oil]+(?=\d))"
_CHUNK = re.compile(rf"{_FIGURE}(?:[\W_]{{0,4}}{_FIGURE}){{6,40}}")
_PIECE = re.compile(
    r"zero|nought|nil|one|two|three|four|five|six|seven|eight|nine|double|treble|triple|hundred|oh|[oil]|\d"
)
_BEFORE = ("", "0", "44", "440", "0044", "00440")
_ENDS = re.compile(
    r"(?:end(?:s|ing|ed)?(?: in| with|:)?|last (?:four|three|4|3)(?: digits| numbers)?(?: are| is|:)?(?: \w+)?,?|finish(?:es|ing)?(?: in| with| on)?|\.{2,4}|\*{2,}|x{3,}|#{3,})[\s:]{0,3}(?P<v>\d{3,8})(?!\d)"
)


class Phones:
    """The told phone numbers, however spelled."""

    def __init__(self, phones: tuple[str, ...]) -> None:
        numbers = [national(phone) for phone in phones]
        self.numbers = tuple(dict.fromkeys(number for number in numbers if len(number) >= 7))

    def matches(self, folded: Folded) -> Iterator[Match]:
        """Whole numbers forwards or backwards, and last digits that the words call so."""
        if not self.numbers:
            return
        lower = folded.lower
        if folded.digits < 3 and len(folded.words & _DIGIT_WORDS.keys()) < 2:
            return
        for chunk in _CHUNK.finditer(lower):
            yield from self._in_chunk(lower, chunk.start(), chunk.end())
        for hit in _ENDS.finditer(lower):
            if any(number.endswith(hit["v"]) for number in self.numbers):
                yield _phone(hit.start("v"), hit.end("v"), 0.8, "the last figures of a number you told us")

    def _in_chunk(self, lower: str, start: int, end: int) -> Iterator[Match]:
        digits, places = _digits(lower, start, end)
        for number in self.numbers:
            for wanted, forward in ((number, True), (("0" + number)[::-1], False)):
                at = digits.find(wanted)
                if at < 0:
                    continue
                first = at
                if forward:
                    for lead in sorted(_BEFORE, key=len, reverse=True):
                        if lead and digits.endswith(lead, 0, at):
                            first = at - len(lead)
                            break
                last = at + len(wanted)
                if _joined(lower, places, first, last):
                    continue
                yield _phone(
                    places[first][0], places[last - 1][1], 0.95 if forward else 0.75, "a number you told us"
                )


def _phone(start: int, end: int, confidence: float, why: str) -> Match:
    return Match(EntityType.PHONE, start, end, confidence, why, "PI-03", fact=PHONE)


def _joined(lower: str, places: list[tuple[int, int]], first: int, last: int) -> bool:
    """True when the figures go on directly before or after: it is some other, longer number."""
    begin, end = places[first][0], places[last - 1][1]
    return (begin > 0 and lower[begin - 1].isdigit()) or (end < len(lower) and lower[end].isdigit())


def _digits(lower: str, start: int, end: int) -> tuple[str, list[tuple[int, int]]]:
    """Figures spelled in lower[start:end] and the place of each."""
    out: list[str] = []
    places: list[tuple[int, int]] = []
    repeat, begun = 1, 0
    for piece in _PIECE.finditer(lower, start, end):
        word = piece[0]
        if word in ("double", "treble", "triple"):
            repeat, begun = 2 if word == "double" else 3, piece.start()
            continue
        if word == "hundred":
            out += ["0", "0"]
            places += [piece.span()] * 2
            continue
        digit = word if word.isdigit() else _DIGIT_WORDS[word]
        first = begun if repeat > 1 else piece.start()
        out += [digit] * repeat
        places += [(first, piece.end())] * repeat
        repeat = 1
    return "".join(out), places


def national(phone: str) -> str:
    """The figures of a phone number without +44, 0044 or the leading 0."""
    digits = re.sub(r"\D", "", phone.replace("(0)", ""))
    for lead in ("0044", "44", "0"):
        if digits.startswith(lead) and len(digits) - len(lead) >= 7:
            return digits[len(lead) :].removeprefix("0")
    return digits


_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_SIGNS = (
    ("capricorn", 120), ("aquarius", 219), ("pisces", 321), ("aries", 420), ("taurus", 521), ("gemini", 621), ("cancer", 723), ("leo", 823),
    ("virgo", 923), ("libra", 1023), ("scorpio", 1122), ("sagittarius", 1222), ("capricorn", 1232),
)  # fmt: skip
_BIRTHDAY = re.compile(
    r"(?<![a-z])(?:b-?day|birth ?day\w*|born|cake|candles|turn(?:s|ing|ed)?|party|presents?|baby|dob|birth|age|zodiac|years old|celebrat\w+|my day|star sign|another year|gifts?|old)(?![a-z])"
)
_SIGN_WORDS = re.compile(
    r"(?<![a-z])(?:typical|proper|such an?|star sign|season|baby|as an?|i'm an?|im an?|me|classic|true|horoscope|zodiac|vibes|energy|sun|moon|rising|behaviou?r|traits?|fellow|stubborn|to the core|through and through|here|problems|szn|like me)(?![a-z])"
)
_TOLD = "a birthday you told us"


def birth_forms(born: date, today: date) -> list[Form]:
    """The forms of a birth date: whole, day and month, year, age, star sign."""
    month = _MONTHS[born.month - 1]
    name = rf"(?:{month}|{month[:3]}\.?|{month[:4]}\.?)"
    day = rf"0?{born.day}(?:st|nd|rd|th)?"
    year = rf"(?:{born.year}|'?{born.year % 100:02d})(?!\d)"
    sep = r"[\s./-]{1,2}"
    spoken = rf"(?:{day}(?: of)?[\s,-]{{0,2}}{name}|{name}[\s,-]{{0,2}}(?:the )?{day}(?![\da-z]))"
    numeric = rf"(?:0?{born.day}{sep}0?{born.month}{sep}{year}|{born.year}[./-]0?{born.month}[./-]0?{born.day}(?!\d)|0?{born.month}/0?{born.day}/{born.year})"
    needles = (month[:3],)
    figures = (str(born.day), str(born.year % 100))
    forms = [
        Form(re.compile(rf"(?<![\w/.-]){numeric}"), figures, EntityType.BIRTH_DATE, "PI-02", BIRTH_DATE, _TOLD, 0.95),
        Form(re.compile(rf"(?<!\w){spoken}[\s,/-]{{1,3}}{year}"), needles, EntityType.BIRTH_DATE, "PI-02", BIRTH_DATE, _TOLD, 0.95),
        Form(re.compile(rf"(?<!\w){spoken}(?![\s,/-]{{1,3}}'?\d{{2,4}})(?!\w)"), needles, EntityType.BIRTH_DATE, "PI-02", BIRTH_DATE, _TOLD, 0.8, _with_birthday),
        Form(re.compile(rf"(?<![\d/.]){born.day:02d}[./]{born.month:02d}(?![\d/]|\.\d)"), figures, EntityType.BIRTH_DATE, "PI-02", BIRTH_DATE, _TOLD, 0.75, _with_birthday),
        Form(
            re.compile(rf"(?P<v>(?:born|b\.|vintage|baby|model|since|made|class|dob|bab|kid)[^\n]{{0,10}}?(?<!\d)(?:{born.year}|'{born.year % 100:02d}|(?<=in ){born.year % 100:02d}))(?!\d)"),
            (str(born.year % 100),), EntityType.BIRTH_YEAR, "PI-08", BIRTH_DATE, "the year you told us", 0.85,
        ),
        Form(re.compile(rf"(?<![\w£$.:/-])(?P<v>(?:{born.year}|'{born.year % 100:02d}) (?:vintage|baby|model|kid|borns?|edition)|{born.year % 100:02d} (?:baby|babies|vintage|kid|model))(?!\w)"), (str(born.year % 100),), EntityType.BIRTH_YEAR, "PI-08", BIRTH_DATE, "the year you told us", 0.85),
    ]  # fmt: skip
    forms += _age_forms(born, today)
    forms.append(_age_then(born, month))
    sign = next(name for name, until in _SIGNS if born.month * 100 + born.day < until)
    forms.append(
        Form(
            re.compile(rf"(?<!\w){sign}(?!\w)"),
            (sign,),
            EntityType.BIRTH_DATE,
            "PI-02",
            BIRTH_DATE,
            "your star sign",
            0.6,
            _is_sign,
        )
    )
    return forms


def _age_then(born: date, month: str) -> Form:
    """An age in a named year that gives the year of birth: "21 in 2018", "turned 18 that June"."""
    pattern = re.compile(
        rf"(?<![\w£$/.:-])(?P<v>(?P<age>\d{{1,2}}) (?:back )?(?:in|during|that)(?: the)?(?: (?:spring|summer|autumn|winter|[a-z]{{3,9}})(?: of)?)? (?P<year>(?:19|20)\d\d)|(?:turned|turning|was) (?P<young>\d{{1,2}}) that {month})(?!\w)"
    )

    def adds_up(folded: Folded, start: int, end: int) -> bool:
        hit = pattern.search(folded.lower, max(0, start - 2), end)
        if hit is None:
            return False
        if hit["young"]:
            return 5 < int(hit["young"]) < 100
        said = re.search(
            r"(?<![a-z])(?:i was|i'm|turned|turning|aged?|hit|me at|i turned|was|when i was) $",
            folded.lower[max(0, start - 14) : start],
        )
        return bool(said) and int(hit["year"]) - int(hit["age"]) in (born.year, born.year + 1)

    return Form(
        pattern,
        ("in", "that"),
        EntityType.AGE,
        "PI-08",
        BIRTH_DATE,
        "an age that gives your year of birth",
        0.7,
        adds_up,
    )


def _age_forms(born: date, today: date) -> list[Form]:
    age = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    # A post may be a few years old, and the age in it with it.
    ages = range(max(1, age - 4), age + 2)
    said = "|".join([str(n) for n in ages] + [_spelled(n) for n in ages if n < 100])
    after = r"(?: ?(?:yo|y/o|yrs?|years? old|years young)| (?:next (?:month|week|year)|today|tomorrow|already|candles|and (?:fabulous|counting|still|never|proud|thriving|a half)|this (?:year|month)|soon|in \w+ days)|[?!.]*$)"
    lead = (
        r"(?:turn(?:s|ing|ed)?|i'm|im|i am|aged?|at|hit(?:ting)?|big|officially|nearly|almost|being|me at|will be)"
    )
    pattern = rf"(?<![\w£$€./:-])(?:(?<!\d)(?:{said}){after}|{lead} (?P<n>{said})(?![\w%/:.]|,\d))"
    alone = re.compile(pattern)
    return (
        [Form(alone, (), EntityType.AGE, "PI-08", BIRTH_DATE, "your age", 0.6, _age_of_a_person)] if ages else []
    )


_NOT_AGES = re.compile(
    r"^ ?(?:%|mins?|minutes|hours?|days|weeks|months|miles|km|quid|pounds|p\b|k\b|am\b|pm\b|people|points|goals|metres|stone|lbs)"
)


def _age_of_a_person(folded: Folded, start: int, end: int) -> bool:
    before = folded.lower[max(0, start - 12) : start]
    if _NOT_AGES.match(folded.lower, end) or re.search(
        r"(?:no\.?|number|bus|page|room|flat|route|day|week|score|top|size|chapter|platform|junction) $", before
    ):
        return False
    # A bare number is an age only as the first thing said.
    bare = re.fullmatch(r"\d{1,3}[?!.]*", folded.lower[start:end])
    return not bare or not folded.lower[:start].strip()


def _spelled(number: int) -> str:
    for words in (TEENS, TENS, ONES):
        for word, value in words.items():
            if value == number:
                return word
    tens = next((word for word, value in TENS.items() if value == number // 10 * 10), "")
    ones = next((word for word, value in ONES.items() if value == number % 10), "")
    return rf"{tens}[ -]{ones}" if tens and ones else NUMBER_WORDS


def _with_birthday(folded: Folded, start: int, end: int) -> bool:
    return near(folded, start, end, _BIRTHDAY)


def _is_sign(folded: Folded, start: int, end: int) -> bool:
    return folded.text[start].isupper() and near(folded, start, end, _SIGN_WORDS, 24)
