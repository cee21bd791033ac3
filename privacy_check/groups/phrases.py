"""The vocabulary of `data/groups.toml` as regular expressions over folded words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import Any

from privacy_check import catalogue
from privacy_check.text import traits
from privacy_check.text.vocabulary import MONTH

# Stand in for what was taken out and for a place, so that neither joins its neighbours into a phrase.
GONE, PLACE = "zzgone", "zzplace"
_WORD = r"\w+"
_FIXED = {"place": PLACE, "number": r"\d{1,2}(?:st|nd|rd|th|[a-f])?", "month": MONTH, "year": r"20\d\d"}


def vocabulary() -> dict[str, Any]:
    """The file as it stands."""
    return catalogue.data("groups.toml")


@cache
def words(name: str) -> frozenset[str]:
    """The phrases of one list."""
    return frozenset(split(vocabulary()["lists"][name]))


@cache
def masks() -> re.Pattern[str]:
    """Idioms that only look like a topic."""
    return _certain(vocabulary()["masks"]["phrases"])


@cache
def things() -> re.Pattern[str]:
    """Names with one of these speak of a thing people watch, read or collect."""
    return _certain(vocabulary()["lists"]["things"])


@cache
def making() -> re.Pattern[str]:
    """Names with one of these speak of making, buying or reading about something; private topics still show."""
    return _certain(vocabulary()["lists"]["making"])


@cache
def street_names() -> re.Pattern[str]:
    """A word before "street" is a name; before "park" or "hill" only when people who live there follow."""
    lists = vocabulary()["lists"]
    sure, maybe, people = (_any_of(split(lists[name])) for name in ("street", "street_too", "locals"))
    return re.compile(rf"\b(?!(?:the|our|my|your|a|of)\b){_WORD} (?P<type>{sure}\b|{maybe}\b(?= {people}\b))")


def pattern(text: str) -> re.Pattern[str] | None:
    """Any of the phrases, as whole words; None without phrases."""
    found = split(text)
    return re.compile(rf"(?<!\w){_any_of(found)}(?!\w)") if found else None


def as_written(text: str) -> re.Pattern[str] | None:
    """Any of the phrases letter by letter; None without phrases."""
    found = [re.escape(phrase) for phrase in split(text)]
    return re.compile(rf"(?<!\w)(?:{'|'.join(found)})(?!\w)") if found else None


def split(text: str) -> list[str]:
    """The phrases of a list."""
    return [" ".join(phrase.split()) for phrase in text.split(",") if phrase.strip()]


@cache
def whole_words() -> frozenset[str]:
    """Words of the vocabulary that are written out whole."""
    return frozenset(word for word in _all_words() if word.isalpha())


@cache
def beginnings() -> tuple[str, ...]:
    """Beginnings of words that may end anyhow."""
    return tuple(sorted({word[:-1] for word in _all_words() if re.fullmatch(r"[a-z]{4,}\*", word)}))


def _all_words() -> set[str]:
    rows, lists = vocabulary()["category"], vocabulary()["lists"]
    texts = [*lists.values(), *(row.get(key, "") for row in rows for key in ("strong", "weak", "together"))]
    return {word.removesuffix("?") for text in texts for phrase in split(text) for word in phrase.split()}


def _certain(text: str) -> re.Pattern[str]:
    found = pattern(text)
    assert found is not None
    return found


def _any_of(found: Iterable[str]) -> str:
    """One of the phrases; those that begin or end with the same list share it, so that it is written out once."""
    alone: list[str] = []
    before: dict[str, list[str]] = defaultdict(list)
    behind: dict[str, list[str]] = defaultdict(list)
    for phrase in found:
        first, last = phrase.split()[0], phrase.split()[-1]
        if first != last and _is_list(last):
            before[last].append(phrase.rsplit(" ", 1)[0])
        elif first != last and _is_list(first):
            behind[first].append(phrase.split(" ", 1)[1])
        else:
            alone.append(_regex(phrase))
    alone += [f"(?:{'|'.join(_ending_open(one) for one in heads)}){_word(name)}" for name, heads in before.items()]
    alone += [f"{_word(name)} (?:{'|'.join(map(_regex, tails))})" for name, tails in behind.items()]
    return f"(?:{'|'.join(alone)})"


def _is_list(word: str) -> bool:
    return re.fullmatch(r"\{\w+\}", word) is not None and word[1:-1] in vocabulary()["lists"]


def _ending_open(phrase: str) -> str:
    """A phrase with the gap behind it, which is part of a last word that may be missing."""
    return _regex(phrase) if phrase.endswith("?") else f"{_regex(phrase)} "


def _regex(phrase: str) -> str:
    parts: list[str] = []
    for word in phrase.split():
        optional = word.endswith("?")
        piece = _word(word.removesuffix("?"))
        parts.append(f"(?:{piece} )?" if optional else f"{piece} ")
    joined = "".join(parts)
    return joined if phrase.endswith("?") else joined.removesuffix(" ")


def _word(word: str) -> str:
    if word == "~":
        return rf"{_WORD}(?: {_WORD}){{0,3}}"
    if word == "*":
        return _WORD
    return re.sub(r"\{(\w+)\}", lambda found: _list(found[1]), word.replace("*", r"\w*"))


@cache
def _list(name: str) -> str:
    if name in traits.kinds():
        return traits.token(name)
    return _FIXED.get(name) or _any_of(split(vocabulary()["lists"][name]))
