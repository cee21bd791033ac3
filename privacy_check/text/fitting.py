"""Whether the items of a pattern fit the words of a text from one place on."""

from __future__ import annotations

from collections.abc import Sequence

from privacy_check.text.lexicon import begun_by
from privacy_check.text.patterns import MOST_BETWEEN, Item
from privacy_check.text.shapes import ENDS, SHAPES, Words

_ONE = (1,)

Fit = tuple[int, int, int]


def fit(items: Sequence[Item], step: int, text: Words, bits: Sequence[int], at: int) -> Fit | None:
    """The place behind the last word, and the first and behind the last captured one, when the items fit.

    `bits` are those of each word of `text` (text/beginnings.py); `step` is the first item to be asked about.
    """
    while step < len(items) and items[step].plain:
        if at >= len(bits) or not bits[at] & items[step].bit:
            return None
        step, at = step + 1, at + 1
    if step == len(items):
        return at, -1, 0
    item = items[step]
    if item.gap:
        return _behind_a_gap(items, step + 1, text, bits, at)
    if item.edge:
        if at < len(bits) and text.words[at] in ENDS:
            at += 1
        elif 0 < at < len(bits) and text.words[at - 1] not in ENDS:
            return None
        return fit(items, step + 1, text, bits, at)
    # Most items do not fit where they are tried, and most of these no word could begin.
    lengths: Sequence[int] = ()
    if at < len(bits) and bits[at] & item.bit:
        lengths = _ONE if item.alone else _lengths(item, text, at)
    if item.barred:
        return None if lengths else fit(items, step + 1, text, bits, at)
    for length in lengths:
        if found := fit(items, step + 1, text, bits, at + length):
            return (found[0], at, found[2] or at + length) if item.captured else found
    return fit(items, step + 1, text, bits, at) if item.optional else None


def _behind_a_gap(items: Sequence[Item], step: int, text: Words, bits: Sequence[int], at: int) -> Fit | None:
    sought = items[step].bit if step < len(items) and items[step].sure else 0
    for place in range(at, min(at + MOST_BETWEEN, len(bits)) + 1):
        if place > at and text.words[place - 1] in ENDS:
            return None
        if sought and not (place < len(bits) and bits[place] & sought):
            continue
        if found := fit(items, step, text, bits, place):
            return found
    return None


def _lengths(item: Item, text: Words, at: int) -> Sequence[int]:
    """How many words the item can take at `at`, longest first; empty when it does not fit."""
    words = text.words
    word = words[at]
    found = []
    if item.classes:
        begun = begun_by(word, item.classes)
        after = words[at + 1] if at + 1 < len(words) else ""
        for phrase in (*begun.phrases.get(after, ()), *begun.loose):
            if length := phrase.length_at(words, at):
                found.append(length)
        if begun.alone:
            found.append(1)
    for shape in item.shapes:
        found += SHAPES[shape](text, at)
    if word in item.words or (item.number and word[0].isdigit()) or word.startswith(item.starts or ("\0",)):
        found.append(1)
    return found
