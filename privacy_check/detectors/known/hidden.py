"""The told words and codes that people disguise, spell out or read aloud, made ready to be looked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from privacy_check.detectors.base import Match, Whose
from privacy_check.detectors.known.accounts import HANDLE
from privacy_check.detectors.known.animals import PET
from privacy_check.detectors.known.base import plain, words_of
from privacy_check.detectors.known.employers import EMPLOYER
from privacy_check.detectors.known.homes import ADDRESS, street_names
from privacy_check.detectors.known.people import CHILD, PARTNER
from privacy_check.detectors.known.plates import VEHICLE, halves
from privacy_check.detectors.known.postcodes import CODE, POSTCODE
from privacy_check.detectors.known.schools import SCHOOL
from privacy_check.detectors.known.surnames import MAIDEN
from privacy_check.model import EntityType
from privacy_check.subject import AboutMe
from privacy_check.text.fold import Folded
from privacy_check.text.sayings import listed, piece
from privacy_check.text.vocabulary import NUMBER_WORDS, ONES

_KINDS_SAID = piece("known_hidden.kinds")
_STREETS_SAID = piece("known_hidden.streets")


@dataclass(frozen=True)
class Hidden:
    """A told word or code without its spaces and signs.

    `signs`: it may also have dots, dashes and underscores in it; `solid`: it was told without any; `half`: it is
    only a part of a code, known by its letters being said as words.
    """

    word: str
    entity_type: EntityType
    rule_id: str
    fact: str
    whose: Whose = Whose.WRITER
    signs: bool = False
    solid: bool = True
    half: bool = False

    def found(self, start: int, end: int, confidence: float, why: str = "a word you told us") -> Match:
        """A match of this word at folded offsets."""
        return Match(self.entity_type, start, end, confidence, why, self.rule_id, self.whose, self.fact)


def hidden_words(about: AboutMe) -> Iterator[Hidden]:
    """The names and handles that may be disguised by figures, stars or gaps."""
    family, answer, family_name = Whose.FAMILY, EntityType.SECURITY_ANSWER, EntityType.FAMILY_NAME
    partner, *children = _firsts(about)
    words = [
        *((name, family_name, "REL-03", CHILD, Whose.CHILD, False) for name in children),
        (partner, family_name, "REL-01", PARTNER, family, False),
        *((name, answer, "REL-08", PET, family, False) for name in about.pets),
        (about.mothers_maiden_name, answer, "CRD-03", MAIDEN, Whose.WRITER, False),
        *((name, EntityType.HANDLE, "PI-05", HANDLE, Whose.WRITER, True) for name in about.handles),
    ]
    for told, kind, rule, fact, whose, signs in words:
        yield Hidden(_bare(told), kind, rule, fact, whose, signs, told.strip().isalpha())


def hidden_streets(about: AboutMe) -> Iterator[Hidden]:
    """The telling names of the streets the person lives in."""
    for address in map(plain, about.addresses):
        for street in street_names(address):
            yield Hidden(_bare(street), EntityType.ADDRESS, "PI-06", ADDRESS)


def hidden_places(about: AboutMe) -> Iterator[Hidden]:
    """The telling words of the places the person works or went to school at."""
    for employer in about.employers:
        for word, solid in _telling(employer):
            yield Hidden(word, EntityType.EMPLOYER, "WRK-05", EMPLOYER, solid=solid)
    for school in about.schools:
        for word, solid in _telling(school):
            yield Hidden(word, EntityType.SCHOOL, "PI-09", SCHOOL, solid=solid)


_NEVER_TELLING = listed("known_employers.ordinary") | listed("known_schools.kinds") | listed("known_hidden.kinds")


def _telling(name: str) -> Iterator[tuple[str, bool]]:
    """The words of a name that are no kind of place, without their apostrophes, and whether they had none."""
    for said in words_of(name):
        word = _bare(said)
        if len(word) > 3 and word.isalpha() and word not in _NEVER_TELLING:
            yield word, word == said


def hidden_codes(about: AboutMe) -> Iterator[Hidden]:
    """What is read out sign by sign: plates, postcodes and the letters of an employer."""
    for plate in about.vehicles:
        for part in (_bare(plate), *halves(_bare(plate))):
            half = part != _bare(plate)
            yield Hidden(part, EntityType.VEHICLE_REGISTRATION, "PI-11", VEHICLE, half=half)
    for address in map(plain, about.addresses):
        for code in CODE.finditer(address):
            for part in ("".join(code.groups()), *code.groups()):
                yield Hidden(part, EntityType.POSTCODE, "PI-06", POSTCODE, half=part in code.groups())
    for employer in about.employers:
        if employer.isupper():
            yield Hidden(_bare(employer), EntityType.EMPLOYER, "WRK-05", EMPLOYER)


_KIND_AFTER = re.compile(rf"(?:[ -][a-z'-]+){{0,2}}[ -](?:{_KINDS_SAID})(?![a-z])")
_STREET_AFTER = re.compile(rf"[ ,-]{{1,2}}(?:{_STREETS_SAID})(?![a-z])")
_HOUSE_BEFORE = re.compile(
    rf"(?<![\w-])(?:number |no\.? )?(?:\d{{1,4}}[a-z]?|{NUMBER_WORDS}|{'|'.join(ONES)}),? $"
)


def in_full(folded: Folded, match: Match) -> Match:
    """The match with the kind of workplace or school after it, or the number and the kind of street around it."""
    lower = folded.lower
    if match.fact in (EMPLOYER, SCHOOL):
        kind = _KIND_AFTER.match(lower, match.end)
        return match.but(end=kind.end()) if kind else match
    if match.fact != ADDRESS:
        return match
    kind = _STREET_AFTER.match(lower, match.end)
    house = _HOUSE_BEFORE.search(lower, max(0, match.start - 30), match.start)
    return match.but(start=house.start() if house else match.start, end=kind.end() if kind else match.end)


def _bare(told: str) -> str:
    return re.sub(r"[\W_]", "", plain(told))


def _firsts(about: AboutMe) -> list[str]:
    """The given names of the partner and of the children."""
    return [
        (plain(name).split() or [""])[0] for name in (about.partner, *(child.name for child in about.children))
    ]
