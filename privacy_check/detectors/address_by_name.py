"""Homes known by a name: cottages, farms, flats in a named building, with or without their street.

Finds: "Rose Cottage, Mill Lane", "we're at 4 Highfield", "back to the Manse, Kirkton", "flat 6, Mariner Court".
Misses: pubs, halls and schools with such names, houses of stories, towns that end like a house.
Why: a house with a name is easier to find than one with a number.
Fix: remove it now; a neighbourhood is enough for friends.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from privacy_check.detectors.base import BaseDetector, Match, Triggers
from privacy_check.model import EntityType
from privacy_check.text.address_shapes import (
    FLAT_IN,
    HOME_WORDS,
    HOUSE_ALONE,
    HOUSE_END,
    HOUSE_OURS,
    NAME_AND_LANE,
    NAMED_HOUSE,
    PUBLIC,
    SURE_TYPES,
)
from privacy_check.text.cues import late, word_set
from privacy_check.text.fold import Folded
from privacy_check.text.runs import capitalised
from privacy_check.text.sayings import cue_of, piece
from privacy_check.text.vocabulary import places
from privacy_check.text.whose_house import public

FINDS = (
    ("keys are at Rose Cottage, Mill Lane, help yourself", "Rose Cottage, Mill Lane"),
    ("pumpkins at 19 Fernleigh, knock loud", "19 Fernleigh"),
    ("my address is Lynwood, Station Road, Marden", "Lynwood, Station Road"),
    ("back to the Manse, Kirkton after a week away", "the Manse, Kirkton"),
    ("home is Tŷ Gwyn, Lôn Fach", "Tŷ Gwyn, Lôn Fach"),
    ("we live in a farmhouse, Drumard House, outside town", "Drumard House"),
    ("parcel for Apt 506 Quayside Lofts went astray", "Apt 506 Quayside Lofts"),
)
MISSES = (
    "dinner at 5 Guys, then home",
    "kids loved the Old Mill, Moreton, lovely pub",
    "reading Wuthering Heights, Moor Lane chapter",
    "drop in at Salvation Army Hall, Union Street",
    "Brookside 2 Woodlea 3, we were robbed",
)

_NAME_END = piece("address_by_name.name_end")
_AFTER = piece("address_by_name.after")
# "at 19 Fernleigh": a number and a name that ends as houses and closes do.
_NUMBER_AND_NAME = cue_of("address_by_name.number_and_name", AFTER=_AFTER, NAME_END=_NAME_END)
_STREETS = r"(?:Lane|Road|Street|Hill|Avenue|Close|Drive|Way|Terrace|Crescent|Row)"
# "Rosedene, Mill Lane": the house's name says nothing, so the words before it must speak of a home.
_NAME_AND_STREET = cue_of("address_by_name.name_and_street", NAME_END=_NAME_END, STREETS=_STREETS)
# "the Manse, Kirkton": what the house was, and its village.
_ONCE = piece("address_by_name.once")
_AND_VILLAGE = cue_of("address_by_name.and_village", ONCE=_ONCE)
_AT_HOME = late(r"(?<!\w)(?:home|live[sd]?|living|ours|back (?:to|at)|moved|keys|address|our house)(?!\w)")
_NAMED_AS = cue_of("address_by_name.named_as", HOUSE_END=HOUSE_END)
_WELSH = cue_of("address_by_name.welsh")
_ME = late(r"(?<!\w)(?:me|i'm|i am)(?!\w)")
# Parks and views are houses only beside a street that is one.
_WEAK_HOUSES = word_set("park hey place wood view bank field fields end")


class AddressByName(BaseDetector):
    """Homes known by a name."""

    name = "address_by_name"
    entity_types = (EntityType.ADDRESS,)
    triggers = Triggers(
        words=NAMED_HOUSE.words
        | FLAT_IN.words
        | HOUSE_ALONE.words
        | _AND_VILLAGE.words
        | _NAMED_AS.words
        | word_set("tŷ ty packing keys ours selling smithy brewery lofts maltings grange"),
        digits=1,
    )

    def match(self, folded: Folded) -> Iterable[Match]:
        """Named houses beside a street, in a village, or called home."""
        yield from _beside_a_street(folded)
        yield from _called_home(folded)
        yield from _in_prose(folded)


def _found(start: int, end: int, confidence: float, why: str) -> Match:
    return Match(EntityType.ADDRESS, start, end, confidence, why, "PI-06")


def _beside_a_street(folded: Folded) -> Iterator[Match]:
    text, lower = folded.text, folded.lower
    for m in NAMED_HOUSE.finditer(folded):
        house = re.search(r"(?:The )?[A-Z][\w'.-]*(?: [A-Z][\w'.-]*)*$", text[m.start() : m.end("house")])
        written = text[m.start("street") : m.end("street")]
        if (
            house is None
            or (house[0].split()[-1].casefold() in _WEAK_HOUSES and m["street"].split()[-1] not in SURE_TYPES)
            or PUBLIC.search(house[0].casefold())
            or not written[:1].isupper()
            or not written.split()[-1][:1].isupper()
            or public(lower, m.start() + house.start(), m.end())
        ):
            continue
        yield _found(m.start() + house.start(), m.end("street"), 0.75, "a named house and a street")
    for m in FLAT_IN.finditer(folded):
        if capitalised(text, m.start("house")) and not public(lower, m.start(), m.end()):
            yield _found(m.start(), m.end(), 0.75, "a flat and its building")
    for m in NAME_AND_LANE.finditer(folded):
        if re.search(r"(?:\bat|\bto|\bhome) $", lower[max(0, m.start() - 8) : m.start()]) and not public(
            lower, m.start(), m.end()
        ):
            yield _found(m.start(), m.end() - 3, 0.65, "a named house and a street")
    for m in _NAME_AND_STREET.finditer(folded):
        if _homely(lower, *m.span("home")):
            yield _found(*m.span("home"), 0.7, "a named house and a street")


def _called_home(folded: Folded) -> Iterator[Match]:
    text, lower = folded.text, folded.lower
    for m in HOUSE_ALONE.finditer(folded):
        if re.match(r" (?:[A-Z]|school|care|nursing)", text[m.end(1) :]):
            continue
        if HOME_WORDS.search(lower) or "garden" in lower:
            yield _found(m.start(1), m.end(1), 0.65, "a named house")
    for pattern in HOUSE_OURS:
        for m in pattern.finditer(folded):
            if not public(lower, m.start(1), m.end(1)) and m[1].casefold() not in places():
                yield _found(m.start(1), m.end(1), 0.65, "a named house")
    for m in _NAMED_AS.finditer(folded):
        if not public(lower, *m.span("home")) and m["home"].casefold() not in places():
            yield _found(*m.span("home"), 0.65, "a named house")


def _in_prose(folded: Folded) -> Iterator[Match]:
    lower = folded.lower
    for m in _NUMBER_AND_NAME.finditer(folded) if folded.digits else ():
        if _homely(lower, *m.span("home")):
            yield _found(*m.span("home"), 0.65, "a house number and a close")
    for shape in (_AND_VILLAGE, _WELSH):
        for m in shape.finditer(folded):
            said = _AT_HOME.search(lower, max(0, m.start() - 40), m.start())
            if said and not public(lower, *m.span()):
                yield _found(*m.span(), 0.65, "a named house")


def _homely(lower: str, start: int, end: int) -> bool:
    said = HOME_WORDS.search(lower, max(0, start - 60), start) or HOME_WORDS.search(lower, end, end + 40)
    said = said or _ME.search(lower, max(0, start - 20), start)
    return said is not None and not public(lower, start, end)


DETECTOR = AddressByName()
