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
    """Its runs of letters and of digits in small letters; a single run is parted after a title or a given name."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", handle)
    parts = _PARTS.findall(spaced.casefold())
    # Where the writer parted the words, a name within a name (`Ben` in `Bennett`) is none.
    if sum(part.isalpha() for part in parts) > 1:
        return tuple(parts)
    words: list[str] = []
    for part in parts:
        words += _split(part) if part.isalpha() and part.isascii() else [part]
    return tuple(words)


@cache
def words_beside(place: str) -> tuple[str, ...]:
    """What stands `before`, `behind`, or as an address at the `ends` of a copied handle, most usual first."""
    raw = table("privacy_check", "data", "handle_words.toml")
    return tuple(str(raw[place]).split())


@lru_cache(maxsize=8192)
def _split(word: str) -> list[str]:
    """A title or a given name and the rest, when one stands at an end of a word that runs on."""
    known = _given_names()
    if word in known:
        return [word]
    for title in words_beside("titles"):
        if word.startswith(title) and len(word) - len(title) >= 3 and not _begins_with_name(word):
            return [title, word[len(title) :]]
    for size in range(min(len(word) - 1, 12), 2, -1):
        if word[:size] in known and (len(word) - size > 2 or (len(word) - size == 1 and size > 3)):
            return [word[:size], word[size:]]
    for size in range(min(len(word) - 1, 12), 3, -1):
        if word[-size:] in known and len(word) - size != 2:
            return [word[:-size], word[-size:]]
    return [word]


def _begins_with_name(word: str) -> bool:
    """True for `mrunal`, which is no `mr` before a name: a known name is longer than the title it begins with."""
    return any(word[:size] in _given_names() for size in range(4, min(len(word), 12) + 1))


@cache
def _given_names() -> frozenset[str]:
    shorts = {short for names in short_names().values() for short in names if len(short) > 2}
    return frozenset(shorts | set(short_names()) | {name for name in first_names() if name.isalpha()})
