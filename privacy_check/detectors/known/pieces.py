"""Pieces of told words that are given as such: "starts with Dalg", "ends in -gleish", "Dal-something", "an F"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from privacy_check.detectors.base import Match
from privacy_check.detectors.known.accounts import HANDLE
from privacy_check.detectors.known.animals import PET
from privacy_check.detectors.known.hidden import Hidden
from privacy_check.detectors.known.homes import ADDRESS
from privacy_check.detectors.known.people import CHILD, PARTNER
from privacy_check.detectors.known.surnames import MAIDEN
from privacy_check.text.fold import Folded
from privacy_check.text.sayings import piece, saying
from privacy_check.text.vocabulary import everyday_words, first_names

_MASKED_SAID = piece("known_pieces.masked")

_GIVEN = r"(?:,? (?:an?|the letters?|the))?[\s:\"'(-]{1,3}(?P<said>[a-z]{1,14})(?![a-z'])"
_BEGINS = re.compile(piece("known_pieces.begins") + _GIVEN)
_ENDS = re.compile(piece("known_pieces.ends") + _GIVEN)
_MASKED = re.compile(rf"(?<![\w@.-])@?(?P<said>[a-z]{{1,14}}){_MASKED_SAID}")
_END_ALONE = re.compile(piece("known_pieces.end_alone") + r"(?P<said>[a-z]{4,14})(?!\w)")
_SCENES = {
    CHILD: saying("known_pieces.child_scene"),
    PARTNER: saying("known_pieces.partner_scene"),
    PET: saying("known_pieces.pet_scene"),
    MAIDEN: saying("known_pieces.maiden_scene"),
    HANDLE: saying("known_pieces.handle_scene"),
    ADDRESS: saying("known_pieces.street_scene"),
}
_WHY = "a piece of a word you told us"
_FEWEST = 3


class Pieces:
    """Beginnings and ends of the told words, and the first letter beside what it belongs to."""

    def __init__(self, words: Iterable[Hidden]) -> None:
        self._words = tuple(hidden for hidden in words if len(hidden.word) > _FEWEST)

    def matches(self, folded: Folded) -> Iterator[Match]:
        """The piece with the words that call it one."""
        for pattern, at_end in ((_BEGINS, False), (_ENDS, True), (_MASKED, False), (_END_ALONE, True)):
            for hit in pattern.finditer(folded.lower):
                for hidden in self._words:
                    if self._told(folded, hit, hidden, at_end):
                        yield hidden.found(*hit.span(), 0.6, _WHY)

    @staticmethod
    def _told(folded: Folded, hit: re.Match[str], hidden: Hidden, at_end: bool) -> bool:
        said, word = hit["said"], hidden.word
        if said == word or not (word.endswith(said) if at_end else word.startswith(said)):
            return False
        if len(said) >= _FEWEST and said not in everyday_words() and said not in first_names():
            return True
        if len(said) > 1 and len(said) < _FEWEST:
            return False
        if len(said) == 1 and (at_end or not folded.text[hit.start("said")].isupper()):
            return False
        return bool(_SCENES[hidden.fact].search(folded.lower, max(0, hit.start() - 40), hit.end() + 40))
