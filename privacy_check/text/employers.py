"""Names of employers: well-known ones, and the shapes that names of councils, trusts and firms have."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from privacy_check.text.cues import late, word_set
from privacy_check.text.sayings import cue_of, listed, piece, saying
from privacy_check.text.vocabulary import EVERYDAY, names, place_at, telling_word

_END = piece("employers.end")
_ENDS = late(rf"(?:^|[ -]){_END}$")
# Of these shapes only public bodies are employers wherever a bio names them alone; a bakery may be one's own.
_PUBLIC_END = saying("employers.public_end")
FIRM_WORDS = listed("employers.firm_words")
SURE_ORG = cue_of("employers.sure_org")
NHS = cue_of("employers.nhs")
_GENERAL = word_set(
    "children's services,social services,adult social care,housing association,county council,city "
    "council,borough council,the council,ambulance service,fire service,foundation trust,nhs "
    "trust,academy trust,care home,nursing home,health board,the police,the bank,the "
    "hospital,general hospital,building society,primary care,social care,health care,self "
    "care,skin care,day care,child care,foster care",
    ",",
)


@cache
def known() -> Mapping[str, bool]:
    """Lower-case employer names; True where the name is also an everyday word."""
    return names("employers.txt")


@cache
def telling_words() -> frozenset[str]:
    """One telling word of each listed employer, so that a bare name in a bio is looked at."""
    return frozenset(telling_word(name) for name, everyday in known().items() if not everyday) - {""}


@cache
def common_names() -> tuple[str, ...]:
    """Listed employers made of everyday words alone, such as "M&S", which must be looked for as they stand."""
    return tuple(name for name, plain in known().items() if not plain and telling_word(name) in EVERYDAY)


@cache
def rare_words() -> frozenset[str]:
    """The telling words of all listed employers but those of `common_names`."""
    return telling_words() - EVERYDAY


@cache
def name_words() -> frozenset[str]:
    """Words of which a text with an employer of a known name or shape holds one, or one of `common_names`."""
    everyday = {word for name, plain in known().items() if plain for word in re.findall(r"[^\W\d_]+", name)}
    common = word_set("next three mind sense game well last reed o one the")
    return rare_words() | (everyday - common) | SURE_ORG.words | NHS.words | FIRM_WORDS


def listed_end(name: str, plain_only: bool = False) -> int:
    """End of the known employer that lower-case `name` begins with, else 0; `plain_only` leaves everyday words
    out.
    """
    words = name.split(" ")
    for count in range(min(4, len(words)), 0, -1):
        first = " ".join(words[:count])
        everyday = known().get(first)
        if everyday is None and first.endswith("'s"):
            first = first[:-2]
            everyday = known().get(first)
        if everyday is False or (everyday and not plain_only):
            return len(first)
    return 0


def shaped(name: str) -> bool:
    """True when a lower-case name is built like one of a public body or firm, with a name of its own in front."""
    return " " in name and name not in _GENERAL and bool(_ENDS.search(name))


def public_body(name: str) -> bool:
    """True when a lower-case name is built like one of a council, force, hospital or trust."""
    return " " in name and name not in _GENERAL and bool(_PUBLIC_END.search(name))


def general(name: str) -> bool:
    """True when a lower-case name says a kind of employer and names none."""
    return name in _GENERAL


REPORTED = saying("employers.reported")
VISITOR = saying("employers.visitor")
MAYBE = saying("employers.maybe")
LEARNING = saying("employers.learning")
ERRANDS = saying("employers.errands")
SELF = late(r"(?<!\w)(?:i|i'm|im|i've|me|my|mine|we|we're|our|us|myself)(?!\w)")
_THANKED = saying("employers.thanked")


def met(lower: str, start: int) -> bool:
    """True when the words before `start` thank or visit whoever follows."""
    before = lower[max(0, start - 30) : start]
    return bool(_THANKED.search(before)) and "night team" not in lower


_SMALL_BODY = saying("employers.small_body")


def small_end(lower: str, at: int) -> int | None:
    """End of an employer written without capitals: a known one ("tesco"), or place and body ("kent police")."""
    end = listed_end(lower[at : at + 40].split("\n")[0], plain_only=True)
    if end and not lower[at + end : at + end + 1].isalnum():
        return at + end
    place = place_at(lower, at)
    body = _SMALL_BODY.match(lower, place[0] + 1) if place else None
    return body.end() if body else None
