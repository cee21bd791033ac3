"""Names and handles as people compare them: without accents, and in the spellings a plain keyboard gives them."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import lru_cache

# Letters that no decomposition takes apart, as passports and handles write them.
_PLAIN = str.maketrans(
    {
        "ø": "o",
        "đ": "d",
        "ł": "l",
        "ħ": "h",
        "ŧ": "t",
        "ı": "i",
        "ŋ": "n",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
    }
)
# The other habit: a second letter stands for the mark.
LONG: Mapping[str, str] = {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "ð": "th", "đ": "dj"}
_CHOICES = 4  # letters of a name that may each be written either way


def plain(text: str) -> str:
    """Lower case without accents; letters with a stroke and joined letters become plain ones."""
    if text.isascii():
        return text.lower()
    spread = letters_apart(unicodedata.normalize("NFKD", text.casefold()).casefold())
    return "".join(letter for letter in spread if not unicodedata.combining(letter))


def letters_apart(text: str) -> str:
    """Small letters with a stroke, and two joined in one, as plain ones."""
    return text.translate(_PLAIN)


@lru_cache(maxsize=8192)
def letters(text: str) -> str:
    """Only the letters and digits of `plain`."""
    return "".join(letter for letter in plain(text) if letter.isalnum())


def spellings(text: str) -> frozenset[str]:
    """Every way the letters of a name stand in a handle: `Jürgen` gives `jurgen` and `juergen`; may be empty."""
    composed = unicodedata.normalize("NFKC", text).casefold()
    written = [composed]
    for letter in [letter for letter in LONG if letter in composed][:_CHOICES]:
        written += [form.replace(letter, LONG[letter]) for form in written]
    return frozenset(map(letters, written)) - {""}


def same_spelling(name: str, other: str) -> bool:
    """True when two names or handles can be written with the same plain letters."""
    return not spellings(name).isdisjoint(spellings(other))
