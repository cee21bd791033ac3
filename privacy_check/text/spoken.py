"""Digits however they are written: words, letters standing in for digits, or both mixed with figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from privacy_check.text.cues import late
from privacy_check.text.fold import Folded

_ONES = {
    "zero": "0",
    "oh": "0",
    "nought": "0",
    "naught": "0",
    "one": "1",
    "two": "2",
    "three": "3",
    "four": "4",
    "five": "5",
    "six": "6",
    "seven": "7",
    "eight": "8",
    "nine": "9",
}
_TEENS = {
    "ten": "10",
    "eleven": "11",
    "twelve": "12",
    "thirteen": "13",
    "fourteen": "14",
    "fifteen": "15",
    "sixteen": "16",
    "seventeen": "17",
    "eighteen": "18",
    "nineteen": "19",
}
_TENS = {
    "twenty": "2",
    "thirty": "3",
    "forty": "4",
    "fifty": "5",
    "sixty": "6",
    "seventy": "7",
    "eighty": "8",
    "ninety": "9",
}
_TIMES = {"double": 2, "triple": 3, "treble": 3, "quadruple": 4}
NUMBER_WORDS = frozenset(_ONES) | frozenset(_TEENS) | frozenset(_TENS) | frozenset(_TIMES)

_STAND_INS = str.maketrans("oqlizsb|", "00112581")
_WORD = "|".join(sorted((*_ONES, *_TEENS, *_TENS), key=len, reverse=True))
_UNIT = late(
    rf"(?<![a-z])(?P<word>(?:{_WORD}){{1,12}})(?![a-z])"
    rf"|(?<![a-z])(?P<times>{'|'.join(_TIMES)})(?![a-z])"
    r"|(?<![a-z])(?P<hundred>hundred)(?![a-z])"
    r"|(?<![a-z0-9])(?P<mixed>(?=[a-z|]{0,3}[0-9])[0-9oqlisbz|]{2,12})(?![a-z0-9])"
    r"|(?<![a-z0-9])(?P<noughts>o{1,4})(?![a-z])"
    r"|(?P<figures>[0-9]{1,20})"
)
_ONE_WORD = late(_WORD)
# Two pieces side by side of which one is a word, or a letter among figures: without that there is nothing to read.
_NEXT = rf"(?:{_WORD}|{'|'.join(_TIMES)}|hundred|o(?![a-z])|[0-9])"
_WORD_THEN = late(
    rf"(?:(?:{_WORD}|{'|'.join(_TIMES)}))(?:[^a-z0-9]{{0,5}}|[\s,.…]{{1,4}}(?:dash|hyphen|and|dot"
    rf"|space|then|uh|um|er|erm)[\s,.…]{{1,4}}){_NEXT}"
)
_FIGURE_THEN = late(
    rf"[0-9](?:[^a-z0-9]{{0,3}}(?:{_WORD}|{'|'.join(_TIMES)}|o{{1,3}}(?![a-z]))|[oqlisbz|](?=[0-9oqlisbz|\s-]))"
)
_LETTER_THEN = late(r"[oil](?<![a-z].)[0-9]")
_FEW_WORDS = 60
_JOINED_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_GAP = late(
    r"(?:[^\w£$€%@#&:]{0,3}|\s?[.…]{1,4}\s?|[\s,.…]{0,4}(?:and|dash|hyphen|space|dot|then|uh"
    r"|um|er|erm)[\s,.…]{1,4})\Z"
)
_MOST_UNITS = 40


@dataclass(frozen=True, slots=True)
class Unit:
    """One written piece of a number: folded offsets, its digits, and whether words or letters stood for them."""

    start: int
    end: int
    digits: str
    disguised: bool


@lru_cache(maxsize=2)
def digit_runs(folded: Folded) -> tuple[tuple[Unit, ...], ...]:
    """Runs of neighbouring units in folded text that hold at least one disguised unit and 6 digits."""
    return _runs(folded.lower) if _worth_reading(folded) else ()


def _worth_reading(folded: Folded) -> bool:
    lower = folded.lower
    if folded.digits and (_FIGURE_THEN.search(lower) or _LETTER_THEN.search(lower)):
        return True
    for word in NUMBER_WORDS & folded.words:
        for place in folded.starts[word]:
            if _WORD_THEN.match(lower, place):
                return True
    # Number words run together are a game of short texts; in a long one every word would have to be looked at.
    short = len(folded.words) <= _FEW_WORDS
    return short and any(len(word) > 7 and word.startswith(_JOINED_WORDS) for word in folded.words)


@lru_cache(maxsize=16)
def _runs(lower: str) -> tuple[tuple[Unit, ...], ...]:
    runs: list[tuple[Unit, ...]] = []
    run: list[Unit] = []
    for unit in _units(lower):
        if run and (unit.start < run[-1].end or not _GAP.match(lower, run[-1].end, unit.start)):
            _keep(run, runs)
            run = []
        run.append(unit)
    _keep(run, runs)
    return tuple(runs)


def _keep(run: list[Unit], runs: list[tuple[Unit, ...]]) -> None:
    for first in range(0, len(run), _MOST_UNITS):
        piece = tuple(run[first : first + _MOST_UNITS])
        if any(u.disguised for u in piece) and sum(len(u.digits) for u in piece) >= 6:
            runs.append(piece)


def _units(lower: str) -> Iterator[Unit]:
    waiting: Unit | None = None
    times = (0, 0, 0)
    for found in _UNIT.finditer(lower):
        start, end = found.span()
        kind = found.lastgroup
        if kind == "times":
            times = (_TIMES[found.group()], start, end)
            continue
        if kind == "hundred":
            if waiting is not None and start - waiting.end <= 2:
                waiting = Unit(waiting.start, end, waiting.digits + "00", True)
            continue
        digits, disguised = _read(found.group(), str(kind))
        if times[0] and start - times[2] <= 2:
            digits = digits[0] * times[0] + digits[1:]
            start, disguised = times[1], True
        times = (0, 0, 0)
        if waiting is not None and _joins_ten(waiting, digits, start, lower):
            waiting = Unit(waiting.start, end, waiting.digits[0] + digits, True)
            continue
        if waiting is not None:
            yield waiting
        waiting = Unit(start, end, digits, disguised)
    if waiting is not None:
        yield waiting


def _joins_ten(before: Unit, digits: str, start: int, lower: str) -> bool:
    """True for the 'two' of 'twenty two'."""
    return (
        len(digits) == 1
        and digits != "0"
        and lower[before.start : before.end] in _TENS
        and lower[before.end : start] in (" ", "-", "")
    )


def _read(raw: str, kind: str) -> tuple[str, bool]:
    if kind == "figures":
        return raw, False
    if kind in ("mixed", "noughts"):
        digits = raw.translate(_STAND_INS)
        return digits, digits != raw
    words = _ONE_WORD.findall(raw)
    return "".join(_ONES.get(w) or _TEENS.get(w) or _TENS[w] + "0" for w in words), True
