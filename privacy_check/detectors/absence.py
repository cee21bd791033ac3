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

from privacy_check.detectors.base import BaseDetector, Match, Triggers
from privacy_check.model import EntityType
from privacy_check.text.cues import Cues, cue, word_set
from privacy_check.text.fold import Folded
from privacy_check.text.runs import clause
from privacy_check.text.vocabulary import CLOCK, DATE, MONTH, SMALL_NUMBER, WEEKDAY

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

_WHEN = (
    rf"(?:{DATE}|(?:next |this |on |late |early )?{WEEKDAY}\b(?: (?:{CLOCK}|night|morning|afternoon|evening|week|{DATE}))?"
    rf"|(?:next|this) (?:week(?:end)?|month|year)|(?:the )?(?:end|start|middle|beginning) of (?:the |next )?(?:month|week|{MONTH})"
    rf"|(?:mid[- ]|early |late )?{MONTH}\b|(?:the )?new year|easter|xmas|christmas|half[- ]term|late|tomorrow|tonight|in the morning|first thing|at \d{{1,2}}(?::\d\d)?(?:am|pm)|in \d+ (?:days|hours)|september|the weekend|after (?:the )?\w+"
    rf"|(?:the )?\d{{1,2}}(?:st|nd|rd|th)|\d{{1,2}}\.\d{{1,2}}(?:\.\d{{2,4}})?)"
)
_SPAN = rf"(?:{SMALL_NUMBER} (?:whole |full |long |more )?(?:days?|nights?|weeks?|months?)|(?:a|the next|the whole|the|all|next|this|one) (?:whole )?(?:week(?:end)?|fortnight|month|summer|day|night|bank holiday(?: weekend)?)|half[- ]term|all of \w+(?: \w+)?)"
_TILL = r"(?:until|till|til|'til|untill|thru|through(?: to)?|to)(?: at least)?"
_DEPART = r"(?:(?:our |my )?hols|holiday|hols|holibobs|vacation|annual leave|leave|a break|honeymoon|cruise|city break|jollies|camping|tour|a cruise)"
_TRIP_PLACE = r"(?:[^\W\d_][\w'-]*(?: (?!(?:in|for|on|until|till|til|next|this|tomorrow|at|with|and|so|back)\b)[^\W\d_][\w'-]*)?)"

_RANGE = rf"(?:(?:from )?(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: {MONTH})? ?(?:-|to|until|till|til) ?(?:the )?\d{{1,2}}(?:st|nd|rd|th)(?: (?:of )?{MONTH})?|(?:from )?(?:the )?\d{{1,2}}(?:st|nd|rd|th)? ?(?:-|to|until|till|til) ?(?:the )?\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{MONTH})"
_RESORTS = (
    "tenerife lanzarote fuerteventura majorca mallorca menorca ibiza benidorm magaluf marbella malaga alicante barcelona madrid spain portugal algarve lisbon madeira france paris nice disneyland euro greece crete "
    "corfu zante zakynthos kos rhodes santorini athens turkey antalya marmaris dalaman bodrum cyprus paphos ayia malta italy rome venice sicily tuscany croatia dubrovnik bulgaria egypt hurghada sharm tunisia "
    "morocco marrakech dubai thailand phuket bali vietnam india goa delhi mumbai pakistan lahore karachi islamabad bangladesh dhaka sylhet nigeria lagos abuja ghana accra kenya nairobi jamaica barbados antigua "
    "cuba mexico cancun florida orlando vegas york america usa canada toronto australia sydney japan tokyo poland krakow gdansk prague budapest amsterdam berlin germany austria iceland norway butlins center centre "
    "skegness cornwall devon wales scotland ireland blackpool kerala punjab mauritius maldives zanzibar gambia somalia romania bucharest albania"
)
_RESORT = rf"(?:{'|'.join(sorted(_RESORTS.split(), key=len, reverse=True))})"
_BACK_WHEN = rf"(?:(?:on |in )?(?:the )?{DATE}|(?:on |next |this |late |early )*{WEEKDAY}(?! (?:and|&) )(?: (?:night|morning|evening|week|{DATE}))?|a week on {WEEKDAY}|(?:in|after) {_SPAN}|in {MONTH}|next (?:week|month|year)|after (?:easter|xmas|christmas|new year|half[- ]term)|in the new year)"
_PATTERNS = Cues(
    cue("back home return returning", rf"(?:back|home|return(?:ing)?)(?: home| again)? {_BACK_WHEN}", 0.62),
    cue(_RESORTS, rf"{_RESORT}(?: \w+)?(?: (?:with|and) (?:the )?\w+(?: \w+)?)? (?:{_TILL} {_WHEN}|for (?:{_SPAN}|the (?:week(?:end)?|fortnight|month|summer)))(?: from {_WHEN})?", 0.72),
    cue("off away gone heading going", rf"(?:off|away|gone|heading|going)(?: back| up| down| over| out| home)*(?: to| up| down)? {_TRIP_PLACE}(?: (?:with|and) (?:the |my )?\w+)? (?:{_TILL} {_WHEN}|(?:for|in|on|this|next|first thing) ?(?:{_SPAN}|the (?:week(?:end)?|fortnight|month|summer|morning)|{_WHEN}))(?:,? (?:and )?(?:back|home)(?: on| the)? {_WHEN})?", 0.7),
    cue("days nights week weeks fortnight month summer weekend day night", rf"(?:{_SPAN}|\d+ (?:days?|nights?|weeks?)) (?:in|of) {_RESORT}(?!\w)", 0.66, before=20, after=40),
    cue("away", r"away (?:all |the whole |most of )?(?:next |this )?(?:week(?:end)?|month|fortnight|summer|half[- ]term)", 0.72),
    cue("offshore rigs deployed sea tour hospital ships barracks", rf"(?:offshore|on the rigs|deployed|at sea|on tour|in hospital|on the ships?|in barracks)(?: again| now)?(?:,| until| till| til| for)+ (?:{_SPAN}|{_WHEN})", 0.72, before=8),
    cue("staying stopping kipping crashing living sleeping", rf"(?:staying|stopping|kipping|crashing|sleeping) (?:at|with|over at|round) (?:my |our |the )?\w+(?:'s)?(?: \w+'?s?)? (?:{_TILL} {_WHEN}|for {_SPAN}|all week(?:end)?|this week(?:end)?|while)", 0.7),
    cue("working", rf"working away (?:all week|{_TILL} {_WHEN}|for {_SPAN}|this week|next week|mon)", 0.72),
    cue("cruising touring travelling interrailing backpacking sailing hiking island", rf"(?:cruising|touring|travelling|interrailing|backpacking|sailing|hiking|island hopping)(?: (?:in|around|round|through|the|across|up|down|\w+)){{0,3}} (?:{_TILL} {_WHEN}|for {_SPAN})", 0.7),
    cue("airport gatwick heathrow stansted luton", rf"(?:airport|gatwick|heathrow|stansted|luton airport)(?: (?:at|for|by))? ?(?:{CLOCK})? ?(?:tomorrow|on {WEEKDAY}|tonight|in the morning|{WEEKDAY})", 0.65),
    cue("we i away on off", rf"(?=[^.!?\n]{{0,44}}\d)(?:we're|i'm|we are|i am|we will be|we'll be|i'll be|away|off|on (?:{_DEPART}))[^.!?\n]{{0,24}}?{_RANGE}", 0.75),
    cue("weeks week days fortnight", rf"(?:weeks?|days|fortnight) (?:off|away|annual leave|of sun|in the sun|of sunshine|holiday)\b[^.!?\n]{{0,40}}?(?:here (?:we|i) come|first stop \w+|starts? \w+|starting \w+|{_WHEN}|cornwall|spain|france|greece)", 0.65),
    cue("is are we i he she they", rf"(?:is|are|we're|we are|i'm|i am|he's|she's|they're) (?:all |both )?(?:in|at|on|off to) [^\W\d_][\w'-]*(?: [^\W\d_][\w'-]*)?(?: (?:with|for) \w+(?: \w+)?)? {_TILL} {_WHEN}", 0.75),
    cue("off", rf"off (?:work|school|on leave)[^.!?\n]{{0,6}} (?:from {_WHEN}|for {_SPAN})(?: (?:for {_SPAN}|{_TILL} {_WHEN}))?", 0.65),
    cue("just only", rf"(?:just|only) me (?:and the \w+ )?(?:in the house|at home|home|here)[^.!?,\n]{{0,8}}(?:for {_SPAN}|for the [^.!?,\n]{{3,24}}|{_TILL} {_WHEN}|tonight|all \w+|this \w+)", 0.75),
    cue("last", rf"last (?:night|day|sleep) (?:in our own bed|at home|in the (?:house|office)|at work|here) (?:for|before|until|till|til) (?:{_SPAN}|{_WHEN}|\w+ (?:days?|nights?|weeks?)|we \w+|our hols|the hols|holiday)", 0.7),
    cue("leave leaving off heading taxi lift", r"(?:leave|leaving|off|heading|taxi|lift) (?:for|to) the airport[^.!?,\n]{0,20}", 0.65),
    cue("skiing camping glamping cruise hols holiday holidays snowboarding surfing caravanning butlins", rf"(?:skiing|camping|glamping|cruise|(?:our |my )?hols|(?:our |my )?holidays?|snowboarding|surfing|caravanning|butlins) (?:starts? )?(?:next (?:week|month|weekend)|tomorrow|on {WEEKDAY}|this weekend|in (?:\d+|two|three|four|five|six) (?:days|sleeps|weeks))", 0.65),
    cue("house dog cat", r"(?:house|dog|cat)[- ]?sitting for [^.!?\n]{2,40}?(?:while|until|till|til|all week|this week|for the week)(?: [^.!?,\n]{1,24})?", 0.65),
    cue("gone", r"gone (?:fishing|camping|surfing|skiing|sailing|to the beach|abroad|on holiday|hiking|walking)[.,! ]+(?:back|home|return(?:ing)?)(?: on| next)? [\w ]{3,16}", 0.75),
    cue("bags packed passport", rf"(?:bags packed|passport(?:s)? (?:packed|at the ready|ready|found)|cases packed)[^\n]{{0,30}}?(?:{_WHEN}|fly|flight|airport)", 0.6),
    cue("see", rf"see (?:you|ya)(?: all| lot)? (?:on |in )?(?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)|{SMALL_NUMBER} weeks)", 0.55),
    cue("away abroad out overseas off on gone offline in ooo bye not won wont", rf"(?:away|abroad|out of (?:the )?(?:office|country)|out of town|overseas|off grid|off work|on {_DEPART}|gone {_DEPART}|offline|in \w+(?: \w+)?|on leave|ooo|bye \w+|not (?:home|back|in|about|around)(?: from \w+)?|(?:won't|wont|not going to) be (?:home|back|in))[ ,-]*(?:now |again |with (?:work|family|the \w+) )?{_TILL} {_WHEN}", 0.85),
    cue("away on abroad off", rf"(?:away|on {_DEPART}|abroad|off on (?:my |our )?{_DEPART}|off on (?:my |our )?hols)\b[ ,]*(?:on |with work |with the \w+ |in \w+ |from |for )*(?:{_SPAN}|{_WHEN})(?:(?: to| until| till| til|-| -) ?{_WHEN})?", 0.8),
    cue("empty unoccupied unattended", rf"(?:home|house|flat|place|gaff|the house|our house)(?: will be| is| was| is gonna be|'s|'ll be| sits| stands| stood| sat| left| standing| sitting){{0,2}}(?: be)?(?: now)? (?:empty|unoccupied|unattended)(?: (?:{_TILL} {_WHEN}|all (?:week(?:end)?|day|month|summer|of \w+)|for (?:the )?(?:next )?{_SPAN}|for (?:the )?(?:week(?:end)?|fortnight|next \w+)|while (?:the )?\w+(?:'re| are|'s| is)? (?:in |at )?\w+|this \w+|next \w+|tonight|from {_WHEN}))?(?:, back {_BACK_WHEN})?", 0.85, before=34, after=60),
    cue("alone own myself tod", rf"(?:home alone|on my own(?: at home| in the house|(?= (?:tonight|all|till|til|until|this|for|while)|[.,!?]|$))|house to myself|home by myself|on my tod|all by myself|alone in the house)(?:,? (?:again |with the \w+ )?(?:{_TILL} {_WHEN}|all (?:week(?:end)?|day|night)|tonight|this \w+|for {_SPAN}|for (?:the )?(?:week(?:end)?|night|next \w+)|while \w+(?:'s| is|'re| are)? (?:away|on \w+|out|at \w+)))?", 0.8, before=14, after=70),
    cue("no nobody noone", rf"(?:no ?(?:body|one|-one)(?:'s|s| is| will be)?) (?:be )?(?:at )?(?:home|in)(?: (?:{_TILL} {_WHEN}|this \w+|all (?:week(?:end)?|day)|tonight|for (?:the )?{_SPAN}|on {_WHEN}|from {_WHEN}))", 0.85, before=2, after=70),
    cue("sleeps sleep days day weeks week nights night", rf"(?:{SMALL_NUMBER}) (?:more )?(?:sleeps?|days?|weeks?|nights?) (?:till|til|until|to go (?:till|til|until)|before|to|and) (?:(?:my|our|the|i'm|im|we|i|i'll be|we're|we'll be|it's|off|to|in|on) )*(?:{_DEPART}|fly|flying|go (?:to|away|on)|jet|leave|{_TRIP_PLACE})(?: to \w+)?", 0.7, before=12, after=70),
    cue("count counting countdown", rf"(?:count(?:ing)? ?down|countdown)(?: is on)?(?: the)?(?::| to| -)? ?(?:{SMALL_NUMBER} (?:days?|sleeps?|weeks?) (?:till|til|until|to|before) )?(?:(?:my|our|the) )?(?:{_DEPART}|{_TRIP_PLACE})", 0.55),
    cue("off jetting heading flying we i leaving leave going travelling jet setting bound", rf"(?:off|jetting off|heading off|heading|flying off|flying out|flying|we fly|i fly|leaving|leave|going away|travelling|jet off|setting off|bound)(?: out)?(?: (?:to|for) {_TRIP_PLACE})?(?:,? (?:for|on|in|this|next|first thing|early) (?:{_SPAN}|{_WHEN}|\w+ (?:days?|weeks?))| (?:{_WHEN}))+(?:,? (?:and )?(?:back|home|return(?:ing)?)(?: home)?(?: on| the)? {_WHEN})?", 0.65),
    cue("we i and wife", rf"(?:we|i|and we|we all|we're|i'm|wife and i) (?:fly|flying|jet off|leave for the airport|fly out|jetting off|set sail|are flying)\b[^.!?\n]{{0,20}}?(?:{_WHEN})", 0.75),
    cue("back home return returning", rf"(?:back|home|return(?:ing)?) (?:home |in the (?:office|country|uk) |at (?:my desk|work) |with you )?(?:on |the )?{DATE}", 0.6),
    cue("just landed arrived touched checked currently sunning here chilling made boarding", rf"(?:just landed|landed|arrived|touched down|checked in|currently|sunning ourselves|here|chilling|made it to|boarding)(?: safely)? (?:in|at|to|for) {_TRIP_PLACE}[ ,!]*(?:(?:until|till|til|home|back|for)(?: on)? (?:{_WHEN}|{_SPAN}))", 0.75),
    cue("days nights week weeks fortnight month summer weekend day night", rf"(?:{_SPAN}|\d+ (?:days?|nights?|weeks?)) (?:in|of) {_TRIP_PLACE}(?: starts?| begins?)(?: now| here| today| tomorrow| {_WHEN})?", 0.75, before=20, after=60),
    cue("gone off away out", rf"(?:gone|off|away|out)(?: \w+)? (?:for (?:the )?(?:{_SPAN}|week(?:end)?|summer|fortnight|bank holiday)|{_TILL} {_WHEN})", 0.7),
    cue("on annual", rf"(?:on|annual) (?:annual )?leave\b[ ,!]*(?:now |from \w+ )?(?:(?:until|till|til|back)(?: on| in the office)? (?:on )?{_WHEN}|from {_WHEN}(?:[^.!?\n]{{1,8}}{_WHEN})?)", 0.8),
    cue("mum mam mom dad parents folks husband hubby wife other flatmate flatmates housemate housemates", rf"(?:mum|mam|mom|dad|parents|folks|husband|hubby|wife|other half|flatmates?|housemates?)(?: and (?:mum|dad|the \w+))?(?:'s| is| are|'re)? (?:away|on nights|on holiday|abroad|working away|out of the country)\b(?:,? (?:{_TILL} {_WHEN}|all week(?:end)?|this \w+|for {_SPAN}|for (?:a|the) \w+|so [^.!?\n]{{0,12}}(?:home alone|on my own)))", 0.75),
    cue("bye goodbye see adios later laters ta tara farewell so ciao", rf"(?:bye|goodbye|see ya|see you|adios|later|laters|ta-?ra|farewell|so long|ciao)[ ,]+(?:uk|england|britain|blighty|{_TRIP_PLACE})[ ,!]*(?:until|till|til|for|see you(?: on)?|back(?: on)?) (?:{_WHEN}|{_SPAN})", 0.85),
    cue("house dog cat plant pet", rf"(?:house|dog|cat|plant|pet)[ -]?sitter (?:needed|wanted|required)[^.!?\n]{{0,10}}(?:{_WHEN}|{_SPAN}|while)", 0.65),
)  # fmt: skip
_NOT_NOW = re.compile(
    r"(?:wish(?:ing)?|if only|would love|dream(?:ing|t)? (?:of|about)|used to|remember when|imagine|last (?:year|summer|week|month)|couldn't|never|nobody said|when i was|were|was|should be|had|after|spent|loved|enjoyed|back from|home from|missing|miss|lottery|would|'d|should|could|one day|song|sang|danced|took)"
    r"[^.!?\n]{0,25}$"
)
_BUSINESS = re.compile(
    r"(?:corrie|eastenders|emmerdale|strictly|bake off|love island|office|shop|store|surgery|library|centre|center|museum|branch|road|lane|bridge|school|pool|gym|pub|cafe|salon|clinic|council|line|service|box office|exhibition|applications?|"
    r"enquir\w+|booking|tickets?|offer|sale|entries|nominations|consultation|tip)\b[^.!?\n]{0,30}$"
)
_SPORT = re.compile(
    r"(?:\b(?:fixture|match|game|league|cup|kick[- ]off|k\.?o\.?|goals?|united|city|town|fc|rovers|derby|points?|win|draw|lost|season|squad|leg)\b|\d-\d)"
)
_WORD_AFTER_TO = re.compile(
    r"\b(?:to|for) (?:the |a |my |our )?(?:bed|work|school|pub|shops?|shop|gym|match|game|tesco|asda|morrisons|aldi|lidl|town|college|uni|doctors?|dentist|see|get|be|do|sleep|church|meet\w*|bath|day)\b"
)
_JOURNEY = re.compile(
    rf"(?<!\w)(?:holidays?|hols|away|annual leave|sunshine|sun|flights?|fly\w*|abroad|sangria|beach|trip|airport|all inclusive|gatwick|heathrow|stansted|ryanair|easyjet|jet2|tui|ferry|passports?|suitcase|packed|cruise|hotel|pool bar|house ?sitt\w*|empty|dont wait up|don't wait up|{_RESORT})(?!\w)|[\u2708\U0001f334\U0001f3d6\U0001f3dd\U0001f6eb\U0001f9f3]"
)
_STAYS_PUT = re.compile(
    r"(?<!\w)(?:ago|went|was|were|lived?|living|weather|rain|news|war|festival|open|storm|election|flights? (?:cancelled|delayed)|won|lost|beat|play\w*|series|film|dreaming|wish|used to)(?!\w)"
)


_COUNTED = re.compile(
    rf"{SMALL_NUMBER} (?:more )?(?:sleeps?|days?|weeks?|nights?) (?:till|til|until|to|before|and)|count"
)
_TRIP = re.compile(
    r"fly|jet|leave|holiday|hols|holibobs|vacation|cruise|sun|beach|airport|camping|honeymoon|break"
)
_FILM = re.compile(
    r"[Hh]ome [Aa]lone (?:is|was|2|3|movies?|films?)|Home Alone(?! (?:until|till|til|all|tonight|this|for|while|again))|HOME ALONE \d"
)
_TOO_COMMON = word_set(
    "i we in of on and my see last house other own no me a my going working york euro nice center centre ayia usa wont won to dog cat just here made mum dad"
)


class Absence(BaseDetector):
    """Times when a home stands empty."""

    name = "absence"
    entity_types = (EntityType.ABSENCE,)
    triggers = Triggers(
        words=_PATTERNS.words - _TOO_COMMON
        | word_set(
            "until till til house work just st nd rd th holiday holidays hols fly flying fortnight annual leave airport flight"
        )
    )

    def match(self, folded: Folded) -> Iterable[Match]:
        """The widest phrase of each kind; offices, matches and wishes are passed over."""
        lower = folded.lower
        taken = -1
        found = sorted(
            (m.start(), -m.end(), pattern.confidence)
            for pattern, m in _PATTERNS.finditer(folded)
            if not (m.start() and (lower[m.start() - 1].isalnum() or lower[m.start() - 1] in "'-"))
        )
        for start, minus_end, confidence in found:
            end = -minus_end
            if start < taken or self._passed_over(lower, start, end) or _FILM.match(folded.text, start):
                continue
            if _COUNTED.match(lower, start) and not _trip(folded.text, lower, start, end):
                continue
            begin, end = clause(lower, start, end)
            begin = max(begin, taken)
            taken = end
            yield Match(EntityType.ABSENCE, begin, end, confidence, "words about being away", "LOC-07")

    @staticmethod
    def _passed_over(lower: str, start: int, end: int) -> bool:
        before = lower[max(0, start - 45) : start]
        words = lower[start:end]
        if re.match(r"away|off", words) and re.search(r"(?<!\w)(?:the|a|an|his|her) [a-z]+ $", before):
            return True
        if re.search(r"(?:to|for) (?:bed|a bath|sleep|work)(?!\w)", words):
            return True
        if before.endswith(("passed ", "pass ", "run ", "throw ", "put ")) and words.startswith("away"):
            return True
        if _NOT_NOW.search(before) or _BUSINESS.search(before):
            return True
        if _WORD_AFTER_TO.search(words) and not re.search(r"week|fortnight|alone|empty", words):
            return True
        if re.match(r"(?:back|home|return\w*) (?!alone|by|empty)", words) and not _JOURNEY.search(lower):
            return True
        if re.search(rf"^{_RESORT}|{_RESORT}$", words) and _STAYS_PUT.search(lower):
            return True
        return bool(re.match(r"away|off|leaving", words)) and bool(_SPORT.search(lower))


def _trip(text: str, lower: str, start: int, end: int) -> bool:
    """True when what is counted down to is a journey or a place, not a payday."""
    last = re.search(r"([^\W\d_][\w'-]*)(?: [a-z]\w*)?$", text[start:end])
    place = bool(last) and last[1][0].isupper() and last[1].casefold() not in _OCCASIONS  # type: ignore[index]
    return bool(_TRIP.search(lower, start, end)) or place


_OCCASIONS = word_set(
    "christmas xmas halloween easter friday saturday sunday monday tuesday wednesday thursday black eurovision glastonbury ramadan eid diwali january february march april may june july "
    "august september october november december brexit wembley euros world summer half payday i i've i'm i'll i'd"
)
DETECTOR = Absence()
