"""UK postcodes, whole or the first half where the words say it is somebody's area.

Finds: full postcodes in any case and spacing, letters O and I written for figures; a first half (`LS8`) after
words such as "living in", "based in" or "covering".
Misses: postcodes of public buildings, areas served ("residents of LS1 to LS29"), roads, buses, fuel and vitamins.
Why: a full postcode is about fifteen homes; with a surname or a photo of a door it is one.
Fix: remove it, or name the town at most.
"""

from __future__ import annotations

from collections.abc import Iterable

from privacy_check.detectors.base import BaseDetector, Match, Triggers
from privacy_check.model import EntityType
from privacy_check.text.cues import cue, late
from privacy_check.text.fold import Folded
from privacy_check.text.postal_districts import (
    AREAS,
    OUTCODE,
    area_before,
    is_district,
    neighbours,
    speaks_of_a_place,
    speaks_of_no_thing,
)
from privacy_check.text.wordlist import words

FINDS = (
    ("my postcode's ls13 2pq if you get lost", "ls13 2pq"),
    ("collect from BS5 9QT", "BS5 9QT"),
    ("plumber based in LS8", "LS8"),
    ("SW1A1AA", "SW1A1AA"),
    ("bike for sale, collection N4 only", "N4"),
    ("Last seen DN4, answers to Biscuit", "DN4"),
    ("tutor in EH6 and EH7", "EH7"),
    ("sent it to S O 1 6 7 Q L", "S O 1 6 7 Q L"),
    ("it came to S.K.8 3.P.X instead", "S.K.8 3.P.X"),
    ("power out in BN2, anyone else?", "BN2"),
    ("WA14 mums, any softplay tips?", "WA14"),
    ("Piano lessons CB1 & CB4", "CB4"),
    ("Lash tech ✨ B29 ✨ DM to book", "B29"),
)
MISSES = (
    "vitamin B12 and E10 fuel",
    "Helping residents of LS1 to LS29",
    "M62 shut J24-J26, A653 slow",
    "town hall, Calverley Street, Leeds LS1 1UR is open",
    "I live in 4K with AB12 CDE",
    "garmin says N4 is my zone, M25 area was shut",
    "found my ME3 disc and a B52",
    "in A4 and A5 at the printer",
    "stuck at error EH12 on the boiler",
    "weather for AB10 to AB25: wind",
    "my new Ford Focus ST3, finally",
    "in XQ4 the droids win",
    "🚗 M25 🚗 all day",
)

# Looked for from the figure before the last two letters, then checked backwards.
_INWARD = late(r"[0-9][abd-hjlnp-uw-z]{2}(?![0-9])")
_FULL = late(
    r"(?<![0-9])(?<![0-9]-)(?P<area>[a-pr-uwyz][a-hk-y]?)(?P<district>[0-9oi][0-9a-z]?)(?P<gap>\s{0,2}"
    r"|\s?[-,.]\s?)"
    r"(?P<sector>[0-9])(?P<unit>[abd-hjlnp-uw-z]{2})\Z"
)
# Without a figure right behind a letter there is no half of a postcode.
_CODED = late(r"[0-9](?<=[a-z].)")
_OUT = r"[a-z]{1,2}[0-9][0-9a-z]?(?![0-9a-z])"
_OUTS = rf"(?P<list>{_OUT}(?:(?:\s?[,&/+-]\s?|\s(?:and|or)\s)(?:{_OUT}|[0-9]{{1,2}}(?![0-9a-z]))){{0,8}})(?!')"
# A single letter and figures is more often a road, a size or a bus than a place, so it needs a home.
_HOME = cue(
    "live lives lived living based settled home house flat place moved moving postcode post born raised "
    "residing i im we "
    "stay staying room rent renting neighbour neighbours",
    r"(?:live[sd]?|living|based|settled|home(?:'s)?|house|flat|place|moved|moving|post ?code|born|raised"
    r"|residing|i'm|im|we're"
    r"|i am|we are|stay(?:ing)?|room|rent(?:ing)?|neighbours?)(?:\s(?:is|in|to|at|around|near|from|the|my|back"
    r"|over|out"
    rf"|here|up|down|now)){{0,3}}[\s:]{{1,2}}{_OUTS}",
)
_AREA = cue(
    "covering cover covers serving local around near area round collect collection pick pickup deliver delivery "
    "delivering "
    "deliveries mobile from visit visits live over my",
    r"(?:covering|covers?|serving|local to|around|near|area|round|collect(?:ion)?|pick ?up|deliver(?:y|ing|ies)?"
    r"|mobile"
    r"|from|visits?|live|over|my end of)(?:\s(?:in|to|at|across|around|near|from|all|round|of|the|only)){0,3}"
    rf"[\s:]{{1,2}}{_OUTS}",
)
# "Anyone cover G41?": somebody who asks for a service there is likely to live there.
_ASKED = cue(
    "anyone anybody anyone's who who's someone does",
    r"(?:anyone|anybody|someone|who|does)(?:'s)?\s(?:[\w'-]+\s){0,7}?(?:covers?|covering|delivers?(?:\sto)?"
    r"|comes?\sout\sto"
    r"|serves?|works?\sin|operates?\sin)(?:\s(?:in|to|the|all|round|around|of)){0,2}"
    rf"\s{_OUTS}(?!\s[0-9])",
)
# "Babysitter wanted in SE23", "spare cot anyone? GL50": who asks or gives away says where.
_WANTS = cue(
    "looking anyone anybody wanted spare need needed iso selling swap free available babysitter childminder "
    "cleaner",
    r"(?:looking\sfor|anyone|anybody|wanted|spare|need(?:ed)?|iso|selling|swap|free|available|babysitter"
    r"|childminder"
    rf"|cleaner)(?![a-z])[^|\n]{{0,60}}?(?:(?<![a-z])(?:in|near|around|round)\s"
    rf"|[?.,!]\s){_OUTS}(?=\s?(?:[,.!?|\n]|\Z))",
)
# "Collection L4 only", "CF5 area", "last seen DN4", "dog walker in EH6 and EH7".
_FETCHED = cue(
    "collection collect collected pickup pick",
    rf"(?:collect(?:ion|ed)?|pick ?up)(?:\s(?:is|from|in|only|near))?[\s:,]{{1,2}}{_OUTS}"
    r"(?=\s?(?:[,.!?|\n)]|only|area|\Z))",
)
_LOST = cue(
    "last missing lost found",
    rf"(?:last seen|missing|lost|found)(?:\s(?!for|to|my|it|out)\w+){{0,3}}?"
    rf"(?:\s(?:in|near|around|from))?\s{_OUTS}",
)
_SERVICE = cue(
    "walker sitter sitting cleaner tutor tuition handyman gardener gardening plumber plastering electrician nails "
    "lashes barber hairdresser trainer decorator roofer joiner builder nanny mechanic groomer dj photographer "
    "removals bakes cakes",
    rf"(?:\w+)(?:\s(?:available|based|service))?\s(?:in|around|across|for)\s{_OUTS}(?!\s[a-z]*[0-9])",
)
_SEVERAL = late(rf"(?<![a-z])in\s(?P<list>{_OUT}(?:\s?(?:,|&|/|and|or)\s?{_OUT}){{1,6}})(?![\w'-])")
_NAMED_AREA = late(rf"(?<![\w.#-])(?P<list>{_OUT})\sarea(?![a-z])")
_AFTER_COMMA = late(rf"\A[^\d\n]{{6,60}},\s(?P<list>{_OUT})\s?(?=[.|,\n]|\Z)")
_SPACED = late(
    r"(?<![\w.-])[a-z](?:[ .-][a-z])?(?:[ .-][0-9]){1,2}(?:[ .-][a-z])?"
    r"[ .-]{1,2}[0-9][ .-][a-z][ .-][a-z](?![\w-])"
)
_MOTORWAY = r"m(?:[1-6]|8|9|11|18|20|23|2[5-7]|32|40|42|45|48|50)(?![0-9a-z])"
_NOTHING = str.maketrans("", "", " .-")
_PINNED = late(rf"[📍🏠🏡🗺]\W{{0,2}}{_OUTS}")
_SIGN = r"|•·~\n\u2600-\u27bf\U0001f300-\U0001faff"
_SEGMENT = late(rf"[{_SIGN}]\ufe0f?\s?(?P<list>(?!{_MOTORWAY}){_OUT})\s?(?=[{_SIGN}]|\Z)")
_FIRST_SEGMENT = late(rf"\A\s?(?P<list>(?!{_MOTORWAY}){_OUT})\s?(?=[{_SIGN}]|\Z)")
_LIVES = late(r"(?<![a-z])(?:live[sd]?|living|born|raised|based)\s(?:and raised\s)?in\s\Z")
_OUTCODE = late(r"(?<![a-z0-9])([a-z]{1,2})([0-9][0-9a-z]?)(?![a-z0-9])")
_PLATE = late(r"[a-z]{2}[0-9]{2}\s?[a-z]{3}\Z")


# Which of them are sure enough of a place that one letter and figures count as well.
_SAID = (
    (_HOME, True), (_AREA, False), (_ASKED, True), (_WANTS, False), (_FETCHED, True), (_LOST, False),
    (_SERVICE, False),
)  # fmt: skip
_SHOWN = (
    (_PINNED, True), (_SEGMENT, True), (_FIRST_SEGMENT, True), (_SEVERAL, True), (_NAMED_AREA, False),
    (_AFTER_COMMA, False),
)  # fmt: skip


class Postcode(BaseDetector):
    """UK postcodes."""

    name = "postcode"
    entity_types = (EntityType.POSTCODE,)
    triggers = Triggers(digits=1)

    def match(self, folded: Folded) -> Iterable[Match]:
        lower = folded.lower
        for inward in _INWARD.finditer(lower):
            hit = _FULL.search(lower, max(0, inward.start() - 7), inward.end())
            if hit:
                yield Match(EntityType.POSTCODE, *hit.span(), 0.9, "a full postcode", "PI-06")
        for hit in _SPACED.finditer(lower) if folded.digits >= 2 else ():
            yield Match(EntityType.POSTCODE, *hit.span(), 0.8, "a full postcode", "PI-06")
        if _CODED.search(lower) is not None:
            yield from {(half.start, half.end): half for half in _first_halves(folded)}.values()

    def validate(self, match: Match, folded: Folded) -> Match | None:
        hit = _FULL.match(folded.lower, match.start, match.end)
        if hit is None:
            written = folded.text[match.start : match.end]
            if _SPACED.fullmatch(written.casefold()):
                whole = _FULL.match(written.casefold().translate(_NOTHING))
                return match if whole and whole["area"].upper() in AREAS else None
            plain = written.isupper() or written[1].isalpha() or _LIVES.search(folded.lower, 0, match.start)
            return match if plain else None
        if hit["area"].upper() not in AREAS or not any(c.isdigit() for c in hit.group()):
            return None
        written = folded.text[match.start : match.end]
        district = hit["district"]
        if _PLATE.match(hit.group()):
            return None
        if district[:1].isalpha():
            # O or I for a figure: only when the rest is unmistakable.
            return match.but(confidence=0.7) if written.isupper() and len(district) == 2 else None
        if district[1:].isalpha() and hit["area"].upper() not in _LETTERED and district[1:] != "o":
            return None
        if hit["gap"].strip():
            return match.but(confidence=0.75) if hit["gap"].strip() != "." and written.isupper() else None
        if not hit["gap"] and written.islower():
            says = "post" in folded.lower[max(0, match.start - 30) : match.start]
            return match.but(confidence=0.9 if says else 0.65)
        return match


def _first_halves(folded: Folded) -> Iterable[Match]:
    lower = folded.lower
    for places, single_letter in _SAID:
        for hit in places.finditer(folded):
            yield from _halves(lower, *hit.span("list"), single_letter)
    for shape, single_letter in _SHOWN:
        for hit in shape.finditer(lower):
            yield from _halves(lower, *hit.span("list"), single_letter)
    yield from _places(folded)


def _places(folded: Folded) -> Iterable[Match]:
    """First halves in capitals that the words or the signs beside them make a place; one letter is too little."""
    text, lower = folded.text, folded.lower
    if folded.digits > 1:
        for begin, end in neighbours(lower):
            if text[begin:end].upper() == text[begin:end] and speaks_of_no_thing(lower, begin, end):
                yield from _halves(lower, begin, end, False)
    for figure in OUTCODE.finditer(lower):
        start = area_before(lower, figure.start())
        if start is None or figure.start() - start < 2 or not text[start : figure.end()].isupper():
            continue
        area = text[start : figure.start()]
        if is_district(area, figure.group()) and speaks_of_a_place(lower, start, figure.end()):
            yield Match(EntityType.POSTCODE, start, figure.end(), 0.6, "the first half of a postcode", "LOC-01")


def _halves(lower: str, start: int, end: int, single_letter: bool) -> Iterable[Match]:
    for half in _OUTCODE.finditer(lower, start, end):
        if is_district(half[1].upper(), half[2]) and (len(half[1]) == 2 or single_letter):
            yield Match(EntityType.POSTCODE, *half.span(), 0.6, "the first half of a postcode", "LOC-01")


# Areas that have districts ending in a letter: central London and a few more.
_LETTERED = words("E EC N NW SE SW W WC BT") - {"BT"}

DETECTOR = Postcode()
