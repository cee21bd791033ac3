"""The shapes that rules about false alarms are made of: words before, after or around a match."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from privacy_check.detectors.base import Match
from privacy_check.model import EntityType
from privacy_check.text.cues import late
from privacy_check.text.edges import Piece, in_something_longer

_T = EntityType


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing known about false alarms; `holds(match, lower, text)` is True for a false alarm."""

    name: str
    looked_at: str
    kinds: frozenset[EntityType]
    holds: Callable[[Match, str, str], bool]


def before(pattern: str, reach: int) -> Callable[[Match, str, str], bool]:
    """True when the words just before the match, inside the same sentence, end in `pattern`."""
    shape = late(pattern + r"\Z")

    def holds(match: Match, lower: str, text: str) -> bool:
        return bool(shape.search(lower, max(0, match.start - reach), match.start))

    return holds


def after(pattern: str) -> Callable[[Match, str, str], bool]:
    """True when `pattern` begins right behind the match."""
    shape = late(pattern)

    def holds(match: Match, lower: str, text: str) -> bool:
        return bool(shape.match(lower, match.end))

    return holds


def unless_called(holds: Callable[[Match, str, str], bool]) -> Callable[[Match, str, str], bool]:
    """`holds`, but never where the words call the match by the name of its own kind."""

    def called_otherwise(match: Match, lower: str, text: str) -> bool:
        own = _OWN_NAMES.get(match.entity_type)
        if own is not None and own.search(lower, max(0, match.start - 60), match.start):
            return False
        return holds(match, lower, text)

    return called_otherwise


_OWN_NAMES = {
    _T.VEHICLE_REGISTRATION: late(
        r"(?<![a-z])(?:reg(?:istration)?|plate|vrm)(?:\s(?:no|number|num|mark|is|was)){0,3}\W{0,3}\Z"
    ),
    _T.NINO: re.compile(
        r"(?<![a-z])(?:ni|nino|national ins\w*|hmrc|tax|dwp|job ?cent\w+|payslip|p45|p60|benefits?|pensions?"
        r"|universal credit|uc|student loans?)(?![a-z])"
    ),
    _T.PASSPORT: re.compile(
        r"(?<![a-z])(?:my passport|passport(?:'?s)?\s(?:number|no|num|nr|details?|#))(?![a-z])"
    ),
}


def around(pattern: str, left: int, right: int) -> Callable[[Match, str, str], bool]:
    """True when `pattern` stands within `left` characters before the match or `right` behind it."""
    shape = late(pattern)

    def holds(match: Match, lower: str, text: str) -> bool:
        return bool(
            shape.search(lower, max(0, match.start - left), match.start)
            or (right and shape.search(lower, match.end, match.end + right))
        )

    return holds


def beside(pattern: str, left: int, right: int) -> Callable[[Match, str, str], bool]:
    """Like `around`, but not beyond the line or the part of a signature the match stands in."""
    shape = late(pattern)

    def holds(match: Match, lower: str, text: str) -> bool:
        begin, end = max(0, match.start - left), min(len(lower), match.end + right)
        begin += max(lower.rfind(sign, begin, match.start) - begin + 1 for sign in "\n|")
        end = min((place for sign in "\n|" if (place := lower.find(sign, match.end, end)) >= 0), default=end)
        return bool(shape.search(lower, begin, match.start) or shape.search(lower, match.end, end))

    return holds


def example(
    said: Callable[[Match, str, str], bool], shown: Callable[[Match, str, str], bool]
) -> Callable[[Match, str, str], bool]:
    """Either of the two, unless the words call the number the writer's own."""
    own = late(r"(?<![a-z])(?:my|mine|our)(?![a-z])[^.!?\n]{0,40}\Z")

    def holds(match: Match, lower: str, text: str) -> bool:
        if own.search(lower, max(0, match.start - 60), match.start):
            return False
        return said(match, lower, text) or shown(match, lower, text)

    return holds


_NAMED = r"(?:no|nos|num|numbers?|id|ids|ref|reference|code|urn|#|n°)\.?(?![a-z])"
_FILLER = r"(?:\s?(?:is|was|are|the|my|your|our|said|says|of|for)(?![a-z]))"
_CONTACT = r"(?:via|on|by|at|or|ring|call|text|tel|mob|from|with|me|us)(?![a-z])"
_TO_NUMBER = rf"\s?[:#.=–/_~|-]{{0,2}}\s{{0,2}}[(\"']?(?:(?!{_CONTACT})[a-z]{{1,4}}[-/ ]?)?"
# "Order 07700123" is a number of an order; "quote 020 7946 0000" and "bookings 07700 900000" are for ringing.
PLAINLY = rf"(?![a-z])(?:[\s_-]?{_NAMED}|{_FILLER}){{0,4}}{_TO_NUMBER}"
NUMBERED = rf"(?![a-z])[\s_-]?{_NAMED}(?:\s?{_NAMED}|{_FILLER}){{0,3}}{_TO_NUMBER}"


_LINK_START = late(r"https?://[^\s]{0,200}\Z")
_RINGS = late(r"wa\.me|whatsapp|tel:|sms|phone=|t\.me|signal|viber|callto|[?&](?:data|chl|text|body|q)=")


def inside_link(match: Match, lower: str, text: str) -> bool:
    """True for a number in a web address, but for one that rings when it is followed."""
    start = _LINK_START.search(lower, max(0, match.start - 200), match.start)
    return start is not None and not _RINGS.search(lower[start.start() : match.end])


_ANY_FIGURES = frozenset({_T.CARD, _T.NHS_NUMBER, _T.PASSPORT})


def part_of_something_longer(match: Match, lower: str, text: str) -> bool:
    """True for a part of a code, a path or a file's name; a link that rings is none."""
    if match.entity_type is _T.PHONE and lower[match.start].isalpha():
        return False
    # Few other things look like a national number, a plate or a postcode; nine figures may be anything.
    sure = lower[match.start] in "+(0" if match.entity_type is _T.PHONE else match.entity_type not in _ANY_FIGURES
    return in_something_longer(Piece(match.entity_type, text, lower, match.start, match.end, sure))
