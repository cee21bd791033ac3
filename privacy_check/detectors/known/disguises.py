"""Told words with figures or stars for letters ("1n4y4", "Str*an").

All told words share one pass over the text: a disguise is read back to plain letters and looked up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from privacy_check.detectors.base import Match
from privacy_check.detectors.known.hidden import Hidden
from privacy_check.text.fold import Folded

_SIGNS = str.maketrans("0123456789@$|!+", "oizeasgtbgasiit")
# Letters that one figure may stand for are read as the same letter on both sides.
_SAME = str.maketrans("l", "i")
_TOKEN = re.compile(r"(?<![\w.@*])@?(?=[a-z._-]*[\d@$|!*])[a-z\d@$|!*._-]{4,40}(?![\w*])")
_STARRED = re.compile(r"[a-z\d@$|!][a-z\d@$|!*]{3,}")


class Disguises:
    """Every told word of four letters or more, looked up in disguise."""

    def __init__(self, words: Iterable[Hidden]) -> None:
        several = [hidden for hidden in words if len(hidden.word) > 3]
        self._told = {_read(hidden.word): hidden for hidden in several}
        self._plain = {hidden.word: hidden for hidden in several}

    def matches(self, folded: Folded) -> Iterator[Match]:
        """Words with figures or stars in them."""
        if not self._told:
            return
        lower = folded.lower
        if folded.digits or any(sign in lower for sign in "@$|!*"):
            for token in _TOKEN.finditer(lower):
                yield from self._token(token)

    def _token(self, token: re.Match[str]) -> Iterator[Match]:
        said = token[0].removeprefix("@").rstrip(".-_!")
        start = token.end() - len(token[0].removeprefix("@"))
        word = re.sub(r"[._-]", "", said)
        hidden = self._starred(said) if "*" in said else self._told.get(_read(word))
        if hidden is None or (not hidden.signs and word != said):
            return
        figures = len(re.findall(r"[\d@$|!*]", said)) - len(re.findall(r"\d", hidden.word))
        if 1 <= figures <= (len(word) + 1) // 2:
            yield hidden.found(start, start + len(said), 0.75)

    def _starred(self, said: str) -> Hidden | None:
        if not _STARRED.fullmatch(said):
            return None
        pattern = re.compile("".join("." if sign == "*" else re.escape(sign) for sign in said))
        return next((hidden for word, hidden in self._plain.items() if pattern.fullmatch(word)), None)


def _read(word: str) -> str:
    return word.translate(_SIGNS).translate(_SAME)
