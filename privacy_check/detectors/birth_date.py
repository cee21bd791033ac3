"""Dates of birth and birthdays.

Finds: a date near words of birth ("born", "DOB", "birthday", "turning 40 on"), a cake, a star sign, in figures or
words, with or without the year.
Misses: dates of events, weddings and deaths; birthdays of institutions and famous people; parties.
Why: with a name and an address it opens credit and resets passwords.
Fix: hide the year, or the whole date.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from privacy_check.detectors.base import BaseDetector, Match, Triggers, Whose
from privacy_check.model import EntityType
from privacy_check.text.cues import late
from privacy_check.text.dates import MONTHS, NAMED_DAY_WORDS, WrittenDate, written_dates
from privacy_check.text.fold import Folded
from privacy_check.text.vocabulary import first_names
from privacy_check.text.wordlist import words

FINDS = (
    ("b. 7 Nov 1988 Swansea", "7 Nov 1988"),
    ("turning 40 on 3rd March", "3rd March"),
    ("DOB 14/02/91", "14/02/91"),
    ("Poppy was born at 4am on Tuesday 6th February 2024", "Tuesday 6th February 2024"),
    ("Happy 7th birthday to my boy Theo 🎈 09/02/2019", "09/02/2019"),
    ("my birthday is the fourth of May", "fourth of May"),
    ("🎂 21st June | baker", "21st June"),
)
MISSES = (
    "25/12/2025 can't come soon enough",
    "Happy birthday to the NHS, 5 July 1948",
    "married on 21.07.2012",
    "book club born out of lockdown meets 12 May",
    "Shakespeare was born on 23 April 1564",
    "birthday party at the hall, 12th July, tickets from 5 pounds",
)

_BEFORE = late(
    r"(?:(?<![a-z])(?P<strong>d\.?o\.?b\.?|date of birth|birth ?date|born|b\.|b-?day|birthday|birth day|nacido"
    r"|geboren|n[ée]e? le"
    r"|came into (?:the|this) world|welcomed? to (?:the|this) world(?! (?:cup|of|series|record|tour))"
    r"|welcom(?:ed|ing)? (?:our|baby|little)"
    r"|(?:twins|baby|girl|daughter|son|triplets|little one) (?:\w+ ){0,3}(?:came|came along"
    r"|joined us)(?: to us)?"
    r"|premature|prem|preemie|entered the world|arrived|arrival|on (?:this|the) (?:planet|earth) since"
    r"|est(?:ablished)? (?=my)"
    r"|turn(?:s|ed|ing)?\s(?:the\sbig\s)?(?:[0-9]{1,2}|thirty|forty|fifty|sixty|seventy|eighty|eighteen"
    r"|twenty[ -]?one)"
    r"|(?:the\s)?big\s(?:[1-9][0-9]|(?:three|four|five|six|seven|eight|nine)[ -]?(?:oh?|0|zero)"
    r"|thirty|forty|fifty|sixty|seventy|eighty|ninety|eighteen)"
    r"|(?:be|i'm|im|be the big|am|hits?|hitting|reach(?:ed|ing)?|reach)\s[1-9][0-9]\s(?:on|this)"
    r"|(?:[0-9]{1,2}|thirty|forty|fifty|sixty|seventy|eighty|twenty one"
    r"|twenty-one)(?:th|st|nd|rd)?\s(?:on|today|this)"
    r"|aries|taurus|gemini|leo|virgo|libra|scorpio|sagittarius|capricorn|aquarius|pisces)(?![a-z])"
    r"|(?P<sign>[🎂🍰🎈🥳👶🍼♈♉♊♋♌♍♎♏♐♑♒♓]))"
)
_AFTER = late(
    r"[\s,:()\-|]{0,4}(?:(?:is|was)\s)?(?:(?:it'?s\s)?(?:my|his|her|our \w+'s"
    r"|\w+'s)\s(?:big\s)?(?:\w+\s)?(?:birthday|b-?day|birth\s?date|date of birth|d\.?o\.?b)"
    r"|(?:birthday|b-?day|babies|baby|born|aries|taurus|gemini|cancerian|leo|virgo|libra|scorpio|sagittarius"
    r"|capricorn|aquarius|pisces)(?![a-z])"
    r"|(?:at\s)?[0-9]{1,2}\s?lbs?(?![a-z])|weigh"
    r"|[🎂🎈♈♉♊♋♌♍♎♏♐♑♒♓])"
)
_BETWEEN_STOP = late(
    r"[.!?]\s+[a-z]|(?<![a-z])(?:not|married|wedding|anniversary|died|passed|vows|d\.|rip|founded|opened|meets?"
    r"|released?|out|tickets?"
    r"|party|drinks|bash|meal|do|celebrat\w+|sale|until|till|deadline|exam|interview|gig|tour|event|open|away"
    r"|launch\w*)(?![a-z])|🎟"
)
_QUESTION = late(
    r"(?<![a-z])(?:your|ur|the|a) (?:birthday|b-?day|date of birth|dob)(?![a-z])[^?\n]{0,24}\?\s?[\"']?\s?"
    r"(?:(?:it's|it is|mine's|mine is|that's|well|erm?|um|oh|a|yes|why)[,\s]{1,2}){0,3}(?:the\s)?\Z"
)
_BARE_BORN = late(r"(?<![a-z])born\s(?:out of|from|to|for|and bred|& bred)(?![a-z])")
_OTHERS = late(
    r"(?<![a-z])(?:on this day|otd|queen|king|president|prime minister|shakespeare|author|singer|actor|composer"
    r"|poet"
    r"|historic\w*|founder|legend|biography|museum|exhibition)(?![a-z])"
)
# "Happy birthday" greets somebody: only the writer and family count.
_GREETS = late(r"happy\s(?:\w+\s){0,2}(?:birthday|b-?day)")
_OWN_PEOPLE = late(
    r"(?<![a-z])(?:me|my|myself|mum|mam|mom|dad|nan|nana|gran|granny|grandad|grandma|sis|sister|bro|brother|son"
    r"|daughter|boy|girl|baby|twins?"
    r"|princess|prince|darling|hubby|husband|wife|auntie|uncle|niece|nephew|little|bestie|mini|lad|babe"
    r"|love)(?![a-z])"
)
# First name and surname before "was born": somebody people write about.
_FULL_NAME = late(r"(?<![\w@#])[A-Z][\w'-]+ (?:[A-Z][\w.'-]* ){1,2}(?:was |were |\()?(?:born|b\.)")
_NAMED = late(
    r"(?<![\w@#'])(?P<first>[A-Z][\w-]+)(?: (?P<last>[A-Z][\w'-]+))?(?:'s (?:\w+ ){0,2}(?:birthday|b-?day)"
    r"|,? (?:would(?:'ve| have) been|would(?:'ve| have) turned|turns? [0-9]|is [0-9]|was born|born|were born))"
)
_OWN_CHILD = late(r"(?<![a-z])(?:my|our|baby|newborn|arrived|weigh\w+|[0-9]{1,2}\s?lbs?)(?![a-z])")
_CHILD = late(
    r"(?<![a-z])(?:my|our)\s(?:\w+\s){0,3}(?:son|daughter|boy|girl|baby|little\sone|twins?|kid|children|grandson"
    r"|granddaughter)(?![a-z])"
    r"|(?<![a-z])(?:weigh\w+|[0-9]{1,2}\s?lbs?|newborn|arrived|baby|was born|were born|son|daughter|toddler"
    r"|happy\s[0-9]{1,2}(?:st|nd|rd|th)\sbirthday)(?![a-z])"
)
_A_CHILD_SINCE = 2005
_NO_NAMES = words("i my his her our mum's dad's today so and the she he we they whose it born")
_REACH = 48
_AHEAD = 110
_SIGNS = tuple("🎂🍰🎈🥳👶🍼♈♉♊♋♌♍♎♏♐♑♒♓")
_SIGN = re.compile("[" + "".join(_SIGNS) + "]")
_DATELIKE = re.compile(
    "[0-9]|" + "|".join(sorted(NAMED_DAY_WORDS)) + "|leap|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
)
_DATE_WORDS = frozenset(MONTHS) | NAMED_DAY_WORDS
_BIRTH_WORDS = words(
    "born birth birthdate birthday bday dob d b o turning turned turns turn geboren nacido nee née ne le "
    "world planet earth arrived arrival aries taurus gemini leo virgo libra scorpio sagittarius capricorn "
    "aquarius pisces cancerian thirty forty fifty sixty seventy eighty babies baby today big hit hits hitting be "
    "premature prem preemie came welcomed welcoming welcome"
)


class BirthDate(BaseDetector):
    """Dates of birth and birthdays."""

    name = "birth_date"
    entity_types = (EntityType.BIRTH_DATE,)
    triggers = Triggers(words=_BIRTH_WORDS, parts=_SIGNS)

    def match(self, folded: Folded) -> Iterable[Match]:
        if not folded.digits and _DATE_WORDS.isdisjoint(folded.words):
            return
        lower = folded.lower
        for start, end in _near(folded):
            if not _DATELIKE.search(lower, start, end):
                continue
            for date in written_dates(lower[start:end]):
                found = date.moved(start)
                sure = _speaks_of_birth(found, lower)
                if sure:
                    yield _found(found, folded, sure)


def _near(folded: Folded) -> Iterable[tuple[int, int]]:
    """Stretches of text around words and signs of birth, joined where they touch."""
    lower = folded.lower
    places = [place for word in _BIRTH_WORDS & folded.words for place in folded.starts[word]]
    if not lower.isascii():
        places += [hit.start() for hit in _SIGN.finditer(lower)]
    begin = end = 0
    for place in sorted(places):
        if place - _REACH > end:
            if end:
                yield begin, end
            begin = place - _REACH
        end = min(len(lower), place + _AHEAD)
    if end:
        yield begin, end


def _speaks_of_birth(date: WrittenDate, lower: str) -> float:
    start = max(0, date.start - _REACH)
    spoken = list(_BEFORE().finditer(lower, start, date.start))
    said = spoken[-1] if spoken else None
    if said and not _BARE_BORN().match(lower, said.start()):
        between = lower[said.end() : date.start]
        weak = said["sign"] is not None and len(between) > 24
        if not weak and not _BETWEEN_STOP().search(between):
            return 0.9 if date.year else 0.8
    if _asked(lower, date.start):
        return 0.8
    if _AFTER().match(lower, date.end):
        return 0.85 if date.year else 0.75
    return 0.0


def _asked(lower: str, start: int) -> bool:
    """True when a question about a birthday stands right before: "when's your birthday? the ninth of May"."""
    return _QUESTION().search(lower, max(0, start - 70), start) is not None


def _found(date: WrittenDate, folded: Folded, sure: float) -> Match:
    lower = folded.lower
    around = lower[max(0, date.start - 90) : date.end + 30]
    child = bool(_CHILD().search(around)) and "i was born" not in around
    old = date.year is not None and date.year < 1905
    greeted = bool(_GREETS().search(around)) and not _OWN_PEOPLE().search(around)
    full_name = _FULL_NAME().search(
        folded.text, max(0, date.start - 70), date.start
    ) is not None and not _OWN_CHILD().search(around)
    famous = (
        greeted
        or full_name
        or _of_somebody_known(date, folded)
        or (bool(_OTHERS().search(around)) and " my " not in around)
    )
    why = "a date of birth" if date.year else "a birthday"
    rule = "REL-04" if child else ("PI-02" if date.year else "PI-02b")
    whose = Whose.CHILD if child else Whose.WRITER
    if old or famous:
        whose, sure = Whose.BUSINESS, 0.2
    return Match(EntityType.BIRTH_DATE, date.start, date.end, sure, why, rule, whose)


def _of_somebody_known(date: WrittenDate, folded: Folded) -> bool:
    """True when the birthday is said of a name that no relative has: "Beyonce's birthday is"."""
    if date.year is not None and date.year >= _A_CHILD_SINCE:
        return False
    names = list(_NAMED().finditer(folded.text, max(0, date.start - 70), date.start))
    if not names:
        return False
    first, last = names[-1]["first"].casefold(), names[-1]["last"]
    if _OWN_PEOPLE().search(folded.lower, max(0, names[-1].start() - 20), names[-1].end()) or first in _NO_NAMES:
        return False
    return bool(last) or first not in first_names()


DETECTOR = BirthDate()
