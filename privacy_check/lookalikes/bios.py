"""Whether one short text about oneself was taken from another, in any script.

Words are compared where a script parts them, characters where it does not. Words that everybody uses count for
little: a few commonplace words out of a longer text are what strangers share, not what copies take.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from functools import cache, lru_cache

from privacy_check.lookalikes.shapes import seen, spelt
from privacy_check.tables import table

LONGEST = 1_500
"""Code points of a bio that are compared."""
MOST_TIMES = 12
WHOLE, PART = 0.8, 0.5
_ENOUGH = 3.0  # weight of the words that must be shared before anything counts as taken
_FEW = 1.6  # weight of the words that make a short bio more than a coincidence
_RUN = 4.0  # weight of an unbroken run that was taken, when the rest differs
_LITTLE, _COMMON, _SIGN, _SHORT_WORD = 0.0, 0.35, 0.3, 3
_UNPARTED = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN")


class Taken(StrEnum):
    """How much of a bio stands in another one."""

    WHOLE = "whole"
    PART = "part"
    WITHIN = "within"
    LITTLE = "little"
    NOTHING = "nothing"
    UNKNOWN = "unknown"


def taken(mine: str, theirs: str) -> Taken:
    """How much of my words they use. Texts that say next to nothing compare with nothing."""
    best = max(
        _taken(one, other) for one, other in ((_parts(mine), _parts(theirs)), (_as_seen(mine), _as_seen(theirs)))
    )
    return _ORDER[best]


_ORDER = (Taken.UNKNOWN, Taken.NOTHING, Taken.LITTLE, Taken.WITHIN, Taken.PART, Taken.WHOLE)


def is_disguised(mine: str, theirs: str) -> bool:
    """True when their words are mine only once look-alike letters of other scripts are undone."""
    return _taken(_as_seen(mine), _as_seen(theirs)) > max(_taken(_parts(mine), _parts(theirs)), 3)


def _taken(mine: Sequence[str], theirs: Sequence[str]) -> int:
    weight_mine, weight_theirs = _weight(mine), _weight(theirs)
    if not mine or not theirs:
        return 0
    matcher = SequenceMatcher(None, mine, theirs, autojunk=False)
    blocks = [mine[block.a : block.a + block.size] for block in matcher.get_matching_blocks() if block.size]
    in_order = sum(map(_weight, blocks))
    run = max(map(_weight, blocks), default=0.0)
    both = Counter(mine) & Counter(theirs)
    # Words in another order count as words only where a word says something.
    shared = max(in_order, 0.9 * _weight(tuple(both.elements()))) if _has_words(mine) else in_order
    share_mine, share_theirs = (shared / weight if weight else 0.0 for weight in (weight_mine, weight_theirs))
    if shared >= _ENOUGH and min(share_mine, share_theirs) >= WHOLE:
        return 5
    if shared >= _ENOUGH + 1 and share_theirs >= PART and share_mine >= PART:
        return 4
    if run >= _RUN and share_mine >= PART / 2:
        return 4
    # All they say stands in mine, but it is too short or too commonplace to be told from chance.
    if shared >= _FEW and share_theirs >= WHOLE and share_mine >= WHOLE / 2:
        return 3
    if min(weight_mine, weight_theirs) < 1:
        return 0
    return 2 if max(share_mine, share_theirs) >= 0.2 else 1


def _has_words(parts: Sequence[str]) -> bool:
    return sum(len(part) > 1 for part in parts) * 2 > len(parts)


def _weight(parts: Sequence[str]) -> float:
    return sum(map(_weight_of, parts))


@lru_cache(maxsize=8192)
def _weight_of(part: str) -> float:
    if part in _listed()["little"]:
        return _LITTLE
    if len(part) == 1:
        return _SIGN if not part.isascii() else _LITTLE
    return _COMMON if part in _listed()["common"] or len(part) < _SHORT_WORD else 1.0


@lru_cache(maxsize=1024)
def _parts(text: str) -> tuple[str, ...]:
    return _apart(spelt(text[:LONGEST]))


@lru_cache(maxsize=1024)
def _as_seen(text: str) -> tuple[str, ...]:
    return _apart(seen(text[:LONGEST]))


def _apart(folded: str) -> tuple[str, ...]:
    parts: list[str] = []
    for word in folded.split():
        if any(unicodedata.name(sign, "").startswith(_UNPARTED) for sign in word):
            parts += word
        else:
            parts.append(word)
    return _seldom_said_again(parts)


def _seldom_said_again(parts: Sequence[str]) -> tuple[str, ...]:
    """Without what was said MOST_TIMES before: one sign over and over takes minutes to compare with itself."""
    times: Counter[str] = Counter()
    kept = []
    for part in parts:
        times[part] += 1
        if times[part] <= MOST_TIMES:
            kept.append(part)
    return tuple(kept)


@cache
def _listed() -> dict[str, frozenset[str]]:
    raw = table("privacy_check", "data", "bio_words.toml")
    return {kind: frozenset(words.split()) for kind, words in raw.items()}
