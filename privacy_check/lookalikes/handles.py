"""Handles that read alike: a skeleton over look-alike letters, a similarity, and variants a copy would use."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from rapidfuzz.distance import OSA, Indel

from privacy_check.text.name_letters import plain

# Letters and digits that pass for one another at a glance; the drawing is the same or nearly so.
_LOOKS_LIKE = str.maketrans(
    "01345789i|!$@" + "аеорсухіѕԁһӏ" + "αορνικτυıɑɡ",
    "oleastbglllsa" + "aeopcyxlsdhl" + "aopvlktulag",
)
_PAIRS = (("rn", "m"), ("vv", "w"), ("cl", "d"))
_SEPARATORS = "._-~ "
_WORDS = ("real", "official", "the", "its", "im", "mr", "mrs", "x", "uk", "backup", "new", "private", "2")
_SWAPS = {
    "o": "0",
    "l": "1",
    "i": "1",
    "e": "3",
    "a": "4",
    "s": "5",
    "t": "7",
    "b": "8",
    "m": "rn",
    "w": "vv",
    "d": "cl",
}


@dataclass(frozen=True, slots=True)
class Variant:
    """A handle a copy could use, and in words how it differs."""

    handle: str
    change: str


def skeleton(handle: str) -> str:
    """The handle as an eye takes it: folded, separators gone, look-alike letters joined."""
    shape = "".join(
        letter for letter in plain(handle.lstrip("@")) if letter.isprintable() and letter not in _SEPARATORS
    ).translate(_LOOKS_LIKE)
    for pair, letter in _PAIRS:
        shape = shape.replace(pair, letter)
    return shape


def similarity(a: str, b: str) -> float:
    """How alike two handles read, 0..1; 1 when they are the same to the eye."""
    left, right = skeleton(a), skeleton(b)
    if not left or not right:
        return 0.0
    if left == right:
        return 1.0
    edits = OSA.normalized_similarity(left, right)
    core = Indel.normalized_similarity(_core(left), _core(right)) if _core(left) and _core(right) else 0.0
    return round(max(edits, 0.95 * core), 4)


def variants(handle: str, limit: int = 50) -> list[Variant]:
    """Up to `limit` handles a copy could use, most plausible first, never the handle itself."""
    seen = {handle.casefold()}
    found = []
    for variant in _all_variants(handle.lstrip("@")):
        key = variant.handle.casefold()
        if key not in seen and len(key) >= 2:
            seen.add(key)
            found.append(variant)
    return list(islice(found, max(limit, 0)))


def _core(text: str) -> str:
    """Without the words and digits that copies put around a name."""
    stripped = text.strip("0123456789")
    for word in ("real", "offlclal", "the", "backup", "prlvate", "uk"):
        stripped = stripped.removeprefix(word).removesuffix(word) if len(stripped) > len(word) + 3 else stripped
    return stripped


def _all_variants(handle: str) -> Iterator[Variant]:
    yield from _separators(handle)
    for word in ("_", ".", "1", "2", "x", "_x"):
        yield Variant(handle + word, f"“{word}” added at the end")
    yield Variant("_" + handle, "“_” added at the front")
    for position, letter in enumerate(handle):
        swap = _SWAPS.get(letter.lower())
        if swap:
            yield Variant(handle[:position] + swap + handle[position + 1 :], f"“{letter}” written as “{swap}”")
    for position, letter in enumerate(handle):
        if letter.isalnum():
            yield Variant(handle[:position] + letter + handle[position:], f"“{letter}” doubled")
    for position, letter in enumerate(handle):
        if letter.isalnum() and len(handle) > 3:
            yield Variant(handle[:position] + handle[position + 1 :], f"“{letter}” left out")
    for position in range(len(handle) - 1):
        first, second = handle[position], handle[position + 1]
        if first != second:
            yield Variant(
                handle[:position] + second + first + handle[position + 2 :], f"“{first}{second}” turned round"
            )
    for word in _WORDS:
        yield Variant(f"{word}{handle}", f"“{word}” put in front")
        yield Variant(f"{handle}_{word}", f"“_{word}” added at the end")


def _separators(handle: str) -> Iterator[Variant]:
    bare = "".join(letter for letter in handle if letter not in _SEPARATORS)
    if bare != handle:
        yield Variant(bare, "dots and lines left out")
    for old in "._-":
        for new in "._-":
            if old in handle and old != new:
                yield Variant(handle.replace(old, new), f"“{old}” changed to “{new}”")
