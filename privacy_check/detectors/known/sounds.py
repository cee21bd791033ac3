"""Told words by their sound: "sounds like moe-chee", "rhymes with fleece", "our Dook, as in Ellington"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from privacy_check.detectors.base import Match
from privacy_check.detectors.known.base import near
from privacy_check.detectors.known.employers import EMPLOYER
from privacy_check.detectors.known.hidden import Hidden, in_full
from privacy_check.detectors.known.homes import ADDRESS
from privacy_check.detectors.known.scene import written_as_name
from privacy_check.detectors.known.schools import SCHOOL
from privacy_check.text.fold import Folded
from privacy_check.text.sayings import phrases, piece, saying
from privacy_check.text.vocabulary import everyday_words, first_names, pet_names, places

_SAID = dict(entry.split(":") for entry in phrases("known_sounds.said"))
_SOUNDS_LIKE = re.compile(
    piece("known_sounds.sounds_like") + r"(?P<said>[a-z]{2,14}(?:[ -][a-z]{1,8}){0,3})(?![a-z])", re.IGNORECASE
)
_RHYMES = saying("known_sounds.rhymes")
_GLOSS = re.compile(piece("known_sounds.gloss"), re.IGNORECASE)
_NAME = saying("known_sounds.near_name")
_OURS = re.compile(r"(?<![a-z])(?:our|my|wee|little|poor|bless|walking|fed|good boy|good girl) $")
_HYPHENED = re.compile(r"(?<![\w-])[a-z]{1,6}(?:-[a-z]{1,6}){2,4}(?![\w-])")
_WHY = "what a word you told us sounds like"
_FEWEST = 3

# Spelling to sound, in order: consonants first, then vowels.
_STEPS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"[^a-z]", ""),
        (r"tch|ch(?![rl])", "C"),
        (r"sch|sh", "S"),
        (r"ph", "f"),
        (r"ck|ch", "k"),
        (r"qu", "kw"),
        (r"x", "ks"),
        (r"^wr", "r"),
        (r"^kn|^gn", "n"),
        (r"rh", "r"),
        (r"wh", "w"),
        (r"dge?(?=$|[^a-z])", "j"),
        (r"igh", "Y"),
        (r"gh", ""),
        (r"c(?=[eiy])", "s"),
        (r"c", "k"),
        (r"z", "s"),
        (r"([a-z])\1", r"\1\1"),
        (r"(?:er|or|ar|re|uh|ah|ur|aw)$", "a"),
        (r"oo|ou|ew|ue", "U"),
        (r"ai|ay|eigh|ei(?=[^aeiouy])", "A"),
        (r"oa|oe|ow", "O"),
        (r"ee|ea|ie|ey", "I"),
        (r"u(?=[^aeiouyAOUIY]e$)|u", "U"),
        (r"a(?=[^aeiouyAOUIY]e$)", "A"),
        (r"[iy](?=[^aeiouyAOUIY]e$)", "Y"),
        (r"o", "O"),
        (r"[yi]", "I"),
        (r"(?<=[^aeiouAOUIY])e$", ""),
        (r"(.)\1+", r"\1"),
        (r"(?<=[aeiouAOUIY])h", ""),
    )
)
_RIME = re.compile(r"[aeAOUIY][^aeAOUIY]*a?$")


def sound(word: str) -> str:
    """What a word sounds like, roughly: the same code for words said alike."""
    said = word.lower()
    for pattern, other in _STEPS:
        said = pattern.sub(other, said)
    return said


class Sounds:
    """Told words of three letters or more by what they sound like."""

    def __init__(self, words: Iterable[Hidden]) -> None:
        several = [hidden for hidden in words if len(hidden.word) >= _FEWEST and hidden.word.isalpha()]
        self._alike: dict[str, Hidden] = {}
        self._rimes: dict[str, Hidden] = {}
        for hidden in several:
            for spelled in (hidden.word, _SAID.get(hidden.word, "")):
                if spelled:
                    said = sound(spelled)
                    self._alike[said] = hidden
                    if (rime := _RIME.search(said)) and len(rime[0]) > 1:
                        self._rimes[rime[0]] = hidden
        self._told = {hidden.word for hidden in several}

    def matches(self, folded: Folded) -> Iterator[Match]:
        """What is called a sound or a rhyme of a told word, and a name that is only another spelling of it."""
        lower = folded.lower
        for hit in _SOUNDS_LIKE.finditer(lower):
            yield from self._called(folded, hit)
        for hit in _RHYMES.finditer(lower):
            rime = _RIME.search(sound(hit["said"]))
            hidden = self._rimes.get(rime[0]) if rime else None
            if hidden and hit["said"] != hidden.word and near(folded, *hit.span(), _NAME, 60):
                yield hidden.found(*hit.span(), 0.6, _WHY)
        for token in _HYPHENED.finditer(lower):
            hidden = self._alike.get(sound(token[0]))
            if hidden and token[0].replace("-", "") != hidden.word:
                yield hidden.found(*token.span(), 0.6, _WHY)
        for said in folded.words:
            hidden = self._alike.get(sound(said)) if 3 < len(said) < 16 and said not in self._told else None
            if hidden and not _anybodys(said):
                yield from self._misspelled(folded, said, hidden)

    def _called(self, folded: Folded, hit: re.Match[str]) -> Iterator[Match]:
        parts = re.split("([ -])", hit["said"])
        for count in range(len(parts), 0, -2):
            said = "".join(parts[:count])
            hidden = self._alike.get(sound(said))
            end = hit.start("said") + len(said)
            if hidden and near(folded, hit.start(), end, _NAME, 60):
                yield hidden.found(hit.start(), end, 0.6, _WHY)
                return

    @staticmethod
    def _misspelled(folded: Folded, said: str, hidden: Hidden) -> Iterator[Match]:
        for start in folded.starts[said]:
            end = start + len(said)
            ours = _OURS.search(folded.lower, max(0, start - 12), start)
            if hidden.fact in (EMPLOYER, SCHOOL, ADDRESS):
                whole = in_full(folded, hidden.found(start, end, 0.6, _WHY))
                ours = None if whole.end == end else re.match("", "")
            gloss = _GLOSS.match(folded.lower, end)
            if written_as_name(folded, start, end) and ours and not folded.text[end : end + 2].strip().isupper():
                yield hidden.found(start, gloss.end() if gloss else end, 0.6, _WHY)


def _anybodys(word: str) -> bool:
    return word in everyday_words() or word in first_names() or word in places() or word in pet_names()
