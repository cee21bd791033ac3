"""Postal addresses and coordinates from the parts in which a page's data keep them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

# Parts of an address as every kind of markup names them, letters only.
STREET, TOWN, REGION, CODE, COUNTRY = (
    ("streetaddress", "extendedaddress", "street"), ("addresslocality", "locality", "city", "town"),
    ("addressregion", "region", "county"), ("postalcode", "postcode", "zip"), ("addresscountry", "countryname"),
)  # fmt: skip
PARTS = frozenset((*STREET, *TOWN, *REGION, *CODE, *COUNTRY))
_NUMBER = re.compile(r"^\s*[-+]?\d{1,3}(?:[.,]\d+)?\s*$")


def postal(parts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """(field, words) of an address given by its parts: the town as `location`, the whole as `address`.

    A postcode without a street is told as `page_text`: it is no whole address.
    """
    street, town, region, code, country = (_part(parts, names) for names in (STREET, TOWN, REGION, CODE, COUNTRY))
    if place := ", ".join(dict.fromkeys(part for part in (town, region, country) if part)):
        yield "location", place
    if street:
        yield "address", ", ".join(dict.fromkeys(part for part in (street, town, region, code) if part))
    elif code:
        yield "page_text", f"Postcode: {code}"


def written(text: str) -> tuple[str, str]:
    """(field, words) of an address in one piece: one with a number in it is more than a town."""
    text = ", ".join(line.strip(" ,") for line in text.splitlines() if line.strip(" ,"))
    return ("address" if any(char.isdigit() for char in text) else "location"), text


def coordinates(latitude: str, longitude: str) -> str:
    """A point as words, or nothing when the two are no degrees."""
    if not _NUMBER.match(latitude) or not _NUMBER.match(longitude):
        return ""
    north, east = (text.strip().replace(",", ".") for text in (latitude, longitude))
    if abs(float(north)) > 90 or abs(float(east)) > 180 or not (float(north) or float(east)):
        return ""
    return f"Home: {north}, {east}"


def _part(parts: Mapping[str, str], names: tuple[str, ...]) -> str:
    found = (" ".join(parts[name].split()).strip(" ,") for name in names if parts.get(name))
    return ", ".join(dict.fromkeys(text for text in found if text))
