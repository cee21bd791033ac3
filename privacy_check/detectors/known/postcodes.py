"""Told postcodes: whole in any spacing or read out, and the half or the sector that somebody gives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from privacy_check.detectors.known.base import Check, Form, spelled, spelled_out, twins
from privacy_check.model import EntityType
from privacy_check.text.fold import Folded
from privacy_check.text.sayings import piece

POSTCODE = "your postcode"

CODE = re.compile(r"\b([a-z]{1,2}\d[a-z\d]?)\s*(\d[a-z]{2})\b")
_AREA_BEFORE = re.compile(
    "(?<![a-z])(?:in|around|near|postcode|area|from|based|covering|local to|anywhere(?: in)?|across"
    "|live|living|round|within|outside|here in)(?: sunny| lovely| glorious| deepest| good old)? $"
    "|(?:[•|📍] ?|^)$"
)
_AREA_AFTER = re.compile(
    ",? (?:something|somewhere|area|posse|massive|lads|gang|residents?|postcode|born|folk|people"
    "|neighbours?|locals?|crew|power|bins?|cats|dogs|mums?|dads?|till i die|represent|is (?:home"
    "|flooded|without)|if you|based|only|girl|boy|parents|life|community|streets)(?![a-z])"
)
_ROADS = re.compile(
    r" (?:motorway|junction|j\d|services|northbound|southbound|eastbound|westbound|bus|traffic|toll"
    "|is (?:shut|closed|a nightmare))|/"
)
_ENDS = piece("known_postcodes.ends")


def postcode_forms(outward: str, inward: str) -> Iterator[Form]:
    """The whole code; the outward half alone; the sector; the inward half where it is called an end."""
    yield _form(
        rf"(?<![a-z0-9]){twins(outward)}[\s.-]{{0,3}}{twins(inward)}(?![a-z0-9])", (inward[1:], inward), 0.95
    )
    yield _form(rf"(?<![a-z0-9]){spelled(outward + inward)}(?![a-z0-9])", (inward[-1],), 0.9, _spelled_out)
    yield _form(
        rf"(?<![a-z0-9])(?P<v>{outward}(?: {inward[0]}(?!\d|[a-z]{{2}}(?![a-z])|\.\d|/|:\d| ?(?:am|pm"
        "|beds?|bedrooms?|quid|%))[*x_?•]{0,2}(?![a-z])|[ -]?[*_?•]{2,3})?)(?![a-z0-9]"
        r"|[\s-]{0,2}\d[a-z]{2}(?!\w))",
        (outward,),
        0.85,
        _half if outward[1].isdigit() else None,
    )
    yield _form(rf"{_ENDS}(?P<v>{inward})(?![a-z0-9])", (inward,), 0.7)


def _form(pattern: str, needles: tuple[str, ...], confidence: float, check: Check | None = None) -> Form:
    return Form(
        re.compile(pattern),
        needles,
        EntityType.POSTCODE,
        "PI-06",
        POSTCODE,
        "a postcode you told us",
        confidence,
        check,
    )


def _spelled_out(folded: Folded, start: int, end: int) -> bool:
    return spelled_out(folded.lower[start:end])


def _half(folded: Folded, start: int, end: int) -> bool:
    """ "M1" and "E1" are roads and sizes too, so a half of one letter needs words about a place."""
    lower = folded.lower
    if _ROADS.match(lower, end):
        return False
    if re.search(r" \d[*x_?•]{0,2}$|[*_?•]$", lower[start:end]) and start + 3 < end:
        return True
    return bool(_AREA_BEFORE.search(lower[max(0, start - 24) : start]) or _AREA_AFTER.match(lower, end))
