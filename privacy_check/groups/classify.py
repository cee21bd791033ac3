"""What the name of a group lets someone conclude: a GRP category, or nothing when the name does not say."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from privacy_check import catalogue
from privacy_check.text.name_letters import plain
from privacy_check.text.vocabulary import MONTH, places

LONGEST_NAME = 300
PRIVATE_TOPICS = "GRP-S"
# Stand in for what was taken out and for a place, so that neither joins its neighbours into a phrase.
_GONE, _PLACE = "zzgone", "zzplace"
_WORD = r"\w+"


@dataclass(frozen=True, slots=True)
class GroupReading:
    """`category` is a GRP id or None; `confidence` 0..1; `why` the words in the name that led there."""

    category: str | None
    confidence: float = 0.0
    why: str = ""


@dataclass(frozen=True, slots=True)
class _Category:
    id: str
    strong: re.Pattern[str] | None
    weak: re.Pattern[str] | None
    cased: re.Pattern[str] | None
    never: re.Pattern[str] | None

    def reading(self, strength: str, name: str, folded: str, sure: float) -> GroupReading | None:
        """The category when its phrases of that strength stand in the name."""
        pattern = {"strong": self.strong, "weak": self.weak, "cased": self.cased}[strength]
        found = pattern.search(name if strength == "cased" else folded) if pattern else None
        if found is None or (self.never and self.never.search(folded)):
            return None
        return GroupReading(self.id, sure, found[0].replace(_PLACE, "a place"))


def classify(name: str, *, platform: str | None = None) -> GroupReading:
    """Reads a group's name; category None when the name does not say enough.

    `platform` decides only where the name says nothing, for platforms all of whose groups are of one kind.
    Nothing is ever read as hateful or banned: that needs an official list, never a choice of words.
    """
    shown = unicodedata.normalize("NFKC", name)[:LONGEST_NAME]
    folded = _folded(shown)
    confidence = _vocabulary()["confidence"]
    if _things().search(folded):
        return GroupReading(None)
    strengths = ("strong", "weak") if shown.isupper() else ("strong", "cased", "weak")
    for strength in strengths:
        for category in _categories():
            private = category.id.startswith(PRIVATE_TOPICS)
            sure = confidence["private_topic" if private else strength]
            reading = category.reading(strength, shown, folded, sure)
            if reading is not None:
                return reading
    for category_id, platforms in _vocabulary()["platforms"].items():
        if platform in platforms:
            return GroupReading(category_id, confidence["platform"], f"a group on {platform}")
    return GroupReading(None)


def _folded(name: str) -> str:
    """Lower-case words with single spaces; masked phrases and places replaced by stand-ins."""
    if not re.search(r"\s", name.strip()):
        name = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[_.-]", " ", name)
    bare = re.sub(r"['’‘`´]", "", plain(name.replace("&", " and ")))
    words = " ".join(re.findall(r"[^\W_]+", bare))
    words = _street_names().sub(f"{_GONE} \\g<type>", words)
    words = _masks().sub(_GONE, words)
    return _with_places(words)


def _with_places(words: str) -> str:
    """Names of UK towns and areas become one stand-in; a name that is also an everyday word only beside a cue."""
    parts, out, at = words.split(), [], 0
    while at < len(parts):
        length = next((size for size in (4, 3, 2, 1) if _is_place(parts, at, size)), 0)
        out.append(_PLACE if length else parts[at])
        at += length or 1
    return " ".join(out)


def _is_place(parts: list[str], at: int, length: int) -> bool:
    if at + length > len(parts):
        return False
    name = " ".join(parts[at : at + length])
    if re.fullmatch(r"[a-z]{2}\d{1,2}", name) and name[:2] in _words("postcode_areas"):
        return True
    certain = _places().get(name)
    if certain is None or certain:
        return bool(certain)
    beside = {*parts[max(0, at - 1) : at], *parts[at + length : at + length + 1]}
    return name not in _words("never_places") and not beside.isdisjoint(_words("beside_a_place"))


@cache
def _places() -> dict[str, bool]:
    """Names of places; False where the name is also an everyday word."""
    return {
        re.sub(r"[^\w]+", " ", name.casefold().replace("'", "")): not everyday
        for name, everyday in places().items()
    }


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(_phrases(_vocabulary()["lists"][name]))


def _vocabulary() -> dict[str, Any]:
    return catalogue.data("groups.toml")


@cache
def _categories() -> tuple[_Category, ...]:
    return tuple(
        _Category(
            id=row["id"],
            strong=_pattern(row.get("strong", "")),
            weak=_pattern(row.get("weak", "")),
            cased=_as_written(row.get("cased", "")),
            never=_pattern(row.get("never", "")),
        )
        for row in _vocabulary()["category"]
    )


@cache
def _masks() -> re.Pattern[str]:
    pattern = _pattern(_vocabulary()["masks"]["phrases"])
    assert pattern is not None
    return pattern


@cache
def _things() -> re.Pattern[str]:
    pattern = _pattern(_vocabulary()["lists"]["things"])
    assert pattern is not None
    return pattern


@cache
def _street_names() -> re.Pattern[str]:
    """A word before "street" is a name; before "park" or "hill" only when people who live there follow."""
    lists = _vocabulary()["lists"]
    sure, maybe, people = (_any_of(_phrases(lists[name])) for name in ("street", "street_too", "locals"))
    return re.compile(rf"\b(?!(?:the|our|my|your|a|of)\b){_WORD} (?P<type>{sure}\b|{maybe}\b(?= {people}\b))")


def _pattern(text: str) -> re.Pattern[str] | None:
    phrases = _phrases(text)
    return re.compile(rf"(?<!\w){_any_of(phrases)}(?!\w)") if phrases else None


def _as_written(text: str) -> re.Pattern[str] | None:
    phrases = [re.escape(phrase) for phrase in _phrases(text)]
    return re.compile(rf"(?<!\w)(?:{'|'.join(phrases)})(?!\w)") if phrases else None


def _phrases(text: str) -> list[str]:
    return [" ".join(phrase.split()) for phrase in text.split(",") if phrase.strip()]


def _any_of(phrases: Iterable[str]) -> str:
    return f"(?:{'|'.join(_regex(phrase) for phrase in phrases)})"


def _regex(phrase: str) -> str:
    """One phrase of the vocabulary as a regular expression over folded words."""
    parts: list[str] = []
    for word in phrase.split():
        optional = word.endswith("?")
        piece = _word(word.removesuffix("?"))
        parts.append(f"(?:{piece} )?" if optional else f"{piece} ")
    return "".join(parts).removesuffix(" ")


def _word(word: str) -> str:
    if word == "~":
        return rf"{_WORD}(?: {_WORD}){{0,3}}"
    if word == "*":
        return _WORD
    return re.sub(r"\{(\w+)\}", lambda found: _list(found[1]), word.replace("*", r"\w*"))


@cache
def _list(name: str) -> str:
    if name == "place":
        return _PLACE
    if name == "number":
        return r"\d{1,2}(?:st|nd|rd|th|[a-f])?"
    if name == "month":
        return MONTH
    return _any_of(_phrases(_vocabulary()["lists"][name]))
