"""Told facts described, not named: "the council over in Bradford", "my first name, a dot, my surname"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from privacy_check.detectors.base import Match
from privacy_check.detectors.known.accounts import EMAIL, HANDLE
from privacy_check.detectors.known.base import Check, Form, all_small, plain, words_of
from privacy_check.detectors.known.birthdays import spoken_number
from privacy_check.detectors.known.employers import EMPLOYER
from privacy_check.detectors.known.homes import ADDRESS, towns
from privacy_check.detectors.known.plates import VEHICLE
from privacy_check.model import EntityType
from privacy_check.subject import AboutMe
from privacy_check.text.fold import Folded
from privacy_check.text.sayings import listed, phrases, piece, saying
from privacy_check.text.vocabulary import places

_FIRST_NAME_SAID = piece("known_described.first_name")

_KINDS = dict(entry.split(":", 1) for entry in phrases("known_described.kinds"))
_ORDINARY = listed("known_employers.ordinary")
_NEAR_WORK = saying("known_described.near_work")
_NEAR_MAIL = saying("known_described.near_mail")
_NEAR_HANDLE = saying("known_described.near_handle")
_NEAR_CAR = re.compile(r"(?<![a-z])(?:car|van|motor|plate|reg|registered|new|drive|bike|mot|tax)(?![a-z])")
_LIVES = piece("known_described.lives")
_LOCALS = piece("known_described.locals")
_LAST = piece("known_described.last_name")
_FIRST = rf"(?:{_FIRST_NAME_SAID})"


class Described:
    """Every told fact that can be described by its kind, its parts or its place."""

    def __init__(self, about: AboutMe) -> None:
        home = [town for address in map(plain, about.addresses) for town in towns(address)]
        own = {word for name in (*about.names, *about.nicknames) for word in words_of(name) if len(word) > 2}
        self._forms: tuple[Form, ...] = (
            *(form for employer in about.employers for form in _employer(employer, home)),
            *(form for town in home for form in _town(town)),
            *(form for address in about.emails for form in _mail(address, own)),
            *(form for handle in about.handles for form in _handle(handle, own)),
            *(form for plate in about.vehicles for form in _plate_year(plate)),
        )

    def matches(self, folded: Folded) -> Iterator[Match]:
        """The description, as far as it tells the fact."""
        for form in self._forms:
            yield from form.matches(folded)


def _near(pattern: re.Pattern[str], reach: int = 60) -> Check:
    def check(folded: Folded, start: int, end: int) -> bool:
        return bool(pattern.search(folded.lower, max(0, start - reach), end + reach))

    return check


def _employer(name: str, home: list[str]) -> Iterator[Form]:
    """The kind of employer beside a place of its name or the person's town; the kind alone where one works."""
    words = words_of(name)
    kind = next((_KINDS[word] for word in reversed(words) if word in _KINDS), "")
    if not kind:
        return
    own = [word for word in words if len(word) > 3 and word not in _KINDS and word not in _ORDINARY]
    where = "|".join(map(re.escape, dict.fromkeys([*(word for word in own if word in places()), *home])))
    needles = tuple(kind.split("|"))
    if where:
        pattern = (
            rf"(?<![a-z])(?:the |our )?(?:[a-z]+ )?(?:{kind})(?:[ ,]+[a-z']+){{0,6}}? "
            rf"(?:in|at|of|for|near|by|over in|up in|round) (?:{where})(?![\w-])|(?<![a-z])(?:{where})'s "
            rf"(?:[a-z]+ )?(?:{kind})(?![a-z])"
        )
        yield _told(pattern, needles, EntityType.EMPLOYER, "WRK-05", EMPLOYER, _near(_NEAR_WORK))
    yield _told(
        piece("known_described.works_for", KIND=kind), needles, EntityType.EMPLOYER, "WRK-05", EMPLOYER, None
    )


def _town(town: str) -> Iterator[Form]:
    """The town, where the words make it the writer's: "worst mother in Shipley", "Shipley mums"."""
    name = re.escape(town)
    pattern = rf"(?:{_LIVES}(?P<v>{name})(?![\w-]))"
    after = rf"(?<![\w-])(?P<v>{name} (?:{_LOCALS}))(?![a-z])"
    for said in (pattern, after):
        yield _told(said, (town[:5],), EntityType.LOCATION, "LOC-01", ADDRESS, _capital)


def _capital(folded: Folded, start: int, end: int) -> bool:
    goes_on = re.match(r"[ -](?!And|But|I\b)[A-Z]", folded.text[end : end + 3])
    return (folded.text[start].isupper() or all_small(folded, start, end)) and not goes_on


def _mail(address: str, own: set[str]) -> Iterator[Form]:
    """The parts of an address that is made of the person's names, called by what they are."""
    local, _, domain = plain(address).partition("@")
    parts = [part for part in re.split(r"[._-]", local) if part]
    if len(parts) != 2 or not domain or not any(part in own for part in parts):
        return
    host = re.escape(domain.split(".")[0])
    pattern = piece("known_described.part", FIRST=_FIRST, LAST=_LAST, HOST=host)
    yield _told(pattern, ("name", "initial"), EntityType.EMAIL, "PI-04", EMAIL, _near(_NEAR_MAIL, 40))


def _handle(handle: str, own: set[str]) -> Iterator[Form]:
    """A handle of a name and another word: "my surname and boats"."""
    bare = re.sub(r"[\W\d_]", "", plain(handle))
    for word in sorted(own):
        rest = bare.removeprefix(word) if bare.startswith(word) else bare.removesuffix(word)
        if rest == bare or len(rest) < 3:
            continue
        stem = re.escape(rest.removesuffix("s")) + "s?"
        pattern = piece("known_described.own_part", WORD=re.escape(word), REST=stem)
        yield _told(pattern, (rest[:3],), EntityType.HANDLE, "PI-05", HANDLE, _near(_NEAR_HANDLE, 80))


def _plate_year(told: str) -> Iterator[Form]:
    """The year and season in which a plate was given out, and its two figures in words."""
    found = re.fullmatch(r"[a-z]{2}(\d\d)[a-z]{3}", re.sub(r"\W", "", plain(told)))
    if not found:
        return
    age = int(found[1])
    year = 2000 + age % 50
    season = (
        "(?:spring|summer|march|april|may|june|july|early|mid)"
        if age < 50
        else "(?:autumn|winter|september|october|november|late|end of)"
    )
    pattern = (
        rf"(?<![a-z\d])(?:(?:{season}(?: of)? )?{year} (?:plate|reg)|(?:registered|reg'?d|new) (?:in )?"
        rf"(?:{season}(?: of)? )?{year}"
        rf"|(?:car|van|motor|bike|mini|skoda|ford)(?:'s| is| was)? (?:from|registered|new|bought|made"
        rf"|built)[^.!?\n]{{0,24}} {year}"
        rf"|{spoken_number(age)}[ -](?:plate|reg)|{season} {year})(?![a-z\d])"
    )
    kind = EntityType.VEHICLE_REGISTRATION
    yield _told(pattern, ("plate", "reg", str(year)), kind, "PI-11", VEHICLE, _near(_NEAR_CAR, 40))


def _told(
    pattern: str, needles: tuple[str, ...], kind: EntityType, rule: str, fact: str, check: Check | None
) -> Form:
    return Form(re.compile(pattern), needles, kind, rule, fact, "words for what you told us", 0.55, check)
