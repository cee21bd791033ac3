"""Handles that read alike: a skeleton over look-alike letters, how two handles compare, and a likeness 0..1.

No likeness of handles tells a copy from a namesake: it finds and explains candidates, and never decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache

from rapidfuzz.distance import OSA

from privacy_check.lookalikes.handle_variants import Variant, variants
from privacy_check.lookalikes.handle_words import SEPARATORS, words_beside, words_of_handle
from privacy_check.lookalikes.shapes import seen, spelt
from privacy_check.text.vocabulary import short_names

__all__ = ["HandleLikeness", "HandleMatch", "Variant", "compare_handles", "similarity", "skeleton", "variants"]

ALIKE = 0.84
# Letters and digits that pass for one another at a glance; the drawing is the same or nearly so.
_LOOKS_LIKE = str.maketrans("01345789i", "oleastbgl")
_SIGNS = str.maketrans("|!$@", "llsa")
_PAIRS = (("rn", "m"), ("vv", "w"), ("cl", "d"))
_VOWELS = str.maketrans("", "", "aeiou")
_CORE = 4  # letters of a handle that must be left when words around it are taken off


class HandleLikeness(StrEnum):
    """How one handle reads beside another."""

    SAME = "same"
    DOTS = "dots"
    DRAWN = "drawn"
    AROUND = "around"
    ALIKE = "alike"
    OTHER = "other"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class HandleMatch:
    """`likeness`; `swap` is the one piece that was exchanged, mine and theirs, when there is exactly one."""

    likeness: HandleLikeness
    swap: tuple[str, str] | None = None


@lru_cache(maxsize=8192)
def skeleton(handle: str) -> str:
    """The handle as an eye takes it: folded, separators gone, look-alike letters joined."""
    shape = _bare(seen(handle.lstrip("@").translate(_SIGNS))).translate(_LOOKS_LIKE)
    for pair, letter in _PAIRS:
        shape = shape.replace(pair, letter)
    return shape


def compare_handles(mine: str, theirs: str) -> HandleMatch:
    """How their handle reads beside mine; unknown when one of them is missing."""
    mine, theirs = mine.strip().lstrip("@"), theirs.strip().lstrip("@")
    if not _bare(mine) or not _bare(theirs):
        return HandleMatch(HandleLikeness.UNKNOWN)
    if mine.casefold() == theirs.casefold():
        return HandleMatch(HandleLikeness.SAME)
    if _bare(mine.casefold()) == _bare(theirs.casefold()):
        return HandleMatch(HandleLikeness.DOTS)
    if skeleton(mine) == skeleton(theirs):
        return HandleMatch(HandleLikeness.DRAWN, _swap(mine.casefold(), theirs.casefold()))
    if core(mine) == core(theirs):
        return HandleMatch(HandleLikeness.AROUND)
    alike = similarity(mine, theirs) >= ALIKE
    return HandleMatch(HandleLikeness.ALIKE if alike else HandleLikeness.OTHER)


@lru_cache(maxsize=65536)
def similarity(a: str, b: str) -> float:
    """How alike two handles read, 0..1; 1 when they are the same to the eye."""
    left, right = skeleton(a), skeleton(b)
    if not left or not right:
        return 0.0
    if left == right:
        return 1.0
    best = _alike(left, right)
    # A slip in a handle that holds a real digit or a real `rn` must not count twice.
    plain_a, plain_b = (_bare(spelt(handle.lstrip("@"))) for handle in (a, b))
    best = max(best, _alike(plain_a, plain_b), _without_vowels(plain_a, plain_b))
    core_a, core_b = core(a), core(b)
    if min(len(core_a), len(core_b)) >= _CORE:
        best = max(best, 0.97 * _alike(core_a, core_b))
        best = max(best, _held(core_a, core_b))
    best = max(best, _same_words(words_of_handle(a), words_of_handle(b)), _turned(core_a, core_b))
    return round(best, 4)


def _alike(one: str, other: str) -> float:
    """Share of letters that stay, a little less for short handles, of which many are a slip apart by chance."""
    if not one or not other:
        return 0.0
    share = OSA.normalized_similarity(one, other)
    return share if share == 1.0 or min(len(one), len(other)) > 5 else share * 0.97


@lru_cache(maxsize=8192)
def core(handle: str) -> str:
    """The skeleton without the words and digits that copies put around a name."""
    text = _bare(spelt(handle.lstrip("@").translate(_SIGNS)))
    trimmed = text.strip("0123456789") or text
    for word in _beside("behind"):
        if len(trimmed) - len(word) >= _CORE and trimmed.endswith(word):
            trimmed = trimmed.removesuffix(word).rstrip("0123456789")
            break
    for _ in range(2):  # `real` before `mr`
        word = next((word for word in _beside("before") if trimmed.startswith(word)), "")
        if len(trimmed) - len(word) >= _CORE:
            trimmed = trimmed.removeprefix(word)
    shape = trimmed.translate(_LOOKS_LIKE)
    for pair, letter in _PAIRS:
        shape = shape.replace(pair, letter)
    return shape


@lru_cache(maxsize=2)
def _beside(place: str) -> tuple[str, ...]:
    """The words, longest first, without those of one letter or digits, which are letters of many names too."""
    ends = tuple(_bare(end) for end in words_beside("ends")) if place == "behind" else ()
    words = {_bare(word) for word in (*words_beside(place), *ends)}
    return tuple(sorted((word for word in words if len(word) > 1 and word.isalpha()), key=len, reverse=True))


def _held(one: str, other: str) -> float:
    """One handle within the other: the more of the longer it is, the more alike."""
    short, long = sorted((one, other), key=len)
    if len(short) < 6 or short not in long:
        return 0.0
    return 0.6 + 0.38 * len(short) / len(long)


def _turned(one: str, other: str) -> float:
    """The same letters with the two halves the other way round."""
    if len(one) != len(other) or len(one) < 6 or one == other:
        return 0.0
    return 0.93 if one in other + other else 0.0


def _without_vowels(one: str, other: str) -> float:
    """One handle with all its vowels left out, but perhaps for the first of a word."""
    short, long = sorted((one, other), key=len)
    left = short.translate(_VOWELS)
    if len(left) < _CORE or len(short) - len(left) > 2 or len(long) - len(short) < 2:
        return 0.0
    return 0.9 if long.translate(_VOWELS) == left else 0.0


def _same_words(mine: Sequence[str], theirs: Sequence[str]) -> float:
    """The same words in another order, for short, or as initials. Digits count for nothing here."""
    one, other = ([word for word in words if not word.isdigit()] for words in (mine, theirs))
    best = max(_initial("".join(one), other), _initial("".join(other), one))
    if best or min(len(one), len(other)) < 2:
        return best
    if sorted(one) == sorted(other):
        return 0.97
    last_one, last_other = one[-1], other[-1]
    if last_one == last_other and len(last_one) >= _CORE:
        return 0.9 if _short_for(one[0], other[0]) else 0.88 if _initials(one[0], other[0]) else 0.0
    if one[0] == other[0] and len(one[0]) >= _CORE and len(one) == len(other) == 2:
        return 0.82 if _initials(last_one, last_other) else 0.0
    return 0.0


def _initial(joined: str, words: Sequence[str]) -> float:
    """`jdoe` for `jane` `doe`."""
    if len(words) < 2 or len(words[-1]) < 3:
        return 0.0
    first, last = words[0], words[-1]
    if joined in {first[0] + last, last + first[0], "".join(word[0] for word in words[:-1]) + last}:
        return 0.88
    return 0.82 if joined == first + last[0] else 0.0


def _initials(one: str, other: str) -> bool:
    return one[0] == other[0] and min(len(one), len(other)) == 1


def _short_for(one: str, other: str) -> bool:
    names = short_names()
    return other in names.get(one, ()) or one in names.get(other, ())


def _bare(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum() or (sign.isprintable() and sign not in SEPARATORS))


def _swap(mine: str, theirs: str) -> tuple[str, str] | None:
    pieces = SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes()
    changed = [piece for piece in pieces if piece[0] != "equal"]
    if len(changed) != 1 or changed[0][0] != "replace":
        return None
    _, a, b, c, d = changed[0]
    return mine[a:b], theirs[c:d]
