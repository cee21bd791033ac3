"""The words of a group's name as rules see them: masked idioms, places and traits each as one stand-in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from privacy_check.groups import phrases
from privacy_check.text import traits
from privacy_check.text.name_letters import plain
from privacy_check.text.vocabulary import everyday_words, places

LONGEST_NAME = 300
_MOST_WORDS_OF_A_PLACE = 4
# Signs of kinds of site before a name, and what only drawn letters or gaps in bad words leave behind.
_SIGNS = re.compile(r"^\s*(?:/?r/|/?[su]/|#|@)+")
_STARRED = re.compile(r"(?<=[a-z])\*(?=[a-z])", re.IGNORECASE)
_WORDS = re.compile(r"[^\W_]+")
_LEFT_OUT = "…"  # what is shown of a word of a trait
_HUMPS = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2})|(?<=[a-z])(?=\d)|[_.\-|]")


@dataclass(frozen=True, slots=True)
class Folded:
    """`text` is matched by rules; `starts` and `sources` say which words of the name stand behind its parts."""

    text: str
    starts: tuple[int, ...]
    sources: tuple[str, ...]

    def words(self, start: int, end: int) -> str:
        """The words of the name behind a stretch of `text`."""
        inside = (source for at, source in zip(self.starts, self.sources, strict=True) if start <= at < end)
        return " ".join(source for source in inside if source)


def folded(name: str) -> Folded:
    """Reads a name, already cut to LONGEST_NAME and composed (NFKC)."""
    words = _masked(_plain_words(name))
    parts = _with_places(words, range(_MOST_WORDS_OF_A_PLACE, 1, -1))
    reduced: list[tuple[str, str]] = []
    for token in traits.reduced([text for text, _ in parts]):
        source = _LEFT_OUT if token.kind else parts[token.first][1]
        reduced.append((token.text, source))
    final = _with_single_places(reduced)
    starts, at = [], 0
    for text, _ in final:
        starts.append(at)
        at += len(text) + 1
    return Folded(" ".join(text for text, _ in final), tuple(starts), tuple(source for _, source in final))


def composed(name: str) -> str:
    """The name cut to a length that is worth reading, in composed letters."""
    return unicodedata.normalize("NFKC", name)[:LONGEST_NAME]


def _plain_words(name: str) -> list[str]:
    bare = _STARRED.sub("i", _SIGNS.sub("", name)).replace("&", " and ").replace("$", "s")
    if not re.search(r"\s", bare.strip()):
        words = _run_together(bare)
    else:
        humps = re.sub(r"#(\w+)", lambda tag: " " + _HUMPS.sub(" ", tag[1]), bare)
        words = _in_small_letters(humps)
    return [_spelt(word) for word in words]


def _in_small_letters(text: str) -> list[str]:
    return _WORDS.findall(re.sub(r"['’‘`´]", "", plain(text)))


def _run_together(name: str) -> list[str]:
    """The words of a name without gaps: by its capitals or by known words, whichever leaves less over."""
    by_capitals = [part for word in _in_small_letters(_HUMPS.sub(" ", name)) for part in _apart(word)]
    by_words = [part for word in _in_small_letters(name) for part in _apart(word)]
    return min(by_capitals, by_words, key=lambda words: sum(not _is_known(word) for word in words))


def _is_known(word: str) -> bool:
    return word.isdigit() or word in phrases.words("little") or word in _known()


def _masked(words: list[str]) -> list[tuple[str, str]]:
    text = phrases.street_names().sub(f"{phrases.GONE} \\g<type>", " ".join(words))
    return [
        (word, "" if word == phrases.GONE else word) for word in phrases.masks().sub(phrases.GONE, text).split()
    ]


def _with_places(words: Sequence[tuple[str, str]], lengths: Sequence[int]) -> list[tuple[str, str]]:
    """Names of UK towns and areas become one stand-in; a name that is also an everyday word only beside a cue."""
    out: list[tuple[str, str]] = []
    parts = [text for text, _ in words]
    at = 0
    while at < len(words):
        length = next((size for size in lengths if _is_place(parts, at, size)), 0)
        source = " ".join(source for _, source in words[at : at + max(length, 1)])
        out.append((phrases.PLACE, source) if length else words[at])
        at += length or 1
    return out


def _with_single_places(words: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    return _with_places(words, (1,))


def _is_place(parts: Sequence[str], at: int, length: int) -> bool:
    if at + length > len(parts):
        return False
    name = " ".join(parts[at : at + length])
    if re.fullmatch(r"[a-z]{2}\d{1,2}", name) and name[:2] in phrases.words("postcode_areas"):
        return True
    certain = _places().get(name)
    if certain is None or certain:
        return bool(certain)
    beside = {*parts[max(0, at - 1) : at], *parts[at + length : at + length + 1]}
    return name not in phrases.words("never_places") and not beside.isdisjoint(phrases.words("beside_a_place"))


@cache
def _places() -> dict[str, bool]:
    """Names of places; False where the name is also an everyday word."""
    return {
        re.sub(r"[^\w]+", " ", name.casefold().replace("'", "")): not everyday
        for name, everyday in places().items()
    }


# Names written without gaps, and slips of the pen.
_SHORTEST_APART = 5
_SHORTEST_SLIP = 8


def _apart(word: str) -> list[str]:
    """A word of several written as one (`socialworkerslie`), where it is wholly made of words that are known."""
    known = _known()
    if len(word) < _SHORTEST_APART or word in known or word.isdigit():
        return [word]
    best: list[list[str] | None] = [None] * (len(word) + 1)
    best[0] = []
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - 16), end):
            before, piece = best[start], word[start:end]
            if before is None or (piece not in known and piece not in phrases.words("little")):
                continue
            found, kept = [*before, piece], best[end]
            if kept is None or len(found) < len(kept):
                best[end] = found
    whole = best[-1]
    return whole if whole is not None and len(whole) <= 5 else [word]


def _spelt(word: str) -> str:
    """The word, or the long word of the lists that it misses by one letter."""
    if len(word) < _SHORTEST_SLIP or word in _known() or not word.isalpha() or _is_place([word], 0, 1):
        return word
    if any(word.startswith(start) for start in _beginnings().get(word[:3], ())):
        return word
    for length in (-1, 0, 1):
        for meant in _by_length().get((word[0], len(word) + length), ()):
            if _one_slip(word, meant) and word.removesuffix("s") != meant.removesuffix("s"):
                return meant
    return word


def _one_slip(one: str, other: str) -> bool:
    """True when one letter is missing, too many, wrong, or two neighbours are swapped."""
    start = next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    rest, meant = one[start:], other[start:]
    swapped = rest[:2] == meant[1::-1] and rest[2:] == meant[2:] and len(meant) > 1
    return swapped or rest[1:] == meant[1:] or rest[1:] == meant or rest == meant[1:]


@cache
def _known() -> frozenset[str]:
    return (
        _listed()
        | {word for word in everyday_words() if len(word) > 2}
        | {name for name in _places() if len(name) > 4 and " " not in name}
    )


@cache
def _listed() -> frozenset[str]:
    """Every word of the lists that is written out whole."""
    found = {word for kind in traits.kinds() for phrase in traits.words_of(kind) for word in phrase.split()}
    return frozenset(word for word in found | phrases.whole_words() if len(word) > 2)


@cache
def _beginnings() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for start in (*traits.beginnings(), *phrases.beginnings()):
        found.setdefault(start[:3], []).append(start)
    return {key: tuple(starts) for key, starts in found.items()}


@cache
def _by_length() -> dict[tuple[str, int], tuple[str, ...]]:
    """Long words by first letter and length."""
    found: dict[tuple[str, int], list[str]] = {}
    for word in sorted(_listed()):
        if len(word) >= _SHORTEST_SLIP:
            found.setdefault((word[0], len(word)), []).append(word)
    return {key: tuple(words) for key, words in found.items()}
