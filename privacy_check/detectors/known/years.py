"""A told year of birth, worked out: exams, events, ages at events, sums about an age, weekdays, stones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from privacy_check.detectors.base import Match
from privacy_check.detectors.known.ages import of_another
from privacy_check.detectors.known.base import near
from privacy_check.detectors.known.birthdays import spoken_number
from privacy_check.detectors.known.feasts import Birth, dated
from privacy_check.detectors.known.signs import signs_of
from privacy_check.model import EntityType
from privacy_check.text.fold import Folded
from privacy_check.text.sayings import phrases, piece, saying
from privacy_check.text.vocabulary import NUMBER_WORDS, ONES, TEENS, TENS

_BORN = saying("known_years.born_then")
_I_WAS = piece("known_years.i_was")
_SCHOOL = saying("known_years.school")
_YEAR = re.compile(r"(?<![\w£$.:/-])(?:(?:19|20)\d\d|'\d\d)(?![\w%]|[.:]\d)")
_YEARS_FROM = re.compile(
    piece("known_years.years_from", COUNT="|".join([*ONES, *TEENS]), TENS="|".join(TENS)), re.IGNORECASE
)
_SUM = re.compile(piece("known_years.sum_of_age", NUMBER=f"{NUMBER_WORDS}|{'|'.join(ONES)}"))
_ME = re.compile(r"(?<![a-z])(?:i|me|my|mine|i'm|i've|i'd|we|our|us)(?![a-z])")
_OTHERS = re.compile(
    r"(?<![a-z])(?:he|she|they|his|her|their|you|your|who|brother|sister|mum|dad|son|daughter|niece"
    r"|nephew|cousin|friend|mate)(?![a-z])"
)
_IN_YEARS = re.compile(
    rf"(?<![a-z])(?P<v>(?:i'll be|i'm|i turn|i hit|i'll hit|me hitting) (?P<age>\d{{2}}"
    rf"|{NUMBER_WORDS}) in (?P<n>\d|{'|'.join(ONES)}) years?)(?![a-z])"
)
_BETWEEN = re.compile(r"(?<![a-z])half ?way between (?P<a>\d\d) and (?P<b>\d\d)(?!\w)")
_WHY = "words that give your year of birth"
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_FACTOR = {"twice": 2.0, "double": 2.0, "half": 0.5, "three times": 3.0, "four times": 4.0}
_SHORT_OF = re.compile(r"off|shy|short|until|till|til|from|away|before|to|south")


class Years:
    """The year of birth in all that tells it without a date."""

    def __init__(self, birth: Birth, today: date) -> None:
        born = birth.born
        self._birth = birth
        age = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
        # A post may be a few years old, and the age in it with it.
        self._ages = range(max(1, age - 4), age + 2)
        # The year of the exams at sixteen, by the school year that begins in September.
        self._sixteen = born.year + (16 if born.month < 9 else 17)
        self._small = self._traits(born)

    @staticmethod
    def _traits(born: date) -> re.Pattern[str]:
        """Weekday, stone, flower and picture of the sign, each with what it is called by."""
        day = _WEEKDAYS[born.weekday()]
        stone = dated("known_years.stones")[f"{born:%m}"]
        flower = dated("known_years.flowers")[f"{born:%m}"]
        described = "|".join(dated("known_years.signs_described")[sign] for sign in signs_of(born))
        return re.compile(
            rf"(?<![a-z])(?:{day}'?s child|born on an? {day}|birth ?stone(?:'s| is|,)?[^.!?\n]{{0,14}}(?:{stone})"
            rf"|(?:{stone})[^.!?\n]{{0,16}} birth ?stone|birth ?flower(?:'s| is|,)?[^.!?\n]{{0,14}}(?:{flower})s?"
            rf"|(?:star )?sign(?:'s| is) (?:the |an? )?(?:{described})|sign of the (?:{described})"
            rf"|(?:an?|my|typical|proper) (?:{described}) sign)(?![a-z])"
        )

    def matches(self, folded: Folded) -> Iterator[Match]:
        """Every telling of the year, with the words that tell it."""
        lower = folded.lower
        for hit in self._small.finditer(lower):
            if not _OTHERS.search(lower, max(0, hit.start() - 30), hit.start()):
                yield self._birth.match(*hit.span(), _WHY)
        yield from self._sums(folded)
        yield from self._events(folded)
        if folded.digits > 1:
            yield from self._schooling(folded)

    def _sums(self, folded: Folded) -> Iterator[Match]:
        for hit in _YEARS_FROM.finditer(folded.lower):
            count = 2 if "couple" in hit["n"] else _number(hit["n"]) or 1
            reached = _number(hit["round"]) or (50 if "half" in hit["round"] else 100)
            age = reached - count if _SHORT_OF.match(hit["side"]) else reached + count
            if age in self._ages and not of_another(folded, *hit.span()):
                yield self._birth.match(*hit.span("v"), _WHY, EntityType.AGE)
        for hit in _SUM.finditer(folded.lower):
            if hit["times"]:
                age = int(_FACTOR[hit["times"]] * _number(hit["some"]))
            elif hit["way"]:
                age = (_number(hit["way"]) or 100) // 2
            else:
                age = 20 * ONES[hit["score"]] + _number(hit["more"] or "")
            if age in self._ages:
                yield self._birth.match(*hit.span("v"), _WHY, EntityType.AGE)

        for hit in _IN_YEARS.finditer(folded.lower):
            if _number(hit["age"]) - _number(hit["n"]) in self._ages:
                yield self._birth.match(*hit.span("v"), _WHY, EntityType.AGE)
        for hit in _BETWEEN.finditer(folded.lower):
            if (int(hit["a"]) + int(hit["b"])) // 2 in self._ages and near(folded, *hit.span(), _ME, 40):
                yield self._birth.match(*hit.span(), _WHY, EntityType.AGE)

    def _events(self, folded: Folded) -> Iterator[Match]:
        """ "Born the year of the great storm", "I was ten when the wall came down"."""
        lower = folded.lower
        for year, event in _all_events():
            for named in event.finditer(lower):
                begin, stop = max(0, named.start() - 50), named.end() + 40
                if year == self._birth.born.year and (cue := _BORN.search(lower, begin, stop)):
                    yield self._from(cue, named, EntityType.BIRTH_YEAR)
                for age in (year - self._birth.born.year, year - self._birth.born.year - 1):
                    if 0 < age < 100 and (cue := _aged(age).search(lower, begin, stop)):
                        yield self._from(cue, named, EntityType.AGE)

    def _from(self, cue: re.Match[str], named: re.Match[str], kind: EntityType) -> Match:
        start, end = min(cue.start(), named.start()), max(cue.end(), named.end())
        return self._birth.match(start, end, _WHY, kind)

    def _schooling(self, folded: Folded) -> Iterator[Match]:
        """ "Did my GCSEs in 2004", "class of '06"."""
        lower = folded.lower
        for cue in _SCHOOL.finditer(lower):
            for said in _YEAR.finditer(lower, max(0, cue.start() - 16), cue.end() + 24):
                year = int(said[0]) if said[0].isdigit() else 0
                steps = _after_sixteen()[cue[0]]
                wanted = [self._sixteen + step for step in steps]
                right = year in wanted or (not year and int(said[0][1:]) in [one % 100 for one in wanted])
                start, end = min(cue.start(), said.start()), max(cue.end(), said.end())
                others = _OTHERS.search(lower, max(0, start - 30), end)
                if right and not others and near(folded, start, end, _ME, 60):
                    yield self._birth.match(start, end, _WHY, EntityType.BIRTH_YEAR)


@cache
def _all_events() -> tuple[tuple[int, re.Pattern[str]], ...]:
    named = [*dated("known_days.years").items(), *dated("known_days.happened").items()]
    return tuple((int(when[:4]), re.compile(rf"(?<![a-z])(?:{said})(?![a-z])")) for when, said in named)


@cache
def _after_sixteen() -> dict[str, tuple[int, ...]]:
    entries = (entry.split(":") for entry in phrases("known_years.after_sixteen"))
    return {said: tuple(map(int, steps.split())) for said, steps in entries}


@cache
def _aged(age: int) -> re.Pattern[str]:
    return re.compile(rf"{_I_WAS}(?:{age}|{spoken_number(age)})(?![\w%]| (?:days|weeks|months|hours|miles|of))")


def _number(said: str) -> int:
    """A number below a hundred in figures or words; 0 for none."""
    if said.isdigit():
        return int(said)
    values = TENS | TEENS | ONES
    return sum(values.get(part, 0) for part in re.split(r"[ -]", said))
