"""What looks like personal information and is not: the one home of what is known about false alarms.

Every rule has a name, the month it was last looked at, and the kinds it is about; `reason` gives the first that
holds.
"""

from __future__ import annotations

from privacy_check.detectors.base import Match, Whose
from privacy_check.detectors.rule_shapes import (
    NUMBERED,
    PLAINLY,
    Rule,
    after,
    around,
    before,
    beside,
    example,
    inside_link,
    part_of_something_longer,
    unless_called,
)
from privacy_check.model import EntityType
from privacy_check.text.announced import ALONE, CARRIED, NUMBERS, either
from privacy_check.text.cues import late
from privacy_check.text.fold import Folded
from privacy_check.text.nobody import LIFE, of_nobody
from privacy_check.text.organisations import NOT_A_ROAD, line_of_organisation, on_a_letterhead, place_of_many
from privacy_check.text.quotation import of_another
from privacy_check.text.sayings import piece
from privacy_check.text.whose_number import not_the_writers

_T = EntityType
_NUMBERS = frozenset({_T.PHONE, _T.CARD, _T.NHS_NUMBER, _T.PASSPORT, _T.BANK_ACCOUNT, _T.DRIVING_LICENCE})
_NOT_LICENCES = _NUMBERS - {_T.DRIVING_LICENCE}
_CODES = frozenset({_T.VEHICLE_REGISTRATION, _T.POSTCODE, _T.NINO, _T.PASSPORT})
# Cards that carry a number and no money.
_CARDS = "(?:library|loyalty|nectar|student|membership|member|gift|travel|oyster|gym|id|staff)[ -](?:card|pass)"
_GLUED = _NUMBERS - {_T.BANK_ACCOUNT} | _CODES | {_T.IBAN}

_DAY_OF = late(
    r"(?:[0-9](?:st|nd|rd|th)?|first|second|third|[a-z]+th|early|late|mid|in|since|until|till) (?:of )?\Z"
)
_FOR_ALL = late(
    r"(?<![a-z])(?:repair caf[eé]|all (?:abilities|ages|levels|welcome)|everyone welcome|bring a|free entry"
    r"|official (?:account|page)"
    r"|opening (?:hours|times)|tickets?|book (?:now|online|a place|your)|mobile (?:post office|library)"
    r"|(?:village hall|church hall|community centre|library|church|club)\s?:|drop-?in|no need to book|just turn up"
    r"|will be (?:at|outside|in)|est\.? [0-9]{4}|open to)(?![a-z])|£[0-9]"
)
_SELF = late(r"(?<![a-z])(?:i|i'm|im|i've|my|me|mine|myself|we|we're|our|us|you'll find me)(?![a-z])")


def _timetable(match: Match, lower: str, text: str) -> bool:
    """True when a time that comes back is offered to everybody and nobody says "I"."""
    begin, end = max(0, match.start - 90), match.end + 60
    return bool(_FOR_ALL.search(lower, begin, end)) and not _SELF.search(lower, begin, end)


# The three-wheeler, the spy's car, the mini with a padlock, the getaway minis, the inspector's saloon.
_SCREEN_PLATES = frozenset({"dhv938d", "bmt216a", "slw287r", "hmp729g", "lgw809g", "gpf146g", "248rpa"})
_SCREEN = late(
    r"(?<![a-z])(?:del boy\w*|trotters?|only fools|james bond|bond's|007|mr\.? bean|italian job|top gear"
    r"|inspector morse|morse's|lovejoy|postman pat|batmobile|knight rider|pub quiz"
    r"|quiz (?:q|question|night))(?![a-z])"
)

RULES: tuple[Rule, ...] = (
    Rule(
        "stories, stars, news, adverts, venues, wishes",
        "2026-11",
        LIFE,
        lambda match, lower, text: of_nobody(match.entity_type, lower, text, match.start, match.end),
    ),
    Rule(
        "order, tracking and reference numbers",
        "2026-11",
        _NOT_LICENCES | _CODES,
        unless_called(
            before(
                rf"(?<![a-z])(?<!to )(?<!for )(?:{_CARDS}|{either(ALONE)})" + PLAINLY,
                44,
            )
        ),
    ),
    Rule(
        "numbers of tickets, claims, bookings and members",
        "2026-11",
        _NOT_LICENCES | _CODES,
        unless_called(
            before(
                rf"(?<![a-z])(?:gift card|{either(NUMBERS)})" + NUMBERED,
                44,
            )
        ),
    ),
    Rule(
        "numbers of cards, lockers, staff and machines",
        "2026-11",
        frozenset({_T.PHONE, _T.NHS_NUMBER}),
        before(rf"(?<![a-z])(?:{either(CARRIED)})" + NUMBERED, 44),
    ),
    Rule(
        "claims, products and supplies named before a code",
        "2026-11",
        _CODES,
        unless_called(
            before(
                r"(?<![a-z])(?:claim|case|ticket|booking|product|model|part|item|style|stock|sku|toner|ink"
                r"|cartridge"
                r"|printer|filter|screw|wanted|fits|need part"
                r"|voucher|promo|discount|(?<!post )code)" + PLAINLY,
                36,
            )
        ),
    ),
    Rule(
        "book, barcode and product numbers",
        "2026-11",
        _NOT_LICENCES | _CODES,
        before(
            r"(?<![a-z])(?:isbn(?:-?1[03])?|issn|ean|upc|gtin|asin|barcode|sku|doi|pmid|arxiv|patent|cve|rfc|iso"
            r"|bs|cas)" + PLAINLY + r"(?:97[89][- ]?)?",
            40,
        ),
    ),
    Rule(
        "numbers of companies and tax",
        "2026-11",
        _NOT_LICENCES,
        unless_called(
            before(
                r"(?<![a-z])(?:company|companies house|registered charity|charity|vat(?: reg)?(?: gb)?|utr"
                r"|eori|duns"
                r"|crn|swe|social work england|laestab)" + PLAINLY,
                40,
            )
        ),
    ),
    Rule(
        "other numbers of a person, in words",
        "2026-11",
        frozenset({_T.PHONE}),
        before(r"(?<![a-z])(?:social security|ssn|zip|account|routing|iban|sort code|nhs|pin)" + PLAINLY, 40),
    ),
    Rule(
        "printers' supplies and sizes after a code",
        "2026-11",
        frozenset({_T.VEHICLE_REGISTRATION, _T.POSTCODE, _T.NINO}),
        after(
            r"\s?(?:toner|ink|cartridges?|screws?|bolts?|batter(?:y|ies)|bulbs?|paper|envelopes?|resistors?"
            r"|filters?|blades?|models?|tvs?|compatible)(?![a-z])"
        ),
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
        beside(
            r"(?<![a-z])(?:report(?:ing)? (?:a |an |it|any|fly|noise|pot|missing|anti|crime|damage)|helpline"
            r"|hotline|switchboard|crimestoppers|samaritans|childline"
            r"|council tax|non-emergency|customer services?|enquiries line|box office|press office|call centre"
            r"|reception desk|out of hours|duty team|front door team"
            r"|police on|tip ?line)(?![a-z])",
            60,
            30,
        ),
    ),
    Rule(
        "postcodes of public buildings",
        "2026-11",
        frozenset({_T.POSTCODE}),
        around(
            r"(?<![a-z])(?:town hall|civic|library|museum|gallery|stadium|arena|theatre|cathedral|leisure centre"
            r"|palace|parliament|community centre|community hub|village hall|registrars?"
            r"|magistrates|crown court|university|hospital|station|airport|exhibition|box office|venue|tickets?"
            r"|doors open|head office|hq|freepost"
            r"|write to us|po box|open (?:daily|mon|tue|wed|thu|fri|sat|sun|from|for|today|now)|visit us"
            r"|our (?:shop|store|office|salon|studio|branch))(?![a-z])" + NOT_A_ROAD,
            70,
            30,
        ),
    ),
    Rule(
        "areas that somebody serves or talks about",
        "2026-11",
        frozenset({_T.POSTCODE}),
        around(
            r"(?<![a-z])(?:residents|people|households|businesses|families|voters|roadworks|traffic|closed"
            r"|junction|weather|bins|power cut) (?:of|in|across|from|around)\s",
            40,
            0,
        ),
    ),
    Rule(
        "roads, junctions and buses",
        "2026-11",
        frozenset({_T.POSTCODE, _T.VEHICLE_REGISTRATION}),
        around(
            r"(?<![a-z])(?:j[0-9]{1,2}|junctions?|motorway|slip ?road|lane closed|bus|buses|route|northbound"
            r"|southbound|eastbound|westbound|tailback|diversion|delays?"
            r"|(?<!so )(?<!very )(?<!bit )(?<!'s )slow)(?![a-z])",
            20,
            20,
        ),
    ),
    Rule(
        "flights, trains and rooms",
        "2026-11",
        frozenset({_T.VEHICLE_REGISTRATION, _T.POSTCODE, _T.PASSPORT}),
        unless_called(
            before(
                r"(?<![a-z])(?:flight|flights|train|gate|terminal|platform|room|seat|row|stand|stall|zone"
                r"|block|bay|unit|level|grade|size|series|episode|chapter|page|version|build)\s?\Z".removesuffix(
                    r"\Z"
                ),
                24,
            )
        ),
    ),
    Rule(
        "examples of what a number looks like",
        "2026-11",
        _NUMBERS | _CODES | {_T.IBAN},
        example(
            before(
                r"(?<![a-z])(?:fake|sample|mock|looks? (?:like|something like)|look like|such as|for example"
                r"|e\.?g\.?|(?:an?|the) example"
                r"|format (?:is|of)|specimen|dummy|made[- ]up|template|(?:written|shown) as|starts? with)"
                r"(?![a-z.])"
                r"[^.!?\n]{0,24}",
                56,
            ),
            after(
                r"[^.!?\n]{0,12}(?:(?:is|was) (?:the|an?|on) [^.!?\n]{0,24}"
                r"(?:template|example|made[- ]up|specimen|poster)|would be (?:fine|valid|ok))"
            ),
        ),
    ),
    Rule(
        "plates of film and television",
        "2026-11",
        frozenset({_T.VEHICLE_REGISTRATION}),
        lambda match, lower, text: (
            lower[match.start : match.end].replace(" ", "") in _SCREEN_PLATES
            or bool(_SCREEN.search(lower, max(0, match.start - 60), match.end + 40))
        ),
    ),
    Rule(
        "parts of longer codes",
        "2026-11",
        _GLUED,
        part_of_something_longer,
    ),
    Rule(
        "numbers and addresses that the words say are another's, a swindler's or out of use",
        "2026-11",
        _NUMBERS | _CODES - {_T.POSTCODE} | {_T.IBAN, _T.EMAIL},
        lambda match, lower, text: not_the_writers(match.entity_type, lower, match.start, match.end),
    ),
    Rule(
        "places on a map that are looked for or talked of",
        "2026-11",
        frozenset({_T.GPS}),
        around(piece("whose_number.far_places"), 70, 70),
    ),
    Rule(
        "words of somebody else",
        "2026-11",
        frozenset(EntityType),
        lambda match, lower, text: of_another(lower, match.start, match.end),
    ),
    Rule(
        "numbers and mail of offices, shops and halls",
        "2026-11",
        frozenset({_T.PHONE, _T.EMAIL}),
        lambda match, lower, text: line_of_organisation(lower, match.start),
    ),
    Rule(
        "places where many people meet or shop",
        "2026-11",
        frozenset({_T.POSTCODE, _T.ADDRESS}),
        lambda match, lower, text: place_of_many(lower, match.start, match.end),
    ),
    Rule(
        "addresses on the letterhead of a school or an office",
        "2026-11",
        frozenset({_T.POSTCODE, _T.ADDRESS}),
        lambda match, lower, text: on_a_letterhead(lower, match.start, match.end),
    ),
    Rule(
        "news of accidents and crimes",
        "2026-11",
        frozenset({_T.ADDRESS, _T.POSTCODE}),
        around(
            r"(?<![a-z])(?:police (?:say|said|are|have|were)|body (?:has been )?found|firefighters"
            r"|fire (?:at|in|on)"
            r"|crash|collision|road closed|closed both ways|witnesses|arrested|stabb\w+|shooting|burst main"
            r"|planning application|consultation)(?![a-z])",
            70,
            60,
        ),
    ),
    Rule(
        "names of the place somebody works in",
        "2026-11",
        frozenset({_T.ADDRESS}),
        before(
            r"(?<![a-z])(?:shifts?|work|works|worked|working|job|nights|placement|interview|bank work"
            r"|colleagues|team|lates|earlies|duty|on call|volunteer\w*|supply|agency) (?:[a-z]+ ){0,2}?(?:at"
            r"|in|for|with) (?:the )?",
            50,
        ),
    ),
    Rule(
        "months that are also towns",
        "2026-11",
        frozenset({_T.LOCATION}),
        lambda match, lower, text: (
            lower[match.start : match.end] in ("march", "may", "august")
            and bool(_DAY_OF.search(lower, max(0, match.start - 16), match.start))
        ),
    ),
    Rule(
        "places only wished for",
        "2026-11",
        frozenset({_T.LOCATION, _T.ADDRESS}),
        before(
            r"(?<![a-z])(?:if i (?:won|had|were|was|could|ever)|i wish|wish i|i'd (?:love|like|give|rather"
            r"|move|live)"
            r"|dream(?:ing|s)? of|one day i'll|imagine (?:living|moving|being))(?![a-z])[^.!?\n]{0,60}",
            80,
        ),
    ),
    Rule(
        "places where others live, and places only visited",
        "2026-11",
        frozenset({_T.LOCATION}),
        before(piece("scenes.place_of_others"), 80),
    ),
    Rule(
        "times of clubs, classes and services",
        "2026-11",
        frozenset({_T.ROUTINE}),
        _timetable,
    ),
    Rule(
        "house numbers read as ages",
        "2026-11",
        frozenset({_T.AGE}),
        after(
            r"\s(?:[\w'-]+\s){1,2}(?:street|st|road|rd|lane|avenue|ave|close|drive|way|court|gardens|terrace|place"
            r"|crescent|grove|walk|mews)(?![a-z])"
        ),
    ),
    Rule(
        "prices, counts and measurements",
        "2026-11",
        frozenset({_T.PHONE, _T.BANK_ACCOUNT, _T.CARD}),
        after(
            r"\s?(?:rows|people|users|records|views|steps|followers|subscribers|votes|km|miles|kg|bytes|kb|mb|gb"
            r"|pounds|euros?|dollars|gbp|usd|eur|%|°)(?![a-z])"
        ),
    ),
    Rule(
        "numbers inside a web address",
        "2026-11",
        frozenset({_T.PHONE, _T.CARD, _T.NHS_NUMBER, _T.VEHICLE_REGISTRATION, _T.POSTCODE}),
        inside_link,
    ),
    Rule(
        "dates of other people and institutions",
        "2026-11",
        frozenset({_T.BIRTH_DATE}),
        lambda match, lower, text: match.whose is Whose.BUSINESS,
    ),
)


_BY_KIND: dict[EntityType, tuple[Rule, ...]] = {
    kind: tuple(rule for rule in RULES if kind in rule.kinds) for kind in EntityType
}


def reason(match: Match, folded: Folded) -> str:
    """Name of the first rule that says the match is a false alarm; empty when none does."""
    for rule in _BY_KIND[match.entity_type]:
        if rule.holds(match, folded.lower, folded.text):
            return rule.name
    return ""
