"""Told home addresses, postcodes, employers and schools, in the forms people give them."""

# ruff: noqa: E501 - a pattern is easier to read on one line

from __future__ import annotations

import re
from collections.abc import Iterator

from privacy_check.detectors.base import Match, Whose
from privacy_check.detectors.known.base import Check, Form, flexible, near, spelled, spelled_out, twins, words_of
from privacy_check.model import EntityType
from privacy_check.text.cues import word_set
from privacy_check.text.fold import Folded
from privacy_check.text.vocabulary import first_names, places

ADDRESS = "your home address"
POSTCODE = "your postcode"
EMPLOYER = "your employer"
BUSINESS = "your own business"
SCHOOL = "your school"
CHILDS_SCHOOL = "your child's school"

_STREET_TYPES = {
    "street": r"st(?:r(?:eet)?)?\.?", "road": r"r(?:oa)?d\.?", "avenue": r"av(?:e(?:nue)?)?\.?", "close": r"cl(?:ose)?\.?", "drive": r"dr(?:ive|v)?\.?",
    "lane": r"l(?:a)?ne?\.?", "grove": r"gr(?:o)?ve?\.?", "crescent": r"cres(?:c(?:ent)?)?\.?", "terrace": r"ter(?:r(?:ace)?)?\.?",
    "place": r"pl(?:ace)?\.?", "gardens": r"g(?:ar)?de?ns\.?", "court": r"c(?:our)?t\.?", "square": r"sq(?:uare)?\.?", "way": r"way",
    "park": r"p(?:ar)?k\.?", "hill": r"hill", "row": r"row", "walk": r"walk|wlk", "mews": r"mews", "rise": r"rise", "view": r"view", "green": r"gre?e?n",
    "parade": r"par(?:ade)?\.?", "mount": r"m(?:oun)?t\.?", "croft": r"croft", "fold": r"fold", "bank": r"bank", "gate": r"gate", "side": r"side",
    "end": r"end", "passage": r"passage", "wharf": r"wharf", "quay": r"quay", "boulevard": r"b(?:ou)?le?va?r?d\.?",
}  # fmt: skip
_SHORTENED = {"st": "street", "rd": "road", "ave": "avenue", "av": "avenue", "cl": "close", "dr": "drive", "ln": "lane", "cres": "crescent", "terr": "terrace", "ter": "terrace", "pl": "place", "gdns": "gardens", "ct": "court", "sq": "square", "gr": "grove"}  # fmt: skip
_ANY_TYPE = "|".join(f"(?:{pattern})" for pattern in _STREET_TYPES.values())
_CODE = re.compile(r"\b([a-z]{1,2}\d[a-z\d]?)\s*(\d[a-z]{2})\b")
_UNIT = re.compile(r"^(flat|apartment|apt|unit|room|suite|plot)\.? ?(\w{1,4})\b,? ?")
_AREA_WORDS = re.compile(
    r"(?<![a-z])(?:in|around|near|postcode|area|posse|round|live|from|based|covering|born|anywhere|local|lads|massive)(?![a-z])"
)
_GAP = re.compile(r"[\s,./|-]{0,4}(?:in |on )?")


class Homes:
    """The told addresses; parts that stand side by side become one finding."""

    def __init__(self, addresses: tuple[str, ...]) -> None:
        self._parts = [part for address in addresses for part in _parts(address)]

    def matches(self, folded: Folded) -> Iterator[Match]:
        """House and street, street alone, house name, postcode, first half of the postcode."""
        lower = folded.lower
        found: list[tuple[int, int, bool, EntityType]] = []
        for pattern, needles, strong, kind in self._parts:
            if any(needle in lower for needle in needles):
                for hit in pattern.finditer(lower):
                    if _fits(lower, hit, kind):
                        found.append((*hit.span("v"), strong, kind))
        yield from _joined(lower, sorted(found, key=lambda f: (f[0], -f[1])))


def _fits(lower: str, hit: re.Match[str], kind: EntityType) -> bool:
    if kind is EntityType.POSTCODE and "half" in hit.re.groupindex and hit["v"][1].isdigit():
        # "M1" and "E1" are roads and sizes too.
        return bool(_AREA_WORDS.search(lower, max(0, hit.start() - 30), hit.end() + 20))
    if "spelled" in hit.re.groupindex:
        return spelled_out(hit["v"])
    if "alone" in hit.re.groupindex:
        # A different number before the street is somebody else's house.
        return not re.search(r"\d[a-z]?,? (?:on )?$", lower[max(0, hit.start() - 6) : hit.start()])
    return True


def _joined(lower: str, found: list[tuple[int, int, bool, EntityType]]) -> Iterator[Match]:
    at = 0
    while at < len(found):
        start, end, strong, kind = found[at]
        at += 1
        while at < len(found):
            gap = _GAP.match(lower, end)
            if found[at][0] > (gap.end() if gap else end):
                break
            if EntityType.POSTCODE in (kind, found[at][3]) and kind is not found[at][3]:
                break
            end, strong = max(end, found[at][1]), strong or found[at][2]
            at += 1
        if strong:
            fact = POSTCODE if kind is EntityType.POSTCODE else ADDRESS
            yield Match(kind, start, end, 0.9, "part of an address you told us", "PI-06", fact=fact)


Part = tuple[re.Pattern[str], tuple[str, ...], bool, EntityType]


def _parts(address: str) -> Iterator[Part]:
    """Patterns for the pieces of one address; `strong` ones count alone, a unit or a town only beside another."""
    lower = address.casefold().replace("’", "'")
    for code in _CODE.finditer(lower):
        yield from _postcode(code[1], code[2])
    pieces = [piece.strip() for piece in re.split(r"[,\n]", _CODE.sub("", lower)) if piece.strip()]
    streets = 0
    for piece in pieces:
        unit = _UNIT.match(piece)
        if unit:
            yield (
                re.compile(rf"(?<!\w)(?P<v>{unit[1]}\.? ?{re.escape(unit[2])})(?!\w)"),
                (unit[1],),
                False,
                EntityType.ADDRESS,
            )
            piece = piece[unit.end() :].strip()
        number = re.match(r"(?:no\.? ?|number )?(\d{1,4}) ?([a-z]?)\b ?", piece)
        words = words_of(piece[number.end() :] if number else piece)
        if not words:
            continue
        kind = _SHORTENED.get(words[-1], words[-1])
        if kind in _STREET_TYPES and len(words) > 1:
            streets += 1
            yield from _street(words[:-1], kind, f"{number[1]}\\s?{number[2]}" if number else "")
        elif number:
            yield (
                re.compile(rf"(?<!\w)(?P<v>{number[1]}\s?{number[2]},? {flexible(words)})(?!\w)"),
                (words[0],),
                True,
                EntityType.ADDRESS,
            )
        elif piece == pieces[0] and len(pieces) > 1 and " ".join(words) not in places():
            strong = len(words) > 1
            yield re.compile(rf"(?<!\w)(?P<v>{flexible(words)})(?!\w)"), (words[0],), strong, EntityType.ADDRESS
        else:
            yield re.compile(rf"(?<!\w)(?P<v>{flexible(words)})(?!\w)"), (words[0],), False, EntityType.ADDRESS


def _street(name: list[str], kind: str, number: str) -> Iterator[Part]:
    words, needle = flexible(name), (name[0].replace("'", "")[:4],)
    own = rf"(?:{_STREET_TYPES[kind]})(?![\w])"
    if number:
        other = rf"(?!\s+(?:{_ANY_TYPE})(?!\w))"
        yield (
            re.compile(
                rf"(?<![\w/-])(?P<v>{number}(?:,? |, ?|\s)(?:on )?{words}(?:\s{{1,2}}{own}|{other}(?!\w)))"
            ),
            needle,
            True,
            EntityType.ADDRESS,
        )
        yield (
            re.compile(
                rf"(?<!\w)(?P<v>{words}\s{{1,2}}{own}[\s,.]{{0,3}}(?:no\.?|number|nr|#|house)? ?{number}(?!\w))"
            ),
            needle,
            True,
            EntityType.ADDRESS,
        )
    joined = "".join(name).replace("'", "")
    yield (
        re.compile(
            rf"#(?P<v>(?:no|number)?{number if number else ''}(?:at|on)?{re.escape(joined)}(?:{_STREET_TYPES[kind]}))(?![a-z])"
        ),
        (joined[:4],),
        True,
        EntityType.ADDRESS,
    )
    common = " ".join(name) in (
        "high",
        "church",
        "station",
        "main",
        "mill",
        "park",
        "school",
        "london",
        "victoria",
        "green",
        "manor",
        "queens",
        "kings",
        "new",
        "north",
        "south",
        "east",
        "west",
    )
    yield re.compile(rf"(?<!\w)(?P<v>(?P<alone>{words}\s{{1,2}}{own}))"), needle, not common, EntityType.ADDRESS


def _postcode(outward: str, inward: str) -> Iterator[Part]:
    yield (
        re.compile(rf"(?<![a-z0-9])(?P<v>{twins(outward)}[\s.-]{{0,3}}{twins(inward)})(?![a-z0-9])"),
        (inward[1:], inward),
        True,
        EntityType.POSTCODE,
    )
    yield (
        re.compile(rf"(?<![a-z0-9])(?P<v>(?P<spelled>{spelled(outward + inward)}))(?![a-z0-9])"),
        (inward[-1],),
        True,
        EntityType.POSTCODE,
    )
    yield (
        re.compile(rf"(?<![a-z0-9])(?P<v>(?P<half>{outward}))(?![a-z0-9]|[\s-]{{0,2}}\d[a-z]{{2}}(?!\w))"),
        (outward,),
        True,
        EntityType.POSTCODE,
    )


_FORM_WORDS = ("nhs", "city", "borough", "county", "metropolitan", "district", "royal", "the", "london")
_LEGAL = word_set("association ltd limited plc llp trust foundation nhs services service group inc uk")
_WORK = re.compile(
    r"(?<![a-z])(?:shift|work|working|works|worked|job|team|colleagues?|office|canteen|boss|desk|shifts|rota|staff|hiring|interview|leaving do|away day|my lot|crew|meeting|housing|adoption)(?![a-z])"
)


def employer_forms(name: str, fact: str = EMPLOYER) -> list[Form]:
    """The name in full, shortened ("Leeds Council"), as #hashtag or @account, and as initials beside words of work."""
    words = words_of(name)
    if not words:
        return []
    bare = "".join(words).replace("'", "")
    short_name = len(words) == 1 and (name.isupper() or len(bare) <= 4)
    plain = len(words) == 1 and (bare in first_names() or bare in places())
    check = _upper_or_tagged if short_name else (_at_work if plain else None)
    forms = [_org(rf"(?<![\w@#]){flexible(words)}(?!\w)", words[0][:4], fact, 0.9, check)]
    core = [w for w in words if w not in _FORM_WORDS]
    while len(core) > 1 and core[-1] in _LEGAL:
        core = core[:-1]
    if 1 < len(core) < len(words):
        forms.append(_org(rf"(?<![\w@#]){flexible(core)}(?!\w)", core[0][:4], fact, 0.8, _capital))
    if len(core) > 2:
        forms.append(_org(rf"(?<![\w@#]){flexible(core[:2])}(?!\w)", core[0][:4], fact, 0.7, _capital_at_work))
        forms.append(_org(rf"(?<![\w@#]){flexible(core[-2:])}(?!\w)", core[-2][:4], fact, 0.65, _capital_at_work))
    tags = {bare, "".join(core).replace("'", "")} if len(words) > 1 else {bare}
    if len(words) > 2:
        tags |= {words[0] + "".join(w[0] for w in words[1:]), "".join(w[0] for w in words[:-1]) + words[-1]}
        initials = "".join(w[0] for w in words)
        forms.append(_org(rf"(?<![\w@#]){initials}(?!\w)", initials, fact, 0.7, _initials_at_work))
    tags = {tag for tag in tags if len(tag) >= 4}
    if tags:
        either = "|".join(map(re.escape, sorted(tags, key=len, reverse=True)))
        forms.append(Form(re.compile(rf"[@#](?:{either})(?:_?(?:news|jobs|team|official|housing|uk))?(?!\w)"), tuple(tags), EntityType.EMPLOYER, "WRK-05", fact, "an employer you told us", 0.9))  # fmt: skip
    return forms


def _org(pattern: str, needle: str, fact: str, confidence: float, check: Check | None = None) -> Form:
    return Form(
        re.compile(pattern),
        (needle,),
        EntityType.EMPLOYER,
        "WRK-05",
        fact,
        "an employer you told us",
        confidence,
        check,
    )


def _capital(folded: Folded, start: int, end: int) -> bool:
    return folded.text[start].isupper() or folded.text[:200].islower()


def _upper_or_tagged(folded: Folded, start: int, end: int) -> bool:
    return folded.text[start:end].isupper() or _at_work(folded, start, end)


_ORGANISED = re.compile(
    r"(?<![a-z])(?:health board|board|trust|hospitals?|council|group|services?|shift|work\w*|job|team|colleagues?|staff|ward|rota|car park|canteen)(?![a-z])"
)


def _capital_at_work(folded: Folded, start: int, end: int) -> bool:
    return folded.text[start].isupper() and near(folded, start, end, _ORGANISED)


def _at_work(folded: Folded, start: int, end: int) -> bool:
    return near(folded, start, end, _WORK)


_TEAM_AFTER = re.compile(
    r" (?:staff|canteen|team|shifts?|colleagues?|office|rota|night out|mates|gang|crew|lot|uniform|bosses)(?![a-z])"
)


def _initials_at_work(folded: Folded, start: int, end: int) -> bool:
    return folded.text[start:end].isupper() and bool(
        _TEAM_AFTER.match(folded.lower, end)
        or re.search(
            r"(?:shift|work|works|working|job|team|colleagues?|canteen|desk|boss)(?: \w+)? (?:at|for|@|in) (?:the )?$",
            folded.lower[max(0, start - 30) : start],
        )
    )


_KINDS = word_set(
    "school primary high junior infant infants juniors academy college secondary grammar comprehensive nursery catholic community church ysgol university sixth form rc ce cofe of the "
    "and c e girls boys preschool upper lower middle voluntary aided"
)
_KINDS_SHORT = {
    "academy": r"acad(?:emy|\.)?", "primary": r"(?:primary|prim\.?|pri\.?)", "secondary": r"(?:secondary|sec\.?)", "school": r"(?:school|sch\.?|skl)",
    "college": r"(?:college|coll\.?)", "university": r"(?:university|univ\.?|uni)", "grammar": r"(?:grammar|gram\.?)", "comprehensive": r"comp(?:rehensive|\.)?",
    "saint": r"(?:saint|st\.?)", "st": r"(?:st\.?|saint)", "junior": r"(?:junior|jun\.?)", "infant": r"(?:infant|inf\.?)",
}  # fmt: skip


def _school_named(words: list[str]) -> str:
    """A pattern for the words of a school's name, its kind short or in full."""
    return r"[\s._-]{1,3}".join(_KINDS_SHORT.get(word, re.escape(word).replace("'", "'?")) for word in words)


_SCHOOL_WORDS = re.compile(
    r"(?<![a-z])(?:hs|ps|old|girls?|boys?|crew|reunion|leavers?|class|school|teacher|alum\w*|years?|pupils?|head|uniform|pta|gates?|fete|fair|mates|lads|lot|grad\w*|kids|reception|primary|high|college|assembly|nativity|homework|days|went to|sixth form|parents|sports day|term|form)(?![a-z])"
)


def school_forms(name: str, childs: bool) -> list[Form]:
    """The name in full, without its last words, and its proper part beside words about school."""
    words = words_of(name)
    if not words:
        return []
    rule, whose, fact = ("REL-05", Whose.CHILD, CHILDS_SCHOOL) if childs else ("PI-09", Whose.WRITER, SCHOOL)

    def form(pattern: str, needle: str, confidence: float = 0.95, check: Check | None = None) -> Form:
        return Form(
            re.compile(pattern),
            (needle,),
            EntityType.SCHOOL,
            rule,
            fact,
            "a school you told us",
            confidence,
            check,
            whose,
        )

    core = [word for word in words if word not in _KINDS] or words
    forms = [form(rf"(?<![\w@]){_school_named(words)}(?!\w)", words[0][:3])]
    shorter = words[:-1]
    if len(shorter) > len(core) and words[-1] in _KINDS:
        forms.append(form(rf"(?<![\w@]){_school_named(shorter)}(?!\w)", words[0][:3], 0.9))
    if len("".join(core)) >= 4 and core != words:
        forms.append(
            form(
                rf"(?<![\w@]){_school_named(core)}(?: (?:hs|ps|gs|cc|cs)(?!\w)|(?!\w))",
                core[0][:3],
                0.75,
                _school_words,
            )
        )
    tag = "".join(core).replace("'", "")
    if len(tag) >= 6:
        forms.append(form(rf"[@#]{re.escape(tag)}\w{{0,12}}", tag, 0.8))
    return forms


def _school_words(folded: Folded, start: int, end: int) -> bool:
    return _capital(folded, start, end) and near(folded, start, end, _SCHOOL_WORDS, 30)
