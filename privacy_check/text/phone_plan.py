"""What a string of digits could be in the world's telephone numbering plans."""

from __future__ import annotations

import re
from dataclasses import dataclass

from privacy_check.text.cues import late

# Ofcom National Telephone Numbering Plan: 07 mobiles and personal numbers, 01/02 places.
# 03, 05, 08 and 09 are lines of organisations, never of a person.
_UK_MOBILE = late(r"7[0-9]{9}\Z")
_UK_PLACE = late(r"(?:1[1-9][0-9]{7,8}|2[03489][0-9]{8})\Z")
_UK_BUSINESS = late(r"(?:(?:3[0347]|5[56]|8[47]|9[018])[0-9]{8}|80[0-9]{7,8})\Z")
_NANP = late(r"[2-9][0-8][0-9][2-9][0-9]{6}\Z")
_LONGEST_AT_HOME = 11
_SHORT = frozenset(
    {"999", "112", "101", "111", "119", "911", "988", "116123", "116000", "116006", "116111", "105"}
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a number looks like: `kind` is mobile, landline, business, abroad or local; `sure` is 0..1."""

    kind: str
    sure: float


def read(digits: str, international: bool) -> Reading | None:
    """The likeliest reading of bare digits; `international` when a plus sign stood before them."""
    if digits in _SHORT or len(set(digits)) == 1:
        return None
    if not international and digits.startswith("00"):
        digits, international = digits[2:], True
    # From America; eleven figures that begin so are a number in Sheffield.
    if not international and digits.startswith("01144") and len(digits) > _LONGEST_AT_HOME:
        digits, international = digits[3:], True
    if digits.startswith("44") and (international or len(digits) >= 12):
        national = digits[2:].removeprefix("0")
        return _uk(national, 0.95 if international else 0.75)
    if international:
        return _abroad(digits)
    if digits.startswith("0"):
        return _uk(digits[1:], 0.9)
    return None


def north_american(digits: str) -> bool:
    """True for ten digits, or eleven from 1, of the North American plan's shape."""
    return bool(_NANP.match(digits.removeprefix("1") if len(digits) == 11 else digits))


def _uk(national: str, sure: float) -> Reading | None:
    if _UK_MOBILE.match(national):
        return Reading("mobile", sure)
    if _UK_PLACE.match(national):
        return Reading("landline", sure if len(national) == 10 else sure - 0.2)
    if _UK_BUSINESS.match(national):
        return Reading("business", sure)
    return None


def _abroad(digits: str) -> Reading | None:
    if not 7 <= len(digits) <= 17:
        return None
    if digits.startswith("1") and north_american(digits[:11]):
        return Reading("abroad", 0.9)
    # The library is big; it is read only when a number from abroad turns up.
    import phonenumbers

    for candidate in (digits, re.sub(r"^([2-9][0-9]{0,2}?)0", r"\1", digits)):
        try:
            number = phonenumbers.parse("+" + candidate, None)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_possible_number(number):
            return Reading("abroad", 0.9 if phonenumbers.is_valid_number(number) else 0.75)
    return None
