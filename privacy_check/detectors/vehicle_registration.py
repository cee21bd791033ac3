"""Vehicle registrations.

Finds: current plates (`AB12 CDE`), plates with a year letter before or after, and short personal or Northern Irish
plates where the words speak of a car.
Misses: product codes, ink and toner, roads, postcodes.
Why: a plate identifies the keeper and makes a car, and its driver, easy to follow.
Fix: crop or blur it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from privacy_check.detectors.base import BaseDetector, Match, Triggers
from privacy_check.model import EntityType
from privacy_check.text.cues import late
from privacy_check.text.fold import Folded
from privacy_check.text.sayings import listed, saying
from privacy_check.text.wordlist import words

FINDS = (
    ("new wheels, AB12 CDE, beep if you see me", "AB12 CDE"),
    ("finally got my private plate R44 CHL", "R44 CHL"),
    ("someone hit my car, reg yk19ztv", "yk19ztv"),
    ("stolen van, plate CUI 4523", "CUI 4523"),
    ("the old Mini, ABC 123D, is sold", "ABC 123D"),
    ("my van is GXZ 7713, watch for me", "GXZ 7713"),
    ("just bought DU57 BUS lol what a plate", "DU57 BUS"),
    ("the caravan's reg no is FP64 XYZ", "FP64 XYZ"),
)
MISSES = (
    "HP15 DYX laptop for sale",
    "wifi password is GB24 XTR",
    "knit pattern no. KP22 HAT",
    "the M25 BMW crash",
    "a plate like BD51 SMR means 2001",
    "wanted: AB12 CDR toner or MX59 ink",
    "A12 BUS lane closed",
    "SW19 for the tennis",
    "open from 10 till 4 SAT",
    "see you in 20 MIN",
    "parked by room GIL 2204",
)

# Each shape is looked for from its first figure, which is rare, and then checked backwards.
_CURRENT = late(
    r"[01-7](?<=[a-hj-pr-y][a-hj-pr-y].)(?<![0-9]...)(?<!0)[0-9](?<!00)[\s-]{0,2}[a-hj-pr-z]{3}(?![0-9])"
    r"|0(?<=[a-hj-pr-y][a-hj-pr-y].)(?<![0-9]...)[1-9][\s-]{0,2}[a-hj-pr-z]{3}(?![0-9])"
)
_PREFIX = late(r"[0-9](?<=[a-hj-npr-tv-y].)(?<![a-z0-9]..)[0-9]{0,2}[\s-]?[a-z]{3}(?![a-z0-9])")
_SUFFIX = late(r"[0-9](?<![0-9].)[0-9]{0,2}[a-hj-npr-tv-y](?![a-z0-9])")
_THREE = late(r"(?<![a-z0-9])[a-z]{3}[\s-]?\Z")
# Northern Irish and old dateless plates: no year to know them by, so the words have to speak of a car.
_DATELESS = late(r"[0-9](?<![0-9].)[0-9]{2,3}(?![\w-])")
_LETTERS = late(r"(?<![\w-])[a-z]{2,3}[\s-]?\Z")
_OTHERWISE = saying("vehicle_registration.otherwise")
_SAMPLE = late(
    r"(?<![a-z])(?:e\.?g\.?|example|(?:plates?|reg|something) like|generator (?:gives|says|made)|telly had)"
    r"[\s:,]{1,2}\Z"
)
_SOLD_AS = late(r"\s(?:laptops?|tvs?|toners?|ink|conference|half price|monitors?|drills?|bulbs?)(?![a-z])")
_SHORT = late(r"(?<![a-z0-9])(?:[a-z]{1,3}\s?[0-9]{1,4}|[0-9]{1,4}\s?[a-z]{1,3})(?![a-z0-9])")
_CAR = saying("vehicle_registration.car")
_PLATE = late(
    r"(?<![a-z])(?:reg(?:istration)?|plates?|number ?plate|vrm)"
    r"(?:\s(?:is|no|num|number|was|of|mark)){0,3}\s?[:.#=]?\s?\W?\Z"
)
_PLATE_AFTER = late(r"[^.!?\n]{0,24}(?<![a-z])(?:plates?|reg|numberplate)(?![a-z])")
_OWN = late(r"(?<![a-z])(?:my|mine|our|dad's|mum's|his|her|reg|plates?)(?![a-z])")
_DATELESS_SURE = 0.62
_WITH_YEAR = 0.6
_OLD_STYLE = late(r"[A-HJ-NPR-TV-Y][0-9]{3} [A-Z]{3}\Z|[A-Z]{3} [0-9]{3}[A-HJ-NPR-TV-Y]\Z")
_TREAT = late(
    r"(?<![a-z])(?:got|bought|treated|ordered|put) (?:(?:me|myself|her|him|mum|dad|us|ourselves|to|on|the"
    r"|a) ){0,3}\Z"
)
_PLATE_WORDS = words("reg registration plate plates numberplate vrm")
_MODELS = listed("vehicle_registration.models")
# Three letters that are words, so that "A12 BUS" and "E10 THE" are not plates.
_WORDS = listed("vehicle_registration.words")


class VehicleRegistration(BaseDetector):
    """Vehicle registrations."""

    name = "vehicle_registration"
    entity_types = (EntityType.VEHICLE_REGISTRATION,)
    triggers = Triggers(digits=1)

    def match(self, folded: Folded) -> Iterable[Match]:
        lower = folded.lower
        for hit in _CURRENT.finditer(lower):
            yield _found(hit.start() - 2, hit.end(), 0.85)
        for hit in _PREFIX.finditer(lower):
            yield _found(hit.start() - 1, hit.end(), 0.6)
        for hit in _SUFFIX.finditer(lower):
            three = _THREE.search(lower, max(0, hit.start() - 5), hit.start())
            if three:
                yield _found(three.start(), hit.end(), 0.6)
        for hit in _DATELESS.finditer(lower):
            letters = _LETTERS.search(lower, max(0, hit.start() - 5), hit.start())
            if letters:
                yield _found(letters.start(), hit.end(), _DATELESS_SURE)
        if not _PLATE_WORDS.isdisjoint(folded.words):
            for hit in _SHORT.finditer(lower):
                if _PLATE.search(lower, max(0, hit.start() - 30), hit.start()):
                    yield _found(*hit.span(), 0.65)

    def validate(self, match: Match, folded: Folded) -> Match | None:
        written = folded.text[match.start : match.end]
        about_cars = bool(_CAR.search(folded.lower, max(0, match.start - 50), match.end + 40))
        letters = re.findall("[a-z]+", written.lower())
        if match.confidence == _DATELESS_SURE:
            return _dateless(match, folded, letters[0]) if about_cars else None
        if match.confidence == 0.65:
            return match if not any(w in _WORDS for w in letters) else None
        called = bool(_PLATE.search(folded.lower, max(0, match.start - 30), match.start))
        called = called or (" " in written and bool(_PLATE_AFTER.match(folded.lower, match.end)))
        if any(len(word) == 3 and word in _WORDS | _MODELS for word in letters) and not called:
            return None
        if not called and _of_a_thing(folded.lower, match.start, match.end):
            return None
        if about_cars:
            return match.but(confidence=min(0.95, match.confidence + 0.1))
        if written != written.upper():
            return None if match.confidence < 0.8 or not written.islower() else match.but(confidence=0.55)
        # One letter, three figures and three letters, set apart: hardly anything else is written so.
        if match.confidence == _WITH_YEAR and _OLD_STYLE.match(written):
            return match
        if _TREAT.search(folded.lower, max(0, match.start - 40), match.start) and " " in written:
            return match
        # Year letters before or after: "B4 YOU" and "GR8" are everywhere, so these need a car nearby.
        return match if match.confidence > 0.8 else None


def _of_a_thing(lower: str, start: int, end: int) -> bool:
    """True when the word beside says it is a password's, a pattern's or a laptop's, or an example of a plate."""
    begin = max(0, start - 30)
    return bool(
        _OTHERWISE.search(lower, begin, start) or _SAMPLE.search(lower, begin, start) or _SOLD_AS.match(lower, end)
    )


def _dateless(match: Match, folded: Folded, letters: str) -> Match | None:
    """Letters and figures without a year, beside a car: no room, no order, no model, no everyday word."""
    lower = folded.lower
    if not folded.text[match.start : match.end].isupper() or letters in _WORDS or letters in _MODELS:
        return None
    if _OTHERWISE.search(lower, max(0, match.start - 12), match.start):
        return None
    if _PLATE.search(lower, max(0, match.start - 30), match.start):
        return match.but(confidence=0.8)
    if len(letters) < 3:
        return None
    if "i" in letters or "z" in letters:
        return match
    return match.but(confidence=0.55) if _OWN.search(lower, max(0, match.start - 40), match.start) else None


def _found(start: int, end: int, sure: float) -> Match:
    return Match(EntityType.VEHICLE_REGISTRATION, start, end, sure, "a number plate", "PI-11")


DETECTOR = VehicleRegistration()
