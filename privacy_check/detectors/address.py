"""Home addresses: house and street, flats, farms and named houses, full postal lines, a street the writer lives on.

Finds: "Flat 3, 27 Osborne Road", "number 42 on Acacia Grove", "12 HIGH STREET, SOMETOWN, AB1 2CD", "our street (Hawthorn Drive)".
Misses: fiction and famous streets, shops and town halls, news about a road, titles.
Why: an address brings people to the door.
Fix: remove it now; a neighbourhood is enough for friends.
"""

# ruff: noqa: E501 - a pattern is easier to read on one line

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from privacy_check.detectors.base import BaseDetector, Match, Triggers
from privacy_check.model import EntityType
from privacy_check.text.cues import cue, word_set
from privacy_check.text.fold import Folded
from privacy_check.text.runs import capitalised
from privacy_check.text.speech import someone_elses
from privacy_check.text.vocabulary import NUMBER_WORDS, places

FINDS = (
    ("New keys! Flat 3, 27 Osborne Road, Jesmond", "Flat 3, 27 Osborne Road"),
    ("we live at number 42 on Acacia Grove", "42 on Acacia Grove"),
    ("lost cat near Tennyson Close", "Tennyson Close"),
    ("write to 12 HIGH STREET, ALTHORNE, ESSEX, CM3 6EP", "12 HIGH STREET, ALTHORNE, ESSEX"),
    ("keys are at Rose Cottage, Mill Lane, help yourself", "Rose Cottage, Mill Lane"),
)
MISSES = (
    "221B Baker Street is my spiritual home",
    "town hall, Calverley Street, Leeds LS1 1UR, is open for registrars",
    "new series of Waterloo Road and Grange Hill",
    "Police are appealing after a crash on Station Road",
    "the road to hell is paved with good intentions",
)

_TYPES = word_set(
    "street str road rd avenue ave av close cl drive drv lane ln grove crescent cres terrace terr place way gardens gdns court ct mews square sq parade "
    "row walk hill rise green park view croft fold gate garth bank end yard wharf quay broadway boulevard blvd embankment esplanade promenade circus "
    "passage alley brow mount dale meadow meadows vale chase copse dell drove drift field fields glade glen heath heights hey holt orchard paddock path "
    "ridge side top wood woods wynd orchards paddocks crofts limes elms oaks poplars cedars laurels beeches willows larches birches maltings spinney ridings hawthorns hollies firs chestnuts cloisters leas moorings crescents copse loan brae vennel pend causeway bypass approach loop villas cottages buildings mansions walks rows side island strand"
)
_SHORT_TYPES = word_set("st str rd ave av cl drv ln cres terr gdns ct sq blvd")
_SURE_TYPES = word_set(
    "street str road rd avenue ave close drive lane ln grove crescent cres terrace terr gardens gdns court mews square parade mount croft "
    "villas boulevard wynd way place row walk passage"
)
_TYPE = "|".join(sorted((*_TYPES, r"st\.?"), key=len, reverse=True))
_STREET_WORDS = " ".join((*_TYPES, "st str heol ffordd stryd rhodfa lon clos maes rue via calle"))
_NUM = r"\d{1,4}[a-z]?(?: ?[-/&] ?\d{1,4}[a-z]?)?"
_UNIT = r"(?:flat|apartment|apt\.?|unit|room|studio|suite|plot|maisonette|basement flat|top floor flat|ground floor flat|first floor flat)(?: (?:no\.? ?)?(?:[a-z]?\d{1,4}[a-z]?|[a-z])\b)?"
_BUILDING_WORD = r"(?:house|court|mill|lodge|cottages?|farm(?:house)?|tower|heights|hall|manor|villas?|buildings|barn|vicarage|rectory|forge|grange|bungalow|mansions|apartments|wharf|works|chambers|chapel|stables|oast|coach house|schoolhouse|school house|gables|croft|point|quarters|park|hey|place|wood|view|bank|fields?|end)"
_BUILDING = rf"(?:the )?(?:[a-z][a-z'.-]* ){{0,3}}{_BUILDING_WORD}"
_NAME = r"(?:(?:[a-z][a-z'.-]*|st\.?|1st|2nd|3rd|\d{1,2}(?:st|nd|rd|th)) ){1,4}?"
_STREET = rf"(?:{_NAME}(?:{_TYPE})|the (?:{_TYPE})|(?:heol|ffordd|stryd|rhodfa|lon|clos|maes|rue)(?: [a-z][a-z'.-]*){{1,3}})(?![\w'-])"
_NUMBERED = cue(
    _STREET_WORDS,
    rf"(?<![\w£$€.:/#-])(?:(?:{_UNIT}|{_BUILDING}|the [a-z]{{4,14}}(?=,)),? ?(?:/ ?|, ?)?(?:{_BUILDING},? )?)?(?:(?:no\.? ?|number |nr\.? ?|#|house )?)(?P<number>{_NUM}),? (?:on |in |at |along )?(?P<street>{_STREET})",
    before=110,
    after=40,
    need=r"\d",
)
_NAMED_HOUSE = cue(
    _STREET_WORDS,
    rf"(?<![\w'])(?P<house>{_BUILDING}), (?P<street>{_STREET})(?:, (?P<more>[a-z][a-z' -]{{2,24}})(?=,))?",
    before=80,
    after=60,
    need=r"[A-Z][^,]*,",
)
_SPELLED = cue(
    "number no",
    rf"(?:number|no\.?) (?:one|two|three|four|five|six|seven|eight|nine|{NUMBER_WORDS}),? (?:on |in |at )?(?P<street>{_STREET})",
)
_HOUSE_END = (
    r"(?:[Ww]ood|[Bb]ank|dene|hurst|[Cc]roft|holme|lea|mead|brook|side|[Vv]iew|cot|field|[Rr]idge|[Hh]aven|[Bb]rae|gate|House|Cottage|Lodge|Barn|Farm|Farmhouse|Forge|Mill|Vicarage|Manor|Bungalow|Smithy|Rectory|Gables|"
    r"Orchard|Nook|Steading|Stables|Oast|Byre|Villa|Hollow|Rest|Chapel|Schoolhouse|Gatehouse|Croft|Grange)"
)
_HOUSE_OURS = (
    cue(
        "our packing leaving selling sold bought moving moved goodbye bye keys home house into",
        rf"(?:[Pp]acking up|[Ll]eaving|[Ss]elling|[Ss]old|[Bb]ought|[Mm]oving (?:out of|into|in to|from)|[Mm]oved (?:into|in to)|[Gg]oodbye|[Bb]ye bye|[Kk]eys (?:to|for)|[Hh]ome is|[Oo]ur (?:house|home)(?:,| is)?) ((?:The )?(?:[A-Z][\w']* ){{0,2}}[A-Z]?[\w']*{_HOUSE_END})(?![\w'-]| [A-Z])",
        0.65,
        cased=True,
    ),
    cue(
        "ours mine home sold market",
        rf"(?<![\w'])((?:The )?(?:[A-Z][\w']* ){{1,2}}{_HOUSE_END}) is (?:finally |now |officially |all )*(?:ours|mine|home|sold|on the market)(?!\w)",
        0.65,
        before=44,
        after=36,
        cased=True,
    ),
)
_STREET_ONLY = cue(
    "street road rd avenue ave close drive lane grove crescent terrace gardens mews court way place square row walk rise croft parade mount hill green view fold garth wynd brae gate park heol ffordd stryd lon clos",
    r"(?:[A-Z][\w'.-]*|St\.?)(?: (?:[A-Z][\w'.-]*|of|the|y)){0,3} (?:Street|Road|Rd|Avenue|Ave|Close|Drive|Lane|Grove|Crescent|Terrace|Gardens|Mews|Court|Way|Place|Square|Row|Walk|Rise|Croft|Parade|Mount|Hill|Green|View|Fold|Garth|Wynd|Brae|Gate|Park)(?![\w'-])|\b(?:Heol|Ffordd|Stryd|Lon|Clos) (?:[A-Z][\w'.-]*)(?: (?:[a-z]{1,3} )?[A-Z][\w'.-]*){0,2}",
    before=60,
    after=40,
    cased=True,
)
_POSTCODE = re.compile(r"(?<![a-z0-9])(?:gir ?0aa|[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2})(?![a-z0-9])")
_PART = re.compile(
    r"(?:[A-Z0-9][\w'’&./()-]*|&)(?: (?:[A-Z0-9&][\w'’&./()-]*|of|the|and|on|upon|le|la|du|de|des|y|yr|ap|ar|na|in|by|under|cum|-|next|with))*$"
)
_US = cue(
    "street st avenue ave road rd drive dr lane ln boulevard blvd court ct circle cir way place pl terrace ter parkway pkwy highway hwy trail trl loop square sq",
    r"(?<![\w£$#-])\d{1,6}(?: [nsew]{1,2}\.?)? (?:(?:[a-z0-9][a-z0-9'.-]*) ){1,4}?(?:street|st|avenue|ave|road|rd|drive|dr|lane|ln|boulevard|blvd|court|ct|circle|cir|way|place|pl|terrace|ter|parkway|pkwy|highway|hwy|trail|trl|loop|square|sq)\b\.?(?: [nsew]{1,2}\b\.?)?"
    r"(?:,? (?:apt|apartment|unit|ste|suite|#|no)\.? ?[\w-]{1,6})?(?:,? [a-z][a-z' .-]{1,24},? (?P<state>a[lkzr]|c[aot]|d[ec]|fl|ga|hi|i[adln]|k[sy]|la|m[adeinost]|n[cdehjmvy]|o[hkr]|pa|ri|s[cd]|t[nx]|ut|v[at]|w[aivy])\b\.?(?: \d{5}(?:-\d{4})?)?)",
    before=50,
    after=90,
    need=r"\d",
)
_POSTAL_WORD = re.compile(
    rf"\d|(?<!\w)(?:{_TYPE}|{_BUILDING_WORD}|heol|ffordd|stryd|rhodfa|lon|clos|maes|bryn|ty|tan|rue)(?!\w)"
)
_FLAT_IN = cue(
    "flat apartment apt unit",
    rf"(?:flat|apartment|apt\.?|unit) (?:[a-z]?\d{{1,4}}[a-z]?|[a-z]),? (?P<house>(?:[a-z][a-z'.-]* ){{1,3}}(?:{_BUILDING_WORD}))(?!\w)",
)
_THEN_STREET = re.compile(
    r", ?(?:[A-Z][\w'.-]* ){1,3}(?:Street|Road|Avenue|Lane|Drive|Close|Way|Hill|Grove|Crescent|Terrace|Row)(?!\w)"
)
_HOUSE_ALONE = cue(
    "farm farmhouse cottage lodge barn vicarage rectory bungalow oast",
    r"(?:at|to|to ours,|from|home,|address is|ours,|live at|live in) ((?:The )?(?:[A-Z][\w'.-]* ){1,3}(?:Farm|Farmhouse|Cottage|Lodge|Barn|Vicarage|Rectory|Bungalow|Oast))(?!\w)",
    before=60,
    after=30,
    cased=True,
)
_NAME_AND_LANE = cue(
    "lane road street hill",
    r"(?<!\w)([A-Z][\w'-]+(?: [A-Z][\w'-]+)?), ((?:[A-Z][\w'.-]* ){1,2}(?:Lane|Road|Street|Hill)), [A-Z]",
    before=70,
    after=30,
    cased=True,
)
_PO_BOX = cue("po p", r"p\.?o\.? ?box \d{1,6}(?:, [a-z][a-z -]{2,20})?")
_HOME_WORDS = re.compile(
    r"(?<!\w)(?:live|living|lives|moved?|moving|my|our|ours|us|we|we're|home|house|flat|come|pop|round|address|addy|deliver\w*|send|post|parcel|ship\w*|keys?|sold|bought|buying|new place|"
    r"neighbou?rs?|next door|mine|garden|party|bbq|housewarming|invite\w*|selling|knock|front door|drop|card|write|been at)(?!\w)"
)
_OUR_STREET = re.compile(
    r"(?<!\w)(?:live|living|lives|lost|missing|found|last seen|our|ours|us|my|we|we're|we've|anyone(?: else)?|neighbou?rs?|next door|collect|collection|moved|burst|bins?|power cut|no water|i'm|flat|flat's|day one|outside|hear that|our alarm|windows)(?!\w)"
)
_TO_STREET = re.compile(
    r"(?:\b(?:near|on|in|at|of|off|down|up|round|around|along|seen|outside|from|to|by|behind|street|road|called|is|into|collect|collection|deliver|delivered|delivery)|\(|,|:) ?(?:on |the )?$"
)
_PUBLIC = re.compile(
    r"(?<!\w)(?:town hall|city hall|library|museum|pub|inn|tesco\w*|lidl|aldi|asda|sainsbury\w*|morrisons|co-?op|store|shop|office|offices|surgery|church|cathedral|station|hotel|restaurant|cafe|bar|"
    r"crash|fire|police|witness\w*|accident|collision|closure|consultation|hospital|clinic|market|theatre|cinema|court|centre|center|gallery|inc|foundation|copyright|headquarters|hq|stadium|arena|album|series|episode|soap|film|movie|"
    r"book|reading|watching|novel|monopoly|protest|march\w*|council|planning|exhibition|salon|branch|open(?:ing|s)?(?! gate)(?= (?:at|on|in|from|daily|until|till|to|now|for|mic|\d|mon|tue|wed|thu|fri|sat|sun))|registered|ltd|bookings|showroom|venue|gig|studio|studios|tube|bus|shopping|christmas lights|traffic)(?!\w)"
)
_OWN_STREET = re.compile(
    r"(?<!\w)(?:live|living|lost|missing|found|our street|our road|our house|outside ours|us again|bins?|ours|my (?:street|road|house)|next door|anyone(?: else)? on|we live|i live|house on)(?!\w)"
)
_FAMOUS = word_set(
    "baker street,downing street,coronation street,albert square,privet drive,ramsay street,sesame street,elm street,wisteria lane,evergreen terrace,charing cross road,"
    "abbey road,penny lane,oxford street,carnaby street,bond street,regent street,brick lane,fleet street,wall street,quality street,easy street,high street,harley street,"
    "savile row,park lane,waterloo road,main street,memory lane,diagon alley,rodeo drive,sunset boulevard,electric avenue,windsor gardens,brookside close,walford east,"
    "grange hill,bleecker street,jump street,cherry lane,notting hill,drury lane,pudding lane,portobello road,fifth avenue,madison avenue,desolation row,lombard street,"
    "spooner street,mockingbird lane,paradise road,the street,the road,the close,the drive,the way,the place,the end,the hill,the park,the view,the top,the side,no way,all the way",
    ",",
)
_RESIDENTS = re.compile(
    r" (?:residents|people|folk|lot|neighbours|massive|crew|gang)(?:[:,!?]| (?:is|are|did|do|who|can|has|have|your)(?!\w))"
)
_LEADS = word_set("the our my this on in what no that near love anyone lost found moved all by")
_NOT_NAMES = word_set(
    "minutes minute mins min miles mile years year yrs days day weeks week hours hour months people kids times more new other ways of in on at to for the a an my our your by from with this that "
    "pages items things points metres meters feet seconds sleeps old long best great only quid pounds am pm and or is are was"
)


class Address(BaseDetector):
    """Home addresses and the street a person lives on."""

    name = "address"
    entity_types = (EntityType.ADDRESS,)
    triggers = Triggers(
        words=frozenset(_TYPES)
        | word_set(
            "packing keys ours selling forge st farm cottage vicarage rectory house heol ffordd stryd lon clos dr pl box ter pkwy hwy barn lodge"
        ),
        digits=3,
    )

    def match(self, folded: Folded) -> Iterable[Match]:
        """Numbered streets, named houses, postal lines, and streets the words call home; the widest wins."""
        found = sorted(_all(folded), key=lambda m: (m.start, -m.end))
        taken = -1
        for match in found:
            if match.start >= taken and not someone_elses(folded.lower, match.start, match.end):
                taken = match.end
                yield match


def _all(folded: Folded) -> Iterator[Match]:
    text, lower = folded.text, folded.lower
    for start, end in _postal(text, lower):
        if not _public(lower, start, end):
            yield _found(start, end, 0.85, "a postal address")
    for m in _US.finditer(folded):
        if _capital_inside(text, m.start(), m.end()) and text[m.start("state") : m.end("state")].isupper():
            yield _found(m.start(), m.end(), 0.8, "a street, city and state")
    for m in _PO_BOX.finditer(folded):
        yield _found(m.start(), m.end(), 0.7, "a post box")
    for m in _SPELLED.finditer(folded):
        if capitalised(text, m.start("street")) and not _public(lower, m.start(), m.end()):
            yield _found(m.start(), m.end(), 0.75, "a house number and a street")
    yield from _numbered(folded)
    yield from _named_houses(folded)
    yield from _streets(folded)


def _found(start: int, end: int, confidence: float, why: str) -> Match:
    return Match(EntityType.ADDRESS, start, end, confidence, why, "PI-06")


def _capital_inside(text: str, start: int, end: int) -> bool:
    return any(word[0].isupper() for word in re.findall(r"[^\W\d_]+", text[start:end])[:2])


def _numbered(folded: Folded) -> Iterator[Match]:
    text, lower = folded.text, folded.lower
    for m in _NUMBERED.finditer(folded):
        street = m["street"]
        kind = street.split()[-1].rstrip(".")
        years = re.match(r"(?:19|20)\d\d(?:[ -]|$)", m["number"]) and lower[
            m.end("number") : m.end("number") + 1
        ] in (",", "")
        if (
            years
            or re.match(r"(?:19|20)\d\d ?-", m["number"])
            or street.split()[0] in _NOT_NAMES - {"the"}
            or _famous(lower, m.start(), street)
        ):
            continue
        written = text[m.start("street") : m.end("street")]
        capital = written[:1].isupper() and (written.split()[-1][:1].isupper() or kind in _SURE_TYPES)
        homely = bool(_HOME_WORDS.search(lower[max(0, m.start() - 60) : m.start()])) or "flat" in m[0]
        posted = bool(_POSTCODE.search(lower, m.end(), m.end() + 60))
        if not capital and not (
            (homely or posted or lower == text)
            and kind in _SURE_TYPES
            and not _NOT_NAMES.intersection(street.split())
        ):
            continue
        if (
            kind not in _SURE_TYPES
            and kind not in _SHORT_TYPES
            and not (homely or posted or "flat" in m[0])
            and m["number"].isdigit()
            and not _ends(lower, m.end())
        ):
            continue
        if _public(lower, m.start(), m.end()):
            continue
        start = _trim(text, m.start(), m.start("number"))
        more = _THEN_STREET.match(text, m.end())
        end = more.end() if more else m.end()
        yield _found(start, end, 0.85 if capital else 0.7, "a house number and a street")


def _ends(lower: str, end: int) -> bool:
    return bool(re.match(r"\s*(?:[,.!?\n)]|$)", lower[end:]))


def _trim(text: str, start: int, number: int) -> int:
    """Drops lower-case words the building pattern took in ("our new house 12 ...")."""
    head = text[start:number]
    if (
        not head
        or re.match(r"(?:flat|apartment|apt|unit|no|number|plot|room|suite|studio|nr|#)\b", head, re.I)
        or head[:1].isupper()
    ):
        shout = re.match(r"(?:No\.? ?|no\.? ?|number |Number |nr\.? ?|#|house )$", head)
        return number if shout else start
    capital = re.search(r"[A-Z][\w'.-]*(?: [A-Z][\w'.-]*)*,? ?$", head)
    return start + capital.start() if capital else number


def _named_houses(folded: Folded) -> Iterator[Match]:
    text, lower = folded.text, folded.lower
    for m in _NAMED_HOUSE.finditer(folded):
        house = re.search(r"(?:The )?[A-Z][\w'.-]*(?: [A-Z][\w'.-]*)*$", text[m.start() : m.end("house")])
        written = text[m.start("street") : m.end("street")]
        if (
            house is None
            or _PUBLIC.search(house[0].casefold())
            or not written[:1].isupper()
            or not written.split()[-1][:1].isupper()
            or _public(lower, m.start(), m.end())
        ):
            continue
        end = m.end("street")
        yield _found(m.start() + house.start(), end, 0.75, "a named house and a street")
    for m in _FLAT_IN.finditer(folded):
        if capitalised(text, m.start("house")) and not _public(lower, m.start(), m.end()):
            yield _found(m.start(), m.end(), 0.75, "a flat and its building")
    for m in _HOUSE_ALONE.finditer(folded):
        if re.match(r" (?:[A-Z]|school|care|nursing)", text[m.end(1) :]):
            continue
        if _HOME_WORDS.search(lower) or "garden" in lower:
            yield _found(m.start(1), m.end(1), 0.65, "a named house")
    for pattern in _HOUSE_OURS:
        for m in pattern.finditer(folded):
            if not _public(lower, m.start(1), m.end(1)) and m[1].casefold() not in places():
                yield _found(m.start(1), m.end(1), 0.65, "a named house")
    for m in _NAME_AND_LANE.finditer(folded):
        if re.search(r"(?:\bat|\bto|\bhome) $", lower[max(0, m.start() - 8) : m.start()]) and not _public(
            lower, m.start(), m.end()
        ):
            yield _found(m.start(), m.end() - 3, 0.65, "a named house and a street")


def _streets(folded: Folded) -> Iterator[Match]:
    text, lower = folded.text, folded.lower
    for m in _STREET_ONLY.finditer(folded):
        start = m.start()
        first = m[0].split()[0].casefold()
        if first in _LEADS:
            space = text.find(" ", start, m.end())
            if space < 0 or text.find(" ", space + 1, m.end()) < 0:
                continue
            start = space + 1
        street = lower[start : m.end()]
        before = lower[max(0, start - 60) : start]
        if _RESIDENTS.match(lower, m.end()) and not _PUBLIC.search(lower):
            yield _found(start, m.end(), 0.65, "a street near your home")
            continue
        if street in _FAMOUS or (
            street.split()[-1] in ("park", "hill", "green", "gate", "court")
            and not re.search(r"live|our|last seen|neighbour", before)
        ):
            continue
        if street.startswith("st ") and street.count(" ") < 2:
            continue
        if not _OUR_STREET.search(lower[max(0, start - 90) : m.end() + 60]) or not (
            _TO_STREET.search(before) or _ends(lower, m.end())
        ):
            continue
        if _PUBLIC.search(lower[max(0, start - 60) : m.end() + 40]) and not _OWN_STREET.search(
            lower[max(0, start - 90) : m.end() + 50]
        ):
            continue
        if re.match(
            r" (?:school|primary|academy|station|surgery|church|market|baptist|methodist|high|hospital|retail|tube|park|cemetery|studios|band|stadium|infants|juniors|nursery|clinic|health)",
            lower[m.end() :],
        ):
            continue
        yield _found(start, m.end(), 0.65, "a street near your home")


def _postal(text: str, lower: str) -> Iterator[tuple[int, int]]:
    """From each postcode back over the comma-parted lines before it."""
    for code in _POSTCODE.finditer(lower):
        end = code.start()
        while end > 0 and text[end - 1] in " ,.\n-":
            end -= 1
        if code.start() - end > 3 or end == 0:
            continue
        start, at = end, end
        for _ in range(8):
            cut = max(text.rfind(",", 0, at), text.rfind("\n", 0, at), at - 60)
            piece = text[max(cut, 0) if cut <= 0 and text[:1] not in ",\n" else cut + 1 : at]
            begin = at - len(piece)
            tail = _PART.search(piece.rstrip())
            if tail is None:
                break
            start = begin + tail.start()
            lead = piece[: tail.start()].strip()
            if lead or cut <= 0 or text[cut] not in ",\n":
                break
            at = cut
        line = lower[start:end]
        if _POSTAL_WORD.search(line) and ("," in line or "\n" in line or re.match(r"\d", line)):
            yield start, end


_FICTION = re.compile(
    r"(?<!\w)(?:eastenders|corrie|telly|soap|fiction\w*|sherlock|potter|dursleys?|neighbours theme|simpsons|film|novel|monopoly)(?!\w)"
)


def _famous(lower: str, start: int, street: str) -> bool:
    if street in _FAMOUS and _FICTION.search(lower):
        return True
    if street in _FAMOUS and street not in ("high street", "main street", "the street", "the drive", "the close"):
        return not re.search(
            r"(?:live|my address|home is|our house)[^.!?]{0,20}$", lower[max(0, start - 40) : start]
        )
    return False


_MOVED_SHOP = re.compile(
    r"(?<!\w)(?:surgery|shop|salon|office|store|library|bakery|deli|restaurant|takeaway|chippy|barbers?|vets?|caf[eé]|clinic|practice|bank|branch|church|school|club|business|cafe|pub|gym|studio)(?:'s|s)?(?: has| have| is| are)?(?: now| just| finally)? (?:moved|moving|relocated|opened|at|open) "
)


def _public(lower: str, start: int, end: int) -> bool:
    around = lower[max(0, start - 40) : start] + " " + lower[end : end + 40]
    own = re.search(
        r"(?<!\w)(?:live|my|our|ours|us|we|i|moved?|home|flat|deliver\w*|parcel|come|send|post)(?!\w)", around
    )
    if _MOVED_SHOP.search(lower, max(0, start - 50), start):
        return True
    return bool(_PUBLIC.search(around)) and not own


DETECTOR = Address()
