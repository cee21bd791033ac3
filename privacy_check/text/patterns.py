"""The pattern language of the rules: rows of words, lexicon classes and shapes.

A pattern is a row of items. `word` is that word, `word*` any word that begins so, `CAPITALS` a class of the
lexicon, `a|B` either, `x?` may be missing, `*` up to three words, `!x` that the next word is not x, `#` a number,
`Name` a shape (text/shapes.py), `^` where a sentence begins or ends. `@x` captures: the finding is what the
captured items took, from first to last.
Commas and quotation marks do not count; the end of a sentence is never stepped over. docs/rules.md teaches it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from privacy_check.errors import UsageError
from privacy_check.text.lexicon import classes, without_owning
from privacy_check.text.shapes import SHAPES
from privacy_check.text.vocabulary import EVERYDAY

NUMBER = "#"
MOST_BETWEEN = 3  # words that `*` stands for at most
_LONGEST_NAME = 8  # words of a shape at most
_DEAR = 1_000  # what an everyday word counts among words that few texts hold


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a pattern: words, beginnings, classes and shapes, any of which fits.

    `gap` is up to three words, `edge` the end of a sentence; `bit` stands in the bits of words that can begin it.
    `alone`: whatever word can begin it is all of it; `plain`: so it is, it must stand there and captures nothing.
    """

    words: frozenset[str] = frozenset()
    starts: tuple[str, ...] = ()
    classes: frozenset[str] = frozenset()
    shapes: tuple[str, ...] = ()
    number: bool = False
    optional: bool = False
    barred: bool = False
    gap: bool = False
    captured: bool = False
    edge: bool = False
    bit: int = 0
    alone: bool = False
    plain: bool = False

    @property
    def sure(self) -> bool:
        """True when the item must stand there for its pattern to fit."""
        return not (self.optional or self.gap or self.barred or self.edge)


@cache
def parse(pattern: str) -> tuple[Item, ...]:
    """The items of a pattern. Raises UsageError for a class that no list has."""
    return tuple(_item(part, pattern) for part in pattern.split())


def _item(part: str, pattern: str) -> Item:
    if part == "*":
        return Item(gap=True)
    if part == "^":
        return Item(edge=True)
    captured, barred, optional = part.startswith("@"), part.startswith("!"), part.endswith("?")
    words, starts, named, shapes, number = set(), [], set(), [], False
    for choice in part.removeprefix("@").removeprefix("!").removesuffix("?").split("|"):
        if choice == NUMBER:
            number = True
        elif choice.isupper() and len(choice) > 1:
            if choice not in classes():
                raise UsageError(
                    f"No word list is called {choice}, in the rule: {pattern}", "Look in privacy_check/lexicon."
                )
            named.add(choice)
        elif choice in SHAPES:
            shapes.append(choice)
        elif choice.endswith("*"):
            starts.append(choice[:-1])
        else:
            words.add(choice)
    return Item(
        frozenset(words),
        tuple(starts),
        frozenset(named),
        tuple(shapes),
        number,
        optional=optional,
        barred=barred,
        captured=captured,
    )


def spelled_out(items: tuple[Item, ...]) -> Iterator[tuple[Item, ...]]:
    """The pattern with everything that may be missing at its beginning there, and not there."""
    yield items
    if items and items[0].optional:
        yield from spelled_out(items[1:])


Sayings = tuple[frozenset[str], frozenset[str]]


def rarest(items: Iterable[Item]) -> Sayings | None:
    """The words and beginnings of the item that the fewest texts hold; None where there are only shapes."""
    item = telling_item(items)
    return None if item is None else _sayings(item)


def telling_item(items: Iterable[Item]) -> Item | None:
    """The item that the fewest texts hold; None where there are only shapes and numbers."""
    told = [
        (_cost(sayings), place, item)
        for place, item in enumerate(items)
        if item.sure and (sayings := _sayings(item))
    ]
    return min(told)[2] if told else None


def _cost(sayings: Sayings) -> int:
    return sum(_DEAR if word in EVERYDAY else 1 for word in sayings[0])


def longest(item: Item) -> int:
    """How many words an item can take at most."""
    if item.barred:
        return 0
    phrases = [len([*_split(phrase)]) for name in item.classes for phrase in classes()[name]]
    return max(MOST_BETWEEN if item.gap else 1, _LONGEST_NAME if item.shapes else 1, *phrases, 1)


def _sayings(item: Item) -> Sayings | None:
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
