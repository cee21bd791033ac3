"""The rule language: patterns over words and lexicon classes, read from `privacy_check/rules/<kind>.toml`.

A pattern is a row of items. `word` is that word, `word*` any word that begins so, `CAPITALS` a class of the
lexicon, `a|B` either, `x?` may be missing, `*` up to three words, `!x` that the next word is not x, `#` a number.
Commas and quotation marks do not count; the end of a sentence is never stepped over. docs/rules.md teaches it.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from privacy_check import rules as folder
from privacy_check.errors import UsageError
from privacy_check.text.lexicon import classes, entries, without_owning

MOST_BETWEEN = 3
_TOKEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|[0-9]+|[.!?\n]+")
_ENDS = frozenset(".!?\n")
_NUMBER = "#"


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a pattern: words, beginnings and classes, any of which fits; `gap` is up to three words."""

    words: frozenset[str] = frozenset()
    starts: tuple[str, ...] = ()
    classes: frozenset[str] = frozenset()
    number: bool = False
    optional: bool = False
    barred: bool = False
    gap: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: `when` are its patterns, `finds` and `misses` its examples, `why` what it means in a few words."""

    id: str
    when: tuple[str, ...]
    finds: tuple[str, ...]
    misses: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a rule fired: characters of the text (end exclusive)."""

    rule: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Words:
    """A text as the rules see it: its words in lower case, and where each stands."""

    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]


def words_of(lower: str) -> Words:
    """The words, numbers and ends of sentences of a folded lower-case text."""
    found = list(_TOKEN.finditer(without_owning(lower)))
    return Words(tuple(m[0][0] if m[0][0] in _ENDS else m[0] for m in found), tuple(m.span() for m in found))


class Matcher:
    """The rules of one kind, looked up together by the words with which they can begin."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = {rule.id: rule for rule in rules}
        self._by_word: dict[str, list[tuple[str, tuple[Item, ...]]]] = defaultdict(list)
        self._by_class: dict[str, list[tuple[str, tuple[Item, ...]]]] = defaultdict(list)
        self._by_start: dict[str, list[tuple[str, tuple[Item, ...]]]] = defaultdict(list)
        for rule in rules:
            for pattern in rule.when:
                for items in _spelled_out(parse(pattern)):
                    self._enter(rule.id, items)

    def _enter(self, name: str, items: tuple[Item, ...]) -> None:
        first = items[0]
        if first.gap or first.barred:
            raise UsageError(f"The rule {name} begins with * or !.", "Begin it with a word or a class.")
        for word in {*first.words, *((_NUMBER,) if first.number else ())}:
            self._by_word[word].append((name, items))
        for start in first.starts:
            self._by_start[start].append((name, items))
        for each in first.classes:
            self._by_class[each].append((name, items))

    def hits(self, text: Words) -> Iterator[Hit]:
        """Every rule that fires, once for each place it begins at, in the order of the text."""
        for at, word in enumerate(text.words):
            for name, items in self._candidates(word):
                end = _end(items, 0, text.words, at)
                if end:
                    yield Hit(name, text.spans[at][0], text.spans[end - 1][1])

    def _candidates(self, word: str) -> Iterator[tuple[str, tuple[Item, ...]]]:
        yield from self._by_word.get(_NUMBER if word[0].isdigit() else word, ())
        for start, found in self._by_start.items():
            if word.startswith(start):
                yield from found
        for name in {entry.name for entry in entries(word)}:
            yield from self._by_class.get(name, ())


@cache
def matcher(kind: str) -> Matcher:
    """The matcher of `privacy_check/rules/<kind>.toml`, made once."""
    return Matcher(rules_of(kind))


@cache
def kinds() -> tuple[str, ...]:
    """The kinds that have a file of rules."""
    names = (item.name for item in files(folder).iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


@cache
def rules_of(kind: str) -> tuple[Rule, ...]:
    """The rules of a kind as they stand in its file."""
    raw = tomllib.loads((files(folder) / f"{kind}.toml").read_text("utf-8"))
    return tuple(
        Rule(
            row["id"],
            (row["when"],) if isinstance(row["when"], str) else tuple(row["when"]),
            tuple(row["finds"]),
            tuple(row["misses"]),
            row["why"],
        )
        for row in raw["rule"]
    )


@cache
def parse(pattern: str) -> tuple[Item, ...]:
    """The items of a pattern. Raises UsageError for a class that no list has."""
    return tuple(_item(part, pattern) for part in pattern.split())


def _item(part: str, pattern: str) -> Item:
    if part == "*":
        return Item(gap=True)
    barred, optional = part.startswith("!"), part.endswith("?")
    words, starts, named, number = set(), [], set(), False
    for choice in part.removeprefix("!").removesuffix("?").split("|"):
        if choice == _NUMBER:
            number = True
        elif choice.isupper() and len(choice) > 1:
            if choice not in classes():
                raise UsageError(
                    f"No word list is called {choice}, in the rule: {pattern}", "Look in privacy_check/lexicon."
                )
            named.add(choice)
        elif choice.endswith("*"):
            starts.append(choice[:-1])
        else:
            words.add(choice)
    return Item(frozenset(words), tuple(starts), frozenset(named), number, optional, barred)


def _spelled_out(items: tuple[Item, ...]) -> Iterator[tuple[Item, ...]]:
    """The pattern with everything that may be missing at its beginning there, and not there."""
    yield items
    if items and items[0].optional:
        yield from _spelled_out(items[1:])


def _end(items: Sequence[Item], step: int, words: Sequence[str], at: int) -> int:
    """The place behind the last word when the items from `step` on fit from `at` on, else 0."""
    if step == len(items):
        return at
    item = items[step]
    if item.gap:
        for skipped in range(MOST_BETWEEN + 1):
            if at + skipped > len(words) or any(word in _ENDS for word in words[at : at + skipped]):
                return 0
            end = _end(items, step + 1, words, at + skipped)
            if end:
                return end
        return 0
    lengths = _lengths(item, words, at)
    if item.barred:
        return 0 if lengths else _end(items, step + 1, words, at)
    for length in lengths:
        end = _end(items, step + 1, words, at + length)
        if end:
            return end
    return _end(items, step + 1, words, at) if item.optional else 0


def _lengths(item: Item, words: Sequence[str], at: int) -> list[int]:
    """How many words the item can take at `at`, longest first; empty when it does not fit."""
    if at >= len(words):
        return []
    word = words[at]
    found = []
    if item.classes:
        found = [
            length
            for entry in entries(word)
            if entry.name in item.classes and (length := entry.length_at(words, at))
        ]
    if word in item.words or (item.number and word[0].isdigit()) or word.startswith(item.starts or ("\0",)):
        found.append(1)
    return found


def explained(kind: str, lower: str) -> Mapping[str, str]:
    """Which rules fired on a folded lower-case text, each with the words it fired on."""
    return {hit.rule: lower[hit.start : hit.end] for hit in matcher(kind).hits(words_of(lower))}


def nearly(kind: str, lower: str) -> Mapping[str, str]:
    """Rules that did not fire and lacked just their last item, each with that item as it is written."""
    text = words_of(lower)
    fired = {hit.rule for hit in matcher(kind).hits(text)}
    found: dict[str, str] = {}
    for rule in rules_of(kind):
        for pattern in rule.when if rule.id not in fired else ():
            *most, last = pattern.split()
            if len(most) > 1 and any(
                _end(parse(" ".join(most)), 0, text.words, at) for at in range(len(text.words))
            ):
                found.setdefault(rule.id, last)
    return found
