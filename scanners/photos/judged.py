"""What a reading means: findings that explain themselves, and what the file's own name gives away."""

from __future__ import annotations

import re
from collections.abc import Iterable

from privacy_check import catalogue
from privacy_check.detectors.engine import find
from privacy_check.model import EntityType, Finding, Sensitive, Severity
from privacy_check.sentences import say
from privacy_check.subject import AboutMe
from privacy_check.text.vocabulary import first_names, places
from scanners.photos.clues import DIFFERS, PhotoReading
from scanners.photos.kinds import UNKNOWN, named_as

FIELD = "photos"
FILE_NAME = "file_name"
SURE, HINT = 0.95, 0.5
CLEAN = "generic/strip-gps"
"""What to do about all of them: make a clean copy."""

_DAY = re.compile(r"(?<!\d)(?:19|20)\d\d[-_. ]?(?:0[1-9]|1[0-2])[-_. ]?(?:0[1-9]|[12]\d|3[01])(?!\d{3})")
_BETWEEN = re.compile(r"[_\-.+~()\[\]]")
_LETTERS = re.compile(r"[^\W\d_]{3,}")
_CAMERA_WORDS = frozenset(
    {"img", "image", "photo", "photos", "picture", "pxl", "dsc", "dscf", "vid", "mov", "wa", "pano"}
)


def findings(photo: PhotoReading, name: str = "", about: AboutMe | None = None) -> list[Finding]:
    """Findings on what the file holds and, with a name, on what its name says; most pressing first."""
    found = [*_inside(photo)]
    for words in photo.words:
        found += find(words, about=about, field=FIELD)
    if name:
        # The same length, so that places in the name stay right.
        found += find(_BETWEEN.sub(" ", name), about=about, field=FILE_NAME)
        found += [
            _finding("PI-01", EntityType.PICTURE, HINT, word, "name_file", FILE_NAME) for word in called(name)
        ]
    return sorted(found, key=lambda item: -item.severity.rank)


def name_gives_away(name: str, kind: str) -> tuple[str, ...]:
    """Sentences on the file's own name: a kind it is not, a date, a first name."""
    told = []
    named = named_as(name)
    if named not in (UNKNOWN, kind) and kind != UNKNOWN and {named, kind} != {"mp4", "mov"}:
        told.append(say("photos.also.name_differs", named=named.upper(), kind=kind.upper()))
    if _DAY.search(name):
        told.append(say("photos.also.name_date"))
    told += [say("photos.also.name_place", text=word) for word in places_named(name)]
    return (*told, *(say("photos.also.name_name", text=word) for word in called(name)))


def called(name: str) -> tuple[str, ...]:
    """First names in a file name, where the word is hardly anything else."""
    known = first_names()
    words = (word for word in _words(name) if known.get(word.lower()) is False)
    return tuple(dict.fromkeys(word for word in words if word.lower() not in _CAMERA_WORDS))


def places_named(name: str) -> tuple[str, ...]:
    """Towns and villages in a file name, where the words are hardly anything else."""
    words, known = _words(name), places()
    runs = (" ".join(words[at : at + size]) for size in (3, 2, 1) for at in range(len(words) - size + 1))
    return tuple(dict.fromkeys(run for run in runs if known.get(run.lower()) is False))


def _words(name: str) -> list[str]:
    stem = name.rsplit(".", 1)[0]
    return _LETTERS.findall(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", stem))


def _inside(photo: PhotoReading) -> Iterable[Finding]:
    place, device = photo.place, photo.device
    if place and place.latitude is not None:
        spot = f"{place.latitude:.5f}, {place.longitude:.5f} ({place.name})"
        yield _finding("LOC-03", EntityType.GPS, SURE, spot, "place")
    elif place:
        yield _finding("LOC-03", EntityType.LOCATION, SURE, place.name, "place_words")
    if photo.thumbnail == DIFFERS:
        yield _finding("PHO-08", EntityType.PICTURE, HINT, say("photos.left.thumbnail"), "thumbnail")
    for name in photo.names:
        yield _finding("PI-01", EntityType.PICTURE, SURE if name == device.owner else HINT, name, "owner")
    if device.serial:
        yield _finding("HND-04", EntityType.PICTURE, HINT, device.serial, "serial")


def _finding(rule_id: str, kind: EntityType, sure: float, value: str, why: str, field: str = FIELD) -> Finding:
    rule = catalogue.rule(rule_id)
    hint = sure <= HINT and rule.severity.rank > Severity.WORTH_A_LOOK.rank
    return Finding(
        rule_id,
        kind,
        rule.nature,
        Severity.WORTH_A_LOOK if hint else rule.severity,
        sure,
        field,
        Sensitive(value),
        say(f"photos.why.{why}"),
        audiences=rule.audiences,
        remedy_ids=(CLEAN,),
    )
