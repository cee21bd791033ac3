"""The named word lists of `privacy_check/lexicon`: in which classes a word or phrase stands."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from privacy_check.tables import tables

_PREFIX = 3
_OWNING = re.compile(r"'s(?![^\W\d_])")


@dataclass(frozen=True, slots=True)
class Entry:
    """One word or phrase of a list: its first word, the others, its class; `open` when it has any ending."""

    first: str
    rest: tuple[str, ...]
    name: str
    open: bool

    def length_at(self, words: Sequence[str], at: int) -> int:
        """How many words the entry takes at `at`, 0 when it does not stand there."""
        if not self.rest:
            return 1 if words[at] == self.first or self.open else 0
        end = at + 1 + len(self.rest)
        if end > len(words) or words[at] != self.first:
            return 0
        there = tuple(words[at + 1 : end])
        if there == self.rest or (
            self.open and there[:-1] == self.rest[:-1] and there[-1].startswith(self.rest[-1])
        ):
            return end - at
        return 0


def without_owning(text: str) -> str:
    """The text without `'s`: whose something is, or "is", does not change which words stand there."""
    return _OWNING.sub("  ", text) if "'s" in text else text


@cache
def classes() -> Mapping[str, tuple[str, ...]]:
    """Every class by its name in capitals, with its words and phrases in the order of the list."""
    found: dict[str, tuple[str, ...]] = {}
    for lists in tables("privacy_check", "lexicon").values():
        for name, row in lists.items():
            found[name.upper()] = tuple(" ".join(word.split()) for word in row["words"].split(",") if word.strip())
    return found


@cache
def single_words(name: str) -> bool:
    """True for a class without phrases."""
    return not any(set(" -").intersection(phrase) for phrase in classes()[name])


@lru_cache(maxsize=20_000)
def entries(word: str) -> tuple[Entry, ...]:
    """The entries of all lists that can begin with this word, longest first."""
    exact, open_ended = _table()
    near = (entry for entry in open_ended.get(word[:_PREFIX], ()) if word.startswith(entry.first))
    return tuple(sorted((*exact.get(word, ()), *near), key=lambda entry: -len(entry.rest)))


@dataclass(frozen=True, slots=True)
class Begun:
    """What can begin with a word: the classes it is in by itself, and phrases, by their second word.

    `loose` are phrases of two words of which the second has any ending.
    """

    alone: frozenset[str]
    phrases: Mapping[str, tuple[Entry, ...]]
    loose: tuple[Entry, ...]


_NONE = frozenset[str]()


@lru_cache(maxsize=20_000)
def begun_by(word: str, among: frozenset[str] = _NONE) -> Begun:
    """What can begin with a word in the classes `among`, in all of them where none is named."""
    alone = set()
    phrases: dict[str, tuple[Entry, ...]] = {}
    loose = []
    for entry in entries(word):
        if among and entry.name not in among:
            continue
        if not entry.rest:
            alone.add(entry.name)
        elif entry.open and len(entry.rest) == 1:
            loose.append(entry)
        else:
            phrases[entry.rest[0]] = (*phrases.get(entry.rest[0], ()), entry)
    return Begun(frozenset(alone), phrases, tuple(loose))


@cache
def _table() -> tuple[Mapping[str, tuple[Entry, ...]], Mapping[str, tuple[Entry, ...]]]:
    exact: dict[str, list[Entry]] = defaultdict(list)
    open_ended: dict[str, list[Entry]] = defaultdict(list)
    for name, phrases in classes().items():
        for phrase in phrases:
            first, *rest = without_owning(phrase.removesuffix("*")).replace("-", " ").split()
            entry = Entry(first, tuple(rest), name, phrase.endswith("*"))
            if entry.open and not rest:
                open_ended[first[:_PREFIX]].append(entry)
            else:
                exact[first].append(entry)
    return (
        {word: tuple(found) for word, found in exact.items()},
        {start: tuple(found) for start, found in open_ended.items()},
    )
