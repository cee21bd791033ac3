"""Whose a number, a code or an address of mail is where the words say it: another's, a swindler's, out of use."""

from __future__ import annotations

from privacy_check.model import EntityType
from privacy_check.text.cues import late
from privacy_check.text.quotation import quotes
from privacy_check.text.sayings import saying, stands
from privacy_check.text.scenes import sentence

_REACH = 60
_RUNG = frozenset({EntityType.PHONE, EntityType.EMAIL})  # by which swindlers and strangers reach people
_DENIED = saying("whose_number.denied_before")
_AFTER = saying("whose_number.anothers_after")
_SWINDLE = stands("whose_number.swindle")
_OWN = saying("whose_number.own")
_FOR_ALL = saying("whose_number.for_all")
_ASKS = saying("whose_number.asks")
_YOU = late(r"(?<![a-z])(?:you|your|you're|youre|ur|yours)(?![a-z])")
_I = late(r"(?<![a-z])(?:i|i'm|im|i've|my|mine|me)(?![a-z])")


def not_the_writers(kind: EntityType, lower: str, start: int, end: int) -> bool:
    """True when the words around `start`..`end` of lower-case folded text say that it is not the writer's."""
    if _DENIED.search(lower, max(0, start - _REACH), start) or _AFTER.match(lower, end):
        return True
    if _in_a_message(lower, start, end):
        return True
    if kind not in _RUNG:
        return False
    begin, last = sentence(lower, start, end)
    if _OWN.search(lower, begin, last):
        return False
    return _SWINDLE(lower) or _FOR_ALL.search(lower, begin, last) is not None


def _in_a_message(lower: str, start: int, end: int) -> bool:
    """True inside quoted words that ask "you" for something and hold no "I": a message that somebody got."""
    return any(
        first <= start
        and end <= last
        and _YOU.search(lower, first, last)
        and _ASKS.search(lower, first, last)
        and not _I.search(lower, first, last)
        for first, last in quotes(lower)
    )
