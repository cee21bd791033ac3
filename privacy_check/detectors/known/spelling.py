"""Told words and codes spelled sign by sign: "C-H-U-K, then W-U-M-A", "A for apple", "Yankee Echo six eight".

One pass reads a text as runs of signs; every told word is then looked up in the runs, forwards and backwards.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from privacy_check.detectors.base import Match
from privacy_check.detectors.known.hidden import Hidden
from privacy_check.text.fold import Folded
from privacy_check.text.sayings import listed, phrases, saying
from privacy_check.text.vocabulary import ONES, TEENS, TENS

_WORD = re.compile(r"\d|[a-z]+(?:-ray(?![a-z]))?")
_BETWEEN = listed("known_spelled.between")
_JOINS = listed("known_spelled.joins")
_SIGN_OF = {
    **{word: word[0] for word in phrases("known_spelled.alphabet")},
    **{word: sign for sign, word in (each.split(":") for each in phrases("known_spelled.letters"))},
    **{word: str(n) for word, n in (ONES | TEENS).items()},
    "x-ray": "x",
}
_GLOSS = saying("known_spelled.gloss")
_FOR = re.compile(r"\W*(?:is )?for(?![a-z])")
_LAST_WORD = re.compile("[a-z]+")
_TIMES = {"double": 2, "treble": 3, "triple": 3}
_MOST_GAP = 5
_FEWEST = 4


@dataclass(frozen=True)
class _Sign:
    """One thing read: what it stands for, where, and how: spoken as a word, a sign alone, or a piece of a word."""

    stands: str
    start: int
    end: int
    spoken: bool
    piece: bool = False
    joined: bool = False


class Spelled:
    """Every told word or code of four signs or more."""

    def __init__(self, told: Iterable[Hidden]) -> None:
        self._told = {_same(hidden.word): hidden for hidden in told if len(hidden.word) >= _FEWEST - hidden.half}
        self._pieces = {
            word[a:b] for word in self._told for a in range(len(word)) for b in range(a + 2, len(word) + 1)
        }

    def matches(self, folded: Folded) -> Iterator[Match]:
        """Words and codes read out, spelled apart or put together of named pieces."""
        if not self._told:
            return
        for run in self._runs(folded.lower):
            said, owners = "", []
            for place, sign in enumerate(run):
                said += sign.stands
                owners += [place] * len(sign.stands)
            for word, hidden in self._told.items():
                yield from _in_run(run, said, owners, word, hidden)

    def _runs(self, lower: str) -> Iterator[list[_Sign]]:
        run: list[_Sign] = []
        at, times, joined = 0, 0, False
        last = -1
        while word := _WORD.search(lower, at):
            at = word.end()
            if word.start() - last > _MOST_GAP and last >= 0:
                yield from _worth(run)
                run, times, joined = [], 0, False
            last = at
            sign = self._sign(lower, word, run)
            if sign is None:
                if word[0] in _TIMES:
                    times = _TIMES[word[0]]
                elif word[0] in _BETWEEN:
                    joined = joined or word[0] in _JOINS
                else:
                    yield from _worth(run)
                    run, times, joined = [], 0, False
                continue
            if times:
                sign = _Sign(sign.stands * times, sign.start, sign.end, True)
            gloss = _GLOSS.match(lower, at)
            if gloss and sign.piece and not _FOR.match(gloss[0]):
                at = last = gloss.end()
                sign = _Sign(sign.stands, sign.start, at, False, True)
                joined = True
            elif gloss and (_same(_LAST_WORD.findall(gloss[0])[-1][0]) == sign.stands or not _FOR.match(gloss[0])):
                at = last = gloss.end()
                sign = _Sign(sign.stands, sign.start, at, True)
            if joined:
                sign = _Sign(sign.stands, sign.start, sign.end, sign.spoken, sign.piece, True)
            times, joined = 0, False
            run.append(sign)
        yield from _worth(run)

    def _sign(self, lower: str, word: re.Match[str], run: list[_Sign]) -> _Sign | None:
        said = word[0]
        if len(said) == 1:
            return _Sign(_same(said), *word.span(), False)
        if said in TENS:
            one = re.match(rf"[ -]({'|'.join(ONES)})(?![a-z])", lower[word.end() : word.end() + 8])
            return _Sign(str(TENS[said])[0] if one else str(TENS[said]), *word.span(), True)
        if said in _SIGN_OF:
            return _Sign(_same(_SIGN_OF[said]), *word.span(), True)
        if _same(said) in self._pieces:
            return _Sign(_same(said), *word.span(), False, True)
        return None


def _same(code: str) -> str:
    """The letter O and nought are said alike."""
    return code.replace("o", "0")


def _worth(run: list[_Sign]) -> Iterator[list[_Sign]]:
    if len(run) > 1:
        yield run


def _in_run(run: list[_Sign], said: str, owners: list[int], word: str, hidden: Hidden) -> Iterator[Match]:
    for wanted in (word,) if hidden.half else dict.fromkeys((word, word[::-1])):
        at = said.find(wanted)
        while at >= 0:
            first, last = owners[at], owners[at + len(wanted) - 1]
            whole = (at == 0 or owners[at - 1] < first) and owners[at + len(wanted) :][:1] != [last]
            if whole and _really_spelled(run[first : last + 1], wanted, hidden.half):
                yield hidden.found(run[first].start, run[last].end, 0.85, "what you told us, spelled out")
            at = said.find(wanted, at + 1)


def _really_spelled(signs: list[_Sign], wanted: str, half: bool) -> bool:
    """True when a word is said for a sign, every sign stands apart, or the pieces are told to be joined."""
    if len(signs) < 2:
        return False
    if half:
        letters = [sign for sign in signs if sign.stands.isalpha()]
        return len(letters) > 1 and all(sign.spoken for sign in letters)
    apart = [sign for sign in signs if not sign.piece]
    if any(sign.joined for sign in signs[1:]):
        return True
    pieces = len(signs) - len(apart)
    if any(sign.spoken for sign in signs):
        return bool(re.search(r"\d", wanted)) or (pieces == 0 and len(signs) >= _FEWEST)
    return pieces == 0 and len(signs) >= _FEWEST and not wanted.isdigit()
