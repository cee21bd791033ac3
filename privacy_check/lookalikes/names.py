"""Whether two display names are the same person's name, in any script, and how one is written otherwise.

Accents, look-alike letters, order, titles, letters after a name, pronouns, emoji and spacing are ways to write one
name; a nickname, an initial, a middle name or half of a double surname may be. Nothing here says who a person is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from itertools import permutations

from rapidfuzz.distance import OSA

from privacy_check.lookalikes.shapes import seen, spelt
from privacy_check.tables import table
from privacy_check.text.name_letters import LONG, spellings
from privacy_check.text.vocabulary import short_names

_BRACKETS = re.compile(r"[(\[{（【「<][^)\]}）】」>]{0,60}[)\]}）】」>]")
_TAIL = re.compile(r"\s[|•·~–—]\s.*|\s*[|•]\s*.*", re.DOTALL)
_MOST_ORDERED = 5  # words of a name that are tried in every order
_SHORTEST_NEAR = 5  # letters of a word in which one other letter may be a slip
_PAIRS = (("rn", "m"), ("vv", "w"), ("i", "l"))
_UNSEEN = re.compile("[A-Za-z][\u00ad\u200b-\u200f\u2060-\u2064\ufeff]+[A-Za-z]")


class Likeness(StrEnum):
    """How much two names are one."""

    SAME = "same"
    VARIANT = "variant"
    NEAR = "near"
    PART = "part"
    OTHER = "other"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class NameMatch:
    """`likeness`, and whether look-alike letters of other scripts, or digits, make one read like the other."""

    likeness: Likeness
    disguised: bool = False

    @property
    def alike(self) -> bool:
        """True for a name that a reader takes for the same, or nearly."""
        return self.likeness in (Likeness.SAME, Likeness.VARIANT, Likeness.NEAR)


def same_name(mine: str, theirs: str) -> NameMatch:
    """How much two display names are one. Names without a letter compare with nothing."""
    as_spelt = _compare(words_of(mine), words_of(theirs))
    if as_spelt is Likeness.SAME:
        return NameMatch(as_spelt, _hides(theirs) and not _hides(mine))
    spread = _compare(_words(spelt(_spread(mine))), _words(spelt(_spread(theirs))))
    if spread is Likeness.SAME:
        return NameMatch(spread)
    as_seen = _compare(_words(seen(_only_name(mine))), _words(seen(_only_name(theirs))))
    if as_seen in (Likeness.SAME, Likeness.VARIANT) and as_seen is not as_spelt:
        return NameMatch(as_seen, disguised=True)
    drawn = [tuple(_drawn(word) for word in _words(seen(_only_name(name)))) for name in (mine, theirs)]
    if min(map(len, drawn)) >= 2 and _compare(*drawn) is Likeness.SAME:
        return NameMatch(Likeness.NEAR, disguised=True)
    if as_spelt is Likeness.OTHER and _compare_across(words_of(mine), words_of(theirs)):
        return NameMatch(Likeness.VARIANT)
    return NameMatch(as_spelt)


def _spread(name: str) -> str:
    """With two letters for a letter with a mark, as `Juergen` for `Jürgen`."""
    return "".join(LONG.get(sign, sign) for sign in unicodedata.normalize("NFC", _only_name(name)).casefold())


def _drawn(word: str) -> str:
    for pair, letter in _PAIRS:
        word = word.replace(pair, letter)
    return word


def _compare_across(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """True when a name in Cyrillic or Greek letters and one in Latin letters say the same."""
    roman = [tuple(word.translate(_roman()) for word in words) for words in (mine, theirs)]
    one_foreign = (roman[0] != tuple(mine)) != (roman[1] != tuple(theirs))
    return one_foreign and _compare(*roman) in (Likeness.SAME, Likeness.NEAR)


@lru_cache(maxsize=4096)
def words_of(name: str) -> tuple[str, ...]:
    """The words of a name, folded, without titles, pronouns, emoji, and what else is put around it."""
    return _words(spelt(_only_name(name)))


def _only_name(name: str) -> str:
    inside = _BRACKETS.sub(" ", name)
    cut = _TAIL.sub("", inside)
    kept = cut if any(map(str.isalpha, cut)) else inside if any(map(str.isalpha, inside)) else name
    # Dotted letters (`B.Ed.`, `J.R. Ewing`) are one word; a slash parts what else people call themselves.
    return re.sub(r"(?<=\w)\.(?=\w\b)", "", kept.replace("_", " "))


def _words(folded: str) -> tuple[str, ...]:
    listed = _listed()
    words = [word for word in folded.split() if not word.isdigit()]
    for drop in ("around", "after", "titles"):
        kept = [word for word in words if word not in listed[drop]]
        # A name may itself be such a word (`Al Long`, `Ma Li`, `Hon Lau`): two words are left alone.
        if len(kept) >= min(2, len(words)):
            words = kept
    return tuple(re.sub(r"^mc(?=[a-z]{3})", "mac", word) for word in words)


def _compare(mine: Sequence[str], theirs: Sequence[str]) -> Likeness:
    if not mine or not theirs:
        return Likeness.UNKNOWN
    if _one_word_each_way(mine, theirs):
        return Likeness.SAME
    mine, theirs = _bare(mine), _bare(theirs)
    if _one_word_each_way(mine, theirs):
        return Likeness.SAME
    if min(len(mine), len(theirs)) < 2:
        shared = set(mine) & set(theirs)
        return Likeness.PART if shared else _near_whole(mine, theirs)
    return _word_by_word(*sorted((mine, theirs), key=len))


def _one_word_each_way(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """True when the words, run together in some order and in some spelling, are the same."""
    if len(mine) == len(theirs) and all(map(_same_word, sorted(mine), sorted(theirs))):
        return True
    return not set(_run_together(mine)).isdisjoint(_run_together(theirs))


def _run_together(words: Sequence[str]) -> Iterator[str]:
    if len(words) > _MOST_ORDERED:
        yield "".join(words)
        return
    for order in permutations(words):
        yield "".join(order)


def _bare(words: Sequence[str]) -> tuple[str, ...]:
    """Without particles, when enough of a name is left."""
    kept = tuple(word for word in words if word not in _listed()["particles"])
    return kept if len(kept) >= min(2, len(words)) else tuple(words)


def _near_whole(mine: Sequence[str], theirs: Sequence[str]) -> Likeness:
    one, other = "".join(mine), "".join(theirs)
    slip = min(len(one), len(other)) >= 2 * _SHORTEST_NEAR and one.isascii() and OSA.distance(one, other) == 1
    return Likeness.NEAR if slip else Likeness.OTHER


def _word_by_word(fewer: Sequence[str], more: Sequence[str]) -> Likeness:
    """Every word of the shorter name must have its own in the longer one; how they fit decides."""
    left = list(more)
    fits: list[str] = []
    whole = 0
    for word in sorted(fewer, key=len, reverse=True):
        fit, found = _best_fit(word, left)
        if not fit:
            return Likeness.OTHER
        left.remove(found)
        fits.append(fit)
        whole += fit == "same" and len(word) > 1
    if not whole or fits.count("slip") > 1:
        return Likeness.OTHER
    if "slip" in fits:
        return Likeness.NEAR if not left and set(fits) == {"same", "slip"} else Likeness.OTHER
    return Likeness.VARIANT if len(fits) >= 2 else Likeness.PART


def _best_fit(word: str, others: Sequence[str]) -> tuple[str, str]:
    for fit, test in (("same", _same_word), ("short", _short_for), ("initial", _initial_of), ("slip", _slip)):
        found = next((other for other in others if test(word, other)), None)
        if found is not None:
            return fit, found
    return "", ""


@lru_cache(maxsize=8192)
def _same_word(one: str, other: str) -> bool:
    return one == other or (one[:1] == other[:1] and not spellings(one).isdisjoint(spellings(other)))


@lru_cache(maxsize=8192)
def _short_for(one: str, other: str) -> bool:
    names = short_names()
    mine, theirs = names.get(one, frozenset()), names.get(other, frozenset())
    return other in mine or one in theirs or not mine.isdisjoint(theirs)


def _initial_of(one: str, other: str) -> bool:
    return (len(one) == 1 or len(other) == 1) and one[0] == other[0] and one[0].isalpha()


def _slip(one: str, other: str) -> bool:
    # Scripts in which one sign is a syllable or a word have no slips of one letter.
    short, long = sorted((len(one), len(other)))
    if long < _SHORTEST_NEAR or short < _SHORTEST_NEAR - 1 or not (_alphabet(one) and _alphabet(other)):
        return False
    return OSA.distance(one, other) == 1


def _alphabet(word: str) -> bool:
    return unicodedata.name(word[0], "").startswith(("LATIN", "GREEK", "CYRILLIC"))


def _hides(name: str) -> bool:
    """True when unseen signs stand inside a plain word, or most letters are drawn ones (bold, circled, wide)."""
    if not spelt(name).isascii():
        return False
    apart = [sign for sign in unicodedata.normalize("NFD", name) if unicodedata.category(sign)[0] == "L"]
    drawn = sum(not sign.isascii() and unicodedata.normalize("NFKC", sign).isascii() for sign in apart)
    return bool(_UNSEEN.search(name)) or 2 * drawn > len(apart)


@cache
def _roman() -> dict[int, str]:
    pairs = (entry.partition("=") for entry in _raw()["roman"].split())
    return {ord(letter): latin for letter, _, latin in pairs}


@cache
def _listed() -> dict[str, frozenset[str]]:
    return {kind: frozenset(words.split()) for kind, words in _raw().items()}


@cache
def _raw() -> dict[str, str]:
    return table("privacy_check", "data", "name_words.toml")
