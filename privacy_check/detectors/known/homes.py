"""Told home addresses: house and street, the street, the house's name; parts side by side become one finding."""

from __future__ import annotations

import re
from collections.abc import Iterator

from privacy_check.detectors.base import Match
from privacy_check.detectors.known.base import Form, all_small, flexible, needle_of, plain, stretches, words_of
from privacy_check.detectors.known.birthdays import spoken_number
from privacy_check.detectors.known.postcodes import CODE, POSTCODE, postcode_forms
from privacy_check.model import EntityType
from privacy_check.text.cues import word_set
from privacy_check.text.fold import Folded
from privacy_check.text.sayings import listed
from privacy_check.text.vocabulary import ONES, first_names, places

ADDRESS = "your home address"

_STREET_TYPES = {
    "street": r"st(?:r(?:eet)?)?\.?",
    "road": r"r(?:oa)?d\.?",
    "avenue": r"av(?:e(?:nue)?)?\.?",
    "close": r"cl(?:ose)?\.?",
    "drive": r"dr(?:ive|v)?\.?",
    "lane": r"l(?:a)?ne?\.?",
    "grove": r"gr(?:o)?ve?\.?",
    "crescent": r"cres(?:c(?:ent)?)?\.?",
    "terrace": r"ter(?:r(?:ace)?)?\.?",
    "place": r"pl(?:ace)?\.?",
    "gardens": r"g(?:ar)?de?ns\.?",
    "court": r"c(?:our)?t\.?",
    "square": r"sq(?:uare)?\.?",
    "way": r"wa?y",
    "park": r"p(?:ar)?k\.?",
    "hill": r"hill",
    "row": r"row",
    "walk": r"walk|wlk",
    "mews": r"mews",
    "rise": r"rise",
    "view": r"view|vw",
    "green": r"gre?e?n",
    "parade": r"par(?:ade)?\.?",
    "mount": r"m(?:oun)?t\.?",
    "croft": r"croft",
    "fold": r"fold",
    "bank": r"bank",
    "gate": r"gate",
    "side": r"side",
    "end": r"end",
    "passage": r"pass(?:age)?\.?",
    "wharf": r"wharf",
    "quay": r"quay",
    "boulevard": r"b(?:ou)?le?va?r?d\.?",
    "vale": r"vale",
    "yard": r"y(?:ar)?d\.?",
    "brae": r"brae",
    "wynd": r"wynd",
    "circus": r"circus",
    "meadow": r"meadow",
    "meadows": r"meadows",
    "heights": r"heights|hts\.?",
    "garth": r"garth",
    "loan": r"loan",
    "approach": r"app(?:roach)?\.?",
    "chase": r"chase",
    "dene": r"dene",
    "path": r"path",
    "field": r"field",
    "fields": r"fields",
    "ridge": r"ridge",
    "cottages": r"cott(?:age)?s\.?",
}
_SHORTENED = {
    "st": "street",
    "rd": "road",
    "ave": "avenue",
    "av": "avenue",
    "cl": "close",
    "dr": "drive",
    "ln": "lane",
    "cres": "crescent",
    "terr": "terrace",
    "ter": "terrace",
    "pl": "place",
    "gdns": "gardens",
    "ct": "court",
    "sq": "square",
    "gr": "grove",
    "pk": "park",
}
_ANY_TYPE = "|".join(f"(?:{pattern})" for pattern in _STREET_TYPES.values())
_FIRST_TYPES = word_set("heol ffordd stryd lon rhodfa maes clos tai bryn parc rhes")
_UNITS = r"(?:flat|fl\.?|apartment|apt\.?|unit|room|suite|plot)"
_UNIT = re.compile(rf"^{_UNITS} ?(\w{{1,4}}(?:/\w{{1,3}})?)\b,? ?")
_COMMON = listed("known_homes.common")
_FLOORS = word_set(
    "top first second third ground upper lower basement floor flat garden rear front left right "
    "maisonette annexe the studio attic"
)
_GAP = re.compile(r"[\s,./|-]{0,4}(?:(?:in|on|at) )?")
_ON = r"(?:on|along|down|up|off|across|corner of|end of|top of|bottom of|outside|of)"
_GOES_ON = re.compile(
    r"\s?(?:$|[.,!?;:)\n]|(?:'s)? (?:is|are|was|were|and|again|has|have|had|tonight|today|tomorrow"
    "|this|at|to|in|near|by|with|for|needs?|now|please|flooded|shut|closed|who|when|if|all|since"
    "|after|before|got|gets|looks?|from|till|until|x|lol|because|cos)(?![a-z]))"
)

# A pattern with the group `v`, what must be in the text first, whether it counts alone, and what must hold
# besides.
Part = tuple[re.Pattern[str], tuple[str, ...], int]
# How much a piece says: a town or a flat, a street of a name that many streets have, or enough alone.
_WEAK, _HALF, _STRONG = 0, 1, 2


_IN_TOWN = re.compile(r",? (?:in |over in |, )?([A-Z][a-z]{3,})(?!\w)(?! (?:Street|Road|Lane|Avenue))")
_TOWNS = re.compile(r"(?<!\w)([A-Z][a-z]{3,})'s $")


class Homes:
    """The told addresses; parts that stand side by side become one finding."""

    def __init__(self, addresses: tuple[str, ...]) -> None:
        lower = [plain(address) for address in addresses]
        self._own = {word for address in lower for word in words_of(address)}
        self._parts = [part for address in lower for part in _parts(address)]
        codes = {code.groups() for address in lower for code in CODE.finditer(address)}
        self._codes: list[Form] = [
            form for outward, inward in sorted(codes) for form in postcode_forms(outward, inward)
        ]

    def matches(self, folded: Folded) -> Iterator[Match]:
        """House and street, street alone, house name, postcode, first half of the postcode."""
        lower = folded.lower
        found: list[tuple[int, int, int]] = []
        for pattern, needles, strong in self._parts:
            for begin, stop in stretches(lower, needles):
                hits = pattern.finditer(lower, begin, stop)
                found += ((*hit.span("v"), strong) for hit in hits if _fits(folded, hit))
        for place in _joined(lower, sorted(found, key=lambda f: (f[0], -f[1])), EntityType.ADDRESS, ADDRESS):
            if not self._elsewhere(folded, place):
                yield place
        codes = [(m.start, m.end, _STRONG) for form in self._codes for m in form.matches(folded)]
        yield from _joined(lower, sorted(codes, key=lambda f: (f[0], -f[1])), EntityType.POSTCODE, POSTCODE)

    def _elsewhere(self, folded: Folded, place: Match) -> bool:
        """True when a town stands beside the street that is not the told one: "Kirk Wynd in Kirkcaldy"."""
        town = _IN_TOWN.match(folded.text, place.end) or _TOWNS.search(
            folded.text, max(0, place.start - 24), place.start
        )
        if town is None:
            return False
        word = town[1].lower()
        return word in places() and word not in self._own


def _fits(folded: Folded, hit: re.Match[str]) -> bool:
    lower, groups = folded.lower, hit.re.groupindex
    if "alone" in groups:
        # A different number before the street is somebody else's house.
        return not re.search(r"\d[a-z]?,? (?:on )?$", lower[max(0, hit.start() - 6) : hit.start()])
    if "bare" in groups:
        start, end = hit.span("v")
        capital = folded.text[start].isupper() or all_small(folded, start, end)
        return capital and bool(_GOES_ON.match(lower, end))
    if "named" in groups:
        # "Corrie Lodge Hotel" is another house than Corrie Lodge.
        return not re.match(
            " (?:hotel|pub|inn|school|farm shop|restaurant|cafe|b&b|museum|care home|nursing home|castle"
            r"|road|street|lane)\b",
            lower[hit.end("v") :][:24],
        )
    return True


def _joined(lower: str, found: list[tuple[int, int, int]], kind: EntityType, fact: str) -> Iterator[Match]:
    at = 0
    while at < len(found):
        start, end, strong = found[at]
        at += 1
        while at < len(found):
            gap = _GAP.match(lower, end)
            if found[at][0] > (gap.end() if gap else end):
                break
            beside = _STRONG if _HALF in (strong, found[at][2]) and found[at][0] >= end else _WEAK
            end, strong = max(end, found[at][1]), max(strong, found[at][2], beside)
            at += 1
        if strong == _STRONG:
            yield Match(kind, start, end, 0.9, "part of an address you told us", "PI-06", fact=fact)


def _parts(lower: str) -> Iterator[Part]:
    """Patterns for the pieces of one address; a unit or a town counts only beside another piece."""
    pieces = [piece.strip() for piece in re.split(r"[,\n;]", CODE.sub("", lower)) if piece.strip()]
    for place, piece in enumerate(pieces):
        unit = _UNIT.match(piece)
        if unit:
            yield _part(rf"(?<!\w)(?P<v>{_UNITS} ?{re.escape(unit[1])})(?!\w)", (unit[1],), _WEAK)
            if "/" in unit[1]:
                yield _part(rf"(?<![\w/])(?P<v>{re.escape(unit[1])})(?![\w/])", (unit[1],), _WEAK)
            piece = piece[unit.end() :].strip()
        number = re.match(r"(?:no\.? ?|number )?(\d{1,4}) ?([a-z]?)\b,? ?", piece)
        words = words_of(piece[number.end() :] if number else piece)
        if not words:
            if number and place + 1 < len(pieces):
                # "7, Glenbrook Park": the number stands in a piece of its own.
                pieces[place + 1] = f"{piece} {pieces[place + 1]}"
            continue
        said = _number(int(number[1]), number[2], unit[1] if unit else "") if number else ""
        kind = _SHORTENED.get(words[-1], words[-1])
        if kind in _STREET_TYPES and len(words) > 1 and words[0] not in _FIRST_TYPES:
            yield from _street(words[:-1], kind, said)
        elif number:
            yield from _numbered(words, said)
        elif words[0] in _FIRST_TYPES and len(words) > 1:
            yield _part(rf"(?<!\w)(?P<v>(?P<alone>{flexible(words)}))(?!\w)", (words[0],), _STRONG)
        elif place == 0 and len(pieces) > 1 and " ".join(words) not in places() and not set(words) <= _FLOORS:
            yield _part(
                rf"(?<!\w)(?P<v>(?P<named>{flexible(words)}))(?!\w)",
                (words[0],),
                _STRONG if len(words) > 1 else _WEAK,
            )
        else:
            yield _part(rf"(?<!\w)(?P<v>{flexible(words)})(?!\w)", (words[0],), _WEAK)


def house_numbers(lower: str) -> Iterator[int]:
    """The numbers of the houses in an address."""
    for piece in re.split(r"[,\n;]", CODE.sub("", lower)):
        number = re.match(r"\W*(?:no\.? ?|number )?(\d{1,4})[a-z]? \w", piece)
        if number:
            yield int(number[1])


def towns(lower: str) -> Iterator[str]:
    """The towns of an address: places that stand after its first piece."""
    for piece in re.split(r"[,\n;]", CODE.sub("", lower))[1:]:
        name = " ".join(words_of(piece))
        if name in places():
            yield name


def street_names(lower: str) -> Iterator[str]:
    """The telling names of the streets and houses of an address, of six letters or more."""
    for piece in re.split(r"[,\n;]", CODE.sub("", lower)):
        words = words_of(re.sub(r"^\W*(?:(?:flat|no\.?) ?)?\d+[a-z]?\b", "", piece))
        name = words[:-1] if words and _SHORTENED.get(words[-1], words[-1]) in _STREET_TYPES else words
        if len("".join(name)) > 5 and " ".join(name) not in _COMMON:
            yield " ".join(name)
        if name and len(name) < len(words) and len("".join(words)) > 7:
            yield " ".join(words)


def _part(pattern: str, needles: tuple[str, ...], strong: int) -> Part:
    return re.compile(pattern), needles, strong


def _number(number: int, letter: str, unit: str) -> str:
    """A pattern for a house number in figures or in words, the flat before it or not."""
    words = [spoken_number(number)] if number < 100 else []
    hundreds, rest = divmod(number, 100)
    if 0 < hundreds < 10:
        one = next(word for word, value in ONES.items() if value == hundreds)
        tail = spoken_number(rest) if rest else ""
        words = [rf"{one} hundred(?: and)? {tail}", rf"{one} (?:oh )?{tail}"] if tail else [f"{one} hundred"]
    front = rf"(?:{re.escape(unit)}\s?[/,]\s?)?" if unit and not letter and unit.isalnum() else ""
    back = rf"(?:\s?/\s?{re.escape(unit)})?" if unit else ""
    figures = rf"{front}{number}\s?{letter}{back}"
    spaced = [r" ".join(word) for word in words if word.isalpha()]
    return rf"(?:{'|'.join([figures, *(w + (' ?' + letter if letter else '') for w in words + spaced)])})"


def _numbered(words: list[str], number: str) -> Iterator[Part]:
    """A street that ends in no word for a street: "3 Tai Newydd"."""
    named = flexible(words)
    yield _part(rf"(?<![\w/-])(?P<v>{number}(?:,? |, ?)(?:on |in )?{named})(?!\w)", (words[0],), _STRONG)
    yield _part(
        rf"(?<!\w)(?P<v>{named}[\s,.(]{{0,3}}(?:no\.?|number|nr|#|house)? ?{number})(?!\w)", (words[0],), _STRONG
    )
    if len(words) > 1 and words[0] != "the":
        yield _part(rf"(?<!\w)(?P<v>(?P<alone>{named}))(?!\w)", (words[0],), _STRONG)


def _street(name: list[str], kind: str, number: str) -> Iterator[Part]:
    words, needle = flexible(name), (needle_of(name[0], 4),)
    own = rf"(?:{_STREET_TYPES[kind]})(?![\w])"
    joined = re.escape("".join(name).replace("'", ""))
    common = " ".join(name) in _COMMON
    if number:
        other = rf"(?!\s+(?:{_ANY_TYPE})(?!\w))"
        yield _part(
            rf"(?<![\w/-])(?P<v>{number}(?:,? |, ?|\s)(?:on )?{words}(?:[\s-]{{1,2}}{own}|{other}(?!\w)))",
            needle,
            _STRONG,
        )
        yield _part(
            rf"(?<!\w)(?P<v>{words}[\s-]{{1,2}}{own}[\s,.(-]{{0,4}}(?:no\.?|number|nr|#|house"
            rf"|at)? ?{number}(?!\w))",
            needle,
            _STRONG,
        )
    yield _part(
        (
            f"#(?P<v>(?:no|number)?(?:{number or ''})(?:at"
            rf"|on)?{joined}(?:{_STREET_TYPES[kind]})(?:\w{{0,12}})?)(?![a-z])"
        )
        if len(joined) > 5
        else rf"#(?P<v>(?:no|number)?{number or ''}(?:at|on)?{joined}(?:{_STREET_TYPES[kind]}))(?![a-z])",
        (joined[:4],),
        _STRONG,
    )
    yield _part(rf"(?<!\w)(?P<v>(?P<alone>{words}[\s-]{{1,2}}{own}))", needle, _HALF if common else _STRONG)
    if not common and len(joined) > 4 and name[0] not in places() and name[0] not in first_names():
        yield _part(rf"(?<![a-z]){_ON} (?P<v>(?P<bare>{words}))(?!\w|[ -](?:{_ANY_TYPE})(?!\w))", needle, _STRONG)
