"""Rules of words, read from `privacy_check/rules/<kind>.toml`, and the matcher that looks them all up together.

What a pattern can say stands in text/patterns.py; docs/rules.md teaches it. A rule may say `with` and `unless`:
patterns that must, or must not, stand nearby. The end of a sentence is never stepped over.

A text is looked at once for all rules. Each pattern is kept by its most telling item: only a text with a word of
that is asked whether its words can begin the other items too (text/beginnings.py), and only then the pattern is
tried (text/fitting.py), where its first item can begin. Almost no text gets that far with almost any pattern.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache, lru_cache, reduce
from itertools import count
from operator import itemgetter, or_
from typing import Any

from privacy_check.errors import UsageError
from privacy_check.tables import table, tables
from privacy_check.text.beginnings import Beginnings, needed
from privacy_check.text.fitting import fit
from privacy_check.text.fold import Folded
from privacy_check.text.patterns import Item, longest, parse, rarest, spelled_out, telling_item
from privacy_check.text.shapes import ENDS, Words, words_of

__all__ = ("Words", "words_of")
MOST_HITS = 30  # of one rule in one piece of text: no writer says more, and hostile text must not take long
NEARBY = 24  # words before and behind in which `with` and `unless` look
_MOST_WORDS = 20_000  # that are remembered


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
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a rule fired, and the part of it that was captured (all of it, where the pattern captures nothing)."""

    rule: str
    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A pattern ready to be tried, and the bits that the words of a text must have for it to fit.

    `telling` is the bit of its most telling item, where that is not the first, and `reach` how many words may
    stand before it.
    """

    items: tuple[Item, ...]
    needs: int
    telling: int
    reach: int


@dataclass(frozen=True, slots=True, eq=False)
class _Entry:
    """One pattern of a rule, and those that must and must not stand nearby; `place` is its place among all."""

    place: int
    rule: Rule
    pattern: _Pattern
    beside: tuple[_Pattern, ...]
    unless: tuple[_Pattern, ...]


_BEGINNING = itemgetter(0, 1)


class Candidates:
    """The few patterns that may fit a text, by the kind of their rule."""

    __slots__ = ("_beginnings", "_begun", "_bits", "_lacking", "_named", "_of", "_text")

    def __init__(self, text: Words, beginnings: Beginnings) -> None:
        self._text = text
        self._beginnings = beginnings
        self._bits = beginnings.of(text.words)
        self._lacking = ~reduce(or_, self._bits, 0)
        self._of: dict[str, list[_Entry]] = {}
        self._named: dict[str, frozenset[str]] = {}
        self._begun: dict[int, list[int]] | None = None

    def among(self, entries: Iterable[_Entry]) -> Candidates:
        """The same with those of `entries` whose items can all begin in the text."""
        lacking = self._lacking
        for entry in entries:
            if entry.pattern.needs & lacking:
                continue
            if not entry.beside or any(not each.needs & lacking for each in entry.beside):
                self._of.setdefault(entry.rule.kind, []).append(entry)
        return self

    def within(self, begin: int, end: int, kind: str) -> Candidates:
        """The candidates of a kind that are left in one part of the text, whose hits count from its beginning."""
        text = self._text
        if end - begin == len(text.text):
            return self
        part = Words(text.text[begin:end], text.lower[begin:end])
        return Candidates(part, self._beginnings).among(self._of.get(kind, ()))

    def names(self, kind: str) -> frozenset[str]:
        """The rules of a kind that may fire."""
        found = self._named.get(kind)
        if found is None:
            found = self._named[kind] = frozenset([entry.rule.id for entry in self._of.get(kind, ())])
        return found

    def hits(self, kind: str, names: Set[str] | None = None) -> list[Hit]:
        """Every rule of a kind that fires, once for each place it begins at, in the order of the text.

        `names` are the rules to be tried, all where nothing is said.
        """
        text, bits = self._text, self._bits
        fits = []
        for entry in self._of.get(kind, ()):
            if names is not None and entry.rule.id not in names:
                continue
            items = entry.pattern.items
            for at in self._places(entry.pattern):
                if found := fit(items, 0, text, bits, at):
                    fits.append((at, entry.place, found, entry))
        fired: dict[str, int] = defaultdict(int)
        hits = []
        for at, _, (end, first, last), entry in sorted(fits, key=_BEGINNING) if fits else ():
            name = entry.rule.id
            fired[name] += 1
            if fired[name] <= MOST_HITS and self._stands_well(entry, at, end):
                first, last = (at, end) if first < 0 else (first, last)
                spans = text.spans
                hits.append(Hit(name, spans[at][0], spans[end - 1][1], spans[first][0], spans[last - 1][1]))
        return hits

    def _places(self, pattern: _Pattern) -> Iterable[int]:
        """Where a pattern can begin, going by its first two items and the most telling one."""
        if self._begun is None:
            self._begun = self._beginning_places()
        items, bits, words = pattern.items, self._bits, self._text.words
        first = items[0]
        places: Iterable[int] = self._begun.get(first.bit, ())
        if pattern.telling:
            near = {
                at for told in self._begun.get(pattern.telling, ()) for at in range(told - pattern.reach, told + 1)
            }
            places = [at for at in places if at in near]
        if len(items) > 1 and items[1].sure and (first.edge or first.plain):
            second, end = items[1].bit, len(bits)
            behind = (at + 1 if first.plain or words[at] in ENDS else at for at in places)
            places = [at for at, then in zip(places, behind, strict=True) if then < end and bits[then] & second]
        return places

    def _beginning_places(self) -> dict[int, list[int]]:
        """Where the first and the most telling items can begin, by their bits; sentences begin at bit 0."""
        found: dict[int, list[int]] = defaultdict(list)
        patterns = [entry.pattern for several in self._of.values() for entry in several]
        asked = reduce(or_, (pattern.items[0].bit | pattern.telling for pattern in patterns), 0)
        before = "."
        for at, word in enumerate(self._text.words):
            if before in ENDS:
                found[0].append(at)
            before = word
            left = self._bits[at] & asked
            while left:
                lowest = left & -left
                found[lowest].append(at)
                left ^= lowest
        return found

    def _stands_well(self, entry: _Entry, at: int, end: int) -> bool:
        """True when what must stand nearby does, and what must not does not."""
        near = range(max(0, at - NEARBY), min(len(self._bits), end + NEARBY))
        if entry.beside and not self._anywhere(entry.beside, near):
            return False
        return not self._anywhere(entry.unless, near)

    def _anywhere(self, patterns: Iterable[_Pattern], near: range) -> bool:
        text, bits = self._text, self._bits
        for pattern in patterns:
            if pattern.needs & self._lacking:
                continue
            first = pattern.items[0]
            for at in near:
                if (bits[at] & first.bit or first.edge) and fit(pattern.items, 0, text, bits, at):
                    return True
        return False


class Matcher:
    """Rules of one kind or of many, kept by the words of which a text must hold one for each of their patterns."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._beginnings = Beginnings()
        self._by_word: dict[str, list[_Entry]] = defaultdict(list)
        self._by_start: dict[str, list[_Entry]] = defaultdict(list)
        self._anyway: list[_Entry] = []
        self._told: dict[str, tuple[_Entry, ...]] = {}
        places = count()
        for rule in rules:
            beside, unless = (tuple(map(self._ready, map(parse, each))) for each in (rule.beside, rule.unless))
            for items in (items for pattern in rule.when for items in spelled_out(parse(pattern))):
                if items[0].gap or items[0].barred:
                    message = f"The rule {rule.id} begins with * or !."
                    raise UsageError(message, "Begin it with a word or a class.")
                self._enter(_Entry(next(places), rule, self._ready(items), beside, unless))

    def _ready(self, items: Iterable[Item]) -> _Pattern:
        noted = self._beginnings.noted(items)
        telling = telling_item(noted)
        before = noted[: noted.index(telling)] if telling else ()
        return _Pattern(noted, needed(noted), telling.bit if telling and before else 0, sum(map(longest, before)))

    def _enter(self, entry: _Entry) -> None:
        words, starts = rarest(entry.pattern.items) or ((), ())
        for word in words:
            self._by_word[word].append(entry)
        for start in starts:
            self._by_start[start].append(entry)
        if not words and not starts:
            self._anyway.append(entry)

    def candidates(self, text: Words) -> Candidates:
        """The patterns that may fit: a text holds a telling word of theirs, and can begin all of their items."""
        told = {entry.place: entry for entry in self._anyway}
        known = self._told
        for word in set(text.words):
            entries = known.get(word)
            for entry in self._told_by(word) if entries is None else entries:
                told[entry.place] = entry
        return Candidates(text, self._beginnings).among(told.values())

    def _told_by(self, word: str) -> tuple[_Entry, ...]:
        held = word.partition("'")[0]
        found = [*self._by_word.get(held, ())]
        for start, entries in self._by_start.items():
            if held.startswith(start) or word.startswith(start):
                found += entries
        if len(self._told) >= _MOST_WORDS:
            self._told.clear()
        self._told[word] = tuple(found)
        return self._told[word]

    def hits(self, text: Words, kind: str = "") -> list[Hit]:
        """Every rule of a kind that fires, in the order of the text."""
        return self.candidates(text).hits(kind)

    def fits(self, pattern: str, text: Words) -> bool:
        """True when a pattern of these rules, or a piece of one, fits anywhere in a text."""
        items = self._beginnings.noted(parse(pattern))
        bits = self._beginnings.of(text.words)
        return any(fit(items, 0, text, bits, at) for at in range(len(bits)))


@cache
def book() -> Matcher:
    """All rules of all kinds, made ready once."""
    return Matcher(rule for kind in kinds() for rule in rules_of(kind))


@lru_cache(maxsize=2)
def candidates_of(folded: Folded) -> Candidates:
    """The patterns of all kinds that may fit a text: several detectors ask, one after the other."""
    return book().candidates(Words(folded.text, folded.lower))


def hits_of(kind: str, said: str) -> list[Hit]:
    """Every rule of a kind that fires on a folded text."""
    return book().hits(words_of(said), kind)


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
            kind,
        )
        for row in raw["rule"]
    )


def _patterns(written: str | Sequence[str]) -> tuple[str, ...]:
    return (written,) if isinstance(written, str) else tuple(written)


def explained(kind: str, said: str) -> Mapping[str, str]:
    """Which rules fired on a folded text, each with the words it fired on."""
    return {hit.rule: said[hit.start : hit.end] for hit in hits_of(kind, said)}


def nearly(kind: str, said: str) -> Mapping[str, str]:
    """Rules that did not fire and lacked just their last item, each with that item as it is written."""
    text = words_of(said)
    fired = {hit.rule for hit in book().hits(text, kind)}
    found: dict[str, str] = {}
    for rule in rules_of(kind):
        for pattern in rule.when if rule.id not in fired else ():
            *most, last = pattern.split()
            if len(most) > 1 and book().fits(" ".join(most), text):
                found.setdefault(rule.id, last)
    return found
