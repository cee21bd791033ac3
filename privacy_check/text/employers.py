"""Names of employers: well-known ones, and the shapes that names of councils, trusts and firms have."""

# ruff: noqa: E501 - a pattern is easier to read on one line

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from privacy_check.text.cues import cue, late, word_set
from privacy_check.text.vocabulary import EVERYDAY, names, place_at, telling_word

_END = (
    r"(?:council|borough|police|constabulary|fire (?:&|and) rescue(?: service)?|fire service|fire brigade|ambulance(?: service)?|hospitals?|infirmary|nhs(?: foundation)?(?: trust)?|trust|teaching hospitals?"
    r"|children's services|children's trust|social services|adult social care|housing(?: association)?|homes|fostering(?: service)?|hospice|surgery|medical (?:centre|practice)|health (?:centre|board)|academy trust|academies|learning trust|schools trust|multi[- ]academy trust|gp practice"
    r"|building society|bank|probation(?: service)?|prison|ltd|limited|plc|llp|inc|& co|& sons?|& daughters?|bros|solicitors|accountants|architects|chartered surveyors|group|care|services|council's|airport|university|college|hotel|brewery|distillery|bakery|butchers|airways|airlines|water|rail|railway|trains|buses|coaches|travel"
    r"|logistics|haulage|transport|couriers|freight|engineering|construction|builders|consulting|consultancy|consultants|foundation|charity|partnership|society|federation|recruitment|agency|nursing home|care home|children's home|day centre|garden centre|call centre|a&e|royal infirmary|general|depot|warehouse|store|branch"
    r"|dental(?: practice| care| studio)?|dentistry|orthodontics|vets|veterinary(?: practice| centre)?|opticians|pharmacy|chemists?|estates|lettings|estate agents|insurance|mortgages|motors|autos?|tyres|garages?|cars|media|digital|studios?|software|technologies|technology|tech|systems|solutions|labs|security|cleaning|catering|foods|dairies|farms?|windows|kitchens|bathrooms|joinery|roofing|plumbing|electrical|scaffolding|landscapes|plant hire|tool hire|supermarkets?|stores|fashions|clothing|jewellers|furniture|carpets|energy|power|gas|telecoms|broadband|pharma|pharmaceuticals|healthcare|homecare|leisure|cinemas?|theatre|museum|library|newspapers?|residential|house residential|publishing|press)"
)
_ENDS = late(rf"(?:^|[ -]){_END}$")
# Of these shapes only public bodies are employers wherever a bio names them alone; a bakery may be one's own.
_PUBLIC_END = late(
    r"(?:^| )(?:council|police|constabulary|fire (?:&|and) rescue(?: service)?|fire service|fire brigade|ambulance(?: service)?|hospitals?|infirmary|nhs(?: foundation)?(?: trust)?|(?:nhs|foundation|academy|children's) trust|children's services|health board|probation(?: service)?|building society|housing association|borough council|county council|care home|nursing home|hospice)$"
)
FIRM_WORDS = word_set(
    "travel dental vets opticians pharmacy solicitors accountants logistics haulage recruitment motors builders engineering construction homes airlines airways brewery bakery ltd plc llp group"
)
SURE_ORG = cue(
    "mbc cbc cc dc council police constabulary rescue fire service brigade ambulance hospital hospitals infirmary trust services fostering hospice association society probation care board",
    r"(?<![\w@#'.])((?:[A-Z][\w'.-]*,?|&|and|of|on|upon|in)(?: (?:[A-Z][\w'.-]*|&|and|of|on|upon|in)){0,5}? )?"
    r"(Council|Police|Constabulary|Fire (?:&|and) Rescue(?: Service)?|Fire Service|Fire Brigade|Ambulance(?: Service)?|Hospitals?|Infirmary|(?:NHS )?(?:Foundation )?Trust|Children's Services|Children's Trust|"
    r"Fostering|Hospice|Housing Association|Academy Trust|Building Society|NHS Trust|Probation|MBC|CBC|CC|DC|County Council|City Council|Borough Council|Care|Council's|Health Board)(?![\w-])",
    before=70,
    after=45,
    cased=True,
)
NHS = cue(
    "nhs hmp raf hms camhs",
    r"(?<![\w@#])(?:NHS|HMP|RAF|HMS|CAMHS) [A-Z][\w']+(?: (?:and|&) [A-Z][\w']+| [A-Z][\w']+)?",
)
_GENERAL = word_set(
    "children's services,social services,adult social care,housing association,county council,city council,borough council,the council,ambulance service,fire service,foundation trust,nhs trust,academy trust,"
    "care home,nursing home,health board,the police,the bank,the hospital,general hospital,building society,primary care,social care,health care,self care,skin care,day care,child care,foster care",
    ",",
)


@cache
def known() -> Mapping[str, bool]:
    """Lower-case employer names; True where the name is also an everyday word."""
    return names("employers.txt")


@cache
def telling_words() -> frozenset[str]:
    """One telling word of each listed employer, so that a bare name in a bio is looked at."""
    return frozenset(telling_word(name) for name, everyday in known().items() if not everyday) - {""}


@cache
def common_names() -> tuple[str, ...]:
    """Listed employers made of everyday words alone, such as "M&S", which must be looked for as they stand."""
    return tuple(name for name, plain in known().items() if not plain and telling_word(name) in EVERYDAY)


@cache
def rare_words() -> frozenset[str]:
    """The telling words of all listed employers but those of `common_names`."""
    return telling_words() - EVERYDAY


@cache
def name_words() -> frozenset[str]:
    """Words of which a text that names an employer of a known name or shape holds one, or one of `common_names`."""
    everyday = {word for name, plain in known().items() if plain for word in re.findall(r"[^\W\d_]+", name)}
    common = word_set("next three mind sense game well last reed o one the")
    return rare_words() | (everyday - common) | SURE_ORG.words | NHS.words | FIRM_WORDS


def listed_end(name: str, plain_only: bool = False) -> int:
    """End of the known employer that lower-case `name` begins with, else 0; `plain_only` leaves everyday words out."""
    words = name.split(" ")
    for count in range(min(4, len(words)), 0, -1):
        first = " ".join(words[:count])
        everyday = known().get(first)
        if everyday is None and first.endswith("'s"):
            first = first[:-2]
            everyday = known().get(first)
        if everyday is False or (everyday and not plain_only):
            return len(first)
    return 0


def shaped(name: str) -> bool:
    """True when a lower-case name is built like one of a public body or firm, with a name of its own in front."""
    return " " in name and name not in _GENERAL and bool(_ENDS.search(name))


def public_body(name: str) -> bool:
    """True when a lower-case name is built like one of a council, force, hospital or trust."""
    return " " in name and name not in _GENERAL and bool(_PUBLIC_END.search(name))


def general(name: str) -> bool:
    """True when a lower-case name says a kind of employer and names none."""
    return name in _GENERAL


REPORTED = late(
    r"(?:'s)? (?:say|says|said|has announced|have announced|announced?s?|have lost|has lost|has confirmed|confirmed|warns?|urges?|are appealing|is appealing|appeal|are looking|have closed|has closed|plans?|wants?|will|won't|is consulting|are consulting|have|has|are|is|were|was|put|cabin crew|told|spokes\w+|rang|called|refused|didn't|doesn't|don't|who|worker|staff|walk out|walked out|on strike|strike)\b"
)
VISITOR = late(
    r"(?<!\w)(?:shopping|shop|queue|queued?|met|visit(?:ed|ing)?|thanks? to|thank you(?: to)?|ring|call(?:ed)?|report(?:ed)?|contact|email|complain\w*|popped|popping|off to|nipped|lunch|meal|dinner|breakfast|tea|bought|order(?:ed)?|parcel|delivery|waiting|patient|patients|appointment|seen|operation|customer service)(?: \w+){0,4} (?:in|at|from|to|the|by)? ?(?:the )?$"
)
MAYBE = late(
    r"(?<!\w)(?:if (?:i|u|you|he|she|we|they)|could|would|should|might|must be|wish|pretend\w*|imagine|want(?:s|ed)? to|wanna|dream\w*|rather|never|appl(?:y|ied|ying)|any ?(?:one|body)|some(?:one|body)|who|those|does|do (?:you|u)|you|u|your|they|their|them|fictional)(?!\w)[^.!?\n]{0,28}$"
)
LEARNING = late(
    r"\b(?:primary|school|academy|nursery|infants?|juniors?|high|grammar|college|university|uni|ysgol|montessori|preschool|sixth form)$"
)
ERRANDS = late(
    r", (?:then )?(?:the )?(?:home|bed|post office|chemist|bank|school|gym|lunch|pub|tip|tesco|asda|boots|aldi|lidl|bath|tea)(?!\w)"
)
SELF = late(r"(?<!\w)(?:i|i'm|im|i've|me|my|mine|we|we're|our|us|myself)(?!\w)")
_THANKED = late(
    r"(?:met|thank(?:s| you)(?: so much)?(?: to)?|shout ?out(?: to)?|love|visited|saw|hats off to|cheers to|well done to)(?: \w+){0,3} $"
)


def met(lower: str, start: int) -> bool:
    """True when the words before `start` thank or visit whoever follows."""
    before = lower[max(0, start - 30) : start]
    return bool(_THANKED.search(before)) and "night team" not in lower


_SMALL_BODY = late(
    r"(?:city council|county council|borough council|council|police|constabulary|fire (?:and|&) rescue(?: service)?|fire service|fire brigade|ambulance(?: service)?|hospitals?|infirmary|nhs trust|nhs|building society|prison)(?!\w)"
)


def small_end(lower: str, at: int) -> int | None:
    """End of an employer written without capitals: a known one ("tesco"), or a place and a body ("kent police")."""
    end = listed_end(lower[at : at + 40].split("\n")[0], plain_only=True)
    if end and not lower[at + end : at + end + 1].isalnum():
        return at + end
    place = place_at(lower, at)
    body = _SMALL_BODY.match(lower, place[0] + 1) if place else None
    return body.end() if body else None
