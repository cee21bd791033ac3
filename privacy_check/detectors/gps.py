"""Exact places: coordinates, map links, what3words, plus codes, grid references.

Finds: latitude and longitude in decimals or degrees, geo and map links, three words, plus codes, OS grid
references.
Misses: percentages and measurements.
Why: it points at a door, not at a town.
Fix: delete it, or name the town.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from privacy_check.detectors.base import BaseDetector, Match, Triggers
from privacy_check.model import EntityType
from privacy_check.text.cues import late
from privacy_check.text.fold import Folded
from privacy_check.text.sayings import cue_of, saying

FINDS = (
    ("camp at 54.4609, -3.0886 tonight", "54.4609, -3.0886"),
    ("53°48'01\"N 1°32'56\"W", "53°48'01\"N 1°32'56\"W"),
    ("what3words ///filled.count.soap that's us", "///filled.count.soap"),
    ("📍 maps.google.com/?q=51.4545,-2.5879 home", "maps.google.com/?q=51.4545,-2.5879"),
    ("plus code 9C5VRF2W+XX", "9C5VRF2W+XX"),
    ("grid ref SE 30123 33987", "SE 30123 33987"),
)
MISSES = (
    "ratio 53.8008% to 1.5491%",
    "lap 12.3456, 45.6 seconds",
    "see docs///readme",
    "version 51.45, 2.58",
    "3.14159, 2.71828 on my mug",
)

_NUMBER = r"[-+]?[0-9]{1,3}\.[0-9]{3,10}"
_PAIR = saying("gps.pair", NUMBER=_NUMBER)
_LETTERED = late(r"(?:lat(?:itude)?|(?<![a-z])[ns])\s?[:=]?\s?[-+]?\Z")
# Degrees around Britain and Ireland, and where most of the rest of the readers live.
_HOME_NORTH, _HOME_EAST, _WARM_NORTH = (49.0, 61.5), (-11.0, 3.0), 20.0
_SIGNED = late(r"(?:(?:lat(?:itude)?|n|s)\s?[:=]?\s?)?[-+]?\Z")
_ROUGH = cue_of("gps.rough")
_LATITUDE = cue_of("gps.latitude")
_PINNED = late(r"📍\s?(?P<place>-?[0-9]{1,2}\.[0-9]{2,}\s?,\s?-?[0-9]{1,3}\.[0-9]{2,})(?![\w%])")
_DEGREES = saying("gps.degrees")
_LINK = saying("gps.link")
_THREE_WORDS = saying("gps.three_words")
_PLUS = late(r"\+[23456789cfghjmpqrvwx]{2,3}(?![\w+])")
_PLUS_BEGINS = late(r"(?<![\w+])(?:[23456789cfghjmpqrvwx]{4}){1,2}\Z")
_SQUARE = r"[hnost][a-hj-z]\s?(?:[0-9]{6}|[0-9]{8}|[0-9]{10}|[0-9]{3,5}\s[0-9]{3,5})(?!\w)"
_GRID = cue_of("gps.grid", SQUARE=_SQUARE)
_BEFORE_GRID = late(rf"(?<!\w)(?P<place>{_SQUARE})\s\Z")


class Gps(BaseDetector):
    """Exact places."""

    name = "gps"
    entity_types = (EntityType.GPS,)
    triggers = Triggers(parts=("///", "w3w", "what3words", "geo:", "map", "goo.gl", "°", "º", "+"), digits=6)

    def match(self, folded: Folded) -> Iterable[Match]:
        lower = folded.lower
        for signs, shape, why in _SHAPES:
            if any(sign in lower for sign in signs):
                for hit in shape.finditer(lower):
                    yield Match(EntityType.GPS, *hit.span(), 0.9, why, "LOC-03")
        for plus in _PLUS.finditer(lower) if "+" in lower else ():
            begins = _PLUS_BEGINS.search(lower, max(0, plus.start() - 9), plus.start())
            if begins:
                yield Match(EntityType.GPS, begins.start(), plus.end(), 0.9, _CODE, "LOC-03")
        for hit in _named(folded):
            yield Match(EntityType.GPS, *hit.span("place"), 0.85, "an exact place in figures", "LOC-03")
        if lower.count(".") >= 2:
            for hit in _PAIR.finditer(lower):
                if _on_earth(hit, lower):
                    sign = _SIGNED.search(lower, max(0, hit.start() - 12), hit.start())
                    start = sign.start() if sign else hit.start()
                    yield Match(EntityType.GPS, start, hit.end(), 0.9, "a pair of coordinates", "LOC-03")

    def validate(self, match: Match, folded: Folded) -> Match | None:
        written = folded.lower[match.start : match.end]
        if match.why == _CODE and len(written) < 10:
            return match if _named_or_placed(match, folded.lower) else None
        return match


def _named(folded: Folded) -> Iterator[re.Match[str]]:
    """Places in figures beside a word or a pin that calls them so."""
    yield from _ROUGH.finditer(folded)
    yield from _LATITUDE.finditer(folded)
    yield from _GRID.finditer(folded)
    if "📍" in folded.lower:
        yield from _PINNED.finditer(folded.lower)
    for place in folded.starts.get("grid", ()):
        hit = _BEFORE_GRID.search(folded.lower, max(0, place - 16), place)
        if hit:
            yield hit


def _on_earth(hit: re.Match[str], lower: str) -> bool:
    latitude = re.match(r"[0-9.]+", hit.group())
    written = latitude.group() if latitude else ""
    apart = lower[hit.start() + len(written) : hit.start("lon")]
    exact = min(len(number.partition(".")[2]) for number in (written, hit["lon"]))
    lettered = bool("lo" in apart or hit["ns"] or hit["ew"] or _LETTERED.search(lower, 0, hit.start()))
    north, east = float(written), float(hit["lon"])
    if north > 90 or abs(east) > 180:
        return False
    if lettered or (_HOME_NORTH[0] <= north <= _HOME_NORTH[1] and _HOME_EAST[0] <= east <= _HOME_EAST[1]):
        return lettered or exact >= 4 or "," in apart
    # Elsewhere two plain numbers are sizes and counts as often as a place.
    signed = hit["lon"][0] in "+-" or lower[max(0, hit.start() - 1) : hit.start()] in ("+", "-")
    return exact >= 4 and (signed or north > _WARM_NORTH)


def _named_or_placed(match: Match, lower: str) -> bool:
    """A short plus code needs its name before it or a town after it."""
    said = lower[max(0, match.start - 20) : match.start]
    mixed = re.search("[0-9]", lower[match.start : match.end]) and re.search(
        "[a-z]", lower[match.start : match.end]
    )
    return "plus" in said or "code" in said or bool(mixed and re.match(r"\s[a-z]{3,}", lower[match.end :][:5]))


_CODE = "a plus code"
_GEOCACHE = late(
    r"(?<!\w)[ns]\s?[0-9]{1,2}\s?[°º]?\s{0,2}[0-9]{1,2}\.[0-9]{2,4}'?[\s,/]{1,3}"
    r"[ew]\s?[0-9]{1,3}\s?[°º]?\s{0,2}[0-9]{1,2}\.[0-9]{2,4}'?(?!\w)"
)
_SHAPES = (
    (("maps", "map=", "geo:", "goo.gl", "waze", "osm.org", "openstreet"), _LINK, "a map link to an exact place"),
    (("°", "º"), _DEGREES, "coordinates in degrees"),
    ((" w", " e"), _GEOCACHE, "coordinates in degrees"),
    (("///", "w3w", "what3words"), _THREE_WORDS, "three words that name a doorstep"),
)
DETECTOR = Gps()
