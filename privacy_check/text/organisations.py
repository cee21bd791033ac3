"""What belongs to an organisation though it looks like a person's: its telephone line, the place where it is."""

from __future__ import annotations

from privacy_check.text.address_shapes import TYPES
from privacy_check.text.cues import late
from privacy_check.text.sayings import piece

_KIND = piece("organisations.kinds")
_THING = (
    r"(?:line|number|num|no|phone|phone ?line|e-?mail|mail|inbox|address|hotline|desk|office|reception|bookings?"
    r"|enquiries|lettings)"
)
_WHOSE = r"(?:the|this|that|their|your|our|his|her|its|local|any|a|an|main)"
# "ring the school office on", "the council's line is", "hall bookings", "the vet rang".
_LINE = late(
    rf"(?<![a-z])(?:(?:{_WHOSE}\s(?:[\w'&-]+\s){{0,2}})?{_KIND}(?:'s|s')?\s(?:{_KIND}\s)?(?:{_THING}\s?)"
    rf"|{_WHOSE}\s(?:[\w'&-]+\s){{0,2}}{_KIND}(?:'s|s')?\s(?:{_KIND}\s)?|{_KIND}'s\s)"
    r"(?:(?:now|direct|is|are|was|on|at|via|rang|called|rings|calls|has|have|changed|to|ring|call|phone|text"
    r"|from|new"
    r"|for|it's|also|still|opens?|directly|and|or|if|book|hire|hires|rents?|let|lets|out|open|number|line|first"
    r"|please)\s?){0,5}[\s:,;(\u2013-]{0,4}\Z"
)
_TITLE = late(rf"(?:^|[|\u2022\n.])\s?(?:[\w'&-]+\s){{0,3}}{_KIND}\s?{_THING}?\s?[:(\u2013-]\s?\Z")
# "Hobbs Lane Bakery, order on 0113 ...": a landline behind the name of a business.
_TRADE = late(
    rf"(?<![a-z]){_KIND}\s?,?\s(?:(?:to|please|now)\s)?(?:orders?|book|bookings?)\s?(?:on|at|via|by|:)?\s{{0,2}}\Z"
)
_OWN = late(
    r"(?<![a-z])(?:(?:ring|call|text|phone|contact|reach|get|find|catch|message|msg|whatsapp|dm|tell|try|mob"
    r"|mobile)"
    r"\s(?:me|us)|my|mine|i'm|im|i am|i work|me (?:on|at)|personal|direct)(?![a-z])"
)
# A line for everybody is no person's, whatever stands before it.
_PUBLIC = late(
    r"(?<![a-z])(?:for the public|public (?:line|number)|main line|office (?:line|number|hours)|switchboard"
    r"|duty (?:line|desk)"
    r"|out of hours|(?:office|reception|enquiry|enquiries|booking|bookings|customer) (?:line|number|desk)?\s?:)"
    r"[^.!?\n]{0,30}\Z"
)
_MOBILE = late(r"(?:\+\s?44|0044)?[\s(]*0?[)\s]*7")
_STOP = late(r"[.!?\n|\u2022;](?=\s|\Z)")


def line_of_organisation(lower: str, start: int) -> bool:
    """True when the words before a number say that it rings in an office, a shop or a hall."""
    begin = max(0, start - 80)
    stops = [stop.end() for stop in _STOP.finditer(lower, begin, start)]
    said_from = stops[-1] if stops else begin
    if _OWN.search(lower, said_from, start):
        return False
    if _LINE.search(lower, said_from, start) or _PUBLIC.search(lower, said_from, start):
        return True
    if _MOBILE.match(lower, start):
        return False
    return bool(_TITLE.search(lower, said_from, start) or _TRADE.search(lower, said_from, start))


# The line of a signature or a letterhead that names the house: "St Mary's C of E Primary School," before a street.
_LETTERHEAD = late(
    r"(?<!old )(?<!former )(?<![a-z])(?:school|academy|college|university|nursery|infants|juniors|council|services"
    r"|surgery|hospital|health centre|medical centre|family centre|children's centre|civic centre|town hall|trust"
    r"|headquarters|hq|head office|ltd|limited|plc|llp)\s?,?\s?\n"
)


def on_a_letterhead(lower: str, start: int, end: int) -> bool:
    """True when the lines of an address, or those right above it, begin with the name of an organisation."""
    begin = max(0, start - 90)
    return bool(_LETTERHEAD.search(lower, begin, end)) and not _HOME.search(lower, begin, start)


# "Church Road", "Station Street", "Church Farm": the word names a road or a house, and people live there.
NOT_A_ROAD = (
    rf"(?!\s(?:{'|'.join(sorted(TYPES))}|st|dr|cottages?|farm(?:house)?|spinney|dene|nook|house farm)(?![a-z]))"
)
_HOME = late(
    r"(?<![a-z])(?:at mine|at ours|my|mine|our (?:house|home|flat|place|gaff|garden|road|street|close"
    r"|estate)|home|house"
    r"|i live|we live|live at|living|lives?|moved|moving|collect(?:ion)?|pick ?up|garage sale|yard sale"
    r"|jumble at mine"
    r"|flat|bbq|barbecue|deliver(?:y|ed|ies)?|parcel|neighbour\w*|i'm at|im at|we're at|postcode|post code"
    r"|write to me"
    r"|send (?:it|them|post|cards?) to)(?![a-z])"
)
_MANY = late(
    r"(?<![a-z])(?:(?:dental|medical|veterinary|vet|law|gp) practice|suite [0-9]+|reception|(?:dinner|lunch"
    r"|drinks|breakfast|brunch|tea|cocktails|pint) at|our local|venue|gigs?"
    r"|launch|exhibition|open mic|matinee|screening|fair|f[eê]te|festival|fayre"
    r"|rehearsals?"
    r"|workshop|ceremony|funeral|wake|memorial|service (?:is )?at|church|chapel|crematorium|cemetery|mosque|temple"
    r"|concert|recital|quiz|bingo|disco|club night|line ?up|stall at|tournament|fixture|kick ?-?off"
    r"|away (?:game|match)"
    r"|parkrun|agm|meet-?up at|conference|training day|course at|new (?:vet|dentist|doctor|gp|shop|store|salon"
    r"|barber|caf[eé]|gym|pub|chippy|office|surgery|clinic|branch)|the (?:vet|dentist|doctor|shop|store"
    r"|salon|barber"
    r"|caf[eé]|gym|pub|chippy|surgery|clinic|campsite|hotel|b&b|restaurant|garden centre|garage|warehouse"
    r"|tip|depot"
    r"|hall|club|nursery|food ?bank)|retail park|business park|industrial estate|trading estate"
    r"|shopping centre|arcade|the \w+ (?:arms|inn|tavern|theatre|club|hall|rooms|arena)|campsite|caravan park"
    r"|premier inn|travelodge|tickets?|box office|doors (?:at|open)|support from|tour)(?![a-z])" + NOT_A_ROAD
)
_MANY_AFTER = late(
    r"[^\n.!?]{0,40}?(?:(?<![a-z])(?:doors|on the door|free entry|tickets?|last one out|free parking"
    r"|loads of parking|"
    r"all welcome|kick ?-?off|support from|no under|over 18s|open (?:daily|mon|tue|wed|thu|fri|sat|sun|till"
    r"|until|from)"
    r"|bookings?|rsvp|coach(?:es)? leaves?)(?![a-z]))"
)


def place_of_many(lower: str, start: int, end: int) -> bool:
    """True when the words around an address speak of a venue, a shop or a meeting, and of nobody's home."""
    if _HOME.search(lower, max(0, start - 70), start) or _HOME.search(lower, end, end + 40):
        return False
    inside = _MANY.search(lower, max(0, start - 70), end)
    return bool(inside or _MANY_AFTER.match(lower, end))
