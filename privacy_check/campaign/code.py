"""The code of a campaign: one for everybody, so that it says nothing of the person who uses it."""

from __future__ import annotations

import re
import secrets

from privacy_check.errors import UsageError
from privacy_check.sentences import say
from privacy_check.text.sanitise import one_line

# No letter or figure that is taken for another, and a prime number of them: see `_sign`.
LETTERS = "23456789ABCDEFGHJKMNPQRSTWXYZ"
PREFIX = "LOOK"
_GIVEN = re.compile(r"[A-Za-z0-9](?:-?[A-Za-z0-9]){3,39}")
_MADE = re.compile(rf"{PREFIX}-([{LETTERS}]{{4}})-([{LETTERS}]{{4}})")
_LIKE_MADE = re.compile(rf"{PREFIX}-\w{{4}}-\w{{4}}")


def new_code() -> str:
    """A code nobody would guess, whose last letter tells a slip of the pen: LOOK-XXXX-XXXX."""
    drawn = "".join(secrets.choice(LETTERS) for _ in range(7))
    whole = drawn + _sign(drawn)
    return f"{PREFIX}-{whole[:4]}-{whole[4:]}"


def read_code(text: str) -> str:
    """The code as it was given, without blanks around it. Raises UsageError for one that cannot be a code."""
    code = text.strip()
    if not _GIVEN.fullmatch(code):
        shown = one_line(code, 40)
        raise UsageError(say("campaign.code.wrong", code=shown), say("campaign.code.wrong_hint"))
    upper = code.upper()
    made = _MADE.fullmatch(upper)
    mistyped = made is None or _sign((made[1] + made[2])[:7]) != made[2][3]
    if _LIKE_MADE.fullmatch(upper) and mistyped:
        raise UsageError(say("campaign.code.mistyped", code=code), say("campaign.code.mistyped_hint"))
    return code


def same(one: str, other: str) -> bool:
    """True when both are the code of one campaign, in capitals or not."""
    return one.casefold() == other.casefold()


def _sign(drawn: str) -> str:
    """Weighted places modulo a prime: any one wrong sign, and any two neighbours changed round, give another."""
    return LETTERS[sum(place * LETTERS.index(letter) for place, letter in enumerate(drawn, 2)) % len(LETTERS)]
