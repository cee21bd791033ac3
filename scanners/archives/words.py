"""Words of archives in the languages of their accounts: months, ways to say nothing, labels with one meaning."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import Any

from privacy_check import tables


@cache
def table(name: str) -> Mapping[str, Any]:
    """One table of `words.toml`."""
    found: Mapping[str, Any] = tables.table("scanners", "archives", "words.toml")[name]
    return found


def _bare(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word).casefold()
    return "".join(letter for letter in plain if letter.isalnum())


@cache
def meaning(room: str) -> Mapping[str, str]:
    """What a label of that room means, by its letters alone: `numerodetelephone` means `phone`."""
    known = {_bare(word): name for name, words in table(room).items() for word in words}
    # Of a typographic apostrophe that was written wrongly, an â is what some archives keep.
    broken = {_bare(word.replace("'", "â")): name for name, words in table(room).items() for word in words}
    return broken | known


@cache
def phrases(room: str, name: str) -> tuple[str, ...]:
    """A list of phrases, lower case."""
    return tuple(phrase.casefold() for phrase in table(room)[name])


MONTHS: Mapping[str, int] = {
    _bare(word): number for number, words in enumerate(table("months")["names"], 1) for word in words.split()
}
NOTHING = frozenset(word.casefold() for word in table("nothing")["words"])
