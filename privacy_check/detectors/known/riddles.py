"""Told names hinted at by what they mean: "named after those Japanese rice cakes", "Welsh for love"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from privacy_check.detectors.base import Match
from privacy_check.detectors.known.hidden import Hidden
from privacy_check.text.fold import Folded
from privacy_check.text.sayings import phrases, saying

_HINT = saying("known_riddles.hint")
_REACH = 60
_CLAUSE = re.compile(r"(?:(?! (?:and|but|so|who|which|she|he|because|when)(?![a-z]))[^,.!?\n]){0,40}")


class Riddles:
    """The meanings of told names, beside words that say a name is hinted at."""

    def __init__(self, words: Iterable[Hidden]) -> None:
        meant = [(_meanings().get(hidden.word), hidden) for hidden in words]
        self._meant: tuple[tuple[re.Pattern[str], Hidden], ...] = tuple(
            (re.compile(rf"(?<![a-z])(?:{meaning})(?![a-z])"), hidden) for meaning, hidden in meant if meaning
        )

    def matches(self, folded: Folded) -> Iterator[Match]:
        """The hint, from the words that give it to the meaning."""
        for hint in _HINT.finditer(folded.lower) if self._meant else ():
            for meaning, hidden in self._meant:
                hit = meaning.search(folded.lower, hint.end(), hint.end() + _REACH)
                if hit and not re.search(r"[.!?\n]", folded.lower[hint.end() : hit.start()]):
                    clause = _CLAUSE.match(folded.lower, hit.end())
                    yield hidden.found(
                        hint.start(), clause.end() if clause else hit.end(), 0.55, "what a name you told us means"
                    )


@cache
def _meanings() -> dict[str, str]:
    meant: dict[str, str] = {}
    for entry in phrases("known_riddles.meanings"):
        name, meaning = entry.split(":", 1)
        meant[name] = f"{meant[name]}|{meaning}" if name in meant else meaning
    return meant
