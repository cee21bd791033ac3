"""Told words in disguise: figures or stars for letters ("1n4y4", "Str*an"), vowels left out ("Tbnna"), drawn out
("Moooochi"), turned round ("annebot") or parted by signs ("Ca-rys").

All told words share one pass over the text: a disguise is read back to plain letters and looked up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import product

from privacy_check.detectors.base import Match
from privacy_check.detectors.known.hidden import Hidden
from privacy_check.text.fold import Folded
from privacy_check.text.vocabulary import everyday_words, first_names, pet_names, places

_SIGNS = str.maketrans("0123456789@$|!+", "oizeasgtbgasiit")
# Letters that one figure may stand for are read as the same letter on both sides.
_SAME = str.maketrans("l", "i")
_TOKEN = re.compile(r"(?<![\w.@*])@?(?=[a-z._-]*[\d@$|!*])[a-z\d@$|!*._-]{4,40}(?![\w*])")
_STARRED = re.compile(r"[a-z\d@$|!][a-z\d@$|!*]{3,}")
_PARTED = re.compile(
    r"(?<![\w@#/.-])[a-z]{1,20}(?:(?:[._*~'|/-]|[^\w\s\x00-\x7f]{1,3})[a-z]{1,20}){1,12}(?![\w@])"
)
_DRAWN_OUT = re.compile(r"(?<![\w@#])[a-z]{0,20}([a-z])\1\1[a-z]{0,40}(?!\w)")
_REPEATED = re.compile(r"(.)\1+")
_MOST_VOWELS = 6


class Disguises:
    """Every told word of four letters or more, looked up in disguise."""

    def __init__(self, words: Iterable[Hidden]) -> None:
        several = [hidden for hidden in words if len(hidden.word) > 3]
        self._told = {_read(hidden.word): hidden for hidden in several}
        self._plain = {hidden.word: hidden for hidden in several}
        self._drawn = {_once(hidden.word): hidden for hidden in several if not _anybodys(hidden.word)}
        self._changed = {
            said: hidden
            for hidden in several
            if hidden.word.isalpha() and not hidden.signs
            for said in _changed(hidden.word)
            if said not in self._plain and not _anybodys(said)
        }

    def matches(self, folded: Folded) -> Iterator[Match]:
        """Words with figures or stars in them, parted, drawn out, turned round or without their vowels."""
        if not self._told:
            return
        lower = folded.lower
        if folded.digits or any(sign in lower for sign in "@$|!*"):
            for token in _TOKEN.finditer(lower):
                yield from self._token(token)
        for said in folded.words & self._changed.keys():
            for start in folded.starts[said]:
                if start == 0 or lower[start - 1] not in "@#.-":
                    yield self._changed[said].found(start, start + len(said), 0.6)
        for token in _PARTED.finditer(lower):
            hidden = self._plain.get(re.sub("[^a-z]", "", token[0]))
            if hidden and hidden.solid and len(hidden.word) > 4:
                yield hidden.found(*token.span(), 0.7)
        for token in _DRAWN_OUT.finditer(lower):
            hidden = self._drawn.get(_once(token[0]))
            if hidden:
                yield hidden.found(*token.span(), 0.7)

    def _token(self, token: re.Match[str]) -> Iterator[Match]:
        whole = token[0].rstrip(".-_!")
        # "@d@kn1ts": the first sign may be a letter in disguise or only mark an account.
        for said in dict.fromkeys((whole, whole.removeprefix("@"))):
            start = token.start() + len(whole) - len(said)
            word = re.sub(r"[._-]", "", said)
            hidden = self._starred(said) if "*" in said else self._told.get(_read(word))
            if hidden is None or (not hidden.signs and word != said):
                continue
            figures = len(re.findall(r"[\d@$|!*]", said)) - len(re.findall(r"\d", hidden.word))
            if 1 <= figures <= (len(word) + 1) // 2:
                yield hidden.found(start, start + len(said), 0.75)
                return

    def _starred(self, said: str) -> Hidden | None:
        if not _STARRED.fullmatch(said):
            return None
        pattern = re.compile("".join("." if sign == "*" else re.escape(sign) for sign in said))
        return next((hidden for word, hidden in self._plain.items() if pattern.fullmatch(word)), None)


def _read(word: str) -> str:
    return word.translate(_SIGNS).translate(_SAME)


def _once(word: str) -> str:
    """The word with every letter that is repeated said once."""
    return _REPEATED.sub(r"\1", word)


def _changed(word: str) -> Iterator[str]:
    """The word turned round, and with some of its vowels left out."""
    yield word[::-1]
    vowels = [at for at in range(1, len(word)) if word[at] in "aeiou"]
    if len(vowels) > _MOST_VOWELS:
        yield word[0] + re.sub("[aeiou]", "", word[1:])
        return
    for kept in product((True, False), repeat=len(vowels)):
        gone = {at for at, keep in zip(vowels, kept, strict=True) if not keep}
        # Only an end left out is a short name, which has its own rules; "Catrina" is another than Catriona.
        few = len(vowels) - len(gone) + (word[0] in "aeiou") < 2
        if few and gone and gone != {len(word) - 1} and len(word) - len(gone) > 3:
            yield "".join(letter for at, letter in enumerate(word) if at not in gone)


def _anybodys(word: str) -> bool:
    return word in everyday_words() or word in first_names() or word in places() or word in pet_names()
