"""A told birthday counted from a day that everybody knows: "a week before Valentine's", "the day before mine"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from privacy_check.detectors.base import Match, Whose
from privacy_check.detectors.known.base import near
from privacy_check.detectors.known.birthdays import BIRTH_DATE
from privacy_check.model import EntityType
from privacy_check.text.fold import Folded
from privacy_check.text.sayings import phrases, piece, saying
from privacy_check.text.vocabulary import MONTH_NAMES, ONES, TEENS, TENS

CHILDS_BIRTHDAY = "your child's birthday"


@dataclass(frozen=True)
class Birth:
    """A told day of birth and whose it is."""

    born: date
    childs: bool = False

    def match(self, start: int, end: int, why: str, kind: EntityType = EntityType.BIRTH_DATE) -> Match:
        """A finding that gives this day away."""
        if self.childs:
            return Match(kind, start, end, 0.6, why, "REL-04", Whose.CHILD, CHILDS_BIRTHDAY)
        rule = "PI-02b" if kind is EntityType.BIRTH_DATE else "PI-08"
        return Match(kind, start, end, 0.6, why, rule, fact=BIRTH_DATE)


def dated(name: str) -> Mapping[str, str]:
    """A list of days or years, each with the pattern of what people call it."""
    return dict(entry.split(":", 1) for entry in phrases(name))


@cache
def _feasts() -> tuple[tuple[str, re.Pattern[str]], ...]:
    named = [*dated("known_days.happened").items(), *dated("known_days.feasts").items()]
    return tuple((day, re.compile(rf"(?:{said})")) for day, said in named)


def feast_of(born: date) -> str:
    """A pattern for the names of a day, as of 31 October; empty where it has none."""
    names = [dated("known_days.feasts").get(f"{born:%m-%d}", ""), _of_easter(born)]
    return "|".join(name for name in names if name)


_EASTERLY = {
    -47: "pancake day|shrove tuesday",
    -46: "ash wednesday",
    -21: "mothering sunday|mother'?s day",
    -7: "palm sunday",
    -2: "good friday",
    0: "easter (?:sunday|day)",
    1: "easter monday",
}


def _of_easter(born: date) -> str:
    return _EASTERLY.get((born - _easter(born.year)).days, "")


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm, Nature, 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    n = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * n) // 451
    month, day = divmod(h + n - 7 * m + 114, 31)
    return date(year, month, day + 1)


_NUMBERS = {"a": 1, "an": 1, "one": 1, "the": 1, "": 1, "couple of": 2} | ONES | TEENS | TENS
_NUMBER = rf"(?:(?:{'|'.join(sorted(TENS))})[ -](?:{'|'.join(ONES)})|\d{{1,3}}|{'|'.join([*TEENS, *TENS, *ONES])})"
_DATE = rf"(?:(?:the )?(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({'|'.join(m[:3] for m in MONTH_NAMES)})[a-z]*)"
_BACK = "before|shy of|off|short of|ahead of|till|until|to|away from|from"
_ON = "after|past|later than|following|from|on from|away from"
_COUNT = re.compile(
    rf"(?<![a-z])(?P<n>{_NUMBER}|an?|the|a couple of)?[ ]?(?P<unit>days?|weeks?|fortnights?|months?)"
    rf" (?:and (?:a|one) day )?(?P<side>{_BACK}|{_ON}|of) (?:the )?"
)
_EITHER = ("from", "off", "away from")
_BORN_SOON = saying("known_days.near_birth")
_CHILD = saying("known_days.near_child")
_MINE = re.compile(
    rf"(?<![a-z])(?P<v>(?P<n>{_NUMBER}|an?|the)?[ ]?(?P<unit>day|week)s? (?P<side>before|after) (?:mine"
    rf"|my own|my birthday|me))(?![a-z])"
)
_MINE_IS = re.compile(
    rf"(?<![a-z])(?P<v>(?:mine|my birthday|my own)(?:'s| is| was|,)? (?P<n>{_NUMBER}|an?|the)?[ ]?"
    rf"(?P<unit>day|week)s? (?P<side>before|after))(?![a-z])"
)
_DAY = re.compile(rf"(?<![\d/]){_DATE}")
_SHARED = re.compile(piece("known_days.sharing"))


class FeastCounts:
    """A birthday counted from a feast, from a day of history or from somebody else's birthday."""

    def __init__(self, birth: Birth, names: tuple[str, ...] = ()) -> None:
        self._birth = birth
        self._names = re.compile(rf"(?<![a-z])(?:{'|'.join(map(re.escape, names))})(?![a-z])") if names else None
        shared = dated("known_days.shared").get(f"{birth.born:%m-%d}")
        self._shared = re.compile(rf"(?<![a-z])(?:{shared})(?![a-z])") if shared else None

    def matches(self, folded: Folded) -> Iterator[Match]:
        """The count and the feast, where the words around speak of a birth or presents."""
        lower = folded.lower
        if not any(unit in lower for unit in ("day", "week", "fortnight", "month")):
            return
        for count in _COUNT.finditer(lower):
            for day, feast in _feasts():
                named = feast.match(lower, count.end())
                if not named or re.match("[a-z]| eve(?![a-z])", lower[named.end() : named.end() + 5]):
                    continue
                if self._counted(count, day) and self._spoken_of(folded, count.start(), named.end()):
                    yield self._birth.match(
                        count.start(), named.end(), "the feast day near a birthday you told us"
                    )
        if not self._birth.childs:
            yield from self._beside_mine(lower)
            yield from self._with_famous(folded)

    def _counted(self, count: re.Match[str], day: str) -> bool:
        if count["side"] == "of":
            return count["unit"] == "week" and any(self._is(day, off) for off in range(-6, 7))
        steps = _days(count)
        signs = (-1, 1) if count["side"] in _EITHER else (-1,) if re.fullmatch(_BACK, count["side"]) else (1,)
        near_by = count["unit"] == "week" and count["n"] == "the"
        reach = range(1, 9) if near_by else steps
        return any(self._is(day, sign * step) for sign in signs for step in reach)

    def _is(self, day: str, off: int) -> bool:
        born = self._birth.born
        *year, month, on = map(int, day.split("-"))
        # The year in which the feast falls does not matter, but a day of history has its own.
        for base in year or (2022, 2023, 2024):
            if (month, on) == (2, 29) and base % 4:
                continue
            reached = date(base, month, on) + timedelta(off)
            if (reached.month, reached.day) == (born.month, born.day) and (not year or reached.year == born.year):
                return True
        return False

    def _spoken_of(self, folded: Folded, start: int, end: int) -> bool:
        if not near(folded, start, end, _BORN_SOON, 60):
            return False
        child = near(folded, start, end, _CHILD, 80) or bool(
            self._names and near(folded, start, end, self._names, 80)
        )
        return child or not self._birth.childs

    def _beside_mine(self, lower: str) -> Iterator[Match]:
        """ "22 November ... that's the day before mine"; "mine's the day after hers, 22 November"."""
        for pattern, turn in ((_MINE, -1), (_MINE_IS, 1)):
            for said in pattern.finditer(lower):
                back = said["side"] == "before"
                for day in _DAY.finditer(lower, max(0, said.start() - 90), said.end() + 60):
                    month = next(n for n, name in enumerate(MONTH_NAMES, 1) if name.startswith(day[2]))
                    if not 0 < int(day[1]) < 29 + 2 * (month != 2):
                        continue
                    sign = turn * (-1 if back else 1)
                    if any(self._is(f"{month:02d}-{int(day[1]):02d}", sign * step) for step in _days(said)):
                        yield self._birth.match(*said.span("v"), "a day counted from your birthday")

    def _with_famous(self, folded: Folded) -> Iterator[Match]:
        if self._shared is None:
            return
        for named in self._shared.finditer(folded.lower):
            for cue in _SHARED.finditer(folded.lower, max(0, named.start() - 60), named.end() + 40):
                start, end = min(cue.start(), named.start()), max(cue.end(), named.end())
                yield self._birth.match(start, end, "somebody known with your birthday")


def _days(count: re.Match[str]) -> tuple[int, ...]:
    """How many days a count may mean: months are of several lengths."""
    said = count["n"] or ""
    said = said.removeprefix("a ") if said.endswith("couple of") else said
    number = (
        int(said)
        if said.isdigit()
        else sum(_NUMBERS.get(part, 0) for part in re.split("[ -]", said) if said) or _NUMBERS.get(said, 1)
    )
    more = 1 if " and " in count[0] else 0
    unit = count["unit"].rstrip("s")
    if unit == "month":
        return tuple(number * 30 + more + off for off in range(-2, number + 1))
    return (number * {"day": 1, "week": 7, "fortnight": 14}[unit] + more,)
