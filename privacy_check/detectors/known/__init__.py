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

from privacy_check.detectors.base import Match, Whose
from privacy_check.detectors.known.accounts import email_forms, handle_forms, vehicle_forms
from privacy_check.detectors.known.base import Form, flexible, words_of
from privacy_check.detectors.known.names import CHILD, FORMER, MAIDEN, PARTNER, PET, Names, told
from privacy_check.detectors.known.numbers import Phones, birth_forms
from privacy_check.detectors.known.places import BUSINESS, Homes, employer_forms, school_forms
from privacy_check.model import EntityType
from privacy_check.subject import AboutMe
from privacy_check.text.fold import Folded

JOB_TITLE = "your job title"


class Facts:
    """Everything one person told, made ready to be looked for. Holds values: never print or keep it."""

    def __init__(self, about: AboutMe, today: date) -> None:
        self._phones = Phones(about.phones)
        self._homes = Homes(about.addresses)
        self._names = _names(about)
        self._forms = tuple(_forms(about, today))

    def matches(self, folded: Folded) -> Iterator[Match]:
        """Every match of every fact, in no order."""
        yield from self._phones.matches(folded)
        yield from self._homes.matches(folded)
        yield from self._names.matches(folded)
        for form in self._forms:
            yield from form.matches(folded)


def match(folded: Folded, about: AboutMe) -> Iterator[Match]:
    """Matches of About-me facts in folded text; `fact` names the kind, never the value."""
    if not about.empty:
        yield from _ready(about, date.today()).matches(folded)


@lru_cache(maxsize=2)
def _ready(about: AboutMe, today: date) -> Facts:
    return Facts(about, today)


def _forms(about: AboutMe, today: date) -> Iterator[Form]:
    for address in about.emails:
        yield from email_forms(address)
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
        yield from birth_forms(about.birth_date, today)


def _job_title(title: str) -> Iterator[Form]:
    words = words_of(title)
    if words:
        pattern = re.compile(rf"(?<!\w){flexible(words)}(?!\w)")
        yield Form(
            pattern, (words[0],), EntityType.JOB_TITLE, "WRK-05", JOB_TITLE, "a job title you told us", 0.85
        )


def _names(about: AboutMe) -> Names:
    own = frozenset(word for name in (*about.names, *about.former_names, about.partner) for word in words_of(name))
    family, answer = EntityType.FAMILY_NAME, EntityType.SECURITY_ANSWER
    children = tuple(child.name for child in about.children)
    return Names(
        [
            *told((about.partner,), family, "REL-01", PARTNER, Whose.FAMILY, own),
            *told(children, family, "REL-03", CHILD, Whose.CHILD, own),
            *told(about.pets, answer, "REL-08", PET, Whose.FAMILY, frozenset()),
            *told((about.mothers_maiden_name,), answer, "CRD-03", MAIDEN, Whose.WRITER, frozenset()),
            *told(about.former_names, answer, "CRD-03", FORMER, Whose.WRITER, own),
        ],
        own,
    )
