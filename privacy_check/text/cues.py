"""Patterns that are tried only where one of their words stands: what keeps reading by context fast."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from privacy_check.text.fold import Folded

# One empty iterator serves every pattern whose words are absent.
_NOTHING: Iterator[re.Match[str]] = iter(())


@dataclass(frozen=True)
class Cue:
    """A pattern for lower-case text, and the words that say where to try it.

    `words` are runs of letters. Where `before` is 0 the pattern begins with one of them; else it is searched for
    from `before` characters before a word to `after` characters behind its start. `cased` patterns read the text
    with its capitals. `need` must be found in the `before` characters of the text in front of a word: a cheap look
    that saves the dear one.
    """

    words: frozenset[str]
    written: str
    confidence: float
    before: int
    after: int
    cased: bool = False
    needed: str = ""

    # Compiled when first tried: a text needs few of the many patterns, and compiling all would slow every start.
    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(self.written)

    @cached_property
    def need(self) -> re.Pattern[str] | None:
        """What must stand in front, or None."""
        return re.compile(self.needed) if self.needed else None

    def finditer(self, folded: Folded) -> Iterator[re.Match[str]]:
        """Matches in text order, each start once."""
        if self.words.isdisjoint(folded.words):
            return _NOTHING
        return self.tried(folded.words, folded)

    def tried(self, words: frozenset[str], folded: Folded) -> Iterator[re.Match[str]]:
        """Matches in text order at those of `words` that are its own."""
        here = self.words & words
        starts = folded.starts
        if len(here) == 1:
            (only,) = here
            places = starts[only]
        else:
            places = sorted([place for word in here for place in starts[word]])
        said = folded.text if self.cased else folded.lower
        if not self.before:
            return self._begun(places, said)
        return self._around(places, said, folded)

    def _begun(self, places: Sequence[int], said: str) -> Iterator[re.Match[str]]:
        match, last, hits = self.pattern.match, -1, []
        for place in places:
            if place >= last:
                found = match(said, place)
                if found is not None:
                    last = found.end()
                    hits.append(found)
        return iter(hits) if hits else _NOTHING

    def _around(self, places: Sequence[int], said: str, folded: Folded) -> Iterator[re.Match[str]]:
        last = -1
        need, text, before = self.need, folded.text, self.before
        for place in places:
            begin = max(place - before, last, 0)
            if need is not None and need.search(text, begin, place) is None:
                continue
            for found in self.pattern.finditer(said, begin, min(place + self.after, len(said))):
                last = found.end()
                yield found


class Cues:
    """Several cues looked up together: one look at the words of a text says which of them to try."""

    def __init__(self, *cues: Cue) -> None:
        self.cues = cues
        self.words = frozenset().union(*(each.words for each in cues))
        self._with: dict[str, tuple[int, ...]] = {
            word: tuple(n for n, each in enumerate(cues) if word in each.words) for word in self.words
        }

    def finditer(self, folded: Folded) -> Iterator[tuple[Cue, re.Match[str]]]:
        """Each cue with each of its matches, in the order of the cues."""
        here = self.words & folded.words
        if not here:
            return
        tried = {n for word in here for n in self._with[word]}
        for n in sorted(tried):
            each = self.cues[n]
            for found in each.tried(here, folded):
                yield each, found


def cue(
    words: str,
    pattern: str,
    confidence: float = 0.0,
    *,
    before: int = 0,
    after: int = 120,
    cased: bool = False,
    need: str = "",
) -> Cue:
    """A Cue from words parted by spaces."""
    return Cue(frozenset(words.split()), pattern, confidence, before, after, cased, need)


def late(pattern: str) -> Callable[[], re.Pattern[str]]:
    """A pattern that is compiled when it is first called for."""
    return cache(lambda: re.compile(pattern))


def word_set(text: str, part: str | None = None) -> frozenset[str]:
    """A set of words from a line of them, parted by spaces or by `part`."""
    return frozenset(text.split(part))
