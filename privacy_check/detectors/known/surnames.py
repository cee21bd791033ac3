"""A told mother's maiden name and former names: alone, in the plural, beside a first name, in a double barrel,
in tags.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from privacy_check.detectors.known.base import Check, Form, flexible, needle_of, words_of
from privacy_check.detectors.known.scene import everyday
from privacy_check.model import EntityType
from privacy_check.text.cues import word_set
from privacy_check.text.fold import Folded
from privacy_check.text.sayings import listed, piece
from privacy_check.text.vocabulary import NEVER_NAMES

_OF_OFFICE_SAID = piece("known_surnames.of_office")

MAIDEN = "your mother's maiden name"
FORMER = "your former name"

_RELATIVES = piece("known_surnames.relatives")
_FAMILY_SCENE = re.compile(
    f"(?<![a-z])(?:family|families|reunion|clan|nee|maiden|{_RELATIVES}|side|wedding|relatives"
    "|relations|tree|born|surname|names?|do|lot|crew|girls|boys|sisters|brothers|blood|genes?"
    r"|in-laws|generations?|ancest\w+|heritage|eyebrows|nose|temper|before (?:i|she"
    "|mum) (?:got )?married|funeral|christening|picnic|get-?together|gathering)(?![a-z])"
)
_TITLED_KIN = re.compile(
    rf"(?<![a-z]){_RELATIVES}(?: \w+)? (?:[a-z]+ )?$|(?:my |our )(?:late |lovely |dear )?\w+ [a-z]+ $"
    r"|(?:happy (?:\d+(?:st|nd|rd|th) )?(?:birthday|anniversary),? ?)[a-z]+ $"
)
_OF_OFFICE = re.compile(rf"(?<![a-z])(?:{_OF_OFFICE_SAID})\.? $")
_COMMON_SURNAMES = listed("known_surnames.common_surnames")


def surname_forms(name: str, fact: str, own: frozenset[str], former_given: tuple[str, ...] = ()) -> Iterator[Form]:
    """Forms of a surname; `own` are the teller's and partner's surnames, `former_given` the given names it was
    borne with.
    """
    words = words_of(name)
    bare = "".join(words).replace("'", "")
    if len(bare) < 2:
        return
    said = flexible(words, r"[\s._-]{0,3}")
    needles = (needle_of(words[0]),)
    common = bare in _COMMON_SURNAMES or everyday(bare)
    yield _form(
        fact, rf"(?<![\w#@-])(?:{said})(?:e?s|'s)?(?!\w|-\w|'\w\w)", needles, 0.85, _alone(fact, common, own)
    )
    barrel = rf"(?<![\w#@-])(?:[^\W\d_]+[ -]{said}(?!\w)|[^\W\d_]+-{said}(?!\w)|{said}-[^\W\d_]+)(?!-\w)"
    yield _form(fact, barrel, needles, 0.8, _double(bare, own))
    if len(bare) > 3:
        loose = r"[._-]?".join(re.escape(word.replace("'", "")) for word in words)
        yield _form(
            fact,
            f"[@#](?:[a-z]+[._-]|the|team|clan|house)?{loose}(?:family|families|clan|s|girls?|boys?|reunion"
            r"|wedding|christmas|party|cousins|sisters|lot|crew|tree)*(?:[._-]\w{0,10}"
            r"|\d{1,4})?(?![a-z])",
            needles,
            0.8,
        )
        yield _form(fact, rf"@[a-z]{{2,12}}{loose}\d{{0,4}}(?!\w)", needles, 0.7, _in_family)
    for given in former_given:
        yield _form(fact, rf"(?<![\w#@]){re.escape(given)}[\s._-]{{0,3}}(?:[a-z]+ )?{said}(?!\w)", needles, 0.9)


def _form(
    fact: str, pattern: str, needles: tuple[str, ...], confidence: float, check: Check | None = None
) -> Form:
    return Form(
        re.compile(pattern),
        needles,
        EntityType.SECURITY_ANSWER,
        "CRD-03",
        fact,
        "a name you told us",
        confidence,
        check,
    )


def _alone(fact: str, common: bool, own: frozenset[str]) -> Check:
    def check(folded: Folded, start: int, end: int) -> bool:
        text, lower = folded.text, folded.lower
        family = _in_family(folded, start, end)
        if _OF_OFFICE.search(lower, max(0, start - 14), start):
            return False
        if not text[start].isupper():
            return family and not (
                common
                and not re.search(
                    r"(?:nee|maiden name(?: is| was)?|surname(?: is| was)?) $", lower[max(0, start - 24) : start]
                )
            )
        follow = re.match(r" ([A-Z][a-z]+)", text[end : end + 24])
        if follow and follow[1].casefold() not in _KIN_NOUNS | NEVER_NAMES and follow[1].casefold() not in own:
            return False
        before = re.search(r"([A-Z][a-z]+) $", text[max(0, start - 20) : start])
        if (
            before
            and before[1].casefold() not in NEVER_NAMES | _HEADS
            and not _RELATIVE.fullmatch(before[1].casefold())
        ):
            # "Aunt Jean Sugden" is family; "Jean Sugden" may be anybody.
            return (
                bool(_TITLED_KIN.search(lower, max(0, start - 50), start))
                or before[1].casefold() in own
                or (family and not _RENOWNED.match(lower, end))
            )
        return family or not common

    return check


_RELATIVE = re.compile(_RELATIVES)
_KIN_NOUNS = word_set(
    "family clan side reunion girls boys cousins sisters brothers christmas wedding lot crew and xx"
)
_HEADS = listed("known_surnames.heads")
_RENOWNED = re.compile(
    r" (?:won|scored|wins|scores|the (?:\w+ )?(?:trainer|actor|actress|singer|author|footballer"
    "|player|manager|mp|judge|writer|director|coach|chef)|mausoleum|museum|street|road|novel|film"
    "|album|documentary|interview|on (?:tv|the radio|bbc))"
)


def _double(bare: str, own: frozenset[str]) -> Check:
    """A double barrel, or a first name before: the other half must be a surname of the family, or family about
    it.
    """

    def check(folded: Folded, start: int, end: int) -> bool:
        said = folded.lower[start:end]
        halves = set(re.split(r"[ -]", said)) - {bare}
        capitals = all(part[:1].isupper() for part in re.split(r"[ -]", folded.text[start:end]))
        if "-" not in said:
            return capitals and bool(halves & own)
        return capitals and (bool(halves & own) or _in_family(folded, start, end))

    return check


def _in_family(folded: Folded, start: int, end: int) -> bool:
    lower = folded.lower
    return bool(
        _FAMILY_SCENE.search(lower, max(0, start - 40), start) or _FAMILY_SCENE.search(lower, end, end + 40)
    )
