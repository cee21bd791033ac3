"""Handles a copy would use, most plausible first.

Every kind of change is taken to be about as usual as any other, so that a variant is the more plausible the fewer
there are of its kind: kinds with few forms come whole, those with many (any letter put in anywhere) at the end.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, islice

from privacy_check.lookalikes.handle_words import SEPARATORS, words_beside, words_of_handle
from privacy_check.sentences import say
from privacy_check.text.vocabulary import short_names

LONGEST = 60
_SWAPS = {
    "o": "0", "l": "1i", "i": "1l", "e": "3", "a": "4", "s": "5z", "t": "7", "b": "8", "g": "9q", "z": "2s",
    "0": "o", "1": "li", "5": "s", "c": "k", "k": "c", "y": "i", "u": "v", "v": "u", "n": "m", "q": "g",
}  # fmt: skip
_PAIRS = (
    ("m", "rn"), ("rn", "m"), ("w", "vv"), ("vv", "w"), ("d", "cl"), ("cl", "d"), ("m", "nn"), ("nn", "m"),
    ("ph", "f"), ("f", "ph"), ("ck", "k"), ("x", "ks"), ("ie", "y"), ("y", "ie"), ("ee", "ie"),
)  # fmt: skip
_LEET = dict(zip("aeiostlbg", "431057189", strict=True))
_FOREIGN = dict(zip("aeiopcyxsjhkldgvunmbtrw", "аеіорсухѕјһкӏԁɡνսոｍЬтгԝ", strict=True))
_KEYS = {
    "a": "sqz", "b": "vn", "c": "xv", "d": "sf", "e": "wr", "f": "dg", "g": "fh", "h": "gj", "i": "uo", "j": "hk",
    "k": "jl", "l": "k", "m": "n", "n": "mb", "o": "ip", "p": "o", "q": "wa", "r": "et", "s": "ad", "t": "ry",
    "u": "yi", "v": "cb", "w": "qe", "x": "zc", "y": "tu", "z": "x",
}  # fmt: skip
_TOO_LONG = 5  # letters from which a handle of one word may be an initial and a surname
_VOWELS = "aeiou"
_NO_VOWELS = str.maketrans("", "", _VOWELS)

Found = Iterable[tuple[str, str]]
"""Handles, each with its change in words."""


@dataclass(frozen=True, slots=True)
class Variant:
    """A handle a copy could use, and in words how it differs."""

    handle: str
    change: str


def variants(handle: str, limit: int = 50) -> list[Variant]:
    """Up to `limit` handles a copy could use, most plausible first, never the handle itself."""
    written = handle.strip().lstrip("@")[:LONGEST]
    seen = {written.casefold()}
    found: list[Variant] = []
    for name, change in islice(_by_plausibility(written.casefold()), 50_000):
        if len(found) >= limit:
            break
        if name not in seen and len(name) >= 2:
            seen.add(name)
            found.append(Variant(name, change))
    return found


def _by_plausibility(handle: str) -> Iterator[tuple[str, str]]:
    """All kinds together, by how far down the list of its own kind a variant stands."""
    if not handle:
        return
    ranked: list[tuple[float, int, tuple[str, str]]] = []
    for number, (kind, usual) in enumerate(_KINDS):
        for place, variant in enumerate(dict.fromkeys(kind(handle))):
            ranked.append(((place + 1) / usual, number, variant))
    ranked.sort(key=lambda item: item[:2])
    for _, _, variant in ranked:
        yield variant


def _say(kind: str, **values: str) -> str:
    return say(f"lookalikes.change.{kind}", count=None, **values)


def _separators(handle: str) -> Found:
    bare = "".join(letter for letter in handle if letter not in SEPARATORS)
    if bare != handle:
        yield bare, _say("dots_out")
    for old in "._-":
        for new in "_.-":
            if old in handle and old != new:
                yield handle.replace(old, new), _say("dot", old=old, new=new)
    words = words_of_handle(handle)
    for mark in "_.-":
        if len(words) > 1:
            yield mark.join(words), _say("mark", mark=mark)
    for parts in islice(_wordings(handle), 3) if not _mark(handle) else ():
        yield from ((mark.join(parts), _say("mark", mark=mark)) for mark in "_.-")
    for old in "._-":
        if handle.count(old) == 1:
            yield handle.replace(old, old * 2), _say("doubled", letter=old)
            yield handle.replace(old, "__"), _say("dot", old=old, new="__")
    letters = [word for word in words if not word.isdigit()]
    if len(letters) < len(words) and len("".join(letters)) > 3:
        for mark in ("", "_", "."):
            yield mark.join(letters), _say("digits_out")


def _marks_outside(handle: str) -> Found:
    for end in ("_", "__", "."):
        yield handle + end, _say("behind", word=end)
        yield end + handle, _say("before", word=end)
        yield end + handle + end, _say("around", word=end)
    yield handle + "___", _say("behind", word="___")


def _words_around(handle: str) -> Found:
    for head, tail in (
        ("x", "x"),
        ("xx", "xx"),
        ("the", "official"),
        ("real", "official"),
        ("the_real_", ""),
        ("the.real.", ""),
        ("real", "1"),
        ("_", "1"),
    ):
        yield head + handle + tail, _say("around", word=f"{head} {tail}".strip())


def _marks_inside(handle: str) -> Found:
    middle = len(handle) / 2
    for place in sorted(range(1, len(handle)), key=lambda at: abs(at - middle)):
        if not {handle[place - 1], handle[place]} & set(SEPARATORS):
            for mark in "_.":
                yield handle[:place] + mark + handle[place:], _say("mark", mark=mark)
    for at, letter in enumerate(handle):
        if letter in SEPARATORS:
            rest = handle[:at] + handle[at + 1 :]
            for place in (at - 1, at + 1):
                if 0 < place < len(rest):
                    yield rest[:place] + letter + rest[place:], _say("mark_moved", mark=letter)


def _doubled(handle: str) -> Found:
    for place, letter in _places(handle, reverse=True):
        yield handle[:place] + letter + handle[place:], _say("doubled", letter=letter)
        if place == len(handle) - 1:
            yield handle + 2 * letter, _say("doubled", letter=letter)


def _left_out(handle: str) -> Found:
    if len(handle) > 3:
        for place, letter in _places(handle, inner_first=True):
            yield handle[:place] + handle[place + 1 :], _say("left_out", letter=letter)


def _turned(handle: str) -> Found:
    for place in range(len(handle) - 2, -1, -1):
        first, second = handle[place], handle[place + 1]
        if first != second:
            turned = handle[:place] + second + first + handle[place + 2 :]
            yield turned, _say("turned", letters=first + second)


def _look_alikes(handle: str) -> Found:
    for rank in range(2):
        for place, letter in _places(handle):
            for swap in _SWAPS.get(letter, "")[rank : rank + 1]:
                yield handle[:place] + swap + handle[place + 1 :], _say("written_as", letter=letter, swap=swap)
        for letter in dict.fromkeys(handle):
            swap = _SWAPS.get(letter, "")[rank : rank + 1]
            if swap and handle.count(letter) > 1:
                yield handle.replace(letter, swap), _say("written_as", letter=letter, swap=swap)


def _look_alike_pairs(handle: str) -> Found:
    for old, new in _PAIRS:
        at = handle.find(old)
        while at >= 0:
            yield handle[:at] + new + handle[at + len(old) :], _say("written_as", letter=old, swap=new)
            at = handle.find(old, at + 1)


def _digits_for_letters(handle: str) -> Found:
    """All of several letters as digits: the vowels, all that can be, then two of them, then three."""
    for letters in ("aeio", "aeios", "aeiost", "oeast", "oei", "aeistlbgo", *_together(2), *_together(3)):
        if sum(letter in handle for letter in letters) > 1:
            swaps = str.maketrans(letters, "".join(_LEET[letter] for letter in letters))
            yield handle.translate(swaps), _say("leet")


def _together(many: int) -> Iterator[str]:
    return ("".join(letters) for letters in combinations("aeiost", many))


def _vowels_out(handle: str) -> Found:
    words = [word for word in words_of_handle(handle) if not word.isdigit()]
    short = [word[0] + word[1:].translate(_NO_VOWELS) for word in words]
    for mark in dict.fromkeys((_mark(handle), "", "_", ".")):
        yield mark.join(short), _say("vowels_out")
    yield handle.translate(_NO_VOWELS), _say("vowels_out")


def _foreign_letters(handle: str) -> Found:
    for place, letter in _places(handle):
        foreign = _FOREIGN.get(letter)
        if foreign:
            changed = handle[:place] + foreign + handle[place + 1 :]
            yield changed, _say("foreign", letter=letter)
    yield "".join(_FOREIGN.get(letter, letter) for letter in handle), _say("foreign_all")


def _words_before(handle: str) -> Found:
    for rank, word in enumerate(words_beside("before")):
        # The most usual words are put there in every way, the rest in the two commonest.
        for mark in dict.fromkeys(("", _mark(handle), "_", ".") if rank < 8 else ("", "_")):
            yield f"{word}{mark}{handle}", _say("before", word=word + mark)


def _words_behind(handle: str) -> Found:
    for rank, word in enumerate(words_beside("behind")):
        digits = word.isdigit()
        for mark in ("",) if digits and rank > 8 else ("", "_", ".") if rank < 12 else ("_", ""):
            yield f"{handle}{mark}{word}", _say("behind", word=mark + word)


def _ends(handle: str) -> Found:
    for end in words_beside("ends"):
        yield handle + end, _say("behind", word=end)


def _digits_behind(handle: str) -> Found:
    usual = [*"1234567890", "123", "007", "01", "2024", "2025", "2026"]
    # Years of birth of grown-ups, the most usual first.
    years = sorted(range(1970, 2010), key=lambda year: abs(year - 1991))
    for digits in (*usual, *(f"{year % 100:02d}" for year in years), *map(str, years)):
        yield handle + digits, _say("behind", word=digits)


def _other_order(handle: str) -> Found:
    for words in _wordings(handle):
        turned = [words[-1], *words[:-1]]
        for between in dict.fromkeys((_mark(handle), "", "_", ".", "-")):
            yield between.join(turned), _say("order")


def _initials(handle: str) -> Found:
    for words in _wordings(handle):
        first, last = words[0], words[-1]
        for mark in dict.fromkeys((_mark(handle), "", ".", "_")):
            yield f"{first[0]}{mark}{last}", _say("initial", word=first)
            yield f"{first}{mark}{last[0]}", _say("initial", word=last)
        yield f"{last}{first[0]}", _say("initial", word=first)
        if len(words) > 2:
            yield first + last, _say("word_out", word=words[1])


def _wordings(handle: str) -> Iterator[list[str]]:
    """The words of a handle, with the digits that hang on them and without; at least two."""
    parted = [part for part in re.split(r"[._~-]+", handle) if part]
    bare: list[str] = []
    hung: list[str] = []
    for word in words_of_handle(handle):
        if not word.isdigit():
            bare.append(word)
            hung.append(word)
        elif hung:
            hung[-1] += word
    initial = [bare[0][0], bare[0][1:]] if len(bare) == 1 and len(bare[0]) >= _TOO_LONG else []
    seen: list[list[str]] = []
    for words in (parted, bare, hung, initial):
        if len(words) > 1 and words not in seen:
            seen.append(words)
            yield words


def _mark(handle: str) -> str:
    return next((letter for letter in handle if letter in SEPARATORS), "")


def _nicknames(handle: str) -> Found:
    words = list(words_of_handle(handle))
    names = short_names()
    others = [
        (at, word, other)
        for at, word in enumerate(words[:2])
        for other in (
            *sorted(names.get(word, ()), key=len),
            *(name for name, shorts in names.items() if word in shorts),
        )
    ]
    for between in dict.fromkeys((_mark(handle), "")):
        for at, word, other in others:
            changed = between.join([*words[:at], other, *words[at + 1 :]])
            yield changed, _say("nickname", word=word, other=other)


def _plurals(handle: str) -> Found:
    for end in ("s", "z", "es"):
        yield handle + end, _say("behind", word=end)
    for words in _wordings(handle):
        yield _mark(handle).join([words[0] + "s", *words[1:]]), _say("put_in", letter="s")


def _middle_initial(handle: str) -> Found:
    for letter in "jmaelrsdcktbhpgwnfovi":
        for words in _wordings(handle):
            yield _mark(handle).join((words[0], letter, *words[1:])), _say("put_in", letter=letter)


def _other_vowel(handle: str) -> Found:
    for place, letter in _places(handle):
        if letter in _VOWELS + "y":
            for other in sorted(_VOWELS, key=lambda vowel: (vowel not in _NEAR_VOWELS.get(letter, ""), vowel)):
                if other != letter:
                    yield (
                        handle[:place] + other + handle[place + 1 :],
                        _say("written_as", letter=letter, swap=other),
                    )


_NEAR_VOWELS = {"a": "eo", "e": "ai", "i": "ey", "o": "au", "u": "oa", "y": "ie"}


def _slips(handle: str) -> Found:
    for place, letter in _places(handle):
        for key in _KEYS.get(letter, ""):
            yield handle[:place] + key + handle[place + 1 :], _say("written_as", letter=letter, swap=key)


def _two_changes(handle: str) -> Found:
    """The commonest pairs: dots gone and something usual beside it; order or a dropped dot with a digit."""
    bare = "".join(letter for letter in handle if letter not in SEPARATORS)
    words = words_of_handle(handle)
    bases = [base for base in (bare, "_".join(words), ".".join(words)) if base != handle]
    for tail in ("1", "_", "official", "_official", "x", "uk", "2", "_uk", "01", "123"):
        for base in bases[:2]:
            yield base + tail, _say("two", word=tail)
    for head in ("real", "the", "real_", "_", "its"):
        for base in bases[:2]:
            yield head + base, _say("two", word=head)


def _places(handle: str, *, reverse: bool = False, inner_first: bool = False) -> list[tuple[int, str]]:
    found = [(place, letter) for place, letter in enumerate(handle) if letter.isalnum()]
    if inner_first:
        return [*found[1:], *found[:1]]
    return found[::-1] if reverse else found


# Each kind with how many of its forms are as plausible as the first of another kind.
_KINDS: tuple[tuple[Callable[[str], Found], float], ...] = (
    (_separators, 45), (_marks_outside, 9), (_other_order, 10), (_initials, 12), (_look_alike_pairs, 8),
    (_vowels_out, 6), (_words_around, 5),
    (_doubled, 12), (_left_out, 12), (_turned, 12), (_look_alikes, 14), (_words_before, 30), (_words_behind, 34),
    (_ends, 9), (_digits_for_letters, 6), (_foreign_letters, 8), (_nicknames, 12), (_plurals, 6),
    (_marks_inside, 6), (_digits_behind, 28), (_other_vowel, 13), (_two_changes, 8), (_slips, 20),
    (_middle_initial, 8),
)  # fmt: skip
