"""What a told fact can look like in a text: a pattern, needles that must be there first, a last check."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from privacy_check.detectors.base import Match, Whose
from privacy_check.model import EntityType
from privacy_check.text.fold import Folded, fold

Check = Callable[[Folded, int, int], bool]

# What people write for a digit or a letter that looks like it.
_TWINS = {
    "0": "[0o]",
    "o": "[o0]",
    "1": "[1il|!]",
    "i": "[i1l|]",
    "l": "[l1i|]",
    "5": "[5s]",
    "s": "[s5$]",
    "2": "[2z]",
    "z": "[z2]",
    "8": "[8b]",
    "b": "[b8]",
    "6": "[6g]",
    "g": "[g69]",
    "4": "[4a]",
    "a": "[a4@]",
    "3": "[3e]",
    "e": "[e3]",
    "7": "[7t]",
    "t": "[t7]",
}
_PLAIN = {
    code: bare
    for code in range(0xC0, 0x250)
    if (bare := unicodedata.normalize("NFD", chr(code))[0]) != chr(code) and bare.isascii()
} | {ord(letter): bare for letter, bare in zip("øØłŁđĐıħŧ", "oOlLdDiht", strict=True)}


class Finder(Protocol):
    """Whatever finds told facts in a text."""

    def matches(self, folded: Folded) -> Iterator[Match]:
        """Every match, in no order."""
        ...


@dataclass(frozen=True)
class Form:
    """One way a fact is written. `pattern` runs on lower-case folded text; at least one of `needles` must be in
    it.
    """

    pattern: re.Pattern[str]
    needles: tuple[str, ...]
    entity_type: EntityType
    rule_id: str
    fact: str
    why: str
    confidence: float = 0.95
    check: Check | None = None
    whose: Whose = Whose.WRITER

    def matches(self, folded: Folded) -> Iterator[Match]:
        """Every place of this form; the group `v`, where the pattern has one, is the span."""
        lower = folded.lower
        group = "v" if "v" in self.pattern.groupindex else 0
        for begin, stop in stretches(lower, self.needles):
            for hit in self.pattern.finditer(lower, begin, stop):
                start, end = hit.span(group)
                if end > start and (self.check is None or self.check(folded, start, end)):
                    yield Match(
                        self.entity_type,
                        start,
                        end,
                        self.confidence,
                        self.why,
                        self.rule_id,
                        self.whose,
                        self.fact,
                    )


_SHORT_TEXT = 400
_REACH = 120


def stretches(lower: str, needles: Sequence[str]) -> Sequence[tuple[int, int]]:
    """Where in a text a pattern is worth trying: around any of `needles`; everywhere when there are none."""
    if not needles:
        return ((0, len(lower)),)
    if len(lower) <= _SHORT_TEXT:
        return ((0, len(lower)),) if any(needle in lower for needle in needles) else ()
    places: list[int] = []
    for needle in needles:
        at = lower.find(needle)
        while at >= 0:
            places.append(at)
            at = lower.find(needle, at + 1)
    found: list[tuple[int, int]] = []
    for place in sorted(places):
        begin, stop = max(0, place - _REACH), min(len(lower), place + _REACH)
        if found and begin <= found[-1][1]:
            found[-1] = (found[-1][0], stop)
        else:
            found.append((begin, stop))
    return found


def all_small(folded: Folded, start: int, end: int) -> bool:
    """True when the text around uses no capital letters at all."""
    return folded.text[max(0, start - 100) : end + 100].islower()


def without_accents(text: str) -> str:
    """The text with plain letters for accented ones, of the same length."""
    return text if text.isascii() else text.translate(_PLAIN)


def plain(fact: str) -> str:
    """A told fact as texts are compared with it: folded, lower case, without accents."""
    return without_accents(fold(fact).lower)


def words_of(text: str) -> list[str]:
    """Lower-case words of a fact, apostrophes kept inside."""
    return re.findall(r"[^\W_]+(?:'[^\W_]+)*", plain(text))


def flexible(words: Sequence[str], gap: str = r"[\s._-]{1,3}") -> str:
    """A pattern for words in a row with loose gaps; apostrophes may be left out."""
    return gap.join(re.escape(word).replace("'", "'?") for word in words)


def needle_of(word: str, letters: int = 3) -> str:
    """The first letters of a word's longest part between apostrophes: these stand in it with or without them."""
    return max(word.split("'"), key=len)[:letters]


def twins(text: str) -> str:
    """A pattern for a code in which look-alike letters and digits may stand for one another."""
    return "".join(_TWINS.get(letter, re.escape(letter)) for letter in text)


_SPOKEN = {
    "0": "zero|oh|nought|o",
    "1": "one",
    "2": "two",
    "3": "three",
    "4": "four",
    "5": "five",
    "6": "six",
    "7": "seven",
    "8": "eight",
    "9": "nine",
    "a": "alpha",
    "b": "bravo",
    "c": "charlie",
    "d": "delta",
    "e": "echo",
    "f": "foxtrot",
    "g": "golf",
    "h": "hotel",
    "i": "india",
    "j": "juliet",
    "k": "kilo",
    "l": "lima",
    "m": "mike",
    "n": "november",
    "o": "oscar",
    "p": "papa",
    "q": "quebec",
    "r": "romeo",
    "s": "sierra",
    "t": "tango",
    "u": "uniform",
    "v": "victor",
    "w": "whisk(?:e)?y",
    "x": "x-?ray",
    "y": "yankee",
    "z": "zulu",
}
_TENS = {
    "2": "twenty",
    "3": "thirty",
    "4": "forty",
    "5": "fifty",
    "6": "sixty",
    "7": "seventy",
    "8": "eighty",
    "9": "ninety",
}
_LOOSE = r"[\s,./-]{0,3}"


def _said(sign: str) -> str:
    spoken = _SPOKEN.get(sign)
    return rf"(?:{twins(sign)}|{spoken})" if spoken else twins(sign)


_SPOKEN_OUT = re.compile(r"[a-z]{3}|^\W*\w(?:\W+\w){3,}\W*$")


def spelled_out(text: str) -> bool:
    """True when a code is really read out: a word in it, or every sign apart. "NR34 DG" is another code."""
    return bool(_SPOKEN_OUT.search(text))


def spelled(code: str) -> str:
    """A pattern for a code read out or typed sign by sign: "DD two one TP", "D D 2 - 1 T P", "G twenty, seven
    QX".
    """
    parts, at = [], 0
    while at < len(code):
        sign, pair = code[at], code[at : at + 2]
        one = _said(sign)
        if len(pair) == 2 and pair[1] in _SPOKEN and pair[1].isdigit() and pair[0] in _TENS:
            rest = "" if pair[1] == "0" else rf"{_LOOSE}(?:{_SPOKEN[pair[1]]})"
            two = _said(pair[1])
            parts.append(rf"(?:{one}{_LOOSE}{two}|{_TENS[pair[0]]}{rest})")
            at += 2
        elif len(pair) == 2 and pair[0] == pair[1]:
            parts.append(rf"(?:{one}{_LOOSE}{one}|double {one})")
            at += 2
        else:
            parts.append(one)
            at += 1
    return _LOOSE.join(parts)


def near(folded: Folded, start: int, end: int, pattern: re.Pattern[str], reach: int = 40) -> bool:
    """True when `pattern` is found within `reach` characters around the span."""
    return bool(
        pattern.search(folded.lower, max(0, start - reach), start)
        or pattern.search(folded.lower, end, min(len(folded.lower), end + reach))
    )
