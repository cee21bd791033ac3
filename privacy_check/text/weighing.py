"""Weighs the rules that fired on a text: a sum of weights kept as data, so that what decided can be said."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from privacy_check import rules as folder
from privacy_check.text.rules import Candidates, Hit, file_of, hits_of

PART = 240  # characters that are weighed together where a kind says nothing else
_FIGURE = "#"
_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Group:
    """Rules that stand for one thing: `name`, and the ids of the rules."""

    name: str
    rules: frozenset[str]


@dataclass(frozen=True, slots=True)
class Weights:
    """`base` is what a text without any sign has; each sign adds its own. Above 0 is more likely than not."""

    base: float
    of: Mapping[str, float]

    def sum(self, signs: Iterable[str]) -> float:
        """The sum over the signs there are."""
        # Rounded once, at the end: in whatever order a set is gone through, the sum is the same.
        return math.fsum((self.base, *(self.of.get(sign, 0.0) for sign in signs)))


@cache
def groups(kind: str) -> tuple[Group, ...]:
    """The groups that a kind's rule file names under `[groups]`."""
    return tuple(Group(name, frozenset(rules)) for name, rules in file_of(kind)["groups"].items())


@cache
def weighed(kind: str) -> bool:
    """True for a kind whose rules are signs that are weighed together."""
    return (files(folder) / "weights" / f"{kind}.json").is_file()


@cache
def weights(kind: str) -> Weights:
    """The weights of a kind, as `python -m tests.weighing --write` left them."""
    raw = json.loads((files(folder) / "weights" / f"{kind}.json").read_text("utf-8"))
    return Weights(raw["base"], raw["signs"])


def signs(kind: str, hits: Iterable[Hit]) -> frozenset[str]:
    """The rules that fired, and which groups stand together: `work+person` for one of each, `work x2` for two."""
    return signs_of(kind, frozenset(hit.rule for hit in hits))


@lru_cache(maxsize=8)
def letters(lower: str) -> frozenset[str]:
    """The runs of letters of a lower-case text, and `#` where there are figures."""
    found = _LETTERS.findall(lower)
    return frozenset((*found, _FIGURE) if _DIGIT.search(lower) else found)


def word_signs(lower: str) -> frozenset[str]:
    """The words of a lower-case text as signs: in quotation marks."""
    return frozenset(f"'{word}'" for word in letters(lower))


def words_weigh(kind: str, words: Set[str]) -> float:
    """What the words of a text weigh, each counted once."""
    hundredths, known = _weights_of_words(kind)
    return sum(map(hundredths.__getitem__, words & known)) / 100


def heaviest_words(kind: str, words: Set[str], count: int = 6) -> tuple[str, ...]:
    """The words of a text that speak most for a kind, heaviest first."""
    hundredths, known = _weights_of_words(kind)
    speaking = sorted((-hundredths[word], word) for word in words & known if hundredths[word] > 0)
    return tuple(word for _, word in speaking[:count])


def words_for(kind: str) -> frozenset[str]:
    """The words that speak for a kind: a text with none of them is never one."""
    return frozenset(word for word, weight in _weights_of_words(kind)[0].items() if weight > 0)


@cache
def _weights_of_words(kind: str) -> tuple[Mapping[str, int], frozenset[str]]:
    """What each word weighs, in hundredths: a sum of whole numbers is the same in any order; and the words."""
    found = {sign[1:-1]: round(100 * weight) for sign, weight in weights(kind).of.items() if sign[0] == "'"}
    return found, frozenset(found)


@lru_cache(maxsize=4096)
def signs_of(kind: str, fired: frozenset[str]) -> frozenset[str]:
    """As `signs`, from the ids of the rules."""
    there = [(group.name, len(group.rules & fired)) for group in groups(kind)]
    found = set(fired)
    for place, (name, count) in enumerate(there):
        if count > 1:
            found.add(f"{name} x2")
        if count:
            found |= {f"{name}+{other}" for other, more in there[place + 1 :] if more}
    return frozenset(found)


@lru_cache(maxsize=4096)
def most(kind: str, names: frozenset[str], model: str = "") -> float:
    """The most that a text can weigh in which none but the named rules fire, by its weights or a model's."""
    found = weights(model or kind)
    return found.sum(sign for sign in signs_of(kind, names) if found.of.get(sign, 0.0) > 0)


def hits_to_weigh(
    candidates: Candidates, kind: str, needs: frozenset[str], enough: Callable[[frozenset[str]], bool]
) -> list[Hit]:
    """What fires, where one of `needs` does and `enough` says of all that may fire that it could be enough.

    Else empty: for most texts without trying a single pattern, and for most others after trying a few.
    """
    names = candidates.names(kind)
    if needs.isdisjoint(names) or not enough(names):
        return []
    others = names - needs
    hits = candidates.hits(kind, needs)
    if not hits or not enough(others.union(hit.rule for hit in hits)):
        return []
    return hits + candidates.hits(kind, others)


def each_captured(hits: Iterable[Hit], telling: Set[str]) -> Mapping[tuple[int, int], frozenset[str]]:
    """What the telling rules captured, each with those that captured it and all others that fired around it."""
    several = list(hits)
    around = frozenset(hit.rule for hit in several if hit.rule not in telling)
    found: dict[tuple[int, int], frozenset[str]] = {}
    for hit in several:
        if hit.rule in telling:
            found[hit.first, hit.last] = found.get((hit.first, hit.last), around) | {hit.rule}
    return found


def verdict(kind: str, said: str) -> float:
    """What all signs of a folded text weigh together."""
    return weights(kind).sum(signs(kind, hits_of(kind, said)) | word_signs(said.lower()))


def parts(said: str, longest: int = PART) -> Iterator[tuple[int, int]]:
    """Paragraphs, or runs of sentences, of a length that is read as one."""
    begin = 0
    while begin < len(said):
        end = begin + longest
        if end < len(said):
            stop = max(said.rfind(mark, begin + longest // 2, end) for mark in ("\n\n", ". ", "! ", "? ", "\n"))
            end = stop + 1 if stop > begin else end
        yield begin, min(end, len(said))
        begin = end
