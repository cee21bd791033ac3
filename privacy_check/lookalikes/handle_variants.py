"""Handles a copy would use, most plausible first.

Every kind of change is taken to be about as usual as any other, so that a variant is the more plausible the fewer
there are of its kind: kinds with few forms come whole, those with many (any letter put in anywhere) at the end.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

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
_LEET = str.maketrans("oeast", "03457")
_LEET_LESS = str.maketrans("oei", "031")
_FOREIGN = dict(zip("aeiopcyxsjhkldgvunmbtrw", "аеіорсухѕјһкӏԁɡνսոｍЬтгԝ", strict=True))
_KEYS = {
    "a": "sqz", "b": "vn", "c": "xv", "d": "sf", "e": "wr", "f": "dg", "g": "fh", "h": "gj", "i": "uo", "j": "hk",
    "k": "jl", "l": "k", "m": "n", "n": "mb", "o": "ip", "p": "o", "q": "wa", "r": "et", "s": "ad", "t": "ry",
    "u": "yi", "v": "cb", "w": "qe", "x": "zc", "y": "tu", "z": "x",
}  # fmt: skip
_VOWELS = "aeiou"

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
    for old in "._-":
        if handle.count(old) == 1:
            yield handle.replace(old, old * 2), _say("doubled", letter=old)
            yield handle.replace(old, "__"), _say("dot", old=old, new="__")
    letters = [word for word in words if not word.isdigit()]
    if len(letters) < len(words) and len("".join(letters)) > 3:
        for mark in ("", "_", "."):
            yield mark.join(letters), _say("digits_out")


def _marks_outside(handle: str) -> Found:
    for end in ("_", "__", ".", "-"):
        yield handle + end, _say("behind", word=end)
        yield end + handle, _say("before", word=end)
        yield end + handle + end, _say("around", word=end)


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
    yield handle.translate(_LEET), _say("leet")
    yield handle.translate(_LEET_LESS), _say("leet")
    yield handle.translate(_LEET | _LEET_LESS), _say("leet")
    yield handle.translate(str.maketrans("oaeistlbg", "043157189")), _say("leet")
    yield handle.translate(str.maketrans("oaeis", "04315")), _say("leet")


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
        for mark in ("",) if digits and rank > 8 else ("", "_", ".") if rank < 3 else ("_", ""):
            yield f"{handle}{mark}{word}", _say("behind", word=mark + word)


def _ends(handle: str) -> Found:
    for end in words_beside("ends"):
        yield handle + end, _say("behind", word=end)


def _digits_behind(handle: str) -> Found:
    for digit in "1234567890":
        yield handle + digit, _say("behind", word=digit)
    # Years of birth of grown-ups first, the most usual in the middle.
    for digits in (
        *(f"{year % 100:02d}" for year in sorted(range(1970, 2010), key=lambda year: abs(year - 1990))),
        "123",
        "007",
        "247",
        "2024",
        "2025",
        "2026",
    ):
        yield handle + digits, _say("behind", word=digits)
    for year in range(1960, 2010):
        yield f"{handle}{year}", _say("behind", word=str(year))


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
    bare = [word for word in words_of_handle(handle) if not word.isdigit()]
    for words in (parted, bare):
        if len(words) > 1:
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
    for head, tail in (
        ("_", "1"),
        ("the", "official"),
        ("real", "1"),
        ("x", "x"),
        ("the_real_", ""),
        ("the.real.", ""),
    ):
        yield head + handle + tail, _say("two", word=head)


def _places(handle: str, *, reverse: bool = False, inner_first: bool = False) -> list[tuple[int, str]]:
    found = [(place, letter) for place, letter in enumerate(handle) if letter.isalnum()]
    if inner_first:
        return [*found[1:], *found[:1]]
    return found[::-1] if reverse else found


# Each kind with how many of its forms are as plausible as the first of another kind.
_KINDS: tuple[tuple[Callable[[str], Found], float], ...] = (
    (_separators, 45), (_marks_outside, 9), (_other_order, 10), (_initials, 12), (_look_alike_pairs, 8),
    (_doubled, 12), (_left_out, 12), (_turned, 12), (_look_alikes, 14), (_words_before, 34), (_words_behind, 40),
    (_ends, 9), (_digits_for_letters, 4), (_foreign_letters, 8), (_nicknames, 12), (_plurals, 6),
    (_marks_inside, 7), (_digits_behind, 16), (_other_vowel, 14), (_two_changes, 8), (_slips, 18),
    (_middle_initial, 8),
)  # fmt: skip
