"""Told numbers given as a sum ("seven times seventy-four") or a neighbour's ("between 25 and 29")."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from privacy_check.detectors.base import Match
from privacy_check.detectors.known.base import near, plain
from privacy_check.detectors.known.homes import ADDRESS, house_numbers
from privacy_check.detectors.known.phones import PHONE, figures, national
from privacy_check.detectors.known.plates import VEHICLE
from privacy_check.detectors.known.postcodes import CODE, POSTCODE
from privacy_check.model import EntityType
from privacy_check.subject import AboutMe
from privacy_check.text.fold import Folded
from privacy_check.text.sayings import piece, saying
from privacy_check.text.vocabulary import ONES, TEENS, TENS

_ONE = "|".join([*TEENS, *TENS, *ONES])
_N = rf"(?:\d{{1,4}}|(?:{'|'.join(TENS)})[ -](?:{'|'.join(ONES)})|{_ONE}|a hundred|(?:{'|'.join(ONES)}) hundred)"
_SUM = re.compile(piece("known_sums.sum", N=_N))
_BETWEEN = re.compile(piece("known_sums.between", N=_N))
_BESIDE = re.compile(piece("known_sums.beside", N=_N))
_NEXT = {"NEXT": piece("known_sums.next", T=""), "NEXT2": piece("known_sums.next", T="2")}
_PHONE = saying("known_sums.phone")
_HOUSE = saying("known_sums.house")
_PLATE = saying("known_sums.plate")
_TWICE = {
    "twice": 2.0,
    "double": 2.0,
    "two times": 2.0,
    "half": 0.5,
    "half of": 0.5,
    "treble": 3.0,
    "three times": 3.0,
}
_EACH = {"dozen": 12, "score": 20, "twos": 2, "threes": 3, "fours": 4, "fives": 5, "sixes": 6, "sevens": 7} | {
    "eights": 8,
    "nines": 9,
    "tens": 10,
    "twelves": 12,
}
_DONE: dict[str, Callable[[int, int], float]] = {
    "times": lambda a, b: a * b,
    "multiplied by": lambda a, b: a * b,
    "x": lambda a, b: a * b,
    "plus": lambda a, b: a + b,
    "add": lambda a, b: a + b,
    "and add": lambda a, b: a + b,
    "minus": lambda a, b: a - b,
    "take away": lambda a, b: a - b,
    "less": lambda a, b: a - b,
    "divided by": lambda a, b: a / b if b else 0,
    "over": lambda a, b: a / b if b else 0,
}
_WHY = "a sum that gives a number you told us"


class Sums:
    """Last figures of a phone, house numbers, figures of a plate and postal districts, in roundabout words."""

    def __init__(self, about: AboutMe) -> None:
        self._ends = {number[-n:] for phone in about.phones for n in (3, 4) if len(number := national(phone)) > 6}
        lower = [plain(address) for address in about.addresses]
        self._houses = {number for address in lower for number in house_numbers(address)}
        self._plates = {
            found[0] for plate in about.vehicles if (found := re.search(r"(?<!\d)\d{2}(?!\d)", plain(plate)))
        }
        areas = {code[1] for address in lower for code in CODE.finditer(address)}
        self._districts = [
            (int(part[2]), re.compile(piece("known_sums.district", N=_N, AREA=part[1], **_NEXT)))
            for area in sorted(areas)
            if (part := re.fullmatch(r"([a-z]+)(\d+)", area))
        ]

    def matches(self, folded: Folded) -> Iterator[Match]:
        """Every sum with the words that say what it is of."""
        lower = folded.lower
        for hit in _SUM.finditer(lower):
            yield from self._result(folded, hit)
        if self._houses:
            yield from self._neighbours(folded)
        for district, pattern in self._districts:
            for hit in pattern.finditer(lower):
                if _next_to(hit, district):
                    yield Match(EntityType.POSTCODE, *hit.span(), 0.6, _WHY, "PI-06", fact=POSTCODE)

    def _result(self, folded: Folded, hit: re.Match[str]) -> Iterator[Match]:
        value = _value(hit)
        if value != int(value) or value < 1:
            return
        said = str(int(value))
        if said in self._ends and near(folded, *hit.span(), _PHONE):
            yield Match(EntityType.PHONE, *hit.span(), 0.7, _WHY, "PI-03", fact=PHONE)
        elif int(value) in self._houses and value > 2 and near(folded, *hit.span(), _HOUSE):
            yield Match(EntityType.ADDRESS, *hit.span(), 0.6, _WHY, "PI-06", fact=ADDRESS)
        elif said in self._plates and near(folded, *hit.span(), _PLATE):
            yield Match(EntityType.VEHICLE_REGISTRATION, *hit.span(), 0.6, _WHY, "PI-11", fact=VEHICLE)

    def _neighbours(self, folded: Folded) -> Iterator[Match]:
        for hit in _BETWEEN.finditer(folded.lower):
            low, high = sorted((_number(hit["a"]), _number(hit["b"])))
            if high - low in (2, 4) and (low + high) // 2 in self._houses and near(folded, *hit.span(), _HOUSE):
                yield Match(EntityType.ADDRESS, *hit.span(), 0.6, _WHY, "PI-06", fact=ADDRESS)
        for hit in _BESIDE.finditer(folded.lower):
            far = (2, 4) if re.search("two|but one", hit["how"]) else (1, 2)
            beside = {_number(hit["n"]) + sign * step for step in far for sign in (1, -1)}
            if beside & self._houses and near(folded, *hit.span(), _HOUSE):
                yield Match(EntityType.ADDRESS, *hit.span(), 0.55, _WHY, "PI-06", fact=ADDRESS)


def _next_to(hit: re.Match[str], district: int) -> bool:
    first = "" if hit["n"] else "2"
    number, other = _number(hit["n" + first]), hit["m" + first]
    if hit["mid" + first]:
        return bool(other) and number + _number(other) == 2 * district
    return number + (1 if hit["up" + first] else -1) == district


def _value(hit: re.Match[str]) -> float:
    if hit["op"]:
        return _DONE[hit["op"]](_number(hit["a"]), _number(hit["b"]))
    if hit["twice"]:
        return _TWICE[hit["twice"]] * _number(hit["c"])
    if hit["power"]:
        return float(_number(hit["d"]) ** (2 if hit["power"] == "squared" else 3))
    return float(_number(hit["many"]) * _EACH[hit["of"]])


def _number(said: str) -> int:
    if said == "a hundred":
        return 100
    digits, _ = figures(said, 0, len(said))
    return int(digits or "0")
