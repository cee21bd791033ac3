"""Told words with figures or stars for letters ("1n4y4", "Str*an") and words spelled sign by sign ("S t r u a n").

All told words share one pass over the text: a disguise is read back to plain letters and looked up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from privacy_check.detectors.base import Match, Whose
from privacy_check.model import EntityType
from privacy_check.text.fold import Folded

_SIGNS = str.maketrans("0123456789@$|!+", "oizeasgtbgasiit")
# Letters that one figure may stand for are read as the same letter on both sides.
_SAME = str.maketrans("l", "i")
_TOKEN = re.compile(r"(?<![\w.@*])@?(?=[a-z._-]*[\d@$|!*])[a-z\d@$|!*._-]{4,40}(?![\w*])")
_APART = re.compile(r"(?<![a-z])[a-z](?:[\s.*_-]{1,2}[a-z](?![a-z])){3,24}")
_STARRED = re.compile(r"[a-z\d@$|!][a-z\d@$|!*]{3,}")


@dataclass(frozen=True)
class Hidden:
    """A told word that may be disguised; `signs`: it may also have dots, dashes and underscores in it."""

    word: str
    entity_type: EntityType
    rule_id: str
    fact: str
    whose: Whose
    signs: bool = False


class Disguises:
    """Every told word of four letters or more, looked up in disguise."""

    def __init__(self, words: Iterable[Hidden]) -> None:
        several = [hidden for hidden in words if len(hidden.word) > 3]
        self._told = {_read(hidden.word): hidden for hidden in several}
        self._plain = {hidden.word: hidden for hidden in several}

    def matches(self, folded: Folded) -> Iterator[Match]:
        """Words with figures or stars in them, and words spelled apart."""
        if not self._told:
            return
        lower = folded.lower
        if folded.digits or any(sign in lower for sign in "@$|!*"):
            for token in _TOKEN.finditer(lower):
                yield from self._token(token)
        for run in _APART.finditer(lower):
            hidden = self._plain.get(re.sub(r"[^a-z]", "", run[0]))
            if hidden:
                yield _match(hidden, *run.span(), 0.8)

    def _token(self, token: re.Match[str]) -> Iterator[Match]:
        said = token[0].removeprefix("@").rstrip(".-_!")
        start = token.end() - len(token[0].removeprefix("@"))
        word = re.sub(r"[._-]", "", said)
        hidden = self._starred(said) if "*" in said else self._told.get(_read(word))
        if hidden is None or (not hidden.signs and word != said):
            return
        figures = len(re.findall(r"[\d@$|!*]", said)) - len(re.findall(r"\d", hidden.word))
        if 1 <= figures <= (len(word) + 1) // 2:
            yield _match(hidden, start, start + len(said), 0.75)

    def _starred(self, said: str) -> Hidden | None:
        if not _STARRED.fullmatch(said):
            return None
        pattern = re.compile("".join("." if sign == "*" else re.escape(sign) for sign in said))
        return next((hidden for word, hidden in self._plain.items() if pattern.fullmatch(word)), None)


def _read(word: str) -> str:
    return word.translate(_SIGNS).translate(_SAME)


def _match(hidden: Hidden, start: int, end: int, confidence: float) -> Match:
    return Match(
        hidden.entity_type, start, end, confidence, "a word you told us", hidden.rule_id, hidden.whose, hidden.fact
    )
