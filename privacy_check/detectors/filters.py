"""What looks like personal information and is not: the one home of what is known about false alarms.

Every rule has a name, the month it was last looked at, and the kinds it is about; `reason` gives the first that holds.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from privacy_check.detectors.base import Match, Whose
from privacy_check.model import EntityType
from privacy_check.text.fold import Folded

_T = EntityType
_NUMBERS = frozenset({_T.PHONE, _T.CARD, _T.NHS_NUMBER, _T.PASSPORT, _T.BANK_ACCOUNT, _T.DRIVING_LICENCE})
_CODES = frozenset({_T.VEHICLE_REGISTRATION, _T.POSTCODE, _T.NINO, _T.PASSPORT})


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing known about false alarms; `holds(match, lower, text)` is True for a false alarm."""

    name: str
    looked_at: str
    kinds: frozenset[EntityType]
    holds: Callable[[Match, str, str], bool]


def _before(pattern: str, reach: int) -> Callable[[Match, str, str], bool]:
    """True when the words just before the match, inside the same sentence, end in `pattern`."""
    shape = re.compile(pattern + r"\Z")

    def holds(match: Match, lower: str, text: str) -> bool:
        return bool(shape.search(lower, max(0, match.start - reach), match.start))

    return holds


def _after(pattern: str) -> Callable[[Match, str, str], bool]:
    shape = re.compile(pattern)

    def holds(match: Match, lower: str, text: str) -> bool:
        return bool(shape.match(lower, match.end))

    return holds


def _around(pattern: str, before: int, after: int) -> Callable[[Match, str, str], bool]:
    shape = re.compile(pattern)

    def holds(match: Match, lower: str, text: str) -> bool:
        return bool(
            shape.search(lower, max(0, match.start - before), match.start)
            or (after and shape.search(lower, match.end, match.end + after))
        )

    return holds


_LINK_WORDS = r"(?:\s?(?:no|nos|num|numbers?|id|ref(?:erence)?|code|is|was|are|the|my|your|our|said|says|of|for|#|n°)\.?(?![a-z]))"
_TO_NUMBER = rf"(?![a-z]){_LINK_WORDS}{{0,4}}\s?[:#.=–-]?\s{{0,2}}[(\"']?(?:[a-z]{{1,4}}[-/ ]?)?"

RULES: tuple[Rule, ...] = (
    Rule(
        "order, tracking, ticket and reference numbers",
        "2026-11",
        _NUMBERS | _CODES,
        _before(
            r"(?<![a-z])(?:orders?|tracking|track|parcel|consignment|dispatch(?:ed)?|invoice|ticket|booking|reservation|confirmation"
            r"|ref|reference|claim|case|crime|incident|quote|policy|application|submission|receipt|transaction|serial|imei|meter"
            r"|candidate|centre|center|urn|ucas|job|vacancy|lot|batch|raffle|planning|petition|docket|customer|patient ref|voucher"
            r"|coupon|promo|discount|gift card|pin|otp|passcode|verification)" + _TO_NUMBER,
            44,
        ),
    ),
    Rule(
        "book, barcode and product numbers",
        "2026-11",
        _NUMBERS | _CODES,
        _before(
            r"(?<![a-z])(?:isbn(?:-?1[03])?|issn|ean|upc|gtin|asin|barcode|sku|product|model|part|item|style|stock|catalogue|cat|doi"
            r"|pmid|arxiv|patent|toner|ink|cartridge|printer|filter|screw|wanted)" + _TO_NUMBER,
            36,
        ),
    ),
    Rule(
        "numbers of companies, charities and tax",
        "2026-11",
        _NUMBERS,
        _before(
            r"(?<![a-z])(?:company|companies house|co|charity|registered|registration|reg|vat(?: gb)?|utr|eori|duns|crn|ofsted|laestab"
            r"|membership|member|licence|fca|ico|gmc|nmc|sia|swe|social work england|hcpc|gtc|trn|cas|cve|rfc|iso|bs|issue)" + _TO_NUMBER,
            40,
        ),
    ),
    Rule(
        "identity numbers of other countries, in words",
        "2026-11",
        frozenset({_T.PHONE}),
        _before(r"(?<![a-z])(?:social security|ssn|zip|account|routing|iban|sort code|nhs|pin|card)" + _TO_NUMBER, 40),
    ),
    Rule(
        "printers' supplies and sizes after a code",
        "2026-11",
        frozenset({_T.VEHICLE_REGISTRATION, _T.POSTCODE, _T.NINO}),
        _after(r"\s?(?:toner|ink|cartridges?|screws?|bolts?|batter(?:y|ies)|bulbs?|paper|envelopes?|resistors?|filters?|blades?)(?![a-z])"),
    ),
    Rule(
        "lines of organisations and helplines",
        "2026-11",
        frozenset({_T.PHONE}),
        lambda match, lower, text: match.whose is Whose.BUSINESS,
    ),
    Rule(
        "a public body's own switchboard",
        "2026-11",
        frozenset({_T.PHONE, _T.EMAIL}),
        _around(
            r"(?<![a-z])(?:report(?:ing)? (?:a |an |it|any|fly|noise|pot|missing|anti|crime|damage)|helpline|hotline|switchboard|crimestoppers|samaritans|childline"
            r"|council tax|non-emergency|customer services?|enquiries line|box office|press office|call centre|reception desk|out of hours|duty team|front door team"
            r"|police on|tip ?line)(?![a-z])",
            60,
            30,
        ),
    ),
    Rule(
        "postcodes of public buildings",
        "2026-11",
        frozenset({_T.POSTCODE}),
        _around(
            r"(?<![a-z])(?:town hall|civic|library|museum|gallery|stadium|arena|theatre|cathedral|leisure centre|community centre|community hub|village hall|registrars?"
            r"|magistrates|crown court|university|hospital|station|airport|exhibition|box office|venue|tickets?|doors open|head office|hq|freepost"
            r"|write to us|po box|open (?:daily|mon|tue|wed|thu|fri|sat|sun|from|for|today|now)|visit us|our (?:shop|store|office|salon|studio|branch))(?![a-z])",
            70,
            30,
        ),
    ),
    Rule(
        "areas that somebody serves or talks about",
        "2026-11",
        frozenset({_T.POSTCODE}),
        _around(r"(?<![a-z])(?:residents|people|households|businesses|families|voters|roadworks|traffic|closed|junction|weather|bins|power cut) (?:of|in|across|from|around)\s", 40, 0),
    ),
    Rule(
        "roads, junctions and buses",
        "2026-11",
        frozenset({_T.POSTCODE, _T.VEHICLE_REGISTRATION}),
        _around(r"(?<![a-z])(?:j[0-9]{1,2}|junctions?|motorway|slip ?road|lane closed|bus|buses|route|northbound|southbound|eastbound|westbound|tailback|diversion|slow|delays?)(?![a-z])", 20, 20),
    ),
    Rule(
        "flights, trains and rooms",
        "2026-11",
        frozenset({_T.VEHICLE_REGISTRATION, _T.POSTCODE, _T.PASSPORT}),
        _before(r"(?<![a-z])(?:flight|flights|train|gate|terminal|platform|room|seat|row|stand|stall|zone|block|bay|unit|level|grade|size|series|episode|chapter|page|version|build)\s?\Z".removesuffix(r"\Z"), 24),
    ),
    Rule(
        "prices, counts and measurements",
        "2026-11",
        frozenset({_T.PHONE, _T.BANK_ACCOUNT, _T.CARD}),
        _after(r"\s?(?:rows|people|users|records|views|steps|followers|subscribers|votes|km|miles|kg|bytes|kb|mb|gb|pounds|euros?|dollars|gbp|usd|eur|%|°)(?![a-z])"),
    ),
    Rule(
        "numbers inside a web address",
        "2026-11",
        frozenset({_T.PHONE, _T.CARD, _T.NHS_NUMBER, _T.VEHICLE_REGISTRATION, _T.POSTCODE}),
        lambda match, lower, text: _inside_link(match, lower),
    ),
    Rule(
        "dates of other people and institutions",
        "2026-11",
        frozenset({_T.BIRTH_DATE}),
        lambda match, lower, text: match.whose is Whose.BUSINESS,
    ),
)

_LINK_START = re.compile(r"https?://[^\s]{0,200}\Z")
_RINGS = re.compile(r"wa\.me|whatsapp|tel:|sms|phone=|t\.me|signal|viber|callto|[?&](?:data|chl|text|body|q)=")


def _inside_link(match: Match, lower: str) -> bool:
    start = _LINK_START.search(lower, max(0, match.start - 200), match.start)
    return bool(start) and not _RINGS.search(lower[start.start() : match.end]) if start else False


_BY_KIND: dict[EntityType, tuple[Rule, ...]] = {
    kind: tuple(rule for rule in RULES if kind in rule.kinds) for kind in EntityType
}


def reason(match: Match, folded: Folded) -> str:
    """Name of the first rule that says the match is a false alarm; empty when none does."""
    for rule in _BY_KIND[match.entity_type]:
        if rule.holds(match, folded.lower, folded.text):
            return rule.name
    return ""
