"""Words that say a home stands empty: away until a date, a countdown to a flight, a house left alone.

Finds: "away till 14th August", "6 sleeps till we fly", "home alone till Sunday", "the house is empty", out-of-office notes.
Misses: wishes ("wish I was away"), away matches, offices that close, holidays of the past.
Why: an empty home, with a date, is what a burglar needs.
Fix: post about the trip when back.
"""

# ruff: noqa: E501 - a pattern is easier to read on one line

from __future__ import annotations

import re
from collections.abc import Iterable

from privacy_check.detectors.base import BaseDetector, Match, Triggers, in_plain_words
from privacy_check.model import EntityType
from privacy_check.text.absence_sayings import AWAY, RESORT
from privacy_check.text.cues import anywhere, late, word_set
from privacy_check.text.fold import Folded
from privacy_check.text.kin import ANY_KIN
from privacy_check.text.runs import clause
from privacy_check.text.vocabulary import SMALL_NUMBER, place_at

FINDS = (
    ("OOO away till 14th August", "away till 14th August"),
    ("6 sleeps till we fly to Florida", "6 sleeps till we fly"),
    ("the house is empty until Tuesday", "house is empty until Tuesday"),
    ("Off to Crete for two weeks on Saturday", "Off to Crete for two weeks on Saturday"),
)
MISSES = (
    "wish I was away till Christmas tbh",
    "away goals rule, away till they're not",
    "The office will be closed until 4 January",
    "away days are the best days",
    "I'm 10 minutes away",
)


_NOT_NOW = late(
    r"(?:wish(?:ing)?|if only|would love|dream(?:ing|t)? (?:of|about)|used to|remember when|imagine|last (?:year|summer|week|month)|couldn't|never|nobody said|when i was|were|was|should be|had|after|spent|loved|enjoyed|back from|home from|missing|miss|lottery|would|'d|should|could|one day|song|sang|danced|took)"
    r"[^.!?\n]{0,25}$"
)
_BUSINESS = late(
    r"(?:corrie|eastenders|emmerdale|strictly|bake off|love island|(?<!out of )office|shop|store|surgery|library|centre|center|museum|branch|road|lane|bridge|school|pool|gym|pub|cafe|salon|clinic|council|line|service|box office|exhibition|applications?|"
    r"enquir\w+|booking|tickets?|offer|sale|entries|nominations|consultation|tip)\b[^.!?\n]{0,30}$"
)
_SPORT = anywhere(
    r"(?:\b(?:fixture|match|game|league|cup|kick[- ]off|k\.?o\.?|goals?|united|city|town|fc|rovers|derby|points?|win|draw|lost|season|squad|leg)\b|(?<!\d)\d ?- ?\d(?!\d)(?! ?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)))"
)
_WORD_AFTER_TO = late(
    r"\b(?:to|for) (?:the |a |my |our )?(?:bed|work|school|pub|shops?|shop|gym|match|game|tesco|asda|morrisons|aldi|lidl|town|college|uni|doctors?|dentist|see|get|be|do|sleep|church|meet\w*|bath|day)\b"
)
_JOURNEY = anywhere(
    rf"(?<!\w)(?:holidays?|hols|away|annual leave|sunshine|sun|flights?|fly\w*|abroad|sangria|beach|trip|airport|all inclusive|gatwick|heathrow|stansted|ryanair|easyjet|jet2|tui|ferry|passports?|suitcase|packed|cruise|hotel|pool bar|house ?sitt\w*|empty|dont wait up|don't wait up|{RESORT})(?!\w)|[\u2708\U0001f334\U0001f3d6\U0001f3dd\U0001f6eb\U0001f9f3]"
)
_STAYS_PUT = anywhere(
    r"(?<!\w)(?:ago|went|was|were|lived?|living|weather|rain|news|war|festival|open|storm|election|flights? (?:cancelled|delayed)|won|lost|beat|play\w*|series|film|dreaming|wish|used to)(?!\w)"
)


_COUNTED = late(
    rf"{SMALL_NUMBER} (?:more )?(?:sleeps?|days?|weeks?|nights?) (?:till|til|until|to|before|and)|count"
)
_TRIP = late(r"fly|jet|leave|holiday|hols|holibobs|vacation|cruise|sun|beach|airport|camping|honeymoon|break")
_FILM = late(
    r"[Hh]ome [Aa]lone (?:is|was|2|3|movies?|films?)|Home Alone(?! (?:until|till|til|all|tonight|this|for|while|again)(?!\w))|HOME ALONE \d"
)
_TOO_COMMON = word_set(
    "is just at so are not all out they work he she only both later i we in of on and my see last house other own no me a my going working york euro nice center centre ayia usa wont won to dog cat just here made mum dad"
)


class Absence(BaseDetector):
    """Times when a home stands empty."""

    name = "absence"
    entity_types = (EntityType.ABSENCE,)
    triggers = Triggers(
        words=AWAY.words - _TOO_COMMON
        | word_set(
            "until till til tomorrow tonight weekend monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thurs fri sat sun june july august september easter christmas xmas house st nd rd th holiday holidays hols fly flying fortnight annual leave airport flight"
        )
    )

    def match(self, folded: Folded) -> Iterable[Match]:
        """The widest phrase of each kind; offices, matches and wishes are passed over."""
        return in_plain_words(folded, self._read)

    def _read(self, folded: Folded) -> Iterable[Match]:
        lower = folded.lower
        taken = -1
        away: list[Match] = []
        found = sorted(
            (m.start(), -m.end(), pattern.confidence)
            for pattern, m in AWAY.finditer(folded)
            if not (m.start() and (lower[m.start() - 1].isalnum() or lower[m.start() - 1] in "'-"))
        )
        for start, minus_end, confidence in found:
            end = -minus_end
            if start < taken or self._passed_over(lower, start, end) or _FILM.match(folded.text, start):
                continue
            if not _own(folded.text, lower, start):
                continue
            if _COUNTED.match(lower, start) and not _trip(folded.text, lower, start, end):
                continue
            begin, end = clause(lower, start, end)
            begin = max(begin, taken)
            taken = end
            away.append(Match(EntityType.ABSENCE, begin, end, confidence, "words about being away", "LOC-07"))
        return _joined(lower, away)

    @staticmethod
    def _passed_over(lower: str, start: int, end: int) -> bool:
        before = lower[max(0, start - 45) : start]
        words = lower[start:end]
        if re.match(r"away|off", words) and re.search(r"(?<!\w)(?:the|a|an|his|her) [a-z]+ $", before):
            return True
        if "with the fairies" in words:
            return True
        if re.search(r"(?:to|for) (?:bed|a bath|sleep|work)(?!\w)", words):
            return True
        if before.endswith(("passed ", "pass ", "run ", "throw ", "put ")) and words.startswith("away"):
            return True
        if _NOT_NOW.search(before) or _BUSINESS.search(before):
            return True
        if re.search(r"(?<!\w)(?:was|were) (?:\w+ )?(?:empty|unoccupied)", words):
            return True
        if (
            _WORD_AFTER_TO.search(words)
            and not words.startswith(("all ", "both "))
            and not re.search(r"week|fortnight|alone|empty", words)
        ):
            return True
        if re.match(r"(?:back|home|return\w*) (?!alone|by|empty)", words) and not _JOURNEY(lower):
            return True
        if re.search(rf"^{RESORT}|{RESORT}$", words) and _STAYS_PUT(lower):
            return True
        return bool(re.match(r"away|off|leaving", words)) and _SPORT(lower)


def _joined(lower: str, away: list[Match]) -> list[Match]:
    """Absences told in one breath as one: "flying to Malaga tomorrow, back next Thursday"."""
    joined: list[Match] = []
    for match in away:
        if joined and _ONE_BREATH.fullmatch(lower, joined[-1].end, match.start):
            joined[-1] = joined[-1].but(end=match.end)
        else:
            joined.append(match)
    return joined


_ONE_BREATH = late(r"(?:,|\s|so|and|im|i'm|i|am|then)*")


def _own(text: str, lower: str, start: int) -> bool:
    """True when nothing before the words says that somebody or something else is meant: "Salah is away", "kicking off"."""
    if _BY_ITSELF.match(lower, start):
        return not _PETS.search(lower, max(0, start - 20), start)
    first = lower[start : start + 9]
    clause_begin = max(_CLAUSE_START.search(lower[:start]).end(), start - 60)  # type: ignore[union-attr]
    before = lower[clause_begin:start].strip()
    if _PAST.search(before):
        return False
    words = before.split()
    if not words:
        return True
    subject = _VERB.sub("", before).split()
    if not subject:
        return True
    if "%" in subject[-1] or subject[-1] == "percent":
        return False
    if subject[-1] in ("the", "a", "this", "that"):
        return bool(_HOUSE.match(lower, start))
    last = subject[-1].strip("'\"()").removesuffix("'s").removesuffix("'re").removesuffix("'ll")
    if last in _OWN_WORDS or _KIN.search(" ".join(subject[-3:])) or not last.isalpha():
        return True
    own_time = bool(_TIME_WORD.search(last))
    verbless = len(subject) == len(words) and not first.startswith(("is ", "are "))
    if verbless and (last.endswith("ing") or last in _ODD_BEFORE):
        return last in _GOING
    named = text[clause_begin:start].split()[len(subject) - 1]
    return own_time or (not named[:1].isupper() and verbless and len(words) > 3)


_BY_ITSELF = late(
    r"(?:bye|goodbye|adios|ta-?ra|nobody|no one|noone|no-one|house|flat|our|my|home alone|see y|just me|only me|last (?:night|day|sleep)|count|ooo|on annual|annual leave|we|i'm|i am|i'll|i (?!on)|mum|dad|parents|home again)(?!\w)"
)
_PETS = late(r"(?<!\w)(?:the|our|my) (?:cat|dog|pup|puppy|kitten)(?:'s| is| was)? $")
_HOUSE = late(r"(?:house|flat|home|place|gaff|caravan|whole)(?!\w)")
_CLAUSE_START = late(
    r".*(?:[.!?,;:|\n(\u2190-\u2bff\U0001f000-\U0001faff]|(?<!\w)(?:and|so|but|because|cos|as|while|when|if|that|then|-))\s*|",
    re.S,
)
_VERB = late(
    r"(?:\s|^)(?:(?:is|are|am|be|being|will|'s|'re|'ll|gonna|going|both|all|now|still|just|currently|already|also|only|finally|actually|again|not|about|heading|gone|staying|stuck|safely|out|over|back|away|up|off|to|in|at|on|for|from|with|by)(?:\s|$))+$"
)
_PAST = late(r"(?<!\w)(?:went|was|were|had|been|came|last (?:month|week|year|time)|ago)(?!\w)[^.!?]{0,14}$")
_KIN = late(
    rf"(?<!\w)(?:{ANY_KIN}|i|i'm|im|we|we're|me|us|my|our|hubby|mum|dad|mam|folks|family|everyone|kids|boys|girls|twins|lot|gang|parents|flatmates?|housemates?|house|flat|home|place)(?!\w)"
)
_OWN_WORDS = word_set(
    "grid i i'm im i'll ill we we're were we'll me us my our you ya everyone everybody family hubby finally and so but now then here packing packed boarding leave reminder sorry ok okay right yay woo woohoo eek omg lol yes yep nope please hi hello morning friday x xx xxx out off gone away jetting heading flying holiday house flat home message reply office post note be next until till "
    "ooo reply: automatic message all both"
)
_ODD_BEFORE = word_set(
    "day bake payday passport passports prices price percent bank school half well knock rip kick set take time one week sent send paid pay show"
)
_GOING = word_set(
    "jetting heading flying going setting packing boarding staying working taking driving sailing camping moving being leaving"
)
_TIME_WORD = late(
    r"^(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen)|\d+(?:st|nd|rd|th)?|days?|nights?|weeks?|sleeps?|fortnight|tomorrow|today|tonight|mon\w*|tue\w*|wed\w*|thu\w*|fri\w*|sat\w*|sun\w*|weekend|morning|hours)$"
)


def _trip(text: str, lower: str, start: int, end: int) -> bool:
    """True when what is counted down to is a journey or a place to go to, not a payday."""
    if _TRIP.search(lower, start, end) or re.search(RESORT, lower[start:end]):
        return True
    last = re.search(r"([^\W\d_][\w'-]*)(?: [a-z]\w*)?$", text[start:end])
    if last is None or not last[1][0].isupper() or last[1].casefold() in _OCCASIONS:
        return False
    sleeps = "sleep" in lower[start:end] and last.end(1) == end - start
    return sleeps or place_at(lower, start + last.start(1)) is not None


_OCCASIONS = word_set(
    "christmas xmas halloween easter friday saturday sunday monday tuesday wednesday thursday black eurovision glastonbury ramadan eid diwali january february march april may june july "
    "august september october november december brexit wembley euros world summer half payday glasto download reading reunion launch lineup i i've i'm i'll i'd"
)
DETECTOR = Absence()
