"""Payment card numbers, written or spoken.

Finds: 12 to 19 figures of a card scheme with the right check digit, in any grouping, also as words.
Misses: barcodes, tracking numbers, figures that fail the check digit.
Why: it is money.
Fix: delete it now and ring your bank.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from privacy_check.detectors.base import BaseDetector, Match, Triggers
from privacy_check.model import EntityType
from privacy_check.text.checksums import luhn
from privacy_check.text.cues import late
from privacy_check.text.fold import Folded
from privacy_check.text.sayings import saying
from privacy_check.text.spoken import NUMBER_WORDS, digit_runs

FINDS = (
    ("new monzo 5555 5555 5555 4444 exp 08/29", "5555 5555 5555 4444"),
    ("amex 3782 822463 10005 looks nice", "3782 822463 10005"),
    ("card four one one one, one one one one, 1111 1111", "four one one one, one one one one, 1111 1111"),
)
MISSES = ("locker 1234 5678 1234 5678", "EAN 5012345678900", "tracking 4111 1111 1111 1112")

_RUN = late(r"[1-6](?<![0-9£$€+].)(?<![0-9][.,/-].)[0-9]{3}(?:[\s.-]{0,2}[0-9]){8,15}(?![0-9]|[.,-][0-9])")
# ISO/IEC 7812 ranges of the schemes and the lengths they issue.
_SCHEMES = (
    (re.compile("4"), (13, 16, 19)),
    (re.compile("5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720"), (16,)),
    (re.compile("3[47]"), (15,)),
    (re.compile("30[0-5]|309|36|38|39"), (14, 16)),
    (re.compile("6011|64[4-9]|65|62"), (16, 17, 18, 19)),
    (re.compile("35|2131|1800"), (15, 16, 17, 18, 19)),
    (re.compile("50|5[6-9]|6[0-9]"), (12, 13, 14, 15, 16, 17, 18, 19)),
)
_SAYS_CARD = late(
    r"(?<![a-z])(?:cards?|visa|mastercard|amex|american express|maestro|debit|credit|monzo|starling|revolut|cvv"
    r"|cvc|expir\w*|exp"
    r"|discover|barclaycard|payment)(?![a-z])|💳"
)

_CALLED_CARD = saying("card.called_card")


class Card(BaseDetector):
    """Payment card numbers."""

    name = "card"
    entity_types = (EntityType.CARD,)
    triggers = Triggers(words=NUMBER_WORDS, digits=12)

    def match(self, folded: Folded) -> Iterable[Match]:
        lower = folded.lower
        if folded.digits >= 12:
            for hit in _RUN.finditer(lower):
                yield Match(EntityType.CARD, *hit.span(), 0.9, "a payment card number", "FIN-04")
        for run in digit_runs(folded):
            digits = "".join(unit.digits for unit in run)
            if 12 <= len(digits) <= 19:
                sure = _sure(digits, lower, run[0].start, run[-1].end)
                if sure:
                    why = "a payment card number in words"
                    yield Match(EntityType.CARD, run[0].start, run[-1].end, sure, why, "FIN-04")

    def validate(self, match: Match, folded: Folded) -> Match | None:
        if "words" in match.why:
            return match
        for end in _ends(folded.lower, match.start, match.end):
            digits = re.sub("[^0-9]", "", folded.lower[match.start : end])
            sure = _sure(digits, folded.lower, match.start, end)
            if sure:
                return match.but(end=end, confidence=sure)
        return None


def _ends(lower: str, start: int, end: int) -> list[int]:
    """Ends of the number, longest first: the month of expiry often stands right behind it."""
    groups = [group.end() for group in re.finditer("[0-9]+", lower[start:end])]
    return [start + place for place in groups[:-3:-1]]


def _sure(digits: str, lower: str, start: int, end: int) -> float:
    says = bool(_SAYS_CARD.search(lower, max(0, start - 50), min(len(lower), end + 30)))
    scheme = any(len(digits) in lengths and shape.match(digits) for shape, lengths in _SCHEMES)
    if luhn(digits) and scheme:
        unusual = len(digits) < 15
        return 0.97 if says else (0.4 if unusual and digits[0] != "4" else 0.9)
    # Mistyped or misheard, but called a card number.
    called = _CALLED_CARD.search(lower, max(0, start - 45), start)
    return 0.65 if called and len(digits) in (15, 16) and digits[:9] != "123456789" else 0.0


DETECTOR = Card()
