"""Whether two places as people write them can be the same: other words, flags, and a town within its county."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache, lru_cache
from itertools import product

from rapidfuzz.distance import OSA

from privacy_check.lookalikes.shapes import spelt
from privacy_check.tables import table

_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}|\U0001f3f4[\U000e0061-\U000e007a]{3,6}\U000e007f")
_FLAGS = {"gbeng": "england", "gbwls": "wales", "gbsct": "scotland", "gbnir": "northern ireland"}
_COUNTRIES = {
    "GB": "united kingdom", "IE": "ireland", "US": "united states", "DE": "germany", "FR": "france", "IT": "italy",
    "ES": "spain", "PT": "portugal", "PL": "poland", "NL": "netherlands", "BE": "belgium", "AT": "austria",
    "CH": "switzerland", "DK": "denmark", "SE": "sweden", "NO": "norway", "FI": "finland", "GR": "greece",
    "TR": "turkey", "RU": "russia", "UA": "ukraine", "IN": "india", "PK": "pakistan", "BD": "bangladesh",
    "CN": "china", "JP": "japan", "KR": "korea", "EG": "egypt", "AU": "australia", "NZ": "new zealand",
    "CA": "canada", "ZA": "south africa", "NG": "nigeria", "RO": "romania", "HU": "hungary", "CZ": "czechia",
    "GH": "ghana", "KE": "kenya", "JM": "jamaica", "ZW": "zimbabwe",
}  # fmt: skip
_PARTS = re.compile(r"[,/|&()•·;\n→>-]|\s(?:and|via|by way of|currently|now|to|y|et|und)\s", re.I)
_LONGEST = 200


class Whereabouts(StrEnum):
    """Two places: the same, one perhaps within the other, elsewhere, or not to be told."""

    SAME = "same"
    WITHIN = "within"
    ELSEWHERE = "elsewhere"
    UNKNOWN = "unknown"


def compare_places(mine: str, theirs: str) -> Whereabouts:
    """How two places fit; words that name no place anybody knows are never taken for another one."""
    one, other = spelt(mine[:_LONGEST]), spelt(theirs[:_LONGEST])
    if one and one == other:
        return Whereabouts.SAME
    here, there = places_in(mine), places_in(theirs)
    if not here or not there:
        return Whereabouts.UNKNOWN
    smallest_here, smallest_there = _smallest(here), _smallest(there)
    if smallest_here & smallest_there or any(_slip(a, b) for a, b in product(smallest_here, smallest_there)):
        # Two of a name in two countries (Boston, Perth) are two places.
        return Whereabouts.ELSEWHERE if _apart(here, there) else Whereabouts.SAME
    around_here, around_there = _with_all_around(here), _with_all_around(there)
    if smallest_here & around_there or smallest_there & around_here:
        return Whereabouts.ELSEWHERE if _apart(here, there) else Whereabouts.WITHIN
    return Whereabouts.UNKNOWN if _could_hold(smallest_here, smallest_there) else Whereabouts.ELSEWHERE


def _could_hold(here: set[str], there: set[str]) -> bool:
    """True when one is a place nobody listed, and the other large enough to have it within."""
    listed_here, listed_there = (places & set(_names().values()) for places in (here, there))
    if bool(listed_here) == bool(listed_there):
        return False
    return bool((listed_here or listed_there) & _large())


@lru_cache(maxsize=2048)
def places_in(text: str) -> frozenset[str]:
    """The places a line names, each by its first word in the list; a flag stands for its country."""
    found = {name for flag in _FLAG.findall(text) if (name := _flag_name(flag))}
    for piece in _PARTS.split(_FLAG.sub(" ", text[:_LONGEST])):
        words = spelt(piece)
        if not words:
            continue
        known = _known(words)
        found.update(known or {words} if len(words) > 1 else known)
    return frozenset(found)


def _known(words: str) -> set[str]:
    for said in (words, " ".join(word for word in words.split() if word not in _around())):
        if said in _names():
            return {_names()[said]}
    # The longest known names in a line: `leeds west yorkshire uk`.
    parts = words.split()
    found: set[str] = set()
    at = 0
    while at < len(parts):
        for end in range(min(len(parts), at + 4), at, -1):
            name = _names().get(" ".join(parts[at:end]))
            if name is not None:
                found.add(name)
                at = end
                break
        else:
            at += 1
    return found


def _smallest(places: frozenset[str]) -> set[str]:
    """Those of a line that hold no other of the same line."""
    holding = {outer for place in places for outer in _around_of(place)}
    return set(places - holding) or set(places)


def _with_all_around(places: frozenset[str]) -> set[str]:
    return set(places).union(*map(_around_of, places))


def _apart(here: frozenset[str], there: frozenset[str]) -> bool:
    """True when both lines say which country or county, and none of these can be the same."""
    outer_here = here - _smallest(here)
    outer_there = there - _smallest(there)
    if not outer_here or not outer_there:
        alone, told = (here, outer_there) if outer_there else (there, outer_here)
        # A place at home that is told apart from one abroad only by a word nobody knows stays the same.
        return (
            bool(told)
            and not _with_all_around(frozenset(told)) & _with_all_around(alone)
            and bool(_with_all_around(alone) - alone)
        )
    return not _with_all_around(outer_here) & _with_all_around(outer_there)


@lru_cache(maxsize=4096)
def _around_of(place: str) -> frozenset[str]:
    outer = _inside().get(place, frozenset())
    return outer.union(*map(_around_of, outer)) if outer else outer


def _slip(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= 6 and OSA.distance(one, other) == 1


def _flag_name(flag: str) -> str:
    if flag[0] == "\U0001f3f4":
        return _FLAGS.get("".join(chr(ord(sign) - 0xE0000) for sign in flag[1:-1]), "")
    return _COUNTRIES.get("".join(chr(ord(sign) - 0x1F1E6 + ord("A")) for sign in flag), "")


@cache
def _raw() -> dict[str, list[str]]:
    return table("privacy_check", "data", "place_words.toml")


@cache
def _around() -> frozenset[str]:
    return frozenset(str(_raw()["around"]).split())


@cache
def _names() -> dict[str, str]:
    names: dict[str, str] = {}
    for line in _raw()["inside"]:
        outer, _, inner = line.partition(": ")
        names.update({name: name for name in (outer, *inner.split(", "))})
    for line in _raw()["same"]:
        first, *others = line.split("|")
        names.update({spelt(name): first for name in (first, *others)})
    return names


@cache
def _large() -> frozenset[str]:
    """Counties and countries, and the towns that people have other words for, which have districts."""
    outer = {line.partition(": ")[0] for line in _raw()["inside"]}
    return frozenset(outer | {line.partition("|")[0] for line in _raw()["same"]})


@cache
def _inside() -> dict[str, frozenset[str]]:
    inside: dict[str, set[str]] = {}
    for line in _raw()["inside"]:
        outer, _, inner = line.partition(": ")
        for name in inner.split(", "):
            if outer != _names().get(name, name):
                inside.setdefault(_names().get(name, name), set()).add(outer)
    return {name: frozenset(outer) for name, outer in inside.items()}
