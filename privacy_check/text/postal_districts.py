"""The first halves of UK postcodes: which there are, and whether the words beside one speak of a place.

Source of areas and their highest districts: Royal Mail, as in Ordnance Survey's Code-Point Open.
"""

from __future__ import annotations

import re

from privacy_check.text.cues import late
from privacy_check.text.sayings import saying

_HIGHEST = dict(
    re.findall(
        "([A-Z]+)([0-9]+)",
        "AB56 AL10 B98 BA22 BB18 BD24 BF1 BH31 BL9 BN45 BR8 BS49 BT94 BX9 CA28 CB25 CF83 CH66 CM24 "
        "CO16 CR9 CT21 CV47 CW12 DA18 DD11 DE75 DG16 DH9 DL17 DN55 DT11 DY14 E20 EC4 EH55 EN11 EX39 "
        "FK21 FY8 G84 GL56 GU52 GY10 HA9 HD9 HG5 HP27 HR9 HS9 HU20 HX7 IG11 IM9 IP33 IV63 JE5 KA30 "
        "KT24 KW17 KY16 L40 LA23 LD8 LE67 LL78 LN13 LS29 LU7 M50 ME20 MK46 ML12 N22 NE71 NG34 NN29 "
        "NP44 NR35 NW11 OL16 OX49 PA78 PE38 PH50 PL35 PO41 PR26 RG45 RH20 RM20 S81 SA80 SE28 SG19 SK23 "
        "SL9 SM7 SN26 SO53 SP11 SR8 SS17 ST21 SW20 SY25 TA24 TD15 TF13 TN40 TQ14 TR27 TS29 TW20 UB11 "
        "W14 WA16 WC2 WD25 WF17 WN8 WR15 WS15 WV16 YO62 ZE3",
    )
)
# Areas with a district 0, and those whose low districts end in a letter.
_NOUGHT = frozenset({"BL", "BS", "CM", "CR", "FY", "HA", "PR", "SL", "SS"})
_LETTERED = frozenset({"E", "EC", "N", "NW", "SE", "SW", "W", "WC"})
AREAS = frozenset(_HIGHEST)

OUTCODE = re.compile(r"[0-9](?<=[a-z][0-9])[0-9a-z]?(?![\w'%°-])")
_AREA_BEFORE = re.compile(r"(?<![\w'./#@-])[a-z]{1,2}\Z")


def is_district(area: str, district: str) -> bool:
    """True when a postcode may begin with these: "LS" "29", "W" "1A"; areas in capitals."""
    highest = _HIGHEST.get(area)
    if highest is None:
        return False
    figures = district.rstrip("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
    if figures != district and area not in _LETTERED:
        return False
    return (1 <= int(figures) <= int(highest) and figures[0] != "0") or (figures == "0" and area in _NOUGHT)


def area_before(lower: str, figure: int) -> int | None:
    """Start of the letters of a first half whose first figure stands at `figure`, or None."""
    area = _AREA_BEFORE.search(lower, max(0, figure - 3), figure)
    return area.start() if area else None


_TOWARDS = saying("postal_districts.towards")
_FOLK = saying("postal_districts.folk")
_SLOT_BEFORE = late(r"(?:\A|[\n|•·~,;:!?(/✨–—]|\.\s|\s-|[\u2190-\u2bff\U0001f000-\U0001faff]\ufe0f?)\s{0,2}\Z")
_SLOT_AFTER = late(r"\s?(?:\Z|[\n|•·~,;.!?)/✨–—]|-\s|[\u2190-\u2bff\U0001f000-\U0001faff])")
# What else is called by two letters and a figure.
_THINGS = saying("postal_districts.things")
_AROUND = 18
_RANGE = re.compile(r"[0-9][a-z]?\s(?:to|-)\s\Z")
_SEVERAL = re.compile(
    r"(?<![\w'./#@-])(?P<area>[a-z]{2})[0-9][0-9]?(?:\s?(?:&|/|,|\+|and)\s?(?P=area)[0-9][0-9]?)+(?![\w'-])"
)


def neighbours(lower: str) -> list[tuple[int, int]]:
    """Start and end of each row of first halves of one area: "CB1 & CB4", "OL6/OL7"."""
    return [row.span() for row in _SEVERAL.finditer(lower)]


def speaks_of_a_place(lower: str, start: int, end: int) -> bool:
    """True when a first half in capitals at `start`..`end` is said or set as a place, and nothing beside it is a
    thing.
    """
    if not speaks_of_no_thing(lower, start, end):
        return False
    if _RANGE.search(lower, max(0, start - 6), start):
        return False
    if _TOWARDS.search(lower, max(0, start - 16), start) or _FOLK.match(lower, end):
        return True
    return bool(_SLOT_BEFORE.search(lower, max(0, start - 4), start) and _SLOT_AFTER.match(lower, end))


def speaks_of_no_thing(lower: str, start: int, end: int) -> bool:
    """True when nothing right beside `start`..`end` is what else bears such a code: a model, an error, a room."""
    begin = max(0, start - _AROUND)
    begin = max((lower.rfind(sign, begin, start) + 1 for sign in ",;.|\n"), default=0) or begin
    before = _THINGS.search(lower, begin, start)
    return not (before or _THINGS.search(lower, end, end + _AROUND))
