"""Driving licence numbers.

Finds: the sixteen signs of a British licence (name, coded birth date, initials), also spaced; other licence
numbers after the words "driving licence".
Misses: words and codes whose birth date part could not be a date.
Why: it holds your birth date and opens hire, finance and penalty points in your name.
Fix: delete it; if it was public, tell DVLA.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from privacy_check.detectors.base import BaseDetector, Match, Triggers
from privacy_check.model import EntityType
from privacy_check.text.cues import late
from privacy_check.text.fold import Folded

FINDS = (
    ("licence finally came MORGA657054SM9IJ", "MORGA657054SM9IJ"),
    ("DOE99 812315 J99AB 12 on the card", "DOE99 812315 J99AB"),
    ("my driver's license number is D1234567", "D1234567"),
)
MISSES = ("serial ABCDE999999AB9CD", "driving licence renewal takes 3 weeks", "licence to chill 2024")

# Five of the surname, then decade, month (plus 50 for women), day, year, two initials, a figure and two letters.
# Looked for from the coded date, whose figures are rarer than letters.
_CODED = late(r"[0-9][0156][0-9][0-3][0-9]{2}[\s-]?[a-z9]{2}[a-z0-9][\s-]?[a-z]{2}(?![a-z0-9])")
_SURNAME = late(r"(?<![a-z0-9])(?:[a-z]{5}|[a-z]{4}9|[a-z]{3}99|[a-z]{2}999)[\s-]?\Z")
_SAYS = late(
    r"(?<![a-z])(?:driv(?:ing|er'?s?|ers)[\s-]licen[cs]e|dvla|dl)(?:\s(?:number|no\.?|num|id|#|is|card"
    r"|says)){0,3}[\s:#=/_-]{0,3}"
    r"(?P<n>(?=[a-z]{0,3}[0-9])[a-z]{0,3}[0-9][a-z0-9-]{5,15})(?![\w])"
)

_CALLED = late(r"(?<![a-z])(?:licen[cs]es?|dvla|provisional)(?![a-z])")


class DrivingLicence(BaseDetector):
    """Driving licence numbers."""

    name = "driving_licence"
    entity_types = (EntityType.DRIVING_LICENCE,)
    triggers = Triggers(digits=6)

    def match(self, folded: Folded) -> Iterable[Match]:
        lower = folded.lower
        for hit in _CODED.finditer(lower):
            name = _SURNAME.search(lower, max(0, hit.start() - 7), hit.start())
            if name:
                yield _found(name.start(), hit.end(), 0.95)
        if "licen" in lower or "dvla" in lower or "dl" in folded.words:
            for hit in _SAYS.finditer(lower):
                yield _found(*hit.span("n"), 0.8)

    def validate(self, match: Match, folded: Folded) -> Match | None:
        written = re.sub(r"[\s-]", "", folded.lower[match.start : match.end])
        if len(written) != 16:
            return match
        if _CALLED.search(folded.lower, max(0, match.start - 60), min(len(folded.lower), match.end + 40)):
            return match
        month, day = int(written[6:8]) % 50, int(written[8:10])
        return match if 1 <= month <= 12 and 1 <= day <= 31 else None


def _found(start: int, end: int, sure: float) -> Match:
    return Match(EntityType.DRIVING_LICENCE, start, end, sure, "a driving licence number", "PI-07")


DETECTOR = DrivingLicence()
