"""What the name of a group itself gives away, whatever it is about: an area, a time, an employer, a school."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from privacy_check.groups.classify import GroupReading
from privacy_check.groups.folding import composed, folded
from privacy_check.groups.phrases import PLACE
from privacy_check.text.vocabulary import CLOCK, WEEKDAY

# Kinds of group that people join where they live, and whose times they keep.
_AT_HOME = ("GRP-S", "GRP-L", "GRP-B1", "GRP-C1", "GRP-W1")
_KEPT = ("GRP-L3", "GRP-S", "GRP-B1", "GRP-M")
_DAY = re.compile(rf"(?<!\w){WEEKDAY}(?!\w)(?: (?:morning|night|evening|afternoon|lunchtime)s?)?", re.IGNORECASE)
_HOUR = re.compile(rf"(?<!\w){CLOCK}(?!\w)", re.IGNORECASE)
_BODY = (
    r"(?:council|nhs(?: trust)?|hospitals?|infirmary|police|fire service|ambulance service|prison|college"
    r"|university|academy|school|primary|high school|care home|nursery|trust|childrens? services|social services)"
)
_AT_WORK = re.compile(rf"(?<!\w)((?:[\w'&-]+ ){{1,3}}{_BODY})(?!\w)", re.IGNORECASE)
_STAFF_OF = re.compile(
    r"(?<!\w)(?i:staff|employees|workers|colleagues|team|work(?:ed|ing)?)\W+(?:of|at|for|from) "
    r"((?:[A-Z][\w'&-]*\W?){1,4})"
)
_FIRM_STAFF = re.compile(r"^((?:[A-Z][\w'&-]*\W){1,3})(?:staff|employees|colleagues|workers)(?!\w)", re.IGNORECASE)
_SCHOOL = re.compile(
    r"(?<!\w)((?:st\.? )?(?:(?!(?:year|class|parents|mums|dads|friends|families|of|at|the|my|our)\b)[\w'-]+ ){1,4}"
    r"(?:primary|infants?|juniors?|high|grammar|academy|nursery|preschool|secondary|college|school)"
    r"(?: school| academy)?)(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Given:
    """One fact a name holds: `what` is area, time, employer or school; `words` as they stand in the name."""

    what: str
    words: str


def given(name: str, reading: GroupReading) -> tuple[Given, ...]:
    """The facts in a group's name, for a group that says something of its members at all.

    Each is a question rather than a certainty: people join groups of places where they do not live.
    """
    if reading.category is None:
        return ()
    return tuple(dict.fromkeys(_facts(composed(name), reading.category)))


def _facts(name: str, category: str) -> Iterator[Given]:
    if category == "GRP-W1":
        yield from (Given("employer", words) for words in _employers(name))
    if category == "GRP-L2":
        school = _SCHOOL.search(name)
        if school:
            yield Given("school", school[1].strip())
    if category.startswith(_AT_HOME):
        yield from (Given("area", words) for words in _areas(name))
    if category.startswith(_KEPT):
        when = _DAY.search(name) or _HOUR.search(name)
        if when:
            yield Given("time", when[0])


def _employers(name: str) -> Iterator[str]:
    found = _STAFF_OF.search(name) or _AT_WORK.search(name) or _FIRM_STAFF.search(name)
    if found:
        yield found[1].strip(" -|,")


def _areas(name: str) -> Iterator[str]:
    words = folded(name)
    for part, source in zip(words.text.split(), words.sources, strict=True):
        if part == PLACE:
            yield _as_written(source, name)


def _as_written(words: str, name: str) -> str:
    at = name.casefold().find(words)
    return name[at : at + len(words)] if at >= 0 else words
