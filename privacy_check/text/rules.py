"""Rules of words, read from `privacy_check/rules/<kind>.toml`, and the matcher that looks them all up together.

What a pattern can say stands in text/patterns.py; docs/rules.md teaches it. A rule may say `with` and `unless`:
patterns that must, or must not, stand nearby. The end of a sentence is never stepped over.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain
from typing import Any

from privacy_check.errors import UsageError
from privacy_check.tables import table, tables
from privacy_check.text.lexicon import begun_by, entries
from privacy_check.text.patterns import NUMBER, Item, parse, rarest, spelled_out
from privacy_check.text.shapes import ENDS, SHAPES, Words, words_of

__all__ = ("Words", "words_of")
MOST_BETWEEN = 3
MOST_HITS = 30  # of one rule in one piece of text: no writer says more, and hostile text must not take long
NEARBY = 24  # words before and behind in which `with` and `unless` look


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: `when` are its patterns, `finds` and `misses` its examples, `why` what it means in a few words."""

    id: str
    when: tuple[str, ...]
    finds: tuple[str, ...]
    misses: tuple[str, ...]
    why: str
    confidence: float = 0.0
    rule_id: str = ""
    beside: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a rule fired, and the part of it that was captured (all of it, where the pattern captures nothing)."""

    rule: str
    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Entry:
    """One pattern of a rule, and words of which a text must hold one for it to fit, where they are known."""

    name: str
    items: tuple[Item, ...]
    need: frozenset[str]


class Matcher:
    """The rules of one kind, looked up together by the words with which they can begin."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = {rule.id: rule for rule in rules}
        self._by_word: dict[str, list[_Entry]] = defaultdict(list)
        self._by_class: dict[str, list[_Entry]] = defaultdict(list)
        self._by_start: dict[str, list[_Entry]] = defaultdict(list)
        self._by_shape: dict[str, list[_Entry]] = defaultdict(list)
        self._at_edge: list[_Entry] = []
        self._begun_by = lru_cache(maxsize=20_000)(self._look_up)
        for rule in rules:
            for pattern in rule.when:
                for items in spelled_out(parse(pattern)):
                    self._enter(rule.id, items)

    def _enter(self, name: str, items: tuple[Item, ...]) -> None:
        first = items[0]
        if first.gap or first.barred:
            raise UsageError(f"The rule {name} begins with * or !.", "Begin it with a word or a class.")
        told = rarest(items[1:])
        entry = _Entry(name, items, frozenset() if told is None or told[1] else told[0])
        for word in {*first.words, *((NUMBER,) if first.number else ())}:
            self._by_word[word].append(entry)
        for start in first.starts:
            self._by_start[start].append(entry)
        for each in first.classes:
            self._by_class[each].append(entry)
        for shape in first.shapes:
            self._by_shape[shape].append(entry)
        if first.edge:
            self._at_edge.append(entry)

    def hits(self, text: Words) -> Iterator[Hit]:
        """Every rule that fires, once for each place it begins at, in the order of the text."""
        spans, before, held = text.spans, ".", text.held
        shaped = [(SHAPES[shape], _alive(found, held)) for shape, found in self._by_shape.items()]
        shaped = [(fits, found) for fits, found in shaped if found]
        fired: dict[str, int] = defaultdict(int)
        at_edge = _alive(self._at_edge, held)
        for at, word in enumerate(text.words):
            found = self._begun_by(NUMBER if word[0].isdigit() else word)
            for entry in chain(
                (entry for entry in found if not entry.need or not entry.need.isdisjoint(held)),
                at_edge if before in ENDS else (),
                *(more for fits, more in shaped if fits(text, at)),
            ):
                fit = _fit(entry.items, 0, text, at)
                if fit:
                    fired[entry.name] += 1
                heard = fit and fired[entry.name] <= MOST_HITS
                if fit and heard and self._stands_well(self.rules[entry.name], text, at, fit[0]):
                    end, first, last = fit
                    first, last = (at, end) if first < 0 else (first, last)
                    yield Hit(entry.name, spans[at][0], spans[end - 1][1], spans[first][0], spans[last - 1][1])
            before = word

    @staticmethod
    def _stands_well(rule: Rule, text: Words, at: int, end: int) -> bool:
        """True when what must stand nearby does, and what must not does not."""
        near = range(max(0, at - NEARBY), min(len(text.words), end + NEARBY))
        if rule.beside and not _anywhere(rule.beside, text, near):
            return False
        return not (rule.unless and _anywhere(rule.unless, text, near))

    def _look_up(self, word: str) -> tuple[_Entry, ...]:
        """The patterns that can begin with a word."""
        found = list(self._by_word.get(word, ()))
        for start, entered in self._by_start.items():
            if word.startswith(start):
                found += entered
        for name in sorted(begun_by(word)):
            found += self._by_class.get(name, ())
        return tuple(found)


@cache
def matcher(kind: str) -> Matcher:
    """The matcher of `privacy_check/rules/<kind>.toml`, made once."""
    return Matcher(rules_of(kind))


@cache
def kinds() -> tuple[str, ...]:
    """The kinds that have a file of rules."""
    return tuple(tables("privacy_check", "rules"))


def file_of(kind: str) -> Mapping[str, Any]:
    """The file of a kind: its head, its rules, its groups."""
    return table("privacy_check", "rules", f"{kind}.toml")


@cache
def rules_of(kind: str) -> tuple[Rule, ...]:
    """The rules of a kind as they stand in its file."""
    raw = file_of(kind)
    return tuple(
        Rule(
            row["id"],
            _patterns(row["when"]),
            tuple(row["finds"]),
            tuple(row["misses"]),
            row["why"],
            row.get("confidence", raw.get("confidence", 0.0)),
            row.get("rule_id", raw.get("rule_id", "")),
            _patterns(row.get("with", ())),
            _patterns(row.get("unless", raw.get("unless", ()))),
        )
        for row in raw["rule"]
    )


def _patterns(written: str | Sequence[str]) -> tuple[str, ...]:
    return (written,) if isinstance(written, str) else tuple(written)


def _alive(entries_: Sequence[_Entry], held: frozenset[str]) -> list[_Entry]:
    return [entry for entry in entries_ if not entry.need or not entry.need.isdisjoint(held)]


def _anywhere(patterns: Sequence[str], text: Words, places: range) -> bool:
    return any(_fit(parse(pattern), 0, text, at) for at in places for pattern in patterns)


_Fit = tuple[int, int, int]


def _fit(items: Sequence[Item], step: int, text: Words, at: int) -> _Fit | None:
    """The place behind the last word, and the first and behind the last captured one, when the items fit."""
    words = text.words
    # Most items are plain words that do not fit: nothing else is asked of them.
    while step < len(items) and items[step].plain:
        if at >= len(words) or words[at] not in items[step].words:
            return None
        step, at = step + 1, at + 1
    if step == len(items):
        return at, -1, 0
    item = items[step]
    if item.gap:
        for skipped in range(MOST_BETWEEN + 1):
            if at + skipped > len(text.words) or any(word in ENDS for word in text.words[at : at + skipped]):
                return None
            if fit := _fit(items, step + 1, text, at + skipped):
                return fit
        return None
    if item.edge:
        if at < len(words) and words[at] in ENDS:
            at += 1
        elif 0 < at < len(words) and words[at - 1] not in ENDS:
            return None
        return _fit(items, step + 1, text, at)
    lengths = _lengths(item, text, at)
    if item.barred:
        return None if lengths else _fit(items, step + 1, text, at)
    for length in lengths:
        if fit := _fit(items, step + 1, text, at + length):
            return (fit[0], at, fit[2] or at + length) if item.captured else fit
    return _fit(items, step + 1, text, at) if item.optional else None


def _lengths(item: Item, text: Words, at: int) -> list[int]:
    """How many words the item can take at `at`, longest first; empty when it does not fit."""
    words = text.words
    if at >= len(words):
        return []
    word = words[at]
    found = []
    if item.classes and not item.classes.isdisjoint(begun_by(word)):
        found = [
            length
            for entry in entries(word)
            if entry.name in item.classes and (length := entry.length_at(words, at))
        ]
    for shape in item.shapes:
        found += SHAPES[shape](text, at)
    if word in item.words or (item.number and word[0].isdigit()) or word.startswith(item.starts or ("\0",)):
        found.append(1)
    return found


def explained(kind: str, said: str) -> Mapping[str, str]:
    """Which rules fired on a folded text, each with the words it fired on."""
    return {hit.rule: said[hit.start : hit.end] for hit in matcher(kind).hits(words_of(said))}


def nearly(kind: str, said: str) -> Mapping[str, str]:
    """Rules that did not fire and lacked just their last item, each with that item as it is written."""
    text = words_of(said)
    fired = {hit.rule for hit in matcher(kind).hits(text)}
    found: dict[str, str] = {}
    for rule in rules_of(kind):
        for pattern in rule.when if rule.id not in fired else ():
            *most, last = pattern.split()
            if len(most) > 1 and any(_fit(parse(" ".join(most)), 0, text, at) for at in range(len(text.words))):
                found.setdefault(rule.id, last)
    return found
