"""The words without which no rule of a kind can fire, derived from its patterns: no text without one is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from privacy_check.text.lexicon import classes, without_owning
from privacy_check.text.rules import Item, parse, rules_of
from privacy_check.text.vocabulary import EVERYDAY

_DIGITS = 2  # a pattern of numbers alone asks for a text with so many figures
_DEAR = 1_000  # what an everyday word counts among words that few texts hold


def triggers_of(kind: str, needs: frozenset[str]) -> tuple[frozenset[str], tuple[str, ...], int]:
    """Words, beginnings and the number of digits of which a text must hold one for the rules of `kind` to be tried.

    Where the rules are weighed, those that `needs` names, one of which must fire, are looked for.
    """
    words: set[str] = set()
    starts: set[str] = set()
    digits = 0
    for rule in rules_of(kind):
        if needs and rule.id not in needs:
            continue
        for pattern in rule.when:
            found = _rarest(parse(pattern))
            if found is None:
                digits = _DIGITS
            else:
                words |= found[0]
                starts |= found[1]
    return frozenset(words), tuple(sorted(starts)), digits


def _rarest(items: Iterable[Item]) -> tuple[frozenset[str], frozenset[str]] | None:
    """The words and beginnings of the item that the fewest texts hold; None where only shapes and numbers stand."""
    sure = [_sayings(item) for item in items if not (item.optional or item.gap or item.barred or item.edge)]
    told = [each for each in sure if each is not None]
    return min(told, key=lambda each: sum(_DEAR if word in EVERYDAY else 1 for word in each[0]), default=None)


def _sayings(item: Item) -> tuple[frozenset[str], frozenset[str]] | None:
    if item.shapes or item.number:
        return None
    words = {_letters(word) for word in item.words}
    starts = set(item.starts)
    for name in item.classes:
        for phrase in classes()[name]:
            (starts if phrase.endswith("*") else words).add(_telling_word(phrase.removesuffix("*")))
    return frozenset(words), frozenset(starts)


def _telling_word(phrase: str) -> str:
    each = [_letters(word) for word in _split(phrase)]
    return max(each, key=lambda word: (word not in EVERYDAY, len(word)))


def _split(phrase: str) -> Iterator[str]:
    yield from without_owning(phrase).replace("-", " ").split()


def _letters(word: str) -> str:
    """The first run of letters, as a text's words are kept."""
    return "".join(word.partition("'")[0])
