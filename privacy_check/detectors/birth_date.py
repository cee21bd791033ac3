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
from privacy_check.text.birth_sayings import (
    A_THING,
    AFTER,
    BARE_BORN,
    BEFORE,
    BETWEEN_STOP,
    BIRTH_SCENE,
    BORN_BY,
    CHILD,
    CHILDREN,
    COUNTER,
    FULL_NAME,
    GREETS,
    HARDLY,
    I_WAS_BORN,
    IN_ONE_RUN,
    MINE_TOO,
    NAMED,
    NOT_CHILDREN,
    OTHERS,
    OWN_CHILD,
    OWN_PEOPLE,
    QUESTION,
    REACHES,
    THING_NEXT,
)
from privacy_check.text.cues import late
from privacy_check.text.dates import MONTHS, NAMED_DAY_WORDS, WrittenDate, written_dates
from privacy_check.text.fold import Folded
from privacy_check.text.vocabulary import NEVER_NAMES, first_names
from privacy_check.text.wordlist import words

FINDS = (
    ("b. 7 Nov 1988 Swansea", "7 Nov 1988"),
    ("turning 40 on 3rd March", "3rd March"),
    ("DOB 14/02/91", "14/02/91"),
    ("Poppy was born at 4am on Tuesday 6th February 2024", "Tuesday 6th February 2024"),
    ("Happy 7th birthday to my boy Theo 🎈 09/02/2019", "09/02/2019"),
    ("my birthday is the fourth of May", "fourth of May"),
    ("🎂 21st June | baker", "21st June"),
    ("it's my 40th on 3 March", "3 March"),
    ("leap year baby, 29 Feb 1988", "29 Feb 1988"),
    ("d o b 3 3 94", "3 3 94"),
)
MISSES = (
    "25/12/2025 can't come soon enough",
    "Happy birthday to the NHS, 5 July 1948",
    "married on 21.07.2012",
    "book club born out of lockdown meets 12 May",
    "Shakespeare was born on 23 April 1564",
    "Nye Bevan's birthday today",
    "my 2nd on Saturday, 10k again on 3 March",
    "birthday party at the hall, 12th July, tickets from 5 pounds",
)

_A_CHILD_SINCE = 2005
_NO_NAMES = NEVER_NAMES | words("whose when what so born passport")
_REACH = 48
_AHEAD = 110
_SIGNS = tuple("🎂🍰🎈🥳👶🍼♈♉♊♋♌♍♎♏♐♑♒♓")
_NUMBERED = late(r"[0-9](?:(?:st|nd|rd|th)(?:'s| is| falls)?)? \Z")
_SIGN = late("[" + "".join(_SIGNS) + "]")
_DATELIKE = late(
    "[0-9]|" + "|".join(sorted(NAMED_DAY_WORDS)) + "|leap|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
)
_DATE_WORDS = frozenset(MONTHS) | NAMED_DAY_WORDS
_BIRTH_WORDS = words(
    "born birth birthdate birthday bday dob d b o turning turned turns turn geboren nacido nee née ne le "
    "world planet earth arrived arrival aries taurus gemini leo virgo libra scorpio sagittarius capricorn "
    "aquarius pisces cancerian thirty forty fifty sixty seventy eighty babies baby today big hit hits hitting be "
    "me bouncers premature prem preemie came welcomed welcoming welcome entrance appearance passport id licence "
    "mum mam mom mummy mammy mommy mama dad daddy nan nanny nana grandma gran parent parents been "
    "receptionist recpt pharmacist pharmacy chemist bouncer doctors surgery"
)


class BirthDate(BaseDetector):
    """Dates of birth and birthdays."""

    name = "birth_date"
    entity_types = (EntityType.BIRTH_DATE,)
    triggers = Triggers(words=_BIRTH_WORDS | {"on"}, parts=_SIGNS)

    def match(self, folded: Folded) -> Iterable[Match]:
        if not folded.digits and _DATE_WORDS.isdisjoint(folded.words):
            return
        lower = folded.lower
        found: list[tuple[WrittenDate, float]] = []
        seen: list[WrittenDate] = []
        for start, end in _near(folded):
            if not _DATELIKE.search(lower, start, end):
                continue
            for date in written_dates(lower[start:end]):
                moved = date.moved(start)
                if folded.text[moved.start : moved.end] == "Nye":
                    continue
                seen.append(moved)
                sure = _speaks_of_birth(moved, lower)
                if sure:
                    found.append((moved, sure))
        for date, sure in _fullest(found, seen, lower):
            yield _found(date, folded, sure)
        for hit in IN_ONE_RUN.finditer(lower):
            if int(hit["day"]) in range(1, 32) and int(hit["month"]) in range(1, 13):
                span = hit.span("all")
                yield Match(EntityType.BIRTH_DATE, *span, 0.85, "a date of birth", "PI-02")


def _fullest(
    found: list[tuple[WrittenDate, float]], seen: list[WrittenDate], lower: str
) -> Iterable[tuple[WrittenDate, float]]:
    """Each day once, where it is written with most: "05-11-1996, yes bonfire night" is one birthday."""
    done: set[tuple[int, int]] = set()
    for date, sure in found:
        day = (date.day, date.month)
        same = [other for other in seen if (other.day, other.month) == day]
        best = max(
            same, key=lambda other: (bool(other.year), any(map(str.isdigit, lower[other.start : other.end])))
        )
        if date.year and best.year != date.year:
            yield date, sure
        elif day not in done:
            done.add(day)
            yield best, sure


def _near(folded: Folded) -> Iterable[tuple[int, int]]:
    """Stretches of text around words and signs of birth, joined where they touch."""
    lower = folded.lower
    places = [place for word in _BIRTH_WORDS & folded.words for place in folded.starts[word]]
    places += [
        place for place in folded.starts.get("on", ()) if _NUMBERED.search(lower, max(0, place - 12), place)
    ]
    if not lower.isascii():
        places += [hit.start() for hit in _SIGN.finditer(lower)]
    begin = end = 0
    for place in sorted(places):
        if place - _REACH > end:
            if end:
                yield begin, end
            begin = max(0, place - _REACH)
        end = min(len(lower), place + _AHEAD)
    if end:
        yield begin, end


def _speaks_of_birth(date: WrittenDate, lower: str) -> float:
    start = max(0, date.start - _REACH)
    spoken = list(BEFORE.finditer(lower, start, date.start))
    said = spoken[-1] if spoken else None
    if said and not BARE_BORN.match(lower, said.start()) and _ties(said, date, lower):
        return 0.9 if date.year else 0.8
    if _asked(lower, date.start):
        return 0.8
    if date.year and 1920 <= date.year <= BORN_BY and COUNTER.search(lower, max(0, date.start - 110), date.start):
        return 0.75
    if date.year and 1920 <= date.year <= BORN_BY and "🎂" in lower[date.end : date.end + 44]:
        return 0.75
    if AFTER.match(lower, date.end):
        return 0.85 if date.year else 0.75
    return 0.0


def _ties(said: re.Match[str], date: WrittenDate, lower: str) -> bool:
    """True when the words of birth `said` reach as far as the date behind them."""
    between = lower[said.end() : date.start]
    if said["parent"]:
        around = lower[max(0, said.start() - 30) : date.end + 20]
        plain = CHILDREN.match(between) is not None and not NOT_CHILDREN.search(around)
        return plain and date.year is not None and lower[date.start].isdigit()
    if said["near"]:
        if said["near"].startswith(("our", "my")) and date.year is None:
            return False
        return HARDLY.match(between) is not None and not BETWEEN_STOP.search(between)
    if said["arrived"] and not (
        (said["arrived"] != "came" and BIRTH_SCENE.search(lower, max(0, said.start() - 60), date.end + 60))
        or _name_before(lower, said.start())
    ):
        return False
    if A_THING.search(lower, max(0, said.start() - 40), said.start()) or THING_NEXT.match(lower, said.end()):
        return False
    reach = next(far for name, far in REACHES.items() if said[name])
    return len(between) <= reach and not BETWEEN_STOP.search(between)


def _name_before(lower: str, end: int) -> bool:
    """True when a listed first name stands right before: "Ffion arrived 17 September"."""
    word = re.search(r"([^\W\d_][\w'-]+) $", lower[max(0, end - 20) : end])
    return word is not None and first_names().get(word[1]) is False


def _asked(lower: str, start: int) -> bool:
    """True when a question about a birthday stands right before: "when's your birthday? the ninth of May"."""
    return bool(
        QUESTION.search(lower, max(0, start - 70), start) or MINE_TOO.search(lower, max(0, start - 110), start)
    )


def _found(date: WrittenDate, folded: Folded, sure: float) -> Match:
    lower = folded.lower
    around = lower[max(0, date.start - 90) : date.end + 30]
    child = bool(CHILD.search(around)) and "i was born" not in around
    thing = bool(THING_NEXT.search(around))
    old = date.year is not None and date.year < 1905
    young = date.year is not None and date.year >= _A_CHILD_SINCE
    greeted = bool(GREETS.search(around)) and not young and not OWN_PEOPLE.search(around)
    full_name = FULL_NAME.search(
        folded.text, max(0, date.start - 70), date.start
    ) is not None and not OWN_CHILD.search(around)
    famous = (
        greeted
        or thing
        or full_name
        or _of_somebody_known(date, folded)
        or (bool(OTHERS.search(around)) and " my " not in around)
    )
    why = "a date of birth" if date.year else "a birthday"
    rule = "REL-04" if child else ("PI-02" if date.year else "PI-02b")
    whose = Whose.CHILD if child else Whose.WRITER
    own = I_WAS_BORN.search(lower, max(0, date.start - 70), date.start)
    if (old or famous) and not own:
        whose, sure = Whose.BUSINESS, 0.2
    return Match(EntityType.BIRTH_DATE, date.start, date.end, sure, why, rule, whose)


def _of_somebody_known(date: WrittenDate, folded: Folded) -> bool:
    """True when the birthday is said of a name that no relative has: "Beyonce's birthday is"."""
    if date.year is not None and date.year >= _A_CHILD_SINCE:
        return False
    names = list(NAMED.finditer(folded.text, max(0, date.start - 70), date.start))
    if not names:
        return False
    first, last = names[-1]["first"].casefold(), names[-1]["last"]
    if OWN_PEOPLE.search(folded.lower, max(0, names[-1].start() - 20), names[-1].end()) or first in _NO_NAMES:
        return False
    return bool(last) or first not in first_names()


DETECTOR = BirthDate()
