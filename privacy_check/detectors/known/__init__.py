"""The facts a person told about themself, found again in whatever form they take in a text.

Finds: exact, reformatted, shortened, disguised and derived forms (last figures, hashtags, star sign, age).
Misses: near misses: another digit, another house number, a namesake's surname, the plain word.
Why: a told fact needs no guessing, so even a hint of it can be shown.
Fix: as for the kind of fact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from privacy_check.detectors.base import Match
from privacy_check.detectors.known.accounts import email_forms, handle_forms
from privacy_check.detectors.known.ages import ThenAges, age_forms
from privacy_check.detectors.known.animals import pet_forms
from privacy_check.detectors.known.base import Finder, Form, flexible, plain, without_accents, words_of
from privacy_check.detectors.known.birthdays import birth_forms
from privacy_check.detectors.known.described import Described
from privacy_check.detectors.known.disguises import Disguises
from privacy_check.detectors.known.employers import BUSINESS, employer_forms
from privacy_check.detectors.known.feasts import Birth, FeastCounts
from privacy_check.detectors.known.hidden import (
    hidden_codes,
    hidden_places,
    hidden_streets,
    hidden_words,
    in_full,
)
from privacy_check.detectors.known.homes import Homes
from privacy_check.detectors.known.initials import initial_forms, sibling_forms
from privacy_check.detectors.known.people import CHILD, PARTNER, person, person_forms
from privacy_check.detectors.known.phones import Phones
from privacy_check.detectors.known.pieces import Pieces
from privacy_check.detectors.known.plates import vehicle_forms
from privacy_check.detectors.known.riddles import Riddles
from privacy_check.detectors.known.schools import school_forms
from privacy_check.detectors.known.signs import sign_forms
from privacy_check.detectors.known.sounds import Sounds
from privacy_check.detectors.known.spelling import Spelled
from privacy_check.detectors.known.sums import Sums
from privacy_check.detectors.known.surnames import FORMER, MAIDEN, surname_forms
from privacy_check.detectors.known.years import Years
from privacy_check.model import EntityType
from privacy_check.subject import AboutMe
from privacy_check.text.fold import Folded

JOB_TITLE = "your job title"


class Facts:
    """Everything one person told, made ready to be looked for. Holds values: never print or keep it."""

    def __init__(self, about: AboutMe, today: date) -> None:
        names = (*hidden_words(about), *hidden_streets(about))
        words = (*names, *hidden_places(about))
        self._disguised: tuple[Finder, ...] = (
            Disguises(words),
            Pieces(names),
            Spelled((*words, *hidden_codes(about))),
            Sounds(words),
            Riddles((*words, *hidden_codes(about))),
        )
        self._finders: tuple[Finder, ...] = (
            Phones(about.phones),
            Homes(about.addresses),
            Sums(about),
            Described(about),
            *_born(about, today),
            *_forms(about, today),
        )

    def matches(self, folded: Folded) -> Iterator[Match]:
        """Every match of every fact, in no order."""
        if not folded.text.isascii():
            folded = folded.rewritten(without_accents(folded.text))
        for finder in self._finders:
            yield from finder.matches(folded)
        for finder in self._disguised:
            for found in finder.matches(folded):
                yield in_full(folded, found)


def match(folded: Folded, about: AboutMe) -> Iterator[Match]:
    """Matches of About-me facts in folded text; `fact` names the kind, never the value."""
    if not about.empty:
        yield from _ready(about, date.today()).matches(folded)


@lru_cache(maxsize=2)
def _ready(about: AboutMe, today: date) -> Facts:
    return Facts(about, today)


def _forms(about: AboutMe, today: date) -> Iterator[Form]:
    for address in about.emails:
        yield from email_forms(address, about.handles)
    for handle in about.handles:
        yield from handle_forms(handle)
    for plate in about.vehicles:
        yield from vehicle_forms(plate)
    for employer in about.employers:
        yield from employer_forms(employer)
    for business in about.own_businesses:
        yield from employer_forms(business, BUSINESS)
    for school in about.schools:
        yield from school_forms(school, childs=False)
    for child in about.children:
        if child.school:
            yield from school_forms(child.school, childs=True)
    for title in about.job_titles:
        yield from _job_title(title)
    if about.birth_date:
        yield from birth_forms(about.birth_date)
        yield from age_forms(about.birth_date, today)
        yield from sign_forms(about.birth_date)
    yield from _names(about)


def _born(about: AboutMe, today: date) -> Iterator[Finder]:
    if about.birth_date:
        yield ThenAges(about.birth_date)
        yield FeastCounts(Birth(about.birth_date))
        yield Years(Birth(about.birth_date), today)
    for child in about.children:
        if child.birth_date:
            yield FeastCounts(Birth(child.birth_date, childs=True), tuple(plain(child.name).split()[:1]))


def _job_title(title: str) -> Iterator[Form]:
    words = words_of(title)
    if words:
        pattern = re.compile(rf"(?<!\w){flexible(words)}(?!\w)")
        yield Form(
            pattern, (words[0],), EntityType.JOB_TITLE, "WRK-05", JOB_TITLE, "a job title you told us", 0.85
        )


def _names(about: AboutMe) -> Iterator[Form]:
    own = frozenset(word for name in about.names for word in words_of(name)[1:])
    own |= frozenset(word.replace("'", "") for word in own)
    given = [plain(name).split()[0] for name in (*about.names, *about.nicknames) if plain(name).split()]
    couple = tuple(dict.fromkeys(re.escape("".join(words_of(name))) for name in given))
    partners = words_of(about.partner)[1:]
    family = own | frozenset(partners) | frozenset(words_of(about.mothers_maiden_name))
    children = [person(child.name, CHILD, couple, own | frozenset(partners)) for child in about.children]
    for who in (person(about.partner, PARTNER, couple, own), *children):
        yield from person_forms(who)
        yield from initial_forms(who)
    yield from sibling_forms(children)
    for pet in about.pets:
        yield from pet_forms(pet)
    yield from surname_forms(about.mothers_maiden_name, MAIDEN, own | frozenset(partners))
    for former in about.former_names:
        words = words_of(former)
        if len(words) > 1 and words[-1] not in own:
            yield from surname_forms(words[-1], FORMER, family, tuple(words[:1]))
