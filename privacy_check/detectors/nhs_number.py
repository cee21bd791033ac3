"""NHS numbers.

Finds: ten figures with the right check digit near words such as NHS, hospital or GP.
Misses: ISBNs, order and phone numbers that happen to pass the check digit.
Why: with a date of birth it opens health records over the phone.
Fix: delete it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from privacy_check.detectors.base import BaseDetector, Match, Triggers
from privacy_check.model import EntityType
from privacy_check.text.checksums import nhs
from privacy_check.text.fold import Folded
from privacy_check.text.sayings import saying
from privacy_check.text.wordlist import words

FINDS = (
    ("letter says NHS no. 999 123 7895", "999 123 7895"),
    ("gp wants my nhs number again 9992003863", "9992003863"),
    ("her red book has 999-300-1120 in it", "999-300-1120"),
    ("use 999 123 7895, they said", "999 123 7895"),
    ("9434765919 for my booster", "9434765919"),
)
MISSES = (
    "order 9991237895",
    "ISBN-10 0306406152",
    "NHS turns 75, call 0300 123 4567",
    "nhs number 999 123 7896 is a typo",
)

_NUMBER = saying("nhs_number.number")
_BEFORE = saying("nhs_number.before")
# Numbers from 999 are set aside for tests; nothing else that people write begins so and has the check digit.
_OTHER = saying("nhs_number.other")


class NhsNumber(BaseDetector):
    """NHS numbers."""

    name = "nhs_number"
    entity_types = (EntityType.NHS_NUMBER,)
    triggers = Triggers(
        words=words(
            "nhs chi hospital patient gp surgery medical clinic doctor doctors health red redbook midwife "
            "midwives "
            "vaccine vaccination vaccinations jab jabs blood bloods scan appointment consultant maternity "
            "ward nurse "
            "prescription pharmacy dentist booster boosters"
        ),
        parts=("999",),
    )

    def match(self, folded: Folded) -> Iterable[Match]:
        if folded.digits < 8:
            return
        for hit in _NUMBER.finditer(folded.lower):
            near = _BEFORE.search(folded.lower, max(0, hit.start() - 70), hit.start())
            after = near or _BEFORE.search(folded.lower, hit.end(), hit.end() + 40)
            tests = hit[0].startswith("999") and not _OTHER.search(
                folded.lower, max(0, hit.start() - 30), hit.start()
            )
            if after or tests:
                yield Match(EntityType.NHS_NUMBER, *hit.span(), 0.95, "an NHS number", "PI-07")

    def validate(self, match: Match, folded: Folded) -> Match | None:
        digits = re.sub("[^0-9]", "", folded.lower[match.start : match.end].replace("o", "0"))
        return match if nhs(digits) else None


DETECTOR = NhsNumber()
