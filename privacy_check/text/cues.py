"""Patterns that are tried only where one of their words stands: what keeps reading by context fast."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import cast

from privacy_check.text.fold import Folded

# One empty iterator serves every pattern whose words are absent.
_NOTHING: Iterator[re.Match[str]] = iter(())


@dataclass(frozen=True)
class Cue:
    """A pattern for lower-case text, and the words that say where to try it.

    `words` are runs of letters. Where `before` is 0 the pattern begins with one of them; else it is searched for
    from `before` characters before a word to `after` characters behind its start. `cased` patterns read the text
    with its capitals. `need` must be found in the `before` characters of the text in front of a word, and one of
    the words `also`, where there are any, must be in the text: cheap looks that save the dear one.
    """

    words: frozenset[str]
    written: str
    confidence: float
    before: int
    after: int
    cased: bool = False
    needed: str = ""
    also: frozenset[str] = frozenset()

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
        starts = folded.starts
        places: Sequence[int] = ()
        for word in self.words & folded.words:
            places = [*places, *starts[word]] if places else starts[word]
        return self.at(places, folded)

    def at(self, places: Sequence[int], folded: Folded) -> Iterator[re.Match[str]]:
        """Matches in text order at `places`, the starts of words of its own, in any order."""
        if self.also and self.also.isdisjoint(folded.words):
            return _NOTHING
        if len(places) > 1:
            places = sorted(places)
        said = folded.text if self.cased else folded.lower
        hits = self._around(places, said, folded.text) if self.before else self._begun(places, said)
        return iter(hits) if hits else _NOTHING

    def _begun(self, places: Sequence[int], said: str) -> list[re.Match[str]]:
        match, last, hits = self.pattern.match, -1, []
        for place in places:
            if place >= last:
                found = match(said, place)
                if found is not None:
                    last = found.end()
                    hits.append(found)
        return hits

    def _around(self, places: Sequence[int], said: str, text: str) -> list[re.Match[str]]:
        finditer, need, before, after = self.pattern.finditer, self.need, self.before, self.after
        last, hits = 0, []
        for place in places:
            begin = max(place - before, last)
            if need is not None and need.search(text, begin, place) is None:
                continue
            for found in finditer(said, begin, place + after):
                last = found.end()
                hits.append(found)
        return hits


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
        starts = folded.starts
        places: dict[int, Sequence[int]] = {}
        for word in here:
            for n in self._with[word]:
                places[n] = [*places[n], *starts[word]] if n in places else starts[word]
        for n in sorted(places):
            each = self.cues[n]
            for found in each.at(places[n], folded):
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
    also: str = "",
) -> Cue:
    """A Cue from words parted by spaces."""
    return Cue(frozenset(words.split()), pattern, confidence, before, after, cased, need, frozenset(also.split()))


class _Late:
    """Stands for a pattern until one of its methods is asked for; from then on those are the pattern's own."""

    def __init__(self, written: str, flags: int) -> None:
        self._written, self._flags = written, flags

    def __getattr__(self, name: str) -> object:
        pattern = re.compile(self._written, self._flags)
        for each in ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "pattern"):
            setattr(self, each, getattr(pattern, each))
        return getattr(pattern, name)


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern that is compiled when it is first used: a text needs few of the many, and all slow every start."""
    return cast(re.Pattern[str], _Late(pattern, flags))


def anywhere(pattern: str) -> Callable[[str], bool]:
    """Whether a pattern stands anywhere in a text, remembered while the same text is asked about."""
    shape = late(pattern)
    return lru_cache(maxsize=2)(lambda text: shape.search(text) is not None)


def word_set(text: str, part: str | None = None) -> frozenset[str]:
    """A set of words from a line of them, parted by spaces or by `part`."""
    return frozenset(text.split(part))
