"""The words a handle is made of, and those that are put around one."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from privacy_check.tables import table
from privacy_check.text.vocabulary import first_names, short_names

SEPARATORS = "._-~ "
_PARTS = re.compile(r"[a-z]+|[0-9]+|[^\W\d_]+")


@lru_cache(maxsize=4096)
def words_of_handle(handle: str) -> tuple[str, ...]:
    """Its runs of letters and of digits in small letters; a first name run on into another word is taken off."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", handle)
    words: list[str] = []
    for part in _PARTS.findall(spaced.casefold()):
        words += _split(part) if part.isalpha() and part.isascii() else [part]
    return tuple(words)


@cache
def words_beside(place: str) -> tuple[str, ...]:
    """What stands `before`, `behind`, or as an address at the `ends` of a copied handle, most usual first."""
    raw = table("privacy_check", "data", "handle_words.toml")
    return tuple(str(raw[place]).split())


@lru_cache(maxsize=8192)
def _split(word: str) -> list[str]:
    """A given name and the rest, when one stands at an end of a word that runs on."""
    known = _given_names()
    for size in range(min(len(word) - 3, 12), 2, -1):
        if word[:size] in known:
            return [word[:size], word[size:]]
    for size in range(min(len(word) - 3, 12), 3, -1):
        if word[-size:] in known:
            return [word[:-size], word[-size:]]
    return [word]


@cache
def _given_names() -> frozenset[str]:
    shorts = {short for names in short_names().values() for short in names if len(short) > 2}
    return frozenset(shorts | set(short_names()) | {name for name in first_names() if name.isalpha()})
