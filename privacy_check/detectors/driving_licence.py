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
from privacy_check.text.fold import Folded

FINDS = (
    ("licence finally came MORGA657054SM9IJ", "MORGA657054SM9IJ"),
    ("DOE99 812315 J99AB 12 on the card", "DOE99 812315 J99AB"),
    ("my driver's license number is D1234567", "D1234567"),
)
MISSES = ("serial ABCDE999999AB9CD", "driving licence renewal takes 3 weeks", "licence to chill 2024")

# Five of the surname, decade, month (plus 50 for women), day, year, two initials, a figure and two letters.
_BRITISH = re.compile(
    r"[a-z](?<![a-z0-9].)(?:[a-z]{4}|[a-z]{3}9|[a-z]{2}99|[a-z]999)[\s-]?[0-9][0156][0-9][0-3][0-9]{2}[\s-]?"
    r"[a-z9]{2}[a-z0-9][\s-]?[a-z]{2}(?![a-z0-9])"
)
_SAYS = re.compile(
    r"(?<![a-z])(?:driv(?:ing|er'?s?|ers)[\s-]licen[cs]e|dvla|dl)(?:\s(?:number|no\.?|num|id|#|is|card"
    r"|says)){0,3}\s?[:#]?\s?"
    r"(?P<n>(?=[a-z]{0,3}[0-9])[a-z]{0,3}[0-9][a-z0-9-]{5,15})(?![\w])"
)


class DrivingLicence(BaseDetector):
    """Driving licence numbers."""

    name = "driving_licence"
    entity_types = (EntityType.DRIVING_LICENCE,)
    triggers = Triggers(digits=6)

    def match(self, folded: Folded) -> Iterable[Match]:
        lower = folded.lower
        for hit in _BRITISH.finditer(lower):
            yield Match(EntityType.DRIVING_LICENCE, *hit.span(), 0.95, "a driving licence number", "PI-07")
        if "licen" in lower or "dvla" in lower or "dl" in folded.words:
            for hit in _SAYS.finditer(lower):
                yield Match(EntityType.DRIVING_LICENCE, *hit.span("n"), 0.8, "a driving licence number", "PI-07")

    def validate(self, match: Match, folded: Folded) -> Match | None:
        written = re.sub(r"[\s-]", "", folded.lower[match.start : match.end])
        if len(written) != 16:
            return match
        month, day = int(written[6:8]) % 50, int(written[8:10])
        return match if 1 <= month <= 12 and 1 <= day <= 31 else None


DETECTOR = DrivingLicence()
