"""The nearest place to a spot, from a table on this computer: nothing is asked of any map."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from privacy_check.sentences import say
from privacy_check.tables import listed

AT_KM = 4.0
"""Up to here a spot is told as in the place, in kilometres; farther away it is near it."""
NEAR_KM = 30.0
FAR_KM = 400.0
_EARTH_KM = 6371.0
_TOWN = 50_000
_TOWN_KM = 18.0


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """One place of the table; `country` is an ISO code, with the nation for the UK: `GB-ENG`."""

    name: str
    latitude: float
    longitude: float
    people: int
    country: str


def valid(latitude: float, longitude: float) -> bool:
    """True for a spot on this earth; cameras without a signal write 0, 0, which is none."""
    finite = math.isfinite(latitude) and math.isfinite(longitude)
    there = finite and abs(latitude) <= 90 and abs(longitude) <= 180
    return there and (abs(latitude) > 1e-6 or abs(longitude) > 1e-6)


def nearest(latitude: float, longitude: float) -> tuple[KnownPlace, float] | None:
    """The nearest place of the table and its distance in kilometres; None when none is within 400 km."""
    found = [(kilometres(latitude, longitude, place), place) for place in _around(latitude, longitude)]
    best = min(found, key=lambda pair: pair[0], default=None)
    return (best[1], best[0]) if best and best[0] <= FAR_KM else None


@lru_cache(maxsize=4096)
def in_words(latitude: float, longitude: float) -> str:
    """A spot in words: the nearest place, a bigger town close by, and the country."""
    best = nearest(latitude, longitude)
    if best is None:
        return say("photos.place.nowhere")
    place, distance = best
    town = _town_about(latitude, longitude, place)
    country = _table().countries.get(place.country, "")
    parts = [place.name]
    if town is not None:
        inside = kilometres(latitude, longitude, town) <= _radius(town)
        parts.append(town.name if inside else say("photos.place.near", place=town.name))
    told = ", ".join((*parts, *((country,) if country else ())))
    if distance <= AT_KM:
        return told
    if distance <= NEAR_KM:
        return say("photos.place.near", place=told)
    return say("photos.place.far", place=told, kilometres=round(distance / 10) * 10)


def kilometres(latitude: float, longitude: float, place: KnownPlace) -> float:
    """The distance over the ground (haversine)."""
    a, b = math.radians(latitude), math.radians(place.latitude)
    half = math.sin((b - a) / 2) ** 2
    turn = math.radians(place.longitude - longitude) / 2
    half += math.cos(a) * math.cos(b) * math.sin(turn) ** 2
    return 2 * _EARTH_KM * math.asin(math.sqrt(min(1.0, half)))


def _town_about(latitude: float, longitude: float, place: KnownPlace) -> KnownPlace | None:
    """The town or city a smaller place belongs to, by how many people it has and how near it is."""
    towns = [item for item in _cells(latitude, longitude, 1) if item.people >= max(_TOWN, 4 * place.people)]
    near = [(kilometres(latitude, longitude, item), item) for item in towns]
    # A town of its own is not told by its bigger neighbour, only by the city it is a part of.
    reach = 0.0 if place.people >= _TOWN else _TOWN_KM
    reached = [(far / _radius(item), item) for far, item in near if far <= max(reach, _radius(item))]
    best = min(reached, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[1].name != place.name else None


def _radius(town: KnownPlace) -> float:
    return 6.5 * math.sqrt(town.people / 1e6)


def _around(latitude: float, longitude: float) -> Iterator[KnownPlace]:
    """Places near enough to hold the nearest one: one ring of cells, or several where little is written down."""
    for rings in (1, 4):
        found = list(_cells(latitude, longitude, rings))
        if found and min(kilometres(latitude, longitude, place) for place in found) < rings * 60:
            break
    yield from found


def _cells(latitude: float, longitude: float, rings: int) -> Iterator[KnownPlace]:
    row, column = math.floor(latitude), math.floor(longitude)
    # Degrees of longitude are short towards the poles.
    wide = min(180, math.ceil(rings / max(math.cos(math.radians(min(abs(latitude) + rings, 89.0))), 0.02)))
    columns = {(step + 180) % 360 - 180 for step in range(column - wide, column + wide + 1)}
    table = _table().cells
    for line in range(row - rings, row + rings + 1):
        for step in columns:
            yield from table.get((line, step), ())


@dataclass(frozen=True, slots=True)
class _Table:
    """Places by the whole degrees south-west of them, and the names of countries."""

    cells: dict[tuple[int, int], list[KnownPlace]]
    countries: dict[str, str]


@cache
def _table() -> _Table:
    rows = [line.split("\t") for line in listed("located_places.tsv")]
    cells: dict[tuple[int, int], list[KnownPlace]] = {}
    for latitude, longitude, people, country, name in (row for row in rows if len(row) == 5):
        place = KnownPlace(name, float(latitude), float(longitude), int(people), country)
        cells.setdefault((math.floor(place.latitude), math.floor(place.longitude)), []).append(place)
    return _Table(cells, {row[0]: row[1] for row in rows if len(row) == 2})
