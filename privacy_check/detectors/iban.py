"""International bank account numbers (IBAN).

Finds: IBANs of every country in the SWIFT registry, spaced or not, whose check digits are right.
Misses: VAT numbers and other codes that begin with a country.
Why: it is a place to send you money from and a start for direct-debit fraud.
Fix: delete it; give it in private.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from privacy_check.detectors.base import BaseDetector, Match, Triggers
from privacy_check.model import EntityType
from privacy_check.text.checksums import IBAN_LENGTHS, iban
from privacy_check.text.cues import late
from privacy_check.text.fold import Folded

FINDS = (
    ("IBAN: GB29 NWBK 6016 1331 9268 19 ta", "GB29 NWBK 6016 1331 9268 19"),
    ("kitty DE89370400440532013000 please", "DE89370400440532013000"),
)
MISSES = ("VAT GB 999 9999 73", "GB28 NWBK 6016 1331 9268 19")

# From the first figure, which is rarer than letters, and then back to the country.
_START = late(
    r"[0-9](?:(?<=[a-z][a-z].)(?<![0-9]...)"
    r"|(?<=[a-z][a-z][\s-].)(?<![a-z0-9]....))[0-9](?=[\s.-]{0,2}[a-z0-9]{4})"
)
_SIGN = late(r"[\s.-]{0,2}([a-z0-9])")


class Iban(BaseDetector):
    """International bank account numbers."""

    name = "iban"
    entity_types = (EntityType.IBAN,)
    triggers = Triggers(digits=10)

    def match(self, folded: Folded) -> Iterable[Match]:
        lower = folded.lower
        for hit in _START.finditer(lower):
            start = hit.start() - (2 if lower[hit.start() - 1].isalpha() else 3)
            length = IBAN_LENGTHS.get(lower[start : start + 2].upper())
            end = _end(lower, hit.end(), length - 4) if length else None
            if end:
                yield Match(EntityType.IBAN, start, end, 0.97, "an IBAN", "FIN-04")

    def validate(self, match: Match, folded: Folded) -> Match | None:
        compact = re.sub("[^A-Z0-9]", "", folded.text[match.start : match.end].upper())
        return match if iban(compact) else None


def _end(lower: str, at: int, more: int) -> int | None:
    for _ in range(more):
        sign = _SIGN.match(lower, at)
        if sign is None:
            return None
        at = sign.end()
    return at


DETECTOR = Iban()
