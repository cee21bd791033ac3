"""A text as the rules see it, and the shapes that no list can hold: names, firms, schools, towns, years."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache

from privacy_check.text.employers import listed_end
from privacy_check.text.lexicon import classes, without_owning
from privacy_check.text.vocabulary import (
    DAY_WORDS,
    NEVER_NAMES,
    ONES,
    TEENS,
    TENS,
    begins_place,
    first_names,
    place_at,
)

_TOKEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|[0-9]+(?:[.:][0-9]+)*|[.!?\n|\u2022\u00b7]+|//+")
# The same for a text without accents, and faster.
_PLAIN_TOKEN = re.compile(r"[a-z]+(?:'[a-z]+)*|[0-9]+(?:[.:][0-9]+)*|[.!?\n|]+|//+")
ENDS = frozenset(".!?\n|\u2022\u00b7/")
_MOST = 6
_JOINING = frozenset(["of", "and", "the", "de", "du", "y", "upon", "on", "in", "le", "la"])
_NAME_ENDS = re.compile(r"[^\w '&-]")
_BETWEEN = re.compile(r"[ .&'-]{0,4}")


class Words:
    """The words of a folded text in lower case, and the text with its capitals.

    `spans` say where each stands (end exclusive); what never asks for them never waits for them.
    """

    __slots__ = ("_capitals", "_plain", "_spans", "lower", "text", "words")

    def __init__(self, text: str, lower: str) -> None:
        self.text, self.lower = text, lower
        self._plain = without_owning(lower)
        self._spans: tuple[tuple[int, int], ...] | None = None
        self._capitals: list[bool] | None = None
        found = (_PLAIN_TOKEN if self._plain.isascii() else _TOKEN).findall(self._plain)
        self.words = tuple([word[0] if word[0] in ENDS else word for word in found])

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Where each of `words` stands."""
        if self._spans is None:
            self._spans = tuple(found.span() for found in _TOKEN.finditer(self._plain))
        return self._spans

    def capital(self, at: int) -> bool:
        """True when the word at `at` begins with a capital letter."""
        if self._capitals is None:
            self._capitals = [self.text[start].isupper() for start, _ in self.spans]
        return self._capitals[at]

    def joined(self, at: int) -> bool:
        """True when nothing but a space, a hyphen, "&" or "'s" stands between the word at `at` and the next."""
        between = self.text[self.spans[at][1] : self.spans[at + 1][0]]
        return bool(_BETWEEN.fullmatch(between.removeprefix("'s")))


def words_of(said: str) -> Words:
    """The words, numbers and ends of sentences of a folded text."""
    lower = said.lower()
    return Words(said if len(lower) == len(said) else lower, lower)


def _name(text: Words, at: int) -> list[int]:
    """One word with a capital that is no everyday word."""
    return [1] if text.capital(at) and text.words[at] not in NEVER_NAMES and len(text.words[at]) > 1 else []


def _names(text: Words, at: int) -> list[int]:
    """A run of words with capitals, with "of", "the", "&" inside: the name of a place of work or of a school."""
    if not text.capital(at) or (text.words[at] in NEVER_NAMES and not _goes_on(text, at)):
        return []
    end = at + 1
    for step in range(at + 1, min(len(text.words), at + _MOST)):
        if text.words[step] in ENDS or not text.joined(step - 1):
            break
        if text.capital(step) and text.words[step].partition("'")[0] != "i":
            end = step + 1
        elif text.words[step] not in _JOINING:
            break
    return [end - at]


def _goes_on(text: Words, at: int) -> bool:
    return at + 1 < len(text.words) and text.joined(at) and text.capital(at + 1)


def _firm(text: Words, at: int) -> list[int]:
    """A run of capitals that says what it is: "Taff Vale Borough Council", "Tillie & Hendry's", "Alder Lodge"."""
    for length in _names(text, at):
        words = text.words[at : at + length]
        said = text.text[text.spans[at][0] : text.spans[at + length - 1][1] + 2]
        if (length > 1 and not _organisation_words().isdisjoint(words)) or "&" in said:
            return [length]
        if said.endswith("'s") and words[-1] not in first_names():
            return [length]
    return []


def _employer(text: Words, at: int) -> list[int]:
    """A listed employer with a capital, everyday word or not, or a run of capitals that says it is a firm."""
    if not text.capital(at):
        return []
    start = text.spans[at][0]
    end = start + listed_end(_NAME_ENDS.split(text.lower[start : start + 40], maxsplit=1)[0])
    listed = sum(1 for begin, _end in text.spans[at : at + _MOST] if begin < end)
    return _firm(text, at) or ([listed] if listed else [])


def _school(text: Words, at: int) -> list[int]:
    """A run of capitals with a word for a school, or that is called after a saint."""
    for length in _names(text, at):
        words = text.words[at : at + length]
        if length > 1 and (not _school_words().isdisjoint(words) or words[0] in ("st", "saint", "ysgol")):
            return [length]
    return []


@cache
def _organisation_words() -> frozenset[str]:
    return frozenset(classes()["ORGWORD"]) | _school_words()


@cache
def _school_words() -> frozenset[str]:
    return frozenset(classes()["SCHOOLWORD"])


def _street(text: Words, at: int) -> list[int]:
    """A run of capitals that ends in a word for a street: "Canal Street", "Inkerman Terrace"."""
    streets = classes()["STREETWORD"]
    for length in _names(text, at):
        return [end for end in range(length, 1, -1) if text.words[at + end - 1] in streets][:1]
    return []


def _forename(text: Words, at: int) -> list[int]:
    """A listed first name; one that is also an everyday word needs its capital."""
    everyday = first_names().get(text.words[at])
    return [] if everyday is None or (everyday and not text.capital(at)) else [1]


def _given(text: Words, at: int) -> list[int]:
    """A listed first name with a capital that stands alone: no other name right before or behind it."""
    word = text.words[at]
    if first_names().get(word) is not False or not text.capital(at) or word in NEVER_NAMES or place_at(word, 0):
        return []
    loud = text.text[text.spans[at][0] : text.spans[at][1]].isupper()
    return [1] if not loud and _alone(text, at, at + 1) else []


def _alone(text: Words, at: int, end: int) -> bool:
    """True when no other word with a capital is joined to those from `at` to `end`."""
    if end < len(text.words) and text.joined(end - 1) and text.capital(end) and text.words[end] not in NEVER_NAMES:
        return False
    if not at or not text.joined(at - 1) or not text.capital(at - 1):
        return True
    before = text.words[at - 1]
    # The first word of a sentence has a capital, too.
    opens = at == 1 or text.words[at - 2] in ENDS
    return before in NEVER_NAMES or (opens and before not in first_names())


def _town(text: Words, at: int) -> list[int]:
    """A listed place; one whose name is also an everyday word needs its capital."""
    if text.words[at] in ENDS:
        return []
    start = text.spans[at][0]
    found = place_at(text.lower, start)
    if found is None or (found[1] and not text.capital(at)):
        return []
    return [sum(1 for begin, _end in text.spans[at:] if begin < found[0])]


def _year(text: Words, at: int) -> list[int]:
    """A year somebody alive may be born in: "1958", "'58" or "nineteen fifty eight"."""
    word, after = text.words[at], text.words[at + 1 : at + 3]
    if word == "nineteen" and after and after[0] in (*TENS, *TEENS):
        return [3] if after[0] in TENS and after[-1] in ONES else [2]
    if not word.isdecimal():
        return []
    start = text.spans[at][0]
    if len(word) == 2:
        return [1] if start and text.text[start - 1] in "'\u2019" else []
    return [1] if 1920 <= int(word) <= 2021 else []


def _place(text: Words, at: int) -> list[int]:
    """A listed place that stands alone: no "Poplar Rise" or "Rochdale General", and no month."""
    if text.words[at] in DAY_WORDS:
        return []
    return [length for length in _town(text, at) if _alone(text, at, at + length)]


SHAPES: Mapping[str, Callable[[Words, int], list[int]]] = {
    "Name": _name,
    "Names": _names,
    "Firm": _firm,
    "Employer": _employer,
    "School": _school,
    "Street": _street,
    "Forename": _forename,
    "Given": _given,
    "Place": _place,
    "Town": _town,
    "Year": _year,
}


def _letters(word: str) -> bool:
    return word[0].isalpha()


# Whether a word, whatever stands around it, can begin a shape: a cheap look before the shape itself.
BEGINNING: Mapping[str, Callable[[str], bool]] = {
    "Name": _letters,
    "Names": _letters,
    "Firm": _letters,
    "Employer": _letters,
    "School": _letters,
    "Street": _letters,
    "Forename": lambda word: word in first_names(),
    "Given": lambda word: word in first_names(),
    "Place": begins_place,
    "Town": begins_place,
    "Year": lambda word: word.isdecimal() or word == "nineteen",
}
