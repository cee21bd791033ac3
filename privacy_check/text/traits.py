"""Words of protected traits, each replaced by one token for its kind, so that no rule can tell them apart.

A faith, a party, a union, an orientation, an origin, a condition: whatever reads the reduced words cannot know
which one was meant, so swapping it for another changes no answer. Their lists: `privacy_check/lexicon/traits`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from privacy_check.tables import tables
from privacy_check.text.vocabulary import EVERYDAY

_STAND_IN = "zz"
_PREFIX = 3  # letters by which words with any ending are looked up


@dataclass(frozen=True, slots=True)
class Token:
    """One word as rules see it, for the words `first` up to `end` of the text; `kind` is empty or a trait's."""

    text: str
    first: int
    end: int
    kind: str = ""


@dataclass(frozen=True, slots=True)
class _Phrase:
    words: tuple[str, ...]
    kind: str
    beside: tuple[tuple[str, ...], ...] = ()

    def fits(self, words: Sequence[str], at: int) -> bool:
        """True when the phrase stands at `at`; a star ends a word anyhow."""
        if at + len(self.words) > len(words):
            return False
        return all(_same(wanted, words[at + step]) for step, wanted in enumerate(self.words))


@dataclass(frozen=True, slots=True)
class _Table:
    exact: Mapping[str, tuple[_Phrase, ...]]
    open_ended: Mapping[str, tuple[_Phrase, ...]]


def token(kind: str) -> str:
    """The one word that stands for every word of that kind."""
    return _STAND_IN + kind


def reduced(words: Sequence[str]) -> tuple[Token, ...]:
    """Folded words (lower case, no accents, no apostrophes) with each trait as one token, longest phrase first.

    A word with other meanings too becomes a token only when a word that makes it sure stands in the same text.
    """
    out: list[Token] = []
    at = 0
    while at < len(words):
        found = _found(words, at)
        if found is None:
            out.append(Token(words[at], at, at + 1))
            at += 1
        else:
            end = at + len(found.words)
            out.append(Token(token(found.kind), at, end, found.kind))
            at = end
    return tuple(out)


@cache
def kinds() -> frozenset[str]:
    """The kinds of trait there are lists for."""
    return frozenset(name for table in _lists() for name in table)


@cache
def words_of(kind: str) -> tuple[str, ...]:
    """The phrases of a kind that stand for it anywhere, without those that end in any letters."""
    return tuple(
        " ".join(phrase.words)
        for phrase in _phrases()
        if phrase.kind == kind and not phrase.beside and not any(word.endswith("*") for word in phrase.words)
    )


@cache
def beginnings() -> tuple[str, ...]:
    """Beginnings of single words that stand for a trait whatever their ending."""
    starts = (phrase.words[0][:-1] for phrase in _phrases() if len(phrase.words) == 1 and not phrase.beside)
    return tuple(sorted({start for start in starts if start and _open_ended(start)}))


@cache
def of_a_trait(word: str) -> bool:
    """True for a folded word that stands in a phrase of any trait, and in no everyday one."""
    held = {part for phrase in _phrases() for part in phrase.words if part not in EVERYDAY}
    return word in held or any(part.endswith("*") and word.startswith(part[:-1]) for part in held)


def _open_ended(start: str) -> bool:
    return any(phrase.words == (start + "*",) for phrase in _table().open_ended.get(start[:_PREFIX], ()))


def _found(words: Sequence[str], at: int) -> _Phrase | None:
    table, word = _table(), words[at]
    candidates = (*table.exact.get(word, ()), *table.open_ended.get(word[:_PREFIX], ()))
    fitting = [phrase for phrase in candidates if phrase.fits(words, at) and _sure(phrase, words)]
    return max(fitting, key=lambda phrase: (len(phrase.words), len(phrase.words[0])), default=None)


def _sure(phrase: _Phrase, words: Sequence[str]) -> bool:
    if not phrase.beside:
        return True
    return any(tuple(words[at : at + len(near)]) == near for near in phrase.beside for at in range(len(words)))


def _same(wanted: str, word: str) -> bool:
    return word.startswith(wanted[:-1]) if wanted.endswith("*") else word == wanted


@cache
def _table() -> _Table:
    exact: dict[str, list[_Phrase]] = defaultdict(list)
    open_ended: dict[str, list[_Phrase]] = defaultdict(list)
    for phrase in _phrases():
        first = phrase.words[0]
        if first.endswith("*"):
            open_ended[first[:_PREFIX]].append(phrase)
        else:
            exact[first].append(phrase)
    return _Table(
        {word: tuple(found) for word, found in exact.items()},
        {start: tuple(found) for start, found in open_ended.items()},
    )


@cache
def _phrases() -> tuple[_Phrase, ...]:
    found: list[_Phrase] = []
    for table in _lists():
        for kind, row in table.items():
            found += [_Phrase(words, kind) for words in _split(row["words"])]
            beside = tuple(_split(row.get("beside", "")))
            found += [_Phrase(words, kind, beside) for words in _split(row.get("unsure", ""))]
    return tuple(found)


@cache
def _lists() -> tuple[Mapping[str, Mapping[str, str]], ...]:
    return tuple(tables("privacy_check", "lexicon", "traits").values())


def _split(text: str) -> list[tuple[str, ...]]:
    return [tuple(phrase.split()) for phrase in text.split(",") if phrase.strip()]
