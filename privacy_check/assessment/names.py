"""Whether the name a profile shows is a person's full name, and what user names have in common."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from privacy_check.assessment.noticing import kinds
from privacy_check.subject import AboutMe
from privacy_check.text.name_letters import plain
from privacy_check.text.plain_names import is_everyday
from privacy_check.text.vocabulary import first_names

_TITLES = frozenset(
    ["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "dame", "rev", "rsw", "phd", "bsc", "ma", "mba"]
)
# A part of a name this long is recognised inside a user name; so few letters beside it are initials.
_LONG_ENOUGH = 3
_INITIALS = 3
_PRONOUNS = re.compile(r"[(\[|/•·].*$")


def words_of(text: str) -> list[str]:
    """The words of a name without accents, titles and digits."""
    return [word for word in re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", plain(text)) if word not in _TITLES]


def full_name(shown: str, about: AboutMe | None) -> float:
    """How surely the shown name is the person's full name, 0..1; without About me it can only look like one."""
    if about is not None and (about.names or about.former_names):
        return 0.95 if any(_holds(shown, name) for name in (*about.names, *about.former_names)) else 0.0
    return 0.7 if looks_like_a_name(shown) else 0.0


def looks_like_a_name(shown: str) -> bool:
    """True for two to four capitalised words none of which belongs to a shop, a club or a title."""
    bare = _PRONOUNS.sub("", unicodedata.normalize("NFKC", shown)).strip()
    if re.search(r"[\d@#&+!?:;_]", bare):
        return False
    parts = [part.strip(".,'’\"“”") for part in re.split(r"\s+", bare)]
    parts = [part for part in parts if any(letter.isalpha() for letter in part)]
    parts = [part for part in parts if plain(part) not in _TITLES]
    if not 2 <= len(parts) <= 4 or any(plain(part) in _not_a_person() for part in parts):
        return False
    long = [part for part in parts if len(part) > 1]
    return len(long) >= 2 and all(_like_a_name_word(part) for part in parts)


def _like_a_name_word(part: str) -> bool:
    letters = [letter for letter in part if letter not in "'’-."]
    if not all(letter.isalpha() for letter in letters):
        return False
    return not letters[0].islower() or plain(part) in {
        "de",
        "da",
        "van",
        "von",
        "der",
        "al",
        "bin",
        "ap",
        "la",
        "le",
    }


@cache
def _not_a_person() -> frozenset[str]:
    return frozenset(kinds("names", "not_a_person"))


def _holds(shown: str, name: str) -> bool:
    given, there = words_of(name), words_of(shown)
    if len(given) < 2:
        return False
    return given[0] in there and given[-1] in there


def handle_core(handle: str) -> str:
    """A user name reduced to letters and digits, as people compare them."""
    bare = handle.split("/")[-1].lstrip("@").split("@")[0]
    return re.sub(r"[\W_]+", "", plain(bare))


def name_in_handle(handle: str, about: AboutMe | None) -> bool:
    """True when a user name holds the person's first and last name."""
    core = handle_core(handle)
    names = [words_of(name) for name in (about.names if about else ())]
    return any(len(name) > 1 and name[0] in core and name[-1] in core for name in names)


def unusual(core: str, names: Iterable[str]) -> bool:
    """True when a user name, reduced to its core, is neither the person's own name nor one everyday word."""
    left = re.sub(r"\d+", "", core)
    if is_everyday(left) or left in first_names():
        return False
    for word in sorted({word for name in names for word in words_of(name)}, key=len, reverse=True):
        bare = re.sub(r"[^a-z]", "", word)
        left = left.replace(bare, "", 1) if len(bare) >= _LONG_ENOUGH else left
    return len(left) > _INITIALS


def distinctive(handle: str) -> bool:
    """True when a user name is long enough that the same one elsewhere is likely the same person."""
    core = handle_core(handle)
    return len(core) >= 6 and len(set(core)) >= 4 and not core.isdigit()
