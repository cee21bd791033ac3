"""Which items of the rules' patterns each word can begin, as a number with one bit for each item.

A pattern fits only in a text whose words begin all of its items, and only where a word begins its first one. Both
are one `&` of two numbers, so that all rules are looked up together and next to none of them is tried in vain.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import reduce
from itertools import pairwise
from operator import or_

from privacy_check.text.lexicon import begun_by, single_words
from privacy_check.text.patterns import Item
from privacy_check.text.shapes import BEGINNING

_MOST = 20_000  # words that are remembered


class Beginnings(dict[str, tuple[int, dict[str, int]]]):
    """The bits of a word, by the word, and more of them where a certain word follows, as in a phrase of a list.

    All items must be noted before the first word is asked about.
    """

    def __init__(self) -> None:
        super().__init__()
        self._bits: dict[Item, int] = {}
        self._numbers = 0
        self._words: dict[str, int] = defaultdict(int)
        self._starts: dict[str, int] = defaultdict(int)
        self._classes: dict[str, int] = defaultdict(int)
        self._shapes: dict[str, int] = defaultdict(int)

    def noted(self, items: Iterable[Item]) -> tuple[Item, ...]:
        """The items with their bits: all that say the same have the same bit."""
        return tuple(self._noted(item) for item in items)

    def _noted(self, item: Item) -> Item:
        alone = not item.shapes and all(map(single_words, item.classes))
        plain = alone and item.sure and not item.captured
        return replace(item, bit=self._bit(item), alone=alone, plain=plain)

    def _bit(self, item: Item) -> int:
        alike = Item(item.words, item.starts, item.classes, item.shapes, item.number)
        if alike == Item():
            return 0
        bit = self._bits.get(alike)
        if bit is None:
            bit = self._bits[alike] = 1 << len(self._bits)
            for table, names in (
                (self._words, item.words),
                (self._starts, item.starts),
                (self._classes, item.classes),
                (self._shapes, item.shapes),
            ):
                for name in names:
                    table[name] |= bit
            self._numbers |= bit if item.number else 0
        return bit

    def of(self, words: Sequence[str]) -> list[int]:
        """The bits of each word of a text."""
        found = []
        for word, after in pairwise((*words, "")):
            alone, followed = self[word]
            found.append(alone | followed.get(after, 0) if followed else alone)
        return found

    def __missing__(self, word: str) -> tuple[int, dict[str, int]]:
        bits = self._words.get(word, 0) | (self._numbers if word[0].isdigit() else 0)
        for start, more in self._starts.items():
            if word.startswith(start):
                bits |= more
        for shape, more in self._shapes.items():
            if BEGINNING[shape](word):
                bits |= more
        begun = begun_by(word)
        for name in (*begun.alone, *(phrase.name for phrase in begun.loose)):
            bits |= self._classes.get(name, 0)
        followed: dict[str, int] = {}
        for after, phrases in begun.phrases.items():
            followed[after] = reduce(or_, (self._classes.get(phrase.name, 0) for phrase in phrases))
        if len(self) >= _MOST:
            self.clear()
        self[word] = bits, followed
        return self[word]


def needed(items: Iterable[Item]) -> int:
    """The bits that the words of a text must have for a pattern of these items to fit."""
    bits = 0
    for item in items:
        if item.sure:
            bits |= item.bit
    return bits
