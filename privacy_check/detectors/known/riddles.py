"""Told names hinted at by what they mean: "named after those Japanese rice cakes", "Welsh for love"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from privacy_check.detectors.base import Match
from privacy_check.detectors.known.accounts import HANDLE
from privacy_check.detectors.known.animals import PET
from privacy_check.detectors.known.base import near
from privacy_check.detectors.known.employers import EMPLOYER
from privacy_check.detectors.known.hidden import Hidden
from privacy_check.detectors.known.homes import ADDRESS
from privacy_check.detectors.known.people import CHILD, PARTNER
from privacy_check.detectors.known.plates import VEHICLE
from privacy_check.detectors.known.schools import SCHOOL
from privacy_check.text.fold import Folded
from privacy_check.text.sayings import phrases, piece, saying

_HINT = saying("known_riddles.hint")
_REACH = 60
_CLAUSE = re.compile(r"(?:(?! (?:and|but|so|who|which|she|he|because|when)(?![a-z]))[^,.!?\n]){0,40}")


class Riddles:
    """The meanings of told names, beside words that say a name is hinted at."""

    def __init__(self, words: Sequence[Hidden]) -> None:
        meant = [(_meanings().get(hidden.word), hidden) for hidden in words]
        self._meant: tuple[tuple[re.Pattern[str], Hidden], ...] = tuple(
            (re.compile(rf"(?<![a-z])(?:{meaning})(?![a-z])"), hidden) for meaning, hidden in meant if meaning
        )

        told = {hidden.fact: hidden for hidden in words}
        self._clues = tuple(
            (pattern, about, told[fact]) for pattern, about, facts in _clues() for fact in facts if fact in told
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
        for pattern, about, hidden in self._clues:
            for hit in pattern.finditer(folded.lower):
                if about is None or near(folded, *hit.span(), about, 40):
                    yield hidden.found(*hit.span("v"), 0.45, "a hint at what you told us")


@cache
def _clues() -> tuple[tuple[re.Pattern[str], re.Pattern[str] | None, tuple[str, ...]], ...]:
    """A pattern of each kind of riddle, what must be near it, and the facts it may be about."""
    named = [
        (re.compile(piece("known_riddles.of_a_name", OF=piece(f"known_pieces.{of}"))), None, (fact,))
        for fact, of in ((CHILD, "child"), (PARTNER, "partner"), (PET, "pet"))
    ]
    return (
        *named,
        (saying("known_riddles.of_a_school"), None, (SCHOOL,)),
        (saying("known_riddles.of_an_employer"), None, (EMPLOYER,)),
        (saying("known_riddles.of_a_street"), None, (ADDRESS,)),
        (saying("known_riddles.of_a_plate"), None, (VEHICLE,)),
        (saying("known_riddles.of_a_handle"), saying("known_described.near_handle"), (HANDLE,)),
    )


@cache
def _meanings() -> dict[str, str]:
    meant: dict[str, str] = {}
    for entry in phrases("known_riddles.meanings"):
        name, meaning = entry.split(":", 1)
        meant[name] = f"{meant[name]}|{meaning}" if name in meant else meaning
    return meant
